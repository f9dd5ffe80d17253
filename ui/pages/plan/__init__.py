"""The editor of a Recovery Support Plan."""

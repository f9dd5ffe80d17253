"""The schema's steps, one module each, applied in the order of their numbers."""

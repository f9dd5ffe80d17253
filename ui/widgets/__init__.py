"""The building blocks that all pages share."""

"""The cards of Today."""

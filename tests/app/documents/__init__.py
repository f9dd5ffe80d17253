"""Documents: what they say, and what is read back from them."""

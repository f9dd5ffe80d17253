"""The parts of the acknowledgement page: the text, the form, and the signing of it."""

"""The parts of the page where a note is read and signed."""

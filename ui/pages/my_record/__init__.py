"""The parts of My record: its cards, and the panels they are changed in."""

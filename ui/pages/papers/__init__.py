"""The parts of the papers page: its words, its shelves, and the filing panel."""

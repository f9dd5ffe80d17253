"""The parts of the Settings page, one card each."""

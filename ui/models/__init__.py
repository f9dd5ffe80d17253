"""Qt item models: frozen rows from app, as lists and tables."""

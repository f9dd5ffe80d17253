"""Shipped data: rules, wording, fonts, icons; no code."""

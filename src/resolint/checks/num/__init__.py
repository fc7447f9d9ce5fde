"""Rules on numbers and dates (family NUM)."""

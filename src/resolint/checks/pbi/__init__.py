"""Rules on programme budget implications (family PBI)."""

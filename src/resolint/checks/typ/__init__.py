"""Rules on typography (family TYP)."""

"""Rules on structure (family STR)."""

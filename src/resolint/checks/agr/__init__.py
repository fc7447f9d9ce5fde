"""Rules on agreed language (family AGR)."""

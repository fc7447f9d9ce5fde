"""Rules on abbreviations (family ABB)."""

"""Rules on capital letters (family CAP)."""

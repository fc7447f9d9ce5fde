"""Rules on spelling and usage (family SPL)."""

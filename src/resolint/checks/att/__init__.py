"""Rules on attested language (family ATT)."""

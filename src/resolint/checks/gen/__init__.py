"""Rules on words for people (family GEN)."""

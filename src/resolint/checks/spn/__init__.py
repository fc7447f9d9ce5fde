"""Rules on the masthead and sponsors (family SPN)."""

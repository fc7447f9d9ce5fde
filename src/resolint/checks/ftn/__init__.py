"""Rules on footnotes (family FTN)."""

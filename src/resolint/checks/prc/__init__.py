"""Rules on the process of drafting (family PRC)."""

"""Rules on what resolint can and cannot check (family RES)."""

"""Rules on references (family REF)."""

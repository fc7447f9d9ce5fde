"""Rules on preambular paragraphs (family PRE)."""

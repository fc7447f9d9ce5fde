"""Rules on operative paragraphs (family OPR)."""

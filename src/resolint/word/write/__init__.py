"""Comments and tracked changes into a Word file, and out again; nothing is written unless that is proved."""

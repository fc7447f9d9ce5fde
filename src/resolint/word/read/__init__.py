"""From the bytes of a Word file to blocks, notes, comments and what the masthead states."""

"""How well drafts in the other official languages are read and checked, measured on the real files."""

"""How the tables on nouns and their articles are made."""

"""The lexicon of the English tables, for tests that hand it on."""

from resolint import cards

LEXICON = cards.lexicon()

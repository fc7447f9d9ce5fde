"""Spelling: the word file, the words of a text that are worth a look, languages other than English, suggestions.

Nothing here opens a file: the word file is given as bytes, or as a file mapped into memory.
"""

from resolint.spelling.foreign import is_foreign, near_foreign, speaks_otherwise
from resolint.spelling.shapes import is_chemical, is_compounded, is_derived, is_numeral, is_prefix
from resolint.spelling.suggest import Suggester, one_edit_apart
from resolint.spelling.tokens import Word, words
from resolint.spelling.wordlist import WordEntry, WordFile, WordList

__all__ = [
    "Suggester",
    "Word",
    "WordEntry",
    "WordFile",
    "WordList",
    "is_chemical",
    "is_compounded",
    "is_derived",
    "is_foreign",
    "is_numeral",
    "is_prefix",
    "near_foreign",
    "one_edit_apart",
    "speaks_otherwise",
    "words",
]

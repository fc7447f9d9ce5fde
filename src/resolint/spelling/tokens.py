"""The words of a text as a speller sees them: letters, what joins them, and what stands around."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import normalize

from resolint import regex
from resolint.frozen import NamedTuple

__all__ = ["LETTERS", "Word", "forms_of", "level", "odd_words", "possible_names", "words"]

_SOFT = "\u00ad"
_HYPHENS = "-\u2010\u2011"
# An accent that is a character of its own (e and U+0301) belongs to the letter before it.
LETTERS = r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*"
_WORD = regex.compiled(rf"{LETTERS}(?:[\u00ad'\u2019]{LETTERS})*")
_OTHER = frozenset("/@\\_#=<>[]{}~^|+*&0123456789")
_TEARS = "-\u00ad"
_GLOTTAL = "\u2018\u02bb\u02bf\u02bc`\u00b4\u2019'"
_INITIAL = regex.compiled(r"(?<![^\W_])(?:[A-Z]|Mrs?|Ms|Dr|St|No)\.$")
_BLANKS = " \t\n\xa0\u2007\u202f\u2009"
QUOTES = ("\u201c", '"', "\u2018")
_ENDS = '.!?:;"\u201c\u2018\u2014\u2013\u2022'


class Word(NamedTuple):
    """Letters from ``start`` to ``end`` of a text. ``text`` is levelled: straight apostrophes, no soft hyphens."""

    text: str
    start: int
    end: int


def words(text: str, start: int = 0) -> list[Word]:
    """Every word of ``text`` from ``start`` on; the parts of a compound with hyphens are words of their own."""
    return [_word(match) for match in _WORD.finditer(text, start)]


def forms_of(text: str, start: int = 0) -> list[str]:
    """Every word of ``text`` from ``start`` on in the letters of the text, without its place."""
    return _WORD.findall(text, start)


def possible_names(text: str, start: int = 0) -> list[Word]:
    """The words of ``text`` from ``start`` on that have a capital or stand right behind a quotation mark."""
    return [
        _word(match)
        for match in _WORD.finditer(text, start)
        if text[match.start()].isupper() or text[match.start() - 1 : match.start()] in QUOTES
    ]


def odd_words(text: str, start: int, is_right: Callable[[str], bool]) -> list[Word]:
    """The words of ``text`` from ``start`` on that are not right; ``is_right`` is asked with the letters of the text."""
    return [_word(match) for match in _WORD.finditer(text, start) if not is_right(match[0])]


def _word(match: re.Match[str]) -> Word:
    return Word(level(match[0]), match.start(), match.end())


def level(word: str) -> str:
    """``word`` with straight apostrophes, without soft hyphens, and with its accents in the letters."""
    return word if word.isascii() else normalize("NFC", word.replace(_SOFT, "").replace("\u2019", "'"))


def bare(word: str) -> str:
    """``word`` without the ending of a possessive."""
    return word[:-2] if word.endswith("'s") else word


def compound(text: str, word: Word) -> str:
    """What ``word`` is part of, without the blanks around: a compound with hyphens, an address, a symbol."""
    start = max(text.rfind(blank, 0, word.start) for blank in _BLANKS) + 1
    ends = [place for blank in _BLANKS if (place := text.find(blank, word.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def is_code(text: str, word: Word) -> bool:
    """Whether ``word`` stands in an address, a symbol or a formula rather than in prose."""
    chunk = compound(text, word)
    signs = _OTHER.intersection(chunk)
    if not signs:
        return "." in chunk.strip(".,;:()\u201c\u201d\"'\ufffc")
    # "and/or" and "women/girls" are prose, "A/79/L.5" and "www.org/page" are not.
    return signs != {"/"} or not chunk.islower() or chunk.count("/") > 1 or "." in chunk.rstrip(".,;:)")


def neighbours(text: str, word: Word) -> tuple[str, str]:
    """The characters right before and right after ``word``, empty at an end."""
    return text[word.start - 1 : word.start], text[word.end : word.end + 1]


def is_transcribed(text: str, word: Word) -> bool:
    """Whether ``word`` is the rest of a name with a sign for a glottal stop: *Ta\u2018izz*."""
    before, after = neighbours(text, word)
    return (before in _GLOTTAL and text[word.start - 2 : word.start - 1].isalpha() and bool(before)) or (
        after in _GLOTTAL and bool(after) and text[word.end + 1 : word.end + 2].isalpha()
    )


def is_torn(text: str, word: Word) -> bool:
    """Whether ``word`` is a piece of one that a line end or a spaced print has torn: *imple- mentation*, *S ecretary*."""
    after = text[word.end : word.end + 2]
    if after and after[0] in _TEARS and not after[1:].isalpha():
        return True
    before = text[max(0, word.start - 3) : word.start]
    if len(before) == 3 and before[1] in _TEARS and before[2] in _BLANKS:
        return True
    # A single letter with blanks around is no word but "a" and "I".
    single = before[1:2].isalpha() and before[2:] == " " and not before[0].isalnum() and before[1] not in "aAI"
    return single and before[0] not in ".\u2019'"


def in_compound(text: str, word: Word) -> bool:
    """Whether a hyphen joins ``word`` to another one."""
    before, after = neighbours(text, word)
    return (before in _HYPHENS and bool(before)) or (after in _HYPHENS and bool(after))


def whole_compound(text: str, word: Word) -> str:
    """The letters and hyphens around ``word``, and it."""
    start, end = word.start, word.end
    while start and (text[start - 1].isalnum() or text[start - 1] in _HYPHENS):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in _HYPHENS):
        end += 1
    return text[start:end]


def begins_sentence(text: str, word: Word, lead: int = 0) -> bool:
    """Whether a sentence, an item or a quotation begins with ``word``; text before ``lead`` is a label."""
    place = word.start
    while place > lead and (text[place - 1] in _BLANKS or text[place - 1] == "\ufffc"):
        place -= 1
    if place <= lead:
        return True
    # The full stop of an initial or a title ends no sentence: "A. Writer", "Mr. Writer".
    return text[place - 1] in _ENDS and _INITIAL.search(text, max(lead, place - 5), place) is None


def capital_follows(text: str, word: Word) -> bool:
    """Whether the next word has a capital."""
    match = _WORD.search(text, word.end, word.end + 40)
    return match is not None and match[0][0].isupper()

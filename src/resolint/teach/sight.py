"""What can be seen of a draft: blanks of every kind are alike, and so are letters and marks that look alike."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from resolint.lexicon import TONGUES, characters
from resolint.model import NOTE_MARK, Block, Document
from resolint.regex import lazy
from resolint.writing import FormattedText

__all__ = ["look_alike", "only_seen", "said", "seen"]

_SHOWN = ("italic", "bold", "underline", "superscript", "note")
_BLANKS = lazy(r"(?<=\S)[^\S\n]+")
_PLAIN = {**characters.LIGATURES, "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2212": "–", "ʼ": "’"}


def seen(text: str, language: str) -> str:
    """``text`` without what nobody sees: blanks are all alike, and so are letters and marks that look alike."""
    return _BLANKS.sub(" ", _signs(text, language))


def look_alike(one: str, other: str, language: str) -> bool:
    """Whether nobody can tell two texts apart who sees them; more blanks or fewer can be seen on paper."""
    return _signs(one, language) == _signs(other, language)


def _signs(text: str, language: str) -> str:
    # A text in ASCII is seen as it stands.
    if text.isascii():
        return text
    signs = (_PLAIN.get(sign, sign) for sign in text if sign == NOTE_MARK or unicodedata.category(sign) != "Cf")
    if language not in TONGUES:
        signs = (characters.LOOKALIKES.get(sign, sign) for sign in signs)
    return "".join(signs)


def only_seen(document: Document) -> Document:
    """The draft with the marks alone that a question shows, without comments and tracked changes."""

    def plain(block: Block) -> Block:
        return replace(block, marks=tuple(mark for mark in block.marks if mark.kind in _SHOWN))

    notes = tuple(replace(note, blocks=tuple(map(plain, note.blocks))) for note in document.footnotes)
    return replace(document, blocks=tuple(map(plain, document.blocks)), footnotes=notes, comments=(), directives=())


def said(words: FormattedText, language: str) -> tuple[tuple[str, bool, bool], ...]:
    """What is seen of words and of how they are set: two forms that say the same cannot be told apart."""
    found: list[tuple[str, bool, bool]] = []
    for one in words:
        text = seen(one.text, language)
        if found and found[-1][1:] == (one.italic, one.underline):
            text = found.pop()[0] + text
        found.append((text, one.italic, one.underline))
    return tuple(found)

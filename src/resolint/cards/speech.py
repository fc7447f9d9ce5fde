"""The catalogues of ``rules/locale``: what cards and checks say, in the language of the user."""

from __future__ import annotations

import struct
from dataclasses import replace
from functools import cache

from resolint.cards.nearest import hint
from resolint.cards.places import data_dir
from resolint.catalogue import Catalogue
from resolint.errors import BadConfiguration
from resolint.rule import Card

__all__ = ["ENGLISH", "catalogue", "entries", "said_in", "speeches"]

ENGLISH = "en"
"""The language that cards are written in."""
_MAGIC = 0x950412DE


def speeches() -> tuple[str, ...]:
    """The codes of the languages that resolint can speak to its user."""
    return ENGLISH, *sorted(path.stem for path in (data_dir("rules") / "locale").glob("*.mo"))


@cache
def catalogue(language: str) -> Catalogue | None:
    """The catalogue of a language, None for English. Raises BadConfiguration where there is none."""
    if language in ("", ENGLISH):
        return None
    known = speeches()
    if language not in known:
        raise BadConfiguration(f"--ui: there are no messages in {language!r}; {hint(language, known)}")
    return Catalogue(entries((data_dir("rules") / "locale" / f"{language}.mo").read_bytes()), language)


def entries(data: bytes) -> dict[str, str]:
    """The texts of a compiled catalogue of gettext with their translations, without its header.

    Raises BadConfiguration for one that is damaged.
    """

    def text(table: int, place: int) -> str:
        length, start = struct.unpack_from("<2I", data, table + 8 * place)
        return data[start : start + length].decode()

    try:
        magic, _, count, at, there = struct.unpack_from("<5I", data)
        if magic == _MAGIC:
            return {text(at, place): text(there, place) for place in range(count) if text(at, place)}
    except (struct.error, UnicodeDecodeError):
        pass
    raise BadConfiguration("a catalogue in rules/locale is damaged: install resolint again")


def said_in(card: Card, words: Catalogue | None) -> Card:
    """The card as it speaks in another language; the very card where that is English."""
    return card if words is None else replace(card, message=words.of(card.message), catalogue=words)

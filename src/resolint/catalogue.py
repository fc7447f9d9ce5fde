"""What resolint says, in the language of its user: a catalogue of English texts and their translations.

A text that was put together (*write “{}”*) is known by its pattern. What the catalogue does not hold is said in English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from resolint.regex import lazy

__all__ = ["REPORTS", "Catalogue"]

REPORTS = "report: "
"""Stands in the catalogues before what reports say themselves, the names of places among it."""

_GAP = lazy(r"\\\{\\\}")
_MARKS = "is not set in the quotation marks of the language"
_FIRST = lazy(r"[a-zA-Z]+(?=[ “])")
_NAMED = r"(?:preambular|operative|annex|footnote|endnote|table|row|body|act) [\dIVXLC]+(?: \([a-z]+\))*"
_PLACE, _PLACES = lazy(_NAMED), lazy(rf"{_NAMED}(?:(?:, | and ){_NAMED})*\.?")


class Catalogue:
    """Translations by their English texts; ``{}`` in a text stands for a gap, ``{0}``, ``{1}`` for the gaps in a translation.

    ``language`` is the code of the language that it speaks.
    """

    def __init__(self, entries: Mapping[str, str], language: str = "") -> None:
        self._entries = dict(entries)
        self.language = language

    def of(self, text: str) -> str:
        """The translation of exactly this text, or the text itself."""
        return self._entries.get(text, text)

    def said(self, text: str) -> str:
        """What ``text``, which may have gaps filled in, is in the language; a first capital stays one."""
        found = self._found(text)
        if found is None and text[:1].isupper():
            found = self._found(text[:1].lower() + text[1:])
            found = None if found is None else found[:1].upper() + found[1:]
        if found is None and _PLACES.fullmatch(text):
            named = _PLACE.sub(lambda place: self.reported(place[0]), text)
            return named.replace(" and ", f" {self.reported('and')} ")
        return text if found is None else found

    def reported(self, text: str) -> str:
        """What reports say themselves, which has a context of its own, or a name of a place."""
        return self.said(f"{REPORTS}{text}").removeprefix(REPORTS)

    def _found(self, text: str) -> str | None:
        if text in self._entries:
            return self._entries[text]
        for pattern, translation in self._near(_first(text)):
            if (match := pattern.fullmatch(text)) is not None:
                # What stands in quotation marks is of the draft; of those that are spoken of, the marks themselves as well.
                given = [
                    gap if text[: match.start(place)].endswith("“") or _MARKS in text else self.said(gap)
                    for place, gap in enumerate(match.groups(), 1)
                ]
                return translation.format(*given)
        return None

    def _near(self, word: str) -> Sequence[tuple[re.Pattern[str], str]]:
        """The texts with gaps that may begin with ``word``: first those that say it, then those that a gap opens."""
        opened = self._patterns.get("", [])
        return [*self._patterns.get(word, []), *opened] if word else opened

    @cached_property
    def _patterns(self) -> Mapping[str, list[tuple[re.Pattern[str], str]]]:
        """The texts with gaps, by their first words."""
        found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for text, translation in sorted(self._entries.items(), key=lambda entry: -len(entry[0])):
            if "{}" in text:
                pattern = re.compile(_GAP.sub("(.*?)", re.escape(text)), re.DOTALL)
                found.setdefault(_first(text), []).append((pattern, translation))
        return found


def _first(text: str) -> str:
    """The first word of a text; empty where a gap opens it or may be a part of the word."""
    word = _FIRST.match(text)
    return word[0] if word is not None else ""

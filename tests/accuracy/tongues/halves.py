"""How texts are read and left alone of whose openings no table was made.

The table of openings of a language is cut to those that stand in one half of its texts, and both are measured on the other half, each
way round. What is asked is what a text never seen would get; the tables of words and names are left as they are.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, NamedTuple
from zlib import crc32

from resolint.cards import lexicon_of
from resolint.lexicon import Lexicon
from resolint.lexicon.tongues import Tongue
from tests.accuracy.tongues import reading
from tests.accuracy.tongues.alarms import alarms
from tests.accuracy.tongues.faults import _NUMBER
from tests.accuracy.tongues.texts import Text


class Halves(NamedTuple):
    """Macro-F1 of the parts, the words, and how many errors and warnings there are; of both halves together."""

    score: float
    words: float
    errors: int
    warnings: int


def measured(language: str, texts: Sequence[Text], *, whole: bool) -> Halves:
    """Each half measured with the openings of the other alone."""
    halves = [[text for text in texts if crc32(text.name.encode()) & 1 == side] for side in (0, 1)]
    parts = []
    for here, there in (halves, halves[::-1]):
        # A new process, since the tables are made once for each.
        with ProcessPoolExecutor(
            1, multiprocessing.get_context("spawn"), initializer=_cut, initargs=(language, _openings(language, here))
        ) as pool:
            parts.append(pool.submit(_measure, there, whole).result())
    one, other = parts
    return Halves((one.score + other.score) / 2, *(a + b for a, b in zip(one[1:], other[1:], strict=True)))


def _openings(language: str, texts: Sequence[Text]) -> frozenset[str]:
    """The openings of the table that stand in some of the texts, as they are compared."""
    tongue = lexicon_of(language).kept(Tongue)
    found = set()
    for text in texts:
        for label, row in text.rows:
            if label in reading.PARTS:
                words = _NUMBER.sub("", row).strip()
                opening, _ = tongue.opening(words)
                if opening is not None:
                    found.add(tongue.fold(words[: opening.end])[0].strip())
    return frozenset(found)


def _cut(language: str, kept: frozenset[str]) -> None:
    """Leave in the table of openings of this process those that are ``kept``."""
    every = Lexicon.rows
    fold = Tongue(lexicon_of(language)).fold

    def rows(self: Lexicon, name: str) -> Sequence[Mapping[str, str]]:
        found: Any = every(self, name)
        if name != "openings" or self.language != language:
            return found
        return tuple(row for row in found if fold(row["phrase"])[0].strip() in kept)

    Lexicon.rows = rows  # type: ignore[method-assign]


def _measure(texts: Sequence[Text], whole: bool) -> Halves:
    score = reading.structure(texts, whole=whole).score
    said = [alarm.severity for text in texts for alarm in alarms(text)]
    return Halves(score, sum(text.words for text in texts), said.count("error"), said.count("warning"))

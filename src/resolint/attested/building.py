"""Counting what texts write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from zlib import crc32

from resolint.attested.counts import LEAST, packed
from resolint.attested.words import keys, row

__all__ = ["Tally", "build"]

_SHORTEST = 4
"""Paragraphs of fewer words are labels, names and dates, and no sentences."""


class Tally:
    """Counts of sequences by hash, gathered text by text. A paragraph that stands in several texts counts once."""

    def __init__(self) -> None:
        self.counts: Counter[int] = Counter()
        self.texts = 0
        self.words = 0
        self._seen: set[bytes] = set()

    def add(self, paragraphs: Iterable[str]) -> None:
        """Count the paragraphs of one text."""
        self.texts += 1
        for text in paragraphs:
            words = row(text).words
            whole = b"".join(words)
            if len(words) < _SHORTEST + 2 or whole in self._seen:
                continue
            self._seen.add(whole)
            self.words += len(words) - 2
            self.counts.update(map(crc32, keys(words)))


def build(texts: Iterable[Iterable[str]], least: int = LEAST) -> bytes:
    """The file of counts of ``texts``, each given as its paragraphs; the same texts give the same bytes, in any order."""
    tally = Tally()
    for paragraphs in texts:
        tally.add(paragraphs)
    return packed(tally.counts, texts=tally.texts, words=tally.words, least=least)

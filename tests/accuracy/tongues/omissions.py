"""What `concord` says of small phrases and of the length of paragraphs, on the half of the aligned texts that its tables were not made on."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple
from zlib import crc32

from resolint.cards import lexicon
from resolint.concordance.extent import astray
from resolint.concordance.qualifying import qualified
from tests.accuracy.tongues.texts import aligned

_SHARE, _LEAST = 0.3, 150
"""What is left out is at least such a part of a sentence, whose English has so many characters."""
_MOST = 300
_PIECES = re.compile(r"[^,;，；،؛]+(?:[,;，；،؛]\s*|\Z)")


class Omissions(NamedTuple):
    """Of the sentences of a language in which nothing was changed: how many, of how many a phrase is told, of how many the length; and of
    phrases and clauses that were left out: how many, and how many are told.
    """

    sentences: int
    phrases_told: int
    lengths_told: int
    phrases: int
    phrases_found: int
    clauses: int
    clauses_found: int


@cache
def held_out() -> tuple[Mapping[str, Any], ...]:
    """The aligned sentences of the documents of which the tables saw nothing."""
    return tuple(row for row in aligned() if not crc32(row["symbol"].encode()) & 1)


def measured(language: str, seed: int = 23) -> Omissions:
    """All figures for one language."""
    told = [
        (_phrases(row["en"], row[language], language), _length(row["en"], row[language], language))
        for row in held_out()
    ]
    phrases = list(_without_phrases(language))
    clauses = list(_without_clauses(language, random.Random(seed)))
    return Omissions(
        len(told), sum(one for one, _ in told), sum(other for _, other in told), len(phrases), sum(phrases), len(clauses), sum(clauses)
    )  # fmt: skip


def _phrases(one: str, other: str, language: str) -> bool:
    here, there = qualified(one, "en", lexicon()), qualified(other, language, lexicon())
    return bool(here.lacks(there) or there.lacks(here))


def _length(one: str, other: str, language: str) -> bool:
    return bool(astray(one, other, ("en", language)))


def _without_phrases(language: str) -> Iterator[bool]:
    """Whether it is told that a phrase is missing, for each that both versions have and that was left out of the other one."""
    for row in lexicon().rows("qualifying"):
        forms = [form for form in row[language].split("|") if form and not form.endswith("%")]
        for sentence in held_out():
            words = sentence[language]
            form = next((form for form in forms if form in words), None)
            if form is None or row["sense"] not in qualified(sentence["en"], "en", lexicon()).said:
                continue
            left = qualified(words.replace(form, ""), language, lexicon())
            yield row["sense"] in left.lacks(qualified(sentence["en"], "en", lexicon()))


def _without_clauses(language: str, dice: random.Random) -> Iterator[bool]:
    """Whether the length is told, for each sentence of which what stands between two marks was left out."""
    made = 0
    for row in dice.sample(held_out(), len(held_out())):
        words = row[language]
        pieces = [piece for piece in _PIECES.finditer(words) if len(piece.group()) >= _SHARE * len(words)]
        if len(row["en"]) < _LEAST or not pieces or made == _MOST or len(_PIECES.findall(words)) == 1:
            continue
        if _length(row["en"], words, language):
            continue
        made += 1
        gone = dice.choice(pieces)
        yield _length(row["en"], words[: gone.start()] + words[gone.end() :], language)

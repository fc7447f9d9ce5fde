"""Paragraphs in each other's place, and States left out of the other version or exchanged for others, planted and looked for."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

from resolint.cards import lexicon, lexicon_of
from resolint.concordance.crossed import crossed, exchanged_matters
from resolint.concordance.states import States, states
from resolint.concordance.terms import terms
from tests.accuracy.tongues.texts import aligned, texts

_PER_KIND = 100
Pair = tuple[str, str]


class Told(NamedTuple):
    """How many of a kind were planted, how many found, and how many of those for certain."""

    kind: str
    planted: int
    found: int
    sure: int


def differ_in_states(one: str, other: str, language: str) -> bool:
    """Whether two versions of a sentence are said for certain to name other States."""
    here, there = _named(one, "en"), _named(other, language)
    lost, come = there.lacks(here), here.lacks(there)
    return bool(lost and (come or there.leaves_out(here)))


def _named(text: str, language: str) -> States:
    return states(text, language, lexicon(), None if language == "en" else lexicon_of(language))


def neighbours(language: str) -> Iterator[tuple[Pair, Pair]]:
    """Two paragraphs of one part that follow one another in the English text and in the other version."""
    english = {text.name: text for text in texts("en_UNv10")}
    for text in texts(f"{language}_UNv10"):
        first = english.get(text.name)
        if first is None or len(first.rows) != len(text.rows):
            continue
        for at in range(len(text.rows) - 1):
            if first.rows[at][0] == first.rows[at + 1][0] in ("preambular", "operative"):
                yield (first.rows[at][1], first.rows[at + 1][1]), (text.rows[at][1], text.rows[at + 1][1])


def _matching(here: Pair, there: Pair, language: str) -> int:
    """2 for two paragraphs that are told to be exchanged, 1 for two that may be, 0 for others."""
    if crossed(here, there, ("en", language)):
        return 2
    one, other = lexicon(), language
    matters = (
        (terms(here[0], "en", one), terms(here[1], "en", one)),
        (terms(there[0], other, one), terms(there[1], other, one)),
    )
    return min(2, max(0, exchanged_matters(*matters)))


def exchanged(language: str) -> Told:
    """Neighbours that stand in each other's place; those that are told as they are count against it."""
    pairs = [(here, there) for here, there in neighbours(language) if not _matching(here, there, language)]
    told = [_matching(here, (there[1], there[0]), language) for here, there in pairs]
    return Told("neighbours exchanged", len(told), sum(one > 0 for one in told), sum(one > 1 for one in told))


def misnamed(language: str, dice: random.Random) -> Iterator[Told]:
    """A State whose name stands in both versions, left out of the other one or exchanged for another."""
    names = {row["english"]: row["name"] for row in lexicon_of(language).rows("states")}
    for kind in ("a State left out", "a State exchanged"):
        planted = found = sure = 0
        rows = list(aligned())
        for row in dice.sample(rows, len(rows)):
            here, there = _named(row["en"], "en"), _named(row[language], language)
            known = sorted(
                state for state in here.named & there.named if row[language].count(names.get(state, "\x00")) == 1
            )
            if not known or planted == _PER_KIND or here.named != there.named:
                continue
            state = dice.choice(known)
            others = [name for other, name in names.items() if other not in here.meant | there.meant and len(name) > 3]
            wrong = "" if kind == "a State left out" else dice.choice(others)
            changed = _named(row[language].replace(names[state], wrong), language)
            planted += 1
            lost, come = changed.lacks(here), here.lacks(changed)
            found += bool(lost or come or changed.adjectives_alone(here))
            sure += bool(lost and (come or changed.leaves_out(here)))
        yield Told(kind, planted, found, sure)

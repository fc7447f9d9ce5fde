"""More drafts to plant faults into: clauses of several texts put together, and sentences of other documents behind a clause."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.accuracy.tongues.texts import SPECIAL, aligned

if TYPE_CHECKING:
    from tests.accuracy.tongues.faults import Draft

_POOLED, _TEXTS, _PAIR = 120, 3, 2
_MARKS = " ,;.:，；。：、،؛"
_LEAST, _MOST = 40, 260


def pooled(given: Sequence[Draft], dice: random.Random) -> tuple[Draft, ...]:
    """Drafts made of two clauses of each part of three texts of one organ; two that follow one another stay together."""
    found = []
    organs = sorted({draft.organ for draft in given})
    for number in range(_POOLED if given else 0):
        organ = organs[number % len(organs)]
        own = [draft for draft in given if draft.organ == organ]
        chosen = dice.sample(own, min(_TEXTS, len(own)))
        preamble = tuple(line for draft in chosen for line in _two(draft.preamble, dice))
        operative = [line for draft in chosen for line in _two(draft.operative, dice)]
        last = chosen[0].operative[-1][-1:]
        between = next(mark for draft in chosen for mark in [_mark(draft.operative[0])])
        lines = [line.rstrip(_MARKS) for line in operative]
        ended = (*(line + between for line in lines[:-1]), lines[-1] + last)
        found.append(replace(chosen[0], name=f"pool/{number}", preamble=preamble, operative=ended))
    return tuple(found)


def _two(lines: Sequence[str], dice: random.Random) -> Sequence[str]:
    at = dice.randrange(max(1, len(lines) - 1))
    return lines[at : at + _PAIR]


def _mark(line: str) -> str:
    """The mark that ends a clause, with the blank before it."""
    return line[len(line.rstrip(_MARKS)) :]


def laddered(given: Sequence[Draft], adverbs: str) -> Iterator[Draft]:
    """Drafts in which a clause with *also* follows one that opens with the same verb and without it."""
    lines = [(draft, line) for draft in given for line in draft.operative[:-1]]
    for draft, line in lines:
        found = re.match(rf"(\*?)(?P<before>又)(?P<verb>..)|(\*?)(?P<word>\w+) (?:{adverbs})(?=\*? )", line)
        if found is None:
            continue
        opening = re.escape(found["word"] or found["verb"])
        plain = re.compile(rf"\*?{opening}(?:\*? (?!{adverbs})|(?=[\u4e00-\u9fff]))")
        before = next((other for one, other in lines if one.organ == draft.organ and plain.match(other)), None)
        if before is not None:
            yield replace(draft, name=f"ladder/{draft.name}", operative=(before, line, draft.operative[-1]))


def hosts(given: Sequence[Draft], way: Callable[[str, Draft], str | None], dice: random.Random) -> Iterator[Draft]:
    """Drafts with a sentence of another document behind a clause; of the sentences those in which ``way`` can make a fault."""
    if not given:
        return
    language = given[0].language
    rows = list(aligned())
    for row in dice.sample(rows, len(rows)):
        sentence = SPECIAL.sub(r"\\\1", " ".join(row[language].split())).strip(_MARKS)
        if not _LEAST <= len(sentence) <= _MOST or re.match(r"\W*\d", sentence) or re.search(r"[;；؛]", sentence):
            continue
        draft = dice.choice(given)
        if way(sentence, draft) in (None, sentence):
            continue
        comma = {"zh": "，", "ar": "، "}.get(language, ", ")
        at = len(draft.operative) - 2
        line = draft.operative[at]
        if at < 0 or way(line, draft) not in (None, line):
            continue
        told = f"{line.rstrip(_MARKS)}{comma}{sentence}{_mark(line)}"
        lines = (*draft.operative[:at], told, *draft.operative[at + 1 :])
        yield replace(draft, name=f"{draft.name}+{row['symbol']}", operative=lines, host=at)

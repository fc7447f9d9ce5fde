"""Standard formulae: set wordings that delegations reuse as they stand, and the drafts that change a word or two of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import inside, prose, quotations
from resolint.findings import Hit
from resolint.frozen import dataclass
from resolint.lexicon.english import SEQUENCE
from resolint.model import Block, Document
from resolint.rule import Context, per_rule

_WORD = regex.compiled(r"[^\W_]+(?:[-’'‑][^\W_]+)*")
_BRACKET = regex.compiled(r"\[([^\]]{0,400}+)\]")
_FREE = frozenset({"ordinal", "title", "subject", "instrument"})
_ANY = "*"
_LITTLE = frozenset(["the", "of", "and", "to", "in", "a", "an", "for", "on", "at", "its", "by", "or", "with"])
_SEQUENCE = frozenset(SEQUENCE)
_LONG = 12
"""A formula of so many words may have two of them changed, a shorter one only one."""
_WINDOW = 400
"""Words of a paragraph that are looked at; formulae stand in paragraphs, not in chapters."""


@dataclass(frozen=True, slots=True)
class _Formula:
    """One way to say a formula: its words, ``*`` for any words, and those of them that must nearly all be there."""

    id: str
    text: str
    words: tuple[str, ...]
    content: frozenset[str]
    limit: int
    spare: int
    """How many of the words that count may be missing."""
    pieces: tuple[str, ...]
    """The rows of words between the open places, each with a blank at both ends."""


def _variants(text: str) -> Iterator[str]:
    """The ways to write a formula: ``[its/their]`` is one of several, ``[addressing and]`` may be missing."""
    parts: list[tuple[str, ...]] = []
    at = 0
    for found in _BRACKET.finditer(text):
        parts.append((text[at : found.start()],))
        inner = found[1]
        if inner in _FREE:
            parts.append((_ANY,))
        elif "/" in inner:
            parts.append(tuple(inner.split("/")))
        else:
            parts.append((inner, ""))
        at = found.end()
    parts.append((text[at:],))
    for choice in product(*parts):
        yield "".join(choice)


@per_rule
def _held(context: Context) -> tuple[_Formula, ...]:
    """The formulae that the options name."""
    names = set(context.options.get("formulas", ()))
    return _formulas(row for row in context.tables.get("formulas", ()) if row["id"] in names)


def _formulas(rows: Iterable[Mapping[str, str]]) -> tuple[_Formula, ...]:
    found = []
    for row in rows:
        for variant in _variants(row["text"]):
            words = tuple(_tokens(variant.replace("…", f" {_ANY} ")))
            content = frozenset(word for word in words if word != _ANY and word not in _LITTLE)
            shown = " ".join(variant.replace(_ANY, "…").split())
            limit = 2 if sum(word != _ANY for word in words) >= _LONG else 1
            pieces = tuple(f" {part.strip()} " for part in " ".join(words).split(_ANY) if part.strip())
            found.append(_Formula(row["id"], shown, words, content, limit, min(limit, len(content) - 2), pieces))
    return tuple(found)


def _tokens(text: str) -> Iterator[str]:
    for found in re.finditer(rf"\{_ANY}|{_WORD.pattern}", text):
        yield _folded(found.group())


def _folded(word: str) -> str:
    return word.lower().replace("’", "'").replace("‑", "-")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a formula comes nearest: how many words are changed, and the words from ``start`` to ``end``."""

    cost: int
    start: int
    end: int


def _nearest(formula: Sequence[str], words: Sequence[str], limit: int) -> _Place | None:
    """The stretch of ``words`` nearest to ``formula``; a word more, less or other costs one. None above ``limit``."""
    row = [(0, at) for at in range(len(words) + 1)]
    for number, one in enumerate(formula, 1):
        if one == _ANY:
            # Any words: what was reached before may go on for nothing.
            best = row[0]
            fresh = [best]
            for cell in row[1:]:
                best = min(best, cell)
                fresh.append(best)
            row = fresh
            continue
        before, row = row, [(number, row[0][1])]
        for at, word in enumerate(words, 1):
            same = (before[at - 1][0] + (word != one), before[at - 1][1])
            row.append(min(same, (before[at][0] + 1, before[at][1]), (row[at - 1][0] + 1, row[at - 1][1])))
        if min(cell[0] for cell in row) > limit:
            return None
    cost, start, end = min((cell[0], cell[1], at) for at, cell in enumerate(row))
    return _Place(cost, start, end) if cost <= limit else None


@check("AGR003")
def formula_drifted(document: Document, context: Context) -> Iterator[Hit]:
    """A standard formula with a word or two changed."""
    formulas = _held(context)
    if not formulas:
        return
    rows = [(block, _words(block)) for block in prose(document)]
    # Most formulae share too few words with the whole draft.
    there = frozenset(word for _, words in rows for word in words)
    near = [one for one in formulas if len(one.content - there) <= one.spare]
    for block, words in rows if near else ():
        yield from _in_block(block, words, near)


def _in_block(block: Block, words: list[str], formulas: Sequence[_Formula]) -> Iterator[Hit]:
    present = set(words)
    formulas = [one for one in formulas if len(one.content - present) <= one.spare]
    if not formulas:
        return
    # The "also" and "further" of an opening belong to the ladder, not to the formula.
    kept = [at for at, word in enumerate(words) if word not in _SEQUENCE or at > 3]
    plain = [words[at] for at in kept]
    nearest: dict[str, tuple[_Place, _Formula]] = {}
    row = f" {' '.join(plain)} "
    # Most formulae stand there as they should, and no other way to write one comes nearer to it than that.
    right = {formula.id for formula in formulas if _stands(formula, row)}
    for formula in formulas:
        if formula.id in right or not _gathered(formula, plain):
            continue
        place = _nearest(formula.words, plain, formula.limit)
        if place is not None and (formula.id not in nearest or place.cost < nearest[formula.id][0].cost):
            nearest[formula.id] = place, formula
    changed = [item for item in nearest.values() if item[0].cost]
    quoted = quotations(block.text) if changed else []
    found = list(islice(_WORD.finditer(block.text, block.lead), _WINDOW)) if changed else []
    for place, formula in changed:
        if place.end > place.start and _whole(formula, plain[place.start : place.end]):
            start, end = found[kept[place.start]].start(), found[kept[place.end - 1]].end()
            if not inside(quoted, start, end):
                yield Hit(block.span(start, end), {"formula": formula.text})


def _words(block: Block) -> list[str]:
    """The first words of a block, folded."""
    lower = _folded(block.text)
    if len(lower) == len(block.text):
        return _WORD.findall(lower, block.lead)[:_WINDOW]
    # A letter that becomes two in small letters moves all that follow, and may tear its word.
    return [_folded(one.group()) for one in islice(_WORD.finditer(block.text, block.lead), _WINDOW)]


def _stands(formula: _Formula, row: str) -> bool:
    """Whether the words of a formula stand in a row of words as they are, with any others where it leaves them open."""
    at = 0
    for piece in formula.pieces:
        at = row.find(piece, at)
        if at < 0:
            return False
        # The blank that ends one piece may begin the next.
        at += len(piece) - 1
    return True


def _gathered(formula: _Formula, words: Sequence[str]) -> bool:
    """Whether enough words of a formula stand near enough to one another; a whole paragraph has them all over it."""
    enough = len(formula.content) - formula.limit
    if enough < 1 or _ANY in formula.words:
        return True
    places = [at for at, word in enumerate(words) if word in formula.content]
    reach = len(formula.words) + formula.limit
    return any(last - first < reach for first, last in zip(places, places[enough - 1 :], strict=False))


def _whole(formula: _Formula, words: Sequence[str]) -> bool:
    """Whether the first and the last word are those of the formula; else it is another phrase that runs alike."""
    return words[0] == formula.words[0] and words[-1] == formula.words[-1]

"""The sequence of repeated openings in the other official languages: none, *also*, *further*, as the table ``words`` has it.

Paragraphs that touch and open with the same phrase are compared. Adopted texts break the sequence often: all of it is an info.
"""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks.shared.tongues import Head, heads, tongue_of
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon.tongues import Tongue
from resolint.model import Document
from resolint.rule import Context
from resolint.structure import where

__all__ = ["unmarked"]

_RUNGS = 3


class _Step(NamedTuple):
    """An opening without its adverb, the rung that the adverb stands for, and where it ends in the words."""

    key: str
    rung: int
    end: int


def unmarked(document: Document, context: Context, role: str) -> Iterator[Hit]:
    """Paragraphs of one part that open like the one before them, on the same rung."""
    tongue = tongue_of(context)
    adverbs = tuple(tongue.patterns["sequence"].pattern.split("|")) if "sequence" in tongue.patterns else ()
    before: tuple[Head, _Step] | None = None
    for head in heads(document, context):
        step = _step(head, tongue, adverbs) if adverbs and head.role == role else None
        if step is None:
            before = None
            continue
        if before is not None and before[1].key == step.key and before[1].rung == step.rung and step.rung < _RUNGS - 1:
            place = where(document, before[0].clause.body)
            yield _hit(head, step, adverbs[step.rung], place, first=tongue.code == "zh")
        elif before is not None and _skipped(before[1], step) and tongue.code != "zh":
            place = where(document, before[0].clause.body)
            yield _hit(head, step, adverbs[0], place, first=tongue.code == "zh")
        before = head, step


def _skipped(before: _Step, step: _Step) -> bool:
    """Whether *further* follows an opening alike without *also*; Chinese says 还 the second time as well."""
    return before.key == step.key and not before.rung and step.rung == _RUNGS - 1


def _step(head: Head, tongue: Tongue, adverbs: tuple[str, ...]) -> _Step | None:
    """Where a paragraph stands in the sequence; None where its opening is not known."""
    if head.opening is None:
        return None
    opening = head.words[: head.opening.end]
    rest = head.words[head.opening.end :]
    # Arabic joins each paragraph to the one before; the first has nothing to be joined to.
    folded = tongue.fold(opening)[0].strip().removeprefix("و" if tongue.code == "ar" else "")
    for adverb, rung in (*zip(adverbs, (1, 2), strict=False), *_synonyms(tongue)):
        word = tongue.fold(adverb)[0]
        if tongue.code == "zh":
            if folded.startswith(word):
                return _Step(folded.removeprefix(word), rung, len(opening))
        elif f" {word}" in f" {folded}":
            return _Step(" ".join(folded.replace(word, " ").split()), rung, len(opening))
        elif _begins_with(tongue.fold(rest)[0].lstrip(" ,"), word):
            return _Step(folded, rung, len(opening))
    if tongue.code == "zh" and tongue.says("adverb", rest) is not None:
        return None  # the adverb is there, on the wrong side of the verb
    return _Step(folded, 0, len(opening.rstrip()))


def _synonyms(tongue: Tongue) -> Iterator[tuple[str, int]]:
    """Other adverbs that stand for the steps: *aussi* for *également*."""
    pattern = tongue.patterns.get("synonyms")
    for row in pattern.pattern.split("|") if pattern is not None else ():
        adverb, _, rung = row.partition("=")
        yield adverb, int(rung)


def _begins_with(rest: str, word: str) -> bool:
    """Whether words begin with a word, whatever mark or blank is behind it."""
    return rest.startswith(word) and not rest[len(word) : len(word) + 1].isalpha()


def _hit(head: Head, step: _Step, adverb: str, place: str, *, first: bool) -> Hit:
    found = head.words[: step.end]
    span = head.block.span(head.start, head.start + step.end)
    values = {"found": found, "place": place, "instead": f"{adverb}{found}" if first else f"{found} {adverb}"}
    values["more"] = ""
    if step.rung:
        return Hit(span, {**values, "instead": adverb}, unsure=True)
    return Hit(
        span,
        values,
        Fix(f"write “{values['instead']}”", (Edit(span, values["instead"], found),), "suggest"),
        unsure=True,
    )

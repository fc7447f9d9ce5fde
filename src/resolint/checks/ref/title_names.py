"""A check on names in the titles of a draft and of its annexes, which the text writes otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.names import Named, named
from resolint.findings import Hit
from resolint.lexicon.nearness import kindred, one_change
from resolint.lexicon.runs import JOINING
from resolint.model import Document, Span
from resolint.rule import Context

_LEAST = 3
_WEIGHTY = 2
_LONGEST = 24
_TIMES = frozenset(("decade", "year", "day", "week", "month"))
"""What is proclaimed, and taken for one another."""

_Words = tuple[str, ...]


@check("REF047")
def name_of_title_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """*The Decade for Lamps* in the title of a draft whose text speaks of the Decade of Lamps twice and more."""
    spans = _titles(document)
    if not spans:
        return
    written: dict[_Words, Counter[str]] = {}
    for text in named(document):
        if text.block.id not in {span.block for span in spans}:
            for run in text.runs:
                for first in range(len(run)):
                    for last in range(first + _LEAST, len(run) + 1):
                        part = run[first:last]
                        words = text.block.text[part[0].start : part[-1].end]
                        written.setdefault(tuple(token.text.lower() for token in part), Counter())[words] += 1
    for span in spans:
        block = document.block(span.block)
        for run in Named(block).runs:
            stretches = [run[first:last] for first in range(len(run)) for last in range(first + _LEAST, len(run) + 1)]
            stretches.sort(key=lambda part: -len(part))
            found = (
                _otherwise(
                    block.span(part[0].start, part[-1].end), tuple(token.text.lower() for token in part), written
                )
                for part in stretches
                if len(run) <= _LONGEST
            )
            hit = next((one for one in found if one is not None), None)
            if hit is not None:
                yield hit


def _titles(document: Document) -> list[Span]:
    acts = [act for act in document.acts if not act.number]
    own = [act.title for act in acts if act.title is not None]
    return own + [annex.title for act in acts for annex in act.annexes if annex.title is not None]


def _otherwise(span: Span, words: _Words, written: dict[_Words, Counter[str]]) -> Hit | None:
    # What begins with a small word is a piece of a name, and that word belongs to what stands before.
    if words in written or words[0] in JOINING or sum(word not in JOINING for word in words) < _WEIGHTY:
        return None
    near = [
        other
        for other, forms in written.items()
        if forms.total() > 1 and len(other) == len(words) and _near(words, other)
    ]
    if len(near) != 1:
        return None
    right = written[near[0]].most_common(1)[0][0]
    return Hit(span, {"right": right})


def _near(one: _Words, other: _Words) -> bool:
    odd = [(left, right) for left, right in zip(one, other, strict=True) if left != right]
    if len(odd) != 1:
        return False
    left, right = odd[0]
    return (
        {left, right} <= _TIMES
        or (left in JOINING and right in JOINING)
        or kindred(left, right)
        or one_change(one, other)
    )

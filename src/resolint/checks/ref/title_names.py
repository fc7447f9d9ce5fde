"""A check on names in the titles of a draft and of its annexes, which the text writes otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from resolint.checks import check
from resolint.checks.shared.names import Named, named
from resolint.findings import Hit
from resolint.lexicon.nearness import kindred, one_change
from resolint.lexicon.runs import JOINING, Token
from resolint.model import Document, Span
from resolint.rule import Context

_LEAST = 3
_WEIGHTY = 2
_LONGEST = 24
_TIMES = frozenset(("decade", "year", "day", "week", "month"))
"""What is proclaimed, and taken for one another."""

_Words = tuple[str, ...]
_Run = Sequence[Token]
_Written = dict[_Words, Counter[str]]


@check("REF047")
def name_of_title_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """*The Decade for Lamps* in the title of a draft whose text speaks of the Decade of Lamps twice and more."""
    titles = {span.block: document.block(span.block) for span in _titles(document)}
    runs = [(block, run) for block in titles.values() for run in Named(block).runs if _LEAST <= len(run) <= _LONGEST]
    if not runs:
        return
    written = _written((text for text in named(document) if text.block.id not in titles), [run for _, run in runs])
    ends = _by_ends(written)
    for block, run in runs:
        for first, last in sorted(_stretches(len(run), _LONGEST), key=lambda part: part[0] - part[1]):
            words = tuple(token.text.lower() for token in run[first:last])
            if (right := _otherwise(words, written, ends)) is not None:
                yield Hit(block.span(run[first].start, run[last - 1].end), {"right": right})
                break


def _stretches(length: int, longest: int) -> Iterator[tuple[int, int]]:
    """Where a run of so many words may be cut out of, from one word to before another."""
    for first in range(length):
        yield from ((first, last) for last in range(first + _LEAST, min(first + longest, length) + 1))


def _written(texts: Iterable[Named], titles: Sequence[_Run]) -> _Written:
    """The forms of every stretch of names in the text that may be one of a title but for a word: one end at least is of a title."""
    longest = max(map(len, titles))
    known = {token.text.lower() for run in titles for token in run}
    written: _Written = {}
    for text in texts:
        for run in text.runs:
            words = [token.text.lower() for token in run]
            for first, last in _stretches(len(run), longest):
                if words[first] in known or words[last - 1] in known:
                    form = text.block.text[run[first].start : run[last - 1].end]
                    written.setdefault(tuple(words[first:last]), Counter())[form] += 1
    return written


def _by_ends(written: _Written) -> dict[tuple[int, int, str], list[_Words]]:
    """What is written oftener than once, by its length and by either end: of two that differ in one word, one end is the same."""
    ends: dict[tuple[int, int, str], list[_Words]] = {}
    for words, forms in written.items():
        for end in (0, -1) if forms.total() > 1 else ():
            ends.setdefault((len(words), end, words[end]), []).append(words)
    return ends


def _titles(document: Document) -> list[Span]:
    acts = [act for act in document.acts if not act.number]
    own = [act.title for act in acts if act.title is not None]
    return own + [annex.title for act in acts for annex in act.annexes if annex.title is not None]


def _otherwise(words: _Words, written: _Written, ends: dict[tuple[int, int, str], list[_Words]]) -> str | None:
    """How the text writes what a title calls ``words``; None where it writes so too, or not in one way alone."""
    # What begins with a small word is a piece of a name, and that word belongs to what stands before.
    if words in written or words[0] in JOINING or sum(word not in JOINING for word in words) < _WEIGHTY:
        return None
    alike = {other for end in (0, -1) for other in ends.get((len(words), end, words[end]), ())}
    near = [other for other in alike if _near(words, other)]
    return written[near[0]].most_common(1)[0][0] if len(near) == 1 else None


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

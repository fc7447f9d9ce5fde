"""Terms of two words, and the last word behind a name, with capitals that adopted texts hardly ever give them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from resolint.attested.counts import STEPS, Counts
from resolint.checks.shared.sentences import Sentence
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon.runs import JOINING

__all__ = ["pairs_capitalized"]

_FIRST = 2
_SHORTEST = 3
_OFTEN, _RARER = 18, 3
"""So often adopted texts write the pair small, and so many times oftener than with capitals."""
_OF_NAME, _RARER_THERE = 150, 12
_NEVER, _COMMON = 6, 150
"""So often small where the pair was never counted with capitals, each word of it a common one."""
_OWN = 3


def pairs_capitalized(texts: Sequence[Sentence], counts: Counts) -> Iterator[Hit]:
    """*The Regional Commissions*, *the United Nations System,*."""
    often: Counter[str] = Counter()
    found: list[tuple[Sentence, int, int, str]] = []
    for text in texts:
        for first, last in _runs(text):
            words = " ".join(text.written[first : last + 1])
            often[words] += 1
            found.append((text, first, last, words))
    for text, first, last, words in found:
        if often[words] >= _OWN:
            continue
        if last == first + 1 and _plain(text, first) and _plain(text, last):
            if _small_pair(text, first, counts):
                yield _hit(text, first, last)
        elif last - first in (1, 2) and _plain(text, last) and _small_last(text, last, counts):
            yield _hit(text, last, last)


def _runs(text: Sentence) -> Iterator[tuple[int, int]]:
    """Two to four words with capitals that stand together, and beside which no name goes on."""
    places = [place for place in text.capitals if place >= _FIRST]
    at = 0
    while at < len(places):
        end = at
        while end + 1 < len(places) and places[end + 1] == places[end] + 1 and text.run(places[end], places[end + 1]):
            end += 1
        first, last = places[at], places[end]
        if first < last <= first + 3 and not _goes_on(text, first, last):
            yield first, last
        at = end + 1


def _goes_on(text: Sentence, first: int, last: int) -> bool:
    """Whether a small word joins the run to another capital, before or behind it, or it begins a sentence."""
    behind = text.at(last + 1) in JOINING and last + 2 < len(text.written) and text.written[last + 2][:1].isupper()
    at = first - 1
    while at > first - 4 and text.at(at) in JOINING and text.run(at, at + 1):
        at -= 1
    before = at < first - 1 and at > 0 and text.written[at][:1].isupper() and text.run(at, at + 1)
    return behind or before or not text.run(first - 1, first)


def _plain(text: Sentence, place: int) -> bool:
    word = text.written[place]
    return len(word) > _SHORTEST and word[1:].islower() and word.isascii() and word.isalpha()


def _small_pair(text: Sentence, first: int, counts: Counts) -> bool:
    one, two = text.written[first], text.written[first + 1]
    small = STEPS[counts[f"{one.lower()} {two.lower()} ".encode()]]
    large = STEPS[counts[f"{one} {two} ".encode()]]
    if text.block.text[text.end(first + 1) :].lstrip(" \xa0")[:1].isdigit():
        return False
    if not large and small >= _NEVER:
        return min(STEPS[counts[f"{word.lower()} ".encode()]] for word in (one, two)) >= _COMMON
    return small >= _OFTEN and small >= _RARER * max(1, large)


def _small_last(text: Sentence, last: int, counts: Counts) -> bool:
    before, word = text.written[last - 1], text.written[last]
    small = STEPS[counts[f"{before} {word.lower()} ".encode()]]
    large = STEPS[counts[f"{before} {word} ".encode()]]
    behind = f"{text.written[last + 1]} " if text.run(last, last + 1) else ""
    if behind and counts[f"{before} {word} {behind}".encode()]:
        return False
    return small >= _OF_NAME and small >= _RARER_THERE * max(1, large)


def _hit(text: Sentence, first: int, last: int) -> Hit:
    span = text.block.span(text.start(first), text.end(last))
    found = text.block.text[span.start : span.end]
    right = found.lower()
    fix = Fix(f"Write “{right}”", (Edit(span, right, found),), "suggest")
    return Hit(span, {"found": found, "instead": right}, fix, unsure=True)

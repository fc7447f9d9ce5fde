"""A demonstration for the projector: a faulty draft, a few findings one by one, the draft mended and clean.

Every screen says one thing in few words, as HTML for a page that knows the styles of documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.report.page.sheet import Article
from resolint.report.page.text import Pin, markup, plain
from resolint.rule import Card
from resolint.teach.exercise import Exercise
from resolint.teach.marked import marked
from resolint.teach.planting import Planted, blocks_of, difference, whole_words
from resolint.teach.showing import as_html, emphasized

__all__ = ["Screen", "screens"]

_SENTENCE = lazy(r"(?<=[.!?])\s+(?=[A-Z])")
_SAID = 2
"""So many sentences are read from a screen; the rest is in the handbook."""


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: ``kind`` is *faulty*, *finding*, *mended* or *clean*; ``body`` is HTML, ``rule`` the rule of a finding."""

    kind: str
    heading: str
    body: str
    rule: str = ""


def screens(exercise: Exercise, faulty: Document, right: Document, cards: Mapping[str, Card]) -> tuple[Screen, ...]:
    """The screens about an exercise, given with its faulty and its right draft."""
    return tuple(_screens(exercise, faulty, right, cards))


def _screens(exercise: Exercise, faulty: Document, right: Document, cards: Mapping[str, Card]) -> Iterator[Screen]:
    pairs = [_both(fault, faulty, right) for fault in exercise.faults]
    count = len(pairs)
    yield Screen("faulty", "The draft as it came in", _paper(faulty, {}))
    for number, (fault, (wrong, good)) in enumerate(zip(exercise.faults, pairs, strict=True), 1):
        body = "".join(_finding(fault, wrong, good, cards.get(fault.rule)))
        yield Screen("finding", f"{number} of {count}: {fault.where}", body, fault.rule)
    changes = {wrong.id: [_change(wrong, good)] for wrong, good in pairs}
    yield Screen("mended", "The draft mended", _paper(faulty, changes))
    yield Screen("clean", "Nothing left to report", _paper(right, {}))


def _both(fault: Planted, faulty: Document, right: Document) -> tuple[Block, Block]:
    return _at(faulty, fault.line), _at(right, fault.line)


def _at(document: Document, line: int) -> Block:
    return next(block for block in blocks_of(document) if block.places and block.places[0].line == line)


def _paper(document: Document, pins: Mapping[str, list[Pin]]) -> str:
    return "".join(Article(document, pins, top=3, links=False).lines())


def _change(wrong: Block, good: Block) -> Pin:
    """What goes and what comes in a paragraph, in whole words."""
    (start, end), (first, last) = _differing(wrong, good)
    new = f"<ins>{markup(good, first, last, lambda _: '')}</ins>" if first < last else ""
    return Pin(start, end, "<del>", f"</del>{new}", new)


def _finding(fault: Planted, wrong: Block, good: Block, card: Card | None) -> Iterator[str]:
    """The paragraph with what is wrong, what the linter says, why, and the paragraph as it should be."""
    here, there = _differing(wrong, good)
    yield f'<p class="words wrong">{as_html(emphasized(wrong, here))}</p>\n'
    yield f'<p class="said">{plain(fault.message)}</p>\n'
    if card is not None:
        yield f'<p class="why">{as_html(marked(_short(card.prose.get("Why it matters", ""))))}</p>\n'
    yield f'<p class="words right">{as_html(emphasized(good, there))}</p>\n'
    if card is not None:
        yield f'<p class="authority">{plain(_sentence(card.authority))}</p>\n'


def _differing(wrong: Block, good: Block) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where two forms of a paragraph differ, in each of them, in whole words: marks alone are not seen from the last row."""
    here = difference(good, wrong) or (0, len(wrong.text))
    there = difference(wrong, good) or (0, len(good.text))
    return whole_words(wrong.text, *here), whole_words(good.text, *there)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return " ".join(_SENTENCE.split(flat)[:_SAID])

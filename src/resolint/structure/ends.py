"""Where the opening phrase of a paragraph stands."""

from __future__ import annotations

from resolint.lexicon import Lexicon, openings
from resolint.lexicon.marks import BLANKS, words_end
from resolint.lexicon.openings import Opening
from resolint.model import Block, Mark, Role, Span

_LONGEST_OPENER = 90
_MOST_WORDS = 9
_AROUND = BLANKS + ',;:.[]({“"'


def italic_lead(block: Block, start: int) -> tuple[int, int] | None:
    """The italic run at ``start`` of the block's words, merged over blanks and trimmed; None if there is none."""
    text = block.text
    at = start
    end = at
    for mark in _by_start(block):
        if mark.end <= end:
            continue
        if text[end : mark.start].strip(BLANKS + "\u00ad[(" if end == at else BLANKS):
            break
        end = mark.end
    while end > at and text[end - 1] in _AROUND:
        end -= 1
    while at < end and text[at] in _AROUND:
        at += 1
    return (at, end) if at < end else None


def _by_start(block: Block) -> list[Mark]:
    return sorted(block.marked("italic"), key=lambda mark: (mark.start, mark.end))


def opener(block: Block, start: int, role: Role, lexicon: Lexicon, known: Opening | None = None) -> Span | None:
    """The opening phrase of a paragraph whose words begin at ``start``.

    It is the italic run at the start where there is a plausible one, else the longest known phrase, else None.
    ``known`` is the opening found before at ``start``, of whatever mood.
    """
    text = block.text
    italic = italic_lead(block, start) if block.marks else None
    if italic is not None and _plausible(text, italic):
        return Span(block.id, *italic)
    found = known or openings.parse(text[start:], lexicon, role)
    if role == "paragraph" and found is not None and found.mood != "plural":
        return None
    if found is None and role != "paragraph":
        found = openings.known(text[start:], lexicon)
    return Span(block.id, start + found.start, start + found.italic_end) if found else None


def _plausible(text: str, italic: tuple[int, int]) -> bool:
    first, last = italic
    words = text[first:last].split()
    whole = words_end(text) - first
    return (
        last - first <= _LONGEST_OPENER
        and len(words) <= _MOST_WORDS
        and words[0][:1].isalpha()
        and (last - first < 0.8 * whole or len(words) < 4)
    )

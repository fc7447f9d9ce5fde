"""Where the words of a paragraph begin and end: closing punctuation and the opening phrase."""

from __future__ import annotations

from resolint.lexicon import Lexicon, openings
from resolint.lexicon.openings import Opening
from resolint.model import NOTE_MARK, Block, Mark, Role, Span

BLANKS = "".join(
    (
        " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a",
        "\u2028\u2029\u202f\u205f\u3000\u200b\ufeff",
    )
)
"""All that ``str.isspace`` calls white space, line ends of Unicode among it, and two that have no width."""

_NOTES = NOTE_MARK + "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NOTE_SIGNS = frozenset(_NOTES)
_TRAILING = BLANKS + _NOTES
_MARKS = ",;.:"
_QUOTES = "”\"’'»"
_BRACKETS = "]}"
_LONGEST_OPENER = 90
_MOST_WORDS = 9
_AROUND = BLANKS + ',;:.[]({“"'


def words_end(text: str, also: str = "") -> int:
    """The end of the words of ``text``, before trailing blanks and note marks, the commas that part marks, and ``also``."""
    end = len(text.rstrip(_TRAILING + also))
    while (
        text[end - 1 : end] == ","
        and text[end:].lstrip(BLANKS)[:1] in _NOTE_SIGNS
        and text[: end - 1].rstrip(BLANKS)[-1:] in _NOTE_SIGNS
    ):
        end = len(text[: end - 1].rstrip(_TRAILING + also))
    return end


def _conjunction(text: str, end: int) -> int:
    """The end of the words before a trailing *and* or *or* that follows the closing mark (``…; and``)."""
    for word in (" and", " or"):
        if text.endswith(word, 0, end):
            before = len(text[: end - len(word)].rstrip(_TRAILING))
            if text[before - 1 : before] in (";", ","):
                return before
    return end


def end_mark(text: str, start: int = 0) -> tuple[int, int]:
    """Start and end of the closing punctuation of ``text`` from ``start`` on, empty where it is missing.

    Blanks and note marks after it are passed over. A mark before a closing quotation mark or square bracket is the
    paragraph's own (``.”``), and so is one behind it. An *and* after it (``; and``) does not count.
    """
    end = max(start, words_end(text))
    end = max(start, _conjunction(text, end))
    inner = end
    while inner > start:
        last = text[inner - 1]
        if last in _MARKS:
            return inner - 1, inner
        if last in _QUOTES or last in _BRACKETS or (inner < end and last in _TRAILING):
            inner -= 1
            continue
        break
    return end, end


def closes(text: str, marks: str, start: int = 0) -> bool:
    """Whether the closing punctuation of ``text`` is one of ``marks``."""
    first, last = end_mark(text, start)
    return first < last and text[first] in marks


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

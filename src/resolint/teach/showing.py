"""Words as they are set, for every place where they are shown: in a terminal, on a page, in a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from resolint.model import NOTE_MARK, Block, Mark
from resolint.regex import lazy
from resolint.report.characters import columns, wrapped
from resolint.report.page.text import plain
from resolint.writing import FormattedText, Words

__all__ = ["as_html", "as_lines", "as_terminal", "bare", "emphasized", "excerpt", "formatted", "raised", "spoken"]

_KINDS = ("italic", "bold", "underline")
_ROOM = 46
_RAISED = str.maketrans("0123456789abcdefghijklmnoprstuvwxyz+-", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁺⁻")
_BLANKS = lazy(r"(\s{1,200})")


def raised(text: str) -> str:
    """``text`` in raised letters and figures, as far as there are any."""
    return text.translate(_RAISED)


def formatted(block: Block, start: int = 0, end: int | None = None, notes: bool = False) -> FormattedText:
    """The characters ``start`` to ``end`` of a paragraph as they are set, with the marks of ``notes`` or without."""
    stop = len(block.text) if end is None else end
    marks = [mark for mark in block.marks if mark.kind in (*_KINDS, "superscript", "note")]
    edges = sorted({start, stop, *(at for mark in marks for at in (mark.start, mark.end) if start < at < stop)})
    return tuple(_stretch(block, marks, a, b, notes) for a, b in pairwise(edges) if a < b)


def _stretch(block: Block, marks: Iterable[Mark], start: int, end: int, notes: bool) -> Words:
    here = {mark.kind: mark for mark in marks if mark.start <= start and mark.end >= end}
    text = block.text[start:end]
    if "note" in here:
        # In the notation a note is called by its mark.
        text = raised(here["note"].value.rpartition("/")[2]) if notes else ""
    elif "superscript" in here:
        text = raised(text)
    return Words(text.replace(NOTE_MARK, ""), *(kind in here for kind in _KINDS))


def excerpt(block: Block, start: int, end: int, room: int = _ROOM, notes: bool = False) -> FormattedText:
    """The words at a place, in bold, with some before and behind, cut between words; with the marks of ``notes`` or without."""
    first, last = max(block.lead, start - room), min(len(block.text), end + room)
    while block.lead < first < start and not block.text[first - 1].isspace():
        first += 1
    while end < last < len(block.text) and not block.text[last].isspace():
        last -= 1
    before, after = (("…",) if first > block.lead else ()), (("…",) if last < len(block.text) else ())
    here = (one._replace(bold=True) for one in formatted(block, start, end, notes))
    inner = (*formatted(block, first, start, notes), *here, *formatted(block, end, last, notes))
    return (*(Words(mark) for mark in before), *inner, *(Words(mark) for mark in after))


def bare(words: FormattedText) -> str:
    """The text alone."""
    return "".join(one.text for one in words)


def as_html(words: FormattedText) -> str:
    """The words as HTML."""
    return "".join(_tagged(one) for one in words)


def _tagged(one: Words) -> str:
    found = plain(one.text)
    for wanted, tag in ((one.underline, "u"), (one.bold, "b"), (one.italic, "i")):
        if wanted:
            found = f"<{tag}>{found}</{tag}>"
    return found


def as_terminal(words: FormattedText, color: bool) -> str:
    """The words for a terminal: italics, bold print and lines below are seen, or written as in the notation."""
    return "".join(_seen(words, color))


def _seen(words: FormattedText, color: bool) -> Iterator[str]:
    if color:
        for one in words:
            codes = [code for wanted, code in ((one.italic, "3"), (one.bold, "1"), (one.underline, "4")) if wanted]
            yield f"\x1b[{';'.join(codes)}m{one.text}\x1b[0m" if codes else one.text
        return
    # Words in bold print within italics are marked inside them, so that marks stand in pairs.
    for italic, row in groupby((one for one in words if one.text), key=lambda one: one.italic):
        inner = "".join(_marked(one) for one in row)
        yield f"*{inner}*" if italic else inner


def _marked(one: Words) -> str:
    found = f"**{one.text}**" if one.bold else one.text
    return f"<u>{found}</u>" if one.underline else found


def spoken(language: str) -> str:
    """The attributes of an element of a page whose words are in ``language``; none for English, the page's own."""
    if language == "en":
        return ""
    return f' lang="{language}"' + (' dir="rtl"' if language == "ar" else "")


def emphasized(block: Block, *places: tuple[int, int]) -> FormattedText:
    """A whole paragraph of the notation with its number, a note with its mark, the characters at ``places``, which are in
    order, in bold."""
    number = raised(block.id.split("/")[1]) if block.kind == "note" else "" if block.lead else block.label
    found = [Words(f"{number} ")] if number else []
    at = 0
    for start, end in places:
        found += formatted(block, at, start, notes=True)
        found += (one._replace(bold=True) for one in formatted(block, start, end, notes=True))
        at = end
    return (*found, *formatted(block, at, notes=True))


def as_lines(words: FormattedText, width: int, color: bool) -> list[tuple[str, int]]:
    """The words for a terminal in lines of at most ``width`` columns, each with the columns that it takes."""
    if not bare(words).strip():
        return []
    if not color:
        return [(line, columns(line)) for line in wrapped(as_terminal(words, False), width)]
    lines: list[list[FormattedText]] = [[]]
    taken = 0
    for word in _by_words(words):
        size = columns(bare(word))
        if lines[-1] and taken + 1 + size > width:
            lines.append([])
        taken = size if not lines[-1] else taken + 1 + size
        lines[-1].append(word)
    return [
        (" ".join(as_terminal(word, True) for word in line), sum(columns(bare(word)) + 1 for word in line) - 1)
        for line in lines
    ]


def _by_words(words: FormattedText) -> Iterator[FormattedText]:
    """The words divided at blanks; one word may be set in two ways."""
    found: list[Words] = []
    for one in words:
        for part in _BLANKS.split(one.text):
            if not part:
                continue
            if part.isspace():
                yield tuple(found)
                found = []
            else:
                found.append(one._replace(text=part))
    yield tuple(found)

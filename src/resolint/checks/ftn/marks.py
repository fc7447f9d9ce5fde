"""Footnote marks in the text: where they stand, their order, their notes (catalogue FN001 to FN007, FN021)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.shared.notes import parts, summary
from resolint.findings import Hit
from resolint.model import NOTE_MARK, Block, Document, Footnote, Mark, Span
from resolint.regex import lazy
from resolint.rule import Context

_SYMBOL = lazy(
    r"\((?:see |document )?(?:A|E|S|ST|UNEP|FCCC|CTOC|CAC|TD|DP|JIU)/[A-Z0-9][^()]{0,160}"
    r"(?:\([^()]{0,40}\)[^()]{0,80})?\)"
)
_LETTER = lazy(r"(?:[A-Za-z]|[*\u2020\u2021\u00a7]+)\Z")
_NUMBER = lazy(r"[1-9][0-9]{0,2}\Z")
_NOTED = lazy(r"(?:[^\W\d_]{4}|[^\W\d_][,;:.\u201d\"\u2019)])\Z")
_NAME_WORD = lazy(r"(?:[A-Z][\w\u2019'-]*|of|on|the|and|for|against|to|in|its|as|\d{4})\Z")


@check("FTN001")
def source_in_text(document: Document, context: Context) -> Iterator[Hit]:
    """A document symbol in brackets in the text of a resolution, where a footnote belongs."""
    for block_id in parts(document):
        block = document.block(block_id)
        if "/" not in block.text:
            continue
        for found in _SYMBOL.finditer(block.text):
            if any(character.isdecimal() for character in found[0]):
                yield Hit(block.span(found.start(), found.end()), {"symbol": found[0][1:-1]})


@check("FTN002")
def note_not_numbered(document: Document, context: Context) -> Iterator[Hit]:
    """A note to the text that is marked with a letter or an asterisk, that is an endnote, or whose number is only typed."""
    where = parts(document)
    for block_id in where:
        yield from _typed_marks(document.block(block_id))
    for note in document.footnotes:
        if note.anchor is None or note.anchor.block not in where:
            continue
        if _is_endnote(note):
            yield Hit(note.anchor, {"fault": "this one is an endnote, at the end of the document"})
        elif _LETTER.match(note.number):
            yield Hit(note.anchor, {"fault": f"the mark of this one is “{note.number}”"})


def _typed_marks(block: Block) -> Iterator[Hit]:
    """Raised digits behind a whole word or a mark, which look like the number of a note and lead to none.

    Behind a short word or a figure they are a power (*km2*, *10-6*).
    """
    for mark in block.marked("superscript"):
        digits = block.text[mark.start : mark.end]
        if _NUMBER.match(digits) and _NOTED.search(block.text, max(block.lead, mark.start - 4), mark.start):
            yield Hit(
                block.span(mark.start, mark.end), {"fault": f"this “{digits}” is typed, and no note belongs to it"}
            )


@check("FTN003")
def note_sequence_broken(document: Document, context: Context) -> Iterator[Hit]:
    """Marks that do not ascend, marks without a note, notes that nothing refers to, two notes of one number.

    The number that was expected is said. Numbers may begin again at 1 with every act and annex. Endnotes are no part
    of the series.
    """
    notes = {note.id: note for note in document.footnotes}
    act_of = _acts(document)
    again = _again(document, act_of)
    seen: set[str] = set()
    last, act = 0, 0
    for block, mark in _marks(document):
        note = notes.get(mark.value)
        here = block.span(mark.start, mark.end)
        if note is None:
            if mark.value:
                yield Hit(here, {"fault": "this mark has no note"})
            continue
        if note.id in seen or note.id in again or not note.number.isdecimal() or _is_endnote(note):
            continue
        seen.add(note.id)
        number = int(note.number)
        if number == 1 and act_of[block.id] != act:
            last = 0
        act = act_of[block.id]
        if number != last + 1:
            yield Hit(here, {"fault": f"note {number} stands where note {last + 1} is expected"})
        last = max(last, number)
    for note in document.footnotes:
        if note.anchor is None and note.blocks and note.number.isdecimal():
            yield Hit(note.blocks[0].span(), {"fault": f"nothing in the text refers to note {note.number}"})


def _again(document: Document, act_of: Mapping[str, int]) -> set[str]:
    """Notes that repeat an earlier one of their act with its number: so a Word file has a mark that comes back."""
    first: dict[tuple[int, str, str], str] = {}
    again: set[str] = set()
    for note in document.footnotes:
        if note.anchor is not None and note.number.isdecimal():
            words = " ".join(" ".join(block.text for block in note.blocks).split())
            words = words.removeprefix(note.number).lstrip()  # a mark that is set by hand stands in the note too
            if first.setdefault((act_of[note.anchor.block], note.number, words), note.id) != note.id:
                again.add(note.id)
    return again


def _is_endnote(note: Footnote) -> bool:
    return any(block.id.startswith("endnotes/") for block in note.blocks)


def _marks(document: Document) -> Iterator[tuple[Block, Mark]]:
    for block in document.blocks:
        if block.kind not in ("header", "footer") and NOTE_MARK in block.text:
            for mark in sorted(block.marked("note"), key=lambda found: found.start):
                yield block, mark


def _acts(document: Document) -> dict[str, int]:
    """For every block the number of acts and annexes that have begun there."""
    starts: set[str] = set()
    for act in document.acts:
        first = act.heading or act.title or act.organ_line
        if first is not None:
            starts.add(first.block)
        starts.update(annex.heading.block for annex in act.annexes)
    begun = 0
    found = {}
    for block in document.blocks:
        begun += block.id in starts
        found[block.id] = begun
    return found


@check("FTN005")
def note_mark_repeated(document: Document, context: Context) -> Iterator[Hit]:
    """A mark that comes back: since about 2020 a reference is given once, where the item is first mentioned."""
    seen: set[str] = set()
    numbers = {note.id: note.number for note in document.footnotes}
    again = _again(document, _acts(document))
    for block, mark in _marks(document):
        if mark.value in seen or mark.value in again:
            yield Hit(block.span(mark.start, mark.end), {"number": numbers.get(mark.value, "")})
        elif mark.value in numbers:
            seen.add(mark.value)


@check("FTN006")
def second_note_missing(document: Document, context: Context) -> Iterator[Hit]:
    """Practice until 2019: an item noted in the preamble is noted again at its first mention in the operative part."""
    where = parts(document)
    operative = [document.block(block_id) for block_id, part in where.items() if part == "operative"]
    for note in document.footnotes:
        if note.anchor is None or where.get(note.anchor.block) != "preamble":
            continue
        name = _name_before(document.block(note.anchor.block).text, note.anchor.start)
        if not name:
            continue
        found = next(((block, at) for block in operative if (at := block.text.find(name)) >= 0), None)
        if found is None:
            continue
        block, at = found
        end = at + len(name)
        if NOTE_MARK not in block.text[end : end + 25]:
            yield Hit(block.span(at, end), {"number": note.number})


def _name_before(text: str, end: int) -> str:
    """The proper name of at least four words that stands right before ``end``, empty if none does."""
    start = max(text.find(" ") + 1, end - 200)
    taken: list[str] = []
    for word in reversed(text[start:end].rstrip(" ,;:").split(" ")):
        if not _NAME_WORD.match(word):
            break
        taken.insert(0, word)
    while taken and not taken[0][0].isupper():
        taken.pop(0)
    return " ".join(taken) if sum(word[0].isupper() for word in taken) >= 4 else ""


@check("FTN007")
def note_duplicated(document: Document, context: Context) -> Iterator[Hit]:
    """Two notes with the same words in the same part of the text."""
    where = parts(document)
    seen: dict[tuple[str, str], str] = {}
    for note in document.footnotes:
        if note.anchor is None or not note.blocks:
            continue
        words = summary(note)
        if not words or words.lower().startswith("ibid"):
            continue
        key = (where.get(note.anchor.block, ""), words)
        if key in seen:
            yield Hit(note.blocks[0].span(), {"number": note.number, "other": seen[key]})
        else:
            seen[key] = note.number


@check("FTN021")
def note_in_title(document: Document, context: Context) -> Iterator[Hit]:
    """A numbered note mark in a title or heading."""
    numbered = {note.id for note in document.footnotes if note.number.isdecimal()}
    for span in _headings(document):
        block = document.block(span.block)
        for mark in block.marked("note"):
            if span.start <= mark.start <= span.end and mark.value in numbered:
                yield Hit(block.span(mark.start, mark.end))


def _headings(document: Document) -> Iterator[Span]:
    for act in document.acts:
        if act.title is not None:
            yield act.title
        for heading in act.headings:
            yield heading.span
        for annex in act.annexes:
            yield annex.heading
            if annex.title is not None:
                yield annex.title
            for heading in annex.headings:
                yield heading.span

"""The draft against its base text: what departs without a tracked change, and which changes touch agreed words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import quotations
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import NOTE_MARK, Block, Document, Span
from resolint.rule import Context
from resolint.shared import per_document
from resolint.structure import where

if TYPE_CHECKING:
    from resolint.comparison import BaseText, Comparison, Paragraph, Row
    from resolint.wording import Change

_LONGEST = 90
_PLACES = 6
"""Places that are named where nothing is tracked; the comparison shows the rest."""
_QUOTED_WORDS = 4
"""Quotation marks around fewer words set off a name or a term, not agreed text."""
_BLANKS = regex.compiled(r"\s")


@check("AGR001")
def not_tracked_at_all(document: Document, context: Context) -> Iterator[Hit]:
    """A draft that departs from its base and has no tracked change, or that has hardly a paragraph of it."""
    if context.base is None:
        return
    comparison, rows = _departing(context.base, context)
    block, changes = _title(document), _has_changes(document)
    if not rows or block is None or (changes and not comparison.unrelated):
        return
    values = {
        "count": f"{len(rows)} {'paragraph departs' if len(rows) == 1 else 'paragraphs depart'}",
        "base": _file(context.base.text.origin.name),
        "tracked": "and its tracked changes do not account for that" if changes else "and no change is tracked",
        "places": f"{_enumerated(list(dict.fromkeys(_where_now(comparison, row) for row in rows)))}.",
    }
    if comparison.unrelated:
        values |= {"count": "hardly a paragraph comes", "places": "is this the base that was meant?"}
    yield Hit(block.span(), values, whole=True)


@check("AGR002")
def untracked_departures(document: Document, context: Context) -> Iterator[Hit]:
    """Each difference between the base and the draft with its changes rejected."""
    if context.base is None:
        return
    comparison, rows = _departing(context.base, context)
    departing = {id(row) for row in rows}
    places = _Places(document, context.base.original)
    title = _title(document)
    before: Span | None = title.span(title.lead, title.lead) if title is not None else None
    for row in comparison.rows:
        if id(row) in departing:
            yield from _departures(comparison, row, places, before)
        if row.draft and row.draft[-1].part not in _FRAME:
            before = places.end(row.draft[-1].block)


@check("AGR010")
def agreed_words_touched(document: Document, context: Context) -> Iterator[Hit]:
    """Tracked changes inside of quotations and standard formulae."""
    if context.base is None:
        return
    formulae = _formulae(context.lexicon)
    blocks = [*document.blocks, *(block for note in document.footnotes for block in note.blocks)]
    for block in blocks:
        changes = [mark for mark in block.marks if mark.kind in ("inserted", "deleted-here")]
        if not changes:
            continue
        old, to_new = _original(block)
        ranges = [
            (start, end, "a quotation")
            for start, end in quotations(old)
            if len(old[start:end].split()) >= _QUOTED_WORDS
        ]
        ranges += list(_found(old, formulae))
        for start, end, what in ranges:
            first, last = to_new[start], to_new[end - 1] + 1
            touched = [mark for mark in changes if mark.start < last and mark.end > first]
            touched += [
                mark for mark in changes if mark.start == mark.end == first and _gone(old, to_new, start, mark.start)
            ]
            if touched:
                begin, stop = min(mark.start for mark in touched), max(mark.end for mark in touched)
                yield Hit(Span(block.id, begin, stop), {"what": what, "words": _short(old[start:end])})


def _gone(old: str, to_new: Sequence[int], start: int, at: int) -> bool:
    """Whether the first characters of the words that begin at ``start`` are among those taken out at ``at``."""
    return start + 1 < len(old) and to_new[start] == to_new[start + 1] == at


# -- departures ------------------------------------------------------------------------------------------------------


_Departing = tuple["Comparison", list["Row"]]
"""A comparison, and its rows in which the text that was agreed departs."""


@per_document("comparison with the base")
def _by_base(_original: Document) -> dict[int, tuple[BaseText, _Departing]]:
    return {}


def _departing(base: BaseText, context: Context) -> _Departing:
    """What departs from the base; kept with the draft, because two rules ask for it."""
    kept = _by_base(base.original)
    if id(base) not in kept:
        kept[id(base)] = base, _compared(base, context.lexicon)
    return kept[id(base)][1]


def _compared(base: BaseText, lexicon: Lexicon) -> _Departing:
    """The draft beside its base; beside the nearer reading of one that has tracked changes of its own.

    A paragraph that departs from one of the two readings alone holds to the other: its change is tracked in the base.
    """
    from resolint.comparison import compare  # slow to import, and most drafts are held against no base

    found = [_rows(compare(text, base.original, lexicon)) for text in (base.text, base.before) if text is not None]
    if len(found) == 1:
        return found[0]
    (comparison, rows), (_, others) = sorted(found, key=lambda one: len(one[1]))
    ours = {paragraph.block for row in others for paragraph in row.draft}
    gone = {key for row in others if not row.draft for one in row.base for key in (one.block, one.text)}

    def departs(row: Row) -> bool:
        if row.draft:
            return any(one.block in ours for one in row.draft)
        return any(one.block in gone or one.text in gone for one in row.base)

    return comparison, [row for row in rows if departs(row)]


def _rows(comparison: Comparison) -> _Departing:
    return comparison, [row for row in comparison.rows if row.departs and _is_text(row, comparison)]


_FRAME = frozenset(("masthead", "header", "closing"))
"""What differs between a text and the next one that is built on it: symbol, date, sponsors, meeting, adoption."""


def _is_text(row: Row, comparison: Comparison) -> bool:
    """Whether a row is of the text that was agreed, not of the frame around it, in which every document differs."""
    if all(paragraph.part in _FRAME for paragraph in (*row.base, *row.draft)):
        return False
    numbered = row.kind == "changed" and row.base[0].part == "title" and bool(row.changes)
    if not numbered or row.italics or row.notes:
        return True
    return any(not _is_number(change, comparison) for change in row.changes)


def _is_number(change: Change, comparison: Comparison) -> bool:
    """Whether only the number that stands before a title came, went or is another."""
    acts = (*comparison.base.acts, *comparison.draft.acts)
    numbers = {"", *(act.number for act in acts if act.number)}
    return {change.old.strip(" ."), change.new.strip(" .")} <= numbers


def _departures(comparison: Comparison, row: Row, places: _Places, before: Span | None) -> Iterator[Hit]:
    if not row.draft:
        span = before if before is not None else places.first()
        if span is not None:
            place = _where(comparison.base, row.base)
            yield Hit(span, {"what": f"“{_short(row.old)}” stood at {place} of the base and is gone"})
        return
    if not row.base:
        yield Hit(places.whole(row.draft[0].block), {"what": f"“{_short(row.new)}” is not in the base"})
        return
    if row.kind in ("moved", "split", "merged"):
        said = {
            "moved": f"This stood at {_where(comparison.base, row.base)} of the base",
            "split": "This was one paragraph in the base",
            "merged": f"These were {len(row.base)} paragraphs in the base",
        }[row.kind]
        yield Hit(places.whole(row.draft[0].block), {"what": said})
    titled = row.base[0].part == "title"
    for change in row.changes:
        if titled and _is_number(change, comparison):
            continue
        yield Hit(
            places.span(row.draft, change.new_start, change.new_end), {"what": _change_in_words(change.old, change.new)}
        )
    for italic in row.italics:
        words = row.new[italic.new_start : italic.new_end]
        yield Hit(places.span(row.draft, italic.new_start, italic.new_end), {"what": _set(words, italic.italic)})
    yield from _notes(row, places)


def _notes(row: Row, places: _Places) -> Iterator[Hit]:
    for note in row.notes:
        if note.kind == "changed" and note.draft is not None:
            for change in note.changes:
                yield Hit(
                    places.note(note.draft, row), {"what": f"In the note: {_change_in_words(change.old, change.new)}"}
                )
            for italic in note.italics:
                words = note.new[italic.new_start : italic.new_end]
                yield Hit(places.note(note.draft, row), {"what": f"In the note: {_set(words, italic.italic)}"})
        elif not row.changes:
            said = (
                f"The note “{_short(note.new or note.old)}” {'is not in the base' if note.kind == 'new' else 'is gone'}"
            )
            yield Hit(places.whole(row.draft[0].block), {"what": said})


def _set(words: str, italic: bool) -> str:
    return f"“{_short(words)}” stands {'in italics' if italic else 'upright'}, not so in the base"


def _change_in_words(old: str, new: str) -> str:
    ours, theirs = _short(old), _short(new)
    if not theirs:
        return f"“{ours}” stood here in the base and is gone"
    if not ours:
        return f"“{theirs}” is not in the base"
    return f"“{theirs}” stands where the base has “{ours}”"


def _short(text: str) -> str:
    words = " ".join(text.replace(NOTE_MARK, "").split())
    if len(words) <= _LONGEST:
        return words
    return words[: _LONGEST // 2].rpartition(" ")[0] + " … " + words[-_LONGEST // 2 :].partition(" ")[2]


def _where(document: Document, row: Sequence[Paragraph]) -> str:
    return where(document, Span(row[0].block, row[0].start, row[0].start)) or row[0].part


def _where_now(comparison: Comparison, row: Row) -> str:
    """Where a departing paragraph stands in the draft, or stood in the base."""
    return _where(comparison.draft, row.draft) if row.draft else f"{_where(comparison.base, row.base)} of the base"


def _enumerated(places: Sequence[str]) -> str:
    if len(places) > _PLACES:
        places = [*places[: _PLACES - 1], f"{len(places) - _PLACES + 1} more"]
    return " and ".join(filter(None, (", ".join(places[:-1]), places[-1])))


def _file(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2] or "the base"


def _has_changes(document: Document) -> bool:
    blocks = [*document.blocks, *(block for note in document.footnotes for block in note.blocks)]
    return any(mark.kind in ("inserted", "deleted-here") for block in blocks for mark in block.marks)


def _title(document: Document) -> Block | None:
    for act in document.acts:
        span = act.title or act.organ_line
        if span is not None:
            return document.block(span.block)
    return next((block for block in document.blocks if block.text.strip()), None)


# -- places ----------------------------------------------------------------------------------------------------------


def _original(block: Block) -> tuple[str, list[int]]:
    """The text of a block without its tracked changes, and for each character of it, and its end, the place in the block."""
    parts: list[str] = []
    places: list[int] = []
    removed: dict[int, str] = {}
    for mark in block.marked("deleted-here"):
        if mark.value != "\n":
            removed[mark.start] = removed.get(mark.start, "") + mark.value
    hidden = [False] * len(block.text)
    for mark in block.marked("inserted"):
        hidden[mark.start : mark.end] = [True] * (mark.end - mark.start)
    for at in range(len(block.text) + 1):
        words = removed.get(at, "")
        parts.append(words)
        places += [at] * len(words)
        if at < len(block.text) and not hidden[at]:
            parts.append(block.text[at])
            places.append(at)
    return "".join(parts), [*places, len(block.text)]


class _Places:
    """From places in the draft without its changes to places in the draft as it is proposed."""

    def __init__(self, proposed: Document, original: Document) -> None:
        self.proposed, self.original = proposed, original
        self._maps: dict[str, tuple[Block, list[int]]] = {}
        by_text: dict[str, list[tuple[Block, list[int]]]] = {}
        for block in _all(proposed):
            text, places = _original(block)
            by_text.setdefault(_BLANKS.sub("", text), []).append((block, places))
            if original.has_block(block.id) and original.block(block.id).text == text:
                self._maps[block.id] = (block, places)
        last: Block | None = None
        for block in _all(original):
            if block.id not in self._maps:
                same = by_text.get(_BLANKS.sub("", block.text), ())
                if len(same) == 1 and len(same[0][1]) == len(block.text) + 1:
                    self._maps[block.id] = same[0]
                elif proposed.has_block(block.id):
                    here = proposed.block(block.id)
                    self._maps[block.id] = (here, [0] * len(block.text) + [len(here.text)])
                elif last is not None:
                    self._maps[block.id] = (last, [len(last.text)] * (len(block.text) + 1))
            if block.id in self._maps:
                last = self._maps[block.id][0]

    def first(self) -> Span | None:
        """The beginning of the draft."""
        block = next(iter(self.proposed.blocks), None)
        return None if block is None else Span(block.id, 0, 0)

    def _get(self, block: str) -> tuple[Block, list[int]]:
        if block not in self._maps:
            here = self.proposed.blocks[0]
            return here, [0]
        return self._maps[block]

    def whole(self, block: str) -> Span:
        """All of a paragraph."""
        here, _ = self._get(block)
        return here.span(min(here.lead, len(here.text)))

    def end(self, block: str) -> Span:
        """The point at the end of a paragraph."""
        here, _ = self._get(block)
        return here.span(len(here.text))

    def span(self, row: Iterable[Paragraph], start: int, end: int) -> Span:
        """The words from ``start`` to ``end`` of the joined texts of a row; those of its first paragraph if there are more."""
        at = 0
        chosen: Paragraph | None = None
        for paragraph in row:
            if chosen is None or at <= start:
                chosen, first = paragraph, at
            at += len(paragraph.text) + 1
        assert chosen is not None
        here, places = self._get(chosen.block)
        begin = chosen.start + start - first
        stop = min(chosen.start + end - first, chosen.start + len(chosen.text))
        limit = len(places) - 1
        a = places[min(begin, limit)]
        b = places[min(stop - 1, limit)] + 1 if stop > begin else a
        return here.span(min(a, len(here.text)), min(max(a, b), len(here.text)))

    def note(self, note: str, row: Row) -> Span:
        """All of a note, or of the paragraph that refers to it where the note is not in the draft as proposed."""
        for found in self.proposed.footnotes:
            if found.id == note and found.blocks:
                return found.blocks[0].span(found.blocks[0].lead)
        return self.whole(row.draft[0].block)


def _all(document: Document) -> list[Block]:
    return [*document.blocks, *(block for note in document.footnotes for block in note.blocks)]


# -- formulae --------------------------------------------------------------------------------------------------------


@per_lexicon
def _formulae(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Set wordings without gaps, in lower case, with how they are called."""
    found = []
    for row in lexicon.rows("formulas"):
        plain = " ".join(row["text"].split()).rstrip(".,;:").lower()
        if len(plain.split()) >= _QUOTED_WORDS and not any(char in plain for char in "[]/…"):
            found.append((plain, "an agreed formula"))
    return tuple(found)


def _found(text: str, formulae: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    lowered = _BLANKS.sub(" ", text).lower()
    if len(lowered) != len(text):
        return
    for words, what in formulae:
        at = lowered.find(words)
        while at >= 0:
            yield at, at + len(words), what
            at = lowered.find(words, at + len(words))

"""From two documents to the rows of their comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from resolint import wording
from resolint.comparison import details
from resolint.comparison.align import Alignment, align
from resolint.comparison.grids import pair_cells
from resolint.comparison.model import Comparison, HeadChange, NoteChange, Paragraph, QualifierChange, Row, RowKind
from resolint.comparison.paragraphs import paragraphs
from resolint.comparison.similar import Vocabulary
from resolint.comparison.strength import Strengths
from resolint.lexicon import Lexicon
from resolint.lexicon.tongues import plain
from resolint.model import Document
from resolint.wording import Change

_HEAD = ("symbol", "body", "session", "agenda_item", "sponsors", "distribution", "date", "language")
_LABELLED = ("distribution", "language")
_LABEL = str.maketrans("", "", " \t.()")


Fates = Callable[[str, str, Sequence[Change]], Sequence[QualifierChange]]


def compare(base: Document, draft: Document, lexicon: Lexicon, fates: Fates | None = None) -> Comparison:
    """What ``draft`` makes of ``base``, paragraph by paragraph.

    ``lexicon`` has the scales by which a change of an opening phrase is a change of strength.
    ``fates`` tells of two texts and the changes between them what became of their qualifiers.
    Headers and lines of the masthead are held against one another only where both are Word files; the fields
    of the masthead always are. Blanks, soft hyphens and the numbers of notes are no departures.
    """
    blind = _blind(base, draft)
    work = _Work(base, draft, blind, lexicon.kept(Strengths), fates)
    masthead = base.origin.format == draft.origin.format == "docx"
    ours, theirs = paragraphs(base, masthead=masthead), paragraphs(draft, masthead=masthead)
    rows = [row for header in (False, True) for row in work.rows(_side(ours, header), _side(theirs, header))]
    return Comparison(base, draft, tuple(rows), tuple(_head(base, draft)), _counts(rows), blind, work.tables)


def _side(row: Sequence[Paragraph], header: bool) -> list[Paragraph]:
    return [paragraph for paragraph in row if (paragraph.part == "header") == header]


def _blind(base: Document, draft: Document) -> tuple[str, ...]:
    found = []
    if any("italics" in document.origin.lost for document in (base, draft)):
        found.append("italics")
    if any("notes" in document.origin.lost and not document.footnotes for document in (base, draft)):
        found.append("notes")
    if _hidden(base) != _hidden(draft):
        found.append("hidden")
    return tuple(found)


def _hidden(document: Document) -> str:
    """All letters of a document that are set not to show."""
    blocks = (*document.blocks, *(block for note in document.footnotes for block in note.blocks))
    found = (mark.value for block in blocks for mark in block.marked("hidden"))
    return "".join(char for value in found for char in value if char.isalnum())


class _Work:
    """Both documents while they are compared."""

    def __init__(
        self, base: Document, draft: Document, blind: tuple[str, ...], strengths: Strengths, fates: Fates | None
    ) -> None:
        self.fates = fates
        self.words = Vocabulary(blind)
        self.blind = blind
        self.tables: dict[int, int] = {}
        self.strengths = strengths
        self.notes = details.Notes(base, draft, self.words, "italics" not in blind)
        self.cited = details.cited(base), details.cited(draft)

    def rows(self, base: Sequence[Paragraph], draft: Sequence[Paragraph]) -> Iterator[Row]:
        ours = [self.words.signature(paragraph) for paragraph in base]
        theirs = [self.words.signature(paragraph) for paragraph in draft]
        found = align(ours, theirs)
        self.tables.update(pair_cells(found, base, draft, self.words))
        for kind, old, new in _order(found, len(base), len(draft)):
            yield self._row(kind, tuple(base[i] for i in old), tuple(draft[j] for j in new))

    def _row(self, kind: RowKind, base: tuple[Paragraph, ...], draft: tuple[Paragraph, ...]) -> Row:
        old, new = details.side(base), details.side(draft)
        if not base or not draft:
            one = new if draft else old
            notes = () if "notes" in self.blind else tuple(self.notes.changes(old, new, ()))
            return Row(kind, base, draft, old.text, new.text, notes=notes, similarity=0.0 if one.text else 1.0)
        exact = wording.changes(old.text, new.text)
        changes = details.word_changes(old.text, new.text, self.words.trace)
        note_changes = () if "notes" in self.blind else tuple(self.notes.changes(old, new, exact))
        italics = () if "italics" in self.blind else tuple(details.italic_changes(old, new, exact))
        if kind == "changed" and not (changes or note_changes or italics):
            kind = "same"
        return Row(
            kind,
            base,
            draft,
            old.text,
            new.text,
            changes,
            note_changes,
            italics,
            details.verb_change(old, new, self.strengths) if changes else None,
            tuple(details.citation_changes(old, new, changes, *self.cited)) if changes else (),
            tuple(self.fates(old.text, new.text, changes)) if changes and self.fates is not None else (),
            _renumbered(base[0], draft[0]),
            wording.similarity(old.text, new.text) if changes else 1.0,
        )


def _renumbered(old: Paragraph, new: Paragraph) -> bool:
    ours, theirs = old.label.translate(_LABEL), new.label.translate(_LABEL)
    return bool(ours and theirs) and ours != theirs


def _order(found: Alignment, base: int, draft: int) -> Iterator[tuple[RowKind, list[int], list[int]]]:
    """The rows in the order of the draft; what was dropped follows what stood before it in the base."""
    at_draft: dict[int, tuple[RowKind, list[int], list[int]]] = {}
    for i, j in found.kept.items():
        new = found.splits.get(i, [j])
        old = found.merges.get(j, [i])
        kind: RowKind = "split" if len(new) > 1 else "merged" if len(old) > 1 else "changed"
        at_draft[new[0]] = (kind, old, new)
    for i, j in found.moved.items():
        at_draft[j] = ("moved", [i], [j])
    in_order = {i: row for row in at_draft.values() if row[0] != "moved" for i in row[1]}
    used_base = set(in_order) | set(found.moved)
    used_draft = {j for row in at_draft.values() for j in row[2]}
    until = _following(at_draft, base, draft)
    at = 0

    def dropped(end: int) -> Iterator[tuple[RowKind, list[int], list[int]]]:
        nonlocal at
        while at < end:
            if at not in used_base:
                yield "dropped", [at], []
            at += 1

    for j in range(draft):
        row = at_draft.get(j)
        if row is not None:
            if row[0] != "moved":
                yield from dropped(row[1][0])
                at = max(at, row[1][-1] + 1)
            yield row
        elif j not in used_draft:
            # What was dropped here comes before what came in its place.
            yield from dropped(until[j])
            yield "new", [], [j]
    yield from dropped(base)


def _following(rows: Mapping[int, tuple[RowKind, list[int], list[int]]], base: int, draft: int) -> list[int]:
    """For each draft paragraph the base paragraph of the next pair in order; the end of the base where none follows."""
    found, after = [base] * draft, base
    for j in range(draft - 1, -1, -1):
        row = rows.get(j)
        if row is not None and row[0] != "moved":
            after = row[1][0]
        found[j] = after
    return found


def _head(base: Document, draft: Document) -> Iterator[HeadChange]:
    if "masthead" in base.origin.lost or "masthead" in draft.origin.lost:
        return
    for name in _HEAD:
        old, new = _field(base, name), _field(draft, name)
        if _said(name, old) != _said(name, new):
            yield HeadChange(name, old, new)


def _said(name: str, value: str | None) -> str | None:
    """The value of a field that is printed with a label (*Original : français*, *Distr.: Limited*), without it and its capitals."""
    if value is None or name not in _LABELLED:
        return value
    return plain(value).rpartition(":")[2].strip().casefold()


def _field(document: Document, name: str) -> str | None:
    value = getattr(document.head, name)
    if isinstance(value, tuple):
        return ", ".join(value) or None
    return " ".join(value.split()) if value else None


def _counts(rows: Sequence[Row]) -> dict[str, int]:
    notes: list[NoteChange] = [note for row in rows for note in row.notes]
    verbs = [row.verb for row in rows if row.verb is not None]
    counts: dict[str, int] = dict.fromkeys(("same", "changed", "moved", "split", "merged", "new", "dropped"), 0)
    text = [row for row in rows if not is_header(row)]
    for row in text:
        counts[row.kind] += 1
    counts["headers"] = sum(row.departs for row in rows) - sum(row.departs for row in text)
    counts["renumbered"] = sum(row.renumbered for row in rows)
    counts["words_out"] = sum(_words_out(row) for row in text)
    counts["words_in"] = sum(_words_in(row) for row in text)
    for kind in ("changed", "new", "dropped"):
        counts[f"notes_{kind}"] = sum(note.kind == kind for note in notes)
    counts["italics"] = sum(len(row.italics) for row in rows) + sum(len(note.italics) for note in notes)
    counts["verbs"] = len(verbs)
    for direction in ("stronger", "weaker"):
        counts[direction] = sum(verb.direction == direction for verb in verbs)
    cited = [change.fate for row in rows if not _of_masthead(row) for change in row.citations]
    counts["citations"] = cited.count("updated")
    counts["citations_added"], counts["citations_dropped"] = cited.count("added"), cited.count("dropped")
    counts["qualifiers"] = sum(len(row.qualifiers) for row in rows)
    return counts


def is_header(row: Row) -> bool:
    """Whether a row is of the pages' headers and footers, which are no paragraphs of the text."""
    return (row.base or row.draft)[0].part == "header"


def has_no_place(comparison: Comparison) -> frozenset[str]:
    """The lines of headers, by block, that the pages of the base have no place for: none of their header stays."""
    rows = [row for row in comparison.rows if is_header(row) and row.draft]
    held = {_story(one.block) for row in rows if row.base for one in row.draft}
    return frozenset(one.block for row in rows if not row.base for one in row.draft if _story(one.block) not in held)


def _story(block: str) -> str:
    return block.rpartition("/")[0]


def _words_out(row: Row) -> int:
    return len(wording.words(row.old)) if not row.draft else sum(len(wording.words(c.old)) for c in row.changes)


def _words_in(row: Row) -> int:
    return len(wording.words(row.new)) if not row.base else sum(len(wording.words(c.new)) for c in row.changes)


def _of_masthead(row: Row) -> bool:
    """Whether all of a row is masthead or page header, where a symbol is the draft's own and refers to nothing."""
    return {paragraph.part for paragraph in (*row.base, *row.draft)} <= {"masthead", "header"}

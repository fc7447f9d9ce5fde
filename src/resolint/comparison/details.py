"""What differs inside a pair of paragraphs: words, notes, italics, the opening phrase, references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from resolint import wording
from resolint.comparison.model import CitationChange, ItalicChange, NoteChange, Paragraph, VerbChange
from resolint.comparison.similar import Vocabulary
from resolint.comparison.strength import Strengths
from resolint.frozen import dataclass
from resolint.model import Citation, Document, Footnote
from resolint.wording import Change

_FOLLOWING = 60
_CITED = frozenset(
    ("resolution", "decision", "statement", "document", "official records", "treaty series", "sales number", "session",
     "meeting", "agenda item", "date")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """One or several paragraphs as one text."""

    text: str
    notes: tuple[tuple[int, str], ...] = ()
    italics: tuple[tuple[int, int], ...] = ()
    opener: tuple[int, int] | None = None
    starts: tuple[tuple[int, Paragraph], ...] = ()


def side(paragraphs: Sequence[Paragraph]) -> Side:
    """``paragraphs`` joined by a space each."""
    if not paragraphs:
        return Side("")
    texts: list[str] = []
    notes: list[tuple[int, str]] = []
    italics: list[tuple[int, int]] = []
    starts = []
    at = 0
    for paragraph in paragraphs:
        starts.append((at, paragraph))
        texts.append(paragraph.text)
        notes += [(at + offset, note) for offset, note in paragraph.notes]
        italics += [(at + start, at + end) for start, end in paragraph.italics]
        at += len(paragraph.text) + 1
    first = paragraphs[0]
    return Side(" ".join(texts), tuple(notes), tuple(italics), first.opener, tuple(starts))


def word_changes(old: str, new: str, trace: Callable[[str], str]) -> tuple[Change, ...]:
    """The changes of wording; those that ``trace`` does not see (blanks, soft hyphens) are left out."""
    return tuple(change for change in wording.changes(old, new) if trace(change.old) != trace(change.new))


class Notes:
    """The notes of both documents, and which of them belong to one another through their places in the text."""

    def __init__(self, base: Document, draft: Document, words: Vocabulary, italics: bool) -> None:
        """Read the texts of all notes; ``italics`` says whether both sides know what stands in italics."""
        self._base, self._draft = note_texts(base), note_texts(draft)
        self._words = words
        self._notes = tuple({note.id: note for note in side.footnotes} if italics else {} for side in (base, draft))

    def changes(self, old: Side, new: Side, row: Sequence[Change]) -> Iterator[NoteChange]:
        """What became of the notes of a pair of texts, in the order of the draft, then those that went."""
        ours = dict(old.notes)
        back = _Map(row)
        for offset, note in new.notes:
            at = back.old(offset)
            partner = None if at is None else ours.pop(at, None)
            text = self._draft.get(note, "")
            if partner is None:
                yield NoteChange("new", None, note, "", text)
                continue
            before = self._base.get(partner, "")
            differ = self._words.essence(before) != self._words.essence(text)
            words = word_changes(before, text, self._words.trace) if differ else ()
            italics = tuple(self._italics(partner, note, before, text))
            if differ or italics:
                yield NoteChange("changed", partner, note, before, text, words, italics)
        for note in ours.values():
            yield NoteChange("dropped", note, None, self._base.get(note, ""), "")

    def _italics(self, base: str, draft: str, old: str, new: str) -> Iterator[ItalicChange]:
        """What is in italics in one of two notes alone."""
        ours, theirs = (notes.get(note) for notes, note in zip(self._notes, (base, draft), strict=True))
        if ours is None or theirs is None or not (_any_italics(ours) or _any_italics(theirs)):
            return
        sides = Side(old, italics=_note_italics(ours)), Side(new, italics=_note_italics(theirs))
        yield from italic_changes(*sides, wording.changes(old, new))


def note_texts(document: Document) -> dict[str, str]:
    """The words of each note by its id; several paragraphs are joined by a space."""
    return {
        note.id: " ".join(" ".join(block.text[block.lead :].split()) for block in note.blocks)
        for note in document.footnotes
    }


def _any_italics(note: Footnote) -> bool:
    return any(block.marked("italic") for block in note.blocks)


def _note_italics(note: Footnote) -> tuple[tuple[int, int], ...]:
    """What stands in italics in the words of a note, as `note_texts` gives them."""
    found: list[tuple[int, int]] = []
    at = 0
    for block in note.blocks:
        # Where each character of the block stands once blanks are one space each and none at the ends.
        text = block.text[block.lead :].rstrip()
        places, length = [], 0
        for offset, char in enumerate(text):
            places.append(at + length)
            length += not char.isspace() or (length > 0 and not text[offset + 1].isspace())
        places.append(at + length)
        for mark in block.marked("italic"):
            start, end = max(mark.start - block.lead, 0), min(mark.end - block.lead, len(text))
            if start < end:
                found.append((places[start], places[end]))
        at += length + 1
    return tuple(found)


class _Map:
    """From offsets in the new text to those in the old one, for characters that both have."""

    def __init__(self, row: Sequence[Change]) -> None:
        self._row = row

    def old(self, offset: int) -> int | None:
        """Where the character at ``offset`` of the new text stands in the old one, None if it is new."""
        shift = 0
        for change in self._row:
            if offset < change.new_start:
                break
            if offset < change.new_end:
                return None
            shift = change.end - change.new_end
        return offset + shift


def kept(old: str, new: str, row: Sequence[Change]) -> Iterator[tuple[int, int, int]]:
    """The stretches that both texts share: offset in the old, offset in the new, length."""
    at = new_at = 0
    for change in row:
        if change.start > at:
            yield at, new_at, change.start - at
        at, new_at = change.end, change.new_end
    if at < len(old):
        yield at, new_at, min(len(old) - at, len(new) - new_at)


def italic_changes(old: Side, new: Side, row: Sequence[Change]) -> Iterator[ItalicChange]:
    """Words kept that are in italics in one text alone; points and blanks at the edges count for nothing."""
    ours, theirs = _mask(old), _mask(new)
    for at, new_at, length in kept(old.text, new.text, row):
        start = 0
        while start < length:
            italic = theirs[new_at + start]
            if ours[at + start] == italic:
                start += 1
                continue
            end = start + 1
            while end < length and theirs[new_at + end] == italic and ours[at + end] != italic:
                end += 1
            first, last = _trimmed(old.text, at + start, at + end)
            if first < last:
                shift = new_at - at
                yield ItalicChange(first, last, first + shift, last + shift, italic)
            start = end


def _mask(side: Side) -> list[bool]:
    mask = [False] * len(side.text)
    for start, end in side.italics:
        mask[start:end] = [True] * (min(end, len(mask)) - start)
    return mask


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def verb_change(old: Side, new: Side, strengths: Strengths) -> VerbChange | None:
    """The change of the opening phrase, None if there is none or one side has no known one."""
    if old.opener is None or new.opener is None:
        return None
    return strengths.compare(_opening(old.text, old.opener), _opening(new.text, new.opener))


def _opening(text: str, opener: tuple[int, int]) -> tuple[str, str]:
    """The opening phrase, and what follows it."""
    return text[opener[0] : opener[1]], text[opener[1] : opener[1] + _FOLLOWING]


Cited = Mapping[str, Sequence[Citation]]


def cited(document: Document) -> Cited:
    """The references to documents, meetings and dates by block."""
    found: dict[str, list[Citation]] = {}
    for citation in document.citations:
        if citation.kind in _CITED:
            found.setdefault(citation.span.block, []).append(citation)
    return found


def citation_changes(
    old: Side, new: Side, row: Iterable[Change], base: Cited, draft: Cited
) -> Iterator[CitationChange]:
    """The references that came, went, or took the place of another of their kind in one change of wording.

    Those whose content stands on both sides are the members that a list keeps, wherever they stand in it.
    """
    ours, theirs = _placed(old, base), _placed(new, draft)
    staying = Counter(_content(c[2]) for c in ours) & Counter(_content(c[2]) for c in theirs)
    gone, come = _others(ours, staying), _others(theirs, staying)
    if not gone and not come:
        return
    partners: dict[int, tuple[int, int, Citation]] = {}
    for change in row:
        before = [c for c in gone if c[0] not in partners and _inside(c, change.start, change.end)]
        after = [c for c in come if c not in partners.values() and _inside(c, change.new_start, change.new_end)]
        for mine in before:
            yours = next((c for c in after if c[2].kind == mine[2].kind), None)
            if yours is not None:
                after.remove(yours)
                partners[mine[0]] = yours
    for mine in gone:
        paired = partners.get(mine[0])
        yield CitationChange(
            mine[2].kind, old.text[mine[0] : mine[1]], "" if paired is None else new.text[paired[0] : paired[1]]
        )
    for yours in come:
        if yours not in partners.values():
            yield CitationChange(yours[2].kind, "", new.text[yours[0] : yours[1]])


def _others(placed: Sequence[tuple[int, int, Citation]], staying: Counter[_Content]) -> list[tuple[int, int, Citation]]:
    """The references that are not among the ones that stay."""
    left = Counter(staying)
    found = []
    for place in placed:
        if left[content := _content(place[2])]:
            left[content] -= 1
        else:
            found.append(place)
    return found


def _inside(place: tuple[int, int, Citation], start: int, end: int) -> bool:
    """Whether a reference shares a character with a change, or holds the point of an insertion."""
    if start == end:
        return place[0] < start < place[1]
    return place[0] < end and start < place[1]


def _placed(side: Side, cited: Cited) -> list[tuple[int, int, Citation]]:
    found = []
    for at, paragraph in side.starts:
        for citation in cited.get(paragraph.block, ()):
            start, end = citation.span.start - paragraph.start, citation.span.end - paragraph.start
            if start >= 0 and end <= len(paragraph.text):
                found.append((at + start, at + end, citation))
    return found


_Content = tuple[str | None, ...]


def _content(citation: Citation) -> _Content:
    return (
        citation.kind, citation.organ, citation.symbol, citation.session, citation.number, citation.date, citation.volume
    )  # fmt: skip

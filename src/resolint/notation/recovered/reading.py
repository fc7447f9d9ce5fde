"""From a source that was recovered from a printed page to blocks, notes and hints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from resolint.lexicon import Lexicon
from resolint.model import NOTE_MARK, Block, BlockKind, Footnote, Mark, Reading, Span
from resolint.notation.inline import normal, read_marks
from resolint.notation.keys import Keys
from resolint.notation.markdown import QUOTE_STYLE, anchors_of, note_id
from resolint.notation.paragraphs import split_label
from resolint.notation.recovered.chunks import Chunk, gather
from resolint.notation.recovered.hyphens import SeenWords
from resolint.notation.recovered.losses import find_losses
from resolint.notation.recovered.pages import read_pages
from resolint.notation.recovered.references import Found, Note, TracedParagraph, find_references
from resolint.notation.traced import Source, Traced, join, single
from resolint.regex import lazy

_GLUED = lazy(r"(?<=[^\s*])\*\*(?=\*\*[^\s*])")
_BLANK_RUN = lazy(r"[ \t]{2,}")


def _tidy(text: Traced) -> Traced:
    """With one blank where the page had several."""
    return text.strip().without((m.start() + 1, m.end()) for m in _BLANK_RUN.finditer(text.strip().text))


def _pieces(text: Traced) -> Iterator[Traced]:
    """A paragraph, cut where bold lines were glued together (``**one****two**``)."""
    done = 0
    for match in _GLUED.finditer(text.text):
        yield text.cut(done, match.end())
        done = match.end()
    yield text.cut(done)


def _kind(chunk: Chunk) -> BlockKind:
    """A star note is a frame, as in Word: it explains the masthead and counts with no footnotes."""
    if chunk.note:
        return "frame"
    return "footer" if chunk.foot else "paragraph" if chunk.heading < 0 else "heading"


class _Passages:
    """The paragraphs of the body before their note marks are known."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.passages: list[TracedParagraph] = []
        self.blocks: list[Block] = []

    def add(self, chunk: Chunk, text: Traced) -> None:
        """Add a chunk, as several blocks if headings were glued together in it."""
        for piece in _pieces(text):
            whole = piece.strip()
            label, rest = ("", piece) if chunk.foot else split_label(whole)
            if not rest.text and not label:
                continue
            plain, marks = read_marks(rest)
            if not label:
                label, after = split_label(plain)
                whole, rest = plain, after
                shift = len(plain) - len(after)
                plain = after
                marks = [replace(m, start=max(0, m.start - shift), end=max(0, m.end - shift)) for m in marks]
            before = self.source.extent(whole, len(whole) - len(rest)) if label else ()
            self.passages.append(TracedParagraph(plain, normal(marks)))
            self.blocks.append(
                Block(
                    f"document/{len(self.blocks)}",
                    _kind(chunk),
                    "",
                    label=chunk.note or label,
                    level=chunk.heading,
                    style=QUOTE_STYLE if chunk.quote else "",
                    before=before,
                )
            )


def _marked(passage: TracedParagraph, found: Sequence[tuple[Found, str]]) -> tuple[Traced, tuple[Mark, ...]]:
    """The passage with a note mark in the place of every reference found in it."""
    parts: list[Traced] = []
    moved: list[tuple[int, int, int]] = []
    notes: list[Mark] = []
    done = size = 0
    text = passage.text
    for one, key in found:
        start = one.start
        while start > done and text.text[start - 1] == " ":
            start -= 1
        part = text.cut(done, start)
        parts += [part, single(NOTE_MARK, text.at[one.start], text.at[one.end - 1] + 1)]
        size += len(part)
        moved.append((start, one.end, size))
        notes.append(Mark(size, size + 1, "note", key))
        size += 1
        done = one.end
    parts.append(text.cut(done))
    whole = join(parts)
    kept = [mark for mark in passage.marks if not _raises(mark, found)]
    marks = [replace(m, start=_moved(m.start, moved), end=_moved(m.end, moved)) for m in kept]
    return whole, normal((*marks, *notes))


def _raises(mark: Mark, found: Sequence[tuple[Found, str]]) -> bool:
    return mark.kind == "superscript" and any(one.start < mark.end and mark.start < one.end for one, _ in found)


def _moved(offset: int, moved: Sequence[tuple[int, int, int]]) -> int:
    """Where an offset lies after the ranges ``(start, end, new start)`` became one character each."""
    shift = 0
    for start, end, place in moved:
        if offset < end:
            return place if offset > start else offset + shift
        shift = place + 1 - end
    return offset + shift


def read_recovered(source: Source, lexicon: Lexicon | None = None) -> Reading:
    """Read a text that was recovered from a printed page; ``lexicon`` knows the words and openings of its language."""
    pages = read_pages(source)
    seen = SeenWords((line.text.text for line in pages.lines), lexicon)
    body = _Passages(source)
    keys = Keys()
    notes: list[Note] = []
    note_blocks: dict[str, Block] = {}
    for chunk in gather(pages.lines, lexicon):
        text = _tidy(seen.glue(chunk.parts, [source.ends[line.number] for line in chunk.lines]))
        if not chunk.note.strip("*"):
            body.add(chunk, text)
            continue
        key = keys.take(chunk.note)
        notes.append(Note(chunk.note, key, source.starts[chunk.lines[0].number]))
        plain, marks = read_marks(text)
        note_blocks[key] = Block(f"{note_id(key)}/0", "note", plain.text, normal(marks), places=source.places(plain))
    blocks = _with_notes(source, body, notes)
    hints = _job_hint(blocks, pages.job_number)
    anchors = anchors_of(blocks)
    footnotes = tuple(
        Footnote(note_id(note.key), note.number, anchors.get(note_id(note.key)), (note_blocks[note.key],))
        for note in notes
    )
    lost = find_losses(blocks, footnotes)
    return Reading(tuple(blocks), footnotes, hints=tuple(hints), lost=lost)


def _with_notes(source: Source, body: _Passages, notes: Sequence[Note]) -> list[Block]:
    by_passage: dict[int, list[tuple[Found, str]]] = {}
    for one, key in find_references(body.passages, notes):
        by_passage.setdefault(one.passage, []).append((one, note_id(key or str(one.number))))
    blocks = []
    for number, (block, passage) in enumerate(zip(body.blocks, body.passages, strict=True)):
        text, marks = _marked(passage, by_passage.get(number, ()))
        blocks.append(replace(block, text=text.text, marks=marks, places=source.places(text)))
    return blocks


def _job_hint(blocks: Sequence[Block], job_number: str) -> list[tuple[str, str, Span | None]]:
    if not job_number:
        return []
    for block in blocks:
        if block.kind == "footer" and (start := block.text.find(job_number)) >= 0:
            return [("job_number", job_number, block.span(start, start + len(job_number)))]
    return [("job_number", job_number, None)]

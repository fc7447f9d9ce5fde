"""The Markdown form of a draft, one way: from source to blocks, notes, hints and directives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field, replace

from resolint import permission
from resolint.frozen import dataclass
from resolint.model import Block, BlockKind, Bookmark, Cell, Comment, Directive, Footnote, Mark, Reading, Span, View
from resolint.notation.critic import revise
from resolint.notation.directives import HtmlComment, find_comments
from resolint.notation.front import Front
from resolint.notation.inline import Inline, finish, read_marks
from resolint.notation.paragraphs import Gatherer, Paragraph, counted_lines, join_lines, lines_of, split_label
from resolint.notation.pipes import alignments, split_cells, table_starts
from resolint.notation.plain import Wrap
from resolint.notation.removed import attach_removed
from resolint.notation.traced import Source, Traced
from resolint.regex import lazy

QUOTE_STYLE = "blockquote"
"""The style of a block that stood behind ``>``."""

_ANCHOR = lazy(r"<a[ \t]+(?:id|name)=\"([^\"<>\s]{1,60})\"[ \t]*(?:/>|></a>)[ \t]*")
"""The name of a paragraph, in front of its words: what ``[2](#name)`` points to."""
_PRINTED = lazy(r"(\d{1,4}|[*†‡§#]{1,5}|[a-z])(?:\.\d{1,4})?")
"""A label that is the mark as printed; ``.2`` behind it tells notes of the same mark apart."""


def note_id(key: str) -> str:
    """The id of the note with this key."""
    return f"footnotes/{key}"


@dataclass(frozen=False, slots=True)
class _Builder:
    """Turns paragraphs into blocks with addresses, and notes their extents in lines."""

    source: Source
    view: View
    levels: dict[int, int]
    wrapped: bool = False
    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, list[Block]] = field(default_factory=dict)
    comments: list[Comment] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    extents: list[tuple[int, int, Block]] = field(default_factory=list)
    removed: str = ""
    tables: int = 0
    cells: list[tuple[int, int, Block]] = field(default_factory=list)
    """From where to where in the source each cell stands."""

    def add(self, paragraph: Paragraph) -> None:
        """Add the block of one paragraph, unless nothing is left of it."""
        if paragraph.table:
            self._table(paragraph)
            return
        revised = revise(join_lines(self.source, paragraph.lines, wrapped=self.wrapped), self.view)
        text = revised.text.strip()
        label, whole = "", text
        if paragraph.note is None:
            label, text = split_label(text)
        before = self.source.extent(whole, len(whole.text) - len(text.text)) if label else ()
        names, text = _named(text)
        if not text.text and not label and not paragraph.opens_note:
            if paragraph.note is None and revised.removed:
                self.removed += "".join(read_marks(words)[0].text for _, words in revised.removed) + "\n"
            return
        inline = finish(revised, text)
        block = Block(
            self._address(paragraph),
            _kind(paragraph),
            inline.text.text,
            tuple(_addressed(mark) for mark in inline.marks),
            label,
            level=paragraph.heading if paragraph.heading >= 0 else self.levels.get(paragraph.first, -1),
            style=QUOTE_STYLE if paragraph.quote else "",
            places=self.source.places(inline.text),
            before=before,
        )
        if paragraph.note is None:
            block, self.removed = attach_removed(block, above=self.removed), ""
            self.blocks.append(block)
        else:
            self.notes.setdefault(paragraph.note, []).append(block)
        self._note_down(block, paragraph.first, paragraph.last, names, inline)

    def _note_down(self, block: Block, first: int, last: int, names: Iterable[str], inline: Inline) -> None:
        """Keep what names a block and speaks of it; it stands on the lines ``first`` to ``last``."""
        self.bookmarks.extend(Bookmark(name, block.id, block.text) for name in names)
        self.extents.append((first, last, block))
        for start, end, words in inline.comments:
            self.comments.append(Comment(str(len(self.comments)), "", words, Span(block.id, start, end)))

    def _table(self, paragraph: Paragraph) -> None:
        """Add the cells of a table that have words."""
        names, dashes, *lines = paragraph.lines
        aligned = alignments(dashes)
        rows = [split_cells(line) for line in (names, *lines)]
        headed = any(cell.text for cell in rows[0])
        columns = max(map(len, rows))
        for row, cells in enumerate(rows, 0 if headed else -1):
            # The line of dashes stands behind the first line.
            line = paragraph.first + row + (row > 0 or not headed) + (not headed and row >= 0)
            for column, text in enumerate(cells):
                align = aligned[column] if column < len(aligned) else ""
                self._cell(text, line, Cell(self.tables, row, column, columns, 1, headed and row == 0, align))
        self.tables += 1

    def _cell(self, source: Traced, line: int, place: Cell) -> None:
        revised = revise(source, self.view)
        names, text = _named(revised.text.strip())
        inline = finish(revised, text)
        if not inline.text.text and not inline.marks:
            return
        block = Block(
            f"document/{len(self.blocks)}",
            "cell",
            inline.text.text,
            tuple(map(_addressed, inline.marks)),
            cell=place,
            places=self.source.places(inline.text),
        )
        self.blocks.append(block)
        at = source.at[0] if source.text else source.end
        start = self.source.text.rfind("|", self.source.starts[line], at) + 1
        following = self.source.text.find("|", source.end, self.source.ends[line])
        self.cells.append((start, self.source.ends[line] if following < 0 else following, block))
        self._note_down(block, line, line, names, inline)

    def close(self) -> None:
        """Hang what was deleted at the end on the last block of the body."""
        if self.removed and self.blocks:
            self.blocks[-1] = attach_removed(self.blocks[-1], below="\n" + self.removed[:-1])

    def _address(self, paragraph: Paragraph) -> str:
        if paragraph.note is None:
            return f"document/{len(self.blocks)}"
        return f"{note_id(paragraph.note)}/{len(self.notes.get(paragraph.note, ()))}"


def _named(text: Traced) -> tuple[list[str], Traced]:
    """The names in front of the words of a paragraph, and the words."""
    names = []
    while match := _ANCHOR.match(text.text):
        names.append(match.group(1))
        text = text.cut(match.end())
    return names, text


def _kind(paragraph: Paragraph) -> BlockKind:
    if paragraph.note is not None:
        return "note"
    return "paragraph" if paragraph.heading < 0 else "heading"


def _addressed(mark: Mark) -> Mark:
    return replace(mark, value=note_id(mark.value)) if mark.kind == "note" else mark


def _levels(paragraphs: Iterable[Paragraph]) -> dict[int, int]:
    """The depth of the numbered paragraphs that are indented, by first line."""
    numbered = [paragraph for paragraph in paragraphs if paragraph.label]
    found: dict[int, int] = {}
    stack: list[int] = []
    for paragraph in numbered:
        while stack and stack[-1] >= paragraph.indent:
            stack.pop()
        if paragraph.indent:
            found[paragraph.first] = len(stack)
        stack.append(paragraph.indent)
    return found


def _footnotes(builder: _Builder, printed: dict[str, str]) -> tuple[Footnote, ...]:
    """The notes in the order of the source, each with the first place that refers to it."""
    anchors = anchors_of(builder.blocks, *builder.notes.values())
    order = {note: number for number, note in enumerate(anchors, start=1)}
    found = []
    for key, blocks in builder.notes.items():
        label = printed[key]
        mark = _PRINTED.fullmatch(label)
        number = mark.group(1) if mark else str(order.get(note_id(key), label))
        found.append(Footnote(note_id(key), number, anchors.get(note_id(key)), tuple(blocks)))
    return tuple(found)


def anchors_of(*rows: Iterable[Block]) -> dict[str, Span]:
    """Where each note is first referred to, by its id, in order of appearance."""
    anchors: dict[str, Span] = {}
    for row in rows:
        for block in row:
            for mark in block.marked("note"):
                anchors.setdefault(mark.value, block.span(mark.start, mark.end))
    return anchors


def _directives(source: Source, comments: tuple[HtmlComment, ...], builder: _Builder) -> Iterator[Directive]:
    for comment in comments:
        allowed = permission.parse(comment.content)
        if allowed is None:
            continue
        cell = next((block for start, end, block in builder.cells if start <= comment.start <= end), None)
        if cell is not None:
            yield Directive(*allowed, cell.span())
            continue
        top, bottom = source.line_of(comment.start), source.line_of(comment.end)
        yield Directive(*allowed, _target(top, bottom, builder.extents))


def _target(top: int, bottom: int, extents: list[tuple[int, int, Block]]) -> Span | None:
    """What a comment on the lines ``top`` to ``bottom`` speaks of: its own block, else the next, else the last."""
    before = None
    for start, end, block in extents:
        if start <= top <= end or start <= bottom <= end:
            return block.span()
        if end < top:
            before = block
        elif start > bottom:
            return block.span() if before else None
    return before.span() if before else None


def read_markdown(source: Source, view: View, wrap: Wrap, front: Front) -> Reading:
    """Read a draft in the notation, or typed as plain text (``wrap`` then tells which line ends were meant).

    ``front`` is the front matter of ``source``, read before.
    """
    start = source.starts[front.after] if front.after < len(source.starts) else len(source.text)
    comments = find_comments(source.text, start)
    lines = list(lines_of(source, front.after, comments))
    rows = table_starts([(line.number, line.text) for line in lines if not line.silent and "|" in line.text.text])
    gatherer = Gatherer(wrap, counted_lines(lines) if wrap.width else frozenset(), rows)
    for line in lines:
        gatherer.take(line)
    gatherer.close()
    builder = _Builder(source, view, _levels(gatherer.done), wrap.width > 0)
    for paragraph in gatherer.done:
        builder.add(paragraph)
    builder.close()
    return Reading(
        blocks=(*front.blocks, *builder.blocks),
        footnotes=_footnotes(builder, gatherer.printed),
        comments=tuple(builder.comments),
        directives=tuple(_directives(source, comments, builder)),
        hints=front.hints,
        lost=front.lost,
        bookmarks=tuple(builder.bookmarks),
    )

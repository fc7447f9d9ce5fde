"""The Markdown form of a draft, the other way: from a document to source that reads as the same again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields

from resolint.model import NOTE_MARK, Block, Directive, Document, Footnote, Head, Mark, Span
from resolint.notation.directives import write_comment
from resolint.notation.escaping import escape, write_inline
from resolint.notation.front import UNREAD, as_line, write_front
from resolint.notation.keys import Keys
from resolint.notation.labels import BULLET, LABEL
from resolint.notation.markdown import QUOTE_STYLE
from resolint.notation.pipes import write_table
from resolint.notation.removed import apart, split_deleted
from resolint.regex import lazy
from resolint.tables import Table, run_of

_FRONT = "front/"
_NOTES = "footnotes/"
_LABELLED = ("body", "sponsors", "agenda_item", "topic", "signatories")
_ASIDE = ("cell", "frame", "textbox")
AGENDA_TITLE = "agenda_title"
_LABEL_SHAPE = lazy(r"[^\]\[\s^]{1,60}")


def _head_values(document: Document, left_out: set[str]) -> dict[str, str]:
    """The masthead fields that are known, in order; the sponsors as their whole line where the draft has one.

    What stands in a labelled line of the text (*Committee: …*) is read from there again and not repeated.
    """
    head = document.head
    line = head.where("sponsors")
    found = {}
    for item in fields(Head):
        place = head.where(item.name)
        if place is not None and place.block not in left_out and _is_labelled(document, item.name, place):
            continue
        value = getattr(head, item.name)
        if item.name == "sponsors":
            value = document.block(line.block).text.strip() if line else as_line(value)
        if isinstance(value, str) and value:
            found[item.name] = value
    return found


def _is_labelled(document: Document, name: str, span: Span) -> bool:
    """Whether a field is the value of a line that names it, as in the heading of Model United Nations drafts."""
    block = document.block(span.block)
    return name in _LABELLED and block.kind == "paragraph" and ":" in block.text[: span.start]


def _masthead_blocks(document: Document, front: Mapping[str, str]) -> set[str]:
    """The blocks in front of the first act that only repeat the masthead."""
    labelled = {span.block for name, span in document.head.spans if _is_labelled(document, name, span)}
    first = next((act.title or act.organ_line for act in document.acts), None)
    # Without an act there is no telling what else a line is, so only those go whose field stands in the front matter.
    spans = ((name, span) for name, span in document.head.spans if first or hasattr(document.head, name))
    found = {span.block for _, span in spans} - labelled
    values = {value.strip() for value in front.values()}
    before: set[str] = set()
    for block in document.blocks:
        repeats = block.id in found or block.kind in _ASIDE or block.text.strip() in values
        if first is None and _is_star_note(block):
            continue
        if (first and block.id == first.block) or (first is None and not repeats):
            return before
        if repeats:
            before.add(block.id)
    return set()


def _agenda_title(document: Document, left_out: set[str]) -> Block | None:
    """The one line between the agenda item and the sponsors, which front matter has a field for: elsewhere it would be
    built at another place of the page. A line with notes or tracked changes stays as it is.
    """
    places = document.head.where("agenda_item"), document.head.where("sponsors")
    if not all(place is not None and place.block in left_out for place in places):
        return None
    order = [block.id for block in document.blocks]
    first, last = (order.index(place.block) for place in places if place is not None)
    between = [block for block in document.blocks[first + 1 : last] if block.text.strip()]
    if len(between) != 1 or between[0].id in left_out or between[0].label or "\n" in between[0].text:
        return None
    (line,) = between
    return line if all(mark.kind in ("bold", "italic") for mark in line.marks) else None


def _is_star_note(block: Block) -> bool:
    """Whether a paragraph explains a star of the masthead, among whose lines it may stand."""
    return bool(block.label) and not block.label.strip("*")


def _written_label(label: str) -> str:
    """A label as it is written: stars that make no bullet would open italics."""
    return label if BULLET.match(f"{label} x") else label.replace("*", r"\*")


def _depths(document: Document) -> dict[str, int]:
    """How deep each paragraph of an act stands, by block, so that the same draft is always indented alike."""
    found: dict[str, int] = {}
    for act in document.acts:
        parts = (act.preamble, act.operative, *(annex.paragraphs for annex in act.annexes))
        waiting = [(clause, 0) for part in parts for clause in part]
        while waiting:
            clause, depth = waiting.pop()
            for block in clause.blocks:
                found.setdefault(block, depth)
            waiting.extend((child, depth + 1) for child in clause.children)
    return found


def _names(document: Document) -> dict[str, str]:
    """What names each paragraph that a link of the draft points to, by block."""
    wanted = {mark.value[1:] for block in document.blocks for mark in block.marked("link") if mark.value[:1] == "#"}
    found: dict[str, str] = {}
    for bookmark in document.bookmarks:
        if bookmark.name in wanted:
            found[bookmark.block] = f'{found.get(bookmark.block, "")}<a id="{bookmark.name}"></a>'
    return found


def _front(front: Mapping[str, str], head: Mapping[str, str]) -> dict[str, str]:
    """The front matter in its order: that of the masthead, unless the draft keeps one of its own."""
    if set(front) >= set(head):
        return dict(front)
    return {**head, **front}


def _note_labels(footnotes: Sequence[Footnote], printed: bool) -> dict[str, str]:
    """What stands in the brackets of each note: the number as printed, or (from the notation) what stood there."""
    found: dict[str, str] = {}
    keys = Keys()
    for note in footnotes:
        label = note.number if printed else note.id.removeprefix(_NOTES)
        if not _LABEL_SHAPE.fullmatch(label):
            label = str(len(found) + 1)
        found[note.id] = keys.take(label)
    return found


class _DocumentWriter:
    """Writes blocks with what belongs in front of them."""

    def __init__(
        self,
        labels: Mapping[str, str],
        directives: Sequence[Directive],
        printed: bool,
        depths: Mapping[str, int],
        names: Mapping[str, str],
    ) -> None:
        self.labels = labels
        self.names = names
        self.depths = depths
        self.printed = printed
        self.directives: dict[str | None, list[str]] = {}
        for directive in directives:
            target = directive.span.block if directive.span else None
            self.directives.setdefault(target, []).append(write_comment(directive.rules, directive.reason))

    def note_label(self, note: str) -> str:
        """The label of a note; for one that does not exist, what can be said of it."""
        label = self.labels.get(note) or note.removeprefix(_NOTES)
        return re.sub(r"[\]\[\s^]", "-", label)[:60] or "missing"

    def inline(self, block: Block, one_line: bool = False, cell: bool = False) -> str:
        """The text of a block without its typed label and, from Word, without the blanks that only lay it out."""
        lead, end = block.lead, len(block.text)
        if self.printed:
            known = {mark.start for mark in block.marks if mark.kind in ("note", "object")}
            # A drawing of which nothing is known (a line that is drawn) says nothing at the beginning of a paragraph.
            while lead < end and (block.text[lead] in "\t " or (block.text[lead] == NOTE_MARK and lead not in known)):
                lead += 1
            end = max(lead, len(block.text.rstrip("\t ")))
        marks = [
            Mark(max(0, mark.start - lead), min(mark.end, end) - lead, mark.kind, mark.value)
            for mark in block.marks
            if mark.end >= lead
            and mark.start <= end
            and not (one_line and self.printed and mark.kind == "bold" and mark.start <= lead and mark.end >= end)
        ]
        return write_inline(block.text[lead:end], marks, self.note_label, one_line, cell)

    def block(self, block: Block, *, first: bool = False, last: bool = False) -> str:
        """One block of the body, with its directives and the paragraphs around it that a change takes away whole.

        A directive above the ``first`` block would speak of the whole draft, so it stands on the same line.
        """
        above, left, below = apart(block, last)
        shown = self.with_directives(block.id, self._one(left), same_line=first)
        return "\n\n".join([*map(_deleted, above), shown, *map(_deleted, below)])

    def _one(self, block: Block) -> str:
        heading = block.kind == "heading"
        text = self.names.get(block.id, "") + self.inline(block, one_line=heading)
        label = block.label
        if label:
            text = f"{_written_label(label)} {text}" if text else _written_label(label)
        if heading:
            text = f"{'#' * (min(max(block.level, 0), 5) + 1)} {text}"
            body = text.removesuffix("#")
            if body != text and (len(body) - len(body.rstrip("\\"))) % 2 == 0:
                text = f"{body}\\#"
        elif label and (LABEL.fullmatch(label) or BULLET.fullmatch(f"{label} x", 0, 2)):
            depth = max(self.depths.get(block.id, block.level), 0)
            text = " " * 4 * depth + text.replace("\n", "\n" + " " * 4 * depth)
        if block.style == QUOTE_STYLE:
            text = "> " + text.replace("\n", "\n> ")
        return text

    def table(self, table: Table) -> str:
        """A table; the directives of a cell stand in it."""
        return write_table(table, ([self._slot(slot.blocks) for slot in row] for row in table.rows))

    def _slot(self, blocks: Sequence[Block]) -> str:
        words = []
        for block in blocks:
            text = self.names.get(block.id, "") + self.inline(block, one_line=True, cell=True)
            text = f"{_written_label(block.label)} {text}".rstrip() if block.label else text
            words.append("".join(f"{one} " for one in self.directives.get(block.id, ())) + text)
        return "<br>".join(words)

    def with_directives(self, block_id: str, text: str, indent: str = "", same_line: bool = False) -> str:
        """``text`` behind the directives that speak of the block."""
        found = self.directives.get(block_id, ())
        return "".join(f"{indent}{one}{' ' if same_line else chr(10)}" for one in found) + text

    def note(self, note: Footnote) -> str:
        """One note with all its paragraphs."""
        parts = []
        for number, block in enumerate(note.blocks):
            inline = self.inline(block)
            text = "    " + inline if number else f"[^{self.labels[note.id]}]: {inline}".rstrip()
            parts.append(self.with_directives(block.id, text, "" if number == 0 else "    "))
        return "\n\n".join(parts)


def _deleted(words: str) -> str:
    label = split_deleted(words)[0]
    start = len(label) + 1 if label else 0
    return f"{{--{words[:start]}{''.join(escape(words[start:], one_line=True))}--}}"


def write(document: Document) -> str:
    """The draft in the Markdown notation; ``read`` gives the same blocks, marks, labels, notes and hints again.

    A draft from Word keeps its text, marks, labels and notes; its masthead goes into the front matter, headers
    and footers are left out.
    """
    from_notation = document.origin.format == "markdown"
    read = (block for block in document.blocks if block.id.startswith(_FRONT) and not block.id.startswith(UNREAD))
    front = {block.id.removeprefix(_FRONT): block.text for block in read}
    left_out: set[str] = set()
    if not from_notation:
        left_out = _masthead_blocks(document, front)
        head = _head_values(document, left_out)
        if AGENDA_TITLE not in front and (line := _agenda_title(document, left_out)) is not None:
            left_out.add(line.id)
            head = {**head, AGENDA_TITLE: line.text.strip()}
        front = _front(front, head)
    labels = _note_labels(document.footnotes, not from_notation)
    printed = document.origin.format == "docx"
    writer = _DocumentWriter(labels, document.directives, printed, _depths(document), _names(document))
    body = [
        part
        for part in run_of(document)
        if isinstance(part, Table)
        or (part.kind not in ("header", "footer", "note") and part.id not in left_out and (part.text or part.label))
    ]
    parts = ["\n".join(writer.directives.get(None, ()))]
    for number, part in enumerate(body):
        if isinstance(part, Table):
            parts.append(writer.table(part))
        else:
            parts.append(writer.block(part, first=number == 0, last=number + 1 == len(body)))
    parts += [writer.note(note) for note in document.footnotes]
    return write_front(front, document.origin.lost) + "\n\n".join(part for part in parts if part) + "\n"

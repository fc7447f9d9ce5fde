"""A comparison for people at a terminal, and the way to all renderings of one."""

from __future__ import annotations

from importlib import import_module

from resolint.comparison import Comparison, Row
from resolint.errors import NoSuchChoice
from resolint.report.characters import columns, encodable, printable, wrapped
from resolint.report.comparison.parts import (
    HEAD,
    KINDS,
    Stretch,
    caveats,
    heading,
    italics_in_words,
    name_of_note,
    notes_on,
    plain_stretches,
    stretches,
    told,
)

FORMATS = ("text", "json", "html")
_AROUND = 70
_SHORTEST = 30
_COLORS = {"-": "31", "+": "32", "bold": "1", "dim": "2"}
_MARKS = {"-": ("[-", "-]"), "+": ("{+", "+}")}


def render(
    comparison: Comparison, format: str = "text", *, width: int = 80, color: bool = False, encoding: str = "utf-8"
) -> str:
    """``comparison`` as ``text``, ``json`` or ``html``. Raises NoSuchChoice for a format that does not exist."""
    if format == "text":
        return _Page(comparison, max(min(width, 100), 40), color, encoding).render()
    if format not in FORMATS:
        raise NoSuchChoice(f"there is no format {format!r}: choose one of {', '.join(FORMATS)}")
    result: str = import_module(f"resolint.report.comparison.{format}").render(comparison)
    return result


class _Page:
    """Lines so far. Words taken out stand in ``[-…-]``, words put in in ``{+…+}``."""

    def __init__(self, comparison: Comparison, width: int, color: bool, encoding: str) -> None:
        self.comparison = comparison
        self.width = width
        self.color = color
        self.encoding = encoding
        self.lines: list[str] = []

    def render(self) -> str:
        comparison = self.comparison
        self._write(f"{comparison.base.origin.name} → {comparison.draft.origin.name}", "bold")
        for caveat in caveats(comparison):
            self._write(caveat, "dim")
        for change in comparison.head:
            self._write(f"Masthead, {HEAD[change.name]}: {change.old or 'nothing'} → {change.new or 'nothing'}")
        unchanged = 0
        for row in told(comparison):
            if row.kind == "same" and not row.renumbered:
                unchanged += 1
                continue
            self._unchanged(unchanged)
            unchanged = 0
            self._row(row)
        self._unchanged(unchanged)
        self.lines.append("")
        self._write(summary(comparison), "bold")
        return encodable("".join(f"{line.rstrip()}\n" for line in self.lines), self.encoding)

    def _paint(self, text: str, role: str) -> str:
        return f"\x1b[{_COLORS[role]}m{text}\x1b[0m" if self.color and text else text

    def _write(self, text: str, role: str = "", indent: str = "", first: str | None = None) -> None:
        for line in wrapped(printable(text), self.width, indent, first):
            self.lines.append(self._paint(line, role) if role else line)

    def _unchanged(self, count: int) -> None:
        if count:
            self.lines.append("")
            self._write(f"{count} {'paragraph' if count == 1 else 'paragraphs'} unchanged", "dim")

    def _row(self, row: Row) -> None:
        kind = KINDS[row.kind]
        if row.kind == "same":
            kind = "renumbered"
        elif row.renumbered:
            kind += ", renumbered"
        if row.kind == "moved" and (row.changes or row.notes):
            kind += ", changed"
        self.lines.append("")
        self._write(f"{printable(heading(self.comparison, row))}: {kind}", "bold")
        for line in notes_on(row):
            self._write(line, indent="    ")
        if row.kind != "same" and (row.changes or not (row.base and row.draft)):
            self._marked(stretches(self.comparison, row), "    ")
        for note in row.notes:
            words = {"changed": "changed", "new": "new", "dropped": "dropped"}[note.kind]
            self._write(f"{name_of_note(self.comparison, note.base, note.draft)}: {words}", indent="    ")
            for line in italics_in_words(note.new, note.italics):
                self._write(line, indent="        ")
            if note.changes or note.kind != "changed":
                self._marked(plain_stretches(note.old, note.new, note.changes), "        ")

    def _marked(self, row: list[Stretch], indent: str) -> None:
        """The stretches in lines; of long ones that were kept only the ends next to a change."""
        lines, line, empty = [], indent, True
        for operation, word in _words(_shortened(row)):
            painted = self._paint(word, operation) if operation != "=" else word
            if not empty and columns(_uncolored(line)) + 1 + columns(word) > self.width:
                lines.append(line)
                line, empty = indent, True
            line += painted if empty else f" {painted}"
            empty = False
        self.lines += [*lines, line]


def _uncolored(line: str) -> str:
    parts = line.split("\x1b[")
    return parts[0] + "".join(part.partition("m")[2] for part in parts[1:])


def _words(row: list[Stretch]) -> list[tuple[str, str]]:
    """Words with what stands at them, so that marks stay with their words: ``the [-old-]{+new+} text``."""
    found: list[tuple[str, str]] = []
    glue = False
    for stretch in row:
        opening, closing = _MARKS.get(stretch.operation, ("", ""))
        text = printable(stretch.text)
        words = text.split()
        if not words:
            glue = glue and not text
            continue
        words[0], words[-1] = opening + words[0], words[-1] + closing
        if len(words) == 1 and opening:
            words = [opening + text.strip() + closing]
        for at, word in enumerate(words):
            if at == 0 and glue and not text[:1].isspace() and found:
                before, last = found[-1]
                found[-1] = (before if before == stretch.operation else "=", last + word)
            else:
                found.append((stretch.operation, word))
        glue = not text[-1:].isspace()
    return found


def _shortened(row: list[Stretch]) -> list[Stretch]:
    """The stretches with the middle of those that were kept left out."""
    found = []
    for at, stretch in enumerate(row):
        text = stretch.text
        first, last = at == 0, at == len(row) - 1
        if stretch.operation == "=" and len(text) > 2 * _AROUND + _SHORTEST:
            head = "" if first else text[:_AROUND].rpartition(" ")[0]
            tail = "" if last else text[-_AROUND:].partition(" ")[2]
            text = f"{head} … {tail}"
        found.append(stretch._replace(text=text))
    return found


def summary(comparison: Comparison) -> str:
    """The counts in one sentence; what is zero is left out."""
    counts = comparison.counts
    said = [
        f"{counts[key]} {word}"
        for key, word in (("same", "unchanged"), *((k, w) for k, w in KINDS.items() if k != "same"))
        if counts[key]
    ]
    for key, one, many in (
        ("headers", "line of page headers otherwise", "lines of page headers otherwise"),
        ("renumbered", "renumbered", "renumbered"),
        ("words_out", "word out", "words out"),
        ("words_in", "word in", "words in"),
        ("notes_changed", "note changed", "notes changed"),
        ("notes_new", "new note", "new notes"),
        ("notes_dropped", "note dropped", "notes dropped"),
        ("italics", "change of italics", "changes of italics"),
        ("stronger", "opening stronger", "openings stronger"),
        ("weaker", "opening weaker", "openings weaker"),
        ("citations", "reference updated", "references updated"),
        ("citations_added", "reference added", "references added"),
        ("citations_dropped", "reference dropped", "references dropped"),
        ("qualifiers", "qualifier dropped, added or moved", "qualifiers dropped, added or moved"),
    ):
        if counts[key]:
            said.append(f"{counts[key]} {one if counts[key] == 1 else many}")
    fields = len(comparison.head)
    head = f" Masthead: {fields} {'field' if fields == 1 else 'fields'} otherwise." if fields else ""
    return f"Paragraphs: {', '.join(said)}.{head}" if said else head.strip() or "There is nothing to compare."

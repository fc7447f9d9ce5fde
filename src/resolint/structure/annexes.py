"""Reads what follows the heading of an annex: its title, its paragraphs with their own numbers, and its headings."""

from __future__ import annotations

from resolint.lexicon import Lexicon
from resolint.model import Annex, Heading, Role, Span
from resolint.structure import labels
from resolint.structure.clauses import Tree, clause
from resolint.structure.lines import AnnexLine
from resolint.structure.rows import BlockView, is_gerund_heading, is_heading

_SHORT = 160


class AnnexReader:
    """One annex while its rows are read. Numbers may restart under its headings."""

    def __init__(self, row: BlockView, line: AnnexLine | None, lexicon: Lexicon) -> None:
        """``row`` is the heading; ``line`` what it says, None where a title alone heads the annex."""
        self._lexicon = lexicon
        self._label = line.label if line else row.words
        self._heading = row.block.span()
        self._title: Span | None = None
        if line is not None and line.title is not None:
            self._title = Span(row.id, line.title, row.end)
            self._heading = Span(
                row.id, row.start, row.start + len(row.words[: line.title - row.start].rstrip(" \t\n.:–—-"))
            )
        elif line is None:
            self._title = row.block.span(row.start, row.end)
        self._tree = Tree()
        self._headings: list[tuple[BlockView, int]] = []
        self._body: list[str] = []
        self._last = 0
        self._fresh = True

    def take(self, row: BlockView, upcoming: str) -> None:
        """Read one row; ``upcoming`` is the next label."""
        if row.block.kind in ("cell", "textbox") or not row.words:
            self._body.append(row.id)
        elif self._is_heading(row, upcoming):
            self._take_heading(row)
        elif row.label:
            self._labelled(row, upcoming)
        else:
            self._unlabelled(row)

    def _is_heading(self, row: BlockView, upcoming: str) -> bool:
        if row.block.kind == "heading":
            return True
        if row.label and labels.is_plain(row.label):
            return self._numbered_heading(row, upcoming)
        if row.label and not self._tree.path and row.unfinished and len(row.words) < _SHORT:
            return True
        if not row.label and not self._tree.announces and is_gerund_heading(row):
            return True
        if not is_heading(row):
            return False
        if row.label:
            return not any(r.style == level.style for r in labels.readings(row.label) for level in self._tree.levels)
        return not self._tree.announces or row.guess == ""

    def _numbered_heading(self, row: BlockView, upcoming: str) -> bool:
        if not row.unfinished or len(row.words) > _SHORT:
            return False
        if labels.follows(self._last, row.label) and labels.follows(self._value(row), upcoming):
            return False
        return labels.follows(self._last, upcoming) or (
            not labels.follows(self._last, row.label) and not labels.is_plain(upcoming)
        )

    def _value(self, row: BlockView) -> int:
        found = labels.readings(row.label)
        return found[0].value if found else 0

    def _take_heading(self, row: BlockView) -> None:
        fresh = not self._tree.top and not self._headings and not self._body
        if fresh and self._title is None and not row.label:
            self._title = row.block.span(row.start, row.end)
        else:
            self._headings.append((row, len(self._tree.top)))
            self._fresh = True

    def _labelled(self, row: BlockView, upcoming: str) -> None:
        depth, reading = self._tree.where(row, upcoming)
        self._fresh = False
        if depth and self._tree.path:
            self._tree.put(row, depth, reading)
            return
        if reading.style == "1.":
            self._last = reading.value
        self._tree.begin(row, "paragraph", reading=reading)

    def _unlabelled(self, row: BlockView) -> None:
        node = self._tree.current
        role: Role = "paragraph"
        if node is None:
            self._tree.begin(row, role)
        elif (node.last.unfinished and not row.guess.startswith("we")) or row.words[:1].islower():
            self._tree.extend(row)
        elif self._tree.announces and row.guess != "we":
            self._tree.item(row)
        elif not self._fresh and self._tree.levels[0].style == "1." and row.guess not in ("we", "participle", "third"):
            self._tree.extend(row, self._tree.path[0])
        else:
            self._tree.begin(row, role)

    def finish(self) -> Annex:
        """The annex that was read."""
        return Annex(
            label=self._label,
            heading=self._heading,
            title=self._title,
            paragraphs=tuple(clause(node, self._lexicon) for node in self._tree.top),
            headings=tuple(Heading(row.block.span(), before) for row, before in self._headings),
            body=tuple(dict.fromkeys(self._body)),
        )

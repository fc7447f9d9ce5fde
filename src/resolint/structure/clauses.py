"""Grows the tree of paragraphs: paragraphs, their subparagraphs to any depth, and pieces of split paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.lexicon import Lexicon, openings
from resolint.lexicon.marks import end_mark
from resolint.model import Clause, Role, Span
from resolint.structure import labels
from resolint.structure.ends import italic_lead, opener
from resolint.structure.rows import BlockView


class Node:
    """A paragraph while the tree grows: its own rows and where the words of the first begin."""

    __slots__ = ("children", "flush", "number", "role", "rows", "start")

    def __init__(self, role: Role, number: str, rows: list[BlockView], start: int) -> None:
        self.role = role
        self.number = number
        self.rows = rows
        self.start = start
        self.flush = 1
        self.children: list[Node] = []

    @property
    def last(self) -> BlockView:
        """The last of its own rows before its children."""
        return self.rows[self.flush - 1]


class Tree:
    """A row of top paragraphs with what belongs below them. ``path`` are the open paragraphs, outermost first."""

    __slots__ = ("indent", "levels", "path", "top")

    def __init__(self) -> None:
        self.top: list[Node] = []
        self.path: list[Node] = []
        self.levels: list[labels.Level] = []
        self.indent = -1

    def begin(
        self, row: BlockView, role: Role, start: int | None = None, reading: labels.Numeral | None = None
    ) -> Node:
        """Begin a top paragraph; a number it bears, read as ``reading``, opens the outermost level."""
        found = reading or next(iter(labels.readings(row.label)), None)
        level = labels.Level(found.style, found.value) if found else labels.Level("", 0)
        node = Node(role, labels.number(row.label), [row], row.start if start is None else start)
        self.top.append(node)
        self.path, self.levels = [node], [level]
        self.indent = row.block.level
        return node

    def where(self, row: BlockView, upcoming: str) -> tuple[int, labels.Numeral]:
        """At which depth a numbered row stands, 0 for a top paragraph, and how its number is read."""
        depth = self._depth_in_list(row)
        if depth is not None:
            return depth, labels.read_at(self.levels, row.label, upcoming, depth)
        level = row.block.level
        deeper = level - self.indent if level >= 0 and self.indent >= 0 else None
        colon = bool(self.path) and self.path[-1].last.ends(":") and not self.path[-1].children
        return labels.place(self.levels, row.label, upcoming, after_colon=colon, deeper=deeper)

    def _depth_in_list(self, row: BlockView) -> int | None:
        """The depth by the level of the list that the source states; None where numbers alone can tell.

        Levels say nothing across lists: a number of another style on the level of an open paragraph is of another
        list, and one that was typed has no level at all. A list does not begin on a deeper level with a number that
        goes on the count of an open one: (aa) after (z).
        """
        level = row.block.level
        if level < 0:
            return None
        for depth in range(len(self.path) - 1, -1, -1):
            open_level = self.path[depth].rows[0].block.level
            if open_level < 0 and self.path[depth].number:
                return None
            if 0 <= open_level < level:
                goes_on = labels.goes_on(self.levels, row.label) if depth + 1 == len(self.path) else None
                return depth + 1 if goes_on is None else goes_on
            if open_level == level:
                style = self.levels[depth].style
                return depth if any(found.style == style for found in labels.readings(row.label)) else None
        return None

    def put(self, row: BlockView, depth: int, reading: labels.Numeral) -> Node:
        """Hang a numbered row below the open paragraph at ``depth - 1``."""
        del self.path[depth:], self.levels[depth:]
        node = Node("subparagraph", labels.number(row.label), [row], row.start)
        self.path[-1].children.append(node)
        self.path.append(node)
        self.levels.append(labels.Level(reading.style, reading.value))
        self.indent = row.block.level
        return node

    def item(self, row: BlockView) -> Node:
        """Hang an unnumbered row as an item below the paragraph that announces it, beside items like it."""
        if len(self.path) > 1 and not self.levels[-1].style and not self.path[-1].last.ends(":"):
            self.path.pop()
            self.levels.pop()
        node = Node("subparagraph", "", [row], row.start)
        self.path[-1].children.append(node)
        self.path.append(node)
        self.levels.append(labels.Level("", 0))
        return node

    def extend(self, row: BlockView, node: Node | None = None) -> None:
        """Add a row to the words of ``node``, by default of the innermost open paragraph."""
        target = node or self.path[-1]
        if not target.children:
            target.flush += 1
        target.rows.append(row)

    @property
    def current(self) -> Node | None:
        """The innermost open paragraph."""
        return self.path[-1] if self.path else None

    @property
    def announces(self) -> bool:
        """Whether the innermost open paragraph ends with a colon and has nothing below it yet."""
        node = self.current
        return node is not None and not node.children and node.last.ends(":")


def clause(node: Node, lexicon: Lexicon) -> Clause:
    """The clause of a node and all below it."""
    first, last = node.rows[0], node.last
    mark = end_mark(last.block.text, lexicon, node.start if last is first else last.start)
    return Clause(
        role=node.role,
        number=node.number,
        opener=_opener(node, lexicon),
        body=Span(first.id, node.start, max(node.start, len(first.block.text))),
        end_mark=Span(last.id, *mark),
        children=tuple(clause(child, lexicon) for child in node.children),
        blocks=tuple(dict.fromkeys(row.id for row in node.rows)),
    )


def _opener(node: Node, lexicon: Lexicon) -> Span | None:
    row = node.rows[0]
    if node.role != "subparagraph":
        known = row.opening if node.start == row.start else None
        return opener(row.block, node.start, node.role, lexicon, known)
    italic = italic_lead(row.block, node.start) if row.block.marks else None
    if italic is None:
        return None
    words = row.block.text[italic[0] : italic[1]]
    listed = any(openings.parse(words, lexicon, role) for role in ("preambular", "operative", "paragraph"))
    return Span(row.id, *italic) if listed and len(words) < 90 else None


def blocks_of(nodes: list[Node]) -> Iterator[str]:
    """The ids of the blocks of ``nodes`` and of all below them."""
    for node in nodes:
        for row in node.rows:
            yield row.id
        yield from blocks_of(node.children)

"""The main body: sections, paragraphs and lists with identifiers such as ``sec_I__para_8__list_1__point_a``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from resolint import regex
from resolint.akn.names import JOINED, KIND, LEVEL, NUMBERED, slug
from resolint.akn.sheet import Sheet
from resolint.akn.xml import context, sub
from resolint.model import Block, Clause
from resolint.word.container.xml import Element

_ROMAN = regex.compiled(r"[IVXLC]{1,7}\.?\Z")
_PART = regex.compiled(r"(?:part|chapter) \w", re.IGNORECASE)
_SECTION = regex.compiled(r"(?:[Ss]ection [\dIVXLC]|[IVXLC]{1,7}(?:\.[ \t]|\t|\.?\Z))")
_LETTER = regex.compiled(r"[A-Z](?:\.[ \t]|\t|\.?\Z)")


def _stated(element: Element) -> int:
    """The level that a reader takes a numbered paragraph to have by its place: none at the top, else its depth."""
    depth = sum(1 for above in element.iterancestors() if above.tag.rpartition("}")[2] in NUMBERED)
    return depth or -1


@dataclass(slots=True)
class _Open:
    """A clause that is open: its element, its list if it has one open, and where its own words go."""

    clause: Clause
    element: Element
    leaf: Element | None = None
    items: Element | None = None
    lists: int = 0


class Hierarchy:
    """Writes blocks into a ``mainBody`` in the order of the draft; nothing is refused."""

    def __init__(self, sheet: Sheet, parent: Element, prefix: str = "", *, by_level: bool = False) -> None:
        """``prefix`` begins every identifier (``comp_2__``). ``by_level`` nests headings by their level alone."""
        self.by_level = by_level
        self.sheet = sheet
        self.parent = parent
        self.prefix = prefix
        self.sections: list[tuple[int, Element, str]] = []
        self.path: list[_Open] = []
        self.counts: dict[str, int] = {}
        self.number: Element | None = None

    # sections

    def heading(self, block: Block, follows: Block | None = None) -> None:
        """A heading opens a section; one that is a number alone belongs to the heading that ``follows``."""
        self.close()
        start, end = self.sheet.bounds(block)
        words = block.text[start:end]
        if self.number is not None and not block.label:
            self._name(self.number, block)
            self.number = None
            return
        self.number = None
        name, rank, number = self._kind(block.label or words, bool(block.label))
        if self.by_level:
            rank = max(block.level, 0)
        while self.sections and self.sections[-1][0] >= rank:
            self.sections.pop()
        ident = self._id(name, number)
        element = sub(self._container(), name, eId=ident)
        self.sections.append((rank, element, ident))
        if block.label:
            sub(element, "num").text = block.label
        elif _ROMAN.match(words) and follows is not None and not follows.label:
            made = self.sheet.para(element, block, "num", "", self._level())
            made.set(KIND, block.kind)
            self.sheet.fill(made, block)
            self.number = element
            return
        self._name(element, block)

    def _name(self, element: Element, block: Block) -> None:
        made = self.sheet.para(element, block, "heading", "heading", self._level())
        self.sheet.fill(made, block)

    def _level(self) -> int:
        return len(self.sections)

    def _kind(self, words: str, labelled: bool) -> tuple[str, int, str]:
        """The element for a heading, how high it ranks, and its number."""
        last = words.split()[-1] if words.split() else ""
        if _PART.match(words):
            return "part", 0, slug(words.split()[1])
        if _SECTION.match(words):
            first = words.split()[0]
            return "section", 1, slug(words.split()[1] if first.lower() == "section" else first)
        if labelled or _LETTER.match(words):
            return "division", 2, slug(words.split()[0] if words.split() else last)
        return "division", 3, ""

    def _container(self) -> Element:
        return self.sections[-1][1] if self.sections else self.parent

    def _stem(self) -> str:
        return f"{self.sections[-1][2]}__" if self.sections else self.prefix

    def _id(self, name: str, number: str, stem: str | None = None) -> str:
        base = (self._stem() if stem is None else stem) + {"paragraph": "para", "section": "sec"}.get(name, name)
        if not number:
            self.counts[base] = self.counts.get(base, 0) + 1
            number = str(self.counts[base])
        return self.sheet.unique(f"{base}_{number}")

    # paragraphs

    def close(self) -> None:
        """End every paragraph that is open."""
        self.path.clear()

    def clause(self, block: Block, path: tuple[Clause, ...], start: int | None = None) -> None:
        """One block of the clause that ``path`` leads to; ``start`` where only the rest of the block is its own."""
        self.number = None
        if block.id == path[-1].body.block and not (self.path and self.path[-1].clause is path[-1]):
            self._begin(block, path, start)
        else:
            self._go_on(block, path)

    def _begin(self, block: Block, path: tuple[Clause, ...], start: int | None) -> None:
        clause = path[-1]
        above = path[:-1]
        while self.path and not any(self.path[-1].clause is clause_above for clause_above in above):
            self.path.pop()
        name = "paragraph" if not above else "point" if block.label else "indent"
        parent, stem = self._place(bool(above))
        ident = self._id(name, slug(clause.number), stem)
        element = sub(parent, name, eId=ident)
        if block.label:
            sub(element, "num").text = block.label
        opened = _Open(clause, element)
        self.path.append(opened)
        if clause.children:
            opened.lists = 1
            opened.items = sub(element, "list", eId=self.sheet.unique(f"{ident}__list_1"))
            opened.leaf = sub(opened.items, "intro", eId=self.sheet.unique(f"{ident}__list_1__intro"))
        else:
            opened.leaf = sub(element, "content")
        made = self.sheet.para(opened.leaf, block)
        if start is not None:
            made.set(JOINED, "true")
        if block.label and block.level != _stated(element):
            made.set(LEVEL, str(block.level))
        self.sheet.fill(made, block, start)

    def _place(self, below: bool) -> tuple[Element, str]:
        """Where the next paragraph goes: into the list of the one that is open, or into the section."""
        if not below:
            return self._container(), self._stem()
        if not self.path:
            # Its parent was closed by a heading that broke the list.
            ident = self._id("list", "")
            return sub(self._container(), "list", eId=ident), f"{ident}__"
        above = self.path[-1]
        if above.items is None:
            above.lists += 1
            ident = self.sheet.unique(f"{above.element.get('eId')}__list_{above.lists}")
            above.items = sub(above.element, "list", eId=ident)
        above.leaf = None
        return above.items, f"{above.items.get('eId')}__"

    def _go_on(self, block: Block, path: tuple[Clause, ...]) -> None:
        """A further block of a clause whose first is written."""
        while self.path and self.path[-1].clause is not path[-1]:
            self.path.pop()
        if not self.path:
            self.loose(block)
            return
        self._into(self.path[-1], block)

    def _into(self, opened: _Open, block: Block) -> None:
        leaf = opened.leaf
        if leaf is None and opened.items is not None:
            leaf = self._wrap_up(opened.items)
            opened.leaf, opened.items = leaf, None
        if leaf is not None:
            self._labelled(leaf, block)

    def _wrap_up(self, items: Element) -> Element:
        return sub(items, "wrapUp", eId=self.sheet.unique(f"{context(items)}wrapup"))

    def _labelled(self, leaf: Element, block: Block) -> None:
        table = self.sheet.table_of(block)
        if table is not None:
            self.sheet.table(leaf, table)
            return
        made = self.sheet.para(leaf, block)
        if block.label:
            sub(made, "inline", name="num").text = block.label
        self.sheet.fill(made, block)

    # everything else

    def loose(self, block: Block, inside: bool = False) -> None:
        """A block that is no clause: below the open paragraph if the draft goes on with it (``inside``), else alone."""
        self.number = None
        table = self.sheet.table_of(block)
        if table is not None and block is not next(table.blocks()):
            return
        if inside and self.path:
            opened = self.path[-1]
            if opened.leaf is None and opened.items is not None:
                opened.leaf = self._wrap_up(opened.items)
                opened.items = None
            self._into(opened, block)
            return
        self.close()
        labelled = bool(block.label) and table is None
        name = "paragraph" if labelled or block.kind == "paragraph" else "hcontainer"
        ident = self._id(name, slug(block.label) if labelled else "")
        element = sub(self._container(), name, eId=ident)
        if name == "hcontainer":
            element.set("name", block.kind)
        if labelled:
            sub(element, "num").text = block.label
        content = sub(element, "content")
        if table is not None:
            element.set("name", "table")
            self.sheet.table(content, table)
        else:
            self.sheet.fill(self.sheet.para(content, block), block)

    def cross_heading(self, block: Block, start: int | None = None) -> None:
        """A preambular paragraph inside the operative part."""
        self.close()
        self.number = None
        if not self.sections:
            ident = self._id("division", "")
            self.sections.append((9, sub(self.parent, "division", eId=ident), ident))
        made = self.sheet.para(self._container(), block, "crossHeading")
        made.set("eId", self._id("crossHeading", ""))
        made.set("refersTo", "#preamble")
        if start is not None:
            made.set(JOINED, "true")
        if block.label:
            sub(made, "inline", name="num").text = block.label
            if block.level >= 0:
                made.set(LEVEL, str(block.level))
        self.sheet.fill(made, block, start)

    def finish(self) -> None:
        """Leave no body empty: the schema wants something in it."""
        if not len(self.parent):
            sub(self.parent, "hcontainer", eId=self._id("hcontainer", ""), name="empty")

"""The preamble: the enacting formula, and one container for each preambular paragraph, named after its opening."""

from __future__ import annotations

from dataclasses import dataclass

from resolint.akn.names import JOINED, LEVEL, camel, slug
from resolint.akn.sheet import Sheet
from resolint.akn.xml import sub
from resolint.model import Block, Clause
from resolint.word.container.xml import Element


@dataclass(slots=True)
class _Open:
    clause: Clause
    element: Element
    items: Element | None = None


class Preamble:
    """Writes blocks into a ``preamble`` in the order of the draft."""

    def __init__(self, sheet: Sheet, parent: Element, prefix: str = "") -> None:
        """``prefix`` begins every identifier."""
        self.sheet = sheet
        self.parent = parent
        self.prefix = prefix
        self.path: list[_Open] = []

    def formula(self, block: Block, end: int | None = None) -> None:
        """The enacting formula, the characters of ``block`` up to ``end``."""
        element = sub(self.parent, "formula", eId=self.sheet.unique(f"{self.prefix}formula_1"), name="enactingFormula")
        self.sheet.fill(self.sheet.para(element, block), block, None, end)

    def clause(self, block: Block, path: tuple[Clause, ...], start: int | None = None) -> None:
        """One block of the preambular paragraph that ``path`` leads to."""
        clause = path[-1]
        fresh = block.id == clause.body.block and not any(opened.clause is clause for opened in self.path)
        while self.path and not any(self.path[-1].clause is known for known in path):
            self.path.pop()
        if not fresh and self.path and self.path[-1].clause is clause:
            self.path[-1].items = None
            self._para(self.path[-1].element, block, start, label=True)
        elif len(path) == 1 or not self.path:
            element = self._container(self._name(clause))
            self.path = [_Open(clause, element)]
            self._para(element, block, start, label=True)
        else:
            self._item(block, clause)

    def _item(self, block: Block, clause: Clause) -> None:
        above = self.path[-1]
        if above.items is None:
            ident = self.sheet.unique(f"{above.element.get('eId')}__list_1")
            above.items = sub(above.element, "blockList", eId=ident)
        wanted = f"{above.items.get('eId')}__item_{slug(clause.number) or len(above.items) + 1}"
        element = sub(above.items, "item", eId=self.sheet.unique(wanted))
        if block.label:
            sub(element, "num").text = block.label
        made = self._para(element, block)
        # A reader takes an item to be as deep as it stands; a label that was set less or more deeply says so.
        if block.label and block.level != len(self.path):
            made.set(LEVEL, str(block.level))
        self.path.append(_Open(clause, element))

    def _para(self, element: Element, block: Block, start: int | None = None, label: bool = False) -> Element:
        made = self.sheet.para(element, block)
        if start is not None:
            made.set(JOINED, "true")
        if label and block.label:
            sub(made, "inline", name="num").text = block.label
        self.sheet.fill(made, block, start)
        return made

    def _name(self, clause: Clause) -> str:
        words = "" if clause.opener is None else self.sheet.document.text(clause.opener)
        return camel(words) or "recital"

    def _container(self, name: str) -> Element:
        return sub(self.parent, "container", eId=self.sheet.unique(f"{self.prefix}container_{name}"), name=name)

    def loose(self, block: Block, inside: bool = False) -> None:
        """A block that is no preambular paragraph: within the open one if the draft goes on with it, else alone."""
        table = self.sheet.table_of(block)
        if table is not None:
            if block is next(table.blocks()):
                at = self.path[-1].element if inside and self.path else self._container("table")
                self.sheet.table(at, table)
            return
        if inside and self.path:
            self.path[-1].items = None
            self._para(self.path[-1].element, block, label=True)
            return
        self.path.clear()
        self._para(self._container("text"), block, label=True)

"""What each block of a draft is on paper: title, organ line, clause at a depth, heading, adoption line."""

from __future__ import annotations

from dataclasses import dataclass, field

from resolint.model import Act, Clause, Document

__all__ = ["Places"]


@dataclass(slots=True)
class Places:
    """``roles`` by block id (``title``, ``act``, ``organ``, ``clause``, ``annex``, ``closing`` …), ``depths`` of
    clauses from 0, ``starts`` the blocks that begin a further act or an annex.

    ``operative`` gives for the operative paragraphs of each act the block by number, for cross-references: the key is
    the number of the act (from 0) and the number as written (``3``, ``3 (b)``).
    """

    roles: dict[str, str] = field(default_factory=dict)
    depths: dict[str, int] = field(default_factory=dict)
    acts: dict[str, int] = field(default_factory=dict)
    annexes: set[str] = field(default_factory=set)
    operative: dict[tuple[int, str], str] = field(default_factory=dict)
    member: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Places:
        """Find the places of all blocks of a draft."""
        found = cls()
        for number, act in enumerate(document.acts):
            found._act(number, act)
        return found

    def _act(self, number: int, act: Act) -> None:
        first = act.heading or act.title or act.organ_line
        if first is not None:
            self.acts.setdefault(first.block, number)
        for span, role in ((act.heading, "act"), (act.title, "title"), (act.organ_line, "organ")):
            if span is not None:
                self.roles.setdefault(span.block, role)
        for clause in act.preamble:
            self._clause(clause, 0, number)
        for clause in act.operative:
            self._clause(clause, 0, number)
            self._numbered(number, clause, "")
        for annex in act.annexes:
            self.roles.setdefault(annex.heading.block, "annex")
            self.annexes.add(annex.heading.block)
            if annex.title is not None:
                self.roles.setdefault(annex.title.block, "annex")
            for clause in annex.paragraphs:
                self._clause(clause, 0, -1)
        for block in act.closing:
            self.roles.setdefault(block, "closing")

    def _clause(self, clause: Clause, depth: int, act: int) -> None:
        for block in clause.blocks:
            self.roles.setdefault(block, "clause")
            self.depths.setdefault(block, depth)
            self.member.setdefault(block, act)
        for child in clause.children:
            self._clause(child, depth + 1, act)

    def _numbered(self, act: int, clause: Clause, above: str) -> None:
        if not clause.number or not clause.blocks:
            return
        name = f"{above} ({clause.number})" if above else clause.number
        self.operative.setdefault((act, name), clause.blocks[0])
        for child in clause.children:
            self._numbered(act, child, name)

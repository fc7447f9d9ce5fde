"""What each block is to its act, so that an act can be written in the order of its blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from resolint.frozen import dataclass
from resolint.model import Act, Annex, Clause, Document, Span

RoleName = Literal["name", "organ", "clause", "heading", "closing", "annex", "title", "body"]


@dataclass(frozen=True, slots=True)
class Role:
    """A block's part in an act. ``path`` are the clauses from the top down to the one that it belongs to."""

    name: RoleName
    path: tuple[Clause, ...] = ()
    annex: Annex | None = None
    organ: Span | None = None

    @property
    def opens(self) -> str:
        """The id of the block that its clause begins with."""
        return self.path[-1].body.block


BODY = Role("body")


def roles_of(act: Act) -> dict[str, Role]:
    """The role of every block of ``act``; a block with an organ line and a paragraph is both."""
    found: dict[str, Role] = {}
    for clauses in (act.preamble, act.operative):
        found.update(_clauses(clauses, None))
    for annex in act.annexes:
        found.update(_clauses(annex.paragraphs, annex))
    for heading in act.headings:
        found.setdefault(heading.span.block, Role("heading"))
    for block in act.closing:
        found.setdefault(block, Role("closing"))
    for annex in act.annexes:
        for block, role in _annex(annex):
            found.setdefault(block, role)
    for span in (act.title, act.heading):
        if span is not None:
            found.setdefault(span.block, Role("name"))
    if act.organ_line is not None:
        block = act.organ_line.block
        path = found[block].path if block in found else ()
        found[block] = Role("organ", path, organ=act.organ_line)
    for block in act.body:
        found.setdefault(block, BODY)
    return found


def _annex(annex: Annex) -> Iterator[tuple[str, Role]]:
    yield annex.heading.block, Role("annex", annex=annex)
    if annex.title is not None:
        yield annex.title.block, Role("title", annex=annex)
    for heading in annex.headings:
        yield heading.span.block, Role("heading", annex=annex)
    for block in annex.body:
        yield block, Role("body", annex=annex)


def _clauses(clauses: tuple[Clause, ...], annex: Annex | None) -> Iterator[tuple[str, Role]]:
    for clause in clauses:
        yield from _clause((clause,), annex)


def _clause(path: tuple[Clause, ...], annex: Annex | None) -> Iterator[tuple[str, Role]]:
    role = Role("clause", path, annex)
    for block in path[-1].blocks:
        yield block, role
    for child in path[-1].children:
        yield from _clause((*path, child), annex)


def split(document: Document, blocks: list[str]) -> tuple[list[str], list[tuple[Act, dict[str, Role], list[str]]]]:
    """The blocks above the first act, and each act with its roles and blocks (up to the next act's first)."""
    order = {block: at for at, block in enumerate(blocks)}
    starts = []
    for act in document.acts:
        roles = roles_of(act)
        first = min((order[block] for block in roles if block in order), default=len(blocks))
        starts.append((first, act, roles))
    starts.sort(key=lambda start: start[0])
    ends = [start[0] for start in starts[1:]] + [len(blocks)]
    above = blocks[: starts[0][0]] if starts else blocks
    return above, [(act, roles, blocks[first:end]) for (first, act, roles), end in zip(starts, ends, strict=True)]

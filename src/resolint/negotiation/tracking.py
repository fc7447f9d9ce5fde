"""How each paragraph came through the rounds of a negotiation: who put it in, changed, softened or took it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace
from typing import Literal

from resolint.comparison import Comparison, Paragraph, QualifierChange, Row, VerbChange
from resolint.frozen import dataclass
from resolint.model import Document, Span
from resolint.wording import Change

__all__ = ["Line", "Stage", "follow"]

Fate = Literal["first", "same", "changed", "moved", "new", "dropped", "merged", "split off"]
_FRAME = frozenset(("masthead", "header"))
"""Parts whose lines change in every round without anybody negotiating them."""
Where = Callable[[Document, Span], str]


@dataclass(frozen=True, slots=True)
class Stage:
    """A paragraph in one version: what became of it there, where it stands, and what it says (empty once it is gone).

    ``changes`` lead from the words of the version before.
    """

    version: int
    fate: Fate
    where: str
    text: str
    changes: tuple[Change, ...] = ()
    verb: VerbChange | None = None
    qualifiers: tuple[QualifierChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph through all versions in which it stood, and the one in which it went."""

    stages: tuple[Stage, ...] = field(default=())

    @property
    def gone(self) -> bool:
        """Whether it stands in the last version no more."""
        return self.stages[-1].fate in ("dropped", "merged")

    @property
    def untouched(self) -> bool:
        """Whether nothing ever happened to it."""
        return all(stage.fate in ("first", "same") for stage in self.stages)


def follow(steps: Sequence[Comparison], first: Sequence[Paragraph], where: Where) -> tuple[Line, ...]:
    """The lines of all paragraphs; ``steps`` lead from each version to the next, ``first`` are the paragraphs of the first one.

    They come in the order of the last version; what is gone stands where it stood.
    """
    base = steps[0].base if steps else None
    lines = [Line((_stage(0, "first", base, one, where),)) for one in first] if base is not None else []
    at = {one.block: number for number, one in enumerate(first)}
    order = list(range(len(lines)))
    for version, step in enumerate(steps, 1):
        after: dict[str, int] = {}
        last: int | None = None
        for row in step.rows:
            if (row.draft or row.base)[0].part in _FRAME:
                continue
            known = [at[one.block] for one in row.base if one.block in at]
            if known and row.draft:
                keeper = known[0]
                lines[keeper] = _grown(lines[keeper], _went_on(version, row, step.draft, where))
                after[row.draft[0].block] = keeper
                last = keeper
                for other in known[1:]:
                    lines[other] = _grown(lines[other], Stage(version, "merged", "", ""))
                for piece in row.draft[1:]:
                    last = _begun(lines, order, last, _stage(version, "split off", step.draft, piece, where))
                    after[piece.block] = last
            elif known:
                for one in known:
                    lines[one] = _grown(lines[one], Stage(version, "dropped", "", ""))
                last = known[-1]
            else:
                for piece in row.draft:
                    last = _begun(lines, order, last, _stage(version, "new", step.draft, piece, where))
                    after[piece.block] = last
        at = after
    return tuple(lines[number] for number in order)


def _grown(line: Line, stage: Stage) -> Line:
    return replace(line, stages=(*line.stages, stage))


def _begun(lines: list[Line], order: list[int], behind: int | None, stage: Stage) -> int:
    """Begins a line behind another one; gives its number."""
    lines.append(Line((stage,)))
    number = len(lines) - 1
    order.insert(0 if behind is None else order.index(behind) + 1, number)
    return number


def _stage(version: int, fate: Fate, document: Document, one: Paragraph, where: Where) -> Stage:
    return Stage(version, fate, where(document, document.block(one.block).span()), one.text)


def _went_on(version: int, row: Row, draft: Document, where: Where) -> Stage:
    place = where(draft, draft.block(row.draft[0].block).span())
    fate: Fate = "moved" if row.kind == "moved" else "changed" if row.changes or row.kind != "same" else "same"
    return Stage(version, fate, place, row.new, row.changes, row.verb, row.qualifiers)

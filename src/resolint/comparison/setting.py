"""Which paragraph of the base a new one is to be set like."""

from __future__ import annotations

from bisect import bisect_left

from resolint.comparison.model import Paragraph
from resolint.comparison.paragraphs import paragraphs
from resolint.frozen import NamedTuple
from resolint.model import Block, Document

__all__ = ["Models", "automatic", "form_of", "in_file"]


class _Traits(NamedTuple):
    """What a paragraph is chosen by."""

    in_cell: bool
    form: str
    automatic: bool
    part: str
    heading: bool


class Models:
    """Finds the base paragraph that a new one is to be set like."""

    def __init__(self, base: Document) -> None:
        self.rows = [row for row in paragraphs(base) if in_file(row.block)]
        self.blocks = {block.id: block for block in base.blocks}
        self.places = {row.block: at for at, row in enumerate(self.rows)}
        self._kinds: dict[str, dict[_Traits, dict[int, Paragraph]]] = {}
        """The first paragraph at each place, in their order, by story and traits: in a long text there are few of these."""
        for row in self.rows:
            block = self.blocks[row.block]
            found = _Traits(
                block.kind == "cell", form_of(row.label), automatic(block), row.part, block.kind == "heading"
            )
            kinds = self._kinds.setdefault(row.block.partition("/")[0], {})
            kinds.setdefault(found, {}).setdefault(self.places[row.block], row)
        self._order = {
            (story, traits): list(rows) for story, kinds in self._kinds.items() for traits, rows in kinds.items()
        }

    def like(self, new: Paragraph, block: Block, place: str) -> Paragraph:
        """The nearest to ``place`` that agrees best with ``new`` in part, kind and form of number."""
        at = self.places.get(place, 0)
        story = place.partition("/")[0]
        form = form_of(new.label)

        def worth(traits: _Traits) -> tuple[bool, bool, bool, bool, bool]:
            return (
                traits.in_cell and block.kind != "cell",
                traits.form != form and traits.automatic,
                traits.form != form,
                traits.part != new.part,
                traits.heading != (block.kind == "heading"),
            )

        best = min(map(worth, self._kinds[story]))
        near: list[tuple[int, int, Paragraph]] = []
        for traits, rows in self._kinds[story].items():
            if worth(traits) == best:
                order = self._order[story, traits]
                after = bisect_left(order, at)
                near += [(abs(one - at), one, rows[one]) for one in order[max(0, after - 1) : after + 1]]
        return min(near, key=lambda found: found[:2])[2]


def in_file(block: str) -> bool:
    """Whether a block stands in the file itself, not in another one that Word reads in there."""
    return block.count("/") == 1


def form_of(label: str) -> str:
    """The form of a number: ``1.``, ``(a)``, empty for none."""
    form = "".join("1" if char.isdecimal() else "a" if char.isalpha() else char for char in label)
    return form.replace("11", "1").replace("11", "1").replace("aa", "a").replace("aa", "a")


def automatic(block: Block) -> bool:
    """Whether Word counts the paragraph by itself."""
    return bool(block.label) and not block.lead

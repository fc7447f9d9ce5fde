"""Which paragraph of the base a new one is to be set like."""

from __future__ import annotations

from resolint.comparison.model import Paragraph
from resolint.comparison.paragraphs import paragraphs
from resolint.model import Block, Document

__all__ = ["Models", "automatic", "form_of", "in_file"]


class Models:
    """Finds the base paragraph that a new one is to be set like."""

    def __init__(self, base: Document) -> None:
        self.rows = [row for row in paragraphs(base) if in_file(row.block)]
        self.blocks = {block.id: block for block in base.blocks}
        self.places = {row.block: at for at, row in enumerate(self.rows)}

    def like(self, new: Paragraph, block: Block, place: str) -> Paragraph:
        """The nearest to ``place`` that agrees best with ``new`` in part, kind and form of number."""
        at = self.places.get(place, 0)
        story = place.partition("/")[0]
        form = form_of(new.label)

        def worth(row: Paragraph) -> tuple[bool, bool, bool, bool, bool, int]:
            other = self.blocks[row.block]
            return (
                other.kind == "cell" and block.kind != "cell",
                form_of(row.label) != form and automatic(other),
                form_of(row.label) != form,
                row.part != new.part,
                (other.kind == "heading") != (block.kind == "heading"),
                abs(self.places[row.block] - at),
            )

        return min((row for row in self.rows if row.block.partition("/")[0] == story), key=worth)


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

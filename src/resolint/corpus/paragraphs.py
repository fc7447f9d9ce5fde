"""The paragraphs of a draft that are held against a corpus, with the way back to their characters in the blocks."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.frozen import dataclass
from resolint.model import NOTE_MARK, Block, Document, Span

__all__ = ["Paragraph", "paragraphs"]

_UNSEEN = frozenset("\u00ad\u200b\u200e\u200f\u2060\ufeff" + NOTE_MARK)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The words of one block without label and note marks, single blanks; ``starts`` gives the place of each character."""

    block: str
    text: str
    starts: tuple[int, ...]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The characters of the block that stand from ``start`` to ``end`` here; empty where the two are equal."""
        end = len(self.text) if end is None else end
        if not self.starts:
            return Span(self.block, 0, 0)
        first = self.starts[start] if start < len(self.starts) else self.starts[-1] + 1
        return Span(self.block, first, self.starts[end - 1] + 1 if end > start else first)


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """Every paragraph of the acts and annexes; of a document without any act every paragraph of its body."""
    found = list(_of_acts(document))
    if not found:
        body = (block for block in document.blocks if block.kind == "paragraph" and not block.id.startswith("front/"))
        found = [_clean(block, block.lead) for block in body]
    return tuple(paragraph for paragraph in found if any(char.isalpha() for char in paragraph.text))


def _of_acts(document: Document) -> Iterator[Paragraph]:
    seen: set[str] = set()
    for _, clause in document.clauses():
        for at, block_id in enumerate(clause.blocks):
            if block_id not in seen:
                seen.add(block_id)
                block = document.block(block_id)
                yield _clean(block, clause.body.start if at == 0 and clause.body.block == block_id else block.lead)


def _clean(block: Block, start: int) -> Paragraph:
    chars: list[str] = []
    starts: list[int] = []
    for at in range(start, len(block.text)):
        char = block.text[at]
        if char in _UNSEEN:
            continue
        if char.isspace():
            if not chars or chars[-1] == " ":
                continue
            char = " "
        chars.append(char)
        starts.append(at)
    if chars and chars[-1] == " ":
        chars.pop()
        starts.pop()
    return Paragraph(block.id, "".join(chars), tuple(starts))

"""Where the comments of the copies stand in the compiled text.

A comment stands on the words that it is about, in the paragraph that its own has become; where those words are not in the
compiled text, on the whole paragraph; and where the paragraph is not, on the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolint.comparison import Comparison
from resolint.frozen import NamedTuple
from resolint.model import Block, Comment, Document, Span
from resolint.writing import Annotation

__all__ = ["Remark", "placed", "remarks"]


class Remark(NamedTuple):
    """A comment of a copy: whose copy it is, who signed, and the comment."""

    copy: int
    author: str
    comment: Comment


def remarks(found: Sequence[Comparison], names: Sequence[str]) -> list[Remark]:
    """The comments in the copies that the base has not, in the order of the copies."""
    known = {(comment.author, comment.text) for comment in found[0].base.comments} if found else set()
    rows = []
    for at, (one, name) in enumerate(zip(found, names, strict=True)):
        for comment in one.draft.comments:
            if (comment.author, comment.text) not in known:
                author = f"{name} ({comment.author})" if comment.author and comment.author != name else name
                rows.append(Remark(at, author, comment))
    return rows


def placed(said: Sequence[Remark], found: Sequence[Comparison], compiled: Comparison) -> Iterator[Annotation]:
    """The remarks as annotations on the compiled text; ``compiled`` holds it against the base."""
    homes = {
        one.block: row.draft[min(at, len(row.draft) - 1)].block
        for row in compiled.rows
        if row.draft
        for at, one in enumerate(row.base)
    }
    ways = [_Way(one, compiled.draft, homes) for one in found]
    for one in said:
        words = " ".join(one.comment.text.split())
        span = ways[one.copy].span(one.comment.span)
        if words and span is not None:
            yield Annotation(span, words, author=one.author, literal=True)


class _Way:
    """From the paragraphs of one copy to those of the compiled text."""

    def __init__(self, found: Comparison, compiled: Document, homes: Mapping[str, str]) -> None:
        self.draft, self.compiled = found.draft, compiled
        taken = set(homes.values())
        new = {block.text.strip(): block for block in compiled.blocks if block.id not in taken}
        self.to: dict[str, str] = {}
        last = ""
        for row in found.rows:
            homed = [homes[one.block] for one in row.base if compiled.has_block(homes.get(one.block, ""))]
            last = homed[0] if homed else last
            for at, one in enumerate(row.draft):
                here = new.get(found.draft.block(one.block).text.strip()) if not homed else None
                self.to[one.block] = homed[min(at, len(homed) - 1)] if homed else here.id if here is not None else last

    def span(self, place: Span | None) -> Span | None:
        """The words of the compiled text for words of the copy; None where nothing of the copy was found."""
        first = next((one for one in self.to.values() if one), "")
        home = self.to.get(place.block, "") if place is not None else ""
        home = home or first
        if not home or not self.compiled.has_block(home):
            return None
        block = self.compiled.block(home)
        if place is not None and self.draft.has_block(place.block) and home == self.to.get(place.block):
            words = self.draft.text(place).strip()
            at = _nearest(block, words, place.start)
            if at >= 0:
                return Span(home, at, at + len(words))
        return Span(home, block.lead, max(block.lead, len(block.text)))


def _nearest(block: Block, words: str, start: int) -> int:
    """Where ``words`` stand in a block, as near to ``start`` as they do; -1 where they do not."""
    places = []
    at = block.text.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = block.text.find(words, at + 1)
    return min(places, key=lambda one: abs(one - start), default=-1)

"""Which paragraph of a returned file is which of the exercise, and what was changed in it, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolint import wording
from resolint.comparison import compare
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon
from resolint.model import Block, Document
from resolint.teach.planting import blocks_of

__all__ = ["Change", "alike", "applied", "body", "changes", "nearest", "paired", "share", "short", "told"]


class Change(NamedTuple):
    """The characters ``start`` to ``end`` of the old text became ``new``, which stands at ``at`` of the new text."""

    start: int
    end: int
    old: str
    new: str
    at: int

    @property
    def stop(self) -> int:
        """Where ``new`` ends in the new text."""
        return self.at + len(self.new)

    def touches(self, start: int, end: int) -> bool:
        """Whether the change lies in or at the edge of a stretch of the old text."""
        return self.start <= end and self.end >= start


def body(document: Document) -> list[Block]:
    """The paragraphs of a draft that hold words and that everybody sees once.

    Left out are page footers, running headers that say the symbol again, and what a Word file keeps of its masthead out of
    sight.
    """
    printed = {span.block for _, span in document.head.spans} | set(document.head.blocks)
    return [
        block
        for block in blocks_of(document)
        if block.text.strip()
        and block.kind != "footer"
        and not (block.kind == "header" and block.id not in printed and block.text.strip() == document.head.symbol)
        and not document.unprinted(block.id)
    ]


def paired(base: Document, returned: Document, lexicon: Lexicon) -> tuple[Mapping[str, Block], tuple[Block, ...]]:
    """For each paragraph of ``base`` the one it became, by id, and the paragraphs that are new.

    A paragraph that was split belongs to the part that keeps most of it, the others are new.
    """
    theirs = {block.id: block for block in body(returned)}
    found: dict[str, Block] = {}
    taken: set[str] = set()

    def take(ours: str, block: str) -> None:
        if ours not in found and block not in taken and block in theirs:
            found[ours] = theirs[block]
            taken.add(block)

    for row in compare(base, returned, lexicon).rows:
        if len(row.base) == 1 and row.draft:
            best = max(row.draft, key=lambda paragraph: len(paragraph.text))
            take(row.base[0].block, best.block)
        elif len(row.draft) == 1 and row.base:
            take(max(row.base, key=lambda paragraph: len(paragraph.text)).block, row.draft[0].block)
    # Notes get other numbers when another program saves the file; their order stays.
    ours, other = ([note.blocks[0].id for note in one.footnotes if note.blocks] for one in (base, returned))
    if len(ours) == len(other):
        for one, their in zip(ours, other, strict=True):
            take(one, their)
    for block in body(base):
        take(block.id, block.id)
    return found, tuple(block for key, block in theirs.items() if key not in taken)


def changes(old: str, new: str) -> tuple[Change, ...]:
    """What turns ``old`` into ``new``, in words, runs of blanks and single marks; neighbours are told as one."""
    return tuple(_changes(old, new))


def _changes(old: str, new: str) -> Iterator[Change]:
    from rapidfuzz.distance import Indel

    ours, theirs = wording.tokens(old), wording.tokens(new)
    places, new_places = _places(ours), _places(theirs)
    row: list[tuple[int, int, int, int]] = []
    for step in Indel.opcodes(ours, theirs):
        if step.tag == "equal":
            continue
        a1, a2, b1, b2 = step.src_start, step.src_end, step.dest_start, step.dest_end
        if row and row[-1][1] == a1 and row[-1][3] == b1:
            row[-1] = (row[-1][0], a2, row[-1][2], b2)
        else:
            row.append((a1, a2, b1, b2))
    for a1, a2, b1, b2 in row:
        yield Change(places[a1], places[a2], "".join(ours[a1:a2]), "".join(theirs[b1:b2]), new_places[b1])


def _places(row: Sequence[str]) -> list[int]:
    places = [0]
    for token in row:
        places.append(places[-1] + len(token))
    return places


def applied(old: str, made: Sequence[Change]) -> str:
    """``old`` with these changes made."""
    parts, at = [], 0
    for change in made:
        parts += [old[at : change.start], change.new]
        at = change.end
    return "".join([*parts, old[at:]])


def nearest(place: int, made: Sequence[Change]) -> int:
    """Where a place of the old text lies in the new one."""
    shift = 0
    for change in made:
        if change.end <= place:
            shift += len(change.new) - len(change.old)
        elif change.start < place:
            return change.stop
    return place + shift


def share(base: Document, returned: Document) -> float:
    """The share of the paragraphs of ``base`` whose words stand in ``returned``."""
    ours = [block.text.strip() for block in body(base)]
    theirs = {block.text.strip() for block in body(returned)}
    return sum(text in theirs for text in ours) / max(len(ours), 1)


def told(change: Change) -> str:
    """What was changed, in a few words."""
    old, new = short(change.old.strip()), short(change.new.strip())
    if not new:
        return f"“{old}” was taken out" if old else "a blank was taken out"
    if not old:
        return f"“{new}” was put in"
    return f"“{old}” became “{new}”"


def short(text: str) -> str:
    """``text``, cut where it is long."""
    return text if len(text) <= 60 else text[:57].rstrip() + "…"


def alike(text: str, right: str, wrong: str) -> bool:
    """Whether ``text`` is the right one; a no-break space is a blank, except where ``wrong`` differs in nothing else."""
    if text == right or _evened(wrong) == _evened(right):
        return text == right
    return _evened(text) == _evened(right)


def _evened(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")

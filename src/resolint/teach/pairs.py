"""Which paragraph of a returned file is which of the exercise, and what was changed in it, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolint import wording
from resolint.comparison import compare
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon
from resolint.model import Block, Document, Span
from resolint.regex import lazy
from resolint.teach.planting import blocks_of, whole_words

__all__ = [
    "Change",
    "alike",
    "applied",
    "beside",
    "body",
    "changes",
    "near",
    "nearest",
    "paired",
    "reworded",
    "share",
    "short",
    "told",
    "with_neighbours",
]

_MARKS = lazy(r"[,;:.!?]")
_WORDS_BETWEEN = 2
"""So many words may stay between two changes that reword one place."""


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
    if not old and not new:
        return "a blank was put in" if len(change.new) > len(change.old) else "a blank was taken out"
    if not new:
        return f"“{old}” was taken out"
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


def reworded(old: str, made: Sequence[Change], about: Sequence[Change]) -> list[Change]:
    """``about`` and the changes that belong to the same rewording: words that moved there or away, or that have no mark and
    two words at most between them and it."""
    found, more = list(about), list(about)
    while more:
        more = [one for one in made if one not in found and any(_belongs(old, one, other) for other in found)]
        found += more
    return sorted(found)


def _belongs(old: str, one: Change, other: Change) -> bool:
    gone, come = ({*wording.words(text)} for text in (one.old, one.new))
    if not gone and not come:
        return False
    if gone & {*wording.words(other.new)} or come & {*wording.words(other.old)}:
        return True
    between = old[min(one.end, other.end) : max(one.start, other.start)]
    return not _MARKS.search(between) and len(between.split()) <= _WORDS_BETWEEN


def with_neighbours(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of ``text`` in whole words, with the word before it and the word behind it."""
    start, end = whole_words(text, start, end)
    before = len(text[:start].rstrip())
    after = len(text) - len(text[end:].lstrip())
    return whole_words(text, max(before - 1, 0), before)[0], whole_words(text, after, min(after + 1, len(text)))[1]


def near(comment: Span, span: Span, text: str) -> bool:
    """Whether a comment is about a stretch: it touches the words there, or those beside a mark."""
    start, end = span.start, span.end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return comment.start <= end and comment.end >= start


def beside(one: Span, other: Span, text: str) -> bool:
    """Whether two stretches touch or have nothing but blanks between them."""
    first, last = sorted((one, other), key=lambda span: (span.start, span.end))
    return not text[first.end : last.start].strip()

"""Words that a paragraph says twice in a row, as an unfinished edit leaves them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resolint.checks.shared.clauses import inside, quotations
from resolint.findings import Hit
from resolint.model import Block, Document
from resolint.regex import lazy

__all__ = ["said_twice"]

_JOINT = lazy(r",?[ \xa0](?:and|or|as well as)[ \xa0]|[,;:][ \xa0]?")
_LEAST = 30
"""So many letters has what is said twice by mistake; shorter words come again of themselves."""
_FEW_WORDS = 5
_SMALL, _PLAIN = 3, 3
"""So many longer words in small letters are in it: a name may come again."""
_REACH = 3
"""Of so many pieces between joints may consist what is said again."""


def said_twice(document: Document) -> Iterator[Hit]:
    """*To bring it to the attention of all States and to bring it to the attention of all States and organizations*."""
    for act in document.acts:
        for clause in (*act.preamble, *act.operative):
            for inner in clause.walk():
                for block_id in inner.blocks:
                    yield from _in_block(document.block(block_id))


def _in_block(block: Block) -> Iterator[Hit]:
    text = block.text
    if len(text) - block.lead < _LEAST * 2:
        return
    pieces: list[tuple[str, int, int]] = []
    start = block.lead
    for joint in (*_JOINT.finditer(text, block.lead), None):
        end = len(text) if joint is None else joint.start()
        pieces.append((text[start:end].strip(" .;,\xa0"), start, end))
        start = end if joint is None else joint.end()
    for size in range(1, _REACH + 1):
        for at in range(len(pieces) - 2 * size + 1):
            first, again = pieces[at : at + size], pieces[at + size : at + 2 * size]
            if _same([words for words, _, _ in first], [words for words, _, _ in again]):
                low, high = again[0][1], again[-1][2]
                if not inside(quotations(text), low, high):
                    yield Hit(block.span(low, high), {"which": "words of its own", "how": "word for word"})
                return


def _same(first: Sequence[str], again: Sequence[str]) -> bool:
    """Whether pieces say the same: the first may have something before it, and the last may go on."""
    words = " ".join((*again[:-1], first[-1] if len(first) > 1 else again[-1]))
    return (
        len(words) >= _LEAST
        and words.count(" ") >= _FEW_WORDS - 1
        and words[:1].islower()
        and sum(len(word) > _SMALL and word.islower() for word in words.split()) >= _PLAIN
        and f" {first[0]}".endswith(f" {again[0]}")
        and first[1:-1] == again[1:-1]
        and again[-1].startswith(first[-1] if len(first) > 1 else again[-1])
    )

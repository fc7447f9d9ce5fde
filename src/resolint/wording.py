"""The word-level difference of two strings; everything that compares texts uses it.

A difference is a row of ``Change`` values over the old text. Words stay whole, punctuation stands apart, and changes that only a
blank or a lone small word keeps apart are told as one, because a delegate reads *the States* → *all Governments*, not two changes.
Where less than half of a stretch remains, it goes and comes as a whole; numbers that stand once in both texts keep their places, so
that a list of references keeps its members.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resolint import regex
from resolint.frozen import dataclass

_HAN = "\u3400-\u9fff"
TOKEN = regex.compiled(rf"[{_HAN}]|[^\W{_HAN}]+(?:[’'‑/-][^\W{_HAN}]+)*|\s+|[^\w\s]")
"""Words, of Chinese each sign, which is written without blanks; blanks; marks."""
_FIRM = 0.6
"""Least share of the words kept otherwise that must be kept for the numbers of documents to stay in their places."""
SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"})


@dataclass(frozen=True, slots=True)
class Change:
    """The characters ``start`` to ``end`` of the old text become ``new``, which stands at ``new_start`` of the new text.

    ``start == end`` is an insertion, an empty ``new`` a deletion. ``old`` is the text taken out.
    """

    start: int
    end: int
    old: str
    new: str
    new_start: int

    @property
    def new_end(self) -> int:
        """Where ``new`` ends in the new text."""
        return self.new_start + len(self.new)


def tokens(text: str) -> list[str]:
    """Words, runs of blanks and single punctuation marks, in order; joined they give ``text``."""
    return TOKEN.findall(text)


def words(text: str) -> list[str]:
    """The words alone, folded in case, with every kind of apostrophe and hyphen made one."""
    folded = text.casefold().replace("’", "'").replace("‑", "-")
    return [token for token in TOKEN.findall(folded) if token[0].isalnum()]


def changes(old: str, new: str) -> tuple[Change, ...]:
    """The fewest readable changes that turn ``old`` into ``new``; ``apply(old, changes(old, new)) == new`` always."""
    if old == new:
        return ()
    ours, theirs = tokens(old), tokens(new)
    row = _rewritten(ours, theirs, _joined(ours, _anchored(ours, theirs)))
    return tuple(_changes_of(ours, theirs, row))


def apply(old: str, row: Sequence[Change]) -> str:
    """``old`` with the changes made; raises ValueError where the text that a change takes out does not stand there."""
    parts, at = [], 0
    for change in row:
        if change.start < at or old[change.start : change.end] != change.old:
            raise ValueError(f"the text at {change.start} is not {change.old!r}")
        parts += [old[at : change.start], change.new]
        at = change.end
    return "".join([*parts, old[at:]])


def similarity(old: str, new: str) -> float:
    """How much of the longer text's words the two share in order, from 0 to 1."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(words(old), words(new))


def _anchored(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """The stretches that differ; a document's number that stands once on both sides stays, unless it costs too much."""
    plain = _opcodes(ours, theirs)
    if not plain:
        return plain
    mine, yours = _once(ours), _once(theirs)
    shared = [(mine[token], yours[token]) for token in mine if token in yours]
    chain = _rising(shared)
    if not chain:
        return plain
    found: list[tuple[int, int, int, int]] = []
    at = new_at = 0
    for a, b in (*chain, (len(ours), len(theirs))):
        found += [
            (at + a1, at + a2, new_at + b1, new_at + b2) for a1, a2, b1, b2 in _opcodes(ours[at:a], theirs[new_at:b])
        ]
        at, new_at = a, b
    return found if _kept(ours, found) >= _FIRM * _kept(ours, plain) else plain


def _once(row: Sequence[str]) -> dict[str, int]:
    """Where the numbers of documents stand that occur once: with a stroke in them, as in 70/1."""
    places: dict[str, int] = {}
    twice: set[str] = set()
    for at, token in enumerate(row):
        if "/" in token and token[-1].isdigit():
            if token in places:
                twice.add(token)
            places[token] = at
    return {token: at for token, at in places.items() if token not in twice}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of pairs, given in the order of the first of each, in which the second rises too."""
    best: list[list[tuple[int, int]]] = []
    for pair in pairs:
        before = max((row for row in best if row[-1][1] < pair[1]), key=len, default=[])
        best.append([*before, pair])
    return max(best, key=len, default=[])


def _kept(ours: Sequence[str], row: Sequence[tuple[int, int, int, int]]) -> int:
    """How many words of the old text stay."""
    gone = sum(not token.isspace() for a1, a2, _, _ in row for token in ours[a1:a2])
    return sum(not token.isspace() for token in ours) - gone


def _rewritten(
    ours: Sequence[str], theirs: Sequence[str], row: list[tuple[int, int, int, int]]
) -> list[tuple[int, int, int, int]]:
    """Three or more changes in a row of which less than half of the words stay between them become one.

    Neither the end of a sentence or item, nor a note reference, nor the number of a document is swallowed.
    """
    found: list[tuple[int, int, int, int]] = []
    at = 0
    while at < len(row):
        last = at
        kept = 0
        for end in range(at + 1, len(row)):
            between = ours[row[end - 1][1] : row[end][0]]
            if any(_holds(token) for token in between):
                break
            kept += _count(between)
            most = max(_count(ours[row[at][0] : row[end][1]]), _count(theirs[row[at][2] : row[end][3]]))
            if end - at >= 2 and 2 * kept < most:
                last = end
        found.append((row[at][0], row[last][1], row[at][2], row[last][3]))
        at = last + 1
    return found


def _holds(token: str) -> bool:
    return token in ".;:!?\ufffc\ufffd" or ("/" in token and token[-1].isdigit())


def _count(row: Sequence[str]) -> int:
    return sum(token[0].isalnum() for token in row)


def _opcodes(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """The stretches that differ, as (start, end, start, end) in tokens of both sides."""
    from rapidfuzz.distance import Indel

    found: list[tuple[int, int, int, int]] = []
    for op in Indel.opcodes(ours, theirs):
        if op.tag == "equal":
            continue
        a1, a2, b1, b2 = op.src_start, op.src_end, op.dest_start, op.dest_end
        if found and found[-1][1] == a1 and found[-1][3] == b1:
            a1, b1 = found[-1][0], found[-1][2]
            found[-1] = (a1, a2, b1, b2)
        else:
            found.append((a1, a2, b1, b2))
    return found


def _joined(ours: Sequence[str], row: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Changes with nothing but blanks between them become one, with one small word only where both replace words.

    So do those of a symbol, which a point keeps apart (L.5).
    """
    joined: list[tuple[int, int, int, int]] = []
    for change in row:
        if joined:
            last = joined[-1]
            between = ours[last[1] : change[0]]
            if _blank(between) or (_weak(between) and _replaces(last) and _replaces(change)):
                joined[-1] = (last[0], change[1], last[2], change[3])
                continue
        joined.append(change)
    return joined


def _weak(between: Sequence[str]) -> bool:
    kept = [token for token in between if not token.isspace()]
    return list(between) == ["."] or (len(kept) == 1 and kept[0].lower() in SMALL)


def _blank(between: Sequence[str]) -> bool:
    return all(token.isspace() for token in between)


def _replaces(change: tuple[int, int, int, int]) -> bool:
    return change[0] != change[1] and change[2] != change[3]


def _changes_of(ours: list[str], theirs: list[str], row: list[tuple[int, int, int, int]]) -> Iterator[Change]:
    """Token stretches as characters; equal edges inside a joined stretch are trimmed off again."""
    old_at, new_at = _offsets(ours), _offsets(theirs)
    for a1, a2, b1, b2 in row:
        while a1 < a2 and b1 < b2 and ours[a1] == theirs[b1]:
            a1, b1 = a1 + 1, b1 + 1
        while a1 < a2 and b1 < b2 and ours[a2 - 1] == theirs[b2 - 1]:
            a2, b2 = a2 - 1, b2 - 1
        if a1 < a2 or b1 < b2:
            yield Change(old_at[a1], old_at[a2], "".join(ours[a1:a2]), "".join(theirs[b1:b2]), new_at[b1])


def _offsets(row: Sequence[str]) -> list[int]:
    """Where each token starts, and where the last ends."""
    places = [0]
    for token in row:
        places.append(places[-1] + len(token))
    return places

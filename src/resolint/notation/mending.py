"""Makes edits in the source of a draft that is text, character by character, and never by writing the draft anew.

Every edit is made at the place where its words stand in the source, and only where the source has exactly those words.
The result is read again: it must be the draft with the edits made and nothing else, or the edit is left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from resolint import fixes
from resolint.findings import Edit
from resolint.lexicon import Lexicon
from resolint.model import NOTE_MARK, Block, Mark, Reading, Span
from resolint.notation import read
from resolint.notation.traced import Source

_CLOSERS = "*_"
_FARTHEST = 12
"""Characters of markup between two characters of the text that are searched for a place to insert at."""

Reader = Callable[[str], Reading]
"""Reads a source as the draft was read."""

Splice = tuple[int, int, str]
"""From, to (exclusive) in the source, and what comes there."""


def mend(
    source: str, edits: Sequence[Sequence[Edit]], *, name: str = "", lexicon: Lexicon | None = None
) -> tuple[str, tuple[Sequence[Edit], ...]]:
    """``source`` with fixes made, and the fixes that could not be made.

    Each of ``edits`` is one fix, made whole or not at all; all must be of the proposed view and not collide. ``lexicon`` is
    the one that the draft was read with.
    """
    again = partial(read, name=name, lexicon=lexicon)
    kept = [group for group in edits if group]
    refused: list[Sequence[Edit]] = []
    while kept:
        reading = again(source)
        wanted = [edit for group in kept for edit in group]
        done = _all_at_once(source, reading, wanted, again)
        if done is None:
            done, failed = _one_by_one(source, wanted, again)
            if failed:
                lost = [group for group in kept if any(edit in failed for edit in group)]
                refused += lost
                kept = [group for group in kept if group not in lost]
                continue
        return done, tuple(refused)
    return source, tuple(refused)


def _all_at_once(source: str, reading: Reading, edits: Sequence[Edit], again: Reader) -> str | None:
    """The source with the likeliest splice for each edit; None if that does not read as it should."""
    blocks = _blocks(reading)
    splices: list[Splice] = []
    for edit in edits:
        first = next(_candidates(source, blocks.get(edit.span.block), edit), None)
        if first is None:
            return None
        splices += first
    changed = _spliced(source, splices)
    return changed if changed is not None and _is_right(changed, reading, edits, again) else None


def _one_by_one(source: str, edits: Sequence[Edit], again: Reader) -> tuple[str, list[Edit]]:
    """The source with the edits made from the last to the first, each proved; and those that could not be made."""
    failed: list[Edit] = []
    reading = again(source)
    for edit in sorted(edits, key=lambda edit: (edit.italic is None, edit.span), reverse=True):
        block = _blocks(reading).get(edit.span.block)
        for splices in _candidates(source, block, edit):
            changed = _spliced(source, splices)
            if changed is not None and _is_right(changed, reading, [edit], again):
                source, reading = changed, again(changed)
                break
        else:
            failed.append(edit)
    return source, failed


def _blocks(reading: Reading) -> dict[str, Block]:
    blocks = {block.id: block for block in reading.blocks}
    blocks.update((block.id, block) for note in reading.footnotes for block in note.blocks)
    return blocks


def _is_right(changed: str, reading: Reading, edits: Sequence[Edit], again: Reader) -> bool:
    """Whether ``changed`` reads as the draft with ``edits`` made."""
    by_block: dict[str, list[Edit]] = {}
    for edit in edits:
        by_block.setdefault(edit.span.block, []).append(edit)
    found = _blocks(again(changed))
    before = _blocks(reading)
    return list(found) == list(before) and all(
        _reads_as(found[key], block, by_block.get(key, [])) for key, block in before.items()
    )


def _reads_as(found: Block, block: Block, edits: Sequence[Edit]) -> bool:
    """Whether ``found`` is ``block`` with ``edits`` made, as they stand or cut down to the words that differ.

    Both give the same text, but a mark that ends inside of what is replaced ends differently.
    """
    try:
        if _essence(found) == _essence(fixes.apply_block(block, edits)):
            return True
        return bool(edits) and _essence(found) == _essence(fixes.apply_block(block, list(_cut_down(edits))))
    except fixes.Stale:
        return False


def _cut_down(edits: Sequence[Edit]) -> Iterator[Edit]:
    from resolint import wording  # slow to import and rarely needed

    for edit in edits:
        if edit.italic is not None or not edit.expected:
            yield edit
            continue
        for change in wording.changes(edit.expected, edit.replacement):
            start = edit.span.start + change.start
            yield Edit(Span(edit.span.block, start, start + len(change.old)), change.new, change.old)


def _essence(block: Block) -> object:
    marks = sorted((mark.start, mark.end, mark.kind, mark.value) for mark in block.marks if mark.kind != "link")
    return block.text, block.kind, block.label, marks


# -- from an edit to places in the source ------------------------------------------------------------------------------


class PlaceMap:
    """Where the characters of a block stand in a source."""

    def __init__(self, source: str, block: Block) -> None:
        self._starts = Source.of(source).starts
        self._shift = int(source.startswith("\ufeff"))
        self._places = block.places
        self._text = block.text

    def at(self, offset: int) -> int:
        """The source offset of the character at ``offset``, or of the end; -1 if it is not known."""
        index = bisect_right(self._places, offset, key=lambda place: place.offset) - 1
        if index < 0:
            return -1
        place = self._places[index]
        if not 0 < place.line <= len(self._starts):
            return -1
        return self._starts[place.line - 1] + self._shift + place.column - 1 + offset - place.offset

    def behind(self, offset: int) -> int:
        """The source offset just behind the character before ``offset``."""
        if offset == 0 or self._text[offset - 1] == NOTE_MARK:
            return self.at(offset)
        return self.at(offset - 1) + 1


def _candidates(source: str, block: Block | None, edit: Edit) -> Iterator[list[Splice]]:
    """The ways to make ``edit`` in the source, the likeliest first."""
    if block is None or not block.places or block.text[edit.span.start : edit.span.end] != edit.expected:
        return
    where = PlaceMap(source, block)
    if edit.italic is not None:
        yield from _italics(source, block, where, edit)
    elif edit.span.start == edit.span.end:
        for place in _gaps(source, block, where, edit.span.start):
            yield [(place, place, edit.replacement)]
    else:
        yield from _replaced(source, where, edit)


def _replaced(source: str, where: PlaceMap, edit: Edit) -> Iterator[list[Splice]]:
    start, end = where.at(edit.span.start), where.behind(edit.span.end)
    if start < 0 or end < 0:
        return
    if source[start:end] == edit.expected:
        yield [(start, end, edit.replacement)]
        return
    # Markup or a line end stands between the words: change only those that differ.
    from resolint import wording

    row: list[Splice] = []
    for change in wording.changes(edit.expected, edit.replacement):
        low = where.at(edit.span.start + change.start)
        high = where.behind(edit.span.start + change.end) if change.end > change.start else low
        if low < 0 or source[low:high] != change.old:
            return
        row.append((low, high, change.new))
    if row:
        yield row


def _gaps(source: str, block: Block, where: PlaceMap, offset: int) -> Iterator[int]:
    """The places in the source between two characters of the text: outside of emphasis that ends there first."""
    low, high = where.behind(offset), where.at(offset)
    if low < 0:
        return
    last = offset == len(block.text)
    if last or high < low:
        high = low
        while high < len(source) and source[high] in _CLOSERS:
            high += 1
    high = min(high, low + _FARTHEST)
    first = low
    while first < high and source[first] in _CLOSERS:
        first += 1
    ends = any(mark.end == offset and mark.start < offset for mark in block.marks)
    order = [first, *range(low, high + 1)] if ends else [low, first, *range(low, high + 1)]
    yield from dict.fromkeys(order)


def _italics(source: str, block: Block, where: PlaceMap, edit: Edit) -> Iterator[list[Splice]]:
    """Stars round the words; and where italics stand there already, those stars moved."""
    start, end = edit.span.start, edit.span.end
    near = [mark for mark in block.marked("italic") if mark.start <= end and mark.end >= start]
    new = _wanted(near, start, end, bool(edit.italic))
    low = min([start, *(mark.start for mark in near)])
    high = max([end, *(mark.end for mark in near)])
    taken: list[Splice] = []
    for mark in near:
        opening, closing = where.at(mark.start) - 1, where.behind(mark.end)
        if opening < 0 or closing >= len(source) or source[opening] not in _CLOSERS or source[closing] not in _CLOSERS:
            return
        taken += [(opening, opening + 1, ""), (closing, closing + 1, "")]
    if low < high:
        put = [
            splice
            for a, b in new
            for splice in ((where.at(a), where.at(a), "*"), (where.behind(b), where.behind(b), "*"))
        ]
        yield _merged(taken, put)


def _wanted(near: Sequence[Mark], start: int, end: int, italic: bool) -> list[tuple[int, int]]:
    ranges = [(mark.start, mark.end) for mark in near]
    if italic:
        ranges.append((start, end))
        ranges.sort()
        joined: list[tuple[int, int]] = []
        for low, high in ranges:
            if joined and low <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
            else:
                joined.append((low, high))
        return joined
    cut = [piece for low, high in ranges for piece in ((low, min(high, start)), (max(low, end), high))]
    return [(low, high) for low, high in cut if low < high]


def _merged(taken: Sequence[Splice], put: Sequence[Splice]) -> list[Splice]:
    """Splices that take stars out and put them in, without those that do both at one place."""
    row = list(taken)
    for place, _, star in put:
        opening = (place - 1, place, "")
        closing = (place, place + 1, "")
        if opening in row and not any(splice[0] == place and splice[2] for splice in row):
            row.remove(opening)
        elif closing in row:
            row.remove(closing)
        else:
            row.append((place, place, star))
    return row


def _spliced(source: str, splices: Sequence[Splice]) -> str | None:
    """The source with all splices made; None if two collide."""
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(splices, key=lambda splice: (splice[0], splice[1])):
        if start < at:
            return None
        parts += (source[at:start], new)
        at = end
    return "".join((*parts, source[at:]))

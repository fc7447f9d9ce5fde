"""Proposals of several for neighbouring words made whole alternatives, which a reader understands side by side.

*every* to *twice a* by one and *year* to *two years* by another are, for *every year*, *twice a year* and *every two years*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolint.frozen import NamedTuple
from resolint.model import NOTE_MARK
from resolint.writing import NewText, Replacement

__all__ = ["BESIDE", "side_by_side"]

BESIDE = 1
"""A blank may stand between two changes that are one place to a reader."""
_OBJECT = "\ufffc"

Stretch = tuple[int, int]


class _Place(NamedTuple):
    """A stretch of a block that several change, and what each of them replaces in it."""

    start: int
    end: int
    steps: Mapping[int, Sequence[Replacement]]


def side_by_side(
    own: Mapping[int, Sequence[Replacement]], text: str, italics: Sequence[Stretch], formatted: Sequence[Stretch]
) -> dict[int, Sequence[Replacement]]:
    """What each delegation replaces in ``text``, with whole phrases where several change at least half of one otherwise.

    ``italics`` are the stretches of the text in italics, ``formatted`` those whose italics somebody would change.
    """
    found: dict[int, Sequence[Replacement]] = dict(own)
    for place in _places(own, text):
        if not _can_be_whole(place, own, text, formatted):
            continue
        whole = {at: _whole(place, steps, text, italics) for at, steps in place.steps.items()}
        if any(made is None for made in whole.values()):
            continue
        for at, made in whole.items():
            rest = (one for one in found[at] if one not in place.steps[at])
            found[at] = tuple(sorted((*rest, *filter(None, (made,))), key=lambda one: (one.start, one.end)))
    return found


def _places(own: Mapping[int, Sequence[Replacement]], text: str) -> Iterator[_Place]:
    """The stretches in which changes of words meet, those of at least two delegations that do not replace the same words."""
    row = sorted(
        ((one.start, one.end, at, one) for at, steps in own.items() for one in steps if one.start < one.end),
        key=lambda change: change[:3],
    )
    group: list[tuple[int, int, int, Replacement]] = []
    for change in [*row, None]:
        end = max((one[1] for one in group), default=0)
        if change is not None and group and change[0] <= end + BESIDE and not text[end : change[0]].strip():
            group.append(change)
            continue
        if len({one[2] for one in group}) > 1 and len({one[:2] for one in group}) > 1:
            steps: dict[int, list[Replacement]] = {}
            for _, _, at, one in group:
                steps.setdefault(at, []).append(one)
            yield _Place(group[0][0], end, steps)
        group = [change] if change is not None else []


def _can_be_whole(
    place: _Place, own: Mapping[int, Sequence[Replacement]], text: str, formatted: Sequence[Stretch]
) -> bool:
    """Whether each changes at least half of the words, and nothing else happens to them."""
    words = text[place.start : place.end]
    if NOTE_MARK in words or _OBJECT in words:
        return False
    if any(first < place.end and place.start < last for first, last in formatted):
        return False
    if any(one.start == one.end and place.start < one.start < place.end for steps in own.values() for one in steps):
        return False
    return all(
        2 * sum(len(text[one.start : one.end].split()) for one in steps) >= len(words.split())
        for steps in place.steps.values()
    )


def _whole(place: _Place, steps: Sequence[Replacement], text: str, italics: Sequence[Stretch]) -> Replacement | None:
    """One replacement of the whole stretch for those of one delegation; None where its italics cannot be told."""
    slanted = [(max(a, place.start), min(b, place.end)) for a, b in italics if a < place.end and place.start < b]
    known = all(one.new.italics is not None for one in steps)
    if slanted and not known:
        return None
    said, at = "", place.start
    stretches: list[Stretch] = []
    notes: list[NewText] = []
    for one in (*steps, Replacement(place.end, place.end, NewText("", ()))):
        stretches += [
            (max(a, at) - at + len(said), min(b, one.start) - at + len(said))
            for a, b in slanted
            if a < one.start and at < b
        ]
        said += text[at : one.start]
        stretches += [(a + len(said), b + len(said)) for a, b in one.new.italics or ()]
        said += one.new.text
        notes += one.new.notes
        at = one.end
    return Replacement(place.start, place.end, NewText(said, tuple(stretches) if known else None, tuple(notes)))

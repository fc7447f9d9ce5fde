"""Chinese names of States, bodies and instruments that are all but those of the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.model import Block

__all__ = ["Known", "han_slips"]

_BODY, _STATE, _LONG, _MIDDLE, _VERY_LONG = 6, 4, 7, 8, 11
_ANCHOR = 2
_GOES_ON = {"国": "家民内际防会旗籍土境外务人王", "和": "平", "大": "会使学", "地": "区方位"}
"""What makes a word with the last sign of a name behind it."""
_WORDS = frozenset(
    ["新加", "马拉", "以色", "中国", "美国", "法国", "德国", "英国", "约旦", "日本", "印度", "也门", "古巴", "海地"]
)
"""What begins other words as well: *新加入*."""


class Known(NamedTuple):
    """A name of the tables: as it is written, its words as they are compared, and those run together."""

    name: str
    words: tuple[str, ...]
    joined: str
    state: bool


def han_slips(block: Block, names: Sequence[Known], others: Sequence[str]) -> Iterator[Hit]:
    """Chinese names of which one sign, or two of many, are others."""
    text = block.text
    right = [span for known in names for span in _places(text, known.name)]
    found: list[tuple[int, int, str]] = []
    for known in names:
        name = known.name
        if len(name) < (_STATE if known.state else _BODY) or (len(name) < _BODY and name[-1] == "国"):
            continue
        most = 2 if len(name) >= _VERY_LONG else 1
        for start, end in _windows(text, name, most):
            if text[start:end] in others or any(
                first < end and start < last and 2 * (last - first) > end - start for first, last in right
            ):
                continue
            found.append((start, end, name))
    for start, end, name in _nearest(text, found):
        span = block.span(start, end)
        fix = Fix(f"write “{name}”", (Edit(span, name, text[start:end]),), "suggest")
        yield Hit(span, {"found": text[start:end], "right": name}, fix)
        right.append((start, end))
    yield from _short_states(block, names, right)
    yield from _doubled(block, names)


def _nearest(text: str, found: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Of the names that places may be slips of, the nearest at each place; none where another one is as near."""
    taken: list[tuple[int, int]] = []
    far = [(OSA.distance(text[start:end], name), start, end, name) for start, end, name in found]
    for score, start, end, name in sorted(far, key=lambda one: one[0]):
        if any(start < last and first < end for first, last in taken):
            continue
        taken.append((start, end))
        if not any(one == score and other != name and start < last and first < end for one, first, last, other in far):
            yield start, end, name


def _places(text: str, name: str) -> Iterator[tuple[int, int]]:
    start = text.find(name)
    while start >= 0:
        yield start, start + len(name)
        start = text.find(name, start + len(name))


def _windows(text: str, name: str, most: int) -> Iterator[tuple[int, int]]:
    """Where a text has all but a name: from its first signs on, or up to its last ones."""
    for start, _ in _places(text, name[:_ANCHOR]):
        ends = (start + size for size in range(len(name) - most, len(name) + most + 1))
        yield from ((start, end) for end in ends if _like(text[start:end], name, most, name[-1]))
        yield from _rearranged(text, start, name)
        whole = text[start : start + len(name)]
        if len(whole) == len(name) and whole[:-1] == name[:-1] and whole != name and _is_han(whole):
            yield start, start + len(name)
    if len(name) < _LONG:
        # So many signs before the end make another name (*巴勒斯坦*, *巴基斯坦*): none is another one, but one left out or moved.
        for _, end in _places(text, name[-_ANCHOR:]) if len(name) >= _STATE else ():
            for start in (end - len(name) + 1, end - len(name)):
                if start >= 0 and _without_or_moved(text[start:end], name):
                    yield start, end
        return
    for _, end in _places(text, name[-_ANCHOR:]):
        starts = (end - size for size in range(len(name) - most, len(name) + most + 1))
        yield from ((start, end) for start in starts if start >= 0 and _like(text[start:end], name, most, name[-1]))


def _without_or_moved(window: str, name: str) -> bool:
    """Whether a window begins as a name and has all its signs but one, in order, or all of them, two in each other's place."""
    if window[:1] != name[0] or window == name:
        return False
    if len(window) < len(name):
        return any(name[:at] + name[at + 1 :] == window for at in range(1, len(name)))
    return sorted(window) == sorted(name)


def _rearranged(text: str, start: int, name: str) -> Iterator[tuple[int, int]]:
    """The same signs in another order between the same first and last ones: *联合国科学、教育及文化组织*."""
    window = text[start : start + len(name)]
    if (
        len(name) >= _LONG
        and window != name
        and window[-_ANCHOR:] == name[-_ANCHOR:]
        and sorted(window) == sorted(name)
    ):
        yield start, start + len(name)


def _doubled(block: Block, names: Sequence[Known]) -> Iterator[Hit]:
    """A State whose last sign stands twice (*塞浦路斯斯*), where it begins no other word."""
    for known in names:
        name = known.name
        for _, end in _places(block.text, name) if known.state and len(name) >= _STATE else ():
            if block.text[end : end + 1] == name[-1] and block.text[end + 1 : end + 2] not in _GOES_ON.get(
                name[-1], ()
            ):
                span = block.span(end - len(name), end + 1)
                text = f"{name}{name[-1]}"
                yield Hit(
                    span, {"found": text, "right": name}, Fix(f"write “{name}”", (Edit(span, name, text),), "suggest")
                )


def _short_states(block: Block, names: Sequence[Known], right: Sequence[tuple[int, int]]) -> Iterator[Hit]:
    """States of three signs of which the last is another one, where no other word begins like them."""
    begun = Counter(known.name[:_ANCHOR] for known in names)
    for known in names:
        name = known.name
        if not known.state or len(name) != _ANCHOR + 1 or begun[name[:_ANCHOR]] > 1 or name[:_ANCHOR] in _WORDS:
            continue
        for start, end in _places(block.text, name[:_ANCHOR]):
            sign = block.text[end : end + 1]
            if sign != name[-1] and _is_han(sign) and sign and not any(first <= start < last for first, last in right):
                span = block.span(start, end + 1)
                fix = Fix(f"write “{name}”", (Edit(span, name, block.text[start : end + 1]),), "suggest")
                yield Hit(span, {"found": block.text[start : end + 1], "right": name}, fix)


def _like(window: str, name: str, most: int, last: str) -> bool:
    if len(name) == len(window) == _MIDDLE and (window[:3], window[-3:]) == (name[:3], name[-3:]):
        return window != name
    begun = window[:1] == name[0] or (len(name) >= _LONG and window[1:3] == name[1:3] and _is_han(window))
    return begun and window.endswith(last) and 0 < OSA.distance(window, name, score_cutoff=most) <= most


def _is_han(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)

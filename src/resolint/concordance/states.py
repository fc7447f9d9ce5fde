"""States that a passage names, so that one that another version leaves out or exchanges for another is seen.

A name is told by its root, which inflection leaves alone (*Сирийск…*, *叙利亚*): the longest word of the name in the table of
States, or what the table ``state-roots`` says where that is shared or short. A version lacks a State that the other
names only where nothing in it, adjectives included, may stand for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from unicodedata import normalize

from resolint import regex
from resolint.concordance.qualifying import folded
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon
from resolint.lexicon.tongues import plain

__all__ = ["NOTHING", "States", "states"]

_ENGLISH, _ARABIC, _CHINESE, _RUSSIAN = "en", "ar", "zh", "ru"
_BEFORE = {_ARABIC: r"\b[وفبلك]{0,2}(?:ال|لل|ل)?", _CHINESE: ""}
_RUSSIAN_ENDING = r"(?:ой|ей|ью|ом|ем|ам|ами|ах|ями|ями|ях|[аяиеуюыйо])?\b"
_BETWEEN = regex.lazy(r"(?:[\s,;:*’'()-]|\(?\d{4}\)|[A-ZÀ-ÞА-Я][\w’'-]{0,30}|\w{1,3}(?!\w)){1,30}")
"""What stands between two names of a list: capitals, small words, marks, years."""
_UNTOLD = "-"
"""In the table: the name is also a common word of the language."""
_SHORTEST, _ENDING = 4, 2
_GENERIC = 3
"""A word that so many names of States have (*Republic*, *Остров*) tells of none."""
_INFLECTED = "аяоеийыьу"


class States(NamedTuple):
    """The States that a passage names, by their English names, and those that something in it may stand for.

    ``listed`` are the pairs of those that stand beside one another in a list; ``times`` tells how often each is meant whose
    adjectives are told from its name.
    """

    named: frozenset[str]
    meant: frozenset[str]
    listed: frozenset[frozenset[str]] = frozenset()
    times: Mapping[str, int] = {}

    def lacks(self, other: States) -> tuple[str, ...]:
        """The States that ``other`` names and that nothing here stands for."""
        return tuple(sorted(other.named - self.meant))

    def adjectives_alone(self, other: States) -> tuple[str, ...]:
        """The States that ``other`` names and that are adjectives alone here, with fewer words for them than there."""
        only = (other.named & self.meant) - self.named
        return tuple(sorted(state for state in only if 0 < self.times.get(state, 0) < other.times.get(state, 0)))

    def leaves_out(self, other: States) -> bool:
        """Whether ``other`` lists a State that this has not beside one that this names."""
        return any(pair & self.named and pair - self.meant for pair in other.listed)


NOTHING = States(frozenset(), frozenset())


class _Root(NamedTuple):
    """The patterns of a State in a language; without any it is never missed there."""

    english: str
    named: re.Pattern[str] | None
    meant: re.Pattern[str] | None


def states(text: str, code: str, english: Lexicon, own: Lexicon | None = None) -> States:
    """The States in a passage in the language ``code``, whose lexicon is ``own`` (None for English)."""
    words = plain(normalize("NFC", " ".join(text.split())))
    low = folded(text, code)
    named, meant, counts = set[str](), set[str](), dict[str, int]()
    spots: list[tuple[int, int, str]] = []
    for root in _roots(own if own is not None else english, english):
        if root.named is None or root.meant is None:
            meant.add(root.english)
        elif times := len(root.meant.findall(low)):
            meant.add(root.english)
            if root.meant.pattern != root.named.pattern:
                counts[root.english] = times
            cased = code not in (_ARABIC, _CHINESE) and len(words) == len(low)
            places = [found.span() for found in root.named.finditer(low) if not cased or words[found.start()].isupper()]
            if places:
                named.add(root.english)
                spots += [(*place, root.english) for place in places] if cased else []
    spots.sort()
    listed = frozenset(
        frozenset((one, other))
        for (_, end, one), (start, _, other) in pairwise(spots)
        if one != other and _BETWEEN.fullmatch(words[end:start]) is not None
    )
    return States(frozenset(named), frozenset(meant), listed, counts)


def _roots(own: Lexicon, english: Lexicon) -> tuple[_Root, ...]:
    return _Roots.of(own, english)


class _Roots:
    """The roots of a language, made once for its lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._made: tuple[_Root, ...] | None = None

    @staticmethod
    def of(own: Lexicon, english: Lexicon) -> tuple[_Root, ...]:
        kept = own.kept(_Roots)
        if kept._made is None:
            kept._made = tuple(_made(own, english))
        return kept._made


def _made(own: Lexicon, english: Lexicon) -> Iterator[_Root]:
    code = own.language
    told = {row["english"]: folded(row[code], code) for row in english.rows("state-roots")}
    names = _names(own, english)
    shared = _shared(names.values())
    for state, known in names.items():
        cell = told.get(state, "")
        if not cell or cell[0] == "+":
            yield from _by_name(state, known, shared, code, cell[1:])
        elif cell == _UNTOLD:
            yield _Root(state, None, None)
        else:
            named, _, more = cell.partition("~")
            yield _root(state, named, f"{named}|{more}" if more else named, code)


def _names(own: Lexicon, english: Lexicon) -> Mapping[str, str]:
    """The name of each State in a language, by its English name; of several the first."""
    if own.language == _ENGLISH:
        return {row["official_short_name"]: row["official_short_name"] for row in own.rows("member-states")}
    found: dict[str, str] = {}
    members = {row["official_short_name"] for row in english.rows("member-states")}
    for row in own.rows("states"):
        if row["english"] in members:
            found.setdefault(row["english"], row["name"])
    return found


def _shared(names: object) -> frozenset[str]:
    counts: dict[str, int] = {}
    for name in names:  # type: ignore[attr-defined]
        for word in set(_words(name)):
            counts[word] = counts.get(word, 0) + 1
    return frozenset(word for word, count in counts.items() if count >= _GENERIC)


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", name.lower().replace("’", "'"))


def _by_name(state: str, name: str, shared: frozenset[str], code: str, more: str) -> Iterator[_Root]:
    """The root that is the longest word of a name which few names have; ``more`` are other words that may stand for it."""
    words = [word for word in _words(name.partition("(")[0]) if word not in shared]
    if not words:
        return
    word = re.escape(folded(name if code == _CHINESE else max(words, key=len), code))
    if code == _ARABIC:
        word = rf"{word.removeprefix('ال')}\b"
    elif code == _RUSSIAN:
        word = word[:-1] if word[-1] in _INFLECTED else word
    stem = word if code in (_ARABIC, _CHINESE) else word[: max(_SHORTEST, len(word) - _ENDING)]
    ending = _RUSSIAN_ENDING if code == _RUSSIAN else "" if code in (_ARABIC, _CHINESE) else r"\b"
    yield _root(state, word + ending, f"{stem}|{more}" if more else stem, code)


def _root(state: str, named: str, meant: str, code: str) -> _Root:
    before = _BEFORE.get(code, r"\b")
    return _Root(state, regex.compiled(f"{before}(?:{named})"), regex.compiled(f"{before}(?:{meant})"))

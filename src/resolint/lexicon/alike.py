"""Words that are like a name and are none: two or three of them other ones, or those of a name that commas part.

A name in which one word is other is found by ``names``; where more are, what is alike must tell which name is meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.nearness import one_edit_apart
from resolint.lexicon.runs import JOINING, Token, tokens

__all__ = ["SECTION", "Alike", "alike_in", "plain"]

SECTION = "names by ends"
"""The section of the index of cards that holds what ``plain`` gives."""
_SMALL = JOINING | frozenset(
    ("their", "which", "may", "be", "in", "respect", "relating", "concerning", "other", "than", "including")
)
_LEAST = 3
_STEM = 4
_RARE = 14
"""So few names have a word that tells which is meant."""
_ALLOWED = ((9, 3.0), (7, 2.5), (5, 2.0), (4, 1.5), (3, 1.0))
"""So much may differ in a name of at least so many words of weight; another form of a word counts half."""
_FORM = 0.5
_SMALL_COST, _WIDER = 0.125, 3
_JOINTS = (
    "and the",
    "and its",
    "and their",
    "as the",
    "to the General",
    "Parties to",
    "in the United",
    "Federation against",
)
_GLUED = JOINING | frozenset(("is", "so", "was"))
_GENERAL = frozenset(
    (
        "united", "nations", "international", "world", "states", "state", "member", "members", "general", "assembly", "council",
        "secretary-general", "human", "rights", "security", "government", "governments", "global", "special", "development",
        "committee", "commission", "conference", "sustainable", "goals", "agenda", "committees",
    )
)  # fmt: skip
_SAYING = 2
_LONG = 5
_ROMAN = 2
_FAR, _SMALL_ROW = 40, 4
_FEWEST = 8


class Alike(NamedTuple):
    """A name, and the words that are like it."""

    name: str
    words: tuple[Token, ...]


class _Name(NamedTuple):
    name: str
    words: tuple[str, ...]
    weighty: tuple[str, ...]
    commas: bool


class _Index(NamedTuple):
    by_ends: Mapping[tuple[str, str], Sequence[_Name]]
    stems: Mapping[str, int]


@per_lexicon
def _index(lexicon: Lexicon) -> _Index:
    by_ends, stems = lexicon.ready(SECTION) or plain(lexicon)
    return _Index(by_ends, stems)


def plain(lexicon: Lexicon) -> tuple[dict[tuple[str, str], tuple[Any, ...]], dict[str, int]]:
    """The names of three words of weight and more by how their first and last words begin, and how many have each beginning."""
    counted = [
        name
        for name, texts, use in lexicon.columns("names", "name", "texts", "use")
        if use == "name" and int(texts or 0) >= _FEWEST
    ]
    official = lexicon.column("official-names", "name")
    titles = [row["title"] for row in lexicon.rows("instruments") if row["exact"] == "yes"]
    known = [_name(name) for name in dict.fromkeys((*official, *titles, *counted))]
    long = tuple(one for one in known if len(one.weighty) >= _LEAST and _single(one))
    by_ends: defaultdict[tuple[str, str], list[tuple[Any, ...]]] = defaultdict(list)
    for one in long:
        by_ends[one.weighty[0][:_STEM], one.weighty[-1][:_STEM]].append(tuple(one))
    stems = Counter(stem for one in long for stem in {word[:_STEM] for word in one.weighty})
    return {ends: tuple(found) for ends, found in by_ends.items()}, dict(stems)


def _name(name: str) -> _Name:
    words = tuple(token.text.lower().removesuffix("’s") for token in tokens(name)[:-1])
    return _Name(name, words, _weighty(words), "," in name)


def _single(one: _Name) -> bool:
    """Whether a name is that of one thing, and names it by more than general words."""
    joined = any(f" {joint} " in one.name for joint in _JOINTS)
    cut = one.words[-1] == "educational"
    return (
        not joined
        and not cut
        and one.name[0].isalpha()
        and sum(word not in _GENERAL for word in one.weighty) >= _SAYING
    )


def _of_letters(word: str) -> bool:
    return (len(word) > _ROMAN or word in _SMALL) and not any(sign.isdigit() for sign in word)


def _weighty(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _SMALL and not word[0].isdigit())


def alike_in(found: Sequence[Token], text: str, lexicon: Lexicon) -> Iterator[Alike]:
    """The stretches of a paragraph, given in words, that are like one name and are none."""
    index = _index(lexicon)
    for stretch in _stretches(found, text):
        lower = tuple([token.text.lower().removesuffix("’s") for token in stretch])
        best = sorted(_placed(stretch, lower, index), key=lambda one: (one[0], -len(one[3].weighty)))
        if best and not any(one[0] == best[0][0] and one[3].name != best[0][3].name for one in best[1:]):
            _, first, last, name = best[0]
            yield Alike(name.name, tuple(stretch[first : last + 1]))


def _most(name: _Name) -> float:
    return next((most for least, most in _ALLOWED if len(name.weighty) >= least), 0.0)


def _stretches(found: Sequence[Token], text: str) -> Iterator[tuple[Token, ...]]:
    """Words with capitals, small words and commas between them."""
    at = 1
    while at < len(found) - 1:
        if not found[at].capital or found[at].text.isdigit():
            at += 1
            continue
        last = here = at
        while here + 1 < len(found) - 1:
            following = found[here + 1]
            between = text[found[here].end : following.start]
            if between not in (" ", "\xa0", ", ") or following.start - found[last].end > _FAR:
                break
            if following.capital:
                last = here + 1
            elif following.text.lower() not in _SMALL or here - last >= _SMALL_ROW:
                break
            here += 1
        if last > at:
            yield tuple(found[at : last + 1])
        at = last + 1


def _placed(stretch: Sequence[Token], lower: Sequence[str], index: _Index) -> Iterator[tuple[float, int, int, _Name]]:
    """Where names may stand in the stretch, and how much differs there."""
    capitals = [(place, lower[place][:_STEM]) for place, token in enumerate(stretch) if token.capital]
    for first, begin in capitals:
        for last, end in capitals:
            if last < first + _LEAST - 1 or (begin, end) not in index.by_ends:
                continue
            if _beside(stretch, first, -1) or _beside(stretch, last, 1):
                continue
            for name in map(_Name._make, index.by_ends[begin, end]):
                if abs(last - first + 1 - len(name.words)) <= _WIDER and not _holds(lower, name.words):
                    cost = _cost_there(stretch, lower, (first, last), name, index)
                    if cost is not None:
                        yield cost, first, last, name


def _cost_there(
    stretch: Sequence[Token], lower: Sequence[str], place: tuple[int, int], name: _Name, index: _Index
) -> float | None:
    """How much the words of a window differ from a name, None where they may be another one, or it itself."""
    first, last = place
    window, most = lower[first : last + 1], _most(name)
    weighty = _weighty(window)
    if not all(map(_of_letters, {*window} - {*name.words})):
        return None  # a year, or the figure of a note that a conversion has glued on
    if abs(len(weighty) - len(name.weighty)) > 1 or not _ends_alike(weighty, name.weighty):
        return None
    if not name.commas and _parted(stretch, first, last):
        return None
    cost, small = _cost(weighty, name.weighty, most), _small_apart(window, name.words)
    if not cost or cost > most or not _tells(weighty, name, index):
        return None
    if not small and _spelt(weighty, name.weighty):
        return None
    cost += _SMALL_COST * small
    return cost if cost <= most else None


def _parted(stretch: Sequence[Token], first: int, last: int) -> bool:
    """Whether a comma stands between the words."""
    return any(stretch[at + 1].start - stretch[at].end > 1 for at in range(first, last))


def _beside(stretch: Sequence[Token], place: int, step: int) -> bool:
    """Whether another capital stands right before or behind, so that a longer name goes on."""
    other = place + step
    if not 0 <= other < len(stretch) or not stretch[other].capital:
        return False
    low, high = sorted((place, other))
    return stretch[high].start - stretch[low].end == 1


def _ends_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the last words of two rows, which are forms of one, are so without a word that a conversion has glued on."""
    return len(one) >= _LEAST - 1 and one[-1].removeprefix(other[-1]) not in _GLUED


def _spelt(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether only the number of words differs, or their spelling: *the Protocols thereto*, *Organisation*."""
    return len(one) == len(other) and all(_level(word) == _level(right) for word, right in zip(one, other, strict=True))


def _level(word: str) -> str:
    return word.replace("-", "").rstrip("s’").replace("isation", "ization").removesuffix("man")


def _tells(one: Sequence[str], name: _Name, index: _Index) -> bool:
    """Whether a word that few names have stands in both rows."""
    other = name.weighty
    forms = len(one) == len(other) and all(_apart(word, right) <= _FORM for word, right in zip(one, other, strict=True))
    if forms and len(one) > _LEAST:
        return True
    if not any(index.stems[word[:_STEM]] <= _RARE for word in {*one} & {*other}):
        return False
    if len(one) != len(other):
        return min(len(one), len(other)) >= _LONG
    return len(one) > _LEAST or forms


def _holds(words: Sequence[str], name: Sequence[str]) -> bool:
    size = len(name)
    return any(tuple(words[at : at + size]) == tuple(name) for at in range(len(words) - size + 1))


def _small_apart(window: Sequence[str], words: Sequence[str]) -> int:
    small, own = (Counter(word for word in row if word in _SMALL) for row in (window, words))
    return sum(((small - own) + (own - small)).values())


def _cost(one: Sequence[str], other: Sequence[str], most: float) -> float:
    """How much differs between two rows of words: another word one, another form a half, neighbours that changed places one."""
    before2: list[float] = []
    before = [float(number) for number in range(len(other) + 1)]
    for at, word in enumerate(one, 1):
        row = [float(at)]
        for place, right in enumerate(other, 1):
            least = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + _apart(word, right))
            if at > 1 and place > 1 and word == other[place - 2] and one[at - 2] == right:
                least = min(least, before2[place - 2] + 1)
            row.append(least)
        before2, before = before, row
        if min(row) > most:
            return most + 1
    return before[-1]


def _apart(word: str, right: str) -> float:
    if word == right:
        return 0.0
    alike = word[:_STEM] == right[:_STEM] and min(len(word), len(right)) >= _STEM
    return _FORM if alike or one_edit_apart(word, right) else 1.0

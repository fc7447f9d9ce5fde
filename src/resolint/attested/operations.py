"""Small changes of a wording, by family: each turns round a slip that people make.

A change is proposed only where a sequence of three words was never counted, and no longer where the words on both sides
attest the word in the middle; and only if what it gives was counted on both sides, or often on one. That leaves some fifty
changes in a draft of 1,400 words to be weighed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from resolint.attested.counts import STEPS, Counts
from resolint.attested.vocabulary import Vocabulary
from resolint.attested.words import BEGIN, END
from resolint.frozen import NamedTuple

__all__ = ["FAMILIES", "Change", "Small", "View", "changes", "forms", "small_words"]

FAMILIES = (
    "preposition swapped",
    "preposition needless",
    "preposition missing",
    "article needless",
    "article missing",
    "small word swapped",
    "small word missing",
    "words joined",
    "letters",
    "inflection",
    "capitals",
    "capital",
    "mark",
    "hyphen",
)
"""The families of operations, named for the slip."""

_ONE_SIDED = next(step for step, count in enumerate(STEPS) if count >= 15)
"""A wording that was counted so often with three words of one side is held to be firm."""
_MARKS = (b", ", b"; ", b": ", b". ")
_JOINERS = frozenset((b"and ", b"or ", b", "))
"""Behind them a small word is often said again: *of the Council and of its committees*."""
_FORMS = frozenset(
    (
        b"is ",
        b"are ",
        b"was ",
        b"were ",
        b"be ",
        b"been ",
        b"being ",
        b"has ",
        b"have ",
        b"had ",
        b"who ",
        b"which ",
        b"whom ",
    )
)
"""Small words whose form depends on others in the sentence."""
_RELATIVE = frozenset((b"who ", b"which ", b"that ", b"whom ", b"whose ", b"where ", b"those "))
_COMMON = next(step for step, count in enumerate(STEPS) if count >= 12)
"""A word that was counted so often is written for another by mistake."""
_SHORTEST_WORD = 3
_LONGEST_NAME = 8
_PAIRED = 7


class Change(NamedTuple):
    """Words ``start`` to ``end`` of a row replaced by ``new``; ``kind`` tells apart what one family holds."""

    family: int
    start: int
    end: int
    new: tuple[bytes, ...]
    kind: int = 0


class Small(NamedTuple):
    """The closed classes of words: those a word may be mistaken for, and those that may be missing.

    ``vocabulary`` gives the words of adopted texts in small letters; it is asked for only where a word is strange.
    """

    prepositions: tuple[bytes, ...]
    articles: tuple[bytes, ...]
    others: Mapping[bytes, tuple[bytes, ...]]
    missing: tuple[bytes, ...]
    missing_prepositions: tuple[bytes, ...]
    may_miss: tuple[bytes, ...]
    all: frozenset[bytes]
    vocabulary: Callable[[], Vocabulary]


def small_words(rows: Iterable[Mapping[str, str]], vocabulary: Callable[[], Vocabulary]) -> Small:
    """The closed classes out of the table ``small-words``, with what gives the words of adopted texts."""
    groups: dict[str, list[bytes]] = {}
    missing = []
    for line in rows:
        word = line["word"].encode() + b" "
        for group in line["groups"].split("|"):
            groups.setdefault(group, []).append(word)
        if line["missing"]:
            missing.append(word)
    prepositions, articles = groups.pop("preposition"), groups["article"]
    others: dict[bytes, tuple[bytes, ...]] = {}
    for members in groups.values():
        for word in members:
            others[word] = (*others.get(word, ()), *(other for other in members if other != word))
    every = frozenset((*prepositions, *(word for members in groups.values() for word in members), *missing))
    return Small(
        tuple(prepositions),
        tuple(articles),
        others,
        tuple(word for word in missing if word not in prepositions and word not in articles),
        tuple(word for word in missing if word in prepositions),
        tuple(missing),
        every,
        vocabulary,
    )


class View:
    """A row of words with the counts of its threes; ``closed`` tells of each word whether it is left alone."""

    def __init__(self, words: list[bytes], counts: Counts, closed: bytearray, small: Small) -> None:
        self.words, self.counts, self.closed, self.small = words, counts, closed, small
        keys = map(b"".join, zip(words, words[1:], words[2:], strict=False))
        self.threes = [*map(counts.__getitem__, keys)]

    def pair(self, place: int) -> int:
        """Whether the words at ``place`` and behind it were ever counted side by side."""
        threes = self.threes
        if (place < len(threes) and threes[place]) or (place and threes[place - 1]):
            return 1
        return self.counts[self.words[place] + self.words[place + 1]]

    def odd(self, place: int) -> bool:
        """Whether the word at ``place`` was counted with the two words of neither side."""
        threes = self.threes
        return not ((place > 1 and threes[place - 2]) or (place < len(threes) and threes[place]))

    def known(self, place: int) -> bool:
        """Whether a word beside the one at ``place`` was ever counted, so that something may be told of it."""
        return bool(self.counts[self.words[place - 1]] or self.counts[self.words[place + 1]])

    @property
    def familiar(self) -> float:
        """The share of threes that were counted."""
        return 1 - self.threes.count(0) / len(self.threes) if self.threes else 0.0

    def at(self, place: int) -> bytes:
        """The word at ``place``, nothing beyond either end."""
        return self.words[place] if 0 <= place < len(self.words) else b""


def changes(view: View) -> Iterator[Change]:
    """The changes of ``view`` that are worth weighing."""
    threes, closed = view.threes, view.closed
    last = len(threes)
    unknown = [place for place, three in enumerate(threes, 1) if not three]
    for place in unknown:
        right = place < last and threes[place]
        if not closed[place] and not (right and place > 1 and threes[place - 2]):
            for family in _families(view.words[place], view.small):
                yield from family(view, place)
        if not right:
            yield from _in_gap(view, place)
    yield from _capitals(view, sorted({*unknown, *(place - 1 for place in unknown)} - {0}))


def _in_gap(view: View, place: int) -> Iterator[Change]:
    if not (view.closed[place] or view.closed[place + 1]):
        yield from _joined(view, place)
        yield from _missing(view, place)


def _fits(view: View, start: int, end: int, new: bytes) -> bool:
    """Whether one word in the place of several was counted with its neighbours: both, or often with three of one side."""
    words, counts, threes = view.words, view.counts, view.threes
    left, right = words[start - 1], words[end]
    # Pairs come again in other drafts and are remembered; where there is no pair there are no three.
    behind, ahead = counts[left + new], counts[new + right]
    if behind and ahead and counts[left + new + right]:
        return True
    # On one side alone it is firm where what stands there was never counted on that side.
    if behind and not (start > 1 and threes[start - 2]) and counts[view.at(start - 2) + left + new] >= _ONE_SIDED:
        return True
    odd_right = not (end <= len(threes) and threes[end - 1])
    return bool(ahead and odd_right and counts[new + right + view.at(end + 1)] >= _ONE_SIDED)


def _swaps(view: View, place: int, group: tuple[bytes, ...]) -> Iterator[bytes]:
    """The words of ``group`` that fit in the place of one: ``_fits`` for many words at once."""
    words, counts, threes = view.words, view.counts, view.threes
    word, left, right = words[place], words[place - 1], words[place + 1]
    before, after = view.at(place - 2), view.at(place + 2)
    odd_left = place == 1 or not threes[place - 2]
    odd_right = place >= len(threes) or not threes[place]
    known_behind, known_ahead = counts.behind(left, group), counts.ahead(right, group)
    for other in dict.fromkeys((*known_behind, *known_ahead)):
        behind, ahead = other in known_behind, other in known_ahead
        if other != word and (
            (behind and ahead and counts[left + other + right])
            or (behind and odd_left and counts[before + left + other] >= _ONE_SIDED)
            or (ahead and odd_right and counts[other + right + after] >= _ONE_SIDED)
        ):
            yield other


def _pairs(view: View, start: int, end: int, new: bytes, *, both: bool = True) -> bool:
    """Whether one word in the place of several was counted beside its neighbours; beside one of them if not ``both``."""
    left, right = view.counts[view.words[start - 1] + new], view.counts[new + view.words[end]]
    return bool(left and right) if both else bool(left or right)


def _preposition(view: View, place: int) -> Iterator[Change]:
    small = view.small
    word = view.words[place]
    if word not in small.prepositions or not view.known(place):
        return
    left, before = view.words[place - 1], view.at(place - 2)
    again = int(left in _JOINERS)
    for other in _swaps(view, place, small.prepositions):
        yield Change(0, place, place + 1, (other,), again)
    # *Is disposed of by*: the first preposition belongs to the participle.
    governed = left in small.prepositions and before.endswith((b"ed ", b"en "))
    if not governed and view.counts[left + view.words[place + 1]]:
        yield Change(1, place, place + 1, (), again)


def _article(view: View, place: int) -> Iterator[Change]:
    word, counts, small = view.words[place], view.counts, view.small
    left, right = view.words[place - 1], view.words[place + 1]
    label = word == b"a " and right in small.all  # *target 12.a of the Goals*
    if word in small.articles and not label and left not in _MARKS[1:] and counts[left + right]:
        yield Change(3, place, place + 1, (), 3 if left in _JOINERS else small.articles.index(word))


def _small(view: View, place: int) -> Iterator[Change]:
    word = view.words[place]
    others = view.small.others.get(word, ())
    articles, counts = view.small.articles, view.counts
    if not others or (
        word not in _FORMS and counts[view.words[place - 1] + word] and counts[word + view.words[place + 1]]
    ):
        return  # *a* or *the*, *and* or *or*: where both words beside it take it, it is meant
    for other in _swaps(view, place, others) if view.known(place) else ():
        both = (word in articles) + (other in articles)
        kind = 1 if both == 2 else 2 if both else 3 if word in _RELATIVE or other in _RELATIVE else 0
        yield Change(5, place, place + 1, (other,), kind)


def _division(view: View, place: int) -> Iterator[Change]:
    """A hyphen or a blank too many, a word twice, two words in one."""
    word, counts = view.words[place], view.counts
    left, right = view.words[place - 1], view.words[place + 1]
    if word == left and word[:-1].isalpha():
        yield Change(7, place, place + 1, (), 0)
        return
    if b"-" in word and b"0" not in word:
        one, _, two = word.partition(b"-")
        if one and two.strip():
            if counts[one + b" " + two] and (counts[left + one + b" "] or counts[two + right]):
                yield Change(13, place, place + 1, (one + b" ", two), 1)
            joined = one + two
            if counts[joined] and _fits(view, place, place + 1, joined):
                yield Change(13, place, place + 1, (joined,), 2)
    elif len(word) > 5 and word[:-1].isalpha() and not counts[word]:
        for cut in range(1, len(word) - 2):
            one, two = word[:cut] + b" ", word[cut:]
            if counts[one + two] and (counts[left + one + two] or counts[one + two + right]):
                yield Change(7, place, place + 1, (one, two), 1)


def _joined(view: View, place: int) -> Iterator[Change]:
    """Two words that should be one, or be joined by a hyphen."""
    one, two = view.words[place], view.words[place + 1]
    if not (one[:1].isalpha() and two[:1].isalpha()) or one == two:
        return
    for family, kind, new in ((7, 2, one[:-1] + two), (13, 3, one[:-1] + b"-" + two)):
        if view.counts[new] and (_pairs(view, place, place + 2, new) or _fits(view, place, place + 2, new)):
            yield Change(family, place, place + 2, (new,), kind)


def _letters(view: View, place: int) -> Iterator[Change]:
    """A letter too many, too few, another one, or two in the wrong order."""
    words, counts = view.words, view.counts
    word = words[place]
    plain = word[:-1]
    if len(plain) < _SHORTEST_WORD or not (plain.isalpha() and plain.islower()):
        return
    known = counts[word]
    left, right = words[place - 1], words[place + 1]
    if known and (view.pair(place - 1) or view.pair(place)):
        return
    if known and not ((counts[left] or left == BEGIN) and (counts[right] or right == END)):
        return
    if 0 < known < _COMMON:
        return  # *fare*, *sparing*: a rare word is meant
    for new in view.small.vocabulary().near(plain.decode()):
        key = new.encode() + b" "
        if counts[key] > known and (
            counts[left + key + right] or _pairs(view, place, place + 1, key, both=bool(known))
        ):
            yield Change(8, place, place + 1, (key,), 1 if known else 0)


def _inflection(view: View, place: int) -> Iterator[Change]:
    """Another form of the same word."""
    word = view.words[place]
    plain = word[:-1]
    if len(plain) < _SHORTEST_WORD or not plain.isalpha() or word in view.small.all or not plain[1:].islower():
        return
    if not view.odd(place):
        return
    counts = view.counts
    for form in forms(plain):
        new = form + b" "
        if counts[new] and _fits(view, place, place + 1, new):
            yield Change(9, place, place + 1, (new,))


@lru_cache(maxsize=4096)
def forms(word: bytes) -> frozenset[bytes]:
    """Singular, plural, past and present participle of a regular word in any of these forms."""
    stems = {word}
    if word.endswith(b"ies"):
        stems.add(word[:-3] + b"y")
    elif word.endswith(b"s") and not word.endswith(b"ss"):
        stems.add(word[:-1])
        if word.endswith(b"es"):
            stems.add(word[:-2])
    if word.endswith(b"ied"):
        stems.add(word[:-3] + b"y")
    elif word.endswith(b"ed"):
        stems |= {word[:-1], word[:-2]}
    if word.endswith(b"ing") and len(word) > 5:
        stems |= {word[:-3], word[:-3] + b"e"}
    found = set(stems)
    for stem in stems:
        if len(stem) < _SHORTEST_WORD:
            continue
        if stem.endswith(b"y"):
            found |= {stem[:-1] + b"ies", stem[:-1] + b"ied", stem + b"s", stem + b"ing"}
        elif stem.endswith(b"e"):
            found |= {stem + b"s", stem + b"d", stem[:-1] + b"ing"}
        else:
            found |= {stem + b"s", stem + b"es", stem + b"ed", stem + b"ing"}
    return frozenset(found - {word})


def _capital(view: View, place: int) -> Iterator[Change]:
    """A capital too many or too few."""
    word = view.words[place]
    if not word[:1].isalpha() or (word[1:-1] and not word[1:-1].islower()):
        return
    if view.words[place - 1] in (BEGIN, b". ", b'" ', b"( ", b": "):
        return
    if word == b"The " and view.words[place + 1][:1].isupper() and view.at(place + 2) in view.small.prepositions:
        return  # a title: *The Law of the Sea Bulletin*
    new = word.swapcase() if len(word) == 2 else word[:1].swapcase() + word[1:]
    if view.counts[new] and _fits(view, place, place + 1, new):
        yield Change(11, place, place + 1, (new,), 0 if new[:1].isupper() else 1)


def _capitals(view: View, odd: list[int]) -> Iterator[Change]:
    """Several words in a row that should have capitals, or none; the first is at one of the places ``odd``.

    There, or at the word behind it, something begins that was never counted.
    """
    words, counts, closed, small = view.words, view.counts, view.closed, view.small
    for place in odd:
        if place >= len(words) - 2 or closed[place] or not _may_turn(words[place], small):
            continue
        end = _turned(view, place)
        if end:
            new = tuple(_turn(word, words[place], small) for word in words[place:end])
            inner = all(counts[one + two] for one, two in pairwise(new))
            if inner and not any(closed[place:end]):
                yield Change(10, place, end, new, 0 if new[0][:1].isupper() else 1)


def _may_turn(word: bytes, small: Small) -> bool:
    return len(word) > _SHORTEST_WORD and word[:1].isalpha() and word[1:-1].islower() and word not in small.all


def _turn(word: bytes, like: bytes, small: Small) -> bytes:
    """``word`` with the other case than ``like``, small words as they are."""
    if word in small.all or not word[:1].isalpha():
        return word
    return word[:1].upper() + word[1:] if like[:1].islower() else word[:1].lower() + word[1:]


def _turned(view: View, place: int) -> int:
    """Where the longest row from ``place`` ends whose words, turned, were counted pair by pair; 0 if there is none."""
    words, counts, small = view.words, view.counts, view.small
    like = words[place]
    upper = like[:1].isupper()
    before, end = _turn(like, like, small), 0
    for at in range(place + 1, min(place + _LONGEST_NAME, len(words) - 1)):
        word = words[at]
        turns = _may_turn(word, small) and word[:1].isupper() == upper
        if not turns and word not in small.all:
            break
        new = _turn(word, like, small)
        if not counts[before + new]:
            break
        before = new
        end = at + 1 if turns else end
    return end


def _mark(view: View, place: int) -> Iterator[Change]:
    word, counts = view.words[place], view.counts
    if word not in _MARKS or word == b": ":
        return  # what a colon leads to is the author's
    left, right = view.words[place - 1], view.words[place + 1]
    for other in _MARKS:
        if other != word and counts[left + other + right]:
            yield Change(12, place, place + 1, (other,), 0)
    if word == b", " and counts[left + right] and not _is_paired(view, place):
        yield Change(12, place, place + 1, (), 1)


def _is_paired(view: View, place: int) -> bool:
    """Whether another comma stands so near that both may set off what is between them."""
    near = view.words[max(0, place - _PAIRED) : place + _PAIRED + 1]
    return near.count(b", ") > 1


def _missing(view: View, place: int) -> Iterator[Change]:
    """A preposition, an article or another small word between two words that never stand side by side."""
    left, right, counts = view.words[place], view.words[place + 1], view.counts
    small = view.small
    if not (left[:1].isalnum() and right[:1].isalnum() and counts[left] and counts[right]):
        return
    group = small.articles if view.pair(place) else small.may_miss
    before_right = counts.ahead(right, group)
    for word in counts.behind(left, group) if before_right else ():
        if word in before_right and counts[left + word + right]:
            family = 4 if word in small.articles else 2 if word in small.prepositions else 6
            if family == 6 and right in small.articles and word != b"as ":
                # *Transmits to the Fund the guidance*: an object that comes late misses no *and*.
                continue
            if family == 4:
                if _describes(view, place + 1):
                    continue
                kind = int(right[:1].isupper())
            elif family == 2:
                kind = int(right in small.articles)
            else:
                kind = 1 if word == b"and " else 2 if word == b"that " else 0
            yield Change(family, place + 1, place + 1, (word,), kind)


def _describes(view: View, place: int) -> bool:
    """Whether a name that begins at ``place`` only describes what follows: *Recalling General Assembly resolution 70/1*."""
    words = view.words
    if not words[place][:1].isupper():
        return False
    while words[place][:1].isupper() or words[place] in (b"of ", b"the ", b"on ", b"for ", b"and "):
        place += 1
    word = words[place]
    return word[:1].isalpha() and word not in view.small.all and words[place - 1][:1].isupper()


_Families = tuple[Callable[[View, int], Iterator[Change]], ...]
_AT_WORD: _Families = (_division, _letters, _inflection, _capital)
_AT_SMALL_WORD: _Families = (_preposition, _article, _small, _division, _letters, _capital)
_AT_MARK: _Families = (_mark,)


def _families(word: bytes, small: Small) -> _Families:
    """The families that may change ``word``."""
    if word in small.all:
        return _AT_SMALL_WORD
    return _AT_WORD if word[:1].isalnum() or word[0] > 127 else _AT_MARK

"""Words that stand where adopted texts have another that looks like them: no list of pairs is needed, the vocabulary is one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from resolint.attested.counts import STEPS, Counts
from resolint.attested.words import Row
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counted import counts_of, row_of
from resolint.checks.shared.running import running
from resolint.checks.shared.texts import word_list
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.nearness import edges
from resolint.model import Document
from resolint.regex import lazy

__all__ = ["Likeness", "looks_like"]

_FEWEST, _SHORTEST, _HEAD = 8, 4, 2
"""So many texts must use the word that may be meant; both have so many letters, and begin with the same ones."""
_LEAST_ROW = 6
"""A paragraph of fewer words and marks says too little."""
_UNLIKE, _ALIKE = 3, 2
"""So many letters may differ at most, and so few where the finding is a warning."""
_ACROSS = 4
"""So often must the other word have been counted between these neighbours for a warning."""
_CERTAIN = 200
"""As often, and no more letters are asked to be the same."""
_COMMONER = 20
"""So many times commoner must the other word be where one neighbour has been seen with the word found."""
_INFLECTED = lazy(r"(?:s|es|d|ed|ing|n|en|er|est|r|st|ies|ied)$")
_QUITE, _FAR = 12, 100
"""So often must a likelier word have been counted between the neighbours, by what else speaks for it; and with one word more."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BESIDE = 3
"""So far from a word that is surely wrong nothing is said of what is less sure."""
_VERBAL = ("ed", "ing")
"""Of verbs in one form, one may stand for the other nearly everywhere."""
_MOST_KEPT = 20_000


class Likeness(NamedTuple):
    """A word that may be meant, and how many letters of the two differ."""

    word: str
    unlike: int


class _Lookalikes(dict[str, tuple[Likeness, ...]]):
    """For a word those of adopted texts that look like it, but for other forms of it; found when first asked for."""

    def __init__(self, words: Sequence[str], texts: Sequence[str]) -> None:
        """``words`` are in order; ``texts`` tells in how many texts each stands."""
        super().__init__()
        self._words, self._texts = words, texts

    def _alike(self, word: str) -> Iterator[str]:
        """The words of adopted texts that begin as ``word`` does."""
        head = word[:_HEAD]
        for place in range(bisect_left(self._words, head), len(self._words)):
            other = self._words[place]
            if not other.startswith(head):
                return
            if len(other) >= _SHORTEST and int(self._texts[place]) >= _FEWEST:
                yield other

    def _begun_otherwise(self, word: str) -> Iterator[str]:
        """The words of adopted texts that are the word but for its first or second letter."""
        others = {word[1:], word[0] + word[2:], word[1] + word[0] + word[2:]}
        for letter in _LETTERS:
            others |= {letter + word, word[0] + letter + word[1:], letter + word[1:], word[0] + letter + word[2:]}
        for other in sorted(others - {word}):
            place = bisect_left(self._words, other)
            known = place < len(self._words) and self._words[place] == other and other[:_HEAD] != word[:_HEAD]
            if known and len(other) >= _SHORTEST and int(self._texts[place]) >= _FEWEST:
                yield other

    def __missing__(self, word: str) -> tuple[Likeness, ...]:
        stems, letters = _stems(word), sorted(word)
        found = []
        for other in self._alike(word):
            if abs(len(other) - len(word)) > _UNLIKE or other == word:
                continue
            same = max(len(other), len(word)) - _UNLIKE
            # Words that end otherwise, as most do, must begin alike, or have the same letters.
            if word[-1] != other[-1] and word[:same] != other[:same] and letters != sorted(other):
                continue
            unlike = _unlike(word, other)
            if unlike <= _UNLIKE and 2 * unlike <= max(len(word), len(other)) and stems.isdisjoint(_stems(other)):
                found.append(Likeness(other, unlike))
        found += [Likeness(other, 1) for other in self._begun_otherwise(word) if stems.isdisjoint(_stems(other))]
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[word] = told = tuple(found)
        return told


def _unlike(one: str, other: str) -> int:
    """How many letters stand between what both words begin and end with; two where the letters only change places."""
    unlike = max(len(one), len(other)) - sum(edges(one, other))
    return 2 if unlike > 2 and len(one) == len(other) and sorted(one) == sorted(other) else unlike


def _stems(word: str) -> frozenset[str]:
    """The word without its ending, so that forms of one word meet."""
    bare = _INFLECTED.sub("", word)
    return frozenset((word, bare, bare + "e", bare + "y"))


@per_lexicon
def _known(lexicon: Lexicon) -> _Lookalikes:
    rows = sorted(lexicon.columns("word-counts", "word", "texts"))
    return _Lookalikes([word for word, _ in rows], [texts for _, texts in rows])


class _Meant(NamedTuple):
    """The word that fits better than the one at ``place`` of a row, and whether that is sure."""

    place: int
    word: str
    sure: bool


def looks_like(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """*The contest of the programme*, *the fight against immunity for serious crimes*."""
    counts = counts_of(lexicon)
    if counts is None:
        return
    known, listed = _known(lexicon), word_list(lexicon)
    often: dict[bytes, int] = {}
    for block in running(document):
        row = row_of(document, block)
        quoted: list[tuple[int, int]] | None = None
        told = [*_in_row(row, counts, known)]
        sure = [meant.place for meant in told if meant.sure]
        for meant in told:
            if not meant.sure and any(abs(meant.place - place) <= _BESIDE for place in sure):
                continue  # beside a word that is wrong any other looks strange
            start, end = row.places[meant.place]
            found = block.text[start:end]
            quoted = quotations(block.text) if quoted is None else quoted
            if inside(quoted, start, end) or not listed.knows(found):
                continue
            word = row.words[meant.place]
            if word not in often:
                often[word] = sum(row_of(document, one).words.count(word) for one in running(document))
            if often[word] > 1:
                continue  # what a draft writes twice it means
            span, values = block.span(start, end), {"found": found, "instead": meant.word}
            if meant.sure:
                edit = Edit(span, meant.word, found)
                yield Hit(span, values, Fix(f"Write “{meant.word}”", (edit,), "suggest"))
            else:
                yield Hit(span, values, unsure=True)


def _in_row(row: Row, counts: Counts, known: _Lookalikes) -> Iterator[_Meant]:
    """The words of a row that none of the three triples around them knows, and beside which another was counted."""
    words = row.words
    if len(words) < _LEAST_ROW:
        return
    threes = counts.threes(words)
    for place in range(2, len(words) - 2):
        if threes[place - 1]:
            continue
        word = words[place]
        if words[place - 1] == b"per ":
            continue  # a unit, which may be any noun: *$48 per ton in most ports*
        if len(word) <= _SHORTEST or not (word[:-1].isalpha() and word.islower() and word.isascii()):
            continue
        seen = bool(counts[words[place - 1] + word]), bool(counts[word + words[place + 1]])
        beside = bool(threes[place - 2]) + bool(threes[place])
        meant = None if beside or all(seen) else _meant(words, place, any(seen), counts, known)
        if meant := meant or _likelier(words, place, (sum(seen), beside), counts, known):
            yield meant


def _likelier(
    words: Sequence[bytes], place: int, seen: tuple[int, int], counts: Counts, known: _Lookalikes
) -> _Meant | None:
    """The likest word that was counted often between these neighbours, where the word found never was; never sure.

    ``seen`` tells in how many of the two pairs, and of the two outer triples, the word found was counted.
    """
    before, found, behind = words[place - 1 : place + 2]
    if not (before[:1].isalnum() and behind[:1].isalnum()):
        return None
    best: tuple[int, str] | None = None
    for word, _ in known[found.decode().strip()]:
        here = word.encode() + b" "
        across = STEPS[counts[before + here + behind]]
        if across < _QUITE or (best is not None and across <= best[0]):
            continue
        outer = STEPS[counts[words[place - 2] + before + here]], STEPS[counts[here + behind + words[place + 2]]]
        if _fits(across, outer, seen, STEPS[counts[here]] / max(1, STEPS[counts[found]])):
            best = across, word
    return _Meant(place, best[1], False) if best is not None else None


def _fits(across: int, outer: tuple[int, int], seen: tuple[int, int], commoner: float) -> bool:
    """Whether a word is at home in a place where another stands: the oftener it was counted there, the less else is asked."""
    if seen[1]:
        return across >= _FAR and min(outer) > 0 and commoner > 1
    return min(outer) > 0 and (across >= _FAR or (across >= _QUITE and min(outer) > 1))


def _meant(words: Sequence[bytes], place: int, seen: bool, counts: Counts, known: _Lookalikes) -> _Meant | None:
    """The likest word that was counted with both neighbours, and with one more on either side.

    ``seen`` tells that the word found was counted with one of its neighbours: then the other must be far commoner.
    """
    before, behind = words[place - 1], words[place + 1]
    if not (before[:1].isalnum() or behind[:1].isalnum()):
        return None
    best: tuple[int, int, str] | None = None
    for word, unlike in known[words[place].decode().strip()]:
        here = word.encode() + b" "
        across = STEPS[counts[before + here + behind]]
        if not (across and counts[words[place - 2] + before + here]):
            continue
        if counts[here + behind + words[place + 2]] and (best is None or (-unlike, across) > best[:2]):
            best = -unlike, across, word
    if best is None:
        return None
    unlike, across, word = -best[0], best[1], best[2]
    found = words[place]
    if seen:
        commoner = STEPS[counts[found]] * _COMMONER < STEPS[counts[word.encode() + b" "]]
        return _Meant(place, word, False) if commoner and (unlike <= _ALIKE or across >= _CERTAIN) else None
    between = before[:1].isalnum() and behind[:1].isalnum()
    if not between and unlike > _ALIKE:
        return None  # *the end of the season;*
    variant = f"{word}e" == found.decode().strip() or f"{found.decode().strip()}e" == word  # *inhumane*, *inhuman*
    sure = between and not variant and unlike <= _ALIKE and across >= _ACROSS
    if not sure and any(word.endswith(end) and found.decode().strip().endswith(end) for end in _VERBAL):
        return None  # *vanes that are repaired in the summer* is no slip for *required*
    return _Meant(place, word, sure)

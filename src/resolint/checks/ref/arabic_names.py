"""Names of States, bodies and instruments in Arabic that are all but those of the tables.

Words bear what other languages write apart (*وبرنامج*, *للأغذية*), have no capitals, and many slips are in the hamza or in the last
letter. So names are compared word by word without what stands before the article, and words that changed their form by their roots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Block
from resolint.regex import lazy

__all__ = ["arabic_slips"]

_WORD = lazy(r"[\u0621-\u0652\u0670]{1,30}")
_MARKS = lazy(r"[\u064b-\u0652\u0670\u0640]")
_FOLDED = str.maketrans("أإآٱةىئؤ", "ااااهييو")
_WEAK = str.maketrans("", "", "اويىأإآءؤئةه")
_BEFORE = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "وك")
_NISBA = ("ي", "ية", "يه", "يين", "يون", "يا", "ين", "ان")
_INVERTED = lazy(r"(?P<name>[^(]{3,40}) \((?P<style>[^)]{5,60})\)")
_STRIDE = ((28, 3), (14, 2), (9, 1))
_SEVERAL, _ROOT, _LONG_STATE = 3, 2, 5


class _Known(NamedTuple):
    """A name with its words, as they are written and as they are compared."""

    name: str
    words: tuple[str, ...]
    folded: tuple[str, ...]
    roots: tuple[str, ...]
    state: bool


class _Names:
    """All names by the first letters of their first words, and their words."""

    def __init__(self, lexicon: Lexicon) -> None:
        states = [short for row in lexicon.rows("states") for short in _forms(row["name"])]
        others = [*lexicon.column("organs", "name"), *lexicon.column("names", "name")]
        known = [_known(name, state=True) for name in states] + [_known(name, state=False) for name in others]
        self.known = tuple(dict.fromkeys(known))
        self.exact = frozenset(one.words for one in self.known)
        self.first: dict[str, list[_Known]] = {}
        for one in self.known:
            self.first.setdefault(one.folded[0][:1], []).append(one)
        self.longest = max(len(one.words) for one in self.known)


def _forms(name: str) -> tuple[str, ...]:
    inverted = _INVERTED.fullmatch(name)
    return (name,) if inverted is None else (inverted["name"],)


def _known(name: str, *, state: bool) -> _Known:
    words = tuple(_WORD.findall(name))
    return _Known(name, words, tuple(map(_fold, words)), tuple(sorted(map(_root, words))), state)


def _fold(word: str) -> str:
    return _MARKS.sub("", word).translate(_FOLDED)


def _root(word: str) -> str:
    """The strong letters of a word without what is written to it."""
    for before in ("وال", "بال", "فال", "كال", "ولل", "ال", "لل"):
        if word.startswith(before) and len(word) - len(before) >= _ROOT:
            word = word[len(before) :]
            break
    return word.translate(_WEAK) or word


@per_lexicon
def _names(lexicon: Lexicon) -> _Names:
    return _Names(lexicon)


def arabic_slips(block: Block, lexicon: Lexicon) -> Iterator[Hit]:
    """The names of a block that are nearly those of the tables."""
    names = _names(lexicon)
    found = list(_WORD.finditer(block.text, block.lead))
    words = [_MARKS.sub("", one[0]) for one in found]
    at = 0
    while at < len(found):
        taken = _right(words, at, names)
        slip = None if taken else _slip(block, found, words, at, names)
        if slip is not None:
            known, count, start = slip
            span = block.span(start, found[at + count - 1].end())
            text, taken = block.text[span.start : span.end], count
            fix = Fix(f"write “{known.name}”", (Edit(span, known.name, text),), "suggest")
            yield Hit(span, {"found": text, "right": known.name}, fix)
        at += taken or 1


def _bares(word: str) -> Iterator[tuple[int, str]]:
    """A word without each of the small words that may be written to it, and how many letters these have."""
    for before in _BEFORE:
        if word.startswith(before) and len(word) - len(before) >= _ROOT + 1:
            yield len(before), word[len(before) :]
    for before in ("لل", "ولل"):
        if word.startswith(before):
            yield len(before), f"ال{word[len(before) :]}"


def _right(words: Sequence[str], at: int, names: _Names) -> int:
    """How many words from ``at`` on are a name as it is written."""
    for _, bare in _bares(words[at]):
        for count in range(min(names.longest, len(words) - at), 0, -1):
            if (bare, *words[at + 1 : at + count]) in names.exact:
                return count
    return 0


def _slip(
    block: Block, found: Sequence[re.Match[str]], words: Sequence[str], at: int, names: _Names
) -> tuple[_Known, int, int] | None:
    """The name that words from ``at`` on are all but, how many words these are, and where they begin."""
    best: tuple[int, _Known, int, int] | None = None
    for before, bare in _bares(words[at]):
        for known in names.first.get(_fold(bare)[:1], ()):
            for count in {len(known.words), len(known.words) - 1 or 1, len(known.words) + 1}:
                window = (bare, *words[at + 1 : at + count])
                if len(window) != count or not _held(block, found[at : at + count]):
                    continue
                score = _score(window, known)
                if score and (best is None or score < best[0]):
                    start = found[at].start() + (before if not bare.startswith("ال") or before < 2 else 0)
                    best = score, known, count, start
    return None if best is None else (best[1], best[2], best[3])


def _held(block: Block, found: Sequence[re.Match[str]]) -> bool:
    """Whether words stand side by side, with nothing but blanks between."""
    return all(block.text[one.end() : other.start()].strip(" \u00a0") == "" for one, other in pairwise(found))


def _score(window: tuple[str, ...], known: _Known) -> int:
    """How far words are from a name, 0 where they are not meant for it."""
    folded = tuple(map(_fold, window))
    if len(known.words) == 1:
        return _single(window[0], folded[0], known) if len(window) == 1 else 0
    if folded == known.folded:
        return 1
    joined, right = " ".join(folded), " ".join(known.folded)
    most = next((most for length, most in _STRIDE if len(right) >= length), 0)
    distance = OSA.distance(joined, right, score_cutoff=most) if most else most + 1
    if distance <= most and not _other(folded, known):
        return 1 + distance
    several = len(window) == len(known.words) >= _SEVERAL and not known.state
    if several and folded[0] == known.folded[0] and tuple(sorted(map(_root, window))) == known.roots:
        return 9
    return 0


def _other(folded: tuple[str, ...], known: _Known) -> bool:
    """Whether a word differs in so much that it is another one, or only in what is written before it or behind it."""
    if len(folded) != len(known.folded):
        return True
    apart = [(one, other) for one, other in zip(folded, known.folded, strict=True) if one != other]
    return any(
        OSA.distance(one, other) > 1 or len(other) < _LONG_STATE or _inflected(one, other) for one, other in apart
    )


def _inflected(word: str, other: str) -> bool:
    """Whether a word is another one with a letter before or behind: *السوداني*, *والعلم*."""
    long, short = max(word, other, key=len), min(word, other, key=len)
    ends = any(long == short.rstrip("اه") + _fold(end) for end in _NISBA) or (long[:-1] == short and long[-1] in "يه")
    return ends or long[1:] == short or word.rstrip("اهي") == other.rstrip("اهي")


def _single(word: str, folded: str, known: _Known) -> int:
    """A State of one word: another hamza or end; the rule on slips in names of States tells other letters."""
    name, bare = known.folded[0], known.folded[0].removeprefix("ال")
    if not known.state or len(bare) < _LONG_STATE:
        return 0
    return 1 if folded == name and word != known.words[0] and not word.endswith(("ي", "ى", "ية")) else 0

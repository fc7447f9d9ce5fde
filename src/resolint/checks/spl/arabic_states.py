"""Names of States with a slip in one word in Arabic drafts, whose words no dictionary that may be kept knows.

What is written to a word (*و*, *ب*, *ل*, the article) is taken off. Right words that are like a name (*التركيز*, *تركيا*) stand in
the table ``un-words``; the adjectives of names are made of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from re import Match

from rapidfuzz.distance import OSA

from resolint.checks.shared.tongues import running
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.tongues import Tongue
from resolint.model import Block, Document
from resolint.regex import compiled, lazy
from resolint.rule import Context

__all__ = ["arabic_states", "sure_of"]

_WORD = lazy("[\u0621-\u064a][\u0621-\u0652\u0640]{0,29}")
_ARTICLE = "ال"
_SHORTEST, _SURE = 4, 6
_ADJECTIVE = ("ي", "ية", "يا", "يين", "يون", "يات", "يتين", "يتان", "ييه", "ان", "ات", "ة")
_STEM_ENDS = "ايةو"
_LED = 40
_ALIFS = str.maketrans("أإآى", "اااي")


class _Name(NamedTuple):
    """The words of a name as they are compared, and as they are written."""

    folded: tuple[str, ...]
    written: tuple[str, ...]


class _Slip(NamedTuple):
    """What was read of a word without its particles, and the word that is meant."""

    base: str
    right: str


class _Names:
    """Names of States in Arabic by their words."""

    def __init__(self, lexicon: Lexicon) -> None:
        tongue: Tongue = lexicon.kept(Tongue)
        self._fold = tongue.fold
        names = [tuple(_WORD.findall(name)) for name in lexicon.column("states", "name") if "(" not in name]
        self.names = tuple(_Name(tuple(self.fold(word) for word in name), name) for name in names if name)
        self.words = frozenset(word for name in self.names for word in name.folded)
        self.bare = frozenset(_bare(word) for word in self.words)
        self.single = {name.folded[0]: name.written[0] for name in self.names if len(name.folded) == 1}
        self.within: dict[str, list[tuple[_Name, int]]] = {}
        for name in self.names:
            if len(name.folded) > 1:
                for at, word in enumerate(name.folded):
                    self.within.setdefault(word, []).append((name, at))
        self._right = frozenset(_bare(self.fold(word)) for word in lexicon.column("un-words", "word"))
        self._stems = frozenset(
            stem for word in self.single for stem in (_bare(word), _bare(word).rstrip(_STEM_ENDS)) if len(stem) > 2
        )

    def fold(self, word: str) -> str:
        """A word as it is compared: without vowel signs, all alifs alike."""
        return self._fold(word)[0]

    def right(self, bases: Sequence[str]) -> bool:
        """Whether one of the readings of a word is a name, an adjective of one, or a word that is known."""
        return any(bare in self.bare or bare in self._right or self._adjective(bare) for bare in map(_bare, bases))

    def _adjective(self, bare: str) -> bool:
        return any(bare[: len(bare) - len(end)] in self._stems for end in _ADJECTIVE if bare.endswith(end))


def _bare(word: str) -> str:
    return word.removeprefix(_ARTICLE)


def _bases(word: str) -> tuple[str, ...]:
    """A word, and what it is without the particles that are written to it, with the article where it has one."""
    found = [word, *([word[1:]] if word[:1] in ("و", "ف") else [])]
    for one in tuple(found):
        if one.startswith("لل"):
            found.append(f"{_ARTICLE}{one[2:]}")
        if one[:1] in ("ب", "ك", "ل"):
            found.append(one[1:])
    return tuple(dict.fromkeys(base for base in found if len(base) > 2))


@per_lexicon
def _names(lexicon: Lexicon) -> _Names:
    return _Names(lexicon)


def arabic_states(document: Document, context: Context) -> Iterator[Hit]:
    """Words that are nearly a name, and one of several of a name of which the others are right."""
    names = _names(context.lexicon)
    for block in running(document):
        words = list(_WORD.finditer(block.text, block.lead))
        readings = [_bases(names.fold(word[0])) for word in words]
        slips = dict(_of_several(readings, names))
        for at, word in enumerate(words[1:], 1):
            slip, several = slips.get(at), at in slips
            if slip is None and not names.right(readings[at]):
                slip = _single(readings[at], names)
            if slip is not None:
                yield _hit(block, word, slip, context, sure=several)


def _single(bases: Sequence[str], names: _Names) -> _Slip | None:
    """The name of one word from which a reading of a word differs by one slip."""
    near = [
        (len(base) != len(folded), written, base)
        for folded, written in names.single.items()
        if len(folded) >= _SHORTEST
        for base in bases
        if _apart(base, folded)
    ]
    return _Slip(min(near)[2], min(near)[1]) if near else None


def _apart(base: str, folded: str) -> bool:
    return abs(len(base) - len(folded)) <= 1 and OSA.distance(base, folded, score_cutoff=1) == 1


def _of_several(readings: Sequence[Sequence[str]], names: _Names) -> Iterator[tuple[int, _Slip]]:
    """The places of words that are a slip of the only word of a name that is not right."""
    for at, bases in enumerate(readings):
        for name, inside in (one for base in bases for one in names.within.get(base, ())):
            first = at - inside
            window = readings[first : first + len(name.folded)] if first >= 0 else ()
            odd = [
                place for place, (word, there) in enumerate(zip(name.folded, window, strict=False)) if word not in there
            ]
            if len(window) < len(name.folded) or len(odd) != 1 or len(name.folded[odd[0]]) < _SHORTEST:
                continue
            there = window[odd[0]]
            base = next((base for base in there if _apart(base, name.folded[odd[0]])), "")
            if base and names.words.isdisjoint(there):
                yield first + odd[0], _Slip(base, name.written[odd[0]])


def _hit(block: Block, word: Match[str], slip: _Slip, context: Context, *, sure: bool) -> Hit:
    typed = word[0]
    span = block.span(*word.span())
    sure = sure or sure_of(slip.right, block.text[block.lead : word.start()], context.options)
    lead = len(typed) - len(slip.base)
    if lead < 0 or typed[lead:].translate(_ALIFS) != slip.base:
        return Hit(span, {"found": typed, "instead": slip.right}, unsure=not sure)
    right = f"{typed[:lead]}{slip.right}"
    fix = Fix(f"write “{right}”", (Edit(span, right, typed),), "suggest")
    return Hit(span, {"found": typed, "instead": right}, fix, unsure=not sure)


def sure_of(right: str, before: str, options: Mapping[str, object]) -> bool:
    """Whether a name is long enough to be told of for certain, or stands behind words that a State follows (option ``led``)."""
    return len(right) >= _SURE or compiled(f"(?:{options['led']})\\Z").search(before[-_LED:]) is not None

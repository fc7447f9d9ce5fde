"""Names of States, bodies and instruments in the other official languages that are all but those of the tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import normalize

from rapidfuzz.distance import OSA

from resolint.checks import check
from resolint.checks.ref.arabic_names import arabic_slips
from resolint.checks.ref.han_names import Known, han_slips
from resolint.checks.shared.tongues import running
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Block, Document
from resolint.regex import compiled, lazy
from resolint.rule import Context

_WORD = lazy(r"[^\W\d_]{1,40}|\d{1,9}")
_BETWEEN = lazy(r"[ \u00a0'’,(-]{1,3}")
_INVERTED = lazy(r"(?P<name>[^(]{3,40}) \((?P<style>[^)]{5,60})\)")
_CLOSING = lazy(r"[’']?\)")
_ACCENTS = lazy("[\u0300-\u036f]")
_STRIDE = ((28, 4), (20, 3), (16, 2), (9, 1))
"""So many letters may differ in a name of at least so many."""
_SHORT, _CONTENT = 6, 4
_SLIPPED = 5
"""In a first word of so many letters one may be a slip."""
_LITTLE = frozenset(
    [
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "sur",
        "pour",
        "a",
        "au",
        "aux",
        "contre",
        "relative",
        "relatif",
        "et",
    ]
    + ["dans", "del", "las", "los", "el", "sobre", "por", "para", "contra", "en", "y"]
    + ["о", "об", "по", "в", "на", "и", "для", "против", "при"]
)
_JOINTS = frozenset(["pour", "dans", "para", "sobre", "contre", "contra", "entre"])
_STEM, _FEWEST, _ENDING = 4, 3, 2
"""Words are alike by so many letters, and so many words make a body or a title."""


class _Names:
    """The names of a language by their first words."""

    def __init__(self, lexicon: Lexicon) -> None:
        inflected: dict[str, str] = {}
        if lexicon.language == "ru":
            inflected.update((row["name"], row["forms"]) for row in lexicon.rows("forms"))
        states = [name for row in lexicon.rows("states") for name in _forms(row["name"])]
        others = [*lexicon.column("organs", "name"), *lexicon.column("names", "name")]
        known = [
            _known(form, state=of_state)
            for names, of_state in ((states, True), (others, False))
            for name in names
            for form in (name, *filter(None, inflected.get(name, "").split("|")))
        ]
        self.known = tuple(dict.fromkeys(known))
        self.exact = {one.words: one for one in self.known}
        self.titles = frozenset(
            words
            for name in lexicon.column("names", "name")
            if len(words := _known(name, state=False).words) >= _FEWEST
        )
        self._first: dict[str, list[Known]] = {}
        self._begun: dict[str, list[Known]] = {}
        for one in self.known:
            self._first.setdefault(one.words[0][:3] if one.words else "", []).append(one)
            self._begun.setdefault(one.words[0] if one.words else "", []).append(one)
        self.begins = frozenset(self._begun)
        self._asked: dict[str, Sequence[Known]] = {}
        self.lengths = sorted({len(one.words) for one in self.known}, reverse=True)

    def begun(self, word: str) -> Sequence[Known]:
        """The names that a word may begin: those that begin alike, and those whose first word it is but for a slip."""
        if word not in self._asked:
            slips = [
                one
                for first, names in self._begun.items()
                if len(first) >= _SLIPPED and first[:3] != word[:3] and OSA.distance(first, word, score_cutoff=1) == 1
                for one in names
            ]
            self._asked[word] = (*self._first.get(word[:3], ()), *slips)
        return self._asked[word]


def _forms(name: str) -> tuple[str, ...]:
    """A name of a State, and the two that lie in one with its style in brackets: *Iran*, *République islamique d’Iran*."""
    inverted = _INVERTED.fullmatch(name)
    if inverted is None:
        return (name,)
    style, short = inverted["style"], inverted["name"]
    return name, short, f"{style}{'' if style[-1:] in '’' else ' '}{short}"


def _known(name: str, *, state: bool) -> Known:
    words = tuple(_bare(word) for word in _WORD.findall(name))
    return Known(name, words, " ".join(words), state)


def _bare(word: str) -> str:
    return word if word.isascii() and word.islower() else _ACCENTS.sub("", normalize("NFD", word)).lower()


@per_lexicon
def _names(lexicon: Lexicon) -> _Names:
    return _Names(lexicon)


@check("REF048")
def name_nearly_known(document: Document, context: Context) -> Iterator[Hit]:
    """Names with other accents, capitals, hyphens, small words or letters than the tables give them, and short names of States."""
    names, others = _names(context.lexicon), context.options["others"]
    for block in running(document):
        if context.lexicon.language == "ar":
            yield from arabic_slips(block, context.lexicon)
            continue
        if context.lexicon.language == "zh":
            yield from han_slips(block, names.known, others)
        else:
            hits = _lettered(block, names)
            yield from (hit for hit in hits if hit.values["found"] not in others)
        yield from _shortened(block, context)


def _lettered(block: Block, names: _Names) -> Iterator[Hit]:
    found = list(_WORD.finditer(block.text, block.lead))
    words = [_bare(one[0]) for one in found]
    taken = 0
    for at in range(len(found)):
        if at < taken:
            continue
        large = found[at][0][0].isupper() or _later_capital(block, found, at)
        exact = _exact(words, at, names) if words[at] in names.begins else None
        if not (large or (exact is not None and (_is_body(exact) or exact.words in names.titles))):
            continue
        near = None if exact is not None and not exact.state else _near(block, found, words, at, names)
        if exact is not None and not (near is not None and _goes_on(block, found[at], exact, near[0])):
            taken = at + len(exact.words)
            yield from _hit(block, found[at].start(), found[taken - 1].end(), exact.name)
        elif near is not None:
            known, count = near
            taken = at + count
            yield from _hit(block, found[at].start(), found[taken - 1].end(), known.name)


def _goes_on(block: Block, first: re.Match[str], exact: Known, longer: Known) -> bool:
    """Whether a name is only the beginning of the one that is meant: *Sudán* of *Sudán de Sur*, *Bolivia* before its style."""
    if len(exact.words) == 1 and block.text[first.end() :][:2] == " (":
        return True
    return longer.state and len(longer.words) > len(exact.words) and longer.words[: len(exact.words)] == exact.words


def _is_body(known: Known) -> bool:
    """Whether small words are a name all the same: several of them name one body."""
    return not known.state and len(_long(known.words)) >= _FEWEST


def _later_capital(block: Block, found: Sequence[re.Match[str]], at: int) -> bool:
    """Whether the next word is large, so that a small one may begin a name: *états-Unis d’Amérique*."""
    return at + 1 < len(found) and found[at + 1][0][0].isupper() and block.text[found[at].end()] == "-"


def _exact(words: Sequence[str], at: int, names: _Names) -> Known | None:
    for length in names.lengths:
        one = names.exact.get(tuple(words[at : at + length]))
        if one is not None:
            return one
    return None


def _near(
    block: Block, found: Sequence[re.Match[str]], words: Sequence[str], at: int, names: _Names
) -> tuple[Known, int] | None:
    """The name that words from ``at`` on are all but, and how many words these are."""
    best: tuple[int, Known, int] | None = None
    for known in names.begun(words[at]):
        most = next((most for length, most in _STRIDE if len(known.joined) >= length), 0)
        if len(known.words) < 2 or not most:
            continue
        for count in range(len(known.words) + 1, len(known.words) - 2, -1):
            window = words[at : at + count]
            if _unfinished(block, found, at, count, window, known):
                return known, count
            if len(window) < max(2, count) or window[-1][:2] != known.words[-1][:2]:
                continue
            if _little_apart(window, known) and _held(block, found[at : at + count], close=True):
                return known, count
            joined = " ".join(window)
            score = OSA.distance(joined, known.joined, score_cutoff=most)
            if 0 < score <= most and (best is None or score < best[0]) and not _other(window, known):
                best = score, known, count
    if best is not None and _held(block, found[at : at + best[2]]):
        return best[1], best[2]
    return _rearranged(block, found, words, at, names)


def _unfinished(
    block: Block, found: Sequence[re.Match[str]], at: int, count: int, window: Sequence[str], known: Known
) -> bool:
    """Whether only the small word at the end of a style in brackets is left out: *Bolivia (Estado Plurinacional)*."""
    if tuple(window) != known.words[:-1] or "(" not in known.name or len(known.words[-1]) >= _CONTENT:
        return False
    return _held(block, found[at : at + count]) and block.text[found[at + count - 1].end() :][:1] == ")"


def _rearranged(
    block: Block, found: Sequence[re.Match[str]], words: Sequence[str], at: int, names: _Names
) -> tuple[Known, int] | None:
    """The name whose long words stand here, with other small words between them or in another order."""
    for known in names.begun(words[at]):
        long = _long(known.words)
        if known.state or len(long) < _FEWEST or words[at][:_STEM] != known.words[0][:_STEM]:
            continue
        for count in range(len(known.words) + 2, len(long) - 1, -1):
            window = words[at : at + count]
            told = len(window) == count and len(window[-1]) >= _CONTENT and _same_words(window, known.words)
            if told and tuple(window) != known.words and _held(block, found[at : at + count]):
                return known, count
    return None


def _same_words(window: Sequence[str], right: Sequence[str]) -> bool:
    """Whether words have the stems of others: in another order, or in the same one with small changes alone."""
    ours, theirs = _long(window), _long(right)
    stems = [[word[:_STEM] for word in words] for words in (ours, theirs)]
    if sorted(stems[0]) != sorted(stems[1]):
        return False
    return stems[0] != stems[1] or all(
        OSA.distance(one, other) <= _ENDING for one, other in zip(ours, theirs, strict=True)
    )


def _long(words: Sequence[str]) -> list[str]:
    return [word for word in words if len(word) >= _CONTENT and word not in _JOINTS]


def _other(window: Sequence[str], known: Known) -> bool:
    """Whether only the number of a word differs, or a long word is another one: other things bear names alike."""
    if len(window) != len(known.words):
        return False
    apart = [(one, other) for one, other in zip(window, known.words, strict=True) if one != other]
    plural = (one.rstrip("sx") == other.rstrip("sx") and one[-2:] != "ss" for one, other in apart)
    return all(plural) or any(
        OSA.distance(one, other) > (2 if len(other) > _SHORT else 1) and min(len(one), len(other)) >= _CONTENT
        for one, other in apart
    )


def _little_apart(window: Sequence[str], known: Known) -> bool:
    """Whether words are those of a name but for one little word that is another one, too many or missing."""
    if known.state or window[0] != known.words[0] or tuple(window) == known.words:
        return False
    here, there = ([word for word in words if word not in _LITTLE] for words in (window, known.words))
    little = len(window) - len(here), len(known.words) - len(there)
    apart = sum((Counter(window) - Counter(known.words)).values())
    return here == there and len(here) > 1 and abs(little[0] - little[1]) <= 1 and apart <= 1


def _held(block: Block, found: Sequence[re.Match[str]], *, close: bool = False) -> bool:
    """Whether nothing but blanks, hyphens, commas and apostrophes stands between words; no commas where they are ``close``."""
    between = [(one.end(), other.start()) for one, other in pairwise(found)]
    return all(
        _BETWEEN.fullmatch(block.text, *place) is not None and not (close and "," in block.text[slice(*place)])
        for place in between
    )


def _hit(block: Block, start: int, end: int, right: str) -> Iterator[Hit]:
    # What closes a style, a bracket or an apostrophe and a bracket, is no word.
    closing = _CLOSING.match(block.text, end) if right.endswith(")") else None
    end = closing.end() if closing is not None else end
    text = block.text[start:end]
    if _level(text) == _level(right) or text.isupper():
        return
    span = block.span(start, end)
    yield Hit(span, {"found": text, "right": right}, Fix(f"write “{right}”", (Edit(span, right, text),), "suggest"))


def _level(text: str) -> str:
    plain = normalize("NFC", text).replace("’", "'").replace("\u00a0", " ").replace("\u2011", "-")
    return plain[:1].upper() + plain[1:] if plain[:1].islower() and " " not in plain else plain


def _shortened(block: Block, context: Context) -> Iterator[Hit]:
    """A short name in the place of the full one, which a draft gives a State."""
    for short in context.options["short"]:
        if short["having"] not in block.text:
            continue
        for found in compiled(short["find"]).finditer(block.text, block.lead):
            span = block.span(*found.span("fault"))
            fix = Fix(f"write “{short['put']}”", (Edit(span, short["put"], found["fault"]),), "suggest")
            yield Hit(span, {"found": found["fault"], "right": short["put"]}, fix, unsure=not short.get("sure"))

"""Names of States, bodies and instruments in the other official languages that are all but those of the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import normalize

from rapidfuzz.distance import OSA

from resolint.checks import check
from resolint.checks.shared.tongues import running
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Block, Document
from resolint.regex import compiled, lazy
from resolint.rule import Context

_WORD = lazy(r"[^\W\d_]{1,40}|\d{1,9}")
_BETWEEN = lazy(r"[ \u00a0'’,-]{1,2}")
_INVERTED = lazy(r"(?P<name>[^(]{3,40}) \((?P<style>[^)]{5,60})\)")
_ACCENTS = lazy("[\u0300-\u036f]")
_STRIDE = ((28, 4), (20, 3), (16, 2), (9, 1))
"""So many letters may differ in a name of at least so many."""
_SHORT, _CONTENT, _SEVERAL = 6, 4, 4
_JOINTS = frozenset(["pour", "dans", "para", "sobre", "contre", "contra", "entre"])
_HAN_BODY, _HAN_STATE, _HAN_LONG, _HAN_MIDDLE, _HAN_VERY_LONG = 6, 4, 7, 8, 11
_ANCHOR = 2


class Known(NamedTuple):
    """A name of the tables: as it is written, its words as they are compared, and those run together."""

    name: str
    words: tuple[str, ...]
    joined: str
    state: bool


class _Names:
    """The names of a language by their first words."""

    def __init__(self, lexicon: Lexicon) -> None:
        states = [name for row in lexicon.rows("states") for name in _forms(row["name"])]
        others = [*lexicon.column("organs", "name"), *lexicon.column("names", "name")]
        known = [_known(name, state=True) for name in states] + [_known(name, state=False) for name in others]
        self.known = tuple(dict.fromkeys(known))
        self.exact = {one.words: one for one in self.known}
        self.first: dict[str, list[Known]] = {}
        for one in self.known:
            self.first.setdefault(one.words[0][:3] if one.words else "", []).append(one)
        self.lengths = sorted({len(one.words) for one in self.known}, reverse=True)


def _forms(name: str) -> tuple[str, ...]:
    """A name of a State, and the two that lie in one with its style in brackets: *Iran*, *République islamique d’Iran*."""
    inverted = _INVERTED.fullmatch(name)
    if inverted is None:
        return (name,)
    style, short = inverted["style"], inverted["name"]
    return short, f"{style}{'' if style[-1:] in '’' else ' '}{short}"


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
        if context.lexicon.language == "zh":
            yield from _han(block, names, others)
        else:
            yield from (hit for hit in _lettered(block, names) if hit.values["found"] not in others)
        yield from _shortened(block, context)


def _lettered(block: Block, names: _Names) -> Iterator[Hit]:
    found = list(_WORD.finditer(block.text, block.lead))
    words = [_bare(one[0]) for one in found]
    taken = 0
    for at in range(len(found)):
        if at < taken or not (found[at][0][0].isupper() or _later_capital(block, found, at)):
            continue
        exact = _exact(words, at, names)
        if exact is not None:
            taken = at + len(exact.words)
            yield from _hit(block, found[at].start(), found[taken - 1].end(), exact.name)
            continue
        near = _near(block, found, words, at, names)
        if near is not None:
            known, count = near
            taken = at + count
            yield from _hit(block, found[at].start(), found[taken - 1].end(), known.name)


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
    for known in names.first.get(words[at][:3], ()):
        most = next((most for length, most in _STRIDE if len(known.joined) >= length), 0)
        if len(known.words) < 2 or not most:
            continue
        for count in range(len(known.words) + 1, len(known.words) - 2, -1):
            window = words[at : at + count]
            if len(window) < max(2, count) or window[-1][:2] != known.words[-1][:2]:
                continue
            joined = " ".join(window)
            score = OSA.distance(joined, known.joined, score_cutoff=most)
            if 0 < score <= most and (best is None or score < best[0]) and not _other(window, known):
                best = score, known, count
    if best is not None and _held(block, found[at : at + best[2]]):
        return best[1], best[2]
    return _rearranged(block, found, words, at, names)


def _rearranged(
    block: Block, found: Sequence[re.Match[str]], words: Sequence[str], at: int, names: _Names
) -> tuple[Known, int] | None:
    """The name whose long words stand here, with other small words between them or in another order."""
    for known in names.first.get(words[at][:3], ()):
        long = _long(known.words)
        if known.state or len(long) < _SEVERAL or words[at] != known.words[0]:
            continue
        for count in range(len(known.words) + 2, len(long) - 1, -1):
            window = words[at : at + count]
            told = len(window) == count and len(window[-1]) >= _CONTENT and sorted(_long(window)) == sorted(long)
            if told and tuple(window) != known.words and _held(block, found[at : at + count]):
                return known, count
    return None


def _long(words: Sequence[str]) -> list[str]:
    return [word for word in words if len(word) >= _CONTENT and word not in _JOINTS]


def _other(window: Sequence[str], known: Known) -> bool:
    """Whether only the number of a word differs, or a long word is another one: other things bear names alike."""
    if len(window) != len(known.words):
        return False
    apart = [(one, other) for one, other in zip(window, known.words, strict=True) if one != other]
    return all(one.rstrip("sx") == other.rstrip("sx") for one, other in apart) or any(
        OSA.distance(one, other) > (2 if len(other) > _SHORT else 1) and min(len(one), len(other)) >= _CONTENT
        for one, other in apart
    )


def _held(block: Block, found: Sequence[re.Match[str]]) -> bool:
    """Whether nothing but blanks, hyphens, commas and apostrophes stands between words."""
    return all(_BETWEEN.fullmatch(block.text, one.end(), other.start()) is not None for one, other in pairwise(found))


def _hit(block: Block, start: int, end: int, right: str) -> Iterator[Hit]:
    text = block.text[start:end]
    if _level(text) == _level(right) or text.isupper():
        return
    span = block.span(start, end)
    yield Hit(span, {"found": text, "right": right}, Fix(f"write “{right}”", (Edit(span, right, text),), "suggest"))


def _level(text: str) -> str:
    plain = normalize("NFC", text).replace("’", "'").replace("\u00a0", " ").replace("\u2011", "-")
    return plain[:1].upper() + plain[1:] if plain[:1].islower() and " " not in plain else plain


def _han(block: Block, names: _Names, others: Sequence[str]) -> Iterator[Hit]:
    """Chinese names of which one sign, or two of many, are others."""
    text = block.text
    right = [span for known in names.known for span in _places(text, known.name)]
    for known in names.known:
        name = known.name
        if len(name) < (_HAN_STATE if known.state else _HAN_BODY) or (len(name) < _HAN_BODY and name[-1] == "国"):
            continue
        most = 2 if len(name) >= _HAN_VERY_LONG else 1
        for start, end in _windows(text, name, most):
            if text[start:end] in others or any(
                first < end and start < last and 2 * (last - first) > end - start for first, last in right
            ):
                continue
            span = block.span(start, end)
            fix = Fix(f"write “{name}”", (Edit(span, name, text[start:end]),), "suggest")
            yield Hit(span, {"found": text[start:end], "right": name}, fix)
            right.append((start, end))


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
        whole = text[start : start + len(name)]
        if len(whole) == len(name) and whole[:-1] == name[:-1] and whole != name and _is_han(whole):
            yield start, start + len(name)
    if len(name) < _HAN_LONG:
        return  # so many signs before the end make another name: *巴勒斯坦*, *巴基斯坦*
    for _, end in _places(text, name[-_ANCHOR:]):
        starts = (end - size for size in range(len(name) - most, len(name) + most + 1))
        yield from ((start, end) for start in starts if start >= 0 and _like(text[start:end], name, most, name[-1]))


def _like(window: str, name: str, most: int, last: str) -> bool:
    if len(name) == len(window) == _HAN_MIDDLE and (window[:3], window[-3:]) == (name[:3], name[-3:]):
        return window != name
    begun = window[:1] == name[0] or (len(name) >= _HAN_LONG and window[1:3] == name[1:3] and _is_han(window))
    return begun and window.endswith(last) and 0 < OSA.distance(window, name, score_cutoff=most) <= most


def _is_han(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)


def _shortened(block: Block, context: Context) -> Iterator[Hit]:
    """A short name in the place of the full one, which a draft gives a State."""
    for short in context.options["short"]:
        if short["having"] not in block.text:
            continue
        for found in compiled(short["find"]).finditer(block.text, block.lead):
            span = block.span(*found.span("fault"))
            fix = Fix(f"write “{short['put']}”", (Edit(span, short["put"], found["fault"]),), "suggest")
            yield Hit(span, {"found": found["fault"], "right": short["put"]}, fix, unsure=not short.get("sure"))

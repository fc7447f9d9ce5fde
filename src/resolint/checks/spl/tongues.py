"""Checks on the spelling of words in French, Spanish and Russian, by the forms that the word graphs hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.graphs import graph_of
from resolint.checks.shared.texts import texts
from resolint.checks.shared.tongues import heads
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.tongues import Tongue
from resolint.model import Block, Document
from resolint.rule import Context, per_rule
from resolint.shared import per_document
from resolint.spelling import Word
from resolint.spelling.graph import WordGraph
from resolint.spelling.tokens import LETTERS, begins_sentence, in_compound, is_code, level

_WORD = regex.compiled(LETTERS)
_SHORTEST, _SURE, _TITLE = 4, 6, 6
_OPENS = 2
_TERM, _BROKEN, _SHARE, _SHOWN, _ROOT = 3, 30, 40, 3, 4
_TYPED = "2000"
"""Texts of before are read by machine from printed volumes, and the slips in them are those of the machine."""
_ELIDED = ("'", "’")
_QUOTED = regex.lazy(r"«[^«»]{1,200}»|“[^“”]{1,200}”|<<[^<>]{1,200}>>|\"[^\"]{1,200}\"")
_BARE = str.maketrans("àâäáãçéèêëíìîïñóòôöõúùûüÿё", "aaaaaceeeeiiiinooooouuuuyе")
_LIGATURES = (("oe", "œ"), ("ae", "æ"))

_PLAIN_GERUND = {"ándo": "ando", "éndo": "endo"}
_GERUND = regex.lazy(r"(?P<verb>\w{1,20})(?P<end>ándo|éndo)(?:(?:se|me|nos)?l[oae]s?|se|nos|me)")
"""A Spanish gerund with the pronouns that are written to it, which move its accent (*reafirmándolo*)."""


class Odd(NamedTuple):
    """A word that no list has, the words that may be meant, and whether it may be right all the same."""

    block: Block
    word: Word
    offered: tuple[str, ...]
    doubtful: bool


class _Speller:
    """The forms of a language with the vocabulary of the United Nations and the words of a project."""

    def __init__(self, tongue: Tongue, graph: WordGraph, more: frozenset[str]) -> None:
        self.graph = graph
        self.letters = frozenset(graph.letters)
        self.titles = frozenset(
            word for name in tongue.bodies.values() for word in _WORD.findall(name.lower()) if len(word) >= _TITLE
        )
        self._code = tongue.code
        self._more = more
        self._prefix = tongue.patterns.get("prefix")
        self._judged: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Whether a word in small letters is right: listed, or made of a prefix and a listed word."""
        if word not in self._judged:
            self._judged[word] = self._listed(word) or self._derived(word)
        return self._judged[word]

    def _listed(self, word: str) -> bool:
        forms = [word, *(word.replace(two, one) for two, one in _LIGATURES if two in word)]
        return any(self.graph.knows(form.replace("ё", "е")) or form in self._more for form in forms)

    def _derived(self, word: str) -> bool:
        prefix = self._prefix.match(word) if self._prefix is not None else None
        rest = word[prefix.end() :] if prefix is not None else ""
        if len(rest) >= _ROOT and self._listed(rest):
            return True
        gerund = _GERUND.fullmatch(word) if self._code == "es" else None
        return gerund is not None and self._listed(gerund["verb"] + _PLAIN_GERUND[gerund["end"]])

    def near(self, word: str, used: Mapping[str, int]) -> tuple[str, ...]:
        """The words that may be meant by ``word``, the likeliest first, and alone where it is the likeliest by far."""
        found = [*self.graph.near(word), *(one for one in self._more if one in used and _one_apart(word, one))]
        ranked = sorted(set(found), key=lambda one: (*_rank(word, one, used), one))
        clear = len(ranked) > 1 and _rank(word, ranked[0], used) < _rank(word, ranked[1], used)
        return tuple(ranked[:1] if clear else ranked)


def _rank(word: str, one: str, used: Mapping[str, int]) -> tuple[bool, int]:
    return one not in used, _distance(word, one)


def _one_apart(one: str, other: str) -> bool:
    from resolint.spelling import one_edit_apart

    return one_edit_apart(one, other)


def _distance(word: str, one: str) -> int:
    """How unlikely it is that ``one`` was meant: accents first, then letters that changed places, doubled or left out ones."""
    if one.translate(_BARE) == word.translate(_BARE):
        return 0
    slip = 1 if sorted(one) == sorted(word) or _single(one) == _single(word) else 2 if len(one) > len(word) else 3
    return slip + 3 * (one[0] != word[0])


def _single(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


@check("SPL012 draft")
def tongue_misspelt(document: Document, context: Context) -> Iterator[Hit]:
    """Words that are in no list and like one that is."""
    for odd in _odd(document, context):
        if odd.offered:
            yield _hit(odd)


@check("SPL023 draft")
def tongue_unknown(document: Document, context: Context) -> Iterator[Hit]:
    """Words that are in no list and like none that is."""
    for odd in _odd(document, context):
        if not odd.offered:
            yield Hit(odd.block.span(odd.word.start, odd.word.end), {"text": odd.word.text})


def _hit(odd: Odd) -> Hit:
    text = odd.word.text
    shown = [one.capitalize() if text[0].isupper() else one for one in odd.offered[:_SHOWN]]
    span = odd.block.span(odd.word.start, odd.word.end)
    clear = len(shown) == 1 and not odd.doubtful
    fix = (
        Fix(f"write “{shown[0]}”", (Edit(span, shown[0], odd.block.text[span.start : span.end]),), "suggest")
        if clear
        else None
    )
    meant = " or ".join(f"“{one}”" for one in shown)
    return Hit(span, {"text": text, "meant": f"was {meant} meant?"}, fix, unsure=odd.doubtful)


def _odd(document: Document, context: Context) -> tuple[Odd, ...]:
    """The odd words of a draft, kept with it since two rules ask."""
    speller = _speller(context)
    kept = _found(document)
    if speller not in kept:
        kept[speller] = tuple(_find(document, context, speller)) if speller.graph else ()
    return kept[speller]


@per_document("spelling")
def _found(_document: Document) -> dict[_Speller, tuple[Odd, ...]]:
    return {}


@per_rule
def _speller(context: Context) -> _Speller:
    own = frozenset(word.lower() for word in context.options.get("own_words", ()))
    known = _spellers(context.lexicon)
    if own not in known:
        known[own] = _made(context.lexicon, own)
    return known[own]


@per_lexicon
def _spellers(_lexicon: Lexicon) -> dict[frozenset[str], _Speller]:
    """Those of a language by the words of a project."""
    return {}


def _made(lexicon: Lexicon, own: frozenset[str]) -> _Speller:
    more = frozenset(lexicon.column("un-words", "word")) | own
    return _Speller(lexicon.kept(Tongue), graph_of(lexicon), more)


def _find(document: Document, context: Context, speller: _Speller) -> Iterator[Odd]:
    written = Counter(
        level(word)
        for block in texts(document)
        for word in _WORD.findall(block.text[block.lead :].lower())
        if len(word) > 3
    )
    openings = _openings(document, context)
    scanned = context.edition is not None and context.edition < _TYPED
    strange = [
        (block, word) for block in texts(document) for word in _strange(block, speller, openings.get(block.id, 0))
    ]
    small = sum(word.text.islower() for _, word in strange)
    if small > _BROKEN and small * _SHARE > sum(written.values()):
        # So many are no slips: the text was scanned badly, or is in another language.
        return
    for block, word in strange:
        lower = word.text.lower()
        if word.text[0].isupper():
            near = tuple(sorted(one for one in speller.titles if one in speller.graph.near(lower)))
            if near and written[lower] == 1:
                yield Odd(block, word, near, scanned)
            continue
        offered = speller.near(lower, written)
        if written[lower] >= _TERM or (not offered and in_compound(block.text, word)):
            continue
        likely = bool(offered) and _distance(lower, offered[0]) < 4
        yield Odd(
            block,
            word,
            offered,
            scanned or in_compound(block.text, word) or len(lower) < _SURE or written[lower] > 1 or not likely,
        )


def _openings(document: Document, context: Context) -> dict[str, int]:
    """Up to where the opening phrases reach, of which other rules speak, by block."""
    return {
        head.block.id: head.start + (head.opening.end if head.opening is not None else len(head.words.split(" ")[0]))
        for head in heads(document, context)
    }


def _strange(block: Block, speller: _Speller, after: int) -> Iterator[Word]:
    """The words of a paragraph that are unknown, without names, titles, codes and passages in another language."""
    text = block.text
    every = [Word(level(found[0]), found.start(), found.end()) for found in _WORD.finditer(text, block.lead)]
    long = [word for word in every if len(word.text) >= _SHORTEST]
    unknown = [not speller.knows(word.text.lower()) for word in long]
    strange = sum(odd and not word.text.isupper() for odd, word in zip(unknown, long, strict=True))
    if strange * 3 > len(long) and len(long) > _SHORTEST:
        return
    passed = [found.span() for found in _QUOTED.finditer(text)]
    # Words in italics are foreign, but for those that open the paragraph.
    passed += [
        (mark.start, mark.end)
        for mark in block.marks
        if mark.kind in ("superscript", "strike") or (mark.kind == "italic" and mark.start > block.lead + _OPENS)
    ]
    for at, word in enumerate(long):
        name = word.text[0].isupper()
        if not unknown[at] or word.start < after or any(start < word.end and word.start < end for start, end in passed):
            continue
        if (
            text[word.end : word.end + 1] in _ELIDED
            or not word.text[1:].islower()
            or (name and begins_sentence(text, word, block.lead))
        ):
            continue
        beside = [
            other
            for other in (at - 1, at + 1)
            if 0 <= other < len(long) and unknown[other] and long[other].text.islower()
        ]
        if not name and any(_foreign(text, word, long[other], speller) for other in beside):
            continue
        if _torn(text, every, word, speller) or (word is every[0] and not name and not block.lead):
            continue  # a paragraph that begins inside of a word is a piece of one that was torn
        if not speller.letters.issuperset(word.text.lower()) or is_code(text, word):
            continue
        yield word


def _foreign(text: str, word: Word, beside: Word, speller: _Speller) -> bool:
    """Whether an unknown word stands right beside one that is like none in the language: *ratione materiae*."""
    between = text[word.end : beside.start] if beside.start > word.end else text[beside.end : word.start]
    return between in (" ", "-", "\xa0") and not speller.graph.near(beside.text.lower())


def _torn(text: str, every: list[Word], word: Word, speller: _Speller) -> bool:
    """Whether an unknown word and one beside it make a known one: *organi sation*, *indé pendance*; a scan has torn it."""
    at = every.index(word)
    pairs = [every[place : place + 2] for place in (at - 1, at) if place >= 0]
    return any(
        len(pair) == 2
        and text[pair[0].end : pair[1].start].strip("-\xad \xa0") == ""
        and speller.knows((pair[0].text + pair[1].text).lower())
        for pair in pairs
    )

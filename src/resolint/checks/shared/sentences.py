"""Paragraphs as words for the rules on grammar, and the verbs and nouns of the tables ``verbs`` and ``countables``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import accumulate, chain
from unicodedata import is_normalized, normalize

from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.texts import english, texts
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.shared import per_document
from resolint.spelling.tokens import LETTERS

__all__ = [
    "Sentence",
    "Verbs",
    "places_of",
    "plurals_of",
    "sentences",
    "swapped",
    "verbs_of",
    "words_in",
]

_ONE = rf"{LETTERS}(?:[-’'\u2011]{LETTERS})*"
_WORD = lazy(_ONE)
_PARTS = lazy(rf"({_ONE})")
_BLANKS = frozenset((" ", "\xa0"))


class Sentence:
    """A paragraph in words: as they are ``written``, and in small letters (``lower``).

    ``joined`` tells of each word that only a blank stands between it and the one before.
    """

    def __init__(self, block: Block) -> None:
        self.block = block
        # No match is made here: rules visit few words, and a thousand objects a draft keep the collector of garbage busy.
        self._parts = _PARTS.split(block.text[block.lead :])
        self.written: list[str] = self._parts[1::2]
        self.lower = tuple(map(str.lower, self.written))
        if not is_normalized("NFC", block.text):
            self.lower = tuple(normalize("NFC", word) for word in self.lower)
        self._count = len(self.lower)
        self.joined = (False, *map(_BLANKS.__contains__, self._parts[2:-1:2]))

    @cached_property
    def words(self) -> tuple[re.Match[str], ...]:
        """The words with their places."""
        return tuple(_WORD.finditer(self.block.text, self.block.lead))

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """The places of the words that begin with a capital."""
        return tuple([place for place, word in enumerate(self.written) if word[0].isupper()])

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Where quotation marks enclose something."""
        return quotations(self.block.text)

    @cached_property
    def _ends(self) -> list[int]:
        return [*accumulate(map(len, self._parts), initial=self.block.lead)]

    def start(self, place: int) -> int:
        """Where the word at ``place`` begins."""
        return self._ends[2 * place + 1]

    def end(self, place: int) -> int:
        """Where the word at ``place`` ends."""
        return self._ends[2 * place + 2]

    def first_from(self, offset: int) -> int | None:
        """The place of the first word that begins at ``offset`` or behind it, None where there is none."""
        place = bisect_left(self._ends, offset) // 2
        return place if place < len(self.lower) else None

    def run(self, first: int, last: int) -> bool:
        """Whether the words from ``first`` to ``last`` stand there with nothing but blanks between, outside quotations."""
        if first < 0 or last >= self._count or False in self.joined[first + 1 : last + 1]:
            return False
        return not self.quoted or not inside(self.quoted, self.start(first), self.end(last))

    def ends(self, place: int) -> bool:
        """Whether a mark stands behind the word at ``place``, or nothing."""
        return place + 1 >= self._count or not self.joined[place + 1]

    def at(self, place: int) -> str:
        """The word at ``place`` in small letters, empty beyond either end."""
        return self.lower[place] if 0 <= place < self._count else ""


@per_document("grammar")
def sentences(document: Document) -> tuple[Sentence, ...]:
    """The paragraphs of the running text in English, but for headings."""
    return tuple([Sentence(block) for block in texts(document) if block.kind != "heading" and english(block)])


class _Places(NamedTuple):
    """All words of the paragraphs in order, each with its paragraph and its place there; for each word its numbers in this row."""

    row: Sequence[tuple[Sentence, int, str]]
    of: Mapping[str, list[int]]


@per_document("grammar")
def _places(document: Document) -> _Places:
    row = [(text, place, word) for text in sentences(document) for place, word in enumerate(text.lower)]
    found: dict[str, list[int]] = {}
    for number, (_, _, word) in enumerate(row):
        if word in found:
            found[word].append(number)
        else:
            found[word] = [number]
    return _Places(row, found)


def words_in(document: Document) -> Set[str]:
    """The different words of the paragraphs, in small letters."""
    return _places(document).of.keys()


def places_of(document: Document, words: Set[str]) -> Iterator[tuple[Sentence, int, str]]:
    """Each place of one of ``words``, which are in small letters, in order: its paragraph, its place there, the word.

    Most words of a draft are none of those that a rule looks for, and this does not visit them.
    """
    row, of = _places(document)
    # The words are met one by one with the larger set.
    there = [word for word in of if word in words] if len(words) > len(of) else [word for word in words if word in of]
    if not there:
        return iter(())
    numbers = of[there[0]] if len(there) == 1 else sorted(chain.from_iterable(map(of.__getitem__, there)))
    return map(row.__getitem__, numbers)


class Verbs(NamedTuple):
    """The verbs of the table: their third persons and participles, with the base forms."""

    third: Mapping[str, str]
    participles: Mapping[str, str]
    base: Mapping[str, str]


@per_lexicon
def verbs_of(lexicon: Lexicon) -> Verbs:
    """The verbs of the table."""
    rows = [*lexicon.columns("verbs", "verb", "participle")]
    bases = {verb for verb, _ in rows}
    nouns = {*lexicon.column("countables", "plural")}
    third = {third_person(verb): verb for verb, _ in rows if third_person(verb) not in bases}
    return Verbs(
        {form: verb for form, verb in third.items() if form not in nouns},
        {participle: verb for verb, participle in rows if participle not in bases},
        {verb: participle for verb, participle in rows if verb != participle},
    )


def third_person(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "o", "z")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeou" else base + "s"


@per_lexicon
def plurals_of(lexicon: Lexicon) -> Mapping[str, str]:
    """The countable nouns of the table: from the singular to the plural."""
    return dict(lexicon.columns("countables", "singular", "plural"))  # type: ignore[arg-type]  # Pairs.


def swapped(text: Sentence, place: int, right: str, *, last: int | None = None, **values: str) -> Hit:
    """A word, or the words from it to that at ``last``, for which ``right`` is suggested; ``values`` go into the message."""
    span = text.block.span(text.start(place), text.end(place if last is None else last))
    words = text.block.text[span.start : span.end]
    instead = right[0].upper() + right[1:] if words[0].isupper() else right
    fix = Fix(f"Write “{instead}”", (Edit(span, instead, words),), "suggest")
    return Hit(span, {"found": words, "instead": instead, **values}, fix)

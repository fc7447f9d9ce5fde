"""Paragraphs as words for the rules on grammar, and the verbs and nouns of the tables ``verbs`` and ``countables``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from itertools import pairwise

from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.texts import english, texts
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.shared import per_document

__all__ = [
    "Sentence",
    "Verbs",
    "places_of",
    "plurals_of",
    "sentences",
    "singulars_of",
    "swapped",
    "verbs_of",
    "words_in",
]

_WORD = lazy(r"[^\W\d_]+(?:[-’'\u2011][^\W\d_]+)*")


class Sentence(NamedTuple):
    """A paragraph in words; ``joined`` tells of each word that only a blank stands between it and the one before."""

    block: Block
    words: tuple[re.Match[str], ...]
    lower: tuple[str, ...]
    joined: tuple[bool, ...]
    quoted: list[tuple[int, int]]

    def run(self, first: int, last: int) -> bool:
        """Whether the words from ``first`` to ``last`` stand there with nothing but blanks between, outside quotations."""
        if not (first >= 0 and last < len(self.words) and all(self.joined[first + 1 : last + 1])):
            return False
        return not inside(self.quoted, self.words[first].start(), self.words[last].end())

    def at(self, place: int) -> str:
        """The word at ``place`` in small letters, empty beyond either end."""
        return self.lower[place] if 0 <= place < len(self.lower) else ""


@per_document("grammar")
def sentences(document: Document) -> tuple[Sentence, ...]:
    """The paragraphs of the running text in English, but for headings."""
    found = []
    for block in texts(document):
        if block.kind == "heading" or not english(block):
            continue
        text = block.text
        words = tuple(_WORD.finditer(text, block.lead))
        places = [word.span() for word in words]
        gaps = (False, *[text[one[1] : two[0]] in (" ", "\xa0") for one, two in pairwise(places)])
        lower = tuple([text[start:end].lower() for start, end in places])
        found.append(Sentence(block, words, lower, gaps, quotations(text)))
    return tuple(found)


@per_document("grammar")
def _places(document: Document) -> Mapping[str, list[tuple[int, int]]]:
    """Where each word stands: the number of its paragraph, its place there."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, text in enumerate(sentences(document)):
        for place, word in enumerate(text.lower):
            if word in found:
                found[word].append((number, place))
            else:
                found[word] = [(number, place)]
    return found


def words_in(document: Document) -> Set[str]:
    """The different words of the paragraphs, in small letters."""
    return _places(document).keys()


def places_of(document: Document, words: Set[str]) -> Iterator[tuple[Sentence, int, str]]:
    """Each place of one of ``words``, which are in small letters, in order: its paragraph, its place there, the word.

    Most words of a draft are none of those that a rule looks for, and this does not visit them.
    """
    places = _places(document)
    paragraphs = sentences(document)
    for number, place in sorted([place for word in places.keys() & words for place in places[word]]):
        yield paragraphs[number], place, paragraphs[number].lower[place]


class Verbs(NamedTuple):
    """The verbs of the table: their third persons and participles, with the base forms."""

    third: Mapping[str, str]
    participles: Mapping[str, str]
    base: Mapping[str, str]


@per_lexicon
def verbs_of(lexicon: Lexicon) -> Verbs:
    """The verbs of the table."""
    rows = [(row["verb"], row["participle"]) for row in lexicon.rows("verbs")]
    bases = {verb for verb, _ in rows}
    nouns = {row["plural"] for row in lexicon.rows("countables")}
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
    return {row["singular"]: row["plural"] for row in lexicon.rows("countables")}


@per_lexicon
def singulars_of(lexicon: Lexicon) -> Mapping[str, str]:
    """The same from the plural to the singular."""
    return {row["plural"]: row["singular"] for row in lexicon.rows("countables") if row["plural"] != row["singular"]}


def swapped(text: Sentence, place: int, right: str, **values: str) -> Hit:
    """A word for which ``right`` is suggested; ``values`` go into the message."""
    word = text.words[place]
    span = text.block.span(*word.span())
    instead = right[0].upper() + right[1:] if word[0][0].isupper() else right
    return Hit(
        span,
        {"found": word[0], "instead": instead, **values},
        Fix(f"Write “{instead}”", (Edit(span, instead, word[0]),), "suggest"),
    )

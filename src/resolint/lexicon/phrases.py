"""The phrases of the tables of openings, and the verbs that they begin with in all their forms.

The tables are ``preambular-openings``, ``operative-openings`` and ``verb-strength``; the nouns that colour a verb or that it
owns are the table ``opening-nouns``. A verb that stands in one of them in one form is known in every form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Literal

from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, TableRow, english, per_lexicon
from resolint.regex import lazy

__all__ = [
    "BLANKS",
    "INSIDE",
    "WORD",
    "Form",
    "Grammar",
    "Node",
    "Phrase",
    "grammar",
    "grow",
    "in_form",
    "is_leading",
    "phrases",
    "says_nothing",
    "stem",
    "token",
    "verb_of",
]

Form = Literal["participle", "adjective", "third", "base", "infinitive", "unknown"]

WORD = lazy(r"[^\W\d_]+(?:[-’'\u2010\u2011][^\W\d_]+)*")
BLANKS = " \t\n\xa0\xad"
_LEADS = english.LEADING | english.WEAK_LEADING | frozenset(english.SEQUENCE)
_BEGINNINGS = _LEADS | {"to", "in"}
INSIDE = frozenset((*english.SEQUENCE, "again", "once", "more"))
"""Adverbs that may stand inside of a phrase."""


class Phrase(NamedTuple):
    """A phrase of the tables as it is printed, with the part of it that stands in italics."""

    text: str
    italic: str


@per_lexicon
def _phrases(lexicon: Lexicon) -> dict[str, tuple[Phrase, ...]]:
    preamble, operative = lexicon.rows("preambular-openings"), lexicon.rows("operative-openings")
    return {
        "preambular": tuple(Phrase(row["phrase"], row.get("italic") or row["phrase"]) for row in preamble),
        "operative": tuple(
            Phrase(row["phrase"], row.get("italic") or row["phrase"]) for row in operative if row["phrase"]
        ),
        "paragraph": tuple(Phrase(row["plural"], _plural_italic(row)) for row in operative if row.get("plural")),
    }


def _plural_italic(row: TableRow) -> str:
    """The part in italics of a phrase in the plural: as many words as of the phrase in the third person."""
    italic, words = row.get("italic") or row["phrase"], row["plural"].split()
    return " ".join(words[: len(italic.split())] if row["phrase"] else words)


def phrases(part: str, lexicon: Lexicon) -> tuple[Phrase, ...]:
    """The phrases of the tables that open paragraphs of ``part`` (preambular, operative, paragraph)."""
    return _phrases(lexicon).get(part, ())


class Node(NamedTuple):
    """A word of the tables, with the words ``below`` it. Where a phrase ends, the numbers of its words from the verb on;
    elsewhere they are -1.

    ``core`` are those that always belong to the opening, ``italic`` those in italics, ``known`` those before a colour or
    an owner, which the grammar looks for itself.
    """

    below: dict[str, Node]
    core: int = -1
    italic: int = -1
    known: int = -1


class Grammar:
    """The phrases of the tables by the base form of their verb, and the forms of these verbs.

    ``sequenced`` are the verbs that the tables show with an adverb of sequence behind them, each with that adverb.
    ``verb`` gives the base form of a verb or adjective that the tables know, and its form; ``("", "unknown")`` for any
    other word. ``grown`` is what ``grow`` gives.
    """

    def __init__(self, lexicon: Lexicon, grown: tuple[Any, ...]) -> None:
        nouns = lexicon.rows("opening-nouns")
        self.colours = frozenset(row["noun"] for row in nouns if row["colour"])
        self.owned = frozenset(row["noun"] for row in nouns if row["owned"])
        self._roots, self._forms, self.sequenced = grown
        self._nodes: dict[str, Node] = {}
        self.verb = lru_cache(maxsize=8192)(self._look_up)

    def root(self, base: str) -> Node:
        """The node of a verb that the tables know."""
        found = self._nodes.get(base)
        if found is None:
            found = self._nodes[base] = _node(self._roots[base])
        return found

    def _look_up(self, word: str) -> tuple[str, Form]:
        key = english.folded(word)
        return self._forms.get(key) or self._forms.get(english.oxford(key)) or ("", "unknown")

    def begins(self, word: str) -> bool:
        """Whether an opening may begin with ``word``; most texts begin otherwise, and are not looked at further."""
        lower = word.lower()
        return (
            lower in _BEGINNINGS
            or english.is_adverb(lower)
            or english.seems_participle(lower)
            or self.verb(word)[1] != "unknown"
        )


def _node(values: Sequence[Any]) -> Node:
    below, *ends = values
    return Node({word: _node(under) for word, under in below.items()}, *ends)


def grow(lexicon: Lexicon) -> tuple[Any, ...]:
    """The phrases and verbs of the tables as plain values, which an index can hold: roots, forms, sequenced verbs.

    A root is a row of the words below it and the three numbers of a ``Node``.
    """
    grown = _Growing(frozenset(row["noun"] for row in lexicon.rows("opening-nouns") if row["colour"]))
    for phrase, italic, form, plural in _rows(lexicon):
        grown.add(phrase, italic, form, plural)
    return grown.roots, grown.forms, frozenset(grown.sequenced)


class _Growing:
    """Takes in phrases one after another; ``colours`` are the nouns that colour a verb."""

    def __init__(self, colours: frozenset[str]) -> None:
        self._colours = colours
        self.roots: dict[str, list[Any]] = {}
        self.forms: dict[str, tuple[str, Form]] = {}
        self.sequenced: set[tuple[str, str]] = set()

    def add(self, phrase: str, italic: str, form: Form, plural: str) -> None:
        """Take in a phrase with its part in italics, the form of its verb, and its plural where there is one."""
        words, italics = _bare(phrase, len(italic.split()))
        if words:
            base = self._learn(words[0], form, _bare(plural)[0][:1])
            self._plant(base, words, italics)
            if (last := phrase.lower().split()[-1]) in english.SEQUENCE:
                self.sequenced.add((base, last))

    def _learn(self, word: str, form: Form, plural: list[str]) -> str:
        """Take in the verb of a phrase in all its forms; gives its base form."""
        if form == "participle" and not word.endswith("ing"):
            return self.forms.setdefault(english.folded(word), (word, "adjective"))[0]
        if form == "participle":
            base = self.forms.get(english.folded(word), (english.base_of_participle(word),))[0]
        elif form == "third":
            base = english.base_of_plural(plural[0]) if plural else english.base_of_third(word)
        else:
            base = english.base_of_plural(word)
        self.forms.setdefault(english.folded(word), (base, form))
        self.forms.setdefault(english.folded(english.participle(base)), (base, "participle"))
        self.forms.setdefault(english.folded(english.third(base)), (base, "third"))
        self.forms.setdefault(english.folded(english.plural(base)), (base, "base"))
        return base

    def _plant(self, base: str, words: list[str], italic: int) -> None:
        node = self.roots.setdefault(base, [{}, -1, -1, -1])
        for word in words[1:]:
            node = node[0].setdefault(token(word), [{}, -1, -1, -1])
        owner = next((at for at, word in enumerate(words) if word in english.OWNERS), len(words))
        coloured = (at for at, word in enumerate(words) if word == "with" and words[-1] in self._colours)
        colour = next(coloured, len(words))
        stressing = next((len(tail) for tail in english.STRESSING if tuple(words[-len(tail) :]) == tail), 0)
        core = min(len(words) - stressing, italic)
        if base == english.REMAINING:
            core = 1
        elif base != english.DEMANDING:
            core = min(core, owner)
        node[1:] = core, italic, 1 if base == english.DEMANDING else min(core, colour)


def _rows(lexicon: Lexicon) -> Iterator[tuple[str, str, Form, str]]:
    """The phrases of the tables, each with its part in italics, the form of its verb, and its plural where it is given."""
    operative = lexicon.rows("operative-openings")
    for row in operative:
        yield row["phrase"], row.get("italic") or row["phrase"], "third", row.get("plural", "")
        if row.get("plural"):
            yield row["plural"], _plural_italic(row), "base", ""
    for row in lexicon.rows("verb-strength"):
        if row["plural"]:
            yield row["third"], "", "third", row["plural"]
            yield row["plural"], "", "base", ""
            yield row["participle"], "", "participle", ""
    for row in lexicon.rows("preambular-openings"):
        yield row["phrase"], row.get("italic") or row["phrase"], "participle", ""


def _bare(phrase: str, italic: int = 0) -> tuple[list[str], int]:
    """The words of a phrase from the verb on without adverbs, and how many of them are in italics (all, if 0 are named).

    *Once again urges* is *urges*.
    """
    words = phrase.lower().split()
    lead = 0
    while lead < len(words) - 1 and (words[lead] in _LEADS or english.is_adverb(words[lead])):
        lead += 1
    kept = [at for at, word in enumerate(words) if at >= lead and word not in INSIDE]
    return [words[at] for at in kept], sum(at < italic for at in kept) if italic else len(kept)


def token(word: str) -> str:
    """A word behind the verb as it is looked up: whose something is does not matter."""
    if word in english.OWNERS:
        return "its"
    return "itself" if word in english.REFLEXIVES else english.folded(word)


@per_lexicon
def grammar(lexicon: Lexicon) -> Grammar:
    """The phrases and verbs of a language."""
    return Grammar(lexicon, lexicon.ready("grammar") or grow(lexicon))


def verb_of(word: str, lexicon: Lexicon) -> tuple[str, Form]:
    """The base form and the form of a verb that opens paragraphs; ``("", "unknown")`` for any other word."""
    found = grammar(lexicon).verb(word)
    return found if found[1] != "adjective" and found[0] != "be" else ("", "unknown")


def stem(word: str, lexicon: Lexicon) -> str:
    """A word of an opening as it is compared: a verb in its base form; whose something is does not matter."""
    return grammar(lexicon).verb(word)[0] or token(word.lower())


def says_nothing(word: str) -> bool:
    """Whether a word (in small letters) in an opening changes nothing of what it says: *we*, *also*, *once again*."""
    return word in _LEADS or word == "we"


def is_leading(word: str) -> bool:
    """Whether a word (in small letters) may stand before the verb of an opening."""
    return says_nothing(word) or english.is_adverb(word)


def in_form(words: str, verb: str, form: Literal["participle", "third", "base"], lexicon: Lexicon) -> str | None:
    """``words``, which hold a form of ``verb``, with that verb in another form; None where it is not among them.

    The first word keeps its capital; the *to* of an infinitive goes.
    """
    for found in WORD.finditer(words):
        if verb and grammar(lexicon).verb(found[0])[0] == verb:
            lead, inflected = words[: found.start()], _INFLECTIONS[form](verb)
            if lead.lower().rstrip(BLANKS).split(" ")[-1] == "to":
                lead = lead.rstrip(BLANKS)[:-2]
            return (lead + (inflected if lead.strip() else inflected[0].upper() + inflected[1:])) + words[found.end() :]
    return None


_INFLECTIONS: dict[str, Callable[[str], str]] = {
    "participle": english.participle,
    "third": english.third,
    "base": lambda verb: verb,
}

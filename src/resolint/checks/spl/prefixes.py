"""A check on the hyphen behind the beginning of a word, behind an adverb and behind a number."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.attested.counts import Counts
from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.sentences import Sentence, places_of, swapped, words_in
from resolint.checks.shared.texts import word_list
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.lexicon.ordinals import cardinals
from resolint.model import Document
from resolint.rule import Context
from resolint.spelling import WordList

_SHORTEST = 4
_FRACTIONS = frozenset(("thirds", "quarters", "fifths", "sixths", "tenths", "halves", "eighths", "ninths", "sevenths"))
_PARTS = 2
_NEVER_APART = ("non", "self", "anti")


class _Known(NamedTuple):
    """What the check asks of the language."""

    counts: Counts
    classes: Classes
    words: WordList
    hyphened: tuple[str, ...]
    closed: tuple[str, ...]
    allowed: frozenset[str]


@check("SPL060")
def prefix_form(document: Document, context: Context) -> Iterator[Hit]:
    """*Noncommercial*, *non nationals*, *over-use*, *environmentally-sensitive*, *a five-days workshop*."""
    counts, options = counts_of(context.lexicon), context.options
    if counts is None:
        return
    known = _Known(
        counts,
        classes_of(context.lexicon),
        word_list(context.lexicon),
        tuple(options["hyphened"]),
        tuple(options["closed"]),
        frozenset(options["allowed"]),
    )
    numbers = cardinals(context.lexicon)
    there = words_in(document)
    begun = (*known.hyphened, "ree")  # *reexport*, of all words in *re-*
    wanted = {word for word in there if "-" in word or word.startswith(begun)}
    for text, place, word in places_of(document, wanted):
        if text.written[place] != word or not word.isascii() or not text.run(place, place) or word in known.allowed:
            continue
        instead = _form(text, place, known, numbers) if "-" in word else _hyphened(word, known)
        if not instead and word in known.hyphened:
            yield from _apart(text, place, known)
        elif instead:
            yield swapped(text, place, instead)
    yield from _figures(document, known, frozenset(options["measures"]))


def _apart(text: Sentence, place: int, known: _Known) -> Iterator[Hit]:
    """*Non nationals*, *self employed*: the beginning of a word that stands apart from it."""
    one, two = text.lower[place], text.at(place + 1)
    if not text.run(place, place + 1) or len(two) < _SHORTEST or not text.written[place + 1].islower():
        return
    follows = one in _NEVER_APART and known.words.knows(two) and two not in known.allowed
    if follows and not known.counts[f"{one} {two} ".encode()]:
        yield swapped(text, place, f"{one}-{two}", last=place + 1)


def _hyphened(word: str, known: _Known) -> str:
    """The word with a hyphen behind its beginning, where it has none and no adopted text writes it so: *noncommercial*."""
    begin = next((one for one in known.hyphened if word.startswith(one)), "re")
    rest = word.removeprefix(begin)
    if len(rest) < _SHORTEST or known.counts[f"{word} ".encode()]:
        return ""
    plain = known.words.knows(rest) and known.counts[f"{rest} ".encode()]
    return f"{begin}-{rest}" if plain else ""


def _form(text: Sentence, place: int, known: _Known, numbers: object) -> str:
    """What is written for a word with a hyphen that adopted texts never write, empty where nothing speaks against it."""
    word = text.lower[place]
    parts = word.split("-")
    if len(parts) != _PARTS or known.counts[f"{word} ".encode()]:
        return ""
    one, two = parts
    if one in known.closed and len(two) >= _SHORTEST:
        doubled = one[-1] == two[0] and one[-1] in "aei"
        closed = known.words.knows(one + two) or known.counts[f"{one}{two} ".encode()]
        return f"{one}{two}" if closed and not doubled else ""
    describes = two in known.classes.participles or two in known.classes.adjectives
    if one in known.classes.adverbs and one.endswith("ly") and one not in known.classes.adjectives and describes:
        return f"{one} {two}"
    return _singular(text, place, one, two, known) if one in numbers else ""  # type: ignore[operator]


def _singular(text: Sentence, place: int, one: str, two: str, known: _Known) -> str:
    """*A five-days workshop*: the plural behind a number, before a noun."""
    noun = text.at(place + 1)
    if two in _FRACTIONS or not text.run(place, place + 1) or not known.classes.is_noun(noun):
        return ""
    return f"{one}-{known.classes.singulars[two]}" if known.classes.only_plural(two) else ""


def _figures(document: Document, known: _Known, measures: frozenset[str]) -> Iterator[Hit]:
    """*A 5-days workshop*: the same behind figures."""
    for text, place, word in places_of(document, measures):
        start = text.start(place)
        before = text.block.text[max(0, start - 2) : start]
        joined = before[-1:] == "-" and before[:1].isdigit() and word not in _FRACTIONS
        if joined and text.run(place, place + 1) and known.classes.is_noun(text.at(place + 1)):
            yield swapped(text, place, known.classes.singulars[word])

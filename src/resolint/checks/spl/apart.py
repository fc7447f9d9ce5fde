"""Subjects whose verb stands apart: several things in a row, and nouns with a relative clause between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks.shared.classes import Classes
from resolint.checks.shared.sentences import Sentence, swapped
from resolint.checks.spl.subjects import ARTICLES, MANY, ONE
from resolint.findings import Hit
from resolint.lexicon import Lexicon, english, per_lexicon
from resolint.lexicon.ordinals import cardinal_word

__all__ = ["several_apart", "there_are"]

_FINITE = frozenset(
    (
        *ONE, *MANY, "had", "did", "shall", "should", "must", "may", "can", "could", "would", "will", "cannot",
    )
)  # fmt: skip
_RELATIVE = english.RELATIVES
_LINKS = frozenset(
    (
        "that", "who", "which", "and", "or", "what", "how", "it", "there", "they", "whether", "where", "when", "as", "than",
        "whose", "if", "but", "he", "she", "we", "this", "after", "before", "until", "since", "once", "while", "because",
        "although", "though", "unless", "so",
    )
)  # fmt: skip
"""Words that may begin another subject, or join another verb."""
_SINGLE = frozenset(("each", "every", "no", "or", "either", "neither", "one"))
_OBJECTS = ARTICLES | frozenset(("in", "to", "from"))
_LONGEST = 14


@per_lexicon
def _number(lexicon: Lexicon) -> re.Pattern[str]:
    """A number above one, in figures or words, behind a verb."""
    words = "|".join(cardinal_word(number, lexicon) for number in (*range(2, 11), 12))
    return regex.compiled(
        r"[ \xa0](?:(?:some|about|over|nearly|almost|approximately|around|at (?:lea|mo)st|(?:more|fewer) than|only|still)[ \xa0])?"
        rf"(?!1[ \xa0])(?:\d|(?:{words})[ \xa0])"
    )


def there_are(text: Sentence, place: int, lexicon: Lexicon) -> Hit | None:
    """*There is some 120 million workers*."""
    verb = text.at(place + 1)
    if (
        verb not in ("is", "was")
        or not text.run(place, place + 1)
        or not _number(lexicon).match(text.block.text, text.end(place + 1))
    ):
        return None
    return swapped(text, place + 1, ONE[verb], before="there")


def several_apart(text: Sentence, place: int, classes: Classes) -> Iterator[Hit]:
    """*When stops and timetables is planned*, *that persons who can read is able*.

    ``place`` holds the word that opens the clause.
    """
    after = _nouns(text, place + 1, classes)
    first = text.at(place + 1)
    if not text.run(place, place + 1) or first.endswith("ing") or first in classes.participles:
        return
    if after > place + 2:
        hit = _in_row(text, place, after, classes)
        if hit is not None:
            yield hit
            return
    row = text.lower[place + 1 : after]
    if row and row[-1] not in ("and", "or") and text.run(after - 1, after) and text.at(after) in _RELATIVE:
        hit = _behind_relative(text, after, classes)
        if hit is not None:
            yield hit


def _nouns(text: Sentence, first: int, classes: Classes) -> int:
    """Where the nouns that begin at ``first`` end; commas, *and* and *or* join several."""
    at = first
    while at < len(text.lower):
        word = text.lower[at]
        comma = at > first and not text.joined[at]
        if comma and not _comma_before(text, at):
            break
        joint = word in ("and", "or") or (comma and word in classes.thirds)
        known = classes.is_noun(word) or classes.modifies(word) or word in ARTICLES or word in ("some", "two", "three")
        if not known and not joint:
            break
        at += 1
    return at


def _comma_before(text: Sentence, at: int) -> bool:
    return text.block.text[text.end(at - 1) : text.start(at)] == ", "


def _in_row(text: Sentence, place: int, after: int, classes: Classes) -> Hit | None:
    """The verb in the singular behind nouns of which the last is in the plural."""
    row, verb = text.lower[place + 1 : after], text.at(after)
    if "and" not in row or not _SINGLE.isdisjoint(row):
        return None
    right = ONE.get(verb) or (classes.thirds[verb] if verb in classes.sure else "")
    if right and classes.only_plural(row[-1]) and verb != "does" and not text.ends(after - 1):
        return swapped(text, after, right, before=row[-1])
    # *Mountain and island countries faces in*: what may be a noun is the verb.
    for at in range(place + 3 + _last_and(row), after):
        word, before, behind = text.lower[at], text.lower[at - 1], text.at(at + 1)
        if (
            word in classes.thirds
            and classes.only_plural(word)
            and classes.only_plural(before)
            and text.run(at - 1, at + 1)
        ):
            acts = behind in _OBJECTS or behind in classes.adjectives
            if acts or (classes.only_plural(behind) and behind not in classes.thirds):
                return swapped(text, at, classes.thirds[word], before=before)
    return None


def _last_and(row: tuple[str, ...]) -> int:
    """The place of the last *and* in ``row``."""
    return len(row) - 1 - row[::-1].index("and")


def _behind_relative(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """The second finite verb behind the relative word at ``place``, which belongs to the noun before it."""
    head = text.at(place - 1)
    number = "many" if classes.only_plural(head) else "one" if classes.only_singular(head) else ""
    first = place + 1
    while text.at(first) in classes.adverbs or text.at(first) in ("not", "also"):
        first += 1
    verb = text.at(first)
    if not number or not (verb in _FINITE or verb in classes.bases or verb in classes.thirds):
        return None
    for at in range(first + 1, min(first + _LONGEST, len(text.lower))):
        word = text.lower[at]
        if not text.joined[at] or word in _LINKS:
            return None
        if word in _FINITE:
            other = {"many": ONE, "one": MANY}[number].get(word, "")
            wrong = other and at > first + 1 and text.at(at - 1) != "to" and word not in ("does", "do")
            return swapped(text, at, other, before=head) if wrong else None
    return None

"""What grammar and form say for a wording that was never counted: where they let it stand, it is no warning.

Counts tell that a wording is rare, not that it is wrong. A missing article, an adjective more before a noun, a verb where adopted
texts have the noun are as good as what is common; two prepositions in a row, an article before a verb or a small letter
inside of a name are not. What is let stand remains an info.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from resolint.attested.view import FAMILIES, Change
from resolint.checks.shared.classes import Classes
from resolint.lexicon import english

__all__ = ["stands"]

_ARTICLES = english.ARTICLES
_BEFORE_VERBS = frozenset(
    (
        "be", "is", "are", "was", "were", "been", "being", "to", "not", "should", "shall", "must", "may", "can", "will",
        "would", "could",
    )
)  # fmt: skip
_OBJECTS = frozenset(("them", "him", "us", "me", "itself", "themselves"))
_PREPOSITIONS = english.PREPOSITIONS | {"to", "as", "among", "between"}
_SMALL = _PREPOSITIONS | english.RELATIVES | english.ARE | {"and", "or", "has", "have"}
_WITH_BARE = frozenset(("help", "helps", "helped", "helping", "let", "lets", "make", "makes", "see", "hear"))
"""Verbs behind whose object a verb stands without *to*."""
_LATE = 7
"""An adjunct begins at most so many words before an object that comes late."""
_CLAUSE = 14
"""*That* or *should* stands at most so many words before a verb in its bare form."""
_PARTED = (";", ":", ".", "")


class _Words:
    """The words of a row in small letters, without their blanks; empty beyond either end."""

    def __init__(self, words: Sequence[bytes], classes: Classes) -> None:
        self._words, self.classes = words, classes

    def __call__(self, place: int) -> str:
        return self.plain(place).lower()

    def plain(self, place: int) -> str:
        """The word at ``place`` in its own letters."""
        return self._words[place].decode().strip() if 0 < place < len(self._words) - 1 else ""

    def capital(self, place: int) -> bool:
        """Whether the word at ``place`` begins with a capital."""
        return self.plain(place)[:1].isupper()

    def verb(self, place: int) -> bool:
        """Whether the word at ``place`` may be a verb."""
        word = self(place)
        return word in self.classes.bases or word in self.classes.thirds

    def count(self, mark: str) -> int:
        """How often a mark stands in the row."""
        return self._words.count(f"{mark} ".encode())

    def mark(self, place: int) -> bool:
        """Whether a mark or nothing stands at ``place``."""
        return not self(place)[:1].isalnum()


def stands(words: Sequence[bytes], change: Change, classes: Classes) -> bool:
    """Whether the wording may stand as it is, for all that grammar and form can tell."""
    return _BY_FAMILY[change.family](_Words(words, classes), change)


def _always(_words: _Words, _change: Change) -> bool:
    """Another small word or ending is as good, as far as anybody can tell who sees four words."""
    return True


def _never(_words: _Words, _change: Change) -> bool:
    return False


def _preposition_needless(words: _Words, change: Change) -> bool:
    """*Of the Council and of its committees*, *was disposed of by*; *threats by posed* does not stand."""
    left = words(change.start - 1)
    again = change.kind == 1 or left in ("and", "or", "particular", "especially", "notably", "including")
    again = again or (left.endswith("est") and words(change.start) == "of")  # *in the strongest of terms*
    again = again or left[:1].isdigit() or words(change.end)[:1].isdigit()
    # *Agreed on by the Assembly*, *committed to during the visit*; *of from twenty to thirty members*.
    stranded = left in words.classes.participles and words(change.end) in _PREPOSITIONS
    stranded = stranded or (words(change.start) == "from" and "to" in map(words, range(change.end, change.end + 3)))
    # *Was disposed of by*, *was taken note of by*.
    passive = words(change.start) == "by" or words(change.start - 2) in words.classes.participles
    governed = left in _PREPOSITIONS and passive
    if again or governed or stranded or words.mark(change.start - 1) or words.mark(change.end):
        return True
    # *Threats by posed*, *strength of to the mills*, *to foster in fair trade*, *expressing with concern*.
    verb = (words.verb(change.start - 1) or left in words.classes.ings) and not words.classes.is_noun(left)
    verb = verb and left != "further"
    right = words(change.end)
    return not (verb or right in words.classes.participles or left in _PREPOSITIONS or right in _PREPOSITIONS)


def _preposition_missing(words: _Words, change: Change) -> bool:
    """*Explore and use outer space*, *that the Secretary-General submit*; *enable them protect* does not stand."""
    left, right = words(change.start - 1), words(change.start)
    if left in _OBJECTS:
        return words(change.start - 2) in _WITH_BARE
    inverted = words(change.start - 4) in _PREPOSITIONS and words(change.start - 3) == "which"
    if inverted and words(change.start - 2) in ("is", "are"):
        return True  # *to which is annexed the Programme*
    if words.verb(change.start - 1) or words.capital(change.start) or left in words.classes.ings:
        return True
    if right in words.classes.adjectives or (words.classes.is_noun(right) and right not in words.classes.bases):
        return True
    if right in _ARTICLES and words.classes.is_noun(left):
        # *Decides to consider at its next sessions the reports*: an object that comes late.
        return not {"at", "in", "into", "during", "with"}.isdisjoint(
            words(place) for place in range(change.start - _LATE, change.start - 1)
        )
    if right in words.classes.bases:
        before = [words(place) for place in range(change.start - _CLAUSE, change.start - 1)]
        return words.capital(change.start - 1) or not {"that", "should", "may", "must"}.isdisjoint(before)
    return right in words.classes.participles and words.classes.is_noun(left)


def _article_needless(words: _Words, change: Change) -> bool:
    """*Echoes the similar findings*; *must be the treated*, *the of water* do not stand."""
    left, right = words(change.start - 1), words(change.end)
    if right in _SMALL or right in _ARTICLES or left in _ARTICLES:
        return words.capital(change.end) or words(change.start) == "a"
    verb = right in words.classes.participles or right in words.classes.pure
    return not (left in _BEFORE_VERBS and verb and not words.classes.is_noun(words(change.end + 1)))


def _capital(words: _Words, change: Change) -> bool:
    """A small letter inside of a name does not stand: *the Security council*."""
    inside = words.capital(change.start - 1) or words.capital(change.end)
    common = words(change.start) in ("member", "party", "parties", "especially")
    return change.kind != 0 or not inside or common


def _mark(words: _Words, change: Change) -> bool:
    """*The Programme; the Bank; and others* is a series; *the General, Assembly* does not stand."""
    if words.plain(change.start) in _PARTED and (words(change.end) in _SMALL or words(change.end) in _ARTICLES):
        return True
    if words.plain(change.start) == ";" and words.count(";") > 1:
        return True
    return not change.new and not (words.capital(change.start - 1) and words.capital(change.end))


def _hyphen(words: _Words, change: Change) -> bool:
    """*Civil-society organizations* is one way to write what describes a noun; *post conflict situations* is none."""
    return change.kind == 1 and words(change.end) not in _PREPOSITIONS


_BY_FAMILY: tuple[Callable[[_Words, Change], bool], ...] = tuple(
    {
        "preposition needless": _preposition_needless,
        "preposition missing": _preposition_missing,
        "article needless": _article_needless,
        "words joined": _never,
        "letters": _never,
        "capital": _capital,
        "mark": _mark,
        "hyphen": _hyphen,
    }.get(family, _always)
    for family in FAMILIES
)

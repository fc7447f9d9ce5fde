"""Checks on the number of words before nouns, and on one person who stands without an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resolint.attested.counts import Counts
from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of, persons_of
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.sentences import Sentence, places_of, swapped, words_in
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context

_BEFORE = frozenset(("by", "from", "for", "with", "against", "about", "is", "was", "becomes", "became"))
_BEHIND = frozenset(
    (
        "of", "in", "on", "for", "with", "by", "at", "from", "who", "whose", "is", "was", "has", "can", "should", "shall", "must",
        "may", "will", "and", "or", "to", "during", "under", "within", "without", "before", "after", "when", "where", "that",
        "twice", "once", "every", "are", "were", "have",
    )
)  # fmt: skip
_NO_NOUNS = _BEHIND | frozenset(
    ("are", "were", "be", "have", "as", "which", "through", "not", "the", "such", "between", "into")
)
_AFTER_COMMA = frozenset(("and", "but", "who", "which", "as", "in", "to", "with", "when", "where", "while"))
_HELD = frozenset(
    ("the", "a", "an", "its", "their", "these", "those", "all", "of", "for", "in", "on", "with", "by", "at")
)
_OFTEN, _SHORT = 10, 3


@check("SPL050")
def person_bare(document: Document, context: Context) -> Iterator[Hit]:
    """*Read by schoolteacher*, *the notary is public officer*, *carers and volunteer*."""
    classes, persons = classes_of(context.lexicon), persons_of(context.lexicon)
    there = {
        word for word in words_in(document) if word in persons or (word.endswith(_AGENTS) and _agent(word, classes))
    }
    for text, place, word in places_of(document, there):
        if not text.written[place].islower() or not _ends(text, place):
            continue
        first = place
        while first > 0 and text.joined[first] and place - first < 3 and _describes(text.at(first - 1), classes):
            first -= 1
        before = text.at(first - 1)
        if not text.run(first - 1, place):
            continue
        joined = text.run(place, place + 1)
        # *By refugee and displaced children* describes; *from a friend or from a book* does not.
        listed = joined and text.at(place + 1) in ("and", "or") and text.at(place + 2) not in _BEHIND | _HELD
        alone = before in _BEFORE and not listed
        among = first == place and before in ("and", "or") and _several(text, place - 2, classes, persons)
        among = among and text.at(place - 3) != "between"
        if alone or among:
            yield replace(swapped(text, place, _plural_of(word, classes), before=before), fix=None)


_AGENTS = ("ist", "ician", "woman", "teacher", "worker", "keeper", "maker", "owner", "holder")
"""How words end that name one who does something: *schoolteacher*, *pharmacist*."""


def _agent(word: str, classes: Classes) -> bool:
    """Whether a word names one who does something."""
    other = word in classes.adjectives or word in classes.bases or word in classes.adverbs
    return len(word) > 5 and word.endswith(_AGENTS) and not other


def _describes(word: str, classes: Classes) -> bool:
    return word in classes.adjectives or (word in classes.participles and word not in classes.bases)


def _plural_of(word: str, classes: Classes) -> str:
    if word.endswith("woman"):
        return word[:-2] + "en"
    regular = (
        word[:-1] + "ies" if word[-1] == "y" and word[-2] not in "aeou" else word + ("es" if word[-2:] == "ss" else "s")
    )
    return classes.plurals.get(word) or regular


def _ends(text: Sentence, place: int) -> bool:
    """Whether the group of nouns ends at ``place``."""
    if place + 1 >= len(text.lower):
        return text.block.text[text.end(place) : text.end(place) + 1] in (",", ";", ".", "")
    if text.joined[place + 1]:
        return text.at(place + 1) in _BEHIND
    sign = text.block.text[text.end(place) : text.end(place) + 1]
    # *Against refugee, returnee and displaced children*: a list of what describes a noun.
    return sign in ";." or (sign == "," and text.at(place + 1) in _AFTER_COMMA)


def _several(text: Sentence, place: int, classes: Classes, persons: frozenset[str]) -> bool:
    """Whether persons in the plural stand at ``place``."""
    word = text.at(place)
    one = classes.singulars.get(word, "") or (word[:-1] if word[-1:] == "s" else "")
    return bool(one) and (one in persons or _agent(one, classes))


@check("SPL051")
def modifier_plural(document: Document, context: Context) -> Iterator[Hit]:
    """*Legals systems*, *the six officials languages*, *gender balance* as *genders balance*."""
    classes, counts = classes_of(context.lexicon), counts_of(context.lexicon)
    there = {word for word in words_in(document) if word[-1] == "s" and len(word) > _SHORT}
    for text, place, word in places_of(document, there):
        noun = text.at(place + 1)
        if not noun or noun in _NO_NOUNS or not text.joined[place + 1] or not text.run(place, place + 1):
            continue
        plain = text.written[place].islower() and text.written[place + 1].islower()
        if not plain or not _is_plural(word, classes):
            continue
        one = classes.singulars.get(word) or word[:-1]
        if word not in classes.singulars and word not in classes.thirds:  # no word at all but for its ending
            several = len(noun) > _SHORT and noun[-1] == "s" and noun[-2] != "s" and noun not in _BEHIND
            wrong = several and word[-3:] != "ics" and noun not in classes.sure and noun != "across"
        else:
            wrong = counts is not None and _never_so(text, place, one, counts, classes)
        if wrong:
            yield swapped(text, place, one, before=noun)


def _is_plural(word: str, classes: Classes) -> bool:
    """Whether a word is a noun in the plural or an adjective with the ending of one."""
    if word[:-1] in classes.adjectives:
        return (
            word != "news" and word not in classes.adjectives and not word.endswith("ss") and word not in classes.mass
        )
    return classes.only_plural(word)


def _never_so(text: Sentence, place: int, one: str, counts: Counts, classes: Classes) -> bool:
    """Whether adopted texts have the singular before the noun, and the plural never."""
    word, noun = text.lower[place], text.lower[place + 1]
    verb = noun in classes.pure or noun in classes.sure or noun in classes.participles or noun in classes.ings
    before = text.at(place - 1)
    held = text.run(place - 1, place) and (before in _HELD or before in classes.adjectives or before in ("and", "or"))
    if (
        verb
        or noun in classes.adjectives
        or not held
        or (before == "of" and classes.is_noun(text.at(place - 2)))  # *the protection of civilians obligations*
        or counts[f"{word} {noun} ".encode()]
        or not _closes(text, place + 1)
    ):
        return False
    if one in classes.adjectives and noun in classes.singulars and before not in ("and", "or"):
        return True
    return classes.is_noun(noun) and counts.count(f"{one} {noun} ".encode()) >= _OFTEN


def _closes(text: Sentence, place: int) -> bool:
    """Whether the group ends at ``place``, so that the noun there is no part of another."""
    following = text.at(place + 1)
    return (
        not text.run(place, place + 1) or following in _BEHIND or following in ("are", "were", "which", "as", "between")
    )

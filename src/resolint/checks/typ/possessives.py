"""A check on apostrophes that are missing or misplaced: *farmers associations*, *the rule’s and procedures*."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.attested.counts import Counts
from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of, persons_of
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.sentences import Sentence, places_of, swapped, words_in
from resolint.checks.shared.texts import Judged, word_list
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Document
from resolint.rule import Context

_AGENTS = ("er", "or", "ist", "ian", "ee", "grim", "man")
"""How words end that name one who does something."""
_SHORTEST = 5
_FUNCTION = frozenset(
    (
        "and", "or", "of", "in", "on", "at", "by", "for", "with", "from", "is", "was", "has", "had", "could", "may", "will",
        "would", "which", "that", "under", "during", "within", "into", "through", "between", "when", "where", "but",
    )
)  # fmt: skip
"""Words that no possessive stands before, but for *and* and *or* where another follows. Of verbs in the plural SPL049 speaks."""
_BEFORE = frozenset(("and", "or", "of", "by", "for", "with", "in", "from", "including", "between", "on"))
_APOSTROPHES = ("’s", "'s")
_FURTHER = 7
"""So many words on another owner may stand."""


@check("TYP060")
def possessive_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """*Farmers associations*, *of farmer’s associations*, *under the convention’s,*."""
    counts = counts_of(context.lexicon)
    if counts is None:
        return
    classes, persons, crowds = classes_of(context.lexicon), persons_of(context.lexicon), _crowds(context.lexicon)
    there = {
        word
        for word in words_in(document)
        if word[-1] == "s" and len(word) > _SHORTEST and (word[-2:] in _APOSTROPHES or crowds[word])
    }
    for text, place, word in places_of(document, there):
        if not text.written[place][1:].islower() or not text.run(place, place):
            continue
        if word[-2:] in _APOSTROPHES:
            instead = _possessive(text, place, classes, persons)
        else:
            owner = text.written[place][0].islower() and _owns(text, place, classes, counts)
            # *The days that patients wait*: verbs that adopted texts lack are known by their form in *-ing*.
            owner = owner and not word_list(context.lexicon).knows(text.at(place + 1).removesuffix("e") + "ing")
            instead = word + "’" if owner else ""
        if instead:
            yield swapped(text, place, instead)


@per_lexicon
def _crowds(lexicon: Lexicon) -> Judged[str, bool]:
    """Whether a word is the plural of one for persons, and no verb."""
    classes, persons = classes_of(lexicon), persons_of(lexicon)

    def names_persons(word: str) -> bool:
        one = classes.singulars.get(word, "")
        if not one or word in classes.thirds:
            return False
        return one in persons or (one.endswith(_AGENTS) and one not in classes.adjectives and _is_agent(one, classes))

    return Judged(names_persons)


def _is_agent(one: str, classes: Classes) -> bool:
    """Whether a verb, or another noun, stands before the ending of a word for persons: *fisher*, *notary* is none."""
    stems = (one[:-2], one[:-1], one[:-3], one[:-2] + "e")
    known = any(stem in classes.bases for stem in stems) or one.endswith(("ist", "ian", "ee", "grim", "man"))
    return known and len(one) > _SHORTEST - 1


def _owns(text: Sentence, place: int, classes: Classes, counts: Counts) -> bool:
    """Whether what stands behind the word at ``place`` is theirs: a noun, never counted there without an apostrophe."""
    noun = text.at(place + 1)
    if not text.run(place, place + 1) or not text.written[place + 1].islower() or noun == "themselves":
        return False
    other = noun in classes.bases or noun in classes.thirds or noun in classes.participles or noun in classes.ings
    if other or noun in classes.adjectives or noun in classes.adverbs or not classes.is_noun(noun):
        return False
    return not counts[f"{text.lower[place]} {noun} ".encode()]


def _possessive(text: Sentence, place: int, classes: Classes, persons: frozenset[str]) -> str:
    """What should stand for a word with *’s* at ``place``; empty where it may stay."""
    base, following = text.lower[place][:-2], text.at(place + 1)
    if text.written[place] == "State’s" and following in ("parties", "members") and text.run(place, place + 1):
        return "States"
    plural = classes.plurals.get(base, "")
    if not plural or not text.written[place].islower() or base in classes.singulars:
        return ""
    if not text.run(place, place + 1):
        mark = text.block.text[text.end(place) : text.end(place) + 1]
        return plural if mark in (",", ";", ".") and base not in persons and not _is_possessive(following) else ""
    if following in _FUNCTION:
        # *The child’s or his or her parents’ or legal guardian’s race*: what is theirs stands behind the last of them.
        others = (text.at(place + further) for further in range(2, _FURTHER))
        joined = following in ("and", "or") and (base in persons or any(map(_is_possessive, others)))
        return "" if joined else plural
    many = classes.only_plural(following)
    held = text.at(place - 1) in _BEFORE and text.run(place - 1, place)
    return plural + "’" if many and held and (base in persons or base.endswith(("er", "or", "ist"))) else ""


def _is_possessive(word: str) -> bool:
    return word[-2:] in _APOSTROPHES

"""Builds the tables of prepositions in ``rules/data/en`` from the adopted texts of the fixtures.

``python -m tests.support.government [FOLDER] [--without PART]`` counts for every word which prepositions stand behind it,
and for every noun which stand before it, with the eyes of ``checks.shared.slots``. ``government`` holds the words that take one
preposition in seven of ten places and more, with those that they are practically never seen with although chance alone would have put
them there; ``adjuncts`` the nouns before which a preposition stands oftener than chance (*in this regard*), so that it may stand behind
any word. ``--without`` leaves a part of the corpus out, so that the rules can be measured on it; ``--to`` names another folder.
"""

import argparse
import csv
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from resolint.cards import lexicon
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.sentences import Sentence
from resolint.checks.shared.slots import INFINITIVE, OBJECT, slots
from resolint.model import Block
from tests.attest.corpus import part_of, texts

ROOT = Path(__file__).parents[2]
DATA = ROOT / "rules" / "data" / "en"
WANTED = frozenset((*"- of in on for with by to at from into against upon towards".split(), INFINITIVE))  # noqa: SIM905
"""What a word may be said to take."""
SLIPS = "- of in on for with by to at from about".split()  # noqa: SIM905
"""What is written by mistake; *against*, *towards* and their like say too much to be slips."""


class Seen(NamedTuple):
    """How often each preposition stands behind words, before nouns with and without their determiners, and at all."""

    governors: Mapping[str, Counter[str]]
    held: Mapping[str, Counter[str]]
    nouns: Mapping[str, Counter[str]]
    total: Counter[str]


def count(folder: Path, without: int | None = None) -> Seen:
    """The counts of the corpus below ``folder``, each paragraph once."""
    classes = classes_of(lexicon())
    governors: dict[str, Counter[str]] = defaultdict(Counter)
    held: dict[str, Counter[str]] = defaultdict(Counter)
    nouns: dict[str, Counter[str]] = defaultdict(Counter)
    total: Counter[str] = Counter()
    known: set[int] = set()
    for text in texts(folder):
        if part_of(text.name) == without:
            continue
        for paragraph in text.paragraphs:
            if (key := hash(paragraph)) in known:
                continue
            known.add(key)
            for _, slot in slots(Sentence(Block(id="", kind="body", text=paragraph)), classes):
                governors[slot.governor][slot.preposition] += 1
                if slot.preposition not in (OBJECT, INFINITIVE):
                    held[slot.held][slot.preposition] += 1
                    nouns[slot.noun][slot.preposition] += 1
                    total[slot.preposition] += 1
    return Seen(governors, held, nouns, total)


def government(seen: Seen, classes: Classes) -> Iterable[tuple[str | int, ...]]:
    """The rows of words that take one preposition: word, preposition, those never seen, those all but never, places."""
    chance = {one: number / seen.total.total() for one, number in seen.total.items()}
    for word, found in sorted(seen.governors.items()):
        if not word:
            continue
        verb = word.startswith("v:")
        places = found.total() if verb else found.total() - found[OBJECT]
        likeliest = max(found, key=found.__getitem__)
        wanted = likeliest if likeliest in WANTED else ""
        if not wanted or places < 12 or found[wanted] < 0.7 * places or (wanted == OBJECT and not verb):
            continue
        noun = not verb and word not in classes.adjectives and word not in classes.participles
        chances = {**chance, OBJECT: 0.5 if verb else 0.0}
        weighed = [
            (one, _weight(one, Word(wanted, found, places, noun, word in classes.participles), places * chances[one]))
            for one in SLIPS
            if one != wanted
        ]
        never, seldom = (" ".join(one for one, weight in weighed if weight == sort) for sort in (2, 1))
        if never or seldom:
            yield word, wanted, never, seldom, places


class Word(NamedTuple):
    """A word that is weighed: what it takes, what was found behind it, in how many places, and what it is."""

    wanted: str
    found: Counter[str]
    places: int
    noun: bool
    participle: bool


def _weight(one: str, word: Word, expected: float) -> int:
    """How surely the preposition is wrong behind the word: 2, 1 or 0; ``expected`` is how often chance would put it there."""
    if word.found[one] > 0.004 * word.places or expected < 1.2:
        return 0
    free = one not in ("of", "to", "from", "about", OBJECT)  # the others begin adjuncts
    share = word.found[word.wanted] / word.places
    if word.noun and word.wanted == "of" and (free or expected < 8):
        return 0
    if not word.found[one] and word.places >= 30 and _surely(one, word, expected, share):
        return 2
    told = expected >= (2 if free else 1.2) and share >= (0.8 if free else 0.7)
    return int(told and not (word.wanted == OBJECT and free))


def _surely(one: str, word: Word, expected: float, share: float) -> bool:
    free = one not in ("of", "to", "from", "about", OBJECT)
    if word.wanted == INFINITIVE:
        return one in ("of", "in", "for", "to") and not word.noun
    if word.participle:
        sure = not free
    elif word.noun:
        sure = one == "of" and expected >= 30
    else:
        sure = True
    if word.wanted == OBJECT:  # *introduce to the public a new method*: the object may come late
        sure = sure and (one in ("of", "about") or (one == "to" and word.places >= 150))
    elif word.wanted == "of":
        sure = sure and one == "from"
    least = 20 if one == OBJECT else 12 if free else 4
    return sure and expected >= least and share >= (0.85 if free else 0.75)


def before(seen: Seen, classes: Classes) -> Iterable[tuple[str | int, ...]]:
    """The same for what stands before nouns with their determiners; the words begin with a tilde."""
    chance = {one: number / seen.total.total() for one, number in seen.total.items()}
    for group, found in sorted(seen.held.items()):
        noun = group.split(" ")[-1]
        places = found.total()
        if not noun or noun[0] == "<" or places < 15 or not classes.is_noun(noun):
            continue
        wanted, often = found.most_common(1)[0]
        if wanted not in WANTED or often < 0.7 * places:
            continue
        never, seldom = [], []
        for one in SLIPS[1:]:
            every = seen.nouns[noun]
            if one == wanted or found[one] > 0.004 * places or every[one] > 0.004 * every.total():
                continue
            expected = places * chance[one]
            if expected >= 3:
                sure = not every[one] and expected >= 8 and often >= 0.9 * places
                if sure or wanted != "of":
                    (never if sure else seldom).append(one)
        if never or seldom:
            yield f"~{group}", wanted, " ".join(never), " ".join(seldom), places


def adjuncts(seen: Seen) -> Iterable[tuple[str, str]]:
    """The nouns before which a preposition stands oftener than chance, with those prepositions."""
    chance = {one: number / seen.total.total() for one, number in seen.total.items()}
    for noun, found in sorted(seen.nouns.items()):
        if not noun:
            continue
        places = found.total()
        more = [
            one
            for one in SLIPS[1:]
            if found[one] > 2 and (found[one] + 1) / (places + 1 / chance[one]) > 1.5 * chance[one]
        ]
        if more:
            yield noun, " ".join(more)


def write(path: Path, head: str, rows: Iterable[tuple[str | int, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head.split(","))
        out.writerows(rows)
    print(path.name, path.stat().st_size, "bytes")


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.support.government")
    options.add_argument(
        "folder", nargs="?", type=Path, default=Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    )
    options.add_argument("--without", type=int)
    options.add_argument("--to", type=Path, default=DATA)
    asked = options.parse_args()
    seen = count(asked.folder, asked.without)
    classes = classes_of(lexicon())
    rows = [*government(seen, classes), *before(seen, classes)]
    write(asked.to / "government.csv", "word,takes,never,seldom,places", rows)
    write(asked.to / "adjuncts.csv", "noun,prepositions", adjuncts(seen))


if __name__ == "__main__":
    main()

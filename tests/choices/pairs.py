"""Writes ``choices.csv``: the words of adopted texts that are easily taken for one another.

Two words are a pair that are one slip of the fingers apart, sound alike or share a stem (*prompt*, *promptly*; *disclose*,
*disclosure*), and those of ``confusable-words``. Forms of one word are none: other rules judge them.
"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from resolint.attested.vocabulary import Vocabulary
from resolint.cards import lexicon
from resolint.checks.grm.choices import SMALL
from resolint.checks.grm.doubts import tokens_of

LEAST = 12
"""So often a word must stand in the corpus, in small letters."""
COMMON = 100
"""So often a word must stand there that is suggested for a small one."""
MOST = 8
"""So many words are held against one, the commonest first."""
SOUNDS = [
    "ph>f",
    "gh>",
    "kn>n",
    "wr>r",
    "ck>k",
    "sc>s",
    "ci>si",
    "ce>se",
    "c>k",
    "ea>ee",
    "ei>ee",
    "ie>ee",
    "ou>oo",
    "wh>w",
    "oa>o",
    "y>i",
    "ai>e",
    "ae>e",
    "pal>pel",
    "ple>pel",
]
ENDINGS = [
    "",
    "e",
    "y",
    "ly",
    "al",
    "ally",
    "ive",
    "ively",
    "ful",
    "fully",
    "ion",
    "ation",
    "ment",
    "ure",
    "ance",
    "ence",
    "ant",
    "ent",
    "able",
    "ible",
    "ably",
    "ness",
    "ity",
    "ic",
    "ical",
    "ically",
    "ary",
    "or",
    "er",
    "t",
    "ial",
    "ce",
    "se",
    "ously",
    "ous",
    "less",
]
INFLECTED = re.compile(r"(?:s|es|d|ed|ing|n|en)$")
SHORTEST_STEM, SHORTEST_SOUND, MOST_UNLIKE = 4, 4, 3


class Pairs(dict[str, set[str]]):
    """The words that each word is easily taken for."""

    def __init__(self) -> None:
        super().__init__()
        self._tokens = tokens_of(lexicon())

    def add(self, one: str, other: str) -> None:
        """Keep a pair."""
        self.setdefault(one, set()).add(other)
        self.setdefault(other, set()).add(one)

    def judge(self, one: str, other: str) -> None:
        """Keep a pair, unless both words are forms of one."""
        lemmas = {self._tokens[f"{word} ".encode()].lemma for word in (one, other)}
        if one != other and (len(lemmas) > 1 or 0 in lemmas) and not _inflected(one, other):
            self.add(one, other)


def sets(words: Counter[str], capitals: Counter[str], table: Path) -> dict[str, list[str]]:
    """For each word those that it is easily taken for; ``words`` and ``capitals`` count what is written in either case."""
    small = {*SMALL, "an"}
    listed = {word for word, count in words.items() if count >= LEAST and len(word) > 2 and count * 9 > capitals[word]}
    pairs = _alike(listed)
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for other in row["meant"].split():
                if row["word"] not in small and other not in small:
                    pairs.add(row["word"], other)
    seen = {word for word, count in words.items() if count > 1 and len(word) > 1}
    found = {}
    for word in sorted((pairs.keys() | listed | seen) - small):
        others = sorted(pairs.get(word, set()) - small, key=lambda other: (-words[other], other))[:MOST]
        found[word] = others + [one for one in SMALL if len(one) > 1 and _slip(word, one)]
    # A small word is taken for common words alone.
    for word in SMALL:
        if len(word) > 1:
            found[word] = sorted(
                other for other in found if words[other] >= COMMON and _slip(other, word) and other not in small
            )
    return {word: others for word, others in sorted(found.items()) if others}


def _alike(listed: set[str]) -> Pairs:
    """The pairs among words: a slip apart, alike in sound, of one stem."""
    pairs, near = Pairs(), Vocabulary(listed)
    for word in sorted(listed):
        for other in near.near(word):
            pairs.judge(word, other)
    for group in _grouped((_sound(word), word) for word in listed if len(word) >= SHORTEST_SOUND):
        for one, other in combinations(group, 2):
            unlike = sum(a != b for a, b in zip(one, other, strict=False)) + abs(len(one) - len(other))
            if unlike <= MOST_UNLIKE:
                pairs.judge(one, other)
    for group in _grouped((stem, word) for word in listed for stem in _stems(word)):
        for one, other in combinations(group, 2):
            pairs.judge(one, other)
    return pairs


def _inflected(one: str, other: str) -> bool:
    """Whether one word is a form of the other, as far as endings tell."""
    stems = [{word, INFLECTED.sub("", word), INFLECTED.sub("e", word)} for word in (one, other)]
    return not stems[0].isdisjoint(stems[1])


def _grouped(found: Iterable[tuple[str, str]]) -> list[list[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for key, word in found:
        groups[key].add(word)
    return [sorted(group) for group in groups.values() if len(group) > 1]


def _sound(word: str) -> str:
    """A key that words that sound alike share."""
    word = re.sub(r"(.)\1", r"\1", word)
    for change in SOUNDS:
        written, _, spoken = change.partition(">")
        word = word.replace(written, spoken)
    return word[:1] + re.sub("[aeiou]+", "a", word[1:])


def _stems(word: str) -> list[str]:
    """What is left of a word without an ending."""
    stems = (word[: len(word) - len(ending)] for ending in ENDINGS if word.endswith(ending))
    return [stem for stem in stems if len(stem) >= SHORTEST_STEM]


def _slip(word: str, other: str) -> bool:
    """Whether a letter less, more or another one, or two letters in turn, make one word of the other."""
    if abs(len(word) - len(other)) > 1 or word == other:
        return False
    start = next((at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    one, two = word[start:], other[start:]
    return one[1:] == two[1:] or one[1:] == two or one == two[1:] or (one[1::-1] == two[:2] and one[2:] == two[2:])


def write(found: dict[str, list[str]], place: Path) -> None:
    """Write the table."""
    with place.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("word", "others"))
        writer.writerows((word, " ".join(others)) for word, others in found.items())

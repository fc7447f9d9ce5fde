"""Builds the tables of word classes in ``rules/data/en`` from the adopted texts of the fixtures.

``python -m tests.support.classes [FOLDER]`` needs the package ``lemminflect`` (MIT), which knows the inflections and possible classes
of English words; which of them the texts use is counted: what stands behind *to*, behind an article, behind a modal verb.
Rows for nouns and verbs of everyday matters (*river*, *teacher*), which few adopted texts use, were added by hand: keep them when
the tables are made again. Written are ``noun-forms``, ``verb-forms``, ``adverb-forms``, ``adjectives`` and ``adverb-pairs``. Nothing needs this to run, to test or to
build resolint; it says where the tables come from and lets anyone make them again.
"""

import csv
import gzip
import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import lemminflect  # type: ignore[import-not-found,unused-ignore]

from tests.accuracy.adopted import year_of
from tests.support.names import SINCE

ROOT = Path(__file__).parents[2]
DATA = ROOT / "rules" / "data" / "en"
WORD = re.compile(r"[^\W\d_]+(?:[-’'\u2011][^\W\d_]+)*")
ARTICLES = frozenset("the its their a an".split())  # noqa: SIM905
DETERMINERS = ARTICLES | frozenset("this these those that such any all each every no some our his her other".split())  # noqa: SIM905
MODALS = frozenset("should shall must may can could would will might cannot".split())  # noqa: SIM905
BE = frozenset("is are was were be been being".split())  # noqa: SIM905
PREPOSITIONS = frozenset(
    "of in on for with by at from into against upon under through without towards including between among within during".split()  # noqa: SIM905
)
ENDS = (
    PREPOSITIONS
    | DETERMINERS
    | BE
    | MODALS
    | frozenset("to and or which who whose has have had not when where if".split())  # noqa: SIM905
)
ALL = frozenset(("all", "other", "certain", "different"))
SMALL = frozenset(
    [
        "have",
        "has",
        "had",
        "having",
        "do",
        "does",
        "did",
        "done",
        "be",
        "been",
        "being",
        "am",
        "are",
        "is",
        "was",
        "were",
        "let",
        "they",
        "those",
        "these",
        "them",
        "who",
        "whom",
        "whose",
        "which",
        "what",
        "you",
        "your",
        "she",
        "her",
        "him",
        "his",
        "its",
        "our",
        "ours",
        "their",
        "theirs",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "should",
        "would",
        "must",
        "not",
        "and",
        "but",
        "for",
        "nor",
        "yet",
        "all",
        "both",
        "each",
        "either",
        "neither",
        "none",
        "some",
        "many",
        "few",
        "much",
        "little",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "hundred",
        "thousand",
        "first",
        "second",
        "third",
        "last",
        "former",
        "latter",
        "other",
        "others",
        "another",
        "own",
        "same",
        "like",
        "above",
        "below",
        "under",
        "over",
        "into",
        "onto",
        "upon",
        "within",
        "without",
        "after",
        "before",
        "about",
        "around",
        "between",
        "among",
        "during",
        "until",
        "since",
        "because",
        "although",
        "though",
        "unless",
        "where",
        "when",
        "how",
        "why",
        "this",
        "here",
        "inter",
        "alia",
        "bis",
        "ante",
        "post",
        "versus",
        "non",
        "etc",
        "only",
        "also",
        "ever",
        "never",
        "just",
        "even",
        "still",
        "therefore",
        "however",
        "moreover",
        "furthermore",
        "thereby",
        "hence",
        "thereof",
        "therein",
        "thereto",
        "herein",
        "responsible",
        "concerned",
        "involved",
        "further",
        "such",
        "whether",
        "that",
        "will",
        "want",
        "while",
        "than",
        "thus",
        "ago",
        "being",
        "well",
        "least",
        "lot",
        "via",
        "per",
        "pro",
        "out",
        "down",
        "back",
        "there",
        "then",
        "more",
        "most",
        "less",
        "any",
    ]
)
TEXTS = 3
"""In so many texts a word must stand to be looked at."""


class Counts:
    """What stands around each word of the texts: ``around`` by word, ``texts`` the number of texts, ``total`` all places."""

    def __init__(self, folder: Path) -> None:
        self.paragraphs = list(paragraphs(folder))
        self.total: Counter[str] = Counter()
        self.around: dict[str, Counter[str]] = defaultdict(Counter)
        seen: dict[str, set[int]] = defaultdict(set)
        for number, words, joined in self.paragraphs:
            for at, word in enumerate(words):
                if not word.islower():
                    continue
                self.total[word] += 1
                seen[word].add(number)
                before = words[at - 1].lower() if joined[at] else ""
                for name, members in _AROUND.items():
                    self.around[word][name] += before in members
                following = words[at + 1].lower() if at + 1 < len(words) and joined[at + 1] else ""
                self.around[word]["of"] += following == "of"
                self.around[word]["object"] += following in DETERMINERS
        self.texts = Counter({word: len(numbers) for word, numbers in seen.items()})

    def behind(self, word: str, *names: str) -> int:
        """How often ``word`` stands in these surroundings."""
        return sum(self.around[word][name] for name in names) if word in self.around else 0


_AROUND = {
    "article": ARTICLES,
    "determiner": DETERMINERS - frozenset(("that", "those", "all", "each", "these", "this", "such")),
    "to": frozenset(("to",)),
    "modal": MODALS,
    "be": BE,
    "preposition": PREPOSITIONS,
}


def paragraphs(folder: Path) -> Iterator[tuple[int, list[str], list[bool]]]:
    """The paragraphs of the texts since 1994: number of the text, words, and whether a blank alone is before each."""
    path = folder / "fixtures" / "corpus" / "un_paragraphs_dev.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            record = json.loads(line)
            if (year_of(record) or 0) < SINCE:
                continue
            for para in record["paras"]:
                if para["t"] in ("title", "heading"):
                    continue
                text = " ".join(para["x"].split())
                found = list(WORD.finditer(text))
                gaps = [text[one.end() : two.start()] == " " for one, two in pairwise(found)]
                yield number, [match[0] for match in found], [False, *gaps]


def verbs(counts: Counts, words: list[str]) -> dict[str, tuple[str, str, str, str, float]]:
    """The verbs with third person, past, participle and form in *-ing*, and the share of places where the base is a noun."""
    found = {}
    for word in words:
        classes = lemminflect.getAllLemmas(word)
        if word not in classes.get("VERB", ()) or counts.behind(word, "to", "modal") < 2:
            continue
        forms = lemminflect.getAllInflections(word, "VERB")

        def best(tag: str, forms: dict[str, Any] = forms) -> str:
            return max(forms.get(tag, ("",)), key=counts.total.__getitem__)

        third, past, ing = best("VBZ"), best("VBD"), best("VBG")
        participle = best("VBN") or past
        if sum(counts.total[form] for form in (third, past, participle, ing)) < TEXTS:
            continue
        noun = counts.behind(word, "determiner", "preposition") + (
            counts.behind(word, "of") if counts.behind(word, "determiner") else 0
        )
        share = noun / (noun + counts.behind(word, "to", "modal", "object") + 1)
        modal = counts.behind(word, "modal")
        if ("ADJ" in classes and modal < 3) or (share > 0.9 and modal < 5):
            continue
        found[word] = (third, past, participle, ing, share)
    return found


def nouns(counts: Counts, words: list[str], known: dict[str, Any]) -> dict[str, tuple[str, bool]]:
    """The nouns with their plural, and whether they are adjectives as well."""
    found = {}
    every = set(words)
    for word in words:
        classes = lemminflect.getAllLemmas(word)
        if word not in classes.get("NOUN", ()) or word in SMALL:
            continue
        plurals = [form for form in lemminflect.getInflection(word, "NNS") if form != word]
        plural = max(plurals, key=counts.total.__getitem__) if plurals else ""
        attested = bool(plural) and counts.texts[plural] >= TEXTS
        adjective = "ADJ" in classes or "ADV" in classes
        if adjective and (not attested or word.endswith("ic") or counts.total[plural] < 0.05 * counts.total[word]):
            continue
        if word in known and known[word][4] < 0.02 and not (attested and _named(counts, plural)):
            continue
        if (word.endswith("ing") and not attested) or counts.behind(word, "determiner", "preposition") < 2:
            continue
        if word.endswith("s") and not word.endswith("ss") and word[:-1] in every:
            continue
        found[word] = (plural if attested else "", adjective)
    for verb, (third, *_) in known.items():
        if third and verb not in found and verb not in SMALL and counts.texts[third] >= TEXTS and _named(counts, third):
            found[verb] = (third, False)
    with (DATA / "countables.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            one, many = row["singular"], row["plural"]
            if one != many:
                found.setdefault(one, (many, "ADJ" in lemminflect.getAllLemmas(one)))
    for one in ("divide", "gain", "map"):
        found.setdefault(one, (one + "s", False))
    found.setdefault("play", ("", False))
    return found


def _named(counts: Counts, form: str) -> bool:
    number = counts.behind(form, "article")
    return number >= 4 and number >= 0.1 * counts.total[form]


def groups(counts: Counts, known: dict[str, tuple[str, bool]], adjectives: set[str]) -> tuple[Counter[str], set[str]]:
    """How often each noun ends its group, and the nouns that stand in the plural behind *all* and *other*."""
    singular = {plural: one for one, (plural, _) in known.items() if plural}
    heads: Counter[str] = Counter()
    one_behind: dict[str, set[int]] = defaultdict(set)
    many_behind: dict[str, set[int]] = defaultdict(set)
    for number, words, joined in counts.paragraphs:
        lower = [word.lower() for word in words]
        ends = [at + 1 >= len(lower) or not joined[at + 1] or lower[at + 1] in ENDS for at in range(len(lower))]
        heads.update(word for word, end in zip(lower, ends, strict=True) if end and word in known)
        for at, word in enumerate(lower):
            before = lower[at - 1] if joined[at] else ""
            if word not in ALL or before in DETERMINERS or before in ("or", "such"):
                continue
            last = at + 1
            while (
                last < len(lower)
                and joined[last]
                and (lower[last] in adjectives or lower[last] in known or lower[last] in singular)
            ):
                last += 1
            head = lower[last - 1]
            listed = last < len(lower) and joined[last] and lower[last] in ("and", "or")
            if last - 1 > at and ends[last - 1] and not listed:
                if head in singular:
                    many_behind[singular[head]].add(number)
                elif head in known:
                    one_behind[head].add(number)
    counted = {one for one, texts in many_behind.items() if len(texts) >= 8 and len(one_behind[one]) * 60 <= len(texts)}
    return heads, counted


def adverbs(counts: Counts, words: list[str]) -> dict[str, str]:
    """From an adjective to its adverb."""
    found = {}
    for word in words:
        if not word.endswith("ly") or "ADV" not in lemminflect.getAllLemmas(word):
            continue
        stems = (
            word[:-2],
            word[:-3] + "y",
            word[:-1] + "e",
            word[:-4] if word.endswith("ally") else word,
            word[:-2] + "le",
            word[:-2] + "l",
        )
        for stem in stems:
            if stem in counts.total and stem != word and "ADJ" in lemminflect.getAllLemmas(stem):
                found[stem] = word
                break
    return found


def pairs(counts: Counts, adverb_of: dict[str, str], described: set[str]) -> Iterator[tuple[str, str, int]]:
    """Adverbs with the word they describe, in five texts and more, of which the adjective hardly ever stands there."""
    adjective_of = {adverb: adjective for adjective, adverb in adverb_of.items()}
    right: dict[tuple[str, str], set[int]] = defaultdict(set)
    wrong: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, words, joined in counts.paragraphs:
        for at, (one, two) in enumerate(pairwise(map(str.lower, words))):
            if joined[at + 1] and two in described:
                if one in adjective_of:
                    right[one, two].add(number)
                elif one in adverb_of and not (at and words[at - 1] == "in"):
                    wrong[one, two].add(number)
    for (one, two), texts in sorted(right.items()):
        if len(texts) >= 5 and len(wrong[adjective_of[one], two]) * 50 <= len(texts):
            yield one, two, len(texts)


def write(name: str, head: str, rows: list[tuple[str | int, ...]]) -> None:
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head.split(","))
        out.writerows(rows)
    print(name, len(rows))


def main() -> None:
    counts = Counts(
        Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    )
    words = [
        word
        for word in counts.total
        if counts.texts[word] >= TEXTS and word.isascii() and word.isalpha() and len(word) > 2
    ]
    known = verbs(counts, words)
    found = nouns(counts, words, known)
    adjective = {word for word in words if "ADJ" in lemminflect.getAllLemmas(word)} | {"developing"}
    heads, counted = groups(counts, found, adjective)
    write("noun-forms.csv", "singular,plural,adjective,counted",
          [(one, many, "yes" if also else "", "yes" if one in counted and many else "") for one, (many, also) in sorted(found.items())])  # fmt: skip
    write("verb-forms.csv", "verb,third,past,participle,ing,noun",
          [(verb, *forms[:4], "yes" if _noun_too(counts, verb, found) else "") for verb, forms in sorted(known.items())])  # fmt: skip
    adverb_of = adverbs(counts, words)
    write("adverb-forms.csv", "adjective,adverb", sorted(adverb_of.items()))  # type: ignore[arg-type]
    kept = sorted(
        word
        for word in adjective
        if word not in SMALL
        and counts.behind(word, "determiner", "preposition", "be") >= 2
        and not (word in found and heads[word] > 0.4 * counts.total[word])
    )
    write("adjectives.csv", "adjective", [(word,) for word in kept])
    described = set(kept) | {form for forms in known.values() for form in forms[1:3]}
    write("adverb-pairs.csv", "adverb,word,texts", list(pairs(counts, adverb_of, described)))


def _noun_too(counts: Counts, verb: str, known: dict[str, tuple[str, bool]]) -> bool:
    also = verb in known or "ADJ" in lemminflect.getAllLemmas(verb)
    return also or counts.behind(verb, "article") >= 0.02 * counts.total[verb]


if __name__ == "__main__":
    main()

"""Builds ``names.csv`` and ``small-terms.csv`` of ``rules/data/en`` from counts over the adopted texts of the fixtures.

``python -m tests.support.names [FOLDER]`` counts in how many texts since 1994 each name stands (a run of words with
capitals, joined by small words), and each term that is written small. Only names and figures are kept. Nothing needs
this to run, to test or to build resolint; it says where the tables come from and lets anyone make them again.
"""

import csv
import gzip
import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from resolint.lexicon.names import Names
from resolint.lexicon.runs import JOINING, Token, runs, tokens
from tests.accuracy.adopted import year_of

ROOT = Path(__file__).parents[2]
DATA = ROOT / "rules" / "data" / "en"
SINCE = 1994
STANDING = 6
"""In so many texts a name must stand by itself to be held for one that a draft may have meant."""
WITNESSES = 2
"""In so many texts a form near such a name must stand to be let pass."""
SLIP = 40
"""A form that stands in so many times fewer texts than the name is a slip in them too."""
SMALL = 120
"""In so many texts a term must stand in small letters."""
MONTHS = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)
WORD = re.compile(r"[A-Za-z]{3,}(?:-[a-z]+)*")
STOP = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "that",
        "this",
        "from",
        "its",
        "their",
        "which",
        "have",
        "has",
        "been",
        "are",
        "was",
        "were",
        "not",
        "all",
        "any",
        "other",
        "such",
        "also",
        "into",
        "under",
        "between",
        "through",
        "within",
        "among",
        "including",
        "inter",
        "alia",
        "further",
        "more",
        "most",
        "well",
        "these",
        "those",
        "each",
        "both",
        "than",
        "they",
        "them",
        "who",
        "whose",
        "where",
        "when",
        "how",
        "can",
        "may",
        "should",
        "shall",
        "will",
        "would",
        "must",
        "being",
        "having",
        "while",
        "during",
        "after",
        "before",
        "upon",
        "about",
        "against",
        "made",
        "make",
        "take",
        "taken",
        "given",
        "based",
        "used",
        "use",
        "using",
        "particular",
        "relevant",
        "order",
        "view",
        "regard",
        "respect",
        "accordance",
        "account",
        "effect",
        "necessary",
        "possible",
        "appropriate",
    ]
)


def texts(folder: Path, keep: int | None = None) -> Iterator[tuple[int, list[str]]]:
    """The running paragraphs of every text since ``SINCE``; ``keep`` 0 or 1 gives every other one."""
    path = folder / "fixtures" / "corpus" / "un_paragraphs_dev.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            record = json.loads(line)
            if (year_of(record) or 0) >= SINCE and (keep is None or number % 2 == keep):
                yield number, [para["x"] for para in record["paras"] if para["t"] not in ("title", "heading")]


def spans(found: list[Token]) -> Iterator[str]:
    """Every name inside a run: from a word with a capital to another, twelve words at most."""
    capital = [place for place, token in enumerate(found) if token.capital]
    for first in capital:
        for last in capital:
            if first < last < first + 12:
                yield " ".join(token.text for token in found[first : last + 1])


def joined_of_two(name: str, known: Counter[str]) -> bool:
    """Whether a name is two names with a small word between them."""
    words = name.split()
    return any(
        words[at].lower() in JOINING and known[" ".join(words[:at])] and known[" ".join(words[at + 1 :])]
        for at in range(1, len(words) - 1)
    )


def count(
    folder: Path, keep: int | None = None
) -> tuple[list[tuple[str, int]], list[tuple[str, int]], dict[str, Counter[str]]]:
    """The rows of both tables, and the forms of every name by its small letters."""
    alone: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for _, paragraphs in texts(folder, keep):
        whole: set[str] = set()
        parts: set[str] = set()
        terms: set[str] = set()
        for text in paragraphs:
            for run in runs(tokens(text)):
                whole.add(" ".join(token.text for token in run))
                parts.update(spans(run))
            for one, two in pairwise(WORD.finditer(text)):
                if text[one.end() : two.start()] in (" ", "\xa0") and not {one[0], two[0]} & STOP:
                    terms.add(f"{one[0]} {two[0]}")
        alone.update(whole)
        inside.update(parts)
        small.update(terms)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for name, number in inside.items():
        forms[name.lower()][name] += number
    known = Counter({name: number for name, number in alone.items() if number >= STANDING and inside[name] >= STANDING})
    names = [
        (name, inside[name])
        for name in known
        if not MONTHS & set(name.split())
        and not joined_of_two(name, known)
        and forms[name.lower()].most_common(1)[0][0] == name
    ]
    return names, list(terms_of(small, alone)), forms


def terms_of(small: Counter[str], alone: Counter[str]) -> Iterator[tuple[str, int]]:
    """Terms of two words that are written small almost everywhere; those of three words were counted in the same way."""
    for term, number in small.items():
        if number >= SMALL and term == term.lower():
            one, two = term.split()
            others = small[term.title()] + small[f"{one} {two.capitalize()}"] + small[f"{one.capitalize()} {two}"]
            if others <= number and alone[term.title()] * 100 <= number and alone[term.title()] <= 3:
                yield term, number


def otherwise(folder: Path, names: Iterable[str], keep: int | None = None) -> Counter[str]:
    """In how many texts each name stands with other capitals."""
    index = Names((name, 1) for name in names)
    counted: Counter[str] = Counter()
    for _, paragraphs in texts(folder, keep):
        counted.update({name for text in paragraphs for name, _, _ in index.miswritten(tokens(text))})
    return counted


def near(names: dict[str, int], forms: dict[str, Counter[str]]) -> Iterator[tuple[str, int]]:
    """The forms near one of ``names`` that adopted texts write as well, but for slips: so much rarer than the name, and no plural."""
    index = Names((name, 1) for name in names)
    for lower, counted in forms.items():
        number = sum(counted.values())
        meant = index.nearly(lower) if number >= WITNESSES else None
        if meant is None:
            continue
        plural = Counter(lower) - Counter(meant.lower()) == Counter("s")
        if plural or number * SLIP > names[meant]:
            yield counted.most_common(1)[0][0], number


def write(path: Path, head: str, rows: Iterable[tuple[str | int, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head.split(","))
        out.writerows(rows)


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    names, terms, forms = count(folder)
    also = [(name, number, "also") for name, number in near(dict(names), forms) if (name, number) not in names]
    other = otherwise(folder, [name for name, _ in names])
    rows = sorted(
        {*((name, number, other[name], "name") for name, number in names), *((*row[:2], 0, row[2]) for row in also)}
    )
    write(DATA / "names.csv", "name,texts,otherwise,use", rows)
    write(DATA / "small-terms.csv", "term,texts", sorted(terms))
    print(len(names), "names,", len(also), "near ones,", len(terms), "terms")


if __name__ == "__main__":
    main()

"""Makes ``article-nouns.csv`` and ``article-weights.csv`` of the development corpus (``checks.grm.articles``).

Needs numpy. Texts are dealt into six parts by their names. The weights are fitted on the fifth with a table of the four before,
the table that is written is made of five, and the limits are set on the sixth: so many infos for 1,000 words as ``RATES`` says.
"""

import csv
import os
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from resolint.attested.words import row
from resolint.cards import lexicon
from resolint.checks.grm.articles import Group, Known, Own, ending, facts, groups, owns
from resolint.checks.grm.doubts import tokens_in, tokens_of
from resolint.checks.shared.classes import classes_of
from resolint.checks.shared.counted import counts_of
from tests.attest.corpus import PARTS, part_of, texts
from tests.choices.fit import LABEL

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "rules" / "data" / "en"
SHORTEST = 40
"""Shorter paragraphs are headings and fragments."""
LEFT_OUT, FITTED = PARTS - 1, PARTS - 2
RATES = {"missing before of": 0.06, "missing": 0.06, "needless": 0.04}
"""Infos for 1,000 words. Adopted texts leave many articles out before *of*, so that its limit is stricter."""
EXAMPLES, SEED = 50_000, 1
LEAST_NOUN, LEAST_FEATURE = 8, 60
"""Nouns and features that occur more seldom are left out of the tables."""
ONE_NOUN = 10
"""So many groups of one noun at most count for its ending."""


Owned = tuple[Group, Own]


def read(folder: Path) -> tuple[list[list[Owned]], list[int]]:
    """The groups of each part with what their texts have elsewhere, each paragraph once, and how many words they stand in."""
    tokens, seen = tokens_of(lexicon()), set[str]()
    found: list[list[Owned]] = [[] for _ in range(PARTS)]
    classes = classes_of(lexicon())
    sizes = [0] * PARTS
    for text in texts(folder):
        part, own, every = part_of(text.name), list[Group](), Counter[str]()
        for paragraph in text.paragraphs:
            if len(paragraph) < SHORTEST or paragraph in seen:
                continue
            seen.add(paragraph)
            words = row(LABEL.sub("", paragraph)).words
            sizes[part] += len(words) - 2
            every.update(word[:-1].decode() for word in words)
            if len(words) > 6:
                own += groups(words, tokens_in(words, tokens))
        found[part] += owns(own, every, classes)
    return found, sizes


def table(parts: list[list[Owned]]) -> dict[str, tuple[int, int, int]]:
    """How often each noun stands bare, with *a* and with *the*."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for part in parts:
        for group, _ in part:
            counts[group.noun][("", "a", "the").index(group.article)] += 1
    return {noun: (bare, a, the) for noun, (bare, a, the) in counts.items()}


def shares(nouns: dict[str, tuple[int, int, int]]) -> dict[str, float]:
    """For every ending the share of bare nouns; one noun counts for a few groups at most."""
    sums: dict[str, list[float]] = defaultdict(lambda: [1.0, 2.0])
    for noun, numbers in nouns.items():
        weight = min(sum(numbers), ONE_NOUN)
        own = sums[ending(noun)]
        own[0] += weight * numbers[0] / sum(numbers)
        own[1] += weight
    return {one: round(bare / every, 3) for one, (bare, every) in sums.items()}


def known_with(nouns: dict[str, tuple[int, int, int]]) -> Known:
    """What the library would know with this table."""
    counts = counts_of(lexicon())
    assert counts is not None
    return Known(
        {n: c for n, c in nouns.items() if sum(c) >= LEAST_NOUN},
        shares(nouns),
        {},
        counts,
        tokens_of(lexicon()),
        classes_of(lexicon()),
    )


def drawn(part: list[Owned]) -> list[Owned]:
    """Some of the groups of a part."""
    return [part[at] for at in np.random.default_rng(SEED).permutation(len(part))[:EXAMPLES]]


def fitted(rows: list[dict[str, float]], bare: np.ndarray) -> dict[str, float]:
    """The logistic weights of the features that are often enough, by Newton's method with a slight pull towards nought."""
    often = Counter(name for one in rows for name in one)
    names = sorted(name for name, count in often.items() if count >= LEAST_FEATURE)
    place = {name: at for at, name in enumerate(names)}
    values = np.zeros((len(rows), len(names)))
    for at, one in enumerate(rows):
        for name, value in one.items():
            if name in place:
                values[at, place[name]] = value
    weights = np.zeros(len(names))
    for _ in range(12):
        chance = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (chance - bare) + weights
        curve = (values * (chance * (1 - chance))[:, None]).T @ values + np.eye(len(names))
        weights -= np.linalg.solve(curve, slope)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def main() -> None:
    """Make both tables."""
    folder = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    if not (folder / "fixtures").is_dir():
        sys.exit("the real files are not here: set RESOLINT_FIXTURES to the folder that holds fixtures/")
    parts, sizes = read(folder)
    known, examples = known_with(table(parts[:FITTED])), drawn(parts[FITTED])
    weights = fitted(
        [dict(facts(one, known, own)) for one, own in examples],
        np.array([not one.article for one, _ in examples], float),
    )
    nouns = table(parts[:LEFT_OUT])
    known, examples = known_with(nouns), drawn(parts[LEFT_OUT])
    words = sizes[LEFT_OUT] * len(examples) / len(parts[LEFT_OUT])
    known = known._replace(weights=weights)
    scores = np.array([known.score(one, own) for one, own in examples])
    bare = np.array([not one.article for one, _ in examples])
    of = np.array([one.behind == "of" for one, _ in examples])
    for name, among, sign in (("missing before of", bare & of, 1), ("missing", bare & ~of, 1), ("needless", ~bare, -1)):
        limit = float(np.sort(sign * scores[among])[int(RATES[name] * words / 1000)]) * sign
        weights[f"limit {name}"] = round(limit, 2)
        others = scores[of == ("of" in name)] if sign > 0 else scores
        print(f"{name}: {limit:.2f}, met by {(sign * others < sign * limit).mean():.1%} of all groups", flush=True)
    weights |= {f"share of {one}": share for one, share in shares(nouns).items()}
    with (DATA / "article-nouns.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("noun", "bare", "a", "the"))
        writer.writerows(sorted((noun, *counts) for noun, counts in known.nouns.items()))
    with (DATA / "article-weights.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("feature", "weight"))
        writer.writerows(sorted(weights.items()))


if __name__ == "__main__":
    main()

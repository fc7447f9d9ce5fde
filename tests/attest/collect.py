"""Gathers what the weights are fitted on: every change proposed in texts left out of the counts, clean and spoilt.

The texts are dealt into six parts by their names. For each part counts are built of the other five, so that no text attests
its own slips. Two parts serve the fit, two the thresholds, two the final measure (``corpus.ROLES``).
"""

import argparse
import csv
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from resolint.attested.building import build
from resolint.attested.counts import Counts, opened
from resolint.attested.reading import paragraph
from resolint.attested.search import Paragraph, is_own, weighed
from resolint.attested.view import Small, small_words
from resolint.attested.vocabulary import Vocabulary
from resolint.cards import lexicon
from resolint.checks.att.sureness import stands
from resolint.checks.shared.classes import classes_of
from tests.attest.corpus import PARTS, Text, part_of, texts
from tests.attest.slips import DATA, KINDS, vocabulary

ADOPTED = ("A_RES", "A_HRC_RES", "E_RES", "S_RES", "UNEP_EA")
SEED = 2026
SPOILT = 0.35
"""The share of paragraphs in which a slip is planted."""


def counts_without(part: int, folder: Path, kept: Path) -> Counts:
    """The counts of all texts but those of ``part``; kept in a file, since they take half a minute."""
    place = kept / f"without-{part}.bin"
    if not place.is_file():
        place.write_bytes(build(text.paragraphs for text in texts(folder) if part_of(text.name) != part))
    return opened(place.read_bytes(), str(place))


def small() -> Small:
    """The closed classes of words."""
    with (DATA / "small-words.csv").open(encoding="utf-8") as lines:
        known = Vocabulary(vocabulary())
        return small_words(csv.DictReader(lines), lambda: known)


def gather(text: Text, counts: Counts, words: Small, dice: random.Random) -> Iterator[tuple[list[float], list[float]]]:
    """For each change its facts (``FACTS``) and its features."""
    paragraphs = [paragraph(one) for one in text.paragraphs]
    rows = [b"".join(one.row.words) for one in paragraphs]
    own = b" " + b"".join(rows)
    family = ADOPTED.index(text.family)
    size = sum(len(one.row.words) - 2 for one in paragraphs)
    classes = classes_of(lexicon())
    yield [-1, -1, family, size, 0, 0, 0, 0], []
    for one in paragraphs:
        for change, values in weighed(one, counts, words):
            if is_own(one.row.words, change, counts, own):
                continue
            yield [change.family, -1, family, 0, 0, 0, stands(one.row.words, change, classes), 0], values
    names = list(KINDS)
    for number, (clean, whole) in enumerate(zip(text.paragraphs, rows, strict=True)):
        if dice.random() > SPOILT or len(paragraphs[number].row.words) < 12:
            continue
        kind = dice.randrange(len(names))
        slip = KINDS[names[kind]](clean, dice)
        if slip is None:
            continue
        spoilt: Paragraph = paragraph(slip.text)
        changed = b" " + b"".join([*rows[:number], b"".join(spoilt.row.words), *rows[number + 1 :]])
        known = _known(paragraphs[number].row.words, counts)
        yield [-2, kind, family, known, 0, 0, 0, 0], []
        for change, values in weighed(spoilt, counts, words):
            if is_own(spoilt.row.words, change, counts, changed):
                continue
            mended = (*spoilt.row.words[: change.start], *change.new, *spoilt.row.words[change.end :])
            right = b"".join(mended) == whole
            places = spoilt.row.places
            low, high = places[max(0, change.start - (change.start == change.end))][0], places[change.end][0]
            high = max(high, places[change.end - 1][1])
            touches = low <= slip.end and slip.start <= high
            let = stands(spoilt.row.words, change, classes)
            yield [change.family, kind, family, known, right, touches, let, 0], values


FACTS = ("family", "kind", "body", "size", "right", "touches", "stands", "number")


def _known(words: list[bytes], counts: Counts) -> float:
    threes = [one + two + three for one, two, three in zip(words, words[1:], words[2:], strict=False)]
    return sum(counts[three] > 0 for three in threes) / max(1, len(threes))


def main() -> None:
    """Gather one part, or several."""
    options = argparse.ArgumentParser(prog="python -m tests.attest.collect", description=__doc__)
    options.add_argument("--fixtures", type=Path, required=True)
    options.add_argument("--kept", type=Path, required=True, help="a folder for counts and features")
    options.add_argument("--every", type=int, default=1, help="take every N-th text only")
    options.add_argument("parts", nargs="*", type=int, default=list(range(PARTS)))
    chosen = options.parse_args()
    chosen.kept.mkdir(parents=True, exist_ok=True)
    words = small()
    for part in chosen.parts:
        counts = counts_without(part, chosen.fixtures, chosen.kept)
        facts, values, number = [], [], 0
        for place, text in enumerate(texts(chosen.fixtures)):
            if text.family not in ADOPTED or part_of(text.name) != part or place % chosen.every:
                continue
            dice = random.Random(f"{SEED} {text.name}")
            for fact, value in gather(text, counts, words, dice):
                number += fact[0] == -2
                fact[-1] = number
                facts.append(fact)
                values.append(value or None)
        width = max(len(value) for value in values if value)
        table = np.array([value or [0.0] * width for value in values], dtype=np.float32)
        np.savez(chosen.kept / f"part-{part}.npz", facts=np.array(facts, dtype=np.float32), values=table)
        print(part, len(facts), "rows", flush=True)


if __name__ == "__main__":
    main()

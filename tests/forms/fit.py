"""Fits the weights of ``forms.bin`` on the development corpus, and the limits of ``form-limits.csv`` on a part left out.

Needs numpy and scipy. Every inflected word of every paragraph (each paragraph once) is an example: its form is what is asked,
its neighbours are the features. Texts are dealt into six parts by their names; five serve the fit. On the sixth the limits are
set: so high that no more of its words are told of than ``told`` allows. ``--limits`` sets these alone, for weights that are there.
"""

import argparse
import csv
import os
import re
import sys
from array import array
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from resolint.attested.words import row
from resolint.cards import lexicon
from resolint.checks.grm.doubts import best, group, tokens_in, tokens_of
from resolint.checks.grm.neighbours import BITS, FEATURES, LEMMA, features, place_of
from resolint.checks.grm.weights import MAGIC, STEP, ZERO, packed
from tests.attest.corpus import PARTS, part_of, texts

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "rules" / "data" / "en"
LABEL = re.compile(r"^\s*(?:\(?[a-z0-9ivx]{1,4}[.)]|\d+\.\d+|[—–-])\s+")
LEFT_OUT = PARTS - 1
SHORTEST = 40
"""Shorter paragraphs are headings and fragments."""
ROUNDS, BATCH, RATE, SHRINK, SEED = 3, 8192, 0.08, 0.002, 1
FORGOTTEN = 0.25
"""In so many examples the word itself is hidden, so that the weights learn to do without it."""
MOST = 63
PLACES = "mthbpconvdx"
BEYOND = 0.4
"""A warning must exceed the highest score among the texts left out by so much."""
LEAST_INFO, LEAST_WARNING = 1.8, 3.2
BARE, WITH_S, PAST, PARTICIPLE, ING = 1, 2, 4, 8, 16
VERBS = ("v", "nv")


def told() -> dict[tuple[str, str, int, int], tuple[str, float]]:
    """What is told: the class, what stands before, the form found and the one that fits; the rule, and infos per 1,000 words."""
    found: dict[tuple[str, str, int, int], tuple[str, float]] = {}

    def add(rule: str, rate: float, classes: tuple[str, ...], places: str, pairs: list[tuple[int, int]]) -> None:
        found.update({(one, place, *pair): (rule, rate) for one in classes for place in places for pair in pairs})

    finite, past = (BARE, WITH_S), (PAST, PARTICIPLE)
    add("GRM001", 0.012, ("be",), PLACES, [(2, 4), (4, 2)])
    add("GRM001", 0.012, ("have", "do"), PLACES, [(1, 2), (2, 1)])
    add("GRM001", 0.009, ("v",), "conx", [(1, 2), (2, 1)])
    add("GRM001", 0.002, ("v",), "vd", [(1, 2), (2, 1)])
    to_bare = [(one, BARE) for one in (WITH_S, *past, ING)]
    add("GRM002", 0.006, VERBS, "m", to_bare)
    add("GRM002", 0.006, ("v",), "t", to_bare)
    add("GRM002", 0.006, ("nv",), "t", to_bare[1:])  # *tools to apprentices* has a noun
    add("GRM002", 0.006, ("v",), "h", [(one, PARTICIPLE) for one in (*finite, PAST, ING)])
    add("GRM002", 0.006, ("nv",), "h", [(one, PARTICIPLE) for one in (BARE, PAST, ING)])  # *have bells*
    add("GRM002", 0.006, ("v",), "b", [(one, PARTICIPLE) for one in (*finite, PAST, ING)])
    add("GRM002", 0.006, ("nv",), "b", [(one, PARTICIPLE) for one in (BARE, PAST, ING)])  # *have bells*
    add("GRM002", 0.006, ("v",), "p", [(one, ING) for one in (*finite, *past)])
    add("GRM002", 0.004, ("nv",), "p", [(one, ING) for one in (BARE, *past)])
    add("GRM002", 0.002, VERBS, "t", [(BARE, ING)])
    add("GRM002", 0.004, VERBS, "con", [(BARE, PAST), (BARE, PARTICIPLE), (BARE, ING), *to_bare[1:]])
    add("GRM002", 0.002, VERBS, "con", [(one, ING) for one in past] + [(ING, one) for one in past])
    add("GRM002", 0.003, VERBS, "convx", [(PAST, PARTICIPLE), (PARTICIPLE, PAST)])
    add("GRM002", 0.004, VERBS, "vx", [(BARE, PARTICIPLE), (BARE, ING), (ING, BARE)])
    ends = [(8, 16), (16, 8), (1, 8), (8, 1), (1, 16), (16, 1), (2, 1), (4, 1), (2, 8), (4, 8)]
    add("GRM002", 0.001, ("be",), PLACES, ends)
    add("GRM002", 0.001, ("have", "do"), PLACES, [(16, 1), (1, 16), (1, 8), (4, 8)])
    add("GRM003", 0.003, ("n",), "pcondvx", [(1, 2), (2, 1)])
    add("GRM003", 0.003, ("nv",), "pcondvx", [(1, 2), (2, 1)])
    add("GRM004", 0.003, ("its",), PLACES, [(1, 2), (2, 1)])
    add("GRM004", 0.001, ("it",), PLACES, [(2, 4), (4, 2), (1, 4), (4, 1), (2, 1), (1, 2)])
    add("GRM004", 0.001, ("itself", "this"), PLACES, [(1, 2), (2, 1)])
    return found


def gathered(
    half: int, folder: Path, every: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray, list[tuple[str, str, int, int]], int]:
    """The examples of every second text, or of those left out alone: features, forms that are written and that there are, parts; what the left-out ones are
    (class, what stands before, and the forms again), and how many words these have."""
    tokens, seen = tokens_of(lexicon()), set()
    found, forms, parts = array("i"), array("i"), array("b")
    left_out: list[tuple[str, str, int, int]] = []
    size = 0
    for number, text in enumerate(texts(folder)):
        part = part_of(text.name)
        if number % 2 != half or not (every or part == LEFT_OUT):
            continue
        for paragraph in text.paragraphs:
            if len(paragraph) < SHORTEST or paragraph in seen:
                continue
            seen.add(paragraph)
            words = row(LABEL.sub("", paragraph)).words
            around = tokens_in(words, tokens)
            size += (len(words) - 2) * (part == LEFT_OUT)
            for place in range(2, len(words) - 1):
                paradigm = around[place + 1].paradigm
                own = paradigm.forms.get(words[place].decode().rstrip().lower(), 0) if paradigm else 0
                if paradigm is None or not own:
                    continue
                found.extend(features(around, place + 1))
                forms.append(own | paradigm.every << 8)
                parts.append(part)
                if part == LEFT_OUT:
                    left_out.append((group(paradigm.kind), place_of(around, place + 1), own, paradigm.every))
    rows = np.frombuffer(found, dtype=np.int32).reshape(-1, FEATURES)
    return rows, np.frombuffer(forms, dtype=np.int32), np.frombuffer(parts, dtype=np.int8), left_out, size


def masks(forms: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Which of the five places are filled by what is written, and which there are."""
    places = 1 << np.arange(5)
    return (forms[:, None] & places) > 0, ((forms >> 8)[:, None] & places) > 0


def fitted(rows: np.ndarray, forms: np.ndarray) -> np.ndarray:
    """The weights: a softmax over the places that a word has, fitted by Adagrad."""
    dice = np.random.default_rng(SEED)
    size, width = 1 << BITS, rows.shape[1]
    weights, steps = np.zeros((size, 5), np.float32), np.full((size, 1), 1e-3, np.float32)
    for turn in range(ROUNDS):
        order, loss = dice.permutation(len(rows)), 0.0
        for start in range(0, len(rows), BATCH):
            chosen = order[start : start + BATCH]
            own, (right, there) = rows[chosen], masks(forms[chosen])
            known = np.ones(own.shape, np.float32)
            known[np.ix_(dice.random(len(own)) < FORGOTTEN, LEMMA)] = 0
            bounds = np.arange(0, own.size + 1, width)
            table = csr_matrix((known.ravel(), own.ravel(), bounds), shape=(len(own), size))
            logits = np.where(there, table @ weights, -1e9)
            chance = np.exp(logits - logits.max(axis=1, keepdims=True))
            chance /= chance.sum(axis=1, keepdims=True)
            meant = chance * right
            total = meant.sum(axis=1, keepdims=True) + 1e-12
            loss -= float(np.log(total).sum())
            slope = table.T @ (chance - meant / total)
            at = np.unique(own)
            step = slope[at] / len(own) * 100 + SHRINK * weights[at]
            steps[at] += (step * step).mean(axis=1, keepdims=True)
            weights[at] -= RATE * step / np.sqrt(steps[at])
        print(f"round {turn + 1}: {loss / len(rows):.4f} nats", flush=True)
    return weights


def unpacked(data: bytes) -> np.ndarray:
    """The weights in the bytes of the file."""
    rows = np.frombuffer(data, dtype="<u8", offset=len(MAGIC))
    return np.stack(
        [(rows >> np.uint64(12 * place) & np.uint64(0xFFF)).astype(int) - ZERO for place in range(5)], axis=1
    )


def limits(
    whole: np.ndarray, rows: np.ndarray, forms: np.ndarray, what: list[tuple[str, str, int, int]], size: int
) -> list[tuple[str, str, int, int, str, float, float]]:
    """The limits for each kind of doubt, set on the texts left out."""
    scored: dict[tuple[str, str, int, int], list[float]] = defaultdict(list)
    for start in range(0, len(rows), BATCH):
        sums = whole[rows[start : start + BATCH]].sum(axis=1) * STEP
        for fit, (kind, place, own, every) in zip(sums, what[start : start + BATCH], strict=True):
            old = best(fit, own)
            for new in (BARE, WITH_S, PAST, PARTICIPLE, ING):
                if new & every & ~own:
                    scored[kind, place, old, new].append(float(fit[new.bit_length() - 1] - fit[old.bit_length() - 1]))
    found = []
    sums_of: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for key, (rule, rate) in sorted(told().items()):
        scores = sorted(scored.get(key, ()), reverse=True)

        def at(allowed: float, scores: list[float] = scores) -> float:
            number = int(allowed * size / 1000)
            return scores[number] if number < len(scores) else 0.0

        info = max(at(rate), LEAST_INFO)
        warning = max(at(0.0) + BEYOND, LEAST_WARNING, info)
        found.append((*key, rule, round(warning, 2), round(info, 2)))
        sums_of[rule][0] += sum(one > warning for one in scores)
        sums_of[rule][1] += sum(info < one <= warning for one in scores)
    for rule, (warned, informed) in sorted(sums_of.items()):
        print(
            f"{rule}: {1000 * warned / size:.4f} warnings, {1000 * informed / size:.4f} infos per 1,000 words left out"
        )
    return found


def main() -> None:
    """Fit, and write both files."""
    options = argparse.ArgumentParser(prog="python -m tests.forms.fit", description=__doc__)
    options.add_argument("--limits", action="store_true", help="keep the weights, set the limits alone")
    chosen = options.parse_args()
    folder = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    if not (folder / "fixtures").is_dir():
        sys.exit("the real files are not here: set RESOLINT_FIXTURES to the folder that holds fixtures/")
    with ProcessPoolExecutor(2) as pool:
        halves = list(pool.map(gathered, (0, 1), (folder, folder), (not chosen.limits,) * 2))
    rows, forms, parts = (np.concatenate([half[place] for half in halves]) for place in range(3))
    print(len(rows), "examples", flush=True)
    out = parts == LEFT_OUT
    if chosen.limits:
        weights = unpacked((DATA / "forms.bin").read_bytes())
    else:
        weights = np.clip(np.rint(fitted(rows[~out], forms[~out]) / STEP), -MOST, MOST).astype(np.int8)
        (DATA / "forms.bin").write_bytes(packed(weights.tolist()))
    what = [one for half in halves for one in half[3]]
    table = limits(weights.astype(np.float32), rows[out], forms[out], what, sum(half[4] for half in halves))
    with (DATA / "form-limits.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("class", "behind", "found", "instead", "rule", "warning", "info"))
        writer.writerows(table)


if __name__ == "__main__":
    main()

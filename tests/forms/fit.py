"""Fits the weights of ``forms.bin`` on the development corpus, and the limits of ``form-limits.csv`` on a part left out.

Needs numpy and scipy. Every inflected word of every paragraph (each paragraph once) is an example: its form is what is asked,
its neighbours are the features. Texts are dealt into six parts by their names; five serve the fit, the sixth the limits
(``tests.forms.limits``). ``figures.json`` holds the sums of both files, which ``--check`` compares with what a new fit gives, and what
the limits find of faults planted into one half of the sixth part, where they were set on the other half.
"""

import argparse
import csv
import hashlib
import io
import json
import os
import re
import sys
from array import array
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from resolint.attested.words import row
from resolint.cards import lexicon
from resolint.checks.grm.doubts import as_good, group, pasts_of, tokens_in, tokens_of
from resolint.checks.grm.forms import Token
from resolint.checks.grm.neighbours import BITS, FEATURES, LEMMA, behind_of, features, place_of
from resolint.checks.grm.rightly import rightly
from resolint.checks.grm.telling import rule_of
from resolint.checks.grm.weights import MAGIC, STEP, ZERO, packed
from resolint.checks.shared.classes import Classes, classes_of
from tests.attest.corpus import PARTS, part_of, texts
from tests.forms.limits import Example, Kind, limits, scored, tallies, told

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
SHARES = 4
LIMITS = "form-limits.csv"
FIGURES = Path(__file__).parent / "figures.json"


class Gathered(NamedTuple):
    """Examples: features, the forms written and those there are, the part of the corpus; what the left-out ones are, and their words."""

    rows: np.ndarray
    forms: np.ndarray
    parts: np.ndarray
    left_out: list[Example]
    size: int


def gathered(share: int, shares: int, folder: Path, every: bool) -> Gathered:
    """The examples of a share of the texts, or of those left out alone."""
    known = lexicon()
    tokens, classes, pasts, seen = tokens_of(known), classes_of(known), pasts_of(known), set()
    found, forms, parts = array("i"), array("i"), array("b")
    left_out: list[Example] = []
    size = 0
    for number, text in enumerate(texts(folder)):
        part = part_of(text.name)
        if number % shares != share or not (every or part == LEFT_OUT):
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
                    left_out.append(_example(words, around, place, own, classes, pasts))
    rows = np.frombuffer(found, dtype=np.int32).reshape(-1, FEATURES)
    return Gathered(rows, np.frombuffer(forms, dtype=np.int32), np.frombuffer(parts, dtype=np.int8), left_out, size)


def _example(
    words: Sequence[bytes], around: Sequence[Token], place: int, own: int, classes: Classes, pasts: Mapping[str, str]
) -> Example:
    """What the limits ask of a word; what the rules let stand is no alarm."""
    paradigm = around[place + 1].paradigm
    assert paradigm is not None
    passed = set()
    for old in (1, 2, 4, 8, 16):
        for form, bits in paradigm.forms.items():
            if old & own and not bits & own:
                stands = rightly(words, place, form, classes, pasts, declares=False)
                new = (bit for bit in (1, 2, 4, 8, 16) if bit & bits)
                passed |= {(old, one) for one in new if stands or as_good(around, place + 1, paradigm, old, one)}
    where = place_of(around, place + 1), behind_of(around, place + 1)
    return Example(group(paradigm.kind), *where, own, tuple(paradigm.forms.values()), frozenset(passed))


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
            known[np.ix_(dice.random(len(own)) < FORGOTTEN, list(LEMMA))] = 0
            bounds = np.arange(0, own.size + 1, width)
            table = csr_matrix((known.ravel(), own.ravel(), bounds), shape=(len(own), size))
            logits = np.where(there, table @ weights, -1e9)
            chance = np.exp(logits - logits.max(axis=1, keepdims=True))
            chance /= chance.sum(axis=1, keepdims=True)
            meant = chance * right
            total = meant.sum(axis=1, keepdims=True) + 1e-12
            loss -= float(np.log(total).sum())
            slope = table.T @ (chance - meant / total)
            at = np.flatnonzero(np.bincount(own.ravel(), minlength=size))
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


def halved(fits: Sequence[np.ndarray], what: Sequence[Example], first: int, sizes: tuple[int, int]) -> dict[str, Any]:
    """What limits set on the first half of the texts left out tell of on the other: by rule, per 1,000 words, and the recall."""
    parts = slice(0, first), slice(first, None)
    kinds = [tallies(np.concatenate([fit[part] for fit in fits]), [*what[part], *what[part]]) for part in parts]
    table = limits(kinds[0])
    return {
        rule: {
            "warnings": round(1000 * warned / sizes[1], 4),
            "infos": round(1000 * informed / sizes[1], 4),
            "recall": round(found / planted, 3),
        }
        for rule, (warned, informed, found, planted) in sorted(told(kinds[1], table).items())
    }


def written(table: Mapping[Kind, tuple[float, float]]) -> bytes:
    """The table of the limits."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(("class", "before", "behind", "found", "instead", "rule", "warning", "info"))
    for kind, pair in sorted(table.items()):
        writer.writerow((*kind, rule_of(kind[0], *kind[3:]), *pair))
    return lines.getvalue().encode()


def main() -> None:
    """Fit, and write both files and the figures, or compare their sums."""
    options = argparse.ArgumentParser(prog="python -m tests.forms.fit", description=__doc__)
    options.add_argument("--limits", action="store_true", help="keep the weights, set the limits alone")
    options.add_argument(
        "--check", action="store_true", help="write nothing, compare the sums of a new fit with those kept"
    )
    chosen = options.parse_args()
    folder = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    if not (folder / "fixtures").is_dir():
        sys.exit("the real files are not here: set RESOLINT_FIXTURES to the folder that holds fixtures/")
    with ProcessPoolExecutor(2) as pool:
        found = [*pool.map(gathered, range(SHARES), *([one] * SHARES for one in (SHARES, folder, not chosen.limits)))]
    rows, forms, parts = (np.concatenate([one[place] for one in found]) for place in range(3))
    print(len(rows), "examples", flush=True)
    out = parts == LEFT_OUT
    if chosen.limits:
        packed_weights = (DATA / "forms.bin").read_bytes()
    else:
        weights = np.clip(np.rint(fitted(rows[~out], forms[~out]) / STEP), -MOST, MOST).astype(np.int8)
        packed_weights = packed(weights.tolist())
    whole = unpacked(packed_weights).astype(np.float32)
    fits = [scored(whole, rows[out], hidden=hidden) for hidden in (False, True)]
    what = [one for share in found for one in share.left_out]
    middle = SHARES // 2
    first, sizes = sum(len(one.left_out) for one in found[:middle]), [one.size for one in found]
    table = written(limits(tallies(np.concatenate(fits), [*what, *what])))
    figures = {
        "sums": {
            name: hashlib.sha256(data).hexdigest() for name, data in (("forms.bin", packed_weights), (LIMITS, table))
        },
        "on the other half": halved(fits, what, first, (sum(sizes[:middle]), sum(sizes[middle:]))),
    }
    print(json.dumps(figures, indent=1))
    if chosen.check:
        kept = json.loads(FIGURES.read_text(encoding="utf-8"))
        sys.exit(0 if kept == figures else "other sums than those kept in figures.json")
    (DATA / "forms.bin").write_bytes(packed_weights)
    (DATA / LIMITS).write_bytes(table)
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""Fits the weights of ``doubt-weights.csv``: how sure a doubt about a word is (``checks/grm/surety.py``).

Needs numpy and scipy. What the library would weigh is collected from the clean drafts of the blind sets that have been read, where
every doubt is a false alarm, from their faults of one word, where the doubt that asks for the right word is right, and from adopted
texts on which the weights of the rules were not fitted, presumed right. The weights are logistic with a penalty. The limit of infos is
set where these adopted texts have ``RATES`` of them, each set and each half of the texts judged by weights fitted on the others; the
page printed tells what is found at that rate. ``--check`` compares with the table that is there.
"""

import argparse
import csv
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from resolint.attested.words import row
from resolint.cards import lexicon
from resolint.checks.grm import doubts, known, weighing
from resolint.checks.grm.choices import Neighbours
from resolint.checks.grm.standing import may_stand
from resolint.checks.grm.telling import rule_of
from tests.attest.corpus import PARTS, part_of, texts
from tests.doubts.material import SETS, clean, faults

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "rules" / "data" / "en" / "doubt-weights.csv"
RATES = {"choice": 0.55, "form": 0.25}
"""Infos per 1,000 words of adopted texts that no weights have seen."""
RAISED = {"choice": 0.52, "form": 0.54}
"""By so much the limits are raised above these rates: invented clean drafts have more words that adopted texts have not."""
LEAST = 0.05
PENALTY = {"choice": 3.0, "form": 10.0}
LABEL = re.compile(r"^\s*(?:\(?[a-z0-9ivx]{1,4}[.)]|\d+\.\d+|[—–-])\s+")
SHORTEST = 40
ADOPTED, SHARE, WORTH = ("adopted 1", "adopted 2"), 5, 0.3
"""The halves of the adopted texts, which of them serve (one in so many), and what an example of theirs counts."""


class Example(NamedTuple):
    """What is weighed: the set, the figures, the classes; whether it is a fault."""

    name: str
    figures: list[float]
    classes: tuple[str, ...]
    fault: bool


def _adopted(folder: Path) -> Iterator[tuple[str, list[bytes]]]:
    """Paragraphs of adopted texts that no weights were fitted on, in words, with the half in which they lie."""
    number, seen = 0, set()
    for text in texts(folder):
        if part_of(text.name) != PARTS - 1:
            continue
        number += 1
        for paragraph in text.paragraphs if number % SHARE == 0 else ():
            if len(paragraph) >= SHORTEST and paragraph not in seen:
                seen.add(paragraph)
                yield ADOPTED[number // SHARE % 2], row(LABEL.sub("", paragraph)).words


def _choices(words: list[bytes], about: known.Known) -> Iterator[tuple[int, int, bytes, list[float], tuple[str, ...]]]:
    """What is weighed of small words and words alike in a paragraph, with where it stands and what fits."""
    beside = Neighbours(words, about.views)
    for place in weighing.asked(words, about):
        for fit in weighing.fitting(beside, place, about):
            own, other = place.own, fit.other
            if not may_stand(words, place.start, place.end, own.group, own.word, other.word):
                values, _ = weighing.figures(place, fit, words, about)
                right = f"{other.word} ".encode() if other.word else b""
                yield place.start, place.end, right, values, weighing.classed_as(place, fit)


def _forms(words: list[bytes], about: doubts.Known) -> Iterator[tuple[int, int, bytes, list[float], tuple[str, ...]]]:
    """The same of forms of words."""
    tokens = doubts.tokens_in(words, about.tokens)
    assert about.counts is not None
    for at, paradigm in doubts.places(words, tokens, about):
        for fit in doubts.fitting(tokens, words, at, paradigm, about):
            if rule_of(fit.key[0], fit.old, fit.new) and fit.better >= doubts.LEAST_BETTER:
                values, classes = doubts.figures(fit, words, at, about.counts, about)
                yield at, at + 1, f"{fit.form} ".encode(), values, classes


def examples(folder: Path) -> tuple[dict[str, list[Example]], int, int]:
    """The examples by the kind of doubt, the number of words of clean drafts, and that of adopted texts."""
    tables = lexicon()
    choices, forms = known.known_of(tables), doubts.known_of(tables)
    assert choices is not None and forms is not None
    found: dict[str, list[Example]] = {"choice": [], "form": []}
    size = adopted = 0
    for name, words in _adopted(folder):
        adopted += len(words) - 2
        found["choice"] += [Example(name, one[3], one[4], False) for one in _choices(words, choices)]
        found["form"] += [Example(name, one[3], one[4], False) for one in _forms(words, forms)]
    for name in SETS:
        for words in clean(name):
            size += len(words) - 2
            found["choice"] += [Example(name, one[3], one[4], False) for one in _choices(words, choices)]
            found["form"] += [Example(name, one[3], one[4], False) for one in _forms(words, forms)]
        for fault in faults(name):
            where = fault.start, fault.end, fault.right.lower()
            for kind, rows in (("choice", _choices(fault.words, choices)), ("form", _forms(fault.words, forms))):
                found[kind] += [Example(name, row[3], row[4], True) for row in rows if row[:3] == where]
    return found, size, adopted


class Weights(NamedTuple):
    """Weights of the figures, and of the classes by name."""

    figures: np.ndarray
    classes: dict[str, float]


def fitted(chosen: list[Example], penalty: float) -> Weights:
    """The logistic weights; figures are scaled for the fit."""
    names = sorted({name for one in chosen for name in one.classes})
    plain = np.array([one.figures for one in chosen])
    flags = np.array([[float(name in one.classes) for name in names] for one in chosen])
    scale = plain.std(axis=0)
    scale[scale == 0] = 1
    scaled = np.hstack([plain / scale, flags])
    sign = np.array([1.0 if one.fault else -1.0 for one in chosen])
    worth = np.array([WORTH if one.name in ADOPTED else 1.0 for one in chosen])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (scaled @ weights)
        free = weights.copy()
        free[0] = 0
        value = (worth * np.logaddexp(0, -margin)).sum() + penalty / 2 * (free**2).sum()
        return value, penalty * free - scaled.T @ (worth * sign / (1 + np.exp(np.clip(margin, -50, 50))))

    found = minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x
    figures = found[: plain.shape[1]] / scale
    return Weights(figures, dict(zip(names, found[plain.shape[1] :].tolist(), strict=True)))


def judged(weights: Weights, chosen: Iterable[Example]) -> np.ndarray:
    """The scores of examples."""
    return np.array([
        float(weights.figures @ np.array(one.figures)) + sum(weights.classes.get(name, 0.0) for name in one.classes)
        for one in chosen
    ])  # fmt: skip


def fit(kind: str, chosen: list[Example], size: int, adopted: int) -> list[tuple[str, str, str, str]]:
    """The rows of the table for one kind of doubt."""
    scores: dict[str, np.ndarray] = {}
    for name in (*SETS, *ADOPTED):
        weights = fitted([one for one in chosen if one.name != name], PENALTY[kind])
        scores[name] = judged(weights, [one for one in chosen if one.name == name])
    right = {name: np.array([one.fault for one in chosen if one.name == name]) for name in scores}
    alarms = np.sort(np.concatenate([scores[name] for name in ADOPTED]))[::-1]
    for rate in (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5):
        limit = alarms[int(rate * adopted / 1000)]
        found = {name: int((scores[name][right[name]] > limit).sum()) for name in SETS}
        other = sum(int((scores[name][~right[name]] > limit).sum()) for name in SETS) / size * 1000
        print(
            f"{kind} {rate}: limit {limit:.2f}, {other:.2f} in drafts, found {sum(found.values())} {found}", flush=True
        )
    whole = fitted(chosen, PENALTY[kind])
    limit = float(alarms[int(RATES[kind] * adopted / 1000)]) + RAISED[kind]
    rows = [(kind, "figure", str(at), f"{weight:.4f}") for at, weight in enumerate(whole.figures.tolist())]
    rows += [
        (kind, "class", name, f"{weight:.4f}") for name, weight in sorted(whole.classes.items()) if abs(weight) >= LEAST
    ]
    return [*rows, (kind, "limit", "", f"{limit:.2f}")]


def main() -> None:
    """Fit, and write the table or compare with it."""
    options = argparse.ArgumentParser(prog="python -m tests.doubts.fit", description=__doc__)
    options.add_argument("--check", action="store_true", help="compare with the table that is there")
    chosen = options.parse_args()
    folder = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    if not (folder / "fixtures").is_dir():
        sys.exit("the real files are not here: set RESOLINT_FIXTURES to the folder that holds fixtures/")
    found, size, adopted = examples(folder)
    print(f"{size} words of clean drafts, {adopted} of adopted texts")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("doubt", "sort", "name", "weight"))
    for kind, rows in found.items():
        print(f"{kind}: {sum(one.fault for one in rows)} faults, {sum(not one.fault for one in rows)} others")
        writer.writerows(fit(kind, rows, size, adopted))
    if not chosen.check:
        TABLE.write_text(out.getvalue(), encoding="utf-8", newline="\n")
    elif TABLE.read_text(encoding="utf-8") != out.getvalue():
        sys.exit("the table is another one: python -m tests.doubts.fit writes it")


if __name__ == "__main__":
    main()

"""Fits the weights on the parts for the fit, sets both thresholds on the second third, and measures on the last.

Needs numpy and scikit-learn, and what ``python -m tests.attest.collect`` gathered.
"""

import argparse
import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from resolint.attested.scoring import CLEAR, CONTRAST, FEATURES, MARGINS, STRONG, SURE
from resolint.attested.scoring import weights as known_weights
from resolint.attested.view import FAMILIES
from tests.attest.corpus import FIGURES, PARTS, ROLES
from tests.attest.page import JUDGED
from tests.attest.slips import DATA, KINDS

INFO = 0.007
"""Infos per 1,000 words of adopted texts, for each family."""
PRICE = 60.0
"""What a false alarm per 1,000 words of adopted texts costs, in shares of the slips of one kind: a family gets as many
warnings as pay. How many of its alarms are false is known from those that were read (``judged.csv``)."""
WRONG = {"slip": 0.0, "departure": 0.75, "false": 1.0}
FEW, UNREAD = 4, 0.5
"""So many alarms of a family that nobody read are counted besides, of which so many are false."""
COUNCIL = 3
"""The Security Council among the bodies."""
STRENGTH = 1.0
NEVER = 99.0
"""A score that nothing has."""
LEAST = -2.0
"""No change with a lower score is told, however few alarms there are."""
BANDS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.01))
"""Shares of sequences of three words that are known in a paragraph."""
FAMILY, KIND, BODY, SIZE, RIGHT, TOUCHES, STANDS, NUMBER = range(8)


class Part:
    """What was gathered of the parts that serve one end."""

    def __init__(self, kept: Path, role: str) -> None:
        read = [np.load(kept / f"part-{part}.npz") for part in range(PARTS) if ROLES[part] == role]
        shift, facts = 0.0, []
        for one in read:
            own = one["facts"].copy()
            own[:, NUMBER] += shift
            shift = own[:, NUMBER].max() + 1
            facts.append(own)
        self.facts = np.concatenate(facts)
        self.values = np.concatenate([one["values"] for one in read])
        self.words = self.facts[self.facts[:, FAMILY] == -1, SIZE].sum()

    def of(self, family: int) -> np.ndarray:
        """The rows of one family."""
        return np.flatnonzero(self.facts[:, FAMILY] == family)


def fitted(part: Part, family: int) -> np.ndarray:
    """The weights of a family over ``FEATURES``, as they stand in the table."""
    rows = part.of(family)
    facts, values = part.facts[rows], part.values[rows]
    use = (facts[:, KIND] == -1) | (facts[:, RIGHT] == 1)
    values, right = values[use], facts[use, RIGHT] == 1
    scale = StandardScaler().fit(values[:, 1:])
    found = LogisticRegression(C=STRENGTH, max_iter=2000).fit(scale.transform(values[:, 1:]), right)
    slopes = found.coef_[0] / scale.scale_
    return np.concatenate([[found.intercept_[0] - (slopes * scale.mean_).sum()], slopes])


def fit_all(part: Part) -> list[np.ndarray]:
    """The weights of every family, fitted anew."""
    return [fitted(part, family) for family in range(len(FAMILIES))]


def present() -> list[np.ndarray]:
    """The weights of every family that stand in the table."""
    with (DATA / "attested-weights.csv").open(encoding="utf-8", newline="") as lines:
        found = known_weights(csv.DictReader(lines))
    return [np.array(one.values) if one is not None else np.zeros(len(FEATURES)) for one in found]


def gates(family: int, facts: np.ndarray, values: np.ndarray) -> dict[str, np.ndarray]:
    """Which changes may be told at each level, whatever their score."""
    new, old = (values[:, [pair[side] for pair in CONTRAST]] for side in (0, 1))
    clear = (new - old).max(axis=1) >= CLEAR - 1e-5
    strong = (new[:, :3].max(axis=1) >= STRONG - 1e-5) | (family == SURE)
    return {"warning": clear & strong & (facts[:, STANDS] == 0), "info": clear}


def threshold(scores: np.ndarray, words: float, rate: float) -> float:
    """The score that so many clean changes per 1,000 words reach."""
    allowed = int(words / 1000 * rate)
    ordered = np.sort(scores)[::-1]
    return max(float(ordered[allowed]) if allowed < len(ordered) else LEAST, LEAST)


def prices() -> list[float]:
    """What an alarm of each family costs, by the share of those read that were false; few that were read count for little."""
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        # What grammar lets stand now says nothing of what is still told.
        read = [(row["rule"], WRONG[row["verdict"]]) for row in csv.DictReader(lines) if row["last"] == "yes"]
    found = []
    for family in range(len(FAMILIES)):
        own = [wrong for rule, wrong in read if rule == f"ATT{family + 1:03}"]
        found.append(PRICE * (sum(own) + FEW * UNREAD) / (len(own) + FEW))
    return found


def paying(part: Part, rows: np.ndarray, scores: np.ndarray, price: float) -> float:
    """The score down to which the slips that are found more outweigh the alarms in clean texts."""
    if not len(rows):
        return NEVER
    facts = part.facts
    slips = facts[facts[:, FAMILY] == -2][:, KIND].astype(int)
    worth = 1 / np.maximum(np.bincount(slips, minlength=len(KINDS)), 1)
    order = np.argsort(-scores)
    own = facts[rows][order]
    found = np.where(own[:, TOUCHES] == 1, worth[own[:, KIND].astype(int)], 0.0)
    gain = np.cumsum(found - (own[:, KIND] == -1) * price * 1000 / part.words)
    best = int(np.argmax(gain))
    return float(scores[order][best]) if gain[best] > 0 else NEVER


def scored(part: Part, rows: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The scores of changes, less the margin of their body."""
    return part.values[rows] @ weights - MARGINS["sc"] * (part.facts[rows, BODY] == COUNCIL)


def main() -> None:
    """Fit, set, measure, and with ``--write`` put the table into the rules."""
    options = argparse.ArgumentParser(prog="python -m tests.attest.fit", description=__doc__)
    options.add_argument("--kept", type=Path, required=True)
    options.add_argument("--write", action="store_true")
    options.add_argument(
        "--keep", action="store_true", help="keep the weights of the table and set the thresholds anew"
    )
    chosen = options.parse_args()
    second, last = (Part(chosen.kept, role) for role in ("threshold", "measure"))
    weights, price = present() if chosen.keep else fit_all(Part(chosen.kept, "fit")), prices()
    lines, scores = [], np.full(len(last.facts), -np.inf)
    margins = {}
    told = {"warning": np.zeros(len(last.facts), bool), "info": np.zeros(len(last.facts), bool)}
    for family, name in enumerate(FAMILIES):
        rows = second.of(family)
        clean = second.facts[rows, KIND] == -1
        score = scored(second, rows, weights[family])
        gate = gates(family, second.facts[rows], second.values[rows])
        levels = {
            "warning": paying(second, rows[gate["warning"]], score[gate["warning"]], price[family]),
            "info": threshold(score[clean & gate["info"]], second.words, INFO),
        }
        lines += [(name, f"{level} from", f"{value:.4f}") for level, value in levels.items()]
        lines += [(name, feature, f"{value:.4f}") for feature, value in zip(FEATURES, weights[family], strict=True)]
        rows = last.of(family)
        scores[rows] = scored(last, rows, weights[family])
        for level, gate in gates(family, last.facts[rows], last.values[rows]).items():
            told[level][rows] = (scores[rows] >= levels[level]) & gate
        told["info"][rows] |= told["warning"][rows]  # both levels together
        margins[family] = levels
        clean = last.facts[rows, KIND] == -1
        print(
            f"{name:24}",
            *(f"{level} {1000 * (told[level][rows] & clean).sum() / last.words:.4f}" for level in told),
            f"right {int((last.facts[rows, RIGHT] == 1).sum())}",
        )
    figures = report(last, told)
    print(json.dumps(figures, indent=1))
    if chosen.write:
        kept = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.is_file() else {}
        FIGURES.write_text(json.dumps({**kept, "recall": figures}, indent=1) + "\n", encoding="utf-8")
        with (DATA / "attested-weights.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("family", "feature", "weight"))
            writer.writerows(lines)


def report(part: Part, told: dict[str, np.ndarray]) -> dict[str, Any]:
    """Alarms in clean texts, and the share of slips that something is told about at their place, by level."""
    facts = part.facts
    slips = facts[facts[:, FAMILY] == -2]
    found = {level: set(facts[mask & (facts[:, TOUCHES] == 1), NUMBER]) for level, mask in told.items()}

    def shares(own: np.ndarray) -> list[float]:
        return [round(float(np.mean([number in hits for number in own[:, NUMBER]])), 3) for hits in found.values()]

    kinds = [(name, slips[slips[:, KIND] == kind]) for kind, name in enumerate(KINDS)]
    rows = [(name, len(own), *shares(own)) for name, own in kinds]
    known = [slips[(slips[:, SIZE] >= low) & (slips[:, SIZE] < high)] for low, high in BANDS]
    clean = facts[:, KIND] == -1
    return {
        "words": int(part.words),
        "alarms": [round(float(1000 * (clean & mask).sum() / part.words), 3) for mask in told.values()],
        "kinds": rows,
        "mean": [round(sum(row[2 + level] for row in rows) / len(rows), 3) for level in (0, 1)],
        "mean of the first 15": [round(sum(row[2 + level] for row in rows[:15]) / 15, 3) for level in (0, 1)],
        "familiar": [(*band, len(own), *shares(own)) for band, own in zip(BANDS, known, strict=True)],
    }


if __name__ == "__main__":
    main()

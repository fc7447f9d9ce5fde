"""The limits of ``form-limits.csv``: how much better another form must fit before a word is told of.

Every word of the texts left out of the fit is asked twice. As it is written, each other form that fits better would be a false
alarm; in each of its other forms, the form that is written ought to be found. A limit is set for each kind of doubt (class, what
stands before and behind, form found, form that fits) where finding one more of these faults costs ``PRICE`` false alarms: one price
for all kinds, so that alarms are spent where they find most. A kind with few examples is judged by its neighbours too, the
same kind whatever stands behind. Half of the scores hide the word itself, for drafts have words that no text here has.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from resolint.checks.grm.forms import BARE, ING, PARTICIPLE
from resolint.checks.grm.neighbours import LEMMA
from resolint.checks.grm.telling import rule_of
from resolint.checks.grm.weights import STEP

Kind = tuple[str, str, str, int, int]
"""Class, what stands before, what stands behind, form found, form that fits."""
PRICE = {"info": 150.0, "warning": 3000.0}
"""So many faults must be found for one false alarm more; faults are counted as if every form of every word were written once."""
CUSHION = {"info": 0.3, "warning": 1.2}
"""Alarms are counted as if the limit were lower by so much."""
LEAST = {"info": 2.4, "warning": 4.2}
SURER = {"GRM002": 1.8, "GRM003": 0.8, "GRM007": 2.3}
"""Warnings of these rules begin so much higher: what they tell of has many forms that are seldom and right."""
WEIGHTS = {"GRM001": 10.0, "GRM002": 0.3, "GRM003": 1.0, "GRM004": 2.0, "GRM007": 1.0, "GRM008": 1.5}
"""What a fault counts: writers err in agreement far oftener than in the many other forms that a verb has."""
OFTEN = {"m": (BARE, 2.0), "t": (BARE, 2.0), "b": (PARTICIPLE, 3.0), "h": (PARTICIPLE, 3.0), "p": (ING, 4.0)}
"""The form that GRM002 asks for behind modal verbs, *to*, *be*, *have* and prepositions, where writers miss it, and what it counts."""
LEAST_FOUND = 10.0
"""A kind of which fewer faults would be found, as they are weighed, is not worth a row."""
STEPS = np.arange(0, 13, 0.1)


class Example(NamedTuple):
    """A word of the texts left out: its class, what stands before and behind, the form written, all forms, what is as good."""

    group: str
    before: str
    behind: str
    own: int
    forms: tuple[int, ...]
    passed: frozenset[tuple[int, int]]


def weight(group: str, before: str, old: int, new: int) -> float:
    """What a fault of this kind counts."""
    rule = rule_of(group, old, new)
    form, often = OFTEN.get(before, (0, 0.0))
    if rule == "GRM002" and form == new:
        return often
    return 1.5 if rule == "GRM002" and old == BARE and new in (ING, PARTICIPLE) else WEIGHTS[rule]


class Tally:
    """How often a score exceeds each of ``STEPS``, alarms and faults apart."""

    def __init__(self) -> None:
        self.alarms: list[float] = []
        self.faults: list[float] = []
        self.size = 0.0

    def above(self, lowered: float) -> tuple[np.ndarray, np.ndarray]:
        """The alarms above each limit lowered by so much, and the faults above the limit."""
        alarms, faults = np.sort(self.alarms), np.sort(self.faults)
        return (
            (len(alarms) - np.searchsorted(alarms, STEPS - lowered, side="right")) / 2,
            (len(faults) - np.searchsorted(faults, STEPS, side="right")) / 2,
        )


def scored(whole: np.ndarray, rows: np.ndarray, *, hidden: bool) -> np.ndarray:
    """The five scores of each example, with the features of the word itself or without."""
    kept = [place for place in range(rows.shape[1]) if not hidden or place not in LEMMA]
    found = np.zeros((len(rows), 5), np.float32)
    for start in range(0, len(rows), 8192):
        found[start : start + 8192] = whole[rows[start : start + 8192][:, kept]].sum(axis=1) * STEP
    return found


def _bits(form: int) -> tuple[int, ...]:
    return tuple(place for place in range(5) if form >> place & 1)


def tallies(fits: Iterable[np.ndarray], what: Iterable[Example]) -> Mapping[Kind, Tally]:
    """What each kind of doubt would tell of."""
    found: dict[Kind, Tally] = defaultdict(Tally)
    for fit, one in zip(fits, what, strict=True):
        score = fit.tolist()
        own = max(_bits(one.own), key=score.__getitem__)
        for form in one.forms:
            if form == one.own:
                continue
            there = [bit for bit in _bits(form) if not one.own >> bit & 1]
            for other in there:
                old, new = 1 << own, 1 << other
                if rule_of(one.group, old, new) and (old, new) not in one.passed:
                    kind = found[one.group, one.before, one.behind, old, new]
                    kind.alarms.append(score[other] - score[own])
            wrong = max(_bits(form), key=score.__getitem__)
            if wrong != own and rule_of(one.group, 1 << wrong, 1 << own):
                kind = found[one.group, one.before, one.behind, 1 << wrong, 1 << own]
                kind.faults.append(score[own] - score[wrong])
    return found


def limits(kinds: Mapping[Kind, Tally]) -> dict[Kind, tuple[float, float]]:
    """The limits of a warning and of an info; kinds of which nothing would be told are left out."""
    wide: dict[tuple[str, str, int, int], Tally] = defaultdict(Tally)
    for (group, before, _, old, new), tally in kinds.items():
        wide[group, before, old, new].alarms += tally.alarms
        wide[group, before, old, new].faults += tally.faults
    above = {severity: {key: tally.above(CUSHION[severity])[0] for key, tally in wide.items()} for severity in PRICE}
    found: dict[Kind, tuple[float, float]] = {}
    for kind, tally in sorted(kinds.items()):
        if not tally.faults:
            continue
        group, before, _, old, new = kind
        around = wide[group, before, old, new]
        share = len(tally.faults) / max(1, len(around.faults))
        chosen = {}
        for severity, price in PRICE.items():
            alarms, faults = tally.above(CUSHION[severity])
            alarms = alarms + above[severity][group, before, old, new] * share
            weighed = weight(group, before, old, new) * faults - price * alarms
            least = LEAST[severity] + (SURER.get(rule_of(group, old, new), 0.0) if severity == "warning" else 0.0)
            gain = np.where(least <= STEPS, weighed, -1e9)
            at = int(np.argmax(gain))
            chosen[severity] = float(STEPS[at]) if gain[at] > 0 else 99.0
        top = max(tally.alarms, default=0.0)
        warning = max(chosen["warning"], chosen["info"], top + CUSHION["warning"])
        clear = sum(score > chosen["info"] for score in tally.faults) / 2
        if clear * weight(group, before, old, new) >= LEAST_FOUND:
            found[kind] = (round(min(warning, 99.0), 1), round(chosen["info"], 1))
    return found


def told(kinds: Mapping[Kind, Tally], table: Mapping[Kind, tuple[float, float]]) -> Mapping[str, list[float]]:
    """By rule: warnings, infos, faults found and faults, with these limits."""
    found: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for kind, tally in kinds.items():
        row = found[rule_of(kind[0], kind[3], kind[4])]
        warning, info = table.get(kind, (99.0, 99.0))
        row[0] += sum(score > warning for score in tally.alarms) / 2
        row[1] += sum(info < score <= warning for score in tally.alarms) / 2
        row[2] += sum(score > info for score in tally.faults) / 2
        row[3] += len(tally.faults) / 2
    return found

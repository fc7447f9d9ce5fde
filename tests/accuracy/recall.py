"""Recall: plants each fault into clean drafts, in every form, and asks whether the rule sees it where it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context

from resolint.cards import load_cards
from resolint.findings import Report
from resolint.model import NOTE_MARK, Block, Document
from resolint.pipeline import load
from resolint.rule import Card
from tests.accuracy.drafts import FORMATS, Draft, Spot
from tests.accuracy.faults import faults
from tests.support import verbs

PICKS = 2
"""Places or wordings tried for each fault in each draft; the next draft takes the next ones."""
_APART = ("RES", "AGR")
NEAR = 2
"""A finding may begin or end so many characters from the fault: a blank or a mark belongs to either."""


@dataclass
class Score:
    """How many faults of a rule were planted and found; ``missed`` shows some that were not."""

    rule: str
    planted: int = 0
    found: int = 0
    forms: set[str] = field(default_factory=set)
    missed: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share that was found, 1 where nothing was planted."""
        return self.found / self.planted if self.planted else 1.0


def graded() -> tuple[str, ...]:
    """The rules whose recall counts: errors and warnings that are on by default, but for those on the use of resolint."""
    return tuple(card.id for card in load_cards() if card.severity != "info" and not card.off and card.family != "RES")


@cache
def _cards() -> Mapping[str, Card]:
    return {card.id: card for card in load_cards()}


@cache
def _linter(profile: str) -> verbs.Linter:
    return verbs.Linter(profile=profile)


def seen(rule: str, spots: Sequence[Spot], document: Document, report: Report) -> bool:
    """Whether ``rule`` speaks at one of the spots, or another for whose sake its card keeps silent there."""
    card = _cards()[rule]
    spans = [
        finding.span
        for finding in report.findings
        if finding.rule == rule or finding.rule in card.yields_to or (card.yields and finding.severity != "info")
    ]
    return any(_hit(spot, document.block(span.block), span.start, span.end) for spot in spots for span in spans)


def _hit(spot: Spot, block: Block, start: int, end: int) -> bool:
    plain = block.text.replace(NOTE_MARK, "")
    at = plain.find(spot.text)
    if at < 0:
        return False
    if not spot.text or not spot.near:
        return True
    low = start - block.text.count(NOTE_MARK, 0, start) - at
    high = end - block.text.count(NOTE_MARK, 0, end) - at
    return low <= spot.end + NEAR and high >= spot.start - NEAR


def measure(rule: str, drafts: Iterable[Draft]) -> Score:
    """Plant every fault of ``rule`` into every draft in every form."""
    score = Score(rule)
    for operator in faults().get(rule, ()):
        for number, draft in enumerate(drafts):
            for pick in range(number * PICKS, (number + 1) * PICKS):
                planted = operator(draft, pick)
                if planted is None:
                    continue
                for form, (ending, write) in FORMATS.items():
                    if planted.forms and form not in planted.forms:
                        continue
                    document = load(write(planted.draft), name="draft" + ending)
                    report = _linter(draft.profile).lint(document, name="draft" + ending)
                    score.planted += 1
                    score.forms.add(form)
                    if seen(rule, planted.spots, document, report):
                        score.found += 1
                    else:
                        score.missed.append(f"{form}, {draft.name}, {operator.__name__} {pick}")
    return score


class _Worker:
    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts

    def __call__(self, rule: str) -> Score:
        return measure(rule, self.drafts)


def scores(drafts: Sequence[Draft], rules: Sequence[str] = (), jobs: int = 2) -> list[Score]:
    """The scores of ``rules``, by default of all that have faults to plant."""
    wanted = list(rules or faults())
    if jobs == 1:
        return [measure(rule, drafts) for rule in wanted]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(_Worker(drafts), wanted))

"""Lints adopted texts and counts what is said of them: by rule, by body, in two processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from resolint import rulebook
from resolint.cards import load_cards
from resolint.profile import read_profile
from tests.accuracy.adopted import Adopted, adopted
from tests.support import verbs

WORDS_SHOWN = 3


@dataclass(frozen=True)
class Alarm:
    """A finding on an adopted text: enough to count it and to look it up."""

    rule: str
    severity: str
    where: str
    words: str
    message: str
    excerpt: str


@dataclass(frozen=True)
class Result:
    """What is said of one text."""

    name: str
    group: str
    words: int
    alarms: tuple[Alarm, ...]
    failures: tuple[str, ...] = ()
    ran: tuple[str, ...] = ()
    """The rules that ran on it."""


class _Worker:
    """Lints texts in one process; a linter for each profile is made once."""

    linters: dict[str | None, verbs.Linter] = {}

    def __call__(self, text: Adopted) -> Result:
        if text.profile not in self.linters:
            self.linters[text.profile] = verbs.Linter(profile=text.profile)
        report = self.linters[text.profile].lint(text.data, name=text.name)
        alarms = tuple(
            Alarm(
                found.rule,
                found.severity,
                found.where,
                few_words(report.text[found.span.block], found.span.start, found.span.end),
                found.message,
                found.excerpt,
            )
            for found in report.active
        )
        failures = tuple(f"{failure.rule}: {failure.error}" for failure in report.failures)
        ran = rules_of(report.profile) - {skip.rule for skip in report.skipped}
        return Result(text.name, text.family, report.counts["words"], alarms, failures, tuple(sorted(ran)))


@cache
def rules_of(profile: str) -> frozenset[str]:
    """The rules that are selected under a profile."""
    return frozenset(rule.card.id for rule in rulebook.select(load_cards(), read_profile(profile)))


def few_words(text: str, start: int, end: int) -> str:
    """The first words of a stretch; of an empty one the two before it."""
    words = text[start:end].split() or text[:start].split()[-2:]
    return " ".join(words[:WORDS_SHOWN]).strip("\ufffc")


def tally(texts: Sequence[Adopted], jobs: int = 2) -> Iterator[Result]:
    """The results for ``texts``, in order."""
    if jobs == 1:
        yield from map(_Worker(), texts)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_Worker(), texts, chunksize=8)


def every(folder: Path, sample: int = 1) -> list[Adopted]:
    """The adopted texts of the corpus, the Word file of decisions and the seeds; of the corpus each ``sample``-th."""
    return [*list(adopted(folder))[::sample], *others(folder)]


def others(folder: Path) -> Iterator[Adopted]:
    """The decisions that came as a Word file, and the seeds."""
    decisions = folder / "fixtures" / "un-docx" / "FCCC_PA_CMA_2021_10_Add3.docx"
    yield Adopted(decisions.name, "decisions", 2021, decisions.read_bytes())
    for path in sorted((folder / "seeds").glob("*.txt")):
        yield Adopted(path.name, "seeds", 0, path.read_bytes())

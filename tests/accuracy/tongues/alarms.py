"""What the rules say of adopted texts in the other official languages, where it counts as a false alarm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import NamedTuple

from resolint.pipeline import Session, lint
from tests.accuracy.tongues.texts import Text


class Alarm(NamedTuple):
    """A finding in an adopted text."""

    text: str
    rule: str
    severity: str
    where: str
    words: str
    message: str
    excerpt: str


@cache
def session() -> Session:
    """One session for a process; no configuration of the machine counts."""
    return Session(no_config=True)


def alarms(text: Text) -> tuple[Alarm, ...]:
    """What the rules find in one text."""
    report = lint(text.data.encode(), name=f"{text.name.replace('/', '_')}.md", session=session())
    assert not report.failures, (text.name, report.failures)
    found = []
    for finding in report.active:
        words = report.text[finding.span.block][finding.span.start : finding.span.end]
        found.append(
            Alarm(text.name, finding.rule, finding.severity, finding.where, words, finding.message, finding.excerpt)
        )
    return tuple(found)


def all_alarms(texts: Iterable[Text], jobs: int = 2) -> Iterator[tuple[Text, tuple[Alarm, ...]]]:
    """Every text with what was found in it."""
    given = tuple(texts)
    with ProcessPoolExecutor(jobs) as pool:
        yield from zip(given, pool.map(alarms, given, chunksize=20), strict=True)

"""Reviewing a Word draft: lint it as it was without our marks, then write what was found into it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from resolint.cards import load_cards
from resolint.errors import CannotWrite, UnreadableDraft
from resolint.findings import SEVERITIES, Report, Severity
from resolint.pipeline.files import WORD_SUFFIXES, is_word, read_bytes
from resolint.pipeline.linter import Linter
from resolint.rule import Card
from resolint.word.write import cleaning
from resolint.word.write.reviewing import Reviewed, write
from resolint.word.write.verifying import verify

AUTHOR = "resolint"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a review is to hold. ``date`` is an ISO date and time, "" for no date."""

    author: str = AUTHOR
    date: str = ""
    comments: bool = True
    changes: bool = True
    min_severity: Severity = "info"


def review(source: str | os.PathLike[str] | bytes, linter: Linter, wishes: Wishes, *, name: str = "") -> Reviewed:
    """The Word draft at ``source``, or with these bytes, with the findings of ``linter`` in it.

    Marks of an earlier run are renewed; where nothing but the date would change, the draft stays as it is. Raises
    ResolintError for a draft that is no Word file or cannot be written.
    """
    data, said = (source, name) if isinstance(source, bytes) else (read_bytes(source), name or os.fspath(source))
    if not is_word(data, said):
        raise UnreadableDraft(
            f"{said}: comments and tracked changes need a Word file; see its findings with 'resolint lint', mend it "
            "with 'resolint fix'"
        )
    base = cleaning.clean(data, said)
    report = above(linter.lint(base, name=said), wishes.min_severity)
    cards = {card.id: card for card in load_cards(*linter.settings.cards, examples=True)} if wishes.comments else {}
    if base is not data:
        known = cleaning.date_of(data)
        if known != wishes.date:
            same = _write(base, report, replace(wishes, date=known), cards)
            if same.data == data:
                return same
    return _write(base, report, wishes, cards)


def clean(source: str | os.PathLike[str]) -> bytes:
    """The Word draft at ``source`` without our marks. Raises ResolintError."""
    data, said = read_bytes(source), os.fspath(source)
    if not is_word(data, said):
        raise UnreadableDraft(f"{said}: only Word files can hold comments and tracked changes of resolint")
    return cleaning.clean(data, said)


def above(report: Report, least: Severity) -> Report:
    """``report`` with only those findings that are of the severity ``least`` or graver."""
    grave = SEVERITIES[: SEVERITIES.index(least) + 1]
    return replace(report, findings=tuple(finding for finding in report.findings if finding.severity in grave))


def output_for(path: str) -> str:
    """The name of the reviewed file beside the draft: ``DRAFT.reviewed.docx``."""
    stem, suffix = os.path.splitext(path)  # noqa: PTH122 - the folder stays as it was written
    if stem.endswith(".reviewed"):
        return path
    return f"{stem}.reviewed{suffix if suffix.lower() in WORD_SUFFIXES else '.docx'}"


def guard(path: str, output: str) -> None:
    """Raises CannotWrite if ``output`` holds more than a review of the draft at ``path``."""
    if not Path(output).is_file():
        return
    if os.path.realpath(output) == os.path.realpath(path):
        raise CannotWrite(
            f"{output}: this is the draft itself and is not written over; choose another name with -o, or --in-place"
        )
    try:
        fault = verify(read_bytes(path), read_bytes(output))
    except UnreadableDraft:
        fault = "something else"
    if fault:
        raise CannotWrite(
            f"{output}: this file is there already and is not just a review of {path} as it is now; choose another name, "
            "or write over it with --force"
        )


def _write(base: bytes, report: Report, wishes: Wishes, cards: Mapping[str, Card]) -> Reviewed:
    return write(
        base,
        report,
        author=wishes.author,
        date=wishes.date,
        comments=wishes.comments,
        changes=wishes.changes,
        cards=cards,
    )

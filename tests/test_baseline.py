"""Fingerprints through the whole way: what was known stays known when a draft is renumbered or moved about."""

from pathlib import Path

import pytest

from resolint.findings import Report
from tests.support import verbs
from tests.support.share import share, shares

pytestmark = pytest.mark.slow


DRAFT = """+++
symbol = "A/C.3/80/L.99"
+++

# Toy libraries

*The General Assembly*,

*Recalling* its interest in toy libraries

*Noting* that the UN has no toy library,

1. *Encourages* member states to open toy libraries;

2. *Requests* the Secretary General to report on paragraph 1 above,

3. *Also requests* the UN to lend toys for 5 percent of their price;

4. *Decides* to return to the matter
"""


def lint(source: str, name: str = "draft.md") -> Report:
    return verbs.lint(source.encode(), name=name, no_config=True)


def marks(report: Report) -> set[tuple[str, str]]:
    return {(finding.rule, finding.fingerprint) for finding in report.findings}


def test_a_draft_with_faults_gives_distinct_fingerprints() -> None:
    report = lint(DRAFT)
    assert len(report.findings) > 5
    assert len({finding.fingerprint for finding in report.findings}) == len(report.findings)
    assert marks(lint(DRAFT)) == marks(report)


def test_a_new_paragraph_and_new_numbers_leave_old_fingerprints_alone() -> None:
    renumbered = (
        DRAFT.replace("4. *Decides*", "5. *Decides*")
        .replace("3. *Also requests*", "4. *Also requests*")
        .replace("2. *Requests*", "3. *Requests*")
        .replace("paragraph 1 above", "paragraph 2 above")
        .replace("1. *Encourages*", "1. *Affirms* the use of toys;\n\n2. *Encourages*")
    )
    assert marks(lint(DRAFT)) <= marks(lint(renumbered))


def test_moved_paragraphs_keep_their_fingerprints() -> None:
    noting = "*Noting* that the UN has no toy library,\n\n"
    moved = DRAFT.replace(noting, "").replace("*Recalling*", f"{noting}*Recalling*")
    assert moved != DRAFT
    assert marks(lint(DRAFT)) == marks(lint(moved))


def test_blanks_quotes_and_line_ends_leave_fingerprints_alone() -> None:
    other = DRAFT.replace("\n", "\r\n").replace("toy library,", "toy\u00a0library,").replace("has no", "has\r\nno")
    assert {f for f in marks(lint(DRAFT)) if f[0].startswith("ABB")} <= marks(lint(other))


def test_new_words_are_new_findings() -> None:
    def of_words(report: Report) -> set[tuple[str, str]]:
        return {mark for mark in marks(report) if mark[0] in ("ABB003", "CAP001")}

    other = of_words(lint(DRAFT.replace("toy", "seed")))
    assert other
    assert not other & marks(lint(DRAFT))


@pytest.mark.parametrize(
    "name", ["CND_2020_L2_Rev1_revised_draft_resolution.txt", "CND_resolution_59_1_outcome_document.txt"]
)
def test_real_drafts_have_distinct_fingerprints(real: Path, name: str) -> None:
    report = verbs.lint(real / "seeds" / name, no_config=True)
    assert not report.failures
    assert len({finding.fingerprint for finding in report.findings}) == len(report.findings)


@shares(3)
def test_every_real_word_file_is_run_over_without_a_rule_failing(real: Path, one_in: int) -> None:
    for path in share(sorted((real / "fixtures").glob("*un-docx/*.docx")), one_in):
        report = verbs.lint(path, no_config=True)
        assert report.failures == (), path.name
        assert report.profile_reason

"""After ``fix`` no rule speaks of what was just written, and fixing twice changes nothing: over faulty drafts of every kind."""

from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resolint import Session, cards, lint
from resolint.findings import Report
from resolint.pipeline.fixing import fix
from tests.support.share import share, shares

SESSION = Session(no_config=True)

DRAFT = """+++
symbol = "A/C.2/81/L.14"
session = "Eighty-first session"
date = "12 October 2026"
+++

# Tide gauges of small harbours

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015, and the work of harbour masters,

*Recalling also* the fair held on 5 May 2026, at which 1,500 gauges and 20 per cent of the ropes were shown,

*Noting* the report entitled “Tides and times”, and the people-centred rooms of villages (on the coast),

1. *Invites* Member States:

(a) To read gauges twice a day, and to publish what they read;

(b) To mend ropes;

2. *Encourages* Governments, in cooperation with harbour masters, to share gauges;

3. *Requests* the Secretary-General to report to it at its eighty-third session on the implementation of the present resolution.
"""
PIECES = (
    *(
        " ,",
        ",,",
        "，",
        "；",
        " ;",
        ";,",
        "..",
        " .",
        "،",
        "–",
        "−",
        "—",
        "\u200b",
        "\u200e",
        "\u00ad",
        "\xa0",
        "  ",
        "\t",
        "’",
        "'",
    ),
    *(
        "“",
        "”",
        '"',
        "«",
        "»",
        "„",
        "(",
        ")",
        "[",
        "]",
        ";",
        ":",
        " :",
        " and",
        " and/or",
        "ﬁ",
        "а",
        "½",
        "°",
        "*",
        "**",
        "…",
        "!",
    ),
    *(
        " the the",
        " 5 percent",
        " 31 june 2026",
        " June 5th, 2026",
        " 20000 ropes",
        " $5m",
        " § 3",
        " article 5(a)",
        " co-operation",
    ),
    *(
        " labor",
        " organise",
        " it's",
        " etc.",
        " UN",
        " A/80/ 12",
        " 75th session",
        " seventy fifth session",
        " Member states",
    ),
    *(
        " 2015-2020",
        " [text]",
        " Resolution 70/1",
        " his or her",
        " 1'500",
        " 10 ,000",
        " ‘tides’",
        " Iran",
        " don’t",
        " Also",
    ),
)
PLACES = [at for at, sign in enumerate(DRAFT) if at > DRAFT.index("# Tide") + 2 and sign not in "\n"]


def spoilt(slips: list[tuple[int, str, int]]) -> str:
    """The draft with pieces put in, each at its place in the draft, over so many characters."""
    text = DRAFT
    for at, piece, over in sorted(slips, reverse=True):
        end = at + over
        text = text[:at] + piece + text[end if "\n" not in text[at:end] else at :]
    return text


def check_rest(text: str, level: Literal["safe", "suggest"], *, slips: int = 0) -> None:
    """Raises AssertionError where a second ``fix`` has something to do, or where a safe fix makes a draft with one slip worse.

    Of several slips one may hide another: quotation marks that are turned and unpaired at once.
    """
    done = fix(text.encode(), SESSION, name="draft.md", level=level)
    after = lint(done.after, SESSION, name="draft.md")
    again = fix(done.after, SESSION, name="draft.md", level=level)
    left = [
        (finding.rule, finding.message) for finding in after.active if finding.fix is not None and finding.fix.edits
    ]
    assert (again.made, again.after) == (0, done.after), left
    assert not after.failures
    if level == "safe" and slips == 1:
        before = lint(text.encode(), SESSION, name="draft.md")
        assert graver(after) <= graver(before), [(finding.rule, finding.excerpt) for finding in after.active]


def graver(report: Report) -> int:
    """How many errors and warnings speak of marks and blanks; a word or number that comes to light may have faults of its own."""
    marks = ("TYP", "PRE002", "OPR005", "OPR006", "OPR007")
    return sum(finding.severity != "info" and finding.rule.startswith(marks) for finding in report.active)


slips = st.lists(
    st.tuples(st.sampled_from(PLACES), st.sampled_from(PIECES), st.integers(0, 2)), min_size=1, max_size=5,
    unique_by=lambda slip: slip[0] // 4,
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(slips, st.sampled_from(["safe", "suggest"]))
def test_fixing_comes_to_rest(found: list[tuple[int, str, int]], level: Literal["safe", "suggest"]) -> None:
    check_rest(spoilt(found), level, slips=len(found))


@pytest.mark.deep
@settings(max_examples=4_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(slips, st.sampled_from(["safe", "suggest"]))
def test_fixing_comes_to_rest_on_thousands(
    found: list[tuple[int, str, int]], level: Literal["safe", "suggest"]
) -> None:
    check_rest(spoilt(found), level, slips=len(found))


@pytest.mark.slow
@pytest.mark.parametrize("level", ["safe", "suggest"])
@shares(12)
def test_fixing_comes_to_rest_on_the_faulty_examples_of_cards(level: Literal["safe", "suggest"], one_in: int) -> None:
    faulty = [example for card in cards.load_cards(examples=True) for example in card.examples if example.kind == "bad"]
    for example in share(faulty, one_in):
        check_rest(example.source, level)

"""One fault is told once: which of the rules that see it speaks."""

import pytest

from resolint import lint
from tests.checks.drafts import draft
from tests.support.rows import each

LAST = "2. *Decides* to return to the matter."


@each(
    ("paragraph", "rules"),
    [
        ("*Noting* that rooms opened on the 30th of February 2026,", ["NUM013"]),
        ("*Noting* the 10.000 rooms of readers,", ["NUM002"]),
        ("*Noting* the UN Charter,", ["ABB003"]),
        ("*Noting* the criterias for rooms of readers,", ["SPL014"]),
        ("*Noting* the growth of rooms between 2026-2028,", ["NUM022"]),
        ("*Recognizing* the importance to protect rooms of readers,", ["SPL041"]),
        ("*Noting* the NGO’s rooms of readers,", ["ABB001"]),
        ("*Noting* the rooms of readers [agreed ad ref],", ["OPR020"]),
        ("PP1 *Noting* the rooms of readers,", ["PRC008"]),
        ("*Noting* that women has rooms of readers,", ["SPL018"]),
    ],
)
def test_a_preambular_fault_is_told_once(paragraph: str, rules: list[str]) -> None:
    source = draft(paragraph, "1. *Invites* readers to come;", LAST)
    assert [one.rule for one in lint(source.encode(), name="draft.md", profile="ga").active] == rules


@pytest.mark.parametrize(
    ("paragraphs", "rules"),
    [
        (("1. *Encourges* readers to come;", LAST), ["SPL012"]),
        (
            (
                "1. *Calls upon* readers to come;",
                "2. *Calls on* States to open rooms.",
            ),
            ["OPR017"],
        ),
        (("1. *Invites* readers to come;", "2. *Decides* to remain ceased of the matter."), ["OPR011"]),
    ],
)
def test_an_operative_fault_is_told_once(paragraphs: tuple[str, ...], rules: list[str]) -> None:
    source = draft("*Noting* the rooms of readers,", *paragraphs)
    assert [one.rule for one in lint(source.encode(), name="draft.md", profile="ga").active] == rules

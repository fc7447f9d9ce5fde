"""Fixes that would write other wrong words are not made."""

import pytest

from tests.checks.drafts import draft, findings, replacements
from tests.support.rows import each

LAST = "2. *Decides* to return to the matter."


@each(
    ("rule", "words", "written"),
    [
        (
            "SPL012",
            "*Invites* the co-devel-opment of agree-ments and devel-oping rooms",
            ["development", "agreements", "developing"],
        ),
        ("SPL022", "*Invites* them so that noone is left behind", ["no one"]),
        ("SPL012", "*Invites* them so that noone is left behind", []),
        ("SPL022", "*Urges* all parties to immediately cease fire", []),
        ("SPL033", "*Urges* all parties to immediately cease fire", []),
        ("SPL022", "*Urges* all parties to keep the cease fire", ["ceasefire"]),
        ("OPR029", "*Demands* from all parties to stop", []),
        ("OPR029", "*Emphasizes* on the need to stop", [""]),
        ("SPL026", "*Invites* them to be strengthen cooperation", []),
        ("SPL026", "*Invites* cooperation to be strengthen by States", ["strengthened"]),
        ("TYP001", "*Condemns strongly* the attack", []),
        ("TYP001", "**Invites** all States", []),
        ("TYP001", "Invites all States", ["Invites"]),
    ],
)
def test_what_a_fix_writes(rule: str, words: str, written: list[str]) -> None:
    found = list(dict.fromkeys(replacements(rule, draft(f"1. {words};", LAST))))
    assert found == written


@each(
    ("rule", "words", "count"),
    [
        ("TYP001", "*Condemns strongly* the attack", 0),
        ("TYP001", "**Invites** all States", 1),
        ("OPR029", "*Demands* from all parties to stop", 1),
        ("SPL026", "*Invites* them to be strengthen cooperation", 1),
    ],
)
def test_the_fault_is_told_all_the_same(rule: str, words: str, count: int) -> None:
    assert len(findings(rule, draft(f"1. {words};", LAST))) == count


@pytest.mark.parametrize(
    ("label", "written"),
    [("Draft Resolution", "draft resolution"), ("Letter dated 3 May", "letter dated 3 May")],
)
def test_the_whole_label_of_sponsors_is_small(label: str, written: str) -> None:
    source = f'+++\nsponsors = "México: {label}"\n+++\n\n' + draft("1. *Invites* all States;", LAST)
    assert written in replacements("SPN008", source)


def test_names_are_put_right_and_in_order_at_once() -> None:
    source = '+++\nsponsors = ["Fiji", "Turkey", "Ivory Coast"]\n+++\n\n' + draft("1. *Invites* all States;", LAST)
    assert replacements("SPN009", source) == [] and [
        found.fix.applicability for found in findings("SPN009", source)
    ] == ["advice"]
    assert replacements("SPN010", source) == ["C\u00f4te d\u2019Ivoire", "Fiji", "T\u00fcrkiye"]
    right = source.replace("Turkey", "T\u00fcrkiye").replace("Ivory Coast", "C\u00f4te d\u2019Ivoire")
    assert replacements("SPN009", right)

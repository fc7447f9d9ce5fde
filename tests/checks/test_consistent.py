"""Abbreviations that the draft explains, and items of a list that go together: cases beside the examples of the cards."""

from tests.checks.drafts import draft, excerpts, findings, replacements
from tests.support.rows import each

PREAMBLE = "*Recalling* the Highland Weavers Network (HWN),"


@each(
    ("rule", "preamble", "paragraph", "found"),
    [
        ("ABB006", PREAMBLE, "*Thanks* the Hill Walkers Network (HWN) and HWN;", ["HWN"]),
        ("ABB006", PREAMBLE, "*Thanks* HWN (see annex) and the Network (in part);", []),
        ("ABB007", PREAMBLE, "*Thanks* the Network;", ["HWN"]),
        ("ABB007", PREAMBLE, "*Thanks* the members of HWN;", []),
        ("ABB007", "*Recalling* the Safe Harbour Operations (SHO) Pathway,", "*Thanks* sailors;", []),
        ("ABB008", "*Noting* HWN,", "*Thanks* the Highland Weavers Network (HWN);", ["HWN"]),
        ("ABB008", "*Noting* “HWN today”,", "*Thanks* the Highland Weavers Network (HWN);", []),
        ("ABB008", PREAMBLE, "*Thanks* HWN;", []),
    ],
)
def test_abbreviations(rule: str, preamble: str, paragraph: str, found: list[str]) -> None:
    assert excerpts(rule, draft(preamble, f"1. {paragraph}", "2. *Decides* to return to the matter.")) == found


def test_two_explanations_that_differ_are_told_apart() -> None:
    text = draft(PREAMBLE, "1. *Thanks* the Hill Walkers Network (HWN) and HWN;", "2. *Decides* to return.")
    assert [finding.message for finding in findings("ABB006", text)] == [
        "“HWN” is explained as “Highland Weavers Network” before."
    ]


def with_items(lead: str, *items: str) -> str:
    listed = "\n\n".join(f"({letter}) {item};" for letter, item in zip("abcdef", items, strict=False))
    return draft("*Recalling* museums,", f"1. *Invites* museums{lead}:\n\n{listed}", "2. *Decides* to return.")


@each(
    ("rule", "lead", "items", "instead"),
    [
        ("STR032", "", ("To open", "to train", "to write"), []),
        ("STR032", "", ("To open", "To train", "to write"), ["T"]),
        ("STR032", " to", ("open", "train"), []),
        ("STR034", "", ("To open", "To train", "Accelerate repairs"), ["To accelerate"]),
        ("STR034", "", ("To open", "Accelerate repairs", "Accept gifts"), []),
        ("STR034", "", ("To open", "To train", "Quietly to write"), []),
    ],
)
def test_items(rule: str, lead: str, items: tuple[str, ...], instead: list[str]) -> None:
    assert replacements(rule, with_items(lead, *items)) == instead


def test_to_is_said_once() -> None:
    assert excerpts("STR033", with_items(" to", "To open", "train", "to write")) == ["To", "to"]
    assert not excerpts("STR033", with_items(" to do this", "To open", "To train"))

"""The label lines of a conference: States in two roles, and names that no State bears among those of States."""

from tests.support.rows import each
from tests.support.verbs import lint


def told(rule: str, *lines: str) -> list[tuple[str, str]]:
    text = "\n".join(("Committee: Assembly", "Topic: Kites", *lines, "", "The General Assembly,", "", "Noting kites,"))
    text += "\n\n1. Invites towns to fly kites;\n\n2. Decides to return to the matter.\n"
    report = lint(text.encode(), name="draft.txt", profile="mun")
    blocks = dict(report.text)
    found = []
    for one in report.active:
        if one.rule == rule:
            shown = blocks[one.span.block]
            words = getattr(shown, "text", shown)
            found.append((words[one.span.start : one.span.end], one.severity))
    return found


@each(
    ("lines", "expected"),
    [
        (("Sponsors: Brazil, Ghana", "Signatories: Chile, Peru"), []),
        (("Sponsors: Brazil, Ghana", "Signatories: Brazil, Peru"), [("Brazil", "warning")]),
        (("Sponsors: Brazil, Ghana, Ghana", "Signatories: Peru"), [("Ghana", "warning")]),
    ],
)
def test_a_state_stands_once_and_in_one_role(lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert told("SPN020", *lines) == expected


@each(
    ("lines", "expected"),
    [
        (("Sponsors: Brazil, Ghana", "Signatories: Chile, Norland"), [("Norland", "info")]),
        (("Sponsors: Norland",), []),
        (("Sponsors: Norland, Ostland", "Signatories: Brazil, Westland"), []),
        (("Sponsors: Brazil, Ghana, European Union",), []),
    ],
)
def test_one_unknown_name_among_those_of_states_is_told(
    lines: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert told("SPN010", *lines) == expected

"""What delegations wrote between the words of a draft is told as such, and no rule on text speaks of it or mends it."""

import pytest

from resolint import Session, lint
from resolint.lexicon.remarks import remarks
from resolint.pipeline.fixing import fix
from tests.checks.drafts import draft
from tests.support.rows import each

SESSION = Session(no_config=True)


def _mended(words: str) -> str:
    source = draft(f"1. *Invites* villages to read{words}", "2. *Decides* to return to the matter.")
    return fix(source.encode(), SESSION, name="x.md", level="suggest").after.decode()


@each(
    "words",
    [
        " [UK: don't agree to 5 %];",
        " [CHN: placeholder]",
        " {US: reserve, see A/RES/79/1};",
        "; UK/CAN: retain, EU: delete",
        " (based on A/RES/79/1, PP3);",
    ],
)
def test_no_fix_inside_of_a_remark(words: str) -> None:
    assert f"to read{words}\n" in _mended(words)
    source = draft(f"1. *Invites* villages to read{words}", "2. *Decides* to return to the matter.")
    found = {finding.rule for finding in lint(source.encode(), SESSION, name="x.md").active}
    assert found & {"OPR020", "PRC008"} and not found & {"GEN004", "ABB001", "ABB002", "REF001", "REF002", "SPL004"}


def test_the_text_beside_a_remark_is_mended() -> None:
    assert "to read 5 per cent [UK: 5 %];" in _mended(" 5% [UK: 5 %];")


@pytest.mark.parametrize("label", ["OP1. ", "OP 1: ", "OP1 "])
def test_the_number_of_the_room_goes(label: str) -> None:
    source = draft(f"1. {label}*Invites* villages to read;", "2. *Decides* to return to the matter.")
    after = fix(source.encode(), SESSION, name="x.md", level="suggest").after.decode()
    assert "1. *Invites* villages to read;" in after


@each(
    "text",
    [
        "the International Waters Learning Exchange and Resource Network (IW:LEARN)",
        "Supplement No. 12 {E, F}",
        "the following: to retain the text, as in paragraph 3",
        "the Party of the first part (hereinafter: the Party)",
    ],
)
def test_what_is_no_remark(text: str) -> None:
    assert remarks(text) == ()


def test_marks_in_what_stands_as_a_heading_are_told() -> None:
    source = draft(
        "1. *Invites* villages to read;", "[Alt. 2: *Decides* to continue.] – agreed ad ref", "2. *Decides* to return."
    )
    found = [(one.rule, one.excerpt) for one in lint(source.encode(), SESSION, name="x.md").active]
    assert {rule for rule, _ in found} >= {"OPR020", "PRC008"}

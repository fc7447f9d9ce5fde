import pytest

from tests.checks.drafts import draft, excerpts, findings, replacements


def with_text(text: str) -> str:
    return draft(f"*Recalling* {text},", "*Encourages* readers to read.")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("its resolution A/RES/70/1 of 25 September 2015", 1),
        ("resolution 217A(III) of 10 December 1948", 1),
        ("Security Council resolution 1325", 1),
        ("Security Council resolution 1325 (2000)", 0),
        ("its resolution No. 70/1", 1),
        ("its resolution 70/1", 0),
        ("resolutions 3411 A and B (XXX)", 0),
        ("its resolution S-30/1", 0),
        ("Economic and Social Council resolution 2007/12", 0),
        ("the text “resolution A/RES/70/1”", 0),
    ],
)
def test_the_form_of_a_number(text: str, marked: int) -> None:
    assert len(findings("REF002", with_text(text))) == marked


def test_a_symbol_becomes_a_number() -> None:
    assert replacements("REF002", with_text("its resolution A/RES/70/1 of 25 September 2015")) == ["70/1"]


@pytest.mark.parametrize("abbreviated", ["UNGA", "GA"])
def test_an_organ_before_a_resolution_is_named_in_full(abbreviated: str) -> None:
    found = replacements("REF003", with_text(f"{abbreviated} resolution 70/1"))
    assert found == ["General Assembly resolution"]


def test_a_date_that_contradicts_the_number() -> None:
    assert len(findings("REF013", with_text("its resolution 70/1 of 25 September 2019"))) == 1
    assert not findings("REF013", with_text("its resolution 70/1 of 25 September 2015"))


def test_a_list_that_does_not_go_up() -> None:
    text = "its resolutions 62/9 of 5 December 2007, 60/1 of 16 September 2005 and 64/1 of 1 October 2009"
    assert len(excerpts("PRE007", with_text(text))) == 1


def test_a_resolution_of_a_session_to_come() -> None:
    dated = '+++\nsymbol = "A/79/L.9"\ndate = "14 October 2024"\n+++\n\n'
    assert findings("REF011", dated + with_text("its resolution 95/3"))
    assert not findings("REF011", dated + with_text("its resolution 79/3"))
    assert not findings("REF011", with_text("its resolution 95/3"))

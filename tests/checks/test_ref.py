import pytest

from tests.checks.drafts import draft, excerpts, findings, replacements
from tests.support.rows import each


def with_text(text: str) -> str:
    return draft(f"*Recalling* {text},", "*Encourages* readers to read.")


@each(
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


@each(
    ("text", "why"),
    [
        ("Security Council resolution 1325 (2002)", "resolutions about this number were adopted in 2000"),
        (
            "Security Council resolutions 1325 (2000) and 1540 (2006)",
            "resolutions about this number were adopted in 2004",
        ),
        ("its resolution 75/12 of 4 May 2003", "the number tells of the months from September 2020 to September 2021"),
        ("resolution 912 (1989), adopted on 1 May 1989 by the Parliamentary Assembly of the Council of Europe", ""),
        ("Security Council resolution 2999 (2031)", ""),
    ],
)
def test_the_year_of_the_security_council_and_the_months_of_a_session(text: str, why: str) -> None:
    assert [found.message.partition(": ")[2] for found in findings("REF013", with_text(text))] == (
        [f"{why}."] if why else []
    )


@each(
    ("text", "marked"),
    [
        ("Security Council resolution 70/1", 1),
        ("General Assembly resolution 27/2997", 1),
        ("General Assembly resolutions ES-10/15 and ES- 10/17", 0),
        ("United Nations Environmental Assembly resolution 5/3", 0),
    ],
)
def test_a_number_in_the_form_of_another_organ(text: str, marked: int) -> None:
    assert len(findings("REF002", with_text(text))) == marked


def test_a_date_shared_behind_descriptions() -> None:
    text = "Human Rights Council resolutions 5/1, on wells, and 5/2, on bells of villages, of 18 June 2007"
    assert not findings("REF001", with_text(text), body="hrc")
    assert findings("REF001", with_text(text.replace(", of 18 June 2007", "")), body="hrc")
    assert findings("REF013", with_text(text.replace("2007", "2009")), body="hrc")


def test_a_list_that_does_not_go_up() -> None:
    text = "its resolutions 62/9 of 5 December 2007, 60/1 of 16 September 2005 and 64/1 of 1 October 2009"
    assert len(excerpts("PRE007", with_text(text))) == 1


def test_a_resolution_of_a_session_to_come() -> None:
    dated = '+++\nsymbol = "A/79/L.9"\ndate = "14 October 2024"\n+++\n\n'
    assert findings("REF011", dated + with_text("its resolution 95/3"))
    assert not findings("REF011", dated + with_text("its resolution 79/3"))
    assert not findings("REF011", with_text("its resolution 95/3"))


@each("first", ["its resolution", "resolution", "General Assembly resolution"])
@each("second", ["its resolution", "resolution", "General Assembly resolution"])
def test_the_speaker_and_its_name_are_one_organ(first: str, second: str) -> None:
    text = f"{first} 70/1 of 25 September 2015 on wells, and {second} 70/1"
    assert not findings("REF001", with_text(text))
    undated = findings("REF001", with_text(text.replace(" of 25 September 2015", "")))
    assert len(undated) == (first != "resolution" or second != "resolution")


@each(
    ("text", "found"),
    [
        ("article 71 of the Charter of the United Nations", ["article"]),
        ("Article 24 of the Convention on the Rights of Gardeners", ["Article"]),
        ("Articles 33 of the Charter", ["Articles"]),
        ("article 5 and 6 of the Protocol", ["article"]),
        ("article 5 paragraph 2, of the Protocol", ["5"]),
        ("Articles 55 and 56 of the Charter and article 24 of the Convention", []),
        ("article 13, paragraph 2, of the Covenant", []),
    ],
)
def test_articles(text: str, found: list[str]) -> None:
    assert excerpts("REF029", draft(f"*Recalling* {text},", "1. *Invites* gardeners to read;")) == found

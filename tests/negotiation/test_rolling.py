"""Last year's text carried forward: what moves on, what is left to people, and that every change is tracked."""

import pytest

from resolint.errors import CannotWrite
from resolint.pipeline import Session, build, lint, load
from resolint.pipeline.rolling import Given, Rolled, Step, roll
from resolint.report.rolling import render
from tests.support.rows import each

pytestmark = pytest.mark.slow

LAST = """+++
symbol = "A/C.3/80/L.12/Rev.1"
body = "General Assembly"
session = "Eightieth session"
agenda_item = "Agenda item 71 (b)"
distribution = "Limited"
language = "English"
date = "27 October 2025"
sponsors = "Chile, Ghana, Jordan and Portugal: revised draft resolution"
+++

# Village wells

*The General Assembly*,

*Recalling* its resolutions 76/901 of 16 December 2021, 77/902 of 15 December 2022 and 79/903 of 17 December 2024 on village wells,

*Noting* that 2025 is the year of the great drought, and recalling the goals set for 2030,

1. *Takes note* of the report of the Secretary-General on village wells;[^1]

2. *Decides* to convene in 2026 a meeting on village wells, to be held during its eightieth session, in the course of the decade 2021–2030;

3. *Invites* the Human Rights Council to consider the matter at its sixty-first session;

4. *Requests* the Secretary-General to submit to the General Assembly at its eighty-first session a report on the implementation of the present
resolution;

5. *Decides* to continue its consideration of the matter at its eighty-first session.

[^1]: A/80/214.
"""
SESSION = Session()


def rolled(source: str = LAST, number: int = 82, **given: str) -> Rolled:
    return roll(source.encode(), Given(number, **given), SESSION, name="last.md")


def text_of(made: Rolled, view: str = "proposed") -> list[str]:
    document = load(made.data, SESSION, name="made.docx", view=view)  # type: ignore[arg-type]
    return [
        block.text for block in document.blocks if block.kind not in ("footer",) and not block.id.startswith("front/")
    ]


def test_what_follows_from_the_session_is_done() -> None:
    made = rolled(last="80/904", last_date="2025-12-18")
    text = "\n".join(text_of(made))
    assert "Eighty-second session" in text and "A/C.3/82/L.12\n" in text and "27 October 2027" in text
    assert "Rev.1" not in text and "revised" not in text
    assert (
        "77/902 of 15 December 2022, 79/903 of 17 December 2024 and 80/904 of 18 December 2025 on village wells" in text
    )
    assert "convene in 2028 a meeting on village wells, to be held during its eighty-second session" in text
    assert text.count("its eighty-third session") == 2
    assert {step.what for step in made.done} >= {
        "symbol",
        "session",
        "date",
        "year",
        "last year's resolution joins the list",
    }


def test_what_does_not_follow_is_left_and_listed() -> None:
    made = rolled()
    text = "\n".join(text_of(made))
    assert "sixty-first session" in text and "decade 2021–2030" in text and "that 2025 is the year" in text
    told = {(step.where, step.old) for step in made.open}
    assert any(where == "operative 3" and "its sixty-first session" in old for where, old in told)
    assert ("footnote 1", "A/80/214") in told
    assert ("masthead", "Chile, Ghana, Jordan and Portugal") in told
    assert any(step.where == "preambular 1" and "number and date" in step.what for step in made.open)
    assert any(step.where == "preambular 2" and "2025" in step.old for step in made.open)


def test_rejecting_all_gives_last_year_back() -> None:
    made = rolled(last="80/904", last_date="2025-12-18")
    base = load(build(load(LAST.encode(), SESSION, name="last.md"), SESSION), SESSION, name="base.docx")
    expected = [
        block.text for block in base.blocks if block.kind not in ("footer",) and not block.id.startswith("front/")
    ]
    assert text_of(made, "original") == expected


def test_it_lints_clean_and_every_departure_is_tracked() -> None:
    ahead = LAST.replace("sixty-first session", "seventieth session")  # what another body was asked is not rolled on
    base = build(load(ahead.encode(), SESSION, name="last.md"), SESSION)
    made = roll(base, Given(82, last="80/904", last_date="2025-12-18"), SESSION, name="last.docx")
    for options in ({}, {"base": base}):
        report = lint(made.data, session=SESSION, name="made.docx", **options)
        assert not [one for one in report.findings if one.severity != "info"], report.findings


ADOPTED = """+++
symbol = "A/RES/80/904"
body = "General Assembly"
session = "Eightieth session"
agenda_item = "Agenda item 71 (b)"
date = "5 January 2026"
+++

Resolution adopted by the General Assembly on 18 December 2025

[*on the report of the Third Committee (A/80/456/Add.2, para. 40)*]

# 80/904. Village wells

*The General Assembly*,

*Recalling* its resolution 79/903 of 17 December 2024 on village wells,

1. *Requests* the Secretary-General to report to it at its eighty-first session;

2. *Decides* to continue its consideration of the matter at its eighty-first session.

*65th plenary meeting*
*18 December 2025*
"""


def test_an_adopted_text_gives_its_own_number_and_loses_what_it_says_of_its_adoption() -> None:
    made = rolled(ADOPTED, 81)
    text = "\n".join(text_of(made))
    assert "its resolutions 79/903 of 17 December 2024 and 80/904 of 18 December 2025 on village wells" in text
    assert (
        "adopted by" not in text and "Third Committee" not in text and "plenary" not in text and "80/904." not in text
    )
    assert "A/RES/80/904" not in text and "Village wells" in text
    assert any("symbol" in step.what for step in made.open)


@each(
    ("recalling", "after"),
    [
        (
            "its resolution 79/903 of 17 December 2024",
            "its resolutions 79/903 of 17 December 2024 and 80/904 of 18 December 2025,",
        ),
        (
            "all its resolutions on wells, the most recent of which is resolution 79/903 of 17 December 2024",
            "the most recent of which is resolution 80/904 of 18 December 2025,",
        ),
        (
            "its resolution 79/903 of 17 December 2024 and its previous resolutions on wells",
            "its resolution 80/904 of 18 December 2025 and its previous resolutions on wells,",
        ),
        ("its resolution 70/1 of 25 September 2015", "its resolution 70/1 of 25 September 2015,"),
        (
            "its resolution 79/7 of 1 December 2024, entitled “Footpaths”",
            "its resolution 79/7 of 1 December 2024, entitled “Footpaths”,",
        ),
        (
            "that the Human Rights Council, in its resolution 59/7 of 1 July 2025, met",
            "in its resolution 59/7 of 1 July 2025, met,",
        ),
    ],
)
def test_how_last_years_resolution_is_recalled(recalling: str, after: str) -> None:
    head, _, rest = LAST.partition("*Recalling* its resolutions")
    source = f"{head}*Recalling* {recalling},\n{rest[rest.index(chr(10)) + 1 :]}"
    text = "\n".join(text_of(rolled(source, 81, last="80/904", last_date="2025-12-18")))
    assert after in text


def test_a_text_without_masthead_is_of_the_session_in_its_number() -> None:
    source = f"# 80/904. Village wells\n\n*The General Assembly*,\n\n{ADOPTED[ADOPTED.index('*Recalling*') :]}"
    made = rolled(source, 81)
    text = "\n".join(text_of(made))
    assert "its resolutions 79/903 of 17 December 2024 and 80/904 of 18 December 2025 on village wells" in text
    assert "80/904." not in text and "plenary" not in text and "at its eighty-second session" in text


def test_the_resolution_before_last_years_is_listed_where_it_is_cited_again() -> None:
    source = ADOPTED.replace(
        "1. *Requests*", "*Noting* the report submitted in pursuance of resolution 79/903,\n\n1. *Requests*"
    )
    made = rolled(source, 81)
    (step,) = (one for one in made.open if "before last year" in one.what)
    assert step.where == "preambular 2" and "in pursuance of resolution 79/903" in step.old and step.new == "80/904"
    assert "in pursuance of resolution 79/903" in "\n".join(text_of(made))


def test_wishes_are_written() -> None:
    made = rolled(symbol="A/C.3/82/L.40", date="2027-11-02", item="69 (c)", sponsors="Fiji and Peru")
    text = "\n".join(text_of(made))
    assert "A/C.3/82/L.40" in text and "2 November 2027" in text and "Agenda item 69 (c)" in text
    assert "Fiji and Peru: draft resolution" in text
    assert not [step for step in made.open if step.where == "masthead"]


@pytest.mark.parametrize(("number", "words"), [(80, "name a later one"), (3, "name a later one")])
def test_a_session_that_is_not_later_is_refused(number: int, words: str) -> None:
    with pytest.raises(CannotWrite, match=words):
        rolled(LAST, number)


def test_a_text_of_no_session_is_refused() -> None:
    with pytest.raises(CannotWrite, match="neither masthead, symbol nor number"):
        rolled("# Wells\n\n*The General Assembly*,\n\n1. *Decides* to meet.\n", 82)


OVER = LAST.replace(
    "5. *Decides* to continue its consideration of the matter at its eighty-first session.",
    "5. *Requests* the Secretary-General to report to it at its seventy-ninth session on the implementation of the measures taken;\n\n"
    "6. *Decides* to convene a conference in 2024 on the protection of village wells and of other sources of water.",
)


def test_every_session_and_year_that_is_over_is_listed() -> None:
    listed = [(step.where, step.what, step.old) for step in rolled(OVER).open]
    assert (
        "operative 5",
        "a session that is over; does it still hold?",
        "… Secretary-General to report to it at its seventy-ninth session on the implementation of the …",
    ) in listed
    assert any(where == "operative 3" and what == "a session of another body" for where, what, _ in listed)
    over = [(where, old) for where, what, old in listed if what.startswith("a year that is over")]
    assert over == [
        ("operative 6", "Decides to convene a conference in 2024 on the protection of village …"),
    ]
    assert "of 16 December 2021" not in "".join(old for _, old in over)


def test_what_is_named_by_its_year_is_no_plan() -> None:
    text = LAST.replace(
        "*The General Assembly*,",
        "*The General Assembly*,\n\n*Recalling* the Conventions on wells of 1949 and 1977,",
        1,
    )
    steps = rolled(text).open
    assert not any("1949" in step.old for step in steps if step.what.startswith("a year that is over"))


def test_what_is_shown_is_cut_between_words() -> None:
    words = set(OVER.replace("*", "").split())
    for step in rolled(OVER).open:
        if step.where.startswith(("operative", "preambular")) and "…" in step.old:
            assert set(step.old.replace("…", "").split()) <= words, step.old
    long = "protection of village wells " * 8
    shown = render((), [Step("text", "x", long)], width=400).splitlines()[-1]
    assert shown.endswith(" …") and set(shown.split()[2:-1]) <= set(long.split())


def test_the_lists_of_a_vote_go_with_the_adoption() -> None:
    votes = (
        "*28th meeting*\n\n*18 December 2025*\n\n[Adopted by a recorded vote of 3 to 2, with 1 abstention. The voting was as follows:"
        "\n\nIn favour:\n\nChile, Ghana and Jordan\n\nAgainst:\n\nFiji and Malta\n\nAbstaining:\n\nPeru]\n"
    )
    made = rolled(
        LAST.replace("[^1]: A/80/214.", votes + "\n[^1]: A/80/214.").replace("A/C.3/80/L.12/Rev.1", "A/RES/80/904")
    )
    text = "\n".join(text_of(made))
    assert "Fiji and Malta" not in text and "recorded vote" not in text and "28th meeting" not in text
    assert "eighty-third session" in text
    assert not [one for one in lint(made.data, SESSION, name="made.docx").active if one.rule == "STR024"]
    assert "Fiji and Malta" in "\n".join(text_of(made, "original"))


@pytest.mark.parametrize(
    ("recalling", "after"),
    [
        (
            "its resolutions 78/902 of 15 December 2023, and 79/903 of 17 December 2024 on village wells",
            "its resolutions 78/902 of 15 December 2023, 79/903 of 17 December 2024 and 80/904 of 18 December 2025 on village wells",
        ),
        # What is about something else is no list that last year's resolution joins.
        (
            "its resolutions 70/1 of 25 September 2015, entitled “Our world”, and 79/903 of 17 December 2024 on mountain huts",
            "its resolutions 70/1 of 25 September 2015, entitled “Our world”, and 79/903 of 17 December 2024 on mountain huts",
        ),
    ],
)
def test_only_the_list_on_the_matter_grows(recalling: str, after: str) -> None:
    source = LAST.replace(
        "its resolutions 76/901 of 16 December 2021, 77/902 of 15 December 2022 and 79/903 of 17 December 2024 on village wells",
        recalling,
    )
    assert after in "\n".join(text_of(rolled(source, last="80/904", last_date="2025-12-18")))


COUNCIL = """+++
symbol = "E/2026/L.9"
body = "Economic and Social Council"
session = "2026 session"
agenda_item = "Agenda item 18 (b)"
distribution = "Limited"
date = "3 June 2026"
language = "English"
sponsors = "Chile and Ghana: draft resolution"
+++

# Village wells

*The Economic and Social Council*,

*Recalling* its resolutions 2024/7 of 16 June 2024 and 2025/8 of 15 June 2025 on village wells,

1. *Welcomes* the outcome of the 2026 session of the Commission for Social Development;

2. *Requests* the Secretary-General to report to the Council at its 2027 session;

3. *Decides* to review the matter at the 2027 session, and to recall the 2024 session of the Council.
"""


def test_sessions_that_are_called_by_their_years_move_on() -> None:
    made = rolled(COUNCIL, 2027, last="2026/9", last_date="2026-06-20")
    text = "\n".join(text_of(made))
    assert "2027 session" in text and "E/2027/L.9" in text and "3 June 2027" in text
    assert "2025/8 of 15 June 2025 and 2026/9 of 20 June 2026 on village wells" in text
    assert "at its 2028 session" in text and "at the 2028 session" in text
    asked = {(step.where, step.what.partition(";")[0]): step.old for step in made.open}
    assert "Commission for Social Development" in asked["operative 1", "a session of another body"]
    assert "2024 session of the Council" in asked["operative 3", "a session that is over"]
    assert text_of(made, "original") == text_of(rolled(COUNCIL, 2030), "original")


RIGHTS = """+++
symbol = "A/HRC/53/L.9"
body = "Human Rights Council"
session = "Fifty-third session"
date = "3 July 2023"
+++

# Village wells

*The Human Rights Council*,

*Recalling* the decisions that the Committee on Wells adopted at its fourth, fifth, sixth and seventh sessions,

1. *Takes note* of what the Working Group on Wells, at its fifty-fourth session, decided on wells;

2. *Requests* the Secretary-General to report to the Human Rights Council at its sixtieth session, and to the Council at its fifty-seventh session;

3. *Decides* to hold in 2024 a meeting on wells during the fifty-second session of the Council, in the amount of 36.1 million United States
dollars for the period 2023/24.[^1]

[^1]: A/HRC/53/2.
"""


def test_whose_session_it_is_is_told_by_the_body_named_beside_it() -> None:
    made = rolled(RIGHTS, 54)
    text = "\n".join(text_of(made))
    assert "at its sixty-first session" in text and "at its fifty-eighth session" in text
    assert "at its fifty-fourth session, decided" in text and "in 2024 a meeting" in text
    asked = [(step.where, step.what.partition(";")[0], step.old) for step in made.open]
    (sessions,) = (old for where, _, old in asked if where == "preambular 1")
    assert "fourth, fifth, sixth and seventh sessions" in sessions
    assert ("operative 1", "a session of another body") in {one[:2] for one in asked}
    whats = [what for where, what, _ in asked if where == "operative 3"]
    assert sorted(whats) == [
        "a day or year of last session",
        "a day or year of last session",
        "a session that is over",
        "an amount of money",
    ]
    assert "\ufffc" not in render(made.done, made.open) and "\ufffc" not in str(made.open)


def test_what_is_done_several_times_in_a_place_is_told_once() -> None:
    source = LAST.replace(
        "at its eighty-first session.", "at its eighty-first session, and at its eighty-first session."
    )
    (step,) = (one for one in rolled(source).done if one.where == "operative 5")
    assert step.what == "session (2 times)"


def test_the_date_of_the_new_text_tells_how_many_years_lie_between() -> None:
    source = (
        RIGHTS.replace("A/HRC/53/L.9", "UNEP/EA.5/L.9").replace(
            "Human Rights Council", "United Nations Environment Assembly"
        )
    ).replace("Fifty-third", "Fifth")
    assert any("how many years" in step.what for step in rolled(source, 6).open)
    made = rolled(source, 6, date="2025-07-03")
    assert "UNEP/EA.6/L.9" in "\n".join(text_of(made)) and "in 2026 a meeting" in "\n".join(text_of(made))


def test_a_session_in_figures_stays_in_figures() -> None:
    text = "\n".join(text_of(rolled(LAST.replace("at its eighty-first session.", "at its 81st session."))))
    assert "at its 83rd session." in text


OWN_NAME = """Human Rights Council

Thirty-first session

Agenda item 10

Resolution adopted by the Human Rights Council on 24 March 2016

31/929. Village wells

The Human Rights Council,

Guided by the Charter of the United Nations,

{recalling}

1. Decides to remain seized of the matter.
"""
_BOTH = "resolutions 25/935 of 28 March 2014"
_OLD, _NEW = "28/933 of 27 March 2015", "31/929 of 24 March 2016"


@pytest.mark.parametrize(
    ("recalling", "after"),
    [
        (
            f"Recalling also Human Rights Council {_BOTH} and {_OLD},",
            f"Recalling also Human Rights Council {_BOTH}, {_OLD} and {_NEW},",
        ),
        (f"Recalling Council {_BOTH} and {_OLD},", f"Recalling Council {_BOTH}, {_OLD} and {_NEW},"),
        (
            f"Recalling General Assembly resolution 60/251 of 15 March 2006, and Council {_BOTH} and {_OLD},",
            f"Recalling General Assembly resolution 60/251 of 15 March 2006, and Council {_BOTH}, {_OLD} and {_NEW},",
        ),
        (
            f"Recalling all relevant Human Rights Council resolutions, in particular resolution {_OLD},",
            f"Recalling all relevant Human Rights Council resolutions, in particular resolutions {_OLD} and {_NEW},",
        ),
        (
            "Recalling General Assembly resolutions 69/901 of 18 December 2014 and 70/902 of 17 December 2015,",
            "Recalling General Assembly resolutions 69/901 of 18 December 2014 and 70/902 of 17 December 2015,",
        ),
    ],
)
def test_a_body_may_call_its_resolutions_by_its_own_name(recalling: str, after: str) -> None:
    assert after in text_of(roll(OWN_NAME.format(recalling=recalling).encode(), Given(34), SESSION, name="last.txt"))


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("foo", "no number of a resolution"),
        ("2213 (2015)", "as 79/903 is"),
        ("904", "as 79/903 is"),
        ("82/4", "of session 82"),
    ],
)
def test_what_is_no_number_of_last_years_resolution_is_refused(last: str, words: str) -> None:
    with pytest.raises(CannotWrite, match=words):
        rolled(last=last)


def test_a_symbol_joins_the_list_as_its_number() -> None:
    made = rolled(last="A/RES/80/904", last_date="2025-12-18")
    assert "and 80/904 of 18 December 2025 on village wells" in "\n".join(text_of(made))


def test_a_resolution_later_than_the_draft_or_before_last_year_is_listed() -> None:
    made = rolled(last="80/904", last_date="2027-12-18")
    assert "a resolution adopted after the date of the draft" in {step.what for step in made.open}
    assert any("is it last year's?" in step.what for step in rolled(last="78/904", last_date="2023-12-18").open)
    right = rolled(last="80/904", last_date="2025-12-18")
    assert not any("is it last year's?" in step.what or "after the date" in step.what for step in right.open)

"""Who is asked to do what by when."""

import csv
import io

import pytest

from resolint import Session, load
from resolint.actions import Action, of_passages
from resolint.pipeline import actions
from resolint.pipeline.rendering import render_actions
from tests.support.rows import each


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(no_config=True)


def found(session: Session, *paragraphs: str) -> tuple[Action, ...]:
    text = "# Bells\n\n*The General Assembly*,\n\n*Noting* the bells,\n\n" + "\n\n".join(paragraphs)
    return actions(text.encode(), session, name="bells.md")


@each(
    ("paragraph", "verb", "strength", "addressee", "task", "deadline", "reports"),
    [
        (
            "*Requests* the Secretary-General to report thereon to it at its eighty-third session;",
            *("Requests", "firm", "the Secretary-General"),
            *("to report thereon to it at its eighty-third session", "at its eighty-third session", True),
        ),
        (
            "*Requests* the Secretary-General, within existing resources, to convene a meeting by 30 June 2027;",
            *(
                "Requests",
                "firm",
                "the Secretary-General",
                "to convene a meeting by 30 June 2027",
                "by 30 June 2027",
                False,
            ),
        ),
        (
            "*Urges* Member States and observers, the Council and the Board to keep bells;",
            *("Urges", "strong", "Member States and observers, the Council and the Board", "to keep bells", "", False),
        ),
        (
            "*Invites* the Council to consider the bells referred to in paragraph 2 above annually;",
            *("Invites", "mild", "the Council", "to consider the bells referred to in paragraph 2 above annually"),
            *("annually", False),
        ),
        (
            "*Calls upon* States parties to the Convention to ratify it by 2030;",
            *("Calls upon", "firm", "States parties to the Convention", "to ratify it by 2030", "by 2030", False),
        ),
        (
            "*Requests* the Board to provide an answer within six months;",
            *("Requests", "firm", "the Board", "to provide an answer within six months", "within six months", False),
        ),
        ("*Encourages* the use of bells;", "Encourages", "mild", "", "the use of bells", "", False),
        (
            "*Requests* that bells be rung before the end of 2028;",
            *("Requests", "firm", "", "that bells be rung before the end of 2028", "before the end of 2028", False),
        ),
        (
            "*Strongly urges* the Director to submit a report on bells no later than 1 March 2027;",
            *("Strongly urges", "strong", "the Director", "to submit a report on bells no later than 1 March 2027"),
            *("no later than 1 March 2027", True),
        ),
    ],
)
def test_a_request_has_its_parts(session, paragraph, verb, strength, addressee, task, deadline, reports):
    (row,) = found(session, f"1. {paragraph}", "2. *Decides* to return to the matter.")
    assert (row.where, row.verb, row.strength, row.addressee) == ("operative 1", verb, strength, addressee)
    assert (row.task, row.deadline, row.reports) == (task, deadline, reports)


def test_two_requests_of_one_paragraph_are_two_rows(session):
    rows = found(session, "1. *Requests* the Board to meet, and invites the Council to attend by 2030;")
    assert [(row.verb, row.addressee, row.task, row.deadline) for row in rows] == [
        ("Requests", "the Board", "to meet", ""),
        ("invites", "the Council", "to attend by 2030", "by 2030"),
    ]


def test_subparagraphs_are_rows_for_the_addressee_above(session):
    rows = found(
        session,
        "1. *Invites* the Economic and Social Council:",
        "(a) To consider the bells;",
        "(b) To report before its eighty-fourth session;",
        "2. *Decides* to return to the matter.",
    )
    assert [(row.where, row.addressee, row.task, row.reports) for row in rows] == [
        ("operative 1 (a)", "the Economic and Social Council", "To consider the bells", False),
        ("operative 1 (b)", "the Economic and Social Council", "To report before its eighty-fourth session", True),
    ]


@each(
    ("above", "tasks", "addressee"),
    [
        ("*Invites* States that have none to consider:", ("to consider: Opening a tower", "to consider: Casting"), ""),
        ("*Requests* the Board to:", ("to: Opening a tower", "to: Casting"), "the Board"),
        ("*Requests* the Board:", ("Opening a tower", "Casting"), "the Board"),
        (
            "*Requests* the Board to help States by:",
            ("to help States by: Opening a tower", "to help States by: Casting"),
            "",
        ),
    ],
)
def test_the_words_above_subparagraphs_stand_in_each_row(session, above, tasks, addressee):
    rows = found(
        session, f"1. {above}", "(a) Opening a tower;", "(b) Casting;", "2. *Decides* to return to the matter."
    )
    assert [row.where for row in rows] == ["operative 1 (a)", "operative 1 (b)"]
    assert [row.task for row in rows] == list(tasks)
    assert {row.addressee for row in rows} == {addressee or rows[0].addressee}
    assert rows[0].addressee in ("the Board", "States that have none")


def test_items_have_the_time_above_them_or_their_own(session):
    rows = found(
        session,
        "1. *Requests* the Board, by 2030, to consider:",
        "(a) Opening a tower;",
        "(b) Casting a bell by 2028;",
        "2. *Decides* to return to the matter.",
    )
    assert [row.deadline for row in rows] == ["by 2030", "by 2028"]


def test_items_of_items_are_rows_and_a_report_with_its_parts_is_one(session):
    rows = found(
        session,
        "1. *Urges* States to consider:",
        "(a) Bells, in particular:",
        "(i) Casting them;",
        "(ii) Ringing them;",
        "(b) Towers;",
        "2. *Requests* the Board to submit a report containing:",
        "(a) A list of bells;",
        "(b) A list of towers;",
        "3. *Decides* to return to the matter.",
    )
    assert [(row.where, row.task) for row in rows] == [
        ("operative 1 (a) (i)", "to consider: Bells, in particular: Casting them"),
        ("operative 1 (a) (ii)", "to consider: Bells, in particular: Ringing them"),
        ("operative 1 (b)", "to consider: Towers"),
        ("operative 2", "to submit a report containing: (a) A list of bells; (b) A list of towers"),
    ]
    assert [row.reports for row in rows] == [False, False, False, True]


def test_adopted_texts_give_the_same_items_as_drafts(session):
    rows = of_passages(
        (
            ("operative 1", "Urges States to consider:"),
            ("operative 1 (a)", "Bells, in particular:"),
            ("operative 1 (a) (i)", "Casting them;"),
            ("operative 1 (b)", "Towers;"),
            ("operative 2", "Requests the Board to submit a report containing:"),
            ("operative 2 (a)", "A list of bells;"),
        ),
        session.lexicon(),
    )
    assert [(row.where, row.task) for row in rows] == [
        ("operative 1 (a) (i)", "to consider: Bells, in particular: Casting them"),
        ("operative 1 (b)", "to consider: Towers"),
        ("operative 2", "to submit a report containing: (a) A list of bells"),
    ]


@pytest.mark.real
def test_items_in_tracked_text_are_rows(session, real):
    path = real / "cases" / "word" / "two-authors-tracked.docx"
    for view, labels in (("proposed", "ab"), ("original", "abc")):
        rows = actions(path.read_bytes(), session, name=path.name, view=view)
        assert [row.where[-2] for row in rows if row.verb == "Invites" and row.where.endswith(")")] == list(labels)


def test_what_asks_for_nothing_gives_no_row(session):
    assert found(session, "1. *Welcomes* the bells;", "2. *Decides* to return to the matter.") == ()


def test_every_format_holds_every_request(session):
    rows = found(
        session, "1. *Requests* the Board to meet;", "2. *Urges* =HYPERLINK States to ring <b>bells</b> by 2030."
    )
    table = list(csv.DictReader(io.StringIO(render_actions([("a.md", rows)], "csv"))))
    assert [row["task"] for row in table] == [row.task for row in rows] and len(rows) == 2
    assert not any(row["addressee"].startswith("=") for row in table)
    page = render_actions([("a.md", rows)], "html")
    assert page.count('scope="row"') == 2 and "<b>bells" not in page
    text = render_actions([("a.md", rows)])
    assert "2 requests to 2 addressees" in text
    with pytest.raises(ValueError, match="no format"):
        render_actions([], "xml")


def test_requests_of_real_texts_are_in_their_place(session, real):
    for path in sorted((real / "fixtures" / "un-docx").glob("*.docx"))[:6]:
        document = load(path.read_bytes(), session, name=path.name)
        for row in actions(document, session):
            assert row.task and row.verb and row.where
            words = " ".join(document.text(row.span).replace("\ufffc", "").split())
            assert (
                row.addressee in " ".join(document.block(row.span.block).text.replace("\ufffc", "").split())
                or row.task in words
            )


@each(
    ("paragraph", "addressee", "task"),
    [
        # What tells the addressee apart is no task: a position, a right, parties to something.
        (
            "*Urges* Member States in a position to do so to ring bells;",
            "Member States in a position to do so",
            "to ring bells",
        ),
        (
            "*Calls on* parties to armed conflict to spare bells;",
            "parties to armed conflict",
            "to spare bells",
        ),
        (
            "*Encourages* all bodies that address the right to food and the United Nations system to share recipes;",
            "all bodies that address the right to food and the United Nations system",
            "to share recipes",
        ),
        # A deed is nobody.
        ("*Encourages* further efforts to mend bells;", "", "further efforts to mend bells"),
        ("*Calls for* immediate and unrestricted access to bells to ring them;", "", None),
        ("*Encourages* the establishment of funds to mend bells;", "", "the establishment of funds to mend bells"),
        ("*Urges* the continued use of ropes to ring bells;", "", None),
        ("*Encourages* giving due regard to the need to mend bells;", "", None),
        # Asides are not part of a name, wherever they stand.
        ("*Calls upon*, in this regard, all ringers to practise;", "all ringers", "to practise"),
        (
            "*Requests* the Director, in close consultation with the Board and the ringers, to mend bells;",
            "the Director",
            "to mend bells",
        ),
        (
            "*Urges* Governments, while addressing noise, to protect ringers;",
            "Governments",
            "to protect ringers",
        ),
        (
            "*Invites* Member States and other friends of bells, including ringers, to listen;",
            "Member States and other friends of bells",
            "to listen",
        ),
        (
            "*Invites* Member States, the Board, the Council and civil society, as appropriate, to listen;",
            "Member States, the Board, the Council and civil society",
            "to listen",
        ),
        ("*Appeals* to Member States to listen;", "Member States", "to listen"),
        ("*Recommends* that, at its next session, the Board mend bells;", "", None),
    ],
)
def test_whom_is_somebody_who_can_act(session, paragraph, addressee, task):
    (row,) = found(session, f"1. {paragraph}", "2. *Decides* to return to the matter.")
    assert row.addressee == addressee
    if task is not None:
        assert row.task == task


def test_an_event_with_a_date_is_no_deadline(session):
    (row,) = found(
        session, "1. *Invites* States to attend the meeting in Quito from 17 to 20 October 2026;", "2. *Decides*."
    )
    assert row.deadline == ""


def test_a_deadline_begins_with_its_own_word(session):
    (row,) = found(
        session,
        "1. *Requests* the Chair to engage in an interactive dialogue at its eighty-third session;",
        "2. *Decides* to return to the matter.",
    )
    assert row.deadline == "at its eighty-third session"


def test_two_who_are_asked_the_same_each_have_the_task(session):
    rows = found(
        session,
        "1. *Calls upon* all States, and *invites* the relevant organizations of the system, to:",
        "(a) Cast bells;",
        "(b) Ring them;",
        "2. *Urges* States and *invites* the Ringers’ Association to keep the towers in repair.",
    )
    assert [(one.where, one.addressee, one.task) for one in rows] == [
        ("operative 1 (a)", "all States", "to: Cast bells"),
        ("operative 1 (b)", "all States", "to: Ring them"),
        ("operative 1 (a)", "the relevant organizations of the system", "to: Cast bells"),
        ("operative 1 (b)", "the relevant organizations of the system", "to: Ring them"),
        ("operative 2", "States", "to keep the towers in repair"),
        ("operative 2", "the Ringers’ Association", "to keep the towers in repair"),
    ]


@each(
    ("paragraph", "addressee", "task"),
    [
        (
            "*Encourages* further activities in this regard, and *welcomes* the commitment of the Director to cast bells",
            *("", "further activities in this regard"),
        ),
        ("*Urges* States to cast bells, *notes* the plans, and *recalls* its decision", "States", "to cast bells"),
        (
            "*Urges* States to collect notes of the ringers, and views submitted by the founders",
            *("States", "to collect notes of the ringers, and views submitted by the founders"),
        ),
        (
            "*Demands* that all parties lay down the bells and *calls upon* States to keep them",
            *("", "that all parties lay down the bells"),
        ),
    ],
)
def test_a_verb_that_asks_for_nothing_ends_the_task(session, paragraph, addressee, task):
    first = found(session, f"1. {paragraph}.")[0]
    assert (first.addressee, first.task) == (addressee, task)


def test_what_is_decided_that_somebody_shall_do_is_asked_of_them(session):
    [row] = found(
        session,
        "1. *Decides* that all Member States shall preserve without delay the bells on their territory;",
        "2. *Decides* that the ban on bells shall apply to gongs, and that the Bell Fund shall be closed;",
        "3. *Decides* to remain seized of the matter.",
    )
    assert (row.addressee, row.verb, row.strength) == ("all Member States", "Decides", "strong")
    assert (row.task, row.deadline) == ("shall preserve without delay the bells on their territory", "without delay")


@each(
    ("task", "reports"),
    [
        ("to prepare a study on bells and submit it to the Council", True),
        ("to count the bells and to report to it on the results", True),
        ("to count the bells and the report on bells", False),
        ("to invite experts to present their bells", False),
    ],
)
def test_a_report_may_be_asked_for_late_in_the_task(session, task, reports):
    [row] = found(session, f"1. *Requests* the Secretary-General {task}.")
    assert row.reports is reports


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("to report to it at its seventieth, seventy-second and seventy-fourth sessions", ""),
        ("to report to it at its sixty-ninth and seventieth sessions", ""),
        ("to report to it by 2026 and 2028, respectively", "by 2026 and 2028"),
        ("to report to it in 2026, 2027 and 2028 on bells", "in 2026, 2027 and 2028"),
        ("to report to it by 1 March 2026 and 1 March 2027", ""),
        ("to report to it by 2028, 2030 Agenda reports included", "by 2028"),
    ],
)
def test_every_date_of_a_list_is_told(session, words, due):
    (row,) = found(session, f"*Requests* the Secretary-General {words};")
    assert row.deadline == (due or words.removeprefix("to report to it "))

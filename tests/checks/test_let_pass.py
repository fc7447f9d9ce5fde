"""What rules let pass, because adopted texts write it so."""

from pathlib import Path

from resolint import lint
from tests.checks.drafts import draft, excerpts, findings, replacements
from tests.support.rows import each


@each(
    ("rule", "paragraph", "found"),
    [
        ("REF014", "*Noting* the Charter of the United Nations and the Protocol,", []),
        ("CAP013", "*Noting* the framework convention and the multi-stakeholder action agenda,", []),
        ("CAP013", "*Noting* the sustainable development goals,", ["sustainable development goals"]),
        ("PRC004", "*Noting* Council Regulation (EU) No 267/2012 and rivers (EU),", ["(EU)"]),
        ("PRC004", "*Noting* the report (agreed conclusions of the session) and lakes (agreed),", ["(agreed)"]),
        ("PRC005", "The Council will meet in spring,", []),
        ("SPL019", "*Noting* that volunteers take over from staff for about half of the year,", []),
        ("TYP023", "*Noting* a Member State–driven process and people–centred rooms,", ["–"]),
        ("TYP023", "*Noting* 7 − 3, x−y, A/79/2−A/79/9 and public−private rooms,", ["−"]),
        ("CAP002", "*Noting* that States Parties to the Convention met,", ["States Parties"]),
        ("CAP002", "*Noting* that States Parties to the United Nations Convention on the Law of the Sea met,", []),
        ("ABB001", "*Noting* ODA and the UNEP Live platform of UNEP,", ["UNEP"]),
        ("ABB002", "*Noting* ODA,", ["ODA"]),
        ("SPL012", "*Noting* the dry val\u200bleys,", []),
    ],
)
def test_what_is_found(rule: str, paragraph: str, found: list[str]) -> None:
    assert excerpts(rule, draft(paragraph, "1. *Decides* to meet;", "2. *Urges* peace.")) == found


def test_the_goals_had_no_capitals_before_they_were_adopted() -> None:
    body = draft("*Noting* the sustainable development goals,", "*Decides* to meet.")
    for day, found in (("12 October 2014", False), ("12 October 2015", True)):
        report = lint(f'+++\ndate = "{day}"\n+++\n\n{body}'.encode(), name="draft.md")
        assert ("CAP013" in {finding.rule for finding in report.findings}) is found


@each(
    ("day", "impossible", "written"),
    [("31 june 2027", 1, []), ("30 june", 0, ["30 June"]), ("20 may attend", 0, []), ("06 May 2027", 0, ["6 May"])],
)
def test_a_day_is_mended_only_if_it_exists(day: str, impossible: int, written: list[str]) -> None:
    text = draft("*Noting* the rooms,", f"1. *Decides* that {day} and on;", "2. *Urges* peace.")
    assert len(findings("NUM013", text)) == impossible
    assert replacements("NUM025", text) == written
    assert not findings("SPL012", text)


def test_items_may_be_headings_in_the_security_council() -> None:
    text = draft(
        "*Noting* the mission,",
        "1. *Decides* that the mission has these tasks:",
        "(a) Protection of civilians",
        "   (i) To protect villages;",
        "   (ii) To protect wells;",
        "(b) Support to elections;",
        "2. *Urges* peace.",
        organ="*The Security Council*,",
    )
    assert not excerpts("OPR007", text, "sc") and len(findings("OPR007", text, "ga")) == 1


@each(
    ("words", "found"),
    [
        ("the government of Chile", ["the government of"]),
        ("the governments of the Gambia and Togo", ["the governments of"]),
        ("the government of the Valley Region of Chile", []),
        ("the government of Andalusia", []),
        ("the government of the day", []),
    ],
)
def test_only_the_government_of_a_state_has_a_capital(words: str, found: list[str]) -> None:
    assert excerpts("CAP003", draft(f"*Noting* the rooms of {words},")) == found


def test_a_deadline_before_the_date_of_an_adopted_text_is_no_fault() -> None:
    for number, found in (("Resolution 79/12", False), ("", True)):
        head = f'+++\ndate = "9 November 2024"\n+++\n\n{number}\n\n# Wooden bridges\n\n'
        body = "*The General Assembly*,\n\n*Noting* bridges,\n\n1. *Requests* all to mend them by 3 March 2024;\n\n2. *Urges* care.\n"
        report = lint((head + body).encode(), name="draft.md")
        assert ("OPR032" in {finding.rule for finding in report.findings}) is found


def test_what_holds_from_a_later_day_on_is_no_event() -> None:
    head = '+++\ndate = "9 November 2024"\n+++\n\n'
    words = "aid that was established by resolution 79/1 to the bridges from 1 July 2025"
    text = head + draft(
        f"*Noting* the {words} and the fair held on 3 May 2026,", "1. *Decides* to act;", "2. *Urges* care."
    )
    assert [f.excerpt for f in lint(text.encode(), name="draft.md").findings if f.rule == "OPR033"] != []
    assert len([f for f in lint(text.encode(), name="draft.md").findings if f.rule == "OPR033"]) == 1


@each(
    ("first", "second", "found"),
    [
        ("to open", "rooms in villages;", 1),
        ("to open rooms,", "which have lamps;", 1),
        ("to open rooms;", "and to mend lamps;", 0),
        ("to open rooms:", "rooms in villages;", 0),
    ],
)
def test_a_paragraph_mark_inside_a_sentence(first: str, second: str, found: int) -> None:
    text = draft("*Noting* lamps,", f"1. *Invites* States {first}", second, "2. *Urges* care.")
    assert len(findings("PRC006", text)) == found


@each(
    ("request_", "found"),
    [
        ("to mend them by 2020", 1),
        ("to mend them by the end of 2021", 1),
        ("to mend them by 2027", 0),
        ("to go on with the target adopted for mending them by 2020", 0),
    ],
)
def test_a_year_that_is_over_is_no_deadline(request_: str, found: int) -> None:
    head = '+++\ndate = "9 November 2024"\n+++\n\n'
    text = head + draft("*Noting* lamps,", f"1. *Invites* States {request_};", "2. *Urges* care.")
    report = lint(text.encode(), name="draft.md")
    assert len([finding for finding in report.findings if finding.rule == "OPR032"]) == found


@each(
    ("cited", "note", "found"),
    [
        ("its resolution 70/1 of 25 September 2015", "Resolution 70/1.", 0),
        ("its resolution 70/1 of 25 September 2015", "Resolution 71/1.", 1),
        ("its resolution 70/1 of 25 September 2015", "See resolution 71/1, annex.", 0),
        ("the report A/80/12", "A/80/21.", 1),
        ("the report of the Secretary-General", "A/80/21.", 0),
        ("Security Council resolution 2467 (2019)", "Resolution 70/1.", 1),
    ],
)
def test_a_note_says_what_the_text_says(cited: str, note: str, found: int) -> None:
    text = draft(f"*Recalling* {cited},[^1]", "1. *Urges* care;", "2. *Invites* all.") + f"\n[^1]: {note}\n"
    assert len(findings("FTN026", text)) == found


@each(
    ("words", "found"),
    [
        ("the Universal Declaration of Human Rights", 1),
        ("the Committee on the Implementation of the Universal Declaration of Human Rights", 0),
        ("the Universal Declaration of Human Rights, proclaimed by resolution 217 A (III)", 0),
        ("the States parties to the International Covenant on Civil and Political Rights", 1),
    ],
)
def test_a_first_mention_is_one_that_stands_for_itself(words: str, found: int) -> None:
    text = draft(f"*Noting* that reading rooms honour {words},", "1. *Urges* care;", "2. *Invites* all.")
    assert len(findings("FTN004", text)) == found


def test_a_name_within_a_name_is_said_once() -> None:
    body = draft("*Recalling* the Charter of the united nations,", "1. *Decides* that the united nations meets.")
    said = [one for one in lint(body.encode(), name="draft.md").findings if one.rule.startswith("CAP")]
    assert [(one.rule, one.where) for one in said] == [("CAP013", "preambular 1"), ("CAP005", "operative 1")]


def test_a_second_insertion_is_not_said_to_run_into_the_verb() -> None:
    one = "*Noting* that rooms, as well as halls are open,"
    two = "*Noting* that rooms, including those of towns, as well as halls are open,"
    assert excerpts("SPL029", draft(one)) == ["halls are"]
    assert not excerpts("SPL029", draft(two))


def test_a_cell_of_a_report_is_no_line_of_a_masthead(real: Path) -> None:
    report = real / "fixtures" / "un-docx" / "A_80_6_Sect.17.docx"
    assert not lint(report.read_bytes(), name=report.name, select=["SPN021"]).active

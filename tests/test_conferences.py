"""Drafts of conferences of students, from text to report: styles of marking, label lines, what is said of bad drafts."""

from pathlib import Path

import pytest

from resolint.findings import Report
from resolint.pipeline import lint, ready
from tests.support.rows import each

LABELS = "**FORUM:** Health Commission\n\n**QUESTION OF:** Spectacles for schools\n\n**MAIN SUBMITTER:** Chile\n\n"


def draft(preambular: str, operative: str, labels: str = LABELS) -> bytes:
    """A draft whose openings stand between the marks given (``*{}*``)."""
    lines = [
        "The General Assembly,",
        f"{preambular.format('Noting')} the price of spectacles,",
        f"{preambular.format('Aware')} of weak eyes,",
        f"1. {operative.format('Encourages')} opticians to help;",
        f"2. {operative.format('Calls upon')} schools to test eyes;",
        f"3. {operative.format('Decides')} to remain seized of the matter.",
    ]
    return (labels + "\n\n".join(lines) + "\n").encode()


def run(data: bytes, profile: str | None = None, **options: tuple[str, ...]) -> Report:
    return lint(data, name="draft.md", profile=profile, **options)  # type: ignore[arg-type]


def of_file(path: Path, profile: str | None = None) -> Report:
    return lint(path.read_bytes(), name=path.name, profile=profile)


def rules(report: Report) -> list[str]:
    return [found.rule for found in report.active]


@each("preambular", ["*{}*", "{}"])
@each("operative", ["*{}*", "<u>{}</u>", "**{}**", "<u>*{}*</u>", "{}"])
def test_a_draft_is_held_to_the_marking_that_it_keeps(preambular: str, operative: str) -> None:
    report = run(draft(preambular, operative), "mun")
    assert rules(report) == []
    assert "operative verbs" in report.profile_reason


def test_the_one_opening_that_breaks_the_style_is_reported() -> None:
    source = draft("*{}*", "<u>{}</u>").replace(b"<u>Calls upon</u>", b"*Calls upon*")
    (found,) = [one for one in run(source, "mun").active if one.rule == "TYP001"]
    assert (found.where, found.fix) == ("operative 2", None)
    assert "underlined" in found.message


def test_a_style_that_the_profile_fixes_is_asked_for() -> None:
    assert rules(run(draft("*{}*", "<u>{}</u>"), "thimun")) == []
    assert rules(run(draft("*{}*", "**{}**"), "thimun")).count("TYP001") == 3
    assert "TYP001" in rules(run(draft("*{}*", "<u>{}</u>"), "un4mun"))


@each(
    ("operative", "labels", "name"),
    [
        ("<u>{}</u>", LABELS, "thimun"),
        ("*{}*", LABELS, "mun"),
        ("**{}**", "Code: GA/1/1\n\nCommittee: General Assembly\n\nTopic: Spectacles for schools\n\n", "nmun"),
        ("<u>{}</u>", "Committee: General Assembly\n\nTopic: Spectacles for schools\n\n", "mun"),
    ],
)
def test_labels_and_the_form_of_verbs_tell_the_conference(operative: str, labels: str, name: str) -> None:
    assert run(draft("*{}*", operative, labels)).profile == name


def test_a_value_may_go_on_below_its_label_and_names_are_checked_there() -> None:
    source = (
        "Committee: General Assembly\nTopic: Spectacles for schools\nSignatories: Russia, Chile, Ghana,\nVietnam, Zambia\n\n"
        "The General Assembly,\n\nNoting weak eyes,\n\n1. Encourages opticians to help;\n\n2. Decides to meet again.\n"
    )
    report = lint(source.encode(), name="draft.txt", profile="mun")
    wrong = [(found.rule, report.text[found.span.block][found.span.start : found.span.end]) for found in report.active]
    assert wrong == [("SPN009", "Russia"), ("SPN010", "Russia"), ("SPN010", "Vietnam")]


def test_a_banner_is_no_title() -> None:
    labels = LABELS + "THIS PAPER IS PROPERTY OF THE O.M.U.N. PASSED/NOT PASSED\n\n"
    assert not {"ABB003", "ABB004"} & set(rules(run(draft("*{}*", "*{}*", labels), "mun")))


def test_verbs_of_the_security_council_are_remarks_elsewhere() -> None:
    source = draft("*{}*", "*{}*").replace(b"*Encourages* opticians to help", b"*Imposes* sanctions on opticians")
    assert "OPR040" in rules(run(source, "mun"))
    assert "OPR040" not in rules(run(source.replace(b"General Assembly", b"Security Council"), "mun"))
    assert "OPR040" not in rules(run(source, "ga"))


def test_rules_of_a_conference_speak_only_where_it_switches_them_on() -> None:
    source = draft("*{}*", "*{}*")
    switched = ("STR028", "SPN030", "PRE030", "OPR041", "OPR042", "OPR043", "OPR044")
    assert not set(switched) & set(rules(run(source, "mun")))
    assert {"STR028", "OPR043", "OPR044"} <= set(rules(run(source, "mun", select=switched)))


THIMUN = """**FORUM:** Health Commission

**QUESTION OF:** Spectacles for rural schools

**MAIN SUBMITTER:** Chile

**CO-SUBMITTERS:** Ghana, Japan, Kenya, Norway, Peru, Viet Nam

THIS DOCUMENT IS PROPERTY OF OMUN. PASSED / NOT PASSED

THE HEALTH COMMISSION,

*Alarmed by* the number of children who cannot read the blackboard,

*Recognizing* the work of the World Health Organization (WHO) on eye care,

1. <u>Encourages</u> Member States to test the eyes of every child by:

   a) training teachers in simple eye tests,

   b) lending test charts to schools, such as:

      i) charts with letters,

      ii) charts with pictures for children who do not read yet,

   c) reporting the results to parents;

2. <u>Calls upon</u> opticians to give away spare frames;

3. <u>Calls upon</u> WHO to publish a list of opticians;
"""
NMUN = """Code: GA3/1/7

Committee: General Assembly Third Committee

Topic: Spectacles for rural schools

Sponsors: Chile, Ghana, Japan

*The General Assembly Third Committee,*

*Alarmed by* the number of children who cannot read the blackboard,

1. **Encourages** Member States to test the eyes of every child by:

   a. Training teachers in simple eye tests;

   b. Lending test charts to schools, such as:

      i. Charts with letters;

      ii. Charts with pictures for children who do not read yet;

2. **Calls upon** opticians to give away spare frames;

3. **Calls upon** schools to store them.
"""
UN4MUN = """+++
symbol = "A/C.3/81/L.9"
body = "General Assembly"
session = "Eighty-first session"
agenda_item = "Agenda item 27"
sponsors = "Chile, Ghana and Viet Nam: draft resolution"
distribution = "Limited"
date = "12 October 2026"
language = "English"
+++

# Spectacles for rural schools

*The General Assembly*,

*Alarmed* by the number of children who cannot read the blackboard,

1. *Encourages* Member States to test the eyes of every child, by:

   (a) Training teachers in simple eye tests;

   (b) Lending test charts to schools, such as:

      (i) Charts with letters;

      (ii) Charts with pictures for children who do not read yet;

2. *Calls upon* opticians to give away spare frames;

3. *Also calls upon* opticians to mend broken frames.
"""


@pytest.mark.parametrize(
    ("source", "profile"), [(THIMUN, "thimun"), (NMUN, "nmun"), (UN4MUN, "un4mun")], ids=["thimun", "nmun", "un4mun"]
)
def test_a_whole_draft_in_its_style_is_without_a_finding(source: str, profile: str) -> None:
    for name in (profile, "mun"):
        # A draft that is still open is a custom of one conference.
        assert set(rules(run(source.encode(), name))) <= ({"OPR006"} if name == "mun" else set())
    if profile != "un4mun":
        assert run(source.encode()).profile == profile


@each(
    ("source", "profile", "right", "wrong", "rule"),
    [
        (THIMUN, "thimun", "<u>Calls upon</u> opticians", "Calls upon opticians", "TYP001"),
        (THIMUN, "thimun", "<u>Encourages</u>", "<u>Encouraging</u>", "OPR001"),
        (THIMUN, "thimun", "*Recognizing*", "*Recognizes*", "PRE001"),
        (THIMUN, "thimun", "Viet Nam", "Vietnam", "SPN010"),
        (THIMUN, "thimun", "Ghana, Japan", "Japan, Ghana", "SPN009"),
        (THIMUN, "thimun", "spare frames;", "spare frames", "OPR005"),
        (THIMUN, "thimun", "a list of opticians;", "a list of opticians", "OPR006"),
        (THIMUN, "thimun", "c) reporting", "d) reporting", "STR011"),
        (NMUN, "nmun", "**Encourages**", "*Encourages*", "TYP001"),
        (NMUN, "nmun", "store them.", "store them;", "OPR006"),
        (NMUN, "nmun", "blackboard,", "blackboard;", "PRE002"),
        (NMUN, "nmun", "b. Lending", "c. Lending", "STR011"),
        (UN4MUN, "un4mun", "*Also calls upon*", "*Calls upon*", "OPR003"),
        (UN4MUN, "un4mun", "*Encourages*", "**Encourages**", "TYP001"),
        (UN4MUN, "un4mun", "*The General Assembly*,", "The General Assembly,", "TYP012"),
        (UN4MUN, "un4mun", "the eyes of every child", "what UNICEF calls eyes", "ABB001"),
    ],
)
@pytest.mark.slow
def test_what_breaks_the_style_is_found(source: str, profile: str, right: str, wrong: str, rule: str) -> None:
    assert right in source
    assert rule in rules(run(source.replace(right, wrong, 1).encode(), profile))


def test_fixes_and_reviews_keep_the_style() -> None:
    from resolint import build, clean, review
    from resolint.pipeline.fixing import fix

    faulty = THIMUN.replace("<u>Encourages</u>", "<u>Encouraging</u>").replace("spare frames;", "spare frames")
    assert fix(faulty.encode(), name="draft.md", level="suggest", profile="thimun").after == THIMUN.encode()
    word = build(faulty.encode(), name="draft.md")
    mended = fix(word, name="draft.docx", level="suggest", accept=True, profile="thimun")
    assert not run_word(mended.after)
    assert clean(review(word, name="draft.docx", profile="thimun").data, name="draft.docx") == word


def run_word(data: bytes) -> list[str]:
    return rules(lint(data, name="draft.docx", profile="thimun"))


@pytest.mark.real
@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("style-thimun.docx", set()),
        ("style-iu.docx", set()),
        ("whereas.txt", {"STR002", "PRE001", "STR025"}),
        ("no-organ-line.txt", {"STR002", "PRE002", "STR023"}),
        ("no-operative-part.txt", {"STR026"}),
        ("mandate-overreach.txt", {"OPR040"}),
        ("abb-gloss.txt", {"ABB030"}),
        ("items-glued.txt", {"OPR007"}),
        ("misc.txt", {"SPN009", "SPN010", "NUM009"}),
    ],
)
def test_small_drafts_met_in_the_field(real: Path, name: str, found: set[str]) -> None:
    report = of_file(real / "cases" / "mun" / name, "mun")
    assert found <= set(rules(report))
    if not found:
        assert rules(report) == []


@pytest.mark.real
@pytest.mark.parametrize("name", ["thimun-organ-capitals.txt", "property.txt"])
def test_organ_lines_in_capitals_and_banners_are_no_fault(real: Path, name: str) -> None:
    report = of_file(real / "cases" / "mun" / name, "mun")
    assert not {"STR002", "STR024", "ABB003", "ABB004"} & set(rules(report))


@pytest.mark.real
@pytest.mark.parametrize(
    ("name", "there", "never"),
    [
        ("drafts/operative-verb-in-preamble.md", {"PRE001"}, {"STR009", "OPR003"}),
        ("drafts/hrc-star.md", {"PRE001"}, {"STR009", "OPR003"}),
        ("word/hrc-draft.docx", {"PRE001"}, {"STR009", "OPR003", "STR024"}),
        ("drafts/sc-clause-first.md", set(), {"OPR001", "OPR023"}),
        ("drafts/opr023-clause-first.md", set(), {"OPR010", "OPR023"}),
    ],
)
def test_a_verb_of_the_other_part_is_one_finding(real: Path, name: str, there: set[str], never: set[str]) -> None:
    found = set(rules(of_file(real / "cases" / name)))
    assert there <= found
    assert not never & found


def test_a_label_line_of_sponsors_is_no_malformed_line_of_sponsors() -> None:
    source = draft("*{}*", "*{}*", "**Committee:** Health\n\n**Topic:** Spectacles\n\n**Sponsors:** Chile\n\n")
    found = ready(source, name="draft.md").report
    assert found.profile == "mun"
    assert "SPN008" not in rules(found)
    assert "SPN008" in rules(run(b"Sponsors: Chile\n\n" + draft("*{}*", "*{}*", "# Spectacles\n\n"), "ga"))

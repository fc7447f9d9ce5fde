"""Drafts of conferences of students, from text to report: styles of marking, label lines, what is said of bad drafts."""

from pathlib import Path

import pytest

from resolint.findings import Report
from resolint.pipeline import lint

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
    return lint(data, name="draft.md", profile=profile, no_config=True, **options)  # type: ignore[arg-type]


def of_file(path: Path, profile: str | None = None) -> Report:
    return lint(path.read_bytes(), name=path.name, profile=profile, no_config=True)


def rules(report: Report) -> list[str]:
    return [found.rule for found in report.active]


@pytest.mark.parametrize("preambular", ["*{}*", "{}"])
@pytest.mark.parametrize("operative", ["*{}*", "<u>{}</u>", "**{}**", "<u>*{}*</u>", "{}"])
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


@pytest.mark.parametrize(
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
    report = lint(source.encode(), name="draft.txt", profile="mun", no_config=True)
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

import pytest

from resolint.findings import Fix
from resolint.model import Span
from resolint.report import render
from resolint.report.characters import columns
from tests.report.samples import OPERATIVE, PREAMBLE, finding, full_report, report, second, text_report
from tests.support.rows import each


def lines_of(*args, **options):
    return render(*args, "text", **options).splitlines()


def test_a_finding_says_place_severity_rule_reason_and_remedy():
    out = lines_of([report(second())])
    assert out[0] == "drafts/seed libraries.docx"
    assert " ".join(out[1:3]) == (
        "resolution, 1 preambular and 2 operative paragraphs, 1 note; profile ga (from the symbol A/C.2/71/L.90)"
    )
    block = out[out.index("operative 2: error ABB001 united-nations-abbreviated") :]
    assert block[1] == "    “UN” is written in full in a resolution."
    assert block[4] == "    → Write “United Nations”"


def test_carets_stand_below_the_fault():
    out = lines_of([report(second())])
    at = next(number for number, line in enumerate(out) if "^" in line)
    start = out[at].index("^")
    assert out[at].strip() == "^^"
    assert out[at - 1][start : start + 2] == "UN"


def test_a_missing_thing_is_one_caret_after_the_words():
    out = lines_of([report(finding())])
    at = next(number for number, line in enumerate(out) if "^" in line)
    assert out[at].strip() == "^"
    assert out[at].index("^") == len(out[at - 1])
    assert out[at - 1].endswith("village seed libraries")


def test_note_references_and_tabs_are_shown_as_something_readable():
    text = "\n".join(lines_of([report(second())]))
    assert "share seeds* among" in text
    assert "\ufffc" not in text and "\t" not in text


@each("width", [40, 57, 80, 100, 200])
def test_no_line_is_wider_than_the_page(width):
    out = lines_of([full_report()], width=width)
    assert max(columns(line) for line in out) <= max(width, 40)


def test_each_severity_is_called_by_its_name():
    out = lines_of([report(finding(severity="info"))])
    assert "preambular 1: info PRE002 preambular-comma-missing" in out
    assert out[-1] == "1 info in 1 document."


def test_allowed_findings_are_listed_with_their_reason_and_not_counted():
    out = lines_of([full_report()], width=100)
    assert "Allowed in the draft:" in out
    assert "    operative 1, ABB001 united-nations-abbreviated: quotes the title of a report" in out
    assert out[-1] == "1 error, 1 warning in 1 document; 1 allowed in the draft; 1 in the baseline."


def test_known_findings_are_counted_and_not_shown():
    out = lines_of([report(finding(baseline=True))])
    assert "1 finding known from the baseline is not shown." in out
    assert not any("^" in line for line in out)
    assert out[-1] == "Nothing to report in 1 document; 1 in the baseline."


def test_skips_failures_and_stale_entries_are_said():
    text = render([full_report()], "text", width=100)
    assert "Not checked: FTN001 (the source carries no footnotes)\n" in text
    assert "The rule NUM001 failed and was left out" in text
    assert "1 entry of the baseline no longer occurs here and can go: PRE002 at preambular 9" in text


def test_a_number_that_occurs_again_is_explained_once():
    said = "A place with [2] is the second paragraph of that number.\n"
    again = [finding(where="operative 4 [2] (a)"), second(where="operative 4 [2]")]
    assert render([report(*again)], "text", width=100).count(said) == 1
    assert said not in render([report(*again)], "text", width=100, quiet=True)
    assert said not in render([report(finding(), second())], "text", width=100)


def test_many_skips_of_one_reason_are_counted():
    from resolint.findings import Skip

    skips = tuple(Skip(f"PRE{number:03}", "there is no preamble") for number in range(1, 10))
    text = render([report(skipped=skips)], "text", width=100)
    assert "Not checked: 9 rules (there is no preamble)\n" in text


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("resolution", False),
        ("report", "STR020 (for other texts than reports)"),
        ("other", "(for other texts than this)"),
    ],
)
def test_rules_for_other_kinds_of_text_are_no_news_for_the_usual_kinds(kind, said):
    from resolint.findings import Skip

    skips = (Skip("STR020", "it is for declarations, and this document is of another kind", meant=False),)
    text = render([report(kind=kind, skipped=skips)], "text", width=100)
    assert said in text if said else "Not checked" not in text


def test_a_clean_draft_alone_is_said_to_be_clean():
    out = lines_of([report()])
    assert out[0] == "drafts/seed libraries.docx"
    assert out[-1] == "Nothing to report in 1 document."


def test_among_many_a_clean_draft_is_only_counted():
    text = render([report(path="clean.docx"), report(finding(), path="faulty.docx")], "text")
    assert "clean.docx" not in text
    assert text.endswith("1 warning in 1 of 2 documents.\n")


def test_quiet_leaves_the_findings_alone():
    text = render([full_report()], "text", quiet=True)
    assert text.startswith("drafts/seed libraries.docx\n\npreambular 1")
    assert "Allowed" not in text and "Not checked" not in text and "profile" not in text
    assert render([report()], "text", quiet=True) == ""


def test_unreadable_files_are_counted_in_the_last_line():
    text = render([report()], "text", unreadable=[("a.docx", "it is damaged")])
    assert text.endswith("Nothing to report in 1 document; 1 file could not be read.\n")


def test_the_line_is_told_where_there_are_lines():
    assert "operative 2, line 9: error ABB001 united-nations-abbreviated" in lines_of([text_report()])


def test_color_only_on_request():
    plain = render([full_report()], "text")
    painted = render([full_report()], "text", color=True)
    assert "\x1b" not in plain
    assert "\x1b[31merror\x1b[0m" in painted
    import re

    assert re.sub("\x1b\\[[0-9;]*m", "", painted) == plain


def test_a_draft_cannot_steer_the_terminal():
    evil = report(
        second(message="bad \x1b[2J thing", where="operative\x07 2"), text={"document/7": OPERATIVE + "\x1b]0;x\x07"}
    )
    text = render([evil], "text")
    assert not any(ord(char) < 32 and char != "\n" for char in text)


@each("encoding", ["ascii", "cp437", "cp1252", "latin-1", "no-such-encoding"])
def test_poor_consoles_get_the_nearest_characters_with_carets_in_place(encoding):
    words = "Déjà vu … “quoted” – the UN"
    start = words.index("UN")
    item = second(span=Span("document/7", start, start + 2), fix=Fix("écrire “plus”", (), "advice"))
    text = render([report(item, text={"document/7": words})], "text", encoding=encoding)
    if encoding != "no-such-encoding":
        text.encode(encoding)
    else:
        text.encode("ascii")
    lines = text.splitlines()
    at = next(number for number, line in enumerate(lines) if "^" in line)
    assert lines[at - 1][lines[at].index("^") :] == "UN"


def test_statistics_count_what_stands_by_rule():
    out = lines_of([report(finding(), second(), second(fingerprint="x"))], statistics=True)
    at = out.index("2  ABB001  united-nations-abbreviated")
    assert out[at + 1] == "1  PRE002  preambular-comma-missing"


def test_a_finding_whose_block_is_not_at_hand_shows_the_excerpt():
    assert "        on village seed libraries" in lines_of([report(finding(), text={})])


def test_a_long_message_is_wrapped_under_itself():
    message = "word " * 60
    out = lines_of([report(finding(message=message))], width=60)
    wrapped = [line for line in out if line.startswith("    word")]
    assert len(wrapped) > 4 and all(len(line) <= 60 for line in wrapped)


def test_same_input_same_bytes():
    assert render([full_report(), text_report()], "text") == render([full_report(), text_report()], "text")
    assert PREAMBLE in render([full_report()], "text", width=100)

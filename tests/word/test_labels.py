"""Numbers that were typed."""

from resolint.pipeline import load
from resolint.word.read.labels import blanks, star, typed
from tests.support.docx import docx, i, p
from tests.support.rows import each


@each(
    ("text", "label", "lead"),
    [
        ("\t1.\tRequests", "1.", 4),
        ("1. Requests", "1.", 3),
        ("1.\u00a0Requests", "1.", 3),
        ("10. \tThe", "10.", 5),
        ("\t\t(a)\tOne", "(a)", 6),
        ("(aa) One", "(aa)", 5),
        ("(viii)\tOne", "(viii)", 7),
        ("a) One", "a)", 3),
        ("iv. One", "iv.", 4),
        ("a. One", "a.", 3),
        ("\tI.\tBackground", "I.", 4),
        ("XVII. Background", "XVII.", 6),
        ("A. Title", "A.", 3),
        ("\t17.10\tThe Section", "17.10", 7),
        ("1.2. Words", "1.2.", 5),
        ("4\tCalls", "4", 2),
        ("232\t.Recognizes", "232", 4),
        ("2.\t\tEncourages", "2.", 4),
        ("(IX)\tof", "(IX)", 5),
        ("• item", "•", 2),
        ("–\titem", "–", 2),
        ("1.", "1.", 2),
        ("(b) ", "(b)", 4),
        ("III\tPart", "III", 4),
    ],
)
def test_labels(text, label, lead):
    assert typed(text) == (label, lead)


@each(
    "text",
    [
        "", "Recalling", "6Also reaffirms", "4 Calls", "17.10 The Section", "2020. A year", "(IX) of 18 December 1952,",
        "1.5 per cent", "(see above)", "\t", "A Committee", "I am", "-5 degrees", "1.Decides", "(2018) of", "e.g. this",
    ],
)  # fmt: skip
def test_no_labels(text):
    assert typed(text) == ("", 0)


@each(
    ("text", "marked", "label", "lead"),
    [
        ("1024. Requests", (6,), "1024.", 6),
        ("\t1024.\u00a0Requests", (7, 20), "1024.", 7),
        ("1024.\tRequests", (), "1024.", 6),
        ("1024. Requests", (), "", 0),
        ("2020. A year", (8,), "", 0),
        ("2020. requests", (6,), "", 0),
        ("10240. Requests", (7,), "", 0),
    ],
)
def test_numbers_of_four_digits(text, marked, label, lead):
    assert typed(text, marked) == (label, lead)


@each(
    ("text", "expected"),
    [
        ("* A/80/50.", ("*", 2)),
        ("\t**\tIn keeping", ("**", 4)),
        ("*not", ("", 0)),
        ("† Note", ("†", 2)),
        ("a *", ("", 0)),
    ],
)
def test_stars(text, expected):
    assert star(text) == expected


def test_blanks():
    assert [blanks(t) for t in ("", "a", "\t a", "\u00a0\n")] == [0, 0, 2, 2]


@each("text", [" " * 100_000, "\t" * 100_000 + "x", "1." + " " * 100_000, "1.1" * 40_000, "i" * 100_000])
def test_hostile_lengths_are_linear(text):
    label, lead = typed(text)  # a quadratic pattern would take minutes here
    assert len(label) <= lead <= len(text)
    assert star(text) == ("", 0)
    assert blanks(text) <= len(text)


def test_a_thousand_typed_numbers_are_one_list():
    clauses = [p(f"{number}. ", i("Requests"), f" harbour {number} to go on;") for number in range(1, 1004)]
    document = load(docx(p("The General Assembly,") + "".join(clauses)), name="a.docx")
    (act,) = document.acts
    assert [clause.number for clause in act.operative] == [f"{number}" for number in range(1, 1004)]

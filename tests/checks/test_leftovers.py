"""What editing and negotiation leave behind: cases beside the examples of the cards."""

from resolint import lint
from tests.checks.drafts import draft, excerpts, findings, replacements
from tests.support.docx import docx, i, p, r
from tests.support.rows import each


def with_paragraph(text: str) -> str:
    return draft("*Recalling* the weather huts,", f"1. *Invites* {text}", "2. *Decides* to return to the matter.")


@each(
    ("rule", "text", "found"),
    [
        ("PRC004", "States (EU, UK) to help;", ["(EU, UK)"]),
        ("PRC004", "the European Union (EU) to help;", []),
        ("PRC004", "States (Facilitator: to be moved to 5) to help;", ["(Facilitator: to be moved to 5)"]),
        ("PRC004", "States (in agreed words) to help;", []),
        ("PRC007", "States, as in A/80/XX, to help;", ["XX"]),
        ("PRC007", "States to read part XX of resolution 217 (XX);", []),
        ("PRC007", "States to meet on … May;", ["on …"]),
        ("PRC007", "States to meet on ____ May;", ["____"]),
        ("PRC007", "States to help;\n\n____________", []),
        ("PRC007", "States (to be confirmed) to help;", ["to be confirmed"]),
        ("PRC007", "States whose right is to be confirmed by a judge;", []),
        ("PRC007", "States to note the dates. Please verify;", ["Please verify"]),
        ("PRC008", "States that must should help;", ["must should"]),
        ("PRC008", "States whose will may help in May should it rain;", []),
        ("PRC008", "States to read 4 alt as OP new;", ["4 alt", "OP new"]),
        ("STR030", "States to help with the huts and;", ["and"]),
        ("STR030", "States to name the huts they live in;", []),
        ("STR030", "States to keep what was asked for;", []),
        ("STR030", "States to give light to;", ["to"]),
        ("STR030", "States to say what they need to act upon;", []),
        ("STR030", "States to name those they wish to meet or speak with;", []),
        ("STR030", "States to collect what must be disposed of;", []),
        ("STR030", "States to name the keepers of;", ["of"]),
    ],
)
def test_words_that_were_left(rule: str, text: str, found: list[str]) -> None:
    assert excerpts(rule, with_paragraph(text)) == found


def test_each_kind_of_marked_words_is_reported_once() -> None:
    text = with_paragraph(
        "States to <mark>help</mark> <mark>now</mark> and <s>then</s> and <s>later</s> and <s>soon</s>;"
    )
    assert [(finding.message) for finding in findings("PRC003", text)] == [
        "“help” is highlighted; 1 more such place follows.",
        "“then” is struck out; 2 more such places follow.",
    ]


def test_brackets_of_a_text_in_negotiation_are_one_finding() -> None:
    one = findings("OPR020", with_paragraph(f"States to help {' '.join(['[now]'] * 21)};"))
    assert [finding.message for finding in one] == [
        "“[now]” is a mark of the negotiation and does not belong in a draft that is submitted; 20 more such marks follow."
    ]
    assert len(findings("OPR020", with_paragraph(f"States to help {' '.join(['[now]'] * 20)};"))) == 20


@each(
    ("second", "message"),
    [
        ("Encourages villages to keep the huts on high passes warm, dry and open to all", "word for word"),
        ("Encourages villages to keep the huts on high passes warm, dry and open for all", "nearly word for word"),
        ("Encourages shepherds to keep their dogs on high passes quiet, fed and away from all", None),
        ("Encourages villages to keep 12 huts on high passes warm, dry and open to all", None),
    ],
)
def test_paragraphs_that_stand_twice(second: str, message: str | None) -> None:
    first = "Encourages villages to keep the huts on high passes warm, dry and open to all"
    text = draft(
        "*Recalling* the weather huts,", f"1. {first};", f"2. {second};", "3. *Decides* to return to the matter."
    )
    expected = [] if message is None else [f"The paragraph repeats paragraph 1, {message}."]
    assert [finding.message for finding in findings("STR031", text)] == expected


def test_a_short_paragraph_that_stands_twice_is_repeated_and_not_a_second_task() -> None:
    paragraphs = ("1. *Thanks* the keepers of the huts;", "2. *Decides* to return to the matter;")
    text = draft("*Recalling* the weather huts,", *paragraphs, "3. *Decides* to return to the matter.")
    assert [finding.message for finding in findings("STR031", text)] == [
        "The paragraph repeats paragraph 2, word for word."
    ]
    assert not findings("OPR003", text)
    other = draft("*Recalling* the weather huts,", *paragraphs, "3. *Decides* to leave the matter.")
    assert not findings("STR031", other)
    assert findings("OPR003", other)


def test_names_of_bodies_are_no_second_opening() -> None:
    assert not excerpts("PRC005", draft("*Recalling also* Governing Council decision 27/9,", "1. *Decides* to return."))
    assert excerpts("PRC005", draft("*Recalling* *Noting* the huts,", "1. *Decides* to return.")) == ["Noting"]


def test_a_tab_is_replaced_by_one_blank() -> None:
    assert replacements("PRC006", with_paragraph("States to help\tthe huts;")) == [" "]


@each(
    ("colour", "found"),
    [("FF0000", ["help"]), ("0070C0", ["help"]), ("auto", []), ("000000", []), ("231F20", []), ("333333", [])],
)
def test_coloured_words_of_a_word_file(colour: str, found: list[str]) -> None:
    words = r("help", f'<w:color w:val="{colour}"/>')
    data = docx("".join((
        p(r("Weather huts")), p(i("The General Assembly"), r(",")), p(i("Noting"), r(" the huts,")),
        p(i("Invites"), r(" States to "), words, r(" with the huts.")),))
    )  # fmt: skip
    report = lint(data, name="draft.docx", select=["PRC003"])
    assert [report.text[f.span.block][f.span.start : f.span.end] for f in report.findings] == found
    assert all("in another colour" in finding.message for finding in report.findings)

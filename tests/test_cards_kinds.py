"""The kinds of rule that need no Python, run on drafts in the notation."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint import cards, engine, fixes
from resolint.cards import kinds
from resolint.cards.kinds.swap import in_the_case_of
from resolint.cards.load import parse_card
from resolint.errors import BadCard
from resolint.findings import Report
from resolint.model import Block, Document, Head, Mark, Origin
from resolint.rule import Card, Context, Rule
from tests.support.rows import each

DRAFT = """# Public baths and labor

*The General Assembly*,

*Recalling* the baths of labor and the “baths of labor”,

*Noting* the World Labor Fair, and labor as such,

1. *Decides* to open baths:

    (a) For labor;

    (b) For others; see www.labor.example/labor

2. *Requests* the Keeper to report.[^1]

## Annex

### Rules on labor

1. Baths open at dawn.

[^1]: Labor in a note.
"""


def read(source: str) -> Document:
    from resolint import notation, structure

    reading = notation.read(source, name="draft.md")
    return structure.build(reading, Origin("draft.md", "0" * 64, "markdown", lost=reading.lost), cards.lexicon())


TABLE = (
    {"bad": "labor|labors", "right": "labour", "use": "yes", "how": "suggest"},
    {"bad": "dawn", "right": "daybreak|sunrise", "use": "yes", "how": ""},
    {"bad": "Keeper", "right": "Warden", "use": "no", "how": ""},
    {"bad": "others", "right": "everybody", "use": "yes", "how": "advice"},
)


def run(kind: str, options: dict[str, Any], source: str = DRAFT, *, message: str = "{text}", **more: Any) -> Report:
    kinds.validate(kind, options)
    kinds.validate_patterns(options)
    card = Card("AAA001", "a-fault", "warning", "high", "a manual", message, check=kind, options=options, **more)  # type: ignore[arg-type]
    report = engine.run(
        read(source), [Rule(card, kinds.check_of(kind), "warning", options)], tables={"spelling": TABLE}
    )
    assert report.failures == ()
    return report


def found(kind: str, options: dict[str, Any], source: str = DRAFT, **more: Any) -> list[tuple[str, str]]:
    return [(finding.part, finding.message) for finding in run(kind, options, source, **more).findings]


def test_terms_are_forbidden_in_every_part_that_is_text() -> None:
    assert found("forbid", {"terms": ["labor"]}) == [
        ("title", "labor"),
        ("preamble", "labor"),
        ("preamble", "labor"),
        ("preamble", "Labor"),
        ("preamble", "labor"),
        ("operative", "labor"),
        ("annex", "labor"),
        ("footnotes", "Labor"),
    ]


@each(
    ("options", "expected"),
    [
        ({"parts": ["operative"]}, ["operative"]),
        ({"parts": ["footnotes", "title"]}, ["title", "footnotes"]),
        ({"parts": ["preamble"], "skip_quoted": True}, ["preamble"] * 3),
        ({"parts": ["preamble"], "skip_quoted": True, "skip_names": True}, ["preamble"] * 2),
        ({"parts": ["preamble"], "match_case": True}, ["preamble"] * 3),
        ({"parts": ["preamble"], "unless": ["baths of labor"]}, ["preamble"] * 2),
        ({"parts": ["preamble"], "unless_patterns": ["World [A-Z][a-z]{1,9} Fair"]}, ["preamble"] * 3),
    ],
)
def test_where_a_rule_looks_and_what_it_passes_over(options: dict[str, Any], expected: list[str]) -> None:
    assert [part for part, _ in found("forbid", {"terms": ["labor"], **options})] == expected


def test_patterns_are_forbidden_too() -> None:
    assert found("forbid", {"patterns": [r"\b[Bb]aths? of \w{1,9}"], "parts": ["preamble"]}) == [
        ("preamble", "baths of labor"),
        ("preamble", "baths of labor"),
    ]


def test_terms_come_from_a_table() -> None:
    options = {"table": "spelling", "column": "bad", "where": {"use": ["yes"]}, "parts": ["operative", "annex"]}
    assert [text for _, text in found("forbid", options)] == ["labor", "others", "labor", "dawn"]


def test_words_are_swapped_with_their_letter_case() -> None:
    report = run("swap", {"pairs": {"labor": "labour"}}, message="{prefer}, not {text}", fix="suggest")
    assert [finding.message for finding in report.findings][3:5] == ["Labour, not Labor", "labour, not labor"]
    mended = fixes.apply_document(read(DRAFT), fixes.applicable([f.fix for f in report.findings], "suggest"))
    assert "World Labour Fair, and labour as such" in "\n".join(block.text for block in mended.blocks)


def test_a_card_holds_the_fix_of_a_swap_to_its_level() -> None:
    for level in ("safe", "suggest", "advice"):
        report = run("swap", {"pairs": {"dawn": "daybreak"}}, fix=level)
        assert [finding.fix.applicability for finding in report.findings if finding.fix] == [level]


def test_swaps_come_from_a_table_with_a_level_for_each_row() -> None:
    options = {"table": "spelling", "avoid": "bad", "prefer": "right", "level": "how", "where": {"use": ["yes"]}}
    report = run("swap", {**options, "parts": ["operative", "annex"]}, message="{prefer}", fix="safe")
    shown = [(f.message, f.fix.applicability, len(f.fix.edits)) for f in report.findings if f.fix]
    assert shown == [
        ("labour", "suggest", 1),
        ("everybody", "advice", 0),
        ("labour", "suggest", 1),
        ("daybreak or sunrise", "advice", 0),
    ]


def test_with_letter_case_a_replacement_is_written_as_it_stands() -> None:
    source = "# On WHO\n\n*The General Assembly*,\n\n1. *Thanks* WHO, who came.\n"
    report = run("swap", {"pairs": {"WHO": "the health body"}, "match_case": True}, source, message="{prefer}")
    assert [finding.message for finding in report.findings] == ["the health body", "the health body"]


def test_a_word_that_is_taken_out_takes_one_blank_along() -> None:
    source = "# On ducks\n\n*The General Assembly*,\n\n*Decides* to duly feed the ducks duly.\n"
    report = run("swap", {"pairs": {"duly": ""}, "parts": ["operative"]}, source, fix="suggest")
    mended = fixes.apply_document(read(source), fixes.applicable([f.fix for f in report.findings], "suggest"))
    assert mended.blocks[-1].text == "Decides to feed the ducks."
    assert next(finding.fix.title for finding in report.findings if finding.fix) == "leave out “duly”"


@each(
    ("words", "mended"),
    [
        ("support the Old Realm.", "support Newland."),
        ("support the Old Realm and the Isle;", "support Newland and the Free Isle;"),
        ("support Isle.", "support the Free Isle."),
        ("support Old Realm.", "support Newland."),
        ("bathe the Old Realm.", "bathe Newland."),
        ("swathe Old Realm.", "swathe Newland."),
        ("open the Old Realm delegation.", "open the Old Realm delegation."),
    ],
)
def test_an_article_goes_with_a_name_whose_right_form_takes_none(words: str, mended: str) -> None:
    source = f"# On names\n\n*The General Assembly*,\n\n*Decides* to {words}\n"
    options = {"pairs": {"Old Realm": "Newland", "Isle": "the Free Isle"}, "match_case": True, "names": True}
    report = run("swap", options, source, fix="suggest")
    assert report.findings
    after = fixes.apply_document(read(source), fixes.applicable([f.fix for f in report.findings], "suggest"))
    assert after.blocks[-1].text == f"Decides to {mended}"


def test_an_article_that_stands_there_is_not_written_twice() -> None:
    source = "# A\n\n*The General Assembly*,\n\n1. *Decides* to open the this Bath;\n\n2. *Closes* this bath."
    report = run("swap", {"pairs": {"this bath": "the present bath"}}, source, fix="suggest")
    edits = [finding.fix.edits[0].replacement for finding in report.active if finding.fix]
    assert edits == ["present bath", "the present bath"]


def test_what_is_right_already_is_no_swap() -> None:
    source = "# On nets\n\n*The General Assembly*,\n\n*Decides* to use the Internet and the internet.\n"
    assert found("swap", {"pairs": {"internet": "Internet"}}, source) == [("operative", "internet")]


@each(
    ("text", "prefer", "result"),
    [
        ("labor", "labour", "labour"),
        ("Labor", "labour", "Labour"),
        ("LABOR", "labour", "LABOUR"),
        ("Member states", "member States", "Member States"),
        ("UN", "United Nations", "United Nations"),
        ("A", "one", "One"),
        ("", "x", "x"),
    ],
)
def test_letter_case_is_taken_over(text: str, prefer: str, result: str) -> None:
    assert in_the_case_of(text, prefer) == result


def test_a_part_must_contain_what_is_required() -> None:
    options = {"part": "operative", "terms": ["open saunas"]}
    report = run("require", options, message="{part}: {wanted}")
    assert [(f.part, f.message, len(f.span)) for f in report.findings] == [("operative", "operative: open saunas", 0)]
    assert report.findings[0].excerpt.startswith("Requests the Keeper to report")
    assert found("require", {"part": "operative", "terms": ["open saunas", "open baths"]}) == []
    assert found("require", {"part": "operative", "patterns": ["open [a-z]{5}:"]}) == []


def test_a_requirement_may_depend_on_other_words() -> None:
    options = {"part": "operative", "terms": ["open saunas"], "when_terms": ["World Labor Fair"]}
    assert len(found("require", options)) == 1
    assert found("require", {**options, "when_terms": ["World Duck Fair"]}) == []
    assert found("require", {"part": "annex", "terms": ["x"], "when_patterns": ["Duck"]}) == []


def test_every_paragraph_of_a_part_may_have_to_contain_something() -> None:
    options = {"part": "operative", "terms": ["baths", "others", "Keeper"], "each": True}
    assert found("require", options) == [("operative", "For labor;")]


def test_a_part_that_is_not_there_is_not_asked_for() -> None:
    source = "# On ducks\n\n*The General Assembly*\n\n*Decides* to feed the ducks.\n"
    for part in ("preamble", "annex", "footnotes", "masthead", "headings"):
        assert found("require", {"part": part, "terms": ["ducks"]}, source) == []
    assert found("require", {"part": "title", "terms": ["geese"]}, source) == [("title", "")]


SPELLINGS = """# On ways of writing

*The General Assembly*,

*Recalling* the On-line office and the online one,

1. *Decides* to go online;

2. *Decides also* to leave the on-line list, and e-mail and email alone.
"""


def test_the_form_that_prevails_is_kept() -> None:
    groups = {"online": ["online", "on-line"], "mail": ["e-mail", "email"], "fax": ["fax", "telefax"]}
    report = run(
        "consistent", {"groups": groups}, SPELLINGS, message="{prefer} {count}/{others}, not {text}", fix="safe"
    )
    assert [finding.message for finding in report.findings] == [
        "on-line 2/2, not online",
        "on-line 2/2, not online",
        "e-mail 1/1, not email",
    ]
    most = SPELLINGS.replace("Recalling* the On-line", "Recalling* the Online")
    report = run("consistent", {"groups": groups}, most, message="{prefer} {count}/{others}, not {text}")
    assert report.findings[0].message == "online 3/1, not on-line"


def test_of_equals_the_first_form_is_kept_and_pointed_at() -> None:
    report = run("consistent", {"groups": {"mail": ["email", "e-mail"]}}, SPELLINGS, fix="safe")
    assert [finding.message for finding in report.findings] == ["email"]
    assert [read(SPELLINGS).text(span) for span in report.findings[0].related] == ["e-mail"]
    mended = fixes.apply_document(read(SPELLINGS), fixes.applicable([f.fix for f in report.findings]))
    assert "e-mail and e-mail alone" in mended.blocks[-1].text


def test_forms_come_from_a_table() -> None:
    source = "# On ways\n\n*The General Assembly*,\n\n*Decides* on labor, labor and labors.\n"
    assert found("consistent", {"table": "spelling", "column": "bad"}, source) == [("operative", "labors")]


def chapters(*numbers: str) -> str:
    listed = ", ".join(f"chapter {number}" for number in numbers)
    return f"# On chapters\n\n*The General Assembly*,\n\n*Decides* on {listed}.\n"


@each(
    ("numbers", "options", "faults"),
    [
        (("1", "2", "3"), {}, []),
        (("1", "2", "4", "5"), {}, [("4", "3", "2")]),
        (("2", "2"), {}, [("2", "3", "2")]),
        (("2", "3"), {"start": 1}, [("2", "1", "")]),
        (("1", "5", "3"), {"order": "ascending"}, [("3", "6", "5")]),
        (("I", "II", "IV"), {"style": "roman"}, [("IV", "III", "II")]),
        (("viii", "ix", "x"), {"style": "roman"}, []),
        (("IIII", "V"), {"style": "roman"}, []),
        (("a", "b", "d"), {"style": "letter"}, [("d", "c", "b")]),
        (("alder", "birch", "ash"), {"style": "text", "order": "ascending"}, [("ash", "", "birch")]),
    ],
)
def test_things_follow_one_another(numbers: tuple[str, ...], options: dict[str, Any], faults: list[Any]) -> None:
    asked = {"pattern": r"chapter (\w{1,9})", "parts": ["operative"], **options}
    report = run("sequence", asked, chapters(*numbers), message="{text}|{expected}|{previous}")
    assert [tuple(f.message.split("|")) for f in report.findings] == [
        (text, expected.upper() if options.get("style") == "roman" else expected, before)
        for text, expected, before in faults
    ]


def test_phrases_come_in_the_order_given() -> None:
    options = {"terms": ["alder", "birch", "cedar"], "parts": ["operative"]}
    assert found("sequence", options, chapters("alder", "birch", "cedar", "alder")) == []
    assert found("sequence", options, chapters("birch", "alder", "cedar")) == [("operative", "birch")]


def test_the_count_begins_anew_with_each_act_unless_it_is_for_the_document() -> None:
    source = chapters("1", "2") + "\n" + chapters("1", "2").replace("On chapters", "On more chapters")
    options = {"pattern": "chapter ([0-9]{1,3})", "parts": ["operative"]}
    if len(read(source).acts) == 2:
        assert found("sequence", options, source) == []
    assert found("sequence", {**options, "per": "document"}, source) == [("operative", "1")]


def card_source(kind: str, options: str, message: str = "no {text}") -> str:
    return (
        '+++\nid = "ZZZ001"\nname = "a-fault"\nseverity = "info"\nconfidence = "low"\nauthority = "a manual"\n'
        f'message = "{message}"\ncheck = "{kind}"\n[options]\n{options}\n+++\n'
        "\n## What it finds\n\n## Why it matters\n\n## What to write\n\n## Examples\n\n```bad\n{{}}x\n```\n\n```good\ny\n```\n"
    )


@each(
    ("kind", "options", "words"),
    [
        ("forbid", "", "needs terms or patterns or table"),
        ("forbid", 'term = ["x"]', "did you mean terms?"),
        ("forbid", 'terms = "x"', "a list of texts"),
        ("forbid", 'terms = ["x"]\nparts = ["operativ"]', "did you mean operative?"),
        ("forbid", 'terms = ["x"]\nskip_quoted = "yes"', "true or false"),
        ("forbid", 'table = "spelling"', "key column"),
        ("forbid", "patterns = ['a+']", "without a limit"),
        ("forbid", 'terms = ["x"]\nunless_patterns = ["("]', "no regular expression"),
        ("swap", 'pairs = ["a", "b"]', "a table is needed"),
        ("swap", 'table = "spelling"\navoid = "bad"', "key prefer"),
        ("swap", 'table = "spelling"\navoid = "bad"\nprefer = "right"\nwhere = "x"', "a table is needed"),
        ("require", 'terms = ["x"]', "key part"),
        ("require", 'part = "end"\nterms = ["x"]', "is not allowed"),
        ("consistent", "", "needs groups or table"),
        ("sequence", 'pattern = "[0-9]{1,3}"', "one group"),
        ("sequence", 'pattern = "([0-9]{1,3})"\nstyle = "greek"', "arabic, roman, letter, text"),
        ("sequence", 'pattern = "([0-9]{1,3})"\nstart = -1', "whole number"),
    ],
)
def test_a_wrong_option_is_told_with_its_key_and_what_is_allowed(kind: str, options: str, words: str) -> None:
    with pytest.raises(BadCard, match=r"rules/ZZZ/ZZZ001-a-fault\.md") as caught:
        parse_card(card_source(kind, options), "rules/ZZZ/ZZZ001-a-fault.md")
    assert words in str(caught.value)


def test_a_message_may_only_use_what_the_kind_gives() -> None:
    source = card_source("forbid", 'terms = ["x"]', message="no {prefer}")
    with pytest.raises(BadCard, match=r"key message: there is no value \{prefer\}"):
        parse_card(source, "rules/ZZZ/ZZZ001-a-fault.md")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"table": "spellings", "column": "bad"}, "did you mean spelling"),
        ({"table": "spelling", "column": "bed"}, "did you mean bad"),
        ({"table": "spelling", "column": "bad", "where": {"usage": ["yes"]}}, "no column usage"),
    ],
)
def test_a_wrong_table_or_column_is_a_failure_that_says_so(options: dict[str, Any], words: str) -> None:
    card = Card("AAA001", "a-fault", "warning", "high", "a manual", "x", check="forbid", options=options)
    rule = Rule(card, kinds.check_of("forbid"), "warning", options)
    report = engine.run(read(DRAFT), [rule], tables={"spelling": TABLE})
    assert [failure.rule for failure in report.failures] == ["AAA001"]
    assert words in report.failures[0].error


SWAPS = {
    "labor": "labour",
    "per-cent": "per cent",
    "member states": "Member States",
    "co operation": "cooperation",
    "duly": "",
}
WORDS = [
    "labor",
    "Labor",
    "LABOR",
    "per-cent",
    "member",
    "states",
    "co",
    "operation",
    "duly",
    "and",
    ",",
    "the",
    "\ufffc",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.integers(0, 9), st.integers(0, 30))
def test_fixes_mend_all_they_promise_and_leave_nothing_to_mend(words: list[str], start: int, length: int) -> None:
    text = " ".join(words).replace(" ,", ",")
    end = min(len(text), start + length)
    marks = (Mark(start, end, "italic"),) if start < end else ()
    document = Document(
        Origin("", "", "markdown"), "other", Head(), (), (Block("document/0", "paragraph", text, marks),)
    )
    card = Card("AAA001", "a-fault", "warning", "high", "a manual", "x", "swap", "suggest", options={"pairs": SWAPS})
    rules = [Rule(card, kinds.check_of("swap"), "warning", card.options)]
    for _ in range(3):
        report = engine.run(document, rules, tables={})
        assert report.failures == ()
        edits = fixes.applicable([f.fix for f in report.findings], "suggest")
        mended = fixes.apply_document(document, edits)
        if mended == document:
            break
        document = mended
    assert not engine.run(document, rules, tables={}).findings
    assert not [block for block in document.blocks if "  " in block.text]
    assert all(0 <= mark.start < mark.end <= len(block.text) for block in document.blocks for mark in block.marks)


@each("kind", sorted(kinds.OPTIONS))
def test_hostile_text_is_read_whole_by_every_kind(kind: str) -> None:
    options: dict[str, dict[str, Any]] = {
        "forbid": {"terms": ["a b", "un"], "patterns": [r"\([^()]{0,60}\)"], "skip_quoted": True, "skip_names": True},
        "swap": {"pairs": {"a": "b"}, "unless": ["a a a"], "skip_quoted": True},
        "rewrite": {"rewrites": [{"find": r"(?P<fault>a{1,3}) b", "put": "c"}], "many": 3},
        "require": {"part": "title", "terms": ["a"]},
        "consistent": {"groups": {"a": ["a", "b", "“"]}},
        "sequence": {"pattern": "([0-9]{1,9})"},
    }
    for text in (
        "“" * 20_000,
        "a " * 10_000,
        "A b" * 9_000,
        "(" * 20_000,
        "9" * 20_000,
        "a-" * 10_000,
        "\u00ad" * 20_000,
    ):
        document = Document(Origin("", "", "markdown"), "other", Head(), (), (Block("document/0", "paragraph", text),))
        list(kinds.check_of(kind)(document, Context("un", options[kind], {})))


def test_a_rewrite_puts_what_is_made_of_the_fault_and_joins_what_a_draft_writes_throughout() -> None:
    texts = ("tea of 3 May", "tea of 4 June", "tea of 5 June", "tea of 6 June")
    blocks = tuple(Block(f"document/{place}", "paragraph", text) for place, text in enumerate(texts))
    document = Document(Origin("", "", "markdown"), "other", Head(), (), blocks)
    entries = [
        {"find": r"(?<=\d )(?P<fault>May|June)", "put": r"\g<fault>", "case": "lower"},
        {"find": "^tea", "say": "coffee"},
    ]

    def hits(many: int) -> list[tuple[str, str]]:
        options = {"rewrites": entries, "many": many, "parts": ["body"]}
        found = kinds.check_of("rewrite")(document, Context("un", options, {}))
        return [(hit.values["text"], hit.values["prefer"]) for hit in found]

    assert hits(3) == [("May", "may"), ("tea", "coffee")]
    assert hits(4) == hits(0) == [("May", "may"), *[("June", "june")] * 3, *[("tea", "coffee")] * 4]


@each(
    ("entries", "words"),
    [
        ([{"put": "a"}], "every entry needs a pattern"),
        ([{"find": "a", "wrote": "b"}], "'wrote' is not allowed"),
        ([{"find": "a", "case": "upper"}], "'upper' is not allowed"),
        ("a", "a list of tables is needed"),
    ],
)
def test_a_rewrite_says_what_is_wrong_with_an_entry(entries: Any, words: str) -> None:
    with pytest.raises(kinds.WrongOption, match=words):
        kinds.validate("rewrite", {"rewrites": entries})

"""Numbers as Word prints them."""

from hypothesis import given
from hypothesis import strategies as st

from resolint.lexicon.readers import ordinal_words, words
from resolint.word import read_word as read
from resolint.word.read.numerals import chicago, letters, render, roman
from resolint.word.read.symbols import bullet, character, symbol
from tests.support.docx import abstract, docx, ins, level, num, numpr, p, style
from tests.support.rows import each


def labels(body: str, lists: str | None, *, view="proposed", styles=None) -> list[str]:
    return [b.label for b in read(docx(body, numbering=lists, styles=styles), view=view).blocks]


def items(*numbers: tuple[int | None, int | None] | None) -> str:
    return "".join(p("x", ppr="" if n is None else numpr(*n)) for n in numbers)


UN = abstract(
    1, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)")
) + num(1, 1)  # fmt: skip


def test_three_levels():
    assert labels(items((1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1)), UN) == [
        "1.", "(a)", "(b)", "(i)", "(ii)", "2.", "(a)",
    ]  # fmt: skip


def test_automatic_labels_are_not_in_the_text():
    block = read(docx(items((1, 1)), numbering=UN)).blocks[0]
    assert (block.text, block.label, block.lead, block.level) == ("x", "(a)", 0, 1)


def test_plain_paragraphs_between_do_not_disturb():
    assert labels(items((1, 0), None, (1, 0)), UN) == ["1.", "", "2."]


def test_number_zero_switches_off():
    assert labels(items((1, 0), (0, 0), (1, 0)), UN) == ["1.", "", "2."]


def test_empty_numbered_paragraphs_are_counted():
    body = p("x", ppr=numpr(1)) + p(ppr=numpr(1)) + p("x", ppr=numpr(1))
    assert labels(body, UN) == ["1.", "3."]


def test_a_missing_level_means_the_first():
    assert labels(items((1, None), (1, None)), UN) == ["1.", "2."]


@each("lists", [None, "", num(1, 7), '<w:num w:numId="1"/>', abstract(1) + num(1, 1), '<w:num w:numId="x"/>'])
def test_missing_definitions_print_nothing(lists):
    assert labels(items((1, 0), (99, 3), (1, 12), (-1, -4)), lists) == ["", "", "", ""]


def test_two_numbers_of_one_list_go_on_counting():
    assert labels(items((1, 0), (2, 0), (1, 0)), UN + num(2, 1)) == ["1.", "2.", "3."]


def test_two_lists_count_apart():
    other = abstract(2, level(0, "decimal", "%1)")) + num(2, 2)
    assert labels(items((1, 0), (2, 0), (1, 0), (2, 0)), UN + other) == ["1.", "1)", "2.", "2)"]


def restart(num_id: int, start: int, at: int = 0) -> str:
    return num(num_id, 1, f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>')


def test_a_start_override_restarts_once():
    assert labels(items((1, 0), (1, 0), (2, 0), (2, 0), (1, 0)), UN + restart(2, 1)) == ["1.", "2.", "1.", "2.", "3."]


def test_a_start_override_may_begin_anywhere():
    assert labels(items((2, 0), (2, 0)), UN + restart(2, 7)) == ["7.", "8."]


def test_an_override_may_replace_the_level():
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1 -", start=4)}</w:lvlOverride>'
    assert labels(items((2, 0), (2, 0)), UN + num(2, 1, own)) == ["IV -", "V -"]
    assert labels(items((1, 0), (2, 0), (2, 0), (1, 0)), UN + num(2, 1, own)) == ["1.", "II -", "III -", "4."]
    own = own.replace("<w:lvl ", '<w:startOverride w:val="7"/><w:lvl ')
    assert labels(items((1, 0), (2, 0), (2, 0)), UN + num(2, 1, own)) == ["1.", "VII -", "VIII -"]


def test_several_levels_in_one_text():
    lists = abstract(
        1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3.")
    ) + num(1, 1)
    assert labels(items((1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)), lists) == [
        "I.", "I.1", "I.2", "I.2.1.", "II.", "II.1",
    ]  # fmt: skip


def test_legal_numbering_is_decimal_throughout():
    legal = level(1, "decimal", "%1.%2", extra="<w:isLgl/>")
    lists = abstract(1, level(0, "upperRoman", "%1."), legal) + num(1, 1)
    assert labels(items((1, 0), (1, 0), (1, 1)), lists) == ["I.", "II.", "2.1"]


def test_a_level_without_its_parent_shows_the_parents_start_and_uses_it_up():
    lists = abstract(1, level(0, "decimal", "%1.", start=3), level(1, "decimal", "%1.%2")) + num(1, 1)
    assert labels(items((1, 1), (1, 0)), lists) == ["3.1", "4."]


def test_a_skipped_level_is_used_up():
    assert labels(items((1, 0), (1, 2), (1, 2), (1, 1), (1, 0), (1, 2), (1, 1)), UN) == [
        "1.", "(i)", "(ii)", "(b)", "2.", "(i)", "(b)",
    ]  # fmt: skip


@given(st.lists(st.integers(0, 3), min_size=1, max_size=25))
def test_numbers_of_all_levels_only_ascend(depths):
    """However levels are skipped: the whole numbers of one list, 1.2.1, are in order, each once."""
    whole = abstract(1, *(level(n, "decimal", ".".join(f"%{k + 1}" for k in range(n + 1))) for n in range(4))) + num(
        1, 1
    )
    printed = [tuple(map(int, label.split("."))) for label in labels(items(*((1, n) for n in depths)), whole)]
    assert [len(number) - 1 for number in printed] == depths
    assert printed == sorted(set(printed))


@each(
    ("examples", "printed"),
    [("001, 002, 003, ...", "001."), ("0001, 0002, 0003, ...", "0001."), ("1, 2, 3", "1."), ("x, y", "1."), ("", "1.")],
)
def test_custom_formats_are_known_by_their_examples(examples, printed):
    form = f'<w:numFmt w:val="custom" w:format="{examples}"/>'
    either = f'<mc:AlternateContent><mc:Choice Requires="w14">{form}</mc:Choice><mc:Fallback><w:numFmt w:val="bullet"/></mc:Fallback></mc:AlternateContent>'
    for said in (form, either):
        lists = abstract(1, f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{said}<w:lvlText w:val="%1."/></w:lvl>') + num(1, 1)
        assert labels(items((1, 0)), lists) == [printed]


@each(
    ("form", "value", "printed"),
    [
        ("decimalFullWidth", 12, "１２"), ("decimalFullWidth2", 3, "３"), ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"), ("decimalEnclosedParen", 1, "⑴"), ("russianLower", 3, "в"),
        ("russianUpper", 30, "АА"), ("arabicAbjad", 2, "ب"), ("arabicAlpha", 3, "ت"), ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 21, "二十一"), ("chineseCounting", 105, "一〇五"), ("noSuchFormat", 7, "7"),
    ],
)  # fmt: skip
def test_formats_of_other_scripts(form, value, printed):
    assert render(value, form) == printed


def test_levels_restart_as_they_say():
    never = level(1, "lowerLetter", "(%2)", extra='<w:lvlRestart w:val="0"/>')
    lists = abstract(1, level(0, "decimal", "%1."), never) + num(1, 1)
    assert labels(items((1, 0), (1, 1), (1, 0), (1, 1)), lists) == ["1.", "(a)", "2.", "(b)"]
    after_first = level(2, "lowerRoman", "(%3)", extra='<w:lvlRestart w:val="1"/>')
    lists = abstract(1, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), after_first) + num(1, 1)
    assert labels(items((1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)), lists) == [
        "1.", "(a)", "(i)", "(b)", "(ii)", "2.", "(a)", "(i)",
    ]  # fmt: skip


def test_bullets_and_silent_levels():
    lists = (
        abstract(1, level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"), level(2, "none", ""), level(3, "decimal", ""))
        + num(1, 1)
    )  # fmt: skip
    assert labels(items((1, 0), (1, 1), (1, 2), (1, 3)), lists) == ["•", "◦", "", ""]


def test_a_number_in_hidden_text_is_not_printed():
    hidden = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/><w:rPr><w:vanish/></w:rPr></w:lvl>'
    assert labels(items((1, 0)), abstract(1, hidden) + num(1, 1)) == [""]


def test_numbers_by_style():
    styles = (
        style("Normal", default=True)
        + style("Op", "Operative", ppr=numpr(1, 0))
        + style("OpChild", "Operative child", based="Op")
        + style("Off", based="Op", ppr=numpr(0, None))
        + style("Sub", ppr=numpr(1, 1))
    )
    named = [p("x", ppr=f'<w:pStyle w:val="{s}"/>') for s in ("Op", "Sub", "OpChild", "Off", "Sub", "Op")]
    direct_off = p("x", ppr=f'<w:pStyle w:val="Op"/>{numpr(0, 0)}')
    direct_level = p("x", ppr=f'<w:pStyle w:val="Op"/>{numpr(None, 1)}')
    body = "".join(named) + direct_off + direct_level
    assert labels(body, UN, styles=styles) == ["1.", "(a)", "2.", "", "(a)", "3.", "", "(a)"]


def test_the_level_that_is_tied_to_a_style():
    lists = abstract(
        1, level(0, "decimal", "%1.", extra='<w:pStyle w:val="One"/>'), level(1, "lowerLetter", "(%2)", extra='<w:pStyle w:val="Two"/>')
    ) + num(1, 1)  # fmt: skip
    styles = style("One", ppr=numpr(1, None)) + style("Two", ppr=numpr(1, None)) + style("Deep", based="Two")
    body = "".join(p("x", ppr=f'<w:pStyle w:val="{s}"/>') for s in ("One", "Two", "Deep", "One"))
    assert labels(body, lists, styles=styles) == ["1.", "(a)", "(b)", "2."]


def test_lists_that_only_name_a_list_style():
    lists = (
        abstract(1, level(0, "upperLetter", "%1."), extra='<w:styleLink w:val="MyList"/>')
        + abstract(2, extra='<w:numStyleLink w:val="MyList"/>')
        + num(1, 1)
        + num(2, 2)
    )
    assert labels(items((2, 0), (2, 0)), lists) == ["A.", "B."]


def test_a_deleted_paragraph_is_not_counted_and_an_inserted_one_only_in_the_proposal():
    gone = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    new = '<w:rPr><w:ins w:id="1" w:author="A"/></w:rPr>'
    removed = '<w:del w:id="2" w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del>'
    body = (
        p("one", ppr=numpr(1))
        + p(removed, ppr=numpr(1) + gone)
        + p("two", ppr=numpr(1))
        + p(ins("new"), ppr=numpr(1) + new)
        + p("three", ppr=numpr(1))
    )
    blocks = read(docx(body, numbering=UN)).blocks
    assert [(b.label, b.text) for b in blocks] == [("1.", "one"), ("2.", "two"), ("3.", "new"), ("4.", "three")]
    blocks = read(docx(body, numbering=UN), view="original").blocks
    assert [(b.label, b.text) for b in blocks] == [("1.", "one"), ("2.", "gone"), ("3.", "two"), ("4.", "three")]


def test_a_paragraph_that_is_rejected_before_a_table_takes_up_no_number():
    """It cannot be joined to the table, and goes nevertheless."""
    added = f"<w:pPr>{numpr(1)}<w:rPr><w:ins w:id='1' w:author='a'/></w:rPr></w:pPr>"
    table = f"<w:tbl><w:tr><w:tc>{p('cell')}</w:tc></w:tr></w:tbl>"
    body = f"<w:p>{added}{ins('new')}</w:p>{table}" + p("x", ppr=numpr(1, 0))
    assert labels(body, UN) == ["1.", "", "2."]
    assert labels(body, UN, view="original") == ["", "1."]
    kept = f"<w:p>{added}<w:r><w:t>kept</w:t></w:r></w:p>{table}" + p("x", ppr=numpr(1, 0))
    assert labels(kept, UN, view="original") == ["1.", "", "2."]


def test_inserted_numbering_counts_by_view():
    tracked = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="1" w:author="A"/></w:numPr>'
    assert labels(p("x", ppr=tracked), UN) == ["1."]
    assert labels(p("x", ppr=tracked), UN, view="original") == [""]
    changed = f'{numpr(1)}<w:pPrChange w:id="1" w:author="A"><w:pPr>{numpr(1, 1)}</w:pPr></w:pPrChange>'
    assert labels(p("x", ppr=changed), UN, view="original") == ["(a)"]


def test_typed_and_automatic_numbers_in_one_file():
    body = p("\t1.\tDecides") + p("x", ppr=numpr(1)) + p("\t\t(b)\tEight States")
    assert labels(body, UN) == ["1.", "1.", "(b)"]


@each(
    ("value", "style_name", "expected"),
    [
        (1, "decimal", "1"), (7, "decimalZero", "07"), (12, "decimalZero", "12"), (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"), (53, "lowerLetter", "aaa"), (28, "upperLetter", "BB"), (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"), (1, "ordinal", "1st"), (2, "ordinal", "2nd"), (3, "ordinal", "3rd"),
        (11, "ordinal", "11th"), (21, "ordinal", "21st"), (112, "ordinal", "112th"), (21, "cardinalText", "Twenty-one"),
        (30, "ordinalText", "Thirtieth"), (42, "ordinalText", "Forty-second"), (5, "none", ""), (5, "bullet", ""),
        (5, "chicago", "**"), (3, "numberInDash", "- 3 -"), (9, "hebrew1", "9"), (0, "lowerRoman", "0"),
        (0, "lowerLetter", "0"), (9999, "lowerLetter", "9999"), (99999, "upperRoman", "99999"), (100, "ordinalText", "100th"),
    ],
)  # fmt: skip
def test_number_formats(value, style_name, expected):
    assert render(value, style_name) == expected


def test_the_formats_are_one_to_one_where_they_should_be():
    for function, most in ((roman, 5000), (letters, 780), (words, 99), (ordinal_words, 99), (chicago, 400)):
        made = [function(n) for n in range(1, most + 1)]
        assert len(set(made)) == most


def test_symbol_fonts():
    assert bullet("\uf0a7", "Wingdings") == "▪"
    assert bullet("–", None) == "–"
    assert symbol("00B0", "Times New Roman") == "°"
    assert symbol("D800", None) == symbol("110000", None) == symbol(None, None) == ""
    assert character(0xF041, "Unknown") == "\uf041"

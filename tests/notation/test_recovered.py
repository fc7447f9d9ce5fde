"""Text recovered from printed pages: what it is told by, and what is made of it. The drafts here are invented."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolint.model import NOTE_MARK, Reading
from resolint.notation import read
from resolint.notation.recovered.evidence import evidence
from resolint.notation.recovered.hyphens import SeenWords
from resolint.notation.recovered.losses import italics_lost
from resolint.notation.recovered.pages import read_pages
from resolint.notation.recovered.reading import read_recovered
from resolint.notation.traced import Source, Traced
from resolint.pipeline.drafts import load
from tests.support.rows import each
from tests.support.words import LEXICON

CONVERTED = """E/CN.9/2031/L.7 **United Nations**

Distr.: Limited 4 March 2031

Original: English

Commission on Lighthouses

Twelfth session Vienna, 3-7 March 2031

Agenda item 4

Keeping the lamps lit

> Chile, Ghana and Portugal: draft resolution

Lamps and their keepers

The Commission on Lighthouses,

Recalling the Convention on Lamps of 1961² and the Protocol on Oil of 1988 3 and other instruments, which light the way of ships at night and in the fog and which every keeper has sworn to honour in the long hours of the watch on the Northern

¹ United Nations, Treaty Series, vol. 1, No. 2.

² Ibid., vol. 3, No. 4.

³ Ibid., vol. 5, No. 6.

Shores, ⁴ and their keepers,

Noting with concern the price of oil, which rose by 15 per cent over 4 years, the

2/3 V.31-01234

⁴ E/CN.9/2030/1.

wick and the glass, 5 and the lens,

1. Encourages States to light lamps in accordance with the Protocol on Oil of 1988,³ and to keep

V.31-01234 3/3

⁵ See E/2030/9.

⁶ Glass and Lens (Vienna, 2029).

them lit;

- 2. *Invites* keepers to use the report Glass 202961 and the standard for glass; 6
- 3. Also invites others.
"""

HARD_WRAPPED = """ foreword

This is the story of the lamps, told by those who kept them, night after night, in all the
lighthouses of the coast. It is told with the help of the ever-
burning lamps and of the keepers' cooperation, which is a well-kept secret of the coop-
eration of States.

 Declaration

 We, the keepers,1 having met in the year of 20102 to speak of oil and of the light of the
coast, of ships and of their masters, with the aim of lighting it,

 1 Keepers of lighthouses and of light-
houses.
 1. Reaffirm the principles of the Night Conference on Lamps3 and of national, regional and
northern

2 See resolution 9/1.
3 Resolution 9/2 (Oslo,
2009).



7

 lighting, which must not go out;

2. Decide:

 (a) To light the lamps at dusk, so that masters and
mates may see them;
 (b) To put them out.

3. use of oil
Oil must be used with care and in the amounts that the keepers of the lamps have agreed to.
They shall not waste it.
"""

GLUED = """

---

**Commission on Lighthouses****Twelfth session**

Oslo, 3–7 March 2031

Item 4 of the provisional agenda\\*

**Lamps and \x20
their keepers****Report of the Secretariat****I. Introduction**

1. The keepers met, and agreed on the capacity- building of keepers.
2. The keepers agreed on the use of short- and long-term lamps and of capacity-building with the

---

\\* [E/CN.9/2031/1](#).



help of others.

## **A. Oil**

(a) Oil<sup>1</sup> is *dear*;

---

<sup>1</sup> See *Treaty Series*, vol. 1.
"""


def rows(reading: Reading) -> list[tuple[str, str]]:
    return [(block.label, block.text) for block in reading.blocks]


def test_a_converted_draft() -> None:
    reading = read(CONVERTED)
    texts = [block.text for block in reading.blocks]
    assert texts[:4] == [
        "E/CN.9/2031/L.7 United Nations",
        "Distr.: Limited 4 March 2031",
        "Original: English",
        "Commission on Lighthouses",
    ]
    assert texts[10] == (
        f"Recalling the Convention on Lamps of 1961{NOTE_MARK} and the Protocol on Oil of 1988{NOTE_MARK} and other "
        "instruments, which light the way of ships at night and in the fog and which every keeper has sworn to honour "
        f"in the long hours of the watch on the Northern Shores,{NOTE_MARK} and their keepers,"
    )
    assert texts[11] == (
        "Noting with concern the price of oil, which rose by 15 per cent over 4 years, the wick and the glass,"
        f"{NOTE_MARK} and the lens,"
    )
    assert [(b.label, b.text[-30:]) for b in reading.blocks[12:]] == [
        ("1.", f"Oil of 1988,{NOTE_MARK} and to keep them lit;"[-30:]),
        ("2.", f"1 and the standard for glass;{NOTE_MARK}"[-30:]),
        ("3.", "Also invites others."),
    ]
    assert "Glass 202961" in reading.blocks[13].text
    assert [(n.number, n.anchor is None) for n in reading.footnotes] == [
        ("1", True), ("2", False), ("3", False), ("4", False), ("5", False), ("6", False)
    ]  # fmt: skip
    assert Counter(m.value for b in reading.blocks for m in b.marked("note"))["footnotes/3"] == 2
    assert reading.lost == ("italics", "notes", "masthead")


def test_the_masthead_of_a_converted_draft() -> None:
    head = load(CONVERTED.encode(), name="draft.txt").head
    assert head.symbol == "E/CN.9/2031/L.7"
    assert (head.distribution, head.date, head.language) == ("Limited", "4 March 2031", "English")
    assert (head.body, head.session, head.agenda_item) == (
        "Commission on Lighthouses",
        "Twelfth session",
        "Agenda item 4",
    )
    assert (head.sponsors, head.job_number) == (("Chile", "Ghana", "Portugal"), "V.31-01234")


def test_only_a_masthead_that_is_not_there_is_lost() -> None:
    assert "masthead" not in load(CONVERTED.encode(), name="draft.txt").origin.lost
    bare = CONVERTED[CONVERTED.index("The ") :] if "The " in CONVERTED else CONVERTED
    assert "masthead" in load(bare.encode(), name="draft.txt").origin.lost


def test_a_hard_wrapped_publication() -> None:
    reading = read(HARD_WRAPPED)
    assert rows(reading) == [
        ("", "foreword"),
        (
            "",
            "This is the story of the lamps, told by those who kept them, night after night, in all the lighthouses of "
            "the coast. It is told with the help of the ever-burning lamps and of the keepers' cooperation, which is a "
            "well-kept secret of the cooperation of States.",
        ),
        ("", "Declaration"),
        (
            "",
            f"We, the keepers,{NOTE_MARK} having met in the year of 2010{NOTE_MARK} to speak of oil and of the light of "
            "the coast, of ships and of their masters, with the aim of lighting it,",
        ),
        (
            "1.",
            f"Reaffirm the principles of the Night Conference on Lamps{NOTE_MARK} and of national, regional and "
            "northern lighting, which must not go out;",
        ),
        ("2.", "Decide:"),
        ("(a)", "To light the lamps at dusk, so that masters and mates may see them;"),
        ("(b)", "To put them out."),
        ("3.", "use of oil"),
        (
            "",
            "Oil must be used with care and in the amounts that the keepers of the lamps have agreed to. They shall not "
            "waste it.",
        ),
    ]
    assert [n.blocks[0].text for n in reading.footnotes] == [
        "Keepers of lighthouses and of lighthouses.",
        "See resolution 9/1.",
        "Resolution 9/2 (Oslo, 2009).",
    ]


def test_glued_headings_and_star_notes() -> None:
    reading = read(GLUED)
    assert rows(reading)[:9] == [
        ("", "Commission on Lighthouses"),
        ("", "Twelfth session"),
        ("", "Oslo, 3–7 March 2031"),
        ("", "Item 4 of the provisional agenda*"),
        ("", "Lamps and their keepers"),
        ("", "Report of the Secretariat"),
        ("I.", "Introduction"),
        ("1.", "The keepers met, and agreed on the capacity-building of keepers."),
        (
            "2.",
            "The keepers agreed on the use of short- and long-term lamps and of capacity-building with the help of others.",
        ),
    ]
    (star,) = (block for block in reading.blocks if block.kind == "frame")
    assert (star.label, star.text) == ("*", "E/CN.9/2031/1.")
    heading = next(block for block in reading.blocks if block.kind == "heading" and block.label == "A.")
    assert (heading.kind, heading.level, heading.label, heading.text) == ("heading", 1, "A.", "Oil")
    assert [(n.number, n.blocks[0].text) for n in reading.footnotes] == [
        ("1", "See Treaty Series, vol. 1."),
    ]
    assert reading.lost == ("masthead",)


def test_running_heads_are_dropped_and_the_first_page_kept() -> None:
    source = (
        "E/CN.9/2031/L.7\n\nThe lamps shall be lit at dusk and at dawn and in the\n\n31-01234 1/3\n\nE/CN.9/2031/L.7\n\n"
        "fog;\n\n2/3 31-01234\n\nE/CN.9/2031/L.7\n\nThey shall shine.\n"
    )
    assert rows(read(source)) == [
        ("", "E/CN.9/2031/L.7"),
        ("", "The lamps shall be lit at dusk and at dawn and in the fog;"),
        ("", "They shall shine."),
    ]


def test_a_lone_job_number_is_a_footer_and_a_hint() -> None:
    reading = read("One lamp.\n\nV.31-01234 (E)\n\n¹ See two.\n")
    (footer,) = [block for block in reading.blocks if block.kind == "footer"]
    assert footer.text == "V.31-01234 (E)"
    assert [(key, value) for key, value, _ in reading.hints] == [("job_number", "V.31-01234")]


def test_notes_that_begin_anew_on_every_page() -> None:
    source = (
        "The lamps¹ and the oil² were kept.\n\n¹ See one.\n\n² See two.\n\n- 2 -\n\n"
        "The glass¹ was clean.\n\n¹ See three.\n"
    )
    reading = read(source)
    spans = [(n.number, n.anchor.block if n.anchor else "") for n in reading.footnotes]
    assert spans == [("1", "document/0"), ("2", "document/0"), ("1", "document/1")]


@each(
    "sentence",
    [
        "as set out in articles 2, 3 and 4 of the Convention",
        "for more than 3 years, and within 3 months",
        "on 3 March 2030, 3 million lamps",
        "see paragraph 3 and chapter 3 of resolution 9/3",
        "the figure of 1,003 lamps and 0.3 litres",
        "at level A3 and on 3 shores, in document A/3/3",
        "over 3 km²",
    ],
)
def test_ordinary_numbers_are_no_note_marks(sentence: str) -> None:
    source = f"The keepers¹ of the lamps² met;\n\nThey spoke, {sentence};\n\n¹ See one.\n\n² See two.\n\n³ See three.\n"
    reading = read(source)
    assert sentence in " ".join(block.text for block in reading.blocks)


@each(
    ("before", "after"),
    [
        ("Conference on Lamps3 and", "Conference on Lamps"),
        ("the lamps,3 and", "the lamps,"),
        ("the lamps, 3 and", "the lamps,"),
        ("the year 2010,3 and", "the year 2010,"),
        ("resolution 9/2,3 and", "resolution 9/2,"),
        ("the Protocol of 1988 3 and", "the Protocol of 1988"),
        ("the report 20103 and", "the report 2010"),
        ("the lamps³ and", "the lamps"),
        ("the lamps<sup>3</sup> and", "the lamps"),
        ("the lamps^{3} and", "the lamps"),
        ("the “lamps”3 and", "the “lamps”"),
    ],
)
def test_note_marks_in_every_shape(before: str, after: str) -> None:
    source = (
        f"The keepers¹ of the lamps² met;\n\nThey saw {before} slept;\n\n¹ See one.\n\n² See two.\n\n³ See three.\n"
    )
    reading = read(source)
    assert reading.blocks[1].text == f"They saw {after}{NOTE_MARK} and slept;"
    assert all(note.anchor for note in reading.footnotes)


TYPED = [
    "# T\n\n*The General Assembly*,\n\n*Recalling* x,[^1]\n\n1. *Decides* y.\n\n[^1]: See z.\n",
    "+++\nsymbol = \"A/1\"\n+++\n\n- 1. one\n- 2. two\n- 3. three\n\n¹ See.\n\n² See.\n",
    "# T\n\na drug-\nrelated and a long-\nterm and a self-\nmade thing\n",
    "The General Assembly,\n\nRecalling 1971² and so on,\n\n1. Decides;\n\n- one\n- two\n",
    "# T\n\n**bold** and <sup>th</sup> and 8<sup>th</sup>\n\n---\n\nmore\n\n4\n\ntext\n",
    "<!-- resolint: allow X001, y -->\n\n¹ See.\n\n² See.\n\nV.20-01719 2/5\n",
    "1. One\n2. Two\n\n3\n\nfour\n",
]  # fmt: skip


@each("source", TYPED)
def test_typed_drafts_are_never_taken_for_recovered_ones(source: str) -> None:
    assert not evidence(source)


def test_no_card_example_and_no_sample_is_taken_for_recovered_text(root: Path) -> None:
    for path in [*root.glob("samples/**/*.md"), *root.glob("rules/**/*.md")]:
        text = path.read_text(encoding="utf-8")
        for fence in re.findall(r"^```(?:bad|good|fixed)[^\n]*\n(.*?)^```", text, re.M | re.S) or [text]:
            assert not evidence(fence.replace("{{", "").replace("}}", "")), path


@each("source", [CONVERTED, HARD_WRAPPED, GLUED, CONVERTED.replace("\n", "\r\n")])
def test_recovered_drafts_are_known(source: str) -> None:
    assert evidence(source.replace("\r\n", "\n"))
    assert read(source).footnotes


@each(
    ("left", "right", "keeps"),
    [
        ("reduc", "tion", False),
        ("inter", "national", False),
        ("drug", "related", True),
        ("ever", "increasing", True),
        ("capacity", "building", True),
        ("fore", "seen", False),
    ],
)
def test_hyphens_at_line_ends(left: str, right: str, keeps: bool) -> None:
    lexicon = SeenWords(
        ["drug-related international foreseen fore seen and capacity-", "building capacity for building"]
    )
    assert lexicon.keeps_hyphen(left, right) is keeps


def test_hanging_hyphens_stay() -> None:
    def traced(text: str) -> Traced:
        return Traced(text, range(len(text)), len(text))

    lexicon = SeenWords(["short-term"])
    assert lexicon.glue(
        [traced("short-"), traced("and long-term, 2008-"), traced("2011, and/"), traced("or—"), traced("so")], [0] * 5
    ).text == ("short- and long-term, 2008-2011, and/or—so")


def test_italics_are_lost_when_under_half_of_the_openings_have_them() -> None:
    def reading(marked: int) -> Reading:
        openers = ["Recalling", "Noting", "Stressing", "Welcoming"]
        lines = [f"*{o}*" if n < marked else o for n, o in enumerate(openers)]
        body = "\n\n".join(f"{line} the lamps that the keepers keep along the coast," for line in lines)
        return read(f"# T\n\n{body}\n")

    assert [italics_lost(reading(n).blocks) for n in range(5)] == [True, True, False, False, False]


words = st.sampled_from(["lamp", "oil", "the", "and", "Keepers", "reduc-", "tion,", "3", "1988", "¹", "²", "4.", "Lamps2", ";",
                         "<sup>1</sup>", "*", "**", "\n", "\n\n", "\n---\n", "- 2.", "\f", "V.31-01234 2/3\n", "\n\n7\n\n", "¹ See", "3 See"])  # fmt: skip


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.lists(words, max_size=40).map(" ".join))
def test_letters_are_neither_lost_nor_doubled(source: str) -> None:
    reading = read_recovered(Source.of(source))
    blocks = [*reading.blocks, *(block for note in reading.footnotes for block in note.blocks)]
    letters = Counter(c for b in blocks for c in b.label + b.text if c in "lampoiketdsrKL")
    kept = "\n".join(line.text.text for line in read_pages(Source.of(source)).lines)
    plain = re.sub(r"</?sup>", "", kept)
    assert letters == Counter(c for c in plain if c in "lampoiketdsrKL")


PAGE = """\
The General Assembly,

Recalling the work of the seed libraries that the villages of the uplands keep for one another in every season of the year,
Welcoming also the people-centred reports that the libraries send to the Assembly at every one of its sessions, in full,
Recalling further the exchange of seeds among the villages, which began in the uplands and went on in all the valleys be-
low them, and the commu-
nity-led cata-
logue of the seeds,
1. Requests the Secretary-General to report to the General Assembly at its ninetieth session on the seed libraries of the
uplands.
"""


def test_an_opening_begins_a_paragraph_though_the_line_before_is_full() -> None:
    reading = read(PAGE, name="page.txt", lexicon=LEXICON)
    texts = [block.text for block in reading.blocks]
    assert reading.recovered == ("words divided at line ends",)
    assert [text.split()[0] for text in texts] == ["The", "Recalling", "Welcoming", "Recalling", "Requests"]
    assert texts[3].endswith("valleys below them, and the community-led catalogue of the seeds,")


@each(
    ("left", "right", "whole"),
    [
        ("people", "centred", "people-centred"),
        ("reduc", "tion", "reduction"),
        ("cross", "cutting", "cross-cutting"),
        ("imple", "mentation", "implementation"),
        ("women", "led", "women-led"),
        ("non", "governmental", "non-governmental"),
        ("non", "sense", "nonsense"),
    ],
)
def test_the_list_of_words_tells_whether_a_hyphen_stays(left: str, right: str, whole: str) -> None:
    broken = f"Noting the {left}-\n{right} work of the seed libraries of the uplands and of the valleys below them,\n"
    text = "The General Assembly,\n\n" + broken + "\f" + "1. Decides to return to the matter.\n"
    reading = read(text, name="page.txt", lexicon=LEXICON)
    assert "page ends" in reading.recovered
    assert reading.blocks[1].text.startswith(f"Noting the {whole} work")


def test_compounds_that_an_editor_wrapped_show_no_printed_page() -> None:
    text = (
        "The General Assembly,\n\nNoting the people-\ncentred, community-\nled, cross-\nborder, short-\nand long-\nterm "
        "work of the Secretary-\nGeneral,\n\n1. Decides to return to the matter.\n"
    )
    reading = read(text, name="typed.txt", lexicon=LEXICON)
    assert reading.recovered == ()
    assert reading.blocks[1].text == (
        "Noting the people-centred, community-led, cross-border, short- and long-term work of the Secretary-General,"
    )


def test_a_typed_text_keeps_the_items_of_a_lead_in_without_a_mark() -> None:
    text = "The Assembly,\n\n1. Asks villages to limit\na) Fences;\nb) Walls;\n\n2. Decides to act.\n"
    reading = read(text, name="typed.txt", lexicon=LEXICON)
    assert reading.recovered == ()
    assert [block.label for block in reading.blocks] == ["", "1.", "a)", "b)", "2."]

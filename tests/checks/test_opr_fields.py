"""Automatic cross-references in Word files whose numbers are counted, with all that makes them go stale."""

import pytest

from resolint import cards, engine, notation, profile, rulebook, structure, word
from resolint.author import Layout
from resolint.author import build as built_by
from resolint.model import Document, Origin
from tests.checks.drafts import draft, known
from tests.support import verbs
from tests.support.docx import abstract, dele, docx, i, ins, level, note, num, numpr, p, r, ref
from tests.support.rows import each

LISTS = abstract(1, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")) + num(1, 1)
TOP = p(r("Footpaths between market towns", "<w:b/>")) + p(i("The General Assembly"), ",")
TRACKED = '<w:rPr><w:{0} w:id="77" w:author="Delegate A"/></w:rPr>'


def clause(text: str, *, level: int = 0, name: str = "", mark: str = "") -> str:
    """A numbered paragraph, bookmarked whole if it has a name; ``mark`` is what happened to its mark."""
    runs = text if text.startswith("<") else i(text.split(" ", 1)[0]) + r(" " + text.split(" ", 1)[1])
    if name:
        runs = f'<w:bookmarkStart w:id="5" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="5"/>'
    return p(runs, ppr=numpr(1, level) + mark)


def field(instruction: str, shown: str) -> str:
    """A complex field as Word writes it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def referring(instruction: str, shown: str) -> str:
    return clause(i("Decides") + r(" to review what is said in paragraph ") + field(instruction, shown) + r("."))


def build(*paragraphs: str, **parts: str) -> Document:
    reading = word.read_word(docx(TOP + "".join(paragraphs), numbering=LISTS, **parts))
    return structure.build(reading, Origin("draft.docx", "0" * 64, "docx", lost=reading.lost), cards.lexicon())


def found(document: Document, *ids: str) -> list[tuple[str, str]]:
    """The words that each finding marks and what it says of them."""
    chosen = profile.resolve(document, name="ga")
    rules = rulebook.select(known(), chosen, select=ids or ("OPR025",))
    report = engine.run(document, rules, tables=cards.tables(), profile="ga", date=chosen.date, cards=known())
    assert not report.failures
    return [(document.text(finding.span), finding.message.rpartition(", but ")[2]) for finding in report.findings]


FIRST = clause("Invites Member States to keep footpaths open;")
SECOND = clause("Requests the Secretary-General to draw a map;", name="_Ref1")
LIST = clause("Encourages Member States:") + clause(r("To mend gates;"), level=1)
ITEM = clause(r("To paint signs;"), level=1, name="_Ref1")


@each(
    "instruction, shown",
    [
        (r"REF _Ref1 \r \h", "2"),
        (r"REF _Ref1 \n \h \* MERGEFORMAT", "2."),
        (r"REF _Ref1 \r \p \h", "2 above"),
        (r"REF _Ref1 \p \h", "above"),
        (r"ref _ref1 \w", "2"),
        (r"PAGEREF _Ref1 \h", "9"),
        ("REF _Ref1", "Requests the Secretary-General to draw a map;"),
        ("DATE", "4 November 2029"),
    ],
)
def test_what_is_up_to_date_is_left_alone(instruction, shown):
    assert found(build(FIRST, SECOND, referring(instruction, shown))) == []


@each(
    "instruction, shown, truth",
    [
        (r"REF _Ref1 \r \h", "1", "the paragraph it points to is now 2."),
        (r"REF _Ref1 \r \p \h", "1 above", "the paragraph it points to is now 2."),
        (r"REF _Ref1 \r \p \h", "2 below", "the paragraph stands above."),
        (r"REF _Ref1 \p \h", "below", "the paragraph stands above."),
        (
            "REF _Ref1",
            "Requests a map;",
            "the words it repeats are now “Requests the Secretary-General to draw a map;”.",
        ),
        (r"REF _Ref2 \r \h", "2", "what it points to is no longer in the document."),
        (r"REF _Ref1 \r \h", "Error! Reference source not found.", "Word has lost what it points to."),
    ],
)
def test_what_is_stale_is_said_with_the_truth(instruction, shown, truth):
    assert found(build(FIRST, SECOND, referring(instruction, shown))) == [(shown, truth)]


def test_a_tracked_insertion_moves_the_numbers():
    added = clause(ins(i("Invites"), r(" museums to help;")), mark=TRACKED.format("ins"))
    body = (FIRST, added, SECOND, referring(r"REF _Ref1 \r \h", "2"))
    assert found(build(*body)) == [("2", "the paragraph it points to is now 3.")]


def test_a_tracked_deletion_takes_the_target_away():
    gone = f'<w:bookmarkStart w:id="5" w:name="_Ref1"/>{dele("Requests a map;")}<w:bookmarkEnd w:id="5"/>'
    body = (FIRST, clause(gone, mark=TRACKED.format("del")), referring(r"REF _Ref1 \r \h", "2"))
    assert found(build(*body)) == [("2", "the paragraph it points to has been deleted.")]


def test_a_paragraph_that_another_was_joined_to_keeps_its_bookmark():
    gone = clause(dele("Thanks the museums;"), mark=TRACKED.format("del"))
    assert found(build(FIRST, gone, SECOND, referring(r"REF _Ref1 \r \h", "2"))) == []
    assert found(build(FIRST, gone, SECOND, referring(r"REF _Ref1 \r \h", "3"))) != []


@pytest.mark.parametrize("shown", ["(b)", "2 (b)", "2(b)"])
def test_a_subparagraph_may_be_named_with_or_without_what_stands_above_it(shown):
    assert found(build(FIRST, LIST, ITEM, referring(r"REF _Ref1 \w \h", shown))) == []


@pytest.mark.parametrize("shown, now", [("(a)", "(b)"), ("1 (b)", "2 (b)"), ("2(c)", "2 (b)")])
def test_a_stale_subparagraph(shown, now):
    body = (FIRST, LIST, ITEM, referring(r"REF _Ref1 \w \h", shown))
    assert found(build(*body)) == [(shown, f"the paragraph it points to is now {now}.")]


def test_a_bookmark_between_paragraphs_is_on_the_next_one():
    between = '<w:bookmarkStart w:id="6" w:name="_Ref3"/><w:bookmarkEnd w:id="6"/>'
    assert found(build(FIRST, between, SECOND, referring(r"REF _Ref3 \r", "2"))) == []


def test_a_paragraph_without_a_number_prints_zero():
    plain = p('<w:bookmarkStart w:id="6" w:name="_Ref3"/>', i("Noting"), " the weather,", '<w:bookmarkEnd w:id="6"/>')
    assert found(build(plain, FIRST, referring(r"REF _Ref3 \r", "0"))) == [
        ("0", "the paragraph it points to has no number.")
    ]


def test_notes_are_pointed_to_by_their_numbers():
    noted = p(
        i("Recalling"), " its interest,", ref(2), '<w:bookmarkStart w:id="6" w:name="_Ref3"/>', ref(3),
        '<w:bookmarkEnd w:id="6"/>',
    )  # fmt: skip
    notes = note(2, "A map.") + note(3, "Another map.")
    right = (noted, FIRST, referring(r"NOTEREF _Ref3 \h", "2"))
    assert found(build(*right, footnotes=notes)) == []
    wrong = (noted, FIRST, referring(r"NOTEREF _Ref3 \h", "1"))
    assert found(build(*wrong, footnotes=notes)) == [("1", "the note it points to is now 2.")]


def test_a_dangling_number_is_said_once_and_by_the_rule_that_knows_more():
    fielded = clause(i("Decides") + r(" to review paragraph ") + field(r"REF _Ref1 \r \h", "9") + r(" above."))
    document = build(FIRST, SECOND, fielded)
    assert found(document, "OPR024", "OPR025") == [("9", "the paragraph it points to is now 2.")]


def test_a_generated_draft_is_up_to_date_until_it_is_edited():
    document = linked(
        draft(
            "1. *Invites* Member States to open reading rooms;",
            "2. *Decides* to review the reading rooms mentioned in paragraph 1 above.",
        )
    )
    back = in_word(document)
    assert [bookmark.name for bookmark in back.bookmarks] == ["_Ref100000001"]
    assert found(back) == []


LINKED = draft(
    '1. <a id="rooms"></a>*Invites* Member States to open reading rooms;',
    '2. <a id="maps"></a>*Requests* the Secretary-General to draw a map;',
    "3. *Decides* to review the map mentioned in paragraph [2](#maps) above and [rooms](#rooms).",
)


def linked(source: str) -> Document:
    return structure.build(notation.read(source), Origin("draft.md", "0" * 64, "markdown"), cards.lexicon())


def in_word(document: Document) -> Document:
    return verbs.load(built_by(document, Layout()))


def test_names_and_links_survive_markdown_and_word():
    document = linked(LINKED)
    assert [(bookmark.name, bookmark.block) for bookmark in document.bookmarks] == [
        ("rooms", "document/2"), ("maps", "document/3"),
    ]  # fmt: skip
    again = linked(notation.write(document))
    assert (again.blocks, again.bookmarks) == (document.blocks, document.bookmarks)
    built = in_word(document)
    assert {bookmark.name for bookmark in built.bookmarks} == {"rooms", "maps"}
    assert found(document) == found(built) == []
    assert '<a id="maps"></a>*Requests*' in notation.write(built)


def test_a_link_on_a_number_goes_stale_like_a_field():
    stale = LINKED.replace("[2](#maps)", "[1](#maps)")
    assert found(linked(stale)) == [("1", "the paragraph it points to is now 2.")]
    assert found(in_word(linked(stale))) == [("1", "the paragraph it points to is now 2.")]


def test_the_side_that_is_typed_behind_a_field_is_judged():
    document = build(
        clause("Requests the Secretary-General to count the rooms;", name="_Ref1"),
        clause(i("Decides") + r(" to paint the rooms of paragraph ") + field("REF _Ref1 \\r \\h", "1") + r(" below.")),
    )
    assert found(document, "OPR024") == [("1 below", "Paragraph 1 is not to be found below.")]


def test_the_real_fields_are_up_to_date(real):
    document = verbs.load(real / "fixtures" / "un-docx" / "FCCC_PA_CMA_2021_10_Add3.docx")
    assert len(document.bookmarks) == 4
    assert found(document) == []

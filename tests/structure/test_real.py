"""Real files: what was counted on them by eye, and that every block of every text finds one place."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from resolint import cards, notation, structure, word
from resolint.model import Block, Clause, Document, Origin, Reading, Span
from tests.structure.conftest import numbers
from tests.support.corpus import RESOLUTIONS, expected_roles, reading_of, records, year_of
from tests.support.rows import each
from tests.support.share import share, shares


def load(path: Path) -> Document:
    data = path.read_bytes()
    docx = path.suffix == ".docx"
    reading = word.read_word(data, name=path.name) if docx else notation.read(data.decode("utf-8"), name=path.name)
    return structure.build(reading, Origin(path.name, "0" * 64, "docx" if docx else "text"), cards.lexicon())


def only(folder: Path, pattern: str) -> Document:
    (path,) = folder.glob(pattern)
    return load(path)


def own(clauses: tuple[Clause, ...]) -> Iterator[str]:
    for clause in clauses:
        for below in clause.walk():
            yield from below.blocks


def held(document: Document) -> Counter[str]:
    """How often the acts and the masthead hold each block."""
    found: Counter[str] = Counter(document.head.blocks)
    for act in document.acts:
        ids = [*own(act.preamble), *own(act.operative), *act.closing, *act.body]
        ids += [heading.span.block for heading in act.headings]
        for annex in act.annexes:
            lines = {annex.heading.block} | ({annex.title.block} if annex.title else set())
            ids += [*own(annex.paragraphs), *lines, *(heading.span.block for heading in annex.headings), *annex.body]
        shared = {span.block for span in (act.title, act.heading, act.organ_line) if span is not None}
        found.update(ids)
        found.update(shared - set(ids))
    return found


def spans(document: Document) -> Iterator[Span]:
    for act in document.acts:
        yield from (span for span in (act.title, act.heading, act.organ_line) if span is not None)
        for annex in act.annexes:
            yield from (span for span in (annex.heading, annex.title) if span is not None)
    for _, clause in document.clauses():
        yield from (span for span in (clause.opener, clause.body, clause.end_mark) if span is not None)
    yield from (span for _, span in document.head.spans)


def sound(document: Document) -> None:
    """Every block has one place, every span lies inside of its block."""
    assert max(held(document).values(), default=0) <= 1
    assert set(structure.placed(document)) >= {block.id for block in document.blocks}
    assert set(structure.placed(document).values()) <= set(structure.PARTS)
    for span in spans(document):
        assert 0 <= span.start <= span.end <= len(document.block(span.block).text)
        assert structure.where(document, span)


def test_decisions_of_a_conference(real: Path) -> None:
    document = only(real, "fixtures/un-docx/FCCC_PA*.docx")
    decisions = [act for act in document.acts if act.kind == "decision"]
    assert [act.number for act in decisions] == [f"{number}/CMA.3" for number in range(6, 25)]
    assert [len(act.operative) for act in decisions] == [
        2, 20, 7, 22, 5, 8, 10, 13, 19, 22, 7, 2, 10, 15, 3, 3, 15, 15, 3,
    ]  # fmt: skip
    assert [len(act.preamble) for act in decisions] == [2, 8, 0, 1, 2, 0, 2, 1, 6, 2, 1, 2, 1, 7, 0, 0, 12, 1, 4]
    assert numbers(decisions[1].operative[6].children) == list("abcdefgh")
    assert numbers(decisions[7].operative[3].children) == list("abcdefghijklmnopqrstuvwx")
    assert [len(act.annexes) for act in decisions[-4:]] == [0, 1, 2, 1]
    assert [act.number for act in document.acts if act.kind == "resolution"] == ["1/CMA.3"]
    assert all(act.closing for act in document.acts)
    sound(document)


def test_a_draft_recovered_from_pdf(real: Path) -> None:
    document = only(real, "seeds/CND_2020_L2*")
    (act,) = document.acts
    assert (len(act.preamble), numbers(act.operative)) == (21, [str(number) for number in range(1, 14)])
    assert document.head.symbol == "E/CN.7/2020/L.2/Rev.1"
    assert document.head.sponsors == ("Georgia", "Honduras", "Japan", "Paraguay", "United States of America")
    assert (document.head.session, document.head.agenda_item) == ("Sixty-third session", "Agenda item 6")
    assert act.body == ()
    assert {document.text(clause.end_mark) for clause in act.preamble} == {","}
    sound(document)


def test_an_outcome_document(real: Path) -> None:
    document = only(real, "seeds/CND_resolution_59_1*")
    (act,) = document.acts
    assert (act.number, len(act.preamble), numbers(act.operative)) == ("59/1", 2, [""])
    (annex,) = act.annexes
    assert [clause.number for clause in annex.paragraphs if clause.number] == list("123456789")
    assert numbers(annex.paragraphs[-8].children)[:3] == ["a", "b", "c"]
    lettered = sum(1 for clause in annex.paragraphs for child in clause.walk() if child is not clause and child.number)
    assert lettered == 103
    sound(document)


def test_a_ministerial_statement(real: Path) -> None:
    document = only(real, "seeds/CND_2014_L15*")
    (act,) = document.acts
    assert document.kind == act.kind == "declaration"
    expected = [str(number) for number in (*range(1, 34), *range(1, 46))]
    assert numbers(act.operative) == expected
    assert document.head.agenda_item == "Item 6 of the provisional agenda"
    sound(document)


def test_a_declaration_and_its_plan(real: Path) -> None:
    document = only(real, "seeds/Political_Declaration*")
    (act,) = document.acts
    assert numbers(act.operative) == [str(number) for number in range(1, 41)]
    (plan,) = act.annexes
    assert numbers(plan.paragraphs) == [str(number) for number in range(1, 65)]
    sound(document)


def test_reports(real: Path) -> None:
    for pattern in (
        "seeds/CND_2018*",
        "fixtures/un-docx/A_80_6_PLANOUTLINE.docx",
        "fixtures/un-docx/A_80_6_Sect.25.docx",
    ):
        document = only(real, pattern)
        assert (document.kind, document.acts) == ("report", ())
        sound(document)
    assert only(real, "fixtures/un-docx/A_80_6_PLANOUTLINE.docx").head.symbol == "A/80/6 (Plan outline)"


def test_a_web_paste(real: Path) -> None:
    document = only(real, "fixtures/un-docx/GA_res_1904*")
    (act,) = document.acts
    assert (len(act.preamble), numbers(act.operative)) == (11, ["1", "2", "3"])
    sound(document)


def test_a_students_draft(real: Path) -> None:
    document = only(real, "fixtures/mun-docx/inputs__test_problematic.docx")
    (act,) = document.acts
    assert act.organ_line is None
    assert (len(act.preamble), numbers(act.operative)) == (3, ["1", "2", "1"])
    assert numbers(act.operative[1].children) == ["a", "a", "b"]
    sound(document)


@shares(12)
def test_the_corpus(real: Path, one_in: int) -> None:
    """Every text is sound; on resolutions since 2000 the parts agree with the approximate labels."""
    vocabulary = cards.lexicon()
    origin = Origin("corpus", "0" * 64, "text")
    agreed: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for record in share(list(records(real)), one_in):
        document = structure.build(reading_of(record), origin, vocabulary)
        sound(document)
        year = year_of(record)
        if record["family"] not in RESOLUTIONS or year is None or year < 2000:
            continue
        placed = structure.placed(document)
        for block, role in expected_roles(record).items():
            if placed[block] == "annex":
                continue
            seen[record["family"]] += 1
            agreed[record["family"]] += placed[block] == {"preambular": "preamble"}.get(role, role)
    rates = {family: agreed[family] / seen[family] for family in RESOLUTIONS if seen[family] > 100}
    assert rates and all(rate > 0.98 for rate in rates.values()), rates


LABELS = st.sampled_from(
    ["", "", "", "1.", "2.", "3.", "(a)", "(b)", "(i)", "(ii)", "(h)", "(aa)", "I.", "A.", "•", "1)"]
)
TEXTS = st.one_of(
    st.sampled_from(
        [
            "The General Assembly,", "The General Assembly", "Recalling x,", "Noting y:", "Decides z;", "Requests w.",
            "Annex", "Annex II", "Appendix: Rules", "Decision 7/XYZ.3", "79/90. Title", "A", "B", "I", "Article 1",
            "We, the mayors of the world,", "We reaffirm x;", "12th plenary meeting", "4 May 2031", "In favour:",
            "A/86/L.1", "Distr.: Limited", "Chile and Peru: draft resolution", "Agenda item 6", "* A/86/50.", "", " ",
            "The General Assembly decides to act.", "At its 3rd meeting, the General Assembly decided to act.",
            "“The General Assembly,", "Adopts the following:", "PP1 Recalling", "and so on", "Heading of a part",
        ]
    ),
    st.text(max_size=60),
)  # fmt: skip


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    kinds = st.sampled_from(["paragraph"] * 6 + ["heading", "cell", "header", "footer", "frame", "textbox"])
    blocks = []
    for at in range(draw(st.integers(0, 14))):
        text, label, typed = draw(TEXTS), draw(LABELS), draw(st.booleans())
        lead = len(label) + 1 if typed and label else 0
        blocks.append(
            Block(f"document/{at}", draw(kinds), f"{label}\t{text}" if lead else text, label=label, lead=lead,
                  level=draw(st.integers(-1, 3)))
        )  # fmt: skip
    return Reading(tuple(blocks))


@given(readings())
@settings(max_examples=200, deadline=None)
def test_any_row_of_blocks_gives_a_sound_document(reading: Reading) -> None:
    document = structure.build(reading, Origin("x", "0" * 64, "docx"), cards.lexicon())
    sound(document)
    assert document.blocks == reading.blocks


@each("text", ["a " * 50_000, ":" * 100_000, "The " * 30_000 + ",", "(a) " * 30_000, "1. " * 30_000,
                                  "A/" * 50_000, "\ufffc" * 50_000, "Annex " * 20_000, "We, the " * 15_000])  # fmt: skip
def test_hostile_blocks_are_no_burden(text: str) -> None:
    blocks = tuple(Block(f"document/{at}", "paragraph", line) for at, line in enumerate((text, "Decides x;", text)))
    sound(structure.build(Reading(blocks), Origin("x", "0" * 64, "docx"), cards.lexicon()))


def test_many_blocks_take_linear_work() -> None:
    blocks = [Block("document/0", "paragraph", "The General Assembly,")]
    blocks += [Block(f"document/{at}", "paragraph", "Decides to act;", label=f"{at}.") for at in range(1, 5_000)]
    document = structure.build(Reading(tuple(blocks)), Origin("x", "0" * 64, "docx"), cards.lexicon())
    assert len(document.acts[0].operative) == 4_999

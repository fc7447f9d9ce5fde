"""The five texts the project began with, and adopted texts, read whole. Counts were made by eye."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path

from resolint.model import NOTE_MARK, Block, Head, Reading
from resolint.notation import read
from resolint.notation.recovered.evidence import evidence
from resolint.notation.recovered.hyphens import SeenWords
from resolint.notation.recovered.pages import read_pages
from resolint.notation.traced import Source
from resolint.pipeline.drafts import load
from tests.notation.test_places import check
from tests.support.rows import each

SEEDS = [
    "CND_2014_L15_draft_ministerial_statement",
    "CND_2018_secretariat_report",
    "CND_2020_L2_Rev1_revised_draft_resolution",
    "CND_resolution_59_1_outcome_document",
    "Political_Declaration_2009_publication",
]
WORD = re.compile(r"[A-Za-z’]+")


def source_of(real: Path, name: str) -> str:
    return (real / "seeds" / f"{name}.txt").read_text(encoding="utf-8")


def head_of(real: Path, name: str) -> Head:
    return load((real / "seeds" / f"{name}.txt").read_bytes(), name=f"{name}.txt").head


def numbers(blocks: list[Block]) -> list[int]:
    return [int(b.label[:-1]) for b in blocks if re.fullmatch(r"\d+\.", b.label)]


def all_blocks(reading: Reading) -> list[Block]:
    return [*reading.blocks, *(block for note in reading.footnotes for block in note.blocks)]


def words_of_pages(source: str) -> Counter[str]:
    """The words of the source lines that are text, after the hyphens at line ends are undone as the reader does."""
    pages = read_pages(Source.of(source))
    lines = [re.sub(r"</?sup>|\(#\)", "", line.text.text.rstrip()) for line in pages.lines]
    lexicon = SeenWords(line.text.text for line in pages.lines)
    whole = "\n".join(lines)

    def undo(match: re.Match[str]) -> str:
        return match[1] + ("-" if lexicon.keeps_hyphen(match[1], match[2]) else "") + match[2]

    return Counter(WORD.findall(re.sub(r"([A-Za-z]+)-\n([a-z]+)", undo, whole)))


@each("name", SEEDS)
def test_no_word_is_lost_or_doubled(real: Path, name: str) -> None:
    source = source_of(real, name)
    found = Counter(w for block in all_blocks(read(source)) for w in WORD.findall(f"{block.label} {block.text}"))
    assert found == words_of_pages(source)


@each("name", SEEDS)
def test_only_page_furniture_is_dropped(real: Path, name: str) -> None:
    source = Source.of(source_of(real, name))
    kept = {line.number for line in read_pages(source).lines}
    dropped = [source.line(n).text.strip() for n in range(len(source.starts)) if n not in kept]
    assert all(re.fullmatch(r"|-+|\d{1,3}|(?:\d/\d )?V\.\d\d-\d{5}(?: \d/\d)?", text) for text in dropped)


@each("name", SEEDS)
def test_every_character_has_its_place(real: Path, name: str) -> None:
    source = source_of(real, name)
    check(source, read(source))


@each("name", SEEDS)
def test_no_markup_is_left(real: Path, name: str) -> None:
    for block in all_blocks(read(source_of(real, name))):
        assert not re.search(r"\*\*|</?sup>|\^\{|^- |^> |^#|[¹²³⁴-⁹]| {2}|[a-z]- [a-z]+ing", block.text), block.text


def test_the_revised_draft_of_2020(real: Path) -> None:
    reading = read(source_of(real, SEEDS[2]))
    head = head_of(real, SEEDS[2])
    assert (head.symbol, head.session, head.agenda_item) == (
        "E/CN.7/2020/L.2/Rev.1",
        "Sixty-third session",
        "Agenda item 6",
    )
    assert head.sponsors == ("Georgia", "Honduras", "Japan", "Paraguay", "United States of America")
    assert (head.date, head.distribution, head.language) == ("5 March 2020", "Limited", "English")
    assert (head.body, head.job_number) == ("Commission on Narcotic Drugs", "V.20-01719")
    texts = [block.text for block in reading.blocks]
    organ = texts.index("The Commission on Narcotic Drugs,")
    assert texts[organ - 1].startswith("Promoting efforts by Member States")
    preamble = [block for block in reading.blocks[organ + 1 :] if not block.label]
    assert len(preamble) == 21
    assert all(block.text.rstrip(NOTE_MARK).endswith(",") for block in preamble[:-1])
    assert numbers(list(reading.blocks)) == list(range(1, 14))
    assert [note.number for note in reading.footnotes] == [str(n) for n in range(1, 10)]
    marks = Counter(mark.value for block in reading.blocks for mark in block.marked("note"))
    assert {value: count for value, count in marks.items() if count > 1} == {"footnotes/3": 2, "footnotes/9": 2}
    assert "italics" in reading.lost


def test_resolution_59_1(real: Path) -> None:
    reading = read(source_of(real, SEEDS[3]))
    assert len(reading.footnotes) == 21
    assert all(note.anchor for note in reading.footnotes)
    assert "italics" not in reading.lost and "notes" not in reading.lost
    texts = [block.text for block in reading.blocks]
    annex = texts.index("Annex")
    before = reading.blocks[:annex]
    openers = [b.text[: next(b.marked("italic")).end] for b in before if any(True for _ in b.marked("italic"))]
    assert openers == ["The Commission on Narcotic Drugs,", "Recalling", "Recalling also", "Decides"]
    assert numbers(list(reading.blocks)) == list(range(1, 10))
    lettered = [block.label for block in reading.blocks if block.label.startswith("(")]
    assert len(lettered) == 103
    assert sum(label == "(a)" for label in lettered) == 7
    assert [block.label for block in reading.blocks if block.label == "(y)"] == ["(y)"]


def test_the_draft_statement_of_2014(real: Path) -> None:
    reading = read(source_of(real, SEEDS[0]))
    assert numbers(list(reading.blocks)) == [*range(1, 34), *range(1, 46)]
    assert [note.number for note in reading.footnotes] == [str(n) for n in range(1, 26)]
    assert [note.number for note in reading.footnotes if note.anchor is None] == ["1"]
    assert [b.label for b in reading.blocks if re.fullmatch(r"[A-Z]\.", b.label)] == ["A.", "B.", "C."]
    assert head_of(real, SEEDS[0]).symbol == "E/CN.7/2014/L.15"


def test_the_publication_of_2009(real: Path) -> None:
    reading = read(source_of(real, SEEDS[4]))
    texts = [block.text for block in reading.blocks]
    declaration, plan = texts.index("We, the States Members of the United Nations,"), texts.index("Plan of action")
    assert numbers(list(reading.blocks[declaration:plan])) == list(range(1, 41))
    sentences = [b for b in reading.blocks[plan:] if len(b.text) > 20 and b.text[0].isupper() and b.text[-1] in ".:"]
    assert numbers(sentences) == list(range(1, 65))
    assert len(reading.footnotes) == 33
    assert all(note.anchor for note in reading.footnotes)
    assert "masthead" in reading.lost and "italics" in reading.lost


def test_the_report_of_2018(real: Path) -> None:
    reading = read(source_of(real, SEEDS[1]))
    texts = [block.text for block in reading.blocks]
    assert texts[:7] == [
        "Commission on Narcotic Drugs",
        "Sixty-first session",
        "Vienna, 12–16 March 2018",
        "Item 9 of the provisional agenda*",
        "Recommendations of the subsidiary bodies of the Commission",
        "Action taken by the subsidiary bodies of the Commission on Narcotic Drugs",
        "Report of the Secretariat",
    ]
    sentences = [b for b in reading.blocks if b.text.endswith((".", ":")) and len(b.text) > 60]
    assert numbers(sentences) == list(range(1, 42))
    assert "italics" not in reading.lost


def test_adopted_texts_are_not_taken_for_recovered_ones(real: Path) -> None:
    with gzip.open(real / "fixtures" / "corpus" / "un_paragraphs_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 40:
                continue
            record = json.loads(line)
            texts = [" ".join(f"{p.get('p', '')} {p['x']}".split()) for p in record["paras"]]
            texts = [text for text in texts if text]
            source = "\n\n".join(texts) + "\n"
            assert not evidence(source), record["file"]
            blocks = read(source, name="x.md").blocks
            assert len(blocks) <= len(texts)

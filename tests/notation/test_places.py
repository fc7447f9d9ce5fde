"""Every character of a block stands where its place says."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolint.model import NOTE_MARK, Block, Reading, View
from resolint.notation import read
from resolint.notation.recovered.reading import read_recovered
from resolint.notation.traced import Source

PARTS = ["*", "_", "**", "a", "Recalling ", "also", "[^1]", "[^1]: ", "<!-- x -->", "\\", "\\*", "\n", "\n\n", " ", "  ",
         "\t", "1. ", "(a) ", "{++", "++}", "{--", "--}", "{~~", "~>", "~~}", "<sup>", "</sup>", "¹", "&nbsp;", "^", "[",
         "](u)", "# ", "> ", "- ", "\r\n", "\u00a0", "é", ",", ";", "reduc-", "tion", "V.20-01719 2/5", "\f", "---", "3",
         "<br>", "![](x)", "¹ See it.", "+++"]  # fmt: skip
sources = st.one_of(st.lists(st.sampled_from(PARTS), max_size=25).map("".join), st.text(max_size=60))


def lines_of(source: str) -> list[str]:
    return re.split(r"\r\n|\n|\r", source.removeprefix("\ufeff"))


def check(source: str, reading: Reading) -> None:
    lines = lines_of(source)
    blocks = [*reading.blocks, *(block for note in reading.footnotes for block in note.blocks)]
    for block in blocks:
        if not block.id.startswith("front/"):
            check_block(lines, block)


def check_block(lines: list[str], block: Block) -> None:
    places = list(block.places)
    assert places and places[0].offset == 0
    assert [p.offset for p in places] == sorted({p.offset for p in places})
    for offset, character in enumerate(block.text):
        place = [p for p in places if p.offset <= offset][-1]
        line, column = lines[place.line - 1], place.column - 1 + offset - place.offset
        found = line[column : column + 1] or "\n"
        if character == NOTE_MARK:
            assert found in f"[!{NOTE_MARK}" or found.isdigit() or found in "*†‡⁰¹²³⁴⁵⁶⁷⁸⁹"
        elif character in " \n":
            assert found in " \n<&\t\\"
        else:
            assert found == character or found == "&", (block, offset)


@pytest.mark.slow
@settings(max_examples=600, deadline=None)
@given(sources, st.sampled_from(["proposed", "original"]), st.sampled_from(["", "x.md", "x.txt"]))
def test_places_lead_back_to_the_source(source: str, view: View, name: str) -> None:
    check(source, read(source, name=name, view=view))


@settings(max_examples=400, deadline=None)
@given(sources)
def test_places_of_recovered_text_lead_back_to_the_source(source: str) -> None:
    check(source, read_recovered(Source.of(source)))


def test_the_end_of_a_text_behind_markup() -> None:
    (block,) = read("*a*[^1]", name="x.md").blocks
    assert [(p.offset, p.line, p.column) for p in block.places] == [(0, 1, 2), (1, 1, 4), (2, 1, 8)]


def test_joined_lines_and_removed_marks() -> None:
    block = read("# T\n\n*ab*c\n  d{++e++}\n").blocks[1]
    assert block.text == "abc de"
    assert [(p.offset, p.line, p.column) for p in block.places] == [(0, 3, 2), (2, 3, 5), (4, 4, 3), (5, 4, 7)]

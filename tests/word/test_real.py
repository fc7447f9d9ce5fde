"""Real files: what an eye counted, and an independent way of accepting and rejecting changes."""

import copy
import subprocess
import sys

import pytest
from lxml import etree

from resolint.errors import UnreadableDraft
from resolint.word import read_word as read
from tests.support import verbs
from tests.support.rows import each

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ISSUED = "FCCC_PA_CMA_2021_10_Add3"


@pytest.fixture(scope="module")
def load(real):
    def loader(name: str, view="proposed", folder="un-docx"):
        return read((real / "fixtures" / folder / f"{name}.docx").read_bytes(), view=view, name=name)

    return loader


def head_of(real, name):
    return verbs.load(real / "fixtures" / "un-docx" / f"{name}.docx").head


def test_a_geneva_document(load, real):
    reading = load(ISSUED)
    heads = [b.text for b in reading.blocks if b.kind == "heading" and b.text.startswith("Decision ")]
    assert heads == [f"Decision {n}/CMA.3" for n in range(6, 25)]
    assert len(reading.footnotes) == 84
    head = head_of(real, ISSUED)
    assert (head.symbol, head.distribution, head.date, head.language) == (
        "FCCC/PA/CMA/2021/10/Add.3", "General", "8 March 2022", "English",
    )  # fmt: skip
    assert (head.body or "").endswith("serving as the meeting of the Parties to the Paris Agreement")


def test_printed_note_numbers_restart_with_each_decision(load):
    reading = load(ISSUED)
    order = {block.id: index for index, block in enumerate(reading.blocks)}
    starts = [order[b.id] for b in reading.blocks if b.kind == "heading" and b.text.startswith("Decision ")]
    per_decision: list[list[str]] = [[] for _ in starts]
    for found in reading.footnotes:
        at = order[found.anchor.block]
        per_decision[max(i for i, start in enumerate(starts) if start <= at)].append(found.number)
    assert [len(numbers) for numbers in per_decision] == [0, 5, 4, 1, 3, 4, 2, 8, 5, 8, 2, 0, 5, 10, 0, 1, 4, 16, 6]
    for index, numbers in enumerate(per_decision[:17]):
        if index != 16:
            assert numbers == [str(n + 1) for n in range(len(numbers))]
    marks = [m.value for b in reading.blocks for m in b.marked("note")]
    assert marks == [n.id for n in reading.footnotes]


def test_typed_labels_of_one_decision(load):
    blocks = load(ISSUED).blocks
    first = next(i for i, b in enumerate(blocks) if b.text == "Decision 7/CMA.3")
    last = next(i for i, b in enumerate(blocks) if b.text == "Decision 8/CMA.3")
    labels = [b.label for b in blocks[first:last] if b.label]
    assert labels == [
        *[f"{n}." for n in range(1, 8)], *[f"({c})" for c in "abcdefgh"], *[f"{n}." for n in range(8, 21)],
    ]  # fmt: skip


def test_openers_are_whole(load):
    for block in load(ISSUED).blocks:
        if block.kind != "paragraph" or not block.label:
            continue
        opener = next(block.marked("italic"), None)
        if opener is not None and opener.start <= block.lead < opener.end < len(block.text):
            assert not (block.text[opener.end - 1].isalpha() and block.text[opener.end].isalpha()), block.text[:60]


def test_a_paste_from_the_web_inside_controls(load):
    blocks = load("GA_res_1904_XVIII_web_paste_sdt").blocks
    assert sum(b.kind != "footer" for b in blocks) == 45
    assert [b.label for b in blocks if b.label][:3] == ["1.", "2.", "3."]
    assert next(b for b in blocks if b.text.startswith("The General Assembly,")).marks[0].kind == "italic"


def test_a_new_york_document(load, real):
    reading = load("A_80_6_PLANOUTLINE")
    assert reading.comments == ()
    head = head_of(real, "A_80_6_PLANOUTLINE")
    assert (head.symbol, head.others) == ("A/80/6 (Plan outline)", ())
    where = {field: span.block.split("/")[0] for field, span in head.spans}
    assert where["symbol"] == where["date"] == where["distribution"] == "header3"
    assert where["agenda_item"] == where["session"] == "document"
    assert [b.label for b in reading.blocks if b.kind == "frame"] == ["*", "**"]
    numbers = [b.label for b in reading.blocks if b.style == "singletxt" and b.label[:1].isdigit()]
    assert numbers == [f"{n}." for n in range(1, 44)]


@each("name", ["A_80_6_Sect.17", "A_80_6_Sect.25", "A_80_6_Sect.6", "A_80_6_SECT.24__CORR.1"])
def test_budget_sections(load, real, name):
    reading = load(name)
    assert len({b.id for b in reading.blocks}) == len(reading.blocks)
    assert [n.number for n in reading.footnotes] == [str(i + 1) for i in range(len(reading.footnotes))]
    assert all(b.text.strip() for b in reading.blocks)
    symbol = head_of(real, name).where("symbol")
    assert symbol is not None and symbol.block.startswith("header")


def test_lists_of_a_student_draft_restart(load):
    blocks = load("inputs__test_problematic", folder="mun-docx").blocks
    assert [b.label for b in blocks if b.label] == [
        "1.", "a.", "b.", "c.", "i.", "ii.", "2.", "a.", "a.", "b.", "i.", "ii.", "1.", "a.", "b.", "c.",
    ]  # fmt: skip
    blocks = load("inputs__test1", folder="mun-docx").blocks
    assert [b.label for b in blocks if b.label] == [
        "1.", "a)", "b)", "c)", "i.", "ii.", "2.", "a)", "b)", "c)", "i.", "ii.", "3.", "a)", "b)", "c)",
    ]  # fmt: skip


def test_every_stress_file_is_read_or_refused_in_one_sentence(real):
    read_files = refused = 0
    for path in sorted((real / "fixtures" / "nasty-docx").iterdir()):
        for view in ("proposed", "original"):
            try:
                read(path.read_bytes(), view=view, name=path.name)
                read_files += 1
            except UnreadableDraft as error:
                assert str(error).startswith(path.name)
                refused += 1
    assert (read_files, refused) == (44, 6)


READ_ALL = r"""
import pathlib, re, sys
from resolint.errors import UnreadableDraft
from resolint.word import read_word
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    try:
        read_word(path.read_bytes(), name=path.name)
    except UnreadableDraft:
        pass
# The usage of resources would count what the process that started this one had taken.
print(re.search(r"VmHWM:\s+(\d+)", pathlib.Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is counted in other units here")
def test_stress_files_take_little_memory(real):
    command = [sys.executable, "-c", READ_ALL, str(real / "fixtures" / "nasty-docx")]
    largest = int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert largest < 1_100_000  # kB; Python 3.13 takes one per cent more than a million


# -- an independent oracle for tracked changes ---------------------------------------------------------------------


def resolved(document: bytes, accept: bool) -> list[str]:
    """The paragraphs after all changes are accepted or rejected, by editing the XML: slow, plain, and apart."""
    root = etree.fromstring(document)
    fallen = [e for e in root.iter() if etree.QName(e).localname == "Fallback"]
    for element in fallen:
        element.getparent().remove(element)
    gone = ("del", "moveFrom") if accept else ("ins", "moveTo")
    for row in list(root.iter(f"{W}tr")):
        if any(row.find(f"{W}trPr/{W}{name}") is not None for name in gone):
            row.getparent().remove(row)
    for paragraph in root.iter(f"{W}p"):
        joined = any(paragraph.find(f"{W}pPr/{W}rPr/{W}{name}") is not None for name in gone)
        paragraph.set("joined", "1" if joined else "0")
    for properties in list(root.iter(f"{W}pPr")):
        properties.getparent().remove(properties)
    for name in gone:
        for element in list(root.iter(f"{W}{name}")):
            element.getparent().remove(element)
    texts = []
    for container in [root.find(f"{W}body"), *root.iter(f"{W}tc", f"{W}txbxContent")]:
        carried = ""
        for child in container:
            if child.tag == f"{W}p":
                carried += plain(child)
                if child.get("joined") == "1" and child.getnext() is not None and child.getnext().tag == f"{W}p":
                    continue
                texts.append(carried)
                carried = ""
    return sorted(t for t in texts if t.strip())


def plain(paragraph) -> str:
    clone = copy.deepcopy(paragraph)
    for box in list(clone.iter(f"{W}txbxContent")):
        box.getparent().remove(box)
    found = []
    for element in clone.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br"):
        name = etree.QName(element).localname
        found.append({"tab": "\t", "br": "\n"}.get(name, element.text or ""))
    return "".join(found)


@each("name", ["RA001-Tracked-Revisions-01", "RP015-MoveFrom-MoveTo"])
@each("view", ["proposed", "original"])
def test_tracked_changes_agree_with_the_oracle(real, name, view):
    import zipfile

    path = real / "fixtures" / "nasty-docx" / f"{name}.docx"
    with zipfile.ZipFile(path) as archive:
        expected = resolved(archive.read("word/document.xml"), accept=view == "proposed")
    blocks = read(path.read_bytes(), view=view).blocks
    body = sorted(b.text.replace("\ufffc", "") for b in blocks if b.kind not in ("header", "footer"))
    assert [t for t in body if t.strip()] == expected

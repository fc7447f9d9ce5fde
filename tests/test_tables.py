"""Tables: their cells are text to rules and to every format, and their shape goes both ways."""

import io
import zipfile

import pytest
from lxml import etree

from resolint import pipeline, structure
from resolint.model import Document
from resolint.pipeline.drafts import load, read_source
from resolint.tables import tables
from tests.support.rows import each

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

DRAFT = """\
# Seed banks of the uplands

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,

1. *Adopts* the plan annexed to the present resolution;

2. *Decides* to return to the matter.

## Annex

### Plan

1. The banks are these.

| Bank    | Opened | Share | Remarks  |
| ------- | -----: | :---: | -------- |
| Uplands | 2024   | 25%   | *small*  |
| Delta   |        | 30    | a \\| b<br>c |

2. They report every year.
"""


def draft() -> Document:
    return read_source(DRAFT, "draft.md")


def shape(document: Document) -> list[tuple[int, list[list[tuple[str, int]]]]]:
    return [
        (table.head, [[("\n".join(b.text for b in slot.blocks), slot.span) for slot in row] for row in table.rows])
        for table in tables(document)
    ]


def test_a_pipe_table_is_read_with_its_places() -> None:
    document = draft()
    (table,) = tables(document)
    assert (table.columns, table.head, table.aligned) == (4, 1, ("", "right", "center", ""))
    assert shape(document)[0][1][2] == [("Delta", 1), ("", 1), ("30", 1), ("a | b\nc", 1)]
    (share,) = [block for block in document.blocks if block.text == "25%"]
    assert structure.where(document, share.span()) == "annex, table 1, row 2, column 3"
    assert (share.places[0].line, share.places[0].column) == (19, 22)
    assert [clause.number for clause in document.acts[0].annexes[0].paragraphs] == ["1", "2"]


def test_rules_see_cells_and_fixes_reach_them() -> None:
    found = pipeline.lint(DRAFT.encode(), name="draft.md").findings
    assert [(f.rule, f.where) for f in found if f.rule == "SPL004"] == [("SPL004", "annex, table 1, row 2, column 3")]
    fixed = pipeline.fix(DRAFT.encode(), name="draft.md", level="suggest")
    assert "25 per cent" in fixed.after.decode()


@pytest.mark.parametrize("ending", ["docx", "akn", "md"])
def test_every_format_that_is_read_again_gives_the_same_table(ending: str) -> None:
    document = draft()
    built = pipeline.build(DRAFT.encode(), name="draft.md")
    data = built if ending == "docx" else pipeline.export(document, ending).encode()
    again = load(data, name=f"again.{ending}")
    assert shape(again) == shape(document)
    assert tables(again)[0].aligned == tables(document)[0].aligned
    assert [b.text for b in again.blocks if b.kind == "cell"] == [b.text for b in document.blocks if b.kind == "cell"]


def test_other_formats_show_the_table() -> None:
    document = draft()
    page = pipeline.export(document, "html")
    assert '<th scope="col"' in page and page.count("<tr>") == 3 and 'class="right"' in page
    assert "Uplands |   2024 | 25%   | small\n" in pipeline.export(document, "txt")
    assert "Table 1 (3 rows, 4 columns)" in pipeline.show(document)
    assert '"where": "annex, table 1"' in pipeline.export(document, "json")


def test_a_built_table_is_one_of_word_whose_head_is_repeated() -> None:
    data = pipeline.build(DRAFT.encode(), name="draft.md")
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    (table,) = [t for t in root.iter(f"{W}tbl") if any(t.itertext()) and "Uplands" in "".join(t.itertext())]
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(len(row.findall(f"{W}tc")) == 4 for row in rows)
    widths = [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]
    assert min(widths) > 0
    assert table.getnext() is not None and table.getnext().tag == f"{W}p"


def test_a_permission_in_a_cell_is_for_that_cell() -> None:
    text = DRAFT.replace("25%", "25% <!-- resolint: allow SPL004, the sign is in the treaty -->")
    document = read_source(text, "draft.md")
    (directive,) = document.directives
    assert directive.span is not None and document.text(directive.span) == "25%"
    assert not [
        f for f in pipeline.lint(text.encode(), name="draft.md").findings if f.rule == "SPL004" and not f.suppressed
    ]
    assert "<!-- resolint: allow SPL004" in pipeline.export(document, "md")


def test_a_table_that_holds_the_text_is_no_table() -> None:
    lines = ["The General Assembly,", "Recalling its resolution 70/1,", "Noting the report,", "Welcoming the plan,"]
    lines += ["1. Requests the Secretary-General to report;", "2. Decides to return to the matter."]
    text = "| | |\n|---|---|\n" + "\n".join(f"| {n} | {line} |" for n, line in enumerate(lines))
    document = read_source(text.replace("| 4 | 1. ", "| x | 1. "), "draft.md")
    assert document.acts and not tables(document)


@each(
    "text",
    ["a | b", "a | b\n--- | x", "| a |\n\n|---|", "# a | b\n---|---", "a | b\n---", "|a|b|\n|---|"],
)
def test_what_is_no_table_stays_a_paragraph(text: str) -> None:
    assert not tables(read_source(text, "draft.md"))


def test_rows_of_other_lengths_lose_nothing() -> None:
    document = read_source("|a|b|\n|-|-|\n|c|\n|d|e|f|\n", "draft.md")
    assert shape(document) == [
        (1, [[("a", 1), ("b", 1), ("", 1)], [("c", 1), ("", 1), ("", 1)], [("d", 1), ("e", 1), ("f", 1)]])
    ]

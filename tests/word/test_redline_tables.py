"""Redlines of tables: rows that go and come, cells that pair by their place, empty places that are filled, tables that come."""

import random
import re

import pytest

from resolint.pipeline import load, redline
from resolint.tables import tables
from tests.support.docx import docx, members_of, p
from tests.support.rows import each

WORDS = [
    "lamp",
    "quay",
    "mole",
    "pier",
    "harbour",
    "net",
    "boat",
    "light",
    "south",
    "north",
    "old",
    "new",
    "copper",
    "iron",
    "rope",
    "salt",
    "12",
    "17",
    "40",
    "1,200",
]
BEFORE, AFTER = p("The table of lamps begins here"), p("The table of lamps ends here and the text goes on")


def table(rows: list[list[list[str]]]) -> str:
    lines = ["".join(f"<w:tc>{''.join(map(p, cell)) or p()}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>" if rows else ""


def grid(data: bytes, view: str = "proposed") -> list[list[list[str]]]:
    """What stands in each cell of each row that has words."""
    return [
        [
            ["\n".join(block.text for block in slot.blocks) for slot in row]
            for row in one.rows
            if any(s.blocks for s in row)
        ]
        for one in tables(load(data, name="x.docx", view=view))
    ]


def redlined(base: bytes, draft: bytes) -> bytes:
    done = redline(base, draft, base_name="a.docx", draft_name="b.docx", date="2026-11-20T10:00:00Z")
    assert not done.left
    assert grid(done.data, "original") == grid(base)
    assert grid(done.data) == grid(draft)
    return done.data


def cell(chance: random.Random) -> list[str]:
    def words() -> str:
        return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 4)))

    return [] if chance.random() < 0.15 else [words() for _ in range(chance.choice((1, 1, 1, 1, 1, 2)))]


def departed(rows: list[list[list[str]]], columns: int, chance: random.Random) -> list[list[list[str]]]:
    """The table with rows dropped and new, cells emptied, filled and changed."""
    found = [[cell(chance) for _ in range(columns)]] if chance.random() < 0.1 else []
    for row in rows:
        fate = chance.random()
        if fate < 0.15:
            continue
        mine = [list(one) for one in row]
        if fate < 0.45:
            at = chance.randrange(columns)
            mine[at] = [f"{mine[at][0]} {chance.choice(WORDS)}", *mine[at][1:]] if mine[at] else cell(chance)
        found.append(mine)
        if chance.random() < 0.25:
            found.append([cell(chance) for _ in range(columns)])
    return found


@pytest.mark.slow
@each("part", range(4))
def test_cells_come_out_in_their_places(part: int) -> None:
    for seed in range(part, 60, 4):
        chance = random.Random(seed)
        columns = chance.randint(1, 4)
        rows = [[cell(chance) for _ in range(columns)] for _ in range(chance.randint(1, 6))]
        new = departed(rows, columns, chance)
        redlined(docx(BEFORE + table(rows) + AFTER), docx(BEFORE + table(new) + AFTER))


def test_an_empty_place_is_filled_where_it_is() -> None:
    rows = [[["Harbour"], ["Lamps"]], [["North quay"], []], [["South mole"], ["40"]]]
    filled = [rows[0], [["North quay"], ["17", "in spring"]], rows[2]]
    xml = members_of(redlined(docx(BEFORE + table(rows) + AFTER), docx(BEFORE + table(filled) + AFTER)))
    assert "<w:trPr>" not in xml["word/document.xml"].decode()


def test_a_table_that_comes_is_a_table_and_goes_with_its_rows() -> None:
    rows = [[["Harbour"], ["Lamps"]], [["North quay"], ["17"]]]
    data = redlined(docx(BEFORE + AFTER), docx(BEFORE + table(rows) + AFTER))
    xml = members_of(data)["word/document.xml"].decode()
    assert xml.count("<w:tbl>") == 1 and len(re.findall(r"<w:trPr><w:ins [^>]*/></w:trPr>", xml)) == 2


def test_a_table_that_goes_is_struck_row_by_row() -> None:
    rows = [[["Harbour"], ["Lamps"]], [["North quay"], ["17"]]]
    data = redlined(docx(BEFORE + table(rows) + AFTER), docx(BEFORE + AFTER))
    xml = members_of(data)["word/document.xml"].decode()
    assert len(re.findall(r"<w:trPr><w:del [^>]*/></w:trPr>", xml)) == 2


def test_cells_of_a_table_with_another_column_pair_by_their_words() -> None:
    rows = [[["Harbour"], ["Lamps"]], [["North quay"], ["seventeen"]]]
    wider = [[["Harbour"], ["Boats"], ["Lamps"]], [["North quay"], ["four"], ["seventeen"]]]
    base, draft = docx(BEFORE + table(rows) + AFTER), docx(BEFORE + table(wider) + AFTER)
    done = redline(base, draft, base_name="a.docx", draft_name="b.docx", date="2026-11-20T10:00:00Z")
    assert grid(done.data, "original") == grid(base)
    assert "<w:del" not in members_of(done.data)["word/document.xml"].decode()
    assert done.left == ("not redlined: a column of a table, whose words come in the cells beside it, “Boats”",)
    back = redline(draft, base, base_name="b.docx", draft_name="a.docx", date="2026-11-20T10:00:00Z")
    assert back.left == ("not redlined: a column of a table, whose words go and whose cells stay, “Boats”",)
    assert grid(back.data) == [[[words if words not in ("Boats", "four") else "" for [words] in row] for row in wider]]


def test_what_stands_before_a_table_comes_before_its_new_rows_though_all_of_its_rows_went() -> None:
    rows = [[["North quay"], ["11"]], [["South quay"], ["30"]], [["Old mole"], ["40"]]]
    new = [[["South quay"], ["30 lamps on every one of the piers and moles"]]]
    base = docx(p("The boats are counted") + p("1. Decides that nets and quays be mended") + table(rows) + p("end"))
    draft = docx(p("The boats are counted") + p("1. Invites") + table(new) + p("end of the list"))
    done = redline(base, draft, base_name="a.docx", draft_name="b.docx", date="2026-11-20T10:00:00Z")
    assert not done.left and grid(done.data) == grid(draft) and grid(done.data, "original") == grid(base)
    texts = [block.text for block in load(done.data, name="x.docx").blocks]
    assert texts == [block.text for block in load(draft, name="x.docx").blocks]


def test_what_follows_a_table_comes_behind_the_rows_that_came() -> None:
    base = docx(table([[["One boat"]]]) + p())
    draft = docx(table([[["One boat"]], [["Two nets"]]]) + p("The lamps are mended in spring"))
    done = redline(base, draft, base_name="a.docx", draft_name="b.docx", date="2026-11-20T10:00:00Z")
    texts = [block.text for block in load(done.data, name="a.docx").blocks]
    assert texts == ["One boat", "Two nets", "The lamps are mended in spring"]
    assert grid(done.data, "original") == grid(base)

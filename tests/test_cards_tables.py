from pathlib import Path

import pytest

from resolint import cards
from resolint.cards.tables import Tables, table
from resolint.errors import BadCard, BadConfiguration


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rivers.csv").write_text('name, length\n"Ab, upper", 12\n\nCd , 7\n', encoding="utf-8-sig")
    (tmp_path / "broken.csv").write_text("a,b\n1,2\n1,2,3\n", encoding="utf-8")
    (tmp_path / "latin.csv").write_bytes(b"a\n\xe9\n")
    return tmp_path


def test_rows_are_mappings_by_column(folder: Path) -> None:
    assert table("rivers", folder)[1]["name"] == "Cd"
    assert table("rivers", folder)[0]["name"] == "Ab, upper"
    assert len(table("rivers", folder)) == 2


def test_faulty_tables_are_told_with_their_row(folder: Path) -> None:
    with pytest.raises(BadCard, match=r"broken\.csv, row 3: 3 cells"):
        table("broken", folder)
    with pytest.raises(BadCard, match=r"latin\.csv: .* UTF-8"):
        table("latin", folder)
    with pytest.raises(BadCard, match="did you mean rivers"):
        table("river", folder)


def test_tables_are_read_when_they_are_asked_for(folder: Path) -> None:
    tables = Tables(folder)
    assert list(tables) == ["broken", "latin", "rivers"]
    assert "rivers" in tables
    assert "lakes" not in tables
    first = tables["rivers"]
    (folder / "rivers.csv").unlink()
    assert tables["rivers"] is first
    with pytest.raises(KeyError):
        tables["lakes"]


def test_the_data_of_resolint_is_found_and_every_table_reads() -> None:
    assert (cards.data_dir("rules") / "profiles" / "un.toml").is_file()
    assert (cards.data_dir("templates")).is_dir()
    tables = cards.tables()
    assert len(tables) == len(list(tables)) > 3
    for name in tables:
        assert tables[name], name


def test_missing_data_is_told_in_a_sentence() -> None:
    with pytest.raises(BadConfiguration, match="install resolint again"):
        cards.data_dir("nothing")  # type: ignore[arg-type]


def test_a_table_of_a_project_with_a_mistyped_name_is_told_and_one_of_its_own_is_not(tmp_path: Path) -> None:
    own = tmp_path / "data"
    own.mkdir()
    (own / "village-names.csv").write_text("name\nAb\n", encoding="utf-8")
    assert cards.tables(tmp_path)["village-names"][0]["name"] == "Ab"
    (own / "spelings.csv").write_text("form\nAb\n", encoding="utf-8")
    with pytest.raises(BadConfiguration, match=r"no table spelings; did you mean spelling\.csv"):
        cards.tables(tmp_path)

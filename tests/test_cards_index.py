"""The index holds what the files say, and no file of it that is missing, damaged, old or forbidden does any harm."""

import csv
import os
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from resolint import caches, cards
from resolint.cards.index import Index, _body, _packed, _place, _read, _signature, built

RULES = cards.data_dir("rules")


def test_the_cards_of_the_index_are_those_of_the_files() -> None:
    files = tuple(
        replace(card, examples=(), prose={}, plants=(), elsewhere="") for card in cards.load_cards(examples=True)
    )
    assert cards.load_cards() == files


def test_the_tables_of_the_index_are_those_of_the_files() -> None:
    ours = cards.tables()
    assert len(ours) > 15
    for name in ours:
        place = next(path for path in (RULES / "data").rglob(f"{name}.csv"))
        with place.open(encoding="utf-8-sig", newline="") as file:
            rows = [{key: text.strip() for key, text in row.items()} for row in csv.DictReader(file)]
        assert list(ours[name]) == rows, name


def test_the_profiles_of_the_index_are_those_of_the_files() -> None:
    for path in (RULES / "profiles").glob("*.toml"):
        assert cards.indexed().get(f"profile {path.stem}") == tomllib.loads(path.read_text(encoding="utf-8"))


def test_a_file_of_another_signature_or_a_damaged_one_is_no_index(tmp_path: Path) -> None:
    place = tmp_path / "one.index"
    data = caches.sealed(_body({"cards": b"N"}, b"now"))
    place.write_bytes(data)
    kept = _read(place, b"now")
    assert kept is not None
    assert kept.get("cards") is None
    assert kept.get("nothing") is None
    assert _read(place, b"then") is None
    assert _read(tmp_path / "nothing", b"now") is None
    for spoilt in (b"", data[:-1], data[:30] + b"\0" + data[31:], b"x" + data[1:], data + b"more"):
        place.write_bytes(spoilt)
        assert _read(place, b"now") is None


def test_a_changed_file_changes_the_signature(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    table = tmp_path / "data" / "words.csv"
    table.write_text("word\none\n", encoding="utf-8")
    before = _signature(tmp_path)
    assert _signature(tmp_path) == before
    table.write_text("word\ntwo\n", encoding="utf-8")
    os.utime(table, ns=(1, 1))
    changed = _signature(tmp_path)
    assert changed != before
    (tmp_path / "data" / "more.csv").write_text("word\n", encoding="utf-8")
    assert _signature(tmp_path) != changed


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="another folder holds caches there")
def test_the_index_is_kept_in_the_cache_folder_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    place = _place(RULES)
    assert place is not None
    assert place.parent == tmp_path / "resolint"
    code = "import sys; from resolint import cards; print(len(cards.load_cards()), 'tomllib' in sys.modules)"
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    ]
    assert [run[1] for run in runs] == ["True", "False"]
    assert runs[0][0] == runs[1][0]
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert _place(RULES) is None
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("HOME")
    assert _place(RULES) is None


@pytest.mark.slow
def test_the_index_of_a_wheel_holds_the_same(tmp_path: Path) -> None:
    place = tmp_path / "index.bin"
    place.write_bytes(built())
    kept = _read(place, b"")
    assert kept is not None
    ours = Index(_packed(RULES))
    assert kept.get("cards") == ours.get("cards")
    assert kept.get("wakes") == ours.get("wakes")

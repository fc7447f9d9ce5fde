"""What is kept in the cache folder of the user is whole, or it is not there."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from resolint import caches


def test_many_may_write_at_once_and_nobody_reads_half(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "one.index"
    body = bytes(200_000)

    def both(_number: int) -> bool:
        caches.write(place, body)
        return caches.read(place) == body

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(both, range(40)))
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["one.index"]


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    caches.write(tmp_path / "file" / "one.index", b"data")
    assert caches.read(tmp_path / "file" / "one.index") is None
    assert (tmp_path / "file").read_text(encoding="utf-8") == "in the way"


def test_what_is_damaged_is_not_read(tmp_path: Path) -> None:
    place = tmp_path / "one.index"
    data = caches.sealed(b"what is kept")
    place.write_bytes(data)
    assert caches.read(place) == b"what is kept"
    for spoilt in (b"", data[:-1], data[:5] + b"\0" + data[6:], b"x" + data[1:], data + b"more"):
        place.write_bytes(spoilt)
        assert caches.read(place) is None


def test_where_no_home_is_known_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert caches.place("one.index") is None

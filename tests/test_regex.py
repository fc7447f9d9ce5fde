import marshal
import os
import pkgutil
import re
import subprocess
import sys
import zlib
from importlib import import_module
from pathlib import Path

import pytest

import resolint
from resolint import caches, regex
from resolint.regex import _Lazy, _Shelf, lazy


def test_a_lazy_pattern_behaves_as_a_compiled_one() -> None:
    pattern, compiled = lazy(r"(?P<word>[a-z]+)", re.I), re.compile(r"(?P<word>[a-z]+)", re.I)
    for text in ("", "Recalling also", "12 (a)"):
        assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in compiled.finditer(text)]
        assert pattern.findall(text) == compiled.findall(text)
        assert pattern.sub("x", text) == compiled.sub("x", text)
    assert (pattern.pattern, pattern.flags, pattern.groupindex) == (
        compiled.pattern,
        compiled.flags,
        compiled.groupindex,
    )


def test_nothing_is_compiled_before_it_is_used() -> None:
    pattern = lazy("(")
    assert not hasattr(pattern, "rule_id")
    with pytest.raises(re.error):
        pattern.search("")


def test_every_lazy_pattern_of_the_package_compiles() -> None:
    found = 0
    for module in pkgutil.walk_packages(resolint.__path__, "resolint."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(import_module(module.name)).values():
            if isinstance(value, _Lazy):
                found += 1
                assert value.pattern == value._source
    assert found > 50


PATTERNS = [
    (r"(?P<word>[a-z]+)|\d(?!x)", re.I),
    (r"(?<=[;,])[ \xa0]+(?:and|or)\b", 0),
    (r"(a)(?P<b>b)?\1", re.M | re.S),
    ("[\u4e00-\u9fff]{1,2}|“", 0),
    ("", 0),
]


def test_a_kept_pattern_is_the_compiled_one(tmp_path: Path) -> None:
    place = tmp_path / "patterns"
    first = _Shelf(place)
    made = [first.compiled(source, int(flags)) for source, flags in PATTERNS]
    first.keep()
    second = _Shelf(place)
    kept = [second.compiled(source, int(flags)) for source, flags in PATTERNS]
    assert not second._new
    # Patterns are equal if their programs, flags and texts are.
    assert made == kept == [re.compile(source, flags) for source, flags in PATTERNS]
    for one, other in zip(kept, made, strict=True):
        assert (one.groupindex, one.groups) == (other.groupindex, other.groups)
        text = "Ab12; and bab a\u4e00“aba\n"
        assert [m.groupdict() for m in one.finditer(text)] == [m.groupdict() for m in other.finditer(text)]


def test_a_damaged_file_or_one_of_another_python_does_no_harm(tmp_path: Path) -> None:
    place = tmp_path / "patterns"
    for body in (b"", b"nonsense", marshal.dumps(3), marshal.dumps(("2.7", "big", 0, 2)), bytes(8), bytes(40)):
        caches.write(place, body)
        assert _Shelf(place).compiled("a", 0).findall("aba") == ["a", "a"]
    place.write_bytes(b"no seal")
    assert _Shelf(place).compiled("a", 0).search("b") is None
    assert _Shelf(None).compiled("a", 0).search("a")


def test_a_program_that_does_not_fit_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "patterns"
    for packed in (b"rubbish", marshal.dumps(("0 'a+'", 32, b"\xff\xff\0\0", 0, {}, (None,), ([], False)))):
        caches.write(place, regex._file({zlib.crc32(b"0 'a+'"): packed}))
        shelf = _Shelf(place)
        monkeypatch.setattr(regex, "_shelf", lambda shelf=shelf: shelf)
        assert regex.compiled("a+").findall("aab") == ["aa"]
    monkeypatch.setattr(regex, "_shelf", lambda: None)
    assert regex.compiled("a+").findall("aab") == ["aa"]


def test_no_more_is_kept_than_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "patterns"
    for letter in "abc":
        shelf = _Shelf(place)
        shelf.compiled("x", 0)
        shelf.compiled(letter, 0)
        monkeypatch.setattr(regex, "_MOST", 0 if letter == "c" else 10_000)
        shelf.keep()
    assert set(_Shelf(place)._known) == {zlib.crc32(b"0 'x'"), zlib.crc32(b"0 'c'")}


def test_a_damaged_program_is_made_anew_and_the_others_stay(tmp_path: Path) -> None:
    place = tmp_path / "patterns"
    first = _Shelf(place)
    for letter in "ab":
        first.compiled(letter, 0)
    first.keep()
    data = bytearray(place.read_bytes())
    data[-3] ^= 255
    place.write_bytes(data)
    second = _Shelf(place)
    assert [second.compiled(letter, 0).findall("abc") for letter in "ab"] == [["a"], ["b"]]
    assert list(second._new) == [zlib.crc32(b"0 'b'")]


def test_patterns_of_one_sum_do_not_take_one_anothers_place(tmp_path: Path) -> None:
    place = tmp_path / "patterns"
    other = marshal.dumps(("0 'b'", 32, b"", 0, {}, (None,), ([], False)))
    caches.write(place, regex._file({zlib.crc32(b"0 'a'"): other}))
    assert _Shelf(place).compiled("a", 0).findall("ab") == ["a"]


def test_a_fault_in_a_pattern_is_told_as_ever() -> None:
    with pytest.raises(re.error, match="unterminated"):
        regex.compiled("(")


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="other engines keep nothing")
def test_this_python_keeps_programs() -> None:
    assert regex._shelf() is not None


@pytest.mark.slow
def test_every_process_makes_the_same_patterns(tmp_path: Path) -> None:
    """A pattern whose branches came out of a set in another order each time would be compiled and kept every time."""
    kept = []
    for seed in "123":
        env = {**os.environ, "PYTHONHASHSEED": seed, "XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
        samples = Path(__file__).parent.parent / "samples"
        command = [sys.executable, "-m", "resolint", "lint", "--no-config", "--jobs", "1", "-q", str(samples)]
        subprocess.run(command, env=env, check=False, capture_output=True)
        [place] = tmp_path.rglob("*.patterns-*")
        kept.append(place.read_bytes())
    assert kept[0] == kept[1] == kept[2]

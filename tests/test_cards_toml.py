import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.cards import toml

PLAIN = """# a card
id = "PRE002"   # its id
'quoted' = "no"
bodies = ["ga", "hrc",]
empty = []
on = true
number = 12
share = 0.85
zero = 0
escaped = "a \\"b\\" \\\\d"
pattern = 'a\\.b "c"'
text = "naïve “text” # no comment"
lines = [
  "one",
  "two"
]

[options]
deep = false
[options.pairs]
"per-cent" = "per cent"
"""


def test_plain_lines_are_read_without_tomllib() -> None:
    assert toml._plain(PLAIN) == tomllib.loads(PLAIN)


@pytest.mark.parametrize(
    "source",
    [
        'a = "x\\ty"',
        "a = 1_000",
        "a = -1",
        "a = 1.5e3",
        "a = 2020-01-01",
        "a.b = 1",
        'a = """\nx\n"""',
        "a = [1, 2]",
        'a = ["x", # why\n "y"]',
        "a = {b = 1}",
        "[[a]]\nb = 1",
        "[a]\n[a.b]\nc = 1\n[d]",
        '[ a ]\n"b" = 1',
        "a = 1\r\nb = 2\r\n",
    ],
)
def test_everything_else_is_read_as_tomllib_reads_it(source: str) -> None:
    assert toml.loads(source) == tomllib.loads(source)


@pytest.mark.parametrize(
    "source",
    [
        "a = 1\na = 2",
        "[a]\n[a]",
        "a = 1\n[a]\nb = 2",
        'a = "x" "y"',
        "a = 'x",
        'a = ["x" "y"]',
        'a = [, "x"]',
        "a",
        "a = 012",
        "a = 00.5",
        "a = 1.",
        'a = "x',
        "a = truely",
        "= 1",
        'a = "x\x00"',
        "[a.b]\nc = 1\n[a]\nb = 2",
    ],
)
def test_what_is_no_toml_is_refused(source: str) -> None:
    with pytest.raises(toml.NotToml):
        toml.loads(source)


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=8)
keys = st.one_of(st.from_regex(r"[A-Za-z0-9_-]{1,6}", fullmatch=True), words.map(lambda word: f'"{word}"'))
values = st.one_of(
    words.map(lambda word: f'"{word}"'),
    words.map(lambda word: f"'{word}'"),
    st.text("\\\"nu0'", max_size=8).map(lambda word: f'"{word}"'),
    st.sampled_from(["true", "false", "0", "7", "07", "[]", '["a", "b"]', '["a",\n"b",]', '["a",,]']),
)
lines = st.one_of(
    st.tuples(keys, values).map(" = ".join),
    st.tuples(keys, values, words).map(lambda parts: f"  {parts[0]}={parts[1]} # {parts[2]}"),
    keys.map(lambda key: f"[{key}]"),
    st.tuples(keys, keys).map(lambda both: f"[{both[0]}.{both[1]}]"),
    words,
)


def outcome(load: Any, source: str) -> Any:
    try:
        return load(source)
    except (toml.NotToml, tomllib.TOMLDecodeError):
        return "refused"


@given(st.lists(lines, max_size=6).map("\n".join))
def test_the_short_way_and_the_long_one_never_differ(source: str) -> None:
    assert outcome(toml.loads, source) == outcome(tomllib.loads, source)

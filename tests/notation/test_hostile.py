"""Reading never fails, and long hostile texts are read like any other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolint.model import Document, Head, Origin
from resolint.notation import read, write
from resolint.notation.recovered.reading import read_recovered
from resolint.notation.traced import Source
from tests.support.rows import each
from tests.support.share import sizes

pytestmark = pytest.mark.slow


REPEATED = ["*", "a*", "_a*b ", "*a_", "[](", "[a](b", "^a", "<", "<sup>", "<!--", "{++", "{~~a~>", "\\", "~~", "\n", "1. \n",
            "¹ See.\n\n", "<sup>1</sup> a\n", "a,1 ", "1988", "a-\nb", "V.20-01719 3/5\n\n", "\f\na b c\n", "- ", ">", "---\n",
            "[^1]: a\n", "[^1]", "&", "![", "**a****b", "\t", "(a) ", "\n\n1\n\n", "word, 3 and 4 ", "# ", "a\n(i) b\n",
            "<!-- a -->", "<!-- \n -->a\n", ".”", "Distr.: ", "A/", "- 4 -\nHead\n\n"]  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.text(), st.sampled_from(["", "a.md", "a.txt"]))
def test_any_text_gives_a_reading(source: str, name: str) -> None:
    reading = read(source, name=name)
    ids = [block.id for block in reading.blocks] + [b.id for note in reading.footnotes for b in note.blocks]
    assert len(ids) == len(set(ids))
    assert read_recovered(Source.of(source)) is not None
    everything = Document(
        Origin(name, "", "text"), "other", Head(), (), reading.blocks, reading.footnotes, (), reading.directives
    )
    assert isinstance(write(everything), str)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["+++", "---"]), st.text(alphabet="abc:=[]{}\"'&*!|>-#\n\\ 1", max_size=60))
def test_any_front_matter_gives_a_reading(fence: str, inside: str) -> None:
    assert read(f"{fence}\n{inside}\n{fence}\nText.\n", name="x.md").blocks


@sizes("size", 12_000, 60_000)
@each("unit", REPEATED)
def test_long_hostile_texts(unit: str, size: int) -> None:
    source = unit * (size // len(unit))
    read(source)
    read_recovered(Source.of(source))


@each("front", ["a = " + "[" * 20_000, "a: " + "[" * 20_000, "a: &a [x]\nb: [*a, *a]\n", "a: !!python/name:os.system"])
def test_hostile_front_matter(front: str) -> None:
    for fence in ("+++", "---"):
        assert read(f"{fence}\n{front}\n{fence}\n\nText.\n", name="x.md").blocks[-1].text == "Text."


def test_front_matter_is_read_without_pyyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "yaml", None)
    reading = read("---\nsymbol: 'A/1'\n---\n\nText.\n")
    assert [(key, value) for key, value, _ in reading.hints] == [("symbol", "A/1")]

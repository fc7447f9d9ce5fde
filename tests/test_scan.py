"""Patterns are tried only where they can match: what is found must be what they find when they are tried everywhere."""

import pkgutil
import random
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resolint
from resolint import cards, pipeline
from resolint.leads import Leads, Way
from resolint.model import Document
from resolint.regex import _Lazy, compiled, lazy, leads
from resolint.scan import scan
from resolint.tokens import words_of
from tests.support import verbs
from tests.support.rows import each
from tests.support.share import share, shares

SAMPLES = Path(__file__).parents[1] / "samples"


def patterns() -> Iterator[re.Pattern[str]]:
    """Those of the modules, those that are made of the tables, and those of the cards."""
    for module in pkgutil.walk_packages(resolint.__path__, "resolint."):
        if not module.name.endswith("__main__"):
            yield from (value for value in vars(import_module(module.name)).values() if isinstance(value, _Lazy))  # type: ignore[misc]
    for card in verbs.session().cards():
        for pattern in card.options.get("patterns", ()):
            yield compiled(pattern)
        for entry in card.options.get("rewrites", ()):
            yield compiled(entry["find"])
    for made, _ in cards.lexicon()._made.values():
        if isinstance(made, re.Pattern):
            yield made


def everywhere(document: Document, pattern: re.Pattern[str], labels: bool) -> list[tuple[str, tuple[int, int]]]:
    return [
        (block.id, match.span())
        for block in words_of(document).blocks
        for match in pattern.finditer(block.text, 0 if labels else block.lead)
    ]


def scanned(document: Document, pattern: re.Pattern[str], labels: bool = False) -> list[tuple[str, tuple[int, int]]]:
    found = scan(document, words_of(document).blocks, pattern, labels=labels)
    return [(block.id, match.span()) for block, match in found]


@pytest.mark.slow
@shares(4)
def test_every_pattern_of_resolint_finds_the_same_where_it_can_match(one_in: int) -> None:
    chance = random.Random(7)
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.md"))]
    texts += [example.source for card in cards.load_cards(examples=True) for example in card.examples]
    drafts = []
    for _ in range(12):
        lines = [line for text in chance.sample(texts, 30) for line in text.split("\n") if line and line[0] not in "+#"]
        drafts.append(pipeline.load("\n\n".join(lines).encode(), name="a.md"))
    verbs.Linter(look=False).lint(drafts[0])
    tried = narrowed = met = 0
    for pattern in share([one for one in patterns() if isinstance(one.pattern, str)], one_in):
        tried += 1
        narrowed += leads(pattern) != Leads()
        for document in chance.sample(drafts, 3):
            expected = everywhere(document, pattern, True)
            met += bool(expected)
            assert scanned(document, pattern, True) == expected, pattern.pattern
            assert scanned(document, pattern) == everywhere(document, pattern, False), pattern.pattern
    assert tried > 500 // one_in and narrowed > tried // 2 and met > 300 // one_in


HARD = (
    r"\d{1,2}(?:st)?", r"(?<!\w)[A-Z]\.", r"a|1", r"(?i)k\d|is", r"(?=\d)1|2", r"(?:A|B)?C", r"x?", r"(?i:ab)C", r"[^a]1",
    r"(?:\d(?=b))?b1", r"(1)?(?(1)a|B)", r"^\d", r"\b(?:the|\d)", r"(?:12|(?:ab|C)1)\b", r"[\dA-C]{2}", r"(?<=1)[ABC]", r"\$|€",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("pattern", HARD)
@given(text=st.text("aAbBC12 $€.kK\u212aſsi\u0130", min_size=1, max_size=30))
def test_a_pattern_finds_the_same_where_it_can_match(pattern: str, text: str) -> None:
    document = pipeline.load(f"Z {text}".encode(), name="a.txt")
    for made in (compiled(pattern), re.compile(pattern), lazy(pattern)):
        assert scanned(document, made) == everywhere(document, made, False)


@each(
    ("pattern", "ways"),
    [
        (r"(?<!\w)\d{1,2} March", (Way((" March",), r"\d"),)),
        (r"\b(?:[Rr]esolution|[Dd]ecision) \d", (Way(("esolution ",), ""), Way(("ecision ",), ""))),
        (r"(?P<a>\d) km|(?P<b>twenty) km", (Way((" km",), r"\d"), Way(("twenty",), ""))),
        (r"[A-Z][a-z]+", (Way((), "A-Z"),)),
        (r"\w+", (Way(),)),
        (r"x?", (Way(),)),
    ],
)
def test_what_a_pattern_asks_for(pattern: str, ways: tuple[Way, ...]) -> None:
    assert leads(compiled(pattern)).ways == ways == leads(re.compile(pattern)).ways


def test_words_that_the_caller_names_narrow_the_blocks() -> None:
    document = pipeline.load(b"One 1 of them.\n\nTwo 2 of us.\n", name="a.md")
    found = scan(document, words_of(document).blocks, compiled(r"\d"), having=("us", "nobody"))
    assert [match[0] for _, match in found] == ["2"]

"""Checks on titles of instruments in Chinese drafts."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.tongues import running
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_MARKED = lazy(r"[《〈][^《》〈〉]{1,200}[》〉]|“[^“”]{1,200}”")
_SINGLE = lazy(r"〈(?P<title>[^〈〉《》]{2,60})〉")
_FULL = lazy(
    r"(?:联合国|国际|关于|消除|禁止|保护|防止|预防|打击)[\u4e00-\u9fff]{3,30}(?:国际公约|公约|议定书|宣言)(?![\u4e00-\u9fff》])"
)
"""What is a title by its words, though no table has it."""
_GENERAL = lazy(
    r"的[\u4e00-\u9fff]{0,4}(?:公约|议定书|宣言)|各项|有关|该|这|其他|国际公约\Z(?<!一切形式种族歧视国际公约)"
)


@per_lexicon
def _titles(lexicon: Lexicon) -> tuple[str, ...]:
    """The titles of the table, the longest first."""
    names = (name for name, kind in lexicon.columns("names", "name", "kind") if kind == "instrument")
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@check("REF049")
def title_unmarked(document: Document, context: Context) -> Iterator[Hit]:
    """Titles of instruments that stand in no title marks; an info where no table has the title."""
    for block in running(document):
        passed = [found.span() for found in _MARKED.finditer(block.text)]
        yield from _single(block, _titles(context.lexicon))
        for title in _titles(context.lexicon):
            yield from _bare(block, title, passed)
        for found in _FULL.finditer(block.text, block.lead):
            if not _taken(passed, *found.span()) and _GENERAL.search(found[0]) is None:
                yield _hit(block, *found.span(), unsure=True)


def _single(block: Block, titles: tuple[str, ...]) -> Iterator[Hit]:
    """Titles in the single marks of a title inside of a title, which stand in none."""
    for found in _SINGLE.finditer(block.text, block.lead):
        inside = block.text.rfind("《", 0, found.start()) > block.text.rfind("》", 0, found.start())
        if found["title"] in titles and not inside:
            span, right = block.span(*found.span()), f"《{found['title']}》"
            fix = Fix(f"write {right}", (Edit(span, right, found[0]),), "suggest")
            yield Hit(span, {"title": found[0], "right": right}, fix)


def _bare(block: Block, title: str, passed: list[tuple[int, int]]) -> Iterator[Hit]:
    start = block.text.find(title, block.lead)
    while start >= 0:
        end = start + len(title)
        if not _taken(passed, start, end):
            passed.append((start, end))
            # A conference of its parties has a name of its own.
            yield _hit(block, start, end, unsure=block.text.startswith("缔约", end))
        start = block.text.find(title, end)


def _taken(passed: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in passed)


def _hit(block: Block, start: int, end: int, *, unsure: bool = False) -> Hit:
    title, span = block.text[start:end], block.span(start, end)
    right = f"《{title}》"
    return Hit(
        span,
        {"title": title, "right": right},
        Fix(f"write {right}", (Edit(span, right, title),), "suggest"),
        unsure=unsure,
    )

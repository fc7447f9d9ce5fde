"""Titles: those of publications are in italics, those of everything else in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import inside, prose
from resolint.checks.shared.counting import longest_first
from resolint.checks.shared.italics import italics
from resolint.findings import Applicability, Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_SERIES = (
    r"\bTreaty Series\b"
    r"|\bReport of the [A-Z][^()“”]{10,160}?, [^()“”]{0,60}\d{4}(?=,? \(United Nations publication)"
    r"|^(?:See )?(?P<record>Official Records of the [A-Z][\w ]{3,40}, "
    r"[A-Z][\w-]{2,20}(?: [a-z]+)? [Ss]ession, Supplement No\. \d{1,3}[A-Z]?)"
)
_YEAR = r"(?:[ \xa0]\d{4}(?:/\d{2,4}|[–-]\d{4})?)"
_ENTITLED = lazy(r"\bentitled(?P<comma>,?)[ \xa0](?=[A-Z])")
_UNPRINTED = lazy(
    r"(?:\b(?:resolution|decision)[ \xa0][\w/().-]{3,24}(?:,? of[ \xa0]\d{1,2}[ \xa0][A-Z][a-z]{2,9}[ \xa0]\d{4})?"
    r"|\b(?:sub-)?items?(?:[ \xa0]\d{1,3}(?:[ \xa0]?\([a-z]\))?)?(?: of (?:the|its)(?: \w+){0,3} agenda)?"
    r"|\b(?:meetings?|dialogues?|debates?|workshops?|seminars?|panels?|discussions?|events?|letters?|campaigns?|initiatives?|chapter|section))"
    r"(?:,? [a-z ]{0,40})?,?[ \xa0]\Z"
)
_BEFORE, _LONGEST = 120, 300
_LAST = lazy(
    r"[,;.](?:[ \xa0]|$)|[\ufffc(]|[ \xa0](?=(?:(?:and[ \xa0])?(?:to|that|which|in[ \xa0]which)|and[ \xa0]the)[ \xa0][a-z])"
)


@per_lexicon
def _works(lexicon: Lexicon) -> re.Pattern[str]:
    """The series, and the publications of the table ``publications`` with the year of an edition."""
    always = longest_first(name for name, year in _rows(lexicon) if not year)
    dated = longest_first(name for name, year in _rows(lexicon) if year)
    return regex.compiled(rf"{_SERIES}|\b(?:{always}){_YEAR}?|\b(?:{dated}){_YEAR}")


def _rows(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    return ((name, year) for name, year in lexicon.columns("publications", "title", "dated"))


@check("TYP003")
def work_upright(document: Document, context: Context) -> Iterator[Hit]:
    """Series, records and titles of publications that are not in italics, in the text and in notes."""
    notes = [block for note in document.footnotes for block in note.blocks]
    works = _works(context.lexicon)
    for block in [*prose(document), *notes]:
        found = list(works.finditer(block.text))
        stretches = italics(block) if found else []
        for match in found:
            start, end = match.span("record") if match["record"] else match.span()
            if not inside(stretches, start, end):
                words = block.text[start:end]
                edit = Edit(block.span(start, end), words, words, italic=True)
                yield Hit(edit.span, {"found": words}, Fix("Set in italics", (edit,), "safe"))


@check("TYP063")
def title_unmarked(document: Document, context: Context) -> Iterator[Hit]:
    """The title of a resolution, an item, a meeting or another thing that is not printed, without quotation marks."""
    for block in prose(document):
        for match in _ENTITLED.finditer(block.text, block.lead):
            if _UNPRINTED.search(block.text, max(block.lead, match.start() - _BEFORE), match.start()) is None:
                continue
            end = _end(block, match.end())
            words = block.text[match.end() : end]
            edit = Edit(block.span(match.end(), end), f"“{words}”", words)
            # Marks alone would leave a title in italics slanted.
            level: Applicability = "advice" if inside(italics(block), match.end(), end) else "suggest"
            yield Hit(edit.span, {"found": words}, Fix("Write quotation marks", (edit,), level))


def _end(block: Block, start: int) -> int:
    """Where a title without marks seems to end: at its italics, or at the next mark."""
    in_italics = next((high for low, high in italics(block) if low <= start < high), None)
    if in_italics is not None:
        return len(block.text[:in_italics].rstrip(" ,;."))
    found = _LAST.search(block.text, start, start + _LONGEST)
    return found.start() if found else min(len(block.text.rstrip(" ,;.")), start + _LONGEST)

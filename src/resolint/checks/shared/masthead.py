"""Where the fields of the masthead stand, also those that are written wrongly.

The readers recognize a masthead by its right forms. A date with the month first or a symbol with a blank in it is
no field to them, but exactly what the rules on the masthead look for; so lines above the title are read once more,
loosely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.citation.dates import MONTHS
from resolint.model import NOTE_MARK, Block, Document, Span
from resolint.regex import lazy

_STEMS = "|".join(name[:3] for name in MONTHS)
_AROUND = " \t\xa0*" + NOTE_MARK
_LONGEST = 4000
_BLOCKS = 60
_REST = lazy(
    r"(?:(?<=[.])[ \xa0]\d{1,3}|[ \xa0]{0,2}/?[ \xa0]{0,2}(?:L|Rev|Add|Corr|Amend)[. ]{0,2}\d{1,3}){1,3}"
    r"(?=[ \xa0]*(?:\n|\Z))"
)
_LOOSE = {
    "symbol": lazy(r"(?P<field>(?:A|E|S|CTOC|CAC|UNEP|HSP|FCCC)[ /\\]{1,2}[\w.\\/ \u2011()-]{1,60}\d[\w.*)]{0,12})"),
    "date": lazy(
        rf"(?P<field>(?:{_STEMS})[a-z]*\.?[ \xa0]\d{{1,2}}(?:st|nd|rd|th)?,?[ \xa0]\d{{4}}"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:[ \xa0]of)?[ \xa0](?:{_STEMS})[a-z]*\.?,?[ \xa0]\d{{4}}"
        r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2})",
        re.I,
    ),
    "language": lazy(r"orig(?:inal|\.)?(?:[ \xa0]language)?[ \xa0]?:[ \xa0]*(?P<field>[^\n:]{2,60})", re.I),
    "distribution": lazy(r"distr\w*\.?[ \xa0]?:?[ \xa0]*(?P<field>general|limited|restricted)\b.*", re.I),
    "sponsors": lazy(
        r"(?P<field>[^:\n]{3,3800}?\s?:\s{0,3}(?:(?:further\s)?revised\s)?(?:draft\s(?:resolution|decision)|amendments?\sto\s).{0,200}"
        r"|(?:draft\s(?:resolution|decision)\s)?submitted\sby\b.{1,3800}|(?:co-)?sponsors?\s?:.{1,3800})",
        re.I,
    ),
}


def field_place(document: Document, field: str) -> Span | None:
    """Where ``field`` (a field of ``Head`` by name) stands, read loosely where the reader found nothing."""
    span = document.head.where(field)
    if span is not None:
        if not document.has_block(span.block):
            return None
        return _whole(document, span) if field == "symbol" else span
    pattern = _LOOSE.get(field)
    if pattern is None or getattr(document.head, field, None):
        return None
    for block in _above_the_title(document):
        for start, line in _lines(block.text):
            found = pattern.fullmatch(line)
            if found and (field != "symbol" or _like_a_symbol(line)):
                return Span(block.id, start + found.start("field"), start + found.end("field"))
    return None


def _whole(document: Document, span: Span) -> Span:
    """The place of a symbol with what a stray blank has parted from it (*Rev.* and *1*)."""
    text = document.block(span.block).text
    rest = _REST.match(text, span.end)
    return span if rest is None else Span(span.block, span.start, rest.end())


def symbol_of(document: Document) -> str:
    """The symbol as it stands in the draft, empty if there is none."""
    span = field_place(document, "symbol")
    if span is not None:
        return document.text(span).strip()
    return document.head.symbol or ""


def _like_a_symbol(line: str) -> bool:
    return "/" in line.replace("\\", "/") and len(re.findall(r"[^\W\d_]{4,}", line)) <= 1


def _above_the_title(document: Document) -> Iterator[Block]:
    """The blocks of the masthead: first page header and what stands before the first title or organ line."""
    ends = {span.block for act in document.acts[:1] for span in (act.title, act.organ_line) if span is not None}
    known = set(document.head.blocks)
    over = not ends
    for block in document.blocks[:_BLOCKS]:
        over = over or block.id in ends
        if block.id in known or block.kind == "header" or (not over and block.kind != "footer"):
            yield block


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        stripped = line.strip(_AROUND)
        if stripped and len(stripped) < _LONGEST:
            yield at + line.index(stripped), stripped
        at += len(line) + 1

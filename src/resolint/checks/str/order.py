"""Order and completeness of a resolution: organ line, title, preamble before operative part (STR001 to STR008)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.shared.clauses import head
from resolint.checks.shared.italics import NEUTRAL
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon
from resolint.lexicon.characters import ends_words
from resolint.lexicon.lines import drafting_body
from resolint.lexicon.marks import words_end
from resolint.lexicon.openings import parse
from resolint.lexicon.organs import Organ, nearest_organ, organ_at, organ_called
from resolint.model import NOTE_MARK, Act, Block, Clause, Document, Span
from resolint.regex import lazy
from resolint.rule import Context

_NUMBERED_TITLE = lazy(r"(?:draft )?(?:resolution|decision)\s+[\dIVXLC]+\b", re.I)
_ABBREVIATION = lazy(r"\b[A-Z][A-Z0-9]+(?:[-/&][A-Z0-9]+)*s?\b")
_ROMAN = lazy(r"[IVXLCDM]+\Z")
_BRACKETED = lazy(r"\([^()]{0,80}\)")


def position(document: Document) -> Mapping[str, int]:
    """Where every block stands in the order of the text."""
    return {block.id: index for index, block in enumerate(document.blocks)}


def _first_clause(act: Act) -> Clause | None:
    return next(iter((*act.preamble, *act.operative)), None)


def start_of(document: Document, clause: Clause) -> Span:
    """The empty span before the words of a clause, where its number or a missing line belongs."""
    return Span(clause.body.block, clause.body.start, clause.body.start)


def _end_of_words(document: Document, span: Span) -> int:
    """Where the words of ``span`` end, before blanks and note marks."""
    return span.start + words_end(document.text(span))


@check("STR001")
def elements_out_of_order(document: Document, context: Context) -> Iterator[Hit]:
    """An organ line after the first preambular paragraph, or after the first operative one."""
    order = position(document)
    for number, act in enumerate(document.acts):
        if act.organ_line is None or act.organ_line.block not in order:
            continue
        line = order[act.organ_line.block]
        first = _first_clause(act)
        clauses_before = first is not None and order.get(first.body.block, line) < line
        if clauses_before or (number == 0 and _preamble_above(document, line, context.lexicon)):
            yield Hit(act.organ_line, {"fault": "the organ line stands before the preamble"})


def _preamble_above(document: Document, line: int, lexicon: Lexicon) -> bool:
    """Whether one of the last paragraphs before the organ line opens and ends like a preambular one."""
    for block in document.blocks[max(0, line - 8) : line]:
        words = block.text.strip(" \t\n\xa0" + NOTE_MARK)
        if block.kind != "paragraph" or not words.endswith(",") or len(words.split()) < 4:
            continue
        opening = parse(words, lexicon)
        if opening is not None and opening.form in ("participle", "adjective"):
            return True
    return False


@check("STR002")
def organ_line_missing(document: Document, context: Context) -> Iterator[Hit]:
    """A resolution without the line that names its organ, or with a line that is not the full name after *The*."""
    for act in document.acts:
        first = _first_clause(act)
        if act.kind not in ("resolution", "decision") or first is None:
            continue
        if act.organ_line is None:
            if act.kind == "resolution":
                yield Hit(
                    start_of(document, first), {"fault": "it names the organ, for example “The General Assembly,”"}
                )
            continue
        words = document.text(act.organ_line).strip(" ,\t\n\xa0")
        if _ABBREVIATION.fullmatch(words.removeprefix("The ")):
            yield Hit(act.organ_line, {"fault": "it names the organ in full"})
        elif (organ := _meant(words, context.lexicon)) is not None:
            right = f"The {organ.name}"
            span = Span(act.organ_line.block, act.organ_line.start, act.organ_line.start + len(words))
            fix = Fix(f"Write “{right}”", (Edit(span, right, document.text(span)),), "suggest")
            yield Hit(span, {"fault": f"it reads “{right},”"}, fix)
        elif not words.startswith("The ") and words[:1].isupper() and not words.isupper():
            yield Hit(act.organ_line, {"fault": "it begins with “The”"})


def _meant(words: str, lexicon: Lexicon) -> Organ | None:
    """The organ whose name ``words`` have with a slip, None where they name one rightly, or none."""
    name = words[4:] if words[:4].lower() == "the " else words
    return nearest_organ(words, lexicon) if organ_at(name, 0, lexicon) < 0 else None


def _wrong_marks(block: Block, end: int) -> Span:
    """The marks before and behind the end of the words of a block, which a right one takes the place of."""
    text = block.text
    start, stop = end, end
    while start and ends_words(text[start - 1]):
        start -= 1
    while stop < len(text) and (ends_words(text[stop]) or text[stop].isspace()):
        stop += 1
    return block.span(start, start + len(text[start:stop].rstrip()))


@check("STR003")
def organ_line_comma(document: Document, context: Context) -> Iterator[Hit]:
    """No comma after the organ before a preamble, or a comma where the operative part follows directly."""
    for act in document.acts:
        if act.organ_line is None or not (act.preamble or act.operative):
            continue
        if not document.text(act.organ_line).startswith("The "):
            continue
        block = document.block(act.organ_line.block)
        end = _end_of_words(document, act.organ_line)
        comma = block.text[end - 1 : end] == ","
        if not comma and block.text[end : end + 1] == ",":
            comma, end = True, end + 1
        if act.preamble and not comma:
            here = _wrong_marks(block, end)
            words = any(sign.isalnum() for sign in block.text[here.end :])
            edits = () if words else (Edit(here, ",", document.text(here)),)
            fix = Fix("Put a comma", edits, "advice" if words else "safe")
            yield Hit(here, {"fault": "write one at its end, since a preamble follows"}, fix)
        elif comma and not act.preamble and _lone_list(act):
            here = block.span(end - 1, end)
            fix = Fix("Leave out the comma", (Edit(here, "", ","),), "safe")
            yield Hit(here, {"fault": "leave it out, since the operative part comes at once"}, fix)


@check("STR059")
def organ_line_form(document: Document, context: Context) -> Iterator[Hit]:
    """An organ line with a known organ's name in other capitals, or by another of its names."""
    for act in document.acts:
        if act.organ_line is None:
            continue
        block = document.block(act.organ_line.block)
        span = block.span(act.organ_line.start, _end_of_words(document, act.organ_line))
        words = document.text(span).rstrip(NEUTRAL)
        organ = organ_called(words, context.lexicon) if words[:4].lower() == "the " else None
        right = organ.line.rstrip(",") if organ is not None else ""
        if right and words != right:
            here = block.span(span.start, span.start + len(words))
            yield Hit(here, {"right": right}, Fix("Write the name", (Edit(here, right, words),), "suggest"))


def _lone_list(act: Act) -> bool:
    """Whether what follows the organ line is plainly operative, so that no unrecognized preamble stands between."""
    return bool(act.operative) and not act.body


@check("STR004")
def organ_contradicts_body(document: Document, context: Context) -> Iterator[Hit]:
    """An organ line that names a committee, or an organ other than the one the symbol's body speaks for."""
    rows = [
        row for row in context.tables.get("symbol-bodies", ()) if (document.head.symbol or "").startswith(row["prefix"])
    ]
    row = max(rows, key=lambda found: len(found["prefix"]), default=None)
    right = row["speaks_for"] if row else ""
    for act in document.acts[:1]:
        if act.organ_line is None:
            continue
        words = document.text(act.organ_line).strip(" ,\t\n\xa0")
        if drafting_body(context.lexicon).search(words):
            yield Hit(act.organ_line, {"right": right or "the organ that will adopt the text"})
        elif right and right.lower() not in words.lower() and words.startswith("The "):
            yield Hit(act.organ_line, {"right": f"The {right}"})


@check("STR005")
def title_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """A resolution without title, a title with a full stop; in the Security Council, a title at all."""
    council = context.profile in context.options.get("untitled", ())
    for number, act in enumerate(document.acts):
        first = _first_clause(act)
        if act.kind != "resolution" or first is None:
            continue
        words = "" if act.title is None else document.text(act.title)[: words_end(document.text(act.title))].lstrip()
        if council:
            if number == 0 and act.title is not None and not act.number and not _NUMBERED_TITLE.match(words):
                yield Hit(act.title, {"fault": "the Security Council gives its resolutions no title"})
        elif act.title is None:
            if number == 0 and not act.number:
                yield Hit(act.organ_line or start_of(document, first), {"fault": "the resolution has none"})
        elif (quoted := _QUOTED_TITLE.fullmatch(words.strip())) is not None or _LED_TITLE.match(words):
            if quoted is not None:
                yield Hit(act.title, {"fault": "it stands in no quotation marks"})
            else:
                yield Hit(act.title, {"fault": "it begins with its own words"})
        elif words[:1].islower():
            here = Span(act.title.block, act.title.start, act.title.start + 1)
            yield Hit(here, {"fault": "it begins with a capital letter"})
        elif words.endswith(".") and not words.endswith("..") and not ends_in_abbreviation(words):
            end = _end_of_words(document, act.title)
            here = Span(act.title.block, end - 1, end)
            fix = Fix("Leave out the full stop", (Edit(here, "", "."),), "safe")
            yield Hit(here, {"fault": "no full stop ends it"}, fix)


_QUOTED_TITLE = lazy(r"[“\"«‘][^“”\"«»]+[”\"»’]")
_LED_TITLE = lazy(r"(?i:(?:draft[ \xa0])?(?:resolution|decision|title)[ \xa0]?[:–—-][ \xa0])")


def ends_in_abbreviation(words: str) -> bool:
    """Whether the full stop at the end is that of an abbreviation."""
    last = words.split()[-1].rstrip(".")
    return len(last) == 1 or "." in last


@check("STR029")
def title_in_capitals(document: Document, context: Context) -> Iterator[Hit]:
    """A title all in capitals."""
    for act in document.acts:
        if act.title is not None and act.kind == "resolution":
            words = document.text(act.title)
            if words.isupper() and len(words.split()) >= 3:
                yield Hit(act.title)


@check("STR007")
def title_abbreviated(document: Document, context: Context) -> Iterator[Hit]:
    """An abbreviation in a title, outside brackets; the option ``allow`` names those that are names by now."""
    allowed = frozenset(context.options.get("allow", ()))
    for act in document.acts:
        if act.title is None or act.kind not in ("resolution", "decision", "declaration"):
            continue
        words = document.text(act.title)
        if words.isupper():
            continue
        inside = [found.span() for found in _BRACKETED.finditer(words)]
        for found in _ABBREVIATION.finditer(words):
            if found[0] in allowed or _ROMAN.match(found[0]) or any(a <= found.start() < b for a, b in inside):
                continue
            start = act.title.start + found.start()
            yield Hit(Span(act.title.block, start, start + len(found[0])), {"found": found[0]})


@check("STR008")
def preamble_after_operative(document: Document, context: Context) -> Iterator[Hit]:
    """A paragraph that opens like a preambular one after the first operative paragraph, with no heading between."""
    order = position(document)
    for act in document.acts:
        if not act.operative:
            continue
        headings = sorted(order[heading.span.block] for heading in act.headings if heading.span.block in order)
        first = order.get(act.operative[0].body.block)
        if first is None:
            continue
        for clause in (*act.operative[1:], *act.preamble):
            here = order.get(clause.body.block, -1)
            if here <= first or clause.number or any(first < heading <= here for heading in headings):
                continue
            found = head(document, clause, context.lexicon)
            if found is not None and found.opening.form in ("participle", "adjective"):
                yield Hit(found.span(found.opening.start, found.opening.end), {})

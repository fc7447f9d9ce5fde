"""Organ lines of drafts in the other official languages held against the masthead: another organ, a short name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from resolint.checks import check
from resolint.checks.shared.tongues import tongue_of
from resolint.findings import DESCRIBED, Edit, Fix, Hit
from resolint.lexicon.organs import committee_of
from resolint.lexicon.tongues import ENGLISH_LINES, Tongue, plain
from resolint.model import Document, Span
from resolint.rule import Context

__all__ = ["short_line"]

_COMMISSIONS = frozenset(("CND", "CCPCJ", "CSW", "CPD", "CSocD"))


@check("STR004 draft")
def organ_contradicts_masthead(document: Document, context: Context) -> Iterator[Hit]:
    """An organ line that names a Main Committee, or another organ than the masthead or the symbol does."""
    tongue = tongue_of(context)
    body = _body(document, context, tongue)
    for act in document.acts[:1]:
        words = "" if act.organ_line is None else document.text(act.organ_line)
        code = _code(words, tongue)
        speaking = _speaking(body or (code if committee_of(code) else ""))
        if act.organ_line is None or not code or not speaking or code in speaking:
            continue
        if not _said_before(document, act.organ_line, speaking, tongue):
            yield Hit(act.organ_line, {"right": _line(speaking[0], tongue)})


@check("STR002 draft")
def organ_line_left_out(document: Document, context: Context) -> Iterator[Hit]:
    """A whole draft without the line that names its organ; the masthead tells which organ it is."""
    tongue = tongue_of(context)
    speaking = _speaking(_body(document, context, tongue))
    line = _line(speaking[0], tongue) if speaking else ""
    act = document.acts[0] if len(document.acts) == 1 else None
    if act is None or act.organ_line is not None or not line or not act.preamble or len(act.operative) < _FEWEST:
        return
    first = act.preamble[0].body
    # A line that is malformed, or in another language, is what another rule tells of.
    before = list(takewhile(lambda block: block.id != first.block, document.blocks))
    masthead = {*document.head.blocks, *((act.title.block,) if act.title is not None else ())}
    above = [block for block in before if block.id not in masthead and block.text.strip()]
    known = tongue.opening(document.text(first))[1] in ("preambular", "both")
    if known and not above and all(clause.number.isdecimal() for clause in act.operative):
        yield Hit(Span(first.block, first.start, first.start), {"instead": f"{line}{_COMMAS.get(tongue.code, ',')}"})


_FEWEST = 2
_COMMAS = {"zh": "，", "ar": "،"}


def _code(line: str, tongue: Tongue) -> str:
    """The code of the organ that a line names; committees have no line of their own, and are known by the name in it."""
    folded = tongue.fold(line)[0].strip(" *,:.")
    committees = (row for row in tongue.lexicon.rows("organs") if committee_of(row["code"]))
    named = next((row["code"] for row in committees if folded.endswith(tongue.fold(row["name"])[0])), "")
    return named or tongue.organ(plain(line.strip(" *"))) or ""


def _body(document: Document, context: Context, tongue: Tongue) -> str:
    """The code of the body in the masthead; without one, that of the organ whose series the symbol is of."""
    named = tongue.body(document.head.body or "")
    if named:
        return named
    symbol = document.head.symbol or ""
    rows = [row for row in context.tables.get("symbol-bodies", ()) if symbol.startswith(row["prefix"])]
    row = max(rows, key=lambda found: len(found["prefix"]), default=None)
    return ENGLISH_LINES.get(f"the {row['speaks_for'].lower()}", "") if row is not None else ""


def _speaking(body: str) -> tuple[str, ...]:
    """The organs that speak in the texts of a body, the usual one first: a committee drafts for the Assembly."""
    if organ := committee_of(body):
        return (organ,)
    # What commissions recommend, the Council or the Assembly adopts.
    return (body, "ECOSOC", "GA") if body in _COMMISSIONS else (body,) if body else ()


def _said_before(document: Document, line: Span, speaking: tuple[str, ...], tongue: Tongue) -> bool:
    """Whether the line of the body stands above that of another, to which it recommends a text that a colon leads to."""
    masthead = frozenset(document.head.blocks)
    before = list(takewhile(lambda block: block.id != line.block, document.blocks))
    led = bool(before) and plain(before[-1].text.rstrip(" *"))[-1:] == ":"
    return led or any(
        tongue.organ(plain(block.text.strip(" *"))) in speaking for block in before if block.id not in masthead
    )


def _line(code: str, tongue: Tongue) -> str:
    line: str = next((row["line"] for row in tongue.lexicon.rows("organs") if row["code"] == code and row["line"]), "")
    return line.rstrip(",，،")


def short_line(document: Document, line: Span, context: Context) -> Hit | None:
    """An organ line that gives the organ a short name (*安理会，*), with the full line where it is known which organ is meant."""
    tongue = tongue_of(context)
    text = document.text(line).rstrip()
    codes = tongue.short_lines.get(tongue.fold(text)[0].strip(" *,:."), [])
    if not codes:
        return None
    span = Span(line.block, line.start, line.start + len(text))
    speaking = _speaking(_body(document, context, tongue))
    meant = [code for code in speaking if code in codes] or (codes if len(codes) == 1 else [])
    if not meant:
        return Hit(span, {"found": text, "instead": "the full name of the organ", DESCRIBED: "instead"})
    right = next(row["line"] for row in tongue.lexicon.rows("organs") if row["code"] == meant[0])
    words, wanted = text.rstrip(" ,:，：،*"), right.rstrip(",，،")
    edit = Edit(Span(span.block, span.start, span.start + len(words)), wanted, words)
    return Hit(span, {"found": text, "instead": right}, Fix(f"write “{right}”", (edit,), "suggest"))

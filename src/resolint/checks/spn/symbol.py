"""Symbol of the document: its grammar, and what must agree with it (catalogue SPN002, SPN003, SPN007, SPN015)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.shared.masthead import field_place, symbol_of
from resolint.checks.spn.masthead import session_number
from resolint.citation.dates import MONTHS
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document, Span
from resolint.regex import lazy
from resolint.rule import Context

_SUFFIX = r"(?:/(?:Rev|Add|Corr|Amend)\.\d+)*"
_PLACEHOLDER = lazy(r"\bL\.?\s?(?:[XxNn]{1,4}\b|\u2026|_|\?|\[)|\u2026|\.\.\.|\bXX|\[|_{2}", re.I)
_STRICT = lazy(r"A/(?:C\.\d|HRC/|\d)|E/(?:CN\.|\d)|S/\d")
_LONGEST = 200
"""No symbol is this long; what is longer is no symbol at all."""
_DRAFT_PART = lazy(r"/L\.?\s?\d")
_NO_DOT = lazy(r"(?:^|(?<=/))(CN|C|L|AC|CONF|EA|REV|Rev|rev|ADD|Add|add|CORR|Corr|corr|Amend)\s?(\d+)(?=/|$)")
_DOTTED = lazy(r"(?:^|(?<=/))(rev|REV|add|ADD|corr|CORR|amend|AMEND|l|cn|c)\.(?=\d)")
_DATE = lazy(r"\b(\d{1,2}) (" + "|".join(MONTHS) + r") (\d{4})\b")
_LABEL = lazy(r"\b(revised\s+)?draft\s+(?:resolution|decision)\b", re.I)


def year_of(document: Document, context: Context) -> int | None:
    """The year of the draft: from its date, else from its symbol or session; None if nothing tells."""
    if context.date:
        return int(context.date[:4])
    found = _parsed(document, context)
    if found is None:
        return None
    year, session = found.get("year"), found.get("session")
    if year:
        return int(year)
    if session and not symbol_of(document).startswith("A/HRC"):
        return 1945 + int(session)
    return None


def _series(context: Context) -> Iterator[tuple[str, re.Pattern[str]]]:
    for row in context.tables.get("symbols", ()):
        yield row["kind"], re.compile(row["pattern"] + _SUFFIX)


def _fit(symbol: str, context: Context, *kinds: str) -> re.Match[str] | None:
    """How ``symbol`` reads in the first series it fits, None if it fits none (of these kinds)."""
    for kind, pattern in _series(context):
        found = pattern.fullmatch(symbol) if not kinds or kind in kinds else None
        if found:
            return found
    return None


def _parsed(document: Document, context: Context) -> Mapping[str, str | None] | None:
    symbol = _tidy(symbol_of(document)[:_LONGEST])
    found = _fit(symbol, context) if symbol else None
    return None if found is None else found.groupdict()


def _tidy(symbol: str) -> str:
    """The symbol without an asterisk of reissue, without blanks outside brackets, with plain hyphens."""
    symbol = symbol.replace("\u2011", "-").replace("\xa0", " ").strip().rstrip("*").rstrip()
    out: list[str] = []
    depth = 0
    for index, character in enumerate(symbol):
        depth += (character == "(") - (character == ")")
        if character != " " or depth > 0 or symbol[index + 1 : index + 2] == "(":
            out.append(character)
    return "".join(out)


def _repaired(symbol: str) -> str:
    """``symbol`` with the dots, strokes and capitals that its parts are written with."""
    symbol = re.sub(r"[ /]*\b(Rev|Add|Corr|Amend)\b", r"/\1", symbol.replace("\\", "/"), flags=re.I)
    symbol = re.sub(r"\s+(?=L\.?\d)", "/", symbol)
    symbol = _tidy(symbol.rstrip(".,;: "))
    symbol = re.sub(r"(?<=\d)(Rev|Add|Corr|Amend)(?=\.?\d)", r"/\1", symbol, flags=re.I)
    symbol = re.sub(r"/{2,}", "/", symbol)
    symbol = _NO_DOT.sub(lambda found: f"{_cased(found[1])}.{found[2]}", symbol)
    symbol = _DOTTED.sub(lambda found: f"{_cased(found[1])}.", symbol)
    return symbol[:1].upper() + symbol[1:]


def _cased(code: str) -> str:
    small = code.lower()
    return small.capitalize() if small in ("rev", "add", "corr", "amend") else code.upper()


@check("SPN002")
def symbol_malformed(document: Document, context: Context) -> Iterator[Hit]:
    """A symbol with stray blanks or missing dots, of no series of its body, or a draft's without ``L.``"""
    span = field_place(document, "symbol")
    if span is None or not document.text(span).strip():
        return
    text = document.text(span)
    if _PLACEHOLDER.search(text) or len(text) > _LONGEST:
        return
    tidy = _tidy(text)
    fault = _fault(tidy, document, context)
    if not fault:
        stray = _stray_blanks(text, tidy, span)
        if stray:
            yield Hit(
                span,
                {"symbol": text, "fault": f"no blank stands inside the symbol: {tidy}"},
                Fix("Close the gaps", stray, "safe"),
            )
        return
    right = _repaired(text)
    if right not in (text, tidy) and not _fault(right, document, context):
        fix = Fix(f"Write {right}", (Edit(span, right, text),), "suggest")
        yield Hit(span, {"symbol": text, "fault": f"its parts are written {right}"}, fix)
    else:
        yield Hit(span, {"symbol": text, "fault": fault})


def _stray_blanks(text: str, tidy: str, span: Span) -> tuple[Edit, ...]:
    """Edits that take the blanks out which ``tidy`` does without (not those around the whole symbol)."""
    edits = []
    position = 0
    core = len(text.rstrip(" \xa0*"))
    start = len(text) - len(text.lstrip())
    for index in range(start, core):
        same = position < len(tidy) and (text[index].replace("\xa0", " ").replace("\u2011", "-") == tidy[position])
        if same:
            position += 1
        elif text[index] in " \xa0":
            edits.append(Edit(Span(span.block, span.start + index, span.start + index + 1), "", text[index]))
    return tuple(edits)


def _fault(symbol: str, document: Document, context: Context) -> str:
    """What is wrong with a symbol without stray blanks; empty if nothing is."""
    first = re.split(r"-(?=[AES]/)", symbol)[0]
    if _DRAFT_PART.search(first):
        if _fit(first, context, "draft") or not _STRICT.match(first):
            return "" if not _NO_DOT.search(first) else "a full stop stands between letters and number"
        return "it fits no series of draft documents, for example E/CN.7/2020/L.2 or A/C.3/78/L.41/Rev.1"
    if _NO_DOT.search(first) or "\\" in first or "//" in first or _DOTTED.search(first):
        return "letters, full stops and strokes do not follow the form A/C.3/78/L.41/Rev.1"
    if _is_draft(document) and not first.startswith("S/") and _STRICT.match(first) and "/CRP" not in first:
        return "the symbol of a draft contains “L.” and a number"
    return ""


def _is_draft(document: Document) -> bool:
    """Whether the line of sponsors calls the text a draft."""
    span = field_place(document, "sponsors")
    if span is None or not document.has_block(span.block):
        return False
    found = _LABEL.search(document.block(span.block).text, span.start)
    return found is not None


@check("SPN003")
def distribution_contradicts_symbol(document: Document, context: Context) -> Iterator[Hit]:
    """``Distr.`` other than Limited on an L document, other than General on a resolution or report."""
    span = field_place(document, "distribution")
    symbol = _tidy(symbol_of(document)[:_LONGEST])
    if span is None or not symbol or "CRP" in symbol:
        return
    text = document.text(span)
    found = re.search(r"\b(General|Limited|Restricted)\b", text, re.I)
    if found is None:
        return
    if _DRAFT_PART.search(symbol):
        right = "Limited"
    elif "/RES/" in symbol or (document.kind == "report" and _fit(symbol, context, "document")):
        right = "General"
    else:
        return
    if found[1].capitalize() != right:
        here = Span(span.block, span.start + found.start(), span.start + found.end())
        fix = Fix(f"Write {right}", (Edit(here, right, found[1]),), "suggest")
        yield Hit(here, {"right": right, "symbol": symbol}, fix)


@check("SPN007")
def session_contradicts_symbol(document: Document, context: Context) -> Iterator[Hit]:
    """A session that is not the session or year of the symbol, or not that of the date."""
    span = field_place(document, "session")
    symbol = _tidy(symbol_of(document)[:_LONGEST])
    if not symbol:
        return
    parsed = _fit(symbol, context)
    groups = {} if parsed is None else parsed.groupdict()
    body = _body(symbol, context)
    date_span = field_place(document, "date")
    date = _DATE.search(document.text(date_span)) if date_span else None
    year = int(groups["year"]) if groups.get("year") else None
    if date and date_span and year is not None and "/L." in symbol and not _in_year(date, year):
        here = Span(date_span.block, date_span.start + date.start(3), date_span.start + date.end(3))
        yield Hit(here, {"fault": f"the symbol is of {year}"})
    number = session_number(document.text(span)) if span else None
    if span is None or number is None or "special" in document.text(span).lower():
        return
    text = document.text(span)
    said = Span(span.block, span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip()))
    if groups.get("session") and int(groups["session"] or 0) != number:
        yield Hit(said, {"fault": f"the symbol is of session {groups['session']}"})
        return
    epoch = int(body["session_epoch"]) if body and body["session_epoch"] else None
    if epoch is None:
        return
    if year is not None and epoch + number != year and "/S-" not in symbol:
        yield Hit(said, {"fault": f"the symbol is of {year}, the year of session {year - epoch}"})
    elif date and year is None and int(date[3]) - epoch - number not in (0, 1):
        yield Hit(said, {"fault": f"session {number} opens in {epoch + number}, the draft is of {date[3]}"})


def _in_year(date: re.Match[str], year: int) -> bool:
    """Whether a draft of this date may bear a symbol of ``year``; late papers of the year before may."""
    return int(date[3]) == year or (int(date[3]) == year - 1 and date[2] in ("November", "December"))


def _body(symbol: str, context: Context) -> Mapping[str, str] | None:
    rows = [row for row in context.tables.get("symbol-bodies", ()) if symbol.startswith(row["prefix"])]
    return max(rows, key=lambda row: len(row["prefix"]), default=None)


@check("SPN015")
def label_contradicts_symbol(document: Document, context: Context) -> Iterator[Hit]:
    """*Revised draft resolution* without ``/Rev.`` in the symbol, or *draft resolution* with it."""
    span = field_place(document, "sponsors")
    symbol = _tidy(symbol_of(document)[:_LONGEST])
    if span is None or "/" not in symbol or not document.has_block(span.block):
        return
    text = document.block(span.block).text
    found = _LABEL.search(text, span.start)
    if found is None or re.search(r"\bamendments?\b", text[: found.start()], re.I):
        return
    here = Span(span.block, found.start(), found.end())
    revised = re.search(r"/Rev\.?\s?\d", symbol, re.I) is not None
    if revised and not found[1]:
        small, large = "revised " + text[found.start()].lower(), "Revised " + text[found.start()].lower()
        first = Span(span.block, found.start(), found.start() + 1)
        edit = Edit(first, large if text[found.start()].isupper() else small, text[found.start()])
        yield Hit(here, {"fault": f"{symbol} is a revision: “revised draft”"}, Fix("Add “revised”", (edit,), "suggest"))
    elif found[1] and not revised:
        drop = Span(span.block, found.start(1), found.end(1) + 1)
        letter = text[found.end(1)]
        kept = letter.upper() if found[1][0].isupper() else letter
        edit = Edit(drop, kept, found[1] + letter)
        fix = Fix("Leave out “revised”", (edit,), "suggest")
        yield Hit(here, {"fault": f"{symbol} is not a revision: no /Rev. stands in it"}, fix)

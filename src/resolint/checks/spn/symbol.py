"""Symbol of the document: its grammar, and what must agree with it (catalogue SPN002, SPN003, SPN007, SPN015)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.shared.clauses import references
from resolint.checks.shared.masthead import field_place, symbol_of
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, fields, masthead, symbols
from resolint.lexicon.dates import months
from resolint.lexicon.ordinals import ordinal_value
from resolint.lexicon.sessions import years_of
from resolint.lexicon.sponsors import draft_label
from resolint.model import Document, Span
from resolint.regex import compiled, lazy
from resolint.rule import Context

_PLACEHOLDER = lazy(r"\bL\.?\s?(?:[XxNn]{1,4}\b|\u2026|_|\?|\[)|\u2026|\.\.\.|\bXX|\[|_{2}", re.I)
_TURNED = lazy(r"[AES]/(?:[A-Z]{1,4}\.\d{1,2}/|HRC/)?L\.\d+/\d{2,4}$")
_OF_COUNCIL = lazy(r"S/(?P<year>\d{4})/\d+")
_OF_UNEA = lazy(r"UNEP/EA\.(?P<session>\d{1,2})/")
_YEAR_SESSION = lazy(r"(?:[a-z ]{0,30})?\b(?P<year>(?:19|20)\d\d)\b[a-z ]{0,20}", re.I)
_SERIES_APART = lazy(r"/(?:PV|SR|CRP|INF|NGO|WP|BUR|PRST)[./]|/(?:RES|DEC|PRST)/|Add|Corr")
"""Series that the table does not list: records of meetings, papers of a room, statements of presidents."""
_STRICT = lazy(r"A/(?:C\.\d|HRC/|\d)|E/(?:CN\.|\d)|S/\d")


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


def _parsed(document: Document, context: Context) -> Mapping[str, str | None] | None:
    symbol = symbols.tidy(symbol_of(document)[: symbols.LONGEST])
    found = symbols.fit(symbol, context.lexicon) if symbol else None
    return None if found is None else found.groupdict()


@check("SPN002")
def symbol_malformed(document: Document, context: Context) -> Iterator[Hit]:
    """A symbol with stray blanks or missing dots, of no series of its body, or a draft's without ``L.``"""
    span = field_place(document, "symbol")
    if span is None or not document.text(span).strip():
        return
    text = document.text(span)
    if _PLACEHOLDER.search(text) or len(text) > symbols.LONGEST:
        return
    tidy = symbols.tidy(text)
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
    right = symbols.repaired(text)
    if right not in (text, tidy) and not _fault(right, document, context):
        fix = Fix(f"Write {right}", (Edit(span, right, text),), "suggest")
        yield Hit(span, {"symbol": text, "fault": f"its parts are written {right}"}, fix)
    else:
        yield Hit(span, {"symbol": text, "fault": fault})


@check("SPN002 draft")
def tongue_symbol_malformed(document: Document, context: Context) -> Iterator[Hit]:
    """In another official language the same, and a symbol of a principal organ that fits no series at all."""
    span = field_place(document, "symbol")
    text = document.text(span).strip() if span is not None else ""
    told = list(symbol_malformed(document, context))
    yield from told
    if span is None or told or not text or _PLACEHOLDER.search(text):
        return
    right = symbols.repaired(text)
    if right != text and symbols.faulty(text) and symbols.fit(right, context.lexicon) is not None:
        fix = Fix(f"Write {right}", (Edit(span, right, document.text(span)),), "suggest")
        yield Hit(span, {"symbol": text, "fault": f"its parts are written {right}"}, fix)
    if not _STRICT.match(text):
        return
    first = compiled(r"-(?=[AES]/)").split(symbols.tidy(text))[0]
    if symbols.fit(first, context.lexicon) is None and not _SERIES_APART.search(first):
        yield Hit(span, {"symbol": text, "fault": "it fits no series, for example A/C.3/78/L.41/Rev.1 or S/2015/562"})


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
    first = compiled(r"-(?=[AES]/)").split(symbol)[0]
    if _TURNED.match(first):
        return "the session or year stands before “L.”"
    if symbols.is_draft(first):
        if symbols.fit(first, context.lexicon, "draft") or not _STRICT.match(first):
            return "" if not symbols.undotted(first) else "a full stop stands between letters and number"
        return "it fits no series of draft documents, for example E/CN.7/2020/L.2 or A/C.3/78/L.41/Rev.1"
    if _is_draft(document, context) and first.startswith("S/RES/") and not first.endswith(")"):
        return "that of a draft of the Security Council is S/, the year and a number"
    if symbols.faulty(first):
        return "letters, full stops and strokes do not follow the form A/C.3/78/L.41/Rev.1"
    if _is_draft(document, context) and not first.startswith("S/") and _STRICT.match(first) and "/CRP" not in first:
        return "the symbol of a draft contains “L.” and a number"
    return ""


def _is_draft(document: Document, context: Context) -> bool:
    """Whether the line of sponsors calls the text a draft."""
    span = field_place(document, "sponsors")
    if span is None or not document.has_block(span.block):
        return False
    return draft_label(document.block(span.block).text, span.start, context.lexicon) is not None


@check("SPN003")
def distribution_contradicts_symbol(document: Document, context: Context) -> Iterator[Hit]:
    """``Distr.`` other than Limited on an L document, other than General on a resolution or report."""
    span = field_place(document, "distribution")
    symbol = symbols.tidy(symbol_of(document)[: symbols.LONGEST])
    if span is None or not symbol or "CRP" in symbol:
        return
    text = document.text(span)
    kinds = fields.words(context.lexicon, "distribution", "value")
    found = re.search(rf"\b({'|'.join(kinds)})\b", text, re.I)
    if found is None:
        return
    if symbols.is_draft(symbol):
        right = "Limited"
    elif "/RES/" in symbol or (document.kind == "report" and symbols.fit(symbol, context.lexicon, "document")):
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
    symbol = symbols.tidy(symbol_of(document)[: symbols.LONGEST])
    if not symbol:
        return
    parsed = symbols.fit(symbol, context.lexicon)
    groups = {} if parsed is None else parsed.groupdict()
    date_span = field_place(document, "date")
    date = masthead.search("date", document.text(date_span), context.lexicon) if date_span else None
    year = int(groups["year"]) if groups.get("year") else None
    odd = _of_other_year(document, symbol, year, date, context) if date and date.value else None
    if odd is not None:
        yield odd
        if odd.span != date_span and odd.span == field_place(document, "symbol"):
            return
    if span is not None:
        yield from _of_other_count(document.text(span), span, symbol, year, context.lexicon)
    yield from _by_number(document, symbol, date, context)


def _by_number(document: Document, symbol: str, date: masthead.Found | None, context: Context) -> Iterator[Hit]:
    """A session that is counted, against the session or year of the symbol and the date."""
    span, date_span = field_place(document, "session"), field_place(document, "date")
    parsed = symbols.fit(symbol, context.lexicon)
    groups = {} if parsed is None else parsed.groupdict()
    body = symbols.body_of(symbol, context.lexicon)
    year = int(groups["year"]) if groups.get("year") else None
    number = masthead.session_number(document.text(span), context.lexicon) if span else None
    own_count = fields.words(context.lexicon, "session", "own count")
    if span is None or number is None or any(word in document.text(span).lower() for word in own_count):
        return
    text = document.text(span)
    said = Span(span.block, span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip()))
    epoch = int(body["session_epoch"]) if body and body["session_epoch"] else None
    dated = None
    if date and date.value:
        dated = _of_council(symbol, date, context) or _session_of(
            date, epoch, int(body["opens"] or 1) if body else 1, context
        )
    if groups.get("session") and int(groups["session"] or 0) != number:
        place = field_place(document, "symbol") if dated == number else None
        fault = f"the symbol is of session {groups['session']}"
        yield (
            Hit(place, {"fault": f"{fault}, session and date are of {number}"})
            if place
            else Hit(said, {"fault": fault})
        )
        return
    series = _OF_UNEA.match(symbol)
    if series is not None and int(series["session"]) != number:
        place = field_place(document, "symbol") if _looks_ahead(document, number) else None
        yield Hit(place or said, {"fault": f"the symbol is of session {series['session']}, the session is {number}"})
        return
    held = years_of("HRC", str(number)) if symbol.startswith("A/HRC/") and date and date.value else None
    if held is not None and date is not None and date_span and int(date.value[-4:]) not in held:
        yield Hit(date_span, {"fault": f"session {number} is held in {held[0]}, the draft is of {date.value[-4:]}"})
    if epoch is None:
        return
    if year is not None and epoch + number != year and "/S-" not in symbol:
        yield Hit(said, {"fault": f"the symbol is of {year}, the year of session {year - epoch}"})
    elif date and date.value and year is None and not _in_session(date.value, epoch + number, symbol):
        if date_span and groups.get("session"):
            said = date_span
        yield Hit(said, {"fault": f"session {number} opens in {epoch + number}, the draft is of {date.value[-4:]}"})


def _of_other_year(
    document: Document, symbol: str, year: int | None, date: masthead.Found, context: Context
) -> Hit | None:
    """A date in another year than the symbol, or the symbol where the session is that of the date."""
    date_span, place, span = (field_place(document, field) for field in ("date", "symbol", "session"))
    council = _OF_COUNCIL.match(symbol)
    stated = int(council["year"]) if council else year if "/L." in symbol else None
    if stated is None or date_span is None or _in_year(date, stated, context):
        return None
    dated = int(date.value[-4:])
    body = symbols.body_of(symbol, context.lexicon)
    epoch = int(body["session_epoch"]) if body and body["session_epoch"] else None
    counted = masthead.session_number(document.text(span), context.lexicon) if span else None
    named = _YEAR_SESSION.fullmatch(document.text(span).strip()) if span else None
    agree = (counted and epoch and epoch + counted == dated) or (named and int(named["year"]) == dated)
    if place and (agree or _cites(document, symbol, dated)):
        witness = "session and date are" if agree else "the date is"
        return Hit(place, {"fault": f"{witness} of {dated}, the symbol is of {stated}"})
    first = date_span.start + document.text(date_span).index(date.value[-4:], date.start)
    return Hit(Span(date_span.block, first, first + 4), {"fault": f"the symbol is of {stated}"})


def _cites(document: Document, symbol: str, year: int) -> bool:
    """Whether the text cites a document of that year in the series of its own symbol, which is then too early."""
    beginning = f"{symbol.partition('/')[0]}/{year}/"
    heads = frozenset(document.head.blocks)
    notes = (block for note in document.footnotes for block in note.blocks)
    blocks = (block for block in document.blocks if block.kind not in ("header", "footer") and block.id not in heads)
    return any(beginning in block.text for block in (*blocks, *notes))


def _looks_ahead(document: Document, number: int) -> bool:
    """Whether the text asks for something at the session after this one."""
    sessions = {citation.session for found in references(document).values() for citation in found}
    return str(number + 1) in sessions


_AFTER_SUMMER = ("October", "November", "December")


def _in_session(date: str, opens: int, symbol: str) -> bool:
    """Whether a day lies in the session that opens in a year; that of the General Assembly ends in September of the next one."""
    later = int(date[-4:]) - opens
    return later == 0 or (later == 1 and not (symbol.startswith("A/") and date.split()[-2] in _AFTER_SUMMER))


_QUARTERS = ((2, 4), (6, 7), (9, 10))
"""The months of the regular sessions of the Human Rights Council."""


def _of_council(symbol: str, date: masthead.Found, context: Context) -> int | None:
    """The regular session that the Human Rights Council holds on a day, None for other bodies and days."""
    _, name, year = date.value.split()[:3]
    month = months(context.lexicon).index(name) + 1 if name in months(context.lexicon) else 0
    held = [place for place, (first, last) in enumerate(_QUARTERS, 1) if first <= month <= last]
    if not symbol.startswith("A/HRC/") or not held or int(year) < _FIRST_FULL:
        return None
    return 3 * (int(year) - _FIRST_FULL) + 3 + held[0]


_FIRST_FULL = 2007


def _session_of(date: masthead.Found, epoch: int | None, opens: int, context: Context) -> int | None:
    """The session that a body holds on a day, by the month in which it opens its sessions."""
    if epoch is None:
        return None
    _, month, year = date.value.split()[:3]
    before = month in months(context.lexicon)[: opens - 1]
    return int(year) - epoch - before


def _of_other_count(text: str, span: Span, symbol: str, year: int | None, lexicon: Lexicon) -> Iterator[Hit]:
    """Sessions that bear a year (*2027 session*) and are not of the year of the symbol, or that are counted where they bear one."""
    said = Span(span.block, span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip()))
    of_year = _YEAR_SESSION.fullmatch(text.strip())
    whole = symbol.startswith("E/") and symbol[2:3].isdecimal()
    if of_year is not None and year is not None and int(of_year["year"]) != year:
        yield Hit(said, {"fault": f"the symbol is of {year}"})
    elif whole and of_year is None and year is not None and year > _BY_YEAR and _is_counted(text, lexicon):
        yield Hit(said, {"fault": f"the sessions of the Council are called by their years: {year} session"})


_BY_YEAR = 2013
"""Until then the Council counted its sessions within the year: *substantive session of 2012*."""


def _is_counted(text: str, lexicon: Lexicon) -> bool:
    """Whether the line of a session is its number and the word for it, and no more."""
    words = text.split()
    return len(words) == 2 and ordinal_value(words[0], lexicon) is not None


def _in_year(date: masthead.Found, year: int, context: Context) -> bool:
    """Whether a draft of this date may bear a symbol of ``year``; late papers of the year before may."""
    dated, month = int(date.value[-4:]), date.value.split()[1]
    return dated == year or (dated == year - 1 and month in months(context.lexicon)[-2:])


@check("SPN015")
def label_contradicts_symbol(document: Document, context: Context) -> Iterator[Hit]:
    """*Revised draft resolution* without ``/Rev.`` in the symbol, or *draft resolution* with it."""
    span = field_place(document, "sponsors")
    symbol = symbols.tidy(symbol_of(document)[: symbols.LONGEST])
    if span is None or "/" not in symbol or not document.has_block(span.block):
        return
    text = document.block(span.block).text
    found = draft_label(text, span.start, context.lexicon)
    if found is None:
        return
    here = Span(span.block, found.start(), found.end())
    revised = symbols.revised(symbol)
    if revised and not found[1]:
        word, letter = fields.words(context.lexicon, "label", "revised")[0], text[found.start()]
        first = Span(span.block, found.start(), found.start() + 1)
        edit = Edit(first, f"{word.capitalize() if letter.isupper() else word} {letter.lower()}", letter)
        yield Hit(here, {"fault": f"{symbol} is a revision: “revised draft”"}, Fix("Add “revised”", (edit,), "suggest"))
    elif found[1] and not revised:
        drop = Span(span.block, found.start(1), found.end(1) + 1)
        letter = text[found.end(1)]
        kept = letter.upper() if found[1][0].isupper() else letter
        edit = Edit(drop, kept, found[1] + letter)
        fix = Fix("Leave out “revised”", (edit,), "suggest")
        yield Hit(here, {"fault": f"{symbol} is not a revision: no /Rev. stands in it"}, fix)

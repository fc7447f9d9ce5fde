"""The masthead: what it must hold, and the form of date, language and session (catalogue SPN001, 004 to 006, 017 to 019)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from resolint.checks import check
from resolint.checks.shared.masthead import field_place
from resolint.checks.shared.texts import texts
from resolint.checks.spn.lines import item_misformed, of_other_form
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, fields, masthead, per_lexicon, symbols
from resolint.lexicon.ordinals import ordinal_word
from resolint.model import Block, Document, Span
from resolint.regex import compiled, lazy
from resolint.rule import Context
from resolint.spelling import one_edit_apart

_ISO = lazy(r"\d{4}-\d{2}-\d{2}")
_LIKE_A_DATE = lazy(r"(?:\d{1,2}\.?[ \xa0])?(?:de[ \xa0])?[A-Za-zÀ-ÿ]{3,10}\.?,?[ \xa0](?:de[ \xa0])?(?:19|20)\d\d")
_ODD_DATE = lazy(r"\d{1,2}[ \xa0][A-Z][a-z]{2,8}[ \xa0]\d\d|\d{1,2}\.[ \xa0]?\d{1,2}\.[ \xa0]?\d{4}")
"""A year of two figures, a month in figures."""
_ON_WEEKDAY = lazy(r"[A-Z][a-z]+day,?[ \xa0]\d{1,2}[ \xa0][A-Z][a-z]{2,8}[ \xa0]\d{4}")
_DISTRIBUTION = lazy(r"[\s*_]*Distr(?:\.|ibution)?[ \xa0]?:[\s*_]*", re.I)
_BODY_LINE = 60
_PLAIN = str.maketrans("\u00a0\u2011", " -")
_FIELDS = (
    ("body", "the body"),
    ("distribution", "“Distr.:”"),
    ("date", "the date"),
    ("language", "“Original:”"),
    ("session", "the session"),
    ("agenda_item", "the agenda item"),
)


@check("SPN001")
def masthead_incomplete(document: Document, context: Context) -> Iterator[Hit]:
    """The masthead of a draft (a symbol with ``L.``) that lacks body, distribution, date, language, session or item.

    A symbol with one or two more fields is taken for a reference on a working copy, not for a masthead.
    """
    head = document.head
    span = head.where("symbol")
    if not head.symbol or span is None or "/L." not in head.symbol:
        return
    missing = [words for name, words in _FIELDS if not getattr(head, name) and field_place(document, name) is None]
    if missing and len(missing) <= len(_FIELDS) - 3:
        yield Hit(span, {"missing": " and ".join(filter(None, [", ".join(missing[:-1]), missing[-1]]))})


@check("SPN004")
def masthead_date_malformed(document: Document, context: Context) -> Iterator[Hit]:
    """A date in the masthead that is not day, month in words, year: ``12 March 2014``."""
    span = field_place(document, "date")
    found = None if span is None else masthead.search("date", document.text(span), context.lexicon)
    if span is not None and _is_odd_date(span, document.text(span).strip(), found is not None):
        yield Hit(span, {"right": "day, month in words, year"})
        return
    if span is None or found is None:
        return
    text = document.text(span)[found.start : found.end]
    if text.replace("\u00a0", " ") == found.value or (span.block.startswith("front/") and _ISO.fullmatch(text)):
        return
    right, here = found.value, Span(span.block, span.start + found.start, span.start + found.end)
    fix = Fix(f"Write {right}", (Edit(here, right, text),), "suggest") if right else None
    yield Hit(here, {"right": right or "day, month in words, year"}, fix)


def _is_odd_date(span: Span, text: str, found: bool) -> bool:
    """Whether a field of the date holds no date, or one in front matter more than the date (*Monday, 20 November 2028*)."""
    if not found and _LIKE_A_DATE.fullmatch(text):
        return True
    odd = _ON_WEEKDAY if found else _ODD_DATE
    return span.block.startswith("front/") and odd.fullmatch(text) is not None


@check("SPN005")
def original_language_unknown(document: Document, context: Context) -> Iterator[Hit]:
    """A line on the original language that does not name exactly one of the six official languages."""
    span = field_place(document, "language")
    if span is None:
        return
    text = document.text(span)
    stated = masthead.loose("language", text, context.lexicon)
    start, end = (0, len(text)) if stated is None else (stated.start, stated.end)
    named = text[start:end].strip(" .*()\u00a0")
    if not named or compiled("[a-z]{2}(?:-[A-Za-z]{2})?").fullmatch(named):
        return
    right = masthead.printed("language", named, context.lexicon)
    if right not in fields.words(context.lexicon, "language", "value"):
        at = span.start + text.index(named, start)
        yield Hit(Span(span.block, at, at + len(named)))


@check("SPN006")
def session_in_figures(document: Document, context: Context) -> Iterator[Hit]:
    """A session numbered in figures (*74th session*), or in words without the hyphen, outside of the running text."""
    for block in _blocks(document):
        for slip in masthead.session_slips(block.text, context.lexicon):
            if slip.number:
                yield _in_words(block, slip, context)
            else:
                here, blank = block.span(slip.start, slip.end), block.text[slip.blank : slip.blank + 1]
                edit = Edit(block.span(slip.blank, slip.blank + 1), "-", blank)
                right = block.text[slip.start : slip.blank] + "-" + block.text[slip.blank + 1 : slip.end]
                yield Hit(here, {"right": right}, Fix("Put a hyphen", (edit,), "safe"))


def _blocks(document: Document) -> Iterator[Block]:
    """Masthead, headers and footers: of the running text other rules speak."""
    running = {block.id for block in texts(document)}
    yield from (block for block in document.blocks if block.id not in running)


def _in_words(block: Block, slip: masthead.Slip, context: Context) -> Hit:
    right = ordinal_word(slip.number, context.lexicon)
    before = block.text[: slip.start].rstrip()
    if not before or before[-1] in ".:" or before == block.text[: block.lead].rstrip():
        right = right.capitalize()
    here = block.span(slip.start, slip.end)
    edit = Edit(here, right, block.text[slip.start : slip.end])
    return Hit(here, {"right": right}, Fix(f"Write {right}", (edit,), "suggest"))


@check("SPN017")
def masthead_line_malformed(document: Document, context: Context) -> Iterator[Hit]:
    """A line of the masthead in other letters, with other words or without the mark that it is printed with."""
    written_wrong: set[str] = set()
    for field in ("distribution", "language", "session", "agenda_item", "job_number"):
        span = field_place(document, field)
        if span is None or span.block.startswith("front/"):
            continue
        text = document.block(span.block).text
        written = masthead.written(field, text, span.start, span.end, context.lexicon)
        if written is not None and field == "session" and any(masthead.session_slips(text, context.lexicon)):
            continue  # that is SPN006's to say
        if written is None or written.right == text[written.start : written.end].translate(_PLAIN):
            continue
        written_wrong.add(span.block)
        here = Span(span.block, written.start, written.end)
        edit = Edit(here, written.right, text[written.start : written.end])
        yield Hit(here, {"right": written.right}, Fix(f"Write {written.right}", (edit,), "suggest"))

    yield from _distribution_misspelt(document, context)
    yield from item_misformed(document)
    told = [block for block in masthead_lines(document) if block.id not in written_wrong]
    yield from of_other_form(document, told, context.lexicon)


def _distribution_misspelt(document: Document, context: Context) -> Iterator[Hit]:
    """*Distr.: Limitted*: a value of the distribution but for one letter, also where the line is read as none."""
    values = fields.words(context.lexicon, "distribution", "value")
    for block in _blocks_of_head(document):
        field = _DISTRIBUTION.match(block.text)
        if field is None and block.id != "front/distribution":
            continue
        start = field.end() if field else 0
        word = block.text[start:].strip(masthead.EDGE + ".")
        right = next((value for value in values if one_edit_apart(word.lower(), value.lower())), None)
        if right is not None:
            at = block.text.index(word, start)
            span = block.span(at, at + len(word))
            yield Hit(span, {"right": right}, Fix(f"Write {right}", (Edit(span, right, word),), "suggest"))


def _blocks_of_head(document: Document) -> Iterator[Block]:
    yield from (block for block in document.blocks if block.id == "front/distribution")
    yield from masthead_lines(document)


@check("SPN018")
def masthead_stated_twice(document: Document, context: Context) -> Iterator[Hit]:
    """A field that the file states once more, in a line or where nobody sees it, with another value."""
    for field, value in document.head.others:
        span = field_place(document, field)
        if span is not None:
            yield Hit(span, {"field": field.replace("_", " "), "other": value})


@check("SPN019")
def body_contradicts_symbol(document: Document, context: Context) -> Iterator[Hit]:
    """A body in the masthead that is not the one whose series the symbol is of, nor the organ above it."""
    span, body = field_place(document, "body"), document.head.body
    symbol = document.head.symbol or ""
    right = symbols.body_of(symbol, context.lexicon)
    if span is None or body is None or right is None or "/RES/" in symbol:
        return
    above = symbols.body_of(symbol.partition("/")[0] + "/", context.lexicon)
    named = {row["body"] for row in context.lexicon.rows("symbol-bodies")}
    fitting = {right["body"], right["speaks_for"], above["body"] if above else ""}
    if body in named and body not in fitting:
        place = field_place(document, "symbol") if _speaks(document, body) else None
        yield Hit(place or span, {"symbol": symbol, "right": right["body"]})


def _speaks(document: Document, body: str) -> bool:
    """Whether the line of the organ names the body, so that the symbol is what stands alone."""
    lines = [document.text(act.organ_line) for act in document.acts if act.organ_line is not None]
    return bool(lines) and all(line.strip(" ,\xa0*").removeprefix("The ") == body for line in lines)


@check("SPN021")
def body_line_inexact(document: Document, context: Context) -> Iterator[Hit]:
    """A line of the masthead that is nearly the name of a body, or names an organ whose series the symbol is not of."""
    rows = context.lexicon.rows("symbol-bodies")
    known = {name.lower(): name for row in rows for name in (row["body"], row["speaks_for"]) if name}
    for name in context.options["bodies"]:
        known[name.lower()] = known[name.lower().removeprefix("united nations ")] = name
    symbol = document.head.symbol or ""
    right = symbols.body_of(symbol, context.lexicon)
    above = symbols.body_of(symbol.partition("/")[0] + "/", context.lexicon) if right else None
    fitting = {right["body"], right["speaks_for"], above["body"] if above else ""} if right else set()
    told = field_place(document, "body")
    stated = [document.block(told.block)] if told is not None and told.block.startswith("front/") else []
    for block in (*stated, *masthead_lines(document)):
        text = block.text.strip()
        name = known.get(text.lower(), "") or _nearly_body(text, known, rows, _full_names(context.lexicon))
        if not name or text.isupper():
            continue
        start = block.text.index(text)
        span = block.span(start, start + len(text))
        if name != text:
            yield Hit(span, {"right": name}, Fix(f"Write {name}", (Edit(span, name, text),), "suggest"))
        elif fitting and name not in fitting and "/RES/" not in symbol and (told is None or told.block != block.id):
            yield Hit(span, {"right": (above or right or {})["body"]})


def masthead_lines(document: Document, longest: int = _BODY_LINE) -> list[Block]:
    """The lines above the title of the first act, or above its organ line, and those of the page's head.

    None is longer than ``longest``. Where neither is known (a report), those of the masthead alone.
    """
    begins = {span.block for act in document.acts for span in (act.title, act.organ_line) if span is not None}
    heads = frozenset(document.head.blocks)
    above = bool(begins)
    found = []
    for block in document.blocks:
        above = above and block.id not in begins
        if (above or block.id in heads or block.id[:6] == "header") and len(block.text) <= longest:
            found.append(block)
    return found


def _nearly_body(
    text: str, known: Mapping[str, str], rows: Sequence[Mapping[str, str]], full: Mapping[str, str]
) -> str:
    """The body that a line means which names it with an article, with a figure or with a letter wrong, empty for none."""
    plain = text.lower().removeprefix("the ").removeprefix("united nations ").removeprefix("un ")
    plain = " ".join(full.get(word, word) for word in plain.split(" "))
    if plain in known:
        return known[plain]
    if figure := _FIGURE.fullmatch(plain):
        return next((row["body"] for row in rows if row["prefix"].endswith(f".{figure[1]}/") and row["speaks_for"]), "")
    if len(plain) < _LEAST:
        return ""
    near = next((name for lower, name in known.items() if one_edit_apart(plain, lower)), "")
    return near or next((name for lower, name in known.items() if _one_word_off(plain.split(), lower.split())), "")


def _one_word_off(words: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one long word begins as another, is as long but for a letter, and has its letters but three (*Counsel*)."""
    if len(words) != len(right) or len(words) < 2:
        return False
    odd = [(word, other) for word, other in zip(words, right, strict=True) if word != other]
    if len(odd) == 1 and {*odd[0]} <= _LINKS:
        return True  # *Commission of Social Development*
    if len(odd) != 1 or min(len(odd[0][0]), len(odd[0][1])) < _LONG:
        return False
    word, other = odd[0]
    return word[:4] == other[:4] and abs(len(word) - len(other)) <= 2 and len(set(word) ^ set(other)) <= 3


_LONG = 6
_LINKS = frozenset(("of", "for", "on", "to", "in", "at"))


@per_lexicon
def _full_names(lexicon: Lexicon) -> Mapping[str, str]:
    """What bodies are called that a masthead names by their initials, in small letters."""
    return {
        short.lower(): name.lower()
        for short, name in lexicon.columns("abbreviations", "abbreviation", "expansion")
        if name
    }


_LEAST = 10
_FIGURE = lazy(r"(\d)(?:st|nd|rd|th) committee")

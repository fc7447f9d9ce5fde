"""The masthead: what it must hold, and the form of date, language and session (catalogue SPN001, 004, 005, 006)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from resolint.checks import check
from resolint.checks.shared.masthead import field_place
from resolint.citation.dates import MONTHS
from resolint.citation.ordinals import ordinal_value, ordinal_word
from resolint.findings import Edit, Fix, Hit
from resolint.model import Block, Document, Span
from resolint.regex import lazy
from resolint.rule import Context

_MONTH = (
    "(" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS if name != "September") + "|Sept?(?:ember)?)\\.?"
)
_DAY_FIRST = lazy(r"\b(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]" + _MONTH + r",?[ -](\d{4})\b", re.I)
_MONTH_FIRST = lazy(r"\b" + _MONTH + r" (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b", re.I)
_NUMERIC = lazy(r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")
_ISO = lazy(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_LANGUAGES = ("Arabic", "Chinese", "English", "French", "Russian", "Spanish")
_KIND = r"(?:(?:regular|special|emergency|annual|substantive|resumed|organizational|reconvened)\s+)*session\b"
_DIGIT_SESSION = lazy(r"\b(\d{1,3})(?:st|nd|rd|th)(?=\s+" + _KIND + ")", re.I)
_LOOSE_SESSION = lazy(
    r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(\s)"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?=\s+" + _KIND + ")",
    re.I,
)
_WORD = lazy(r"[A-Za-z0-9]+(?:[-\u2011][A-Za-z]+)?")
_FIELDS = (
    ("body", "the body"),
    ("distribution", "“Distr.:”"),
    ("date", "the date"),
    ("language", "“Original:”"),
    ("session", "the session"),
    ("agenda_item", "the agenda item"),
)


def session_number(text: str) -> int | None:
    """The number of the session that ``text`` names in words or figures, None if it names none (*2019 session*)."""
    for word in _WORD.findall(text):
        number = ordinal_value(word)
        if number is not None:
            return number
    bare = text.strip()
    return int(bare) if bare.isdecimal() and len(bare) < 4 else None


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
    if span is None or not document.has_block(span.block):
        return
    text = document.text(span)
    found, right = _date_in(text, span.block.startswith("front/"))
    if found is None or found[0] == right:
        return
    here = Span(span.block, span.start + found.start(), span.start + found.end())
    fix = Fix(f"Write {right}", (Edit(here, right, found[0]),), "suggest") if right else None
    yield Hit(here, {"right": right or "day, month in words, year"}, fix)


def _date_in(text: str, machine: bool) -> tuple[re.Match[str] | None, str]:
    """The date that ``text`` holds and its right form, empty where it cannot be told; ``machine`` allows ISO."""
    found = _DAY_FIRST.search(text)
    if found:
        return found, _written(found[3], found[2], found[1])
    found = _MONTH_FIRST.search(text)
    if found:
        return found, _written(found[3], found[1], found[2])
    found = _ISO.search(text)
    if found:
        return (None, "") if machine else (found, _numeric(found[1], found[2], found[3]))
    found = _NUMERIC.search(text)
    if found:
        sure = int(found[1]) > 12 or found[1] == found[3]
        return found, _numeric(found[4], found[3], found[1]) if sure else ""
    return None, ""


def _written(year: str, month: str, day: str) -> str:
    full = next(name for name in MONTHS if name.lower().startswith(month.lower()[:3]))
    return f"{int(day)} {full} {year}"


def _numeric(year: str, month: str, day: str) -> str:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


@check("SPN005")
def original_language_unknown(document: Document, context: Context) -> Iterator[Hit]:
    """A line on the original language that does not name exactly one of the six official languages."""
    span = field_place(document, "language")
    if span is None or not document.has_block(span.block):
        return
    text = document.text(span)
    named = re.sub(r"^\W*(?:original|orig\.?)(?:\s+language)?\s*:?\s*", "", text, flags=re.I).strip(" .*()")
    if not named or re.search(r"\bonly\b", named, re.I) or re.fullmatch("[a-z]{2}(?:-[A-Za-z]{2})?", named):
        return
    if named.capitalize() not in _LANGUAGES:
        yield Hit(Span(span.block, span.start + text.find(named), span.start + text.find(named) + len(named)))


@check("SPN006")
def session_in_figures(document: Document, context: Context) -> Iterator[Hit]:
    """A session numbered in figures (*74th session*), or in words without the hyphen."""
    for block in _blocks(document):
        if "session" not in block.text.lower():
            continue
        for found in _DIGIT_SESSION.finditer(block.text):
            if 0 < int(found[1]) < 100:
                yield _in_words(block, found)
        for found in _LOOSE_SESSION.finditer(block.text):
            here = block.span(found.start(), found.end())
            edit = Edit(block.span(found.start(1), found.end(1)), "-", found[1])
            right = found[0].replace(found[1], "-", 1)
            yield Hit(here, {"right": right}, Fix("Put a hyphen", (edit,), "safe"))


def _blocks(document: Document) -> Iterator[Block]:
    yield from document.blocks
    for note in document.footnotes:
        yield from note.blocks


def _in_words(block: Block, found: re.Match[str]) -> Hit:
    right = ordinal_word(int(found[1]))
    before = block.text[: found.start()].rstrip()
    if not before or before[-1] in ".:" or before == block.text[: block.lead].rstrip():
        right = right.capitalize()
    here = block.span(found.start(), found.end())
    return Hit(here, {"right": right}, Fix(f"Write {right}", (Edit(here, right, found[0]),), "suggest"))

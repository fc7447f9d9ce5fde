"""What is said of adopted texts beside them, in a CSV file, and what their symbols tell of themselves."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from resolint import regex
from resolint.corpus.jsonl import year_of_symbol
from resolint.corpus.values import BadCorpus, Text
from resolint.lexicon import Lexicon, dates, sessions
from resolint.lexicon.labels import roman_value

__all__ = ["Sidecar", "body_of", "completed", "iso_of", "parse_sidecar"]

_COLUMNS = ("file", "symbol", "title", "date", "body", "draft_of")

Sidecar = Mapping[str, Mapping[str, str]]
"""By name of a file, or symbol of a text, in small letters: what the head of the text does not say, or says wrongly."""


def parse_sidecar(text: str, path: str, lexicon: Lexicon) -> Sidecar:
    """What the CSV ``text`` of the file ``path`` says. Raises BadCorpus.

    Its columns are ``file`` or ``symbol``, and ``title``, ``date``, ``body``, ``draft_of``.
    """
    rows = list(csv.reader(text.splitlines()))
    columns = [column.strip().lower() for column in rows[0]] if rows else []
    if not {"file", "symbol"} & set(columns):
        raise BadCorpus(
            f"{path}: the first line names the columns: file or symbol, and title, date, body ({', '.join(_COLUMNS)})"
        )
    found: dict[str, Mapping[str, str]] = {}
    for number, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(columns):
            raise BadCorpus(
                f"{path}, line {number}: {len(row)} cells where the first line names {len(columns)} columns"
            )
        cells = {column: cell.strip() for column, cell in zip(columns, row, strict=True) if column in _COLUMNS}
        if cells.get("date") and not (iso := iso_of(cells["date"], lexicon)):
            raise BadCorpus(
                f"{path}, line {number}: {cells['date']!r} is no date; write 2019-12-18 or 18 December 2019"
            )
        if cells.get("date"):
            cells["date"] = iso
        for name in (cells.get("file", ""), cells.get("symbol", "")):
            if name:
                found.setdefault(name.lower(), cells)
    return found


def iso_of(words: str, lexicon: Lexicon) -> str:
    """The one date that ``words`` name, or that they are in ISO 8601 already; empty where they are none."""
    if words[:4].isdecimal() and len(words) in (4, 7, 10) and words.replace("-", "").isdecimal():
        return words
    found = [one.iso for one in dates.scan(words, lexicon)]
    return found[0] if len(found) == 1 and found[0][:4].isdecimal() and len(found[0]) <= 10 else ""


def completed(text: Text, sidecar: Sidecar, names: Iterable[str], lexicon: Lexicon) -> Text:
    """``text`` with what the sidecar says under the first of ``names`` that it knows, and with what its symbol tells."""
    cells = next((sidecar[name.lower()] for name in names if name and name.lower() in sidecar), {})
    given: dict[str, Any] = {column: value for column, value in cells.items() if value and column != "file"}
    text = replace(text, **given)
    if not text.body:
        text = replace(text, body=body_of(text.symbol, lexicon))
    return dated(text)


_SESSION = regex.compiled(r"^A/(?:RES|DEC)/(\d{1,3})/|^A/RES/\d+\s?(?:\([A-Z]+\)|[A-Z]\s?)?\(([IVXL]+)\)")
_COUNCIL = regex.compiled(r"^S/RES/\d+\s?\((\d{4})\)")
_THRICE = regex.compiled(r"^A/HRC/(?:RES|DEC)/(\d{1,3})/")
_LAST = "-09-30"
_OPENS = "-09-01"


def dated(text: Text) -> Text:
    """``text`` with the date that its symbol allows: its own, or the year of its symbol with a remark on the date it gives."""
    year = year_of_symbol(text.symbol)
    if not text.date:
        return replace(text, date=year)
    if not _possible(text.date):
        said = f"{year} is kept" if year else "none is kept"
        return replace(
            text,
            date=year,
            remark=f"{text.symbol or text.title}: {text.date} is no day; {said}, correct it in a file adopted.csv",
        )
    first, last = _bounds(text.symbol)
    if not first or (first[: len(text.date)] <= text.date <= last[: len(text.date)]):
        return text
    return replace(
        text,
        date=year,
        remark=f"{text.symbol}: its date is given as {text.date}, which its number does not allow; {year} is kept, correct it in "
        "a file adopted.csv",
    )


def _possible(iso: str) -> bool:
    """Whether a year, month or day is one of the calendar."""
    try:
        date.fromisoformat(f"{iso}-01-01"[:10])
    except ValueError:
        return False
    return True


def _bounds(symbol: str) -> tuple[str, str]:
    """The first and last day on which a text with this symbol can have been adopted; empty where that is not known.

    The General Assembly opens its regular session n in September of 1945 + n; special sessions have no such rule. For the
    sessions of the Human Rights Council a year more is allowed on both sides.
    """
    if (found := _THRICE.match(symbol)) is not None and (years := sessions.years_of("HRC", found[1])):
        return f"{years[0] - 1}-01-01", f"{years[1] + 1}-12-31"
    if (found := _COUNCIL.match(symbol)) is not None:
        return f"{found[1]}-01-01", f"{found[1]}-12-31"
    if (found := _SESSION.match(symbol)) is None:
        return "", ""
    opened = 1945 + (int(found[1]) if found[1] else roman_value(found[2]) or 0)
    if opened == 1946:
        return "1946-01-01", "1946-12-31"
    return f"{opened}{_OPENS}", f"{opened + 1}{_LAST}"


def body_of(symbol: str, lexicon: Lexicon) -> str:
    """The organ that speaks in a text with this symbol; empty where the tables do not know."""
    best, found = 0, ""
    for row in lexicon.rows("organs"):
        for prefix in row["symbols"].split():
            if symbol.startswith(prefix) and len(prefix) > best:
                best, found = len(prefix), row["line"].removeprefix("The ").rstrip(",") or row["name"]
    return found

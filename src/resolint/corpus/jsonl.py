"""Adopted texts as JSON lines: one text a line, with its paragraphs labelled.

A line is an object with ``paras``, a list of objects with ``x`` (the text) and ``t`` (``paragraph``; anything else, such as
``title``, ``heading`` or ``frontmatter``, is not taken for agreed language), ``pt`` (``preambular`` or ``operative``), ``p`` (the
number in front, ``7.`` or ``(b)``) and ``l`` (the depth, from 1). Beside it stand ``symbol`` (or ``file``, the symbol with ``_``
for ``/``), ``title``, ``adopted`` (or ``date``; also a date in words), ``body`` and ``draft_of``; all but ``paras`` may be missing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from resolint import regex
from resolint.corpus.values import BadCorpus, Passage, Text
from resolint.lexicon import Lexicon, dates
from resolint.lexicon.labels import roman_value

__all__ = ["adopted_on", "from_record", "read_lines", "year_of_symbol"]

_FILE_SYMBOL = regex.compiled(r"[A-Z][A-Z0-9.]*(?:_[^\s_]+)+")
_YEARS = (regex.compiled(r"\(((?:19|20)\d{2})\)"), regex.compiled(r"/((?:19|20)\d{2})(?=/)"))
"""A year in parentheses comes before one between strokes: S/RES/1973 (2011) is of 2011."""
_SESSION = regex.compiled(r"^A/(?:RES|DEC)/(?:S-|ES-)?(\d{1,3})/")
_ROMAN_SESSION = regex.compiled(r"^A/RES/\d+\s?(?:\([A-Z]+\)|[A-Z]\s?)?\(([IVXL]+)\)")
_ADOPTED = regex.compiled(r"\badopted\b|\bheld on\b", re.IGNORECASE)
_WHOLE_DATE = regex.compiled(r"^\W*(\d{1,2}\s+[A-Z][a-z]+\s+\d{4})\W*$")
_ISO = regex.compiled(r"\d{4}(?:-\d{2}){0,2}")
_LABEL = regex.compiled(r"\(?([0-9A-Za-z]{1,7})[.)]\)?$")
_HALVES = regex.compiled("[\ud800-\udfff]")
_TITLE_NUMBER = regex.compiled(r"^\W*[\d/() .IVXLA-Z-]{1,16}\.\s*(?=\S)")


def read_lines(lines: Iterable[str], name: str, lexicon: Lexicon) -> Iterator[Text]:
    """The texts of JSON lines; empty lines are passed over. Raises BadCorpus, naming the line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            raise BadCorpus(
                f"{name}, line {number}: this is no JSON; every line is one text as a JSON object"
            ) from None
        if not _writable(record):
            raise BadCorpus(f"{name}, line {number}: it holds a NUL or half a character, which no text can hold")
        if not isinstance(record, dict) or not isinstance(record.get("paras"), list):
            raise BadCorpus(f"{name}, line {number}: the key paras is missing, a list of the paragraphs of the text")
        yield from_record(record, lexicon, f"{name}, line {number}")


def _writable(value: Any) -> bool:
    """Whether all texts in a JSON value are characters that a file or server can hold."""
    if isinstance(value, str):
        return "\0" not in value and (value.isascii() or not _HALVES.search(value))
    if isinstance(value, dict):
        return all(map(_writable, value)) and all(map(_writable, value.values()))
    return all(map(_writable, value)) if isinstance(value, list) else True


def from_record(record: Mapping[str, Any], lexicon: Lexicon, where: str = "") -> Text:
    """One text from its JSON object. Raises BadCorpus for a paragraph that is none."""
    paras = [para for para in record["paras"] if _is_para(para, where)]
    file = _text(record, "file")
    symbol = _text(record, "symbol") or (file.replace("_", "/") if _FILE_SYMBOL.fullmatch(file) else "")
    title = " ".join(_text(record, "title").split())
    return Text(
        symbol=symbol.replace("//", "/"),
        passages=tuple(_passages(paras)),
        title=_TITLE_NUMBER.sub("", title) or title,
        date=_date(record, paras, symbol, lexicon),
        body=_text(record, "body"),
        source=file or symbol,
        draft_of=_text(record, "draft_of"),
    )


def _is_para(para: Any, where: str) -> bool:
    if not isinstance(para, dict) or not isinstance(para.get("x"), str):
        raise BadCorpus(f"{where}: every entry of paras is an object with the text under x")
    return True


def _text(record: Mapping[str, Any], name: str) -> str:
    value = record.get(name)
    return value.strip() if isinstance(value, str) else ""


def _passages(paras: Iterable[Mapping[str, Any]]) -> Iterator[Passage]:
    """The paragraphs with their places; operative paragraphs are named by their numbers, others are counted."""
    counts: dict[str, int] = {}
    path: list[str] = []
    for para in paras:
        if para.get("t", "paragraph") != "paragraph" or para["x"].startswith("| "):
            continue  # no paragraph, or the row of a table
        part = para.get("pt") or "paragraph"
        found = _LABEL.search(str(para.get("p") or "").strip())
        label = found[1] if found else ""
        level = max(1, int(para["l"])) if isinstance(para.get("l"), int) else 1
        if part == "operative" and level > 1 and path:
            path = [*path[: level - 1], label or "–"]
            yield Passage(f"{part} {path[0]}" + "".join(f" ({one})" for one in path[1:]), para["x"])
            continue
        counts[part] = counts.get(part, 0) + 1
        path = [label or str(counts[part])] if part == "operative" else [str(counts[part])]
        yield Passage(f"{part} {path[0]}", para["x"])


def _date(record: Mapping[str, Any], paras: Iterable[Mapping[str, Any]], symbol: str, lexicon: Lexicon) -> str:
    for name in ("date", "adopted"):
        value = _text(record, name)
        if _ISO.fullmatch(value):
            return value
        if found := next((one.iso for one in dates.scan(value, lexicon) if _ISO.fullmatch(one.iso)), ""):
            return found
    heads = [para["x"] for para in paras if para.get("t") in ("frontmatter", "backmatter", "title", "footer")]
    return adopted_on(heads, lexicon) or year_of_symbol(symbol)


def adopted_on(lines: Iterable[str], lexicon: Lexicon) -> str:
    """The date of adoption that a masthead or closing line states, ISO 8601; empty if none does."""
    kept = [line for line in lines if len(line) < 300]
    for line in kept:
        if _ADOPTED.search(line):
            found = [one.iso for one in dates.scan(line, lexicon) if len(one.iso) == 10 and one.iso[0] in "12"]
            if found:
                return found[-1]
    for line in kept:
        if (whole := _WHOLE_DATE.match(line)) and (found := [one.iso for one in dates.scan(whole[1], lexicon)]):
            return found[0] if _ISO.fullmatch(found[0]) else ""
    return ""


def year_of_symbol(symbol: str) -> str:
    """The year that a symbol tells, by a year in it or by the session of the General Assembly; empty if none."""
    for pattern in _YEARS:
        if found := pattern.search(symbol):
            return found[1]
    if (found := _SESSION.match(symbol)) and "S-" not in symbol:
        return str(1945 + int(found[1]))
    if found := _ROMAN_SESSION.match(symbol):
        return str(1945 + (roman_value(found[1]) or 0))
    return ""

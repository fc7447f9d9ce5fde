"""Symbols of documents: how one is built, the series that are known, and the body that a symbol belongs to.

The general form (``A/C.3/78/L.41/Rev.1``) needs no table; the series stand in ``symbols``, the bodies in
``symbol-bodies``. Source: *United Nations document symbols*, Dag Hammarskjöld Library; adopted texts and drafts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolint.lexicon import Lexicon, TableRow, per_lexicon
from resolint.regex import compiled, lazy

__all__ = ["LONGEST", "SUFFIXES", "body_of", "find", "fit", "is_draft", "repaired", "revised", "tidy", "wants_to_be"]

LONGEST = 200
"""No symbol is this long; what is longer is no symbol at all."""
SUFFIXES = ("Rev", "Add", "Corr", "Amend")
"""What is put behind the symbol of a document that another one revises, adds to, corrects or amends."""

_SUFFIX = "|".join(SUFFIXES)
_BRACKET = r"(?:[ \u00a0]?\([A-Z0-9][^()\n]{0,40}\))?"
_FORM = lazy(
    rf"(?<![\w/.])(?:[A-Z][A-Z0-9]{{0,11}}(?:\.[A-Z0-9]{{1,8}})?(?:/[A-Z0-9][A-Za-z0-9.&\u2011-]{{0,24}}{_BRACKET}){{1,9}}"
    r"|[-\u2013\u2014]/C[MP][AP]?\.\d{1,3})(?![\w/])"
)
"""One symbol, or two joined by a hyphen; or the number of a draft decision that has none yet (``-/CP.27``)."""
_PRINCIPAL = "AEST"
"""The series that have one letter; other single letters before a stroke are none (*N/A*)."""
_LOOSE = lazy(
    r"[A-Z][A-Z0-9.]{0,11}[ \u00a0]{0,2}[/\\][ \u00a0]{0,2}[\w.\\/ \u00a0\u2011()-]{0,60}\d[\w.)]{0,12}", re.IGNORECASE
)
_LONG_WORD = lazy(r"[^\W\d_]{4,}")
_DRAFT = lazy(r"/L\.?\s?\d")
_REVISED = lazy(r"/Rev\.?\s?\d", re.IGNORECASE)
_NO_DOT = lazy(
    r"(?:^|(?<=/))(CN|C|L|AC|CONF|EA|CRP|REV|Rev|rev|ADD|Add|add|CORR|Corr|corr|Amend|AMEND|amend)\s?(\d+)(?=/|$)"
)
_DOTTED = lazy(r"(?:^|(?<=/))(rev|REV|add|ADD|corr|CORR|amend|AMEND|l|cn|c)\.(?=\d)")
_STROKELESS = lazy(r"^[AES]\.(?=\d)|(?<=/\d\d)\.(?=[\dA-Z])|(?<=/\d{3})\.(?=[\dA-Z])|(?<=/\d{4})\.(?=[\dA-Z])")
"""A full stop where a stroke belongs: before or after the number of a session or year."""
_GLUED = lazy(rf"(?<=\d)({_SUFFIX})(?=\.?\d)", re.IGNORECASE)
_LOOSE_SUFFIX = lazy(rf"(?<![ /])[ /]*\b({_SUFFIX})\b", re.IGNORECASE)
_PARTED = lazy(r"(?<!\s)\s+(?=L\.?\d)")


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The places of all symbols of the general form in a stretch of ``text``, without stars and full stops behind."""
    for found in _FORM.finditer(text, start, len(text) if end is None else end):
        first, last = found.span()
        while text[last - 1] in ".&-\u2011":
            last -= 1
        head = text[first:last].partition("/")[0]
        if any(sign.isdecimal() for sign in text[first + len(head) : last]) and (
            len(head) > 1 or head in _PRINCIPAL + "-–—"
        ):
            yield first, last


def wants_to_be(text: str) -> bool:
    """Whether a whole line may be meant for a symbol, with blanks, strokes or letters that are wrong."""
    words = [word for word in _LONG_WORD.findall(text) if not word.isupper() and word.capitalize() not in SUFFIXES]
    if len(text) > LONGEST or words or not _LOOSE.fullmatch(text):
        return False
    right = repaired(text)
    return next(find(right), (0, 0)) == (0, len(right))


@per_lexicon
def _series(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds and patterns of all series, each with the suffixes that any symbol may have."""
    return tuple(
        (row["kind"], lazy(rf"(?:{row['pattern']})(?:/(?:{_SUFFIX})\.\d+)*")) for row in lexicon.rows("symbols")
    )


def fit(symbol: str, lexicon: Lexicon, *kinds: str) -> re.Match[str] | None:
    """How ``symbol`` reads in the first series it fits (of these ``kinds``, if any are given), None if it fits none."""
    for kind, pattern in _series(lexicon):
        found = pattern.fullmatch(symbol) if not kinds or kind in kinds else None
        if found:
            return found
    return None


def body_of(symbol: str, lexicon: Lexicon) -> TableRow | None:
    """The row of ``symbol-bodies`` with the longest beginning that ``symbol`` has, None without any."""
    rows: list[Mapping[str, str]] = [row for row in lexicon.rows("symbol-bodies") if symbol.startswith(row["prefix"])]
    return max(rows, key=lambda row: len(row["prefix"]), default=None)


def is_draft(symbol: str) -> bool:
    """Whether a symbol is of the series of drafts (``L.``)."""
    return _DRAFT.search(symbol) is not None


def revised(symbol: str) -> bool:
    """Whether a symbol is that of a revision."""
    return _REVISED.search(symbol) is not None


def tidy(symbol: str) -> str:
    """The symbol without stars of reissue, without blanks outside brackets, with plain hyphens."""
    symbol = symbol.replace("\u2011", "-").replace("\u00a0", " ").strip().rstrip("*").rstrip()
    out: list[str] = []
    depth = 0
    for index, character in enumerate(symbol):
        depth += (character == "(") - (character == ")")
        if character != " " or depth > 0 or symbol[index + 1 : index + 2] == "(":
            out.append(character)
    return "".join(out)


def faulty(symbol: str) -> bool:
    """Whether letters, full stops and strokes of a tidy symbol are not those of the printed form."""
    return bool(
        _NO_DOT.search(symbol)
        or "\\" in symbol
        or "//" in symbol
        or _DOTTED.search(symbol)
        or _STROKELESS.search(symbol)
    )


def undotted(symbol: str) -> bool:
    """Whether a full stop is missing between letters and number (``L5``)."""
    return _NO_DOT.search(symbol) is not None


def repaired(symbol: str) -> str:
    """``symbol`` with the dots, strokes and capitals that its parts are written with."""
    symbol = _LOOSE_SUFFIX.sub(r"/\1", symbol.replace("\\", "/").replace("\u00a0", " "))
    symbol = _PARTED.sub("/", symbol)
    symbol = tidy(symbol.rstrip(".,;: "))
    symbol = _GLUED.sub(r"/\1", symbol)
    symbol = compiled(r"/{2,}").sub("/", symbol)
    symbol = _STROKELESS.sub(lambda found: found[0].replace(".", "/"), symbol)
    symbol = _NO_DOT.sub(lambda found: f"{_cased(found[1])}.{found[2]}", symbol)
    symbol = _DOTTED.sub(lambda found: f"{_cased(found[1])}.", symbol)
    head, stroke, rest = symbol.partition("/")
    return head.upper() + stroke + rest


def _cased(code: str) -> str:
    small = code.lower()
    return small.capitalize() if small.capitalize() in SUFFIXES else code.upper()

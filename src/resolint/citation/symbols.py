"""Document symbols: A/73/85, E/CN.7/2020/L.2/Rev.1, A/67/828-S/2013/210, and the acts that some of them name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from resolint import regex
from resolint.citation import numbers
from resolint.model import Citation, Span

_SERIES = frozenset(
    (
        *(
            "A",
            "S",
            "E",
            "T",
            "ST",
            "TD",
            "CD",
            "DP",
            "HSP",
            "HS",
            "UNEP",
            "ECE",
            "ESCAP",
            "LC",
            "ESCWA",
            "CTOC",
            "CAC",
        ),
        *("FCCC", "CBD", "ICCD", "CCPR", "CEDAW", "CERD", "CAT", "CRC", "CRPD", "CMW", "CED", "HRI", "PBC", "SPLOS"),
        *("ISBA", "IDB", "GC", "NPT", "BWC", "CCW", "APLC", "UNW", "WFP", "AT", "OPCAT", "ID", "PCNICC", "ICC", "JIU"),
        *("UNITAR", "ACC", "CEB", "DC", "DPI", "PC", "HR", "HLPF", "IPBES", "TRANS", "CEP", "CEE", "WT", "WHA", "LOS"),
        *("ACABQ", "SCAF", "BTWC", "ENERGY"),
    )
)
_COMMISSIONS = {
    "E/CN.3": "StatCom", "E/CN.4": "CHR", "E/CN.5": "CSocD", "E/CN.6": "CSW", "E/CN.7": "CND", "E/CN.9": "CPD",
    "E/CN.15": "CCPCJ", "E/CN.16": "CSTD", "E/CN.17": "CSD", "A/HRC": "HRC", "A/AC.105": "COPUOS",
    "CTOC/COP": "COP-UNTOC", "CAC/COSP": "COSP-UNCAC", "E/ECE": "ECE",
}  # fmt: skip
_PRINCIPAL = {
    "A": "GA", "S": "SC", "E": "ECOSOC", "T": "TC", "UNEP": "UNEA", "HSP": "UNHA", "ECE": "ECE", "PBC": "PBC",
}  # fmt: skip
_HYPHENS = str.maketrans({"\u2011": "-", "–": "-", "\u00ad": None, "\u00a0": " "})


@cache
def _symbol() -> re.Pattern[str]:
    segment = (
        r"(?!(?:Rev|Add|Corr|Amend)\.?[ \u00a0]?\d)"
        r"[A-Za-z0-9…]+(?:\(\d{1,3}\))?(?:[.\-\u2011][A-Za-z0-9]+)*(?:\([A-Z0-9]{1,8}\))?"
    )
    part = r"(?:Parts?|Sects?\.|Vols?\.|Prog\.|Plan|Income|Introduction|Chap\.|Supp\.?|Annex|First|Second|Third)"
    revised = r"(?:[ \u00a0/](?:Rev|Add|Corr|Amend)\.?[ \u00a0]?\d{1,3}(?!\w))*"
    return regex.compiled(
        rf"(?<![\w/.&-])(?=[A-Z])(?:[-\u2011–]?[A-Z][A-Za-z]{{0,9}}(?:/{segment})+{revised}){{1,2}}(?:[-–]\d{{1,3}}(?![\w/]))?"
        rf"(?:[ \u00a0]\((?:{part}[^()]{{0,40}}|(?:19|20)\d\d|[IVXL]+)\))?"
    )


@cache
def _suffixes() -> re.Pattern[str]:
    return regex.compiled(
        r"(?:,| and|,? or) (?:(?P<kind>Add|Corr|Rev|Amend)\.)?(?P<number>\d{1,3})"
        r"(?:[-–](?P<last>\d{1,3}))?(?![\w/]|\.\d|,\d)"
    )


@cache
def _act() -> re.Pattern[str]:
    return regex.compiled(
        r"(?P<series>A/HRC|A|S|E|E/CN\.\d+|HRC)/(?P<type>RES|DEC|PRST)/"
        r"(?P<rest>(?:E?S[-\u2011])?\d{1,4}(?:/\d{1,4})?)"
        r"(?P<letters>[ \u00a0]?[A-Z](?:[-\u2013][A-Z])?(?![\w/]))?"
        r"(?P<bracket>[ \u00a0]?\((?:(?:E?S-)?[IVXL]{1,8}|\d{4})\))?"
        r"(?P<after>[ \u00a0]?[A-Z](?![\w/]))?(?![\w/])"
    )


@cache
def _statement() -> re.Pattern[str]:
    return regex.compiled(r"(?<![\w/])(?P<pre>(?:S|A/HRC)/)?PRST/(?P<number>\d{1,4}/\d{1,3})(?![\w/])")


@cache
def _drafts() -> re.Pattern[str]:
    return regex.compiled(
        r"(?<![\w/])(?:UNEP/EA|HSP/HA|UNEA/EA)\.(?P<session>\d{1,2})/(?P<type>Res|Dec)\.(?P<n>\d{1,3})(?!\w)"
    )


def act_at(text: str, position: int) -> tuple[int, str, str, str, str] | None:
    """A symbol of a resolution or decision at ``position``: its end, kind, organ, number and the symbol itself."""
    head = text[position : position + 12]
    match = _act().match(text, position) if "RES/" in head or "DEC/" in head else None
    if not match or match["type"] == "PRST":
        return None
    organ = {"A": "GA", "S": "SC", "E": "ECOSOC", "A/HRC": "HRC", "HRC": "HRC"}.get(match["series"])
    organ = organ or _COMMISSIONS.get(match["series"], match["series"])
    plain = match["rest"].replace("\u2011", "-")
    bracket, end = (match["bracket"] or "").strip(), match.end()
    letters = (match["letters"] or "").strip()
    after = (match["after"] or "").strip()
    if after and (letters or not bracket):
        end, after = match.start("after"), ""
    shown = plain + (f" {letters or after}" if letters or after else "")
    if bracket and "/" not in plain:
        shown = f"{shown} {bracket}"
    kind = "resolution" if match["type"] == "RES" else "decision"
    symbol = " ".join(text[position:end].translate(_HYPHENS).split())
    return end, kind, organ, shown, symbol


def is_symbol(text: str) -> bool:
    """Whether a token is a document symbol by its series (``A/47/L.64``), not a number of another organization."""
    head, slash, rest = text.partition("/")
    series = head.partition(".")[0]
    return bool(slash) and series in _SERIES and bool(rest) and not (head in ("GC", "IDB") and "Res" in rest)


def find(text: str, block: str, taken: list[tuple[int, int]]) -> Iterator[Citation]:
    """The documents cited by symbol, in order; acts named by symbol are told apart as resolutions or decisions."""
    spans = iter(sorted(taken))
    current = next(spans, None)
    for match in _symbol().finditer(text):
        while current is not None and current[1] <= match.start():
            current = next(spans, None)
        if current is not None and current[0] < match.end():
            continue
        act = _as_act(text, match.start(), block)
        if act is not None:
            yield act
        elif _plausible(match[0]):
            yield from _documents(text, match, block)


def organ_of(symbol: str) -> str | None:
    """The organ whose series a symbol belongs to, None if the series is not in the table."""
    head = symbol.split("/")
    return _COMMISSIONS.get("/".join(head[:2])) or _PRINCIPAL.get(head[0].partition(".")[0])


def session_of(symbol: str) -> str | None:
    """The session or year that a symbol carries: ``73`` of A/73/85, ``2020`` of E/CN.7/2020/L.2."""
    parts = [part for part in symbol.split("/")[1:] if not part.startswith(("Add.", "Rev.", "Corr.", "Amend."))]
    for part in parts[:-1]:
        digits = part.removeprefix("E").removeprefix("S-")
        if digits.isdecimal():
            return part
    return None


def _as_act(text: str, position: int, block: str) -> Citation | None:
    act = act_at(text, position)
    if act is not None:
        end, kind, organ, number, symbol = act
        return Citation(Span(block, position, end), kind, organ, symbol, numbers.parse(number).session, number)
    statement = _statement().match(text, position) if "PRST" in text[position : position + 12] else None
    if statement:
        number = statement["number"]
        yearly = len(number.partition("/")[0]) == 4
        organ = "SC" if statement["pre"] == "S/" or (yearly and not statement["pre"]) else "HRC"
        return Citation(
            Span(block, position, statement.end()), "statement", organ, statement[0], number.split("/")[0], number
        )
    draft = _drafts().match(text, position) if text.startswith(("UNEP/EA", "HSP/HA", "UNEA/EA"), position) else None
    if draft:
        kind = "resolution" if draft["type"] == "Res" else "decision"
        organ = "UNHA" if draft[0].startswith("HSP") else "UNEA"
        number = f"{draft['session']}/{draft['n']}"
        return Citation(Span(block, position, draft.end()), kind, organ, draft[0], draft["session"], number)
    return None


def _plausible(raw: str) -> bool:
    head, _, rest = raw.partition("/")
    if not any(char.isdecimal() for char in rest) and "XX" not in rest and "…" not in rest:
        return False
    if head in _SERIES:
        return True
    segments = rest.split("/")
    return (
        len(head) >= 2 and head.isupper() and len(segments) >= 2 and sum(part[:1].isdecimal() for part in segments) >= 2
    )


def _documents(text: str, match: re.Match[str], block: str) -> Iterator[Citation]:
    symbol, end = _clean(match[0]), match.start() + len(match[0])
    yield _document(block, match.start(), end, symbol)
    base, kind = symbol, ""
    for name in ("Add.", "Corr.", "Rev.", "Amend."):
        at = symbol.rfind("/" + name)
        if at > 0 and symbol[at + 1 + len(name) :].replace("-", "").isdecimal():
            base, kind = symbol[:at], name[:-1]
    for _ in range(24):
        more = _suffixes().match(text, end)
        if not more or not (more["kind"] or kind):
            return
        kind = more["kind"] or kind
        start, end = more.start("kind" if more["kind"] else "number"), more.end()
        last = f"-{more['last']}" if more["last"] else ""
        yield _document(block, start, end, f"{base}/{kind}.{more['number']}{last}")


def _document(block: str, start: int, end: int, symbol: str) -> Citation:
    return Citation(Span(block, start, end), "document", organ_of(symbol), symbol, session_of(symbol))


def _clean(raw: str) -> str:
    """The symbol as it should be printed: plain hyphens, no stray spaces before the number of a revision."""
    raw = raw.translate(_HYPHENS)
    plain = regex.compiled(r"\. (?=\d)").sub(".", raw) if "(" not in raw else raw
    return regex.compiled(r"[ /](Rev|Add|Corr|Amend)\.? ?(\d+)").sub(r"/\1.\2", plain)

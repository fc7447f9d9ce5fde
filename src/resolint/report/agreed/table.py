"""What agreed language says of a draft as one table: paragraph, verdict, source, share; for people and as CSV."""

from __future__ import annotations

from urllib.parse import quote

from resolint.corpus.verdicts import Agreement, Item, Verdict
from resolint.frozen import NamedTuple
from resolint.report.cells import table

__all__ = ["COLUMNS", "Line", "address", "lines", "render", "share_of"]

COLUMNS = ("where", "part", "verdict", "share", "source", "place", "date", "body", "title", "address", "text")
_OFFICIAL = ("A/", "S/", "E/", "T/", "ST/", "UNEP/", "FCCC/", "CBD/", "CRC/", "CEDAW/", "CCPR/", "CERD/", "TD/", "HSP/")
_SITE = "https://undocs.org/"
"""The address of an official document is this and its symbol."""


class Line(NamedTuple):
    """A paragraph of the draft in the table; ``share`` runs from 0 to 1."""

    where: str
    verdict: str
    share: float
    source: str
    place: str
    date: str


def address(symbol: str) -> str:
    """Where the official document with this symbol is found; empty for what bears no such symbol. Nothing is fetched."""
    plain = "".join(symbol.split())
    return _SITE + quote(plain, safe="/.()-") if plain.startswith(_OFFICIAL) and "," not in plain else ""


def share_of(verdict: Verdict) -> float:
    """How much of a paragraph stands in its sources, from 0 to 1."""
    if verdict.kind in ("verbatim", "adapted"):
        return 1.0
    if verdict.kind == "combined":
        held = sum(len(verdict.paragraph.text[one.start : one.end].split()) for one in verdict.sources)
        return min(1.0, held / max(1, len(verdict.paragraph.text.split())))
    return verdict.share if verdict.kind == "part" else verdict.similarity


def lines(agreement: Agreement) -> list[Line]:
    """The table, a line for each paragraph."""
    return [_line(item) for item in agreement.items]


def _line(item: Item) -> Line:
    verdict = item.verdict
    if not verdict.sources:
        return Line(item.where, verdict.kind, share_of(verdict), "", "", "")
    first = verdict.sources[0]
    source = ", ".join(dict.fromkeys(one.entry.shown for one in verdict.sources))
    return Line(item.where, verdict.kind, share_of(verdict), source, first.place, first.entry.date)


def render(agreement: Agreement) -> str:
    """The table as CSV; of a paragraph from several sources a row for each."""
    rows = []
    for item in agreement.items:
        verdict = item.verdict
        share = f"{share_of(verdict):.2f}"
        for source in verdict.sources or (None,):
            told = (
                ("", "", "", "", "", "")
                if source is None
                else (
                    source.entry.shown,
                    source.place,
                    source.entry.date,
                    source.entry.body,
                    source.entry.title,
                    address(source.entry.symbol),
                )
            )
            rows.append((item.where, item.part, verdict.kind, share, *told, verdict.paragraph.text))
    return table(COLUMNS, rows)

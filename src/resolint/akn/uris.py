"""IRIs in the naming convention of the United Nations: ``/akn/un/statement/deliberation/unga/2015-12-17/70-175``."""

from __future__ import annotations

import re

from resolint.akn.names import slug
from resolint.model import Act, Citation, Document

UNKNOWN_DATE = "0001-01-01"
"""Stands where the schema demands a date and the draft has none."""

_ORGANS = {"GA": "unga", "SC": "unsc", "ECOSOC": "unecosoc", "TC": "untc", "HRC": "unhrc"}
_NAMES = {
    "general assembly": "unga",
    "security council": "unsc",
    "economic and social council": "unecosoc",
    "trusteeship council": "untc",
    "human rights council": "unhrc",
    "commission on narcotic drugs": "cnd",
    "commission on crime prevention and criminal justice": "ccpcj",
}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_DATE = re.compile(r"(?<!\d)(\d{1,2})\s+([A-Za-z]{3,9})\s+(\d{4})(?!\d)")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def iso_date(text: str | None) -> str | None:
    """The day that ``text`` names first, as ``2015-12-17``; None if it names none."""
    text = text or ""
    if _ISO.match(text):
        return text if _is_day(int(text[:4]), int(text[5:7]), int(text[8:])) else None
    found = _DATE.search(text)
    if found is None or found[2].lower() not in _MONTHS:
        return None
    year, month, day = int(found[3]), _MONTHS.index(found[2].lower()) + 1, int(found[1])
    return f"{year:04}-{month:02}-{day:02}" if _is_day(year, month, day) else None


def dates_in(text: str) -> list[tuple[int, int, str]]:
    """Every day that ``text`` names: where, and as ``2015-12-17``."""
    return [(found.start(), found.end(), day) for found in _DATE.finditer(text) if (day := iso_date(found[0]))]


def _is_day(year: int, month: int, day: int) -> bool:
    from datetime import date

    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def organ_of(document: Document) -> str:
    """The segment for the organ: of the masthead, of the organ line, or ``un`` where nothing names one."""
    names = [document.head.body or ""]
    names += [document.text(act.organ_line) for act in document.acts[:1] if act.organ_line is not None]
    for name in names:
        plain = re.sub(r"^the\s+", "", " ".join(name.lower().split())).strip(" ,")
        for known, code in _NAMES.items():
            if plain.startswith(known):
                return code
        if plain:
            return slug(plain) or "un"
    return "un"


def adoption_date(document: Document, act: Act) -> str | None:
    """The day in the closing lines of an act."""
    return next((day for block in act.closing if (day := iso_date(document.block(block).text))), None)


def citation_href(citation: Citation, organ: str) -> str | None:
    """The IRI of the document that a citation names; None for what is no document of its own.

    ``organ`` is the segment of the organ that speaks, for *its resolution*.
    """
    if not (citation.own and citation.organ is None):
        organ = _ORGANS.get(citation.organ or "", (citation.organ or "un").lower())
    if citation.kind in ("resolution", "decision", "statement") and citation.number:
        day = citation.date if citation.date and _ISO.match(citation.date) else ""
        middle = f"{day}/" if day else ""
        return f"/akn/un/statement/deliberation/{slug(organ)}/{middle}{slug(citation.number)}"
    if citation.kind == "document" and citation.symbol:
        return f"/akn/un/doc/document/{slug(citation.symbol)}"
    if citation.kind == "official records" and citation.symbol:
        return f"/akn/un/doc/officialRecords/{slug(citation.symbol)}"
    return None

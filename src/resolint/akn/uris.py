"""IRIs in the naming convention of the United Nations: ``/akn/un/statement/deliberation/unga/2015-12-17/70-175``."""

from __future__ import annotations

from resolint import regex
from resolint.akn.names import slug
from resolint.lexicon import Lexicon
from resolint.lexicon.dates import first_day
from resolint.lexicon.organs import known_at
from resolint.model import Act, Citation, Document

UNKNOWN_DATE = "0001-01-01"
"""Stands where the schema demands a date and the draft has none."""

_ORGANS = {"GA": "unga", "SC": "unsc", "ECOSOC": "unecosoc", "TC": "untc", "HRC": "unhrc"}
_ISO = regex.compiled(r"\d{4}-\d{2}-\d{2}\Z")


def organ_of(document: Document, lexicon: Lexicon) -> str:
    """The segment for the organ: of the masthead, of the organ line, or ``un`` where nothing names one."""
    names = [document.head.body or ""]
    names += [document.text(act.organ_line) for act in document.acts[:1] if act.organ_line is not None]
    for name in names:
        plain = " ".join(name.split()).strip(" ,")
        article = next((word for word in lexicon.grammar.article if plain.startswith(word)), "")
        plain = plain.removeprefix(article)
        known = known_at(plain, 0, lexicon)
        if known is not None and known[0].cited:
            return _segment(known[0].code)
        if plain:
            return slug(plain) or "un"
    return "un"


def _segment(code: str) -> str:
    return _ORGANS.get(code, code.lower())


def adoption_date(document: Document, act: Act, lexicon: Lexicon) -> str | None:
    """The day in the closing lines of an act."""
    return next((day for block in act.closing if (day := first_day(document.block(block).text, lexicon))), None)


def citation_href(citation: Citation, organ: str) -> str | None:
    """The IRI of the document that a citation names; None for what is no document of its own.

    ``organ`` is the segment of the organ that speaks, for *its resolution*.
    """
    if not (citation.own and citation.organ is None):
        organ = _segment(citation.organ or "un")
    if citation.kind in ("resolution", "decision", "statement") and citation.number:
        day = citation.date if citation.date and _ISO.match(citation.date) else ""
        middle = f"{day}/" if day else ""
        return f"/akn/un/statement/deliberation/{slug(organ)}/{middle}{slug(citation.number)}"
    if citation.kind == "document" and citation.symbol:
        return f"/akn/un/doc/document/{slug(citation.symbol)}"
    if citation.kind == "official records" and citation.symbol:
        return f"/akn/un/doc/officialRecords/{slug(citation.symbol)}"
    return None

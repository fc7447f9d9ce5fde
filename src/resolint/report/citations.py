"""The references of drafts with their verdicts, as text for people, as CSV for tables, as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from resolint.citation.verdicts import VERDICTS, Reference
from resolint.errors import NoSuchChoice
from resolint.report.cells import table
from resolint.report.characters import encodable, wrapped

__all__ = ["COLUMNS", "FORMATS", "render"]

FORMATS = ("text", "csv", "json")
SCHEMA = 1
COLUMNS = (
    "path",
    "where",
    "kind",
    "text",
    "form",
    "verdict",
    "reasons",
    "organ",
    "symbol",
    "session",
    "number",
    "date",
    "title",
)
_MARKS = {"confirmed": "=", "plausible": " ", "wrong date": "!", "doubtful": "?", "malformed": "!"}


def render(
    found: Sequence[tuple[str, Sequence[Reference]]], format: str = "text", *, width: int = 80, encoding: str = "utf-8"
) -> str:
    """The references of drafts, given with their paths, in one of ``FORMATS``, ending in a line feed.

    Raises NoSuchChoice for a format that does not exist.
    """
    if format not in FORMATS:
        raise NoSuchChoice(f"there is no format {format!r}: choose one of {', '.join(FORMATS)}")
    if format == "json":
        return _json(found)
    if format == "csv":
        return _csv(found)
    return encodable(_text(found, width), encoding)


def _json(found: Sequence[tuple[str, Sequence[Reference]]]) -> str:
    data = {
        "schema": SCHEMA,
        "documents": [{"path": path, "citations": [_row(one) for one in references]} for path, references in found],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _row(one: Reference) -> dict[str, object]:
    citation = one.citation
    return {
        "kind": citation.kind,
        "where": one.where,
        "text": one.text,
        "form": one.form or None,
        "verdict": one.verdict,
        "reasons": list(one.reasons),
        "organ": citation.organ,
        "own": citation.own,
        "symbol": citation.symbol,
        "session": citation.session,
        "number": citation.number,
        "volume": citation.volume,
        "date": citation.date,
        "title": citation.title,
        "span": {"block": citation.span.block, "start": citation.span.start, "end": citation.span.end},
    }


def _csv(found: Sequence[tuple[str, Sequence[Reference]]]) -> str:
    rows = (
        _row(one) | {"path": path, "reasons": "; ".join(one.reasons)}
        for path, references in found
        for one in references
    )
    return table(COLUMNS, ([row[column] for column in COLUMNS] for row in rows))


def _text(found: Sequence[tuple[str, Sequence[Reference]]], width: int) -> str:
    lines: list[str] = []
    for path, references in found:
        lines.append(path)
        room = min(28, max((len(one.where) for one in references), default=0))
        for one in references:
            head = f"{_MARKS[one.verdict]} {one.where:<{room}}  "
            words = f"{one.text} ({one.citation.kind})" + (f": {one.verdict}" if one.verdict != "plausible" else "")
            lines += wrapped(words, width, " " * len(head), head)
            for reason in one.reasons:
                lines += wrapped(reason, width, " " * (room + 6), " " * (room + 4) + "- ")
        counts = Counter(one.verdict for one in references)
        said = ", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS if counts[verdict])
        lines.append(
            f"  {len(references)} {'reference' if len(references) == 1 else 'references'}"
            + (f": {said}" if said else "")
        )
        lines.append("")
    return "".join(f"{line.rstrip()}\n" for line in lines[:-1])

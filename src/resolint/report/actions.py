"""Who is asked to do what by when, as text for people, CSV for tables, JSON for programs, HTML for paper and pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from resolint.actions import NOBODY, Action
from resolint.errors import NoSuchChoice
from resolint.report.cells import table
from resolint.report.characters import encodable, file_names, wrapped
from resolint.report.page.sheet import whole
from resolint.report.page.style import PAGE
from resolint.report.page.text import plain

__all__ = ["COLUMNS", "FORMATS", "fragment", "render"]

FORMATS = ("text", "csv", "json", "html")
SCHEMA = 1
COLUMNS = ("path", "where", "addressee", "verb", "strength", "rank", "task", "deadline", "reports")
_STYLE = """\
.sheet { background: var(--paper); max-width: 76rem; margin: 2rem auto; padding: 2rem 2.4rem; }
h2 { overflow-wrap: anywhere; }
.actions { border-collapse: collapse; width: 100%; font-size: .95rem; }
.actions th, .actions td { text-align: start; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #cfcbc0; }
.actions thead th { border-bottom: 2px solid var(--line); } .actions tbody th { font-weight: normal; white-space: nowrap; }
@media print { .sheet { margin: 0; padding: 0; max-width: none; } tr { break-inside: avoid; } }
@page { size: A4 landscape; }
"""


def render(
    found: Sequence[tuple[str, Sequence[Action]]], format: str = "text", *, width: int = 80, encoding: str = "utf-8"
) -> str:
    """The requests of drafts, given with their paths, in one of ``FORMATS``, ending in a line feed.

    Raises NoSuchChoice for a format that does not exist.
    """
    if format == "json":
        documents = [{"path": path, "actions": [_row(one) for one in rows]} for path, rows in found]
        return json.dumps({"schema": SCHEMA, "documents": documents}, ensure_ascii=False, indent=2) + "\n"
    if format == "csv":
        return table(COLUMNS, (_cells(path, one) for path, rows in found for one in rows))
    if format == "html":
        body = "".join(f"<h2>{plain(file_names(path)[0])}</h2>\n{fragment(rows)}" for path, rows in found)
        return whole("Actions", PAGE + _STYLE, f'<main id="text" class="sheet"><h1>Actions</h1>\n{body}</main>\n')
    if format == "text":
        return encodable(
            "".join(f"{line.rstrip()}\n" for path, rows in found for line in _text(path, rows, width)), encoding
        )
    raise NoSuchChoice(f"there is no format {format!r}: choose one of {', '.join(FORMATS)}")


def _row(one: Action) -> dict[str, object]:
    return {
        "where": one.where,
        "addressee": one.addressee or None,
        "verb": one.verb,
        "strength": one.strength,
        "rank": one.rank,
        "task": one.task,
        "deadline": one.deadline or None,
        "reports": one.reports,
        "span": {"block": one.span.block, "start": one.span.start, "end": one.span.end},
    }


def _cells(path: str, one: Action) -> tuple[object, ...]:
    reports = "yes" if one.reports else ""
    return path, one.where, one.addressee, one.verb, one.strength, one.rank, one.task, one.deadline, reports


def _text(path: str, rows: Sequence[Action], width: int) -> Iterator[str]:
    yield path
    named = {_plain_name(one.addressee) for one in rows}
    # Under the name of who is asked the name is not said again.
    under = named <= {_plain_name(path)} or (named == {""} and path == NOBODY)
    for one in rows:
        whom = "" if under else f": {one.addressee or NOBODY}"
        yield from wrapped(f"{one.where}{whom}", width, "    ", "  ")
        yield from wrapped(f"{one.verb} ({one.strength}) {one.task}", width, "      ", "    ")
        due = [f"due: {one.deadline}"] if one.deadline else []
        due += ["a report is asked for"] if one.reports else []
        if due:
            yield from wrapped("; ".join(due), width, "      ", "    - ")
    count = f"{len(rows)} {'request' if len(rows) == 1 else 'requests'}"
    many = len(named - {""})
    yield f"  {count}" if under else f"  {count} to {many} {'addressee' if many == 1 else 'addressees'}"
    yield ""


def _plain_name(addressee: str) -> str:
    return addressee.casefold().removeprefix("the ")


def fragment(rows: Sequence[Action], places: Mapping[str, str] | None = None) -> str:
    """The requests as a table of HTML; ``places`` gives for a block the address of its paragraph, to which its place leads."""
    if not rows:
        return "<p>Nobody is asked for anything in this draft.</p>\n"
    lines = []
    for one in rows:
        place = plain(one.where)
        if places and one.span.block in places:
            place = f'<a href="{escape(places[one.span.block])}">{place}</a>'
        report = "report" if one.reports else ""
        lines.append(
            f'<tr><th scope="row">{place}</th><td>{plain(one.addressee) or "–"}</td><td>{plain(one.verb)}<br>'
            f'<span class="strength {one.strength}">{one.strength}</span></td><td>{plain(one.task)}</td>'
            f"<td>{plain(one.deadline) or '–'}</td><td>{report}</td></tr>\n"
        )
    heads = "".join(
        f'<th scope="col">{name}</th>' for name in ("Paragraph", "Who", "Verb", "To do what", "By when", "Report")
    )
    return f'<table class="actions list"><thead><tr>{heads}</tr></thead><tbody>\n{"".join(lines)}</tbody></table>\n'

"""A paragraph through the years: as text, as CSV and as a page of its own with the versions side by side."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import wrap

from resolint.corpus.folding import light
from resolint.corpus.timeline import Timeline, Version
from resolint.errors import NoSuchChoice
from resolint.report.agreed.table import address
from resolint.report.agreed.text import change_in_context, changes_of_words
from resolint.report.cells import table
from resolint.report.characters import encodable, file_names
from resolint.wording import Change

__all__ = ["FORMATS", "fragment", "render"]

FORMATS = ("text", "csv", "html")
_STYLE = """
body{font:16px/1.5 Georgia,serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.4rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem .8rem;
border-bottom:1px solid #ddd;vertical-align:top}th{font-size:.9rem}td:first-child{width:14rem}td+td{width:50%}
tr.same td{color:#555}tr.draft td{background:#f4f6fa}ins{color:#14532d}del{color:#9b1c1c}a{color:#1d4e89}
.about,.place{color:#555;font-size:.9rem}@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}
@media(max-width:40rem){table,tbody,tr,td{display:block;width:auto!important}thead{display:none}}
"""


def render(found: Timeline, format: str = "text", *, width: int = 80, encoding: str = "utf-8") -> str:
    """A timeline as ``text``, ``csv`` or ``html``. Raises ValueError for another format."""
    if format == "csv":
        return _csv(found)
    if format == "html":
        return _html(found)
    if format != "text":
        raise NoSuchChoice(f"there is no format {format!r}: choose one of {', '.join(FORMATS)}")
    return encodable(_text(found, max(40, width)), encoding)


def _head(found: Timeline) -> str:
    texts = len(found.versions) - 1
    if not texts:
        return "no adopted text has a version of this paragraph"
    which = "of this series" if found.series else "of any title"
    changed = sum(not one.same for one in found.versions[1:])
    return f"{texts} text{'s' if texts > 1 else ''} {which}; changed {changed} time{'' if changed == 1 else 's'}"


def _named(version: Version) -> str:
    return "this draft" if version.entry is None else f"{version.entry.shown} ({version.entry.date})"


def _text(found: Timeline, width: int) -> str:
    rows = [f"{found.path}: {found.where}", _head(found)]
    old = ""
    for version in found.versions:
        rows += ["", f"{_named(version)}, {version.place}"]
        if version.first:
            said = version.text
        elif version.same:
            said = "unchanged"
        else:
            said = "; ".join(change_in_context(change, old) for change in changes_of_words(version.changes))
        rows += wrap(said, width, initial_indent="  ", subsequent_indent="  ")
        old = version.text
    return "".join(f"{row}\n" for row in rows)


def _csv(found: Timeline) -> str:
    columns = ("source", "date", "place", "title", "address", "changed", "words_out", "words_in", "text")
    rows = []
    for one in found.versions:
        changes = changes_of_words(one.changes)
        entry = one.entry
        rows.append(
            (
                "this draft" if entry is None else entry.shown,
                "" if entry is None else entry.date,
                one.place,
                found.title if entry is None else entry.title,
                "" if entry is None else address(entry.symbol),
                "" if one.first else "no" if one.same else "yes",
                " | ".join(" ".join(change.old.split()) for change in changes if change.old.strip()),
                " | ".join(" ".join(change.new.split()) for change in changes if change.new.strip()),
                one.text,
            )
        )
    return table(columns, rows)


def fragment(found: Timeline) -> str:
    """The versions as a table of HTML, for a page that knows the styles."""
    rows = []
    old = ""
    for one in found.versions:
        kind = "draft" if one.entry is None else "same" if one.same else "changed"
        place = address(one.entry.symbol) if one.entry is not None else ""
        name = escape(_named(one))
        if place:
            name = f'<a href="{escape(place)}">{name}</a>'
        said = "unchanged" if one.same else "the first version known" if one.first else _marked(old, one.changes)
        rows.append(
            f'<tr class="{kind}"><td>{name}<br><span class="place">{escape(one.place)}</span></td>'
            f"<td>{escape(one.text)}</td><td>{said}</td></tr>"
        )
        old = one.text
    return (
        f'<p class="about">{escape(_head(found))}</p>\n<table class="timeline"><thead><tr><th>Text</th><th>Wording</th>'
        f"<th>What it changed</th></tr></thead><tbody>{''.join(rows)}</tbody></table>\n"
    )


def _html(found: Timeline) -> str:
    title = f"{found.where} through the years"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n<p>{escape(file_names(found.path)[0])}{escape(f': {found.title}' if found.title else '')}</p>\n"
        f"{fragment(found)}</main>\n</body>\n</html>\n"
    )


def _marked(old: str, changes: Sequence[Change]) -> str:
    """The words of the version before with what went out struck through and what came in underlined."""
    at, parts = 0, []
    for change in changes:
        parts.append(escape(old[at : change.start]))
        at = change.end
        if light(change.old) == light(change.new):
            parts.append(escape(change.new))
            continue
        if change.old:
            parts.append(f"<del>{escape(change.old)}</del>")
        if change.new:
            parts.append(f"<ins>{escape(change.new)}</ins>")
    return "".join((*parts, escape(old[at:])))

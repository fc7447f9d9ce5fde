"""Who wants what where: the proposals of several delegations as a table, as CSV and as a page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from resolint.errors import NoSuchChoice
from resolint.negotiation.merging import Wanted
from resolint.report.cells import table
from resolint.report.characters import encodable, printable

__all__ = ["FORMATS", "render"]

FORMATS = ("text", "csv", "html")
_COLUMNS = ("where", "proposal", "delegations", "base", "proposed", "conflict")
_STYLE = """
body{font:16px/1.5 Georgia,serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.4rem .7rem;border-bottom:1px solid #ddd;vertical-align:top}
tr.conflict td:first-child{border-left:.4rem solid #b45309}tr td:first-child{border-left:.4rem solid transparent}
ins{color:#14532d}del{color:#9b1c1c}.about{color:#555;font-size:.9rem}
@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}
@media(max-width:40rem){table,tbody,tr,td{display:block}thead{display:none}}
"""


def render(
    rows: Sequence[Wanted],
    comments: Sequence[tuple[str, str, str]] = (),
    format: str = "text",
    *,
    width: int = 80,
    encoding: str = "utf-8",
) -> str:
    """The table as ``text``, ``csv`` or ``html``; comments are who, where and what. Raises ValueError for another format."""
    if format == "csv":
        lines: list[tuple[str, ...]] = [
            (one.where, one.kind, "; ".join(one.who), one.old.strip(), one.new.strip(), "yes" if one.conflict else "")
            for one in rows
        ]
        lines += [(where, "comment", who, "", words, "") for who, where, words in comments]
        return table(_COLUMNS, lines)
    if format == "html":
        return _html(rows, comments)
    if format != "text":
        raise NoSuchChoice(f"there is no format {format!r}: choose one of {', '.join(FORMATS)}")
    return encodable(_text(rows, comments, max(40, width)), encoding)


def _text(rows: Sequence[Wanted], comments: Sequence[tuple[str, str, str]], width: int) -> str:
    from textwrap import wrap

    lines: list[str] = []
    for one in rows:
        old, new = _plain(one.old), _plain(one.new)
        said = f"“{old}” → “{new}”" if old and new else f"“{new}” in" if new else f"“{old}” out"
        clash = " (conflict)" if one.conflict else ""
        head = f"{one.where}: {', '.join(one.who)}{clash}: {'paragraph ' if one.kind != 'change' else ''}{said}"
        lines += wrap(head, width, subsequent_indent="    ")
    for who, where, words in comments:
        lines += wrap(f"{where or 'text'}: {who} comments: {words}", width, subsequent_indent="    ")
    conflicts = sum(one.conflict for one in rows)
    comment = _count(len(comments), "comment")
    clashing = f", {conflicts} of them in conflict with another" if conflicts else ""
    lines.append(f"{_count(len(rows), 'proposal')}{clashing}, {comment}")
    return "".join(f"{line}\n" for line in lines)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun if number == 1 else noun + 's'}"


def _plain(words: str) -> str:
    flat = " ".join(printable(words).split())
    return flat if len(flat) <= 120 else flat[:119] + "…"


def _html(rows: Sequence[Wanted], comments: Sequence[tuple[str, str, str]]) -> str:
    names = list(dict.fromkeys(name for one in rows for name in one.who))
    many = _count(len(rows), "proposal")
    counts = ", ".join(f"{name} {sum(name in one.who for one in rows)}" for name in sorted(names))
    body = "".join(
        f"<tr{' class=conflict' if one.conflict else ''}><td>{escape(one.where)}</td>"
        f"<td>{escape(', '.join(one.who))}</td><td>{escape(one.kind)}{' (conflict)' if one.conflict else ''}</td>"
        f"<td>{f'<del>{escape(_flat(one.old))}</del>' if one.old.strip() else ''}</td>"
        f"<td>{f'<ins>{escape(_flat(one.new))}</ins>' if one.new.strip() else ''}</td></tr>"
        for one in rows
    )
    said = "".join(
        f"<tr><td>{escape(where)}</td><td>{escape(who)}</td><td>{escape(words)}</td></tr>"
        for who, where, words in comments
    )
    more = (
        "<h2>Comments</h2>\n<table><thead><tr><th>Where</th><th>Who</th><th>What</th></tr></thead>"
        f"<tbody>{said}</tbody></table>\n"
        if comments
        else ""
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Who wants what where</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>Who wants what where</h1>\n"
        f'<p class="about">{many}: {escape(counts)}. A bar marks those that stand against another one.</p>\n'
        "<table><thead><tr><th>Where</th><th>Who</th><th>Proposal</th><th>Words of the base</th><th>Words proposed</th></tr>"
        f"</thead><tbody>{body}</tbody></table>\n{more}</main>\n</body>\n</html>\n"
    )


def _flat(words: str) -> str:
    return " ".join(words.split())

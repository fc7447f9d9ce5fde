"""The rounds of a negotiation as a page, as CSV and as text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import wrap

from resolint.errors import NoSuchChoice
from resolint.negotiation.tracking import Line, Stage
from resolint.report.cells import table
from resolint.report.characters import encodable, printable
from resolint.wording import Change

__all__ = ["FORMATS", "render"]

FORMATS = ("text", "csv", "html")
_COLUMNS = ("paragraph", "version", "where", "fate", "strength", "qualifiers", "words_out", "words_in", "text")
_STYLE = """
body{font:15px/1.45 Georgia,serif;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}h1{font-size:1.4rem}
.wide{overflow-x:auto}table{border-collapse:collapse}th,td{text-align:left;padding:.4rem .6rem;border:1px solid #ddd;
vertical-align:top;min-width:16rem}th{background:#f4f6fa}td.same{color:#666}td.new,td.split{background:#eef7ee}
td.gone{background:#fbeeee;color:#7a1f1f}td.none{background:#fafafa}.about,.place{color:#555;font-size:.85rem}
.weaker{color:#9a3412;font-weight:bold}.stronger{color:#1d4e89;font-weight:bold}ins{color:#14532d}del{color:#9b1c1c}
@media print{body{margin:0}tr{break-inside:avoid}}
"""


def render(
    versions: Sequence[str], lines: Sequence[Line], format: str = "text", *, width: int = 80, encoding: str = "utf-8"
) -> str:
    """The rounds as ``text``, ``csv`` or ``html``. Raises ValueError for another format."""
    if format == "csv":
        return table(_COLUMNS, (row for at, line in enumerate(lines, 1) for row in _rows(at, versions, line)))
    if format == "html":
        return _html(versions, lines)
    if format != "text":
        raise NoSuchChoice(f"there is no format {format!r}: choose one of {', '.join(FORMATS)}")
    return encodable(_text(versions, lines, max(40, width)), encoding)


def _rows(at: int, versions: Sequence[str], line: Line) -> list[tuple[object, ...]]:
    return [
        (
            at,
            versions[stage.version],
            stage.where,
            stage.fate,
            _strength(stage),
            "; ".join(f"{one.phrase} {one.fate}" for one in stage.qualifiers),
            " | ".join(_flat(change.old) for change in stage.changes if change.old.strip()),
            " | ".join(_flat(change.new) for change in stage.changes if change.new.strip()),
            stage.text,
        )
        for stage in line.stages
    ]


def _strength(stage: Stage) -> str:
    return "" if stage.verb is None else stage.verb.direction


_WIDE = '<div class="wide" role="region" aria-label="The paragraphs, version by version" tabindex="0">'
"""What is wider than the window is reached by keys too."""


def _flat(words: str) -> str:
    return " ".join(printable(words).split())


def _text(versions: Sequence[str], lines: Sequence[Line], width: int) -> str:
    rows = [" → ".join(map(_flat, versions)), *_counts(versions, lines)]
    for line in lines:
        if line.untouched:
            continue
        last = next((stage for stage in reversed(line.stages) if stage.text), line.stages[0])
        rows.append("")
        rows += wrap(f"{last.where}: {_short(last.text)}", width)
        for stage in line.stages:
            if stage.fate not in ("first", "same"):
                rows += wrap(
                    f"{_flat(versions[stage.version])}: {_said(stage)}",
                    width,
                    initial_indent="  ",
                    subsequent_indent="    ",
                )
    return "".join(f"{row}\n" for row in rows)


def _counts(versions: Sequence[str], lines: Sequence[Line]) -> list[str]:
    rows = []
    for at, name in enumerate(versions[1:], 1):
        stages = [stage for line in lines for stage in line.stages if stage.version == at]
        fates = [stage.fate for stage in stages]
        strengths = [_strength(stage) for stage in stages]
        told = {
            "new": fates.count("new") + fates.count("split off"),
            "changed": fates.count("changed") + fates.count("moved"),
            "dropped": fates.count("dropped") + fates.count("merged"),
            "stronger": strengths.count("stronger"),
            "weaker": strengths.count("weaker"),
        }
        said = ", ".join(f"{count} {word}" for word, count in told.items() if count)
        rows.append(f"{_flat(name)}: {said or 'nothing changed'}")
    return rows


def _said(stage: Stage) -> str:
    said: list[str] = [] if stage.fate == "changed" else [stage.fate]
    for change in stage.changes:
        old, new = _flat(change.old), _flat(change.new)
        said.append(f"“{old}” → “{new}”" if old and new else f"“{new}” in" if new else f"“{old}” out")
    if stage.verb is not None and stage.verb.direction:
        said.append(f"{stage.verb.direction}: “{stage.verb.old}” → “{stage.verb.new}”")
    said += [f"qualifier {one.fate}: “{one.phrase}”" for one in stage.qualifiers]
    return "; ".join(said) or stage.fate


def _short(text: str) -> str:
    flat = _flat(text)
    return flat if len(flat) <= 90 else flat[:89] + "…"


def _html(versions: Sequence[str], lines: Sequence[Line]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in versions)
    body = "".join(f"<tr>{_cells(len(versions), line)}</tr>" for line in lines)
    counts = "".join(f"<li>{escape(row)}</li>" for row in _counts(versions, lines))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>The rounds</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        "<h1>How each paragraph came through the rounds</h1>\n"
        f'<ul class="about">{counts}</ul>\n{_WIDE}<table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>\n</main>\n</body>\n</html>\n"
    )


def _cells(count: int, line: Line) -> str:
    stages = {stage.version: stage for stage in line.stages}
    found = []
    old = ""
    for version in range(count):
        stage = stages.get(version)
        if stage is None:
            found.append('<td class="none"></td>')
            continue
        place = f'<div class="place">{escape(stage.where)}</div>' if stage.where else ""
        if not stage.text:
            found.append(f'<td class="gone">{escape(stage.fate)}</td>')
        elif stage.fate in ("first", "new", "split off"):
            kind = {"first": "first", "new": "new", "split off": "split"}[stage.fate]
            found.append(f'<td class="{kind}">{place}{escape(stage.text)}</td>')
        elif stage.fate == "same":
            found.append(f'<td class="same">{place}unchanged</td>')
        else:
            found.append(f"<td>{place}{_marked(old, stage.changes)}{_notes(stage)}</td>")
        old = stage.text
    return "".join(found)


def _notes(stage: Stage) -> str:
    said = []
    if stage.verb is not None and stage.verb.direction in ("weaker", "stronger"):
        said.append(f'<span class="{stage.verb.direction}">{stage.verb.direction}</span>')
    said += [escape(f"qualifier {one.fate}: {one.phrase}") for one in stage.qualifiers]
    if stage.fate == "moved":
        said.append("moved")
    return f'<div class="place">{"; ".join(said)}</div>' if said else ""


def _marked(old: str, changes: Sequence[Change]) -> str:
    at, parts = 0, []
    for change in changes:
        parts.append(escape(old[at : change.start]))
        at = change.end
        if change.old:
            parts.append(f"<del>{escape(change.old)}</del>")
        if change.new:
            parts.append(f"<ins>{escape(change.new)}</ins>")
    return "".join((*parts, escape(old[at:])))

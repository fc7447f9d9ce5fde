"""The picture of where findings lie: the draft as a strip from its first line to its last note."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from resolint import structure
from resolint.model import Document
from resolint.report.page.cards import NAMES, Card
from resolint.report.page.text import plain
from resolint.report.spoken import Spoken

_TOP, _BAR = 26, 14
_GROUPS = {
    "preamble": "preamble",
    "operative": "operative part",
    "annex": "annexes",
    "footnotes": "notes",
    "closing": "operative part",
    "heading": "operative part",
    "body": "text",
}


def strip(document: Document, cards: Sequence[Card], say: Spoken) -> str:
    """An SVG with one mark for each finding at its place, and the same in words.

    Its height, shape and colour tell how grave a finding is. The picture is hidden from screen readers and
    passed over by the keyboard, since the words below and the cards hold the same.
    """
    places, bands, total = _measure(document)
    shapes = [_band(name, start, end, total, say) for name, start, end in bands]
    counts: dict[str, dict[str, int]] = {}
    for entry in cards:
        finding = entry.finding
        start = places.get(finding.span.block, 0)
        shapes.append(_mark(entry, _percent(min(start + finding.span.start, total), total), say))
        name = next((name for name, first, last in bands if first <= start < last), "text")
        group = counts.setdefault(name, {})
        group[finding.severity] = group.get(finding.severity, 0) + 1
    height = _TOP + _BAR + 4
    names = list(dict.fromkeys(name for name, _, _ in bands))
    words = [
        f'<li><span class="band {_class(name)}"></span> {say(name)}{say(":")} {_counted(counts.get(name, {}), say)}</li>'
        for name in names
    ]
    return (
        f'<figure class="strip"><svg width="100%" height="{height}" aria-hidden="true" focusable="false">'
        f"{''.join(shapes)}</svg>\n"
        f"<figcaption>{say('Where the findings lie, from the masthead to the last note')}</figcaption>\n"
        f"<ul>{''.join(words)}</ul></figure>\n"
    )


def _measure(document: Document) -> tuple[dict[str, int], list[tuple[str, int, int]], int]:
    """Where each block begins (in characters), the parts in a row, and the length of all."""
    parts = structure.placed(document)
    places: dict[str, int] = {}
    bands: list[tuple[str, int, int]] = []
    at = 0
    blocks = [block for block in document.blocks if block.kind not in ("header", "footer")]
    heads = [block for block in document.blocks if block.kind in ("header", "footer")]
    for block in [*heads, *blocks, *(block for note in document.footnotes for block in note.blocks)]:
        places[block.id] = at
        furniture = block.kind in ("header", "footer") and not block.id.startswith("front/")
        size = 0 if furniture else len(block.text) + 20
        name = _GROUPS.get(parts.get(block.id, "body"), "masthead and title")
        if furniture:
            name = "masthead and title"
        if bands and bands[-1][0] == name:
            bands[-1] = (name, bands[-1][1], at + size)
        else:
            bands.append((name, at, at + size))
        at += size
    return places, bands, max(at, 1)


def _band(name: str, start: int, end: int, total: int, say: Spoken) -> str:
    x = _percent(start, total)
    return (
        f'<rect class="band {_class(name)}" x="{x:.2f}%" y="{_TOP}" width="{_percent(end, total) - x:.2f}%" height="{_BAR}">'
        f"<title>{say(name)}</title></rect>"
    )


def _percent(at: int, total: int) -> float:
    """Where a place lies in the picture, with room for half a mark at either end."""
    return 1 + 98 * at / total


def _class(name: str) -> str:
    return f"in-{name.split()[0]}"


def _mark(entry: Card, x: float, say: Spoken) -> str:
    finding = entry.finding
    title = f"{entry.number}. {say(NAMES[finding.severity])}, {say.place(finding.where)}{say(':')} {finding.message}"
    line = f'<path class="stem" d="M0 {_TOP}V{_TOP + _BAR}"/>'
    if finding.severity == "error":
        shape = '<path d="M-6 4h12l-6 20z"/>'
    elif finding.severity == "warning":
        shape = '<circle cy="18" r="5.5"/>'
    else:
        shape = '<rect x="-3" y="19" width="6" height="6"/>'
    return (
        f'<svg x="{x:.2f}%" overflow="visible"><a class="{finding.severity}" href="#{escape(entry.key)}" tabindex="-1">'
        f"{line}{shape}<title>{plain(title)}</title></a></svg>"
    )


def _counted(counts: dict[str, int], say: Spoken) -> str:
    found = [say.count(counts[severity], severity) for severity in NAMES if counts.get(severity)]
    return ", ".join(found) or say("nothing")

"""What agreed language says of a draft as a page of its own: a picture of where its words come from, and every paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from resolint.corpus.folding import light
from resolint.corpus.values import Entry
from resolint.corpus.verdicts import KINDS, Agreement, Item, Share, Verdict
from resolint.report.agreed.table import address, share_of
from resolint.report.agreed.text import verdict_in_lines
from resolint.report.characters import file_names
from resolint.wording import Change

__all__ = ["render"]

_FILLS = {
    "verbatim": "#2e7d4f",
    "adapted": "#7fb58f",
    "departs": "#e0a030",
    "part": "#8a6bb0",
    "combined": "#4a7fb0",
    "new": "#b8b8b8",
}
_WIDTH, _ROW, _LEFT = 720, 22, 250
_SHOWN = 15
_STYLE = """
body{font:16px/1.5 Georgia,serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
body{overflow-wrap:anywhere}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.2rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}td.n{text-align:right}
section{border-left:.4rem solid #b8b8b8;padding-left:1rem;margin:1.2rem 0}section h3{font-size:1rem;margin:0}
section p{margin:.2rem 0}ul{margin:.2rem 0;padding-left:1.2rem;font-size:.9rem}
mark{background:#ece4f5}a{color:#1d4e89}del{color:#9b1c1c}ins{color:#14532d}svg{max-width:100%;height:auto}.about{color:#555;font-size:.9rem}
@media print{body{margin:0;max-width:none}section{break-inside:avoid}}
"""


def render(agreement: Agreement) -> str:
    """A page in HTML that needs nothing else, no script and no network."""
    shares, name = agreement.coverage(), escape(file_names(agreement.path)[0])
    before = f"adopted before {agreement.date}" if agreement.date else "of any date (the draft bears none)"
    before += f", {agreement.limits}" if agreement.limits else ""
    parts = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Agreed language: {name}</title>\n<style>{_STYLE}{_kind_styles()}</style>\n</head>\n<body>\n<main>",
        f"<h1>Agreed language in {name}</h1>",
        f'<p class="about">Held against {agreement.texts} texts {escape(before)} in {escape(", ".join(agreement.corpora))}.</p>',
        _strip(agreement),
        "<h2>The draft in one table</h2>",
        _summary(agreement),
        "<h2>Words of the draft by source</h2>",
        _bars(agreement, shares),
        _table(shares),
        "<h2>Paragraph by paragraph</h2>",
        *(_item(at, item) for at, item in enumerate(agreement.items, 1)),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def fragment(agreement: Agreement) -> str:
    """What ``render`` shows, for a page that holds it and knows the styles."""
    before = f"adopted before {agreement.date}" if agreement.date else "of any date (the draft bears none)"
    parts = (
        f'<p class="about">Held against {agreement.texts} texts {escape(before)} in {escape(", ".join(agreement.corpora))}.</p>',
        _strip(agreement),
        _summary(agreement),
        *(_item(at, item, years=True) for at, item in enumerate(agreement.items, 1)),
    )
    return "\n".join(parts)


def _kind_styles() -> str:
    return "".join(f"section.v-{kind}{{border-color:{fill}}}" for kind, fill in _FILLS.items())


def _strip(agreement: Agreement) -> str:
    """The draft from left to right, each paragraph as wide as it is long, in the colour of its verdict; and the legend."""
    total = max(1, agreement.words)
    at, boxes = 0.0, []
    for item in agreement.items:
        verdict = item.verdict
        width = _WIDTH * len(verdict.paragraph.text.split()) / total
        boxes.append(
            f'<rect x="{at:.1f}" y="0" width="{max(1.0, width - 1):.1f}" height="30" fill="{_FILLS[verdict.kind]}">'
            f"<title>{escape(item.where)}: {verdict.kind}</title></rect>"
        )
        at += width
    counts = agreement.counts()
    legend = "".join(
        f'<rect x="{n * 120}" y="42" width="12" height="12" fill="{_FILLS[kind]}"/>'
        f'<text x="{n * 120 + 18}" y="53" font-size="13">{kind} ({counts[kind]})</text>'
        for n, kind in enumerate(KINDS)
    )
    told = ", ".join(f"{counts[kind]} {kind}" for kind in KINDS)
    return f'<svg viewBox="0 0 {_WIDTH} 60" role="img" aria-label="Paragraphs in order: {told}">{"".join(boxes)}{legend}</svg>'


def _bars(agreement: Agreement, shares: tuple[Share, ...]) -> str:
    """A bar for each of the largest sources, and one for the words that no source has."""
    rows = [(share.entry.shown, share.share, _FILLS["verbatim"]) for share in shares[:_SHOWN]]
    if len(shares) > _SHOWN:
        rest = shares[_SHOWN:]
        rows.append((f"{len(rest)} more", sum(share.share for share in rest), _FILLS["adapted"]))
    rows.append(("no source", max(0.0, 1 - sum(share.share for share in shares)), _FILLS["new"]))
    room = _WIDTH - _LEFT - 60
    lines = "".join(
        f'<text x="{_LEFT - 8}" y="{n * _ROW + 15}" text-anchor="end" font-size="13">{escape(_short(name))}</text>'
        f'<rect x="{_LEFT}" y="{n * _ROW + 4}" width="{max(1.0, room * min(1.0, share)):.1f}" height="14" fill="{fill}"/>'
        f'<text x="{_LEFT + room * min(1.0, share) + 6:.1f}" y="{n * _ROW + 15}" font-size="13">{share:.1%}</text>'
        for n, (name, share, fill) in enumerate(rows)
    )
    label = f"Share of the words of {escape(file_names(agreement.path)[0])} by source"
    return f'<svg viewBox="0 0 {_WIDTH} {len(rows) * _ROW + 6}" role="img" aria-label="{label}">{lines}</svg>'


def _short(name: str) -> str:
    return name if len(name) <= 34 else name[:33] + "…"


def _summary(agreement: Agreement) -> str:
    """Paragraph, verdict, source and share; the paragraph leads to what is said of it."""
    rows = []
    for at, item in enumerate(agreement.items, 1):
        sources = "; ".join(f"{_linked(one.entry)}, {escape(one.place)}" for one in item.verdict.sources)
        rows.append(
            f'<tr class="v-{item.verdict.kind}"><td><a href="#p{at}">{escape(item.where)}</a></td><td>{item.verdict.kind}</td>'
            f'<td>{sources}</td><td class="n">{share_of(item.verdict):.0%}</td></tr>'
        )
    head = "<tr><th>Paragraph</th><th>Verdict</th><th>Source</th><th>Share</th></tr>"
    return f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>"


def _linked(entry: Entry) -> str:
    """A text by its name, with the address of the official document where its symbol tells it."""
    place = address(entry.symbol)
    return f'<a href="{escape(place)}">{escape(entry.shown)}</a>' if place else escape(entry.shown)


def _table(shares: tuple[Share, ...]) -> str:
    rows = "".join(
        f"<tr><td>{_linked(share.entry)}</td><td>{escape(share.entry.title)}</td><td>{escape(share.entry.date)}</td>"
        f'<td>{escape(share.entry.body)}</td><td class="n">{share.paragraphs}</td><td class="n">{share.share:.1%}</td></tr>'
        for share in shares
    )
    head = "<tr><th>Symbol</th><th>Title</th><th>Date</th><th>Body</th><th>Paragraphs</th><th>Words</th></tr>"
    return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"


def _item(at: int, item: Item, *, years: bool = False) -> str:
    """What is said of a paragraph; with ``years`` a way to its versions through the years, where it has a source."""
    verdict = item.verdict
    said = "".join(f"<li>{escape(line)}</li>" for line in verdict_in_lines(verdict))
    words = _marked(verdict) if verdict.changes else _lifted(verdict)
    return (
        f'<section id="p{at}" class="v-{verdict.kind}"><h3>{escape(item.where)}: {verdict.kind}</h3><p>{words}</p>'
        + (f"<ul>{said}</ul>" if said else "")
        + (
            f'<p><a href="?paragraph={quote(item.where)}">Through the years</a></p>'
            if years and verdict.sources
            else ""
        )
        + "</section>"
    )


def _lifted(verdict: Verdict) -> str:
    """The words of the draft, those that the source has too set apart."""
    text, at, parts = verdict.paragraph.text, 0, []
    for start, end in verdict.taken:
        parts.append(f"{escape(text[at:start])}<mark>{escape(text[start:end])}</mark>")
        at = end
    return "".join((*parts, escape(text[at:])))


def _marked(verdict: Verdict) -> str:
    """The words of the source with what went out struck through and what came in underlined."""
    return "".join(_pieces(verdict.sources[0].text, verdict.changes))


def _pieces(source: str, changes: tuple[Change, ...]) -> Iterator[str]:
    at = 0
    for change in changes:
        yield escape(source[at : change.start])
        at = change.end
        if light(change.old) == light(change.new):
            yield escape(change.new)
            continue
        if change.old:
            yield f"<del>{escape(change.old)}</del>"
        if change.new:
            yield f"<ins>{escape(change.new)}</ins>"
    yield escape(source[at:])

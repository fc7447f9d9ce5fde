"""A comparison as one page that needs nothing else: no script, no picture, no font from anywhere.

Words out and in are ``del`` and ``ins`` elements, set off by more than colour (struck through, underlined); unchanged
paragraphs fold away; light and dark follow the reader's system; print keeps it all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from resolint.comparison import Comparison, Row
from resolint.regex import lazy
from resolint.report.characters import file_names, printable
from resolint.report.comparison.parts import (
    COUNTS,
    HEAD,
    KINDS,
    Stretch,
    caveats,
    heading,
    italics_in_words,
    name_of_note,
    notes_on,
    plain_stretches,
    stretches,
    told,
)
from resolint.report.page.text import spoken
from resolint.version import __version__

_MANY = lazy(r"(?i)\b(paragraph|word|note|change|phrase|reference|qualifier)s\b")
_STYLE = """
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1b1b;--soft:#555;--line:#d0d0d0;--card:#fafafa;--out:#a40021;
--outbg:#ffe9ec;--in:#0b5a1e;--inbg:#e3f6e6;--link:#00529b;--mark:#5b3b00;--markbg:#fff3d6}
@media (prefers-color-scheme:dark){:root{--bg:#16181c;--fg:#e8e8e8;--soft:#b0b0b0;--line:#3b3f46;--card:#1d2026;
--out:#ff9aa8;--outbg:#41191f;--in:#8fe3a1;--inbg:#15351c;--link:#8ec5ff;--mark:#ffd98a;--markbg:#3a2f14}
}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.25rem;max-width:52rem;background:var(--bg);color:var(--fg);font:1.0625rem/1.6 Georgia,
"Times New Roman",serif;overflow-wrap:anywhere}
h1,h2,h3,table,summary,.kind,.said,.about,footer,nav,.note b{font-family:system-ui,-apple-system,"Segoe UI",
sans-serif}
h1{font-size:1.5rem;line-height:1.25;margin:.2rem 0 .6rem}
h2{font-size:1.15rem;margin:2rem 0 .6rem}
h3{font-size:1rem;margin:0;display:inline}
.about,footer{color:var(--soft);font-size:.9rem}
a{color:var(--link)}
.skip{position:absolute;left:-100rem}
.skip:focus{position:static}
table{border-collapse:collapse;font-size:.92rem;width:100%;max-width:26rem}
caption{text-align:left;font-weight:600;padding-bottom:.3rem}
th{overflow-wrap:normal}
th,td{text-align:left;padding:.28rem .6rem .28rem 0;border-bottom:1px solid var(--line);font-weight:400;
vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums;padding-right:0}
.wide{max-width:none}
article{border:1px solid var(--line);border-left-width:.35rem;border-radius:.3rem;padding:.7rem .9rem;
margin:.8rem 0;background:var(--card)}
article p{margin:.5rem 0 0}
article.changed{border-left-color:var(--mark)}
article.new{border-left-color:var(--in)}
article.dropped{border-left-color:var(--out)}
article.moved,article.split,article.merged{border-left-color:var(--link)}
.kind{font-size:.8rem;font-weight:600;padding:.08rem .5rem;border-radius:1rem;border:1px solid currentColor;
margin-left:.4rem;white-space:nowrap;color:var(--soft)}
.said{font-size:.9rem;margin:.4rem 0 0;padding-left:1.1rem}
.stronger,.weaker{font-weight:600;color:var(--mark);background:var(--markbg);padding:0 .25rem;border-radius:.2rem}
del{color:var(--out);background:var(--outbg);text-decoration:line-through}
ins{color:var(--in);background:var(--inbg);text-decoration:underline}
.note{font-size:.92rem;margin-left:1rem}
details{margin:.8rem 0;color:var(--soft)}
summary{cursor:pointer;font-size:.92rem}
details p{margin:.5rem 0 .5rem 1rem}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:30rem){body{padding:.8rem;font-size:1rem}
article{padding:.6rem .7rem}
}
@media print{body{max-width:none;padding:0;font-size:10.5pt}
article{break-inside:avoid;background:none}
nav,.skip{display:none}
del,ins{-webkit-print-color-adjust:exact;print-color-adjust:exact}
a{color:inherit;text-decoration:none}
}
"""


def render(comparison: Comparison) -> str:
    """The whole page."""
    base, draft = map(_text, file_names(comparison.base.origin.name, comparison.draft.origin.name))
    return "".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="generator" content="resolint">\n',
            f"<title>{draft} against {base}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n",
            '<a class="skip" href="#account">Skip to the paragraphs</a>\n',
            f"<header>\n<h1>{draft} against {base}</h1>\n",
            '<p class="about">What the draft makes of its base text, paragraph by paragraph. ',
            "<del>Words out</del> stood in the base, <ins>words in</ins> stand in the draft.</p>\n",
            *(f'<p class="about">{_text(caveat)}</p>\n' for caveat in caveats(comparison)),
            "</header>\n<main>\n",
            *_counts(comparison),
            *_masthead(comparison),
            '<section aria-labelledby="account">\n<h2 id="account">Paragraph by paragraph</h2>\n',
            *_rows(comparison),
            f"</section>\n</main>\n<footer><p>Made by resolint {__version__}.</p></footer>\n</body>\n</html>\n",
        )
    )


def fragment(comparison: Comparison) -> str:
    """The account alone, for a page that holds it: what is not nought in a line, then the text itself."""
    counts = ((comparison.counts[key], f"{words[:1].lower()}{words[1:]}") for key, words in COUNTS)
    tallies = "".join(f"<li><b>{count:,}</b> {_text(_counted(count, words))}</li>" for count, words in counts if count)
    parts = [
        *(f'<p class="about">{_text(caveat)}</p>\n' for caveat in caveats(comparison)),
        f'<ul class="tallies">{tallies}</ul>\n',
        *_masthead(comparison),
        *_rows(comparison),
    ]
    return "".join(parts)


def _counted(count: int, words: str) -> str:
    """What is counted, in the singular where it is one."""
    return _MANY.sub(r"\1", words) if count == 1 else words


def _text(text: str) -> str:
    return escape(printable(text), quote=True)


def _counts(comparison: Comparison) -> Iterator[str]:
    """The counts that are not nought, so that the text itself comes soon."""
    yield '<section>\n<table>\n<caption>Counts</caption>\n<thead class="vh"><tr><th scope="col">What</th>'
    yield '<th scope="col">How many</th></tr></thead>\n<tbody>\n'
    for key, words in COUNTS:
        if count := comparison.counts[key]:
            yield f'<tr><th scope="row">{words}</th><td class="n">{count:,}</td></tr>\n'
    yield "</tbody>\n</table>\n</section>\n"


def _masthead(comparison: Comparison) -> Iterator[str]:
    if not comparison.head:
        return
    yield '<section>\n<h2 id="masthead">Masthead</h2>\n<table class="wide">\n<thead><tr><th scope="col">Field</th>'
    yield '<th scope="col">Base</th><th scope="col">Draft</th></tr></thead>\n<tbody>\n'
    for change in comparison.head:
        old = f"<del>{_text(change.old)}</del>" if change.old else "none"
        new = f"<ins>{_text(change.new)}</ins>" if change.new else "none"
        yield f'<tr><th scope="row">{HEAD[change.name]}</th><td>{old}</td><td>{new}</td></tr>\n'
    yield "</tbody>\n</table>\n</section>\n"


def _rows(comparison: Comparison) -> Iterator[str]:
    unchanged: list[Row] = []
    for row in told(comparison):
        if row.kind == "same" and not row.renumbered:
            unchanged.append(row)
            continue
        yield from _unchanged(comparison, unchanged)
        unchanged = []
        yield from _row(comparison, row)
    yield from _unchanged(comparison, unchanged)


def _unchanged(comparison: Comparison, rows: list[Row]) -> Iterator[str]:
    if not rows:
        return
    many = "1 paragraph" if len(rows) == 1 else f"{len(rows)} paragraphs"
    yield f"<details><summary>{many} unchanged</summary>\n"
    for row in rows:
        yield f"<p{spoken(comparison.draft.language)}>{_label(row)}{_marked(stretches(comparison, row, italics=True))}</p>\n"
    yield "</details>\n"


def _row(comparison: Comparison, row: Row) -> Iterator[str]:
    kinds = ["renumbered"] if row.kind == "same" else [KINDS[row.kind]]
    if row.kind == "moved" and (row.changes or row.notes):
        kinds.append("changed")
    if row.renumbered and row.kind != "same":
        kinds.append("renumbered")
    badges = "".join(f'<span class="kind">{kind}</span>' for kind in kinds)
    yield f'<article class="{row.kind}">\n<h3>{_text(_capital(heading(comparison, row)))}</h3>{badges}\n'
    said = notes_on(row)
    if said:
        yield '<ul class="said">\n'
        yield from (f"<li>{_said(said_of_it, row)}</li>\n" for said_of_it in said)
        yield "</ul>\n"
    yield f"<p{spoken(comparison.draft.language)}>{_label(row)}{_marked(stretches(comparison, row, italics=True))}</p>\n"
    for note in row.notes:
        name = f"{name_of_note(comparison, note.base, note.draft)}, {note.kind}"
        words = _marked(plain_stretches(note.old, note.new, note.changes))
        set_otherwise = "".join(f" {_text(said_of_it)}." for said_of_it in italics_in_words(note.new, note.italics))
        yield f'<p class="note"><b>{_text(name)}.</b>{set_otherwise} <bdi{spoken(comparison.draft.language)}>{words}</bdi></p>\n'
    yield "</article>\n"


def _said(said_of_it: str, row: Row) -> str:
    shown = _text(said_of_it)
    direction = "" if row.verb is None else row.verb.direction
    if said_of_it.startswith("Opening:") and direction in ("stronger", "weaker"):
        front = shown.removesuffix(f": {direction}")
        return f'{front} <span class="{direction}">{direction}</span>'
    return shown


def _label(row: Row) -> str:
    """The number of a paragraph, as a change where it is another."""
    old = row.base[0].label if row.base else ""
    new = row.draft[0].label if row.draft else ""
    if row.renumbered:
        return f"<del>{_text(old)}</del><ins>{_text(new)}</ins> "
    label = new or old
    if not label:
        return ""
    tag = "ins" if not row.base else "del" if not row.draft else ""
    return f"<{tag}>{_text(label)}</{tag}> " if tag else f"{_text(label)} "


def _marked(row: Iterable[Stretch]) -> str:
    parts: list[str] = []
    last = "="
    for stretch in row:
        if stretch.operation != last:
            parts.append({"-": "</del>", "+": "</ins>", "=": ""}[last])
            parts.append({"-": "<del>", "+": "<ins>", "=": ""}[stretch.operation])
            last = stretch.operation
        text = _text(stretch.text)
        parts.append(f"<i>{text}</i>" if stretch.italic else text)
    parts.append({"-": "</del>", "+": "</ins>", "=": ""}[last])
    return "".join(parts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

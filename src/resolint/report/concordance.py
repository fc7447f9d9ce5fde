"""The concordance of language versions: text for people, JSON for programs, a page with the versions side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape

from resolint.catalogue import Catalogue
from resolint.concordance import Concordance, Paragraph, Row
from resolint.errors import NoSuchChoice
from resolint.report.characters import encodable, file_names
from resolint.report.remarks import said
from resolint.report.spoken import Spoken

__all__ = ["FORMATS", "render"]

FORMATS = ("text", "json", "html")
SCHEMA = 1
_SHOWN = 70
_STYLE = """
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1b1b;--soft:#555;--line:#d0d0d0;--bad:#a40021;--badbg:#ffe9ec;--mark:#5b3b00;
--markbg:#fff3d6}
@media (prefers-color-scheme:dark){:root{--bg:#16181c;--fg:#e8e8e8;--soft:#b0b0b0;--line:#3b3f46;--bad:#ff9aa8;--badbg:#41191f;
--mark:#ffd98a;--markbg:#3a2f14}}
body{margin:0 auto;padding:1.25rem;max-width:80rem;background:var(--bg);color:var(--fg);font:1rem/1.55 Georgia,"Noto Naskh Arabic",
"Noto Serif CJK SC",serif;overflow-wrap:anywhere}
h1,h2,th,.where,.said{font-family:system-ui,sans-serif}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{vertical-align:top;text-align:start;padding:.5rem .7rem;border-bottom:1px solid var(--line)}
.where{display:block;color:var(--soft);font-size:.8rem}
.said td{padding-top:.1rem;font-size:.92rem;background:var(--markbg);color:var(--mark)}
.said.error td{background:var(--badbg);color:var(--bad)}
.none{color:var(--soft);font-style:italic}
"""


def render(
    found: Sequence[Concordance], format: str = "text", *, encoding: str = "utf-8", words: Catalogue | None = None
) -> str:
    """The versions in one of ``FORMATS``, ending in a line feed. Raises NoSuchChoice for a format that does not exist.

    ``words`` is the catalogue of the language in which formats for people speak.
    """
    say = Spoken(words)
    if format not in FORMATS:
        raise NoSuchChoice(f"there is no format {format!r}: choose one of {', '.join(FORMATS)}")
    if format == "json":
        return (
            json.dumps({"schema": SCHEMA, "versions": [_object(one) for one in found]}, ensure_ascii=False, indent=2)
            + "\n"
        )
    lines = _page(found, say) if format == "html" else (line for one in found for line in _text(one, say))
    return encodable("".join(f"{line}\n" for line in lines), encoding)


def _text(found: Concordance, say: Spoken) -> Iterator[str]:
    yield say(f"{found.here} ({found.here_language}) and {found.there} ({found.there_language})")
    for row in found.rows:
        for remark in row.remarks:
            place = say.place(_place(row))
            yield f"  {place}{say(':')} {say(remark.severity)}{say(':')} {said(remark, say, say('here'), say('there'))}"
            for paragraph in (row.here, row.there):
                if paragraph is not None:
                    yield f"      {_short(paragraph.text)}"
    pairs = sum(row.here is not None and row.there is not None for row in found.rows)
    counts = [sum(remark.severity == grade for remark in found.remarks) for grade in ("error", "warning", "info")]
    kinds = ("error", "warning", "info")
    told = ", ".join(say.count(count, kind) for count, kind in zip(counts, kinds, strict=True))
    yield f"  {say(f'{pairs} paragraph' + ('' if pairs == 1 else 's') + f' side by side; {told}')}"


def _place(row: Row) -> str:
    paragraph = row.here or row.there
    return paragraph.where or paragraph.role if paragraph is not None else ""


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 2].rstrip() + " …"


def _object(found: Concordance) -> dict[str, object]:
    return {
        "here": {"path": found.here, "language": found.here_language},
        "there": {"path": found.there, "language": found.there_language},
        "rows": [
            {
                "here": _side(row.here),
                "there": _side(row.there),
                "remarks": [
                    {
                        "kind": remark.kind,
                        "severity": remark.severity,
                        "message": remark.message,
                        "here": list(remark.here),
                        "there": list(remark.there),
                    }
                    for remark in row.remarks
                ],
            }
            for row in found.rows
        ],
    }


def _side(paragraph: Paragraph | None) -> dict[str, object] | None:
    if paragraph is None:
        return None
    span = paragraph.span
    return {
        "where": paragraph.where,
        "role": paragraph.role,
        "number": paragraph.number,
        "text": paragraph.text,
        "span": {"block": span.block, "start": span.start, "end": span.end},
    }


def _page(found: Sequence[Concordance], say: Spoken) -> Iterator[str]:
    paths = list(dict.fromkeys(name for one in found for name in (one.here, one.there)))
    names = dict(zip(paths, file_names(*paths), strict=True))
    title = say(f"Concordance of {', '.join(names.values())}")
    language = words.language if (words := say.words) is not None else "en"
    yield f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<style>{_STYLE}</style></head><body>\n<main>\n<h1>{escape(title)}</h1>"
    for one in found:
        heading = say(f"{names[one.here]} and {names[one.there]}")
        yield f"<h2>{escape(heading)}</h2>\n<table><thead><tr>"
        yield f'<th scope="col">{escape(names[one.here])}</th><th scope="col">{escape(names[one.there])}</th></tr></thead><tbody>'
        for row in one.rows:
            yield f"<tr>{_cell(row.here, one.here_language, say)}{_cell(row.there, one.there_language, say)}</tr>"
            for remark in row.remarks:
                told = f"{say(remark.severity)}: {said(remark, say, say('here'), say('there'))}"
                yield f'<tr class="said {remark.severity}"><td colspan="2">{escape(told)}</td></tr>'
        yield "</tbody></table>"
    yield "</main></body></html>"


def _cell(paragraph: Paragraph | None, language: str, say: Spoken) -> str:
    if paragraph is None:
        return f'<td class="none">{escape(say("not here"))}</td>'
    own = say.words.language if say.words is not None else "en"
    named = escape(say.place(paragraph.where)) if paragraph.where else ""
    where = f'<span class="where" lang="{own}" dir="ltr">{named}</span>' if named else ""
    return f'<td lang="{escape(language)}" dir="auto">{where}{escape(paragraph.text)}</td>'

"""The prose of rule cards as HTML: paragraphs, lists, tables, emphasis and code, which is all that they use."""

from __future__ import annotations

from collections.abc import Iterator

from resolint import regex
from resolint.report.page.text import plain

_INLINE = regex.compiled(
    r"`([^`\n]{1,300})`|\*\*([^*\n]{1,300})\*\*|\*([^*\n]{1,300})\*|\[([^\]\n]{1,200})\]\([^)\s]{1,300}\)"
)
_ITEM = regex.compiled(r"\s{0,3}[-*+]\s+")
_TAGS = ("code", "strong", "i")


def prose(text: str) -> str:
    """``text`` as HTML. What is no markup is text; nothing in it can become an element of its own."""
    return "".join(_part(part) for part in _parts(text))


def _parts(text: str) -> Iterator[list[str]]:
    """The lines of each paragraph, list or table."""
    part: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            part.append(line)
        elif part:
            yield part
            part = []


def _part(lines: list[str]) -> str:
    if all(line.lstrip().startswith("|") for line in lines) and len(lines) > 2:
        return _table(lines)
    items: list[str] = []
    before: list[str] = []
    for line in lines:
        found = _ITEM.match(line)
        if found:
            items.append(line[found.end() :])
        elif items:
            items[-1] += " " + line.strip()
        else:
            before.append(line.strip())
    lead = f"<p>{_inline(' '.join(before))}</p>\n" if before else ""
    if not items:
        return lead
    return lead + "<ul>" + "".join(f"<li>{_inline(item)}</li>" for item in items) + "</ul>\n"


def _table(lines: list[str]) -> str:
    cells = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    head = "".join(f'<th scope="col">{_inline(cell)}</th>' for cell in cells[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{_inline(cell)}</td>" for cell in row) + "</tr>"
        for row in cells[1:]
        if set("".join(row)) - set("-: ")
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>\n"


def _inline(text: str) -> str:
    out, at = [], 0
    for found in _INLINE.finditer(text):
        out.append(plain(text[at : found.start()]))
        for tag, words in zip(_TAGS, found.groups(), strict=False):
            if words is not None:
                out.append(f"<{tag}>{plain(words)}</{tag}>")
        if found[4] is not None:
            out.append(plain(found[4]))
        at = found.end()
    return "".join(out) + plain(text[at:])

"""Checks on whether a draft is ready to be submitted; ``resolint ready`` asks them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from resolint.checks import check
from resolint.findings import Hit
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_SAID = {
    "title": "a title",
    "agenda_item": "an agenda item",
    "sponsors": "sponsors",
    "symbol": "a symbol",
    "session": "a session",
    "date": "a date",
}
_NAMES = 3
_FACE = lazy(r"front/(font|style)(?:-\d{1,4})?$")


@check("PRC021")
def change_left(document: Document, context: Context) -> Iterator[Hit]:
    """Tracked changes left in the draft, at the first of them, with their number and authors."""
    found = [
        (block, mark)
        for block in (*document.blocks, *(block for note in document.footnotes for block in note.blocks))
        for mark in block.marks
        if mark.kind in ("inserted", "deleted-here")
    ]
    if not found:
        return
    block, mark = found[0]
    names = Counter(mark.value for _, mark in found if mark.kind == "inserted" and mark.value)
    known = [name for name, _ in names.most_common(_NAMES)]
    by = f" by {', '.join(known)}{' and others' if len(names) > _NAMES else ''}" if known else ""
    count = f"{len(found)} tracked changes{by} are" if len(found) > 1 else f"A tracked change{by} is"
    yield Hit(block.span(mark.start, mark.end), {"found": f"{count} still in the draft"})


@check("PRC022")
def metadata_personal(document: Document, context: Context) -> Iterator[Hit]:
    """Names in the properties of the file; they stand in blocks of the front matter, also for Word files."""
    wanted = {f"front/{name}" for name in context.options["properties"]}
    for block in document.blocks:
        if block.id.replace("_", "-") in wanted and block.text.strip():
            name = block.id.removeprefix("front/").replace("-", " ").replace("_", " ")
            yield Hit(block.span(), {"found": f"{name} “{block.text.strip()}”"})


@check("PRC024")
def masthead_not_ready(document: Document, context: Context) -> Iterator[Hit]:
    """A draft without a title, or without a field of the masthead, of those that the option ``fields`` names."""
    if not document.acts or not document.blocks:
        return
    there = {"title": document.acts[0].title}
    missing = [
        _SAID.get(name, name)
        for name in context.options["fields"]
        if not there.get(name) and not getattr(document.head, name, None)
    ]
    if missing:
        first = next((block for block in document.blocks if block.kind not in ("header", "footer")), document.blocks[0])
        listed = " and ".join(filter(None, (", ".join(missing[:-1]), missing[-1])))
        yield Hit(first.span(0, 0), {"missing": listed})


@check("PRC025")
def face_foreign(document: Document, context: Context) -> Iterator[Hit]:
    """Fonts and styles that no template has; for Word files too they stand in blocks of the front matter.

    The option ``fonts`` is *any* where there is no template.
    """
    if "any" in context.options["fonts"]:
        return
    for block in document.blocks:
        found = _FACE.match(block.id)
        name = block.text.partition(", ")[0].strip()
        if found is None or not name:
            continue
        kind = found[1]
        if kind == "font" and name not in context.options["fonts"]:
            yield Hit(block.span(0, len(name)), {"found": f"The font {_rest(block)} is not that of the template."})
        elif kind == "style" and _plain(name) not in {_plain(one) for one in context.options["styles"]}:
            yield Hit(block.span(0, len(name)), {"found": f"The style {_rest(block)} is none of the template."})


def _rest(block: Block) -> str:
    """What is told of a font or style: its name, and where it is met."""
    name, _, where = block.text.strip().partition(", ")
    return f"“{name}” ({where})" if where else f"“{name}”"


def _plain(style: str) -> str:
    """A style without what the merged templates add to its name."""
    return (
        style.replace("_", "")
        .replace(" ", "")
        .casefold()
        .removeprefix("reg")
        .removeprefix("anno")
        .rstrip("g0123456789")
    )

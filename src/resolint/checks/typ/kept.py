"""What a draft in another official language sets in two ways: quotation marks, apostrophes, the organ line among italics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.tongues import heads, running
from resolint.findings import Edit, Fix, Hit
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

__all__ = ["unlike_quotations"]

_QUOTED = lazy(r"”[^”“]{1,200}“|“[^”“]{1,200}”|«[^«»]{1,200}»|\"[^\"]{1,200}\"")
_APOSTROPHE = lazy(r"(?<=[A-Za-zÀ-ÿ])'(?=[A-Za-zÀ-ÿ])")
_STRAIGHT = '""'
_MOST = 6
"""One straight apostrophe in so many curved ones is a slip."""


def unlike_quotations(document: Document, context: Context) -> Iterator[Hit]:
    """Quotations in other marks than most of the draft, where no evidence tells which marks the language prints."""
    found = [(block, *place) for block in running(document) for place in _quotations(block)]
    kinds = Counter(marks for *_, marks in found)
    if set(kinds) == {_STRAIGHT} and document.origin.format != "text" and not context.options["right"]:
        block, start, end, _ = found[0]
        said = f"{block.text[start:end]} stands in straight quotation marks."
        yield Hit(block.span(start, end), {"said": said}, unsure=True)
        return
    most = kinds.most_common(2)
    if len(most) < 2 or most[0][1] == most[1][1]:
        return
    usual = most[0][0]
    for block, start, end, marks in found:
        if marks != usual:
            text = block.text[start:end]
            right = f"{usual[0]}{text[1:-1].strip()}{usual[1]}"
            edit = Edit(block.span(start, end), right, text)
            said = f"{text} stands in other quotation marks than the rest of the draft; write {right}."
            yield Hit(edit.span, {"said": said}, Fix(f"write {right}", (edit,), "suggest"))


def _quotations(block: Block) -> Iterator[tuple[int, int, str]]:
    """The outermost quotations of a paragraph, each with its two marks."""
    for found in _QUOTED.finditer(block.text, block.lead):
        yield found.start(), found.end(), f"{found[0][0]}{found[0][-1]}"


@check("TYP019 draft")
def apostrophe_straight(document: Document, context: Context) -> Iterator[Hit]:
    """A straight apostrophe where the draft writes curved ones."""
    blocks = running(document)
    straight = [
        block.span(found.start(), found.end()) for block in blocks for found in _APOSTROPHE.finditer(block.text)
    ]
    curved = sum(block.text.count("’") for block in blocks)
    if _MOST * len(straight) <= curved:
        for span in straight:
            yield Hit(span, {"found": "'"}, Fix("write “’”", (Edit(span, "’", "'"),), "safe"), unsure=True)


@check("TYP012 draft")
def organ_line_upright(document: Document, context: Context) -> Iterator[Hit]:
    """The organ line in upright letters, where most openings are in italics."""
    rows = [head.block for head in heads(document, context) if head.opening is not None]
    slanted = sum(any(mark.start <= block.lead + 1 for mark in block.marked("italic")) for block in rows)
    if not slanted or 2 * slanted < len(rows):
        return
    for act in document.acts:
        line = act.organ_line
        if line is not None and not any(document.block(line.block).marked("italic")):
            yield Hit(line, {"found": document.text(line).rstrip(" ,")}, unsure=context.lexicon.language != "fr")

"""Checks on the order of a preamble, and of the resolutions that it recalls in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.opr_parts import head
from resolint.findings import Hit
from resolint.model import Block, Citation, Document
from resolint.rule import Context

_NUMBER = re.compile(r"(?P<first>\d{1,4})/(?P<second>\d{1,4})")
_COUNCIL = re.compile(r"(?P<number>\d{1,4})[ \xa0]\((?P<year>(?:19|20)\d\d)\)")
_BETWEEN = re.compile(
    r"(?:[ \xa0]of[ \xa0]\d{1,2}[ \xa0][A-Z][a-z]+[ \xa0]\d{4})?(?:,|,? and|,? and resolutions?| and)[ \xa0\ufffc]*"
)


@check("PRE006")
def charter_late(document: Document, context: Context) -> Iterator[Hit]:
    """*Guided by the purposes and principles of the Charter* after other preambular paragraphs."""
    for act in document.acts:
        for place, clause in enumerate(act.preamble):
            found = head(document, clause)
            if place == 0 or found is None or found.opening.phrase != "guided":
                continue
            words = found.block.text[found.start : found.start + 100]
            earlier = head(document, act.preamble[place - 1])
            if "Charter of the United Nations" in words and (earlier is None or earlier.opening.phrase != "guided"):
                span = found.span(found.opening.start, found.opening.end)
                yield Hit(span, {"found": document.text(span)})


@check("PRE007")
def not_ascending(document: Document, context: Context) -> Iterator[Hit]:
    """Lists of resolutions of one organ in a preambular paragraph that do not go up."""
    blocks = {block_id for act in document.acts for top in act.preamble for c in top.walk() for block_id in c.blocks}
    last: tuple[Citation, tuple[int, ...]] | None = None
    for citation in document.citations:
        if citation.kind != "resolution" or citation.span.block not in blocks:
            continue
        key = _key(citation.number or "")
        block = document.block(citation.span.block)
        if last and key and _listed(block, last[0], citation) and key < last[1]:
            shown = citation.number or ""
            yield Hit(citation.span, {"found": shown, "before": last[0].number or ""}, related=(last[0].span,))
        last = (citation, key) if key else None


def _key(number: str) -> tuple[int, ...]:
    if match := _NUMBER.fullmatch(number.split(" ")[0]):
        return int(match["first"]), int(match["second"])
    if match := _COUNCIL.fullmatch(number):
        return (int(match["number"]),)
    return ()


def _listed(block: Block, before: Citation, after: Citation) -> bool:
    """Whether two citations of one organ are neighbours in one list."""
    if before.span.block != after.span.block or before.organ != after.organ:
        return False
    between = block.text[before.span.end : after.span.start]
    return len(between) < 60 and _BETWEEN.fullmatch(between) is not None

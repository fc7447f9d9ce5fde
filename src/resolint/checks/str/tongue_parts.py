"""Chinese openings that stand in the wrong part, and numbers without their sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from resolint.checks.shared.item_labels import next_labels
from resolint.checks.shared.tongues import heads, scanned, tongue_of
from resolint.findings import Hit
from resolint.lexicon.tongues import Tongue, plain
from resolint.model import Block, Clause, Document
from resolint.regex import lazy
from resolint.rule import Context

_BARE_NUMBER = lazy(r"(?P<number>\d{1,2})[ \u00a0]{1,3}(?=[^\W\d_])")
_BARE_LABEL = lazy(
    r"[('‘]?(?P<label>\d{1,2}|[ivx]{1,5}|[一二三四五六七八九十]{1,3}|[^\W\d_])[\u0640.]?[ \u00a0]{1,3}(?=[^\W\d_])"
)


def han_opening_of_other_part(document: Document, context: Context) -> Iterator[Hit]:
    """Verbs that adopted texts have in one part alone; most Chinese verbs open both."""
    tongue = tongue_of(context)
    for head in heads(document, context):
        preambular = head.role == "preambular"
        found = tongue.says("finite" if preambular else "of preamble", head.words)
        if found is None:
            continue
        span = head.block.span(head.start, head.start + found.end())
        yield (
            Hit(span, {"found": found[0], "said": "opens operative paragraphs alone, and this paragraph is preambular"})
            if preambular
            else Hit(
                span, {"found": found[0], "said": "opens preambular paragraphs alone, and this paragraph is operative"}
            )
        )


def unsigned_numbers(document: Document, context: Context) -> Iterator[Hit]:
    """Paragraphs whose number, or items whose label, has lost its signs, so that they belong to nothing."""
    tongue = tongue_of(context)
    paths = _paths(document)
    for act in document.acts:
        for clause in (*act.preamble, *act.operative):
            yield from _first_bare(document, clause, tongue)
    for before, block in pairwise(document.blocks):
        path = paths.get(before.id)
        if path is None or block.id in paths:
            continue
        found = _BARE_NUMBER.match(block.text)
        if found is not None and tongue.opening(block.text[found.end() :])[1] in ("operative", "both"):
            right = f"{found['number']} -" if tongue.code == "ar" else f"{found['number']}."
            span = block.span(*found.span("number"))
            yield Hit(span, {"found": f"“{found['number']}”", "expected": right})
            continue
        label = _BARE_LABEL.match(block.text)
        right = (
            next(
                (
                    nexts[label["label"]]
                    for node in path
                    if (nexts := next_labels(document, node, tongue)) and label["label"] in nexts
                ),
                "",
            )
            if label is not None
            else ""
        )
        if label is None and not right:
            yield from (hit for hit in _labelless(document, before, block, path, tongue) if not scanned(context))
        if label is not None and right:
            yield Hit(block.span(*label.span("label")), {"found": f"“{label['label']}”", "expected": right})


def _labelless(
    document: Document, before: Block, block: Block, path: Sequence[Clause], tongue: Tongue
) -> Iterator[Hit]:
    """What stands behind an item of a list, ends with a semicolon as it does and belongs to nothing: its label is left out."""
    ends = [plain(one.text.rstrip(" \u00a0*\ufffc"))[-1:] for one in (before, block)]
    if ends != [";", ";"] or tongue.opening(block.text)[0] is not None:
        return
    nexts = [label for node in path for label in list(next_labels(document, node, tongue).values())[-1:]]
    if nexts:
        at = block.span(block.lead, block.lead)
        yield Hit(at, {"found": "No label", "expected": f"“{nexts[-1]}”"})


def _first_bare(document: Document, clause: Clause, tongue: Tongue) -> Iterator[Hit]:
    """The first item of a list whose letter has lost its signs, behind a colon and before an item with the next label."""
    first = next(iter(clause.children), None)
    if first is not None and not first.number and plain(document.text(clause.end_mark)) == ":":
        below = next(iter((*first.children[:1], *clause.children[1:2])), None)
        found = _BARE_LABEL.match(document.text(first.body))
        right = tongue.printed("a")
        told = found is not None and found["label"] in ("a", right.rstrip("\u0640")) and below is not None
        if told and found is not None and below is not None and below.number in ("b", "i", "1"):
            start = first.body.start + found.start("label")
            span = document.block(first.body.block).span(start, start + 1)
            yield Hit(span, {"found": f"“{found['label']}”", "expected": right})
    for child in clause.children:
        yield from _first_bare(document, child, tongue)


def _paths(document: Document) -> dict[str, list[Clause]]:
    """The items that end with each block of the operative part: the innermost, and those that it stands in."""
    paths: dict[str, list[Clause]] = {}

    def walk(node: Clause, above: list[Clause]) -> None:
        path = [node, *above]
        for block in node.blocks:
            paths[block] = path[:-1]
        for child in node.children:
            walk(child, path)

    for act in document.acts:
        for clause in act.operative:
            walk(clause, [])
    return paths

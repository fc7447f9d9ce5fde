"""Numbers of operative paragraphs and subparagraphs (catalogue STR009 to STR013)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.pre_opening import parse
from resolint.checks.str_labels import LEVELS, Label, readings, written
from resolint.checks.str_order import position
from resolint.findings import Edit, Fix, Hit
from resolint.model import Act, Clause, Document, Span
from resolint.rule import Context

_BULLETS = frozenset("-*+\u2022\u00b7\u2023\u2013\u2014\u25aa\uf0b7")


def label_of(document: Document, clause: Clause) -> str:
    """The label of a clause as printed."""
    block = document.block(clause.body.block)
    if block.label and clause.number:
        return block.label.strip()
    return clause.number


def label_span(document: Document, clause: Clause) -> Span:
    """Where the label stands; empty, before the words, where it is no part of the text."""
    block = document.block(clause.body.block)
    if block.lead and block.label:
        start = block.text.find(block.label, 0, block.lead + 1)
        if start >= 0:
            return block.span(start, start + len(block.label.rstrip()))
    return Span(block.id, clause.body.start, clause.body.start)


def _headed(document: Document, act: Act, order: Mapping[str, int]) -> list[int]:
    return sorted(order[heading.span.block] for heading in act.headings if heading.span.block in order)


def _acts(document: Document) -> Iterator[Act]:
    return (act for act in document.acts if act.kind in ("resolution", "decision"))


@check("STR009")
def operative_unnumbered(document: Document, context: Context) -> Iterator[Hit]:
    """One of several operative paragraphs without a number, or with a number in another form than ``1.``"""
    for act in _acts(document):
        if len(act.operative) < 2:
            yield from _odd_numbers(document, act)
            continue
        numbered = [clause for clause in act.operative if clause.number]
        if not numbered:
            here = Span(act.operative[0].body.block, act.operative[0].body.start, act.operative[0].body.start)
            yield Hit(here, {"fault": "none of them has a number"})
            continue
        expected = 1
        for clause in act.operative:
            label = label_of(document, clause)
            ways = readings(label)
            if not clause.number:
                here = Span(clause.body.block, clause.body.start, clause.body.start)
                yield Hit(here, {"fault": f"this one has no number, where {expected} is expected"})
            elif ways and label[-1:] in ".)" and all(way.form != "1." for way in ways):
                yield Hit(label_span(document, clause), {"fault": f"{label} is not of the form {expected}."})
            expected = (ways[0].value if ways else expected) + 1


def _odd_numbers(document: Document, act: Act) -> Iterator[Hit]:
    """Paragraphs with an operative verb that a number such as ``1)`` makes look like a list of the preamble."""
    for clause in act.preamble:
        for child in clause.children:
            ways = readings(label_of(document, child))
            opening = parse(document.text(child.body).lstrip())
            if ways and "1" in ways[0].form and opening is not None and opening.form == "third" and opening.verb:
                fault = f"{label_of(document, child)} is not of the form {written('1.', ways[0].value)}"
                yield Hit(label_span(document, child), {"fault": fault})


@check("STR010")
def lone_operative_numbered(document: Document, context: Context) -> Iterator[Hit]:
    """The only operative paragraph with a number before it."""
    for act in _acts(document):
        if len(act.operative) != 1 or not act.operative[0].number or act.body:
            continue
        clause = act.operative[0]
        span = label_span(document, clause)
        block = document.block(span.block)
        edits: tuple[Edit, ...] = ()
        if span.end > span.start:
            whole = block.span(span.start, block.lead)
            edits = (Edit(whole, "", document.text(whole)),)
        yield Hit(span, {"label": label_of(document, clause)}, Fix("Take the number away", edits, "advice"))


@check("STR011")
def number_unexpected(document: Document, context: Context) -> Iterator[Hit]:
    """A number that does not follow the one before it, at every level; the expected one is said.

    Operative paragraphs may begin again at 1 after a heading. *Bis* numbers are passed over.
    """
    order = position(document)
    for act in _acts(document):
        yield from _operative(document, act, order)
        for part in (act.operative, *(annex.paragraphs for annex in act.annexes)):
            for clause in part:
                for found in clause.walk():
                    yield from _run(document, found.children)


def _operative(document: Document, act: Act, order: Mapping[str, int]) -> Iterator[Hit]:
    headings = _headed(document, act, order)
    last = 0
    before = -1
    for clause in act.operative if len(act.operative) > 1 else ():
        way = next((way for way in readings(label_of(document, clause)) if "1" in way.form or way.form == "1"), None)
        here = order.get(clause.body.block, before)
        if way is None:
            before = here
            continue
        restarts = way.value == 1 and any(before < heading < here for heading in headings)
        if way.value != last + 1 and not restarts:
            values = {"label": label_of(document, clause), "expected": f"{last + 1}."}
            yield Hit(label_span(document, clause), values)
        last = way.value if way.value == 1 else max(last, way.value)
        before = here


def _run(document: Document, children: tuple[Clause, ...]) -> Iterator[Hit]:
    """The faults of one list: every label must follow the one before it; after words without label it may restart."""
    current: Label | None = None
    for clause in children:
        ways = readings(label_of(document, clause)) if clause.number else ()
        if not ways:
            current = current if clause.number else None
            continue
        follower = _following(ways, current)
        if follower is None and current is not None:
            values = {"label": label_of(document, clause), "expected": current.next()}
            yield Hit(label_span(document, clause), values)
        elif follower is None:
            first = min(ways, key=lambda way: way.value)
            if first.value > 1:
                values = {"label": label_of(document, clause), "expected": written(first.form, 1)}
                yield Hit(label_span(document, clause), values)
        current = follower or _nearest(ways, current)


def _following(ways: tuple[Label, ...], current: Label | None) -> Label | None:
    """The reading that follows ``current``, or that opens a list where there is none yet."""
    if current is None:
        return next((way for way in ways if way.value == 1), None)
    return next((way for way in ways if way == Label(current.form, current.value + 1)), None)


def _nearest(ways: tuple[Label, ...], current: Label | None) -> Label:
    """The reading to go on from after a fault: in the same series if possible, never behind what was read before."""
    if current is None:
        return min(ways, key=lambda way: way.value)
    same = next((way for way in ways if way.form == current.form), None)
    if same is None:
        return min(ways, key=lambda way: way.value)
    return current if 1 < same.value <= current.value else same


@check("STR012")
def subparagraph_label_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """The first label of a list in the wrong form for its depth: (a), then (i), then a., then i."""
    for act in _acts(document):
        for clause in (*act.preamble, *act.operative):
            yield from _depths(document, clause, 1)


def _depths(document: Document, clause: Clause, depth: int) -> Iterator[Hit]:
    labelled = [child for child in clause.children if child.number or document.block(child.body.block).label]
    if labelled and depth < len(LEVELS):
        label = document.block(labelled[0].body.block).label.strip() or labelled[0].number
        ways = readings(label)
        wrong = label in _BULLETS or (ways and all(way.form != LEVELS[depth] for way in ways))
        if wrong:
            yield Hit(label_span(document, labelled[0]), {"label": label, "right": LEVELS[depth]})
    for child in clause.children:
        yield from _depths(document, child, depth + 1)


@check("STR013")
def lone_subparagraph(document: Document, context: Context) -> Iterator[Hit]:
    """A list of one item."""
    for act in _acts(document):
        for clause in (*act.preamble, *act.operative):
            for found in clause.walk():
                labelled = [child for child in found.children if child.number]
                if len(labelled) == 1 and len(found.children) == 1:
                    values = {"label": label_of(document, labelled[0])}
                    yield Hit(label_span(document, labelled[0]), values)

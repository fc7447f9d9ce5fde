"""Numbers of operative paragraphs and subparagraphs (catalogue STR009 to STR013)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.shared.clauses import head
from resolint.checks.str.order import position
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon
from resolint.lexicon.labels import LEVELS, Label, readings
from resolint.model import Act, Clause, Document, Span
from resolint.regex import lazy
from resolint.rule import Context

_LONGEST_LABEL = 14
_BLANKS = " \t\n\xa0\ufffc"
_STRAY_NUMBER = lazy(r"\s*(\d{1,3})[.)]?[\u200e\u200f\s](?=\s*[A-Z])")
_SECOND_NUMBER = lazy(r"\s*(\d{1,3}\.)[ \t\u00a0]+(?=[A-Z][a-z])")
_OPENS_LIST = lazy(r"\s*(\((?:a|i)\))\s")
_BULLETS = frozenset("-*+\u2022\u00b7\u2023\u2013\u2014\u25aa\uf0b7")


def label_of(document: Document, clause: Clause) -> str:
    """The label of a clause as printed; its bare number where nothing else is known."""
    block = document.block(clause.body.block)
    span = label_span(document, clause)
    return document.text(span) or block.label.strip() or clause.number


def label_span(document: Document, clause: Clause) -> Span:
    """Where the label stands; empty, before the words, where it is no part of the text."""
    block = document.block(clause.body.block)
    typed = block.text[: clause.body.start].strip(" \t\n\xa0")
    if clause.number and typed and len(typed) < _LONGEST_LABEL:
        start = block.text.index(typed)
        return block.span(start, start + len(typed))
    return Span(block.id, clause.body.start, clause.body.start)


def _headed(document: Document, act: Act, order: Mapping[str, int]) -> list[int]:
    return sorted(order[heading.span.block] for heading in act.headings if heading.span.block in order)


def _acts(document: Document) -> Iterator[Act]:
    return (act for act in document.acts if act.kind in ("resolution", "decision"))


@check("STR009")
def operative_unnumbered(document: Document, context: Context) -> Iterator[Hit]:
    """One of several operative paragraphs without a number, or with a number in another form than ``1.``

    The only paragraph of a section may stand without a number.
    """
    order = position(document)
    for act in _acts(document):
        yield from _odd_numbers(document, act, context.lexicon)
        expected = 1
        numbered = len(act.operative) > 1 and any(clause.number for clause in act.operative)
        for section in _sections(document, act, order) if numbered else ():
            for clause in section:
                label = label_of(document, clause)
                ways = readings(label)
                if clause.number:
                    if ways and label[-1:] in ".)" and all(way.form != "1." for way in ways):
                        yield Hit(label_span(document, clause), {"fault": f"{label} is not of the form {expected}."})
                elif len(section) > 1 and _acts_on(document, clause, context.lexicon):
                    fault = f"this one has none, where {expected}. is expected"
                    yield Hit(label_span(document, clause), {"fault": fault})
                expected = (ways[0].value if ways else expected) + 1


def _sections(document: Document, act: Act, order: Mapping[str, int]) -> list[list[Clause]]:
    """The operative paragraphs between one heading and the next."""
    headings = _headed(document, act, order)
    sections: list[list[Clause]] = [[]]
    before = -1
    for clause in act.operative:
        here = order.get(clause.body.block, before)
        if sections[-1] and any(before < heading < here for heading in headings):
            sections.append([])
        sections[-1].append(clause)
        before = here
    return sections


def _acts_on(document: Document, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause opens with a known verb in the third person, as operative paragraphs do."""
    found = head(document, clause, lexicon)
    return found is not None and found.opening.form == "third" and bool(found.opening.verb)


def _odd_numbers(document: Document, act: Act, lexicon: Lexicon) -> Iterator[Hit]:
    """Paragraphs with an operative verb that a number such as ``1)`` makes look like a list of the preamble."""
    for clause in act.preamble:
        for child in clause.children:
            ways = readings(label_of(document, child))
            if ways and "1" in ways[0].form and ways[0].form != "1." and _acts_on(document, child, lexicon):
                fault = f"{label_of(document, child)} is not of the form {Label('1.', ways[0].value).written()}"
                yield Hit(label_span(document, child), {"fault": fault})


@check("STR023")
def operative_part_unnumbered(document: Document, context: Context) -> Iterator[Hit]:
    """Several operative paragraphs of which none has a number."""
    for act in _acts(document):
        acting = [clause for clause in act.operative if _acts_on(document, clause, context.lexicon)]
        if len(acting) > 1 and not any(clause.number for clause in act.operative):
            yield Hit(Span(acting[0].body.block, acting[0].body.start, acting[0].body.start))


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
            whole = block.span(span.start, max(span.end, block.lead))
            edits = (Edit(whole, "", document.text(whole)),)
        yield Hit(span, {"label": label_of(document, clause)}, Fix("Take the number away", edits, "advice"))


@check("STR011")
def number_unexpected(document: Document, context: Context) -> Iterator[Hit]:
    """A number that does not follow the one before it, at every level; the expected one is said.

    Operative paragraphs may begin again at 1 after a heading or other words between two sections. *Bis* numbers
    are passed over.
    """
    order = position(document)
    for act in _acts(document):
        yield from _operative(document, act, order, context.lexicon)
        for clause in act.operative:
            for span, values in broken_labels(document, clause):
                yield Hit(span, values)


def _operative(document: Document, act: Act, order: Mapping[str, int], lexicon: Lexicon) -> Iterator[Hit]:
    own = {block_id for clause in act.operative for found in clause.walk() for block_id in found.blocks}
    last = 0
    before = -1
    for clause in act.operative if len(act.operative) > 1 else ():
        here = order.get(clause.body.block, before)
        number = _number(document, clause)
        if number is not None:
            restarts = number == 1 and not _speaks(document, clause, lexicon)
            restarts = restarts or (
                number == 1
                and any(
                    block.id not in own and block.kind in ("paragraph", "heading") and block.text.strip()
                    for block in document.blocks[before + 1 : here]
                )
            )
            if number != last + 1 and not (restarts and last):
                yield Hit(
                    label_span(document, clause),
                    {"label": label_of(document, clause) or f"{number}.", "expected": f"{last + 1}."},
                )
            last = number if number == 1 else max(last, number)
            yield from _typed_twice(document, clause)
        before = here


def _typed_twice(document: Document, clause: Clause) -> Iterator[Hit]:
    """A second number behind that of a paragraph, as a draft keeps that was numbered by hand and by Word."""
    again = _SECOND_NUMBER.match(document.text(clause.body)) if clause.number else None
    if again is not None:
        start = clause.body.start + again.start(1)
        label = label_of(document, clause)
        yield Hit(
            Span(clause.body.block, start, start + len(again[1])),
            {"label": f"{label} {again[1]}", "expected": label},
        )


def _speaks(document: Document, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause opens with a verb in whatever form, as those of resolutions and declarations do."""
    found = head(document, clause, lexicon)
    return found is not None and found.opening.form != "unknown"


def _number(document: Document, clause: Clause) -> int | None:
    """The arabic number of a clause; also one that a stray sign has kept from being read as a label."""
    if clause.number:
        return next((way.value for way in readings(label_of(document, clause)) if "1" in way.form), None)
    found = _STRAY_NUMBER.match(document.text(clause.body))
    return int(found[1]) if found else None


def broken_labels(document: Document, clause: Clause) -> Iterator[tuple[Span, dict[str, str]]]:
    """The faults in the lists below one paragraph, read through in the order of the text: the label and what is expected.

    A label must follow the last one of its own form. One that opens a list is right, unless the label right
    before it is of the same list; where that one has come to its end and a second label follows, it is a new list.
    """
    last: dict[str, int] = {}
    previous: tuple[Label, Clause, bool] | None = None
    opened = _OPENS_LIST.match(document.text(clause.body))
    if opened is not None:
        # 6. (a) …: the list begins beside the number of its paragraph.
        last = {way.form: 1 for way in readings(opened[1]) if way.value == 1}
    nested = list(_nested(clause))
    for place, (parent, child) in enumerate(nested):
        ways = readings(label_of(document, child)) if child.number else ()
        if not ways or ways[0].form == "1.":
            previous = None
            continue
        taken = _fitting(ways, last, previous[0].form if previous else "")
        again = taken is not None and taken.value == 1 and previous is not None and _same_list(previous, taken, parent)
        if again and previous is not None and previous[0].value > 1:
            again = not _goes_on(document, nested[place + 1 :], parent, taken)
        if taken is None or again:
            expected = _expected(ways, last, previous)
            other = _in_other_form(ways, previous[0]) if previous is not None and taken is None else None
            if other is not None:
                expected = other.written()
            yield label_span(document, child), {"label": label_of(document, child), "expected": expected}
            taken = taken or other or min(ways, key=lambda way: abs(way.value - last.get(way.form, 0) - 1))
        last[taken.form] = taken.value
        opens = document.text(child.body).rstrip(_BLANKS).endswith(":")
        previous = (taken, parent, opens)


def _nested(clause: Clause) -> Iterator[tuple[Clause, Clause]]:
    """All clauses below ``clause`` with their parents, in the order of the text."""
    for child in clause.children:
        yield clause, child
        yield from _nested(child)


def _fitting(ways: tuple[Label, ...], last: Mapping[str, int], form: str) -> Label | None:
    """The reading that follows the last label of its form, those of the form just used first; else one that opens."""
    for way in sorted(ways, key=lambda way: way.form != form):
        if last.get(way.form, 0) == way.value - 1 and way.value > 1:
            return way
    return next((way for way in ways if way.value == 1), None)


def _same_list(previous: tuple[Label, Clause, bool], taken: Label, parent: Clause) -> bool:
    """Whether a label that opens a list stands right after one of the same form in the same list."""
    label, former, opens = previous
    return label.form == taken.form and former is parent and not opens


def _goes_on(document: Document, after: list[tuple[Clause, Clause]], parent: Clause, opened: Label | None) -> bool:
    """Whether the next label below the same paragraph is the second of the list that ``opened`` opens."""
    following = next((child for above, child in after if above is parent), None)
    ways = readings(label_of(document, following)) if following is not None and following.number else ()
    return opened is not None and any(way.form == opened.form and way.value == 2 for way in ways)


def _in_other_form(ways: tuple[Label, ...], before: Label) -> Label | None:
    """The next label of the series of ``before``, where one of ``ways`` is it but for its signs: *b.* after *a)*."""
    kind = before.form.strip("().")
    fits = any(way.form.strip("().") == kind and way.value == before.value + 1 for way in ways)
    return before._replace(value=before.value + 1) if fits else None


def _expected(ways: tuple[Label, ...], last: Mapping[str, int], previous: tuple[Label, Clause, bool] | None) -> str:
    if previous is not None and any(way.form == previous[0].form for way in ways):
        return previous[0].next()
    near = min(ways, key=lambda way: abs(way.value - last.get(way.form, 0) - 1))
    return Label(near.form, last.get(near.form, 0)).next()


@check("STR012")
def subparagraph_label_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """The first label of a list in the wrong form for its depth: (a), then (i), then a., then i."""
    for act in _acts(document):
        for clause in (*act.preamble, *act.operative):
            yield from _depths(document, clause, 1)


def _depths(document: Document, clause: Clause, depth: int) -> Iterator[Hit]:
    labelled = [child for child in clause.children if child.number or document.block(child.body.block).label]
    if labelled and depth < len(LEVELS):
        label = label_of(document, labelled[0])
        ways = readings(label)
        # The first label of a list is its first number: (i) is the roman one there, not the ninth letter.
        forms = {way.form for way in ways if way.value == 1} or {way.form for way in ways}
        if label in _BULLETS or (ways and LEVELS[depth] not in forms and label[-1:] in ".)" and "1." not in forms):
            yield Hit(label_span(document, labelled[0]), {"label": label, "right": LEVELS[depth]})
    for child in clause.children:
        arabic = any(way.form == "1." for way in readings(label_of(document, child)))
        yield from _depths(document, child, 1 if arabic else depth + 1)


@check("STR013")
def lone_subparagraph(document: Document, context: Context) -> Iterator[Hit]:
    """A list of one item."""
    for act in _acts(document):
        for clause in (*act.preamble, *act.operative):
            for found in clause.walk():
                labelled = [child for child in found.children if child.number]
                if len(labelled) == 1 and len(found.children) == 1 and labelled[0].number in ("a", "i"):
                    values = {"label": label_of(document, labelled[0])}
                    yield Hit(label_span(document, labelled[0]), values)

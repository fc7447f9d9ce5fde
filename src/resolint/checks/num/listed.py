"""Checks on counts of what a text lists elsewhere, or beside them in another form: items of a paragraph, rows, names, sessions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.num.quantities import stem
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counting import BLANK, any_cardinal, any_ordinal, cardinal_value, in_texts
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.ordinals import ordinal_value
from resolint.model import Act, Block, Clause, Document
from resolint.regex import lazy
from resolint.rule import Context
from resolint.tables import Table, tables

_TOTAL = lazy(r"(?i)\s*(?:grand |sub-?)?total|all\b|average|balance")
_MOST = 30


@per_lexicon
def _sessions(lexicon: Lexicon) -> re.Pattern[str]:
    ordinal = any_ordinal(lexicon)
    return regex.compiled(
        rf"(?<![\w-])(?P<number>{any_cardinal(lexicon)}){BLANK}(?:[a-z-]+{BLANK})?(?:sessions|meetings|reports|rounds|editions),?{BLANK}"
        rf"(?:\(|from{BLANK})(?:the{BLANK}|its{BLANK})?(?P<low>{ordinal}){BLANK}(?:to|through|until){BLANK}(?:the{BLANK}|its{BLANK})?(?P<high>{ordinal})\b"
    )


@per_lexicon
def _apiece(lexicon: Lexicon) -> re.Pattern[str]:
    number, name = any_cardinal(lexicon), rf"(?:the{BLANK})?[\w’'-]+(?:{BLANK}(?!and\b|or\b)[\w’'-]+){{0,4}}"
    return regex.compiled(
        rf"(?<![\w-])(?P<each>{number}){BLANK}(?:[a-z-]+{BLANK}){{1,7}}?(?:in|for|from|on|to|at|of){BLANK}each{BLANK}of{BLANK}"
        rf"(?P<names>{name}(?:,{BLANK}{name}){{0,8}}{BLANK}and{BLANK}{name})[^;:.]{{0,60}}?,?{BLANK}(?:that{BLANK}is,?|or|making|totalling){BLANK}(?:of{BLANK})?"
        rf"(?P<number>{number}){BLANK}(?:[a-z-]+{BLANK}){{0,4}}?(?:in{BLANK}(?:all|total)|altogether)\b"
    )


@per_lexicon
def _parted(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?:divided|organized|carried{BLANK}out|implemented|structured|take{BLANK}place|held|grouped|split){BLANK}(?:into|in){BLANK}"
        rf"(?P<number>{any_cardinal(lexicon)}){BLANK}(?:[a-z-]+{BLANK}){{0,2}}[a-z-]+s:{BLANK}(?P<rest>[^:.]{{8,400}};{BLANK}and{BLANK}[^:.;]{{3,200}})(?=[.;]|$)"
    )


@per_lexicon
def _elsewhere(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?:the|these|all|each{BLANK}of{BLANK}the|those){BLANK}(?P<number>{any_cardinal(lexicon)}){BLANK}(?P<what>(?:[a-z-]+{BLANK}){{1,5}}?)"
        rf"(?:listed|enumerated|set{BLANK}out|set{BLANK}forth|named|described|contained){BLANK}in{BLANK}"
        rf"(?:(?:sub)?paragraph{BLANK}(?P<paragraph>\d{{1,3}}){BLANK}(?:above|below|of{BLANK}the{BLANK}present)|(?P<annex>the{BLANK}annex)\b)"
    )


@check("NUM053")
def count_unlike_list(document: Document, context: Context) -> Iterator[Hit]:
    """*The six items listed in paragraph 8 above*, which lists five; *five sessions, from the first to the sixth*."""
    lexicon = context.lexicon
    for block, match in in_texts(document, _sessions(lexicon), having=("the ", "(", "from")):
        low, high = (ordinal_value(match[name], lexicon) for name in ("low", "high"))
        if low and high and high > low:
            yield from _unlike(block, match, high - low + 1, lexicon)
    for block, match in in_texts(document, _apiece(lexicon), having=("each of",)):
        each = cardinal_value(match["each"], lexicon)
        if each:
            names = len(re.split(rf",{BLANK}|{BLANK}and{BLANK}", match["names"]))
            yield from _unlike(block, match, each * names, lexicon)
    for block, match in in_texts(document, _parted(lexicon), having=("; and", ";\xa0and")):
        yield from _unlike(block, match, match["rest"].count(";") + 1, lexicon)
    yield from _of_lists(document, lexicon)


def _unlike(block: Block, match: re.Match[str], count: int, lexicon: Lexicon) -> Iterator[Hit]:
    value = cardinal_value(match["number"], lexicon)
    if value is not None and 1 < value <= _MOST and count > 1 and value != count:
        yield Hit(block.span(*match.span("number")), {"found": match["number"], "count": str(count)})


def _of_lists(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """Counts of what another paragraph or the annex lists, in items or in the rows of its only table."""
    for act in document.acts:
        known = {clause.number: clause for clause in act.operative if clause.number.isdecimal()}
        for block in _blocks(document, act):
            ranges = None
            for match in _elsewhere(lexicon).finditer(block.text, block.lead):
                ranges = quotations(block.text) if ranges is None else ranges
                value = cardinal_value(match["number"], lexicon)
                count = _listed(document, act, known, match)
                if value is None or count < 2 or inside(ranges, *match.span()):
                    continue
                if value != count:
                    yield Hit(block.span(*match.span("number")), {"found": match["number"], "count": str(count)})


def _blocks(document: Document, act: Act) -> Iterator[Block]:
    for clause in (*act.preamble, *act.operative, *(one for annex in act.annexes for one in annex.paragraphs)):
        yield from (document.block(block) for inner in clause.walk() for block in inner.blocks)


def _listed(document: Document, act: Act, known: dict[str, Clause], match: re.Match[str]) -> int:
    """How many things are listed there; 0 where that is not plain."""
    noun = stem(match["what"].split()[-1])
    if match["paragraph"]:
        clause = known.get(match["paragraph"])
        if clause is None:
            return 0
        if clause.children:
            return len(clause.children)
        return _rows(document, frozenset(clause.blocks), "")
    if len(act.annexes) != 1:
        return 0
    clauses = act.annexes[0].paragraphs
    inner = frozenset(block for one in clauses for each in one.walk() for block in each.blocks)
    return _rows(document, inner, noun)


def _rows(document: Document, led: frozenset[str], head: str) -> int:
    """The rows of the only table behind these blocks, without those of sums; of one that is headed otherwise, 0."""
    found: list[Table] = []
    order = [block.id for block in document.blocks]
    for table in tables(document):
        first = next(table.blocks(), None)
        at = order.index(first.id) - 1 if first is not None else -1
        if at >= 0 and (order[at] in led or (first is not None and first.id in led)):
            found.append(table)
    if len(found) != 1 or not found[0].head:
        return 0
    rows = [" ".join(block.text for block in row[0].blocks) for row in found[0].rows]
    if head and stem(rows[0].strip().split()[-1] if rows[0].strip() else "") != head:
        return 0
    named = [row for row in rows[found[0].head :] if row.strip() and not _TOTAL.match(row.strip("* "))]
    return len(named)

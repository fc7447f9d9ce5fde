"""References to parts of the text that are no operative paragraphs of it: sections, tables, the preamble, the annex, nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from resolint import regex
from resolint.checks import check
from resolint.checks.opr.astray import stem_of, stems_of
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counting import BLANK, any_ordinal
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.labels import roman_value
from resolint.lexicon.ordinals import ordinal_value
from resolint.model import Act, Block, Clause, Document
from resolint.regex import lazy
from resolint.rule import Context
from resolint.tables import tables

_OWN = rf"(?:the{BLANK}present|this){BLANK}(?:resolution|decision)"
_SECTIONS = lazy(
    rf"\b[Ss]ections?{BLANK}(?P<list>[IVX]+(?:(?:,|{BLANK}and|{BLANK}to|,{BLANK}and){BLANK}[IVX]+)*){BLANK}"
    rf"(?:of{BLANK}{_OWN}|above|below)\b"
)
_NUMBER = lazy(r"[IVX]+")
_TABLE = lazy(
    rf"\b(?:table|tables){BLANK}(?:(?:contained|set{BLANK}out|that{BLANK}follows|given){BLANK})?(?:in|following|below|under){BLANK}"
    rf"paragraph{BLANK}(?P<number>\d{{1,3}}){BLANK}(?:above|below|of{BLANK}{_OWN})\b"
)


@check("OPR055")
def part_astray(document: Document, context: Context) -> Iterator[Hit]:
    """*Sections I to III of the present resolution* where there are two; *the table in paragraph 5 above* where it has none."""
    for act in document.acts:
        blocks = tuple(_blocks(document, act))
        yield from _sections(document, act, blocks)
        yield from _tables(document, act, blocks)
        yield from _in_the_preamble(document, act, blocks, context.lexicon)
        yield from _in_the_annex(document, act, blocks)
        yield from _of_nothing(document, act, blocks, context)


def _blocks(document: Document, act: Act) -> Iterator[Block]:
    for clause in (*act.preamble, *act.operative):
        yield from (document.block(block) for inner in clause.walk() for block in inner.blocks)


def _sections(document: Document, act: Act, blocks: Sequence[Block]) -> Iterator[Hit]:
    """Sections beyond the last heading with a roman number."""
    numbers = {value: roman for roman in _romans(document, act) if (value := roman_value(roman)) is not None}
    if not numbers:
        return
    for block in blocks:
        for match in _SECTIONS.finditer(block.text, block.lead) if "ection" in block.text else ():
            for number in _NUMBER.finditer(match["list"]):
                if (roman_value(number[0]) or 0) > max(numbers):
                    last = numbers[max(numbers)]
                    yield Hit(block.span(*match.span()), {"found": match[0], "why": f"the last section is {last}"})
                    break


def _romans(document: Document, act: Act) -> Iterator[str]:
    """The roman numbers of the headings, which stand in their labels or before their words."""
    for heading in act.headings:
        block = document.block(heading.span.block)
        match = _NUMBER.match(block.label) or _NUMBER.match(block.text.strip("* "))
        if match is not None:
            yield match[0]


def _tables(document: Document, act: Act, blocks: Sequence[Block]) -> Iterator[Hit]:
    """The table of a paragraph that no table follows."""
    wanted = [
        (block, match) for block in blocks if "table" in block.text for match in _TABLE.finditer(block.text, block.lead)
    ]
    if not wanted:
        return
    order = {block.id: index for index, block in enumerate(document.blocks)}
    starts = [(order[clause.body.block], clause.number) for clause in act.operative if clause.body.block in order]
    have = set()
    for table in tables(document):
        first = min((order[block.id] for block in table.blocks() if block.id in order), default=-1)
        have |= {number for start, number in starts[-1:] if start < first}
        have |= {number for (start, number), (end, _) in pairwise(starts) if start < first < end}
    for block, match in wanted:
        if match["number"] not in have and len(have) == 1 and any(number == match["number"] for _, number in starts):
            right = min(have)
            yield Hit(
                block.span(*match.span("number")), {"found": match[0], "why": f"the table stands in paragraph {right}"}
            )


# ------------------------------------------------------------------------------------------------ preamble and annex


@per_lexicon
def _preambular(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?P<what>(?:[A-Za-z][\w’-]*{BLANK}){{1,8}}?)(?:referred{BLANK}to|mentioned|described|set{BLANK}out|set{BLANK}forth|welcomed|noted|recalled)"
        rf"{BLANK}in{BLANK}the{BLANK}(?P<which>{any_ordinal(lexicon)}){BLANK}preambular{BLANK}paragraph\b"
    )


_ANNEX = lazy(
    rf"\b(?P<what>(?:[A-Za-z][\w’-]*{BLANK}){{1,6}}?)(?:laid{BLANK}down|set{BLANK}out|set{BLANK}forth|described|defined|listed|referred{BLANK}to"
    rf"|contained|specified|prescribed|mentioned|given){BLANK}in{BLANK}paragraph{BLANK}(?P<which>\d{{1,3}}){BLANK}of{BLANK}the{BLANK}annex(?:{BLANK}to{BLANK}{_OWN})?"
)
_WORD = lazy(r"[^\W\d_]{4,}(?:[-’][^\W\d_]+)*")
_SMALL = frozenset(("that", "those", "these", "with", "from", "which", "this", "such", "their", "continue", "being", "have", "been",
                    "paragraph", "annex", "resolution", "present", "under", "within"))  # fmt: skip


def _stems_said(words: str) -> frozenset[str]:
    """The stems of the words of weight in a phrase."""
    return frozenset(stem_of(word[0]) for word in _WORD.finditer(words) if word[0].lower() not in _SMALL)


def _in_the_preamble(document: Document, act: Act, blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Hit]:
    held = [_stems_in(document, clause) for clause in act.preamble]
    for block in blocks:
        for match in _preambular(lexicon).finditer(block.text, block.lead) if "preambular" in block.text else ():
            number = ordinal_value(match["which"], lexicon)
            if number is None:
                continue
            span = block.span(match.start("which"), match.end())
            if number > len(held):
                yield Hit(
                    span,
                    {"found": block.text[span.start : span.end], "why": f"the preamble has {len(held)} paragraphs"},
                )
                continue
            other = _best(_stems_said(match["what"]), held, number - 1)
            if other is not None:
                words = block.text[span.start : span.end]
                yield Hit(span, {"found": words, "why": f"preambular paragraph {other + 1} speaks of it"})


def _in_the_annex(document: Document, act: Act, blocks: Sequence[Block]) -> Iterator[Hit]:
    if len(act.annexes) != 1:
        return
    numbered: Mapping[str, Clause] = {
        document.block(clause.body.block).label.rstrip("."): clause for clause in act.annexes[0].paragraphs
    }
    numbers = [number for number in numbered if number.isdecimal()]
    held = [_stems_in(document, numbered[number]) for number in numbers]
    for block in blocks:
        for match in _ANNEX.finditer(block.text, block.lead) if "annex" in block.text else ():
            if match["which"] not in numbers:
                continue  # REF045 tells what is beyond the last
            other = _best(_stems_said(match["what"]), held, numbers.index(match["which"]))
            if other is not None:
                span, right = block.span(*match.span("which")), numbers[other]
                yield Hit(span, {"found": match["which"], "why": f"paragraph {right} of the annex speaks of it"})


def _stems_in(document: Document, clause: Clause) -> frozenset[str]:
    return stems_of(" ".join(document.block(block).text for inner in clause.walk() for block in inner.blocks))


def _best(said: frozenset[str], held: Sequence[frozenset[str]], named: int) -> int | None:
    """The one other paragraph that holds all words of what is spoken of, where the named one holds none or one of several."""
    there = len(said & held[named])
    if not said or there == len(said) or (there and len(said) == there + 1 and there > 1):
        return None
    full = [at for at, stems in enumerate(held) if at != named and said <= stems]
    most = max((len(said & stems) for stems in held), default=0)
    if not full and not there and most > 1:
        full = [at for at, stems in enumerate(held) if len(said & stems) == most]
    return full[0] if len(full) == 1 else None


# ------------------------------------------------------------------------------------------------ what is nowhere

_ESTABLISHED = lazy(
    rf"\b[Tt]he{BLANK}(?:said{BLANK})?(?P<what>(?:[a-z][\w’-]*{BLANK}){{1,3}}?)(?P<done>referred{BLANK}to|mentioned|established|convened|created|requested|organized"
    rf"|appointed|set{BLANK}up|launched|proposed){BLANK}(?:in|by|under|pursuant{BLANK}to|in{BLANK}accordance{BLANK}with){BLANK}(?:sub)?paragraph{BLANK}"
    rf"(?P<number>\d{{1,3}})(?:{BLANK}?\([a-z]\))?{BLANK}(?:above|below|of{BLANK}{_OWN})\b"
)


def _of_nothing(document: Document, act: Act, blocks: Sequence[Block], context: Context) -> Iterator[Hit]:
    """*The task force established pursuant to paragraph 5 above* in a text that has no other word of a task force."""
    general = frozenset(context.options["general"])
    known = {clause.number: clause for clause in act.operative if clause.number.isdecimal()}
    for block in blocks:
        for match in _ESTABLISHED.finditer(block.text, block.lead) if "paragraph" in block.text else ():
            words = match["what"].split()
            vague = match["done"] in ("mentioned", "referred to", "referred\xa0to")
            if (
                (vague and words[-1].endswith("s"))
                or words[-1] in general
                or match["number"] not in known
                or inside(quotations(block.text), *match.span())
            ):
                continue
            target = _stems_in(document, known[match["number"]])
            if _akin(stem_of(words[-1]), target):
                continue
            rest = " ".join(
                other.text if other.id != block.id else other.text[: match.start()] + other.text[match.end() :]
                for other in document.blocks
            )
            if not _akin(stem_of(words[-1]), stems_of(rest)):
                span = block.span(match.start("what"), match.end("what") - 1)
                there, what = match["number"], match["what"].strip()
                yield Hit(
                    span,
                    {"found": what, "why": f"neither paragraph {there} nor the rest of the text speaks of it"},
                    unsure=vague,
                )


def _akin(stem: str, stems: frozenset[str]) -> bool:
    return any(one.startswith(stem) or stem.startswith(one) for one in stems if len(one) > _SHORT)


_SHORT = 3

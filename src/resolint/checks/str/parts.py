"""Annexes, headings, lists and sentences: the finer structure of a text (catalogue STR014 to STR022)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import head, openings
from resolint.checks.str.order import start_of
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon
from resolint.lexicon.labels import roman, roman_value
from resolint.lexicon.lines import ANNEXED
from resolint.lexicon.phrases import in_form
from resolint.model import NOTE_MARK, Act, Clause, Document, Span
from resolint.regex import lazy
from resolint.rule import Context

_PROMISE = lazy(
    r"\b(?:annexed to (?:the present|this) (?:resolution|decision)"
    r"|(?:in|to|as) (?:the |an )?annex(?:es)?(?: [IVX]{1,5})? to (?:the present|this) (?:resolution|decision))\b",
    re.I,
)
_ANNEX_LABEL = lazy(r"annex(?: [IVX]{1,6})?", re.I)
_HEADING = lazy(r"(?P<numeral>[IVX]{1,6})(?:\.|:|\s*\Z|(?=\s+[A-Z]))")
_STOP = lazy(rf"[.!?][\u201d\u2019\"')]?{NOTE_MARK}*[\s\xa0]+(?=[\u201c\"']?[A-Z])")
_WE = lazy(r"(?:We|In (?:this|that) regard, we)\b")
_SHORT = lazy(
    r"(?:nos?|vols?|paras?|arts?|chap|sect|pp?|st|mrs?|ms|drs?|vs?|cf|add|rev|corr|inc|ltd|jr|sr|ie|eg|etc|prof|gen|col"
    r"|amb|suppl?|eds?|approx|res|doc)\Z"
)
_WORD_BEFORE = lazy(r"([^\W\d_]+)\Z")
_DRAFT_LABEL = lazy(r"\bdraft\s+(?:resolution|decision)\b", re.I)


def _acts(document: Document) -> Iterator[Act]:
    return (act for act in document.acts if act.kind in ("resolution", "decision"))


def _clauses(*parts: tuple[Clause, ...]) -> Iterator[Clause]:
    for part in parts:
        for clause in part:
            yield from clause.walk()


def _words(document: Document, clause: Clause) -> str:
    return document.text(clause.body).lstrip(" \t\n\xa0" + NOTE_MARK)


@check("STR015")
def heading_series_broken(document: Document, context: Context) -> Iterator[Hit]:
    """Numbered headings that skip a number, or a heading I or A that stands alone."""
    for act in _acts(document):
        found = [
            (heading.span, match["numeral"])
            for heading in act.headings
            if (match := _HEADING.match(document.text(heading.span).strip()))
        ]
        numerals = [(span, value) for span, text in found if (value := roman_value(text))]
        if len(numerals) == 1 and numerals[0][1] == 1:
            yield Hit(numerals[0][0], {"fault": "a heading I stands alone; there is no II"})
        expected = 1
        for span, value in numerals:
            if value not in (1, expected):
                yield Hit(span, {"fault": f"{roman(value)} stands where {roman(expected)} is expected"})
            expected = value + 1


@check("STR016")
def annex_unannounced(document: Document, context: Context) -> Iterator[Hit]:
    """An annex that no paragraph mentions, an annex that is promised but missing, and annexes numbered wrongly."""
    for act in _acts(document):
        texts = [document.text(clause.body) for clause in _clauses(act.preamble, act.operative)]
        if act.annexes and texts and not any(ANNEXED.search(text) for text in texts):
            yield Hit(act.annexes[0].heading, {"fault": "no paragraph of the text mentions it"})
        if not act.annexes and len(document.acts) == 1:
            yield from _promised(document, act)
        yield from _annex_numbers(act)


def _promised(document: Document, act: Act) -> Iterator[Hit]:
    for clause in _clauses(act.operative):
        found = _PROMISE.search(document.text(clause.body))
        if found:
            start = clause.body.start + found.start()
            yield Hit(Span(clause.body.block, start, start + len(found[0])), {"fault": "there is no annex"})
            return


def _annex_numbers(act: Act) -> Iterator[Hit]:
    annexes = [annex for annex in act.annexes if _ANNEX_LABEL.fullmatch(annex.label.strip())]
    values = [roman_value(annex.label.split(" ")[-1].upper()) for annex in annexes]
    if len(values) == 1 == len(act.annexes) and values[0] is not None:
        yield Hit(annexes[0].heading, {"fault": "a single annex has no number"})
    elif len(values) > 1:
        for number, (annex, value) in enumerate(zip(annexes, values, strict=True), 1):
            if value != number:
                yield Hit(annex.heading, {"fault": f"Annex {roman(number)} is expected"})
                return


@check("STR017")
def annex_untitled(document: Document, context: Context) -> Iterator[Hit]:
    """An annex without a title under its heading."""
    for act in _acts(document):
        for annex in act.annexes:
            if annex.title is None and (annex.paragraphs or annex.body):
                yield Hit(annex.heading)


@check("STR018")
def adoption_line_in_draft(document: Document, context: Context) -> Iterator[Hit]:
    """The meeting and date of adoption at the end of a draft (told by its symbol or its line of sponsors)."""
    if not _is_draft(document):
        return
    for act in document.acts:
        for block_id in act.closing:
            block = document.block(block_id)
            words = block.text.strip()
            if words:
                start = block.text.find(words)
                yield Hit(block.span(start, start + len(words)))
                break


def _is_draft(document: Document) -> bool:
    symbol = document.head.symbol or ""
    if re.search(r"/L\.", symbol):
        return True
    span = document.head.where("sponsors")
    return (
        span is not None
        and document.has_block(span.block)
        and bool(_DRAFT_LABEL.search(document.block(span.block).text, span.start))
    )


@check("STR019")
def sentence_inside(document: Document, context: Context) -> Iterator[Hit]:
    """A full stop inside the one sentence that a resolution is; quoted passages are passed over.

    Paragraphs that open with no verb, texts that speak as *we*, and those in which a quarter of the paragraphs hold
    several sentences, are statutes or outcome documents set out in a resolution, and left alone.
    """
    for act in document.acts:
        if act.kind != "resolution":
            continue
        tops = (*act.preamble, *act.operative)
        if any(_WE.match(_words(document, clause)) for clause in tops):
            continue
        clauses = list(_clauses(tuple(clause for clause in tops if _opens(document, clause, context.lexicon))))
        hits = [hit for clause in clauses for hit in _stops(document, clause)]
        if len(hits) < 4 or len(hits) * 4 < len(clauses):
            yield from hits


def _opens(document: Document, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a paragraph opens as those of a resolution do, with a verb, participle or adjective."""
    found = head(document, clause, lexicon)
    return found is not None and found.opening.form in ("third", "participle", "adjective")


def _stops(document: Document, clause: Clause) -> Iterator[Hit]:
    for block_id in clause.blocks:
        block = document.block(block_id)
        start = clause.body.start if block_id == clause.body.block else block.lead
        stop = _inner_stop(block.text, start)
        if stop is not None:
            yield Hit(block.span(stop, stop + 1))


def _inner_stop(text: str, start: int) -> int | None:
    """The first full stop inside ``text`` with another sentence behind it, outside quotations; None without one."""
    curly = straight = 0
    if text[start:].lstrip()[:1] in ("\u201c", '"'):
        return None
    for found in _STOP.finditer(text, start):
        passage = text[start : found.start()]
        curly += passage.count("\u201c") - passage.count("\u201d")
        straight += passage.count('"')
        start = found.start()
        if curly <= 0 and straight % 2 == 0 and not _abbreviated(text, start):
            return start
    return None


def _abbreviated(text: str, stop: int) -> bool:
    before = _WORD_BEFORE.search(text, max(0, stop - 24), stop)
    if before is None:
        return text[stop - 1 : stop].isspace()
    word = before[1]
    return len(word) == 1 or _SHORT.match(word.lower()) is not None or text[before.start() - 1 : before.start()] == "."


@check("STR020")
def declaration_third_person(document: Document, context: Context) -> Iterator[Hit]:
    """A verb in the third person in a declaration whose paragraphs speak as *We*."""
    for act in document.acts:
        if act.kind != "declaration":
            continue
        found = [head for _, head in openings(document, (*act.preamble, *act.operative), context.lexicon)]
        if not any(one.opening.form == "base" for one in found):
            continue
        for one in found:
            verb = document.text(one.span(one.opening.start, one.opening.end)).split()[0]
            right = in_form(verb, one.opening.verb, "base", context.lexicon)
            if one.opening.form == "third" and right is not None:
                here = one.span(one.opening.start, one.opening.start + len(verb))
                yield Hit(here, {"right": right}, Fix(f"Write {right}", (Edit(here, right, verb),), "suggest"))


@check("STR021")
def decision_with_preamble(document: Document, context: Context) -> Iterator[Hit]:
    """A decision with a preamble."""
    for act in document.acts:
        if act.kind == "decision" and act.preamble:
            yield Hit(start_of(document, act.preamble[0]))


@check("STR022")
def paragraph_too_long(document: Document, context: Context) -> Iterator[Hit]:
    """A paragraph with more words than the option ``words`` allows."""
    limit = int(context.options.get("words", 400))
    for act in _acts(document):
        for clause in (*act.preamble, *act.operative):
            count = sum(len(document.text(found.body).split()) for found in clause.walk())
            if count > limit:
                yield Hit(start_of(document, clause), {"count": str(count), "limit": str(limit)})

"""Checks on references in the text: the form of resolution numbers, dates at first mention, order, plausibility."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from resolint.checks import check
from resolint.checks.shared.clauses import inside, level, matches, prose, quotations, references
from resolint.checks.shared.texts import texts
from resolint.citation import faults, plausible
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon
from resolint.lexicon.organs import OF_PROFILE, organ_name, organs
from resolint.model import Block, Citation, Document
from resolint.regex import lazy
from resolint.rule import Context
from resolint.scan import scan

_OF_NUMBERS = frozenset(
    ("symbol", "keyword-abbreviated", "number-word", "spacing", "letter-misplaced", "year-added", "year-missing",
     "year-by-slash", "roman", "plural-missing")
)  # fmt: skip
"""The faults that REF002 reports; other rules report the rest."""
_OF_ORGAN = {
    "number and organ": "this organ numbers its resolutions in another way",
    "roman session": "this organ counted sessions in roman figures only up to a lower number",
    "session": "this organ numbers its resolutions in another way",
}
_SHARED_YEAR = lazy(r"[ \xa0]and[ \xa0]\d+[ \xa0]\(")
_CUT = lazy(r"(?:Environment(?:al)?|Health|\bE?S-)[ \xa0]$")


def in_prose(document: Document) -> Iterator[tuple[Block, Citation]]:
    """The citations of resolutions and decisions in the running text, outside quotations."""
    by_block = references(document)
    for block in prose(document):
        found = [citation for citation in by_block.get(block.id, ()) if citation.kind in ("resolution", "decision")]
        ranges = quotations(block.text) if found else []
        for citation in found:
            begin = citation.span.start  # its end may be that of a title in quotation marks
            if begin >= block.lead and not inside(ranges, begin, begin + 1):
                yield block, citation


def with_own_date(document: Document) -> Iterator[tuple[Block, Citation]]:
    """The citations of ``in_prose`` but for those whose date is that of the last of their list.

    *Resolutions 1514 (XV) and 1541 (XV) of 15 December 1960* dates the second alone.
    """
    found = list(in_prose(document))
    for (block, citation), after in zip_longest(found, found[1:]):
        listed = (
            after is not None and after[0] is block and citation.date is not None and after[1].date == citation.date
        )
        between = block.text[citation.span.end : after[1].span.start] if after is not None else ""
        if not listed or between.strip(" \xa0,") not in ("", "and"):
            yield block, citation


def cut_short(block: Block, citation: Citation) -> bool:
    """Whether words before a citation belong to it that make it another: *Environmental* Assembly, *ES-* 10/17."""
    return _CUT.search(block.text, max(0, citation.span.start - 16), citation.span.start) is not None


@check("REF002")
def number_form(document: Document, context: Context) -> Iterator[Hit]:
    """Numbers of resolutions and decisions in another form than that of their organ and time."""
    namesake: str | None = None
    council = OF_PROFILE.get(context.profile) == "SC"
    for block, citation in in_prose(document):
        own = council and citation.own and citation.organ is None and not _dated(block, citation)
        found = faults.of_form(block.text, replace(citation, organ="SC") if own else citation, context.lexicon)
        for fault in found:
            in_brackets = fault.name == "symbol" and block.text[fault.start - 1 : fault.start] == "("
            other = fault.name == "year-by-slash" and citation.organ != "SC"
            if fault.name not in _OF_NUMBERS or in_brackets or other:
                continue
            span = block.span(fault.start, fault.end)
            words = block.text[fault.start : fault.end]
            fix = None
            if fault.replacement is not None:
                title = f"Write “{fault.replacement}”" if fault.replacement else f"Take out “{words.strip()}”"
                fix = Fix(title, (Edit(span, fault.replacement, words),), level(words, fault.replacement))
            yield Hit(
                span,
                {"found": block.text[citation.span.start : citation.span.end], "why": faults.EXPLANATIONS[fault.name]},
                fix,
                # The Security Council often cites the resolutions of others by their symbols, and once it has given
                # the year of a resolution, the number alone.
                unsure=council
                and (fault.name == "symbol" or (fault.name == "year-missing" and _with_year(document, words))),
            )
        doubt = None if found or cut_short(block, citation) else plausible.doubt_number(citation)
        if doubt is not None:
            words = block.text[citation.span.start : citation.span.end]
            if namesake is None:
                namesake = _namesake(document, context.lexicon)
            if namesake and words.startswith(namesake):
                continue  # the Assembly of the text may be the Environment Assembly, whose numbers are *1/6*
            yield Hit(citation.span, {"found": words, "why": _OF_ORGAN[doubt.reason]})


def _dated(block: Block, citation: Citation) -> bool:
    """Whether a resolution has a date, or shares the year of the one named after it: *425 and 426 (1978)*."""
    return citation.date is not None or _SHARED_YEAR.match(block.text, citation.span.end) is not None


def _with_year(document: Document, words: str) -> bool:
    """Whether a resolution of the Security Council that is cited by its number alone is cited elsewhere with its year."""
    number = words.split()[-1]
    return number.isdecimal() and any(
        f"{number}{blank}(" in block.text for block in document.blocks for blank in " \xa0"
    )


def _namesake(document: Document, lexicon: Lexicon) -> str:
    """The short name of the General Assembly where the text also names the Environment Assembly; else nothing."""
    short = {organ.code: organ.short.partition(" ")[2] for organ in organs(lexicon)}
    return short["GA"] if any(short["UNEA"] in block.text for block in document.blocks) else ""


@check("REF004")
def own_organ_named(document: Document, context: Context) -> Iterator[Hit]:
    """An organ that names itself in citing its own resolution (*General Assembly resolution* in an Assembly text)."""
    own = OF_PROFILE.get(context.profile)
    main = {
        block_id for act in document.acts for clause in (*act.preamble, *act.operative) for block_id in clause.blocks
    }
    for block, citation in in_prose(document):
        words = block.text[citation.span.start : citation.span.end]
        if citation.organ == own and own and block.id in main and words.startswith(organ_name(own, context.lexicon)):
            yield Hit(block.span(citation.span.start, citation.span.end), {"found": words})


_ARTICLE = lazy(
    r"\b(?:[Aa]rticle|[Rr]ule)[ \xa0]\d{1,3}, paragraph[ \xa0]\d{1,3}(?:[ \xa0]\([a-z]+\))?"
    r"(?=[ \xa0]of the[ \xa0][A-Z])"
)


@check("REF008")
def article_comma(document: Document, context: Context) -> Iterator[Hit]:
    """*Article 12, paragraph 3 of the Convention* without its second comma."""
    for block, match in matches(document, _ARTICLE, having=(", paragraph",)):
        span = block.span(match.end(), match.end())
        fix = Fix("Close with a comma", (Edit(span, ",", ""),), "safe")
        yield Hit(span, {"found": match.group()}, fix)


_OF_YEAR = lazy(r"(?<![\w/.])(?:E(?:/(?:CN|C)\.\d{1,2}|/ICEF)?|S)/(?P<year>20\d\d)/(?:[A-Z]+/)?\d{1,4}\b")
_OF_SESSION = lazy(r"(?<![\w/.])A/(?P<council>HRC/)?(?P<session>\d{2,3})/\d{1,4}\b")
_OWN = lazy(r"A/(?P<council>HRC/)?(?:C\.[1-6]/)?(?P<session>\d{2,3})/L\.")


@check("REF043")
def symbol_of_the_future(document: Document, context: Context) -> Iterator[Hit]:
    """*E/CN.5/2029/3* in a draft of 2027: a document of a year, or a session, after that of the draft."""
    own = _OWN.match(document.head.symbol or "")
    for block, match in scan(document, texts(document), _OF_YEAR) if context.date else ():
        if match["year"] > (context.date or "")[:4]:
            yield Hit(block.span(*match.span()), {"found": match.group(), "now": (context.date or "")[:4]})
    for block, match in scan(document, texts(document), _OF_SESSION) if own else ():
        if own and match["council"] == own["council"] and int(match["session"]) > int(own["session"]):
            yield Hit(block.span(*match.span()), {"found": match.group(), "now": document.head.symbol or ""})

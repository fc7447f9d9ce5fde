"""What found no place: paragraphs outside of all parts, foreign formulas, parts that are missing (STR024 to STR028, STR035)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from resolint.checks import check
from resolint.checks.shared.counts import asked, body_words
from resolint.checks.str.order import start_of
from resolint.findings import Hit
from resolint.model import NOTE_MARK, Act, Block, Document, Span
from resolint.regex import lazy
from resolint.rule import Context
from resolint.structure.lines import names_organ, resolves
from resolint.structure.places import BODY, CLOSING, HEADING, OPERATIVE, ORGAN, PREAMBLE, placed

_DATE = lazy(r"\d{1,2}[ \xa0][A-Z][a-z]{2,8}[ \xa0]\d{4}[.\]]?")
_BLANKS = " \t\n\xa0\u200b\ufeff" + NOTE_MARK
_SUBHEAD = lazy(r"[A-Z](?:[^\s.:;,]{1,20}[ \xa0]){0,5}[^\s.:;,]{1,20}:")
"""A short line before operative paragraphs that ends in a colon: *Rule of law:*."""
_ARTICLE = lazy(
    r"\s*(?:Article|Rule|Principle|Section|Chapter|Part|Regulation)[ \xa0](?:\d{1,3}|[IVXLC]+)\b", re.IGNORECASE
)
"""A heading inside of an instrument."""
_KINDS = ("resolution", "decision")
_RUN = 3
"""More paragraphs in a row than these are told as one."""


@check("STR024")
def not_placed(document: Document, context: Context) -> Iterator[Hit]:
    """Paragraphs that are neither preambular nor operative, nor of an annex, heading or masthead; many in a row are one hit.

    What follows a heading inside of the operative part is an instrument where the paragraph above sets one out (*as
    follows:*) or where the heading is that of an article, and what follows the lines on the vote is
    a list of States. Of several acts each is looked at from its first to its last paragraph.
    """
    acts = [act for act in document.acts if act.kind in _KINDS]
    if not acts or document.kind not in _KINDS:
        return
    parts = placed(document)
    loose = {block_id for act in acts for block_id in act.body} if len(document.acts) > 1 else None
    run: list[Hit] = []
    for hit in _unplaced(document, parts, loose, context):
        if (run and hit is None) or (hit and run and hit.values["fault"] != run[0].values["fault"]):
            yield from _told(run)
            run = []
        if hit is not None:
            run.append(hit)
    yield from _told(run)


def _told(run: list[Hit]) -> Iterator[Hit]:
    """A run of hits for one reason: as it is where it is short, else its first with the number of the others."""
    if len(run) <= _RUN:
        yield from run
    else:
        what = f"This and the {len(run) - 1} paragraphs behind it belong"
        yield Hit(run[0].span, {"what": what, "fault": run[0].values["fault"]}, unsure=run[0].unsure)


def _unplaced(
    document: Document, parts: Mapping[str, str], loose: Collection[str] | None, context: Context
) -> Iterator[Hit | None]:
    """The paragraphs without a part, and None where one with a part stands between."""
    seen: set[str] = set()
    heading = announced = False
    tops = {clause.blocks[0] for act in document.acts for clause in act.operative if clause.blocks}
    for block in document.blocks:
        part = parts.get(block.id, BODY)
        if part == BODY and block.kind in ("paragraph", "heading") and not (heading and announced):
            words = block.text.strip(_BLANKS)
            outside = (loose is None or block.id in loose) and CLOSING not in seen
            says = any(sign.isalnum() for sign in words) or (bool(block.label) and not words)
            if (
                outside
                and says
                and not _DATE.fullmatch(words)
                and not (OPERATIVE in seen and _SUBHEAD.fullmatch(words))
            ):
                values = {"what": "This belongs", "fault": _fault(document, block, seen, context)}
                # Behind a heading it may be an annex that is not called one.
                yield Hit(_words(block), values, unsure=heading and OPERATIVE in seen)
        elif part != BODY and block.text.strip():
            heading = part == HEADING
            if part == OPERATIVE:
                announced = (announced and block.id not in tops) or block.text.rstrip(_BLANKS).endswith(":")
            elif heading:
                announced = announced or (OPERATIVE in seen and _ARTICLE.match(block.text) is not None)
            seen.add(part)
            yield None


def _words(block: Block) -> Span:
    words = block.text.strip()
    start = block.text.find(words) if words else 0
    return block.span(start, start + len(words))


def _fault(document: Document, block: Block, seen: set[str], context: Context) -> str:
    if not block.text[block.lead :].strip():
        return "it is a number without text"
    if ORGAN in seen and names_organ(block, context.lexicon):
        return "the organ line stands here again"
    if ORGAN not in seen and any(act.organ_line for act in document.acts) and PREAMBLE not in seen:
        return "it stands before the organ line"
    if OPERATIVE in seen:
        return "it is neither numbered nor opens with a verb"
    return "it opens neither as a preambular nor as an operative paragraph does"


@check("STR025")
def foreign_formula(document: Document, context: Context) -> Iterator[Hit]:
    """*Be it resolved that …* between preamble and operative part."""
    for act in document.acts:
        for heading in act.headings:
            if resolves(document.text(heading.span)):
                yield Hit(heading.span)


@check("STR026")
def operative_part_missing(document: Document, context: Context) -> Iterator[Hit]:
    """A resolution that has a preamble, and nothing that it decides."""
    for act in _resolutions(document):
        if act.preamble and not act.operative:
            end = document.block(act.preamble[-1].blocks[-1]).text.rstrip()
            yield Hit(Span(act.preamble[-1].blocks[-1], len(end), len(end)))


@check("STR027")
def preamble_missing(document: Document, context: Context) -> Iterator[Hit]:
    """A resolution that begins with its operative part."""
    for act in _resolutions(document):
        if act.operative and not act.preamble:
            yield Hit(start_of(document, act.operative[0]))


@check("STR028")
def clause_count(document: Document, context: Context) -> Iterator[Hit]:
    """Fewer or more paragraphs in a part than the options ``preambular_least``, ``operative_most`` … allow."""
    for act in _resolutions(document):
        for part, clauses in (("preambular", act.preamble), ("operative", act.operative)):
            limit = asked(context.options, part, len(clauses))
            if limit and clauses:
                yield Hit(start_of(document, clauses[0]), {"count": str(len(clauses)), "part": part, "limit": limit})


@check("STR035")
def word_count(document: Document, context: Context) -> Iterator[Hit]:
    """Fewer or more words than the options ``words_least`` and ``words_most`` allow."""
    acts = [act for act in document.acts if act.kind in _KINDS]
    count = body_words(document)
    limit = asked(context.options, "words", count)
    if not acts or not limit:
        return
    title = acts[0].title
    place = title if title is not None else next((start_of(document, clause) for clause in acts[0].operative), None)
    if place is not None:
        yield Hit(place, {"count": f"{count:,}", "limit": limit})


def _resolutions(document: Document) -> Iterator[Act]:
    return (act for act in document.acts if act.kind == "resolution")

"""What the checks on preambles and operative parts share: openings, endings and the prose of a draft."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from resolint.findings import Applicability, Edit, Fix
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, marks
from resolint.lexicon.characters import ends_words
from resolint.lexicon.languages import languages
from resolint.lexicon.marks import CLOSING_QUOTES, words_end
from resolint.lexicon.openings import Opening, after_clause, parse
from resolint.lexicon.organs import organs
from resolint.model import NOTE_MARK, Act, Block, Citation, Clause, Document, Span
from resolint.regex import lazy
from resolint.scan import scan
from resolint.shared import per_document, timed
from resolint.tables import tables_of

_ROW = "openings"
"""What this takes is shared by the rules on openings, and told apart from them."""
STOPS = marks.ENDS + "?"
_PASSED_OVER = " \t\n\xa0\u2009\u200b\u200e\u200f\u202f\ufeff" + NOTE_MARK
_GLUED_NOTE = lazy(r"(?:(?<=;)|(?<=[^\d\s][.,:]))\d{1,3}(?:, ?\d{1,3}){0,4}$")


class ClauseStart(NamedTuple):
    """The block a clause begins in, where its words begin there, and its opening phrase from that place."""

    block: Block
    start: int
    opening: Opening

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets of the opening."""
        return Span(self.block.id, self.start + start, self.start + end)


class Ending(NamedTuple):
    """How a clause's own words end: the mark (empty if none) with its place, and whether a quotation holds it.

    ``hanging`` tells that the words break off at an *and* or *or*, behind which no mark mends anything, or that two marks meet.
    """

    span: Span
    mark: str
    quoted: bool = False
    hanging: bool = False
    blanks: str = ""
    """What stands before a mark of another script, which goes with it."""

    @property
    def said(self) -> str:
        """The mark as a message says it."""
        return said(self.mark)

    @property
    def start(self) -> int:
        """Where the blanks before the mark begin."""
        return self.span.start - len(self.blanks)

    def fix(self, title: str, mark: str) -> Fix:
        """The mark in the place of the one that stands there; advice where the words have to be looked at first."""
        if self.hanging:
            return Fix(title, (), "advice")
        edit = Edit(Span(self.span.block, self.start, self.span.end), mark, self.blanks + self.mark)
        return Fix(title, (edit,), "safe")


def said(mark: str) -> str:
    """A mark as a message says it: one that only looks like the usual is told by its name."""
    if not mark:
        return "no punctuation mark"
    strange = [unicodedata.name(sign, "").capitalize() for sign in mark if unicodedata.normalize("NFKC", sign) != sign]
    return f"“{mark}” ({', '.join(strange)})" if any(strange) else f"“{mark}”"


@per_document(_ROW)
def _heads(_document: Document) -> dict[tuple[int, int], tuple[ClauseStart | None, Clause, Lexicon]]:
    return {}


def head(document: Document, clause: Clause, lexicon: Lexicon) -> ClauseStart | None:
    """The opening of a clause, None where its text does not begin with a word or is in another language; read once for all rules.

    That of an operative paragraph which begins with a clause (*Acting under Chapter VII …, authorizes*) is its verb.
    """
    # Clause and lexicon are kept too, so that no other thing can take their place.
    kept, key = _heads(document), (id(clause), id(lexicon))
    if key not in kept:
        kept[key] = timed(_ROW, lambda: _head(document, clause, lexicon)), clause, lexicon
    return kept[key][0]


def _head(document: Document, clause: Clause, lexicon: Lexicon) -> ClauseStart | None:
    block = document.block(clause.body.block)
    start = clause.body.start
    while start < clause.body.end and block.text[start] in _PASSED_OVER:
        start += 1
    opening = parse(block.text[start : min(clause.body.end, start + 200)], lexicon)
    if opening is None or opening.start:
        return None
    if opening.form not in ("third", "participle") and languages(lexicon).other_than(document.language, block.text):
        return None
    if clause.role == "operative" and opening.form not in ("third", "base"):
        verb = after_clause(block.text[start : clause.body.end], lexicon)
        if verb is not None:
            return ClauseStart(block, start, verb)
    return ClauseStart(block, start, opening)


def openings(document: Document, clauses: tuple[Clause, ...], lexicon: Lexicon) -> Iterator[tuple[Clause, ClauseStart]]:
    """The clauses that begin with a word, each with its opening."""
    for clause in clauses:
        found = head(document, clause, lexicon)
        if found is not None:
            yield clause, found


def ending(document: Document, clause: Clause, lexicon: Lexicon) -> Ending:
    """The punctuation that closes a clause's own words.

    Note marks and commas between them (also digits glued to the punctuation by a conversion), blanks, closing
    brackets and an *and* or *or* after the mark are passed over; a closing quotation mark is passed over where the
    mark stands before it.
    """
    block = document.block(clause.blocks[-1] if clause.blocks else clause.body.block)
    text = block.text
    end = words_end(text, _PASSED_OVER + "]")
    glued = _GLUED_NOTE.search(text, max(0, end - 24), end)
    # The figures at the end of a symbol (*A/75/L.9*, *1/CP.16*) are its own.
    if glued and "/" not in text[: glued.start()].split(" ")[-1].split("\xa0")[-1]:
        end = glued.start()
    end = marks.joined(text, end, lexicon)
    quoted = False
    if end > 1 and text[end - 1] in CLOSING_QUOTES and text[end - 2] in STOPS:
        end, quoted = end - 1, True
    start = end
    if start and _is_stop(text[start - 1]):
        start -= 1
        if start and text[start - 1] not in ".?" and _is_stop(text[start - 1]):
            start -= 1
    wrong = end - start > 1 or (start < end and text[start] > "\x7f")
    before = text[:start].rstrip(" \t\xa0") if wrong else text[:start]
    hanging = before[-1:] in STOPS if wrong else start == end and marks.hanging(text, end, lexicon)
    # A comma between two marks of notes is or is not that of the sentence: who wrote it knows.
    hanging = hanging or (start == end and "," in text[end:] and NOTE_MARK in text[end:])
    return Ending(Span(block.id, start, end), text[start:end], quoted, hanging, text[len(before) : start])


def _is_stop(char: str) -> bool:
    """Whether a character ends words, in this script or by mistake in another."""
    return char in STOPS or (char > "\x7f" and ends_words(char))


def level(expected: str, replacement: str) -> Applicability:
    """*safe* for a change of signs, blanks and figures alone, *suggest* for one that touches a letter."""
    same = [sign for sign in expected if sign.isalpha()] == [sign for sign in replacement if sign.isalpha()]
    return "safe" if same else "suggest"


def speaks_in_verbs(document: Document, act: Act, lexicon: Lexicon) -> bool:
    """Whether most operative paragraphs of an act begin with a verb that an organ is the subject of.

    Declarations (*Reaffirm our commitment*, *We reaffirm*) and the articles of a treaty do not. Bare verbs count under the
    line of an organ that the tables know: it asks for *Calls upon*, whatever stands there.
    """
    spoken = ("third", "participle", "infinitive", *(("base",) if _under_organ(document, act, lexicon) else ()))
    forms = [found.opening.form for _, found in openings(document, act.operative, lexicon)]
    return bool(forms) and sum(form in spoken for form in forms) * 2 >= len(forms)


def _under_organ(document: Document, act: Act, lexicon: Lexicon) -> bool:
    """Whether the line before an act names one organ of the tables (*The General Assembly,*), not many (*The States Parties,*)."""
    if act.organ_line is None:
        return False
    words = document.text(act.organ_line).strip(" \t\xa0*_,:")
    return any(words == organ.line.rstrip(",") for organ in organs(lexicon) if organ.line)


@per_document("prose")
def prose(document: Document) -> tuple[Block, ...]:
    """The blocks that carry the text of the acts: titles, paragraphs, annexes and tables, without masthead and notes.

    Those of the document asked for last are kept, since many rules ask.
    """
    lines = (span.block for act in document.acts for span in (act.title, act.organ_line) if span is not None)
    paragraphs = (block_id for _, clause in document.clauses() for block_id in clause.blocks)
    cells = tables_of(document) if document.acts else ()
    return tuple(document.block(block_id) for block_id in dict.fromkeys((*lines, *paragraphs, *cells)))


def annexed(document: Document) -> frozenset[str]:
    """The ids of the paragraphs that stand in annexes."""
    paragraphs = (top for act in document.acts for annex in act.annexes for top in annex.paragraphs)
    return frozenset(block for top in paragraphs for clause in top.walk() for block in clause.blocks)


def sections(document: Document, act: Act) -> frozenset[int]:
    """The places in the operative part (from 0) at which a heading begins a section."""
    if not act.headings:
        return frozenset()
    order = {block.id: place for place, block in enumerate(document.blocks)}
    begins = [order.get(clause.body.block, -1) for clause in act.operative]
    return frozenset(bisect_left(begins, order.get(heading.span.block, -1)) for heading in act.headings)


def judged(act: Act) -> tuple[Clause, ...]:
    """The operative paragraphs whose form can be judged.

    Where some are numbered, one without a number is a leftover of a list, a table or a second preamble. So is one that
    bears a number again and opens with no verb that structure knows: an agenda, the articles of a statute.
    """
    seen: set[str] = set()
    numbered = []
    for clause in act.operative:
        if clause.number and (clause.opener is not None or clause.number not in seen):
            numbered.append(clause)
        seen.add(clause.number)
    return tuple(numbered) or act.operative


@per_document("references")
def references(document: Document) -> Mapping[str, tuple[Citation, ...]]:
    """The citations by block; those of the document asked for last are kept, since several rules ask."""
    grouped: dict[str, list[Citation]] = {}
    for citation in document.citations:
        grouped.setdefault(citation.span.block, []).append(citation)
    return {block: tuple(group) for block, group in grouped.items()}


def quotations(text: str) -> list[tuple[int, int]]:
    """Where double quotation marks enclose something, as pairs of offsets in order; one that is not closed is none."""
    return list(marks.quotations(text))


def inside(ranges: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of ``ranges`` (in order, apart) overlaps the characters from ``start`` to ``end``."""
    place = bisect_left(ranges, (start, 0))
    return (place > 0 and ranges[place - 1][1] > start) or (place < len(ranges) and ranges[place][0] < end)


def matches(
    document: Document, pattern: re.Pattern[str], *, having: tuple[str, ...] = (), quoted: bool = False
) -> Iterator[tuple[Block, re.Match[str]]]:
    """Every match of ``pattern`` in the prose, outside quotations unless ``quoted``.

    No match is without one of the words ``having``; by default they are read off the pattern.
    """
    return outside(scan(document, prose(document), pattern, having=having, labels=True), quoted=quoted)


def outside(
    found: Iterable[tuple[Block, re.Match[str]]], *, quoted: bool = False
) -> Iterator[tuple[Block, re.Match[str]]]:
    """What was ``found`` outside of quotations, or all of it if ``quoted``."""
    last: Block | None = None
    ranges: list[tuple[int, int]] = []
    for block, match in found:
        if block is not last:
            last, ranges = block, [] if quoted else quotations(block.text)
        if not inside(ranges, *match.span()):
            yield block, match

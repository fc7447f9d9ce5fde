"""Checks on what editing leaves behind: marked words, typed comments, openings one after the other, broken paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import head, inside, prose, quotations
from resolint.checks.shared.texts import english
from resolint.checks.shared.wording import more_places
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon
from resolint.lexicon.openings import parse
from resolint.lexicon.organs import known_at
from resolint.model import Block, Document, MarkKind
from resolint.regex import lazy
from resolint.rule import Context, per_rule

_MARKED: tuple[tuple[MarkKind, str], ...] = (
    ("highlight", "highlighted"),
    ("strike", "struck out"),
    ("colour", "in another colour"),
    ("hidden", "hidden"),
)
_SHOWN = 60


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1].rstrip() + "…"


@check("PRC003")
def words_marked(document: Document, context: Context) -> Iterator[Hit]:
    """Words that somebody highlighted, coloured, struck out or hid: for each of these one hit, at the first place."""
    blocks = prose(document)
    for kind, name in _MARKED:
        places = [
            (block, mark)
            for block in blocks
            for mark in block.marked(kind)
            if _says(block, mark.start, mark.end, mark.value)
        ]
        if places:
            block, mark = places[0]
            words = mark.value if kind == "hidden" else block.text[mark.start : mark.end]
            values = {"found": _short(words), "how": name, "more": more_places(len(places) - 1)}
            yield Hit(block.span(mark.start, mark.end), values)


@check("PRC026")
def words_set_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """Words of clauses in another font or size than most of the text: one hit, at the first place."""
    blocks = (document.block(block_id) for _, clause in document.clauses() for block_id in clause.blocks)
    places = [
        (block, mark)
        for block in blocks
        for mark in block.marked("face")
        if block.kind != "cell" and any(map(str.isalpha, block.text[mark.start : mark.end]))
    ]
    if places:
        block, mark = places[0]
        found = _short(block.text[mark.start : mark.end])
        yield Hit(block.span(mark.start, mark.end), {"found": found, "more": more_places(len(places) - 1)})


def _says(block: Block, start: int, end: int, hidden: str) -> bool:
    return any(sign.isalnum() for sign in block.text[start:end] or hidden)


_NUMBERED = r"[ \xa0]{0,2}(?:No\.?[ \xa0]?)?\d"
"""What follows a bracket that belongs to the number of a law: *Regulation (EU) No 267/2012*."""


@per_rule
def _comments(context: Context) -> re.Pattern[str]:
    who = "|".join(re.escape(name) for name in context.options["who"])
    notes = "|".join(context.options["notes"])
    return regex.compiled(
        rf"\((?:(?P<who>(?:{who})(?:(?:[,;/+]| and|,? &) ?(?:{who}))*)(?:[:,;] ?[^()]{{0,120}})?"
        rf"|(?i:(?:{notes})\b)[^()]{{0,60}})\)(?!{_NUMBERED})"
    )


@check("PRC004")
def comment_typed(document: Document, context: Context) -> Iterator[Hit]:
    """Words in brackets that the negotiation left: who asks for the words (*(EU)*), what to do (*(retain)*).

    The options ``who`` and ``notes`` hold the short names of delegations, and how such words begin. A name in brackets
    whose letters begin the words before it is a definition.
    """
    for block in prose(document):
        if "(" not in block.text:
            continue
        ranges = quotations(block.text)
        for match in _comments(context).finditer(block.text, block.lead):
            defined = match["who"] and _defines(block.text[: match.start()], match["who"])
            if not defined and not inside(ranges, *match.span()):
                yield Hit(block.span(*match.span()), {"found": match.group()})


def _defines(before: str, short: str) -> bool:
    """Whether the last words before a bracket begin with the letters in it."""
    letters = [sign for sign in short if sign.isupper()]
    initials = [word[0] for word in re.findall(r"\b[A-Z]\w*", before[-120:])]
    return bool(letters) and initials[-len(letters) :] == letters


@check("PRC005")
def openings_two(document: Document, context: Context) -> Iterator[Hit]:
    """A second opening of the same form directly after the first one (*Urges Calls upon*), of which one was to go."""
    for act in document.acts:
        for clause in (*act.preamble, *act.operative):
            first = head(document, clause, context.lexicon)
            if first is None:
                continue
            start = first.start + first.opening.end
            rest = first.block.text[start : start + 200]
            words = rest.lstrip(" \xa0/*")
            if not words[:1].isupper() or len(words) == len(rest):
                continue
            second = parse(words, context.lexicon)
            named = known_at(words, 0, context.lexicon) is not None or _is_body(words, context.lexicon)
            same = second is not None and second.form == first.opening.form != "unknown"
            if second is not None and same and second.start == 0 and not named:
                begin = start + len(rest) - len(words)
                found = first.block.text[begin : begin + second.end]
                yield Hit(first.block.span(begin, begin + second.end), {"found": found, "first": first.opening.verb})


def _is_body(words: str, lexicon: Lexicon) -> bool:
    """Whether the second word is one that names of bodies end with: *Governing Council*."""
    return words.split(" ", 2)[1:2] in [[noun] for noun in (*lexicon.grammar.organ_nouns, *lexicon.grammar.body_nouns)]


_GOES_ON, _GOES_ON_IN_ITEM = lazy(r"[a-z,]\Z"), lazy(r"[a-z]\Z")
_FEW = 5
_BROKEN = lazy(r"(?<=[a-z,])[ \xa0]*+[\t\n\v\u2028\u2029][ \t\n\xa0]*+(?=[a-z])")


@check("PRC006")
def sentence_broken(document: Document, context: Context) -> Iterator[Hit]:
    """A tab, a line end or a paragraph mark inside a sentence, between words in small letters."""
    yield from _parted(document)
    for block in prose(document):
        broken = any(sign in block.text for sign in "\t\n\v\u2028\u2029")
        if not broken or block.kind == "cell" or not english(block):
            continue
        for match in _BROKEN.finditer(block.text, block.lead):
            if not block.text[match.start() - 1 : match.start()].strip(" \xa0") and match.start() == block.lead:
                continue
            span = block.span(*match.span())
            name = "tab" if "\t" in match.group() else "line end"
            yield Hit(span, {"what": name}, Fix("Write one blank", (Edit(span, " ", match.group()),), "safe"))


def _parted(document: Document) -> Iterator[Hit]:
    """Paragraphs that go on in the next one, as their end and its small letter show; many are one hit, at the first.

    What follows the last item of a list after a comma is the rest of the words before the items.
    """
    found: list[Hit] = []
    for _, clause in document.clauses():
        if clause.children or len(clause.blocks) < 2:
            continue
        ends = _GOES_ON_IN_ITEM if clause.role == "subparagraph" else _GOES_ON
        for first, second in pairwise(document.block(block_id) for block_id in clause.blocks):
            text, goes_on = first.text.rstrip(), second.text.lstrip(" \t\xa0")
            if ends.search(text, max(0, len(text) - 2)) and goes_on[:1].islower() and not second.label:
                found.append(Hit(first.span(len(text), len(text)), {"what": "paragraph mark"}))
    if len(found) > _FEW:
        found = [Hit(found[0].span, {"what": f"paragraph mark (and {len(found) - 1} more behind it)"})]
    yield from found

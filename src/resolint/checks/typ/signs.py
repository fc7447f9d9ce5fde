"""Checks on signs: quotation marks, dashes, blanks, per cent, emphasis and words in italics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from resolint.checks import check
from resolint.checks.shared.classes import classes_of
from resolint.checks.shared.clauses import inside, matches, prose
from resolint.checks.shared.italics import italics, tops
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import TONGUES, Lexicon
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_OPENS_AFTER = " \t\n\xa0([“‘—–-"
FOREIGN = lazy(
    r"\b(?:inter alia|ad hoc|de facto|de jure|vis-à-vis|per se|per capita|mutatis mutandis|prima facie|bona fide)\b",
    re.IGNORECASE,
)
_INSIDE = lazy(r"[,;](?P<mark>[”\"])(?=[ \xa0\ufffc]|$)")
_TITLED = lazy(r"\bentitled[ \xa0][“\"][^“”\"]*\Z")
_TITLE = 400
"""A title is no longer than this."""
_SIGNS = {",": "comma", ";": "semicolon"}
_YEARS = lazy(
    r"(?<![\w/.–-])(?P<low>(?:19|20)\d\d)(?P<dash>[ \xa0]?-[ \xa0]?|[ \xa0]–[ \xa0]?|–[ \xa0])"
    r"(?P<high>(?:19|20)\d\d)(?![\w/-])"
)
_BLANKS = lazy(r"(?<=[^\s])(?P<blanks>[ \xa0]{2,20})(?=[^\s])")
_TWICE = lazy(
    r"(?<![\w’'/.\u2011-])(?P<word>(?P<first>[A-Za-z])(?P<rest>[a-z]+))[ \xa0\n]{1,3}(?=[a-z])"
    r"(?P<again>(?i:(?P=first))(?P=rest))(?![\w’'/\u2011-])"
)
_LETTERS = r"a-zß-öø-ÿœа-яё\u0620-\u064a"
_TWICE_IN_TONGUES = lazy(
    rf"(?<![\w’'/.\u2011-])(?P<word>(?P<first>[A-ZÀ-ÖØ-ÞА-ЯЁ{_LETTERS}])(?P<rest>[{_LETTERS}]+))[ \xa0\n]{{1,3}}(?=[{_LETTERS}])"
    r"(?P<again>(?i:(?P=first))(?P=rest))(?![\w’'/\u2011-])"
)
_ONE_LETTER = lazy(r"(?<![\w’'/.-])(?P<word>[àвскоуи])[ \xa0](?P=word)(?![\w’').-])")
_SINGLE = lazy(r"(?<=[ \xa0(])(?P<open>['‘])(?=[^\W\d_])[^'‘’“”\"\n]{2,80}(?P<close>['’])(?=[ \xa0,.;:)\ufffc]|$)")
_WHAT_IT_IS = lazy(r"\b(?:what|who|where|how|whatever)\b[^.;,]{1,60}\Z", re.IGNORECASE)
"""A clause that ends with a verb of its own, before the verb of the sentence: *what it is is a matter for States*."""
_CLAUSE = 80
_RIGHTLY_TWICE = frozenset(("that", "had", "nous", "vous", "en"))
_SHOUTED = lazy(r"(?<![\w-])[A-Z]{4,}(?:[ \xa0][A-Z]{2,}){1,8}(?![\w-])")


def _clauses(document: Document) -> Iterator[Block]:
    seen = set()
    for _, clause in document.clauses():
        for block_id in clause.blocks:
            if block_id not in seen:
                seen.add(block_id)
                yield document.block(block_id)


@check("TYP002")
def foreign_italics(document: Document, context: Context) -> Iterator[Hit]:
    """Words such as *inter alia* in italics, which English has long taken in."""
    for block in _clauses(document):
        stretches = italics(block)
        for match in FOREIGN.finditer(block.text) if stretches else ():
            alone = next((s for s in stretches if s[0] <= match.start() and match.end() <= s[1]), None)
            if (
                alone
                and alone[0] > block.lead
                and len(block.text[alone[0] : alone[1]].strip(" ,;.")) <= len(match.group()) + 2
            ):
                edit = Edit(block.span(*match.span()), match.group(), match.group(), italic=False)
                yield Hit(edit.span, {"found": match.group()}, Fix("Set upright", (edit,), "safe"))


@check("TYP004")
def emphasis(document: Document, context: Context) -> Iterator[Hit]:
    """Words of a paragraph in bold, underlined or in capitals.

    The option ``openings`` lets openings be marked so, which then another rule judges.
    """
    free = _openings(document, context.lexicon) if context.options.get("openings") else {}
    for block in _clauses(document):
        if _heading(block):
            continue
        for kind in ("bold", "underline"):
            for mark in block.marked(kind):
                start = max(mark.start, block.lead)
                if start <= free.get(block.id, -1) < mark.end:
                    continue
                words = block.text[start : mark.end].strip("\ufffc \t\n\xa0.,;:")
                if words and any(sign.isalpha() for sign in words):
                    start = block.text.index(words, start)
                    yield Hit(block.span(start, start + len(words)), {"found": _short(words), "how": _HOW[kind]})
        for match in _SHOUTED.finditer(block.text):
            yield Hit(block.span(*match.span()), {"found": _short(match.group()), "how": "in capitals"})


def _openings(document: Document, lexicon: Lexicon) -> dict[str, int]:
    """Where the paragraphs open, by block."""
    return {found.block.id: found.start + found.opening.start for _, found in tops(document, lexicon)}


def _heading(block: Block) -> bool:
    """Whether all of an unnumbered paragraph is in bold: a heading that nothing else tells from a paragraph."""
    bold = sum(mark.end - mark.start for mark in block.marked("bold"))
    return not block.label and bold >= len(block.text.strip()) > 0


_HOW = {"bold": "in bold", "underline": "underlined"}


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:39].rstrip() + "…"


@check("TYP005")
def straight_quotes(document: Document, context: Context) -> Iterator[Hit]:
    """Straight double quotation marks, those of one quotation together, at the first of them.

    Texts recovered from a page lost the difference and are passed over.
    """
    if document.origin.format == "text":
        return
    for block in prose(document):
        edits: list[Edit] = []
        for place in (
            (at for at in range(block.lead, len(block.text)) if block.text[at] == '"') if '"' in block.text else ()
        ):
            before = block.text[place - 1 : place]
            instead = "“" if not before or before in _OPENS_AFTER else "”"
            if edits and instead == "“":
                yield _curled(edits)
                edits = []
            edits.append(Edit(block.span(place, place + 1), instead, '"'))
            if instead == "”":
                yield _curled(edits)
                edits = []
        if edits:
            yield _curled(edits)


def _curled(edits: Sequence[Edit]) -> Hit:
    marks = " ".join(edit.replacement for edit in edits)
    one = Fix("Curl the mark", tuple(edits), "safe")
    fix = one if len(edits) == 1 else Fix("Curl the marks", tuple(edits), "safe")
    return Hit(edits[0].span, {"instead": marks}, fix)


@check("TYP027")
def single_quotes(document: Document, context: Context) -> Iterator[Hit]:
    """Single quotation marks round words that stand in no other quotation."""
    for block, match in matches(document, _SINGLE, having=(" '", " ‘", "\xa0‘", "(‘", "('")):
        hit = match.group()
        edits = tuple(
            Edit(block.span(*match.span(name)), mark, match[name]) for name, mark in (("open", "“"), ("close", "”"))
        )
        yield Hit(block.span(*match.span()), {"found": hit}, Fix("Write double marks", edits, "safe"))


_AMENDS = lazy(r"\b(?:[Rr]eplace|[Ii]nsert|[Dd]elete)(?:d|s|ing)?[ \xa0](?:the|by|with|after|before|“)")
"""Words of a paragraph that changes another text."""


@check("TYP006")
def comma_inside(document: Document, context: Context) -> Iterator[Hit]:
    """A comma before a closing quotation mark, and a semicolon in a title; other quotations may end with their own."""
    amending: dict[str, bool] = {}
    for block, match in matches(document, _INSIDE, having=(",”", ',"', ";”", ';"'), quoted=True):
        words = match.group()
        if block.id not in amending:
            amending[block.id] = bool(_AMENDS.search(block.text))
        if amending[block.id]:
            continue  # *insert the words “, and its annex,”*: what is quoted holds its own marks
        if words[0] == ";" and not _TITLED.search(block.text, max(0, match.start() - _TITLE), match.start()):
            continue
        edit = Edit(block.span(*match.span()), words[1] + words[0], words)
        name = _SIGNS[words[0]]
        yield Hit(edit.span, {"sign": name}, Fix(f"Put the {name} after the mark", (edit,), "safe"))


@check("TYP007")
def year_range(document: Document, context: Context) -> Iterator[Hit]:
    """Spans of years with a hyphen, or with blanks round the dash."""
    if document.origin.format == "text":
        return
    for block, match in matches(document, _YEARS, having=("-19", "-20", "- ", "-\xa0", "–"), quoted=True):
        if int(match["low"]) < int(match["high"]):
            span = block.span(match.start("dash"), match.end("dash"))
            edit = Edit(span, "–", match["dash"])
            yield Hit(span, {"found": match.group()}, Fix("Join by an en dash", (edit,), "safe"))


@check("TYP008")
def blanks(document: Document, context: Context) -> Iterator[Hit]:
    """Two or more blanks between words."""
    for block in prose(document):
        for match in _BLANKS.finditer(block.text, block.lead):
            span = block.span(*match.span())
            yield Hit(span, {}, Fix("Leave one blank", (Edit(span, " ", match.group()),), "safe"))


_MOST_WORDS = 4
"""A phrase that stands twice in a row is looked for up to so many words."""


def _phrases_twice(block: Block) -> Iterator[Hit]:
    """*At least at least*: two words or more that come again at once, with nothing but single blanks between."""
    words = block.text.split(" ")
    ends = [word.rstrip(",;.:") for word in words]
    found = {
        size: [
            at
            for at, (one, last) in enumerate(zip(words, ends[2 * size - 1 :], strict=False))
            if words[at + size - 1] == last
            and one == words[at + size]
            and words[at : at + size - 1] == words[at + size : at + 2 * size - 1]
        ]
        for size in range(2, _MOST_WORDS + 1)
    }
    starts = [0, *accumulate(len(word) + 1 for word in words)] if any(found.values()) else []
    told: set[int] = set()
    for size, places in reversed(found.items()):
        for at in places:
            if not told.isdisjoint(range(at, at + 2 * size)):
                continue
            phrase = words[at : at + size]
            plain = all(word.isalpha() and word[1:].islower() for word in phrase) and len(set(phrase)) > 1
            if not plain or not _JOINING.isdisjoint(phrase):
                continue
            start = starts[at]
            long = len(" ".join(phrase))
            told |= {*range(at, at + 2 * size)}
            after = block.span(start + long, start + 2 * long + 1)
            edit = Edit(after, "", block.text[start + long : start + 2 * long + 1])
            yield Hit(
                block.span(start, start + 2 * long + 1),
                {"word": " ".join(phrase)},
                Fix("Leave the words once", (edit,), "suggest"),
            )


_JOINING = frozenset(("and", "or", "by", "after", "nor", "to", "et", "y", "de", "и", "و", "ou", "o"))
"""With them a phrase may well come again: *more and more and*, *step by step by*."""
_VERB_TWICE = lazy(r"\b(?P<word>[a-z]{4,})[ \xa0]to[ \xa0](?P=word)\b")


@check("TYP013")
def doubled(document: Document, context: Context) -> Iterator[Hit]:
    """A word that stands twice in a row, or a verb with *to* in between (*ensure to ensure*)."""
    twice = _TWICE if context.lexicon.language == "en" else _TWICE_IN_TONGUES
    for block in (*prose(document), *(block for note in document.footnotes for block in note.blocks)):
        for match in twice.finditer(block.text):
            word = match["again"]
            foreign = [stretch for stretch in italics(block) if stretch[0] > block.lead]
            rightly = word in _RIGHTLY_TWICE and not (word == "en" and context.lexicon.language == "es")
            if rightly or inside(foreign, *match.span()):
                continue
            if word == "is" and _WHAT_IT_IS.search(block.text, max(0, match.start() - _CLAUSE), match.start()):
                continue
            span = block.span(*match.span())
            after = block.span(match.end("word"), match.end())
            edit = Edit(after, "", block.text[match.end("word") : match.end()])
            yield Hit(span, {"word": word}, Fix("Leave the word once", (edit,), "suggest"))
        for match in _ONE_LETTER.finditer(block.text, block.lead) if context.lexicon.language in TONGUES else ():
            after = block.span(match.end("word"), match.end())
            edit = Edit(after, "", block.text[match.end("word") : match.end()])
            fix = Fix("Leave the word once", (edit,), "suggest")
            yield Hit(block.span(*match.span()), {"word": match["word"]}, fix)
        yield from _phrases_twice(block)
        for match in _VERB_TWICE.finditer(block.text):
            if match["word"] in classes_of(context.lexicon).pure:
                after = block.span(match.end("word"), match.end())
                edit = Edit(after, "", block.text[match.end("word") : match.end()])
                yield Hit(
                    block.span(*match.span()), {"word": match["word"]}, Fix("Leave the word once", (edit,), "suggest")
                )

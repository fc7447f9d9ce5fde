"""Checks on typography that needs the formatting: which words of a draft are in italics."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import ClauseStart
from resolint.checks.shared.italics import NEUTRAL, italics, tops
from resolint.checks.shared.marking import ITALICS, Style, kept, marked, names
from resolint.checks.shared.texts import word_list
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon
from resolint.model import NOTE_MARK, Block, Document, MarkKind
from resolint.regex import lazy
from resolint.rule import Context

_WANTED = "The opening phrase is in italics, and nothing else"
_LOUD: tuple[MarkKind, ...] = ("bold", "underline")
_ADVERB = lazy(r"[ \xa0][a-z]{3,}ly")
"""What may belong to an opening that it follows: *Condemns strongly*."""
_EXPRESS = "express"
_OBJECT = lazy(
    r"(?P<owner>[ \xa0]its)?(?:[ \xa0](?!(?:its|the|a|an|that|also|further)\b)[a-z]+){1,3}?"
    r"(?=[ \xa0](?:at|about|by|for|over|that|regarding)\b)"
)
"""What is expressed, up to the word that says about what."""
_LEADING = frozenset(("a", "an", "the", "its", "his", "her", "their", "our"))


@check("TYP001")
def opening_italics(document: Document, context: Context) -> Iterator[Hit]:
    """Opening phrases that are not in italics, only in part, or with words that belong to the sentence."""
    allowed = {role: tuple(context.options.get(role, ITALICS)) for role in ("preambular", "operative")}
    own = {} if set(allowed.values()) == {ITALICS} else kept(document, context.lexicon, allowed)
    for clause, found in tops(document, context.lexicon):
        opening = found.opening
        if opening.form == "unknown":
            continue
        at = found.start
        if own:
            yield from _breaks(found, own[clause.role])
            continue
        least, most = at + opening.least, at + opening.most
        if opening.verb == _EXPRESS and most == at + opening.end:
            least, most = _with_object(found.block, least, most)
        for hit in _extent(found.block, at + opening.start, least, most):
            # Behind the opening in italics *with apreciation* may belong to it: once it is spelt right that is seen.
            if hit.span.start < most or not _misspelt(document.text(hit.span), context.lexicon):
                yield hit


def _with_object(block: Block, least: int, most: int) -> tuple[int, int]:
    """The ends of an opening with *express* whose object no table knows (*Expresses its preoccupation at*)."""
    found = _OBJECT.match(block.text, most)
    if found is None:
        return least, most
    stretch = next((high for low, high in italics(block) if low < most <= high), most)
    owner = found.end("owner")
    return (found.end() if most < stretch <= owner + 1 and found["owner"] else least), found.end()


def _misspelt(words: str, lexicon: Lexicon) -> bool:
    """Whether a word in small letters stands in no list."""
    known = word_list(lexicon)
    return bool(known) and any(word.islower() and word.isalpha() and not known.knows(word) for word in words.split())


def _breaks(found: ClauseStart, style: Style) -> Iterator[Hit]:
    """An opening that is marked otherwise than the draft marks its openings."""
    own = marked(found)
    if own != style:
        span = found.span(found.opening.start, found.opening.least)
        words = found.block.text[span.start : span.end]
        yield Hit(
            span, {"wanted": f"The draft sets its openings {names(style)}", "found": f"“{words}” is {names(own)}"}
        )


def _extent(block: Block, start: int, least: int, most: int) -> Iterator[Hit]:
    """Compare where the italics at ``start`` end with the ends allowed."""
    stretch = next(((low, high) for low, high in italics(block) if low <= start < high), None)
    if stretch is None:
        words = block.text[start:most]
        edit = Edit(block.span(start, most), words, words, italic=True)
        # Italics beside the bold or underlined type that stands there would make the opening louder still.
        other = any(mark.start < most and start < mark.end for kind in _LOUD for mark in block.marked(kind))
        fix = Fix("Set in italics", () if other else (edit,), "advice" if other else "safe")
        yield Hit(edit.span, {"wanted": _WANTED, "found": f"“{words}” is not in italics"}, fix)
        return
    end = stretch[1]
    while end > start and block.text[end - 1] in NEUTRAL:
        end -= 1
    if least < end < most and block.text[start:end].split()[-1].lower() in _LEADING:
        # Both *Reaffirming* and *Reaffirming its commitment* are openings, but nothing ends with *its*.
        most = least
    if end < least:
        low = end + len(block.text[end:most]) - len(block.text[end:most].lstrip(" \t\xa0"))
        words = block.text[end:most]
        edit = Edit(block.span(end, most), words, words, italic=True)
        found = f"the italics stop before “{block.text[low:most]}”"
        yield Hit(block.span(low, most), {"wanted": _WANTED, "found": found}, Fix("Set in italics", (edit,), "safe"))
    elif end > most and not _ADVERB.fullmatch(block.text, most, end):
        low = most + len(block.text[most:end]) - len(block.text[most:end].lstrip(NEUTRAL))
        last = next((at for at in range(end, stretch[1]) if block.text[at] == NOTE_MARK), stretch[1])
        words = block.text[most:last]
        edit = Edit(block.span(most, last), words, words, italic=False)
        found = f"the italics run on over “{_short(block.text[low:end])}”"
        yield Hit(block.span(low, end), {"wanted": _WANTED, "found": found}, Fix("Set upright", (edit,), "safe"))


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:39].rstrip() + "…"


@check("TYP012")
def organ_italics(document: Document, context: Context) -> Iterator[Hit]:
    """The line that names the organ, where it is not in italics."""
    for act in document.acts:
        if act.organ_line is None:
            continue
        block = document.block(act.organ_line.block)
        start, end = act.organ_line.start, act.organ_line.end
        while end > start and block.text[end - 1] in NEUTRAL:
            end -= 1
        while start < end and block.text[start] in NEUTRAL:
            start += 1
        if start < end and not any(low <= start and end <= high for low, high in italics(block)):
            words = block.text[start:end]
            edit = Edit(block.span(start, end), words, words, italic=True)
            yield Hit(edit.span, {"found": words}, Fix("Set in italics", (edit,), "safe"))

"""A check on bodies that are called by their short names, and that no longer name in the text stands for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counting import BLANK, longest_first
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.organs import OF_PROFILE, organ_name
from resolint.model import Block, Document
from resolint.rule import Context

_A_COMMITTEE = "GA-C1"
"""The code of an organ that is a committee."""


@per_lexicon
def _short(lexicon: Lexicon) -> re.Pattern[str]:
    """A noun that names a body, alone behind its article."""
    return regex.compiled(
        rf"\b[Tt]he{BLANK}(?P<noun>{longest_first(lexicon.grammar.meeting_nouns)})(?![\w-])(?!{BLANK}(?:of|on|for|to|in|at|with|against){BLANK}(?:the{BLANK})?[A-Z])"
        rf"(?!{BLANK}(?:[A-Z]|pursuant|established))"
    )


@per_lexicon
def _longer(lexicon: Lexicon) -> re.Pattern[str]:
    nouns = longest_first(lexicon.grammar.meeting_nouns)
    return regex.compiled(
        rf"(?:(?<![A-Z])[A-Z][\w’-]*|(?<![a-z])[a-z]+-[a-z]+|\band|\bof){BLANK}(?P<noun>{nouns})s?(?![\w-])"
        rf"|\b(?P<noun2>{nouns})s?{BLANK}(?:(?:of|on|for|to|in|at|with|against){BLANK}(?:the{BLANK})?[A-Z]|pursuant|established)"
        rf"|(?<![Tt]he )(?<![Tt]he\xa0)\b(?P<noun3>{nouns})s?(?![\w-])"
    )


@per_lexicon
def _others(lexicon: Lexicon) -> re.Pattern[str]:
    """What only the organ itself decides, or did by a resolution of its own, with the noun of another organ."""
    nouns = longest_first(lexicon.grammar.meeting_nouns)
    return regex.compiled(
        rf"\bagenda{BLANK}(?:of|for){BLANK}the{BLANK}(?P<noun>{nouns})(?:’s|'s){BLANK}[a-z-]+{BLANK}{lexicon.grammar.occasions.session}\b"
        rf"|\b(?P<organ>{nouns}){BLANK}resolution{BLANK}[\dES/-]+(?:{BLANK}\([\dIVXLS]+\))?[^;.()]{{0,120}}?,{BLANK}(?:by|in|through){BLANK}which{BLANK}the{BLANK}(?P<noun2>{nouns}){BLANK}(?!and\b)[a-z]"
    )


@per_lexicon
def _of_sanctions(lexicon: Lexicon) -> str:
    """What texts of the Security Council call the bodies that watch over its measures, whose names are resolutions: committees."""
    return organ_name(_A_COMMITTEE, lexicon).split()[-1]


@check("REF046")
def short_name_of_nobody(document: Document, context: Context) -> Iterator[Hit]:
    """*To report to the Committee* in a draft that names no committee at all: another organ than that of the draft."""
    if len(document.acts) != 1 or document.acts[0].organ_line is None:
        return
    lexicon, act = context.lexicon, document.acts[0]
    own = document.text(act.organ_line).strip(" ,\xa0*").split() if act.organ_line else []
    nouns = [word for word in own if word in lexicon.grammar.meeting_nouns]
    if not nouns:
        return
    named = _named(document, lexicon)
    if OF_PROFILE.get(context.profile) == "SC":
        named.add(_of_sanctions(lexicon))
    for clause in (*act.preamble, *act.operative):
        for inner in clause.walk():
            for block in map(document.block, inner.blocks):
                yield from _strangers(block, nouns[0], named, lexicon)


def _named(document: Document, lexicon: Lexicon) -> set[str]:
    """The nouns of all bodies that the draft names in more words than these."""
    matches = (match for text in _texts(document) for match in _longer(lexicon).finditer(text))
    return {match["noun"] or match["noun2"] or match["noun3"] for match in matches}


def _strangers(block: Block, own: str, named: Collection[str], lexicon: Lexicon) -> Iterator[Hit]:
    """What a paragraph says of bodies that are not meant."""
    told: set[int] = set()
    for match in _others(lexicon).finditer(block.text, block.lead):
        right, group = match["organ"] or own, "noun" if match["noun"] else "noun2"
        if match[group] != right:
            told.add(match.start(group))
            yield Hit(block.span(*match.span(group)), {"found": match[group], "own": right})
    for match in _short(lexicon).finditer(block.text, block.lead):
        if (
            match["noun"] not in named
            and match.start("noun") not in told
            and not inside(quotations(block.text), *match.span())
        ):
            yield Hit(block.span(match.start(), match.end("noun")), {"found": match["noun"], "own": own})


def _texts(document: Document) -> Iterator[str]:
    """Every text of the draft in which a body may be named, the masthead and the notes with it."""
    yield from (block.text for block in document.blocks)
    yield from (block.text for note in document.footnotes for block in note.blocks)

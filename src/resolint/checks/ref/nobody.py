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
from resolint.model import Document
from resolint.rule import Context
from resolint.scan import scan

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
def _noun(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(rf"\b(?P<noun>{longest_first(lexicon.grammar.meeting_nouns)})s?(?![\w-])")


_NAMED_BEFORE = regex.lazy(rf"(?:(?<![A-Z])[A-Z][\w’-]*|(?<![a-z])[a-z]+-[a-z]+|\band|\bof){BLANK}$")
_NAMED_BEHIND = regex.lazy(
    rf"{BLANK}(?:(?:of|on|for|to|in|at|with|against){BLANK}(?:the{BLANK})?[A-Z]|pursuant|established)"
)
_BARE = regex.lazy(r"[Tt]he[ \xa0]$")
_BEFORE = 40
"""So many characters back begins the word before a noun."""


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
    blocks = [
        document.block(block)
        for clause in (*act.preamble, *act.operative)
        for inner in clause.walk()
        for block in inner.blocks
    ]
    told: set[tuple[str, int]] = set()
    for block, match in scan(document, blocks, _others(lexicon)):
        right, group = match["organ"] or nouns[0], "noun" if match["noun"] else "noun2"
        if match[group] != right:
            told.add((block.id, match.start(group)))
            yield Hit(block.span(*match.span(group)), {"found": match[group], "own": right})
    short = [
        (block, match)
        for block, match in scan(document, blocks, _short(lexicon))
        if (block.id, match.start("noun")) not in told and not inside(quotations(block.text), *match.span())
    ]
    named = _named(document, {match["noun"] for _, match in short} - {nouns[0]}, context) if short else frozenset()
    for block, match in short:
        if match["noun"] not in named | {nouns[0]}:
            yield Hit(block.span(match.start(), match.end("noun")), {"found": match["noun"], "own": nouns[0]})


def _named(document: Document, nouns: Collection[str], context: Context) -> frozenset[str]:
    """Those of the ``nouns`` that name a body in more words somewhere in the draft, the masthead and the notes with it."""
    named = set()
    if OF_PROFILE.get(context.profile) == "SC":
        named.add(_of_sanctions(context.lexicon))
    every = (*document.blocks, *(block for note in document.footnotes for block in note.blocks))
    for block, match in scan(document, every, _noun(context.lexicon), labels=True):
        if match["noun"] in nouns and match["noun"] not in named:
            before, behind = block.text[max(0, match.start() - _BEFORE) : match.start()], match.end()
            if _NAMED_BEHIND.match(block.text, behind) or not _BARE.search(before) or _NAMED_BEFORE.search(before):
                named.add(match["noun"])
    return frozenset(named)

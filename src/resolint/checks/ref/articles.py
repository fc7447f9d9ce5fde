"""Checks on how articles of the Charter and of other instruments are cited: capitals, number, commas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Match

from resolint.checks import check
from resolint.checks.shared.counting import in_texts
from resolint.findings import Edit, Fix, Hit
from resolint.model import Block, Document
from resolint.regex import compiled
from resolint.rule import Context, per_rule

_NUMBER = r"(?:\d{1,3}|[IVXL]{1,6})(?: ?\(\w{1,3}\)){0,2}(?: bis)?"
_LIST = rf"{_NUMBER}(?:(?:, | and | or | to |–|-){_NUMBER}){{0,6}}"
_PARAGRAPH = rf"(?P<comma>,?) (?:paragraphs? {_LIST}|[a-z]{{3,8}}(?:nd|rd|th) paragraph)(?P<close>,?)"


@check("REF029")
def article_form(document: Document, context: Context) -> Iterator[Hit]:
    """*Article 71 of the Charter*, *article 24 of the Convention*, and the number of the word by that of the articles."""
    for pattern, capital in _patterns(context):
        for block, match in in_texts(document, pattern, having=("rticle",), quoted=True):
            word = match["word"]
            if (
                capital is not None
                and word[0].isupper() != capital
                and not (word[0].isupper() and _begins(block, match))
            ):
                instead = word[0].swapcase() + word[1:]
                yield _written(block, match.start("word"), word, _in_number(instead, match["list"]))
            elif _in_number(word, match["list"]) != word:
                yield _written(block, match.start("word"), word, _in_number(word, match["list"]))
            elif match["paragraph"] and not match["comma"]:
                at = match.end("list")
                span = block.span(match.start("list"), at)
                fix = Fix("Put a comma", (Edit(block.span(at, at), ",", ""),), "safe")
                yield Hit(span, {"found": match["list"], "instead": match["list"] + ","}, fix)


@per_rule
def _patterns(context: Context) -> tuple[tuple[re.Pattern[str], bool | None], ...]:
    """For the instruments with a capital, and for all others, a pattern and whether the word has a capital (None: either)."""
    nouns = "|".join(map(re.escape, context.options["instruments"]))
    own = "|".join(map(re.escape, context.options["with_capital"]))
    words = "(?: (?:[A-Z][\\w’-]{1,20}|on|the|of|for|against|and|to|in|its)){0,9}?"
    head = rf"\b(?P<word>[Aa]rticles?) (?P<list>{_LIST})(?P<paragraph>{_PARAGRAPH})?,? (?:of|in|under|to)"
    # An instrument that is set out speaks of *Article 14 of this Agreement*, and has its own way.
    return (
        (compiled(rf"{head} (?:the|that|this|its) (?:{own})\b"), True),
        (
            compiled(rf"{head} (?:the|that|its)(?! (?:{own})\b){words} (?:{nouns})\b"),
            False if context.options["small_for_treaties"] else None,
        ),
    )


def _in_number(word: str, numbers: str) -> str:
    """*Article* or *Articles* by the count of numbers."""
    several = compiled(r",| and | or | to |–|\d-\d").search(numbers) is not None
    return word.rstrip("s") + ("s" if several else "")


def _begins(block: Block, match: Match[str]) -> bool:
    """Whether a sentence or an item begins with the word."""
    before = block.text[block.lead : match.start()].rstrip(" \xa0")
    return not before or before[-1] in ".:;“‘("


def _written(block: Block, start: int, word: str, instead: str) -> Hit:
    span = block.span(start, start + len(word))
    return Hit(
        span, {"found": word, "instead": instead}, Fix(f"Write “{instead}”", (Edit(span, instead, word),), "suggest")
    )

"""Checks on what a draft counts in two places: the same things with two numbers, the same event in two years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from resolint import regex
from resolint.checks import check
from resolint.checks.num.moments import dated_otherwise
from resolint.checks.num.quantities import quantities, stem
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counting import BLANK, YEAR, any_cardinal, cardinal_value, in_texts
from resolint.checks.shared.texts import texts
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Block, Document, Span
from resolint.regex import lazy
from resolint.rule import Context

_PHRASE = lazy(rf"(?:{BLANK}(?:[a-z][a-z’-]*|[A-Z][a-z]+(?:-[A-Z][a-z]+)*)){{1,5}}")
_DEFINITE = lazy(rf"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll|[Ii]ts|[Tt]heir|[Bb]oth){BLANK}$")
_MOST = 999
_SUMMED = lazy(rf"\b(?:so{BLANK}that{BLANK}in{BLANK}all|in{BLANK}all|altogether|in{BLANK}total){BLANK}")
"""Where amounts are added up, several of one thing are meant."""
_PLURAL = frozenset(("people", "women", "men", "children", "persons"))


class _Mention(NamedTuple):
    """Things that are counted: their noun, what stands before it, their number, and whether they are spoken of as known."""

    noun: str
    before: tuple[str, ...]
    words: str
    value: int
    definite: bool
    span: Span


@check("NUM047")
def counted_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """*The five workshops* where the draft speaks of six workshops before, and of no others.

    The option ``apart`` holds nouns that a text may count many of: *days*, *members*.
    """
    apart = frozenset(context.options["apart"])
    ends = frozenset(context.options["ends"])
    mentions: dict[str, list[_Mention]] = defaultdict(list)
    for block in texts(document):
        if block.cell is None and _SUMMED.search(block.text) is None:
            for mention in _mentions(block, context, ends):
                mentions[mention.noun].append(mention)
    for noun, found in mentions.items():
        if noun in apart or len(found) < 2 or len({one.value for one in found}) != 2:
            continue
        yield from _unlike(found)


@per_lexicon
def _each(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?:one|an?){BLANK}(?P<what>[a-z][a-z-]+){BLANK}(?:in|for|from|on|at|to){BLANK}each{BLANK}of{BLANK}the{BLANK}(?P<number>{any_cardinal(lexicon)})\b"
    )


def _mentions(block: Block, context: Context, ends: frozenset[str]) -> Iterator[_Mention]:
    quoted = quotations(block.text)
    for each in _each(context.lexicon).finditer(block.text, block.lead) if "each of the" in block.text else ():
        value = cardinal_value(each["number"], context.lexicon)
        if value is not None and value > 1:
            yield _Mention(stem(each["what"]), (), f"{each['what']}s", value, False, block.span(*each.span("number")))
    for one in quantities(block.text, context.lexicon, block.lead):
        if one.share or one.scaled or not 2 <= one.value <= _MOST or inside(quoted, one.start, one.end):
            continue
        phrase = _PHRASE.match(block.text, one.end)
        words: list[str] = []
        for word in phrase[0].split() if phrase else ():
            if word in ends:
                break
            words.append(word)
            if (word.endswith("s") and not word.endswith("ss")) or word in _PLURAL:
                break
        if not words or not (words[-1].endswith("s") or words[-1] in _PLURAL):
            continue
        definite = _DEFINITE.search(block.text, max(0, one.start - 8), one.start) is not None
        before = tuple(word.lower() for word in words[:-1])
        yield _Mention(
            stem(words[-1]), before, " ".join(words), int(one.value), definite, block.span(one.start, one.end)
        )


def _unlike(found: Sequence[_Mention]) -> Iterator[Hit]:
    """Mentions of one noun with two numbers, of which the later speak of known things."""
    first = found[0]
    known = [one for one in found[1:] if one.definite]
    others = [one for one in found if one.value != first.value]
    if not known or not all(one.definite for one in others):
        return
    if not all(_same(first, one) for one in others):
        return
    for one in (first, *others):
        other = others[0] if one is first else first
        yield Hit(one.span, {"words": one.words, "other": str(other.value)}, related=(other.span,))


def _same(first: _Mention, other: _Mention) -> bool:
    """Whether two phrases may mean the same things: one says no more before the noun than the other."""
    return set(other.before) <= set(first.before)


_IN_YEAR = lazy(
    rf"\b(?P<the>[Tt]he|[Aa]n?|[Ii]ts){BLANK}(?:[a-z-]+{BLANK}){{0,2}}?(?P<noun>[a-z]{{4,}})"
    rf"(?:{BLANK}(?:that|which){BLANK}(?:it|they|he|she)(?:{BLANK}(?:had|has|have))?|{BLANK}(?:that|which){BLANK}was)?"
    rf"{BLANK}(?P<done>conducted|held|published|carried{BLANK}out|undertaken|completed|organized|launched|convened|issued|established|prepared|submitted)"
    rf"{BLANK}in{BLANK}(?P<year>{YEAR})\b(?![/–-])"
)


@check("NUM049")
def happened_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """*The survey that it conducted in 2025* where the draft speaks of a survey conducted in 2026, and of no other."""
    found: dict[tuple[str, str], list[tuple[Block, re.Match[str]]]] = defaultdict(list)
    for block, match in in_texts(document, _IN_YEAR):
        found[match["noun"], match["done"]].append((block, match))
    for places in found.values():
        years = {match["year"] for _, match in places}
        if len(years) != 2 or not any(match["the"].lower() == "the" for _, match in places[1:]):
            continue
        first = places[0][1]
        for block, match in places:
            other = next(one["year"] for _, one in places if one["year"] != match["year"])
            if match["year"] != first["year"] or match is first:
                values = {"words": f"{match['noun']} {match['done']}", "other": other}
                yield Hit(block.span(*match.span("year")), values)
    yield from dated_otherwise(document, context)

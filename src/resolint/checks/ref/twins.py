"""What REF028 finds of short names and places: *the Suva Guidelines* once, where the draft has the Suva Recommendations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from resolint import regex
from resolint.checks.shared.counting import BLANK, in_texts, longest_first
from resolint.checks.shared.texts import texts
from resolint.consistency import Thing
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon
from resolint.lexicon.dates import months
from resolint.lexicon.names import names
from resolint.model import Block, Document, Span
from resolint.regex import lazy
from resolint.rule import Context, per_rule

__all__ = ["Twin", "twins"]

_CLASSES = (
    frozenset(("declaration", "appeal", "call", "statement", "recommendations", "guidelines", "principles", "plan", "programme",
               "framework", "strategy", "consensus", "agreement", "accord", "agenda", "roadmap", "compact", "pact", "commitment",
               "outcome", "conclusions", "protocol", "convention")),
    frozenset(("provisions", "rules", "law", "guide", "clauses")),
    frozenset(("day", "year", "decade", "week", "month")),
    frozenset(("fund", "facility", "programme", "initiative", "mechanism", "network", "platform", "centre", "institute", "academy",
               "laboratory", "observatory", "register", "registry", "award", "prize")),
    frozenset(("conference", "forum", "summit", "congress", "seminar", "workshop", "symposium", "meeting")),
)  # fmt: skip
"""Things that are taken for one another behind the same word."""
_OFTEN = 2


class Twin(NamedTuple):
    """What is written once, and what the draft calls it otherwise."""

    span: Span
    found: str
    other: str


def twins(document: Document, things: Sequence[Thing], context: Context) -> Iterator[Twin]:
    """Short names, holders of offices and places that the draft names otherwise than everywhere else."""
    yield from _short_names(things, context.lexicon)
    yield from _holders(document, context)
    yield from _places(document, frozenset((*_NO_PLACE, *months(context.lexicon))))


def _short_names(things: Sequence[Thing], lexicon: Lexicon) -> Iterator[Twin]:
    """*The Model Rules* once, beside the Model Provisions: one thing by two nouns of a class."""
    known = names(lexicon)
    by_first: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        by_first[thing.text.split(" ")[0].removesuffix("’s")].append(thing)
    for group in by_first.values():
        for one in group if len(group) > 1 else ():
            words = one.text.split(" ")
            if len(words) != _OFTEN or one.total != 1 or known.texts(one.text) > 0:
                continue
            noun = words[1].lower()
            for kind in _CLASSES if all(_second(other) != noun for other in group if other is not one) else ():
                right = _usual(group, kind - {noun}) if noun in kind else ""
                # *The Sendai Declaration and the Sendai Framework*: two that are named together are two.
                if right and not _together(one, right, group):
                    yield from (Twin(span, one.text, right) for form in one.forms for span in form.places)
                    break


def _together(one: Thing, right: str, group: Sequence[Thing]) -> bool:
    """Whether the draft has the one name and the other in one paragraph."""
    blocks = {span.block for form in one.forms for span in form.places}
    others = (other for other in group if other.text.startswith(right))
    return any(span.block in blocks for other in others for form in other.forms for span in form.places)


def _usual(group: Sequence[Thing], nouns: Collection[str]) -> str:
    """The first two words by which the draft mostly calls what it calls by one of the nouns; empty where that is not plain."""
    totals: Counter[str] = Counter()
    for thing in group:
        if _second(thing) in nouns:
            totals[" ".join(thing.text.split(" ")[:2])] += thing.total
    ranked = totals.most_common(2)
    plain = ranked and ranked[0][1] >= _OFTEN and (len(ranked) == 1 or ranked[0][1] >= _OFTEN * ranked[1][1])
    return ranked[0][0] if plain else ""


def _second(thing: Thing) -> str:
    words = thing.text.split(" ")
    return words[1].lower().removesuffix("’s") if len(words) > 1 else ""


# ------------------------------------------------------------------------------------------------ holders of offices


@per_rule
def _offices(context: Context) -> Mapping[str, Sequence[str]]:
    """Each office with those that it is taken for (option ``offices``)."""
    return {office: kind for kind in context.options["offices"] for office in kind}


@per_rule
def _office_named(context: Context) -> re.Pattern[str]:
    names_ = longest_first(_offices(context)).replace(r"\ ", BLANK)
    return regex.compiled(
        rf"(?P<the>\b[Tt]he{BLANK})?\b(?P<office>{names_})(?![\w-])(?P<more>s|{BLANK}(?:of|on|for){BLANK})?"
    )


def _holders(document: Document, context: Context) -> Iterator[Twin]:
    """A holder of an office who is named once and without more, in a draft that has another such holder throughout."""
    kinds = _offices(context)
    seen: dict[str, list[tuple[Span, bool]]] = defaultdict(list)
    having = tuple({office.split(" ")[0] for office in kinds})
    for block, match in in_texts(document, _office_named(context), having=having, quoted=True):
        office = match["office"].replace("\xa0", " ")
        bare = match["the"] is not None and not match["more"]
        seen[office].append((block.span(*match.span("office")), bare))
    for office, places in seen.items():
        others = [other for other in kinds[office] if other != office and other in seen]
        if len(places) != 1 or not places[0][1] or len(others) != 1 or _introduced(document, office):
            continue
        if len(seen[others[0]]) >= _OFTEN or _introduced(document, others[0]):
            yield Twin(places[0][0], office, others[0])


def _introduced(document: Document, office: str) -> bool:
    """Whether a draft creates the office: *to appoint an independent expert*."""
    return any(office.lower() in block.text for block in document.blocks)


# ------------------------------------------------------------------------------------------------ places

_NAME = rf"[A-Z][\w’-]+(?:{BLANK}(?:[A-Z][\w’-]+))?"
_PLACED = lazy(
    rf"(?<={BLANK})(?P<noun>workshop|seminar|centre|conference|forum|meeting|office"
    rf"|laborator(?:y|ie)|symposium|congress"
    rf"|summit|consultation|school|station|court|branch)(?:e?s)?(?:(?:{BLANK}(?:on|of|for)(?:{BLANK}[a-z-]+){{1,5}}?)?{BLANK}(?:held|convened|organized"
    rf"|established|located|hosted))?,?"
    rf"{BLANK}(?:in|near|at){BLANK}(?P<one>{_NAME})(?:,[^;:.()]{{0,40}}?)?(?:{BLANK}(?:in{BLANK}[A-Z][a-z]+{BLANK}\d{{4}}{BLANK})?and{BLANK}"
    rf"(?:(?:in|near|at){BLANK})?(?P<two>{_NAME}))?"
)
_NO_PLACE = frozenset(("Headquarters", "The", "Member", "States", "Secretary-General"))


_DEFINITE = lazy(rf"\b[Tt]he{BLANK}(?:(?!of\b|and\b)[a-z-]+{BLANK}){{0,2}}$")


def _places(document: Document, others_than: Collection[str]) -> Iterator[Twin]:
    """*The workshops held in Harare and Dili* in a draft on workshops in Lusaka and Dili."""
    found: dict[str, list[tuple[Block, dict[str, tuple[int, int]], bool]]] = defaultdict(list)
    for block, match in in_texts(document, _PLACED, having=(" in ", " near ", " at "), quoted=True):
        cities = {
            match[name]: match.span(name)
            for name in ("one", "two")
            if match[name] and match[name].split()[0] not in others_than
        }
        if cities:
            definite = _DEFINITE.search(block.text, max(0, match.start() - 40), match.start()) is not None
            found[match["noun"]].append((block, cities, definite))
    for mentions in found.values():
        for at, (block, cities, definite) in enumerate(mentions):
            others = {city for other, (_, named, _) in enumerate(mentions) if other != at for city in named}
            if not definite or not others:
                continue
            for city, span in cities.items():
                rest = {name for name in others if name not in cities}
                shared = bool(set(cities) & others)
                sure = shared or (len(cities) == 1 and _often(document, rest))
                if city not in others and len(rest) == 1 and sure and _once(document, city):
                    yield Twin(block.span(*span), city, next(iter(rest)))


def _often(document: Document, cities: Collection[str]) -> bool:
    return all(sum(block.text.count(city) for block in texts(document)) >= _OFTEN for city in cities)


def _once(document: Document, city: str) -> bool:
    return sum(block.text.count(city) for block in texts(document)) == 1

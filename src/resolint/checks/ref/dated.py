"""A check on conferences and periods that adopted texts date: *held in Quito from 17 to 20 October 2016*, *2015–2030*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.counting import YEAR, in_texts, longest_first
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.dates import months
from resolint.model import Block, Document
from resolint.rule import Context
from resolint.spelling import one_edit_apart


@per_lexicon
def _dated_symbol(lexicon: Lexicon) -> re.Pattern[str]:
    months_ = longest_first(months(lexicon))
    return regex.compiled(
        rf"\b\d{{1,2}}[ \xa0](?P<month>{months_})[ \xa0](?P<year>{YEAR})[ \xa0]"
        rf"\((?P<symbol>[SE]/(?:PRST/|CN\.\d{{1,2}}/)?(?P<issued>{YEAR})/\d{{1,4}})\)"
    )


@check("REF044")
def symbol_of_other_year(document: Document, context: Context) -> Iterator[Hit]:
    """*The statement of 3 May 2024 (S/PRST/2023/5)*: a symbol of another year; the last month of one is let pass."""
    for block, match in in_texts(document, _dated_symbol(context.lexicon), having=("(S/", "(E/"), quoted=True):
        late = int(match["issued"]) - int(match["year"])
        if late and not (late == 1 and match["month"] == months(context.lexicon)[-1]):
            span = block.span(*match.span("symbol"))
            yield Hit(span, {"found": match["symbol"], "year": match["year"]})


class _Held(NamedTuple):
    """Where and when an event was held."""

    place: str
    when: str


@per_lexicon
def _events(lexicon: Lexicon) -> Mapping[str, Sequence[_Held]]:
    found: dict[str, list[_Held]] = {}
    for row in lexicon.rows("event-dates"):
        if row["kind"] == "event":
            found.setdefault(row["name"], []).append(_Held(row["place"], row["when"]))
    return found


@per_lexicon
def _periods(lexicon: Lexicon) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for row in lexicon.rows("event-dates"):
        if row["kind"] == "period":
            found.setdefault(row["name"], []).append(row["when"])
    return found


@per_lexicon
def _held(lexicon: Lexicon) -> re.Pattern[str]:
    month = "|".join(months(lexicon))
    return regex.compiled(
        rf"\b(?P<name>{longest_first(_events(lexicon))})(?:[ \xa0]\([A-Z][\w ]{{2,30}}\))?"
        rf",?[ \xa0](?:which was )?held[ \xa0](?:in|at)[ \xa0]"
        rf"(?P<place>[A-Z][\w’-]+(?:[ -][A-Z][\w’-]+){{0,3}}),?(?:[ \xa0][A-Z]\w+(?:[ \xa0][A-Z]\w+)?,)?[ \xa0](?:from|on)[ \xa0]"
        rf"(?P<when>\d{{1,2}}(?:[ \xa0](?:{month}))?[ \xa0](?:to|and)[ \xa0]\d{{1,2}}[ \xa0](?:{month})[ \xa0]{YEAR}"
        rf"|\d{{1,2}}[ \xa0](?:{month})[ \xa0]{YEAR})\b"
    )


@per_lexicon
def _ranged(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?P<name>{longest_first(_periods(lexicon))})(?:,?[ \xa0](?:for the decade[ \xa0])?\(?)(?P<when>{YEAR}[–-]{YEAR})\b"
    )


@check("REF040")
def event_dated_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """A conference with its place or days, or a framework with its years, that differ by a slip from those adopted texts write."""
    lexicon = context.lexicon
    for block, match in in_texts(document, _held(lexicon), quoted=True):
        known = _events(lexicon)[match["name"]]
        place, when = (match[part].replace("\xa0", " ") for part in ("place", "when"))
        right = [one for one in known if one.place == place]
        if right and all(one.when != when for one in right):
            near = next((one.when for one in right if _near(when, one.when)), "")
            yield from _hit(block, match.span("when"), near)
        elif not right:
            alike = next((one for one in known if one.when == when and _misspelt(place, one.place)), None)
            elsewhere = known[0].place if len(known) == 1 and known[0].when[-4:] == when[-4:] else ""
            yield from _hit(block, match.span("place"), alike.place if alike else elsewhere)
    for block, match in in_texts(document, _ranged(lexicon), quoted=True):
        years = _periods(lexicon)[match["name"]]
        if match["when"].replace("-", "–") not in years and len(years) == 1:
            yield from _hit(block, match.span("when"), years[0])
    yield from _observances_wrong(document, lexicon)


@per_lexicon
def _observances(lexicon: Lexicon) -> Mapping[str, str]:
    """Days and years that are observed, with the day or the year."""
    return {row["name"]: row["when"] for row in lexicon.rows("event-dates") if row["kind"] in ("day", "year")}


@per_lexicon
def _observed(lexicon: Lexicon) -> re.Pattern[str]:
    """*The World Water Day, observed on 22 March*; *21 March as the World Day for Glaciers*; *2025 the International Year of*."""
    names, month = longest_first(_observances(lexicon)), "|".join(months(lexicon))
    when = rf"(?:\d{{1,2}}[ \xa0](?:{month})(?![ \xa0]\d{{1,3}}(?!\d))|{YEAR}(?![\w/–-]))"
    done = r"(?:celebrated|observed|marked|commemorated|held|proclaimed)"
    each = r"(?:every[ \xa0]year|annually|each[ \xa0]year|of[ \xa0](?:each|every)[ \xa0]year)"
    return regex.compiled(
        rf"\b(?P<name>{names})(?:,?[ \xa0](?:which[ \xa0]is[ \xa0])?{done}[ \xa0](?:{each}[ \xa0])?(?:on|in)[ \xa0]"
        rf"|,[ \xa0](?:on[ \xa0])?|,?[ \xa0]on[ \xa0]|[ \xa0]\()(?P<when>{when})(?![ \xa0](?:as|to)\b)"
        rf"|\b(?P<when2>{when})(?:[ \xa0]{each})?,?[ \xa0](?:as[ \xa0])?(?:the[ \xa0])(?P<name2>{names})(?![\w’])"
    )


def _observances_wrong(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """*20 March as the World Day for Glaciers*."""
    for block, match in in_texts(document, _observed(lexicon), having=(" Day", " Year", "\xa0Day", "\xa0Year")):
        group = "when" if match["name"] else "when2"
        right = _observances(lexicon)[match["name"] or match["name2"]]
        found = match[group].replace("\xa0", " ")
        if right != found and right.isdecimal() == found.isdecimal():
            yield from (replace(hit, unsure=True) for hit in _hit(block, match.span(group), right))


def _hit(block: Block, place: tuple[int, int], right: str) -> Iterator[Hit]:
    if right:
        found = block.text[slice(*place)]
        span = block.span(*place)
        yield Hit(
            span, {"found": found, "right": right}, Fix(f"Write “{right}”", (Edit(span, right, found),), "suggest")
        )


def _near(one: str, other: str) -> bool:
    """Whether two dates differ in one of their words."""
    first, second = one.split(), other.split()
    return len(first) == len(second) and sum(a != b for a, b in zip(first, second, strict=True)) == 1


def _misspelt(one: str, other: str) -> bool:
    return one_edit_apart(one.lower(), other.lower()) or (len(one) > 5 and one[:4] == other[:4])

"""Checks on the Articles and chapters of the Charter, and on the dates of instruments: what is said of them and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.counting import BLANK, YEAR, in_texts
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.dates import months
from resolint.lexicon.labels import roman, roman_value
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context
from resolint.tokens import phrase, words_of

_CITED = lazy(
    rf"\b(?P<unit>Article|Chapter){BLANK}(?P<number>\d{{1,3}}|[IVXL]{{1,6}})(?:,?{BLANK}(?:paragraph{BLANK}(?P<in_words>\d{{1,2}}),?{BLANK}"
    rf"|(?P<paragraph>\(\d{{1,2}}\)){BLANK}))?(?:{BLANK})?of{BLANK}the{BLANK}(?:United{BLANK}Nations{BLANK})?Charter\b(?:{BLANK}of{BLANK}the{BLANK}United{BLANK}Nations)?"
)
_CUT = lazy(r"[;:]|, (?:and|as well as|while|noting|recalling)\b|\.\s")
_OTHER = lazy(r"\b(?:Articles?|Chapters?|article|resolution|resolutions|paragraphs?)\b")
_BEFORE, _BEHIND = 45, 110


class _Provision(NamedTuple):
    """A provision of the Charter: how many paragraphs it has, 0 for none, and what it is about."""

    paragraphs: int
    about: tuple[str, ...]


@per_lexicon
def _provisions(lexicon: Lexicon) -> Mapping[str, _Provision]:
    return {
        row["provision"]: _Provision(int(row["paragraphs"] or 0), tuple(filter(None, row["about"].split("|"))))
        for row in lexicon.rows("charter-provisions")
    }


@check("REF031")
def charter_provision_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """*Article 41 on self-defence*, *Article 2 (8)*, *Chapter 7*, *Article IX of the Charter*."""
    known = _provisions(context.lexicon)
    for block, match in in_texts(document, _CITED, having=("Charter",)):
        unit, number = match["unit"], match["number"]
        value = int(number) if number.isdecimal() else roman_value(number)
        if not value:
            continue
        right = str(value) if unit == "Article" else roman(value)
        if right != number:
            span = block.span(match.start("number"), match.end("number"))
            fix = Fix(f"Write “{unit} {right}”", (Edit(span, right, number),), "suggest")
            yield Hit(span, {"found": f"{unit} {number}", "why": f"its number is written “{right}”"}, fix)
            continue
        found = known.get(f"{unit} {right}")
        if found is None:
            continue
        paragraph = (match["in_words"] or (match["paragraph"] or "").strip("()")) or "0"
        if int(paragraph) > found.paragraphs:
            has = f"it has {found.paragraphs} paragraphs" if found.paragraphs else "it has no numbered paragraphs"
            yield Hit(block.span(match.start(), match.end("number")), {"found": f"{unit} {number}", "why": has})
        elif about := _about_another(block, match, known, found):
            others = " or ".join(name for name, one in known.items() if about in one.about and name.startswith(unit))
            others = others or " or ".join(name for name, one in known.items() if about in one.about)
            why = f"what is said of it (“{about}”) is the matter of {others}"
            yield Hit(block.span(match.start(), match.end("number")), {"found": f"{unit} {number}", "why": why})


def _about_another(block: Block, match: re.Match[str], known: Mapping[str, _Provision], found: _Provision) -> str:
    """The subject beside a citation that is that of other provisions alone; empty where one of its own stands there too."""
    text = block.text
    start = max(
        [max(block.lead, match.start() - _BEFORE), *(cut.end() for cut in _CUT.finditer(text, 0, match.start()))]
    )
    cut = _CUT.search(text, match.end())
    end = min(cut.start() if cut else len(text), match.end() + _BEHIND)
    around = text[start : match.start()] + " " + text[match.end() : end]
    if _OTHER.search(around) or any(one in around for one in found.about):
        return ""
    subjects = {one for provision in known.values() for one in provision.about}
    named = [one for one in subjects if re.search(rf"\b{re.escape(one)}\b", around)]
    return max(named, key=len) if named else ""


@per_lexicon
def _dated(lexicon: Lexicon) -> tuple[tuple[frozenset[str], str, str], ...]:
    """For each instrument with a date on record the words of its title but the first, the title and the date."""
    # A hyphen may join the first word to what stands before it.
    return tuple(
        (frozenset(phrase(title).words[1:]), title, adopted)
        for title, adopted in lexicon.columns("instruments", "title", "adopted")
        if regex.compiled(r"\d{1,2} \w+ \d{4}").fullmatch(adopted)
    )


def _date(lexicon: Lexicon) -> str:
    """The pattern of a date with its day, or of a year."""
    return rf"(?:(?P<day>\d{{1,2}}){BLANK}(?P<month>{'|'.join(months(lexicon))}){BLANK})?(?P<year>{YEAR})"


def _title(title: str) -> str:
    """The pattern of a title, whatever blanks stand in it."""
    return re.escape(title).replace(r"\ ", BLANK)


def _mentions(lexicon: Lexicon, title: str) -> re.Pattern[str]:
    """The dated mentions of an instrument."""
    date = _date(lexicon)
    whole = _title(title)
    by = rf"(?:at{BLANK}[A-Z][a-z]+{BLANK}|by{BLANK}the{BLANK}[A-Z][a-z]+{BLANK}[A-Z][a-z]+{BLANK})?"
    act = rf"(?:adopted|signed|concluded|done){BLANK}{by}"
    return regex.compiled(rf"\b{whole}(?:,?{BLANK}(?:of|{act}(?:on|in))){BLANK}{date}(?![\w–/-])")


@per_lexicon
def _dated_more(lexicon: Lexicon) -> tuple[tuple[frozenset[str], re.Pattern[str], tuple[str, str, str]], ...]:
    """The same for instruments cited with their year alone: the date, the year of the amending protocol, the number."""
    date = _date(lexicon)
    found = []
    for row in lexicon.rows("instrument-dates"):
        title = _title(row["title"])
        when = rf"(?:(?:,|,?{BLANK}of|,?{BLANK}adopted{BLANK}(?:on|in)){BLANK}{date}(?![\w–/-]))?"
        protocol = rf"(?:Protocol{BLANK}of{BLANK}(?P<by>{YEAR})|(?P<by2>{YEAR}){BLANK}Protocol)"
        amended = rf"(?:,?{BLANK}as{BLANK}(?:amended|modified){BLANK}by{BLANK}the{BLANK}{protocol})?"
        number = rf"(?:{BLANK}\((?:No\.{BLANK})?(?P<number>\d{{1,3}})\))?"
        facts = (row["adopted"], row["amended"], row["number"])
        found.append((frozenset(phrase(row["title"]).words[1:]), lazy(rf"\b{title}{when}{amended}{number}"), facts))
    return tuple(found)


def _other_facts(match: re.Match[str], facts: tuple[str, str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Groups of a mention that begin and end what is wrong, with what stands there and what is right."""
    adopted, amended, number = facts
    if match["year"]:
        found = f"{match['day']} {match['month']} {match['year']}" if match["day"] else match["year"]
        if adopted[-4:] != match["year"] or (match["day"] and len(adopted) > 4 and adopted != found):
            yield (
                "day" if match["day"] else "year",
                "year",
                found,
                adopted if match["day"] and len(adopted) > 4 else adopted[-4:],
            )
    by = "by" if match["by"] else "by2"
    if match[by] and amended and match[by] != amended:
        yield by, by, match[by], amended
    if match["number"] and number and match["number"] != number:
        yield "number", "number", match["number"], number


@check("REF032")
def instrument_date_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """*The Universal Declaration of Human Rights, adopted on 10 December 1949*."""
    words = words_of(document).all
    for needed, name, adopted in _dated(context.lexicon):
        if not words.issuperset(needed):
            continue
        for block, match in in_texts(document, context.lexicon.kept(_mentions, name), quoted=True):
            whole = f"{match['day']} {match['month']} {match['year']}" if match["day"] else match["year"]
            right = adopted if match["day"] else adopted[-4:]
            signed = "signed" in match.group() and not match["day"] and abs(int(whole) - int(right)) == 1
            if whole != right and not signed:
                span = block.span(match.start("day") if match["day"] else match.start("year"), match.end())
                fix = Fix(f"Write “{right}”", (Edit(span, right, whole),), "suggest")
                yield Hit(span, {"found": whole, "right": right}, fix)
    for title, pattern, facts in _dated_more(context.lexicon):
        for block, match in in_texts(document, pattern) if words.issuperset(title) else ():
            for first, last, found, right in _other_facts(match, facts):
                span = block.span(match.start(first), match.end(last))
                shown = block.text[match.start(first) : match.end(last)]
                yield Hit(
                    span,
                    {"found": found, "right": right},
                    Fix(f"Write “{right}”", (Edit(span, right, shown),), "suggest"),
                )

"""Sources that notes cite: Official Records, Treaty Series, Sales numbers, and *Ibid.*"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from resolint import regex
from resolint.citation import symbols
from resolint.lexicon import Lexicon, organs, per_lexicon
from resolint.lexicon.ordinals import ordinal_value, ordinal_word
from resolint.model import Citation, Span


@cache
def _volumes() -> re.Pattern[str]:
    one = r"(?:\d{1,5}|[IVXLC]{1,9})(?: \(\d{4}\))?"
    many = r"(?:(?:, |,? and |[-–])" + one + r"){0,12}"
    registered = r"(?:I{1,2}-)?\d{1,6}(?:(?:, |,? and |[-–])(?:I{1,2}-)?\d{1,6}(?![\d/])){0,12}"
    return regex.compiled(
        rf",?\s+[Vv]ols?\.?\s*(?P<volume>{one}{many})(?:,\s+(?:[Nn]os?\.?|[Nn]umbers?)\s*(?P<number>{registered}))?"
    )


@cache
def _treaty() -> re.Pattern[str]:
    return regex.compiled(
        r"(?:(?:(?P<un>United)|(?P<league>League of)) Nations,?\s+)?Treaty\s+Series(?=,?\s+[Vv]ol)"
        r"|\b[Ii]bid\.(?=,?\s+[Vv]ol)"
    )


@cache
def _unts() -> re.Pattern[str]:
    return regex.compiled(
        r"\b(?:(?P<before>\d{1,5})\s+(?:U\.?N\.?T\.?S\.?)(?!\w)|UNTS(?:,?\s+(?:[Vv]ols?\.?\s*)?(?P<after>\d{1,5}))?)"
        r"(?:,?\s+(?:[Nn]o\.?\s*(?P<number>(?:I-)?\d{1,6})|p\.\s*\d{1,5}|(?P<page>\d{1,5})(?![\w/])))?"
    )


@cache
def _sales() -> re.Pattern[str]:
    code = r"(?:[A-Z](?:/[A-Z])?\.)?\d{2,4}\.[IVX]{1,5}(?:\.[A-Z])?(?:\.\d{1,4})?(?:/Rev\.\d)?"
    return regex.compiled(
        rf"\b[Ss]ales\s+[Nn](?:os?\.?|umbers?):?\s*(?P<number>{code})(?P<more>(?:(?:, | and ){code}){{0,6}})"
    )


@cache
def _sales_code() -> re.Pattern[str]:
    return regex.compiled(r"(?:[A-Z](?:/[A-Z])?\.)?\d{2,4}\.[IVX]{1,5}(?:\.[A-Z])?(?:\.\d{1,4})?(?:/Rev\.\d)?")


@cache
def _record_start() -> re.Pattern[str]:
    return regex.compiled(
        r"\bOfficial\s+Records(?:\s+of\s+)?|\b[Ii]bid\.,(?=\s)|\b(?:Special\s+)?Supplements?\s+[Nn]os?\."
    )


@per_lexicon
def _record_part(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.grammar.occasions
    session, special, emergency = words.session, words.special.capitalize(), words.emergency.capitalize()
    parts = "|".join(ordinal_word(number, lexicon).capitalize() for number in range(1, 7))
    return regex.compiled(
        r"[,\s]*(?:(?P<ordinal>[A-Za-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th))\s+"
        rf"(?P<type>(?:{emergency}\s+)?(?:{special}\s+)?(?:{session}|{session.capitalize()}|{words.year.capitalize()}))"
        r"|(?P<year>(?:19|20)\d\d)(?!\w|[./-]\w)"
        r"|(?P<special>Special\s+)?Supplements?(?:\s+[Nn]os?\.?\s*(?P<number>\d{1,3}[A-Z]{0,2})"
        r"(?P<more>(?:(?:, |,? and |[-–])\d{1,3}[A-Z]{0,2}\b){0,8})"
        r"|\s+for\s+[A-Z][A-Za-z ,]{2,60}(?P<foryear>\d{4}))"
        r"|[Vv]ol\.\s+(?P<volume>[IVXLC\d]{1,7})(?!\w)"
        rf"|(?P<part>Annexes|Annex|Plenary\s+Meetings|Resumed\s+{session.capitalize()}|(?:{parts})\s+(?:Committee|Part))(?!\w)"
        r"|\((?P<symbol>[A-Z][^()\s]{1,60}(?:\([^()]{1,20}\))?[^()]{0,80})\))"
    )


@cache
def _ibid() -> re.Pattern[str]:
    return regex.compiled(r"\b[Ii]bid\.|\b[Ii]bid\b(?!\.)")


def find_treaties(text: str, block: str) -> Iterator[Citation]:
    """Volumes and registration numbers of the Treaty Series, also behind *Ibid.* and in the form UNTS."""
    for match in _treaty().finditer(text):
        tail = _volumes().match(text, match.end())
        if tail:
            organ = "League of Nations" if match["league"] else None
            volume, number = _tidy(tail["volume"]), tail["number"]
            span = Span(block, match.start(), tail.end())
            yield Citation(span, "treaty series", organ, number=_tidy(number) if number else None, volume=volume)
    if "UNTS" in text or "U.N.T.S" in text:
        for match in _unts().finditer(text):
            volume = match["before"] or match["after"]
            if volume:
                yield Citation(
                    Span(block, match.start(), match.end()), "treaty series", number=match["number"], volume=volume
                )


def find_sales(text: str, block: str) -> Iterator[Citation]:
    """United Nations publications by Sales number."""
    for match in _sales().finditer(text):
        yield Citation(Span(block, match.start(), match.end("number")), "sales number", number=match["number"])
        for more in _sales_code().finditer(text, match.end("number"), match.end("more")):
            yield Citation(Span(block, more.start(), more.end()), "sales number", number=more[0])


def find_records(text: str, block: str, lexicon: Lexicon) -> Iterator[Citation]:
    """Official Records with their supplements, also behind *Ibid.* and by supplement alone."""
    done = 0
    for match in _record_start().finditer(text):
        if match.start() < done:
            continue
        official = match[0].startswith("Official")
        bare = "upplement" in match[0]
        position = match.start() if bare else match.end()
        named = organs.after(text, position, lexicon) if official else None
        citation, end = _record(text, match.start(), named.end if named else position, block, named, lexicon)
        occasion = citation.session is not None and not bare and len(citation.session) != 4
        if (named is not None and end > match.end()) or citation.number or occasion:
            yield citation
            done = end


def find_ibid(text: str, block: str) -> Iterator[Citation]:
    """*Ibid.* itself, wherever it stands; ``plausible.chain`` says what it repeats."""
    return (Citation(Span(block, match.start(), match.end()), "ibid") for match in _ibid().finditer(text))


def _record(
    text: str, start: int, position: int, block: str, named: organs.Named | None, lexicon: Lexicon
) -> tuple[Citation, int]:
    session = number = symbol = title = volume = None
    while part := _record_part(lexicon).match(text, position):
        if part["ordinal"]:
            value = ordinal_value(part["ordinal"], lexicon)
            if value is None or session:
                break
            kind, words = part["type"].lower(), lexicon.grammar.occasions
            prefix = "ES-" if words.emergency in kind else "S-" if words.special in kind else ""
            session = f"{prefix}{value}"
        elif part["symbol"]:
            head = part["symbol"].split(" and ")[0].split(",")[0].strip()
            if not symbols.is_symbol(head):
                break
            symbol = head.replace("/ ", "/").replace("\u2011", "-")
            position = part.end()
            break
        elif part["number"] and number:
            break
        else:
            session = session or part["year"]
            number = number or _supplement(part)
            volume = volume or part["volume"]
            title = title or part["part"] or part["special"]
        position = part.end()
    organ = named.organ if named else None
    title = title.strip() if title else None
    return Citation(
        Span(block, start, position), "official records", organ, symbol, session, number, None, title, volume=volume
    ), position


def _supplement(part: re.Match[str]) -> str | None:
    return str(part["number"]) + str(part["more"] or "") if part["number"] else None


def _tidy(text: str) -> str:
    return text.replace("–", "-")

"""The words of the table ``masthead``, and the patterns of the fields that are made of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.dates import months, short_months
from resolint.lexicon.ordinals import ordinals
from resolint.regex import lazy

__all__ = ["Patterns", "either", "patterns", "words"]


class Patterns(NamedTuple):
    """The patterns of one language: ``strict`` and ``loose`` by field, the value in the group ``v``."""

    strict: Mapping[str, re.Pattern[str]]
    loose: Mapping[str, re.Pattern[str]]
    labels: re.Pattern[str]
    body: re.Pattern[str]
    letterhead: re.Pattern[str]
    slips: re.Pattern[str]


@per_lexicon
def _table(lexicon: Lexicon) -> Mapping[tuple[str, str], tuple[str, ...]]:
    return {(row["field"], row["use"]): tuple(row["words"].split("|")) for row in lexicon.rows("masthead")}


def words(lexicon: Lexicon, field: str, use: str) -> tuple[str, ...]:
    """The words of the table for one use in one field."""
    return _table(lexicon).get((field, use), ())


def either(texts: tuple[str, ...]) -> str:
    """A pattern of any of ``texts``, the longest first; a full stop at the end and hyphens may be missing."""
    shown = (
        re.escape(text).replace(r"\ ", "[ ]").replace(r"\-", "[- ]?")
        for text in sorted(texts, key=lambda text: (-len(text), text))
    )
    return "|".join(text.removesuffix(r"\.") + (r"\.?" if text.endswith(r"\.") else "") for text in shown) or r"(?!)"


@per_lexicon
def patterns(lexicon: Lexicon) -> Patterns:
    """The patterns of the fields."""
    word = partial(words, lexicon)
    month = either(months(lexicon))
    any_month = either((*months(lexicon), *short_months(lexicon)))
    counted = either(tuple(ordinals(lexicon)))
    number = rf"(?:(?:{counted})|\d{{1,3}}(?:st|nd|rd|th)|(?:19|20)\d\d)"
    kind = either(word("session", "kind"))
    session = (
        rf"(?P<v>(?:(?:(?:{either(word('session', 'first'))})[ ])?{number}|(?:{either(word('session', 'first'))}))"
        rf"(?:[ ](?:{kind})){{0,4}}[ ]{either(word('session', 'noun'))}"
        rf"(?:[ ](?:{either(word('session', 'year'))})[ ](?:19|20)\d\d)?(?:[ ]\((?:{kind})\))?)(?!\w)"
    )
    joined = [word.split("-") for word in ordinals(lexicon) if "-" in word]
    tens, ones = (either(tuple(sorted({parts[place] for parts in joined}))) for place in (0, -1))
    sub = r"(?:[ ]?\([a-z]{1,4}\))"
    joint = either(word("agenda_item", "joint"))
    items = rf"\d{{1,3}}{sub}*(?:(?:,?[ ](?:{joint})[ ]|,[ ]|-|\u2013)(?:\d{{1,3}}{sub}*|\([a-z]{{1,4}}\)))*"
    of = rf"(?:[ ](?:{either(word('agenda_item', 'of'))}))?"
    item = either(word("agenda_item", "label"))
    language = either(word("language", "value"))
    label = either(word("language", "label"))
    name = rf"(?:(?:{language})\b|[A-Z][a-z]+)"
    distribution = (
        rf"(?<!\w)(?:{either(word('distribution', 'label'))})[ ]?:?[ ]?(?P<v>{either(word('distribution', 'value'))})\b"
    )
    job = r"(?<![\w.-])(?P<v>(?:[A-Z]{1,2}\.)?\d{2}-\d{5}(?:[ ]?\([A-Z]\))?)(?![\d-])"
    span = either(word("place", "joint"))
    place = (
        rf"(?<!\w)(?P<v>[A-Z](?:(?!{either(word('session', 'noun'))}\b)[\w’' .-]){{1,40}},"
        rf"[ ](?:(?:{span})[ ])?\d{{1,2}}(?:[ ]?(?:{month}))?"
        rf"[ ]?(?:-|\u2013|{span})[ ]?\d{{1,2}}[ ](?:{month})[ ]\d{{4}})"
    )
    strict = {
        "distribution": lazy(distribution, re.IGNORECASE),
        "language": lazy(rf"(?<!\w)(?i:{label})[ ]?:[ ]?(?P<v>{name}(?:(?:,[ ]|[ ]and[ ]|/){name})*)"),
        "job_number": lazy(job),
        "agenda_item": lazy(rf"(?<!\w)(?P<v>(?:{item}|{item.upper()})[ ]{items}{of})(?![\w/])"),
        "place": lazy(place),
        "session": lazy(rf"(?<![\w-])(?-i:(?=[A-Z\d])){session}", re.IGNORECASE),
        "date": lazy(rf"(?<![\d\u2013-])(?P<v>\d{{1,2}}[ ](?:{month})[ ]\d{{4}})(?!\d)"),
    }
    anyhow = {
        "distribution": distribution,
        "language": rf"(?:{label})(?:[ ]?:[ ]*|[ ](?=(?:{language})\b))(?P<v>[^:\d]{{2,60}}?)",
        "session": session,
        "agenda_item": rf"(?P<v>(?:{item})[ ]?:?[ ]?{items}(?:[ ]?\([a-z]{{1,4}})?{of})",
        "date": (
            rf"(?P<v>(?:{any_month})\.?[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]\d{{4}}"
            rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:[ ]of)?[ -](?:{any_month})\.?,?[ -]\d{{4}}"
            r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2})"
        ),
        "job_number": job,
    }
    key = "|".join(
        rf"(?P<{use}>{either(word('mun', use))})" for use in ("body", "agenda_item", "sponsors", "signatories")
    )
    noun, small = either(word("body", "noun")), either(word("body", "small"))
    return Patterns(
        strict,
        {field: lazy(pattern, re.IGNORECASE) for field, pattern in anyhow.items()},
        lazy(rf"(?:{key})[ ]?:[ ]*(?P<v>\S.*)", re.IGNORECASE),
        lazy(rf"(?:[A-Z][\w’'()-]*[ ]+)*(?:{noun})\b(?:,?[ ]+(?:[A-Z(][\w’'()-]*|{small}))*"),
        lazy(rf"(?:{either(word('letterhead', 'name'))})", re.IGNORECASE),
        lazy(
            rf"\b(?:(?P<figures>\d{{1,3}}(?:st|nd|rd|th))|(?:{tens})(?P<blank>\s)(?:{ones}))"
            rf"(?=\s+(?:(?:{kind})\s+)*{either(word('session', 'noun'))}\b)",
            re.IGNORECASE,
        ),
    )

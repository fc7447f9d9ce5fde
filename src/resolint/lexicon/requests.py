"""What is asked in an operative paragraph: whom, to do what, by when; the small words stand in the table ``requests``.

An addressee stands between the opening and the first infinitive (*Requests* **the Secretary-General** *to report*). A time is a
date, a session or a year behind a word such as *by*, a number of months behind *within*, or a word such as *annually*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.ordinals import cardinals
from resolint.regex import lazy

__all__ = ["addressed", "deadlines", "reports", "starts", "task"]

Stretch = tuple[int, int]
_EDGES = " \xa0,;:.\ufffc"
_BRACKETS = lazy(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_YEAR = r"(?:19|20)\d\d(?!\d|/|,\d)"
_PLACES = 40
"""Characters that may stand between *by* and the date or session: *at the beginning of its*."""


class _Words(NamedTuple):
    infinitive: re.Pattern[str]
    until: re.Pattern[str]
    year: re.Pattern[str]
    within: re.Pattern[str]
    often: re.Pattern[str]
    report: re.Pattern[str]
    joined: re.Pattern[str]
    that: frozenset[str]


def _rows(lexicon: Lexicon, kind: str) -> list[str]:
    """The phrases of a kind, the longest first."""
    return sorted((row["phrase"] for row in lexicon.rows("requests") if row["kind"] == kind), key=len, reverse=True)


def _either(phrases: Sequence[str]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"[ \xa0]") for phrase in phrases) or r"(?!)"


@per_lexicon
def _words(lexicon: Lexicon) -> _Words:
    by, blank = _either(_rows(lexicon, "by")), r"[ \xa0]"
    count = rf"(?:\d{{1,3}}|{_either(sorted(cardinals(lexicon), key=len, reverse=True))})"
    units = _either(_rows(lexicon, "unit"))
    nouns = _either(_rows(lexicon, "noun"))
    verbs = _either(_rows(lexicon, "report"))
    return _Words(
        lazy(rf"(?:(?<=[ \xa0,])|^)(?i:to){blank}(?!(?:{_either(_rows(lexicon, 'no verb'))})\b)(?=[a-z])"),
        lazy(rf"\b(?:{by})\b(?:{blank}[a-z]+){{0,5}}{blank}?\Z", re.IGNORECASE),
        lazy(rf"\b(?:{by}){blank}(?:(?:the|its|end|of|beginning){blank}){{0,4}}{_YEAR}", re.IGNORECASE),
        lazy(rf"\b(?:{_either(_rows(lexicon, 'within'))}){blank}{count}{blank}(?:{units})\b", re.IGNORECASE),
        lazy(rf"\b(?:{_either(_rows(lexicon, 'often'))})\b", re.IGNORECASE),
        lazy(rf"\b(?:{verbs})\b(?=[^;]{{0,120}}\b(?:{nouns}|thereon|back|to|of)\b)|\b(?:{nouns})\b", re.IGNORECASE),
        lazy(rf"(?:,{blank}|{blank})(?:{_either(_rows(lexicon, 'joining'))}){blank}|,{blank}"),
        frozenset(_rows(lexicon, "that")),
    )


def starts(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Where another request may begin inside a paragraph: behind *and* and behind commas."""
    yield from (found.end() for found in _words(lexicon).joined.finditer(text))


def addressed(text: str, lexicon: Lexicon) -> tuple[Stretch, int]:
    """Who is asked in ``text``, the words behind an opening, and where the task begins.

    Nobody (an empty stretch) where the opening is followed by *that* or where no infinitive comes.
    """
    words = _words(lexicon)
    start = len(text) - len(text.lstrip(_EDGES))
    first = text[start:].split(None, 1)[:1]
    if first and first[0].casefold() in words.that:
        return (start, start), start
    hidden = _BRACKETS.sub(lambda found: "\x00" * len(found[0]), text)
    found = words.infinitive.search(hidden, start)
    if found is None:
        colon = len(text.rstrip(_EDGES)) if text.rstrip(" \xa0\t").endswith(":") else start
        return ((start, colon), len(text)) if colon > start else ((start, start), start)
    if found.start() <= start:
        return (start, start), start
    # Whom ends at the first comma: *the Secretary-General, within existing resources, to …*, unless a list goes on.
    end = found.start()
    comma = hidden.find(", ", start, end)
    listed = any(f", {word} " in hidden[start:end] or f" {word} " in hidden[start:end] for word in _joining(lexicon))
    if comma > 0 and not listed:
        end = comma
    return (start, start + len(text[start:end].rstrip(_EDGES))), found.start()


def task(text: str, lexicon: Lexicon) -> str:
    """The words of a task without what joins it to the next one."""
    words = text.rstrip(_EDGES)
    for joint in _joining(lexicon):
        if words.endswith((f" {joint}", f"\xa0{joint}")):
            return words[: -len(joint)].rstrip(_EDGES)
    return words


def _joining(lexicon: Lexicon) -> list[str]:
    return _rows(lexicon, "joining")


def deadlines(text: str, times: Sequence[Stretch], lexicon: Lexicon) -> list[Stretch]:
    """When something is due, in order: ``times`` are the dates and sessions in ``text``, which count behind *by* and its like."""
    words = _words(lexicon)
    found: list[Stretch] = []
    for start, end in times:
        before = words.until.search(text, max(0, start - _PLACES), start)
        if before is not None:
            found.append((before.start(), end))
    for pattern in (words.within, words.often, words.year):
        found += [match.span() for match in pattern.finditer(text)]
    kept: list[Stretch] = []
    for start, end in sorted(found, key=lambda stretch: (stretch[0], -stretch[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def reports(text: str, lexicon: Lexicon) -> bool:
    """Whether the task in ``text`` is to report, or has a report as its fruit."""
    verb = text.lstrip(_EDGES).split(None, 3)
    words = _words(lexicon)
    first = " ".join(verb[:3])
    spoken = {one.casefold() for one in _rows(lexicon, "report")}
    return (
        any(word.strip(_EDGES).casefold() in spoken for word in first.split()) and words.report.search(text) is not None
    )

"""What is asked in an operative paragraph: whom, to do what, by when; the small words stand in the table ``requests``.

An addressee stands between the opening and the first infinitive (*Requests* **the Secretary-General** *to report*). A time is a
date, a session or a year behind a word such as *by*, a number of months behind *within*, or a word such as *annually*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.ordinals import cardinals
from resolint.regex import lazy

__all__ = ["addressed", "deadlines", "decided", "decides", "is_somebody", "is_verb", "reports", "starts", "task"]

Stretch = tuple[int, int]
_EDGES = " \xa0,;:.\ufffc"
_BRACKETS = lazy(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_YEAR = r"(?:19|20)\d\d(?!\d|/|,\d)"
_NEXT_YEAR = lazy(rf"{_YEAR}(?![ \xa0][A-Z])")
"""A year that goes on with a list of years, and is no part of a name (*the 2030 Agenda*)."""
_VERB = lazy(r"[a-z-]+")
_TO_SEVERAL = lazy(
    r"to[ \xa0](?=[a-z-]{2,30}(?<![su])s(?:[ \xa0]and[ \xa0][a-z-]{2,30}(?<![su])s)?[ \xa0]to[ \xa0][a-z])"
)
"""*Appeals to donors to contribute*: who is asked, of whom there are several, and no infinitive."""
_NO_INFINITIVE = lazy(
    r"(?!bring$|ring$|sing$|string$|cling$|fling$|sting$|swing$|wing$)[a-z-]+ing|(?!embed$|shed$|wed$|need$)[a-z-]*[^e]ed"
)
"""No verb in the infinitive ends like this: *to preventing*, *to armed conflict*."""
_GERUND = lazy(r"[a-z]+ing (?:an?|the|its|their|due|full|all|every|greater)\b")
_COMMA = lazy(r", ")
_NO_OBJECT = lazy(
    r"[ \xa0]*(?:[,;:.)]|\Z)|[ \xa0]+(?:(?:of|from|for|by|or|and|on|to|are|is|were|was|have|has)\b"
    r"|(?!(?:continued|increased|enhanced|improved|renewed|united)\b)(?:[a-z]+ly[ \xa0])?[a-z]{3,}ed\b)"
)
"""What no verb has behind it that takes up a paragraph anew: *notes of the Committee*, *views submitted*."""
_SHALL = lazy(
    r"[ \xa0]*that[ \xa0]+(?P<whom>[^,;:]{3,120}?),?[ \xa0](?=shall[ \xa0](?!be\b|not be\b|apply\b|not apply\b))"
)
_TO_END = lazy(r"[ \xa0,]+(to[ \xa0]*:?[ \xa0\t]*)\Z", re.IGNORECASE)
"""The infinitives follow in subparagraphs: *Requests the Board to:*."""
_PLACES = 40
"""Characters that may stand between *by* and the date or session: *at the beginning of its*."""


class _Words(NamedTuple):
    infinitive: re.Pattern[str]
    infinitive_mark: re.Pattern[str]
    until: re.Pattern[str]
    year: re.Pattern[str]
    within: re.Pattern[str]
    often: re.Pattern[str]
    report: re.Pattern[str]
    later: re.Pattern[str]
    joined: re.Pattern[str]
    that: frozenset[str]
    before: re.Pattern[str]
    aside: re.Pattern[str]
    example: re.Pattern[str]
    listing: re.Pattern[str]
    next: re.Pattern[str]
    deeds: frozenset[str]
    deed_endings: tuple[str, ...]
    doers: frozenset[str]
    links: frozenset[str]


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
        lazy(rf"to{blank}(?={_either(_rows(lexicon, 'no verb'))}\b|[A-Z])"),
        lazy(rf"\b(?i:{by})\b(?:{blank}(?!(?i:{by})\b)[a-z]+){{0,5}}{blank}?\Z"),
        lazy(rf"\b(?:{by}){blank}(?:(?:the|its|end|of|beginning){blank}){{0,4}}{_YEAR}", re.IGNORECASE),
        lazy(rf"\b(?:{_either(_rows(lexicon, 'within'))}){blank}{count}{blank}(?:{units})\b", re.IGNORECASE),
        lazy(rf"\b(?:{_either(_rows(lexicon, 'often'))})\b", re.IGNORECASE),
        lazy(rf"\b(?:{verbs})\b(?=[^;]{{0,120}}\b(?:{nouns}|thereon|back|to|of)\b)|\b(?:{nouns})\b", re.IGNORECASE),
        lazy(
            rf"\b(?:and{blank}(?:to{blank})?|to{blank})(?:{verbs}){blank}(?:back{blank})?"
            rf"(?:to|it|them|thereon|(?:an?{blank}|the{blank}|his{blank}|her{blank}|its{blank})(?:[a-z]+{blank}){{0,2}}(?:{nouns}))\b"
        ),
        lazy(rf"(?:,{blank}|{blank})(?:{_either(_rows(lexicon, 'joining'))}){blank}|,{blank}"),
        frozenset(_rows(lexicon, "that")),
        lazy(rf"\b(?:{_either(_rows(lexicon, 'before to'))}){blank}*\Z"),
        lazy(rf"(?:{_either(_rows(lexicon, 'aside'))})\b"),
        lazy(rf"(?:{_either(_rows(lexicon, 'example'))})\b"),
        lazy(rf"\b(?:{_either(_rows(lexicon, 'joining'))})\b"),
        lazy(rf",?{blank}(?:{_either(_rows(lexicon, 'joining'))}){blank}|,{blank}"),
        frozenset(_rows(lexicon, "deed")),
        tuple(_rows(lexicon, "deed ending")),
        frozenset(_rows(lexicon, "doer")),
        frozenset((*_rows(lexicon, "link"), *_rows(lexicon, "aside"))),
    )


def starts(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Where another request may begin inside a paragraph: behind *and* and behind commas."""
    yield from (found.end() for found in _words(lexicon).joined.finditer(text))


def addressed(text: str, lexicon: Lexicon) -> tuple[Stretch, int]:
    """Who is asked in ``text``, the words behind an opening, and where the task begins.

    Nobody (an empty stretch) where the opening is followed by *that*, where no infinitive comes, or where what stands before
    it is a deed (*further efforts to …*) and nobody who could do one.
    """
    words = _words(lexicon)
    start = len(text) - len(text.lstrip(_EDGES))
    leading = words.infinitive_mark.match(text, start) or _TO_SEVERAL.match(text, start)
    start = leading.end() if leading is not None else start
    first = text[start:].split(None, 1)[:1]
    if first and first[0].rstrip(_EDGES).casefold() in words.that:
        return (start, start), start
    hidden = _BRACKETS.sub(lambda found: "\x00" * len(found[0]), text)
    found = _infinitive(hidden, start, words)
    end = found.start() if found is not None else start
    whom = _whom(hidden, start, end, words) if end > start else (start, start)
    if found is None:
        bare = _TO_END.search(text, start)
        colon = len(text.rstrip(_EDGES)) if text.rstrip(" \xa0\t").endswith(":") else start
        colon = bare.start() if bare is not None else colon
        whom = _whom(hidden, start, colon, words) if colon > start else (start, start)
        end = (bare.start(1) if bare is not None else len(text)) if whom[1] > whom[0] else start
    if whom[1] <= whom[0] or _is_deed(text[whom[0] : whom[1]], words):
        return (start, start), start if whom[1] > whom[0] or found is None else end
    return whom, end


def is_verb(following: str) -> bool:
    """Whether words inside a paragraph are a verb that takes it up anew (*…, and recalls its decision*), by what follows them."""
    return _NO_OBJECT.match(following) is None


def decides(phrase: str, following: str, lexicon: Lexicon) -> bool:
    """Whether an opening phrase decides what somebody shall do."""
    whom, _ = decided(following, lexicon)
    return whom[1] > whom[0] and phrase.casefold().split()[-1] in _rows(lexicon, "decision")


def decided(text: str, lexicon: Lexicon) -> tuple[Stretch, int]:
    """Who shall do something in the words behind *Decides* (*that all States shall …*), and where the task begins."""
    found = _SHALL.match(text)
    if found is None or not is_somebody(found["whom"], lexicon):
        return (0, 0), 0
    return found.span("whom"), found.end()


def is_somebody(phrase: str, lexicon: Lexicon) -> bool:
    """Whether a phrase names somebody who can act: its noun has a capital or is that of a body, and it is no deed."""
    words = _words(lexicon)
    first = phrase.split(None, 1)[:1]
    if not first or first[0].casefold() in words.that or _infinitive(f"{phrase} ", 0, words) or ", in " in phrase:
        return False
    noun = _noun(phrase, words)
    return bool(noun) and (noun[0].isupper() or noun in words.doers)


def _noun(phrase: str, words: _Words) -> str:
    """The noun of a phrase, before what is said of it: *organizations* of *the relevant organizations of the system*."""
    tokens = [one.strip(_EDGES) for one in phrase.split()]
    stop = next((at for at, one in enumerate(tokens) if at and one in words.links), len(tokens))
    return tokens[stop - 1].rsplit("’", 1)[0] if tokens else ""


def _infinitive(text: str, start: int, words: _Words) -> re.Match[str] | None:
    """The infinitive of the task; none of *in a position to do so*, *the right to food*, *parties to armed conflict*."""
    for found in words.infinitive.finditer(text, start):
        verb = _VERB.match(text, found.end())
        if verb is not None and _NO_INFINITIVE.fullmatch(verb[0]):
            continue
        if text.startswith("do so", found.end()) or words.before.search(
            text, max(start, found.start() - 40), found.start()
        ):
            continue
        return found
    return None


def _whom(text: str, start: int, end: int, words: _Words) -> Stretch:
    """Who is named between an opening and an infinitive, without asides (*in this regard*, *within existing resources*)."""
    parts: list[Stretch] = []
    at = start
    for comma in (*(found.start() for found in _COMMA.finditer(text, start, end)), end):
        parts.append((at, comma))
        at = comma + 2
    while len(parts) > 1 and words.aside.match(text, *parts[0]):
        del parts[0]
    first = parts[0][0]
    for position, (begin, stop) in enumerate(parts):
        rest = text[begin:end]
        if position and words.aside.match(text, begin, stop) and not _goes_on(text, parts, position, words):
            return first, _trimmed(text, first, begin)
        if position and words.example.match(rest) and words.listing.search(text[first:begin]):
            return first, _trimmed(text, first, begin)
    if len(parts) > 1 and words.listing.search(text[first:end]) is None:
        return first, _trimmed(text, first, parts[0][1])
    return first, _trimmed(text, first, end)


def _goes_on(text: str, parts: Sequence[Stretch], position: int, words: _Words) -> bool:
    """Whether a list of several goes on behind the aside in ``position``; one office alone (*the Director*) is no list."""
    first = text[slice(*parts[0])].split()
    noun = next((one for one, after in pairwise(first) if after in words.links), first[-1] if first else "")
    if position == 1 and first[:1] == ["the"] and not noun.endswith("s"):
        return False
    if words.listing.search(text[parts[0][0] : parts[position][0]]):
        return False
    later = (words.listing.sub("", text[slice(*one)], count=1).lstrip(_EDGES) for one in parts[position + 1 :])
    return any(words.aside.match(one) is None for one in later)


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(_EDGES))


def _is_deed(phrase: str, words: _Words) -> bool:
    """Whether a phrase names something to be done (*the establishment of …*, *giving due …*), and not somebody."""
    tokens = [one.strip(_EDGES) for one in phrase.split()]
    if _GERUND.match(phrase) or tokens[1:2] == ["following"]:
        return True
    noun = _noun(phrase, words)
    if not noun or noun[0].isupper() or noun in words.doers:
        return False
    return noun in words.deeds or noun.removesuffix("s").endswith(words.deed_endings)


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
    """When something is due, in order: ``times`` are the dates and sessions in ``text``, which count behind *by* and its like.

    A list is one stretch (*at its seventieth, seventy-second and seventy-fourth sessions*, *by 2026 and 2028*).
    """
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
            kept.append((start, _end_of_list(text, end, times, words)))
    return kept


def _end_of_list(text: str, end: int, times: Sequence[Stretch], words: _Words) -> int:
    """Where the list of times ends whose first one ends at ``end``."""
    until = dict(times)
    while (joint := words.next.match(text, end)) is not None:
        year = _NEXT_YEAR.match(text, joint.end())
        further = until.get(joint.end()) or (year.end() if year is not None else 0)
        if not further:
            break
        end = further
    return end


def reports(text: str, lexicon: Lexicon) -> bool:
    """Whether the task in ``text`` is to report, first or later (*to study … and to submit …*), or has a report as its fruit."""
    verb = text.lstrip(_EDGES).split(None, 3)
    words = _words(lexicon)
    first = " ".join(verb[:3])
    spoken = {one.casefold() for one in _rows(lexicon, "report")}
    if any(word.strip(_EDGES).casefold() in spoken for word in first.split()) and words.report.search(text) is not None:
        return True
    return words.later.search(text) is not None

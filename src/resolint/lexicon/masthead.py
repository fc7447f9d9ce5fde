"""The fields of a masthead: one grammar for each, for all that read, check or write one.

A field is written in three ways. *Strict*: it is the field, as it is printed; found inside of a line too, for lines run
together. *Loose*: a line of its own wants to be the field, with capitals, blanks, stars, a missing colon or full stop,
figures for words, a date in another order. *Printed*: how the field is written. The words stand in the table
``masthead``. Sources: Editorial Manual, mastheads; practice of Model United Nations for lines with labels.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon, symbols
from resolint.lexicon.dates import month_number, months
from resolint.lexicon.fields import patterns, words
from resolint.lexicon.ordinals import cardinals, misspelt_ordinal, ordinal_value, ordinal_word, ordinals
from resolint.lexicon.organs import organ_at, organs
from resolint.regex import compiled, lazy

__all__ = [
    "EDGE",
    "FIELDS",
    "Found",
    "Slip",
    "Written",
    "in_line",
    "is_letterhead",
    "is_strict",
    "labelled",
    "like_a_body",
    "line",
    "loose",
    "printed",
    "search",
    "session_number",
    "session_slips",
    "whole_body",
    "written",
]

FIELDS = ("symbol", "body", "session", "agenda_item", "distribution", "date", "language", "job_number")
"""The fields that have a value of one line."""
EDGE = " \t\n\u00a0*_\ufffc\u00ad"
"""What may stand around a field without belonging to it: blanks, stars of reissue, marks of emphasis, note marks."""

_PLAIN = str.maketrans("\u00a0\u2007\u2009\u202f\t\n\u2010\u2011", "      --")
_PARTED = lazy(r"\b([a-z]+ty)[ ]([a-z]+)\b")
_PLAIN_UP_TO = 19
_NOTE = lazy(r"\s*\*+\s")
"""A star before words and a blank begin a note; behind them a star refers to one."""
_SMALL_BODY = 120
_LONG_BODY = 160
_LONGEST_BODY = 250


class Found(NamedTuple):
    """A field in a text: where its value stands, and the value as it is printed (empty where that cannot be told)."""

    field: str
    start: int
    end: int
    value: str


class Written(NamedTuple):
    """A field with its label as it stands in a line, and as the line is printed."""

    start: int
    end: int
    right: str


class Slip(NamedTuple):
    """The ordinal of a session in figures or malformed (``number`` is what it means), or in words with a blank at ``blank``."""

    start: int
    end: int
    number: int
    blank: int


# -- one field -----------------------------------------------------------------------------------------------


def loose(field: str, text: str, lexicon: Lexicon) -> Found | None:
    """How the whole of ``text``, apart from blanks and stars around, reads as ``field``; None if it does not."""
    start = len(text) - len(text.lstrip(EDGE))
    if _NOTE.match(text):
        return None
    end = max(start, len(text.rstrip(EDGE)))
    flat = text.translate(_PLAIN)
    if field == "symbol":
        known = next(symbols.find(flat, start, end), None) == (start, end)
        if not known and not symbols.wants_to_be(flat[start:end]):
            return None
        return Found(field, start, end, printed(field, flat[start:end], lexicon))
    pattern = patterns(lexicon).loose.get(field)
    found = pattern.fullmatch(flat, start, end) if pattern is not None else None
    if found is None:
        return None
    return Found(field, *found.span("v"), printed(field, found["v"], lexicon))


def search(field: str, text: str, lexicon: Lexicon) -> Found | None:
    """The first stretch of ``text`` that reads as ``field``, however it is written; None if there is none."""
    found = patterns(lexicon).loose[field].search(text.translate(_PLAIN))
    return None if found is None else Found(field, *found.span("v"), printed(field, found["v"], lexicon))


def written(field: str, text: str, start: int, end: int, lexicon: Lexicon) -> Written | None:
    """The field whose value stands from ``start`` to ``end`` of ``text``, with its label; None if it stands otherwise."""
    flat = text.translate(_PLAIN)
    for pattern in (patterns(lexicon).loose[field], patterns(lexicon).strict[field]):
        for found in pattern.finditer(flat):
            if found.span("v") == (start, end):
                return Written(*found.span(), line(field, printed(field, found["v"], lexicon), lexicon))
    return None


def session_slips(text: str, lexicon: Lexicon) -> Iterator[Slip]:
    """Sessions below one hundred that are numbered in figures, or in words without the hyphen, in running text."""
    nouns = words(lexicon, "session", "noun")
    if not any(noun in text.lower() for noun in nouns):
        return
    for found in patterns(lexicon).slips.finditer(text):
        number = ordinal_value(found["figures"], lexicon) if found["figures"] else 0
        if found["figures"] is None or 0 < (number or 0) < 100:
            yield Slip(*found.span(), number or 0, found.start("blank"))
    for noun in nouns:
        for end in (at.start() for at in re.finditer(rf" {noun}\b", text)):
            if misread := _misformed(text, end, lexicon):
                yield misread


def _misformed(text: str, end: int, lexicon: Lexicon) -> Slip | None:
    """The word that ends at ``end`` where it is no ordinal but means one (*Eighty-one*, *Eightyfirst*, *Eightieth-first*)."""
    start = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1
    word = text[start:end].lower()
    if ordinal_value(word, lexicon) is not None:
        return None
    number = _misforms(lexicon).get(word.replace("-", "").replace("\u2011", ""), 0) or misspelt_ordinal(word, lexicon)
    return Slip(start, end, number, -1) if number else None


@per_lexicon
def _misforms(lexicon: Lexicon) -> Mapping[str, int]:
    """What is written for the ordinals above twenty by mistake, without hyphens, and the numbers meant."""
    count, order = cardinals(lexicon), ordinals(lexicon)
    tens = {word: number for word, number in order.items() if number % 10 == 0}
    found = {
        word.replace("-", ""): number
        for words in (count, order)
        for word, number in words.items()
        if number > _PLAIN_UP_TO
    }
    ones = {word: number for word, number in order.items() if number < 10}
    return found | {
        ten + one: number + low for ten, number in tens.items() for one, low in ones.items() if number > _PLAIN_UP_TO
    }


def session_number(text: str, lexicon: Lexicon) -> int | None:
    """The number of the session that ``text`` names in words or figures, None if it names none (*2019 session*)."""
    for word in compiled(r"[^\W_]+(?:[-\u2011][^\W\d_]+)?").findall(text):
        number = ordinal_value(word, lexicon)
        if number is not None:
            return number
    bare = text.strip()
    return int(bare) if bare.isdecimal() and len(bare) < 4 else None


def is_strict(field: str, value: str, lexicon: Lexicon) -> bool:
    """Whether ``value`` is ``field`` as it is printed, so that whoever reads it finds this very value again."""
    if field == "body":
        return organ_at(value, 0, lexicon) == len(value)
    found = loose(field, line(field, value, lexicon), lexicon)
    return found is not None and found.value == value


def printed(field: str, value: str, lexicon: Lexicon) -> str:
    """The ``value`` of a field as it is printed; empty where that cannot be told."""
    flat = " ".join(value.translate(_PLAIN).split()).strip(EDGE)
    if field in _WHOLE and not patterns(lexicon).loose[field].fullmatch(flat):
        return flat
    return _PRINTED[field](flat, lexicon) if field in _PRINTED else flat


def line(field: str, value: str, lexicon: Lexicon) -> str:
    """The line that states the ``value`` of a field: with its label, where it has one (``Distr.: General``)."""
    label = words(lexicon, field, "label") if field in ("distribution", "language") else ()
    stated = value.partition(":")[0].strip() if ":" in value else ""
    return f"{label[0]}: {value}" if label and stated not in label else value


def _symbol(value: str, lexicon: Lexicon) -> str:
    tidy = symbols.tidy(value)
    right = symbols.repaired(value)
    return right if right != tidy and (symbols.fit(right, lexicon) or not symbols.fit(tidy, lexicon)) else tidy


def _body(value: str, lexicon: Lexicon) -> str:
    return next((organ.name for organ in organs(lexicon) if organ.name.lower() == value.lower()), value)


def _distribution(value: str, _lexicon: Lexicon) -> str:
    return value.capitalize()


def _language(value: str, lexicon: Lexicon) -> str:
    known = {name.lower(): name for name in words(lexicon, "language", "value")}
    rest = "|".join(words(lexicon, "language", "rest")) or "(?!)"
    value = re.sub(rf"[ ,]*\(?\b(?:{rest})\b\)?\s*\Z", "", value, flags=re.IGNORECASE).strip(" .()")
    return compiled(r"[^\W\d_]+").sub(lambda found: known.get(found[0].lower(), found[0]), value)


def _session(value: str, lexicon: Lexicon) -> str:
    text = value.lower()
    for word in compiled(r"\d{1,3}[a-z]{2}").findall(text):
        number = ordinal_value(word, lexicon)
        if number is not None and number < 100:
            text = text.replace(word, ordinal_word(number, lexicon), 1)
    text = _PARTED.sub(lambda m: f"{m[1]}-{m[2]}" if f"{m[1]}-{m[2]}" in ordinals(lexicon) else m[0], text)
    return text[:1].upper() + text[1:]


def _agenda_item(value: str, _lexicon: Lexicon) -> str:
    text = compiled(r"(?<=[\w)])[ ]*\([ ]*(\w{1,4})(?:[ ]*\)|$)").sub(r" (\1)", value.lower())
    text = compiled(r"(?<=[a-z])[ ]?:[ ]?(?=\d)").sub(" ", text)
    return text[:1].upper() + text[1:]


def _job_number(value: str, _lexicon: Lexicon) -> str:
    return compiled(r"(?<=\d)[ ]*\(([A-Za-z])\)").sub(lambda found: f" ({found[1].upper()})", value)


def _date(value: str, lexicon: Lexicon) -> str:
    figures = compiled(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})").fullmatch(value)
    iso = compiled(r"(\d{4})-(\d{2})-(\d{2})").fullmatch(value)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]), lexicon)
    if figures:
        first, second, year = (int(part) for part in figures.groups())
        return _day(year, second, first, lexicon) if first > 12 or first == second else ""
    names = [month for word in compiled(r"[^\W\d_]+").findall(value) if (month := month_number(word, lexicon))]
    numbers = [int(number) for number in compiled(r"\d+").findall(value)]
    if len(numbers) != 2 or not names:
        return ""
    return _day(max(numbers), names[0], min(numbers), lexicon)


def _day(year: int, month: int, day: int, lexicon: Lexicon) -> str:
    return f"{day} {months(lexicon)[month - 1]} {year}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


_PRINTED: Mapping[str, Callable[[str, Lexicon], str]] = {
    "symbol": _symbol,
    "body": _body,
    "distribution": _distribution,
    "language": _language,
    "session": _session,
    "agenda_item": _agenda_item,
    "job_number": _job_number,
    "date": _date,
}
_WHOLE = ("session", "agenda_item")
"""Fields whose value may be put in words of its own, which then stay as they are."""
_ALONE = ("distribution", "language", "date", "session", "agenda_item", "job_number", "symbol")
_UNMISTAKABLE = ("distribution", "language", "job_number")


# -- one line ------------------------------------------------------------------------------------------------


def in_line(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Found]:
    """The fields that a line (the characters from ``start`` to ``end`` of ``text``) states.

    A line that as a whole wants to be one field is that field; in others, several of which may have run together, fields
    are looked for as they are printed, in places that a mention in a title does not have.
    """
    stretch = text[start:end]
    likely = _likely(stretch, lexicon)
    for field in (field for field in _ALONE if field in likely):
        found = loose(field, stretch, lexicon)
        if found is not None:
            yield found._replace(start=start + found.start, end=start + found.end)
            return
    flat = text.translate(_PLAIN)
    strict = patterns(lexicon).strict
    for field in (field for field in (*_UNMISTAKABLE, "agenda_item", "place") if field in likely):
        match = strict[field].search(flat, start, end)
        if match and (field in _UNMISTAKABLE or _prominent(flat, match.span("v"), start, end, lexicon)):
            yield _found(field, match, lexicon)
    if "symbol" in likely:
        yield from _symbol_in(flat, start, end, lexicon)
    match = strict["session"].search(flat, start, end) if "session" in likely else None
    if match and _prominent(flat, match.span("v"), start, end, lexicon):
        yield _found("session", match, lexicon)
    yield from _body_in(flat, start, end, lexicon)
    if "date" in likely:
        yield from _date_in(flat, start, end, lexicon)


def _likely(text: str, lexicon: Lexicon) -> set[str]:
    """The fields for which a line has what none of them can do without; most lines have it for none."""
    small = text.lower()
    found = set()
    for field, use in (("session", "noun"), ("distribution", "label"), ("language", "label")):
        if any(word.lower().rstrip(".") in small for word in words(lexicon, field, use)):
            found.add(field)
    if any(sign.isdecimal() for sign in text):
        found.update(("date", "agenda_item", "place", "job_number"))
    if "/" in text or "\\" in text:
        found.add("symbol")
    return found


def is_letterhead(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is the name of the organization at the top of the page."""
    return patterns(lexicon).letterhead.fullmatch(text.translate(_PLAIN)) is not None


def labelled(text: str, start: int, end: int, lexicon: Lexicon) -> Found | None:
    """A line of a Model United Nations draft: *Committee: …*, *Topic: …*, *Sponsors: …*, *Signatories: …*."""
    found = patterns(lexicon).labels.fullmatch(text.translate(_PLAIN), start, end)
    if found is None:
        return None
    field = next(name for name in ("body", "agenda_item", "sponsors", "signatories") if found[name])
    return Found(field, *found.span("v"), " ".join(text[found.start("v") : end].split()))


def whole_body(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a stretch of several lines is nothing but the name of an organ that the tables know."""
    found = next(_body_in(text.translate(_PLAIN), start, end, lexicon), None)
    return found is not None and found.end == end


def like_a_body(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a line may be the name of an organ that no table knows: names with capitals, a word such as *Committee*."""
    return end - start < _SMALL_BODY and bool(patterns(lexicon).body.fullmatch(text.translate(_PLAIN), start, end))


def _found(field: str, match: re.Match[str], lexicon: Lexicon) -> Found:
    return Found(field, *match.span("v"), printed(field, match["v"], lexicon))


def _prominent(text: str, span: tuple[int, int], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a field stands at the start of its line or takes up much of it, and is not just mentioned in a title."""
    start, end = span
    label = words(lexicon, "agenda_item", "label")[:1]
    if end - start > 0.3 * (last - first) or (end == last and text.startswith(label, start)):
        return True
    return start == first and text[end : end + 2] not in (" o", " t")


def _symbol_in(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Found]:
    """A symbol at the start of its line or behind the letterhead; not one that a note or an agenda cites."""
    if text[start : start + 1] in ("[", "*", "("):
        return
    for first, last in symbols.find(text, start, end):
        before = text[start:first].strip(EDGE)
        if last - first > 3 and (not before or patterns(lexicon).letterhead.fullmatch(before)):
            yield Found("symbol", first, last, printed("symbol", text[first:last], lexicon))
            return


def _body_in(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Found]:
    """A line that is the name of an organ or begins with it, before a session that ran together with it."""
    last = organ_at(text, start, lexicon)
    if last < 0:
        return
    rest = text[last:end].strip(EDGE)
    strict = patterns(lexicon).strict
    alone = not rest or strict["session"].match(rest) or strict["distribution"].match(rest)
    if alone or (end - start < _LONG_BODY and not rest[0].islower() and rest[0] not in ",.:;"):
        yield Found("body", start, last, printed("body", text[start:last], lexicon))
    elif rest.startswith(words(lexicon, "body", "tail")) and end - start < _LONGEST_BODY:
        yield Found("body", start, end, text[start:end])


def _date_in(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Found]:
    """A date alone on its line, behind the distribution, or at the end of a line that begins with the symbol."""
    strict = patterns(lexicon).strict
    match = strict["date"].search(text, start, end)
    if match is None:
        return
    behind = strict["distribution"].match(text, start) is not None
    first = next(symbols.find(text, start, end), None)
    if behind or (match.end() == end and first is not None and first[0] == start):
        yield _found("date", match, lexicon)

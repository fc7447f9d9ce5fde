"""Checks that hold references against facts: known dates, the calendar of the organs, exact titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from resolint.checks import check
from resolint.checks.ref.form import cut_short, in_prose, with_own_date
from resolint.checks.shared.clauses import inside, prose, quotations
from resolint.checks.shared.titles import exact_titles
from resolint.citation import numbers, plausible
from resolint.citation.neighbours import Neighbours
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, dates, per_lexicon, sessions
from resolint.lexicon.organs import OF_PROFILE
from resolint.model import Block, Citation, Document, Span
from resolint.regex import compiled, lazy
from resolint.rule import Context
from resolint.shared import timed

_OF_YEARS = lazy(r"[ \xa0]of[ \xa0](?:[A-Z][a-z]+[ \xa0])?\d{4}")
_INVISIBLE = lazy("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MONTHS = lazy(r"(\d{4})-09/(\d{4})-09")
_SESSION = lazy(r"(?P<session>\d{1,3})/\d{1,3}\b")


_ASSEMBLY, _COUNCIL = "GA", "SC"
_ENVIRONMENT = "UNEA"
_PARTS = ("year", "month", "day")


class _Known:
    """The known dates of adoption, read when a reference first asks for one."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def all(self) -> Mapping[plausible.Key, str]:
        """Every known date by organ, kind and number."""
        return timed("known dates", lambda: plausible.dates_on_record(self._lexicon))

    @cached_property
    def days(self) -> Mapping[str, str]:
        """The day on which the Environment Assembly adopted its resolutions, by its session, where all have one."""
        found: dict[str, set[str]] = {}
        for (organ, _, number), date in self.all.items():
            if organ == _ENVIRONMENT:
                found.setdefault(number.partition("/")[0], set()).add(date)
        return {session: next(iter(dated)) for session, dated in found.items() if len(dated) == 1}

    @cached_property
    def neighbours(self) -> Mapping[str, Neighbours]:
        """What the dates on record tell of resolutions that are not on record, by organ."""
        return {organ: Neighbours(self.all, organ) for organ in (_ASSEMBLY, _COUNCIL)}

    @cached_property
    def bounds(self) -> plausible.Bounds:
        """Between which years the resolutions of the Security Council were adopted."""
        return plausible.council_bounds(self.all)


@per_lexicon
def _known(lexicon: Lexicon) -> _Known:
    return _Known(lexicon)


def _speaker(document: Document, citation: Citation, own: str | None, lexicon: Lexicon) -> str | None:
    """The organ that *its* or no name at all means at this place; None where another organ may be meant."""
    text = document.block(citation.span.block).text
    return own if plausible.speaks(text, citation, lexicon) else None


@check("REF013")
def date_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """Dates and years of resolutions that contradict the known date, the session or the number."""
    known = _known(context.lexicon)
    own = OF_PROFILE.get(context.profile) or (_ENVIRONMENT if _of_environment(document) else None)
    for block, citation in with_own_date(document):
        yearly = numbers.parse(citation.number or "").style == "year"
        if citation.number is None or (citation.date is None and not yearly):
            continue
        if cut_short(block, citation):
            continue
        bounds = known.bounds if yearly else None
        doubt = plausible.doubt_date(citation, known.all, _speaker(document, citation, own, context.lexicon), bounds)
        if doubt is None and own == _ENVIRONMENT and citation.own and citation.organ in (None, _ENVIRONMENT):
            doubt = _of_session(citation, known.days)
        if doubt is None and not citation.organ and not citation.own:
            doubt = _nearly_known(citation, known.all)
        if doubt is None:
            doubt = _among_others(citation, known, _speaker(document, citation, own, context.lexicon))
        if doubt is not None:
            words = block.text[citation.span.start : citation.span.end]
            # Once in a thousand resolutions the order of days and that of numbers are not the same.
            unsure = doubt.reason == "neighbours"
            yield Hit(citation.span, {"found": words, "why": _why(doubt, context.lexicon)}, unsure=unsure)


def _of_environment(document: Document) -> bool:
    """Whether a draft is one of the United Nations Environment Assembly."""
    return (document.head.symbol or "").startswith("UNEP/EA.")


def _of_session(citation: Citation, days: Mapping[str, str]) -> plausible.Doubt | None:
    """A resolution of the Environment Assembly, which adopts those of a session on its last day, with another date."""
    match = _SESSION.fullmatch(citation.number or "")
    right = days.get(match["session"], "") if match is not None else ""
    if not right or not citation.date or citation.date == right:
        return None
    return plausible.Doubt("known date", citation.date, right)


def _among_others(citation: Citation, known: _Known, own: str | None) -> plausible.Doubt | None:
    """A resolution of the Assembly or the Security Council whose date is not between those of its neighbours."""
    date = citation.date or ""
    organ = plausible.organ_of(citation, own) or ""
    if citation.kind != "resolution" or organ not in known.neighbours or len(date) != _WHOLE:
        return None
    if (organ, "resolution", citation.number or "") in known.all:
        return None
    between = known.neighbours[organ].between(citation.number or "")
    if between is None or between[0] <= date <= between[1]:
        return None
    return plausible.Doubt("neighbours", date, "/".join(dict.fromkeys(between)))


_WHOLE = 10


def _by_others(citation: Citation, known: _Known, own: str | None) -> str | None:
    """The date of a resolution that is not on record, where those before and after it have one date."""
    if citation.kind != "resolution" or plausible.organ_of(citation, own) != _ASSEMBLY:
        return None
    between = known.neighbours[_ASSEMBLY].between(citation.number or "")
    return between[0] if between is not None and between[0] == between[1] else None


def _nearly_known(citation: Citation, known: Mapping[plausible.Key, str]) -> plausible.Doubt | None:
    """A resolution of nobody named whose date is that of the General Assembly's but for the day, the month or the year.

    The number alone may be another organ's; with two parts of the date it is not.
    """
    right = known.get((_ASSEMBLY, citation.kind, citation.number or ""), "")
    return plausible.Doubt("known date", citation.date or "", right) if _nearly(citation.date or "", right) else None


def _nearly(day: str, right: str) -> bool:
    stated = day.split("-")
    alike = [one == other for one, other in zip(stated, right.split("-"), strict=False)]
    return len(stated) == len(alike) == len(_PARTS) and sum(alike) == len(_PARTS) - 1


def nearly_known(number: str, day: str, lexicon: Lexicon) -> str:
    """The day on which the Assembly adopted the resolution of a number, where ``day`` is it but for one part; else empty."""
    right = _known(lexicon).all.get((_ASSEMBLY, "resolution", number), "")
    return right if _nearly(day, right) else ""


def _why(doubt: plausible.Doubt, lexicon: Lexicon) -> str:
    if doubt.reason == "known date":
        return f"it was adopted on {dates.words(doubt.expected, lexicon)}"
    if doubt.reason == "neighbours":
        first, _, last = doubt.expected.partition("/")
        days = dates.words(first, lexicon), dates.words(last or first, lexicon)
        return f"those around it were adopted on {days[0]}" + (f" and {days[1]}" if last else "")
    if doubt.reason == "number and year":
        return f"resolutions about this number were adopted in {doubt.expected}"
    return f"the number tells of {_MONTHS.sub(_in_words, doubt.expected)}"


def _in_words(months: re.Match[str]) -> str:
    return f"the months from September {months[1]} to September {months[2]}"


@check("REF001")
def date_missing(document: Document, context: Context) -> Iterator[Hit]:
    """The first mention of a resolution of known date in the text, where the date is not given."""
    known = _known(context.lexicon)
    own = OF_PROFILE.get(context.profile)
    main = {block_id for act in document.acts for top in (*act.preamble, *act.operative) for block_id in top.blocks}
    seen: set[tuple[str | None, str]] = set()
    for block, citation in in_prose(document):
        speaker = _speaker(document, citation, own, context.lexicon)
        key = (citation.organ or speaker, citation.number or "")
        if block.id not in main or not citation.number or key in seen or (None, citation.number) in seen:
            continue
        if key[0] is not None or citation.date is not None:
            seen.add(key)
        listed = "resolutions" in document.text(citation.span) or "decisions" in document.text(citation.span)
        if citation.date is not None or "(" in citation.number or listed:
            continue
        date = plausible.known_date(citation, known.all, speaker) or _by_others(citation, known, speaker)
        if date is None or block.text[citation.span.end :][:4] in (" of ", "\xa0of "):
            continue
        place = block.span(citation.span.end, citation.span.end)
        shown = dates.words(date, context.lexicon)
        fix = Fix(f"Add “of {shown}”", (Edit(place, f" of {shown}", ""),), "suggest")
        yield Hit(citation.span, {"found": document.text(citation.span), "date": shown}, fix)


@check("REF006")
def title_inexact(document: Document, context: Context) -> Iterator[Hit]:
    """Titles of known instruments that miss the exact title by a slip."""
    titles = exact_titles(context.lexicon)
    for block in prose(document):
        near = titles.near(block.text, block.id)
        if near:
            yield from _inexact(block, near)


def _inexact(block: Block, near: Iterable[tuple[Span, str]]) -> Iterator[Hit]:
    ranges = quotations(block.text)
    for span, title in near:
        words = block.text[span.start : span.end]
        plain = " ".join(_INVISIBLE.sub("", words).split())
        same = re.search(rf"(?<!\w){re.escape(title.replace('-', '–'))}(?!\w)", plain.replace("-", "–"))
        several = _plural(plain, title) and _OF_YEARS.match(block.text, span.end)
        if not same and not several and not inside(ranges, span.start, span.end):
            fix = Fix(f"Write “{title}”", (Edit(span, title, words),), "suggest")
            yield Hit(span, {"found": words, "instead": title}, fix)


def _plural(words: str, title: str) -> bool:
    """Whether ``words`` are several of what ``title`` names one of (*the Political Declarations of 2006 and 2011*)."""
    return (
        compiled(r"(?<=[a-z])s\b").sub("", words) == compiled(r"(?<=[a-z])s\b").sub("", title)
        and len(words) == len(title) + 1
    )


@check("REF011")
def future_resolution(document: Document, context: Context) -> Iterator[Hit]:
    """Resolutions of sessions of the General Assembly that have not been held yet."""
    now = _session(document, context.lexicon)
    if now is None:
        return
    own = OF_PROFILE.get(context.profile)
    for _, citation in in_prose(document):
        match = _SESSION.match(citation.number or "")
        organ = citation.organ or _speaker(document, citation, own, context.lexicon)
        if match and organ == "GA" and int(match["session"]) > now:
            values = {"found": document.text(citation.span), "session": match["session"], "now": str(now)}
            yield Hit(citation.span, values)


def _session(document: Document, lexicon: Lexicon) -> int | None:
    """The session of the General Assembly that is the latest at the date of a draft; None without a date."""
    said = document.head.date or ""
    year = compiled(r"\b(?:19|20)\d\d\b").search(said)
    day = dates.first_day(said, lexicon) or next((one.iso for one in dates.scan(said, lexicon)), "--")
    return sessions.latest_at(day if day[0] != "-" else year[0]) if year else None


@check("REF030")
def resolution_title(document: Document, context: Context) -> Iterator[Hit]:
    """A resolution or decision with another title than the one on record."""
    known, own = _titles(context.lexicon), OF_PROFILE.get(context.profile)
    titled = (one for one in document.citations if one.kind == "resolution" and one.title and one.number)
    for citation in titled:
        block = document.block(citation.span.block)
        start = citation.span.start
        if start < block.lead or any(low < start < high for low, high in quotations(block.text)):
            continue
        organ = citation.organ or _speaker(document, citation, own, context.lexicon)
        title, number = citation.title or "", citation.number or ""
        on_record = known.get((organ or "", number))
        if not on_record or any(_is_titled(title, one) for one in on_record):
            continue
        start = block.text.find(title, citation.span.start)
        if start < 0:
            continue
        span = block.span(start, start + len(title))
        right = on_record[0]
        fix = Fix(f"Write “{right}”", (Edit(span, right, title),), "suggest") if len(on_record) == 1 else None
        yield Hit(span, {"found": title, "instead": right, "number": number}, fix)


@per_lexicon
def _titles(lexicon: Lexicon) -> dict[tuple[str, str], tuple[str, ...]]:
    """The titles on record by organ and number."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for organ, number, title in lexicon.columns("resolution-titles", "organ", "number", "title"):
        found[organ, number] = (*found.get((organ, number), ()), title)
    return found


def _is_titled(title: str, on_record: str) -> bool:
    """Whether ``title`` holds the letters on record, and not as a heading with capitals all through (*The Future We Want*)."""
    written, right = _letters(title), _letters(on_record)
    place = written.lower().find(right.lower())
    return place >= 0 and _capitals(written[place : place + len(right)]) <= _capitals(right) + 1


def _letters(title: str) -> str:
    return "".join(sign for sign in title if sign.isalnum())


def _capitals(letters: str) -> int:
    return sum(sign.isupper() for sign in letters)

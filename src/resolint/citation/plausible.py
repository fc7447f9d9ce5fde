"""Doubts about facts: sessions against years, numbers against years, dates, order, titles, supplements, *Ibid.*

Every function is pure; facts (known dates, known titles) are handed in. Where a fact is missing the answer is
None or empty: absence proves nothing. The arithmetic of sessions is that of
``lexicon.sessions``. Supplement n to the Official Records of the Assembly's session s is A/s/n; of the Economic and
Social Council for year y it is E/y/(20 + n) (not for Supplement No. 1); the letter A after the number goes with Add.1.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from resolint.citation import numbers
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, dates, sessions
from resolint.lexicon.labels import roman_value
from resolint.lexicon.organs import is_short, named_bodies
from resolint.model import Citation
from resolint.regex import compiled, lazy

_ISO = lazy(r"\d{4}-\d\d-\d\d")

_LAST_ROMAN = {"GA": 30, "ECOSOC": 63}

_LONGEST_SENTENCE = 2000

Key = tuple[str, str, str]
"""Organ code, kind and number: ``("GA", "resolution", "70/1")``."""


class Doubt(NamedTuple):
    """What contradicts what: ``stated`` stands in the text, ``expected`` follows from the rest or the facts."""

    reason: str
    stated: str
    expected: str


class Bounds(NamedTuple):
    """Between which years consecutive numbers were adopted, from facts ``(number, year)``."""

    numbers: tuple[int, ...]
    years: tuple[int, ...]

    @classmethod
    def of(cls, facts: Iterable[tuple[int, int]]) -> Bounds:
        """The bounds that facts give; facts that break the ascending order of the rest are left out."""
        kept = _longest_ascending(sorted(set(facts)))
        return cls(tuple(number for number, _ in kept), tuple(year for _, year in kept))

    def years_of(self, number: int) -> tuple[int | None, int | None]:
        """The earliest and the latest year in which this number can have been adopted; None where unknown."""
        below, above = bisect_right(self.numbers, number), bisect_left(self.numbers, number)
        earliest = self.years[below - 1] if below else None
        latest = self.years[above] if above < len(self.years) else None
        return earliest, latest


def dates_on_record(lexicon: Lexicon) -> dict[Key, str]:
    """The dates of adoption (ISO) by organ, kind and number, of the table ``resolution-dates``."""
    return known_dates(lexicon.columns("resolution-dates", "organ", "kind", "number", "date"), lexicon)


def known_dates(rows: Iterable[tuple[str, ...]], lexicon: Lexicon) -> dict[Key, str]:
    """The same of rows of organ, kind, number and date, in words or in ISO form; one whose date cannot be read is left out."""
    known: dict[Key, str] = {}
    for organ, kind, number, date in rows:
        value = date.strip()
        if not _ISO.fullmatch(value):
            dated = dates.read(value, 0, lexicon)
            if dated is None or dated.end != len(value):
                continue
            value = dated.iso
        known[organ, kind, number] = value
    return known


def council_bounds(known: Mapping[Key, str]) -> Bounds:
    """The bounds of Security Council resolutions, from known dates."""
    return Bounds.of(
        (int(head), int(date[:4]))
        for (organ, kind, number), date in known.items()
        if organ == "SC" and kind == "resolution" and (head := number.partition(" ")[0]).isdecimal()
    )


def organ_of(citation: Citation, own: str | None = None) -> str | None:
    """The organ that a resolution or decision is of: as named, else by its form, else ``own`` (whose text it is).

    A number with a year in parentheses is the Security Council's whoever speaks.
    """
    if citation.organ and not is_short(citation.organ):
        return citation.organ
    if numbers.parse(citation.number or "").style == "year":
        return "SC"
    return own


def speaks(text: str, citation: Citation, lexicon: Lexicon) -> bool:
    """Whether *its* of a citation in ``text`` can only mean the organ whose text this is.

    Not so where another body is named before it in the sentence, or after *in its resolution …, the …*.
    """
    if not citation.own or citation.organ is not None:
        return False
    start = citation.span.start
    # A sentence is looked back on for as long as sentences are; otherwise a long text would be read once per citation.
    low = max(0, start - _LONGEST_SENTENCE)
    sentence = text[max(low, text.rfind(". ", low, start) + 1, text.rfind("; ", low, start) + 1) : start]
    if named_bodies(lexicon).search(sentence):
        return False
    return not (
        sentence.rstrip().endswith((" in", " by", " through", " under"))
        and named_bodies(lexicon).search(text[citation.span.end : citation.span.end + 160])
    )


def doubt_number(citation: Citation, own: str | None = None) -> Doubt | None:
    """Whether the form of a number fits the organ and its time: 70/1 is none of the Security Council's."""
    organ = organ_of(citation, own)
    number = numbers.parse(citation.number or "")
    if organ == "SC" and number.style in ("session", "roman") and citation.kind == "resolution" and not citation.own:
        return Doubt("number and organ", number.text, "number (year)")
    if organ in ("GA", "ECOSOC", "HRC") and number.style == "year" and citation.organ:
        return Doubt("number and organ", number.text, "session/number")
    if number.style == "roman" and organ in _LAST_ROMAN:
        value = roman_value((number.session or "").rpartition("-")[2])
        if value is not None and value > _LAST_ROMAN[organ]:
            return Doubt("roman session", number.text, f"{value}/…")
    if number.style == "session" and organ in ("GA", "ECOSOC") and (number.session or "").isdecimal():
        session = int(number.session or 0)
        if organ == "GA" and (session <= 30 or session > 1900):
            return Doubt("session", number.text, "a roman numeral" if session <= 30 else "session/number")
        if organ == "ECOSOC" and not 1978 <= session <= 2199:
            return Doubt("session", number.text, "year/number")
    return None


def doubt_date(
    citation: Citation, known: Mapping[Key, str], own: str | None = None, bounds: Bounds | None = None
) -> Doubt | None:
    """Whether the date of a resolution or decision contradicts the known one, its session or its number.

    ``known`` comes from ``known_dates``, ``bounds`` from ``council_bounds``. Lists and ranges of days are not judged.
    """
    organ = organ_of(citation, own)
    if organ is None or citation.number is None:
        return None
    number = numbers.parse(citation.number)
    if organ == "SC" and number.style == "year" and bounds is not None and (doubt := _doubt_council(number, bounds)):
        return doubt
    date = citation.date
    if date is None or not compiled(r"\d{4}-\d\d-\d\d").fullmatch(date):
        return None
    fact = known.get((organ, citation.kind, citation.number))
    if fact is not None:
        return Doubt("known date", date, fact) if fact != date else None
    if number.style == "year":
        return Doubt("date and year", date, number.year) if date[:4] != number.year else None
    return _doubt_by_session(organ, number, date)


def known_date(citation: Citation, known: Mapping[Key, str], own: str | None = None) -> str | None:
    """The known date of adoption (ISO) of a resolution or decision, None if it is not in the table."""
    organ = organ_of(citation, own)
    return known.get((organ, citation.kind, citation.number)) if organ and citation.number else None


def out_of_order(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The members of a list of acts of one organ and kind that stand after one with a higher number.

    Acts of different organs or styles are not compared; letters are. A list that descends throughout is in order:
    some organs name the latest first.
    """
    wrong: list[Citation] = []
    ranked = [rank for citation in citations if (rank := _rank(citation)) is not None]
    if len(ranked) > 2 and all(first[0] > second[0] for first, second in pairwise(ranked) if first[1] == second[1]):
        return ()
    highest: dict[tuple[str | None, str, bool, str], tuple[int, int, int, str]] = {}
    for citation in citations:
        rank = _rank(citation)
        if rank is None:
            continue
        group = (citation.organ, citation.kind, citation.own, rank[1])
        if group in highest and rank[0] < highest[group]:
            wrong.append(citation)
        else:
            highest[group] = rank[0]
    return tuple(wrong)


_JOINT = lazy(r"[\ufffc¹²³⁴-⁹⁰]*(?:[,;]|\s+and|\s+or|,\s+and)?[\ufffc]*\s+")


def lists(text: str, citations: Sequence[Citation]) -> tuple[tuple[Citation, ...], ...]:
    """The lists among citations of one text: neighbours joined by nothing but commas, *and* and note marks."""
    found: list[list[Citation]] = []
    for citation in citations:
        if citation.kind not in ("resolution", "decision") or citation.of:
            continue
        previous = found[-1][-1] if found else None
        if (
            previous is not None
            and previous.span.block == citation.span.block
            and previous.kind == citation.kind
            and _JOINT.fullmatch(text, previous.span.end, citation.span.start)
        ):
            found[-1].append(citation)
        else:
            found.append([citation])
    return tuple(tuple(group) for group in found if len(group) > 1)


def doubt_supplement(citation: Citation) -> Doubt | None:
    """Whether supplement number, session or year and symbol of Official Records contradict one another."""
    number, symbol, session = citation.number, citation.symbol, citation.session
    match = compiled(r"(\d+)([A-Z]?)").fullmatch(number or "")
    parts = (symbol or "").split("/")
    if citation.kind != "official records" or not match or len(parts) < 3 or citation.title:
        return None
    if (
        parts[0] not in ("A", "E")
        or not parts[2].isdecimal()
        or (parts[0] == "E" and match[1] == "1")
        or not _settled(parts[0], parts[1])
    ):
        return None
    serial = int(match[1]) + (20 if parts[0] == "E" else 0)
    if session is not None and parts[1] != session:
        return Doubt("session and symbol", symbol or "", f"{parts[0]}/{session}/…")
    expected = f"{parts[0]}/{parts[1]}/{serial}"
    if int(parts[2]) != serial:
        return Doubt("supplement and symbol", symbol or "", expected)
    if match[2] == "A" and "Add.1" not in parts:
        return Doubt("supplement and symbol", symbol or "", f"{expected}/Add.1")
    if not match[2] and any(part.startswith("Add.") for part in parts):
        return Doubt("supplement and symbol", f"No. {number}", f"No. {number}A")
    return None


def chain(notes: Sequence[Sequence[Citation]]) -> tuple[tuple[Citation, ...], ...]:
    """The citations of consecutive notes with every *Ibid.* filled in from the source before it.

    Takes what ``find`` gives for each note, in order. A treaty behind *Ibid.* keeps its own volume and number;
    Official Records behind *Ibid.* take over organ and session that they do not state. A bare *Ibid.* becomes a copy
    of the source before it, at its own place; it stays ``ibid`` where there is none.
    """
    resolved: list[tuple[Citation, ...]] = []
    last: Citation | None = None
    for note in notes:
        done: list[Citation] = []
        for citation in note:
            filled = _filled(citation, last, note)
            done.append(filled)
            inside = filled.kind == "document" and done[:-1] and _covers(done[:-1], filled)
            if filled.kind in _SOURCES and not inside:
                last = filled
        resolved.append(tuple(done))
    return tuple(resolved)


def doubt_ibid(previous: Sequence[Citation], note: Sequence[Citation]) -> Doubt | None:
    """Whether *Ibid.* at the start of a note can refer to the note before: both must cite the same series."""
    if not any(citation.kind == "ibid" for citation in note[:2]):
        return None
    sources = [citation for citation in previous if citation.kind in _SOURCES or citation.kind == "ibid"]
    if not sources:
        return Doubt("ibid", "Ibid.", "the source in full")
    wanted = next((citation.kind for citation in note if citation.kind in ("treaty series", "official records")), None)
    kinds = {citation.kind for citation in sources}
    if wanted is None or wanted in kinds or kinds == {"ibid"}:
        return None
    return Doubt("ibid", "Ibid.", wanted)


_SOURCES = frozenset(("treaty series", "official records", "document", "resolution", "decision", "sales number"))


def _settled(series: str, session: str) -> bool:
    """Whether the rule of supplement symbols holds yet: since the thirty-first session, and since 1990."""
    return session.isdecimal() and (31 <= int(session) < 200 if series == "A" else 1990 <= int(session) < 2200)


def _longest_ascending(facts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of facts in which years never fall as numbers rise."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, (_, year) in enumerate(facts):
        place = bisect_right(tails, year)
        before.append(at[place - 1] if place else -1)
        if place == len(tails):
            tails.append(year)
            at.append(index)
        else:
            tails[place], at[place] = year, index
    kept: list[tuple[int, int]] = []
    index = at[-1] if at else -1
    while index >= 0:
        kept.append(facts[index])
        index = before[index]
    return kept[::-1]


def _doubt_council(number: numbers.Number, bounds: Bounds) -> Doubt | None:
    earliest, latest = bounds.years_of(int(number.base))
    year = int(number.year)
    if earliest is not None and year < earliest:
        return Doubt("number and year", number.year, str(earliest) if earliest == latest else f"{earliest} or later")
    if latest is not None and year > latest:
        return Doubt("number and year", number.year, str(latest) if earliest == latest else f"{latest} or earlier")
    return None


def _doubt_by_session(organ: str, number: numbers.Number, date: str) -> Doubt | None:
    years = sessions.years_of(organ, number.session or "")
    if years is None or (number.style == "roman" and organ != "GA"):
        return None
    year, month = int(date[:4]), int(date[5:7])
    if organ == "ECOSOC" and (year, month) >= (years[0] - 1, 7) and year < years[0]:
        return None
    if organ == "GA":
        opened = (1946, 1) if years[0] == 1946 else (years[0], 9)
        if opened <= (year, month) <= (years[1], 9):
            return None
        return Doubt("session and date", date, f"{years[0]}-09/{years[1]}-09")
    slack = organ in ("CND", "CCPCJ", "CHR", "CPD") and abs(year - years[0]) <= 1
    return None if years[0] <= year <= years[1] or slack else Doubt("session and date", date, str(years[0]))


def _rank(citation: Citation) -> tuple[tuple[int, int, int, str], str] | None:
    """The place of an act in the order of its series, and which series (style) that is."""
    number = numbers.parse(citation.number or "")
    if number.style in ("year", "bare"):
        return (0, 0, int(number.base), ""), "year"
    if number.style == "roman":
        return (0, 0, int(number.base), number.letters), "session"
    if number.style == "session" and number.session:
        prefix, _, session = number.session.rpartition("-")
        if prefix:
            return (0, int(session), int(number.base), number.letters), prefix
        return (1, int(session), int(number.base), number.letters), "session"
    return None


def _covers(before: Sequence[Citation], citation: Citation) -> bool:
    """Whether a symbol is part of Official Records named in the same note."""
    return any(other.kind == "official records" and citation.span.start < other.span.end for other in before)


def _filled(citation: Citation, last: Citation | None, note: Sequence[Citation]) -> Citation:
    if last is None:
        return citation
    if citation.kind == "ibid":
        same_place = any(other.kind != "ibid" and other.span.start == citation.span.start for other in note)
        return citation if same_place else replace(last, span=citation.span)
    if citation.kind == "official records" and citation.organ is None and last.kind == "official records":
        return replace(citation, organ=last.organ, session=citation.session or last.session)
    return citation

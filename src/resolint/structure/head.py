"""The masthead: what the source states outright first, then the loose lines above the text.

In text recovered from other formats several lines may have run together, so fields are looked for inside lines too.
Sources: Editorial Manual, mastheads; rules of the symbols of documents; practice of Model United Nations for labels.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from resolint.lexicon import Lexicon
from resolint.lexicon.ordinals import ordinals
from resolint.lexicon.organs import organ_at
from resolint.model import Head, Span
from resolint.regex import lazy
from resolint.structure.ends import BLANKS
from resolint.structure.rows import Row
from resolint.structure.sponsors import names, sponsors_line

Hint = tuple[str, str, Span | None]
Found = tuple[str, str, Span]

FIELDS = ("symbol", "body", "session", "agenda_item", "distribution", "date", "language", "job_number")
LONGEST_LINE = 400

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SYMBOL = lazy(
    r"(?<![\w/.])(?:A|S|E|T|[A-Z][A-Z0-9]{1,7})(?:/[A-Z0-9(][A-Za-z0-9.()*-]{0,24}){1,7}"
    r"(?: \((?:19|20)\d\d\)| \([A-Z][^()\n]{2,30}\))?"
)
_SESSION = lazy(
    r"(?<![\w-])((?:[A-Z][a-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th)|(?:19|20)\d\d)"
    r"(?: (?:regular|special|emergency|resumed|substantive|organizational|high-level|plenary|annual)){0,4} [Ss]ession"
    r"(?: of (?:19|20)\d\d)?)(?!\w)"
)
_AGENDA = lazy(
    r"((?:(?:Provisional agenda|Agenda) items?|Items?|Sub-items?) \d{1,3}(?: ?\([a-z]{1,3}\))*"
    r"(?:(?:, | and |,? to |-|–)\d{0,3} ?(?:\([a-z]{1,3}\))*)*"
    r"(?: of the (?:provisional |preliminary |draft )?(?:agenda|list))?)(?![\w/])"
)
_DISTRIBUTION = lazy(r"Distr(?:\.|ibution)?\s*:?\s*(General|Limited|Restricted)\b", re.IGNORECASE)
_LANGUAGE = lazy(r"Original\s*:\s*([A-Z][a-z]+(?:(?:, | and |/)[A-Z][a-z]+)*)")
_DATE = lazy(rf"(?<![\d–-])(\d{{1,2}}[ \u00a0](?:{_MONTHS})[ \u00a0]\d{{4}})(?!\d)")
_PLACE = lazy(
    rf"([A-Z][\w’' .-]{{1,40}}, (?:from )?\d{{1,2}}(?: ?(?:{_MONTHS}))?"
    rf" ?(?:-|–|to|and) ?\d{{1,2}} (?:{_MONTHS}) \d{{4}})"
)
_JOB = lazy(r"(?<![\w.-])((?:[A-Z]{1,2}\.)?\d{2}-\d{5}(?: \([A-Z]\))?)(?![\d-])")
_MUN = lazy(
    r"(?P<key>Committee|Forum|Council|Body|Topic|Question(?: of)?|Agenda(?: item)?|Issue|Subject"
    r"|(?:Main |Co-?)?(?:Submitters?|Submitted by|Sponsors?)|Signator(?:y|ies))\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_MUN_FIELDS = {"committee": "body", "forum": "body", "council": "body", "body": "body"}
_SPONSOR_KEYS = ("submit", "sponsor")


_PATTERNS = (
    ("distribution", _DISTRIBUTION, True),
    ("language", _LANGUAGE, True),
    ("job_number", _JOB, True),
    ("agenda_item", _AGENDA, False),
    ("place", _PLACE, False),
)


class Heading:
    """Gathers the fields of the masthead; the first value of a field stays."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self.values: dict[str, str] = {}
        self.spans: dict[str, Span] = {}
        self.sponsors: list[str] = []
        self.stated: set[str] = set()

    def put(self, name: str, value: str, span: Span | None) -> None:
        """Note the value of a field unless it is known; its place is added where it was missing."""
        value = " ".join(value.split())
        if not value:
            return
        known = self.values.setdefault(name, value)
        if span is not None and known == value:
            self.spans.setdefault(name, span)

    def put_last(self, name: str, value: str, span: Span) -> None:
        """Note the value of a field that later lines state more precisely, unless the source stated it outright."""
        if name in self.spans and name not in self.stated:
            del self.values[name], self.spans[name]
        self.put(name, value, span)

    def sponsor(self, found: Iterable[str], span: Span | None) -> None:
        """Note sponsors that are not known yet."""
        self.sponsors.extend(name for name in found if name not in self.sponsors)
        if span is not None:
            self.spans.setdefault("sponsors", span)


def take_hints(heading: Heading, hints: Sequence[Hint]) -> None:
    """Take in what the source states outright."""
    for name, value, span in hints:
        if name == "sponsors":
            heading.sponsor(names(value.partition(":")[0]), span)
        else:
            heading.put(name, value, span)
            heading.stated.add(name)


def take_line(heading: Heading, row: Row, lexicon: Lexicon) -> bool:
    """Take in what one line of the masthead says; tells whether it said anything."""
    if not row.words or (len(row.words) > LONGEST_LINE and row.block.kind not in ("header", "footer")):
        return False
    found = list(_fields(row, lexicon))
    for name, value, span in found:
        (heading.put_last if name == "body" else heading.put)(name, value, span)
    return _labelled(heading, row) or _sponsors(heading, row) or bool(found)


def _fields(row: Row, lexicon: Lexicon) -> Iterable[Found]:
    text = row.text
    for name, pattern, unmistakable in _PATTERNS:
        found = pattern.search(text, row.start, row.end)
        if found and (unmistakable or _prominent(row, found.span(1))):
            yield name, found[1], Span(row.id, *found.span(1))
    yield from _symbol(row)
    found = _SESSION.search(text, row.start, row.end)
    if found and _is_session(found[1], lexicon) and _prominent(row, found.span(1)):
        yield "session", found[1], Span(row.id, *found.span(1))
    yield from _body(row, lexicon)
    yield from _date(row)


def _prominent(row: Row, span: tuple[int, int]) -> bool:
    """Whether a field stands at the start of its line or takes up much of it, and is not just mentioned in a title."""
    start, end = span
    if end - start > 0.3 * len(row.words) or (end == row.end and row.text.startswith("Agenda item", start)):
        return True
    return start == row.start and row.text[end : end + 2] not in (" o", " t")


def _symbol(row: Row) -> Iterable[Found]:
    """A symbol alone on its line, at its start or at its end; not one that a note or an agenda cites."""
    text = row.text
    if text[row.start : row.start + 1] in ("[", "*", "("):
        return
    for found in _SYMBOL.finditer(text, row.start, row.end):
        before = text[row.start : found.start()].strip(BLANKS + "*_")
        if (
            before in ("", "United Nations", "UNITED NATIONS")
            and any(c.isdecimal() for c in found[0])
            and found.end() - found.start() > 3
        ):
            yield "symbol", found[0], Span(row.id, *found.span())
            return


def _is_session(text: str, lexicon: Lexicon) -> bool:
    first = text.split()[0].lower()
    return first[0].isdecimal() or first in ordinals(lexicon) or first in ("resumed", "substantive", "organizational")


def _body(row: Row, lexicon: Lexicon) -> Iterable[Found]:
    """A line that is the name of an organ or begins with it, before a session that ran together with it."""
    text = row.text
    end = organ_at(text, row.start, lexicon)
    if end < 0:
        return
    rest = text[end : row.end].strip(BLANKS)
    alone = not rest or _SESSION.match(rest) or _DISTRIBUTION.match(rest)
    if alone or (len(row.words) < 160 and not rest[0].islower() and rest[0] not in ",.:;"):
        yield "body", text[row.start : end], Span(row.id, row.start, end)
    elif rest.startswith(("serving as", "to the")) and len(row.words) < 250:
        yield "body", text[row.start : row.end], Span(row.id, row.start, row.end)


def _date(row: Row) -> Iterable[Found]:
    text = row.text
    found = _DATE.search(text, row.start, row.end)
    if found is None:
        return
    alone = found.start() == row.start and found.end() == row.end
    behind = _DISTRIBUTION.match(text, row.start) is not None
    if alone or behind or (found.end() == row.end and _SYMBOL.match(text, row.start)):
        yield "date", found[1], Span(row.id, *found.span(1))


def _labelled(heading: Heading, row: Row) -> bool:
    """The lines of Model United Nations drafts: *Committee: …*, *Topic: …*, *Sponsors: …*."""
    found = _MUN.fullmatch(row.words)
    if found is None:
        return False
    key = found["key"].lower()
    span = Span(row.id, row.start + found.start("value"), row.end)
    if any(word in key for word in _SPONSOR_KEYS):
        heading.sponsor(names(found["value"]), span)
    elif key in _MUN_FIELDS:
        heading.put("body", found["value"], span)
    elif key.startswith("signator"):
        heading.put("signatories", found["value"], span)
    else:
        heading.put("agenda_item", found["value"], span)
        heading.put("topic", found["value"], span)
    return True


def _sponsors(heading: Heading, row: Row) -> bool:
    line = sponsors_line(row.text, row.start, row.end)
    if line is None:
        return False
    heading.put("label", row.text[line.label[0] : line.label[1]], Span(row.id, *line.label))
    heading.sponsor(line.names, Span(row.id, row.start, line.end))
    return True


def finish(heading: Heading, blocks: tuple[str, ...]) -> Head:
    """The masthead that was gathered; ``blocks`` are the ids of its lines."""
    values: Callable[[str], str | None] = heading.values.get
    return Head(
        symbol=values("symbol"),
        body=values("body"),
        session=values("session"),
        agenda_item=values("agenda_item"),
        sponsors=tuple(heading.sponsors),
        distribution=_capital(values("distribution")),
        date=values("date"),
        language=values("language"),
        job_number=values("job_number"),
        spans=tuple(heading.spans.items()),
        blocks=blocks,
    )


def _capital(value: str | None) -> str | None:
    return value[:1].upper() + value[1:].lower() if value else None

"""IRIs in the naming convention of the United Nations: ``/akn/un/statement/deliberation/unga/2015-12-17/70-175``.

Sources: Akoma Ntoso Naming Convention Version 1.0; AKN4UN guidelines, Part 1, *AKN4UN naming convention* (the parts of an
IRI, ``/`` written as a dash and a blank as an underscore, the date as it stands in ``FRBRdate``).

A text and every reference to it are named by one function, from the organ, the session and the number, so that a reference
resolves. The day stands in the IRI where it is known. Where it is not, the session stands in its place: no day is made up, and
every text bears the name without a day as its alias.
"""

from __future__ import annotations

import re

from resolint import citation as reading
from resolint import regex
from resolint.akn.names import camel, slug
from resolint.citation import numbers, plausible
from resolint.citation.symbols import organ_of, session_of
from resolint.frozen import dataclass
from resolint.lexicon import Lexicon, sessions, symbols
from resolint.lexicon.dates import days, first_day
from resolint.lexicon.masthead import session_number
from resolint.lexicon.organs import known_at, organ_name, organs
from resolint.model import NOTE_MARK, Act, Citation, Document

STATEMENT, DOCUMENT, COLLECTION = "statement/deliberation", "doc/document", "collection/publication"
"""The type and the sub-type: of what an organ says, of a report or other document, of several acts in one."""

CHARTER = "1945-10-24"
"""The day on which the Charter entered into force: no document of the United Nations is older."""

_ORGANS = {"GA": "unga", "SC": "unsc", "ECOSOC": "unecosoc", "TC": "untc", "HRC": "unhrc"}
_CODES = {value: code for code, value in _ORGANS.items()}
_ISO = regex.compiled(r"\d{4}-\d{2}-\d{2}\Z")
_ACTS = ("resolution", "decision", "statement")
_BRACKET = regex.compiled(r"\((?:[A-Z]+-)?(\w+)\)\Z")


@dataclass(frozen=True, slots=True)
class Name:
    """What tells a document from all others, wherever it is named.

    ``series`` is the type and sub-type, ``organ`` a segment of the IRI, ``session`` the session or year (empty where nothing
    tells it), ``number`` the number or symbol as it is printed.
    """

    series: str
    organ: str
    session: str
    number: str

    @property
    def part(self) -> str:
        """The number as a part of an IRI."""
        kept = re.sub(r"[^\w.()+-]", "", self.number.replace("/", "-").replace(" ", "_").replace("\u00a0", "_"))
        return kept.strip("-_.") or "draft"

    def uri(self, day: str = "") -> str:
        """The IRI of the work, of this day if it is known, else of its session."""
        return "/".join(filter(None, ("/akn/un", self.series, self.organ, day or self.session, self.part)))


def segment(organ: str) -> str:
    """The segment of an IRI for an organ, by its code or (where the tables have none) its name."""
    return _ORGANS.get(organ, organ.lower() if organ.isupper() else slug(organ) or "un")


def organisation(organ: str, lexicon: Lexicon) -> tuple[str, str]:
    """The address of an organ among organisations, and its name."""
    name = organ_name(organ, lexicon) if organ else ""
    name = name or organ or "United Nations"
    return f"/akn/ontology/organization/un/{camel(name) or 'unitedNations'}", name


def speaker(document: Document, lexicon: Lexicon) -> str:
    """The organ whose text this is, by its code or name: of the masthead, of the organ line, else of the symbol."""
    lines = [document.text(act.organ_line) for act in document.acts[:1] if act.organ_line is not None]
    for name in (document.head.body or "", *lines):
        plain = " ".join(name.split()).strip(" ,")
        article = next((word for word in lexicon.grammar.article if plain.startswith(word)), "")
        plain = plain.removeprefix(article)
        known = known_at(plain, 0, lexicon)
        if known is not None and known[0].cited:
            return known[0].code
        if plain:
            return plain
    cited = _cited(document.head.symbol or "", lexicon)
    return (cited.organ or "") if cited is not None else ""


def closing_date(document: Document, act: Act, lexicon: Lexicon) -> str:
    """The day in the closing lines of an act; empty where there is none."""
    return next((day for block in act.closing if (day := first_day(document.block(block).text, lexicon))), "")


def stated_date(document: Document, lexicon: Lexicon) -> str:
    """The day with which a line of the masthead ends that is none of its fields (*Adopted by … at its … meeting, on …*)."""
    fields = {span.block for _, span in document.head.spans}
    for block in reversed([one for one in document.head.blocks if one not in fields]):
        text = document.block(block).text.rstrip(f"{NOTE_MARK} .]")
        for found in days(text, lexicon):
            if found.end == len(text):
                return found.iso
    return ""


def name_of(document: Document, act: Act | None, series: str, lexicon: Lexicon) -> tuple[Name, bool]:
    """How a text, or one of its acts, is named; and whether it is an act that was adopted, which has a number of its own."""
    organ, symbol = speaker(document, lexicon), document.head.symbol or ""
    cited = _cited(symbol, lexicon)
    if act is not None and (own := _own_number(act, organ, lexicon)) is not None:
        return own, True
    if act is not None and cited is not None and cited.kind in _ACTS and cited.number and not act.number:
        return _of_act(cited, cited.organ or organ), True
    # A reference to a symbol knows no masthead: the session is that of the symbol, or none.
    session = session_of(symbol) if symbol else _session(document.head.session, lexicon)
    of = _of_symbol(symbol, lexicon) if symbol else organ
    title = document.text(act.title) if act is not None and act.title is not None else ""
    number = symbols.tidy(symbol) or "-".join(filter(None, ("draft", slug(title.lower())[:60].strip("-."))))
    if act is not None and act.number and len(document.acts) > 1:
        number = f"{number} {act.number}"
    return Name(series, segment(of), session or "", number), False


def _own_number(act: Act, organ: str, lexicon: Lexicon) -> Name | None:
    """The name by the number that an act bears itself (``70/1``, ``7/CMA.3``); None where it bears a letter or nothing."""
    if "/" not in act.number and "(" not in act.number:
        return None
    cited = _cited(f"{act.kind} {act.number}", lexicon)
    number = cited.number if cited is not None and cited.number else act.number
    of = cited.organ if cited is not None and cited.organ else organ
    return Name(STATEMENT, segment(of), _session_of_number(number), number)


def _cited(text: str, lexicon: Lexicon) -> Citation | None:
    """The document that a number or symbol names, read as a reference is read."""
    if not text:
        return None
    try:
        return reading.parse(symbols.tidy(text), lexicon)
    except reading.NotACitation:
        return None


def _of_act(citation: Citation, organ: str) -> Name:
    number = citation.number or ""
    return Name(STATEMENT, segment(organ or "un"), _session_of_number(number), number)


def _of_symbol(symbol: str, lexicon: Lexicon) -> str:
    """The organ whose document a symbol names: by its first parts alone, since a reference knows no more."""
    known = organ_of(symbol)
    if known:
        return known
    rows = [
        (len(start), organ.code) for organ in organs(lexicon) for start in organ.symbols if symbol.startswith(start)
    ]
    return max(rows)[1] if rows else "un"


def _session_of_number(number: str) -> str:
    """The session or year that a number names: of ``70/1`` 70, of ``1514 (XV)`` XV, of ``2250 (2015)`` 2015."""
    read = numbers.parse(number)
    if read.session:
        return read.session
    found = _BRACKET.search(number)
    return found[1] if found else ""


def _session(words: str | None, lexicon: Lexicon) -> str:
    number = session_number(words, lexicon) if words else None
    return str(number) if number else ""


class References:
    """What the references of one draft stand for: the same document by the same IRI, wherever it is named."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.own = speaker(document, lexicon)
        self.known = plausible.dates_on_record(lexicon)
        self.organs: dict[tuple[str, str], str] = {}
        self.days: dict[Name, str] = {}
        for citation in document.citations:
            if citation.kind in _ACTS and citation.number and (organ := self._said(citation)):
                self.organs.setdefault((citation.kind, citation.number), organ)
        for citation in document.citations:
            name = self.name(citation)
            if name is not None and citation.date and _ISO.match(citation.date) and not self._odd(citation):
                self.days.setdefault(name, citation.date)

    def href(self, citation: Citation) -> str | None:
        """The IRI of the document that a citation names; None for what is no document of its own."""
        name = self.name(citation)
        if name is None:
            return None
        # A day on record is preferred: a wrong one in the draft must not lead nowhere.
        day = self.known.get((self._organ(citation), citation.kind, citation.number or ""), "")
        return name.uri(day or self.days.get(name, ""))

    def adopted(self, name: Name) -> str:
        """The day on which an act was adopted, by the facts on record; empty where they do not know it."""
        code = _CODES.get(name.organ, name.organ.upper())
        days = (self.known.get((code, kind, name.number), "") for kind in _ACTS)
        return next(filter(None, days), "")

    def name(self, citation: Citation) -> Name | None:
        """How the document is named that a citation names."""
        if citation.kind in _ACTS and citation.number:
            return _of_act(citation, self._organ(citation))
        symbol = citation.symbol
        if citation.kind == "document" and symbol:
            series = STATEMENT if symbols.is_draft(symbol) else DOCUMENT
            organ = _of_symbol(symbol, self.lexicon)
            return Name(series, segment(organ), session_of(symbol) or "", symbols.tidy(symbol))
        if citation.kind == "official records" and symbol:
            return Name("doc/officialRecords", "", "", symbol)
        return None

    def _odd(self, citation: Citation) -> bool:
        """Whether the day of an act cannot be: a text of the sixty-seventh session is not of December 2013."""
        return citation.kind in _ACTS and plausible.doubt_date(citation, self.known, self._organ(citation)) is not None

    def _said(self, citation: Citation) -> str:
        """The organ of an act as its own words and its form have it; empty where they are silent."""
        return plausible.organ_of(citation, self.own if citation.own else None) or ""

    def _organ(self, citation: Citation) -> str:
        """The organ of an act: as it is said, as it is said elsewhere in the draft, as the facts have it, or who speaks."""
        kind, number = citation.kind, citation.number or ""
        organ = self._said(citation) or self.organs.get((kind, number), "")
        if organ:
            return organ
        found = {of for of, what, which in self.known if (what, which) == (kind, number)}
        if citation.date:
            found = {of for of in found if self.known[of, kind, number] == citation.date} or found
        if len(found) == 1:
            return found.pop()
        # The Council numbers its resolutions through the years, and never within a session.
        foreign = self.own == "SC" and numbers.parse(number).style in ("session", "roman")
        return "GA" if foreign else self.own or "un"


def earliest(document: Document, name: Name) -> str:
    """A day before which an undated text cannot have been written: its session, what it cites, or else the Charter."""
    found = {CHARTER}
    found.update(one.date for one in document.citations if one.kind in _ACTS and one.date and _ISO.match(one.date))
    years = sessions.years_of(_CODES.get(name.organ, name.organ.upper()), name.session) if name.session else None
    year = years[0] if years else int(name.session) if name.session.isdecimal() else 0
    if 1945 < year < 2200:
        found.add(f"{year}-01-01")
    return max(found)

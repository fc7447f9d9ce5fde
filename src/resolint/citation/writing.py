"""Writes a citation in the form that UN editors use."""

from __future__ import annotations

from resolint.citation import dates, organs
from resolint.citation.ordinals import ordinal_figure, ordinal_word
from resolint.model import Citation

_BELONGING = {"above": " above", "below": " below", "this": " of the present resolution", "other": " thereof", "": ""}
_IN_THE_NUMBER = ("CP", "CMP", "CMA")


def format(citation: Citation) -> str:
    """The reference in words, e.g. ``General Assembly resolution 70/1 of 25 September 2015``.

    What the citation does not know is left out; what it names by symbol stays a symbol.
    """
    return _WRITERS.get(citation.kind, _plain)(citation)


def _act(citation: Citation) -> str:
    if citation.of == "this":
        return f"the present {citation.kind}"
    number = citation.number or ""
    noun = f"{citation.kind}s" if " and " in number or " to " in number else citation.kind
    organ, tail = "", ""
    if citation.organ and not (citation.organ in _IN_THE_NUMBER and f"/{citation.organ}." in number):
        name = organs.shown(citation.organ)
        short = citation.organ in organs.NAMES or citation.organ in organs.SHORT or citation.organ.isupper()
        if citation.own or (short and citation.organ not in ("CP", "CMP", "CMA", "AU-PSC")):
            organ = f"{name}, in " if citation.own else f"{name} "
        else:
            tail = f" of the {name}"
    elif citation.own:
        organ = ""
    own = "its " if citation.own else ""
    date = f" of {dates.words(citation.date)}" if citation.date else ""
    title = f", entitled “{citation.title}”" if citation.title else ""
    if citation.symbol:
        lead = f"{organ}{own}{citation.kind} " if date or title or own or tail else ""
        return f"{lead}{citation.symbol}{date}{title}"
    return f"{organ}{own}{noun} {number}{date}{tail}{title}"


def _records(citation: Citation) -> str:
    parts = []
    if citation.organ:
        parts.append(f"Official Records of the {organs.shown(citation.organ)}")
    if citation.session:
        parts.append(_record_session(citation.session, year=citation.organ == "SC"))
    if citation.volume:
        parts.append(f"vol. {citation.volume}")
    special = citation.title == "Special"
    if citation.title and not special:
        parts.append(citation.title)
    if citation.number:
        several = any(mark in citation.number for mark in (",", " and ", "-", "–"))
        parts.append(f"{'Special ' if special else ''}Supplement{'s Nos.' if several else ' No.'} {citation.number}")
    if not citation.organ and not (parts and "Supplement" in parts[0]):
        parts.insert(0, "Ibid.")
    return ", ".join(parts) + (f" ({citation.symbol})" if citation.symbol else "")


def _record_session(session: str, *, year: bool) -> str:
    prefix, _, value = session.rpartition("-")
    if len(value) == 4:
        return value
    kind = {"": "Year" if year else "Session", "S": "Special Session", "ES": "Emergency Special Session"}[prefix]
    return f"{ordinal_word(int(value)).capitalize()} {kind}"


def _treaty(citation: Citation) -> str:
    lead = citation.organ or "United Nations"
    volume, number = citation.volume or "", citation.number
    registered = f", {'Nos.' if _several(number) else 'No.'} {number}" if number else ""
    return f"{lead}, Treaty Series, {'vols.' if _several(volume) else 'vol.'} {volume}{registered}"


def _several(text: str) -> bool:
    return any(mark in text.replace("I-", "") for mark in (",", " and ", "-", "–"))


def _sales(citation: Citation) -> str:
    return f"Sales No. {citation.number}"


def _session(citation: Citation) -> str:
    prefix, _, value = (citation.session or "").rpartition("-")
    kind = {"": "", "S": "special ", "ES": "emergency special "}[prefix]
    number = value if value.startswith(("19", "20")) and len(value) == 4 else ordinal_word(int(value))
    return _occasion(citation, number, f"{kind}session")


def _meeting(citation: Citation) -> str:
    return _occasion(citation, ordinal_figure(int(citation.number or 0)), "meeting")


_AGAIN = ("resumed", "reconvened")
_FIRST = ("first", "second", "third")


def _occasion(citation: Citation, number: str, noun: str) -> str:
    words = (citation.title or "").split()
    # "the resumed sixty-fifth session", "its reconvened sixty-second session", but "the first resumed session".
    before = not number[:1].isdecimal() and number not in _FIRST
    again = " ".join(word for word in words if before and word in _AGAIN)
    title = " ".join(word for word in words if word not in again.split())
    organ = f" of the {organs.shown(citation.organ)}" if citation.organ else ""
    return " ".join(filter(None, ("its" if citation.own else "", again, number, title, noun))) + organ


def _agenda_item(citation: Citation) -> str:
    number = citation.number or ""
    return f"agenda item{'s' if ' to ' in number else ''} {number}"


def _provision(citation: Citation) -> str:
    number = citation.number or ""
    several = " to " in number
    noun = {"annex": "annexes"}.get(citation.kind, f"{citation.kind}s") if several else citation.kind
    belonging = _BELONGING[citation.of]
    if noun == "annex" and citation.of == "this":
        belonging = belonging.replace(" of ", " to ")
    return f"{noun}{' ' if number else ''}{number}{belonging}"


def _date(citation: Citation) -> str:
    return dates.words(citation.date or "")


def _plain(citation: Citation) -> str:
    return citation.symbol or citation.number or citation.title or ""


def _ibid(_: Citation) -> str:
    return "Ibid."


_WRITERS = {
    "resolution": _act,
    "decision": _act,
    "official records": _records,
    "treaty series": _treaty,
    "sales number": _sales,
    "session": _session,
    "meeting": _meeting,
    "agenda item": _agenda_item,
    "date": _date,
    "ibid": _ibid,
    **dict.fromkeys(("paragraph", "subparagraph", "article", "section", "annex", "chapter", "rule"), _provision),
}

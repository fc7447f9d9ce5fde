"""Writes a citation in the form that UN editors use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from resolint import regex
from resolint.findings import Edit
from resolint.lexicon import Lexicon, dates, organs
from resolint.lexicon.ordinals import ordinal_figure, ordinal_value, ordinal_word
from resolint.model import Citation, Span

_BELONGING = {"above": " above", "below": " below", "this": " of the present resolution", "other": " thereof", "": ""}


def format(citation: Citation, lexicon: Lexicon) -> str:
    """The reference in words, e.g. ``General Assembly resolution 70/1 of 25 September 2015``.

    What the citation does not know is left out; what it names by symbol stays a symbol.
    """
    return _WRITERS.get(citation.kind, _plain)(citation, lexicon)


def _act(citation: Citation, lexicon: Lexicon) -> str:
    if citation.of == "this":
        return f"the present {citation.kind}"
    number = citation.number or ""
    noun = f"{citation.kind}s" if " and " in number or " to " in number else citation.kind
    organ, tail = "", ""
    if citation.organ and f"/{citation.organ}." not in number:
        name = organs.organ_name(citation.organ, lexicon)
        if citation.own or organs.stands_before(citation.organ, lexicon):
            organ = f"{name}, in " if citation.own else f"{name} "
        else:
            tail = f" of the {name}"
    elif citation.own:
        organ = ""
    own = "its " if citation.own else ""
    date = f" of {dates.words(citation.date, lexicon)}" if citation.date else ""
    title = f", entitled “{citation.title}”" if citation.title else ""
    if citation.symbol:
        lead = f"{organ}{own}{citation.kind} " if date or title or own or tail else ""
        return f"{lead}{citation.symbol}{date}{title}"
    return f"{organ}{own}{noun} {number}{date}{tail}{title}"


def _records(citation: Citation, lexicon: Lexicon) -> str:
    parts = []
    if citation.organ:
        parts.append(f"Official Records of the {organs.organ_name(citation.organ, lexicon)}")
    if citation.session:
        parts.append(_record_session(citation.session, lexicon, year=citation.organ == "SC"))
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


def _record_session(session: str, lexicon: Lexicon, *, year: bool) -> str:
    prefix, _, value = session.rpartition("-")
    if len(value) == 4:
        return value
    kind = lexicon.grammar.occasions.year if year and not prefix else _kind_of_session(prefix, lexicon)
    return " ".join(word.capitalize() for word in (ordinal_word(int(value), lexicon), *kind.split()))


def _kind_of_session(prefix: str, lexicon: Lexicon) -> str:
    """*Emergency special session* for the prefix ``ES`` of its number."""
    words = lexicon.grammar.occasions
    return " ".join({"": (), "S": (words.special,), "ES": (words.emergency, words.special)}[prefix] + (words.session,))


def _treaty(citation: Citation, _: Lexicon) -> str:
    lead = citation.organ or "United Nations"
    volume, number = citation.volume or "", citation.number
    registered = f", {'Nos.' if _several(number) else 'No.'} {number}" if number else ""
    return f"{lead}, Treaty Series, {'vols.' if _several(volume) else 'vol.'} {volume}{registered}"


def _several(text: str) -> bool:
    return any(mark in text.replace("I-", "") for mark in (",", " and ", "-", "–"))


def _sales(citation: Citation, _: Lexicon) -> str:
    return f"Sales No. {citation.number}"


def _session(citation: Citation, lexicon: Lexicon) -> str:
    prefix, _, value = (citation.session or "").rpartition("-")
    number = value if value.startswith(("19", "20")) and len(value) == 4 else ordinal_word(int(value), lexicon)
    return _occasion(citation, number, _kind_of_session(prefix, lexicon), lexicon)


def _meeting(citation: Citation, lexicon: Lexicon) -> str:
    return _occasion(
        citation, ordinal_figure(int(citation.number or 0), lexicon), lexicon.grammar.occasions.meeting, lexicon
    )


_FEW = 3
"""*The first resumed session*, but *the resumed sixty-fifth session*: up to here the number counts resumptions."""


def _occasion(citation: Citation, number: str, noun: str, lexicon: Lexicon) -> str:
    words = (citation.title or "").split()
    # "the resumed sixty-fifth session", "its reconvened sixty-second session", but "the first resumed session".
    before = not number[:1].isdecimal() and (ordinal_value(number, lexicon) or 0) > _FEW
    again = " ".join(word for word in words if before and word in lexicon.grammar.occasions.again)
    title = " ".join(word for word in words if word not in again.split())
    organ = f" of the {organs.organ_name(citation.organ, lexicon)}" if citation.organ else ""
    return " ".join(filter(None, ("its" if citation.own else "", again, number, title, noun))) + organ


def _agenda_item(citation: Citation, lexicon: Lexicon) -> str:
    number, words = citation.number or "", lexicon.grammar.occasions
    return f"{words.agenda} {words.item}{'s' if ' to ' in number else ''} {number}"


def _provision(citation: Citation, _: Lexicon) -> str:
    number = citation.number or ""
    several = " to " in number
    noun = {"annex": "annexes"}.get(citation.kind, f"{citation.kind}s") if several else citation.kind
    belonging = _BELONGING[citation.of]
    if noun == "annex" and citation.of == "this":
        belonging = belonging.replace(" of ", " to ")
    return f"{noun}{' ' if number else ''}{number}{belonging}"


def _date(citation: Citation, lexicon: Lexicon) -> str:
    return dates.words(citation.date or "", lexicon)


def _plain(citation: Citation, _: Lexicon) -> str:
    return citation.symbol or citation.number or citation.title or ""


def _ibid(_: Citation, __: Lexicon) -> str:
    return "Ibid."


_WRITERS: dict[str, Callable[[Citation, Lexicon], str]] = {
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


def carried_on(text: str, members: Sequence[Citation], number: str, date: str, lexicon: Lexicon) -> Iterator[Edit]:
    """The edits of ``text``, a paragraph that recalls ``members`` in order, which add the resolution ``number`` at the end.

    Where only the latest is named (*the most recent of which*, *… and its previous resolutions*), it takes its place.
    ``date`` is ISO 8601, or empty where it is not known.
    """
    first, last = members[0], members[-1]
    end = last.span.start + _dated_end(text[last.span.start : last.span.end], lexicon)
    said = f"{number} of {dates.words(date, lexicon)}" if date else number
    lone = _MOST_RECENT.search(text[: first.span.start]) or _AND_EARLIER.match(text[end : end + 60])
    if len(members) == 1 and lone and first.number:
        at = text.find(first.number, first.span.start, end)
        if at >= 0:
            yield Edit(Span(first.span.block, at, end), said, text[at:end])
        return
    if len(members) == 1:
        noun = re.compile(rf"\b{re.escape(first.kind)}\b").search(text, first.span.start, first.span.end)
        if noun is not None:
            yield Edit(Span(first.span.block, noun.end(), noun.end()), "s", "")
    else:
        joint = text.rfind(" and ", members[-2].span.start, last.span.start + 1)
        if joint >= 0:
            comma = "" if text[joint - 1 : joint] == "," else ","
            yield Edit(Span(last.span.block, joint, joint + 4), comma, " and")
    yield Edit(Span(last.span.block, end, end), f" and {said}", "")


_MOST_RECENT = regex.compiled(r"\b(?:most recent|latest|last|including)\b[^.;:]{0,40}\Z")
_AND_EARLIER = regex.compiled(r",? and (?:all )?(?:its |the )?(?:other )?(?:previous|earlier)\b")


def _dated_end(text: str, lexicon: Lexicon) -> int:
    """Where number and date of a reference end, before a title that follows."""
    found = next(iter(dates.scan(text, lexicon)), None)
    return len(text) if found is None else found.end

"""Who is asked to do what by when: one row for each request of the operative part.

A paragraph may ask several things (*Requests …, and invites …*) or one thing of its subparagraphs (*Requests the
Secretary-General: (a) To …*); each is a row. How strong the asking is, the scales of ``comparison`` say. Nothing is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from resolint import citation, structure
from resolint.comparison.strength import Strengths
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, requests
from resolint.lexicon.openings import known
from resolint.model import NOTE_MARK, Document, Span

__all__ = ["SCALE", "STRONG", "Action", "actions", "of_passages"]

SCALE = "request"
"""The scale of verbs that ask."""
_TIMES = ("session", "date")
_SUBPARAGRAPHS = 60
"""So many paragraphs behind one are looked at for its subparagraphs."""
STRONG = ((7.0, "strong"), (5.0, "firm"), (0.0, "mild"))
"""From which rank on an asking is called what: *urges*, *requests*, *invites*."""


class Action(NamedTuple):
    """One request. ``rank`` is the verb's place on its scale (higher is stronger), ``strength`` says it in a word.

    ``addressee`` is empty where nobody is named, ``deadline`` where nothing is said of a time. ``reports`` tells that a
    report is asked for. ``where`` is what a delegate would say, ``span`` covers the words of the request.
    """

    where: str
    addressee: str
    verb: str
    rank: float
    strength: str
    task: str
    deadline: str
    reports: bool
    span: Span


class _Asking(NamedTuple):
    """An opening that asks: its words, its rank, where it begins and where the words behind it begin."""

    verb: str
    rank: float
    start: int
    end: int


class _Piece(NamedTuple):
    """The words of a paragraph with their place, and where dates and sessions stand in them."""

    span: Span
    text: str
    times: tuple[tuple[int, int], ...]


def actions(document: Document, lexicon: Lexicon) -> tuple[Action, ...]:
    """All requests of a draft, in its order."""

    def where(span: Span) -> str:
        return structure.where(document, Span(span.block, span.start, span.start))

    times: dict[str, list[Span]] = {}
    for one in document.citations:
        if one.kind in _TIMES:
            times.setdefault(one.span.block, []).append(one.span)
    found: list[Action] = []
    for act in document.acts:
        for clause in act.operative:
            own = _piece(document, clause.body, times)
            found += _of_clause(own, [_piece(document, child.body, times) for child in clause.children], where, lexicon)
    return tuple(found)


def _piece(document: Document, span: Span, times: Mapping[str, Sequence[Span]]) -> _Piece:
    within = (one for one in times.get(span.block, ()) if span.start <= one.start and one.end <= span.end)
    return _Piece(span, document.text(span), tuple((one.start - span.start, one.end - span.start) for one in within))


def of_passages(passages: Sequence[tuple[str, str]], lexicon: Lexicon) -> tuple[Action, ...]:
    """All requests of an adopted text, of which only the paragraphs are at hand, each with its place (*operative 7 (b)*).

    The spans of the rows have the place in place of a block.
    """
    found: list[Action] = []
    rows = [(place, text) for place, text in passages if "preambular" not in place]
    for at, (place, text) in enumerate(rows):
        above = any(place.startswith(f"{other} ") for other, _ in rows[max(0, at - _SUBPARAGRAPHS) : at])
        if above:
            continue
        below = [one for one in rows[at + 1 : at + 1 + _SUBPARAGRAPHS] if one[0].startswith(f"{place} ")]
        own, *children = (_passage(*one, lexicon) for one in ((place, text), *below))
        found += _of_clause(own, children, lambda span: span.block, lexicon)
    return tuple(found)


def _passage(place: str, text: str, lexicon: Lexicon) -> _Piece:
    times = (one.span for one in citation.find(text, lexicon) if one.kind in _TIMES)
    return _Piece(Span(place, 0, len(text)), text, tuple((one.start, one.end) for one in times))


def _of_clause(
    own: _Piece, children: Sequence[_Piece], where: Callable[[Span], str], lexicon: Lexicon
) -> Iterator[Action]:
    strengths = lexicon.kept(Strengths)
    text = own.text
    askings = list(_askings(text, lexicon, strengths))
    for at, asking in enumerate(askings):
        stop = askings[at + 1].start if at + 1 < len(askings) else len(text)
        last = at + 1 == len(askings)
        whom, task = requests.addressed(text[asking.end : stop], lexicon)
        addressee = _flat(text[asking.end + whom[0] : asking.end + whom[1]])
        if last and children and not text[asking.end + task : stop].strip(" \xa0:\t"):
            for child in children:
                yield _row(child, 0, len(child.text), asking, addressee, 0, where, lexicon)
            continue
        yield _row(own, asking.start, stop, asking, addressee, asking.end + task, where, lexicon)


def _askings(text: str, lexicon: Lexicon, strengths: Strengths) -> Iterator[_Asking]:
    """The openings of a paragraph that ask for something: its own, and those that follow inside."""
    for start in (0, *requests.starts(text, lexicon)):
        opening = known(text[start:], lexicon)
        if opening is None or opening.form != "third":
            continue
        phrase = text[start + opening.start : start + opening.end]
        told = strengths.find(phrase, text[start + opening.end : start + opening.end + 60])
        if told is None or told[0] != SCALE or (start and text[start] != text[start].lower()):
            continue
        words = phrase.split()
        end = start + opening.end
        for word in text[end:].split()[: max(0, told[2] - len(words))]:
            end = text.index(word, end) + len(word)
        yield _Asking(" ".join(text[start + opening.start : end].split()), told[1], start, end)


def _row(
    piece: _Piece,
    start: int,
    stop: int,
    asking: _Asking,
    addressee: str,
    task: int,
    where: Callable[[Span], str],
    lexicon: Lexicon,
) -> Action:
    text, span = piece.text, piece.span
    inner = text[start:stop]
    times = [(a - start, b - start) for a, b in piece.times if task <= a and b <= stop]
    due = requests.deadlines(inner, times, lexicon)
    words = requests.task(text[task:stop], lexicon)
    place = Span(span.block, span.start + start, span.start + stop)
    strength = next(name for least, name in STRONG if asking.rank >= least)
    return Action(
        where(place),
        addressee,
        asking.verb,
        asking.rank,
        strength,
        _flat(words),
        "; ".join(_flat(inner[a:b]) for a, b in due),
        requests.reports(words, lexicon),
        place,
    )


def _flat(text: str) -> str:
    return " ".join(text.replace(NOTE_MARK, "").split())

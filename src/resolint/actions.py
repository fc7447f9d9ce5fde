"""Who is asked to do what by when: one row for each request of the operative part.

A paragraph may ask several things (*Requests …, and invites …*) or one thing of its subparagraphs (*Requests the
Secretary-General: (a) To …*, *Invites States to consider: (a) Opening …*); each is a row, with the words above it. One task
of two (*Calls upon all States, and invites the agencies, to …*) is a row for each. A report with its parts in subparagraphs
is one. What is decided that somebody shall do is asked of them; a verb that asks for nothing (*…, and welcomes …*) ends a
task. How strong the asking is, the scales of ``comparison`` say. Nothing is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from resolint import citation, structure
from resolint.comparison.strength import Strengths
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, requests
from resolint.lexicon.openings import known
from resolint.model import NOTE_MARK, Clause, Document, Span

__all__ = ["NOBODY", "SCALE", "STRONG", "Action", "actions", "of_passages"]

SCALE = "request"
"""The scale of verbs that ask."""
NOBODY = "nobody is named"
"""What is said where a request names nobody."""
_BINDING = 10.0
"""The rank of what is decided that somebody shall do: *Decides that all States shall …*."""
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
    """An opening that asks: its words, its rank, where it begins and where the words behind it begin.

    What is ``decided`` says who shall act, it asks nobody.
    """

    verb: str
    rank: float
    start: int
    end: int
    decided: bool = False


class _Piece(NamedTuple):
    """The words of a paragraph with their place, where dates and sessions stand in them, and what stands below it."""

    span: Span
    text: str
    times: tuple[tuple[int, int], ...]
    label: str = ""
    below: tuple[_Piece, ...] = ()


class _Above(NamedTuple):
    """What is said above subparagraphs: the asking, whom it asks, the first words of the task and its time."""

    asking: _Asking
    addressee: str
    task: str = ""
    deadline: str = ""


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
            found += _of_clause(_piece(document, clause, times), where, lexicon)
    return tuple(found)


def _piece(document: Document, clause: Clause, times: Mapping[str, Sequence[Span]]) -> _Piece:
    span = clause.body
    within = (one for one in times.get(span.block, ()) if span.start <= one.start and one.end <= span.end)
    return _Piece(
        span,
        document.text(span),
        tuple((one.start - span.start, one.end - span.start) for one in within),
        f"({clause.number}) " if clause.number else "",
        tuple(_piece(document, child, times) for child in clause.children),
    )


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
        found += _of_clause(_passage(place, text, below, lexicon), lambda span: span.block, lexicon)
    return tuple(found)


def _passage(place: str, text: str, below: Sequence[tuple[str, str]], lexicon: Lexicon) -> _Piece:
    times = (one.span for one in citation.find(text, lexicon) if one.kind in _TIMES)
    pieces: list[_Piece] = []
    rest = list(below)
    while rest:
        under = [one for one in rest[1:] if one[0].startswith(f"{rest[0][0]} ")]
        pieces.append(_passage(*rest[0], under, lexicon))
        rest = [one for one in rest[1:] if one not in under]
    label = f"{place.rpartition(' ')[2]} " if place.endswith(")") else ""
    return _Piece(Span(place, 0, len(text)), text, tuple((one.start, one.end) for one in times), label, tuple(pieces))


def _of_clause(own: _Piece, where: Callable[[Span], str], lexicon: Lexicon) -> Iterator[Action]:
    text = own.text
    said = [*_parted(text, lexicon), None]
    for asking, after in pairwise(said):
        if asking is None or not asking.rank:
            continue
        stop = len(text) if after is None else after.start
        whom, task = _addressed(text, asking, stop, lexicon)
        above = _Above(asking, _flat(text[slice(*whom)]))
        start = task
        if after is not None and not above.addressee and (shared := _shared(text, said, asking, lexicon)):
            above, start, stop = above._replace(addressee=shared[0]), *shared[1:]
        if stop < len(text) or not own.below:
            yield _row(own, asking.start, stop, above, start, where, lexicon)
            continue
        lead = _flat(text[start:stop]).strip(" \xa0:")
        if lead and requests.reports(lead, lexicon):
            parts = _flat(" ".join((text[start:].strip(), *_listed(own.below))))
            yield _row(own, asking.start, stop, above, start, where, lexicon)._replace(
                task=requests.task(parts, lexicon)
            )
            continue
        deadline = _due(text, own.times, asking.start, asking.end, stop, lexicon)
        yield from _of_items(own.below, above._replace(task=_flat(text[start:stop]), deadline=deadline), where, lexicon)


def _of_items(
    items: Sequence[_Piece], above: _Above, where: Callable[[Span], str], lexicon: Lexicon
) -> Iterator[Action]:
    """A row for each subparagraph under what is asked above; one that has subparagraphs itself gives way to them."""
    for item in items:
        if item.below:
            task = _joined(above.task, _flat(item.text))
            due = _due(item.text, item.times, 0, 0, len(item.text), lexicon)
            yield from _of_items(item.below, above._replace(task=task, deadline=due or above.deadline), where, lexicon)
        else:
            yield _row(item, 0, len(item.text), above, 0, where, lexicon)


def _joined(above: str, words: str) -> str:
    """The words of a subparagraph behind those above it; a lone colon, behind whom is asked, is left out."""
    return f"{above} {words}" if above.strip(" :") else words


def _listed(items: Sequence[_Piece]) -> Iterator[str]:
    for item in items:
        yield f"{item.label}{item.text.strip()}"
        yield from _listed(item.below)


def _addressed(text: str, asking: _Asking, stop: int, lexicon: Lexicon) -> tuple[tuple[int, int], int]:
    """Who is asked between an opening and ``stop``, and where the task begins."""
    found = requests.decided if asking.decided else requests.addressed
    whom, task = found(text[asking.end : stop], lexicon)
    return (asking.end + whom[0], asking.end + whom[1]), asking.end + task


def _shared(
    text: str, said: Sequence[_Asking | None], asking: _Asking, lexicon: Lexicon
) -> tuple[str, int, int] | None:
    """Whom ``asking`` names where its task stands behind the next one: *Calls upon all States, and invites the agencies, to …*.

    With the names come the places where that task begins and ends.
    """
    at = said.index(asking)
    after, behind = said[at + 1], said[at + 2] if at + 2 < len(said) else None
    if after is None or not after.rank:
        return None
    stop = len(text) if behind is None else behind.start
    whom, task = _addressed(text, after, stop, lexicon)
    names = _flat(requests.task(text[asking.end : after.start], lexicon))
    if whom[1] <= whom[0] or not requests.is_somebody(names, lexicon):
        return None
    return names, task, stop


def _parted(text: str, lexicon: Lexicon) -> Iterator[_Asking]:
    """The openings of a paragraph, its own and those that follow inside; the rank is 0 of those that ask for nothing."""
    strengths = lexicon.kept(Strengths)
    for start in (0, *requests.starts(text, lexicon)):
        opening = known(text[start:], lexicon)
        if opening is None or opening.form != "third":
            continue
        phrase = text[start + opening.start : start + opening.end]
        told = strengths.find(phrase, text[start + opening.end : start + opening.end + 60])
        if start and (text[start] != text[start].lower() or not requests.is_verb(text[start + opening.end :])):
            continue
        if told is None or told[0] != SCALE:
            binds = requests.decides(phrase, text[start + opening.end :], lexicon)
            yield _Asking(phrase, _BINDING if binds else 0.0, start, start + opening.end, binds)
            continue
        words = phrase.split()
        end = start + opening.end
        for word in text[end:].split()[: max(0, told[2] - len(words))]:
            end = text.index(word, end) + len(word)
        yield _Asking(" ".join(text[start + opening.start : end].split()), told[1], start, end)


def _row(
    piece: _Piece, start: int, stop: int, above: _Above, task: int, where: Callable[[Span], str], lexicon: Lexicon
) -> Action:
    span, asking = piece.span, above.asking
    words = _joined(above.task, _flat(requests.task(piece.text[task:stop], lexicon)))
    place = Span(span.block, span.start + start, span.start + stop)
    strength = next(name for least, name in STRONG if asking.rank >= least)
    return Action(
        where(place),
        above.addressee,
        asking.verb,
        asking.rank,
        strength,
        words,
        _due(piece.text, piece.times, start, task, stop, lexicon) or above.deadline,
        requests.reports(words, lexicon),
        place,
    )


def _due(text: str, found: Sequence[tuple[int, int]], start: int, task: int, stop: int, lexicon: Lexicon) -> str:
    """When what stands between ``start`` and ``stop`` is due; dates and sessions count from ``task`` on."""
    times = [(a - start, b - start) for a, b in found if task <= a and b <= stop]
    inner = text[start:stop]
    return "; ".join(_flat(inner[a:b]) for a, b in requests.deadlines(inner, times, lexicon))


def _flat(text: str) -> str:
    return " ".join(text.replace(NOTE_MARK, "").split())

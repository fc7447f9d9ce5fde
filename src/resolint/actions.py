"""Who is asked to do what by when: one row for each request of the operative part.

A paragraph may ask several things (*Requests …, and invites …*) or one thing of its subparagraphs (*Requests the
Secretary-General: (a) To …*); each is a row. How strong the asking is, the scales of ``comparison`` say. Nothing is judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from resolint import structure
from resolint.comparison.strength import Strengths
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, requests
from resolint.lexicon.openings import known
from resolint.model import NOTE_MARK, Clause, Document, Span

__all__ = ["SCALE", "STRONG", "Action", "actions"]

SCALE = "request"
"""The scale of verbs that ask."""
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


def actions(document: Document, lexicon: Lexicon) -> tuple[Action, ...]:
    """All requests of a draft, in its order."""
    found: list[Action] = []
    for act in document.acts:
        for clause in act.operative:
            found += _of_clause(document, clause, lexicon)
    return tuple(found)


def _of_clause(document: Document, clause: Clause, lexicon: Lexicon) -> Iterator[Action]:
    strengths = lexicon.kept(Strengths)
    span = clause.body
    text = document.text(span)
    askings = list(_askings(text, lexicon, strengths))
    for at, asking in enumerate(askings):
        stop = askings[at + 1].start if at + 1 < len(askings) else len(text)
        last = at + 1 == len(askings)
        whom, task = requests.addressed(text[asking.end : stop], lexicon)
        addressee = _flat(text[asking.end + whom[0] : asking.end + whom[1]])
        if last and clause.children and not text[asking.end + task : stop].strip(" \xa0:\t"):
            for child in clause.children:
                yield _row(document, child.body, 0, child.body.end - child.body.start, asking, addressee, 0, lexicon)
            continue
        yield _row(document, span, asking.start, stop, asking, addressee, asking.end + task, lexicon)


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
    document: Document,
    span: Span,
    start: int,
    stop: int,
    asking: _Asking,
    addressee: str,
    task: int,
    lexicon: Lexicon,
) -> Action:
    text = document.text(span)
    times = [
        (one.span.start - span.start, one.span.end - span.start)
        for one in document.citations
        if one.kind in ("session", "date")
        and one.span.block == span.block
        and span.start + task <= one.span.start
        and one.span.end <= span.start + stop
    ]
    inner = text[start:stop]
    due = requests.deadlines(inner, [(a - start, b - start) for a, b in times], lexicon)
    words = requests.task(text[task:stop], lexicon)
    where = structure.where(document, Span(span.block, span.start + start, span.start + start))
    strength = next(name for least, name in STRONG if asking.rank >= least)
    return Action(
        where,
        addressee,
        asking.verb,
        asking.rank,
        strength,
        _flat(words),
        "; ".join(_flat(inner[a:b]) for a, b in due),
        requests.reports(words, lexicon),
        Span(span.block, span.start + start, span.start + stop),
    )


def _flat(text: str) -> str:
    return " ".join(text.replace(NOTE_MARK, "").split())

"""Checks on paragraphs that came to harm: those that break off, and those that stand twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import ending, sections
from resolint.checks.str.repeated import said_twice
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.model import Act, Clause, Document
from resolint.regex import lazy
from resolint.rule import Context, per_rule

_INFINITIVE = lazy(r"\b(?:to(?:[ \xa0][a-z]+[ \xa0](?:or|and))?|or)[ \xa0]$")
"""What stands before a verb whose preposition may come last: *to act upon*, *to meet or speak with*."""
_FIGURE = lazy(r"\d+")
_FEW = 12
"""Up to so many pairs are compared here; for more, a library pays for its import."""


@per_rule
def _dangling(context: Context) -> re.Pattern[str]:
    alone, led = ("|".join(context.options[key]) for key in ("words", "prepositions"))
    return regex.compiled(rf"(?<![\w-])(?:(?P<word>{alone})|(?P<lead>[\w’'-]+)[ \xa0](?P<preposition>{led}))[ \xa0]*$")


@per_rule
def _subject(context: Context) -> re.Pattern[str]:
    """A subject before a verb whose object came first: *the help they ask for*, *the support the Mission calls for*."""
    names = "|".join(context.options["subjects"])
    return regex.compiled(rf"(?:\b(?:{names})|(?<![\w’'-])[A-Z][\w’'-]+)[ \xa0](?:[a-z]+ly[ \xa0])?$")


@check("STR030")
def broken_off(document: Document, context: Context) -> Iterator[Hit]:
    """A paragraph or item whose last word needs another one: an article, *and*, *of*.

    The option ``words`` holds those that never come last, ``prepositions`` those that may follow a participle (*the report
    referred to*), whose endings are ``participles``; ``subjects`` may stand before a verb that ends with one.
    """
    participles = tuple(context.options["participles"])
    for _, clause in document.clauses():
        if clause.children:
            continue
        last = ending(document, clause, context.lexicon)
        if last.quoted or not last.mark:
            continue
        text = document.block(last.span.block).text
        begin = max(0, last.span.start - 60)
        match = _dangling(context).search(text[begin : last.span.start])
        if match is None or (match["lead"] or "").lower().endswith(participles):
            continue
        before = text[begin : begin + match.start("lead")] if match["preposition"] else ""
        if _INFINITIVE.search(before) or _subject(context).search(before):
            continue
        group = "word" if match["word"] else "preposition"
        start, end = begin + match.start(group), begin + match.end(group)
        yield Hit(document.block(last.span.block).span(start, end), {"found": match[group]})


@check("STR031")
def paragraph_twice(document: Document, context: Context) -> Iterator[Hit]:
    """A paragraph or item that is, but for a few letters, one that stands before it in the same part.

    The option ``least`` is the number of characters from which paragraphs are compared, ``likeness`` how many of a hundred
    must be alike. Paragraphs of ``same`` characters and more are found where they are alike word for word.
    """
    least, likeness = int(context.options["least"]), float(context.options["likeness"])
    same_from = int(context.options["same"])
    for act in document.acts:
        for row in _rows(document, act):
            words = [_words(document, clause) for clause in row]
            # Items may be short and alike (*Requests: (a) …*), paragraphs without items not.
            whole = any(row[0] is clause for clause in (*act.preamble, *act.operative)) if row else False
            long = [
                place
                for place, text in enumerate(words)
                if len(text) >= least or (whole and len(text) >= same_from and not row[place].children)
            ]
            first: dict[str, int] = {}
            read: list[_Read] = []
            for place in long:
                own = _Read(place, words[place], frozenset(words[place].split()), _FIGURE.findall(words[place]))
                # Word for word is looked up; what is nearly so has to be compared.
                same = first.setdefault(own.text, place)
                other = same if same != place else _likest(own, read, likeness) if len(own.text) >= least else None
                read.append(own)
                if other is not None:
                    which = f"paragraph {row[other].number}" if row[other].number else "one before it"
                    how = "word for word" if words[place] == words[other] else "nearly word for word"
                    yield Hit(row[place].body, {"which": which, "how": how}, related=(row[other].body,))
    yield from said_twice(document)


class _Read(NamedTuple):
    """A paragraph with what it is compared by."""

    place: int
    text: str
    words: frozenset[str]
    figures: list[str]


def _likest(own: _Read, before: list[_Read], likeness: float) -> int | None:
    """Which of the paragraphs ``before`` is most like this one, None where none is like enough."""
    size, least = len(own.text), len(own.words) * 3
    near = [
        other
        for other in before
        if abs(len(other.text) - size) * 20 <= size
        and other.figures == own.figures
        and len(own.words & other.words) * 4 >= least
    ]
    if not near:
        return None
    compared: Callable[[str, str], float] = alike
    if len(near) > _FEW:
        from rapidfuzz import fuzz

        compared = fuzz.ratio
    scores = [compared(own.text, other.text) for other in near]
    best = max(range(len(near)), key=scores.__getitem__)
    return near[best].place if scores[best] >= likeness else None


def alike(first: str, second: str) -> float:
    """How many of a hundred letters two texts have in common in order: twice the longest common subsequence.

    The same as ``rapidfuzz.fuzz.ratio``, which takes longer to import than this takes for the few pairs that a draft has:
    a row of the table is one integer, whose bits are the places in ``first`` where the row does not grow (Hyyrö 2004).
    """
    places: dict[str, int] = {}
    for at, sign in enumerate(first):
        places[sign] = places.get(sign, 0) | 1 << at
    row = whole = (1 << len(first)) - 1
    for sign in second:
        grown = row & places.get(sign, 0)
        row = (row + grown | row - grown) & whole
    common = len(first) - row.bit_count()
    return 200.0 * common / (len(first) + len(second)) if first or second else 100.0


def _rows(document: Document, act: Act) -> Iterator[tuple[Clause, ...]]:
    """Paragraphs that one reader takes in together: a part between two headings, the items of one paragraph."""
    if not act.headings:
        yield act.preamble
        yield act.operative
    else:
        cuts = sorted({0, len(act.operative), *sections(document, act)})
        yield from (act.operative[start:end] for start, end in pairwise(cuts))
    for top in (*act.preamble, *act.operative):
        yield from (clause.children for clause in top.walk() if len(clause.children) > 1)


def _words(document: Document, clause: Clause) -> str:
    return " ".join(document.text(clause.body).split()).rstrip(".,;: ").removesuffix(" and").rstrip(",; ")

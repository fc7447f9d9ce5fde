"""The ladder of repeated openings: *Requests*, *Also requests*, *Further requests*, and *Requests* again.

In both parts a paragraph that opens like the one before it says so by an adverb: *also* the second time,
*further* the third; then the count begins again. The preamble puts the adverb after the opening phrase, the
operative part before it. One pass over a part gives, for every paragraph, the rung it stands on and the rung it
should stand on, and the paragraph that it refers back to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resolint.checks.shared.clauses import ClauseStart, openings, sections
from resolint.checks.shared.wording import more_places
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, english
from resolint.lexicon.phrases import verb_of
from resolint.model import Clause, Document, Span
from resolint.regex import lazy
from resolint.structure import where

_RUNGS = ("", *english.SEQUENCE)
_NEAR = 12
"""How many paragraphs up an adverb is looked for what it repeats."""
_WORD = lazy(r"[A-Za-z]+")


class Step(NamedTuple):
    """One paragraph on the ladder.

    ``key`` is what counts as the same opening (verb in its base form and the words that colour it), ``rung``
    the adverb it has (0 none, 1 *also*, 2 *further*), ``due`` the rung it should have after the paragraph
    before it (None where any will do), ``antecedent`` the paragraph that it repeats or refers back to.
    """

    head: ClauseStart
    key: str
    rung: int
    due: int | None
    antecedent: ClauseStart | None
    adjacent: bool


class _Passed(NamedTuple):
    """A paragraph that was passed, with the rung it should have stood on."""

    head: ClauseStart
    key: str
    rung: int


def climb(
    document: Document, clauses: tuple[Clause, ...], lexicon: Lexicon, breaks: frozenset[int] = frozenset()
) -> Iterator[Step]:
    """Each paragraph of a part with the rung it should stand on; at ``breaks`` a heading lets it begin anew."""
    passed: list[_Passed] = []
    heads = {id(clause): found for clause, found in openings(document, clauses, lexicon)}
    for place, clause in enumerate(clauses):
        found = heads.get(id(clause))
        if found is None or found.opening.form == "unknown":
            passed.clear()
            continue
        key, rung = found.opening.key, _RUNGS.index(found.opening.adverb)
        step = _step(found, key, rung, passed, lexicon)
        if place in breaks and rung == 0:
            step = step._replace(due=None)
        yield step
        carried = step.due if step.due is not None and step.due != rung and step.adjacent else rung
        passed.append(_Passed(found, key, carried))


def _step(found: ClauseStart, key: str, rung: int, passed: list[_Passed], lexicon: Lexicon) -> Step:
    if passed and passed[-1].key == key:
        due = (passed[-1].rung + 1) % 3
        # The rung after the one that the paragraph before really stands on is right as well.
        if rung and rung == _RUNGS.index(passed[-1].head.opening.adverb) + 1:
            due = rung
        return Step(found, key, rung, due, passed[-1].head, True)
    if rung == 0:
        return Step(found, key, rung, None, None, False)
    if passed and found.opening.verb in _verbs(passed[-1].head, lexicon):
        return Step(found, key, rung, None, passed[-1].head, True)
    for earlier, same, _ in reversed(passed[-_NEAR:-1]):
        if same == key:
            return Step(found, key, rung, 0, earlier, False)
    return Step(found, key, rung, 0, None, False)


def _verbs(found: ClauseStart, lexicon: Lexicon) -> frozenset[str]:
    """The base forms of the opening verb and of every further verb of a paragraph in the same form."""
    verbs = {found.opening.verb}
    for word in _WORD.findall(found.block.text[found.start :]):
        base, form = verb_of(word, lexicon)
        if base and form == found.opening.form:
            verbs.add(base)
    return frozenset(verbs - {""})


def adverb_moved(step: Step, rung: int, after: bool) -> Fix | None:
    """The opening on another rung, as a suggestion."""
    opening = step.head.opening
    span = step.head.span(opening.start, opening.end)
    words = step.head.block.text[span.start : span.end]
    low, high = opening.adverb_start - opening.start, opening.adverb_end - opening.start
    if low == 0:
        bare = words[high:].lstrip(" \xa0")
        bare = bare[0].upper() + bare[1:]
    elif low > 0:
        bare = words[:low].rstrip(" \xa0") + words[high:]
    else:
        bare = words
    instead = bare
    if rung and after:
        instead = f"{bare} {_RUNGS[rung]}"
    elif rung:
        instead = f"{_RUNGS[rung].capitalize()} {bare[0].lower()}{bare[1:]}"
    return Fix(f"Write “{instead}”", (Edit(span, instead, words),), "suggest") if instead != words else None


def steps(document: Document, part: str, lexicon: Lexicon) -> Iterator[Step]:
    """Every paragraph of ``part`` (preamble or operative) of every act, with its rung."""
    for act in document.acts:
        clauses = act.preamble if part == "preamble" else act.operative
        yield from climb(document, clauses, lexicon, sections(document, act) if part == "operative" else frozenset())


_MANY = 4
"""A draft that leaves so many repetitions unmarked, and more than it marks, does not know the ladder."""


def repeated(document: Document, part: str, lexicon: Lexicon) -> Iterator[Hit]:
    """The paragraphs of ``part`` (preamble or operative) that stand on the wrong rung after their neighbour.

    Where a part does not keep the ladder at all, one hit stands for all of them, and its fix mends them all.
    """
    hits = list(_repeated(document, part, lexicon))
    if len(hits) < _MANY or len(hits) <= _kept(document, part, lexicon):
        yield from hits
        return
    first = hits[0]
    edits = tuple(edit for hit in hits if hit.fix is not None for edit in hit.fix.edits)
    fix = Fix("Write “also” and “further” in turn", edits, "suggest")
    yield replace(first, values={**first.values, "more": more_places(len(hits) - 1)}, fix=fix)


def _kept(document: Document, part: str, lexicon: Lexicon) -> int:
    """How many paragraphs of ``part`` stand on the rung that is theirs after their neighbour."""
    return sum(step.adjacent and step.rung > 0 and step.rung == step.due for step in steps(document, part, lexicon))


def _repeated(document: Document, part: str, lexicon: Lexicon) -> Iterator[Hit]:
    for step in steps(document, part, lexicon):
        if step.adjacent and step.due is not None and step.due != step.rung and step.antecedent is not None:
            fix = adverb_moved(step, step.due, part == "preamble")
            # One of two paragraphs that say the same has to go (STR031): *also* would make a second task of it.
            if fix is None or _said(step.head) == _said(step.antecedent):
                continue
            yield hit_at(document, step, fix, fix.edits[0].replacement)


_SURE, _ODD = 2, 1
"""A draft of a body that keeps no ladder keeps one itself if it marks so many repetitions, and leaves so many unmarked."""


def repeated_by_habit(document: Document, part: str, lexicon: Lexicon) -> Iterator[Hit]:
    """The one paragraph on the wrong rung in a draft that keeps the ladder everywhere else, of a body that seldom does."""
    hits = list(_repeated(document, part, lexicon))
    if len(hits) != _ODD:
        return
    kept = _kept(document, part, lexicon)
    others = sum(step.rung > 0 for other in ("preamble", "operative") for step in steps(document, other, lexicon))
    if kept + others > _SURE:
        yield from (replace(hit, unsure=True) for hit in hits)


def _said(found: ClauseStart) -> str:
    """The words of a paragraph from its opening on, without the mark at their end."""
    return " ".join(found.block.text[found.start :].split()).rstrip(".,;: ")


def hit_at(document: Document, step: Step, fix: Fix | None, instead: str) -> Hit:
    """The hit on the opening of ``step``, with the paragraph that it repeats."""
    opening = step.head.opening
    span = step.head.span(opening.start, opening.end)
    values = {"found": document.text(span), "instead": instead, "more": ""}
    related: tuple[Span, ...] = ()
    if step.antecedent is not None:
        earlier = step.antecedent.span(step.antecedent.opening.start, step.antecedent.opening.end)
        values["place"] = where(document, earlier)
        related = (earlier,)
    return Hit(span, values, fix, related)

"""Checks on the operative part: how its paragraphs open and end."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import ClauseStart, Ending, ending, judged, openings, sections, speaks_in_verbs
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon
from resolint.lexicon.phrases import in_form
from resolint.model import Act, Clause, Document, Span
from resolint.rule import Context

_DASHES = "–—-‑"
_ANNOUNCED = 60
"""In so many characters before a colon it is said what it leads to."""


def _operatives(document: Document, lexicon: Lexicon) -> Iterator[tuple[Act, Clause, ClauseStart]]:
    for act in document.acts:
        for clause, found in openings(document, judged(act), lexicon):
            yield act, clause, found


@check("OPR001")
def wrong_mood(document: Document, context: Context) -> Iterator[Hit]:
    """Operative paragraphs that begin with a participle, an adjective of the preamble, a bare verb or an infinitive."""
    for act, _, found in _operatives(document, context.lexicon):
        opening = found.opening
        wrong = opening.form in ("participle", "base", "infinitive") or (opening.form == "adjective" and opening.listed)
        if not wrong or not speaks_in_verbs(document, act, context.lexicon):
            continue
        span = found.span(opening.start, opening.italic_end)
        words = document.text(span)
        instead = in_form(words, opening.verb, "third", context.lexicon)
        if instead is None:
            yield Hit(span, {"found": words, "instead": "a verb in the present tense, such as “Decides”"})
        else:
            fix = Fix(f"Write “{instead}”", (Edit(span, instead, words),), "suggest")
            yield Hit(span, {"found": words, "instead": f"“{instead}”"}, fix)


@check("OPR023")
def unknown_opening(document: Document, context: Context) -> Iterator[Hit]:
    """Operative paragraphs that begin with no verb at all (*Member States should …*)."""
    for act, _, found in _operatives(document, context.lexicon):
        opening = found.opening
        if opening.form not in ("unknown", "adjective") or not speaks_in_verbs(document, act, context.lexicon):
            continue
        if not opening.listed:
            span = found.span(opening.start, opening.end)
            yield Hit(span, {"found": document.text(span)})


@check("OPR002")
def adverb_after(document: Document, context: Context) -> Iterator[Hit]:
    """*Invites also* and *Requests further*, where the adverb should come before the verb."""
    for act, _, found in _operatives(document, context.lexicon):
        opening = found.opening
        if (
            not opening.adverb
            or opening.leads
            or opening.form != "third"
            or not speaks_in_verbs(document, act, context.lexicon)
        ):
            continue
        span = found.span(opening.start, max(opening.end, opening.adverb_end))
        words = document.text(span)
        low, high = opening.adverb_start - opening.start, opening.adverb_end - opening.start
        rest = words[:low].rstrip(" \t\xa0") + words[high:]
        instead = f"{opening.adverb.capitalize()} {rest[0].lower()}{rest[1:]}"
        fix = Fix(f"Write “{instead}”", (Edit(span, instead, words),), "suggest")
        yield Hit(span, {"found": words, "instead": instead}, fix)


@check("OPR005")
def semicolon_missing(document: Document, context: Context) -> Iterator[Hit]:
    """Operative paragraphs and items before the last whose words do not end with a semicolon.

    The option ``items`` holds the marks that items may end with.
    """
    items = str(context.options.get("items", ";"))
    for act in document.acts:
        if not speaks_in_verbs(document, act, context.lexicon):
            continue
        # A section may end with a full stop, and the last paragraph has a rule of its own.
        closing = {place - 1 for place in sections(document, act)} | {len(act.operative) - 1}
        fit = {id(clause) for clause in judged(act)}
        for place, clause in enumerate(act.operative):
            if id(clause) not in fit:
                continue
            last = _last(clause) if place in closing else None
            following = act.operative[place + 1 : place + 2]
            for leaf in _leaves(clause):
                end = ending(document, leaf, context.lexicon)
                nowhere = end.mark == ":" and following and _leads_nowhere(document, end, following[0])
                accepted = (items if leaf is not clause else ";") + ("?" if nowhere else "?:")
                if leaf is not last and (not end.mark or end.mark not in accepted) and not end.quoted:
                    yield _mark(end, ";")


def _leads_nowhere(document: Document, end: Ending, following: Clause) -> bool:
    """Whether a colon stands right before the next paragraph, and its words announce no table or text that was lost."""
    ids = [block.id for block in document.blocks]
    if not following.number or ids.index(following.body.block) != ids.index(end.span.block) + 1:
        return False
    words = document.block(end.span.block).text[max(0, end.span.start - _ANNOUNCED) : end.span.start]
    return not any(word in words for word in ("follow", "below", " reads", " to read"))


def _leaves(clause: Clause) -> Iterator[Clause]:
    items = (found for found in clause.walk() if not found.children)
    # Items with figures are articles of a plan that is set out in the paragraph, sentences of their own.
    return (found for found in items if found is clause or not found.number[:1].isdecimal())


def _last(clause: Clause) -> Clause:
    while clause.children:
        clause = clause.children[-1]
    return clause


def _mark(end: Ending, wanted: str) -> Hit:
    name = {";": "a semicolon", ".": "a full stop", ":": "a colon"}[wanted]
    return Hit(end.span, {"found": end.said}, end.fix(f"End with {name}", wanted))


@check("OPR006")
def full_stop_missing(document: Document, context: Context) -> Iterator[Hit]:
    """The last operative paragraph, where it does not end with a full stop; the option ``open`` holds what else may end it."""
    passed = (".", ":", "?", *context.options["open"])
    for act in document.acts:
        if act.operative and act.operative[-1] in judged(act)[-1:] and speaks_in_verbs(document, act, context.lexicon):
            end = ending(document, _last(act.operative[-1]), context.lexicon)
            if not end.mark.endswith(passed):
                yield _mark(end, ".")


@check("OPR007")
def colon_missing(document: Document, context: Context) -> Iterator[Hit]:
    """Words that lead to lettered items without a colon; the option ``headed`` lets items without any mark be headings."""
    for act in document.acts:
        for top in (*act.preamble, *act.operative):
            for clause in top.walk():
                headed = context.options["headed"] and clause is not top and _is_empty(clause.end_mark)
                if clause.children and len(clause.blocks) < 2 and not headed:
                    yield from _chapeau(document, clause, context.lexicon)


def _is_empty(span: Span) -> bool:
    return span.start == span.end


def _chapeau(document: Document, clause: Clause, lexicon: Lexicon) -> Iterator[Hit]:
    end = ending(document, clause, lexicon)
    block = document.block(end.span.block)
    start = end.span.start
    if end.mark == ":" or not block.text[clause.body.start : start].strip():
        return
    before = block.text[:start].rstrip()
    if not end.mark and before[-1:] in _DASHES:
        start = len(before) - 1
        start = len(before[:start].rstrip())
    span = block.span(start, end.span.end)
    text = document.text(span)
    found = f"“{text.strip()}”" if text.strip() else "no punctuation mark"
    title = "Lead to the items with a colon"
    fix = end.fix(title, ":") if end.hanging else Fix(title, (Edit(span, ":", text),), "safe")
    first = clause.children[0].body
    # *Calls upon all parties, (a) to ensure …* goes on as a sentence does.
    goes_on = end.mark == "," and document.block(first.block).text[first.start : first.start + 1].islower()
    yield Hit(span, {"found": found}, fix, unsure=goes_on)

"""Checks on the preamble: how its paragraphs open and end."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import ClauseStart, ending, level, openings
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, english
from resolint.lexicon.english import AUXILIARIES, base_of_participle
from resolint.lexicon.phrases import in_form, is_leading, verb_of
from resolint.model import Act, Clause, Document, Span
from resolint.regex import lazy
from resolint.rule import Context

_COUNTED = lazy(
    r"[ \t\xa0]*+(?:(?:PP|OP|P)[ \t\xa0]*+)?\d{1,3}(?:[ \t\xa0]?(?:bis|ter|quater|alt))?[.):]?[ \t\xa0]+(?=[A-Z])"
)

_SECOND = lazy(r"(?P<comma>,)?(?<![;:])[ \xa0]and[ \xa0](?P<first>[a-z]+)(?:[ \xa0](?P<second>[a-z]+))?")
_ADDRESSED = lazy(r"[ \xa0](?:the[ \xa0][A-Z]|that[ \xa0]|its[ \xa0]|[A-Z])")
"""What follows a second action without a comma before it: an organ or an instrument, or what is said."""
_TOUCHED = lazy(r"[A-Z][a-z]{2,}ed[ \xa0](?:of|by|with|about|over)\b")
"""A participle of the past that says how the organ is: *Apprised of*, *Saddened by*."""
_SUBORDINATE = lazy(r"\b(?:that|which|who|where|when|as|how)\b")

_INFINITIVE = lazy(r"\b(?:that|which|who|where|when|as|how|to|should|shall|must|may|can|could|will|would)\b")


def _preambles(document: Document, lexicon: Lexicon) -> Iterator[tuple[Act, Clause, ClauseStart]]:
    for act in document.acts:
        for clause, found in openings(document, act.preamble, lexicon):
            yield act, clause, found


@check("PRE001")
def wrong_mood(document: Document, context: Context) -> Iterator[Hit]:
    """Preambular paragraphs that begin with a finite verb, an infinitive or *Whereas*."""
    for _, _, found in _preambles(document, context.lexicon):
        opening = found.opening
        if opening.form in ("third", "base", "infinitive") and opening.verb:
            yield _mood(document, found, context.lexicon)
        elif opening.phrase.split(" ")[0] in english.SUBORDINATING:
            span = found.span(opening.start, opening.start + len(opening.phrase.split(" ")[0]))
            yield Hit(span, {"found": document.text(span), "instead": "a participle such as “Considering that”"})


def _mood(document: Document, found: ClauseStart, lexicon: Lexicon) -> Hit:
    opening = found.opening
    span = found.span(opening.start, opening.italic_end)
    words = document.text(span)
    instead = in_form(words, opening.verb, "participle", lexicon)
    if instead is None:
        return Hit(span, {"found": words, "instead": f"“{english.participle(opening.verb).capitalize()}”"})
    edit = Edit(span, instead, words)
    return Hit(span, {"found": words, "instead": f"“{instead}”"}, Fix("Use the participle", (edit,), "suggest"))


@check("PRE010")
def unknown_opening(document: Document, context: Context) -> Iterator[Hit]:
    """Preambular paragraphs that begin with neither a participle nor an adjective that a preamble uses."""
    for _, _, found in _preambles(document, context.lexicon):
        opening = found.opening
        first = opening.phrase.split(" ")[0]
        if opening.form != "unknown" or first in (*english.SUBORDINATING, ""):
            continue
        if _TOUCHED.match(found.block.text, found.start) and not _past(first, context.lexicon):
            continue
        span = found.span(opening.start, opening.end)
        yield Hit(span, {"found": document.text(span)})


def _past(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is the past tense of a verb that opens paragraphs (*Noted*)."""
    return any(verb_of(base, lexicon)[0] for base in (word[:-1], word[:-2]))


@check("PRE002")
def comma_missing(document: Document, context: Context) -> Iterator[Hit]:
    """Preambular paragraphs whose own words, or whose last item, do not end with a comma.

    The option ``marks`` holds the marks that they may end with.
    """
    marks = str(context.options.get("marks", ","))
    for act in _own(document):
        for clause in act.preamble:
            yield from _comma(document, clause, marks, context.lexicon)


def _own(document: Document) -> Iterator[Act]:
    """The acts of the organ; that of another body, without a number, is set out in the one before it, in its own style."""
    organs = [document.text(act.organ_line) if act.organ_line is not None else "" for act in document.acts]
    for act, organ in zip(document.acts, organs, strict=True):
        if act.number or not organ or organ == organs[0]:
            yield act


def _comma(document: Document, clause: Clause, marks: str, lexicon: Lexicon) -> Iterator[Hit]:
    last = clause
    while last.children:
        last = last.children[-1]
    end = ending(document, last, lexicon)
    # Items of a preamble are found with semicolons as well; the paragraph's own words are not.
    if (end.mark and end.mark in marks) or end.mark.endswith(":") or (last is not clause and end.mark == ";"):
        return
    yield Hit(end.span, {"found": end.said}, end.fix("End with a comma", ","))


@check("PRE003")
def adverb_first(document: Document, context: Context) -> Iterator[Hit]:
    """*Also recalling* and *Further recalling*, where the adverb should follow the opening phrase."""
    for _, _, found in _preambles(document, context.lexicon):
        opening = found.opening
        if not opening.leads or opening.form not in ("participle", "adjective"):
            continue
        span = found.span(opening.start, opening.end)
        words = document.text(span)
        rest = words[opening.adverb_end - opening.start :].lstrip(" \t\xa0")
        instead = _moved(rest, opening.adverb)
        fix = Fix(f"Write “{instead}”", (Edit(span, instead, words),), "suggest")
        yield Hit(span, {"found": words, "instead": instead}, fix)


def _moved(rest: str, adverb: str) -> str:
    """The opening with its adverb where adopted texts have it: *Reiterating also its support*, *Expressing further concern*."""
    words = rest.split(" ")
    first = f"{words[0][:1].upper()}{words[0][1:]}"
    base = base_of_participle(words[0].lower())
    expressed = base == _EXPRESS
    owned = len(words) > 2 and words[1].lower() == _OWNER and not expressed
    bare = len(words) == 2 and expressed and adverb.lower() == _BEFORE_BARE
    if len(words) > 1 and (base in AUXILIARIES or owned or bare):
        return " ".join([first, adverb, *words[1:]])
    return " ".join([first, *words[1:], adverb])


_EXPRESS, _OWNER, _BEFORE_BARE = "express", "its", "further"
"""*Expressing concern also* and *Expressing its concern further* are adopted, *Expressing concern further* is not."""


@check("PRE005")
def numbered(document: Document, context: Context) -> Iterator[Hit]:
    """Preambular paragraphs with a number or a negotiator's mark (*PP3*) before them."""
    for act in _own(document):
        for clause in act.preamble:
            block = document.block(clause.body.block)
            lead = max(block.lead, clause.body.start if clause.number else 0)
            match = _COUNTED.match(block.text, lead)
            if lead:
                yield _number(block.span(0, lead), clause.number or block.label, block.text[:lead])
            elif block.label:
                yield Hit(block.span(0, min(1, len(block.text))), {"found": block.label})
            elif match and match.group().strip():
                yield _number(block.span(*match.span()), match.group().strip(), match.group())


def _number(span: Span, label: str, text: str) -> Hit:
    return Hit(span, {"found": label}, Fix("Take the number out", (Edit(span, "", text),), level(text, "")))


@check("PRE008")
def second_verb_finite(document: Document, context: Context) -> Iterator[Hit]:
    """A second action of a preambular paragraph in the form of an operative verb (*…, and welcomes*).

    The option ``verbs`` holds the verbs, in their base form, that only an organ is the subject of.
    """
    actions = frozenset(context.options.get("verbs", ()))
    for _, _, found in _preambles(document, context.lexicon):
        if found.opening.form not in ("participle", "adjective"):
            continue
        for match in _SECOND.finditer(found.block.text, found.start + found.opening.end):
            place = "second" if match["second"] and is_leading(match["first"]) else "first"
            words = match[place]
            verb, form = verb_of(words, context.lexicon)
            open_ended = _SUBORDINATE if form == "third" else _INFINITIVE
            subordinate = open_ended.search(found.block.text, found.start, match.start())
            bare = match["comma"] is None and (
                form != "third" or not _ADDRESSED.match(found.block.text, match.end(place))
            )
            if form in ("third", "base") and verb in actions and not subordinate and not bare:
                span = found.block.span(*match.span(place))
                instead = english.participle(verb)
                fix = Fix(f"Write “{instead}”", (Edit(span, instead, words),), "suggest")
                yield Hit(span, {"found": words, "instead": instead}, fix)

"""Checks on what verbs take: an addressee and an infinitive, *that* and the bare form, a second verb in the same form."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.clauses import openings
from resolint.checks.shared.sentences import Sentence, places_of, sentences, swapped
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon
from resolint.model import Clause, Document
from resolint.rule import Context

_FAR = 14
"""An addressee is no longer than this many words."""


def opened(document: Document, lexicon: Lexicon) -> Iterator[tuple[Clause, Sentence, int, str]]:
    """The preambular and operative paragraphs with the place of the first word behind the opening, and its verb."""
    by_block = {text.block.id: text for text in sentences(document)}
    for act in document.acts:
        for clause, head in openings(document, (*act.preamble, *act.operative), lexicon):
            text = by_block.get(head.block.id)
            if text is None:
                continue
            end = head.start + head.opening.end
            after = text.first_from(end)
            if after is not None:
                yield clause, text, after, head.opening.verb


@check("OPR014")
def subjunctive_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*Requests that the Secretary-General submits*: a fact where something is asked for."""
    asking = frozenset(context.options["verbs"])
    classes = classes_of(context.lexicon)
    for text, place, _ in places_of(document, {"that"}):
        if text.at(place - 1) not in asking or place + 1 >= len(text.lower):
            continue
        at = finite_verb(text, place, classes)
        base = _BARE.get(text.at(at), "") or classes.thirds.get(text.at(at), "") if at > 0 else ""
        if base and text.run(place, at):
            yield swapped(text, at, base, before=text.written[place - 1])


_BARE = {"is": "be", "are": "be", "has": "have"}


def finite_verb(text: Sentence, place: int, classes: Classes) -> int:
    """The place of the first finite verb in the clause that *that* at ``place`` opens, 0 for none to be mended."""
    noun = False
    for at in range(place + 1, min(place + _FAR, len(text.lower))):
        word = text.at(at)
        if not text.joined[at] or word in (
            "that",
            "which",
            "who",
            "to",
            "shall",
            "should",
            "must",
            "may",
            "can",
            "will",
            "be",
            "not",
            "where",
            "when",
            "if",
        ):
            return 0
        if word in _BARE or (word in classes.sure and text.written[at][0].islower()):
            return at if noun else 0
        if word in classes.pure and noun and text.written[at][0].islower():
            return 0
        noun = noun or classes.is_noun(word) or text.written[at][0].isupper()
    return 0


@check("OPR029")
def opening_preposition(document: Document, context: Context) -> Iterator[Hit]:
    """*Emphasizes on the need*, *Stresses about*: a preposition behind a verb that takes its object at once."""
    taking = frozenset(context.options["verbs"])
    for _, text, after, verb in opened(document, context.lexicon):
        word = text.at(after)
        if verb not in taking or word not in _NEEDLESS or not text.run(after - 1, after):
            continue
        if word == "for" and text.at(after + 2) in ("first", "second", "last"):
            continue  # *for the first time*
        if text.at(after - 1).rstrip("s").removesuffix("ing")[:4] != verb[:4] or (
            text.at(after + 1) in ("behalf", "the") and word == "at"
        ):
            continue
        start, end = text.start(after), text.end(after)
        span = text.block.span(start, end)
        fix = Fix(
            f"Take out “{word}”",
            (Edit(text.block.span(start, end + 1), "", text.block.text[start : end + 1]),),
            "suggest",
        )
        yield Hit(span, {"found": word, "verb": text.written[after - 1]}, fix)


_NEEDLESS = frozenset(("about", "on", "of", "for", "at", "over", "upon", "from", "into", "against", "to"))

"""Checks on what verbs take: *that* and the bare form of a verb, an object with no preposition before it."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.clauses import ClauseStart, openings
from resolint.checks.shared.sentences import Sentence, places_of, sentences, swapped
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, english
from resolint.model import Clause, Document
from resolint.rule import Context

_FAR = 14
"""An addressee is no longer than this many words."""
_ARTICLES = english.DETERMINERS - {*("our", "his", "her"), *("these", "those", "such", "no")}
"""Words behind which a word that may be a verb is a noun."""
_NOT_BARE = frozenset(
    ("which", "who", "shall", "should", "must", "may", "can", "will", "is", "are", "was", "were", "has", "have", "be")
)
"""Words that tell of a verb of its own, or of another clause, so that nothing is missing."""
_MODALS = frozenset(("will", "would", "can", "could", "shall"))
_BARE = {"is": "be", "are": "be", "has": "have"}
_OTHER_CLAUSE = frozenset(
    (
        "that", "which", "who", "to", "shall", "should", "must", "may", "can", "will", "be", "not", "where", "when",
        "if", "whenever", "wherever", "while", "unless", "until", "because", "although", "whose", "whom", "what",
    )
)  # fmt: skip
"""Words behind which a finite verb is right, or belongs to another clause."""
_ENDS = (_NOT_BARE | _OTHER_CLAUSE) - {"to"}
_SAYING = frozenset(("reiterate", "emphasize", "stress", "underline", "underscore", "reaffirm", "recall", "highlight"))
"""Verbs that name behind *to* whom something is said."""
_NEEDLESS = frozenset(("about", "on", "of", "for", "at", "over", "upon", "from", "into", "against", "to"))


def clauses(document: Document, lexicon: Lexicon) -> Iterator[tuple[Clause, ClauseStart, Sentence]]:
    """The preambular and operative paragraphs with their openings and their words."""
    by_block = {text.block.id: text for text in sentences(document)}
    for act in document.acts:
        for clause, head in openings(document, (*act.preamble, *act.operative), lexicon):
            text = by_block.get(head.block.id)
            if text is not None:
                yield clause, head, text


def opened(document: Document, lexicon: Lexicon) -> Iterator[tuple[Clause, Sentence, int, str]]:
    """The preambular and operative paragraphs with the place of the first word behind the opening, and its verb."""
    for clause, head, text in clauses(document, lexicon):
        after = text.first_from(head.start + head.opening.end)
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
        yield from _to_for_bare(text, place, classes)
        yield from _with_modal(text, place, classes)
        at = finite_verb(text, place, classes) or _reports(text, place)
        base = _BARE.get(text.at(at), "") or classes.thirds.get(text.at(at), "") if at > 0 else ""
        if base and text.run(place, at):
            yield swapped(text, at, base, before=text.written[place - 1])


def _reports(text: Sentence, place: int) -> int:
    """Where one who is named *reports to the Council*, with no other verb behind; 0 for nowhere."""
    for at in range(place + 2, min(place + _FAR, len(text.lower))):
        if not text.joined[at] or text.at(at) in _NOT_BARE:
            return 0
        if text.at(at) == "reports" and text.at(at + 1) in ("to", "on", "back"):
            named = text.written[at - 1][0].isupper() and text.at(at - 1)[-1] != "s"
            return at if named and _NOT_BARE.isdisjoint(text.lower[at:]) else 0
    return 0


def _with_modal(text: Sentence, place: int, classes: Classes) -> Iterator[Hit]:
    """*Demands that all parties will comply*: what is asked for needs no *will*."""
    for at in range(place + 2, min(place + _FAR, len(text.lower) - 1)):
        word = text.at(at)
        if not text.joined[at]:
            return
        if word in _MODALS:
            verb = text.at(at + 1)
            named = classes.is_noun(text.at(at - 1)) or text.written[at - 1][0].isupper()
            if named and text.run(at, at + 1) and (verb == "be" or verb in classes.bases):
                yield swapped(text, at, verb, last=at + 1, before=text.written[place - 1])
            return
        if word in _ENDS or word in classes.sure:
            return


def _to_for_bare(text: Sentence, place: int, classes: Classes) -> Iterator[Hit]:
    """*Requests that the report to be sent*: an infinitive where the bare form belongs, and no other verb behind it."""
    for at in range(place + 2, min(place + _FAR, len(text.lower) - 1)):
        word = text.at(at)
        acts = word in classes.thirds or (word in classes.bases and text.at(at - 1) not in _ARTICLES)
        if not text.joined[at] or word in _NOT_BARE or acts:
            return
        if text.at(at) == "to":
            verb = text.at(at + 1)
            behind = text.lower[at + 2 :]
            named = classes.is_noun(text.at(at - 1)) or text.written[at - 1][0].isupper()
            other = any(
                word in _NOT_BARE or word == "be" or (word in classes.pure and behind[step - 1 : step] != ("to",))
                for step, word in enumerate(behind)
            )
            if named and not other and (verb == "be" or verb in classes.pure):
                start, end = text.start(at), text.end(at + 1)
                span, words = text.block.span(start, end), text.block.text[start:end]
                values = {"found": words, "instead": verb, "before": text.written[place - 1]}
                yield Hit(span, values, Fix(f"Write “{verb}”", (Edit(span, verb, words),), "suggest"))
            return


def finite_verb(text: Sentence, place: int, classes: Classes) -> int:
    """The place of the first finite verb in the clause that *that* at ``place`` opens, 0 for none to be mended."""
    noun = False
    for at in range(place + 1, min(place + _FAR, len(text.lower))):
        word = text.at(at)
        if not text.joined[at] or word in _OTHER_CLAUSE:
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
    nouns = classes_of(context.lexicon).singulars
    for _, text, after, verb in opened(document, context.lexicon):
        word = text.at(after)
        if verb not in taking or word not in _NEEDLESS or not text.run(after - 1, after):
            continue
        if word == "for" and text.at(after + 2) in ("first", "second", "last"):
            continue  # *for the first time*
        if word == "for" and text.at(after - 1) in nouns and not {"to", "that"} & set(text.lower[after:]):
            continue  # a noun that opens an item: *(b) Requests for advice from the Council*
        if text.at(after - 1).rstrip("s").removesuffix("ing")[:4] != verb[:4] or (
            text.at(after + 1) in ("behalf", "the") and word == "at"
        ):
            continue
        start, end = text.start(after), text.end(after)
        span = text.block.span(start, end)
        edit = Edit(text.block.span(start, end + 1), "", text.block.text[start : end + 1])
        # *Demands from all parties to stop* is to be *Demands that all parties stop*.
        fix = Fix(f"Take out “{word}”", () if word == "from" else (edit,), "advice" if word == "from" else "suggest")
        # *Reiterates to the executive heads the need for reform*: one to whom something is said.
        yield Hit(span, {"found": word, "verb": text.written[after - 1]}, fix, unsure=word == "to" and verb in _SAYING)

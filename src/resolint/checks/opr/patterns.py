"""Checks on what verbs take: an addressee and an infinitive, *that* and the bare form, a second verb in the same form."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.clauses import openings
from resolint.checks.shared.sentences import Sentence, places_of, plurals_of, sentences, swapped, verbs_of
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon
from resolint.model import Clause, Document
from resolint.rule import Context

_FAR = 14
"""An addressee is no longer than this many words."""
_NOUNS_TOO = frozenset(("support", "work", "access", "fund", "research", "share", "benefit"))
"""Verbs of the table that are nouns as well and cannot be counted."""
_BEGIN_GROUP = frozenset(
    ("a", "an", "the", "its", "their", "all", "any", "such", "this", "these", "those", "each", "every")
)
"""Words that begin what a verb acts on."""
_ENDS = frozenset(
    ("to", "that", "which", "who", "whose", "not", "for", "in", "on", "by", "with", "at", "from", "under", "when")
)


def _clauses(document: Document, lexicon: Lexicon) -> Iterator[tuple[Clause, Sentence, int, str]]:
    """The preambular and operative paragraphs with the place of the first word behind the opening, and its verb."""
    by_block = {text.block.id: text for text in sentences(document)}
    for act in document.acts:
        for clause, head in openings(document, (*act.preamble, *act.operative), lexicon):
            text = by_block.get(head.block.id)
            if text is None:
                continue
            end = head.start + head.opening.end
            after = next((place for place, word in enumerate(text.words) if word.start() >= end), None)
            if after is not None:
                yield clause, text, after, head.opening.verb


@check("OPR026")
def infinitive_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*Requests the Secretary-General submit*: an addressee followed by a verb without *to*."""
    asking, addressed = frozenset(context.options["verbs"]), frozenset(context.options["addressees"])
    verbs, nouns = verbs_of(context.lexicon), plurals_of(context.lexicon)
    for _, text, after, verb in _clauses(document, context.lexicon):
        if verb not in asking:
            continue
        for place in range(after, min(after + _FAR, len(text.words))):
            word, before = text.lower[place], text.at(place - 1)
            if word in _ENDS or (place > after and not text.joined[place]):
                break
            if place == after or before not in addressed or text.words[place][0][0].isupper():
                continue
            base = word if word in verbs.base else verbs.third.get(word, "")
            noun = word in nouns or word in _NOUNS_TOO
            if base and (text.at(place + 1) in _BEGIN_GROUP if noun else text.at(place + 1) not in ("to", "of", "and")):
                start, end = text.words[place].span()
                span, words = text.block.span(start, end), text.words[place][0]
                fix = Fix(f"Write “to {base}”", (Edit(span, f"to {base}", words),), "suggest")
                yield Hit(span, {"found": words, "instead": f"to {base}", "addressee": text.words[place - 1][0]}, fix)
                break


@check("OPR014")
def subjunctive_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*Requests that the Secretary-General submits*: a fact where something is asked for."""
    asking = frozenset(context.options["verbs"])
    classes = classes_of(context.lexicon)
    for text, place, _ in places_of(document, {"that"}):
        if text.at(place - 1) not in asking or text.words[place + 1 :] == ():
            continue
        at = finite_verb(text, place, classes)
        base = _BARE.get(text.at(at), "") or classes.thirds.get(text.at(at), "") if at > 0 else ""
        if base and text.run(place, at):
            yield swapped(text, at, base, before=text.words[place - 1][0])


_BARE = {"is": "be", "are": "be", "has": "have"}


def finite_verb(text: Sentence, place: int, classes: Classes) -> int:
    """The place of the first finite verb in the clause that *that* at ``place`` opens, 0 for none to be mended."""
    noun = False
    for at in range(place + 1, min(place + _FAR, len(text.words))):
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
        if word in _BARE or (word in classes.sure and text.words[at][0][0].islower()):
            return at if noun else 0
        if word in classes.pure and noun and text.words[at][0][0].islower():
            return 0
        noun = noun or classes.is_noun(word) or text.words[at][0][0].isupper()
    return 0


@check("OPR028")
def request_form(document: Document, context: Context) -> Iterator[Hit]:
    """*Requests the Secretary-General for submitting*, *Urges States ensuring the*, *Invites States should*."""
    asking, addressed = frozenset(context.options["verbs"]), frozenset(context.options["addressees"])
    classes = classes_of(context.lexicon)
    for _, text, after, verb in _clauses(document, context.lexicon):
        if verb not in asking:
            continue
        for place in range(after + 1, min(after + _FAR, len(text.words))):
            word, before = text.lower[place], text.at(place - 1)
            if (
                not text.joined[place]
                or word in ("that", "which", "who", "to")
                or (word == "of" and before not in addressed)
            ):
                break
            if before not in addressed:
                continue
            following = text.at(place + 1)
            determined = text.at(place + 2) in _BEGIN_GROUP and text.run(place, place + 2)
            if word in _MODAL or (word in _INSTEAD and following in classes.ings and determined):
                base = classes.ings.get(following, following)
                found = text.block.span(
                    text.words[place].start(), text.words[place + (word not in _MODAL or bool(following))].end()
                )
                if word in _MODAL and base not in classes.bases:
                    break
                words = text.block.text[found.start : found.end]
                fix = Fix(f"Write “to {base}”", (Edit(found, f"to {base}", words),), "suggest")
                yield Hit(found, {"found": words, "instead": f"to {base}", "addressee": text.words[place - 1][0]}, fix)
                break
            if word in classes.ings and following in _BEGIN_GROUP and text.run(place, place + 1):
                if not _infinitive_follows(text, place, classes):
                    yield swapped(text, place, f"to {classes.ings[word]}", addressee=text.words[place - 1][0])
                break
            if word in _INSTEAD and following not in ("other", "particular"):
                break


_MODAL = frozenset(("should", "must", "shall"))
_INSTEAD = frozenset(("for", "in", "on", "of", "at", "with"))


def _infinitive_follows(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether *to* and a verb come later, so that the form in *-ing* only describes the addressee."""
    return any(word == "to" and text.at(at + 1) in classes.bases for at, word in enumerate(text.lower) if at > place)


@check("OPR029")
def opening_preposition(document: Document, context: Context) -> Iterator[Hit]:
    """*Emphasizes on the need*, *Stresses about*: a preposition behind a verb that takes its object at once."""
    taking = frozenset(context.options["verbs"])
    for _, text, after, verb in _clauses(document, context.lexicon):
        word = text.at(after)
        if verb not in taking or word not in _NEEDLESS or not text.run(after - 1, after):
            continue
        if word == "for" and text.at(after + 2) in ("first", "second", "last"):
            continue  # *for the first time*
        if text.at(after - 1).rstrip("s").removesuffix("ing")[:4] != verb[:4] or (
            text.at(after + 1) in ("behalf", "the") and word == "at"
        ):
            continue
        start, end = text.words[after].span()
        span = text.block.span(start, end)
        fix = Fix(
            f"Take out “{word}”",
            (Edit(text.block.span(start, end + 1), "", text.block.text[start : end + 1]),),
            "suggest",
        )
        yield Hit(span, {"found": word, "verb": text.words[after - 1][0]}, fix)


_NEEDLESS = frozenset(("about", "on", "of", "for", "at", "over", "upon", "from", "into", "against", "to"))

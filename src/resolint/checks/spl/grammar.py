"""Checks on small, certain grammar: articles, auxiliaries, number, prepositions.

Each looks at two or three neighbouring words of closed classes and at verbs and nouns of the tables ``verbs`` and
``countables``, so that it stays silent where a parse of the sentence would be needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.classes import classes_of
from resolint.checks.shared.sentences import Sentence, places_of, plurals_of, swapped, verbs_of
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import english
from resolint.model import Document
from resolint.rule import Context

_ARTICLES = frozenset(("a", "an"))
_BETWEEN = frozenset(
    ("not", "also", "further", "fully", "continue", "only", "therefore", "thus", "duly", "never", "always")
)
_AFTER_NOUN = frozenset(
    (
        "of", "to", "in", "that", "which", "who", "and", "or", "for", "on", "by", "with", "from", "at", "has", "have",
        "is", "are", "was", "were", "shall", "should", "must", "can", "may", "will", "under", "through", "against",
    )
)  # fmt: skip
_PREPOSITIONS = frozenset(
    ("of", "in", "on", "for", "with", "by", "to", "at", "from", "into", "against", "upon", "about", "over")
)
_LONGER, _OF = (
    frozenset(("without", "within", "during", "among", "between", "towards")),
    frozenset(("of", "for", "with")),
)
_LATER, _PLACES = frozenset(("within", "during")), frozenset(("in", "on", "at", "by"))
"""Prepositions of more syllables that take none of these behind them, or before them."""
_PARTICLES = frozenset(("in", "on", "over", "about", "by"))
"""Those of the prepositions that are part of verbs as well (*brought in*, *put by*), so that another may follow."""
_HOLDERS = frozenset(
    (
        *_PREPOSITIONS,
        "that",
        "requests",
        "invites",
        "encourages",
        "urges",
        "thanks",
        "requesting",
        "recalling",
        "recalls",
        "reaffirming",
        "reaffirms",
        "noting",
        "notes",
        "welcoming",
        "welcomes",
        "commends",
        "commending",
        "congratulates",
    )
)
_OFFICES = frozenset(("position", "post", "function", "functions", "title", "candidates", "candidate", "office"))
_NOUNS_TOO = frozenset(("will", "may", "can", "might", "must"))


@check("SPL015")
def article(document: Document, context: Context) -> Iterator[Hit]:
    """*a* before a vowel that is spoken, *an* before a consonant."""
    for text, place, word in places_of(document, _ARTICLES):
        if not text.run(place, place + 1) or not _stands_free(text, place):
            continue
        following = text.written[place + 1]
        if len(following) < 3 or following.isupper() or not following.isascii():
            continue
        if any(sign.isupper() for sign in following[1:]):
            continue
        right = english.article(following)
        if word != right and (word == "an" or text.written[place] == "a"):
            yield swapped(text, place, right, following=following)


@check("SPL016")
def after_auxiliary(document: Document, context: Context) -> Iterator[Hit]:
    """A verb in the wrong form after *should* and its like, or after *has been*."""
    verbs = verbs_of(context.lexicon)
    for text, place, word in places_of(document, english.ANY_MODALS | {"been"}):
        at = place + 1
        if word != "been":
            while text.at(at) in _BETWEEN and text.at(at) != "continue":
                at += 1
            form = text.at(at)
            base = verbs.third.get(form, "")
            if not base and form not in verbs.base and word not in _NOUNS_TOO:
                base = verbs.participles.get(form, "")
            if base and text.run(place, at) and text.at(place - 1) != "the":
                yield swapped(text, at, base, before=word)
        elif text.at(place - 1) in ("has", "have", "had", "having", "also", "not"):
            while text.at(at) in ("also", "further", "already", "recently", "widely", "duly", "fully"):
                at += 1
            participle = verbs.base.get(text.at(at), "")
            if participle and text.run(place, at) and text.at(at) not in plurals_of(context.lexicon):
                yield swapped(text, at, participle, before="been")


def _stands_free(text: Sentence, place: int) -> bool:
    """Whether a blank or an opening mark is before a word, so that it is none of a label or of a longer word."""
    start = text.start(place)
    return start == 0 or text.block.text[start - 1] in " \xa0\t\n(“‘["


@check("SPL019")
def prepositions(document: Document, context: Context) -> Iterator[Hit]:
    """Two prepositions in a row that adopted texts never put together.

    The option ``allowed`` holds pairs, ``carried`` verbs that *over* belongs to (*take over from*, *hand them over for*),
    ``latin`` the words behind a Latin *in*.
    """
    allowed, carried, latin = (frozenset(context.options[name]) for name in ("allowed", "carried", "latin"))
    participles = classes_of(context.lexicon).participles
    for text, place, one in places_of(document, _PREPOSITIONS | _LONGER):
        two = text.at(place + 1)
        longer = (one in _LONGER and two in _OF) or (two in _LATER and one in _PLACES)
        if longer and text.run(place, place + 1) and text.written[place + 1].islower():
            span = text.block.span(text.start(place), text.end(place + 1))
            yield Hit(span, {"found": f"{one} {two}"}, unsure=text.at(place - 1).endswith(("ing", "ed")))
        if (
            two in _PREPOSITIONS and one in _PREPOSITIONS and two != one and text.run(place, place + 1)
        ):  # a word twice is TYP013
            pair, before = f"{one} {two}", text.at(place - 1)
            upper = text.written[place][0].isupper() or text.written[place + 1][0].isupper()
            over = one == "over" and (before in carried or text.at(place - 2) in carried)
            phrasal = one in _PARTICLES and before in participles  # *brought in from elsewhere*
            verb = before.endswith(("ed", "ing")) or before in _PREPOSITIONS or over or phrasal
            amount = two == "at" and text.at(place + 2) in ("least", "most")  # *on at least two days*
            if two in ("about", "over", "under"):
                amount = (
                    text.block.text[text.end(place + 1) :].lstrip(" \xa0$€£")[:1].isdigit()
                )  # *on about 35 hectares*
            if (
                pair not in allowed
                and not upper
                and not verb
                and not amount
                and not (two == "in" and text.at(place + 2) in latin)
            ):
                span = text.block.span(text.start(place), text.end(place + 1))
                yield Hit(span, {"found": pair})


@check("SPL020")
def article_missing(document: Document, context: Context) -> Iterator[Hit]:
    """Names that adopted texts give the article, without it."""
    names = {tuple(name.lower().split()): name for name in context.options["names"]}
    longest = max(map(len, names))
    for text, place, _ in places_of(document, {name[0] for name in names}):
        if not text.written[place][0].isupper():
            continue
        for length in range(longest, 0, -1):
            if text.lower[place : place + length] in names and text.run(place - 1, place + length - 1):
                if _wants_article(text, place, place + length):
                    span = text.block.span(text.start(place), text.end(place + length - 1))
                    edit = Edit(text.block.span(span.start, span.start), "the ", "")
                    values = {"found": names[text.lower[place : place + length]]}
                    yield Hit(span, values, Fix("Put “the” before it", (edit,), "suggest"))
                break


def _wants_article(text: Sentence, first: int, after: int) -> bool:
    """Whether a name stands between a verb or preposition and the end of its group, with no other word to hold it."""
    if text.at(first - 1) not in _HOLDERS or text.at(first - 2) in _OFFICES:
        return False
    if first > 2 and text.written[first - 2][0].isupper() and text.at(first - 1) in ("on", "for", "against", "in"):
        return False  # the name of a body or text that ends with this one
    if text.at(first - 1) == "of" and text.at(first - 2) in ("number", "series", "range", "set"):
        return False
    behind = text.block.text[text.end(after - 1) :].lstrip(" \xa0")
    if behind[:1].isdigit():
        return False  # *Sustainable Development Goals 1 and 2*
    if behind[:1] == "(" and behind.partition(")")[2][1:2].islower():
        # Behind an abbreviation in brackets stands what the name may describe: *World Trade Organization (WTO) members*.
        return text.at(after + 1) in _AFTER_NOUN
    following = text.at(after)
    return text.ends(after - 1) or (following in _AFTER_NOUN and following not in ("and", "or"))

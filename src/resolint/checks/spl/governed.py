"""Checks on prepositions behind words that ask for another one, or for none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.sentences import Sentence, places_of
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, dates, per_lexicon
from resolint.model import Document
from resolint.rule import Context

_BEFORE_BASE = frozenset(("to", "should", "shall", "must", "may", "can", "could", "would", "will", "not", "and", "or"))
_ADJUNCTS = frozenset(
    (
        "time", "date", "extent", "end", "purpose", "purposes", "basis", "occasion", "day", "period", "regard", "respect",
        "way", "view", "maximum", "fullest", "greatest", "effect", "example", "instance", "request", "behalf", "course",
        "appreciation", "concern", "interest", "satisfaction", "immediate", "due", "annual", "regular", "future", "context",
        "what", "which", "whom", "whose", "year", "point", "level", "levels", "degree", "exception", "contrary", "same",
        "line", "footing", "session", "sessions", "meeting", "meetings", "part", "order", "record", "territory", "terms",
        "manner", "times", "website", "websites", "region", "regions", "moment", "outset", "average", "account", "grounds",
        "ground", "understanding", "condition", "background", "particular", "dates", "world", "years", "months",
    )
)  # fmt: skip
"""Words that begin or carry an adjunct of a sentence, besides days of the week and months
(*on a regular basis*, *to that end*), which stands behind any word."""
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "its", "their", "any", "such", "each"))


class Governed(NamedTuple):
    """Which pairs of a word and a preposition are wrong: with the right preposition, empty for none, and the word's form.

    ``adjuncts`` are the words that begin or carry an adjunct.
    """

    wanted: Mapping[tuple[str, str], str]
    form: Mapping[str, str]
    adjuncts: frozenset[str]


@per_lexicon
def governed(lexicon: Lexicon) -> Governed:
    """The table ``governed``, by pairs."""
    rows = lexicon.rows("governed")
    wanted = {(row["word"], one): row["wanted"] for row in rows for one in row["never"].split()}
    months = (name for name in dates.months(lexicon) if name not in lexicon.grammar.ambiguous_months)
    days = {name.lower() for name in (*dates.weekdays(lexicon), *months)}
    return Governed(wanted, {row["word"]: row["form"] for row in rows}, _ADJUNCTS | days)


@check("SPL030")
def preposition_ungoverned(document: Document, context: Context) -> Iterator[Hit]:
    """*Participate to*, *comply to*, *discuss about*."""
    known, classes = governed(context.lexicon), classes_of(context.lexicon)
    for text, place, found in places_of(document, known.form.keys()):
        wanted = known.wanted.get((found, text.at(place + 1)))
        if wanted is None or not text.run(place, place + 2) or not _may_govern(text, place, known):
            continue
        if _adjunct(text, place + 2, known) or (
            text.lower[place + 1] == "to" and _infinitive(text, place + 2, classes)
        ):
            continue
        word, preposition = text.written[place], text.written[place + 1]
        span = text.block.span(text.start(place + 1), text.end(place + 1))
        start = span.start if wanted else text.end(place)
        instead = f"{word} {wanted}" if wanted else word
        edit = Edit(text.block.span(start, span.end), wanted, text.block.text[start : span.end])
        values = {"found": f"{word} {preposition}", "instead": instead}
        yield Hit(span, values, Fix(f"Write “{instead}”", (edit,), "suggest"))


def _may_govern(text: Sentence, place: int, known: Governed) -> bool:
    """Whether the word is the verb of the table, not a noun of the same letters, nor part of a name."""
    word = text.written[place]
    if word[0].isupper() and place > 0:
        return False
    form, wanted = known.form[text.lower[place]], known.wanted[text.lower[place], text.lower[place + 1]]
    if form == "past" and not wanted and text.at(place - 1) in _BE:
        return False  # a passive, behind which stands when, where or by whom
    return form != "base" or (text.at(place - 1) in _BEFORE_BASE and text.run(place - 1, place))


def _infinitive(text: Sentence, at: int, classes: Classes) -> bool:
    """Whether *to* leads to a verb: it tells a purpose, which may stand behind any word."""
    while text.at(at) in classes.adverbs:
        at += 1
    return text.at(at) in classes.bases or text.at(at) == "be"


def _adjunct(text: Sentence, first: int, known: Governed) -> bool:
    """Whether the words from ``first`` on are an adjunct of the sentence rather than what the word governs."""
    behind = text.lower[first : first + 3] if text.at(first) in _DETERMINERS else text.lower[first : first + 2]
    return not known.adjuncts.isdisjoint(behind)

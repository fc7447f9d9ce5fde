"""Checks on prepositions behind words that ask for another one, or for none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from resolint.attested.counts import Counts
from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.sentences import Sentence, places_of
from resolint.checks.shared.slots import INFINITIVE, OBJECT, PREPOSITIONS, PRONOMINAL, Slot, governor_at, slot_at
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, dates, english, per_lexicon
from resolint.lexicon.english import TO_BE
from resolint.lexicon.fractions import SHARES
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
    rows = [*lexicon.columns("governed", "word", "never", "wanted", "form")]
    wanted = {(word, one): instead for word, never, instead, _ in rows for one in never.split()}
    months = (name for name in dates.months(lexicon) if name not in lexicon.grammar.ambiguous_months)
    days = {name.lower() for name in (*dates.weekdays(lexicon), *months)}
    return Governed(wanted, {word: form for word, _, _, form in rows}, _ADJUNCTS | days)


@check("SPL030")
def preposition_ungoverned(document: Document, context: Context) -> Iterator[Hit]:
    """*Participate to*, *comply to*, *discuss about*; by counts *irrespective from*, *on the field of*, *to dispose them*."""
    known, classes = governed(context.lexicon), classes_of(context.lexicon)
    told = set()
    for text, place, found in places_of(document, known.form.keys()):
        wanted = known.wanted.get((found, text.at(place + 1)))
        if wanted is None or not text.run(place, place + 2) or not _may_govern(text, place, known):
            continue
        if _adjunct(text, place + 2, known) or (
            text.lower[place + 1] == "to" and _infinitive(text, place + 2, classes)
        ):
            continue
        if _asked_elsewhere(text, place, text.lower[place + 1], wanted) or _of_stands(text, place, classes):
            continue
        word, preposition = text.written[place], text.written[place + 1]
        span = text.block.span(text.start(place + 1), text.end(place + 1))
        start = span.start if wanted else text.end(place)
        instead = f"{word} {wanted}" if wanted else word
        edit = Edit(text.block.span(start, span.end), wanted, text.block.text[start : span.end])
        values = {"found": f"{word} {preposition}", "instead": instead}
        told.add((text.block.id, place + 1))
        yield Hit(span, values, Fix(f"Write “{instead}”", (edit,), "suggest"))
    counted, counts = _counted(context.lexicon), counts_of(context.lexicon)
    for text, place, _ in places_of(document, _SLIPS):
        if (text.block.id, place) in told or not _worth(text, place, counted, classes):
            continue
        if _of_stands(text, place - 1, classes) or _of_a_phrase(text, place - 1, counts):
            continue
        slot = slot_at(text, place, classes)
        judged = _judged(text, place, slot, counted, classes) if slot is not None else None
        if slot is not None and judged is not None:
            yield _unheard(text, place, slot, *judged)


_SLIPS = frozenset(
    (
        "of", "in", "on", "for", "with", "by", "to", "at", "from", "about", "thereof", "thereto", "therein", "thereon",
        "therefrom", "therewith", "the", "a", "an", "its", "their", "it", "them", "these", "those", "this", "such", "any", "all",
    )
)  # fmt: skip
"""The words before which another preposition may be meant, and those that begin an object."""
_ASKING = frozenset(("require", "ask", "expect", "demand", "request", "want"))
"""Verbs behind which *of* tells from whom something is asked; what is asked follows in a clause."""
_CHANGES = frozenset(("increase", "decrease", "rise", "fall", "drop", "decline", "reduction", "growth"))
_PORTIONS = frozenset(word for share in SHARES for word in share.split()) - {"a"} | {
    "about",
    "nearly",
    "almost",
    "some",
}
"""What tells by how much something changed."""
_CLAUSE_WITHIN, _WHAT_BACK = 8, 4
"""So many words ahead the clause is looked for, and so many words back *what*."""


def _of_stands(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether *of* is right behind the word at ``place``, whatever that word takes elsewhere.

    *The charging of vehicles*, *what becomes of the lease*, *to require of suppliers that they wait*.
    """
    word = text.lower[place]
    if word in _CHANGES and (text.lower[place + 2 : place + 3] or [""])[0] in _PORTIONS:
        return True  # *a decrease of one third*
    if text.at(place + 1) != "of":
        return False
    if word.endswith("ing"):
        before = place - 1
        while text.at(before) in classes.adjectives and text.run(before, place):
            before -= 1
        return text.at(before) in english.DETERMINERS and text.run(before, place)
    if "what" in text.lower[max(0, place - _WHAT_BACK) : place]:
        return True
    base = classes.thirds.get(word) or classes.participles.get(word) or classes.ings.get(word, word)
    return base in _ASKING and "that" in text.lower[place + 2 : place + _CLAUSE_WITHIN]


def _of_a_phrase(text: Sentence, place: int, counts: Counts | None) -> bool:
    """Whether adopted texts have the noun at ``place`` mostly in a phrase in which it does not stand here.

    What *prejudice* takes in *without prejudice to* says nothing of *the prejudice of racial superiority*.
    """
    word, before = text.lower[place], text.at(place - 1)
    if counts is None or before not in english.DETERMINERS or text.at(place + 1) != "of":
        return False
    every = counts.count(f"{word} ".encode())
    return any(counts.count(f"{one} {word} ".encode()) * 2 > every for one in _LEADING)


_LEADING = ("without", "in", "with", "by", "on", "at", "for", "under", "through")
_LOOKED_AT = 7
_SEEN_AHEAD = 7
"""Within so many words the right preposition may follow: *comply at their own expense with*."""


class Taken(NamedTuple):
    """What a word takes, and what it is never, or all but never, seen with."""

    takes: str
    never: tuple[str, ...]
    seldom: tuple[str, ...]


class Counted(NamedTuple):
    """The tables ``government`` and ``adjuncts``: by word, by noun behind (with its determiner), and nouns with the
    prepositions that stand before them oftener than chance.
    """

    governors: Mapping[str, Taken]
    nouns: Mapping[str, Taken]
    adjuncts: Mapping[str, str]
    heads: Mapping[str, frozenset[str]]


@per_lexicon
def _counted(lexicon: Lexicon) -> Counted:
    """What adopted texts were counted to write around prepositions."""
    governors, nouns = {}, {}
    for word, takes, never, seldom in lexicon.columns("government", "word", "takes", "never", "seldom"):
        taken = Taken(takes, tuple(never.split()), tuple(seldom.split()))
        if word[0] == "~":
            nouns[word[1:]] = taken
        else:
            governors[word] = taken
    adjuncts = dict[str, str](lexicon.columns("adjuncts", "noun", "prepositions"))  # type: ignore[arg-type]
    heads: dict[str, set[str]] = {}
    for group, taken in nouns.items():
        for one in taken.never + taken.seldom:
            heads.setdefault(one, set()).add(group.rpartition(" ")[2])
    return Counted(governors, nouns, adjuncts, {one: frozenset(found) for one, found in heads.items()})


def _worth(text: Sentence, place: int, counted: Counted, classes: Classes) -> bool:
    """Whether the words on either side may speak against the preposition at ``place``; most places end here."""
    if not place or not text.joined[place]:
        return False
    word = text.lower[place]
    heads = counted.heads.get(word)
    if heads is not None and not heads.isdisjoint(text.lower[place + 1 : place + _LOOKED_AT]):
        return True
    _, governor = governor_at(text, place, classes)
    taken = counted.governors.get(governor)
    one = PRONOMINAL.get(word, word if word in PREPOSITIONS else OBJECT)
    return taken is not None and (one in taken.never or one in taken.seldom)


def _judged(
    text: Sentence, place: int, slot: Slot, counted: Counted, classes: Classes
) -> tuple[str, bool, bool] | None:
    """What is right in this place, whether that is sure, and whether the word before asks for it; None for nothing to say."""
    one = slot.preposition
    if not slot.noun or one == INFINITIVE or (slot.at == 0 and text.written[0][0].isupper()):
        return None
    taken = counted.governors.get(slot.governor)
    if taken is not None and (
        _asked_elsewhere(text, slot.at, one, taken.takes) or _is_noun_here(text, slot, taken, classes)
    ):
        return None
    if taken is not None and (one in taken.never or one in taken.seldom):
        if _stands_freely(text, place, slot, taken, counted, classes):
            return None
        plain = slot.noun[0] != "<" or one in (OBJECT, "of", "to") or taken.takes == INFINITIVE
        plain = plain and one not in _PLACING and not _belongs_to_body(text, place)
        return taken.takes, one in taken.never and plain, True
    behind = counted.nouns.get(slot.held)
    if behind is None or one == OBJECT or not (one in behind.never or one in behind.seldom):
        return None
    word = text.lower[slot.at]
    own = slot.governor[:2] in ("v:", "o:") or word in classes.participles or word in classes.adjectives
    if own or word in classes.adverbs or (taken is not None and taken.takes == one):
        return None
    # *Of* may tell behind any noun whose something is: *the noise of the field*.
    return behind.takes, one in behind.never and one != "of", False


_GIVING = frozenset(
    (
        "give", "gives", "giving", "given", "transfer", "transfers", "transferring", "transferred", "communicate", "communicates",
        "communicating", "communicated", "send", "sends", "sending", "sent", "move", "moves", "moving", "moved", "hand", "hands",
        "handing", "handed", "bring", "brings", "bringing", "brought", "submit", "submits", "submitting", "submitted", "return",
        "returns", "returning", "returned", "convey", "conveys", "conveying", "conveyed", "transmit", "transmits", "transmitting",
        "transmitted", "assign", "assigns", "assigning", "assigned", "lend", "lends", "lending", "lent", "offer", "offers",
        "offering", "offered", "present", "presents", "presenting", "presented", "issue", "issues", "issuing", "issued",
    )
)  # fmt: skip
"""Verbs that say to whom or where something goes; their *to* stands behind the whole of what goes there."""
_BACK = 9
"""So many words back the verb, or the preposition before *which*, is looked for."""
_RELATIVES = frozenset(("which", "whom", "what"))


def _asked_elsewhere(text: Sentence, place: int, preposition: str, takes: str) -> bool:
    """Whether another word asks for the preposition behind the word at ``place``, or that word has its own before it.

    *To transfer vehicles from missions that are closing to other missions*; *the dangers to which they are exposed on roads*.
    """
    back = text.lower[max(0, place - _BACK) : place]
    if preposition == "to" and not _GIVING.isdisjoint(back):
        return True
    return any(one == takes and two in _RELATIVES for one, two in pairwise(back))


def _is_noun_here(text: Sentence, slot: Slot, taken: Taken, classes: Classes) -> bool:
    """Whether the word that was counted as a verb is a noun, or a noun only tells what something is like.

    *Communicate their coordinates to the parties*, *counters of suitable height*, *name and address of the pharmacy*, *of
    little use to a child*; *entered on a map* tells where.
    """
    before, word = text.at(slot.at - 1), text.lower[slot.at]
    if slot.governor[:2] == "v:" and (before in _DETERMINERS or (slot.preposition == "of" and word in classes.thirds)):
        return True
    if slot.preposition == "of" and taken.takes == OBJECT and before in ("and", "or"):
        return classes.is_noun(text.at(slot.at - 2))
    if slot.preposition == "to" and taken.takes == "of" and text.at(slot.at - 2) == "of":
        return before in ("no", "little", "great", "much", "some", "any", "more", "less")
    if slot.preposition == "with" and word in _AWAY:
        return True  # *travel away with their dogs*
    placing = slot.preposition in _PLACING and slot.preposition not in taken.never
    return placing and word in classes.participles and before in TO_BE


_AWAY = frozenset(("away", "apart", "aside", "ahead", "back", "home"))
"""Adverbs of direction, behind which company may stand as behind any verb."""
_PLACING = frozenset(("at", "on"))
"""Prepositions that also begin a place or a subject behind any word: *issues of interest at the nexus*, *to lead on the work*."""


def _belongs_to_body(text: Sentence, place: int) -> bool:
    """Whether *of* tells whose something is: *the gratitude of the Conference*, *the poverty of a farmer*."""
    if text.at(place) == "of" and text.at(place + 1) in _OF_ONE:
        return True
    named = text.written[place + 2 : place + 3] if text.at(place + 1) == "the" else text.written[place + 1 : place + 2]
    return text.at(place) == "of" and bool(named) and named[0][0].isupper()


_OF_ONE = frozenset(("a", "an", "each", "every", "those"))


def _stands_freely(text: Sentence, place: int, slot: Slot, taken: Taken, counted: Counted, classes: Classes) -> bool:
    """Whether the preposition may begin something that the word before does not ask for."""
    if taken.takes == INFINITIVE:
        return slot.noun != "<ing>"
    if slot.preposition == "of" and text.lower[slot.at] in classes.ings:
        return True  # *the exploring of*
    if slot.preposition in counted.adjuncts.get(slot.noun, "").split():
        return True
    return taken.takes in text.lower[place + 1 : place + _SEEN_AHEAD]


def _unheard(text: Sentence, place: int, slot: Slot, right: str, sure: bool, before: bool) -> Hit:
    """The finding on a preposition that the counts speak against; words alone, for more than one remedy may serve."""
    found = text.written[place]
    first, last = (slot.at, place) if before else (place, place + 1)
    span = text.block.span(text.start(first), text.end(last))
    words = text.block.text[span.start : span.end]
    if not before:
        instead = f"{right} {text.written[place + 1]}"
    elif slot.preposition == OBJECT:
        instead = f"{text.written[slot.at]} {right} {found}"
    else:
        instead = f"{text.written[slot.at]} {right}" if right != OBJECT else text.written[slot.at]
    return Hit(span, {"found": words, "instead": instead.replace(INFINITIVE, "to …")}, unsure=not sure)


def _may_govern(text: Sentence, place: int, known: Governed) -> bool:
    """Whether the word is the verb of the table, not a noun of the same letters, nor part of a name."""
    word = text.written[place]
    if word[0].isupper() and place > 0:
        return False
    form, wanted = known.form[text.lower[place]], known.wanted[text.lower[place], text.lower[place + 1]]
    if form == "past" and not wanted and text.at(place - 1) in TO_BE:
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

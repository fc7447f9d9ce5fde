"""Checks on groups of nouns: their number after a determiner, and nouns that never stand without an article."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of, words_counted
from resolint.checks.shared.sentences import Sentence, places_of, sentences, swapped, words_in
from resolint.checks.spl.counted import one_of, several_of
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, english
from resolint.lexicon.ordinals import cardinals, multipliers
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_ONE = frozenset(
    (
        "each", "every", "this", "another", "a", "an", "either", "neither",
    )
)  # fmt: skip
_ALONE = frozenset(("each", "every", "another"))
"""Words before one noun alone, whatever it is joined to."""
_SETS = frozenset(
    (
        "number", "range", "variety", "series", "majority", "set", "couple", "group",
    )
)  # fmt: skip
_SUPERLATIVE_OF = frozenset(
    (
        "the", "its", "their", "our", "these", "those",
    )
)  # fmt: skip
_THOSE = frozenset(
    (
        "these", "those", "both",
    )
)  # fmt: skip
_MEMBERS = frozenset(
    (
        "state", "states", "government", "governments", "party", "parties", "member", "members",
    )
)  # fmt: skip
_COMPOUNDED = frozenset(
    (
        "rights", "nations", "states", "parties",
    )
)  # fmt: skip
_ORDINAL = ("rst", "cond", "ird", "fth", "ieth", "enth", "nth", "rth", "xth", "hth")
_COUNTING = frozenset(
    (
        "of", "the", "these", "those", "all", "other", "its", "their", "with", "by", "for", "least", "over", "about", "than",
        "within", "in", "some", "and", "or", "from", "has", "have", "only", "into", "are", "were", "nearly", "approximately", "to",
    )
)  # fmt: skip
_FIGURE = lazy(r"(?<![\w.,/:–-])(?P<number>\d{1,3}(?:,\d{3}){0,3})[ \xa0]$")
_DIGIT_BEFORE = lazy(r"\d[ \xa0]")
_HELD = frozenset(
    (
        "sessions", "meetings", "anniversaries",
    )
)  # fmt: skip
_ALL = frozenset(
    (
        "all", "other", "different", "certain",
    )
)  # fmt: skip
_MEASURES = frozenset(
    (
        "year", "month", "week", "day", "hour", "minute", "point", "step", "stage", "phase", "part", "person", "track", "country",
    )
)  # fmt: skip
"""Nouns that stand in the singular between a number and what is measured: *a two year plan*."""
_MEASURED = frozenset(
    ("year", "month", "week", "day", "hour", "minute", "kilometre", "metre", "hectare", "dollar", "ton", "litre")
)
"""Nouns of which, behind a figure, the rule on units speaks."""
_DETERMINERS = (english.DETERMINERS - {"all", "such"}) | {
    *("my", "your", "that", "some", "another", "one", "either", "neither", "whose", "what", "which")
}
_FOLLOWED = english.PREPOSITIONS | english.RELATIVES | english.BINDING | english.ARE
_AFTER = _FOLLOWED | {
    *(
        "to",
        "and",
        "or",
        "has",
        "have",
        "can",
        "may",
        "will",
        "could",
        "would",
        "not",
        "also",
        "as",
        "among",
        "between",
    ),
    *("before", "after", "when", "while", "where", "until", "unless", "because", "each"),
}


_FINITE = english.BINDING | {"can", "may", "is", "are", "has", "have"}
_PAIRED = 8
"""So many words behind the first of two things that *both* or *either* joins, the second begins."""


class Group(NamedTuple):
    """A group of nouns behind a determiner: the places of its first and its last word."""

    first: int
    last: int


def group_at(text: Sentence, first: int, classes: Classes) -> Group | None:
    """The group of nouns that begins at ``first`` and ends with a noun before a mark or a small word, None for none."""
    at = first
    while at < len(text.lower) and (at == first or text.joined[at]):
        word = text.at(at)
        noun = classes.is_noun(word)
        if at > first and word in classes.participles and classes.is_noun(text.at(at - 1)):
            break
        modifies = word in classes.adjectives or word in classes.participles or word in classes.adverbs or "-" in word
        if not noun and not modifies and not (word in classes.ings and at == first):
            break
        at += 1
    last = at - 1
    if last < first or not classes.is_noun(text.at(last)):
        return None
    ends = text.ends(last) or text.at(at) in _AFTER or text.at(at) in classes.participles
    sign = text.block.text[text.end(last) : text.end(last) + 1]
    return Group(first, last) if ends and sign not in ("’", "'", "(", "-", "/", "–") else None


@check("SPL017")
def number_after_determiner(document: Document, context: Context) -> Iterator[Hit]:
    """A singular after *these*, *many*, *a number of*, *one of the*; a plural after *each*, *this*, *a*, *its tenth*."""
    classes, written = classes_of(context.lexicon), words_counted(context.lexicon)
    numbers, large = context.lexicon.column("numbers", "cardinal"), multipliers(context.lexicon)
    allowed, many, counts = (frozenset(context.options[name]) for name in ("allowed", "many", "quantities"))
    yield from _after_figures(document, classes, allowed | counts, large)
    yield from _units(document, context.lexicon)
    ordinal = {word for word in words_in(document) if word.endswith(_ORDINAL)}
    for text, place, word in places_of(document, many | _ONE | _ALL | {"of", "one"} | ordinal):
        surely = _surely(text, place, word, classes, numbers, large)
        if surely is not None and word in ("a", "an", "one"):
            # *A ferry waits for*: what adopted texts do not write in the plural may be a verb.
            surely = surely if text.at(surely[0]) in written - allowed else None
        if surely is not None:
            yield swapped(text, surely[0], surely[1], before=text.lower[place])
            continue
        kind = _kind(text, place, word, many)
        if not kind or not text.run(place, place + 1) or not _stands_free(text, place):
            continue
        first = place + 1 + (kind == "of" and text.at(place + 1) in _SUPERLATIVE_OF)
        group = group_at(text, first, classes)
        if group is None or not text.run(place, group.last):
            continue
        noun = text.at(group.last)
        if noun in allowed or _joins(text, word, group.last, numbers) or _leads_on(text, place, group, classes):
            continue
        if kind in ("one", "ordinal"):
            inner = text.lower[group.first : group.last]
            other = any(one in counts for one in inner)
            # *The fifty-sixth sessions of the subsidiary bodies*: several bodies have theirs.
            other = other or (kind == "ordinal" and (noun not in _HELD or text.at(group.last + 1) == "of"))
            right = "" if other else _singular(text, group, classes)
        elif kind == "all":
            right = _plural(text, group, classes) if noun in classes.counted | _MEMBERS and _bare(text, place) else ""
        else:
            before = text.at(place - 1)
            held = before in _SUPERLATIVE_OF or (
                before in english.PREPOSITIONS and text.at(group.last + 1) in english.PREPOSITIONS | _FINITE
            )
            right = _plural(text, group, classes, kind == "many" and held and text.run(place - 1, place))
        if right:
            before = text.lower[place] if kind != "of" else f"{text.at(place - 1)} of"
            yield swapped(text, group.last, right, before=before)


_UNITS = frozenset(("time", "week", "day", "month", "year", "hour", "minute"))
_BEHIND_UNIT = frozenset(
    ("a", "an", "per", "before", "after", "of", "in", "at", "to", "from", "for", "that", "which", "when")
)


def _units(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """*Four time a year*, *every two week and*: a unit of time in the singular that describes nothing."""
    values = cardinals(lexicon)
    # All numbers but *one* and *hundred*.
    several = {word for word in lexicon.column("numbers", "cardinal") if values.get(word) not in (1, 100)}
    for text, place, word in places_of(document, _UNITS):
        if text.at(place - 1) in several and text.run(place - 1, place) and text.written[place].islower():
            mark = text.block.text[text.end(place) :][:1] in (",", ";", ".", ":", ")")
            rhythm = text.at(place - 2) == "every" and text.at(place + 1) in ("and", "or")
            if mark or rhythm or (text.run(place, place + 1) and text.at(place + 1) in _BEHIND_UNIT):
                yield swapped(text, place, f"{word}s", before=text.lower[place - 1])


def _alone(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether no noun or determiner holds the figure before ``place``: *Goal 7 action*, *that 60 day period*."""
    before = text.at(place - 1)
    held = (
        before in _DETERMINERS - {"every"} or before in classes.adjectives or classes.is_noun(before) or before == "of"
    )
    sign = text.block.text[: text.start(place)].rstrip("0123456789, \xa0")[-1:]
    return sign not in ("+", "\u2011", "\u2013", "$", "€") and (not held or sign in (",", ";", ":"))


def _surely(
    text: Sentence, place: int, word: str, classes: Classes, numbers: Sequence[str], large: Container[str]
) -> tuple[int, str] | None:
    """What *two*, *a* and *one* leave no doubt of: the place of the noun, and its other number."""
    if not _stands_free(text, place):
        return None
    if word in ("a", "an", "one"):
        return one_of(text, place, classes, large)
    share = "one" in text.lower[max(0, place - 3) : place + 1]  # *one worker in five*
    number = (
        word in numbers
        and not share
        and text.at(place + 1) not in _UNITS
        and text.at(place - 2) != "group"
        and text.run(place, place + 1)
    )
    return several_of(text, place + 1, classes, large) if number else None


def _after_figures(
    document: Document, classes: Classes, allowed: frozenset[str], large: Container[str]
) -> Iterator[Hit]:
    """A singular after a figure above 1; nouns of ``allowed`` may stand in it, and ``large`` numbers are none."""
    for text, place in _behind_figures(document):
        free = _after_figure(text, place) and text.at(place) not in _MEASURED and _alone(text, place, classes)
        more = several_of(text, place, classes, large) if free else None
        if more:
            yield swapped(text, more[0], more[1], before="a figure")
        elif place < len(text.lower) - 1 and _counted(text, place, classes):
            group = group_at(text, place, classes)
            right = _plural(text, group, classes) if group and not _leads_on(text, place - 1, group, classes) else ""
            named = group and (text.at(group.last) in allowed or "-" in text.at(place))
            if group and right and not named and text.run(place, group.last):
                yield swapped(text, group.last, right, before="a figure")


def _behind_figures(document: Document) -> Iterator[tuple[Sentence, int]]:
    """Each place of a word that stands behind a digit and a blank."""
    for text in sentences(document):
        for digit in _DIGIT_BEFORE.finditer(text.block.text):
            place = text.first_from(digit.end())
            if place is not None and text.start(place) == digit.end():
                yield text, place


def _counted(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether a figure above 1 that is no year and no number of a provision stands before the word at ``place``."""
    before = text.at(place - 1)
    if before == "of" and text.at(place - 2) == "group":
        return False  # *the Group of 20 ministerial meeting*
    return _after_figure(text, place) and (before in _COUNTING or before in classes.ings)


def _after_figure(text: Sentence, place: int) -> bool:
    """Whether a figure above 1 that is no year stands right before the word at ``place``."""
    start = text.start(place)
    figure = _FIGURE.search(text.block.text, max(0, start - 14), start)
    if figure is None or text.block.text[start].isupper():
        return False
    value = int(figure["number"].replace(",", ""))
    return value > 1 and not 1900 <= value <= 2100


def _kind(text: Sentence, place: int, word: str, many: frozenset[str]) -> str:
    """What number the word at ``place`` asks for: "many", "one", "all", "of" (*a number of*), "ordinal", empty for none."""
    if word in many:
        return "many"
    if word in _ONE:
        return "one"
    if word in _ALL:
        return "all"
    if word == "of":
        return "of" if _of_several(text, place) else ""
    owned = text.at(place - 1) in ("the", "its") and text.at(place - 2) != "and"
    return "ordinal" if owned and word.endswith(_ORDINAL) else ""


def _leads_on(text: Sentence, place: int, group: Group, classes: Classes) -> bool:
    """Whether the group may be no group of the determiner at ``place``, or one of a series."""
    noun, word, first = text.at(group.last), text.at(place), text.at(group.first)
    if text.run(group.last, group.last + 1) and text.at(group.last + 1) in ("and", "or"):
        return word not in _ALONE or text.at(group.last) in ("and", "or")
    if text.written[group.last][0].isupper() and noun not in _MEMBERS:
        return True
    if place and word not in _ONE and text.written[place][0].isupper():
        return True
    inner = text.lower[group.first : group.last]
    if first in _MEASURES and inner:
        return True
    if word == "both" and inner:
        return True
    if word in _THOSE and noun.endswith("ing"):
        return True
    if noun == "party" and (inner or word in _THOSE - {"both"}):
        return True  # *States party to the Treaty*
    if word in _ALL and any(one in classes.singulars for one in inner if one not in _COMPOUNDED):
        return True
    if word in _THOSE and first not in classes.adjectives and not classes.is_noun(first):
        return True
    listed = text.block.text[text.end(group.last) :][:1] == ","
    following = text.at(group.last + 1)
    listed = listed and (classes.is_noun(following) or following in classes.adjectives)
    if listed and word not in _ONE and noun not in classes.counted:
        return True
    if listed and following in classes.adjectives and text.at(group.last + 2) == "and":
        return True  # *child, early and forced marriages*
    return any(one in classes.ings or one.endswith("th") or one in ("first", "second", "third") for one in inner)


def _joins(text: Sentence, word: str, last: int, numbers: Sequence[str]) -> bool:
    """Whether *both* or *either* joins two things and counts none (*both resolution 5 and resolution 6*).

    The words of high numbers are none that *two* counts: *the year two thousand*.
    """
    joint = {"both": "and", "either": "or"}.get(word)
    return text.at(last) in numbers or (joint is not None and joint in text.lower[last + 1 : last + 1 + _PAIRED])


def _of_several(text: Sentence, place: int) -> bool:
    """Whether *a number of* or *one of the* stands there."""
    before, following = text.at(place - 1), text.at(place + 1)
    if before == "one":
        return following in _SUPERLATIVE_OF and text.run(place - 1, place + 2)
    if before == "number" and text.at(place - 2) == "the":
        noun = text.at(place + 1)
        return text.run(place - 2, place + 1) and noun in _MEMBERS - {"party", "parties", "member", "members"}
    return before in _SETS and text.at(place - 2) in ("a", "wide", "broad", "whole") and text.run(place - 2, place)


def _plural(text: Sentence, group: Group, classes: Classes, certain: bool = False) -> str:
    """The plural of a head in the singular, empty where there is nothing to mend or no telling.

    ``certain`` tells that an article stands before the number, so that no verb can stand behind it (*the two report*).
    """
    head = text.at(group.last)
    right = classes.plurals.get(head, "")
    if not right or head in classes.singulars or (head in classes.adjectives and head not in _MEMBERS):
        return ""
    before = text.lower[group.first : group.last]
    plural = [word for word in before if word in classes.singulars or word == "people"]
    if plural and (set(plural) - _COMPOUNDED or head in classes.bases):
        return ""
    certain = certain or (head in _MEMBERS and text.words[group.last][0][0].isupper())
    if (
        not certain
        and (head in classes.bases or head in ("have", "need"))
        and all(word in classes.adverbs for word in before)
    ):
        return right if text.ends(group.last) and not before and head not in ("have", "need") else ""
    return right


def _singular(text: Sentence, group: Group, classes: Classes) -> str:
    head = text.at(group.last)
    right = classes.singulars.get(head, "")
    lower = text.written[group.last][0].islower()
    if not right or head in classes.plurals or (group.first == group.last and head in classes.thirds and lower):
        return ""
    inner = text.lower[group.first : group.last]
    if (
        lower
        and inner
        and head in classes.thirds
        and text.at(group.last + 1) in ("for", "on", "upon", "that", "the", "a")
    ):
        return ""  # *combating this pandemic calls for an answer*
    return "" if any(classes.is_noun(one) or one in classes.bases or one in classes.adverbs for one in inner) else right


def _bare(text: Sentence, place: int) -> bool:
    """Whether no other determiner stands before the word at ``place``."""
    return not (text.joined[place] and (text.at(place - 1) in _DETERMINERS or text.at(place - 1) in ("or", "such")))


def _stands_free(text: Sentence, place: int) -> bool:
    """Whether a blank or an opening mark is before a word, so that it is none of a label or of a longer word."""
    start = text.start(place)
    return start == 0 or text.block.text[start - 1] in " \xa0\t\n(“‘["

"""Small constructions that are seldom right: comparisons, pairs, numbers, words in another place or twice.

They belong to the rule on doubtful constructions; ``mechanisms`` tells at which words each is looked for.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import replace

from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.sentences import Sentence, swapped
from resolint.findings import Hit
from resolint.lexicon import Lexicon, english
from resolint.regex import lazy

__all__ = ["Mechanism", "marks", "mechanisms", "told"]

Mechanism = Callable[[Sentence, int, Classes], Hit | None]


_JOINTS = english.COORDINATING - {"nor"}
_LONGEST, _CLAUSE, _NEAR = 16, 10, 6
_SELDOM = english.word_set("seldom rarely often still never always already usually frequently")
_COMPARING = english.word_set(
    "more less fewer rather other others else further farther better worse sooner later earlier prefer preferable different "
    "otherwise no half twice elsewhere greater lower higher wider"
)
_COMPARED = english.word_set(
    "lower higher greater larger smaller longer shorter older younger wider deeper faster slower safer cheaper cleaner stronger "
    "weaker better worse poorer richer easier heavier lighter warmer colder earlier later"
)
_DEGREES = english.word_set("most more less least best much first last")
_NUMBERS = lazy(
    r"[ \xa0]\d{1,3}(?:, \d{1,3})* and \d{1,3}(?=[,;.)]|$| (?:of|to|on|in|and|above|below|thereof|are|is|should)\b)"
)
_RANGE = lazy(r" (?:\$\d[\d.,]*|\d[\d.,]*(?: per cent)?) and (?:\$\d|\d[\d.,]* per cent)")
_FIGURE = lazy(r" \d[\d,.]* (?=[a-z])")
_LABELS = english.word_set("article paragraph section chapter goal target rule principle subparagraph regulation")
_OF_AMOUNT = ("at least", "up to", "no more than", "not more than", "no less than", "not less than", "at most")


def told(text: Sentence, first: int, last: int, instead: str) -> Hit:
    """Words in whose place ``instead`` is told, without a change."""
    return replace(swapped(text, first, instead, last=last), fix=None)


def closed(text: Sentence, place: int) -> bool:
    """Whether a mark closes something behind the word at ``place``, or nothing follows; a figure goes on."""
    return text.block.text[text.end(place) : text.end(place) + 1] in (",", ";", ".", ":", "")


def marks(text: Sentence, first: int, last: int) -> str:
    """The marks between the words from ``first`` to ``last``."""
    between = text.block.text[text.end(first) : text.start(last)]
    return "".join(one for one in between if not (one.isalnum() or one.isspace() or one in "-’'"))


def _preposition_again(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*The income on which families depend on*; *the audiences that they wish to reach them*."""
    led = text.at(place - 1)
    if text.lower[place] in ("which", "whom") and led in english.ANY_PREPOSITIONS and text.run(place - 1, place):
        for at in range(place + 2, min(place + _CLAUSE, len(text.lower))):
            if not text.joined[at]:
                return None
            if text.lower[at] == led and closed(text, at) and text.at(at - 1) not in classes.ings:
                return told(text, at, at, f"{led} {text.lower[place]} … {text.lower[at - 1]}")
        return None
    subject = text.at(place + 1) in ("they", "it", "we") or _supplies(text, place, classes)
    again = "them" if classes.only_plural(led) else "it" if classes.only_singular(led) and led not in _TOLD_BY else ""
    if (
        not subject
        or not again
        or not text.run(place - 1, place + 1)
        or (again == "it" and text.lower[place] != "that")
    ):
        return None
    for at in range(place + 3, min(place + _NEAR + 1, len(text.lower))):
        if not text.joined[at]:
            return None
        if text.lower[at] == again and closed(text, at) and text.at(at - 1) not in english.ANY_PREPOSITIONS:
            return told(text, at, at, f"{text.lower[place]} … {text.lower[at - 1]}")
    return None


_TOLD_BY = english.word_set(
    "reports facts allegations grounds conditions views signs concerns hopes claims conclusions findings means ways"
)


def _supplies(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether a noun in the plural and its verb follow on a relative *that*: *the drawings that repairers need*."""
    acts = text.at(place + 2) in classes.bases and text.at(place - 1) not in classes.thirds
    return acts and classes.only_plural(text.at(place + 1)) and text.at(place - 1) not in _TOLD_BY


def _labels(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Article 23 and 25 thereof*."""
    if not _NUMBERS.match(text.block.text, text.end(place)) or text.at(place - 1) in ("each", "every"):
        return None
    return swapped(text, place, f"{text.lower[place]}s")


def _described(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Are not adequate protected*, *are good placed*."""
    at = place + 1 + (text.at(place + 1) in ("not", "also", "still"))
    word, form, behind = text.at(at), text.at(at + 1), text.at(at + 2)
    adverb = "well" if word == "good" else classes.adverb_of.get(word, "") if word not in _COMPARING | _DEGREES else ""
    done = form in classes.participles and form not in classes.bases and not classes.is_noun(form)
    if not adverb or not done or word in classes.adverbs or classes.is_noun(word) or not text.run(place, at + 1):
        return None
    return swapped(text, at, adverb) if text.ends(at + 1) or behind in english.ANY_PREPOSITIONS | _JOINTS else None


def _degree(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Hazardous than leaving them*; *more of half*, *not less of 15 days*, *that lie more 20 kilometres away*."""
    word = text.lower[place]
    if word == "than":
        before = text.at(place - 1)
        if before not in classes.adjectives or before.endswith("er") or not text.run(place - 1, place):
            return None
        for at in range(place - 2, max(-1, place - 14), -1):
            if text.lower[at] in _COMPARING or text.lower[at].endswith("er"):
                return None
            if not text.joined[at + 1] and marks(text, at, at + 1) not in (",", ""):
                break
        return told(text, place - 1, place, f"more {before} than")
    if text.at(place + 1) == "of" and text.run(place, place + 1):
        amount = text.at(place + 2) == "half" or (
            text.at(place - 1) in ("not", "no")
            and text.block.text[text.end(place + 1) + 1 : text.end(place + 1) + 2].isdigit()
        )
        return swapped(text, place + 1, "than") if amount else None
    behind = text.block.text[text.end(place) :]
    free = text.at(place - 1) not in ("many", "no", "some", "any", "few", "once", "much", "the", "and")
    if free and _FIGURE.match(behind) and classes.only_plural(text.at(place + 1)):
        return told(text, place, place, f"{word} than")
    return None


def _like(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Such notions like peace*, *to act like host*, *not merely like a means*."""
    near = text.lower[max(0, place - 3) : place]
    if "such" in near and "as" not in near and text.run(place - 2, place):
        return swapped(text, place, "as")
    before = text.at(place - 1)
    if closed(text, place) and text.joined[place] and classes.only_plural(before):
        return swapped(text, place, "alike")
    held = before in classes.participles and before not in _LOOKING and text.at(place + 1) in ("a", "an")
    acts = before in ("act", "acts", "acting", "serve", "serves", "serving", "merely", "simply", "recognized")
    return swapped(text, place, "as") if (held or acts) and text.run(place - 1, place) else None


_LOOKING = ("made", "built", "looked", "felt", "shaped")
"""Behind these *like* is right: *built like a ship*."""


def _before_be(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Persons often are left out*."""
    be, form = text.at(place + 1), text.at(place + 2)
    done = form in classes.participles and form not in classes.bases
    if (
        not done
        or not text.joined[place]
        or not text.run(place, place + 2)
        or text.at(place - 1) in ("that", "which", "who", "and")
    ):
        return None
    return swapped(text, place, f"{be} {text.written[place]}", last=place + 1)


def _shares(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Speak no of the languages*; *more than half passengers*; *at least one hours*."""
    word, behind = text.lower[place], text.at(place + 1)
    if not text.run(place, place + 1):
        return None
    if word == "no":
        return (
            swapped(text, place, "none")
            if behind == "of" and text.at(place + 2) in ("the", "them", "these", "those", "its")
            else None
        )
    if word == "one" and behind in classes.adjectives and text.run(place, place + 2):
        behind, place = text.at(place + 2), place + 1
        if text.at(place - 2) in ("least", "only") and classes.only_plural(behind) and behind not in classes.thirds:
            return swapped(text, place + 1, classes.singulars[behind])
        return None
    if not classes.only_plural(behind) or not text.written[place + 1].islower() or behind in classes.thirds:
        return None
    if word == "half":
        return (
            told(text, place, place + 1, f"half of the {behind}")
            if text.at(place - 1) in ("than", "least", "about", "over")
            else None
        )
    if text.at(place - 1) in ("least", "only") and text.joined[place]:
        return swapped(text, place + 1, classes.singulars[behind])
    return None


def _amount_twice(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*A minimum of at least 10 years*; *seldom rarely*."""
    if text.lower[place] in _SELDOM:
        return told(text, place, place + 1, text.lower[place]) if text.run(place, place + 1) else None
    behind = " ".join(text.lower[place + 2 : place + 5])
    if text.at(place + 1) == "of" and behind.startswith(_OF_AMOUNT) and text.run(place, place + 2):
        return told(text, place, place + 3, f"{text.lower[place]} of")
    return None


def _pair(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Whether women nor men*; *from $1 and $3*."""
    if text.lower[place] == "from":
        return (
            told(text, place, place, "“from … to”, “between … and”")
            if _RANGE.match(text.block.text, text.end(place))
            else None
        )
    if text.lower[place] == "neither":
        return _neither(text, place)
    if text.lower[place] == "both":
        return _both(text, place)
    if text.lower[place] == "but":
        return _although(text, place)
    near = text.lower[max(0, place - _CLAUSE) : place]
    if "whether" in near and not {"not", "neither", "no", "never"}.intersection(near):
        return swapped(text, place, "or")
    return None


def _neither(text: Sentence, place: int) -> Hit | None:
    """*Neither drought nor frost cannot explain*."""
    for at in range(place + 2, min(place + _CLAUSE, len(text.lower))):
        if not text.joined[at] or text.lower[at] in english.RELATIVES:
            return None
        if text.lower[at] == "cannot" or (text.lower[at] == "not" and text.at(at - 1) in english.FINITE):
            return told(text, at, at, f"neither … {'can' if text.lower[at] == 'cannot' else text.at(at - 1)}")
    return None


def _both(text: Sentence, place: int) -> Hit | None:
    """*Both women as well as men*; *the both States*."""
    if text.at(place - 1) == "the" and text.run(place - 1, place):
        return told(text, place - 1, place, "both")
    for at in range(place + 1, min(place + _CLAUSE, len(text.lower) - 2)):
        if text.lower[at] in ("and", "or") or (not text.joined[at] and text.lower[at] != "as"):
            return None
        if text.lower[at : at + 3] == ("as", "well", "as"):
            return told(text, at, at + 2, "and")
    return None


def _although(text: Sentence, place: int) -> Hit | None:
    """*Although the lamps are old, but*."""
    if text.joined[place] or text.at(place + 1) in ("not", "also", "only", "rather"):
        return None
    for at in range(place - 1, max(-1, place - _LONGEST), -1):
        if text.lower[at] in ("although", "though") and (at == 0 or not text.joined[at] or text.at(at - 1) == "that"):
            alone = marks(text, at, place) == "," and "not" not in text.lower[at:place]
            return told(text, place, place, f"{text.lower[at]} …, {text.at(place + 1)}") if alone else None
    return None


def _more_as(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*More vehicles as are needed*; *lower as that of a spare part*."""
    before = text.at(place - 1)
    if before in _COMPARED:
        return (
            swapped(text, place, "than")
            if text.run(place - 1, place + 1) and text.at(place + 1) in ("that", "those")
            else None
        )
    if text.at(place + 1) not in english.ARE:
        return None
    near = text.lower[max(0, place - _NEAR) : place]
    more = not {"more", "fewer", "less"}.isdisjoint(near) and {"such", "same", "as", "so", "well"}.isdisjoint(near)
    return (
        swapped(text, place, "than")
        if more and text.run(place - 2, place + 1) and text.at(place - 1) not in ("such", "so")
        else None
    )


def mechanisms(lexicon: Lexicon) -> Iterator[tuple[frozenset[str], Container[str] | None, Mechanism]]:
    """At which words each mechanism is looked for, with the words one of which must follow, None for any."""
    one, classes = frozenset, classes_of(lexicon)
    yield one(("which", "whom")), None, _preposition_again
    yield one(("that",)), english.SUBJECTS, _preposition_again
    yield one(("that",)), classes.singulars, _preposition_again
    yield _LABELS, None, _labels
    yield english.TO_BE, one((*classes.adverb_of, "good", "not", "also", "still")), _described
    yield one(("than", "more", "less")), None, _degree
    yield one(("like",)), None, _like
    yield _SELDOM, english.ARE, _before_be
    yield one(("no", "half", "one")), None, _shares
    yield _SELDOM, _SELDOM - {"still", "never", "always"}, _amount_twice
    yield one(("minimum", "maximum")), one(("of",)), _amount_twice
    yield one(("nor", "neither", "from", "both", "but")), None, _pair
    yield one(("as",)), english.ARE | {"that", "those"}, _more_as

"""Whether words are a name but for one small change of a closed list.

Another small word, an inflection or a misspelling, another head noun, a word too many or too few in a long name, two
neighbours that changed places. Also how far two texts are alike at both ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from operator import ne

from resolint.lexicon.runs import JOINING

__all__ = ["alike", "edges", "kindred", "one_change", "one_edit_apart", "other_order", "otherwise_joined"]

_SWAPPED = frozenset(["of", "for", "on", "in", "to", "against", "with", "by", "at", "from"])
"""Small words that are taken for one another."""
_DROPPED = frozenset(["the", "of", "for", "on"])
"""Small words that are left out or put in by mistake."""
_HEADS = (
    frozenset(["convention", "covenant", "treaty", "protocol", "agreement", "charter", "statute", "declaration"]),
    frozenset(
        [
            "declaration",
            "programme",
            "plan",
            "platform",
            "agenda",
            "framework",
            "strategy",
            "action",
            "principles",
            "guidelines",
            "rules",
        ]
    ),
    frozenset(
        ["commission", "committee", "council", "conference", "board", "forum", "assembly", "panel", "group", "summit"]
    ),
    frozenset(
        [
            "organization",
            "agency",
            "office",
            "fund",
            "programme",
            "union",
            "authority",
            "department",
            "division",
            "centre",
            "institute",
        ]
    ),
    frozenset(
        [
            "rapporteur",
            "representative",
            "envoy",
            "adviser",
            "coordinator",
            "expert",
            "commissioner",
            "secretary",
            "director",
        ]
    ),
)
_PLAIN = frozenset(["of", "the", "for", "on", "in", "to", "against", "and", "or", "&"])
"""Small words that may be taken for one another, or left out, between the words of a name."""
_LONG_WORD = 12
"""Two letters of a word of so many may be wrong."""
_LONG = 5
"""From so many words of weight on, one of them may differ altogether."""


def otherwise_joined(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether the small words between differ in more than an article behind *and*, which several names that are joined may lack."""
    if words[0] != name[0] or words[-1] != name[-1]:
        return False
    small, own = ([word for word in one if word in JOINING] for one in (words, name))
    if not own or not {*small, *own} <= _PLAIN:
        return False
    pairs = ("and", "or", "as", "&")
    if [word for word in words if word in pairs] != [word for word in name if word in pairs]:
        return False
    bare, other = (" ".join(one).replace("and the ", "and ").replace("or the ", "or ") for one in (words, name))
    return bare != other


def one_change(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether one change of the closed list makes ``words`` the name."""
    if len(words) == len(name):
        differing = [place for place, (one, two) in enumerate(zip(words, name, strict=True)) if one != two]
        if len(differing) == 1:
            at = differing[0]
            return _may_stand_for(at, words[at], name)
        if len(differing) == 2 and differing[1] - differing[0] <= 2:
            one, two = differing
            return words[one] == name[two] and words[two] == name[one] and _weight(name) >= 3
        return False
    longer, shorter = (words, name) if len(words) > len(name) else (name, words)
    at = next(
        (place for place, (one, two) in enumerate(zip(longer, shorter, strict=False)) if one != two), len(shorter)
    )
    if longer[:at] + longer[at + 1 :] != shorter or at in (0, len(longer) - 1):
        return False
    if longer[at] in JOINING:
        return longer[at] in _DROPPED and longer[at - 1] != "and"
    return longer is name and _weight(name) >= _LONG


def _weight(name: tuple[str, ...]) -> int:
    return sum(word not in JOINING for word in name)


def _may_stand_for(at: int, word: str, name: tuple[str, ...]) -> bool:
    """Whether ``word`` may stand by mistake where the name has its word ``at``."""
    right = name[at]
    if word in JOINING or right in JOINING:
        return word in _SWAPPED and right in _SWAPPED and _weight(name) >= 2
    if _weight(name) >= 2 and alike(word, right):
        return word + "s" != right != word[:-1] or _within(at, name)
    if _weight(name) >= 3 and at and min(len(word), len(right)) >= 4 and _begins(word, right):
        return _within(at, name)  # *the Coordination of Human Affairs*
    if _weight(name) >= 4 and any(word in heads and right in heads for heads in _HEADS):
        return True
    inner = 0 < at < len(name) - 1
    return inner and _weight(name) > _LONG and not (word[0].isdigit() or right[0].isdigit())


def alike(word: str, right: str) -> bool:
    """Whether two words are forms of one, or one a misspelling of the other."""
    if word[:1].isdigit() or right[:1].isdigit() or word[:1] != right[:1] or _unowned(word) == _unowned(right):
        return False
    longer, shorter = (word, right) if len(word) > len(right) else (right, word)
    if longer in (shorter + "s", shorter + "es", shorter + "al", shorter + "me", shorter[:-1] + "ies"):
        return True
    if _derived(word, right):
        return True
    if len(longer) - len(shorter) > 1:
        return False
    if len(word) == len(right) >= _LONG_WORD and sum(map(str.__ne__, word, right)) == 2:
        return True
    return len(longer) >= 5 and one_edit_apart(word, right)


def _begins(word: str, right: str) -> bool:
    """Whether the longer of two words is the other with an ending of four letters and more, and no compound (*lighthouse*)."""
    longer, shorter = (word, right) if len(word) > len(right) else (right, word)
    ending = longer.removeprefix(shorter)
    return longer.isalpha() and 4 <= len(ending) < len(longer) and (ending[0] in "aeiouy" or ending in _SUFFIXES)


def _within(at: int, name: tuple[str, ...]) -> bool:
    """Whether the word ``at`` is neither the head of the name nor joined to it by *and*: heads stand in both numbers."""
    head = next((place for place, word in enumerate(name) if word in JOINING), len(name)) - 1
    joined = next((word for word in name[at - 1 :: -1] if word in JOINING and word != "the"), "") if at else ""
    return at != head and joined != "and" and len(name[-1]) > len("II")


def _unowned(word: str) -> str:
    return word.removesuffix("’s").removesuffix("’")


_SUFFIXES = ("ment", "ments", "ness", "ship", "ships", "less", "tion", "tional", "fully")
_ENDINGS = (
    "",
    "s",
    "e",
    "a",
    "al",
    "an",
    "ic",
    "ical",
    "ics",
    "ian",
    "ous",
    "ity",
    "ies",
    "y",
    "ary",
    "ure",
    "ural",
    "ive",
    "ion",
    "ional",
    "ization",
    "ing",
    "ment",
    "ed",
)
"""What may end words of one stem."""
_STEM = 4
"""A stem has so many letters at least."""


def _derived(word: str, right: str) -> bool:
    """Whether two words are of one stem: *agriculture* and *agricultural*, *climate* and *climatic*, *Arab* and *Arabic*."""
    shared = next(
        (place for place, (one, two) in enumerate(zip(word, right, strict=False)) if one != two),
        min(len(word), len(right)),
    )
    return any(
        word[cut:] in _ENDINGS and right[cut:] in _ENDINGS and word[cut:] != right[cut:]
        for cut in range(max(_STEM, shared - 3), shared + 1)
    )


_GENERAL = frozenset(["united", "nations", "international", "world", "affairs", "global"])
"""Words of weight that say little of what a name names."""
_SAID = 2
"""So many words must say something in a name whose words stand in another order."""


_ALIKE = 3
"""So many words in the same order, two of them and more in another form."""
_FOREIGN = frozenset(["from", "by", "with"])
"""Small words that join no parts of a name."""


def other_order(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words of a name stand in another order about the same head, some in another form: *the Outer Space Office*."""
    one, other = _telling(words), _telling(name)
    if len(one) != len(other) or len(one) < _SAID or not _one_stem(_head(words), _head(name)):
        return False
    if " and the " in f" {' '.join(words)} " or not {*words}.isdisjoint(_FOREIGN):
        return False  # two names
    if len(one) == _SAID and any(word in _GENERAL and word not in name for word in words):
        return False  # *the Global Action Plan* is no *Plan of Action*
    left, order = list(other), []
    for word in one:
        found = next((right for right in left if word == right), None) or next(
            (right for right in left if _one_stem(word, right)), None
        )
        if found is None:
            return False
        left.remove(found)
        order.append(other.index(found))
    if order != sorted(order):
        return True
    return len(one) >= _ALIKE and sum(map(str.__ne__, one, other)) > 1  # *the Office of Internal Oversights Service*


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in _GENERAL and word not in JOINING]


def _head(words: Sequence[str]) -> str:
    """What a name names: the word before its first preposition, or its last; none where an *and* comes before it."""
    at = next((place for place, word in enumerate(words) if word in _SWAPPED), len(words))
    return "" if {"and", "or"} & {*words[:at]} and at < len(words) else words[at - 1]


def _one_stem(word: str, right: str) -> bool:
    """Whether two words are of one stem: *child* and *children*, *Europe* and *European*, *family* and *families*."""
    return word == right or (
        word[:1] == right[:1] and (_derived(word, right) or _plural(*sorted((word, right), key=len)))
    )


def _plural(short: str, long_: str) -> bool:
    bare = _unowned(short)
    return long_.rstrip("’") in (
        bare,
        bare + "s",
        bare + "es",
        bare + "ren",
        bare[:-1] + "ies",
        bare + "’s",
        bare + "ren’s",
    )


def edges(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """With how many signs two texts, or rows of pieces, begin alike, and with how many of the others they end alike."""
    short = min(len(one), len(other))
    head = next(compress(count(), map(ne, one, other)), short)
    tail = next(compress(count(), map(ne, reversed(one), reversed(other))), short)
    return head, min(tail, short - head)


def one_edit_apart(one: str, other: str) -> bool:
    """Whether a letter added, left out, taken for another, or two letters changing places make one word the other."""
    if len(one) > len(other):
        one, other = other, one
    if one == other or len(other) - len(one) > 1:
        return False
    at = next((place for place, letter in enumerate(one) if letter != other[place]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    return one[at + 1 :] == other[at + 1 :] or (
        one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    )


def kindred(one: str, other: str) -> bool:
    """Whether two words begin alike, or are head nouns of one kind (*convention*, *protocol*)."""
    return one[:_ALIKE] == other[:_ALIKE] or any(one in heads and other in heads for heads in _HEADS)


_ALIKE = 4

"""What the neighbours of a word say of its form, as numbers of features.

The word's own form is never asked. A feature joins what stands beside the word (words, or their classes), its subject, what
governs it and what it is joined to with the class of the word; each is hashed into a row of the weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from resolint.checks.grm.forms import Token

__all__ = ["BITS", "FEATURES", "LEMMA", "behind_of", "far", "features", "near", "place_of"]

BITS = 19
FEATURES = 52
LEMMA = (0, 2, 8, 14, 15, 31)
"""The features that know the word itself."""
_MASK = (1 << BITS) - 1
_FAR = 30
"""So many words back the beginning of a clause is looked for."""
_ONE, _TWO, _THREE = 0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D
_SALTS = tuple((place + 1) * 0x27D4EB2F for place in range(FEATURES))
_NEAR = 20
_NEAR_SALTS, _FAR_SALTS = _SALTS[:_NEAR], _SALTS[_NEAR:]
_OF = crc32(b"of")
_SHORT_SHAPE, _LONGEST_SHAPE = 3, 8
"""So many heads and joints of a subject are one feature."""
_ENDS = {"o": 2, "f": 3, "m": 4}
_SIGNS = {sign: (place + 7) * 0x165667B1 for place, sign in enumerate(["", "1", "2", "c1", "c2", "c"])}
_BEHIND = {
    "d": "d",
    "p": "p",
    "t": "p",
    "c": "c",
    ",": "c",
    "o": "o",
    "f": "f",
    "m": "f",
    "b": "f",
    "v": "v",
    "r": "r",
    "s": "r",
}
_PLACES = {"m": "m", "t": "t", "p": "p", "c": "c", ",": "c", "o": "o", "n": "n", "v": "v", "f": "v", "d": "d", "a": "d"}


def near(row: Sequence[Token], at: int) -> list[int]:
    """The rows for what stands right beside the word at ``at``; ``row`` begins and ends with two tokens that are no words."""
    token, left, left2, right = row[at], row[at - 1], row[at - 2], row[at + 1]
    kind, own = token.kind, token.own * _THREE
    a, b, x = left.tag * _ONE, left2.tag * _TWO, right.tag * _ONE
    aw, xw = left.word * _ONE, right.word * _ONE
    third = (row[at + 3] if at + 3 < len(row) else row[-1]).tag * _THREE
    found = (
        own,
        aw,
        aw + own,
        a + b,
        aw + left2.word * _TWO,
        a + b + (row[at - 3] if at > 2 else row[0]).tag * _THREE,
        aw + b,
        xw,
        xw + own,
        x + row[at + 2].tag * _TWO,
        xw + row[at + 2].word * _TWO,
        aw + xw * 3,
        a + x * 3,
        aw + b + x * 3,
        a * 3 + own,
        x * 3 + own,
        x + row[at + 2].tag * _TWO + third,
        a * 5 + x * 3 + row[at + 2].tag * _TWO,
        aw * 5 + x,
        xw * 5 + a,
    )
    return [((one + salt) ^ kind) * _ONE >> 15 & _MASK for one, salt in zip(found, _NEAR_SALTS, strict=True)]


def far(row: Sequence[Token], at: int) -> list[int]:
    """The rows for what the clause says: the subject, what governs the word, what it is joined to."""
    token = row[at]
    kind = token.kind
    left = row[at - 1]
    a, x = left.tag * _ONE, row[at + 1].tag * _ONE
    subject, head, opener, short, shape, before = _subject(row, at)
    determiner = _determiner(row, at) * _TWO
    governor, above = _governor(row, at)
    governed = governor * _TWO + above * _THREE
    joined = _joined(row, at) * _TWO
    verb = _verb(row, at) * _TWO
    helper = _helper(row, at) * _TWO
    finite = _finite(row, at) * _TWO
    first = (row[2].word ^ row[3].word * 3 if row[2].part == "s" else row[2].word) * _THREE
    ahead = _ahead(row, at) * _TWO
    found = (
        subject,
        subject + a,
        subject + x,
        subject + governed * 5,
        determiner,
        determiner + x,
        determiner + a,
        joined,
        joined + a,
        governed,
        governed + x,
        governed + token.own * _THREE,
        verb + opener,
        verb + subject * 7,
        verb + governed * 5,
        head + opener,
        helper,
        helper + x,
        helper + a,
        helper + subject * 3,
        finite,
        finite + determiner * 3,
        finite + a,
        short,
        shape,
        shape + x,
        short + opener * 3 + x,
        before,
        first + a + row[at - 2].tag * _TWO,
        first + left.word * _TWO + x,
        ahead + a,
        ahead + determiner * 3,
    )
    return [((one + salt) ^ kind) * _ONE >> 15 & _MASK for one, salt in zip(found, _FAR_SALTS, strict=True)]


def features(row: Sequence[Token], at: int) -> list[int]:
    """All rows of the weights for the word at ``at``."""
    return near(row, at) + far(row, at)


def _subject(row: Sequence[Token], at: int) -> tuple[int, int, int, int, int, int]:
    """Numbers for the subject of a verb at ``at``.

    What opens the clause, and the number of the heads; the head; the opener; the last heads and what joins them; all of
    them; and before a relative word the head that it may belong to.
    """
    head, number, coordinated, reset, fresh, finite = 0, "", False, True, True, ""
    place = at - 1
    last = max(0, at - _FAR)
    opener = row[0]
    commas = 0
    short = shape = marks = 0
    while place > last:
        token = row[place]
        part = token.part
        sign = 0
        if part == "n":
            if reset:
                head, number, reset = token.word, token.number, False
            if fresh:
                sign, fresh = 3 if token.number == "2" else 2, False
        elif part == "p" or part == "t":
            reset, fresh, coordinated = True, True, False
            sign = 5 if token.word == _OF else 7
        elif part == "c":
            coordinated = coordinated or bool(head)
            reset, fresh = False, True
            sign = 13 if row[place + 1].part == "d" else 11
        elif part == ",":
            commas = min(commas + 1, 2)
            fresh, sign = True, 17
        elif part in _ENDS:
            finite, opener = part, token
            break
        if sign and marks < _LONGEST_SHAPE:
            marks += 1
            shape = (shape * 31 + sign) & 0xFFFFFFFF
            if marks <= _SHORT_SHAPE:
                short = shape
        place -= 1
    sign = _SIGNS[("c" if coordinated else "") + number]
    before = owner = 0
    if not head and finite in ("", "o"):
        behind = row[place - 1]
        near, far, owner = _antecedent(row, place - 1 if behind.part == "p" else place)
        before = _SIGNS[near] * 3 + (behind.word if behind.part == "p" else _SIGNS[far] * 11)
        owner = owner * _THREE + _SIGNS[near] + opener.word
    mark = opener.word * _TWO
    ends = _ENDS.get(opener.part, 1) if place > last else 0
    return (
        sign * 13 + before + mark + commas * 0x2545F491,
        head * _THREE,
        mark,
        short * _ONE,
        (shape * 31 + ends) * _TWO,
        owner,
    )


def _antecedent(row: Sequence[Token], place: int) -> tuple[str, str, int]:
    """The numbers of the noun before a relative word, and of the head of the group that it belongs to; that head."""
    near = far = ""
    head = 0
    reset = True
    back = place - 1
    while back > 0 and back > place - 16:
        token = row[back]
        if token.part == "n":
            if reset:
                if not near:
                    near = token.number or "1"
                far, head, reset = token.number, token.word, False
        elif token.part == "p":
            reset = True
        elif token.part not in ("d", "a", "r", ",", "", "v") or (token.part == "," and near):
            break
        back -= 1
    return near, far, head


def _determiner(row: Sequence[Token], at: int) -> int:
    """A number for the determiner of the group in which a noun stands at ``at``."""
    for back in range(at - 1, max(0, at - 6), -1):
        token = row[back]
        if token.part == "d":
            return token.word
        if token.part not in ("a", "n", "v", "r", ""):
            return token.tag ^ 0x55
    return 0


def _governor(row: Sequence[Token], at: int) -> tuple[int, int]:
    """Numbers for the word that governs a verb at ``at``, behind adverbs, and for the one before it."""
    back = at - 1
    while back > 1 and row[back].part == "r":
        back -= 1
    return row[back].word, row[back - 1].tag


def place_of(row: Sequence[Token], at: int) -> str:
    """What stands before a word at ``at`` and its adverbs: "m" for a modal verb, "t" for *to*, "h" for *have*, "b" for *be*, …

    It tells limits apart, for what may stand behind a modal verb is sooner certain than what may stand behind a noun.
    """
    back = at - 1
    while back > 1 and row[back].part == "r":
        back -= 1
    token = row[back]
    if token.paradigm is not None and token.part in ("f", "b"):
        return {"be": "b", "have": "h", "do": "m"}.get(token.paradigm.kind, "v")
    return _PLACES.get(token.part, "x")


def behind_of(row: Sequence[Token], at: int) -> str:
    """What stands behind a word at ``at``: "d" for a determiner, "p" for a preposition, "n" for a noun and what describes it, …"""
    return _BEHIND.get(row[at + 1].part, "n")


def _joined(row: Sequence[Token], at: int) -> int:
    """A number for the form of the word that one at ``at`` is joined to by *and*, *or* or a comma."""
    back = at - 1
    while back > 1 and row[back].part == "r":
        back -= 1
    if row[back].part not in ("c", ","):
        return 0
    sign = row[back].word
    doubt = row[at].paradigm
    kind = doubt.kind if doubt else ""
    verbal, nominal = "v" in kind or kind in ("be", "have", "do"), kind.startswith("n")
    for place in range(back - 1, max(0, back - 9), -1):
        other = row[place]
        if other.paradigm is None:
            if other.part in ("o", "m"):
                return sign ^ other.word
            continue
        if (verbal and "v" in other.paradigm.kind) or (nominal and not verbal and other.part == "n"):
            return sign ^ other.tag ^ (row[place - 1].word if row[place - 1].part in ("t", "m", "p") else 0)
    return sign


def _verb(row: Sequence[Token], at: int) -> int:
    """A number for the nearest verb to the left, in its form."""
    for back in range(at - 1, max(0, at - 12), -1):
        token = row[back]
        if token.part in ("v", "f") or (token.part == "n" and token.paradigm and "v" in token.paradigm.kind):
            return token.word
    return 0


def _helper(row: Sequence[Token], at: int) -> int:
    """A number for the nearest auxiliary to the left in the clause, how far it is, and whether a verb stands between."""
    between = 0
    for back in range(at - 1, max(0, at - 8), -1):
        token = row[back]
        if token.part in ("f", "m", "b", "t"):
            return token.word ^ (between + 16 * min(at - back, 4))
        if token.part == "o":
            return token.word ^ (between + 7)
        if token.part == "v":
            between |= 1
        elif token.part in ("c", ","):
            between |= 2
        elif token.part == "n":
            between |= 4
    return 0


def _finite(row: Sequence[Token], at: int) -> int:
    """A number for the nearest finite verb to the right, and whether a noun, a preposition or a relative word stands between."""
    between = 0
    for ahead in range(at + 1, min(len(row) - 1, at + 7)):
        token = row[ahead]
        if token.part in ("f", "m", "b", "t"):
            return token.word ^ between
        if token.part in ("o", "c", ","):
            between |= 1
        elif token.part == "p":
            between |= 2
        elif token.part == "n":
            between |= 4
        if token.part == "v" and token.paradigm:
            return token.tag ^ (between + 64)
    return 0


def _ahead(row: Sequence[Token], at: int) -> int:
    """A number for the heads and joints that follow in the group: *of* and a name, *and*, another name."""
    shape = 0
    plain = True
    for token in row[at + 1 : at + 8]:
        part = token.part
        if part == "n":
            if plain:
                shape = shape * 31 + (3 if token.number == "2" else 2)
                plain = False
            continue
        if part in ("p", "c", ","):
            shape = shape * 31 + (5 if token.word == _OF else 7 if part == "p" else 11)
            plain = True
        elif part not in ("a", "d", "v", "r", ""):
            break
    return shape & 0xFFFFFFFF

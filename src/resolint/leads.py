"""What a pattern asks of a text before it can match there, read off the pattern as Python has parsed it.

Two things are told, and each of them may be none: texts of which every match holds one, and the signs that a match begins
with, where they are so seldom that it pays to look for them first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import prod
from typing import Any

from resolint.frozen import NamedTuple

__all__ = ["Leads", "Way", "leads_of", "texts_of"]

_FEW = 4
"""A class of so many characters is taken for a choice among them."""
_MOST_WAYS = 12
_MOST_TEXTS = 24
"""To look for more texts than these costs more than it saves."""
_COMMON = 0.02
"""Texts that are met so often tell nothing."""
_EVERYWHERE = frozenset(("the", "of", "and", "to", "in", "he", "nd", "ing", "tion", "for", "f"))
_SELDOM = 45
"""Signs that make up so many of a thousand characters, and no more, are looked for first."""
_OFTEN: Mapping[str, int] = {
    " ": 150, "e": 100, "t": 75, "a": 65, "o": 65, "i": 65, "n": 65, "s": 60, "r": 55, "h": 40, "l": 40, "d": 35,
    "c": 30, "u": 25, "m": 25, "f": 18, "p": 22, "g": 15, "y": 13, ",": 12, "b": 11, "w": 10, "v": 9, ".": 8, "k": 4, "x": 2,
}  # fmt: skip
"""How many of a thousand characters of a draft each of these is; capitals are forty together, digits thirty, others one each."""
_CAPITAL, _DIGITS = 1.5, 30
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_KIN = {"k": "\u212a", "s": "\u017f", "i": "\u0130\u0131"}
"""Signs that are one of these letters to a pattern without letter case."""


class Way(NamedTuple):
    """One way to match: with one of ``texts`` in it, where these can be told, and from one of the signs ``first`` on.

    ``first`` is the inside of a class; it is empty where the signs are many or cannot be told.
    """

    texts: tuple[str, ...] = ()
    first: str = ""


class Leads(NamedTuple):
    """The ways to match; their texts stand there in any letters if ``fold``."""

    ways: tuple[Way, ...] = (Way(),)
    fold: bool = False


def leads_of(parsed: Iterable[tuple[Any, Any]], flags: int) -> Leads:
    """What the pattern that was ``parsed`` with ``flags``, its own among them, asks for."""
    parts = list(parsed)
    fold = bool(flags & re.IGNORECASE) or _folds(parts)
    plain = bool(flags & (re.ASCII | re.LOCALE))
    ways = tuple(dict.fromkeys(_way(way, fold, plain) for way in _apart(parts)))
    return Leads((Way(),) if Way() in ways else ways, fold)


def _way(parts: Sequence[tuple[Any, Any]], fold: bool, plain: bool) -> Way:
    texts = texts_of(parts, _seldom) or ()
    if not all(texts) or _seldom(texts)[0] <= -_COMMON:
        texts = ()
    # A pattern that may match nothing matches anywhere.
    first = _first(parts, fold) if _least(parts) and not plain else None
    return Way(texts, _class(first) if first else "")


def _apart(parts: list[tuple[Any, Any]]) -> list[list[tuple[Any, Any]]]:
    """The alternatives that a pattern begins with, each with what stands before and behind it."""
    for place, (code, argument) in enumerate(parts):
        name = str(code)
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            continue
        before, behind = parts[:place], parts[place + 1 :]
        if name == "SUBPATTERN" and len(argument[-1]) and str(argument[-1][0][0]) in ("BRANCH", "ASSERT", "ASSERT_NOT"):
            inner = _apart(list(argument[-1]))
        elif name == "BRANCH":
            branches = [list(branch) for branch in argument[1]]
            inner = [way for branch in branches for way in _apart(branch)]
            # Alternatives inside of alternatives, names of months say, need not be told apart.
            inner = branches if len(inner) > _MOST_WAYS else inner
        else:
            break
        return [[*before, *way, *behind] for way in inner] if len(inner) <= _MOST_WAYS else [parts]
    return [parts]


def texts_of(
    parts: Iterable[tuple[Any, Any]], telling: Callable[[tuple[str, ...]], tuple[float, ...]] | None = None
) -> tuple[str, ...] | None:
    """The most ``telling`` choice of texts among those that the parts of a pattern ask for one after the other.

    By default the choice of the longest texts tells most.
    """
    telling = telling or _long
    choices: list[tuple[str, ...]] = []
    run = ""
    for code, argument in parts:
        name = str(code)
        if name == "LITERAL":
            run += chr(argument)
            continue
        if run:
            choices.append((run,))
            run = ""
        found = _choice(name, argument, telling)
        if found is not None:
            choices.append(found)
    if run:
        choices.append((run,))
    return max(choices, key=telling, default=None)


def _long(texts: tuple[str, ...]) -> tuple[float, ...]:
    return min(map(len, texts)), -len(texts)


def _seldom(texts: tuple[str, ...]) -> tuple[float, ...]:
    """How seldom a draft has one of ``texts``, by its signs."""
    if len(texts) > _MOST_TEXTS:
        return (-1.0,)
    return (-sum(1.0 if text in _EVERYWHERE else prod(_often(sign) / 1000 for sign in text) for text in texts),)


def _choice(
    name: str, argument: Any, telling: Callable[[tuple[str, ...]], tuple[float, ...]]
) -> tuple[str, ...] | None:
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return texts_of(argument[-1] if name == "SUBPATTERN" else argument, telling)
    if name in _REPEATS:
        return texts_of(argument[2], telling) if argument[0] > 0 else None
    if name == "BRANCH":
        branches = [texts_of(branch, telling) for branch in argument[1]]
        return None if any(one is None for one in branches) else tuple(text for one in branches for text in one or ())
    if name == "IN" and len(argument) <= _FEW and all(str(code) == "LITERAL" for code, _ in argument):
        return tuple(chr(value) for _, value in argument)
    return None


def _folds(parts: Iterable[tuple[Any, Any]]) -> bool:
    """Whether a part of the pattern is set apart from letter case by a group of its own."""
    return any(
        (str(code) == "SUBPATTERN" and bool(argument[1] & re.IGNORECASE))
        or any(map(_folds, _within(str(code), argument)))
        for code, argument in parts
    )


def _within(name: str, argument: Any) -> Iterable[Iterable[tuple[Any, Any]]]:
    """What a part of a pattern holds."""
    if name == "BRANCH":
        return argument[1]  # type: ignore[no-any-return]
    if name == "GROUPREF_EXISTS":
        return [one for one in argument[1:] if one is not None]
    if name in ("SUBPATTERN", "ASSERT", "ASSERT_NOT"):
        return (argument[-1],)
    if name == "ATOMIC_GROUP":
        return (argument,)
    return (argument[2],) if name in _REPEATS else ()


def _first(parts: Sequence[tuple[Any, Any]], fold: bool) -> frozenset[str] | None:
    """The signs that a match of ``parts`` begins with, a digit of any script as ``\\d``; None where they cannot be told.

    Empty where the parts take up no sign.
    """
    found: frozenset[str] = frozenset()
    for place, (code, argument) in enumerate(parts):
        name = str(code)
        if name in ("AT", "ASSERT_NOT") or (name == "ASSERT" and argument[0] < 0):
            continue
        if name == "ASSERT":
            ahead, behind = _first(argument[1], fold), _first(parts[place + 1 :], fold)
            if not ahead or not _least(argument[1]):
                continue
            # Both hold of the same sign; the more seldom tells more.
            return found | (
                behind if behind and _often(behind) < _often(ahead) and _least(parts[place + 1 :]) else ahead
            )
        one = _signs(name, argument, fold)
        if one is None:
            return None
        found |= one
        if _takes(name, argument):
            return found
    return found


def _signs(name: str, argument: Any, fold: bool) -> frozenset[str] | None:
    if name == "LITERAL":
        return _letter(chr(argument), fold)
    if name == "IN":
        return _of_class(argument, fold)
    if name == "SUBPATTERN":
        return _first(argument[-1], fold)
    if name == "ATOMIC_GROUP":
        return _first(argument, fold)
    if name in _REPEATS:
        return _first(argument[2], fold)
    if name == "BRANCH":
        branches = [_first(branch, fold) for branch in argument[1]]
        # What takes up nothing begins with whatever stands behind it, which the caller adds.
        return None if any(one is None for one in branches) else frozenset().union(*[one or () for one in branches])
    return None


def _of_class(items: Iterable[tuple[Any, Any]], fold: bool) -> frozenset[str] | None:
    found: frozenset[str] = frozenset()
    for code, value in items:
        name = str(code)
        if name == "LITERAL":
            one = _letter(chr(value), fold)
        elif name == "RANGE" and value[1] < 128:
            signs = [_letter(chr(number), fold) for number in range(value[0], value[1] + 1)]
            one = None if any(sign is None for sign in signs) else frozenset().union(*[sign or () for sign in signs])
        elif name == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
            one = frozenset(("\\d",))
        else:
            return None
        if one is None:
            return None
        found |= one
    return found


def _letter(sign: str, fold: bool) -> frozenset[str] | None:
    if not fold or sign.lower() == sign.upper():
        return frozenset((sign,))
    if not sign.isascii():
        return None
    lower = sign.lower()
    return frozenset((lower, lower.upper(), *_KIN.get(lower, "")))


def _least(parts: Iterable[tuple[Any, Any]]) -> bool:
    """Whether the parts take up a sign at least."""
    return any(_takes(str(code), argument) for code, argument in parts)


def _takes(name: str, argument: Any) -> bool:
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _least(argument[-1] if name == "SUBPATTERN" else argument)
    if name in _REPEATS:
        return argument[0] > 0 and _least(argument[2])
    return all(map(_least, argument[1])) if name == "BRANCH" else name in ("LITERAL", "NOT_LITERAL", "ANY", "IN")


def _often(signs: Iterable[str]) -> float:
    """How many of a thousand characters are one of ``signs``."""
    digits = any(sign == "\\d" or sign.isdecimal() for sign in signs)
    others = (sign for sign in signs if sign != "\\d" and not sign.isdecimal())
    return sum(_CAPITAL if "A" <= sign <= "Z" else _OFTEN.get(sign, 1) for sign in others) + digits * _DIGITS


def _class(signs: frozenset[str]) -> str:
    """The inside of a class of ``signs``; empty where they are too many. Wider ones that many patterns share come instead."""
    # Of small letters a draft is full, and a pattern that begins with one has a word to be looked for.
    if _often(signs) > _SELDOM or any(sign.islower() for sign in signs if sign != "\\d"):
        return ""
    digits = "\\d" if any(sign == "\\d" or sign.isdecimal() for sign in signs) else ""
    others = sorted(sign for sign in signs if sign != "\\d" and not sign.isdecimal())
    if others and all("A" <= sign <= "Z" for sign in others):
        return "A-Z" + digits
    return "".join(map(re.escape, others)) + digits

"""Rows of words that adopted texts never have, whatever the words are: a modal verb before a noun, a list without its *and*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.grm.shaped import Look, Mechanism, Told, waking
from resolint.regex import lazy

__all__ = ["mechanisms"]

_SEVERAL = frozenset((b"these ", b"those ", b"many ", b"several ", b"few ", b"numerous "))
_BE = frozenset((b"is ", b"are ", b"was ", b"were "))
_NO_PASTS = frozenset(("lay", "fate", "bore", "felt", "found", "saw", "left"))
"""Words that are something else besides."""


def _told(match: re.Match[str], instead: str, *, fix: bool = False) -> Told:
    return Told(match.start("v"), match.end("v"), instead, fix)


def _and_lost(look: Look, match: re.Match[str]) -> Told | None:
    """*Appear before a court, deal with an authority, open an account;*."""
    return Told(match.start("v"), match.end() - 1, "“and” or “or” before the last")


def _these(look: Look, match: re.Match[str]) -> Told | None:
    """*Several measure;*."""
    plural = look.classes.plurals.get(look.word(match.start("v")), "")
    several = look.words[match.start()] in _SEVERAL
    return _told(match, plural, fix=True) if several and plural else None


def _them(look: Look, match: re.Match[str]) -> Told | None:
    """*To ask they to report*."""
    return _told(match, "them", fix=True) if look.words[match.start("v")] == b"they " else None


def _done(look: Look, match: re.Match[str]) -> Told | None:
    """*Has adopt the plan*, *was took by*."""
    form = look.participle(match.start("v"))
    word = look.word(match.start("v"))
    have = look.words[match.start()] in (b"has ", b"have ")
    ok = form and form != word and word not in _NO_PASTS and (have or look.words[match.start()] in _BE)
    return _told(match, form, fix=True) if ok else None


def _base(look: Look, match: re.Match[str]) -> Told | None:
    """*To provided the means*, *should adopted the plan*."""
    word, base = look.word(match.start("v")), look.base(match.start("v"))
    free = look.words[match.start()] not in (b"had ", b"did ") and word not in _NO_PASTS
    return _told(match, base, fix=True) if free and base != word else None


def _subject_lost(look: Look, match: re.Match[str]) -> Told | None:
    """*To ensure that provide help*."""
    return _told(match, "a subject before it")


def _verb_lost(look: Look, match: re.Match[str]) -> Told | None:
    """*Those who responsible*, *should advice the Board*."""
    if match.string[match.start()] == "M" and look.words[match.start()] == b"will ":
        return None
    return _told(match, "a verb in its place or before it")


def _led(look: Look, match: re.Match[str]) -> Told | None:
    """*Persons are deprived schools;*."""
    return _told(match, "a preposition before it") if look.words[match.start()] in _BE else None


def _no_comma(look: Look, match: re.Match[str]) -> Told | None:
    """*To ensure, that the means are there*."""
    return Told(match.start("v") - 1, match.end("v"), "no comma")


def _second_comma(look: Look, match: re.Match[str]) -> Told | None:
    """*Has in many cities, covered that cost*."""
    place, helper = match.start("v"), match.string[match.start()]
    free = helper == "M" or look.words[match.start()] in (b"has ", b"have ")
    return Told(place - 1, place + 1, "two commas or none") if free else None


def _in_which(look: Look, match: re.Match[str]) -> Told | None:
    """*Resolution 70/1, which it adopted a plan*: subject and object are there."""
    if look.words[match.start("v")] != b"which ":
        return None
    return _told(match, "a preposition before it, or “whose”")


def _one(look: Look, match: re.Match[str]) -> Told | None:
    """*A reports on the matter*."""
    single = look.classes.singulars.get(look.word(match.start("v")), "")
    return _told(match, single, fix=True) if single and look.words[match.start()] != b"either " else None


def _a_noun(look: Look, match: re.Match[str]) -> Told | None:
    """*The advise of the Board*."""
    return None if look.word(match.start("v")) in _NO_PASTS else _told(match, "a noun")


def mechanisms() -> Iterator[Mechanism]:
    """The patterns with their judges."""
    for pattern, judge in _TABLE:
        yield Mechanism(pattern, judge, waking(""))


_MEMBER = "[DAJ]{0,2}[nNyzG]"
_TABLE = (
    (lazy(f"[nNyzG],(?P<v>{_MEMBER}),[DAJ]{{0,2}}[nNyzG]{{1,3}}(?:;|,>)"), _and_lost),
    (lazy(f"[vy]{_MEMBER},(?P<v>[vy]{_MEMBER}),[vy]{_MEMBER}(?:;|,>)"), _and_lost),
    (lazy("T[Jj]?(?P<v>n)[IoBM;,.&Ev]"), _these),
    (lazy("[vg](?P<v>p)(?=[tIo;,.])"), _them),
    (lazy("B(?P<v>[vs])[DATm]"), _done),
    (lazy("E(?P<v>v)[DATm]"), _done),
    (lazy("[BE]R?(?P<v>P)"), _done),
    (lazy("t(?P<v>[eP])[DATm]"), _base),
    (lazy("M(?P<v>[eP])[DAT]"), _base),
    (lazy("[vs]Q(?P<v>[vP])"), _subject_lost),
    (lazy("W(?P<v>[nNJ])"), _verb_lost),
    (lazy("M(?P<v>n)[DATm]"), _verb_lost),
    (lazy("[BE]e(?P<v>N)(?:;|,>)"), _led),
    (lazy("[vs](?P<v>,)Q[DAT]"), _no_comma),
    (lazy("[BEM]R?(?P<v>I)[^,;.:<>QSWHBEM]{1,8},[ebc]"), _second_comma),
    (lazy("[BEM]R?(?P<v>,)[IS][^,;.:<>]{1,12}[;.]"), _second_comma),
    (lazy("(?P<v>H)(?<=[^Iot]H)(?:i|p|[DA]?[Jj]?[nNK])M?R?[ePs][DAT]"), _in_which),
    (lazy("(?P<v>H)(?<=[^Io]H)iBeQ"), _in_which),
    (lazy("A[Jj]?(?P<v>N)[IoBM;,.]"), _one),
    (lazy("[DA](?P<v>v)[o;,.]"), _a_noun),
)  # fmt: skip

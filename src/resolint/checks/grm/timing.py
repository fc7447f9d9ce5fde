"""Small words of time and amount in one another's place: *since centuries*, *during years*, *submit it until 3 May*, *most 80*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.grm.shaped import Look, Mechanism, Told, of_table
from resolint.lexicon.english import word_set
from resolint.regex import lazy

__all__ = ["mechanisms"]

_TIMES = word_set("years centuries decades generations months weeks days hours minutes")
_AT_ONCE = word_set(
    "submit designate appoint report transmit complete finalize notify nominate inform pay sign adopt publish issue present "
    "prepare convene establish provide return deliver send communicate name register ratify accede answer reply conclude"
)
"""Verbs of what is done once: *by* a day, not *until*."""
_MASS = word_set("means data media news premises proceeds works")


def _told(match: re.Match[str], instead: str, *, fix: bool = False) -> Told:
    return Told(match.start("v"), match.end("v"), instead, fix)


def _since(look: Look, match: re.Match[str]) -> Told | None:
    """*Since centuries*."""
    since = look.word(match.start("v")) == "since" and look.word(match.start("n")) in _TIMES
    return _told(match, "for", fix=True) if since and look.word(match.end("n")) != "ago" else None


def _during(look: Look, match: re.Match[str]) -> Told | None:
    """*Kept at home during years*."""
    during = look.word(match.start("v")) == "during" and look.word(match.start("n")) in _TIMES
    return _told(match, "for", fix=True) if during else None


def _until(look: Look, match: re.Match[str]) -> Told | None:
    """*To designate, until 30 June, a person*; *submit it until 3 May*."""
    if look.word(match.start("v")) != "until" or look.base(match.start("a")) not in _AT_ONCE:
        return None
    return _told(match, "by", fix=True)


def _before(look: Look, match: re.Match[str]) -> Told | None:
    """*As it was three generations before.*"""
    before = look.word(match.start("v")) == "before" and look.word(match.start("n")) in _TIMES
    return _told(match, "ago", fix=True) if before else None


def _most(look: Look, match: re.Match[str]) -> Told | None:
    """*Most 80 per cent*."""
    most = look.word(match.start("v")) == "most" and look.word(match.start("v") - 1) not in ("at", "the", "of")
    return (
        _told(match, "almost", fix=True) if most and look.word(match.end() - 1) not in ("recent", "important") else None
    )


def _much_of(look: Look, match: re.Match[str]) -> Told | None:
    """*Much of the machines*."""
    word = look.word(match.start("h"))
    much = look.word(match.start("v")) == "much" and word not in _MASS and not look.counted("much", "of", "the", word)
    return _told(match, "many", fix=True) if much and look.classes.only_plural(word) else None


def _little(look: Look, match: re.Match[str]) -> Told | None:
    """*Little herders have*."""
    word = look.word(match.start("h"))
    little = look.word(match.start("v")) == "little" and word not in _MASS and look.classes.only_plural(word)
    return _told(match, "few", fix=True) if little else None


def _in_order(look: Look, match: re.Match[str]) -> Told | None:
    """*In order the amount is known*."""
    place = match.start("v")
    if look.word(place) != "order" or look.word(place - 1) != "in" or look.word(place - 2) in ("draft", "put"):
        return None
    return Told(place - 1, place + 1, "“in order that” or “so that”")


def _guiding(look: Look, match: re.Match[str]) -> Told | None:
    """*Are for centuries guiding ships*."""
    long = look.word(match.start("v") + 1) == "for" and look.word(match.start("n")) in _TIMES
    return _told(match, "the present perfect") if long else None


def mechanisms() -> Iterator[Mechanism]:
    """The patterns with their judges."""
    yield from of_table(_TABLE)


_TABLE = (
    (lazy("(?P<v>S)[TJ]?(?P<n>[NS])"), _since, "since"),
    (lazy("(?P<v>I)(?P<n>[NS])[;,.I&oQS>]"), _during, "during"),
    (lazy("(?P<a>[vyu])[^;:<>]{0,14}?(?P<v>S)#K"), _until, "until"),
    (lazy("[T#](?P<n>[NS])(?P<v>S)(?=[;,.>])"), _before, "before"),
    (lazy("(?P<v>D)#"), _most, "most"),
    (lazy("(?P<v>D)o[DT][Jj]?(?P<h>[Nz])"), _much_of, "much"),
    (lazy("(?P<v>D)[Jj]?(?P<h>[Nz])(?![nNzy])"), _little, "little"),
    (lazy("I(?P<v>[ny])D"), _in_order, "order"),
    (lazy("(?P<v>[BE])I(?P<n>[NS])g"), _guiding, ""),
)  # fmt: skip

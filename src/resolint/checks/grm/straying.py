"""Clauses that lose their thread: a second verb in another form, no main clause, a negation said twice, by the clause's shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.grm.shaped import Look, Mechanism, Told, of_table
from resolint.lexicon.english import word_set
from resolint.regex import lazy

__all__ = ["mechanisms"]

_OBLIGING = word_set("oblige instruct compel force order urge authorize entitle permit allow enable")
_CLAUSES = word_set("although because while though")


def _told(match: re.Match[str], instead: str, *, fix: bool = False) -> Told:
    return Told(match.start("v"), match.end("v"), instead, fix)


def _other(look: Look, match: re.Match[str]) -> Told | None:
    place = match.start("v")
    other = look.other_number(place)
    return Told(place, place + 1, other, fix=True) if other and other != look.word(place) else None


def _and_base(look: Look, match: re.Match[str]) -> Told | None:
    """*A law that limits the length of shifts and guarantee a rest*."""
    return _other(look, match)


def _series(look: Look, match: re.Match[str]) -> Told | None:
    """*It restores soils, protects banks from floods and providing a shelter*."""
    return _told(match, look.other_number(match.start("v")) or "the same form of the verbs in the series")


def _used_them(look: Look, match: re.Match[str]) -> Told | None:
    """*The wells that they have used them*."""
    return _told(match, "nothing") if look.word(match.start("v")) in ("them", "him") else None


def _exist(look: Look, match: re.Match[str]) -> Told | None:
    """*That, by that count, exist some 40 wells*."""
    word = look.word(match.start("v"))
    return _told(match, f"there {word}", fix=True) if word in ("exist", "exists") else None


def _make_to(look: Look, match: re.Match[str]) -> Told | None:
    """*To make girls to feel safe*."""
    makes = look.base(match.start("a")) in ("make", "let") and look.surely_person(match.start("v") - 1)
    return _told(match, "the verb without “to”") if makes else None


def _obliged(look: Look, match: re.Match[str]) -> Told | None:
    """*Oblige parties to the war respecting the rules*."""
    if look.base(match.start("a")) not in _OBLIGING:
        return None
    return _told(match, f"to {look.base(match.start('v'))}", fix=True)


def _than_do(look: Look, match: re.Match[str]) -> Told | None:
    """*More hazardous than leave them*."""
    ing = look.ing(match.start("v"))
    return _told(match, ing, fix=True) if ing and look.word(match.start("v") - 1) == "than" else None


def _not_neither(look: Look, match: re.Match[str]) -> Told | None:
    """*Do not have neither wells nor pumps*."""
    twice = look.word(match.start()) in ("not", "never") and look.word(match.start("v")) == "neither"
    return Told(match.start(), match.end("v"), "“not … either” or “neither” alone") if twice else None


def _not_no(look: Look, match: re.Match[str]) -> Told | None:
    """*Do not often have no access*."""
    twice = look.word(match.start()) == "not" and look.word(match.start("v")) == "no"
    return Told(match.start(), match.end("v"), "“not … any” or “no” alone") if twice else None


def _adverb(look: Look, match: re.Match[str]) -> Told | None:
    """*To inform clearly users*."""
    place = match.start("v")
    seen = look.counted(look.words[place - 1], look.words[place]) or look.counted(
        look.words[place], look.words[place + 1]
    )
    return _told(match, "the adverb elsewhere") if look.word(place).endswith("ly") and not seen else None


def _no_main(look: Look, match: re.Match[str]) -> Told | None:
    """*Recognizing that although herders own the wells.*"""
    return _told(match, "a main clause") if look.word(match.start("v")) in _CLAUSES else None


def _only_relative(look: Look, match: re.Match[str]) -> Told | None:
    """*Mindful that small shops which train many herders.*"""
    return _told(match, "a main clause") if look.word(match.start("v")) in ("which", "who") else None


def mechanisms() -> Iterator[Mechanism]:
    """The patterns with their judges."""
    yield from of_table(_TABLE)


_TABLE = (
    (lazy("Q[sz][DAT][^,;.:<>QSWHtMEvpuBsg]{1,16}(?<!,)&R?(?P<v>[vy])(?=A[^&]|T|D[nN])"), _and_base, ""),
    (lazy(",s[^,;.:<>QSWHBEMg]{1,8},s[^,;.:<>QSWHBEMg]{1,8}(?<!,)&(?P<v>g)(?=[DA])"), _series, ""),
    (lazy("[nNzyKLjx]Qp[ME]R{0,2}e(?P<v>m)[;,.]"), _used_them, "them him"),
    (lazy("[,Q](?P<v>[vs])(?=[T#])"), _exist, "exist exists"),
    (lazy("(?P<a>[vszyug])[DAT]?J?[NLKzm](?P<v>t)(?=[vyu])"), _make_to, "make makes making made let lets letting"),
    (lazy("(?P<a>[vszyug])[DAT]?J?[NLz](?:t[DAT]?J?[nNyz])(?P<v>g)[DATN&]"), _obliged, ""),
    (lazy("JI(?P<v>[vyu])(?=[mDA])"), _than_do, "than"),
    (lazy("R[^,;.:<>]{0,4}(?P<v>A)"), _not_neither, "neither"),
    (lazy("RR?[vyuE]R?(?P<v>D)(?=[JjnNyz])"), _not_no, "no"),
    (lazy("t[vu](?P<v>R)(?=[NLz])"), _adverb, ""),
    (lazy("Q(?P<v>S)[^,;.:<>QSWH]{4,70}(?:[;.]|,)>"), _no_main, "although because while though"),
    (lazy("Q[DAT]{0,2}[JjnKL]{0,3}[nNzL](?P<v>[HW])[svyzBE][^,;.:<>BEMsvQSWHPpzyuec]{2,50}(?:[;.]|,)>"),
     _only_relative, "which who"),
)  # fmt: skip

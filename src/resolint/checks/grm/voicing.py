"""Passives, tenses and auxiliaries that a verb or its time does not allow, by the shape of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.grm.shaped import Look, Mechanism, Told, of_table
from resolint.lexicon.english import TO_BE, TO_HAVE, word_set
from resolint.regex import lazy

__all__ = ["mechanisms"]

_OBJECTS = ("the", "a", "their", "its", "all")
_STATES = word_set(
    "know believe belong consist contain need own possess want understand prefer deserve resemble mean depend cost owe exist"
)
"""Verbs of states, which have no progressive."""
_YEAR = re.compile(r"(?:19\d\d|200\d|201\d|202[0-5])")
_TWOFOLD = word_set(
    "given granted awarded offered paid owed taught shown asked told required denied assigned allocated accorded afforded left "
    "guaranteed brought made sent considered deemed called named declared provided designated elected appointed reminded deprived"
)
"""Participles behind which a passive may have an object too."""


_SAID_AND_GROWN = ("say", "grow")
"""Verbs that have an object, of which adopted texts make little use."""


def _told(match: re.Match[str], instead: str, *, fix: bool = False) -> Told:
    return Told(match.start("v"), match.end("v"), instead, fix)


def _no_passive(look: Look, match: re.Match[str]) -> Told | None:
    """*The fire was occurred at night*: adopted texts have the form often, but not behind *be*, and no object behind the verb."""
    place = match.end("v") - 1
    word, base = look.word(place), look.base(place)
    if look.word(match.start("v")) not in TO_BE or look.counted(word) < 4 or "-" in word or base in _SAID_AND_GROWN:
        return None
    if any(look.counted(led, word) for led in TO_BE) or any(look.counted(base, led) for led in _OBJECTS):
        return None
    perfect = sum(look.counted(led, word) for led in TO_HAVE)
    return _told(match, f"“{base}” in the active") if perfect else None


def _passive_object(look: Look, match: re.Match[str]) -> Told | None:
    """*The repairs that have been followed them*."""
    place = match.end("v") - 1
    if look.word(place) in _TWOFOLD or look.words[match.start("m")] not in (b"them ", b"him ", b"us "):
        return None
    return _told(match, f"“{look.base(place)}” in the active")


def _been_lost(look: Look, match: re.Match[str]) -> Told | None:
    """*Where the path has blocked by vehicles*."""
    place = match.end("v") - 1
    led, word = look.word(match.start("v")), look.word(place)
    if led not in TO_HAVE or look.words[place + 1] != b"by ":
        return None
    if match.string[match.start() - 1] == "p" and match.string[match.start() - 2] in "QNLnz":
        return None  # *the report that they have obtained by reason of their duties*
    base = look.base(place)
    active = sum(look.counted(one, word, "by") for one in TO_HAVE)
    takes = sum(look.counted(one, obj) for one in (base, look.ing(place)) for obj in _OBJECTS)
    passive = sum(look.counted(one, word) for one in ("be", "been", "was", "were", "are", "is"))
    return _told(match, f"{led} been {word}", fix=True) if not active and (takes or passive) else None


def _state(look: Look, match: re.Match[str]) -> Told | None:
    """*The names by which people are knowing their streets*."""
    place = match.end("v") - 1
    return _told(match, f"“{look.base(place)}” without “be”") if look.base(place) in _STATES else None


def _condition(look: Look, match: re.Match[str]) -> Told | None:
    """*If an inquiry will establish that*."""
    led, modal = look.word(match.start()), look.word(match.start("v"))
    if led not in ("if", "unless", "once") or modal not in ("will", "would"):
        return None
    polite = look.word(match.start("v") - 1) in ("you", "he", "she", "they")
    return None if polite else _told(match, "the present")


def _done_by(look: Look, match: re.Match[str]) -> Told | None:
    """*A project carrying out by the fund*."""
    place = match.start("v")
    form, behind = look.participle(place), look.words[place + 1]
    if not form or look.words[match.end() - 2] != b"by " or look.counted(look.words[place], behind, "by"):
        return None
    usual = look.counted(form, "by") if behind == b"by " else look.counted(form, behind, "by")
    here = look.counted(look.words[place], "by") if behind == b"by " else 0
    return _told(match, form, fix=True) if usual > 5 and here * 10 < usual else None


def _dated(look: Look, match: re.Match[str]) -> Told | None:
    """*The agreement, signing on 12 January*."""
    place = match.start("v")
    form = look.participle(place)
    if not form or look.words[place + 1] != b"on ":
        return None
    usual, here = (look.counted(one, b"on ", b"0 ") for one in (form, look.words[place]))
    return _told(match, form, fix=True) if usual > here else None


def _doing(look: Look, match: re.Match[str]) -> Told | None:
    """*Reels that are no longer manufacturing*: a verb that asks for an object has none."""
    place = match.end("v") - 1
    word, form = look.word(place), look.participle(place)
    passive = sum(look.counted(led, form) for led in TO_BE)
    alone = sum(look.counted(led, word) for led in TO_BE) + look.counted(look.words[place - 1], word)
    base = look.base(place)
    objects = sum(look.counted(one, led) for one in (word, base) for led in _OBJECTS)
    if not form or alone or not (passive and objects):
        return None
    return Told(place, place + 1, form, fix=True)


def _bare(look: Look, match: re.Match[str]) -> Told | None:
    """*The meal that is in fact serve*."""
    place = match.end("v") - 1
    led, form = look.word(match.start("v")), look.participle(place)
    if led in ("do", "does") or not form or form == look.word(place):
        return None
    if look.counted(look.words[place - 1], look.words[place]) or not any(
        look.counted(one, form) for one in TO_BE | TO_HAVE
    ):
        return None
    return Told(place, place + 1, form, fix=True)


def _past_year(look: Look, match: re.Match[str]) -> Told | None:
    """*That in 2023 the board entrusts the work to it*: a year that is over, and a present."""
    at = match.start("y")
    if look.word(at - 1) not in ("in", "during") or not _YEAR.fullmatch(look.written(at)):
        return None
    return _told(match, "a past")


def _dated_perfect(look: Look, match: re.Match[str]) -> Told | None:
    """*The storm on 13 March 1989 has left*: a day, and a perfect."""
    led = look.word(match.start("v"))
    if led not in ("has", "have") or look.word(match.start("y") - 3) != "on":
        return None
    return _told(match, "a past") if _YEAR.fullmatch(look.written(match.start("y"))) else None


def _span(look: Look, match: re.Match[str]) -> Told | None:
    """*Are built between 2016 and 2024*: years that are over, and a present."""
    years = look.written(match.end() - 3), look.written(match.end() - 1)
    if look.word(match.end() - 4) not in ("between", "from") or not all(map(_YEAR.fullmatch, years)):
        return None
    return _told(match, "a past") if look.word(match.start("v")) in ("is", "are") else None


def _unmodal(look: Look, match: re.Match[str]) -> Told | None:
    """*To do not permit*."""
    return _told(match, "not to") if look.words[match.start("v") + 1] == b"do " else None


def mechanisms() -> Iterator[Mechanism]:
    """The patterns with their judges."""
    yield from of_table(_TABLE)


_SUBJECT = "[DATZ]{0,2}[JjnyeKLNzG#]{0,5}[nNyzKLGip]"
_TABLE = (
    (lazy("(?P<v>[BEb]R?[ecP])"), _no_passive, ""),
    (lazy("(?P<v>bR?e)(?P<m>m)"), _passive_object, "them him us"),
    (lazy("(?P<v>[BEM]e)I(?=[DATKLNJnyz])"), _been_lost, "by"),
    (lazy("(?P<v>[BE]R?g)"), _state, ""),
    (lazy(f"S{_SUBJECT}(?:[Io]{_SUBJECT})?R?(?P<v>M)R?[vyub]"), _condition, ""),
    (lazy("(?P<v>g)(?<=[nNyzg]g)R?I[DATKLNJnyz]"), _done_by, "by"),
    (lazy(",(?P<v>[gG])I#K#"), _dated, ""),
    (lazy("(?P<v>[BE](?:D?[RJ]){0,3}g)[;,.]"), _doing, ""),
    (lazy("(?P<v>[BE](?:Ij?n|R)[vyx])[DATR;,.I]"), _bare, ""),
    (lazy("I(?P<y>#),?[DAT][JjnyK]{0,4}[nyK](?P<v>s|B(?![bec]))"), _past_year, "in during"),
    (lazy("I#K(?P<y>#)(?P<v>[BE]R?[eP])"), _dated_perfect, ""),
    (lazy("(?P<v>[BE]e)[^,;.:<>QSWHBEMsv]{0,6}I#[&t]#"), _span, "between from"),
    (lazy("(?P<v>tE)R[vyu]"), _unmodal, ""),
)  # fmt: skip

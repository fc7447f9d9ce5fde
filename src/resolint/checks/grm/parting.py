"""Commas that part what belongs together, or that are lost, and words out of their order, by the shape of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.grm.shaped import Look, Mechanism, Told, of_table
from resolint.lexicon.english import word_set
from resolint.regex import lazy

__all__ = ["mechanisms"]

_ONE_THING = word_set("proceeds means headquarters series rights works arms")
_INSERTING = word_set("including particular especially notably particularly inter such")
_CLAUSES = word_set("if when while although because since unless though once")
_EVERY = word_set("every each any no")


def _told(match: re.Match[str], instead: str, *, fix: bool = False) -> Told:
    return Told(match.start("v"), match.end("v"), instead, fix)


def _do(look: Look, match: re.Match[str]) -> Told | None:
    """*So that the pain after minor surgery do not last*: no plural stands before it."""
    several = look.before(match.start("v"), match.end() - match.start()) & {b"those ", b"staff ", b"police "}
    return None if several or look.word(match.start("v")) != "do" else _told(match, "does", fix=True)


def _predicate(look: Look, match: re.Match[str]) -> Told | None:
    """*The clearing of forests is the main causes of it*."""
    asks = look.word(match.start("v")) in ("is", "was") and look.word(match.start("n")) not in _ONE_THING
    return _told(match, look.other_number(match.start("v"))) if asks else None


def _cut(_look: Look, match: re.Match[str]) -> Told:
    """*That the repair of a wheel, takes less time*: one comma between subject and verb."""
    return Told(match.start("v") - 1, match.end("v"), "no comma")


def _according(look: Look, match: re.Match[str]) -> Told | None:
    """*Noting that according to the report*."""
    return _told(match, "“, according”") if look.word(match.start("v")) == "according" else None


def _while(look: Look, match: re.Match[str]) -> Told | None:
    """*That captions, while improving rapidly remain poor*: a comma opens the insertion, none closes it."""
    return _told(match, "a comma before it") if look.word(match.start("s")) in ("while", "although", "though") else None


def _relative(look: Look, match: re.Match[str]) -> Told | None:
    """*That notes, which record the sale of goods are kept*."""
    free = look.word(match.start("h")) in ("which", "who") and match.string[match.start("v") - 1] not in "tM"
    return _told(match, "a comma before it") if free else None


def _inserted(look: Look, match: re.Match[str]) -> Told | None:
    """*That herders, in particular those in the hills are poor*."""
    led = {look.word(match.start("i")), look.word(match.start("i") + 1)} & _INSERTING
    return _told(match, "a comma before it") if led else None


def _opening(look: Look, match: re.Match[str]) -> Told | None:
    """*That when the rent is paid the keeper may leave*."""
    return _told(match, "a comma before it") if look.word(match.start("s")) in _CLAUSES else None


def _unclosed(look: Look, match: re.Match[str]) -> Told | None:
    """*That, in many valleys herders have no wells*; *that, in 2024 the lake fell*."""
    return None if look.word(match.start("v") - 1) == "all" else _told(match, "a comma before it")


def _needless(_look: Look, match: re.Match[str]) -> Told:
    """*Noting that, the number of wells between the hills, fields and towns is small*."""
    return Told(match.start(), match.end("v"), "“that” without a comma")


_AND_VERB = lazy("[^,;.:<>]{1,12}&R?[vyE]")


def _series_cut(look: Look, match: re.Match[str]) -> Told | None:
    """*Who drive trains, ferries or carts, make*."""
    if match["v"] == "y" or _AND_VERB.match(match.string, match.end("v")):
        return None  # *to review laws, rules and plans, allocate resources and train mechanics*
    return Told(match.start("v") - 1, match.end("v"), "no comma")


def _defining(look: Look, match: re.Match[str]) -> Told | None:
    """*Every child in the village, who lives far away*."""
    return _told(match, "no comma") if look.word(match.start()) in _EVERY else None


def _and_that(_look: Look, match: re.Match[str]) -> Told:
    """*And, that they are excluded*: no second comma closes an insertion."""
    return _told(match, "no comma")


def _two_plurals(look: Look, match: re.Match[str]) -> Told | None:
    """*With boots gloves, glasses and water*."""
    place = match.start("v")
    known = look.counted(look.words[place - 1], look.words[place]) or look.surely_person(place)
    return None if known else Told(place - 1, place + 1, f"“{look.word(place - 1)}, {look.word(place)}”")


def _many_of_them(look: Look, match: re.Match[str]) -> Told | None:
    """*Diseases which many of them suffer from*."""
    told = Told(match.start(), match.end("v"), "“many of which” or “many of whom”")
    return told if look.words[match.end() - 1] == b"them " else None


def _who_bears(look: Look, match: re.Match[str]) -> Told | None:
    """*Do not state who the loss bears*."""
    return _told(match, "the verb behind “who”") if look.other_number(match.start("v")) else None


def _therefore(look: Look, match: re.Match[str]) -> Told | None:
    """*And that therefore must each site be cleared*."""
    asks = look.word(match.start("v") - 1) in ("therefore", "thus")
    return _told(match, "the subject before it") if asks else None


def _how_much(look: Look, match: re.Match[str]) -> Told | None:
    """*How much they take water from each well*."""
    led = look.word(match.start()) == "how" and look.word(match.start() + 1) in ("much", "many")
    return _told(match, f"“how {look.word(match.start() + 1)} {look.word(match.start('v'))}”") if led else None


def mechanisms() -> Iterator[Mechanism]:
    """The patterns with their judges."""
    yield from of_table(_TABLE)


_GROUP = "(?:[DAT]{1,2}[Jj]?y|(?:[DAT]{1,2}[Jja#KLxenNgGZ]{0,4}|g)[nNKLjGgx]?)"
_HELD = "(?:[DAT]{1,2}[Jj]?y|[DATZ#]{0,2}[Jja#KLxenNgGZ]{0,4}[nNKLjGgx])"
"""Groups of nouns without a word that may be a verb."""
_TABLE = (
    (lazy("[QS][DATnyjJRIoGgaei1]{2,14}?(?P<v>E)(?=R)"), _do, "do"),
    (lazy("(?P<v>B)D[Jj]?(?P<n>[Nz])(?=[o;,.])"), _predicate, ""),
    (lazy(f"(?<![It])Q{_GROUP}(?:[Io]{_HELD}){{0,2}},(?P<v>[sBEM])(?![^;.<>]{{0,20}}Q)"), _cut, ""),
    (lazy("Q(?P<v>I)t"), _according, "according"),
    (lazy("[nNzyKL],(?P<s>S)[ge][^,;.:<>BEMsvQSWHt]{0,8}(?P<v>[BEMsv])"), _while, "while although though"),
    (lazy("[nNzyKL],(?P<h>[HW])R?[svyBE][^,;.:<>QSWHBEMsvP&|()]{2,14}(?P<v>[BEM])"), _relative, "which who"),
    (lazy("Q[^,;.:<>BEMsvpQSWHt]{1,12},(?P<i>[IR])[^,;.:<>BEMsvpQSWHt]{1,16}(?<!t)(?P<v>[BEM]|s(?=[DAT]))"), _inserted, ""),
    (lazy("[<Q](?P<s>S)[^,;.:<>BEMQSWH]{1,10}[BEMsvP][^,;.:<>BEMQSWHsvP&|]{0,10}(?P<v>[DATp])[Jj]?[nNyzKL]{0,2}"
          "(?:[Io][DAT]?J?[nNyzKL]{1,2})?[BEM]"), _opening, ""),
    (lazy("Q,I(?:[DAT]{0,2}[Jj]?[NLz]|#)(?P<v>N|[DA])"), _unclosed, ""),
    (lazy("Q(?P<v>,)D[Jj]?[ny]oJ?[nNzL]"), _needless, ""),
    (lazy("[NLz],[NLz],?[|&][NLz],(?P<v>[vE])[DATJnRe]"), _series_cut, ""),
    (lazy("[AD][Jj]?[ny](?:I[AD][ny])?(?P<v>,)[WQ][svyzBEM]"), _defining, "every each any no"),
    (lazy("&(?P<v>,)Q[^,;.<>]{1,40}[;,.>]"), _and_that, ""),
    (lazy("[Isvg]D?[Nz](?P<v>N|z(?=,[JDg])),[JDTn]{1,3}[nNz](?:&|,)"), _two_plurals, ""),
    (lazy("H(?<!IH)(?P<v>T)om"), _many_of_them, "them"),
    (lazy("W[DA][nyNz](?P<v>[sz])"), _who_bears, "who"),
    (lazy("R(?P<v>M)[DATp]"), _therefore, "therefore thus"),
    (lazy("SDp[vyz](?P<v>[nNy])"), _how_much, "how"),
)  # fmt: skip

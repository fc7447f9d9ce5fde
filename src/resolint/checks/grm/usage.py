"""Tenses beside their times, adverbs, hyphens, objects and idioms that are seldom right, by the shape of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolint.checks.grm.shaped import Judge, Look, Mechanism, Told, of_table
from resolint.lexicon import Lexicon
from resolint.lexicon.english import word_set
from resolint.regex import lazy

__all__ = ["mechanisms"]

_TIMES = frozenset((b"centuries ", b"decades ", b"generations ", b"years ", b"millennia ", b"months "))
_LONG_TIMES = frozenset((b"centuries ", b"decades ", b"generations "))
_ACTING = lazy("(?P<v>[BE]R?g|[vs]|(?<=[NzL])y)[^,;.:<>QSWHBEMvs]{0,12}$")
_PRESENT = lazy("(?P<v>[BE]R?[ge]|(?<=[nNzK])s|(?<=[NzL])[vy])[^,;.:<>QSWHBEM]{0,12}$")
"""A verb in the present, up to the end of what is looked at."""
_LIGHT = frozenset((b"account ", b"part ", b"care ", b"advantage ", b"note ", b"cognizance ", b"attention ", b"heed "))
"""Nouns that say what is done, with a preposition behind: *take account of*."""
_LINKING = word_set("be become remain seem feel look appear prove make")
_UNITS = word_set("day week month year hour minute mile metre kilometre page member storey bed seat person")
_COMPOUNDED = word_set("scale term level income cost carbon quality risk impact speed emission tolerance range size")
_MEASURED = word_set("small large long short medium high low zero full half mid middle")
_LASTING = word_set("slow fast long hard far early late ever")
_JOINED, _OFTENER = 6, 4
"""So much oftener must adopted texts write a compound with a hyphen than without."""
_SELDOM = 2


def _told(match: re.Match[str], instead: str, *, fix: bool = False) -> Told:
    return Told(match.start("v"), match.end("v"), instead, fix)


def _since(look: Look, match: re.Match[str]) -> Told | None:
    """*Is increasing since 2019*, *works since 1998*."""
    if look.words[match.start()] != b"since ":
        return None
    found = _PRESENT.search(match.string, max(0, match.start() - 14), match.start())
    if found is None or (found["v"][-1] == "e" and look.words[found.start("v")] not in (b"was ", b"were ")):
        return None
    return Told(found.start("v"), found.end("v"), "the present perfect")


def _for_years(look: Look, match: re.Match[str]) -> Told | None:
    """*Are grinding grain for centuries*, *exist for centuries*."""
    at, time = match.start(), look.words[match.start("y")]
    if look.words[at] != b"for " or time not in _TIMES:
        return None
    found = _ACTING.search(match.string, max(0, at - 14), at)
    if found is None or (found["v"][0] not in "BE" and time not in _LONG_TIMES):
        return None
    return Told(found.start("v"), found.end("v"), "the present perfect")


def _light(look: Look, match: re.Match[str]) -> Told | None:
    """*To take account the wishes of herders*."""
    place = match.start("v")
    if look.words[place - 1] not in _LIGHT or look.base(place - 2) not in ("take", "pay", "give", "draw"):
        return None
    return _told(match, "a preposition before it")


def _owner(look: Look, match: re.Match[str]) -> Told | None:
    """*Trade unions, employer's organizations*."""
    place = match.start("v")
    word = look.word(place)
    free = match.string[place - 1] in ",&Iotvg<" and word.endswith("'s")
    if not free or word[:-2] not in look.classes.plurals:
        return None
    return _told(match, f"“{look.classes.plurals[word[:-2]]}’”")


def _object(governed: Mapping[str, tuple[str, frozenset[str]]]) -> Judge:
    def judge(look: Look, match: re.Match[str]) -> Told | None:
        """*To provide herders by radios*, *to protect herds of disease*."""
        verb, place = look.base(match.start("h")), match.start("v")
        if verb not in governed:
            return None
        takes, never = governed[verb]
        led = look.word(place)
        if led in (takes, "for") or led not in never or look.counted(look.words[place - 1], led) > _SELDOM:
            return None
        if led == "of" and (
            match.string[place + 1] in "DAT"
            or look.person(place + 1)
            or look.counted(takes, look.words[place + 1]) <= _SELDOM
        ):
            return None  # *protect rooms of readers*
        return _told(match, takes, fix=True)

    return judge


def _with(look: Look, match: re.Match[str]) -> Told | None:
    """*Boats are equipped by radar*."""
    place = match.start("v")
    done = look.words[place - 1]
    if look.words[place] != b"by " or look.person(place + 1):
        return None
    usual = look.counted(done, "with") > 8 * look.counted(done, "by") + 8
    return _told(match, "with", fix=True) if usual else None


def _no_object(look: Look, match: re.Match[str]) -> Told | None:
    """*Passengers are not informed delays*."""
    verb = look.base(match.start("v") - 1)
    if verb not in (
        "inform",
        "deprive",
        "accuse",
        "remind",
        "warn",
        "equip",
        "provide",
        "supply",
        "expose",
        "prevent",
        "base",
        "protect",
    ):
        return None
    return _told(match, "a preposition before it")


def _side_by_side(look: Look, match: re.Match[str]) -> Told | None:
    """*Welcoming the support the regional banks*."""
    place = match.start("v")
    if look.words[place] not in (b"the ", b"its ", b"their "):
        return None
    if look.counted(look.words[place - 1], look.words[place]):
        return None
    return _told(match, "a preposition before it")


def _increasing(look: Look, match: re.Match[str]) -> Told | None:
    """*Glaciers increasing feed lakes*."""
    adverb = look.word(match.start("v")) + "ly"
    return _told(match, adverb, fix=True) if look.counted(adverb) else None


def _very(look: Look, match: re.Match[str]) -> Told | None:
    """*Grow very slow*."""
    place = match.start("v")
    adverb = look.classes.adverb_of.get(look.word(place), "")
    if look.words[place - 1] not in (b"very ", b"too ") or not adverb:
        return None
    if look.base(match.start("h")) in ("be", "become", "remain", "seem", "feel", "look", "appear", "prove", "make"):
        return None
    return _told(match, adverb, fix=True)


def _nobody(look: Look, match: re.Match[str]) -> Told | None:
    """*Nobody cannot*."""
    word = look.word(match.start())
    if word not in ("nobody", "nothing") or look.words[match.start("v")] != b"cannot ":
        return None
    return _told(match, "can", fix=True)


def _regards(look: Look, match: re.Match[str]) -> Told | None:
    """*With regards to*."""
    return _told(match, "regard", fix=True) if look.words[match.start("v")] == b"regards " else None


def _therefore(look: Look, match: re.Match[str]) -> Told | None:
    """*The proposals therefore;*."""
    return _told(match, "“therein”, “thereof” or “therefor”") if look.words[match.start("v")] == b"therefore " else None


def _no_noun(look: Look, match: re.Match[str]) -> Told | None:
    """*To hire personal trained in*."""
    return _told(match, "a noun")


def _not_only(look: Look, match: re.Match[str]) -> Told | None:
    """*Not only coasts and also fish*."""
    place = match.start()
    if (
        look.words[place] != b"not "
        or look.words[place + 1] != b"only "
        or look.words[match.end() - 1] not in (b"also ",)
        or look.words[match.start("v")] != b"and "
    ):
        return None
    return _told(match, "but", fix=True)


def _unit(look: Look, match: re.Match[str]) -> Told | None:
    """*A three day workshop*."""
    place = match.start("v")
    if look.word(place) not in _UNITS:
        return None
    written = look.words[place - 1].decode().strip()
    number = "…" if written[0].isdigit() else written
    return Told(place - 1, place + 1, f"“{number}-{look.word(place)}”")


def _compound(look: Look, match: re.Match[str]) -> Told | None:
    """*Small scale millers*, *slow growing lichens*, *well designed stoves*."""
    place = match.start("v")
    first, second, kind = look.word(place - 1), look.word(place), match.string[place]
    usual = (second in _COMPOUNDED and first in _MEASURED) or (kind == "g" and first in _LASTING)
    usual = usual or (kind == "e" and first == "well")
    apart, joined = look.counted(first, second), look.counted(f"{first}-{second}")
    if not usual and joined <= _OFTENER * apart + _JOINED:
        return None
    return None if apart > joined else Told(place - 1, place + 1, f"“{first}-{second}”")


def _adjective(look: Look, match: re.Match[str]) -> Told | None:
    """*Slow, old and danger*."""
    if look.word(match.start("v")).endswith(("ive", "al", "ary")):
        return None
    return _told(match, "an adjective")


def objects_of(lexicon: Lexicon) -> Mapping[str, tuple[str, frozenset[str]]]:
    """The verbs with whose object one preposition goes, and those that never do."""
    found = {}
    for word, takes, never, seldom in lexicon.columns("government", "word", "takes", "never", "seldom"):
        if word.startswith("o:") and takes in ("from", "with", "into"):
            found[word[2:]] = takes, frozenset(f"{never} {seldom}".split())
    return found


def mechanisms(lexicon: Lexicon) -> Iterator[Mechanism]:
    """The patterns with their judges."""
    yield from of_table(_TABLE)
    yield Mechanism(_OBJECT, _object(objects_of(lexicon)))


_OBJECT = lazy("(?P<h>[vgsye])[DT]?J?[NzL](?P<v>[Io])[DATJNnzyG]")
_TABLE = (
    (lazy("S#"), _since, "since"),
    (lazy("I[T#J]{0,2}(?P<y>[NzS])"), _for_years, "centuries decades generations years millennia months"),
    (lazy("e(?P<v>I)[nNyzJ]"), _with, ""),
    (lazy("[BE]R{0,2}e(?P<v>[zN])[,;.]"), _no_object, ""),
    (lazy("[vsgyu][ny](?P<v>[DT])"), _light, "account part care advantage note cognizance attention heed"),
    (lazy("(?P<v>Z)[NL]"), _owner, ""),
    (lazy("[vsgye][DA]J?n(?P<v>D)[JNnzyK]"), _side_by_side, ""),
    (lazy("[NzL](?P<v>g)[vy][DATmJNny]"), _increasing, ""),
    (lazy("(?P<h>[vsyz])[RD](?P<v>J)[;,.]"), _very, "very too"),
    (lazy("f(?P<v>M)"), _nobody, "nobody nothing"),
    (lazy("[IJD](?P<v>z)t"), _regards, "regards"),
    (lazy("(?P<v>R)[;.]"), _therefore, "therefore"),
    (lazy("[vg](?P<v>J)eI"), _no_noun, ""),
    (lazy("RR[^,;.:<>]{1,10}?,?(?P<v>&)R"), _not_only, "only"),
    (lazy("[#1](?P<v>[ny])[nNyzG]"), _unit, ""),
    (lazy("[JjRD](?P<v>[nyge])[nNyz]"), _compound, ""),
    (lazy("[BEb]R?J(?:,J){0,4},?[&|]R?(?P<v>n)[;,.]"), _adjective, ""),
)  # fmt: skip

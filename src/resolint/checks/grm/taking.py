"""What verbs, nouns and adjectives take behind them, by the shape of the clause and the counts of adopted texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.grm.aligning import asking_of
from resolint.checks.grm.shaped import Judge, Look, Mechanism, Told, of_table
from resolint.lexicon import Lexicon
from resolint.lexicon.english import word_set
from resolint.regex import lazy

__all__ = ["mechanisms"]

_COMMON = ("be", "have", "do", "take", "make", "ensure", "work", "provide", "use", "establish")
_COMMON_ING = (
    "being", "having", "taking", "making", "ensuring", "establishing", "using", "providing", "achieving", "developing",
)  # fmt: skip
"""Verbs that stand behind many words, in the infinitive and in *-ing*."""
_BOUND = ("the", "a", "an", "its", "their", "all", "any", "such", "this", "that", "these", "those", "it", "them")
"""Words that begin an object."""
_PREPOSITIONS = ("of", "on", "to", "for", "with", "from", "against", "into", "upon")
_REACH = 12
"""So many words behind a verb with an object its preposition may stand."""
_BEFORE_VERB = "tMpWQNL"
_SUGGEST = word_set("suggest propose demand insist recommend")
_PREVENT = word_set("prevent avoid stop")
_MADE = word_set("made seen heard forced allowed required obliged asked invited expected encouraged enabled permitted")


def _told(match: re.Match[str], instead: str, *, fix: bool = False) -> Told:
    return Told(match.start("v"), match.end("v"), instead, fix)


def _objects(look: Look, verb: str) -> int:
    return sum(look.counted(verb, led) for led in _BOUND)


def _lacks(look: Look, match: re.Match[str]) -> Told | None:
    """*Islands depend ferries*, *the fleet consisted 40 cars*: a verb that never has an object, and mostly one preposition."""
    place = match.start("v")
    word, behind = look.word(place), look.words[place + 1]
    every = look.counted(word)
    noun = match["v"] == "y" and match.string[place - 1] not in _BEFORE_VERB
    if noun or every < 15 or look.counted(word, behind) or look.counted("the", word) * 20 > every:
        return None
    if any(_objects(look, one) * 50 > look.counted(one) for one in (word, look.base(place))):
        return None
    often, led = max((look.counted(word, one), one) for one in _PREPOSITIONS)
    if f"{led} ".encode() in look.words[place + 2 : place + _REACH]:
        return None  # *contribute troops and police to the Mission*
    if led == "to" and sum(look.counted(word, led, one) for one in _COMMON) * 10 > often:
        return None
    return Told(place, place + 1, f"“{word} {led}”") if often * 2 > every else None


def _of_doing(look: Look, match: re.Match[str]) -> Told | None:
    """*The possibility to use the centre*: nouns behind which adopted texts have *of* with a form in *-ing*."""
    place = match.start("v")
    noun, ing = look.word(place - 1), look.ing(place + 1)
    of = sum(look.counted(noun, "of", one) for one in _COMMON_ING)
    to = sum(look.counted(noun, "to", one) for one in _COMMON)
    whole = look.counted("the", noun, "of") * 3 > look.counted("the", noun)
    if not whole or not ing or of < 6 or to * 10 > of or look.counted(noun, "to", look.words[place + 1]):
        return None
    return Told(place, place + 2, f"of {ing}", fix=True)


def _to_do(look: Look, match: re.Match[str]) -> Told | None:
    """*The ability of choosing*, *free of choosing*: the reverse."""
    place = match.start("v")
    word, led, base = look.word(place - 1), look.words[place], look.base(place + 1)
    here = sum(look.counted(word, led, one) for one in _COMMON_ING) + look.counted(word, led, look.words[place + 1])
    to = sum(look.counted(word, "to", one) for one in _COMMON)
    if here or to < 8 or to * 5 < look.counted(word):
        return None
    return Told(place, place + 2, f"to {base}", fix=True)


def _helps(look: Look, match: re.Match[str]) -> Told | None:
    """*Helps relieving tension*."""
    place = match.start("v")
    return _told(match, f"to {look.base(place)}", fix=True) if look.base(place - 1) == "help" else None


def _prevents(look: Look, match: re.Match[str]) -> Told | None:
    """*Prevents to use it*."""
    return _told(match, "a form in “-ing”") if look.base(match.start()) in _PREVENT else None


def _made(look: Look, match: re.Match[str]) -> Told | None:
    """*Are made perform tasks*."""
    place = match.start("v")
    if look.word(place - 1) not in _MADE or look.counted(look.words[place - 1], look.words[place]):
        return None
    return _told(match, f"to {look.word(place)}", fix=True)


def _to_ing(look: Look, match: re.Match[str]) -> Told | None:
    """*Help to preserving skills*."""
    place = match.start("v")
    led, base = look.base(place - 2), look.base(place)
    if look.counted(led, "to", look.words[place]) or look.counted("to", base) < 10:
        return None
    to = sum(look.counted(led, "to", one) for one in _COMMON)
    ings = sum(look.counted(led, "to", one) for one in _COMMON_ING)
    return Told(place - 1, place + 1, f"to {base}", fix=True) if to >= 12 and ings * 20 < to else None


def _made_to(look: Look, match: re.Match[str]) -> Told | None:
    """*Are made to carrying loads*."""
    made = look.word(match.start("v") - 2) in ("made", "seen", "heard")
    return _told(match, look.base(match.start("v")), fix=True) if made else None


def _in_order(look: Look, match: re.Match[str]) -> Told | None:
    """*In order register*."""
    place = match.start("v")
    if look.words[place - 1] != b"order " or look.words[place - 2] != b"in ":
        return None
    return None if look.counted("order", look.words[place]) else _told(match, f"to {look.word(place)}", fix=True)


def _no_finite(look: Look, match: re.Match[str]) -> Told | None:
    """*Demands that all parties to fully comply*: nothing but an infinitive behind *that*."""
    head = look.words[match.start("v") - 1]
    if look.counted(head, "to", look.words[match.end() - 1]) or look.counted(head, "to", "be"):
        return None
    return Told(match.start("v"), match.end(), "a verb without “to”")


def _suggests(look: Look, match: re.Match[str]) -> Told | None:
    """*Suggests all States to apply the rules*."""
    return _told(match, "“that” with a verb") if look.base(match.start("a")) in _SUGGEST else None


def _asked(asking: frozenset[str]) -> Iterator[tuple[re.Pattern[str], Judge]]:
    """What is wrong behind verbs that have somebody and an infinitive behind them."""

    def being(look: Look, match: re.Match[str]) -> Told | None:
        """*Allow prices being compared*."""
        asks = look.base(match.start("a")) in ("allow", "permit", "enable", "cause", "require")
        return _told(match, "to be", fix=True) if asks and look.words[match.start("v")] == b"being " else None

    def bare(look: Look, match: re.Match[str]) -> Told | None:
        """*Permit drivers exchange shifts*."""
        place = match.start("v")
        verb = look.base(match.start("a"))
        nouns = look.counted(look.words[place - 1], look.words[place]) > 2
        if verb not in asking or verb in ("help", "assist", "ask", "require", "request") or nouns:
            return None
        return _told(match, f"to {look.word(place)}", fix=True)

    def not_doing(look: Look, match: re.Match[str]) -> Told | None:
        """*Instruct commanders not carrying out drills*."""
        if look.base(match.start("a")) not in asking or look.words[match.start("v") - 1] != b"not ":
            return None
        return _told(match, f"to {look.base(match.start('v'))}", fix=True)

    yield lazy("(?P<a>[svzyug])[DAT]?[Jj]?[NLzny](?:I[DAT1#]?[Jn]{0,2}[nNzy])?(?P<v>b)e"), being
    yield lazy("(?P<a>[svzyug])[DAT]?J?[NL](?P<v>[vyu])(?=[DATNz])"), bare
    yield lazy("(?P<a>[svzyug])[DAT]?J?[NLz]R(?P<v>g)"), not_doing


def mechanisms(lexicon: Lexicon) -> Iterator[Mechanism]:
    """The patterns with their judges."""
    yield from of_table(_TABLE)
    for asked, behind in _asked(asking_of(lexicon)):
        yield Mechanism(asked, behind)


_TABLE = (
    (lazy("[NLnKpiWQyztM#](?P<v>[vsePcy])(?=[N#zn]|J[nNzy])"), _lacks, ""),
    (lazy("D[ny](?P<v>t)[vyu](?=[DATZNJI])"), _of_doing, ""),
    (lazy("[nyJ](?P<v>[oI])g(?=[DATZNJI])"), _to_do, ""),
    (lazy("[zyvgu](?P<v>g)[DATnNJ]"), _helps, ""),
    (lazy("[zsvg](?P<v>t)[vyu][DATmi]"), _prevents, ""),
    (lazy("[BEb]R?e(?P<v>[vyu])[DATNJz]"), _made, ""),
    (lazy("[vszyua]t(?P<v>g)[DATNJnz]"), _to_ing, ""),
    (lazy("[BEb]R?et(?P<v>g)"), _made_to, "made seen heard"),
    (lazy("I[ny](?P<v>[vyu])"), _in_order, "order"),
    (lazy("Q(?=[^;.:<>QSWHBEMsvPp]{2,18}t)[DAT#nNJKLjoItyze]{1,12}(?P<v>t)R?[bvu](?![^;.<>]{0,60}[BEMsvPyzpue])"), _no_finite, ""),
    (lazy("(?P<a>[svzg])[DAT]{0,2}J?[LK](?P<v>t)(?=[vyub])"), _suggests, ""),
)  # fmt: skip

"""Small words and marks that a clause asks for otherwise: comparisons, pronouns, commas, numbers, articles, by its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.grm.shaped import DET, MOD, Look, Mechanism, Told
from resolint.regex import lazy

__all__ = ["mechanisms"]

_HANDLED = frozenset(
    "submit publish present circulate transmit disseminate distribute report update post make keep adopt consider review "
    "maintain convene share translate display issue bring send forward complete use test sign finalize communicate".split()
)
"""What is done with a document that was made before."""
_LIKENED = frozenset((b"as ", b"such ", b"so ", b"same ", b"well "))
_NAMED = frozenset(
    "convention protocol committee agreement commission office region treaty declaration court conference fund goal".split()
)
_DOUBLE = (frozenset(("unless", "although", "because", "though")), frozenset(("if", "because", "although", "unless")))
_AMOUNTS = frozenset("number majority variety range lot group series set half total part couple".split())
_SUPERLATIVES = frozenset("interest honest modest forest request harvest protest contest conquest guest".split())


def _told(match: re.Match[str], instead: str, *, fix: bool = False) -> Told:
    return Told(match.start("v"), match.end("v"), instead, fix)


def _them(look: Look, match: re.Match[str]) -> Told | None:
    """*To prepare a study and to submit them*."""
    place, head = match.start("v"), match.end("n") - 1
    if look.words[place] != b"them " or re.search("[vsgt]|&A", match["x"]) or look.base(place - 1) not in _HANDLED:
        return None
    several = match["a"] == "D" and re.search("[NzL]", match["x"])
    return None if several or look.word(head) in _AMOUNTS or look.person(head) else _told(match, "it", fix=True)


def _it(look: Look, match: re.Match[str]) -> Told | None:
    """*To collect the names and to publish it*."""
    place = match.start("v")
    if look.words[place] != b"it " or look.base(place - 1) not in _HANDLED:
        return None
    return None if re.search("[vsgt]|&A|&D[^&,]*[ny]", match["x"]) else _told(match, "them", fix=True)


def _same(look: Look, match: re.Match[str]) -> Told | None:
    """*The same rights than others*, *in the same way like miners*."""
    led = look.words[match.start("v")]
    if look.words[match.start("h")] != b"same " or led not in (b"than ", b"like "):
        return None
    return _told(match, "as", fix=True)


def _more(look: Look, match: re.Match[str]) -> Told | None:
    """*Burn more often as stone*, *less teachers as in towns*."""
    place, first = match.start("v"), look.words[match.start()]
    if look.words[place] != b"as " or (match["h"] and first not in (b"more ", b"less ", b"fewer ")):
        return None
    if not match["h"] or not _LIKENED.isdisjoint(look.before(place, 6)) or look.words[place + 1] == b"appropriate ":
        return None
    clause = match.string[place + 1] == "p"
    return None if clause else _told(match, "than", fix=True)


def _comma_behind_that(look: Look, match: re.Match[str]) -> Told | None:
    """*Noting that, the level has fallen*: no second comma closes an insertion."""
    return _told(match, "“that” without a comma")


def _opened(look: Look, match: re.Match[str]) -> Told | None:
    """*That wells which were dug by hand, are shallow*."""
    return Told(match.start("h"), match.end("v"), "a comma before “which”, or none behind the clause")


def _series(look: Look, match: re.Match[str]) -> Told | None:
    """*The design testing and operation of engines*."""
    first, second = look.words[match.start("a")], look.words[match.start("v")]
    if look.counted(first, second):
        return None
    return Told(match.start("a"), match.end("v"), f"“{look.word(match.start('a'))}, {look.word(match.start('v'))}”")


def _pair(look: Look, match: re.Match[str]) -> Told | None:
    """*To consult millers, and their families on hours*."""
    owned = look.words[match.start("t")] in (b"their ", b"its ")
    return Told(match.start("a"), match.end("v"), "no comma") if owned else None


def _names(look: Look, match: re.Match[str]) -> Told | None:
    """*The Minamata and Basel Convention*, but for names that have *and* in themselves."""
    place = match.start("v")
    word = look.word(place)
    if word not in _NAMED or look.counted(look.words[place - 3], "and", look.words[place - 1]):
        return None
    if look.counts[b"".join(look.words[place - 3 : place + 1])]:
        return None
    written = look.words[place].decode().strip()
    return _told(match, f"{look.classes.plurals.get(word, word + 's')}") if written else None


def _number(look: Look, match: re.Match[str]) -> Told | None:
    """*The number of the boat, crews and harbours*."""
    word = look.word(match.start("v"))
    if look.word(match.start("h")) not in ("number", "numbers") or word in ("staff", "personnel"):
        return None
    plural = look.classes.plurals.get(word, "")
    return _told(match, plural, fix=True) if plural else None


def _in_numbers(look: Look, match: re.Match[str]) -> Told | None:
    """*Exported in large number*."""
    word = look.word(match.start("v"))
    return _told(match, f"{word}s", fix=True) if word == "number" else None


def _twice(look: Look, match: re.Match[str]) -> Told | None:
    """*Unless if the Board agrees*."""
    first, second = look.word(match.start()), look.word(match.start() + 1)
    if first == second or first not in _DOUBLE[0] or second not in _DOUBLE[1]:
        return None
    return Told(match.start(), match.end(), "one of the two words")


def _superlative(look: Look, match: re.Match[str]) -> Told | None:
    """*That the lake is largest in the region*; *where the risk is greatest* has no other."""
    word = look.word(match.start("v"))
    if not word.endswith("est") or word in _SUPERLATIVES or word in ("latest", "best", "least") or "-" in word:
        return None
    if match["h"] in "BE" and match.string[match.end("v")] in ";,.":
        return None
    return _told(match, f"the {word}", fix=True)


def _these(look: Look, match: re.Match[str]) -> Told | None:
    """*Noting this measures*."""
    word = look.words[match.start("v")]
    return _told(match, "these", fix=True) if word == b"this " else None


def _one_of(look: Look, match: re.Match[str]) -> Told | None:
    """*One of the report*."""
    word = look.word(match.start("v"))
    plural = look.classes.plurals.get(word, "")
    return _told(match, plural, fix=True) if plural else None


def _less_that(look: Look, match: re.Match[str]) -> Told | None:
    """*Uses less energy that road transport*."""
    return _told(match, "than", fix=True) if look.words[match.start()] in (b"less ", b"more ", b"fewer ") else None


def _verbs_comma(look: Look, match: re.Match[str]) -> Told | None:
    """*To sign, ratify and implement, the agreement*."""
    return Told(match.start("v") - 1, match.end("v"), "no comma")


def _since(look: Look, match: re.Match[str]) -> Told | None:
    """*Is increasing since 2019*, *works since 1998*."""
    return _told(match, "the present perfect") if look.words[match.start("x")] == b"since " else None


_TIMES = frozenset((b"centuries ", b"decades ", b"generations ", b"years ", b"millennia ", b"months "))


def _for_years(look: Look, match: re.Match[str]) -> Told | None:
    """*Are grinding grain for centuries*."""
    led, time = look.words[match.start("x")], look.words[match.start("y")]
    return _told(match, "the present perfect") if led == b"for " and time in _TIMES else None


def _side_by_side(look: Look, match: re.Match[str]) -> Told | None:
    """*Welcoming the support the regional banks*."""
    place = match.start("v")
    if look.words[place] not in (b"the ", b"its ", b"their "): return None
    if look.counted(look.words[place - 1], look.words[place]): return None
    return _told(match, "a preposition before it")


def _increasing(look: Look, match: re.Match[str]) -> Told | None:
    """*Glaciers increasing feed lakes*."""
    adverb = look.word(match.start("v")) + "ly"
    return _told(match, adverb, fix=True) if look.counted(adverb) else None


def _very(look: Look, match: re.Match[str]) -> Told | None:
    """*Grow very slow*."""
    place = match.start("v")
    adverb = look.classes.adverb_of.get(look.word(place), "")
    if look.words[place-1] not in (b"very ", b"too ") or not adverb: return None
    if look.base(match.start("h")) in ("be", "become", "remain", "seem", "feel", "look", "appear", "prove", "make"): return None
    return _told(match, adverb, fix=True)


def _nobody(look: Look, match: re.Match[str]) -> Told | None:
    """*Nobody cannot*."""
    word = look.word(match.start())
    if word not in ("nobody", "nothing") or look.words[match.start("v")] != b"cannot ": return None
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
    if look.words[place] != b"not " or look.words[place + 1] != b"only " or look.words[match.end()-1] not in (b"also ",) or look.words[match.start("v")] != b"and ": return None
    return _told(match, "but", fix=True)


_INFINITIVE = frozenset("afford decide agree plan refuse promise hope expect manage fail offer wish want undertake aim pledge intend".split())


def _to_do(look: Look, match: re.Match[str]) -> Told | None:
    """*Cannot afford buying stoves*."""
    if look.base(match.start("h")) not in _INFINITIVE: return None
    return _told(match, f"to {look.base(match.start('v'))}", fix=True)


def _to_doing(look: Look, match: re.Match[str]) -> Told | None:
    """*Committed to reduce waste*."""
    place, led = match.start("v"), look.words[match.start("h")]
    ing = look.ing(place)
    if not ing or look.counted(led, "to", look.words[place]) or look.counted(led, "to", ing) < 3: return None
    if any(look.counted(led, "to", x) for x in ("be", "have", "do", "make", "take", "ensure", "provide")): return None
    return _told(match, ing, fix=True)


_UNITS = frozenset("day week month year hour minute mile metre kilometre page member storey bed seat person".split())
_COMPOUND = frozenset("scale term level income cost carbon quality risk impact speed emission tolerance range size".split())
_MEASURED = frozenset("small large long short medium high low zero full half mid middle".split())


def _unit(look: Look, match: re.Match[str]) -> Told | None:
    """*A three day workshop*."""
    place = match.start("v")
    if look.word(place) not in _UNITS: return None
    return Told(place - 1, place + 1, f"“{look.word(place-1)}-{look.word(place)}”")


def _compound(look: Look, match: re.Match[str]) -> Told | None:
    """*Small scale millers*, *slow growing lichens*, *well designed stoves*."""
    place = match.start("v"); first, second = look.word(place-1), look.word(place)
    if (second in _COMPOUND and first in _MEASURED) or look.counted(f"{first}-{second}") > 4 * look.counted(first, second) + 6:
        if look.counted(first, second) > look.counted(f"{first}-{second}"): return None
        return Told(place - 1, place + 1, f"“{first}-{second}”")
    if match.string[place] == "g" and first in ("slow","fast","long","hard","far","high","low","early","late","ever"): return Told(place - 1, place + 1, f"“{first}-{second}”")
    if match.string[place] == "e" and first == "well": return Told(place - 1, place + 1, f"“{first}-{second}”")
    return None


def _adjective(look: Look, match: re.Match[str]) -> Told | None:
    """*Slow, old and danger*."""
    return _told(match, "an adjective")


def _verbs_ing(look: Look, match: re.Match[str]) -> Told | None:
    """*To register, train and supervising guides*."""
    return _told(match, look.base(match.start("v")), fix=True)


def _nouns_to(look: Look, match: re.Match[str]) -> Told | None:
    """*The collection, to sort and reuse of glass*."""
    return _told(match, "a noun")


def _its(look: Look, match: re.Match[str]) -> Told | None:
    """*Workers should know its rights*."""
    return _told(match, "their", fix=True) if look.words[match.start("v")] == b"its " else None


def mechanisms() -> Iterator[Mechanism]:
    """The patterns with their judges."""
    for pattern, judge in _TABLE:
        yield Mechanism(pattern, judge)


_TABLE = (
    (lazy("[tsz,&][vyuaszg]R?(?P<a>[AD])(?P<n>[Jjagen#yxKzN]{0,6}[nyjK])(?P<x>[^;.:<>QSWH]{0,40}?),?[&|][t,]?[vyuag](?P<v>m)"), _them),
    (lazy("[tsz,&][vyuasz][DT]?(?:[Jjagen#yx]{0,6}[Nz]|K{0,4}L)(?P<x>[^;.:<>QSWH]{0,40}?),?[&|][t,]?[vyuag](?P<v>i)(?![BEMRvsP])"), _it),
    (lazy("D(?P<h>D)[^;.:<>QSWHBEMsv]{0,20}?(?P<v>I)(?=[DATJnNpKLe])"), _same),
    (lazy("D(?P<h>[JRNnz])[^;.:<>,QSWHBEMsvI]{0,4}(?P<v>I)(?=[DATJNpKL])"), _more),
    (lazy("(?<!,)(?P<v>Q,)[DATp][^,;.:<>]{0,40}?[BEMsvP]"), _comma_behind_that),
    (lazy(f"Q{DET}{MOD}{{0,5}}(?P<h>[nNyzKL])(?P<v>[HW])[EBMsv][^,;.:<>QSWH]{{0,30}},[BEM]"), _opened),
    (lazy("[DIA](?P<a>[nyj])(?P<v>[gG])&[nG]o"), _series),
    (lazy("[vyuasg](?P<a>[nNyzKL])(?P<v>,)&(?P<t>D)J?[NnzyL]{1,3}[IoQHW;.>]"), _pair),
    (lazy("(?:[DAI](?:K,){0,5}|,)K,?&K(?P<v>K)(?=[;,.:o]|[IB])"), _names),
    (lazy("(?P<h>[nyz])oD?J?(?P<v>[ny])[,;.&]"), _number),
    (lazy("IJ(?P<v>[ny])[,;.t&I>]"), _in_numbers),
    (lazy("SS"), _twice),
    (lazy("(?P<h>[BEIR])(?P<v>J)(?=[nyNz;,.I])"), _superlative),
    (lazy("(?P<v>A)J?z[&,;.o]"), _these),
    (lazy("1oDJ?(?P<v>[ny])(?![NznyK·J])"), _one_of),
    (lazy("D[nyNz](?P<v>Q)[nNJyD][nyNz]?[;,.]"), _less_that),
    (lazy("[tM]R?[vyua],[vyua][&|][vyua](?P<v>,)[DAT]"), _verbs_comma),
    (lazy("[tM]R?[vyua],[vyua](?P<v>,)[&|][vyua]"), _verbs_comma),
    (lazy("(?P<v>[BE]R?g|(?<=[nNzK])s)[^,;.:<>QSWHBEM]{0,12}?(?P<x>S)#"), _since),
    (lazy("(?P<v>[BE]R?g)[^,;.:<>QSWHBEM]{0,12}?(?P<x>I)[T#J]{0,2}(?P<y>[NzS])"), _for_years),
    (lazy("[vsgIye][DA]J?n(?P<v>D)[JNnzyK]"), _side_by_side),
    (lazy("[NzL](?P<v>g)[vy][DATmJN]"), _increasing),
    (lazy("(?P<h>[vsyz])[RD](?P<v>J)[;,.]"), _very),
    (lazy("f(?P<v>M)"), _nobody),
    (lazy("[IJD](?P<v>z)t"), _regards),
    (lazy("(?P<v>R)[;.]"), _therefore),
    (lazy("[vg](?P<v>J)eI"), _no_noun),
    (lazy("RR[^,;.:<>]{1,10}?,?(?P<v>&)R"), _not_only),
    (lazy("(?P<h>[vsP]|(?<=[tMp])y)(?P<v>g)[DATmJN#]"), _to_do),
    (lazy("(?P<h>[eJR])t(?P<v>[vyu])"), _to_doing),
    (lazy("[#1](?P<v>[ny])[nNyz]"), _unit),
    (lazy("[JjRD](?P<v>[nyge])[nNyz]"), _compound),
    (lazy("[BEb]R?J(?:,J){0,4},?[&|]R?(?P<v>n)[;,.]"), _adjective),
    (lazy("[tM]R?[vyua](?:,[vyua]){0,5}(?<!,)[&|]R?(?P<v>g)[DATmN#J]"), _verbs_ing),
    (lazy("[nyG],(?P<v>t)[vyu][&|][nyG]o"), _nouns_to),
    (lazy("Q(?:T[Jn]?)?[Nz]R?(?:M[vyu]|[vE])(?P<v>D)[nNzyJ]"), _its),
)  # fmt: skip

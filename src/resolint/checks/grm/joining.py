"""Small words and marks that a clause asks for otherwise: comparisons, pronouns, commas, numbers, by its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.grm.shaped import DET, MOD, Look, Mechanism, Told, of_table
from resolint.lexicon.english import word_set
from resolint.regex import lazy

__all__ = ["mechanisms"]

_HANDLED = word_set(
    "submit publish present circulate transmit disseminate distribute report update post make keep adopt consider review "
    "maintain convene share translate display issue bring send forward complete use test sign finalize communicate"
)
"""What is done with a document that was made before."""
_LIKENED = frozenset((b"as ", b"such ", b"so ", b"same ", b"well "))
_NAMED = word_set(
    "convention protocol committee agreement commission office region treaty declaration court conference fund goal"
)
_DOUBLE = (frozenset(("unless", "although", "because", "though")), frozenset(("if", "because", "although", "unless")))
_AMOUNTS = word_set("number majority variety range lot group series set half total part couple")
_NO_SUPERLATIVES = word_set(
    "interest honest modest forest request harvest protest contest conquest guest latest best least"
)


def _told(match: re.Match[str], instead: str, *, fix: bool = False) -> Told:
    return Told(match.start("v"), match.end("v"), instead, fix)


def _them(look: Look, match: re.Match[str]) -> Told | None:
    """*To prepare a study and to submit them*."""
    place, head = match.start("v"), match.end("n") - 1
    handled = not match["x"] or look.base(place - 1) in _HANDLED
    if look.words[place] != b"them " or re.search("[vsgt]|&A", match["x"]) or not handled:
        return None
    several = match["a"] == "D" and re.search("[NzL]", match["x"])
    return None if several or look.word(head) in _AMOUNTS or look.person(head) else _told(match, "it", fix=True)


def _it(look: Look, match: re.Match[str]) -> Told | None:
    """*To collect the names and to publish it*."""
    place = match.start("v")
    if look.words[place] != b"it " or (match["x"] and look.base(place - 1) not in _HANDLED):
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


def _longer_as(look: Look, match: re.Match[str]) -> Told | None:
    """*Live longer as pines*."""
    compared = look.word(match.start()).endswith("er") and look.counted(look.words[match.start()], "than")
    return _told(match, "than", fix=True) if compared and look.words[match.start("v")] == b"as " else None


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


_SHARED = lazy("[JjnaT]{1,2}[NLz]")
"""What follows *and* where both words before and behind it describe one plural."""


def _number(look: Look, match: re.Match[str]) -> Told | None:
    """*The number of the boat, crews and harbours*."""
    word = look.word(match.start("v"))
    if look.word(match.start() - 1) not in ("number", "numbers") or word in ("staff", "personnel"):
        return None
    if match.string[match.end() - 1] == "&" and _SHARED.match(match.string, match.end()):
        return None  # *a number of security and humanitarian crises*
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
    if not word.endswith("est") or word in _NO_SUPERLATIVES or "-" in word:
        return None
    behind = match.end("v")
    if match["h"] in "BE" and (match.string[behind] in ";,." or look.words[behind] not in (b"in ", b"of ", b"on ")):
        return None
    return _told(match, f"the {word}", fix=True)


def _these(look: Look, match: re.Match[str]) -> Told | None:
    """*Noting this measures*."""
    word = look.words[match.start("v")]
    return _told(match, "these", fix=True) if word == b"this " else None


def _each(look: Look, match: re.Match[str]) -> Told | None:
    """*Each ferries carries*."""
    if look.words[match.start()] not in (b"each ", b"every ", b"another ", b"one "):
        return None
    single = look.classes.singulars.get(look.word(match.start("v")), "")
    return _told(match, single, fix=True) if single else None


def _this_for(look: Look, match: re.Match[str]) -> Told | None:
    """*The rules are stricter than this for barges*."""
    place = match.start("v")
    ok = look.words[place] == b"this " and look.words[place - 1] in (b"than ", b"from ", b"to ", b"with ", b"as ")
    return _told(match, "“that” or “those”") if ok else None


def _either(look: Look, match: re.Match[str]) -> Told | None:
    """*Either to repair and to replace engines*."""
    at = match.start()
    if look.words[at] != b"either " or look.words[match.start("v")] != b"and ":
        return None
    later = match.string[match.start("v") : match.start("v") + 12]
    return None if "|" in later.split(";")[0] else _told(match, "or", fix=True)


def _it_again(look: Look, match: re.Match[str]) -> Told | None:
    """*That the accident it was caused by fog*."""
    return _told(match, f"the verb without “{look.word(match.start('v'))}”")


def _cut(look: Look, match: re.Match[str]) -> Told | None:
    """*That the ferry, sank within minutes*."""
    return Told(match.start("v") - 1, match.end("v"), "no comma")


def _one_of(look: Look, match: re.Match[str]) -> Told | None:
    """*One of the report*."""
    word = look.word(match.start("v"))
    plural = look.classes.plurals.get(word, "")
    return _told(match, plural, fix=True) if plural else None


def _better_that(look: Look, match: re.Match[str]) -> Told | None:
    """*Keeps out the cold better that canvas*."""
    word = look.word(match.start())
    return (
        _told(match, "than", fix=True)
        if word in ("better", "worse", "more", "less") or (word.endswith("er") and look.counted(word, "than"))
        else None
    )


def _less_that(look: Look, match: re.Match[str]) -> Told | None:
    """*Uses less energy that road transport*."""
    return _told(match, "than", fix=True) if look.words[match.start()] in (b"less ", b"more ", b"fewer ") else None


def _verbs_comma(look: Look, match: re.Match[str]) -> Told | None:
    """*To sign, ratify and implement, the agreement*."""
    return Told(match.start("v") - 1, match.end("v"), "no comma")


def _each_their(look: Look, match: re.Match[str]) -> Told | None:
    """*Each State has sovereignty over their pastures*."""
    ok = look.words[match.start()] in (b"each ", b"every ") and look.words[match.start("v")] == b"their "
    return _told(match, "its", fix=True) if ok else None


def _comma_lost(look: Look, match: re.Match[str]) -> Told | None:
    """*That in the past five years, the herds have*."""
    return Told(match.start(), match.start() + 2, f"“that, {look.word(match.start() + 1)} …,”")


def _its(look: Look, match: re.Match[str]) -> Told | None:
    """*Workers should know its rights*."""
    return _told(match, "their", fix=True) if look.words[match.start("v")] == b"its " else None


def mechanisms() -> Iterator[Mechanism]:
    """The patterns with their judges."""
    yield from of_table(_TABLE)


_TABLE = (
    (lazy("[tsz,&][vyuaszg]R?(?P<a>[AD])(?P<n>[Jjagen#yxKzN]{0,6}[nyjK])(?P<x>[^;.:<>QSWH]{0,40}?),?[&|][t,]?[vyuagJ](?P<v>m)"),
     _them, "them"),
    (lazy("[tsz,&][vyuasz][DT]?(?:[Jjagen#yx]{0,6}[Nz]|K{0,4}L)(?P<x>[^;.:<>QSWH]{0,40}?),?[&|][t,]?[vyuagJ](?P<v>i)(?![BEMRvsP])"),
     _it, "it"),
    (lazy("D(?P<h>D)[^;.:<>QSWHBEMsv]{0,20}?(?P<v>I)(?=[DATJnNpKLe])"), _same, "same"),
    (lazy("D(?P<h>[JRNnz])[^;.:<>,QSWHBEMsvI]{0,4}(?P<v>I)(?=[DATJNpKLnyz])"), _more, "more less fewer"),
    (lazy("(?P<v>Q,)(?<!,Q,)[DATp][^,;.:<>]{0,40}?[BEMsvP]"), _comma_behind_that, ""),
    (lazy(f"Q{DET}{MOD}{{0,5}}(?P<h>[nNyzKL])(?P<v>[HW])[EBMsv][^,;.:<>QSWH]{{0,30}},[BEM]"), _opened, "which who"),
    (lazy("[DIA](?P<a>[nyjgG])(?P<v>[gG])&[nGy]o"), _series, ""),
    (lazy("[vyuasg](?P<a>[nNyzKL])(?P<v>,)&(?P<t>D)J?[NnzyL]{1,3}[IoQHW;.>]"), _pair, ""),
    (lazy("&K(?P<v>K)(?<=K&KK|,&KK)(?=[;,.:otMIB])"), _names, ""),
    (lazy("o(?<=[nyz]o)D?J?(?P<v>[ny])[,;.&]"), _number, "number numbers"),
    (lazy("IJ(?P<v>[ny])[,;.t&I>]"), _in_numbers, "number"),
    (lazy("[JRx](?P<v>I)(?=[nNz][;,.])"), _longer_as, "as"),
    (lazy("SS"), _twice, "unless although because though"),
    (lazy("(?P<h>[BEIR])(?P<v>J)(?=[nyNz;,.I])"), _superlative, ""),
    (lazy("(?P<v>A)J?z[&,;.oEPM]"), _these, "this"),
    (lazy("[A1][Jj]?(?P<v>[zN])(?=[sBMISR;.&])"), _each, "each every another one"),
    (lazy("I(?P<v>A)[Io]"), _this_for, "this"),
    (lazy("A[^,;.:<>|]{1,12}?(?P<v>&)[tvyuDA]"), _either, "either"),
    (lazy("Q[DAT]?[Jj]?[nyNzK](?P<v>[ip])[BEM]"), _it_again, "it they"),
    (lazy("Q[DAT#]{1,2}[Jj]?[nyNzKL](?:[Io]D?[Jj]?[nyNzKL])?(?P<v>,)[PsBEM][^,]{1,30}[,;.]"), _cut, ""),
    (lazy("1oDJ?(?P<v>[ny])(?![NznyK·J])"), _one_of, "one"),
    (lazy("[JR](?P<v>Q)[nNJyDKA]{1,3}[;,.]"), _better_that, ""),
    (lazy("D[nyNz](?P<v>Q)[nNJyD][nyNz]?[;,.]"), _less_that, "less more fewer"),
    (lazy("[tM]R?[vyua],[vyua][&|][vyua](?P<v>,)[DAT]"), _verbs_comma, ""),
    (lazy("[tM]R?[vyua],[vyua](?P<v>,)[&|][vyua]"), _verbs_comma, ""),
    (lazy("AK?[Kn][BMsv][^,;.:<>&]{0,14}?(?P<v>D)"), _each_their, "each every"),
    (lazy("QI[^,;.:<>QSWHBEMsv]{2,9},(?:[DTp])"), _comma_lost, ""),
    (lazy("Q(?:T[Jn]?)?[Nz]R?(?:M[vyu]|[vE])(?P<v>D)[nNzyJ]"), _its, "its"),
    (lazy("[Lz]t[vyuJ][DT]?J?[Nz]&t?[vyu](?P<v>D)"), _its, "its"),
)  # fmt: skip

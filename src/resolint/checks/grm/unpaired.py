"""Halves that do not fit each other, verbs in the form of another, small words out of place, by the shape of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.grm.shaped import DET, MOD, Look, Mechanism, Told, of_table
from resolint.lexicon.english import word_set
from resolint.regex import lazy

__all__ = ["mechanisms"]

_SELDOM = 2
_WITHIN = word_set(
    "conditions condition circumstances procedure procedures period periods place places manner extent degree rate"
)
_TWOFOLD = word_set("give grant award offer pay show ask tell call consider deem make assign accord teach send allow")
_NAMING = ("ty", "ness", "ence", "ance", "cy", "dom")
_EARLIEST = 1900
_LATEST = 2026
_FREQUENT = word_set("seldom often never always rarely sometimes usually")
_STANDING = word_set("exist remain live arise")
_NAMED = word_set(
    "give grant award offer elect appoint name call declare consider make designate proclaim show pay leave ask deny allocate "
    "accord assign owe teach tell found"
)
_AMOUNTS = frozenset(
    ("number", "variety", "range", "lot", "few", "series", "set", "couple", "total", "wide", "large", "growing")
)
_THINGS = frozenset((b"all ", b"everything ", b"anything ", b"nothing ", b"something ", b"those ", b"that "))


def _told(match: re.Match[str], instead: str, *, fix: bool = False) -> Told:
    return Told(match.start("v"), match.end("v"), instead, fix)


def _years(look: Look, *places: int) -> bool:
    written = [look.written(place) for place in places]
    return all(one.isdigit() and _EARLIEST <= int(one) < _LATEST for one in written)


def _range_past(look: Look, match: re.Match[str]) -> Told | None:
    """*Satellites are built by universities between 2016 and 2025*."""
    if look.words[match.start("v")] not in (b"is ", b"are ") or not _years(look, match.start("a"), match.start("b")):
        return None
    were = {"is": "was", "are": "were"}[look.word(match.start("v"))]
    return _told(match, were, fix=True)


def _thereof_that(look: Look, match: re.Match[str]) -> Told | None:
    """*The parts thereof that relates to trade*, *satellites whose mission last a year*."""
    other = look.other_number(match.start("v"))
    return _told(match, other, fix=True) if other else None


def _costs_is(look: Look, match: re.Match[str]) -> Told | None:
    """*The costs of the centres, which is estimated at*."""
    if look.words[match.start("v") - 1] != b"which ":
        return None
    return _thereof_that(look, match)


def _every_and(look: Look, match: re.Match[str]) -> Told | None:
    """*That every child is registered and have access*."""
    return _thereof_that(look, match) if look.words[match.start() + 1] in (b"every ", b"each ") else None


def _which_full(look: Look, match: re.Match[str]) -> Told | None:
    """*After the season, which the worker can claim no compensation*: the clause has subject and object."""
    full = look.words[match.start("v")] == b"which " and look.base(match.start("e")) not in _TWOFOLD
    return _told(match, "“when”, “where”, or a preposition before it") if full else None


def _under_which(look: Look, match: re.Match[str]) -> Told | None:
    """*The conditions that the contract can be terminated*."""
    return _told(match, "a preposition with “which”") if look.word(match.start("v") - 1) in _WITHIN else None


def _wherever_is(look: Look, match: re.Match[str]) -> Told | None:
    """*Wherever is economical*."""
    opens = look.word(match.start("v") - 1)
    lacks = opens in ("wherever", "whenever", "if", "unless", "until", "although", "because", "though", "when")
    instead = f"{opens} it {look.word(match.start('v'))}"
    return Told(match.start(), match.end("v"), instead, fix=True) if lacks else None


def _more_most(look: Look, match: re.Match[str]) -> Told | None:
    """*That is more widely used and most trusted*."""
    first, second = look.words[match.start("v")], look.words[match.start("w")]
    unlike = {first, second} == {b"more ", b"most "}
    return _told(match, look.word(match.start("w")), fix=True) if unlike else None


def _and_avoids(look: Look, match: re.Match[str]) -> Told | None:
    """*Calls upon States to consult the authorities and avoids the seasons*: no verb that the organ acts with."""
    if look.counted("and", look.words[match.start("v")]) > _SELDOM:
        return None
    return _told(match, look.base(match.start("v")), fix=True)


def _whether_and(look: Look, match: re.Match[str]) -> Told | None:
    """*Programmes, whether public and private,*."""
    both = look.words[match.start()] == b"whether " and look.words[match.start("v")] == b"and "
    return _told(match, "or", fix=True) if both else None


def _and_without(look: Look, match: re.Match[str]) -> Told | None:
    """*The safe, timely and without hindrance delivery*."""
    return _told(match, "an adjective, as beside it")


def _and_safety(look: Look, match: re.Match[str]) -> Told | None:
    """*Keep streets lively and safety*."""
    word = look.word(match.start("v"))
    first = look.words[match.start("v") - 2]
    if not word.endswith(_NAMING) or look.counted(first, "and", word) or look.counted(first, word):
        return None
    return _told(match, "an adjective, as beside it")


def _not_none(look: Look, match: re.Match[str]) -> Told | None:
    """*Do not often have no access*, *do not have neither*."""
    word = look.word(match.start("v"))
    instead = {"no": "any", "neither": "either", "none": "any", "never": "ever"}.get(word, "")
    return (
        Told(match.start(), match.end("v"), f"“not … {instead}”")
        if instead and look.words[match.start()] == b"not "
        else None
    )


def _only_relative(look: Look, match: re.Match[str]) -> Told | None:
    """*Mindful that small workshops which train apprentices and that*."""
    return (
        _told(match, "a verb behind the clause, or none of “which”")
        if look.word(match.start("v")) in ("which", "who")
        else None
    )


def _adjective_comma(look: Look, match: re.Match[str]) -> Told | None:
    """*Restores degraded, soils,*."""
    return Told(match.start("v") - 1, match.end("v"), "no comma")


def _been_with_object(look: Look, match: re.Match[str]) -> Told | None:
    """*Women who have been cultivated and processed bamboo*."""
    last = match.end("e") - 1
    if look.words[match.start("v")] != b"been " or look.base(last) in _NAMED:
        return None
    noun = look.words[last + 1]
    return None if look.counted(look.words[last], noun) else _told(match, "the verb without “been”")


def _is_serve(look: Look, match: re.Match[str]) -> Told | None:
    """*Is in fact serve*, *have, since then, triple the number*."""
    form, word = look.participle(match.start("v")), look.word(match.start("v"))
    helper = look.word(match.start())
    if not form or form == word or helper not in ("is", "are", "was", "were", "has", "have"):
        return None
    return _told(match, form, fix=True)


def _other(look: Look, match: re.Match[str]) -> Told | None:
    """*Legislation that limits shifts and guarantee a rest*, *in the leaflets that accompanies*, *the persons exposed is*."""
    other = look.other_number(match.start("v"))
    return _told(match, other, fix=True) if other else None


def _exist_some(look: Look, match: re.Match[str]) -> Told | None:
    """*That, according to the report, exist some 120 wells*."""
    stands = look.base(match.start("v")) in _STANDING
    return _told(match, f"there {look.word(match.start('v'))}", fix=True) if stands else None


def _neither_neither(look: Look, match: re.Match[str]) -> Told | None:
    """*Neither in work neither in school*, *neither a lack of funds and a title*."""
    if look.words[match.start("p")] != b"neither ":
        return None
    second = look.word(match.start("v"))
    rest = match.string[match.start("v") : match.start("v") + 10]
    wrong = second == "neither" or (second == "and" and "|" not in rest)
    return _told(match, "nor", fix=True) if wrong else None


def _series_ing(look: Look, match: re.Match[str]) -> Told | None:
    """*Restores soils, protects banks and providing timber*."""
    return _told(match, "the same form of the verbs in the series")


def _more_that(look: Look, match: re.Match[str]) -> Told | None:
    """*More persons in an hour that a lane*."""
    led = look.words[match.start()] in (b"more ", b"less ", b"fewer ")
    return _told(match, "than", fix=True) if led and look.words[match.start("v")] == b"that " else None


def _first_being(look: Look, match: re.Match[str]) -> Told | None:
    """*The first being dismissed*."""
    first = look.word(match.start()) in ("first", "last") and look.words[match.start("v")] == b"being "
    return _told(match, "to be", fix=True) if first else None


def _know_seldom(look: Look, match: re.Match[str]) -> Told | None:
    """*Users know seldom whom to ask*."""
    first, adverb = look.word(match.start()), look.word(match.start("v"))
    if adverb not in _FREQUENT or look.counted(first, adverb):
        return None
    return Told(match.start(), match.end("v"), f"{adverb} {first}", fix=True)


def _verb_adverb(look: Look, match: re.Match[str]) -> Told | None:
    """*To inform clearly users when*."""
    adverb = look.word(match.start("v"))
    if not adverb.endswith("ly") or look.counted(look.words[match.start("v") - 1], adverb):
        return None
    return _told(match, "the adverb before the verb or behind its object")


def _there_is(look: Look, match: re.Match[str]) -> Told | None:
    """*There is many wells*, *there are a risk*."""
    if look.words[match.start()] != b"there ":
        return None
    behind = {look.word(place) for place in range(match.end("v"), match.end())}
    if match["v"] == "E" and not _AMOUNTS.isdisjoint(behind):
        return None
    if match["v"] == "B" and (look.written(match.end("v")) in ("1", "one") or "less" in behind):
        return None
    return _told(match, look.other_number(match.start("v")), fix=True)


def _whose_the(look: Look, match: re.Match[str]) -> Told | None:
    """*Ships whose the owners*, *ships whose their owners*."""
    twice = look.words[match.start()] == b"whose " and look.words[match.start("v")] in (
        b"the ",
        b"its ",
        b"their ",
        b"his ",
    )
    return _told(match, "no word") if twice else None


def _all_what(look: Look, match: re.Match[str]) -> Told | None:
    """*All what is needed*, *the measures what are taken*."""
    led = look.words[match.start()]
    asked = match.string[match.end() - 1] == "p"  # *ask them every year what they need*
    free = look.words[match.start("v")] == b"what " and (
        (match.string[match.start()] in "NnL" and not asked) or led in _THINGS
    )
    return _told(match, "that", fix=True) if free else None


def mechanisms() -> Iterator[Mechanism]:
    """The patterns with their judges."""
    yield from of_table(_TABLE)


_IN = "[^,;.:<>QSWHBEMvs]"
_NOUNAL = "(?:[DATJj#KLxnNRZIo|G1]|(?<=[Io])g|(?<=[DATJIoZ#n])[yz]|(?<=[DATJ])e(?=[nNy]))"
_TABLE = (
    (lazy("(?P<v>[BE])R?[ec][^,;.:<>QSWHBEMvs]{0,10}?I(?P<a>#)&(?P<b>#)[,;.&]"), _range_past, "between"),
    (lazy("(?<=[^no])[DT]?[NzL](?:o[DT]?J?[NzL])?RQ(?P<v>[sB])"), _thereof_that, "thereof therein thereto thereon"),
    (lazy("D[Nz]oD?[Jj]?[NzL],H(?P<v>[B])[eg]"), _costs_is, "which"),
    (lazy("[QS<]A[Jj]?[nyK][BM][^,;.:<>QWHMEvpNzL]{1,12}(?<!,)&R?(?P<v>E)"), _every_and, "every each"),
    (lazy("(?P<v>H)(?<=[^Iot]H)(?:p|i|[DAT][Jj]?[nNyz])M(?:DJ|R)?(?P<e>[vy])(?:[DA]|m[;,.]|[nN][,;.])"), _which_full, "which"),
    (lazy(f"[Nzny](?P<v>Q){DET}{MOD}{{0,4}}[nNyz]M?R?[bBE]?b?[ec][;,.]"), _under_which, ""),
    (lazy("S(?P<v>[B])[JR]"), _wherever_is, "is was"),
    (lazy("Q[BE](?P<v>D)R?[Je]&(?P<w>D)R?[Je]"), _more_most, "more most"),
    (lazy("t[vyu][^;.:<>QSWHBEMvs]{1,24}?(?<!,)&R?(?P<v>s)[DATJn#]"), _and_avoids, ""),
    (lazy("S[JnNyz](?P<v>&)[JnNyz][,;.]"), _whether_and, "whether"),
    (lazy("[J],J&(?P<v>I[ny])[nN]o"), _and_without, ""),
    (lazy("[vyu][DT]?[Nn][JR]&(?P<v>n)[,;.]"), _and_safety, ""),
    (lazy("(?:RRt?[vyuE]|RE)(?P<v>[DAn])"), _not_none, "no neither none never"),
    (lazy(f"Q{DET}{MOD}{{0,4}}[NnzyKL](?P<v>[HW])[vyzsBE]{_NOUNAL}{{1,14}}(?:,?&Q|;|,>)"), _only_relative, "which who"),
    (lazy("[sv][eJ](?P<v>,)[NzL],"), _adjective_comma, ""),
    (lazy("[BE](?P<v>b)(?P<e>[ec](?:&[ec])?)[nN][I,;.]"), _been_with_object, "been"),
    (lazy("[BE]In(?P<v>[v])[,;.I]"), _is_serve, "in"),
    (lazy("E,[IS][^,;.:<>]{1,10},(?P<v>[vyJ])[DAT]"), _is_serve, "has have"),
    (lazy(f"[nyj]Qz[DATJ]{_IN}{{1,14}}(?<!,)&R?(?P<v>y)[DA]"), _other, ""),
    (lazy("[,<v]I[DT]?[Jj]?[NLz]Q(?P<v>[sB])[DATJNe]"), _other, "that"),
    (lazy("[QS][DT]?[Jj]?[NL]D?R?e(?P<v>B)"), _other, ""),
    (lazy(f"Q[D][Jj]?[nyj][HQ](?:[DAT]?[Jj]?[Nn]|p)[BEMvs]{_IN}{{1,8}}(?P<v>E)[bceR]"), _other, ""),
    (lazy("Q(?:,[^,;.<>]{2,40},)?(?P<v>v)[T#]"), _exist_some, ""),
    (lazy("(?P<p>A)[^;,.:<>|]{1,8}?(?P<v>A)[IDATnN]"), _neither_neither, "neither"),
    (lazy("(?P<p>A)[^;,.:<>|]{1,8}?(?P<v>&)[DA]"), _neither_neither, "neither"),
    (lazy(f",[sz]{_IN}{{1,8}},[sz]{_IN}{{1,8}}(?<!,)&(?P<v>g)[DATNzJ]"), _series_ing, ""),
    (lazy("D[nN](?:[Io][DA]?n)?(?P<v>Q)[DA][Jj]?[nNy]{1,2}(?![^,;.:<>]{0,20}[BEMsvP])"), _more_that, "more less fewer"),
    (lazy("[#J](?P<v>b)[ec]"), _first_being, "being"),
    (lazy("[vsPuy](?P<v>R)[HSDATQ]"), _know_seldom, ""),
    (lazy("t[vu](?P<v>R)[NL][SIQ;,.]"), _verb_adverb, ""),
    (lazy("R(?P<v>B)(?:T|#)[JjN]{0,2}N"), _there_is, "there"),
    (lazy("R(?P<v>E)A[Jje]?[nyK]"), _there_is, "there"),
    (lazy("H(?P<v>D)"), _whose_the, "whose"),
    (lazy("[DTQfNnL](?P<v>S)[sBEvMpz]"), _all_what, "what"),
)  # fmt: skip

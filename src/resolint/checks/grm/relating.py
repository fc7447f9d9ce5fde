"""Relative clauses and clauses with *that* which are seldom right, by the shape of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolint.checks.grm.shaped import Judge, Look, Mechanism, Told, of_table
from resolint.lexicon import Lexicon, english
from resolint.lexicon.english import word_set
from resolint.regex import lazy

__all__ = ["mechanisms"]

_ANTECEDENTS = "nNyzKLjx#"
_NOUNS = "nNyzjxDTfmpiZJ#"
_TWOFOLD = word_set(
    "given granted awarded offered paid owed taught shown asked told required expected needed denied called considered deemed "
    "made assigned allocated accorded afforded guaranteed invited requested"
)
"""Participles behind which something else may be the subject: *which they were given*."""
_BODIES = word_set(
    "committee commission council convention agreement fund programme conference assembly charter treaty protocol office mission "
    "declaration bank organization union"
)
"""Names of these are no persons; any other name may be one."""
_BE = frozenset((b"is ", b"are ", b"was ", b"were ", b"be ", b"been ", b"being "))
_ALONE = frozenset((b"responsible ", b"most ", b"accountable ", b"eligible ", b"guilty ", b"concerned ", b"affected "))


def _told(match: re.Match[str], instead: str, *, fix: bool = False) -> Told:
    return Told(match.start("v"), match.end("v"), instead, fix)


def _which(look: Look, match: re.Match[str]) -> Told | None:
    """*The storms of 2025, who destroyed the mill*: no person stands before."""
    place, text = match.start("v"), match.string
    if text[place - 1] not in _ANTECEDENTS and not (text[place - 1] == "," and text[place - 2] in _ANTECEDENTS):
        return None
    if text[place - 2 : place - 1] in ("t", "M") and text[place - 1] in "yv":
        return None  # *to record who winds the clocks*
    first = max(text.rfind("<", 0, place) + 1, place - 20)
    near = place - 1 - (text[place - 1] == ",")
    # Of several that adopted texts say nothing of, who knows what they are?
    thing = text[near] in "#Knyx" or any(look.counted(look.words[near], word) for word in ("which", "that"))
    persons = not (thing or look.counted(look.words[near], ",", "which")) or any(
        (text[at] in _NOUNS and look.person(at)) or (text[at] in "KL" and look.word(at) not in _BODIES)
        for at in range(first, place)
    )
    return None if persons else _told(match, "which", fix=True)


def _who(look: Look, match: re.Match[str]) -> Told | None:
    """*The elders, which have settled disputes*: nothing but persons stands before."""
    place, text = match.start("v"), match.string
    head = place - 1 - (text[place - 1] == ",")
    if look.words[place] != b"which " or text[head] not in "Nznyj" or not look.surely_person(head):
        return None
    if text[place - 1] == "," and text[place + 1] in "Bs":
        return None  # *which* may stand for all that was said
    if look.counted(look.words[head], "which") + look.counted(look.words[head], ",", "which") > look.counted(
        look.words[head], "who"
    ) + look.counted(look.words[head], ",", "who"):
        return None
    if text[head] in "nyj" and (text[place - 1] == "," or set("oI&,").intersection(text[head - 3 : head])):
        return None
    first = max(text.rfind("<", 0, place) + 1, place - 14)
    things = any(text[at] in "NzL" and not look.person(at) for at in range(first, place))
    return None if things else _told(match, "who", fix=True)


def _of_them(look: Look, match: re.Match[str]) -> Told | None:
    """*To train guides, two thirds of them are volunteers*."""
    return _told(match, "“whom” or “which”") if look.words[match.start("v")] == b"them " else None


def _and_who(look: Look, match: re.Match[str]) -> Told | None:
    """*A panel, which shall meet twice, and who shall report*."""
    at, place, text = match.start() + 1, match.start("v"), match.string
    if look.words[at] != b"which " or look.person(at - 2):
        return None
    persons = any(text[one] in "nNzyjKL" and look.person(one) for one in range(at + 1, place))
    return None if persons else _told(match, "which", fix=True)


def _whose(look: Look, match: re.Match[str]) -> Told | None:
    """*Ships which engine fails*."""
    return _told(match, "“whose”, or a preposition before it") if look.words[match.start("v")] == b"which " else None


def _lost(look: Look, match: re.Match[str]) -> Told | None:
    """*To accept pupils have moved from other towns*."""
    text, place = match.string, match.start("v")
    led = _LED.search(text, max(text.rfind("<", 0, place), place - 17), place)
    if led is None:
        return None
    at = led.start()
    begins = text.rfind("<", 0, at + 1)
    opens = text[begins + 1] in "szgeJRt#" and not (text[begins + 1] == "z" and text[begins + 2] in "to")
    if not opens or re.search("[QSHW]", text[max(begins, at - 25) : at]):
        return None
    return Told(match.start("v"), match.end("v"), "“who” or “which” before it, or “that” before the clause")


def _for_which(look: Look, match: re.Match[str]) -> Told | None:
    """*A workshop in that potters learned*, *the decision by that the Commission began*."""
    place, led, text = match.start("v"), look.words[match.start("h")], match.string
    if led == b"in ":
        return _told(match, "which", fix=True) if text[place - 2] in "nNz" and text[place + 1] in "#Nz" else None
    apart = led in (b"than ", b"as ", b"except ", b"like ", b"including ", b"notwithstanding ")
    return None if apart else _told(match, "which", fix=True)


def _passive(look: Look, match: re.Match[str]) -> Told | None:
    """*The benefits which they are entitled*: the passive leaves no place for what *which* stands for."""
    place, text, verb = match.start("v"), match.string, match.start("e")
    if look.words[place] != b"which " or text[place - 1] in "Iot" or look.word(verb) in _TWOFOLD:
        return None
    be = verb - 1
    while text[be] == "R":
        be -= 1
    if look.words[be] not in _BE or (match["n"][0] == "i" and text[place + 2] == "B"):
        return None
    return _told(match, "a preposition before it")


def _active(governed: Mapping[str, str]) -> Judge:
    def judge(look: Look, match: re.Match[str]) -> Told | None:
        """*Machines which many families rely, …*: the verb has no object without its preposition."""
        place = match.start("v")
        led = governed.get(look.base(match.start("e")), "")
        if not led or look.words[place] == b"whose " or match.string[place - 1] not in "nNyzKLjx":
            return None
        return _told(match, f"“{led} {look.word(place)}”")

    return judge


def _needless(look: Look, match: re.Match[str]) -> Told | None:
    """*Aware of mills can grind at night*: a clause behind a preposition."""
    place, behind = match.start("v"), match.string[match.end("f")]
    if match.string[place - 1] in "nyz" and look.words[place - 1] not in _FELT:
        return None
    return None if match["f"] in "vs" and behind in "ny" else _told(match, "that", fix=True)


def _without_verb(look: Look, match: re.Match[str]) -> Told | None:
    """*Noting that the opening of the museum as a centre,*."""
    return _told(match, "a verb behind it, or the noun without “that”") if match["n"] else None


def _open(look: Look, match: re.Match[str]) -> Told | None:
    """*Recalling the register was opened*; not *States Parties shall*, which begins with no verb."""
    first, noun = look.words[match.start() + 1], look.words[match.start("v")]
    return None if first == b"States " or noun == b"none " else _told(match, "“that” before the clause")


def _verbless(look: Look, match: re.Match[str]) -> Told | None:
    """*That many potters sale jars at low prices,*."""
    text, words = match.string, look.words
    if text[match.start() + 1] in "oI" or match["v"][-1] in "&|,":
        return None
    for place in range(match.start("v") + 1, match.end("v")):
        if text[place] == "J" and text[place - 1] in "NzL" and text[place + 1] in "DATm#NznyLRI,;.>":
            return None  # *that mangroves calm the waves*
        if text[place] == "x" and text[place - 1] in "NnzyL":
            return None
        acts = text[place] in "yzj" and text[place - 1] in "ngyzNL"
        if acts and not look.counted(words[place - 1], words[place]):
            return None  # *that the risk of poverty increases with age*
    return _told(match, "a clause with a verb")


def _verbless_behind(look: Look, match: re.Match[str]) -> Told | None:
    """*That the Commission, as the main forum, the task of research;*."""
    return _told(match, "a verb before it")


def _whom_acts(look: Look, match: re.Match[str]) -> Told | None:
    """*Pupils whom walk for hours*."""
    place = match.start("v")
    free = look.words[place] == b"whom " and match.string[place - 1] not in "Io"
    return _told(match, "who", fix=True) if free else None


def _who_owns(look: Look, match: re.Match[str]) -> Told | None:
    """*Farmers who fields are flooded*."""
    return _told(match, "whose", fix=True)


def _that_behind_comma(look: Look, match: re.Match[str]) -> Told | None:
    """*The islands, that lie far away, import food*."""
    return _told(match, "which", fix=True)


def _those(look: Look, match: re.Match[str]) -> Told | None:
    """*The rules for ferries differ from that for ships*; *to bring to justice that responsible*."""
    place, text, led = match.start("v"), match.string, look.words[match.start("h")]
    if text[place + 1] == "J":
        return _told(match, "those", fix=True) if look.words[place + 1] in _ALONE else None
    if text[match.start("h")] not in "oIt" or led in (b"in ", b"except "):
        return None
    heads = [one for one in text[max(text.rfind("<", 0, place) + 1, place - 12) : place - 1] if one in "NnzyjLKG"]
    return _told(match, "those", fix=True) if heads and not set("nyjKG").intersection(heads[-2:]) else None


_FELT = frozenset((b"concern ", b"regret ", b"alarm ", b"appreciation ", b"satisfaction ", b"dismay ", b"conviction "))
_COME = {
    "come": "from",
    "live": "in",
    "arise": "from",
    "belong": "to",
    "originate": "from",
    "reside": "in",
    "travel": "by",
    "move": "in",
    "walk": "on",
    "work": "in",
    "stand": "on",
    "occur": "in",
    "happen": "in",
    "arrive": "in",
    "sleep": "in",
    "exist": "in",
}
"""Verbs that have no object."""
_NOUN = "[DATZ]?[Jja#KLxeRnyNzZ]{0,5}[nNzyKL]"
_NOUNAL = "[DATJj#KLxnNRZIo&|G1]|(?<=[Io])g|(?<=[nyz])g(?=[,;.])|(?<=[DATJIoZ#ng])[yz]|(?<=[DATJ])e(?=[nNyz])"
"""What is no verb; a word that may be one stands where a noun does."""


def governed_of(lexicon: Lexicon) -> dict[str, str]:
    """The verbs that hardly have an object without the one preposition that they take."""
    found = dict(_COME)
    for word, takes, never, seldom in lexicon.columns("government", "word", "takes", "never", "seldom"):
        if word.startswith("v:") and takes in english.ANY_PREPOSITIONS and "-" in f"{never} {seldom}".split():
            found[word[2:]] = takes
    return found


def mechanisms(lexicon: Lexicon) -> Iterator[Mechanism]:
    """The patterns with their judges."""
    yield from of_table(_TABLE)
    yield Mechanism(_ACTIVE, _active(governed_of(lexicon)))


_LED = lazy("(?:[tM]R?[vyu]|<[sz])[^,;.:<>QSWH&|BEMsvPgpit]{0,14}$")
"""A verb with an object that reaches to the end of what is looked at."""
_ACTIVE = lazy("(?P<v>[HQ])(?:[DATZ]?[Jja#KLxeRnyNzZ]{0,5}[nNzyKL]|p|i)R?M?R?(?P<e>[vsyzePu])[;,.BEM]")
_TABLE = (
    (lazy("(?P<v>W)(?=[BEMsvzePRuy])"), _which, "who"),
    (lazy("(?P<v>H)(?=[BEvPyes])"), _who, "which"),
    (lazy(",(?:I[AD]?)?(?:[D#1TRN]|#n|#N|In|f){0,5}(?:[nN]#?)?o(?P<v>m)R?(?=[BEMPsveu])"), _of_them, "them"),
    (lazy(",H[^;.<>W]{1,60}[&|](?P<v>W)(?=[BEMsv])"), _and_who, "who"),
    (lazy("[nNyzKLj](?P<v>H)(?:[njy]|J[ny])(?=[BsEM]|z[DATBEM#IJ])"), _whose, "which"),
    (lazy("[Nnz](?P<v>[BEM])(?=[bceR])"), _lost, ""),
    (lazy("(?P<h>I)(?P<v>Q)(?=[DAT#piNz])"), _for_which, "that"),
    (lazy("(?P<v>H)(?P<n>(?:[DATZ]?[Jja#KLxeRnyNzZ]{0,5}[nNyzKLjx]|p|i))[BEM]b?R{0,2}(?P<e>[ecx])(?:[;,.]|I(?![;,.])|[BEMsvuyz])"),
     _passive, "which"),
    (lazy(f"<[RJeg]{{0,3}}[nyz]?(?P<v>[Io]){_NOUN}(?:[Io]{_NOUN}){{0,3}}?R?(?P<f>[BEMsvP]|(?<=[NzL])u)"), _needless, ""),
    (lazy("<[^,;.:<>]{1,6}?(?P<v>Q)(?P<n>[^BEMsvPyuzpifWeQSc<>,:][^BEMsvPyuzpifWeQSc<>:]{0,60}?)(?:[;.](?!#)|,?>)"),
     _without_verb, ""),
    (lazy(f"<(?:[sz]|[RJ]{{0,2}}[ge])R?(?P<v>{_NOUN})(?:[Io]{_NOUN}){{0,3}}R?[BEM]"), _open, ""),
    (lazy(f"Q(?<=[gesvJ&,]Q)(?P<v>(?:{_NOUNAL}|,){{4,40}}?)(?:[;.](?!#)|,>|,?&Q)"),
     _verbless, ""),
    (lazy(f"Q(?<=[gesvJ&,]Q)(?:{_NOUNAL}){{1,8}},(?:I|e)(?:{_NOUNAL}){{1,12}},(?P<v>D)(?:{_NOUNAL}|,){{0,30}}(?:[;.]|,>)"),
     _verbless_behind, ""),
    (lazy("[nNz](?P<v>H)(?=[svzyPe][IDATR#])"), _whom_acts, "whom"),
    (lazy("[nNz](?P<v>W)(?=[nNz][BE])"), _who_owns, "who"),
    (lazy("[NnzyKL],(?P<v>Q)[vEBs][^,;.:<>QSWH]{1,20},[vsBEMePy]"), _that_behind_comma, "that"),
    (lazy("[nNzy#],(?P<v>Q)[eP][DAT#n]"), _that_behind_comma, "that"),
    (lazy("(?P<h>[oItvgsy])(?P<v>Q)(?=[ge]|I[DATnNJK]|o[DATnNJK]|J[tIo])"), _those, "that"),
)  # fmt: skip

"""Verbs that disagree with the head of their subject, however far it is, by the shape of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.grm.shaped import (
    CHAIN,
    DET,
    FLAT,
    FREE,
    INSERTED,
    MOD,
    OPENS,
    PHRASE,
    SERIES,
    Look,
    Mechanism,
    Told,
    of_table,
)
from resolint.regex import lazy

__all__ = ["mechanisms"]


def _words(text: str) -> frozenset[bytes]:
    return frozenset(f"{word} ".encode() for word in text.split())


_AMOUNTS = _words(
    "number majority variety range lot group percentage proportion set half third quarter rest total most part couple handful "
    "minority plurality bulk remainder pair per cent array host multitude series combination population team amount all staff"
)
_OF_AN_AMOUNT = _words("number")
"""With *the* it is one: *the number of ships has risen*."""
_UNITS = _words(
    "cent data media news means headquarters years months days weeks dollars hours kilometres metres hectares tons tonnes arms "
    "works "
    "statistics economics politics ethics customs affairs minutes diabetes aids status address proceeds"
)
"""Plurals that may be one thing or one amount."""
_ASKING = _words(
    "recommend recommends recommended recommending request requests requested requesting suggest suggests propose proposes "
    "proposed demand demands demanding insist insists insisting insisted urge urges require requires "
    "required requirement essential important "
    "necessary imperative "
    "vital crucial desirable recommendation proposal condition ask asks asked decided decides decide agree agrees agreed proposing "
    "directed directs critical appropriate proviso"
)
"""Words behind which *that* opens what is asked for, in the subjunctive."""
_STATED = _words("concern appreciation satisfaction fact regret")
_ONE_OF = _words("every each a an another this")


def _asks(look: Look, place: int) -> bool:
    return any(word.lower() in _ASKING for word in look.words[max(0, place - 8) : place])


def _opens(look: Look, match: re.Match[str]) -> bool:
    """Whether the first word of the match opens a clause that has a subject of its own: no *that* which is one itself."""
    first, at, text = look.words[match.start()], match.start(), match.string
    if (text[at] == "H" and first != b"whose ") or first == b"what ":
        return False
    if match["s"] or match["h"] not in "yz" or first == b"whose ":
        return True
    return text[at - 1] in "geJvsR&," or look.words[at - 1] in _STATED


def _plural(look: Look, match: re.Match[str]) -> bool:
    free = match["s"][:1] not in ("A", "1", "G") and match["s"] != "e"
    return free and look.words[match.start("h")] not in _UNITS and _opens(look, match)


def _other(look: Look, match: re.Match[str]) -> Told | None:
    place = match.start("v")
    other = look.other_number(place)
    return Told(place, place + 1, other, fix=True) if other else None


def _one_verb(look: Look, match: re.Match[str]) -> Told | None:
    """*That the buoys of the harbour guides ships*: several heads, a verb in the singular."""
    return _other(look, match) if _plural(look, match) else None


def _noun_or_verb(look: Look, match: re.Match[str]) -> Told | None:
    """*That delays in the inspection increases the risk*: the verb may be a noun, but there is no other in the clause."""
    if not _plural(look, match):
        return None
    place, text, words = match.start("v"), match.string, look.words
    if re.search("y[DATJ#Nm]|u[DAT#m]", text[match.end("h") : place]):
        return None
    behind = text[place + 1]
    if behind == "I" and match.end("h") != place:
        return None
    if behind in "JNznyg":
        held = text[place - 1] != "," and look.counted(words[place - 1], words[place])
        if held or look.counted(words[place], words[place + 1]):
            return None
    return _other(look, match)


def _single_head(look: Look, match: re.Match[str]) -> bool:
    head = look.words[match.start("h")]
    if not _opens(look, match) or (head in _AMOUNTS and head not in _OF_AN_AMOUNT):
        return False
    if head in _OF_AN_AMOUNT and look.words[match.start("s")] in (b"a ", b"an "):
        return False
    return not re.search("[&|][DAT#Z]", match["pp"])


def _compound(look: Look, match: re.Match[str]) -> bool:
    """Whether the verb belongs to the noun behind it: *hate speech*."""
    place = match.start("v")
    return match.string[place + 1] in "ny" and bool(look.counted(look.words[place], look.words[place + 1]))


def _several_verb(look: Look, match: re.Match[str]) -> Told | None:
    """*That the trade in shells were large*: one head, a verb in the plural."""
    subjunctive = match["v"] == "v" and _asks(look, match.start())
    near = not (match["pp"] or match["ins"])  # other rules look beside the head
    if near or subjunctive or not _single_head(look, match) or _compound(look, match):
        return None
    return _other(look, match)


def _bare_verb(look: Look, match: re.Match[str]) -> Told | None:
    """*That the price of seeds place them out of reach*."""
    place, text, words = match.start("v"), match.string, look.words
    if not (match["pp"] or match["ins"]) or not _single_head(look, match) or _asks(look, match.start()):
        return None
    if look.words[match.start("h")] in _AMOUNTS:
        return None
    if text[place + 1] in "NJz" and (
        look.counted(words[place], words[place + 1]) or look.counted(words[place - 1], words[place])
    ):
        return None
    if text[place + 1] == "t":
        noun = look.counted("the", words[place], "to") >= look.counted("to", words[place], "to")
        if text[place + 2] not in "vyua" or noun:
            return None
    return _other(look, match)


def _two_heads(look: Look, match: re.Match[str]) -> Told | None:
    """*That frost and drought damages trees*."""
    one_thing = match["v"] == "B" and match["pp"]  # *the return and relocation of persons is carried out*
    free = _opens(look, match) and match["s"][:1] != "A" and not one_thing
    return _other(look, match) if free else None


def _nothing(look: Look, match: re.Match[str]) -> Told | None:
    """*That nothing in these rules prevent a State*; *that everyone, without distinction, have the right*."""
    return None if match["v"] == "v" and _asks(look, match.start()) else _other(look, match)


def _every(look: Look, match: re.Match[str]) -> Told | None:
    """*That every lamp, whatever its size, keep its light*; *a list of lamps are*."""
    word, head = look.words[match.start("s")], look.words[match.end("h") - 1]
    if word not in _ONE_OF or head in _AMOUNTS or (match["v"] == "y" and not match["ins"]):
        return None
    if match["v"] != "E" and _asks(look, match.start()):
        return None
    return _other(look, match)


def _and_several(look: Look, match: re.Match[str]) -> Told | None:
    """*That the use of peat releases carbon and destroy bogs*."""
    text, at = match.string, match.start()
    sentence = max(text.rfind(mark, 0, at) for mark in ",;<")
    if text[at] != "W" and re.search("[EvtMN]", text[sentence:at]):
        return None
    subject = re.split("[Io]", match["s"])[0]
    if match["v1"] == "z" and (re.search("[Nz]", subject) or not re.search("[nyKG]", subject)):
        return None
    return None if _asks(look, at) or _compound(look, match) else _other(look, match)


def _and_one(look: Look, match: re.Match[str]) -> Told | None:
    """*That lichens are slow to grow and is easily damaged*; an operative paragraph may go on with another verb of the organ."""
    text = match.string
    first = text[text.rfind("<", 0, match.start()) + 1]
    return None if first in "szK#" else _other(look, match)


def _neither(look: Look, match: re.Match[str]) -> Told | None:
    """*Neither the fund nor the bank have*."""
    free = match.string[match.start() - 1] in "QS,<&"
    return _other(look, match) if free and look.words[match.start()] == b"neither " else None


_SUBJECT = f"(?P<s>(?:[DATZ#1]{{1,3}}g)?{DET}{MOD}{{0,6}}?)"
_RELATIVE = "IH[DATJja#KLxRnyNz1Zp]{1,8}[BEM]b?R?e"


def _one_in(look: Look, match: re.Match[str]) -> Told | None:
    """*One in five households are*."""
    return _other(look, match)


def _which_one(look: Look, match: re.Match[str]) -> Told | None:
    """*The city of Lumora, which host the secretariat*."""
    place, text = match.start("v"), match.string
    several = set("NzL&,|").intersection(text[max(0, match.start() - 4) : match.start() + 1])
    return None if several or look.words[place - 1] != b"which " else _other(look, match)


def _each_of(look: Look, match: re.Match[str]) -> Told | None:
    """*Each of the eight stations send its measurements*; *several of the springs has*."""
    word = look.words[match.start("s")]
    if match["v"] in "Bs":
        return _other(look, match) if word in _SEVERAL_OF else None
    return _other(look, match) if word in _EACH_OF else None


_EACH_OF, _SEVERAL_OF = _words("each one either neither"), _words("several many both few some")


def _every_who(look: Look, match: re.Match[str]) -> Told | None:
    """*Every child with a disability who live far from school*."""
    return _other(look, match) if look.words[match.start()] in _ONE_OF else None


def _plants_that(look: Look, match: re.Match[str]) -> Told | None:
    """*Small animals and plants that lives in springs*."""
    at, text = match.start(), match.string
    single = set("oI&").intersection(text[max(0, at - 6) : at])
    return None if single else _other(look, match)


def _persons_who(look: Look, match: re.Match[str]) -> Told | None:
    """*The role of women, who makes up half of the herders*."""
    place, text = match.start() - 1, match.string
    if not look.surely_person(match.start()):
        return None
    first = max(text.rfind("<", 0, place) + 1, place - 8)
    single = any(text[at] in "nyjK" and (text[at] == "K" or look.person(at)) for at in range(first, place + 1))
    return None if single else _other(look, match)


_ASKED = _words(
    "recommendation recommends recommend recommending recommended demands demanding proposal insists insisting urges requesting "
    "requests proposes"
)


def _subjunctive(look: Look, match: re.Match[str]) -> Told | None:
    """*Endorses the recommendation that a fund is established*."""
    if look.words[match.start() - 1].lower() not in _ASKED:
        return None
    place = match.start("v")
    bare = (
        "be"
        if look.words[place] in (b"is ", b"are ", b"was ", b"were ")
        else look.other_number(place)
        if match["v"] in "Bs"
        else ""
    )
    return Told(place, place + 1, bare, fix=True) if bare else None


def mechanisms() -> Iterator[Mechanism]:
    """The patterns with their judges."""
    yield from of_table(_TABLE)


_TABLE = (
    (lazy(f"{OPENS}{SERIES}{_SUBJECT}(?P<h>[Nz])(?P<pp>{CHAIN}){INSERTED}R{{0,2}}(?P<v>[Bs])"), _one_verb, ""),
    (lazy(f"{OPENS}{SERIES}{_SUBJECT}(?P<h>[Nz])(?P<pp>{CHAIN}){INSERTED}R{{0,2}}(?P<v>z)(?=[DAT#JNmQzInyg]){FREE}"),
     _noun_or_verb, ""),
    (lazy(f"{OPENS}{_SUBJECT}(?P<h>[nyj])(?P<pp>{CHAIN})(?P<ins>{INSERTED})R{{0,2}}(?P<v>[Ev])"), _several_verb, ""),
    (lazy(f"{OPENS}{_SUBJECT}(?P<h>[nyj])(?P<pp>{CHAIN})(?P<ins>{INSERTED})R{{0,2}}(?P<v>y)(?=R?[DATtmQ#NJz]){FREE}"),
     _bare_verb, ""),
    (lazy(f"{OPENS}{_SUBJECT}(?P<h>[nyj])&[DJ]?[nyj](?P<pp>{CHAIN})R{{0,2}}(?P<v>[Bsz])(?<!z(?![DATJ#N]))"), _two_heads, ""),
    (lazy(f"f{CHAIN}{INSERTED}R{{0,2}}(?P<v>[Ev])"), _nothing, ""),
    (lazy(f"[QS<](?P<s>A)(?P<h>[JnyejK]{{0,5}}[nyjK]){CHAIN}(?P<ins>{INSERTED})R{{0,2}}(?P<v>[Evy])(?<!y(?![DATm#]))"), _every, ""),
    (lazy(f"{OPENS}{SERIES}{_SUBJECT}(?P<h>[Nz])(?P<pp>{CHAIN})(?:{_RELATIVE}|[QWH]R?[EvM]b?R?[eJ]?){CHAIN}(?P<v>[sB])"),
     _one_verb, ""),
    (lazy(f"{OPENS}{SERIES}{_SUBJECT}(?P<h>[Nz])(?P<pp>{CHAIN}){_RELATIVE}{CHAIN}R?(?P<v>z)(?=[DAT#JNmQ]|I){FREE}"),
     _noun_or_verb, ""),
    (lazy("[QSWH](?P<s>[^,;.:QSWHtMEvp<>]{0,30}?)(?P<v1>[Bs]|z(?=[DATJ#nN]))[^;.:QSWHtMEvpg<>]{0,40}?(?<!,)&R?(?P<v>v|E)"),
     _and_several, ""),
    (lazy("[QS][^,;.:QSWHtMBspgi<>]{0,30}?[Ev][^;.:QSWHMBspgif<>]{0,40}?(?<!,)&R?(?P<v>[Bs])"), _and_one, ""),
    (lazy(f"A{DET}[JenyK]{{0,3}}[nyjK]\\|{DET}[JenyK]{{0,3}}[nyjK](?:{PHRASE})?(?P<v>E)"), _neither, "neither"),
    (lazy(f"1(?<=[QS]1)I#[Nz]{CHAIN}R?(?P<v>[Ev])"), _one_in, "one"),
    (lazy(f"Q{DET}{MOD}{{0,6}}{CHAIN}R?(?P<v>[BEs])"), _subjunctive, ""),
    (lazy(f"(?P<s>[A1T])o{FLAT}(?:[QWH][vyEz](?:{FLAT})?)?R?(?P<v>[EBvs]|y(?=[DATm#]))"),
     _each_of, "each one either neither several many both few some"),
    (lazy("[NzL],W(?P<v>[sB])"), _persons_who, "who"),
    (lazy("A[Jj]?[nyj](?:I[AD]?[Jj]?[ny])?W(?P<v>[vyE])"), _every_who, "who"),
    (lazy("[NL]Q(?P<v>z)[IDATm#]"), _plants_that, "that"),
    (lazy("[nyjK],H(?P<v>y)[DATm]"), _which_one, "which"),
)  # fmt: skip

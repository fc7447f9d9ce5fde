"""Shares and relatives beside their verbs, pairs, comparisons and the order of words, by the shape of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.grm.shaped import Look, Mechanism, Told, of_table
from resolint.lexicon.english import word_set
from resolint.regex import lazy

__all__ = ["mechanisms"]

_SEVERAL = word_set("several many both few most some all those these")
_OFTEN = word_set("often seldom rarely always never usually sometimes frequently")
_UNITS = word_set("cent data media news means headquarters series species")
_ASKING = word_set(
    "requests requested requesting recommends recommended recommending insists urges proposes proposed demands"
)


def _told(match: re.Match[str], instead: str, *, fix: bool = False) -> Told:
    return Told(match.start("v"), match.end("v"), instead, fix)


def _other(look: Look, match: re.Match[str]) -> Told | None:
    place = match.start("v")
    other = look.other_number(place)
    return Told(place, place + 1, other, fix=True) if other and other != look.word(place) else None


def _of_whom(look: Look, match: re.Match[str]) -> Told | None:
    """*Several of which is listed*, *many of those is falling*, *most of whom speaks*."""
    led, held = look.word(match.start()), look.word(match.start("h"))
    whom = held == "whom" or led in ("several", "many", "both", "few") or held in ("those", "them", "these")
    share = match.string[match.start() - 1] == "I"  # *one in four of them is*
    return _other(look, match) if led in _SEVERAL and whom and not share else None


def _only_so_many(look: Look, match: re.Match[str]) -> Told | None:
    """*Only 41 receives warnings*."""
    number = look.written(match.start("n"))
    return (
        _other(look, match)
        if number != "1" and look.word(match.start()) in ("only", "some", "about", "nearly")
        else None
    )


def _most_exposed(look: Look, match: re.Match[str]) -> Told | None:
    """*That the persons most exposed is seldom informed*."""
    return _other(look, match) if look.word(match.start("h")) not in _UNITS else None


def _relates(look: Look, match: re.Match[str]) -> Told | None:
    """*The parts thereof that relates to*, *in the leaflets that accompanies medicines*."""
    at, text = match.start(), match.string
    single = set("nyKjGx1L&|") & set(text[max(0, at - 3) : at])
    return None if single or look.word(match.start("h")) in _UNITS else _other(look, match)


def _one_of_its(look: Look, match: re.Match[str]) -> Told | None:
    """*One of its working group*."""
    place = match.start("v")
    word = look.word(place)
    plural = look.classes.plurals.get(word, "")
    known = look.counted(look.words[place - 1], plural) if plural else 0
    return _told(match, plural, fix=True) if known > look.counted(look.words[place - 1], word) / 4 else None


def _that_of(look: Look, match: re.Match[str]) -> Told | None:
    """*Their activities with that of the Commission*."""
    return _told(match, "those", fix=True)


def _what(look: Look, match: re.Match[str]) -> Told | None:
    """*Target 11.2, what concerns access*."""
    return _told(match, "which", fix=True) if look.words[match.start("v")] == b"what " else None


def _neither(look: Look, match: re.Match[str]) -> Told | None:
    """*Neither a lack of funds and an old title*, *neither in work neither in school*."""
    if look.word(match.start()) != "neither":
        return None
    later = re.split("[;<>]", match.string[match.start("v") : match.start("v") + 30])[0]
    return None if "|" in later else _told(match, "nor", fix=True)


def _nor_doing(look: Look, match: re.Match[str]) -> Told | None:
    """*Neither confers nor denying*."""
    if look.word(match.start()) != "neither" or match.string[match.start() + 1] == "g":
        return None
    return _told(match, "the same form as behind “neither”")


def _or_doing(look: Look, match: re.Match[str]) -> Told | None:
    """*To establish or subsidizing childcare*, *should supplement and not replacing*."""
    place = match.start("v")
    if look.counted(look.words[place], look.words[place + 1]) and look.word(place) in (
        "existing",
        "developing",
        "emerging",
        "remaining",
        "ongoing",
    ):
        return None
    return _told(match, look.base(place), fix=True)


def _for_and_to(look: Look, match: re.Match[str]) -> Told | None:
    """*For completing and to adopt the model*."""
    ing = look.ing(match.end("v") - 1)
    return (
        _told(match, ing, fix=True)
        if ing and look.word(match.start()) in ("for", "by", "of", "in", "without")
        else None
    )


def _more(look: Look, match: re.Match[str]) -> Told | None:
    """*More low*, *the most great*: adjectives that have forms of their own."""
    place = match.end("v") - 1
    led, word = look.word(place - 1), look.word(place)
    if led not in ("more", "most"):
        return None
    end = "er" if led == "more" else "est"
    stem = word.removesuffix("e") if word.endswith("e") else f"{word[:-1]}i" if word.endswith("y") else word
    form = next((one for one in (stem + end, stem + word[-1] + end) if look.counted(one) > 3), "")
    if not form or look.counted(led, word) * 3 > look.counted(form) or len(word) > 6:
        return None
    return _told(match, form, fix=True)


def _lesser(look: Look, match: re.Match[str]) -> Told | None:
    """*Lesser than boys*."""
    return (
        _told(match, "less", fix=True)
        if look.word(match.start("v")) == "lesser" and look.word(match.end("v")) == "than"
        else None
    )


def _whether(look: Look, match: re.Match[str]) -> Told | None:
    """*Whether public and private*."""
    return _told(match, "or", fix=True) if look.word(match.start()) == "whether" else None


def _between(look: Look, match: re.Match[str]) -> Told | None:
    """*Between $1 to $3*."""
    return _told(match, "and", fix=True) if look.word(match.start()) == "between" else None


def _same_than(look: Look, match: re.Match[str]) -> Told | None:
    """*The same allowances and leave than others*."""
    if look.word(match.start("h")) != "same" or look.word(match.start("v")) != "than":
        return None
    return (
        None
        if {b"more ", b"less ", b"other ", b"rather ", b"fewer "} & look.before(match.start("v"), 8)
        else _told(match, "as", fix=True)
    )


def _seldom(look: Look, match: re.Match[str]) -> Told | None:
    """*Users know seldom whom to ask*."""
    place = match.start("v")
    if look.word(place) not in _OFTEN:
        return None
    return Told(place - 1, place + 1, f"{look.word(place)} {look.word(place - 1)}", fix=True)


def _enough(look: Look, match: re.Match[str]) -> Told | None:
    """*Breaks enough long to use them*."""
    place = match.start("v")
    if look.word(place) != "enough":
        return None
    return Told(place, place + 2, f"{look.word(place + 1)} enough", fix=True)


def _asked(look: Look, match: re.Match[str]) -> Told | None:
    """*Requests that the criteria listed above were met*."""
    near = {look.word(place) for place in range(max(0, match.start() - 3), match.start())}
    if (
        not near & _ASKING
        or look.word(match.start("v") - 1) == "there"
        or look.word(match.start("v")) not in ("is", "are", "was", "were", "will", "would")
    ):
        return None
    return _told(match, "the subjunctive (“be”)")


def _lost_that(look: Look, match: re.Match[str]) -> Told | None:
    """*Giving priority to that near dwellings*, *bring to justice that responsible*."""
    if match.string[match.start()] not in "tI" and look.word(match.start("v") + 1) != "responsible":
        return None
    return _told(match, "those", fix=True)


def mechanisms() -> Iterator[Mechanism]:
    """The patterns with their judges."""
    yield from of_table(_TABLE)


_TABLE = (
    (lazy("[TD#]o(?P<h>[HTm])R?(?P<v>[Bsz])(?<!z(?![DATJnN#I]))"), _of_whom, ""),
    (lazy("R(?P<n>#)(?P<v>[sz])[DATNJnz]"), _only_so_many, "only some about nearly"),
    (lazy("[QS][DAT]{0,2}[Jj]?(?P<h>[NLz])[DR]e(?P<v>B)"), _most_exposed, ""),
    (lazy("[,<tsvIJ][DATZ]{1,2}[Jje]?(?P<h>[Nz])R?QR?(?P<v>[sB])"), _relates, "that"),
    (lazy("1o[DZ][JjgGne](?P<v>[ny])(?![nNzyKLG·J-])"), _one_of_its, "one"),
    (lazy("[NLz](?:I|t)(?P<v>Q)o"), _that_of, "that"),
    (lazy(",(?P<v>S)[sz](?![,;.])"), _what, "what"),
    (lazy("A[^|,;.:<>&]{1,7}?(?P<v>[&A])"), _neither, "neither"),
    (lazy("A[svzEB][^|,;.:<>]{0,7}?\\|(?P<v>g)"), _nor_doing, "neither"),
    (lazy("A[svzEB]\\|(?P<v>g)"), _nor_doing, "neither"),
    (lazy("t[vyu][|&]R?(?P<v>g)(?=[DATmN#n])"), _or_doing, ""),
    (lazy("M[vyu][|&]R?(?P<v>g)(?=[DATm])"), _or_doing, ""),
    (lazy("Ig&(?P<v>t[vyu])[DATNm]"), _for_and_to, ""),
    (lazy("(?P<v>[DR][Jaj])(?=[;,.In])"), _more, "more most"),
    (lazy("(?P<v>[JR])I"), _lesser, "lesser"),
    (lazy("S[Jj](?P<v>&)[Jj][;,.]"), _whether, "whether"),
    (lazy("I·?#(?P<v>t)·?#"), _between, "between"),
    (lazy("D(?P<h>D)[^;.:<>QSWHBEMsv]{1,12}?(?P<v>I)(?=[DATJnNpKLea])"), _same_than, "same"),
    (lazy("[vsyzP](?P<v>R)[WHSmDN]"), _seldom, "often seldom rarely always never usually sometimes frequently"),
    (lazy("(?P<v>D)[JRj]t[vyu]"), _enough, "enough"),
    (lazy("Q[^,;.:<>QSWHBEM]{1,16}(?P<v>[BE]|M(?=b))R?[eJb]"), _asked, ""),
    (lazy("[tIny](?P<v>Q)(?:I[NLz]|JI)"), _lost_that, "that"),
)  # fmt: skip

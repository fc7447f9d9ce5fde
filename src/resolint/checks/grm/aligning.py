"""Members of a series in unlike forms, infinitives and forms in *-ing* in each other's place, by the shape of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.grm.shaped import DET, Judge, Look, Mechanism, Told
from resolint.lexicon import Lexicon
from resolint.lexicon.english import word_set
from resolint.regex import lazy

__all__ = ["mechanisms"]

_NOMINAL = ("ation", "ion", "ment", "ance", "ence", "al")
_ENOUGH, _SELDOM = 12, 2
"""So often must adopted texts write what is held for usual, and so seldom what is doubted."""
_COMMON = ("be", "have", "do", "take", "make", "ensure", "work", "leave", "provide")
_ING_BEHIND = word_set(
    "consider avoid finish suggest risk delay postpone practise deny envisage involve justify resist facilitate"
)
"""Verbs with another behind them in *-ing*."""
_INFINITIVE = word_set(
    "afford decide agree plan refuse promise hope expect manage fail offer wish want undertake aim pledge intend"
)
"""Verbs with another behind them in the infinitive."""
_FROM = frozenset(("refrain", "abstain", "desist"))
_GERUND_LEADS = frozenset(
    (b"from ", b"of ", b"by ", b"without ", b"after ", b"before ", b"through ", b"towards ", b"against ")
)


def _told(match: re.Match[str], instead: str, *, fix: bool = False) -> Told:
    return Told(match.start("v"), match.end("v"), instead, fix)


def _not_a_noun(look: Look, match: re.Match[str]) -> Told | None:
    """*Disease, hunger, poor and isolation*."""
    place = match.start("v")
    word, before = look.word(place), look.word(place - 2)
    noun = "-" in word or look.classes.is_noun(word) or before.endswith("ing")
    if match["v"] == "J":
        noun = noun or not any(look.counted(led, word) for led in ("is", "are", "be", "more", "most", "remain", "very"))
    return None if noun else _told(match, "a noun, as beside it")


def _nominal(look: Look, place: int) -> str:
    """The noun that is made of the verb at a place, as adopted texts write it before *of*."""
    base = look.base(place)
    stems = dict.fromkeys((base, base.removesuffix("e"), f"{base[:-1]}ic" if base.endswith("y") else base))
    return next((stem + end for stem in stems for end in _NOMINAL if look.counted(stem + end, "of") > _ENOUGH), "")


def _not_a_gerund(look: Look, match: re.Match[str]) -> Told | None:
    """*In the preparation, implementing and evaluation of policies*."""
    place = match.start("v")
    last = match["b"] is None
    if (last and match.string[place - 1] == ",") or look.counted("the", look.words[place], "of") > _SELDOM:
        return None
    noun = _nominal(look, place)
    return _told(match, noun, fix=True) if noun else None


def _participle(look: Look, match: re.Match[str]) -> Told | None:
    """*Nets are sold, burned on beaches or dumping at sea*."""
    form = look.participle(match.start("v"))
    held = look.classes.is_noun(look.word(match.start("v")))
    return _told(match, form, fix=True) if form and not held else None


def _finite(look: Look, match: re.Match[str]) -> Told | None:
    """*Mangroves calm the waves, sheltering fish and store carbon*."""
    return _told(match, "the same form of the verbs in the series")


def _plain(look: Look, match: re.Match[str]) -> Told | None:
    """*The importance of planning, financing and to maintain paths*."""
    at, text = match.start(), match.string
    alone = text[at - 1] == "g" and text[at - 2] == "o"
    if not alone and not _GERUNDS.search(text, max(0, at - 8), at):
        return None
    instead = look.ing(match.end("v"))
    return Told(match.start("v"), match.end("v") + 1, instead, fix=True) if instead else None


def _infinitive(look: Look, match: re.Match[str]) -> Told | None:
    """*To open the crossing, to refrain from delays and allowing inspections*."""
    if "g" in match.string[match.start() : match.start("v")] or b"developing " in look.before(match.start("v"), 14):
        return None
    place = match.start("v")
    return Told(place, place + 1, f"to {look.base(place)}", fix=True)


def _asked(look: Look, match: re.Match[str]) -> Told | None:
    """*Encourages owners to consult pilots and reducing speed*."""
    place, text = match.start("v"), match.string
    held = match["e"] in "nNJyz" and look.counted(look.words[place], look.words[place + 1])
    if held or text[place - 2] in "JI" or b"developing " in look.before(place, 14):
        return None
    return _told(match, f"to {look.base(place)}", fix=True)


def _whom_to(asking: frozenset[str]) -> Judge:
    def judge(look: Look, match: re.Match[str]) -> Told | None:
        """*To enable shepherds keeping their pastures*, *invited the Director preparing a list*."""
        end = match.end("v")
        late = _LATE.match(match.string, end)  # *requests entities serving the summit to report*
        verb = look.base(match.start("a"))
        if verb == "assist" and not late:
            return _told(match, f"in {look.word(match.start('v'))}", fix=True)
        if verb not in asking or late:
            return None
        return _told(match, f"to {look.base(match.start('v'))}", fix=True)

    return judge


def _need_to(look: Look, match: re.Match[str]) -> Told | None:
    """*The need to clear paths and removing trees*."""
    if look.word(match.start()) not in ("need", "duty", "right", "decision", "offer", "ability", "plan"):
        return None
    return _told(match, f"to {look.base(match.start('v'))}", fix=True)


def _to_ing(look: Look, match: re.Match[str]) -> Told | None:
    """*Children are forced to carrying loads*."""
    place, led = match.start("v"), look.words[match.start("a")]
    base = look.base(place)
    if look.counted("to", look.words[place]) or look.counted("to", base) < _ENOUGH:
        return None
    asks = any(look.counted(led, "to", verb) for verb in _COMMON) and not look.counted(led, "to", "the")
    return _told(match, base, fix=True) if asks else None


def _gerund(look: Look, match: re.Match[str]) -> Told | None:
    """*To refrain from issue new forms*, *without harm them*."""
    place, led = match.start("v"), look.words[match.start("v") - 1]
    form = look.ing(place)
    if match["v"] == "y" and look.base(place - 2) not in _FROM:
        return None
    return _told(match, form, fix=True) if led in _GERUND_LEADS and form else None


def _no_infinitive(look: Look, match: re.Match[str]) -> Told | None:
    """*To consider to establish a fund*."""
    if look.base(match.start("a")) not in _ING_BEHIND or match["a"] in "zn":
        return None
    if match["a"] == "y" and match.string[match.start() - 1] in "DATJ":
        return None
    form = look.ing(match.start("x"))
    return Told(match.start("v"), match.end("x"), form, fix=True) if form else None


def _modal(look: Look, match: re.Match[str]) -> Told | None:
    """*May to fail*; *the political will to act* is a noun."""
    word, before = look.words[match.start("h")], match.string[match.start("h") - 1]
    all_they_can = match.string[match.start("h") - 2 : match.start("h")] == "Qp"
    if all_they_can or word in (b"had ", b"did ") or (word == b"will " and before in "JDAoIZTny&"):
        return None
    return Told(match.start("v"), match.end("x"), look.word(match.start("x")), fix=True)


def _begun(look: Look, match: re.Match[str]) -> Told | None:
    """*400 women begun a course*: a participle without its auxiliary."""
    place, text = match.start("v"), match.string
    if re.search("[BEMb]", text[max(0, place - 5) : place]) or look.word(place) in ("given", "known", "seen"):
        return None
    return _told(match, "a past, or an auxiliary before it")


def _by_whom(look: Look, match: re.Match[str]) -> Told | None:
    """*Clocks repair by volunteers*."""
    place = match.start("v")
    form = look.participle(place)
    if look.words[match.start("b")] != b"by " or not form or look.counted(look.words[place], "by"):
        return None
    return _told(match, form, fix=True) if look.counted(form, "by") > _SELDOM else None


def _done(look: Look, match: re.Match[str]) -> Told | None:
    """*A census carrying out in May*: adopted texts have the participle there many times as often."""
    place, behind = match.start("v"), look.words[match.end("v")]
    if match.string[place - 1] == "," and match.string[place - 2] not in "nNyz":
        return None
    form = look.participle(place)
    if not form or look.base(place) == form:
        return None
    usual, here = look.counted(form, behind), look.counted(look.words[place], behind)
    return _told(match, form, fix=True) if usual >= 2 * _ENOUGH and here * _ENOUGH <= usual else None


def _last_to(look: Look, match: re.Match[str]) -> Told | None:
    """*The threat of drought, disease and to overgraze*."""
    return _told(match, "a noun, as beside it")


def _to_do(look: Look, match: re.Match[str]) -> Told | None:
    """*Cannot afford buying stoves*."""
    place, text = match.start("v"), match.string
    verb = text[place - 1] != "y" or text[place - 2] in "tMp"
    if verb and look.base(place - 1) in _FROM:
        return _told(match, f"from {look.word(place)}", fix=True)
    if not verb or look.base(place - 1) not in _INFINITIVE:
        return None
    return _told(match, f"to {look.base(match.start('v'))}", fix=True)


def _to_doing(look: Look, match: re.Match[str]) -> Told | None:
    """*Committed to reduce waste*."""
    place, led = match.start("v"), look.words[match.start("h")]
    ing = look.ing(place)
    if not ing or look.counted(led, "to", look.words[place]) or look.counted(led, "to", ing) < 3:
        return None
    if any(look.counted(led, "to", x) for x in ("be", "have", "do", "make", "take", "ensure", "provide")):
        return None
    return _told(match, ing, fix=True)


def _verbs_ing(look: Look, match: re.Match[str]) -> Told | None:
    """*To register, train and supervising guides*."""
    return _told(match, look.base(match.start("v")), fix=True)


def _nouns_to(look: Look, match: re.Match[str]) -> Told | None:
    """*The collection, to sort and reuse of glass*."""
    return _told(match, "a noun")


def _asked_to(asking: frozenset[str]) -> Judge:
    def judge(look: Look, match: re.Match[str]) -> Told | None:
        """*Crews are required wearing life jackets*."""
        if look.base(match.start("a")) not in asking or look.words[match.start()] in (b"has ", b"have "):
            return None
        return _told(match, f"to {look.base(match.start('v'))}", fix=True)

    return judge


def _in_to(look: Look, match: re.Match[str]) -> Told | None:
    """*Succeeded in to reduce accidents*."""
    place = match.start("v")
    ing = look.ing(place + 2)
    if (
        look.words[place] not in (b"in ", b"of ", b"for ", b"by ", b"from ", b"without ", b"after ", b"before ")
        or not ing
    ):
        return None
    return Told(place + 1, place + 3, ing, fix=True)


def _it_is(look: Look, match: re.Match[str]) -> Told | None:
    """*Makes it difficult seeing the buoys*."""
    return _told(match, f"to {look.base(match.start('v'))}", fix=True) if look.word(match.start()) == "it" else None


def asking_of(lexicon: Lexicon) -> frozenset[str]:
    """The verbs that ask somebody to do something: behind them an infinitive stands with an object between."""
    rows = lexicon.columns("government", "word", "takes")
    asking = {word[2:] for word, takes in rows if word.startswith("o:") and takes == "to do"}
    return frozenset(
        asking | {"request", "require", "oblige", "permit", "authorize", "ask", "cause", "instruct", "entitle"}
    )


_GERUNDS = lazy("g,g,?$")
_LATE = lazy("[^;<>]{0,80}?t[vyua]")
_SAME = "[^,;.:<>BEMsvQSWHg]"


def mechanisms(lexicon: Lexicon) -> Iterator[Mechanism]:
    """The patterns with their judges."""
    for pattern, judge in _TABLE:
        yield Mechanism(pattern, judge)
    asking = asking_of(lexicon)
    yield Mechanism(_WHOM, _whom_to(asking))
    yield Mechanism(lazy("[BEb]R?(?P<a>e)(?P<v>g)[DATNJny]"), _asked_to(asking))


_WHOM = lazy(f"(?P<a>[svzyueg])(?:{DET}[Jja#KLxeRnyNzZgG]{{0,5}}[NLKnyz]|m)(?P<v>g)(?=[DATZmN#]|[Jn][Nnzy])")
_TABLE = (
    (lazy("(?P<v>It)[vyu][DATNJzmI]"), _in_to),
    (lazy("iJ(?P<v>g)[DATNJ]"), _it_is),
    (lazy("o[nNyzG](?:,[nNyzJG]{1,2}){0,4}&(?P<v>t)[vyuJ]R?(?:[;.]|,>)"), _last_to),
    (lazy(",(?<=[nNyG],)(?P<v>[Jec])(?:,[nNyG]){0,5},?[&|][nNyG][;,.oI]"), _not_a_noun),
    (lazy("[DIo][nNy](?:,[nNyG]){0,5}(?:,|,?[&|])(?P<v>g)(?:,[nNyG]){0,5}(?P<b>,?[&|][nNyG])?o"), _not_a_gerund),
    (lazy(f"[BEMb]b?R?e{_SAME}{{0,14}},[^,;.:<>BEMsvQSWHg]{{0,14}}(?<!,)[|&]R?(?P<v>g)[DIR,;.]"), _participle),
    (lazy("[nNyzKLpi](?P<q>[sv])[^,;.:<>QSWHBEM]{0,14},R?(?P<v>g)[^,;.:<>QSWHBEM]{0,14}?(?<!,)[&|]R?(?P=q)[DATJmN#nI]"), _finite),
    (lazy("[nyK]z[DATJNnzy][^,;.:<>QSWHBEM]{0,12},R?(?P<v>g)[^,;.:<>QSWHBEMt]{0,10}(?<!,)[&|]R?s[DATJNn#mI]"), _finite),
    (lazy("[nyK][sz][^,;.:<>QSWHBEMg]{1,8},[sz][^,;.:<>QSWHBEMg]{1,8}(?<!,)&(?P<v>g)[DATNzJ]"), _finite),
    (lazy("[ny]t[vyuJ][^,;.:<>QSWHgt]{1,10}(?<!,)&(?P<v>g)[DATNz]"), _need_to),
    (lazy("[NLz][vyJ][DATJNnzy][^,;.:<>QSWHBEM]{0,12},R?(?P<v>g)[^,;.:<>QSWHBEMt]{0,10}(?<!,)[&|]R?[vy][DATJNn#mI]"), _finite),
    (lazy("Q[^,;.:<>QSWH]{0,20}?[svzBEM][^,;.:<>QSWH]{0,14},R?(?P<v>g)[^,;.:<>QSWHBEM]{0,14}?,R?[sv]"
          "[^,;.:<>QSWHBEM]{0,14}?,?[&|]R?[sv][DATJmN#nyI]"), _finite),
    (lazy("[&|](?<=g[&|]|,[&|])(?P<v>t)[vua]"), _plain),
    (lazy(",tR?[vyuaJ][^,;.:<>QSWH]{0,20}?[&|]R?(?P<v>g[DATmN#]|G[DN])"), _infinitive),
    (lazy("<[szeJ][^;.:<>QSWHgt]{0,20}t[vyua][^;.:<>QSWHg]{0,24}?(?<!,)[&|]R?(?P<v>g|G(?=[DA]))(?P<e>[DATmN#nJyz])"), _asked),
    (lazy("[BEb]R?(?P<a>e)t(?P<v>g)[DATZmN#JnI]"), _to_ing),
    (lazy("[Io](?P<v>[vy])[DATZmJj]"), _gerund),
    (lazy("(?P<a>[vsyge])(?P<v>t)(?P<x>[vyu])[DATZm]"), _no_infinitive),
    (lazy("(?P<h>M)R?(?P<v>t)(?P<x>[vyuab])"), _modal),
    (lazy("[NLnpKz](?P<v>c)[DATm#]"), _begun),
    (lazy("[NLz](?P<v>[vyu])R?(?P<b>I)"), _by_whom),
    (lazy("(?P<v>g)(?<=[nNyz,]g)[IR]"), _done),
    (lazy("(?P<v>g)(?<=[vsPy]g)[DATmJN#]"), _to_do),
    (lazy("(?P<h>[eJR])t(?P<v>[vyu])"), _to_doing),
    (lazy("[tM]R?[vyua](?:,[vyua]){0,5}(?<!,)[&|]R?(?P<v>g)[DATmN#Jz]"), _verbs_ing),
    (lazy("[nyG],(?P<v>t)[vyu][&|][nyG]o"), _nouns_to),
)  # fmt: skip

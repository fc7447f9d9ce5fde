"""Words of another sort than their place asks for, words that sound alike, words lost, by the shape of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.grm.shaped import CHAIN, DET, FLAT, FREE, MOD, Judge, Look, Mechanism, Told, of_table, waking
from resolint.lexicon import Lexicon
from resolint.lexicon.english import word_set
from resolint.regex import lazy

__all__ = ["mechanisms"]

_OFTEN, _SELDOM = 12, 2
_ING_BEHIND = word_set("stop consider avoid suggest risk delay postpone envisage")
_RESOLVED = word_set("determined resolved desirous eager committed anxious")
_ASKED = word_set(
    "recommends recommend recommending urges urge urging requests request requesting demands insists decides proposes"
)
_ASKS = word_set("encourage invite request urge appeal ask instruct authorize call")
_TOLD_BY = word_set(
    "reports facts allegations grounds conditions views signs concerns hopes claims conclusions findings means ways days"
)
_COMPARED = word_set(
    "lower higher greater larger smaller longer shorter older younger wider deeper faster slower safer cheaper cleaner stronger "
    "weaker better worse poorer richer easier heavier lighter warmer colder earlier later fewer"
)
_NO_THAT = word_set("welcoming welcomes commending commends")
_CONTRIBUTING = waking(
    "contribution approach obstacle alternative dedication devotion attention response solution obstacles"
)


def _told(match: re.Match[str], instead: str, *, fix: bool = False) -> Told:
    return Told(match.start("v"), match.end("v"), instead, fix)


def _after_modal(look: Look, match: re.Match[str]) -> Told | None:
    """*Would reduce the cost and facilitates credit*."""
    return _told(match, look.base(match.start("v")), fix=True)


def _or_ing(look: Look, match: re.Match[str]) -> Told | None:
    """*Would endanger a person or breaching an agreement*."""
    return _told(match, look.base(match.start("v")), fix=True)


def _thereto(look: Look, match: re.Match[str]) -> Told | None:
    """*Protocol V annexing thereto*."""
    form = look.participle(match.start("v"))
    joined = match.string[match.start() - 1] in "&,D"
    there = not joined and look.words[match.end("v")] in (b"thereto ", b"therein ", b"thereof ", b"thereon ")
    seen = look.counted(look.words[match.start("v")], look.words[match.end("v")])
    return _told(match, form, fix=True) if there and form and not seen else None


def _are_doing(objects: frozenset[str]) -> Judge:
    def judge(look: Look, match: re.Match[str]) -> Told | None:
        """*That their goods are confiscating and that*: the verb has an object, or is a passive."""
        place = match.start("v")
        form, word = look.participle(place), look.words[place]
        if not form or look.base(place) not in objects or look.counted("are", word) or look.counted("is", word):
            return None
        return _told(match, form, fix=True) if look.counted("are", form) > _SELDOM else None

    return judge


def _be_verb(look: Look, match: re.Match[str]) -> Told | None:
    """*That vendors are register free of charge*."""
    form, word = look.participle(match.start("v")), look.word(match.start("v"))
    if look.words[match.start()] not in (b"is ", b"are ", b"was ", b"were "):
        return None
    return _told(match, form, fix=True) if form and form != word and word not in look.classes.adjectives else None


def _noun_to(nouns: frozenset[str]) -> Judge:
    def judge(look: Look, match: re.Match[str]) -> Told | None:
        """*An occasion reaching out to speakers*, *its offer to hosting a meeting*."""
        if look.word(match.start()) not in nouns:
            return None
        base = look.base(match.end("v") - 1)
        return _told(match, f"to {base}", fix=True)

    return judge


def _determined(look: Look, match: re.Match[str]) -> Told | None:
    """*Determined ensuring*."""
    if look.word(match.start() + 1) not in _RESOLVED:
        return None
    return _told(match, f"to {look.base(match.start('v'))}", fix=True)


def _contribution(look: Look, match: re.Match[str]) -> Told | None:
    """*A contribution to achieve consumption*."""
    place, led = match.start("v"), look.words[match.start()]
    ing = look.ing(place) if led in _CONTRIBUTING else ""
    if not ing or look.counted(led, "to", look.words[place]) or look.counted(led, "to", ing) <= _SELDOM:
        return None
    asks = any(look.counted(led, "to", verb) for verb in ("be", "have", "do", "make", "take", "ensure", "provide"))
    return None if asks else _told(match, ing, fix=True)


def _as_ing(look: Look, match: re.Match[str]) -> Told | None:
    """*Interpreted as restrict access*."""
    form = look.ing(match.start("v"))
    return _told(match, form, fix=True) if look.words[match.start() + 1] == b"as " and form else None


def _consider(look: Look, match: re.Match[str]) -> Told | None:
    """*To consider proclaim a day*."""
    form = look.ing(match.start("v"))
    return _told(match, form, fix=True) if look.base(match.start()) in _ING_BEHIND and form else None


def _have_to(look: Look, match: re.Match[str]) -> Told | None:
    """*When they have to walking*."""
    have = look.words[match.start()] == b"have "
    return _told(match, look.base(match.start("v")), fix=True) if have else None


def _to_lost(look: Look, match: re.Match[str]) -> Told | None:
    """*Encourages Governments of countries of origin conclude agreements*."""
    if look.base(match.start() + 1) not in _ASKS or look.words[match.start("v") - 1] in (b"to ", b"not "):
        return None
    return _told(match, f"to {look.word(match.start('v'))}", fix=True)


def _to_needless(look: Look, match: re.Match[str]) -> Told | None:
    """*Recommends that States to include the matter*."""
    led = look.word(match.start() - 1)
    verb = look.word(match.end("v"))
    return Told(match.start("v"), match.end("v") + 1, verb, fix=True) if led in _ASKED else None


def _does_verb(look: Look, match: re.Match[str]) -> Told | None:
    """*Who does bear the loss*."""
    if look.words[match.start("v")] not in (b"does ", b"do "):
        return None
    return Told(match.start("v"), match.end(), f"“{look.word(match.end() - 1)}” in its own form")


def _what(look: Look, match: re.Match[str]) -> Told | None:
    """*In the annex to what the Assembly recognized*."""
    led = look.words[match.start("v") - 1]
    free = look.words[match.start("v")] == b"what " and led in (
        b"by ",
        b"in ",
        b"under ",
        b"from ",
        b"to ",
        b"through ",
        b"with ",
    )
    return _told(match, "which", fix=True) if free else None


def _it_lost(look: Look, match: re.Match[str]) -> Told | None:
    """*Paragraphs 13 and 14, in which is stated that*."""
    return _told(match, f"it {look.word(match.start('v'))}", fix=True)


def _owner(look: Look, match: re.Match[str]) -> Told | None:
    """*The products of small farmer’s;*, *the livelihood’s of vendors*."""
    word = look.word(match.start("v"))
    base = word.rstrip("s").rstrip("'") if word.endswith("s'") else word[:-2]
    plural = look.classes.plurals.get(base, "")
    return _told(match, plural, fix=True) if plural and base not in ("state",) else None


def _who_they(look: Look, match: re.Match[str]) -> Told | None:
    """*Volunteers, who they often donate blood*."""
    return _told(match, "no pronoun")


def _that_they(look: Look, match: re.Match[str]) -> Told | None:
    """*Calls upon States that they operate satellites*."""
    if look.word(match.start()) in _TOLD_BY or look.words[match.start("v")] != b"they ":
        return None
    return _told(match, "no pronoun")


def _more_lower(look: Look, match: re.Match[str]) -> Told | None:
    """*Is more lower than that*."""
    more = look.words[match.start()] in (b"more ", b"most ", b"less ") and look.word(match.start("v")) in _COMPARED
    return Told(match.start(), match.end("v"), look.word(match.start("v")), fix=True) if more else None


def _as_than(look: Look, match: re.Match[str]) -> Told | None:
    """*In as many languages than possible*."""
    both = look.words[match.start()] == b"as " and look.words[match.start("v")] == b"than "
    both = both and look.word(match.start() + 1) not in _COMPARED | {"more", "less", "other", "rather"}
    return _told(match, "as", fix=True) if both else None


def _alike(wrong: str, right: str) -> Judge:
    def judge(look: Look, match: re.Match[str]) -> Told | None:
        """A word that sounds like another one: *to examine weather estimates are*, *of there example*, *more hazardous then*."""
        return _told(match, right, fix=True) if look.word(match.start("v")) == wrong else None

    return judge


def _adverb(look: Look, match: re.Match[str]) -> Told | None:
    """*Environmental sound management*, *to effective addressing them*."""
    place, text = match.start("v"), match.string
    adverb = look.classes.adverb_of.get(look.word(place), "")
    if not adverb:
        return None
    usual = look.counted(adverb, look.words[place + 1])
    if look.counted(look.words[place], look.words[place + 1]) or usual <= (_SELDOM if text[place + 1] == "g" else 8):
        return None
    return _told(match, adverb, fix=True)


def _no_again(look: Look, match: re.Match[str]) -> Told | None:
    """*Not to replace no vehicle*."""
    twice = look.words[match.start()] == b"not " and look.words[match.start("v")] == b"no "
    return _told(match, "any", fix=True) if twice else None


def _hanging(look: Look, match: re.Match[str]) -> Told | None:
    """*Wherever they may,*."""
    if look.words[match.start("v")] == b"will " and match.string[match.start("v") - 1] != "p":
        return None
    return _told(match, "a verb behind it")


def _is_not(look: Look, match: re.Match[str]) -> Told | None:
    """*That persons in need of care not deprived of medicines*."""
    return _told(match, "a verb before it") if look.words[match.start("v")] == b"not " else None


def _several(look: Look, match: re.Match[str]) -> Told | None:
    """*A group of 25 member*."""
    number, word = look.written(match.start()), look.word(match.start("v"))
    plural = look.classes.plurals.get(word, "")
    amount = match.string[match.start() - 1] in "·.#K" or word in ("session", "million", "billion", "per", "conference")
    if not plural or amount or not number.isdigit() or not 1 < int(number) < 1000:
        return None
    return _told(match, plural, fix=True)


def _it_bare(look: Look, match: re.Match[str]) -> Told | None:
    """*How long it take*."""
    third = look.other_number(match.start("v"))
    return _told(match, third, fix=True) if third else None


def _members(look: Look, match: re.Match[str]) -> Told | None:
    """*The accuracy, delay legibility and completeness*."""
    first, second = look.words[match.start("a")], look.words[match.start("b")]
    if look.counted(first, second) or look.surely_person(match.start("b")):
        return None  # *singers, instrument makers and students*
    return Told(match.start("a"), match.end("b"), f"“{look.word(match.start('a'))}, {look.word(match.start('b'))}”")


def _none(look: Look, match: re.Match[str]) -> Told | None:
    """*Whereas 9 had no,*."""
    return _told(match, "none", fix=True) if look.words[match.start("v")] == b"no " else None


def _joined_adverb(look: Look, match: re.Match[str]) -> Told | None:
    """*Promptly and impartial;*, *financed more rapid;*."""
    adverb = look.classes.adverb_of.get(look.word(match.start("v")), "")
    first = look.words[match.start()]
    led = first.endswith(b"ly ") or look.words[match.start("v") - 1] in (b"more ", b"less ")
    return _told(match, adverb, fix=True) if adverb and led else None


def _ing_for_finite(look: Look, match: re.Match[str]) -> Told | None:
    """*That the Organization estimating that*, *demands that all parties allowing teams*."""
    states = match.string[match.end("v")] == "Q"
    return _told(match, "a finite verb") if states or look.word(match.start() - 1) in _ASKED else None


def _much_of(look: Look, match: re.Match[str]) -> Told | None:
    """*Much of them*."""
    several = look.words[match.start()] == b"much " and look.words[match.end() - 1] == b"them "
    return Told(match.start(), match.start() + 1, "many", fix=True) if several else None


def _most_often(look: Look, match: re.Match[str]) -> Told | None:
    """*The most frequently causes*."""
    adjective = look.classes.adverbs.get(look.word(match.start("v")), "")
    led = look.words[match.start()] in (b"most ", b"more ") and look.word(match.start("v")).endswith("ly")
    return _told(match, adjective, fix=True) if adjective and led else None


def _fact_lost(look: Look, match: re.Match[str]) -> Told | None:
    """*Welcoming that 41 States replied*."""
    word = look.word(match.start() + 1)
    return Told(match.start() + 1, match.end(), f"“{word} the fact that”") if word in _NO_THAT else None


def _of_reach(look: Look, match: re.Match[str]) -> Told | None:
    """*The means of reach schools*."""
    place = match.start("v")
    word, ing = look.words[place], look.ing(place)
    verb = look.counted("to", word) > 4 * look.counted("of", word) + _OFTEN and not look.counted(
        word, look.words[place + 1]
    )
    return _told(match, ing, fix=True) if ing and verb else None


def mechanisms(lexicon: Lexicon) -> Iterator[Mechanism]:
    """The patterns with their judges."""
    yield from of_table(_TABLE)
    for pattern, wrong, right in _SOUNDS:
        yield Mechanism(pattern, _alike(wrong, right), waking(wrong))
    rows = [*lexicon.columns("government", "word", "takes")]
    objects = frozenset(word[2:] for word, takes in rows if word.startswith("v:") and takes == "-")
    nouns = frozenset(word for word, takes in rows if ":" not in word and takes == "to do")
    yield Mechanism(_DOING, _are_doing(objects))
    yield Mechanism(_NOUN_TO, _noun_to(nouns | word_set("occasion opportunity ability duty right attempt offer")))


_DOING = lazy("[BE]R?(?P<v>g)(?:[;.&]|,[Q&>]|I(?=K))")
_NOUN_TO = lazy("[ny](?P<v>tg|g)(?:[DATNR])")
_NOT = "[DATJj#KLxnNyzRZIo&|G1]"
_SOUNDS = (
    (lazy("[vygs,|](?P<v>[a-zA-Z])(?=[DTpi]|[NzL][vM])"), "weather", "whether"),
    (lazy("[Iovygst](?P<v>R)(?=[nNyzJ][;,.IoBEM&])"), "there", "their"),
    (lazy("(?:D|J)J?(?P<v>R)[gDp]"), "then", "than"),
    (lazy("[nNyzA#J](?P<v>[RIx])[DATN#Jnz]"), "off", "of"),
    (lazy("[ecnNJyz](?P<v>[a-zA-Z])[ecnNJvyI]"), "ore", "or"),
    (lazy(",(?P<v>E)p[MvE]"), "were", "where"),
)
_TABLE = (
    (lazy("MR?[vyu][^,;.:<>QSWHBEMsv]{1,14}?(?<!,)&R?(?P<v>s)"), _after_modal, ""),
    (lazy("M[vyu][^,;.:<>QSWHg]{1,14}?[|]R?(?P<v>g)[DAT]"), _or_ing, ""),
    (lazy("(?P<v>g)R"), _thereto, "thereto therein thereof thereon"),
    (lazy("[BE]R?(?P<v>v)(?![a-z>]*n)"), _be_verb, ""),
    (lazy("<[eJ](?P<v>g)[DATQnN]"), _determined, ""),
    (lazy("[ny]t(?P<v>[vyu])[DATJnN]"), _contribution, ""),
    (lazy("eI(?P<v>v)[nyDATNJ]"), _as_ing, "as"),
    (lazy("[vszy](?P<v>[vy])[DATJ]"), _consider, ""),
    (lazy("Et(?P<v>g)"), _have_to, "have"),
    (lazy(f"<[sz]I?{FLAT}{CHAIN}(?P<v>v)(?=[DATNJnyz])"), _to_lost, ""),
    (lazy(f"Q[DAT]{{0,2}}[JjK]{{0,3}}[NLnK](?:o[DAT]?[Jj]?[NLnK])?(?P<v>t)[vybua]{FREE}"), _to_needless, ""),
    (lazy("[WS](?P<v>[BE])[vyu](?=[DATI;,.])"), _does_verb, "does do"),
    (lazy("(?<=[nNyz])[It](?P<v>S)(?=[Dpi])"), _what, "what"),
    (lazy("IH(?P<v>B)eQ"), _it_lost, "which"),
    (lazy("(?P<v>Z)(?:[;.o]|,>|[BEM])"), _owner, ""),
    (lazy("W(?P<v>p)R?[vyEM]"), _who_they, "who"),
    (lazy("[NLz]Q(?P<v>p)[vy][NzJD]"), _that_they, "that"),
    (lazy("D(?P<v>[Jjx])"), _more_lower, "more most less"),
    (lazy("I[TJDRx][nNzJ]{0,2}(?P<v>I)"), _as_than, "than"),
    (lazy("(?P<v>J)[JjayKn][nNyzGg]"), _adverb, ""),
    (lazy("t(?P<v>J)g[DATN]"), _adverb, ""),
    (lazy("Rt?[vyu](?P<v>D)"), _no_again, "no"),
    (lazy("(?P<v>M)(?:[;.]|,>)"), _hanging, ""),
    (lazy(f"Q{_NOT}{{2,12}}(?P<v>R)e(?![^,;.<>]{{0,20}}[BEMsv])"), _is_not, "not"),
    (lazy("#(?P<v>[n])(?=[;,.IQWH])"), _several, ""),
    (lazy("[SR]i(?P<v>[vy])(?=[;,.])"), _it_bare, ""),
    (lazy("[ME](?P<v>D)(?:[;.]|,[&>])"), _none, "no"),
    (lazy("R&(?P<v>J)(?=[&;.])"), _joined_adverb, ""),
    (lazy("eD(?P<v>J)[;.]"), _joined_adverb, "more less"),
    (lazy(f"Q{DET}{MOD}{{0,4}}[NzLKny](?P<v>g)[DATnNJzQ]{FREE}"), _ing_for_finite, ""),
    (lazy("Dom"), _much_of, "much"),
    (lazy("D(?P<v>R)[Nzn]"), _most_often, "most more"),
    (lazy("<[gsz]Q"), _fact_lost, ""),
    (lazy("o(?P<v>y)[Nz]"), _of_reach, ""),
    (lazy(",(?P<a>[ny])(?P<b>[nN])&[nN][oI;,.]"), _members, ""),
)  # fmt: skip

"""English as far as it is no table: the inflection of verbs, the folding of spellings, and the small words around a verb."""

from __future__ import annotations

from resolint.lexicon.grammar import Grammar, Occasions
from resolint.regex import lazy

__all__ = [
    "GRAMMAR",
    "article",
    "base_of_participle",
    "base_of_plural",
    "base_of_third",
    "folded",
    "is_adverb",
    "oxford",
    "participle",
    "plural",
    "seems",
    "seems_participle",
    "third",
    "word_set",
]


def word_set(words: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(words.split())


SEQUENCE = ("also", "further")
"""The adverbs that say that a paragraph opens like the one before it, the second and the third time."""
LEADING = word_set("again while")
"""Words that lead an opening, besides the adverbs in -ly."""
WEAK_LEADING = word_set("once more most very still equally likewise similarly")
"""Words that lead an opening only where a known verb or adjective follows: they begin other sentences as well."""
LEADING_PAIRS = frozenset((("once", "again"), ("once", "more")))
STRESSING = frozenset((("in", "particular"), ("in", "this", "regard"), ("in", "this", "context")))
"""What may stand behind an opening, in italics or not."""

OWNERS = word_set("its our their")
"""Whose something is; in a phrase of the tables each stands for all."""
REFLEXIVES = word_set("itself ourselves themselves")
AUXILIARIES = word_set("be have")
"""Verbs that open a paragraph only together with what follows them."""
ARTICLES = word_set("the a an")
DETERMINERS = ARTICLES | word_set("its their our his her this these those all any such each every no")
"""Words that begin a noun phrase and do nothing else, as *that*, *some* and *other* do."""
PREPOSITIONS = word_set("of in on for with by at from into against upon under through without towards within during")
"""Those that are nothing else: *to* stands before verbs, *as* before clauses, *over* and *about* before figures."""
ANY_PREPOSITIONS = PREPOSITIONS | word_set("to as between among about over")
"""Those that may be something else too."""
RELATIVES, COORDINATING = word_set("that which who"), word_set("and or nor")
SUBJECTS = word_set("they we he she it")
"""Pronouns that a verb follows."""
ARE, DOES = word_set("is are was were"), word_set("do does did")
"""The finite forms of the verbs that help others."""
BINDING = word_set("shall should must")
TO_BE, TO_HAVE = ARE | word_set("be been being"), word_set("has have had")
MODALS = BINDING | word_set("can cannot could would")
"""Modal verbs that are nothing else."""
ANY_MODALS = MODALS | {"will", "may", "might"}
FINITE = ARE | DOES | ANY_MODALS | TO_HAVE
"""Words that are finite verbs and nothing else, or nearly so."""
DEMANDING = "express"
"""The verb that is no opening without the noun behind it."""
OWNING = word_set("reiterate reaffirm renew repeat extend maintain")
"""Verbs that may be followed by what they own (*Reaffirms its commitment*), inside of the italics or not."""
HANDING_OVER = {"call": ("upon", "on"), "appeal": ("upon", "on")}
"""Nouns behind which a preposition belongs to the opening (*Reiterates its call upon*)."""
REMAINING = "remain"
"""The verb whose adjective may be in italics or not (*Remains concerned*)."""
CLOSED = word_set("to that for at about over of the a an by with on in upon all any these those as from")
"""Words that end an opening phrase, so that an adverb before them belongs to it."""
ADVERB_BEFORE = CLOSED | word_set("its their human")
"""Words before which *further* is an adverb; before others it may belong to the noun (*further efforts*)."""
FOLLOWING_IN = word_set("pursuance accordance conformity view light recognition solidarity fulfilment")
"""Nouns that open a preambular paragraph behind *In*."""
SUBORDINATING = ("whereas", "since", "because")
"""Words that open a preambular paragraph in place of a participle, as they should not."""

_NO_ADVERBS = word_set("only supply apply imply reply comply multiply family assembly early italy july")
_NO_PARTICIPLES = word_set("during nothing something anything everything notwithstanding spring")
_PREPOSITIONS = word_set("according including concerning")

_SHORT_U = ("uni", "use", "usa", "usu", "uti", "ubi", "ura", "eu", "one", "once", "ewe")
_LONG_U = ("unin", "unim", "unid")
_SILENT_H = ("hour", "honest", "honour", "honor", "heir")
"""How words begin that are spoken otherwise than they are written."""

_IRREGULAR = {"be": ("is", "being"), "have": ("has", "having")}
_HISSING = ("s", "sh", "ch", "x", "zz", "o")
_DOUBLING = lazy(
    r"(?:qu|[^aeiou])*[aeiou][bdgklmnprt]|(?:re|de|con|pre|in|trans)fer|(?:oc|in|con|re)cur|(?:com|ex|pro|re|im|dis)pel"
    r"|.*(?:com|ad|o|per|re|sub|trans|e)mit|regret"
)
_DOUBLED = lazy(r".*([bdgkmnprt])\1|.*(?:fell|pell)")
_MUTE_E = lazy(r".*(?:[cvuz]|[^aeiou](?:at|in|ir|ur|ut)|[aeiou][gs]|[bdgktpfz]l)")
"""How the stem of a participle ends whose base form ends in a silent e."""


def folded(word: str) -> str:
    """``word`` as it is looked up: small letters, without hyphens (*Re-emphasizes* and *Reemphasizes* are one)."""
    return word.lower().replace("-", "").replace("\u2011", "").replace("\u2010", "")


def oxford(word: str) -> str:
    """``word`` spelled with z where it may be (*recognising*)."""
    for british, ours in (("ising", "izing"), ("ises", "izes"), ("ise", "ize")):
        if word.endswith(british):
            return word[: -len(british)] + ours
    return word


def article(following: str) -> str:
    """*a* or *an*, whichever is said before the words that follow."""
    word = following.lower()
    if following[:1] == "U" and not following[1:2].islower():
        return "a"  # *a UN office*: a letter by its name
    if word.startswith(_SHORT_U) and not word.startswith(_LONG_U):
        return "a"
    return "an" if word.startswith((*_SILENT_H, *"aeiou")) else "a"


def is_adverb(word: str) -> bool:
    """Whether a word (in small letters) is an adverb by its ending."""
    return len(word) > 4 and word.endswith("ly") and word not in _NO_ADVERBS


def seems_participle(word: str) -> bool:
    """Whether a word (in small letters) that is no known verb looks like a present participle."""
    return word == "being" or (len(word) > 5 and word.endswith("ing") and word not in _NO_PARTICIPLES)


def seems(word: str) -> str:
    """What the ending of a word (in small letters) makes of it: ``participle`` (also of the past), ``third`` or nothing."""
    if word in _NO_PARTICIPLES or word in _PREPOSITIONS:
        return ""
    if word.endswith(("ing", "ed")) and len(word) > 5:
        return "participle"
    if word.endswith("s") and not word.endswith(("ss", "us", "ies")) and len(word) > 4:
        return "third"
    return ""


def participle(base: str) -> str:
    """The present participle: ``recall`` gives *recalling*, ``submit`` *submitting*."""
    if base in _IRREGULAR:
        return _IRREGULAR[base][1]
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return (base + base[-1] if _DOUBLING.fullmatch(base) else base) + "ing"


def third(base: str) -> str:
    """The third person singular: ``stress`` gives *stresses*, ``deny`` *denies*."""
    if base in _IRREGULAR:
        return _IRREGULAR[base][0]
    if base.endswith(_HISSING):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in ("a", "e", "o", "u"):
        return base[:-1] + "ies"
    return base + "s"


def plural(base: str) -> str:
    """The form of declarations: ``be`` gives *are*, every other verb is itself."""
    return "are" if base == "be" else base


def base_of_plural(word: str) -> str:
    """The base form of a verb as declarations use it: ``are`` gives *be*, every other word is itself."""
    return "be" if word == "are" else word


def base_of_third(word: str) -> str:
    """The base form of a verb in the third person, as its ending tells it: ``stresses`` gives *stress*."""
    for base in (*_IRREGULAR, word[:-3] + "y", word[:-1], word[:-2]):
        # Verbs in one s (*focus*) are few, those in a silent e behind it (*raise*) many.
        if base and third(base) == word and not base.endswith(("sse", "she", "che", "xe", "oe")):
            return base
    return word


def base_of_participle(word: str) -> str:
    """The base form of a verb in the present participle, as its ending tells it: ``aspiring`` gives *aspire*."""
    stem = word[:-3]
    for base in _IRREGULAR:
        if participle(base) == word:
            return base
    if _DOUBLED.fullmatch(stem) and participle(stem[:-1]) == word:
        return stem[:-1]
    return stem + "e" if _MUTE_E.fullmatch(stem) or participle(stem) != word else stem


def _ordinal_figure(number: int) -> str:
    """``63rd`` for 63."""
    return f"{number}{'th' if 10 <= number % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _compound(tens: str, unit: str) -> str:
    """``sixty-three`` of *sixty* and *three*."""
    return f"{tens}-{unit}"


def _hundreds(count: str, hundred: str, below: str) -> str:
    """``two hundred and three`` of *two*, *hundred* and *three*."""
    return " ".join(filter(None, (count, hundred, below and f"and {below}")))


_NAMING = frozenset(
    ("Governing", "Coordinating", "Standing", "Steering", "Working", "Executing", "Meeting", "Peacebuilding")
)


def _opens(word: str) -> bool:
    """Whether a word with a capital is a participle that opens a paragraph, not the adjective of a body."""
    return word.endswith("ing") and word not in _NAMING


GRAMMAR = Grammar(
    and_="and",
    or_="or",
    of="of",
    to="to",
    until=("to", "until"),
    ambiguous_months=frozenset(("May",)),
    ordinal_endings=("st", "nd", "rd", "th"),
    ordinal_figure=_ordinal_figure,
    compound=_compound,
    hundreds=_hundreds,
    organ_nouns=(
        *("Council", "Commission", "Committee", "Conference", "Board", "Congress", "Meeting", "Authority", "Forum"),
    ),
    body_nouns=(
        *("Assembly", "Organization", "Union", "Agency", "Parties", "Group", "Bureau", "Parliament", "Community"),
    ),
    acting_nouns=(
        *("Assembly", "Council", "Commission", "Committee", "Conference", "Board", "Organization", "Congress", "Forum"),
        *("Parties", "Agency", "Fund", "Union"),
    ),
    meeting_nouns=("Assembly", "Council", "Commission", "Committee", "Conference", "Board", "Forum"),
    drafting_bodies=(
        *("Main Committee", "Committee of the Whole", "Drafting Committee", "Drafting Group", "Working Group"),
    ),
    organ_links=frozenset(("of", "the", "and", "for", "on", "to", "in", "against", "as", "serving", "meeting")),
    organ_leads=frozenset(
        (
            *("See", "Also", "Contained", "In", "By", "Under", "Through", "With", "Of", "And", "The", "For", "From"),
            *("To", "On", "At", "Its", "This", "These", "That", "Both", "As", "All", "Since", "Further", "Previous"),
            *("Relevant", "Recent", "Accordingly", "Pursuant", "Following", "Draft", "Each", "Any", "Recalls"),
            *("Reaffirms", "Welcomes", "Stresses", "Requests", "Decides", "Urges", "Notes", "Emphasizes", "Invites"),
            *("Calls", "Encourages", "Takes"),
        )
    ),
    opens=_opens,
    article=("the ", "The "),
    occasions=Occasions(
        session="session",
        meeting="meeting",
        year="year",
        agenda="agenda",
        item="item",
        special="special",
        emergency="emergency",
        again=("resumed", "reconvened"),
        adjectives=frozenset(
            (
                *("special", "emergency", "regular", "resumed", "reconvened", "substantive", "organizational"),
                *("plenary", "high-level", "annual", "intersessional", "ordinary", "extraordinary", "formal", "closed"),
                *("open", "private", "public", "ministerial", "joint", "working", "final", "informal"),
            )
        ),
    ),
    original="original",
    possessive=("’s", "'s"),
)

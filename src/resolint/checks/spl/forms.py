"""Checks on the forms of verbs and on adjectives that stand where an adverb belongs, by the classes of neighbouring words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.sentences import Sentence, places_of, swapped
from resolint.checks.spl.enabling import TO_NOUNS, to_for_of
from resolint.checks.spl.objects import LIKE_PREPOSITIONS, has_object
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, english, per_lexicon
from resolint.lexicon.english import MODALS, TO_BE, TO_HAVE
from resolint.model import Document
from resolint.rule import Context

_DO = english.DOES
_SMALL = frozenset(
    (
        "already", "now", "always", "never", "recently", "also", "further", "not", "fully", "jointly", "better", "thus",
        "therefore",
    )
)  # fmt: skip
_DETERMINERS = english.DETERMINERS
_LEADING = frozenset(
    (
        "of", "by", "for", "from", "in", "without", "on", "into", "against", "towards", "after", "before", "through",
        "upon", "with", "at",
    )
)  # fmt: skip
"""Prepositions after which a verb has the form in *-ing*."""
_BEHIND = frozenset(
    (
        "out", "up", "to", "with", "in", "by", "from", "for", "on", "upon", "at", "of", "towards", "against", "through",
    )
)  # fmt: skip
_RELATIVE = frozenset(("who", "which"))
_NOUNS_TOO = frozenset(("may", "will", "might"))
"""Modal verbs that are nouns or names as well."""
_KEEPING = frozenset(
    ("make", "makes", "keep", "keeps", "render", "leave", "hold", "declare", "find", "consider", "deem")
)
"""Verbs behind which an adjective may stand before the object."""
_GOVERNING = _NOUNS_TOO | TO_BE | TO_HAVE | _DO | MODALS | _LEADING | {"to"}
_OF_SEVERAL = frozenset(("are", "were", "have", "do"))
_NOT_ADVERBS = frozenset(
    (
        "only", "early", "family", "likely", "friendly", "daily", "weekly", "monthly", "yearly", "timely", "costly",
        "elderly", "orderly", "lively",
    )
)  # fmt: skip


@check("SPL025")
def adjective_for_adverb(document: Document, context: Context) -> Iterator[Hit]:
    """*Full implemented*, *to active participate*, *contributes significant to*; *the effectively use*."""
    classes = classes_of(context.lexicon)
    linking, both = frozenset(context.options["linking"]), frozenset(context.options["both"])
    pairs = _pairs(context.lexicon)
    # *Take over all tasks*: an adverb of its own.
    for text, place, word in places_of(document, (classes.adverb_of.keys() | classes.adverbs.keys()) - {"over"}):
        adverb = classes.adverb_of.get(word, "")
        if adverb and word in both:
            continue
        pair = (
            adverb
            and text.at(place - 1) != "in"
            and (adverb, text.at(place + 1)) in pairs
            and text.run(place, place + 1)
        )
        if pair or (adverb and _wants_adverb(text, place, classes, linking)):
            yield swapped(text, place, adverb, before="")
        elif (
            word in classes.adverbs
            and word not in _NOT_ADVERBS
            and (_wants_adjective(text, place, classes) or _beside_adjective(text, place, classes))
        ):
            yield swapped(text, place, classes.adverbs[word], before="")


@per_lexicon
def _pairs(lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Adverbs with the word they describe, of which adopted texts never write the adjective."""
    return frozenset(lexicon.columns("adverb-pairs", "adverb", "word"))  # type: ignore[arg-type]  # Pairs.


def _wants_adverb(text: Sentence, place: int, classes: Classes, linking: frozenset[str]) -> bool:
    """Whether the adjective at ``place`` stands before a verb, or behind one that takes no adjective."""
    if not text.run(place - 1, place) or text.written[place][0].isupper():
        return False
    before, after = text.at(place - 1), text.at(place + 1)
    joined = text.run(place, place + 1)
    if joined and before in TO_BE and _described(text, place + 1, classes):
        return not classes.is_noun(text.at(place)) and text.at(place) not in classes.bases
    if joined and before in TO_BE | TO_HAVE | {"also", "not"}:
        verb = (after in classes.participles or after.endswith("ed")) and after not in classes.adjectives
        verb = verb and not classes.is_noun(after)
        return (
            verb and not classes.is_noun(text.at(place)) and text.at(place + 2) in _BEHIND | {"and", ""} | _DETERMINERS
        )
    if joined and before in MODALS | {"to"}:
        sure = after in classes.pure or (after in classes.bases and text.at(place + 2) in _DETERMINERS)
        return sure and text.at(place) not in classes.bases and not classes.is_noun(text.at(place))
    verb = (
        before in classes.bases or before in classes.thirds or before in classes.ings or before in classes.participles
    )
    if joined and after in _DETERMINERS and text.at(place - 2) in MODALS | {"to"} and before in classes.pure:
        return before not in _KEEPING and not classes.is_noun(text.at(place)) and text.at(place) not in classes.bases
    ends = place + 1 >= len(text.lower) or (not joined and text.block.text[text.words[place].end() :][:1] in ";.,")
    if verb and ((joined and after in _BEHIND) or ends) and not classes.is_noun(text.at(place)):
        lemma = classes.thirds.get(before) or classes.ings.get(before) or classes.participles.get(before) or before
        return lemma in linking
    return False


def _described(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether an adjective stands at ``place`` that describes no noun behind it."""
    word, behind = text.at(place), text.at(place + 1)
    if word not in classes.adjectives or classes.is_noun(word) or word in classes.participles or word in classes.bases:
        return False
    return text.ends(place) or behind in _BEHIND | {"and", "that", "as", "but", "than"}


def _beside_adjective(text: Sentence, place: int, classes: Classes) -> bool:
    """*The fully and effective use*, *the full and effectively use*: one of a pair before a noun is an adverb."""
    for first, other in ((place, place + 2), (place - 2, place - 2)):
        noun = first + 3
        if (
            text.at(first + 1) == "and"
            and text.run(first - 1, noun)
            and text.at(first - 1) in _DETERMINERS | {"of", "for"}
        ):
            pure = text.at(noun) in classes.plurals or text.at(noun) in classes.mass
            verb = text.at(noun) in classes.participles or text.at(noun) in classes.adjectives
            if pure and not verb and text.at(other) in classes.adverb_of:
                return True
    return False


def _wants_adjective(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether the adverb at ``place`` stands between an article and a noun that nothing else describes."""
    if not text.run(place - 1, place + 1) or text.at(place - 1) not in ("the", "a", "an", "its", "their", "of", "for"):
        return False
    noun = text.at(place + 1)
    other = noun in classes.adjectives or noun in classes.participles or noun in classes.ings or noun in classes.bases
    after = text.at(place + 2)
    ends = not text.joined[place + 2] if place + 2 < len(text.lower) else True
    return (
        classes.is_noun(noun)
        and not other
        and "-" not in noun
        and (ends or after in _BEHIND | {"and", "that", "which"})
    )


@check("SPL026")
def verb_form(document: Document, context: Context) -> Iterator[Hit]:
    """*To ensures*, *by strengthen*, *are affect*, *has took*, *did not complied*, *must to comply*."""
    classes = classes_of(context.lexicon)
    several = frozenset(context.options["several"])
    for text, place, word in places_of(document, _GOVERNING):
        at = place + 1
        while text.at(at) in _SMALL or (text.at(at) in classes.adverbs and text.at(at) != "only"):
            at += 1
        form = text.at(at)
        if not form or form in several or not text.run(place, at) or text.written[at][0].isupper():
            continue
        if word == "should" and text.at(at + 1) in TO_BE:
            continue  # *should gains be shared unequally*
        if word == "to" and form[-1] == "s" and text.at(at + 1) == "of" and form not in _TAKES_OF:
            continue  # *the following applies to stores of signals*
        before = text.at(place - 1)
        if word == "to" and before in MODALS - {"can", "could"} and at == place + 1 and form in classes.bases:
            span = text.block.span(text.start(place), text.end(at))
            words = text.block.text[span.start : span.end]
            fix = Fix(f"Write “{form}”", (Edit(span, form, words),), "suggest")
            yield Hit(span, {"found": words, "instead": form, "before": text.written[place - 1]}, fix)
            continue
        right = _right_form(text, place, at, classes)
        if word == "of" and before in TO_NOUNS and right and at == place + 1:
            yield to_for_of(text, place)
            continue
        if right and right != form:
            hit = swapped(text, at, right, before=text.written[place])
            doubtful = word in TO_BE and text.run(at, at + 1) and text.at(at + 1) not in _AFTER_PASSIVE
            # *To be strengthen cooperation* may be *to strengthen cooperation* or *to be strengthening cooperation*.
            yield replace(hit, fix=None) if doubtful and form in classes.pure else hit


_TAKES_OF = frozenset(("approves", "consists", "disapproves", "disposes", "learns", "makes", "speaks", "thinks"))
"""Verbs that *of* may follow; before it other words in *s* are nouns."""
_AFTER_PASSIVE = english.PREPOSITIONS | {
    *(
        "",
        "about",
        "across",
        "among",
        "as",
        "before",
        "between",
        "beyond",
        "over",
        "since",
        "than",
        "throughout",
        "to",
        "until",
    ),
    *("and", "or", "but", "if", "that", "when", "where", "which", "while"),
}
"""What stands behind a passive; a noun right behind the verb is an object."""


def _right_form(text: Sentence, place: int, at: int, classes: Classes) -> str:
    """The form that the verb at ``at`` has behind the word at ``place``, empty where it may stand as it is."""
    word, form = text.at(place), text.at(at)
    base = form in classes.pure and form not in classes.participles
    if word == "to":
        return _after_to(text, at, classes)
    if word in _LEADING:
        return classes.ing_of.get(form, "") if base and at == place + 1 else ""
    if word in TO_BE:
        if form in classes.participles and form not in classes.bases and not classes.is_noun(form):
            return classes.bases[classes.participles[form]] if form not in classes.adjectives else ""
        return classes.bases[form] if base and form not in classes.adjectives else ""
    if word in TO_HAVE:
        return _after_have(form, classes)
    if word in _DO:
        return classes.thirds.get(form, "") or _past(form, classes) if text.at(place + 1) == "not" else ""
    if word in _NOUNS_TOO and (text.at(place - 1) in _DETERMINERS | classes.adjectives or form in classes.adjectives):
        return ""
    return _after_modal(text, at, classes)


@check("SPL027")
def complement(document: Document, context: Context) -> Iterator[Hit]:
    """*With a view to ensure*, *in order to ensuring*, *consider to adopt*, *decides considering*."""
    classes = classes_of(context.lexicon)
    gerund, infinitive, never, always = (
        frozenset(context.options[name]) for name in ("gerund_after", "infinitive_after", "never_to", "always_to")
    )
    doubtful = frozenset(context.options["doubtful"])
    for text, place, word in places_of(document, gerund | infinitive | never | always | {"forward", "aim"}):
        following = text.at(place + 1)
        if word == "aim" and following == "to":
            yield from _aim(text, place, classes)
        elif following == "to":
            at = place + 2
            while text.at(at) in classes.adverbs:
                at += 1
            form = text.at(at)
            if not text.run(place, at) or text.written[at][0].isupper():
                continue
            determined = text.at(at + 1) in _DETERMINERS and text.run(at, at + 1)
            looks = word == "forward" and text.at(place - 1).startswith("look")
            right = ""
            if form in classes.pure or (form in classes.bases and determined):
                asks = looks or word in gerund or (word in never and not has_object(text, place, classes))
                right = classes.ing_of.get(form, "") if asks else ""
            elif word in infinitive:
                right = classes.ings.get(form, "") if determined else ""
                right = right or (_past(form, classes) if _needed(text, place, word) else "")
            if right:
                without = word in never and at == place + 2  # the word takes no "to" at all
                whole = swapped(text, place + 1, right, last=at, before=word) if without else None
                hit = whole or swapped(text, at, right, before=f"{word} to")
                yield replace(hit, fix=None, unsure=True) if word in doubtful else hit
        elif following in classes.pure and _needed(text, place, word) and text.run(place, place + 2):
            yield swapped(text, place + 1, f"to {following}", before=word)
        elif following in classes.ings.keys() - LIKE_PREPOSITIONS and word in always and text.run(place, place + 2):
            determined = text.at(place + 2) in _DETERMINERS and text.written[place + 1][0].islower()
            if determined:
                yield swapped(text, place + 1, f"to {classes.ings[following]}", before=word)


def _needed(text: Sentence, place: int, word: str) -> bool:
    """Whether a noun stands at ``place`` that leads to an infinitive: *the need*, *its ability*."""
    leads = word in ("need", "ability", "right", "opportunity", "readiness", "willingness", "intention", "duty")
    return (
        leads and text.at(place - 1) in _DETERMINERS and text.at(place - 2) != "should" and text.run(place - 1, place)
    )


def _aim(text: Sentence, place: int, classes: Classes) -> Iterator[Hit]:
    """*With the aim to enhance* for *with the aim of enhancing*; some adopted texts have it, so that it is an info."""
    form = text.at(place + 2)
    if (
        form in classes.ing_of
        and form in classes.bases
        and text.run(place - 2, place + 2)
        and (text.at(place - 2), text.at(place - 1)) == ("with", "the")
    ):
        right = f"of {classes.ing_of[form]}"
        yield replace(swapped(text, place + 1, right, last=place + 2, before="aim"), unsure=True)


def _past(form: str, classes: Classes) -> str:
    return classes.participles.get(form, "") if form not in classes.bases else ""


def _after_to(text: Sentence, at: int, classes: Classes) -> str:
    form = text.at(at)
    if form in classes.sure and form not in TO_HAVE:
        # *Data linked to addresses can be misused*: no two finite verbs stand side by side, so that the first is a noun.
        # So is *to crafts in which they are few*, which says more of it.
        told = text.run(at, at + 1) and (text.at(at + 1) in _FINITE or text.at(at + 2) in ("which", "whom"))
        return "" if told else classes.thirds[form]
    past = form in classes.participles and form not in classes.bases and form not in classes.adjectives
    if past and text.at(at + 1) in ("the", "its", "their", "a", "an", "all") and text.run(at, at + 1):
        return classes.participles[form]
    return ""


_FINITE = english.ANY_MODALS | english.ARE | TO_HAVE


def _after_have(form: str, classes: Classes) -> str:
    if form in classes.pure and form not in classes.participles:
        return classes.bases[form]
    base = classes.participles.get(form, "")
    return (
        classes.bases[base]
        if base and classes.bases[base] != form and form not in classes.bases and not classes.is_noun(form)
        else ""
    )


def _after_modal(text: Sentence, at: int, classes: Classes) -> str:
    form = text.at(at)
    if form in classes.thirds:
        return classes.thirds[form]
    past = form in classes.participles and form not in classes.bases and form not in classes.adjectives
    return classes.participles[form] if past and not classes.is_noun(form) else ""


@check("SPL028")
def who_or_which(document: Document, context: Context) -> Iterator[Hit]:
    """*Persons which*, *measures who*."""
    classes = classes_of(context.lexicon)
    persons = frozenset(context.options["persons"])
    for text, place, word in places_of(document, _RELATIVE):
        if not text.run(place - 1, place):
            continue
        noun = text.at(place - 1)
        one = classes.singulars.get(noun, noun)
        person = one in persons or one.endswith(("worker", "seeker", "holder", "keeper", "ist", "defender"))
        if word == "which" and person and noun != "peoples" and text.written[place - 1].islower():
            hit = swapped(text, place, "who", noun=text.written[place - 1])
            if not _behind_preposition(text, place - 1):
                yield hit
            elif text.at(place + 1) in classes.bases or text.at(place + 1) in _OF_SEVERAL:
                # *The group of persons which meets* and *the schools for children which towns keep* are right.
                yield replace(hit, unsure=True)
        elif (
            word == "who"
            and not person
            and (noun in classes.singulars or noun in classes.plurals)
            and noun.endswith(_THINGS)
            and one not in _OF_PERSONS
            and (text.at(place + 1) not in ("have", "are", "were") or noun in classes.singulars)
        ) and not _person_before(text, place - 2, persons, classes):
            yield swapped(text, place, "that", noun=text.written[place - 1])


_THINGS = (
    "tion", "tions", "ment", "ments", "ism", "isms", "ship", "ships", "ance", "ence", "ity", "ities", "sures", "sure", "grammes",
    "gramme", "cies", "cy", "tems", "tem", "ects", "ect", "states", "governments", "countries", "ures", "orts", "ort", "works",
)  # fmt: skip


_OF_PERSONS = ("generation", "population", "community")
"""Things that are made of persons, so that either word may stand."""


def _behind_preposition(text: Sentence, last: int) -> bool:
    """Whether the group of nouns that ends at ``last`` belongs to another by a preposition, which *which* may mean."""
    return any(word in _LEADING or word == "to" for word in text.lower[max(0, last - 3) : last])


def _person_before(text: Sentence, last: int, persons: frozenset[str], classes: Classes) -> bool:
    """Whether persons stand in the same sentence before, whom *who* may mean."""
    near = text.lower[max(0, last - 12) : last + 1]
    return any(
        classes.singulars.get(word, word) in persons
        or word in ("those", "one", "others")
        or word.endswith(("ers", "ors", "ists", "ants", "ees"))
        for word in near
    )

"""A check on words that a clause lacks, has twice or has in a form or an order that no clause has in that place.

Each mechanism looks at a few neighbouring words, and tells what adopted texts never write there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.sentences import Sentence, places_of, swapped
from resolint.checks.spl.passives import DONE, participle_meant
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, english, per_lexicon
from resolint.lexicon.english import MODALS
from resolint.model import Document
from resolint.rule import Context

_DETERMINERS = english.DETERMINERS - {"his", "her"}
_FINITE = english.ARE | english.TO_HAVE | english.DOES | MODALS | {"may", "will", "be"}
_PREPOSITIONS = english.PREPOSITIONS | {"to"}
_LINKS = frozenset(("to", "that", "and", "or", "which", "who", "not"))
_STATED = frozenset(
    (
        "affirm", "recognize", "note", "stress", "emphasize", "reaffirm", "acknowledge", "underline", "underscore", "believe",
        "consider", "decide", "declare", "find", "reiterate", "recall", "observe", "conclude", "agree", "convinced", "aware",
    )
)  # fmt: skip
"""What stands before *that it is possible*."""
_CONCERNED = frozenset(
    (
        "states", "parties", "governments", "authorities", "countries", "bodies", "organizations", "communities", "individuals",
        "organs", "agencies", "state", "party", "government", "persons", "families", "groups",
    )
)  # fmt: skip
"""Those that may be *concerned*."""
_ANY = {"neither": "either", "none": "any", "nobody": "anybody", "nothing": "anything"}
_SET_OUT = frozenset(
    (
        "the",
        "its",
        "paragraph",
        "paragraphs",
        "annex",
        "article",
        "articles",
        "section",
        "chapter",
        "table",
        "resolution",
    )
)
_ASIDE = frozenset(("not", "also", "never", "only", "longer", "no"))
_ALLOW = frozenset(("allow", "allows", "allowing", "enable", "enables", "enabling", "permit", "permits"))
_REQUIRE = frozenset(("require", "requires", "requiring", "oblige", "obliges", "obliging"))
_FAR, _NEAR = 16, 6

Mechanism = Callable[[Sentence, int, Classes], Hit | None]


@check("SPL057")
def clause_broken(document: Document, context: Context) -> Iterator[Hit]:
    """*While they carrying*, *those who not have*, *must also ensuring*, *how may the work*, *the States concern*."""
    mechanisms, classes = _mechanisms(context.lexicon), classes_of(context.lexicon)
    for text, place, word in places_of(document, mechanisms.keys()):
        for mechanism in mechanisms[word]:
            hit = mechanism(text, place, classes)
            if hit is not None:
                yield hit
                break


def _without_be(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*They carrying out their duties*."""
    word, form = text.lower[place], text.at(place + 1)
    if form not in classes.ings or not text.run(place, place + 1) or text.written[place + 1][0].isupper():
        return None
    be = "is" if word in ("he", "she") else "are"
    return swapped(text, place, f"{word} {be} {form}", last=place + 1)


def _without_do(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Those who not have the means*."""
    verb = text.at(place + 2)
    if text.at(place + 1) != "not" or verb not in classes.bases or not text.run(place, place + 2):
        return None
    return swapped(text, place + 1, f"do not {verb}", last=place + 2)


def _without_subject(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Affirms that is possible to learn*."""
    verb = text.at(place + 1)
    if verb not in ("is", "was") or not text.run(place - 1, place + 3):
        return None
    before = text.at(place - 1)
    base = classes.thirds.get(before) or classes.ings.get(before) or classes.participles.get(before) or before
    at = place + 2 + (text.at(place + 2) in classes.adverbs)
    stated = base in _STATED and text.at(at) in classes.adjectives and text.at(at + 1) in ("to", "that", "for")
    return swapped(text, place, f"that it {verb}", last=place + 1) if stated else None


def _that_for_which(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*A project under that 160 springs were restored*."""
    before = text.at(place - 1)
    if before not in _PREPOSITIONS - {"in"} or not text.run(place - 1, place):
        return None
    begins = text.block.text[text.end(place) : text.end(place) + 2]
    figure = begins[:1] == " " and begins[1:].isdigit() and before != "of"
    if figure or (text.at(place + 1) in ("they", "the", "these", "its", "their") and text.run(place, place + 1)):
        return swapped(text, place, "which")
    return None


def _told_again(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*The cards that they introduced them*."""
    verb = text.at(place + 2)
    again = text.at(place + 1) in english.SUBJECTS and text.at(place + 3) in ("them", "him")
    past = verb in classes.participles and verb not in classes.bases
    if again and past and classes.is_noun(text.at(place - 1)) and text.run(place - 1, place + 3):
        return swapped(text, place + 2, verb, last=place + 3)
    return None


def _after_modal(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Can no longer claiming*, *should ensuring*; *may attached*."""
    at = place + 1
    while text.at(at) in _ASIDE:
        at += 1
    form = text.at(at)
    if not text.run(place - 1, at) or text.written[at][0].isupper():
        return None
    if text.lower[place] in ("may", "might"):
        past = form in classes.participles and form not in classes.bases and form in classes.adjectives
        free = text.at(place - 1) not in _DETERMINERS and at == place + 1
        hit = swapped(text, at, classes.participles[form]) if past and free else None
        return replace(hit, fix=None) if hit is not None else None
    return swapped(text, at, classes.ings[form]) if form in classes.ings else None


def _after_have(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*The repairs that have follow them*; of verbs that are no nouns another rule speaks."""
    form = text.at(place + 1)
    if form not in classes.bases or form in classes.participles or form in classes.pure:
        return None
    acts = text.at(place + 2) in ("them", "it", "him", "us", "the", "its", "their") and text.run(place, place + 2)
    return swapped(text, place + 1, classes.bases[form]) if acts else None


def _not_twice(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*No one should not be refused*; *do not have neither*."""
    word = text.lower[place]
    held = 1 if word == "no" else 0
    if held and text.at(place + 1) != "one" and not classes.is_noun(text.at(place + 1)):
        return None
    verb = place + held + 1
    if text.at(verb) in _FINITE and text.at(verb + 1) == "not" and text.run(place, verb + 1):
        return swapped(text, verb, text.lower[verb], last=verb + 1)
    near = text.at(place - 1) == "not" or (text.at(place - 2) == "not" and text.at(place - 1) in classes.bases)
    return swapped(text, place, _ANY[word]) if word in _ANY and near and text.run(place - 2, place) else None


def _asked_inside(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*To consider how may the work be financed*."""
    verb, following = text.at(place + 1), text.at(place + 2)
    begins = following in _DETERMINERS or following in ("they", "it", "we")
    if verb not in _FINITE - {"be"} or not begins or not text.run(place, place + 2) or "?" in text.block.text:
        return None
    instead = f"{text.lower[place]} {following} … {verb}"
    return replace(swapped(text, place, instead, last=place + 2), fix=None)


def _concerned(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*The States concern*, *the parties concerning to give access*."""
    if text.at(place - 1) not in _CONCERNED or not text.run(place - 1, place):
        return None
    marked = text.ends(place) and text.block.text[text.end(place) : text.end(place) + 1] in (",", ";", ".")
    if marked or text.at(place + 1) in ("to", "in", "should", "shall"):
        right = text.at(place - 2) != "rights" and text.at(place + 1) != "inter"
        return swapped(text, place, "concerned") if right else None
    return None


def _behind_which(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*The coasts on which it stand*, *on which they stands*."""
    verb = text.at(place + 1)
    if text.at(place - 1) != "which" or not text.run(place - 1, place + 1):
        return None
    if text.lower[place] in ("they", "we"):
        return swapped(text, place + 1, classes.thirds[verb]) if verb in classes.sure else None
    right = classes.third_of.get(verb) if verb not in classes.participles else None
    return swapped(text, place + 1, right) if right else None


def _set_out(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*As set in the table below*."""
    said = text.at(place - 1) == "as" and text.at(place + 1) == "in" and text.at(place + 2) in _SET_OUT
    return swapped(text, place, "set out") if said and text.run(place - 1, place + 2) else None


def _below(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Listed in table the below*."""
    noun = text.at(place - 2)
    if not (text.ends(place) and text.at(place - 1) == "the" and classes.is_noun(noun) and text.run(place - 2, place)):
        return None
    return swapped(text, place - 2, f"the {noun} {text.lower[place]}", last=place)


def _account(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*To take into account the scale into account*; *into account particular the needs*."""
    if text.at(place - 1) != "into":
        return None
    if text.at(place + 1) in classes.adjectives and text.at(place + 2) == "the" and text.run(place, place + 3):
        return swapped(text, place + 1, f"the {text.at(place + 1)}", last=place + 2)
    for at in range(place + 2, min(place + _FAR, len(text.lower))):
        if not text.joined[at] or text.lower[at] in ("and", "or"):
            return None
        if text.lower[at] == "account" and text.at(at - 1) == "into":
            span = text.block.span(text.end(at - 2), text.end(at))
            gone = text.block.text[span.start : span.end]
            values = {"found": "into account … into account", "instead": "into account …"}
            return Hit(span, values, Fix("Leave out the second", (Edit(span, "", gone),), "suggest"))
    return None


def _how_well(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*How good their power grids would withstand a storm*."""
    said = text.at(place - 1) == "how" and text.at(place + 1) in _DETERMINERS and text.run(place - 1, place + 1)
    return swapped(text, place, "well") if said else None


def _of_like_kind(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*To investigate attacks prompt and impartially*."""
    word = text.at(place - 1)
    if word not in classes.adverb_of or text.at(place + 1) not in classes.adverbs:
        return None
    noun = text.at(place - 2)
    if noun not in classes.singulars:
        return None
    ends = text.ends(place + 1) or text.at(place + 2) in ("and", "to")
    plain = word not in classes.adverbs and noun not in classes.plurals and text.run(place - 2, place + 1)
    return swapped(text, place - 1, classes.adverb_of[word]) if ends and plain else None


def _allowed(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Allow repair teams reach the plant*, *to reaching the plant*; *enable the periods of work be added*."""
    if text.at(place + 1) == "that" or (place and text.at(place - 1) in _DETERMINERS):
        return None
    for at in range(place + 2, min(place + _NEAR, len(text.lower))):
        word = text.lower[at]
        if not text.joined[at]:
            break
        form = text.at(at + 1)
        several = classes.only_plural(text.at(at - 1))
        if word == "to" and several and form in classes.ings and text.run(place, at + 1):
            return swapped(text, at + 1, classes.ings[form])
        if word in _PREPOSITIONS or word in _FINITE or word in _LINKS or word in classes.ings or word in classes.sure:
            break
        if word in classes.pure and several and text.run(place, at):
            return swapped(text, at, f"to {word}")
    for at in range(place + 2, min(place + _FAR, len(text.lower))):
        word = text.lower[at]
        if word == "be" and text.at(at + 1) in classes.participles:
            return swapped(text, at, "to be")
        if word in _FINITE or word in _LINKS - {"and", "or"} or _ended(text, at):
            break
    return None


def _ended(text: Sentence, place: int) -> bool:
    """Whether a mark that ends a clause stands before the word at ``place``."""
    return not text.joined[place] and text.block.text[text.end(place - 1) : text.end(place - 1) + 1] in (";", ".", ":")


def _required(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*To require employers paying contributions*."""
    noun, form, behind = text.at(place + 1), text.at(place + 2), text.at(place + 3)
    asked = noun in classes.singulars and form in classes.ings and text.run(place, place + 3)
    if (
        not asked
        or not (classes.is_noun(behind) or behind in _DETERMINERS)
        or "to" in text.lower[place + 3 : place + 13]
    ):
        return None
    return swapped(text, place + 2, f"to {classes.ings[form]}")


@per_lexicon
def _mechanisms(lexicon: Lexicon) -> Mapping[str, tuple[Mechanism, ...]]:
    """What is looked for at each word."""
    found: dict[str, tuple[Mechanism, ...]] = {}

    def at(words: frozenset[str] | tuple[str, ...], *mechanisms: Mechanism) -> None:
        for word in words:
            found[word] = (*found.get(word, ()), *mechanisms)

    at(("they", "we", "he", "she", "who"), _without_be)
    at(english.SUBJECTS, _behind_which)
    at(("who", "which"), _without_do)
    at(("that",), _without_subject, _that_for_which, _told_again)
    at((*MODALS, "may", "might"), _after_modal)
    at(english.TO_HAVE, _after_have)
    at(("no", *_ANY), _not_twice)
    at(("how", "why", "where"), _asked_inside)
    at(("concern", "concerning"), _concerned)
    at(("set",), _set_out)
    at(("below", "above"), _below)
    at(("account",), _account)
    at(("good",), _how_well)
    at(("and",), _of_like_kind)
    at(_ALLOW, _allowed)
    at(_REQUIRE, _required)
    classes = classes_of(lexicon)
    at(frozenset(DONE & classes.bases.keys()), participle_meant)
    at(frozenset(classes.ing_of[verb] for verb in DONE if verb in classes.ing_of), participle_meant)
    return found

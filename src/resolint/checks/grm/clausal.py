"""Constructions of whole clauses that are seldom right: a subject said twice or cut off from its verb, a tense, a verb lost.

They belong to the rule on doubtful constructions; ``mechanisms`` tells at which words each is looked for.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from resolint.checks.grm import comparing, slips
from resolint.checks.grm.comparing import Mechanism, marks, told
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.sentences import Sentence, swapped
from resolint.findings import Hit
from resolint.lexicon import Lexicon, english

__all__ = ["mechanisms"]


_RELATIVES = english.word_set("who which that whose whom where")
_JOINTS = english.COORDINATING - {"nor"}
_LED_BY = english.ARTICLES | english.word_set(
    "their its his her our this these those such no of in on by for with and or any all"
)
"""Words behind which a word that may be a verb is a noun."""
_LONGEST, _CLAUSE, _NEAR = 16, 10, 6
_TIMES = english.word_set("when whenever until unless once before after")
_OF_TIME = english.word_set(
    "time times day days date moment year years period case cases stage point situation situations of on"
)
_ASKED = english.word_set(
    "know decide determine specify indicate state learn ask see tell say knows decided determined on as and or"
)
"""Words behind which *when* opens a question."""
_SELDOM = english.word_set("seldom rarely often still never always already usually frequently")
_BARRING = {"prevent": "", "discourage": "", "deter": "", "dissuade": "", "prohibit": "", "hinder": ""}
_BARRED = english.word_set("prevented prohibited discouraged deterred dissuaded barred")
_STATING = english.word_set(
    "recognizing noting stressing emphasizing aware convinced concerned mindful recalling reaffirming affirming acknowledging "
    "considering observing believing recognizes notes stresses emphasizes reaffirms affirms acknowledges considers also further"
)


def _acts(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether the word at ``place`` is, or may be, the verb of a clause."""
    word, before = text.at(place), text.at(place - 1)
    if word in english.FINITE or word in classes.sure:
        return True
    if word in classes.bases or word in classes.thirds:
        if not text.joined[place] and classes.is_noun(word):
            return False
        return (
            before not in _LED_BY
            and before not in classes.adjectives
            and (
                word in classes.pure or classes.only_plural(before) or not classes.is_noun(word) or before in _RELATIVES
            )
        )
    return False


def _is_subject(text: Sentence, first: int, last: int, classes: Classes) -> bool:
    """Whether the words from ``first`` to ``last`` are a noun with what belongs to it: no verb but in relative clauses."""
    if last < first or last - first > _LONGEST:
        return False
    relative = verbs = 0
    named = False
    for place in range(first, last + 1):
        word = text.lower[place]
        if place > first and word in _RELATIVES:
            if relative and not verbs:
                return False
            relative, verbs = 1, 0
            continue
        named = named or classes.is_noun(word) or word in ("those", "people")
        helped = text.at(place - 1) in english.FINITE or text.at(place - 1) in ("to", "be", "been", "not", "who")
        if _acts(text, place, classes):
            if not relative or (verbs and not helped and text.at(place - 1) not in _JOINTS):
                return False
            verbs = 1
        elif word in english.SUBJECTS and not relative:
            return False
    return named and (not relative or bool(verbs))


def _opener(text: Sentence, place: int) -> int:
    """The place of the *that* which opens the clause of ``place`` and of which something is said, -1 for none."""
    for at in range(place - 1, max(-1, place - _LONGEST - 2), -1):
        series = at > 0 and not text.joined[at]  # *that lamps burn, that bells ring*
        if text.lower[at] == "that" and (series or text.at(at - 1) in _STATING | {"and", "ensure", "ensuring"}):
            return at
    return -1


def _subject_twice(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*That lamps they enable persons to read*; *that women, who drive buses, they are exposed*."""
    at = place + 1 + (text.at(place + 1) in classes.adverbs or text.at(place + 1) in _SELDOM)
    verb = text.at(at)
    if not text.run(place, at) or not (verb in english.FINITE or verb in classes.bases):
        return None
    first = _opener(text, place)
    if (
        first < 0
        or first + 1 >= place
        or text.at(first + 1) in english.ANY_PREPOSITIONS | _TIMES | {"if", "while", "although", "as"}
    ):
        return None
    between = marks(text, first, place)
    listed = set(between) == {","} and text.joined[place] and _enumerates(text, first, place)
    if between == "" or listed:
        if not _is_subject(text, first + 1, place - 1, classes) or _goes_on(text, at, classes):
            return None
        return told(text, place, at, verb)
    if between != ",," or text.joined[place]:
        return None
    inner = next((at for at in range(first + 1, place) if not text.joined[at]), place)
    if text.at(inner) not in ("who", "which", "whose") or not _is_subject(text, first + 1, inner - 1, classes):
        return None
    return told(text, place, at, verb)


def _enumerates(text: Sentence, first: int, place: int) -> bool:
    """Whether *and* or *or* stands behind the last comma before ``place``: *lamps, bells and drums they*."""
    last = max(at for at in range(first + 1, place) if not text.joined[at])
    return not _JOINTS.isdisjoint(text.lower[last:place]) and text.at(first + 1) not in _RELATIVES


def _goes_on(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether another verb follows behind the one at ``place`` in its clause: *that the risks they run are known*."""
    for at in range(place + 1, min(place + _LONGEST, len(text.lower))):
        if text.lower[at] in ("that", "which", "who", "where", "when"):
            return False
        if not text.joined[at] and text.block.text[text.end(at - 1)] in ";.:":
            return False
        if text.lower[at] in english.FINITE or text.lower[at] in classes.sure:
            return True
    return False


def _cut_off(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*That persons in need of care, are not forgotten*: a comma between the subject and its verb."""
    if place < 3 or text.joined[place] or text.block.text[text.end(place - 1) : text.start(place)] != ", ":
        return None
    first = _opener(text, place)
    if (
        first < 0
        or first + 2 >= place
        or text.at(first + 1) in english.ANY_PREPOSITIONS | _TIMES | {"if", "while", "although"}
    ):
        return None
    behind = text.at(place + 1)
    if marks(text, first, place) != "," or (
        behind in english.SUBJECTS | english.DETERMINERS and text.lower[place] not in english.ARE
    ):
        return None
    if not _is_subject(text, first + 1, place - 1, classes):
        return None
    return told(text, place - 1, place, f"{text.at(place - 1)} {text.lower[place]}")


def _future(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*When they will open*, *until the rent will be paid*."""
    for at in range(place - 1, max(-1, place - _CLAUSE), -1):
        word = text.lower[at]
        if not text.joined[at + 1] or word in english.FINITE or word in english.RELATIVES:
            return None
        if word in _TIMES:
            before = text.at(at - 1)
            base = classes.thirds.get(before) or classes.ings.get(before) or classes.participles.get(before) or before
            if word in ("before", "until", "unless", "once") and text.at(at + 1) in english.SUBJECTS:
                before = base = ""  # *two days before they will come*: no noun can be meant
            if before in _OF_TIME or base in _ASKED or before in ("not", "only") or before.startswith("immediate"):
                return None
            if word in ("before", "after", "once") and (classes.is_noun(before) and text.joined[at]):
                return None
            named = (
                place - at > 1
                and not text.at(at + 1).endswith("ing")
                and all(not _acts(text, one, classes) for one in range(at + 1, place))
            )
            return told(text, at, place, f"{word} … {_present(text, place, classes)}") if named else None
    return None


def _present(text: Sentence, place: int, classes: Classes) -> str:
    """The present of the verb behind *will* at ``place``, in the number of what stands before."""
    verb, several = text.at(place + 1), classes.only_plural(text.at(place - 1)) or text.at(place - 1) in ("they", "we")
    if verb in ("be", "have"):
        return {"be": ("is", "are"), "have": ("has", "have")}[verb][several]
    return verb if several else classes.third_of.get(verb, verb)


def _barred(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Must not discourage doctors to prescribe*, *are prohibited by law to drive*."""
    passive = text.lower[place] in _BARRED
    if passive and text.at(place - 1) not in english.TO_BE | classes.adverbs.keys():
        return None
    if not passive and text.at(place - 1) not in english.ANY_MODALS | {"to", "not"}:
        return None
    for at in range(place + 1, min(place + 5, len(text.lower))):
        word = text.lower[at]
        if not text.joined[at] or word in english.FINITE or (word in english.ANY_PREPOSITIONS - {"to", "by"}):
            return None
        if word == "to":
            verb = text.at(at + 1)
            several = passive or classes.only_plural(text.at(at - 1)) or text.at(at - 1) in ("them", "it")
            if (
                verb in classes.ing_of
                and several
                and text.run(place, at + 1)
                and (verb in classes.pure or text.at(at + 2) in english.DETERMINERS)
            ):
                return swapped(text, at, f"from {classes.ing_of[verb]}", last=at + 1)
            return None
    return None


def _because(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Mainly because motor traffic;*."""
    for at in range(place + 1, min(place + 7, len(text.lower))):
        word = text.lower[at]
        if (
            not text.joined[at]
            or word in ("of", "that", "it", "they")
            or _acts(text, at, classes)
            or word in classes.bases
            or word in classes.thirds
        ):
            return None
        if word in classes.participles and text.at(at - 1) not in _LED_BY:
            return None
        if text.ends(at):
            closes = text.block.text[text.end(at) : text.end(at) + 1] in (";", ".", "")
            return swapped(text, place, f"{text.lower[place]} of") if closes and classes.is_noun(word) else None
    return None


def _without_be(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*That it valuable in itself*; *recognizing that lamps indispensable for*."""
    word = text.lower[place]
    if word == "it":
        form = text.at(place + 1)
        plain = form in classes.adjectives and form not in classes.bases and not classes.is_noun(form)
        asked = text.at(place - 1) in ("that", "which", "because", "when", "if", "where") and text.run(
            place - 1, place + 1
        )
        return (
            swapped(text, place, f"it is {form}", last=place + 1)
            if plain and asked and form not in classes.participles
            else None
        )
    if text.at(place - 1) not in _STATING or not text.run(place, place + 2):
        return None
    at = place + 1
    while (
        at < len(text.lower) - 1
        and (text.at(at) in classes.adjectives or text.at(at) in english.DETERMINERS | {"most", "many", "some"})
        and not classes.only_plural(text.at(at))
    ):
        at += 1
    form, behind = text.at(at + 1), text.at(at + 2)
    plain = (
        form in classes.adjectives
        and form not in classes.bases
        and form not in classes.participles
        and not classes.is_noun(form)
    )
    if not (
        classes.only_plural(text.at(at))
        and plain
        and behind in ("for", "to", "of", "in", "as")
        and text.run(place, at + 2)
    ):
        return None
    return None if _goes_on(text, at + 1, classes) else swapped(text, at + 1, f"are {form}")


def _whose(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Lamps which battery can be changed*."""
    before, noun, verb = text.at(place - 1), text.at(place + 1), text.at(place + 2)
    alone = (
        (classes.only_singular(noun) or noun in classes.mass)
        and noun not in classes.bases
        and noun not in classes.adjectives
        and noun not in classes.thirds
    )
    if (
        not alone
        or not classes.is_noun(before)
        or not text.run(place, place + 2)
        or not text.written[place + 1].islower()
    ):
        return None
    if verb == "of":
        ahead = text.lower[place + 3 : place + 3 + _NEAR]
        verb = next((one for one in ahead if one in english.FINITE), "")
    return swapped(text, place, "whose") if verb in english.FINITE else None


_CLAUSES = english.word_set("unless if when whether because while until where that")


def _agreement(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Unless the cost of repairs exceed half*, *that the causes of the fire includes*: no other rule looks so far."""
    words, of = text.lower, 0
    for at in range(place + 1, min(place + _CLAUSE, len(words))):
        word = words[at]
        if not text.joined[at] or word in _NO_SUBJECT:
            return None
        if word in english.FINITE or word in classes.sure or (of and word in classes.pure):
            break
        if not of and (word in english.ANY_PREPOSITIONS or word in classes.adverbs or word in _BETWEEN):
            of = at
    else:
        return None
    head = words[of - 1]
    if of < place + 2 or not classes.is_noun(head) or any(word.endswith("ing") for word in words[place + 1 : at]):
        return None
    acting = [one for one in words[of + 1 : at] if one in classes.bases or one in classes.thirds]
    if not all(map(classes.is_noun, acting)):
        return None
    before = text.at(place - 1)
    if words[place] == "that" and (before in english.ANY_PREPOSITIONS or classes.is_noun(before)):
        return None  # *of that programme*, *lamps that meet the rules*
    named = any(word[0].isupper() for word in text.written[place + 1 : at])
    return None if named else _disagrees(text, place, at, head, classes)


_NO_SUBJECT = _JOINTS | _RELATIVES | {"to", "as", "not", "than", "each", "people"}


def _disagrees(text: Sentence, opener: int, place: int, head: str, classes: Classes) -> Hit | None:
    """Whether the verb at ``place`` has another number than the head of its subject."""
    word = text.lower[place]
    one = classes.only_singular(head) and head not in _AMOUNTS
    several = classes.only_plural(head)
    if word in classes.sure and several:
        return swapped(text, place, classes.thirds[word])
    stated = text.lower[opener] != "that" or text.at(opener - 1) in _STATING - {"also", "further"}
    if word in classes.pure and one and stated and word in classes.third_of:
        return swapped(text, place, classes.third_of[word])
    wrong = (
        {"are": "is", "have": "has", "do": "does"}
        if one
        else {"is": "are", "has": "have", "does": "do"}
        if several
        else {}
    )
    return swapped(text, place, wrong[word]) if word in wrong else None


_BETWEEN = english.word_set("therefore also still often seldom already thus then now always never usually")
_AMOUNTS = english.word_set(
    "number majority variety range lot group percentage share proportion series set half third quarter rest total most part "
    "couple handful minority plurality bulk remainder pair"
)


def mechanisms(lexicon: Lexicon) -> Iterator[tuple[frozenset[str], Container[str] | None, Mechanism]]:
    """At which words each mechanism is looked for, with the words one of which must follow, None for any."""
    one, classes = frozenset, classes_of(lexicon)
    yield one(("they",)), None, _subject_twice
    yield one(english.FINITE - english.DOES), None, _cut_off
    yield one(("will", "would")), None, _future
    yield one((*_BARRING, *_BARRED)), None, _barred
    yield one(("because",)), None, _because
    yield one(("it",)), classes.adjectives, _without_be
    yield one(("that",)), None, _without_be
    yield one(("which",)), None, _whose
    yield _CLAUSES, None, _agreement
    yield from comparing.mechanisms(lexicon)
    yield from slips.mechanisms(lexicon)

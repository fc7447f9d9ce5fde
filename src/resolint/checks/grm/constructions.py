"""A check on constructions that are seldom right: each mechanism looks at a few neighbouring words, and says so as an info."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace

from resolint.attested.counts import Counts
from resolint.checks import check
from resolint.checks.grm import clausal
from resolint.checks.grm.doubts import tokens_of
from resolint.checks.grm.exchanged import COMPOUNDED, exchanged
from resolint.checks.grm.forms import BARE, ING, PARTICIPLE, Tokens, listed
from resolint.checks.grm.mechanisms import shaped
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.sentences import Sentence, places_of, swapped
from resolint.checks.shared.slots import PREPOSITIONS
from resolint.findings import Hit
from resolint.lexicon import Lexicon, english, per_lexicon
from resolint.model import Document, Span
from resolint.rule import Context

_AUXILIARIES = english.ARE | english.TO_HAVE | english.DOES | english.ANY_MODALS
_PERSONS = listed("he she they")
_NEGATIONS = listed("not never")
_NOBODY = listed("nothing nobody nowhere none")
_STOPS = listed("and or but that which who whom whose where when if unless because while than to nor as so")
_MEASURES = listed("much many well long far often soon fast quickly best large")
_ASKING = listed("whether how why where when")
_SHARES = listed("most many several some few")
_DETERMINERS = english.DETERMINERS | {"that", "both", "either", "another", "whose"}
_OF_WHAT = _DETERMINERS | listed("us them it which whom what you one those 0")
_OWNERS = listed("his her their its our my")
_EASE = listed(
    "possible impossible able unable easy easier difficult hard ready willing unwilling likely unlikely eager"
)
_PARTICLES = listed("on of")
"""Words behind verbs that another preposition may follow: *go on into*, *dispose of without*."""
_AMOUNTS = listed("least most all")
_NO_PREDICATES = listed("best better well further often most long next later free mainstream very")
_SHORT_ADJECTIVES = {
    "late": "later", "early": "earlier", "high": "higher", "low": "lower", "few": "fewer", "old": "older", "young": "younger",
    "long": "longer", "short": "shorter", "small": "smaller", "great": "greater", "large": "larger", "fast": "faster",
    "slow": "slower", "deep": "deeper", "wide": "wider", "strong": "stronger", "weak": "weaker", "cheap": "cheaper",
}  # fmt: skip
_FAR, _NEAR = 9, 6
_OBJECTS = {"he": "him", "she": "her", "they": "them"}
_NUMBERS = {"does": "do", "has": "have", "is": "are", "was": "were"}

_PASSIVE = 5
"""So often a passive is counted behind a form of *be* that the other form, which never stands there, is held for a slip."""

Mechanism = Callable[[Sentence, int, Classes], Hit | None]


@check("GRM021")
def construction_doubtful(document: Document, context: Context) -> Iterator[Hit]:
    """*Nothing in it does not bind*, *how well would their lamps burn*, *at in the harbour*, *assistance development*."""
    told = [*_near(document, context)]
    yield from told
    counts = counts_of(context.lexicon)
    if counts is not None:
        for hit in shaped(document, context.lexicon, counts):
            if not any(_meet(one.span, hit.span) for one in told):
                yield hit


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans have a character in common."""
    return one.block == other.block and one.start < other.end and other.start < one.end


def _near(document: Document, context: Context) -> Iterator[Hit]:
    """What the words right beside one another tell."""
    mechanisms, classes = _mechanisms(context.lexicon), classes_of(context.lexicon)
    for text, place, word in places_of(document, mechanisms.keys()):
        behind = text.lower[place + 1 : place + 2]
        for among, mechanism in mechanisms[word]:
            # Most words are passed here: what cannot follow is asked without a call.
            if behind and (among is None or behind[0] in among) and (hit := mechanism(text, place, classes)):
                yield _quoted(hit)
                break
    counts = counts_of(context.lexicon)
    if counts is None:
        return
    for text, place, word in places_of(document, classes.adjectives | COMPOUNDED):
        if place and text.joined[place] and not counts[f"{text.lower[place - 1]} {word} ".encode()]:
            yield from map(_quoted, exchanged(text, place - 1, classes, counts))


def _quoted(hit: Hit) -> Hit:
    """The hit with what is usual between quotation marks, unless it is said in words that have some."""
    instead = hit.values["instead"]
    return hit if "“" in instead else replace(hit, values={**hit.values, "instead": f"“{instead}”"})


def _without_fix(text: Sentence, first: int, last: int, instead: str) -> Hit:
    """Words in whose place ``instead`` is told, without a change."""
    return replace(swapped(text, first, instead, last=last), fix=None)


def _denied_twice(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Nothing in the present resolution does not affect*; *should not be lit not before the night*; *found not nowhere*."""
    word = text.lower[place]
    if word in _NOBODY:
        if text.at(place - 1) in _NEGATIONS and text.run(place - 1, place):
            return _without_fix(text, place - 1, place, f"one of the two words, or “{text.at(place - 1)} … any”")
        for at in range(place + 1, min(place + _FAR, len(text.lower))):
            if not text.joined[at] or text.lower[at] in _STOPS:
                return None
            if text.lower[at] == "not" and text.at(at - 1) in _AUXILIARIES and word != "none":
                return _without_fix(text, at - 1, at, f"{word} … without “not”")
        return None
    for at in range(place + 1, min(place + _NEAR, len(text.lower))):
        if not text.joined[at] or text.lower[at] in _STOPS:
            return None
        if text.lower[at] == "not" and text.at(at + 1) in PREPOSITIONS | {"before", "after", "until"}:
            return _without_fix(text, at, at, "nothing, since “not” was said before")
    return None


def _asked(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*How well would their grids withstand*, *to examine whether do their museums hold*, *how may springs be*."""
    verb = place + 1
    if text.at(verb) in _MEASURES and text.lower[place] == "how":
        verb += 1
    following = text.at(verb + 1)
    if text.at(verb) not in _AUXILIARIES or not text.run(place, verb + 1) or "?" in text.block.text:
        return None
    subject = following in _DETERMINERS - {"that", "no"} or following in ("they", "it", "we")
    several = (
        text.at(verb) in english.ANY_MODALS | {"do"}
        and classes.only_plural(following)
        and following not in classes.thirds
    )
    if not (subject or several) or (verb == place + 1 and subject and text.lower[place] != "whether"):
        return None  # the rule on broken clauses speaks of *how may the work*
    return _without_fix(text, verb, verb + 1, f"{following} … {text.at(verb)}")


def _owned_twice(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*In her his annual report*."""
    if text.at(place + 1) in _OWNERS and text.run(place, place + 1):
        if text.lower[place] == "her" and text.at(place - 1) not in PREPOSITIONS:
            return None  # *gave her their address*
        return _without_fix(text, place, place + 1, "one of the two words")
    return None


def _passive(tokens: Tokens, counts: Counts | None) -> Mechanism:
    """*Lamps that are disturb by storms*, *have been pollute*, *shall be use on ships*, *lamps are issuing in*."""

    def mechanism(text: Sentence, place: int, classes: Classes) -> Hit | None:
        form, word = text.at(place + 1), text.lower[place]
        if (
            not form
            or form in _NO_PREDICATES
            or not text.run(place, place + 1)
            or not text.written[place + 1].islower()
        ):
            return None
        paradigm = tokens[f"{form} ".encode()].paradigm
        if paradigm is None or "v" not in paradigm.kind or form in classes.adjectives:
            return None
        right = next((one for one, places in paradigm.forms.items() if places & PARTICIPLE), "")
        places, behind = paradigm.forms.get(form, 0), text.at(place + 2)
        ends = text.ends(place + 1) or behind in english.PREPOSITIONS
        if not right or right == form or places not in (BARE, ING):
            return None
        by = behind == "by" and not text.ends(place + 1)
        if places == BARE and (by or (word == "been" and "n" not in paradigm.kind)):
            return swapped(text, place + 1, right)
        if counts is None or not ends or counts[f"{word} {form} ".encode()]:
            return None
        passive = counts.count(f"{word} {right} ".encode())
        return swapped(text, place + 1, right) if passive >= _PASSIVE else None

    return mechanism


def _addressed(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*And requests he to report*."""
    before = text.at(place - 1)
    asks = before in classes.thirds or before in classes.ings
    return swapped(text, place, _OBJECTS[text.lower[place]]) if asks and text.run(place - 1, place + 1) else None


def _must_to(tokens: Tokens) -> Mechanism:
    """*They must to fetch the water*."""

    def mechanism(text: Sentence, place: int, classes: Classes) -> Hit | None:
        verb = text.at(place + 2)
        if not verb or not text.run(place, place + 2) or verb in _DETERMINERS:
            return None
        paradigm = tokens[f"{verb} ".encode()].paradigm
        acts = paradigm is not None and "v" in paradigm.kind and paradigm.forms.get(verb) == BARE
        return swapped(text, place + 1, text.written[place + 2], last=place + 2) if acts else None

    return mechanism


def _led_by(verbs: Mapping[str, str], numbers: frozenset[str]) -> Mechanism:
    """*A panel consisting two members*, *to respond favourably his request*."""

    def mechanism(text: Sentence, place: int, classes: Classes) -> Hit | None:
        word = text.lower[place]
        if word in classes.bases and text.at(place - 1) not in english.ANY_MODALS | {"to", "not"}:
            return None
        at = place + 1 + (text.at(place + 1) in classes.adverbs)
        following = text.at(at)
        begins = following in numbers or following in _OWNERS or (following in _DETERMINERS and at > place + 1)
        if not begins or not text.run(place, at) or following == "one":
            return None
        return _without_fix(
            text, place, at, f"{text.block.text[text.start(place) : text.end(at - 1)]} {verbs[word]} {following}"
        )

    return mechanism


def _governed(lexicon: Lexicon, classes: Classes) -> Mapping[str, str]:
    """The forms of verbs that never have an object without the one preposition that they take."""
    found: dict[str, str] = {}
    for word, takes, never, seldom in lexicon.columns("government", "word", "takes", "never", "seldom"):
        verb = word[2:]
        if word.startswith("v:") and takes in PREPOSITIONS and "-" in f"{never} {seldom}".split():
            found |= dict.fromkeys((verb, classes.third_of.get(verb, verb), classes.ing_of.get(verb, verb)), takes)
    return found


def _to_form(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*It is possible to learning*, *to shares their lamps*."""
    form, before = text.at(place + 1), text.at(place - 1)
    if not text.run(place - 1, place + 1) or not text.written[place + 1].islower():
        return None
    if form in classes.ings and before in _EASE and text.at(place - 2) != "as":
        return swapped(text, place + 1, classes.ings[form])
    owner = text.at(place + 2) in _OWNERS and text.run(place + 1, place + 2)
    return swapped(text, place + 1, classes.thirds[form]) if owner and form in classes.thirds else None


def _relative_number(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Hours that does not conflict*, *every spring that are used*."""
    noun, verb = text.at(place - 1), text.at(place + 1)
    if not text.run(place - 1, place + 1) or not text.written[place - 1].islower():
        return None
    if verb in ("does", "has", "is", "was") and classes.only_plural(noun) and noun not in classes.thirds:
        before = place - 2
        while (
            text.at(before) in classes.adjectives or text.at(before) in classes.participles or text.at(before) == "the"
        ):
            before -= 1
        if text.at(before) in ("and", "or", "their") or classes.is_noun(text.at(before)):
            return None
        if text.at(before) in PREPOSITIONS and classes.is_noun(text.at(before - 1)):
            return None  # the clause may belong to the noun before
        return swapped(text, place + 1, _NUMBERS[verb])
    one = text.at(place - 2) in ("a", "an", "every", "each", "another") and classes.only_singular(noun)
    if one and verb in ("are", "were", "have", "do") and text.run(place - 2, place + 1) and text.at(place - 3) != "of":
        return swapped(text, place + 1, {"are": "is", "were": "was", "have": "has", "do": "does"}[verb])
    return None


def _without_verb(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*That will unplayable*, *he or she old;*."""
    word, at = text.lower[place], place + 1
    while text.at(at) in ("not", "also") or text.at(at) in classes.adverbs:
        at += 1
    form = text.at(at)
    plain = form in classes.adjectives - _NO_PREDICATES and form not in classes.bases and not form.endswith("ate")
    plain = plain and not classes.is_noun(form)
    if not plain or form in classes.participles or not text.run(place, at) or not text.written[at].islower():
        return None
    if word in english.ANY_MODALS:
        free = text.at(place - 1) not in _DETERMINERS - {"that"} and text.at(place - 1) not in PREPOSITIONS
        behind = text.at(at + 1)
        free = free and not (classes.is_noun(behind) or behind in classes.bases or behind in classes.adjectives)
        return swapped(text, at, f"be {text.written[at]}") if free else None
    ends = text.ends(at) and text.at(place - 1) not in ("than", "as")
    return (
        _without_fix(text, place, at, f"{word} {'are' if word == 'they' else 'is'} {form}")
        if ends and at == place + 1
        else None
    )


def _of_needless(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Most of developing countries*, *many of States*."""
    if (
        text.at(place + 1) != "of"
        or not text.run(place, place + 2)
        or text.at(place - 1) in ("as", "how", "so", "too", "least")
    ):
        return None
    at = place + 2
    while text.at(at) in classes.adjectives or text.at(at) in ("developing", "developed"):
        at += 1
    noun = text.at(at)
    several = classes.only_plural(noun) and text.written[at].islower() and text.run(place, at)
    if not several or text.at(place + 2) in _OF_WHAT or (at == place + 2 and noun in classes.ings):
        return None
    return _without_fix(
        text, place, place + 1, f"{text.lower[place]} {text.at(place + 2)}, or “{text.lower[place]} of the”"
    )


def _compared(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Not late than three weeks before*, *three times more likely as others*."""
    if text.lower[place] == "than":
        before = text.at(place - 1)
        plain = before in _SHORT_ADJECTIVES and text.run(place - 2, place)
        if plain and not {"more", "less", "rather", "other", "so", "as"} & set(
            text.lower[max(0, place - 6) : place - 1]
        ):
            return swapped(text, place - 1, _SHORT_ADJECTIVES[before])
        return None
    times = text.at(place - 1) == "times" and text.at(place + 2) == "as" and text.run(place - 1, place + 2)
    return swapped(text, place + 2, "than") if times else None


def _between(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*To choose between health or wages*."""
    joint = place + 2 + (text.at(place + 1) in _DETERMINERS)
    if text.at(joint) != "or" or text.at(joint + 1) in ("more", "among", "within") or not text.run(place, joint + 1):
        return None
    return swapped(text, joint, "and") if classes.is_noun(text.at(joint - 1)) else None


def _side_by_side(counts: Counts) -> Mechanism:
    """*Signed at in Paris*: two prepositions that no adopted text has side by side."""

    def mechanism(text: Sentence, place: int, classes: Classes) -> Hit | None:
        first, second = text.lower[place], text.at(place + 1)
        if second not in PREPOSITIONS or not text.run(place - 1, place + 1) or not text.written[place].islower():
            return None
        before = text.at(place - 1)  # *agreed upon for*, *take over from*
        led = first in _PARTICLES or before in classes.participles or before in classes.bases
        led = led or (second == "at" and text.at(place + 2) in _AMOUNTS)
        if led or counts[f"{first} {second} ".encode()]:
            return None
        return _without_fix(text, place, place + 1, "one of the two words")

    return mechanism


@per_lexicon
def _mechanisms(lexicon: Lexicon) -> Mapping[str, tuple[tuple[Container[str] | None, Mechanism], ...]]:
    """What is looked for at each word, with the words one of which must follow, None for any."""
    found: dict[str, tuple[tuple[Container[str] | None, Mechanism], ...]] = {}
    classes, counts = classes_of(lexicon), counts_of(lexicon)
    adverbs = frozenset(classes.adverbs) | {"not", "also"}

    def at(words: str | frozenset[str], behind: Container[str] | None, mechanism: Mechanism) -> None:
        for word in words.split() if isinstance(words, str) else words:
            found[word] = (*found.get(word, ()), (behind, mechanism))

    at(_NOBODY | {"not"}, None, _denied_twice)
    at(_ASKING, _AUXILIARIES | _MEASURES, _asked)
    at(_OWNERS, _OWNERS, _owned_twice)
    tokens, verbs = tokens_of(lexicon), _governed(lexicon, classes)
    at(english.TO_BE, None, _passive(tokens, counts))
    at("he she they", frozenset(("to",)), _addressed)
    at(english.BINDING, frozenset(("to",)), _must_to(tokens))
    at(frozenset(verbs), None, _led_by(verbs, frozenset(lexicon.column("numbers", "cardinal"))))
    at("to", frozenset((*classes.ings, *classes.thirds)), _to_form)
    at("that which", frozenset((*_NUMBERS, *_NUMBERS.values())), _relative_number)
    at(english.ANY_MODALS, classes.adjectives | adverbs, _without_verb)
    at(_PERSONS, classes.adjectives, _without_verb)
    at(_SHARES, frozenset(("of",)), _of_needless)
    at("between", None, _between)
    at("than more less", None, _compared)
    for words, among, mechanism in clausal.mechanisms(lexicon):
        at(words, among, mechanism)
    if counts is not None:
        at(PREPOSITIONS, PREPOSITIONS, _side_by_side(counts))
    return found

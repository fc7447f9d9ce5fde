"""Checks on small words that no sentence has one behind the other, and on forms that no verb or adjective has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resolint.checks import check
from resolint.checks.grm.doubts import tokens_of
from resolint.checks.grm.forms import BARE, listed
from resolint.checks.shared.classes import Classes, classes_of, persons_of, words_counted
from resolint.checks.shared.sentences import Sentence, places_of, swapped, words_in
from resolint.checks.shared.texts import Judged, word_list
from resolint.findings import Hit
from resolint.lexicon import Lexicon, english, per_lexicon
from resolint.lexicon.english import TO_BE
from resolint.lexicon.ordinals import cardinal_word
from resolint.model import Document
from resolint.rule import Context

_FINITE = english.ARE | english.TO_HAVE
_MODALS = listed("shall should must would could")
"""Modal verbs that are nothing else, as *will*, *may* and *might* are."""
_AUXILIARIES = _FINITE | _MODALS | {"does", "did"}
_BARRED: dict[str, frozenset[str]] = {
    **dict.fromkeys(english.ARE, _AUXILIARIES | {"be", "been"}),
    "be": (_FINITE - {"had", "were"}) | _MODALS | {"be", "been"},
    **dict.fromkeys(english.TO_HAVE, (_AUXILIARIES - {"had"}) | {"be", "being"}),
    **dict.fromkeys(_MODALS, (_AUXILIARIES - {"have"}) | {"been", "being", "may", "can"}),
    **dict.fromkeys(("the", "a", "an", "its", "their", "every", "our"), _AUXILIARIES | {"be", "they", "who"}),
    **dict.fromkeys(
        ("of", "by", "from", "into", "without", "during", "between", "among", "against", "within"), _AUXILIARIES
    ),
    "if": frozenset(("whether", "if")),
    "whether": frozenset(("if", "whether")),
    "any": frozenset(("no", "nobody", "nothing", "none")),
    "no": frozenset(("any",)),
    "theirs": frozenset(("own",)),
}
"""What cannot stand right behind a word."""
_SECOND = frozenset(word for words in _BARRED.values() for word in words)
_BROKEN_RANGE = frozenset(("and", "to", "until"))
_OBJECTS = {"they": "them", "he": "him", "she": "her", "we": "us", "i": "me"}
_BEFORE_OBJECTS = listed("by with from for of against upon between among under without towards including")
_BEFORE_WHOM = listed("by with for to at through upon under among from")
_BEFORE_WHICH = listed("of by with from for through at on to")
_BEFORE_CLAUSE = listed("in on at by from for with to under through during of")
_PLACES = listed(
    "place places manner way ways state states country countries area areas region regions field fields language languages "
    "form case cases situation context year period city cities town towns harbour document annex month territory"
)
"""Nouns behind which *in that* is no conjunction."""
_SUBJECTS = english.SUBJECTS | english.ARTICLES | {"such", "its", "their"}
_ARTICLES = listed("the a an those these each any this")
_AMOUNTS = listed("some many most all both none each half several few")
_JOINTS = listed("and or but")
_CLAUSES = english.SUBJECTS | english.ARE | {"has", "have"}
_NONE = {"no": "any", "nothing": "anything", "nobody": "anybody", "none": "any", "neither": "either"}
_BEFORE_NO, _BEHIND_NO = listed("in to of for with on"), listed("way case means particular longer less more")
"""*Not counted in no census*, but *in no way*."""
_NOT = listed("not never cannot without nor")
_CLAUSE = 6
"""Of so many words at most a clause is that *what* opens."""
_LATE = 14
"""So many words before *and to* an infinitive is looked for."""
_NEGATED = 4
"""So many words back a negation is looked for."""
_PLURAL_VERB = listed("do did are were have had can could will would should must may cannot")
_NOMINAL = ("ment", "ion", "ation", "ition", "ure", "ance", "ence", "al")
_DETERMINED = english.DETERMINERS - {"no", "our"}
_RIGHTS = listed("rights")
"""Nouns in the plural whose *to* takes another noun."""


_ASKING = english.BINDING


@check("GRM005")
def words_collide(document: Document, context: Context) -> Iterator[Hit]:
    """*Are is*, *because of they*, *by who*, *not to destroy no records*, *shall to be*."""
    classes = classes_of(context.lexicon)
    for text, place, word in places_of(document, _SECOND):
        before = text.at(place - 1)
        if (
            before in _BARRED
            and word in _BARRED[before]
            and text.run(place - 1, place)
            and not _excused(text, place - 1)
        ):
            yield _pair(text, place - 1, place)
    for text, place, _ in places_of(document, {"until"}):
        # *Until and unless* is written now and then.
        if text.at(place + 1) in _BROKEN_RANGE and text.run(place, place + 1) and text.at(place + 2) != "unless":
            yield _pair(text, place, place + 1)
    for text, place, word in places_of(document, _OBJECTS.keys() | {"who", "that"} | _NONE.keys()):
        if text.run(place - 1, place):
            yield from _behind_preposition(text, place, word, classes)
    for text, place, _ in places_of(document, {"them"}):
        yield from _of_them(text, place, context.lexicon)
    for text, place, word in places_of(document, _MODALS | {"how", "having"}):
        yield from _before_verb(text, place, word, classes)


def _excused(text: Sentence, place: int) -> bool:
    """Whether a name or a letter stands there (*annex A is*, *target 7.a of*, *the WHO*), or a clause (*what it is is*)."""
    if text.at(place) in TO_BE and text.at(place + 1) in TO_BE and _asks(text, place):
        return True
    if not text.written[place + 1].islower() or (place > 0 and text.written[place][0].isupper() and text.joined[place]):
        return True
    start = text.start(place)
    return text.written[place] == "A" or text.block.text[start - 1 : start].strip("\xa0 ") not in ("", "\t")


def _asks(text: Sentence, place: int) -> bool:
    """Whether *what* opens a clause that ends with the verb at ``place`` and is the subject of the next one."""
    first = next((at for at in range(place - 1, max(-1, place - 1 - _CLAUSE), -1) if text.at(at) == "what"), -1)
    return first >= 0 and text.run(first, place + 1)


def _pair(text: Sentence, first: int, last: int) -> Hit:
    span = text.block.span(text.start(first), text.end(last))
    return Hit(span, {"found": text.block.text[span.start : span.end], "instead": "one of the two words"})


def _instead(text: Sentence, first: int, last: int, right: str) -> Hit:
    """Several words for which ``right`` is suggested."""
    hit = swapped(text, first, right, last=last)
    return replace(hit, values={**hit.values, "instead": f"“{hit.values['instead']}”"})


def _relates(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether *that* stands for *which* behind a preposition: *by that it*, *the place in that they*."""
    before, following = text.at(place - 1), text.at(place + 1)
    if before in _BEFORE_WHICH and following in _CLAUSES:
        return True
    if before not in _BEFORE_CLAUSE or following not in _SUBJECTS or not classes.is_noun(text.at(place - 2)):
        return False
    if before == "in" and text.at(place - 2) not in _PLACES:
        return False  # *a problem in that it lasts*
    return text.run(place - 3, place) and not _ARTICLES.isdisjoint((text.at(place - 3), text.at(place - 4)))


@per_lexicon
def _quantities(lexicon: Lexicon) -> frozenset[str]:
    """What stands before *of them*: words for amounts, and numbers up to ten."""
    return _AMOUNTS | {cardinal_word(number, lexicon) for number in range(2, 11)}


def _of_them(text: Sentence, place: int, lexicon: Lexicon) -> Iterator[Hit]:
    """*In tyre dumps, some of them burn*: *them* is the subject of a clause that a comma alone joins."""
    few = place - 2
    behind = text.at(place + 1)
    if text.at(place - 1) != "of" or text.at(few) not in _quantities(lexicon) or not text.run(few, place + 1):
        return
    paradigm = tokens_of(lexicon)[f"{behind} ".encode()].paradigm
    verb = paradigm is not None and "v" in paradigm.kind and paradigm.forms.get(behind) == BARE
    finite = verb or behind in _PLURAL_VERB
    if finite and text.block.text[: text.start(few)].endswith(", ") and text.at(few - 1) not in _JOINTS:
        owner = text.at(few - 1)
        person = classes_of(lexicon).singulars.get(owner, owner) in persons_of(lexicon)
        right = "whom" if person else "which"
        yield _instead(text, place, place, right)


def _behind_preposition(text: Sentence, place: int, word: str, classes: Classes) -> Iterator[Hit]:
    """*Because of they*, *for they*, *by who*, *by that it*, *not … no*."""
    before, following = text.at(place - 1), text.at(place + 1)
    if word in _OBJECTS and before in _BEFORE_OBJECTS and text.written[place] != "I":
        if before == "of" and text.at(place - 2) == "because":
            yield _instead(text, place - 2, place, f"because {word}")
        elif following not in _PLURAL_VERB:
            yield _instead(text, place, place, _OBJECTS[word])
    elif (
        word == text.written[place] == "who"
        and before in _BEFORE_WHOM
        and text.at(place - 2) not in ("as", "attention")
    ):
        yield _instead(text, place, place, "whom")
    elif word == "that" and before in _BEFORE_CLAUSE and text.run(place, place + 1) and _relates(text, place, classes):
        yield _instead(text, place, place, "which")
    elif word in _NONE:
        yield from _negated(text, place, word)


def _negated(text: Sentence, place: int, word: str) -> Iterator[Hit]:
    """*Not to destroy no records*: a negation a few words before, and nothing but a verb between."""
    for back in range(place - 1, max(-1, place - 1 - _NEGATED), -1):
        if text.at(back) in _NOT:
            adjacent = back == place - 1 and text.at(back) != "nor"
            governed = word == "no" and text.at(place - 1) in _BEFORE_NO and text.at(place + 1) not in _BEHIND_NO
            verb = text.at(back + 1) == "to" or back == place - 2 or governed
            if text.run(back, place) and word != "neither" and (adjacent or (verb and text.at(back) != "nor")):
                yield _instead(text, place, place, _NONE[word])
            return


def _before_verb(text: Sentence, place: int, word: str, classes: Classes) -> Iterator[Hit]:
    """*Shall to be*, *must not to replace*; *how dispose of*; *having consider*."""
    at = place + 1
    while text.at(at) == "not" or text.at(at) in classes.adverbs or text.at(at) == "also":
        at += 1
    form = text.at(at)
    if not text.run(place, at):
        return
    if word in _MODALS:
        if form == "to" and (text.at(at + 1) in classes.pure or text.at(at + 1) == "be") and text.run(at, at + 1):
            yield _instead(text, at, at + 1, text.written[at + 1])
    elif form in classes.pure and form not in classes.participles:
        if word == "having":
            yield _instead(text, at, at, classes.bases[form])
        elif at == place + 1 and text.run(at, at + 1):
            yield _instead(text, at, at, f"to {text.written[at]}")


@check("GRM006")
def form_invented(document: Document, context: Context) -> Iterator[Hit]:
    """*Payed*, *setted*, *beared*; *consecutives days*."""
    classes = classes_of(context.lexicon)
    invented = _invented(context.lexicon)
    for text, place, word in places_of(document, invented.keys()):
        if text.written[place].islower():
            yield swapped(text, place, invented[word])
    adjectives = _adjectives(context.lexicon)
    for text, place, word in places_of(document, set(filter(adjectives.__getitem__, words_in(document)))):
        behind = text.at(place + 1)
        if (
            text.written[place].islower()
            and text.run(place, place + 1)
            and (classes.is_noun(behind) or behind in ("and", "or", "to", "for", "in", "on"))
        ):
            yield swapped(text, place, word[:-1])


@per_lexicon
def _invented(lexicon: Lexicon) -> dict[str, str]:
    """Regular forms of irregular verbs, in no adopted text and not their past (*showed*), with the participle."""
    known = words_counted(lexicon)
    found: dict[str, str] = {}
    for verb, past, participle in lexicon.columns("irregular-verbs", "verb", "past", "participle"):
        if verb in _REGULAR_TOO:
            continue
        doubled = verb + verb[-1] if verb[-1] not in "aeiouwxy" and verb[-2] in "aeiou" else verb
        for form in (verb + "d" if verb[-1] == "e" else verb + "ed", doubled + "ed"):
            if form not in (past, participle) and form not in known:
                found[form] = participle
    return found


_REGULAR_TOO = listed("sing win sit lead cost cast bet forecast shed broadcast")
"""Verbs of which the regular form is a word as well."""


@per_lexicon
def _adjectives(lexicon: Lexicon) -> Judged[str, bool]:
    """Whether a word is an adjective with an *s*, which is no word."""
    knows = word_list(lexicon).knows
    classes = classes_of(lexicon)
    known = words_counted(lexicon)

    def is_with_s(word: str) -> bool:
        adjective = word[-1] == "s" and word[:-1] in classes.adjectives
        return adjective and word not in known and word not in classes.thirds and not knows(word)

    return Judged(is_with_s)


@check("GRM009")
def noun_for_verb(document: Document, context: Context) -> Iterator[Hit]:
    """*Invites makers to disclosure the parts*, *shall advice the Council*, *(c) Advice the Council*."""
    verbs, classes = _verbs(context.lexicon), classes_of(context.lexicon)
    for text, place, noun in places_of(document, {word for word in words_in(document) if verbs[word]}):
        if text.lower[place + 1 : place + 2] and text.lower[place + 1] in _DETERMINED and _verbal(text, place, classes):
            yield swapped(text, place, verbs[noun])


def _verbal(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether a verb in its base form is asked for at ``place``."""
    before = text.at(place - 1)
    if place == 0 or not text.run(place - 1, place + 1):
        return False
    if before in _ASKING:
        return True
    if before != "to" or place == 1:
        return before == "to"
    asked = text.at(place - 2)
    addressed = asked in classes.singulars and asked not in classes.thirds and asked not in _RIGHTS
    named = text.written[place - 2] in ("States", "Governments", "Parties") or text.written[place - 2].endswith(
        "-General"
    )
    joined = asked in _JOINTS and any(classes.bases.get(word) for word in _infinitives(text, place - 2))
    return text.run(place - 2, place) and (addressed or named or joined)


def _infinitives(text: Sentence, place: int) -> Iterator[str]:
    """The words behind *to* a few words before ``place``."""
    for at in range(max(0, place - _LATE), place - 1):
        if text.lower[at] == "to":
            yield text.lower[at + 1]


@per_lexicon
def _verbs(lexicon: Lexicon) -> Judged[str, str]:
    """For a noun that is no verb the verb of which it is made, empty for any other word."""
    classes = classes_of(lexicon)
    known = dict(zip(lexicon.column("noun-verbs", "noun"), lexicon.column("noun-verbs", "verb"), strict=True))

    def verb_of(noun: str) -> str:
        if noun in known or not noun.endswith(_NOMINAL):
            return known.get(noun, "")
        stems = {noun.removesuffix(ending) for ending in _NOMINAL} - {noun}
        verbs = {stem + e for stem in stems for e in ("", "e")} & classes.bases.keys()
        if not verbs or noun in classes.bases or noun in classes.adjectives or not classes.is_noun(noun):
            return ""
        return next(verb for verb in classes.bases if verb in verbs)

    return Judged(verb_of)

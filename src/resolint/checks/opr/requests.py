"""Checks on what is asked of somebody: an addressee, then *to* and a verb, with no comma between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.opr.patterns import opened
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.sentences import Sentence, places_of, swapped
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, english, per_lexicon
from resolint.model import Document
from resolint.rule import Context

_FAR = 18
"""An addressee is no longer than this many words."""
_INSERTED = 40
"""Words between commas behind an addressee are no more than these."""
_INSERTS = frozenset(("in", "through", "together", "as", "where", "when", "within", "upon", "by", "with", "under"))
"""What such words begin with."""
_BEGIN_GROUP = english.DETERMINERS - {"our", "his", "her", "no"}
"""Words that begin what a verb acts on."""
_PRONOUNS = frozenset(("them", "him", "her", "it"))
_NO_ADDRESSEE = frozenset(("which", "who", "to", "between", "among", "with", "by"))
"""Words that stand in no name of an addressee; behind them another noun is meant."""
_CLAUSE = frozenset(("that", "which", "who", "whose", "when", "where", "to", "not", "if"))
_DESCRIBED = frozenset(("concerned", "involved", "alike", "themselves", "worldwide"))
"""Words that may stand behind an addressee and belong to it."""
_MODAL = english.BINDING
_INSTEAD = frozenset(("for", "in", "on", "of", "at"))
_BEGINS_PHRASE = frozenset(
    (
        "including", "regarding", "concerning", "following", "pending", "according", "relating", "working", "being",
        "having",
    )
)  # fmt: skip
"""Words in *-ing* that begin a phrase on the addressee, and are not what is asked."""
_BEFORE = frozenset(("and", "also", "further", "strongly", "urgently", "again", "therefore"))


class Asked(NamedTuple):
    """Somebody is asked for something: the paragraph, and the place of the first word behind the verb that asks."""

    text: Sentence
    after: int
    second: bool
    """Whether the verb may share its infinitive with one before it: *requests the funds, and invites States, to help*."""


@per_lexicon
def _forms(lexicon: Lexicon) -> Mapping[str, str]:
    """The forms of verbs that may ask inside of a sentence, with their base forms."""
    classes = classes_of(lexicon)
    bases = ("request", "urge", "encourage", "invite", "ask", "direct", "instruct", "authorize", "call")
    return {form: base for base in bases for form in (base, classes.third_of[base], classes.ing_of[base])}


def _asked(document: Document, context: Context) -> Iterator[Asked]:
    """Wherever somebody is asked: by an opening of ``verbs``, by a second verb, by an infinitive."""
    asking, forms = frozenset(context.options["verbs"]), _forms(context.lexicon)
    begun = set()
    for _, text, after, verb in opened(document, context.lexicon):
        if verb in asking:
            begun.add((text.block.id, after))
            if text.at(after) not in _CLAUSE:
                yield Asked(text, after, False)
    for text, place, word in places_of(document, forms.keys()):
        after = place + 1
        if word.startswith("call"):
            if text.at(after) not in ("upon", "on") or not text.run(place, after):
                continue
            after += 1
        if (text.block.id, after) in begun or not text.run(place, after) or not text.written[place][0].islower():
            continue
        before = text.at(place - 1)
        leading = before == "to" if word == forms[word] else before in _BEFORE or not text.joined[place]
        if leading and (text.at(after) in _BEGIN_GROUP or text.at(after) in _PRONOUNS or _named(text, after)):
            yield Asked(text, after, not forms.keys().isdisjoint(text.lower[:place]))


def _named(text: Sentence, place: int) -> bool:
    return text.written[place][0].isupper()


def _ends(text: Sentence, place: int, addressed: frozenset[str]) -> bool:
    """Whether an addressee may end with the word before ``place``."""
    last = place - 1
    if text.at(last) in _DESCRIBED:
        last -= 1
    return text.at(last) in addressed


@check("OPR026")
def infinitive_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*Requests the Secretary-General submit*: an addressee followed by a verb without *to*, also behind an insertion."""
    addressed = frozenset(context.options["addressees"])
    classes = classes_of(context.lexicon)
    for text, after, _ in _asked(document, context):
        for place in range(after + 1, min(after + _FAR, len(text.lower))):
            word = text.lower[place]
            if word in _CLAUSE:
                break
            if not text.joined[place]:
                yield from _behind_insertion(text, place, classes)
                break
            if text.written[place][0].isupper():
                continue
            base = _bare(text, place, classes, _ends(text, place, addressed), place == after + 1)
            if base:
                start, end = text.words[place].span()
                span, words = text.block.span(start, end), text.written[place]
                fix = Fix(f"Write “to {base}”", (Edit(span, f"to {base}", words),), "suggest")
                yield Hit(span, {"found": words, "instead": f"to {base}", "addressee": text.written[place - 1]}, fix)
                break


def _behind_insertion(text: Sentence, place: int, classes: Classes) -> Iterator[Hit]:
    """A verb without *to* behind words between commas: *Invites the Fund, in cooperation with States, develops a plan*."""
    until = min(place + _INSERTED, len(text.lower))
    after = next((later for later in range(place + 1, until) if not text.joined[later]), 0)
    if not after or text.at(place) not in _INSERTS or not text.written[after].islower():
        return
    word = text.lower[after]
    base = word if word in classes.pure else classes.thirds.get(word, "") if word in classes.sure else ""
    asked = any(text.lower[at] == "to" and text.at(at + 1) in classes.bases for at in range(place, after))
    if (
        base
        and not asked
        and english.RELATIVES.isdisjoint(text.lower[place:after])
        and text.at(after + 1) not in ("of", "and", "or")
    ):
        span = text.block.span(*text.words[after].span())
        values = {"found": text.written[after], "instead": f"to {base}", "addressee": text.written[place - 1]}
        edit = Edit(span, f"to {base}", text.written[after])
        yield Hit(span, values, Fix(f"Write “to {base}”", (edit,), "suggest"))


def _bare(text: Sentence, place: int, classes: Classes, addressed: bool, next_: bool) -> str:
    """The base form of the verb at ``place`` that stands behind an addressee, empty for none."""
    word, following = text.lower[place], text.at(place + 1)
    base = word if word in classes.bases else classes.thirds.get(word, "")
    if not base or following in ("of", "and", "or") or following in classes.bases:
        return ""
    pronoun = next_ and text.at(place - 1) in _PRONOUNS - {"her"}
    certain = word in classes.pure or word in classes.sure
    if certain and (addressed or pronoun or _named(text, place - 1)):
        return base
    if addressed and _reports(text, place) and not _infinitive_follows(text, place, classes):
        return base
    begins = following in _BEGIN_GROUP and text.run(place, place + 1)
    return base if (addressed and begins) or (pronoun and text.at(place - 1) == "them") else ""


def _reports(text: Sentence, place: int) -> bool:
    """Whether a word that may be a noun goes on as a verb: *the Secretary-General report to the Council*."""
    told = text.at(place + 1) in ("to", "on", "back") and (text.at(place + 2) in ("the", "its", "to", "on"))
    return text.lower[place] in ("report", "reports") and told and text.run(place, place + 2)


@check("OPR028")
def request_form(document: Document, context: Context) -> Iterator[Hit]:
    """*Requests the Secretary-General for submitting*, *Urges States ensuring the*, *Invites States should*."""
    addressed = frozenset(context.options["addressees"])
    classes = classes_of(context.lexicon)
    for text, after, _ in _asked(document, context):
        for place in range(after + 1, min(after + _FAR, len(text.lower))):
            word = text.lower[place]
            addressee = _ends(text, place, addressed)
            if not text.joined[place] or word in _NO_ADDRESSEE or (word == "of" and not addressee):
                if word == "to" and addressee and text.joined[place] and text.at(place - 1) != "parties":
                    yield from _behind_to(text, place + 1, classes)
                break
            if not addressee:
                continue
            hit = _wrong_form(text, place, classes)
            if hit is not None:
                yield hit
                break
            if word == "that" or (word in _INSTEAD and text.at(place + 1) not in ("other", "particular")):
                break


def _behind_to(text: Sentence, at: int, classes: Classes) -> Iterator[Hit]:
    """A form in *-ing* or a participle behind *to*: *Requests the Office to continuing its work*."""
    form = text.at(at)
    past = form in classes.participles and form not in classes.bases and form not in classes.adjectives
    base = classes.ings.get(form, "") or (classes.participles[form] if past else "")
    if base and text.run(at - 1, at + 1) and text.written[at][0].islower():
        yield swapped(text, at, base, addressee="to")


def _wrong_form(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """What stands behind an addressee instead of *to* and a verb."""
    word, following = text.lower[place], text.at(place + 1)
    acts = following in classes.pure - {"have"} or (following in classes.bases and text.at(place + 2) in _BEGIN_GROUP)
    if word == "that" and acts and not _infinitive_follows(text, place, classes):
        asks = text.block.text.rstrip()[-1:] != ":" and text.run(place, place + 1)
        return _instead(text, place, place + 1, following) if asks else None
    if word in _MODAL:
        to = 2 if following == "to" else 1
        base = text.at(place + to)
        return _instead(text, place, place + to, base) if base in classes.bases or base == "be" else None
    behind = text.at(place + 2)
    free = behind in _BEGIN_GROUP or (word == "for" and not _infinitive_follows(text, place, classes))
    if word in _INSTEAD and following in classes.ings and following != "including" and free:
        return _instead(text, place, place + 1, classes.ings[following]) if text.run(place, place + 2) else None
    if word in classes.ings and word not in _BEGINS_PHRASE and text.run(place, place + 1):
        acts = following in _BEGIN_GROUP or classes.is_noun(following) or classes.modifies(following)
        if acts and not _infinitive_follows(text, place, classes):
            return swapped(text, place, f"to {classes.ings[word]}", addressee=text.written[place - 1])
    return None


def _instead(text: Sentence, first: int, last: int, base: str) -> Hit:
    found = text.block.span(text.start(first), text.end(last))
    words = text.block.text[found.start : found.end]
    fix = Fix(f"Write “to {base}”", (Edit(found, f"to {base}", words),), "suggest")
    return Hit(found, {"found": words, "instead": f"to {base}", "addressee": text.written[first - 1]}, fix)


def _infinitive_follows(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether *to* and a verb come later, so that the form in *-ing* only describes the addressee."""
    return any(
        word == "to"
        and (text.at(at + 1) in classes.bases or text.at(at + 1) in classes.adverbs or text.at(at + 1) == "be")
        for at, word in enumerate(text.lower)
        if at > place
    )


@check("OPR047")
def comma_behind_addressee(document: Document, context: Context) -> Iterator[Hit]:
    """*Calls upon all Member States, to consider*: a comma between an addressee and what is asked of it."""
    addressed = frozenset(context.options["addressees"])
    classes = classes_of(context.lexicon)
    for text, after, second in _asked(document, context):
        if second:
            continue
        for place in range(after + 1, min(after + _FAR, len(text.lower))):
            word, before = text.lower[place], text.words[place - 1]
            if not text.joined[place]:
                gap = text.block.text[before.end() : text.start(place)]
                verb = text.at(place + 1) in classes.bases
                verb = verb and (not classes.is_noun(text.at(place + 1)) or text.at(place + 2) in _BEGIN_GROUP)
                asked = word == "to" and (verb or text.at(place + 1) in classes.adverbs) and gap == ", "
                if asked and (_ends(text, place, addressed) or before[0] in _PRONOUNS):
                    span = text.block.span(before.end(), before.end() + 1)
                    fix = Fix("Leave out the comma", (Edit(span, "", ","),), "suggest")
                    yield Hit(span, {"addressee": before[0]}, fix)
                break
            if word in _CLAUSE:
                break

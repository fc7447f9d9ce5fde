"""A check on words that are spelt right and meant otherwise, told by what stands beside them in adopted texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache

from resolint.attested.counts import STEPS, Counts
from resolint.attested.words import Row
from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.counted import counts_of, row_of
from resolint.checks.shared.sentences import Sentence, places_of, swapped
from resolint.checks.shared.texts import word_list
from resolint.checks.spl.lookalikes import looks_like
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, english, per_lexicon
from resolint.lexicon.english import MODALS
from resolint.model import Document
from resolint.rule import Context

_RARE, _RARER = 60, 20
"""A word is rare that was counted less often than this, or so many times less than the one that may be meant."""
_COMMONER = 2
_OFTEN = 20
_NEAR = 30
"""So many letters from a word that is told nothing is said of what is less sure."""


class Confusable(NamedTuple):
    """For a word those that may be meant; ``alone`` are the words that no text of the kind writes at all.

    ``swaps`` holds the words that are of other classes than one that may be meant: their own classes, and those words with
    theirs.
    """

    meant: Mapping[str, tuple[str, ...]]
    alone: frozenset[str]
    swaps: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]]


@per_lexicon
def confusable(lexicon: Lexicon) -> Confusable:
    """The table ``confusable-words``."""
    meant: dict[str, tuple[str, ...]] = {}
    alone: set[str] = set()
    swaps = {}
    for word, others, fits, can, single in lexicon.columns("confusable-words", "word", "meant", "fits", "can", "alone"):
        meant[word] = tuple(others.split())
        if single:
            alone.add(word)
        if can and any(set(fit) - set(can) for fit in fits.split()):
            swaps[word] = (can, tuple(zip(meant[word], fits.split(), strict=True)))
    return Confusable(meant, frozenset(alone), swaps)


@check("SPL031")
def word_mistaken(document: Document, context: Context) -> Iterator[Hit]:
    """*The costal States*, *made available form other sources*."""
    told: dict[str, list[int]] = {}
    for hit in _listed(document, context):
        told.setdefault(hit.span.block, []).append(hit.span.start)
        yield hit
    for hit in looks_like(document, context.lexicon):
        if hit.values["found"].lower() in context.options["kept"]:
            continue
        here = told.get(hit.span.block, ())
        if hit.span.start in here or (hit.unsure and any(abs(hit.span.start - start) < _NEAR for start in here)):
            continue  # beside a word that is wrong any other looks strange
        yield hit


def _listed(document: Document, context: Context) -> Iterator[Hit]:
    """The findings on words of the table, and on words of a class that cannot stand there."""
    known, counts = confusable(context.lexicon), counts_of(context.lexicon)
    classes = classes_of(context.lexicon)
    for text, place, word in places_of(document, known.meant.keys()):
        if not (text.written[place].islower() and text.run(place, place)) or _paired(text, place, known.meant[word]):
            continue
        if text.at(place - 1) == "per":
            continue  # a unit, which may be any noun: *$48 per ton in most ports*
        if word in known.swaps and word not in known.alone and _coordinated(text, place, known.swaps[word], classes):
            continue
        other = _of_class(text, place, known.swaps[word], classes) if word in known.swaps else ""
        if other and not _written_so(text, place, counts):
            yield swapped(text, place, other)
        elif counts is not None:
            yield from _at(text, place, known, counts, classes, row_of(document, text.block))

    listed = word_list(context.lexicon)
    for text, behind, _ in places_of(document, {"of"}):
        place = behind - 1
        word = text.at(place)
        if (
            word not in known.meant
            and text.at(place - 1) in _HELD
            and (word in classes.pure or word in classes.adjectives)
        ):
            noun = _noun_of(word, classes) if text.run(place - 1, behind) and text.written[place].islower() else ""
            # An adjective that has a plural is a noun besides: *the fair of 2015*.
            if (
                noun
                and not (word in classes.adjectives and listed.knows(word + "s"))
                and not _written_so(text, place, counts)
            ):
                yield swapped(text, place, noun)


def _paired(text: Sentence, place: int, others: tuple[str, ...]) -> bool:
    """Whether both words stand side by side (*the affect and effect*), so that neither was taken for the other."""
    return any(
        text.at(place + step) in ("and", "or")
        and text.at(place + 2 * step) in others
        and text.run(*sorted((place, place + 2 * step)))
        for step in (-1, 1)
    )


def _coordinated(text: Sentence, place: int, swap: tuple[str, tuple[tuple[str, str], ...]], classes: Classes) -> bool:
    """Whether the word stands beside another of its class, which those that may be meant lack: *supply, sell or transfer*."""
    own = set(swap[0]) - {letter for _, fits in swap[1] for letter in fits}
    if not own:
        return False
    ahead, back = place + 1, place - 1
    partners = []
    if text.at(ahead) in _JOINTS and text.run(place, ahead + 1):
        partners.append(ahead + 1)
    if text.at(back) in _JOINTS and text.run(back - 1, place):
        partners.append(back - 1)
    if partners and back >= 0 and not text.joined[place] and text.block.text[text.end(back) :][:1] == ",":
        partners.append(back)
    return any(_is_one(text.at(at), letter, classes) for at in partners for letter in own)


_JOINTS = english.COORDINATING


def _is_one(word: str, letter: str, classes: Classes) -> bool:
    """Whether ``word`` belongs to the class that the table writes as ``letter``."""
    known = {
        "v": classes.bases, "n": classes.plurals, "p": classes.singulars, "a": classes.adjectives,
        "d": classes.participles, "g": classes.ings, "r": classes.adverbs,
    }.get(letter)  # fmt: skip
    return known is not None and word in known


def _written_so(text: Sentence, place: int, counts: Counts | None) -> bool:
    """Whether adopted texts have the word at ``place`` with both of its neighbours, or often with the one behind."""
    if counts is None:
        return False
    before, word, behind = (f"{text.at(at)} ".encode() for at in range(place - 1, place + 2))
    if counts[before + word + behind]:
        return True
    joined = text.run(place, place + 1)
    return (
        bool(counts[before + word] and (not joined or counts[word + behind])) or counts.count(word + behind) >= _OFTEN
    )


_NOUN_ENDINGS = (
    ">ment >ation e>ation e>ion >ion >al e>al >ance >ence e>ance e>ence ify>ification y>iness >ness t>ce t>cy "
    "le>ility ble>bility e>ity >ity d>sion de>sion end>ense ate>ation ous>osity e>ure >ure y>ial ssary>ssity "
    "ceive>ception duce>duction scribe>scription sume>sumption"
)
"""How nouns are made of verbs and adjectives: what goes, what comes."""


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    pairs = (pair.partition(">") for pair in _NOUN_ENDINGS.split())
    return tuple((gone, come) for gone, _, come in pairs)


def _noun_of(word: str, classes: Classes) -> str:
    """The noun that belongs to a verb or an adjective that is none itself, empty where none is known."""
    if (
        classes.is_noun(word)
        or word in classes.adverbs
        or word in classes.participles
        or word.endswith(("est", "er"))
        or word in classes.ings
    ):
        return ""
    made = (word[: len(word) - len(gone)] + come for gone, come in _endings() if word.endswith(gone))
    return next((noun for noun in made if noun in classes.mass or noun in classes.plurals), "")


_HELD = frozenset(("the", "a", "an", "its", "their", "our", "no", "every", "each"))
_OF = frozenset(("of", "for", "with", "by", "without", "from", "against"))
_BEHIND_NOUN = frozenset(
    (
        "of", "for", "with", "by", "in", "on", "at", "from", "to", "and", "or", "is", "are", "was", "were", "has", "have", "shall",
        "should", "must", "may", "can", "will", "which", "that", "who", "against", "among", "between", "under", "within",
    )
)  # fmt: skip


def _of_class(text: Sentence, place: int, swap: tuple[str, tuple[tuple[str, str], ...]], classes: Classes) -> str:
    """The word that is meant where the one at ``place`` can be of no class that may stand there; empty for none."""
    can, others = swap
    wanted = _classes_wanted(text, place, classes)
    if not wanted or wanted & set(can):
        return ""
    return next((word for word, fits in others if wanted & set(fits)), "")


def _classes_wanted(text: Sentence, place: int, classes: Classes) -> frozenset[str]:
    """The classes of words, by the letters of the table, that may stand at ``place``; empty where nothing is certain."""
    before, behind = text.at(place - 1), text.at(place + 1)
    if not text.run(place - 1, place):
        return _NOTHING
    joined = text.run(place, place + 1)
    if before in MODALS and joined and (behind in _HELD or behind in ("that", "all", "any", "this", "such")):
        return _VERB if text.at(place - 2) not in _HELD else _NOTHING
    if before == "to" and joined and behind in _HELD:
        return _INFINITIVE if text.at(place - 2) not in classes.adjectives else _NOTHING
    ends = not joined and (place + 1 >= len(text.lower) or text.block.text[text.end(place)] in ",;.:)")
    if before in _HELD:
        if ends or (joined and behind in _BEHIND_NOUN):
            return _HEAD if behind != "of" or ends else _OWNED
        plain = joined and classes.is_noun(behind) and not _not_only_noun(behind, classes)
        return _DESCRIBING if plain and before != "no" else _NOTHING
    described = before in classes.adjectives and not _not_only_noun(before, classes) and not classes.is_noun(before)
    if described and text.run(place - 2, place - 1) and text.at(place - 2) in _BEFORE_ADJECTIVE:
        return _HEAD if ends or (joined and behind in _BEHIND_NOUN) else _NOTHING
    if before in _OF and (
        (ends and text.block.text[text.end(place) :][:1] != ",") or (joined and behind in _OF | {"in", "on"})
    ):
        return _AFTER_OF
    return _NOTHING


_NOTHING: frozenset[str] = frozenset()
_VERB, _INFINITIVE, _DESCRIBING = frozenset("vrx"), frozenset("vrxpa"), frozenset("npadgx")
_HEAD, _OWNED, _AFTER_OF = frozenset("npgadx"), frozenset("npgx"), frozenset("npgarx")
_BEFORE_ADJECTIVE = _HELD | _OF | {"and", "or", "give", "provide", "including", "through"}


def _not_only_noun(word: str, classes: Classes) -> bool:
    """Whether a word may be a verb, a participle or an adverb as well."""
    return word in classes.bases or word in classes.thirds or word in classes.participles or word in classes.adverbs


def _at(text: Sentence, place: int, known: Confusable, counts: Counts, classes: Classes, row: Row) -> Iterator[Hit]:
    """The finding on the word at ``place``, where its neighbours are at home with another and not with it.

    ``row`` are the words of the paragraph as they are counted.
    """
    if text.run(place - 1, place + 1):
        three = " ".join(text.written[place - 1 : place + 2]) + " "
        if three.isascii() and counts[three.encode()]:
            return
    around = _neighbours(row, (text.start(place), text.end(place)))
    if around is None:
        return
    word = text.written[place]
    found = max(
        (_likely(around, word, other, counts), _beside(around, other, counts), other) for other in known.meant[word]
    )
    fits = word in classes.adjectives and classes.is_noun(text.at(place + 1))
    new = fits and not counts[around[1] + found[2].encode() + b" " + around[2]]  # *continual progress*
    if word not in known.alone and _anywhere(word, found[2], around, known):
        return
    if found[0] or word in known.alone:
        hit = swapped(text, place, found[2])
        # Of two words of one class that are about as common, the neighbours alone do not tell: *any type of contract*.
        alike = word not in known.swaps and not _commoner(word, found[2], counts)
        weak = found[0] == 1 or new or alike
        yield Hit(hit.span, hit.values, unsure=True) if weak and word not in known.alone else hit


def _commoner(word: str, other: str, counts: Counts) -> bool:
    """Whether ``other`` is clearly commoner than ``word``, or that is rare."""
    own, others = (STEPS[counts[one.encode() + b" "]] for one in (word, other))
    return own < _RARE or own * _COMMONER < others


_BEFORE_ANY = frozenset(b"to |the |a |an |and |or |, |; |. |: |<s> ".split(b"|"))
_BEHIND_ANY = frozenset(b"the |a |an |its |their |all |and |or |, |; |. |: |</s> ".split(b"|"))
"""Words and marks beside which nearly every word of a class may stand."""


def _anywhere(word: str, other: str, around: tuple[bytes, bytes, bytes, bytes], known: Confusable) -> bool:
    """Whether the words beside tell little: between *to* and *the* any verb may stand, and *the missing* are persons."""
    if around[1].lower() not in _BEFORE_ANY or around[2] not in _BEHIND_ANY:
        return False
    can, others = known.swaps.get(word, ("", ()))
    alike = not can or any(set(fits) & set(can) for one, fits in others if one == other)
    return alike or (around[1].lower() == b"the " and set(can) <= {"a", "g"})


def _beside(around: tuple[bytes, bytes, bytes, bytes], word: str, counts: Counts) -> int:
    """How often ``word`` was counted beside its neighbours, to choose among several that may be meant."""
    here = word.encode() + b" "
    return STEPS[counts[around[1] + here]] + STEPS[counts[here + around[2]]]


def _neighbours(row: Row, span: tuple[int, int]) -> tuple[bytes, bytes, bytes, bytes] | None:
    """Two words or marks on either side of the word at ``span``, as they are counted; None where the paragraph ends before."""
    words, at = row.words, bisect_left(row.places, span)
    if not 2 <= at <= len(words) - 3 or row.places[at] != span:
        return None
    return words[at - 2], words[at - 1], words[at + 1], words[at + 2]


def _likely(around: tuple[bytes, bytes, bytes, bytes], word: str, other: str, counts: Counts) -> int:
    """How likely ``other`` is meant for ``word``: 2 where that is sure, 1 where it may be, 0 where nothing shows it.

    Nothing is told where ``word`` was counted with two of its neighbours, or with the one before and the one behind.
    """
    before2, before, behind, behind2 = around
    if not (before[:1].isalnum() or behind[:1].isalnum()):
        return 0  # in a list of single words anything may stand
    here, there = word.encode() + b" ", other.encode() + b" "
    if counts[before + here + behind] or counts[before2 + before + here] or counts[here + behind + behind2]:
        return 0
    unseen = (not counts[before + here]) + (not counts[here + behind])
    if not unseen:
        return 0
    left, right = STEPS[counts[before + there]], STEPS[counts[there + behind]]
    across = STEPS[counts[before + there + behind]]
    longer = (across > 0) + (counts[before2 + before + there] > 0) + (counts[there + behind + behind2] > 0)
    own, others = STEPS[counts[here]], STEPS[counts[there]]
    rare = own < _RARE or own * _RARER < others
    words = before[:1].isalnum() and behind[:1].isalnum()
    # Beside a mark half of what speaks is lost (*supply, sell or transfer*); a word that is common may be new beside one neighbour.
    if unseen == 1:
        if rare and across >= 5 and longer >= 2:
            return 2 if words else 1
        return 1 if across >= 10 and longer == 3 else 0
    sides = min(left, right), max(left, right)
    if sides[0] and (
        across >= 5
        or (across and (rare or longer > 1))
        or (rare and (longer or sides[0] >= 5))
        or (longer and sides[0] >= 3 and sides[1] >= _OFTEN)
    ):
        return 2
    return 1 if words and own < _RARER and own * _RARER < others and sides[1] >= 2 * _OFTEN else 0

"""Checks on the number of a verb and of its subject, wherever the two are not neighbours.

A subject is sought in three places that need no parse of the whole sentence: a pronoun beside its verb (*it have*), the
nouns before a relative word with the verb behind it (*States which has*), and the nouns between a word that opens a clause and the
first finite verb (*that the situation remain*). Where a word of an unknown class comes between, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from resolint.checks import check
from resolint.checks.shared.classes import MANY_OF, classes_of
from resolint.checks.shared.sentences import Sentence, places_of, swapped
from resolint.checks.spl.apart import several_apart, there_are
from resolint.checks.spl.subjects import ARTICLES, CROWDS, MANY, ONE, PREPOSITIONS, Subject
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, english
from resolint.model import Document
from resolint.rule import Context

_RELATIVE = english.RELATIVES
_OPENERS = frozenset(
    (
        "that", "where", "when", "if", "whether", "although", "though", "because", "while", "unless", "whose",
    )
)  # fmt: skip
_SKIPPED = frozenset(
    (
        "also", "not", "still", "often", "already", "always", "now", "only", "never", "both", "thus", "further",
    )
)  # fmt: skip
_ONE_OF = frozenset(
    (
        "a", "an", "this", "each", "every", "another",
    )
)  # fmt: skip
_SINGLE = frozenset(
    (
        "it", "everyone", "everybody", "nobody", "nothing", "something", "he", "she",
    )
)  # fmt: skip
_SEVERAL = frozenset(
    (
        "they", "we",
    )
)  # fmt: skip
_OPENING = _SINGLE | _SEVERAL | _RELATIVE | _OPENERS | ARTICLES | {"there"}
"""What a clause begins with."""
_NEAR = 6
"""So far before *who* the persons that are meant may stand."""
_FAR = 12
"""So far before *who* the one person that is meant may stand."""


class _Group(NamedTuple):
    """A group of nouns: number of its head ("one", "many", "" where it cannot be told), the word of the head."""

    number: str
    head: str


@check("SPL018")
def verb_number(document: Document, context: Context) -> Iterator[Hit]:
    """A verb in the singular with a subject in the plural, and the reverse."""
    judge = _Judge(context.lexicon, frozenset(context.options["gathered"]), context.options)
    done = ("", -1)
    for text, place, word in places_of(document, _OPENING):
        for hit in judge.at(text, place, word):
            if done[0] != hit.span.block or done[1] < hit.span.start:
                done = hit.span.block, hit.span.start
                yield hit


class _Judge:
    """Looks at one word of a paragraph after the other."""

    def __init__(self, lexicon: Lexicon, gathered: frozenset[str], options: Mapping[str, Any]) -> None:
        self.lexicon = lexicon
        self.classes = classes_of(lexicon)
        self.gathered = gathered
        self.states = frozenset(options["states"])
        self.persons = frozenset(options["persons"])

    def at(self, text: Sentence, place: int, word: str) -> Iterator[Hit]:
        """What is wrong with the verb of the clause that the word at ``place`` begins."""
        if word in _SINGLE or word in _SEVERAL:
            yield from self._pronoun(text, place, word)
        if word == "there":
            yield from self._there(text, place)
            if (hit := there_are(text, place, self.lexicon)) is not None:
                yield hit
        if word in _RELATIVE:
            yield from self._relative(text, place)
        if word in _OPENERS or (word == "which" and text.at(place - 1) in PREPOSITIONS):
            yield from self._clause(text, place)
            if word != "whose":
                yield from several_apart(text, place, self.classes)
        elif word in ARTICLES and not text.joined[place] and _sentence_begins(text, place):
            yield from self._clause(text, place - 1)

    def _pronoun(self, text: Sentence, place: int, word: str) -> Iterator[Hit]:
        before = text.at(place - 1)
        if before in PREPOSITIONS or before in self.classes.bases or before in self.classes.ings:
            return
        opens = before in _OPENERS or before in ("which", "as", "and") or (place and not text.joined[place])
        at = place + 1
        while text.at(at) in _SKIPPED:
            at += 1
        verb = text.at(at)
        right = MANY.get(verb, "") if word in _SINGLE else ONE.get(verb) or self._sure(verb)
        if right and opens and text.run(place, at) and before != "if" and not (before == "and" and word in _SINGLE):
            yield swapped(text, at, right, before=text.written[place])

    def _sure(self, verb: str) -> str:
        return self.classes.thirds[verb] if verb in self.classes.sure else ""

    def _there(self, text: Sentence, place: int) -> Iterator[Hit]:
        """*There is* before a plural, *there are* before *a*."""
        verb, following = text.at(place + 1), text.at(place + 2)
        if not text.run(place, place + 2) or text.at(place - 1) == "if":
            return
        one = following in ("a", "an", "another", "one") and text.at(place + 3) not in (
            "number",
            "variety",
            "few",
            "range",
            "lot",
            "wide",
            "growing",
            "large",
        )
        many = following in MANY_OF or self.classes.number(following) == "many"
        at = place + 2
        while not many and self.classes.modifies(text.at(at)) and text.run(at, at + 1):
            at += 1
            many = self.classes.number(text.at(at)) == "many" and not self.classes.is_noun(text.at(at + 1))
        if (verb in ("is", "was") and many) or (verb in ("are", "were") and one):
            yield swapped(text, place + 1, ONE.get(verb) or MANY[verb], before="there")

    def _verb_at(self, text: Sentence, place: int, ambiguous: bool) -> tuple[int, str, str]:
        """The finite verb at ``place`` behind small adverbs: its place, its number, and its other form."""
        at = place
        while text.at(at) in _SKIPPED or text.at(at) in self.classes.adverbs:
            at += 1
        word = text.at(at)
        if word in ONE:
            return at, "one", ONE[word]
        if word in MANY:
            return at, "many", MANY[word]
        if word in self.classes.sure or (ambiguous and word in self.classes.thirds):
            return at, "one", self.classes.thirds[word]
        if word in self.classes.pure:
            return at, "many", self.classes.third_of[word]
        return at, "", ""

    def _relative(self, text: Sentence, place: int) -> Iterator[Hit]:
        """The verb behind a relative word, and the nouns before it."""
        relative = text.at(place)
        at, number, right = self._verb_at(text, place + 1, relative != "that" or self._object_at(text, place + 2))
        if (
            not right
            or not text.run(place, at)
            or place == 0
            or (relative == "that" and number == "many" and at > place + 1)
        ):
            return
        if not text.joined[place]:
            if number == "many" and relative == "which" and self._single_before(text, place):
                yield swapped(text, at, right, before=f"{text.written[place - 1]}, {relative}")
            return  # behind a comma *which* may stand for all that was said
        if relative == "who" and number == "one" and self.classes.number(text.at(place - 1)) == "many":
            if self._persons_before(text, place) and self._no_single_person(text, place - 2):
                yield swapped(text, at, right, before=f"{text.written[place - 1]} {relative}")
            return
        heads = self._chain(text, place - 1, relative == "who")
        if heads and all(head.number not in ("", number) for head in heads):
            if any(head.head in self.gathered for head in heads):
                return
            if relative == "who" and number == "many" and heads[0].head not in self.persons:
                return  # *those who produce food who suffer*
            yield swapped(text, at, right, before=f"{text.written[place - 1]} {relative}")

    def _persons_before(self, text: Sentence, place: int) -> bool:
        """Whether a noun in the plural a few words before names persons, or bodies of them."""
        nouns = [noun for noun in text.lower[max(0, place - _NEAR) : place] if self.classes.number(noun) == "many"]
        ones = [self.classes.singulars.get(noun, noun) for noun in nouns]
        persons = (one in self.persons or one.endswith(("er", "or", "ist", "ant", "ee", "ian")) for one in ones)
        return any(persons) or not CROWDS.isdisjoint(nouns)

    def _object_at(self, text: Sentence, place: int) -> bool:
        """Whether an object follows, so that the word before ``place`` is a verb."""
        return text.run(place - 1, place) and (text.at(place) in ARTICLES or text.at(place) in self.classes.adjectives)

    def _no_single_person(self, text: Sentence, last: int) -> bool:
        """Whether nothing in the words up to ``last`` is one person that a *who* may mean."""
        return not any(
            word in self.persons or word in ("each", "every", "anyone", "someone")
            for word in text.lower[max(0, last - _FAR) : last + 1]
        )

    def _single_before(self, text: Sentence, place: int) -> bool:
        """Whether all nouns of the paragraph before a comma and *which* are in the singular."""
        start = text.end(place - 1)
        if text.block.text[start : start + 2] != ", " or place < 2:
            return False
        for at in range(place - 1, 0, -1):
            if not text.joined[at] and text.block.text[: text.start(at)].rstrip()[-1:] not in ("", "’"):
                return False
            word = text.at(at)
            if word in ("and", "or", "united", "its", "their") and text.at(at + 1) != "nations":
                return False
            if word == "nations" and text.at(at - 1) == "united":
                continue
            if word.endswith("s") and word not in self.classes.plurals and word not in ARTICLES and word not in ONE:
                return False
        noun = text.at(place - 1)
        return (noun in self.classes.plurals or noun in self.classes.mass) and noun not in self.gathered

    def _chain(self, text: Sentence, last: int, persons: bool) -> list[_Group]:
        """The nouns that may be meant by a relative word behind ``last``; empty where that cannot be told."""
        found: list[_Group] = []
        at, series = last, False
        while True:
            group, first, article = self._back(text, at)
            if not group.number:
                return []
            if not (persons and found and group.number == "one" and group.head not in self.persons):
                found.append(group)
            if first == 0 or not text.joined[first]:
                begun = (first > 0 and not series) or (not first and (group.number == "many" or bool(article)))
                return found if begun and _opens_group(text, first) else []
            before = text.at(first - 1)
            if first == 1:
                return found  # the opening stands before it
            if before in PREPOSITIONS or (before in ("and", "or") and group.number == "many"):
                series = series or before in ("and", "or")
                at = self._past_participles(text, first - 2) if text.joined[first - 1] else -2
                if at == -1:
                    return found
                if at < 0 or not self.classes.is_noun(text.at(at)):
                    return []
                continue
            if before in self.classes.bases or before in self.classes.thirds or before in ("that", "where", "as"):
                aim = text.at(first - 2) == "to" and not persons and found[-1].number == "one"
                # *Measures to address hate speech that harm*: the verb may belong to what has the aim.
                return [] if aim and self.classes.number(text.at(first - 3)) != "one" else found
            if not self._describes(text, first - 1):
                return found if before in self.classes.ings and not text.joined[first - 1] else []
            at = first - 2

    def _describes(self, text: Sentence, place: int) -> bool:
        """Whether a participle behind a noun stands at ``place``."""
        word = text.at(place)
        participle = word in self.classes.participles or word in self.classes.ings
        return participle and text.joined[place] and self.classes.is_noun(text.at(place - 1))

    def _past_participles(self, text: Sentence, at: int) -> int:
        """The place before participles and adverbs that end at ``at``: -1 for the paragraph's beginning, -2 behind a mark."""
        while at >= 0 and (text.at(at) in self.classes.participles or text.at(at) in self.classes.adverbs):
            if at and not text.joined[at]:
                return -2
            at -= 1
        return at

    def _back(self, text: Sentence, last: int) -> tuple[_Group, int, str]:
        """The group of nouns that ends at ``last``, the place of its first word, and its article."""
        head = text.at(last)
        number = self.classes.number(head)
        if text.written[last][0].isupper() and number == "many" and head not in CROWDS:
            number = ""
        first = last
        while number and first > 0 and text.joined[first]:
            before = text.at(first - 1)
            if before in ARTICLES:
                known = "" if before in _ONE_OF and number == "many" else number
                return _Group(known, head), first - 1, before
            if not (
                self.classes.modifies(before) or self.classes.is_noun(before) or before in self.classes.participles
            ):
                break
            first -= 1
        return _Group(number, head), first, ""

    def _relates(self, text: Sentence, place: int, following: str) -> bool:
        """Whether *that* relates to the noun before it, with its verb behind."""
        if following in self.classes.pure or following in self.classes.sure:
            return True
        if following not in self.classes.bases and following not in self.classes.thirds:
            return False
        before = text.at(place - 1)
        return self.classes.is_noun(before) and before not in self.states and not text.written[place + 1][0].isupper()

    def _clause(self, text: Sentence, place: int) -> Iterator[Hit]:
        """The verb of the clause that the word at ``place`` opens, and the nouns between."""
        following = text.at(place + 1)
        if following in ("which", "who", "to", "of", "in") or following in self.classes.ings:
            return
        if text.at(place) == "that" and (text.at(place - 1) in PREPOSITIONS or self._relates(text, place, following)):
            return
        subject = Subject(self.classes, text, place)
        at = subject.verb()
        if at < 0 or not subject.number:
            return
        word = text.at(at)
        if subject.head == "number" and following == "the":
            right = MANY.get(word) or (self.classes.third_of.get(word, "") if word in self.classes.pure else "")
            if right and not subject.joined:
                yield swapped(text, at, right, before="the number of …")
            return
        if subject.head in self.gathered:
            return
        if word in ONE or word in self.classes.thirds:
            if subject.number == "many" and text.at(place + 1) not in _ONE_OF:
                yield swapped(text, at, ONE.get(word) or self.classes.thirds[word], before=subject.head)
        elif subject.number == "one" and not subject.joined and text.at(place) != "if":
            certain = word in ("are", "were") or subject.head.endswith("…") or self._stated(text, place)
            right = MANY.get(word) or self.classes.third_of[word]
            if certain and right:
                yield swapped(text, at, right, before=subject.head)

    def _stated(self, text: Sentence, place: int) -> bool:
        """Whether the clause states something, so that no bare form follows."""
        if text.at(place) in ("whose", "which") or text.at(place - 1) in self.states:
            return True
        return text.at(place - 1) == "and" and any(word in self.states for word in text.lower[:3])


def _opens_group(text: Sentence, first: int) -> bool:
    """Whether a mark that ends what was said before stands before the word at ``first``, or nothing does."""
    return text.block.text[: text.start(first)].rstrip()[-1:] in ("", ",", ";", ":", ".", "—")


def _sentence_begins(text: Sentence, place: int) -> bool:
    """Whether a sentence begins with the word at ``place``."""
    start = text.start(place)
    return text.written[place][0].isupper() and text.block.text[:start].rstrip()[-1:] in (".", "")

"""The subject of a clause: the nouns between the word that opens it and its verb."""

from __future__ import annotations

from resolint.checks.shared.classes import MANY_OF, Classes
from resolint.checks.shared.sentences import Sentence
from resolint.lexicon import english

__all__ = ["ARTICLES", "CROWDS", "MANY", "ONE", "PREPOSITIONS", "Subject"]

ONE = {"has": "have", "is": "are", "was": "were", "does": "do"}
MANY = {"have": "has", "are": "is", "were": "was", "do": "does"}
PREPOSITIONS = english.PREPOSITIONS | {"to", "among", "across"}
ARTICLES = (english.DETERMINERS - {"all"}) | {"some", "another"}
CROWDS = frozenset(
    (
        "states", "governments", "parties", "members", "countries", "organizations",
    )
)  # fmt: skip
"""Nouns in the plural that have a capital in names or titles alone."""
_NEAR = 8
"""What stands in brackets inside of a subject has no more words than these."""


_OBJECTS = frozenset(
    ("special", "more", "better", "greater", "equal", "full", "adequate", "additional", "urgent", "protection")
)
"""Words that begin an object behind a verb."""


class Subject:
    """The nouns between the word at ``place`` that opens a clause and its verb.

    ``number`` and ``head`` are known once ``verb`` has been asked; ``joined`` tells that *and* or *or* stands among them.
    """

    def __init__(self, classes: Classes, text: Sentence, place: int) -> None:
        self.classes = classes
        self.text = text
        self.place = place
        self.number = self.head = ""
        self.joined = False
        self._several = True
        self._inside = False

    def verb(self) -> int:
        """The place of the verb, -1 where a word comes between that belongs to no subject."""
        text, classes = self.text, self.classes
        at = self.place + 1
        while at < len(text.lower):
            if at > self.place + 1 and not text.joined[at] and (at := self._behind_brackets(at)) < 0:
                return -1
            word = text.at(at)
            finite = word in ONE or word in MANY or word in classes.sure or word in classes.pure
            named = word in classes.thirds and self.number == "many" and not self._inside and not self.joined
            if (
                named
                and text.at(at + 1) in ("a", "an", "the", "its", "their", "no")
                and classes.is_noun(text.at(at - 1))
            ):
                finite = text.run(at, at + 1) and text.at(at - 1) in classes.singulars
            if not finite and self._attracted(at, word):
                finite = True
            if finite and text.written[at][0].islower():
                before = at - 1
                while text.at(before) in classes.adverbs:
                    before -= 1
                open_ended = text.at(before) in PREPOSITIONS or text.at(before) in ("and", "or")
                if open_ended or (self.joined and not self._several and not self._is_pair(at)):
                    return -1
                return at
            if not self._takes(at, word):
                return -1
            at += 1
        return -1

    def _attracted(self, at: int, word: str) -> bool:
        """Whether a third person that may be a noun is a verb, by an object behind it: *the results of the survey shows a rise*."""
        text, classes = self.text, self.classes
        if word not in classes.thirds or self.number != "many" or self.joined or not text.run(at - 1, at + 1):
            return False
        following = text.at(at + 1)
        if self._inside:
            return following in ("a", "an", "that") and classes.number(text.at(at - 1)) == "one"
        return at == self.place + 2 and text.at(at - 1) in classes.singulars and following in _OBJECTS

    def _is_pair(self, at: int) -> bool:
        """Whether the subject is two bare nouns in the singular (*drought and famine*), so that it is in the plural."""
        if self.text.at(at) in ("is", "was"):
            return False  # *violence and harassment is* speaks of one thing
        one, joining, two = self.text.lower[self.place + 1 : at] if at == self.place + 4 else ("", "", "")
        if joining != "and" or self.classes.number(one) != "one" or self.classes.number(two) != "one":
            return False
        self.number, self.head = "many", f"{one} and {two}"
        return True

    def _behind_brackets(self, at: int) -> int:
        """The place behind brackets that open before ``at``, ``at`` itself behind a figure, -1 for any other mark."""
        text = self.text
        gap = text.block.text[text.end(at - 1) : text.start(at)]
        if gap == " (":
            end = text.block.text.find(") ", text.start(at))
            for after in range(at, min(at + _NEAR, len(text.lower))):
                if text.start(after) == end + 2:
                    return after
            return -1
        plain = gap.strip(" \xa0").replace(",", "").replace(".", "")
        return at if plain.isdigit() and gap[0] == gap[-1] == " " else -1

    def _takes(self, at: int, word: str) -> bool:
        """Whether the subject goes on with the word at ``at``."""
        classes = self.classes
        if word in ("and", "or"):
            self.joined = True
            return bool(self.number)
        if word in ARTICLES or word in MANY_OF:
            self._article(at, word)
            return True
        if word in PREPOSITIONS:
            self._inside = True
            return bool(self.number) and not (word == "to" and self._infinitive(at + 1))
        described = word.endswith("ed") and self.text.at(at + 1) in PREPOSITIONS  # *persons accused of crimes*
        if (word in classes.participles or described) and self.number and not self.joined:
            self._inside = True
            return True
        if classes.is_noun(word):
            self._noun(at, word)
            return True
        if self.classes.modifies(word):
            if not self._inside and not self.joined:
                self.number = ""
            return True
        if word in classes.participles or (word in classes.ings and (self._inside or not self.number)):
            return True
        return self.text.written[at][0].isupper() and (self._inside or not self.number)

    def _article(self, at: int, word: str) -> None:
        following = self.text.at(at + 1)
        if word in ("each", "one") and following == "of" and at == self.place + 1:
            self.number, self.head, self._inside = "one", f"{word} of …", True
        elif word == "those" and following in self.classes.participles and not self.number:
            self.number, self.head = "many", word

    def _infinitive(self, at: int) -> bool:
        """Whether the word at ``at``, behind *to*, is a verb."""
        word, classes = self.text.at(at), self.classes
        noun = classes.is_noun(word) and self.text.at(at + 1) not in ARTICLES
        return (word in classes.bases and not noun) or word in classes.adverbs

    def _noun(self, at: int, word: str) -> None:
        if self.joined:
            self._several = self.classes.number(word) == "many"
        elif self._inside and word in self.classes.singulars and self.text.at(at - 1) in self.classes.singulars:
            self.number = ""  # *protection of civilians obligations*: the whole may describe the last
        elif self._inside and self.text.written[at][0].islower() and self.text.written[at - 1][0].isupper():
            self.number = ""  # *Council of Europe programmes*: a name describes the last
        elif not self._inside:
            named = self.text.written[at][0].isupper() and word not in self.classes.plurals
            named = named and (word not in CROWDS or self.text.at(at - 1) == "united")
            many = named and word in self.classes.singulars
            self.number, self.head = "" if many else self.classes.number(word), word

"""The grammar of opening phrases: what a preambular or operative paragraph begins with.

*Noting with concern also* is a verb, its colour and an adverb of sequence. The families on preambles, operative
parts and italics all need these parts, so they are taken apart here once. The rules of the grammar follow the
openings of adopted resolutions since 2000; the tables of openings in ``rules/data`` are what a reader sees.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from resolint.regex import lazy

Form = Literal["participle", "adjective", "third", "base", "infinitive", "unknown"]
Sequence = Literal["", "also", "further"]


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BASES = _split(
    "accept acknowledge act adopt advise affirm agree amend anticipate appeal applaud appoint appreciate "
    "appropriate approve assert assess authorize believe bring call celebrate clarify commemorate commend commit "
    "conclude concur condemn confirm congratulate consider continue decide declare demand denounce deplore "
    "designate determine direct disapprove discourage draw echo elect emphasize encourage endorse entrust "
    "establish examine exhort express extend give greet highlight honour hope identify insist instruct invite "
    "keep look maintain mandate note object observe pay pledge praise proclaim promote propose reaffirm realize "
    "recall recognize recommend recommit reconfirm re-emphasize reemphasize refer regret reiterate reject remain "
    "remind renew repeat request require resolve salute set share stress suggest support suspend take thank "
    "transmit trust underline underscore undertake urge view vow warn welcome wish"
)
_BRITISH = {"authorize": "authorise", "emphasize": "emphasise", "recognize": "recognise", "realize": "realise"}
_DOUBLING = {"regret": "regretting", "commit": "committing", "recommit": "recommitting", "transmit": "transmitting",
             "set": "setting", "refer": "referring", "direct": "directing"}  # fmt: skip
_ADJECTIVES = _set(
    "aware mindful conscious cognizant concerned alarmed appalled shocked dismayed convinced determined resolved "
    "guided inspired encouraged disturbed desirous motivated committed anxious grateful gratified eager hopeful "
    "confident dissatisfied disappointed distressed outraged saddened horrified pursuant troubled persuaded "
    "satisfied pleased united heartened indignant proud respectful worried certain"
)
_NOT_PARTICIPLES = _set("during nothing something anything everything notwithstanding spring")
_COLOURS = _set(
    "appreciation concern satisfaction interest regret alarm gratitude dismay admiration approval indignation "
    "disappointment pride sorrow sadness shock thanks outrage apprehension anxiety disapproval encouragement "
    "pleasure respect condemnation recognition grief horror"
)
_OWN = _set(
    "appreciation concern gratitude conviction support hope intention determination solidarity condolences "
    "sympathy thanks satisfaction regret regrets alarm commitment desire wish readiness willingness opposition "
    "indignation outrage belief confidence expectation dismay condemnation disappointment sorrow sadness "
    "admiration grief recognition interest resolve view displeasure disapproval consternation trust deploration "
    "shock abhorrence respect congratulations apprehension understanding call request invitation appeal position "
    "demand recommendation encouragement endorsement reservations frustration optimism aspiration"
)
_OPTIONAL = _set("reiterate reaffirm renew repeat extend maintain")
_HANDOVER = _set("call appeal")
_STOP = _set("to that for at about over of the a an by with on in upon all any these those as from")
_IN = _set("pursuance accordance conformity view light recognition solidarity fulfilment")
_SEQUENCE = ("also", "further")
_PHRASAL: dict[str, tuple[tuple[str, ...], ...]] = {
    "call": (("upon",), ("on",), ("for",)),
    "take": (("note",), ("into", "account"), ("into", "consideration"), ("account",), ("cognizance",)),
    "bear": (("in", "mind"),),
    "keep": (("in", "mind"),),
    "look": (("forward",),),
    "pay": (("tribute",),),
    "draw": (("attention",), ("the", "attention")),
    "give": (("notice",),),
}
_WORD = lazy(r"[^\W\d_]+(?:[-’'‑][^\W\d_]+)*")


class Opening(NamedTuple):
    """The opening of one paragraph; offsets count from the start of the text that was parsed.

    ``end`` closes the opening phrase with its adverb, without a preposition or *that*; ``verb_end`` closes
    the shortest form that still is the opening (the bare verb where the rest is optional). ``adverb`` is
    *also* or *further* with its place; ``phrase`` is the phrase in lower case without it. ``verb`` is the
    base form, empty where the first word is no known verb.
    """

    start: int
    end: int
    verb_end: int
    form: Form
    verb: str
    phrase: str
    adverb: Sequence = ""
    adverb_start: int = -1
    adverb_end: int = -1

    @property
    def leads(self) -> bool:
        """Whether the adverb of sequence stands before the verb (*Also recalling*)."""
        return self.adverb_start == self.start >= 0 and bool(self.adverb)


def gerund(base: str) -> str:
    """The participle of a verb: ``recall`` gives *recalling*."""
    if base in _DOUBLING:
        return _DOUBLING[base]
    return (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"


def third(base: str) -> str:
    """The third person singular of a verb: ``stress`` gives *stresses*."""
    if base.endswith(("s", "sh", "ch", "x", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeo":
        return base[:-1] + "ies"
    return base + "s"


@lru_cache(maxsize=1)
def _forms() -> dict[str, tuple[str, Form]]:
    found: dict[str, tuple[str, Form]] = {}
    for base in (*_BASES, "bear", "desire", "seek", "deem", "have"):
        for spelling in (base, _BRITISH.get(base, base)):
            found.setdefault(spelling, (base, "base"))
            found[gerund(spelling)] = (base, "participle")
            found["has" if base == "have" else third(spelling)] = (base, "third")
    return found


def verb_of(word: str) -> tuple[str, Form]:
    """The base form and the form of a known opening verb; ``("", "unknown")`` for any other word."""
    return _forms().get(word.lower().replace("‑", "-"), ("", "unknown"))


@lru_cache(maxsize=4096)
def parse(text: str) -> Opening | None:
    """The opening phrase of ``text``, which begins at its first word; None where it begins with no word.

    The phrase ends at the first punctuation mark. Only the first twelve words are looked at.
    """
    words = _words(text)
    return _Parser(words).run() if words else None


def _words(text: str) -> list[re.Match[str]]:
    """The first words that are separated by nothing but blanks."""
    words: list[re.Match[str]] = []
    position = 0
    while len(words) < 12:
        match = _WORD.match(text, position)
        if match is None:
            break
        words.append(match)
        position = match.end()
        while position < len(text) and text[position] in " \t\xa0":
            position += 1
        if position == match.end():
            break
    return words


class _Parser:
    """One pass over the words: adverbs, verb, particle, colour, adverb."""

    def __init__(self, words: list[re.Match[str]]) -> None:
        self.matches = words
        self.words = [word.group().lower().replace("‑", "-") for word in words]
        self.at = 0
        self.kept: list[str] = []
        self.adverb: Sequence = ""
        self.adverb_at = -1

    def run(self) -> Opening:
        self._adverbs()
        infinitive = self._peek() == "to" and verb_of(self._peek(1))[1] == "base"
        if infinitive:
            self._take()
        base, form = self._head()
        short = self.at
        if base or form != "unknown":
            short = self._tail(base)
        return self._opening(base, "infinitive" if infinitive else form, short)

    def _peek(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.words[place] if place < len(self.words) else ""

    def _take(self, count: int = 1) -> None:
        self.kept.extend(self.words[self.at : self.at + count])
        self.at += count

    def _sequence(self) -> bool:
        """Take *also* or *further* if it stands here and none was met before."""
        word = self._peek()
        if word not in _SEQUENCE or self.adverb:
            return False
        self.adverb = "also" if word == "also" else "further"
        self.adverb_at = self.at
        self.at += 1
        return True

    def _adverbs(self) -> None:
        """What may stand before the verb: sequence, *once again*, and adverbs of degree."""
        while self.at < len(self.words) - 1:
            if self._sequence():
                continue
            pair = (self._peek(), self._peek(1))
            if pair in (("once", "again"), ("once", "more")):
                self._take(2)
            elif pair[0] in ("again", "while") or (
                pair[0].endswith("ly") and pair[0] not in ("only", "supply", "apply")
            ):
                self._take()
            else:
                return

    def _head(self) -> tuple[str, Form]:
        """The verb or adjective itself."""
        word = self._peek()
        if word == "having":
            return self._perfect()
        if word == "in" and self._peek(1) in _IN:
            self._take(2)
            return "", "adjective"
        base, form = verb_of(word)
        if form == "unknown" and word in _ADJECTIVES:
            form = "adjective"
        elif form == "unknown" and _participial(word):
            form = "participle"
        self._take()
        for particle in _PHRASAL.get(base, ()):
            if tuple(self.words[self.at : self.at + len(particle)]) == particle:
                self._take(len(particle))
                break
        return base, form

    def _perfect(self) -> tuple[str, Form]:
        """*Having considered*, *Having also taken note*, *Having regard*."""
        self._take()
        self._sequence()
        if self._peek() and self._peek() not in _STOP:
            taken = self._peek()
            self._take()
            if taken == "taken" and self._peek() == "note":
                self._take()
        return "have", "participle"

    def _tail(self, base: str) -> int:
        """Take what colours the verb; give the index where the shortest accepted phrase ends."""
        self._sequence_after()
        short = self.at
        if self._peek() == "with" and self._noun(_COLOURS, 1):
            self._take(self._noun(_COLOURS, 1))
            short = self.at
        elif base == "express":
            self._take(self._noun(_OWN, 0))
            short = self.at
        elif base == "condemn":
            self._take(self._strongest())
            short = self.at
        elif base in _OPTIONAL and self._peek() in ("its", "our", "their"):
            self._take(self._noun(_OWN, 0))
        elif base == "remain":
            self._remaining()
        if self.at and self.words[self.at - 1] in _HANDOVER and self._peek() in ("upon", "on", "to", "for"):
            self._take(self._peek() in ("upon", "on"))
        if self._peek() == "again" or (self._peek(), self._peek(1)) == ("once", "again"):
            self._take(1 if self._peek() == "again" else 2)
        before = self.at
        self._sequence_after()
        return max(short, self.at) if self.at > before else short

    def _sequence_after(self) -> None:
        """*also* after the verb is always the adverb; *further* may also belong to the noun that follows."""
        if self._peek() == "also" or (self._peek() == "further" and self._adverbial()):
            self._sequence()

    def _adverbial(self) -> bool:
        following = self._peek(1)
        named = bool(following) and self.matches[self.at + 1].group()[0].isupper()
        return named or not following or following in _STOP or following in ("its", "their", "human")

    def _noun(self, nouns: frozenset[str], skip: int) -> int:
        """How many words from here reach one of ``nouns`` over a few adjectives; 0 if none does."""
        for ahead in range(skip, 7):
            word = self._peek(ahead)
            if word in nouns:
                if self._peek(ahead + 1) == "and" and self._peek(ahead + 2) in nouns:
                    return ahead + 3
                return ahead + 1
            if not word or (word in _STOP and word != "the") or word.endswith(("’s", "'s")):
                return 0
        return 0

    def _strongest(self) -> int:
        words = tuple(self.words[self.at : self.at + 5])
        if words[:3] == ("in", "the", "strongest"):
            return 5 if words[3:4] == ("possible",) else 4
        return 0

    def _remaining(self) -> None:
        """*Remaining deeply concerned*, *Remains convinced*."""
        ahead = 1 if self._peek().endswith("ly") else 0
        if self._peek(ahead) in _ADJECTIVES or self._peek(ahead) == "seized":
            self._take(ahead + 1)

    def _opening(self, base: str, form: Form, short: int) -> Opening:
        matches = self.matches
        last = max(self.at, 1) - 1
        adverb = matches[self.adverb_at] if self.adverb_at >= 0 else None
        return Opening(
            start=matches[0].start(),
            end=matches[last].end(),
            verb_end=matches[max(short, 1) - 1].end(),
            form=form,
            verb=base,
            phrase=" ".join(self.kept[: short - (0 <= self.adverb_at < short)]),
            adverb=self.adverb,
            adverb_start=adverb.start() if adverb else -1,
            adverb_end=adverb.end() if adverb else -1,
        )


def _participial(word: str) -> bool:
    """Whether a word that is no known verb looks like a present participle."""
    return word == "being" or (len(word) > 5 and word.endswith("ing") and word not in _NOT_PARTICIPLES)

"""The forms of words, and what a word is to its neighbours.

A word has up to five forms, in five places that mean the same for all words of a class: for verbs and nouns the bare form,
the one in *-s*, the past, the participle and the one in *-ing*; for *be* the bare form, the singular, the plural, *been*
and *being*. One form may fill several places: *placed* is a past and a participle, *reports* belongs to a noun and a verb.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from zlib import crc32

from resolint.checks.shared.classes import Classes
from resolint.frozen import NamedTuple
from resolint.lexicon import english
from resolint.lexicon.english import ANY_MODALS

__all__ = ["DETERMINERS", "Paradigm", "Token", "Tokens", "hashed", "listed"]

BARE, WITH_S, PAST, PARTICIPLE, ING = 1, 2, 4, 8, 16


class Paradigm(NamedTuple):
    """A word in its forms: its class, which of the five places each form fills, as bits, and all of them together."""

    kind: str
    forms: Mapping[str, int]
    every: int


def _paradigm(kind: str, forms: Mapping[str, int]) -> Paradigm:
    return Paradigm(kind, forms, reduce(or_, forms.values()))


class Token(NamedTuple):
    """A word as its neighbours see it.

        ``word`` and ``tag`` are numbers for the word and for its class; ``number`` is "1" or "2" for a noun; ``part`` is what
        the word is to a clause (see ``_PARTS``). ``paradigm`` is None for a word that is never doubted; ``lemma`` and ``kind``
        are the numbers of the paradigm and of its class. ``own`` is the lemma too, and of a paradigm in ``_OWN`` alone:
    other weights were fitted where a name, a describing word and these small words have no lemma.
    """

    word: int
    tag: int
    number: str
    part: str
    lemma: int
    kind: int
    paradigm: Paradigm | None
    own: int


def listed(words: str) -> frozenset[str]:
    """The words of a list with blanks between."""
    return frozenset(words.split())


_PREPOSITIONS = english.PREPOSITIONS | listed(
    "among between across above below behind beyond beside besides near over around along despite via per throughout "
    "concerning regarding including pursuant amongst toward onto outside inside"
)
_OPENERS = listed(
    "that which who whom whose where when while if whether because what how whenever wherever although though unless "
    "until since before after once why"
)
DETERMINERS = english.DETERMINERS | listed(
    "that your my both some many much several few other another various certain most more numerous either neither 0"
)
_SMALL = listed(
    "and or but nor not also only just so than then as to it they them he she him we us i you there here itself themselves "
    "himself herself own well yet further therefore however even still already often always never ever again according "
    "inter alia respectively rather together else about like due next last first second third up out down off"
)
_ADVERBS = listed(
    "not also seldom often already still never always only ever even thus therefore then again soon further rather well "
    "together respectively now just"
)
_BE = _paradigm("be", {"be": 1, "is": 2, "was": 2, "are": 4, "were": 4, "been": 8, "being": 16})
_CLOSED = (
    _BE,
    _paradigm("have", {"have": 1, "has": 2, "had": 12, "having": 16}),
    _paradigm("do", {"do": 1, "does": 2, "did": 4, "done": 8, "doing": 16}),
    _paradigm("this", {"this": 1, "these": 2}),
    _paradigm("its", {"its": 1, "their": 2, "his": 4}),
    _paradigm("it", {"it": 1, "they": 2, "them": 4}),
    _paradigm("itself", {"itself": 1, "themselves": 2}),
    _paradigm("who", {"which": 1, "who": 2, "whom": 4, "whose": 8, "what": 16}),
    _paradigm("many", {"many": 1, "much": 2}),
    _paradigm("few", {"few": 1, "little": 2}),
    _paradigm("fewer", {"fewer": 1, "less": 2}),
    _paradigm("than", {"than": 1, "then": 2}),
)
CLOSED: Mapping[str, Paradigm] = {form: one for one in _CLOSED for form in one.forms}
_PARTS: Mapping[str, str] = {
    **dict.fromkeys(_SMALL, "s"),
    **dict.fromkeys(DETERMINERS, "d"),
    **dict.fromkeys(_PREPOSITIONS, "p"),
    **dict.fromkeys(_OPENERS, "o"),
    **dict.fromkeys(ANY_MODALS, "m"),
    **dict.fromkeys(english.ARE | english.TO_HAVE | english.DOES, "f"),
    **dict.fromkeys(listed("be been being having done doing"), "b"),
    **dict.fromkeys(";:.", "o"),
    "<s>": "o",
    "</s>": "o",
    ",": ",",
    "and": "c",
    "or": "c",
    "nor": "c",
    "to": "t",
    **dict.fromkeys(_ADVERBS, "r"),
}
_NOUNS_TOO = listed(
    "accord address answer bargain block boost break bridge cast chart combine contest cope core craft curb deal despair "
    "display distress draw drive exploit extract fail feature feed fill find fly forecast forge handle harness highlight hold "
    "insert leave leverage lift look mark match meet mentor monitor pass patrol pose present produce raise recall recruit "
    "refuse reject render rise run save shape shield showcase spur stand spearhead stem store tackle tailor trace transform "
    "treat try upgrade yield record finance sum arm traffic distance net care rest lead cover"
)
"""Verbs that are nouns too, though adopted texts seldom have the noun."""
_OWN = listed("his what many much few little fewer less than then")
_UNTOUCHED = listed("following lost united nations based given people persons person")
_SHORTEST = 4
_MOST_KEPT = 100_000
"""So many words are kept; a process that reads drafts for days meets ever new ones."""
_LONGEST_DOUBLED = 7
_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ful", "ent", "ant", "ble", "ar", "ate", "ary")
_NO_PAIR = listed(
    "hard late near short large like live most just part main whole full fully lately hardly nearly shortly scarcely bare barely"
)
"""Adjectives whose adverb is another word, or that are adverbs too."""
_VERB_ENDINGS = ("ize", "ify", "ate", "en")
_NO_NOUNS = ("ly", "ed", "ing", "ous", "ful", "less", "able", "ible", "ish", "us", "is", "ss")


def _adverb(adjective: str) -> str:
    """The regular adverb of an adjective."""
    if adjective.endswith("ic"):
        return adjective + "ally"
    if adjective.endswith("le") and adjective[-3:-2] not in "aeiou":
        return adjective[:-1] + "y"
    return adjective[:-1] + "ily" if adjective.endswith("y") else adjective + "ly"


def hashed(text: str) -> int:
    """The number of a word or of a class."""
    return crc32(text.encode())


class Tokens(dict[bytes, Token]):
    """What each word is, by the word as ``attested.words`` writes it; judged when it is first met, and kept."""

    def __init__(
        self,
        classes: Classes,
        irregular: Iterable[tuple[str, str, str]],
        numbers: Iterable[str],
        knows: Callable[[str], bool],
    ) -> None:
        super().__init__()
        self._parts = {**_PARTS, **dict.fromkeys(numbers, "d")}
        self._classes = classes
        self._knows = knows
        self._irregular = {form: verb for verb in irregular for form in _forms_of(*verb)}

    def __missing__(self, key: bytes) -> Token:
        found = self._judged(key.decode().rstrip())
        if len(self) < _MOST_KEPT:
            self[key] = found
        return found

    def _judged(self, text: str) -> Token:
        lower = text.lower()
        part = self._parts.get(lower, "")
        if part or not lower.replace("-", "").isalpha():
            paradigm = CLOSED.get(lower)
            tag = lower if part else "#" if text[:1].isdigit() else "x" if lower[:1].isalpha() else "."
            kind = hashed(paradigm.kind) if paradigm else 0
            return Token(hashed(lower), hashed(tag), "", part, 0 if lower in _OWN else kind, kind, paradigm, kind)
        classes = self._classes
        verb = self._verb(lower)
        number = {"one": "1", "many": "2"}.get(classes.number(lower), "") or self._number(lower, verb)
        if text[0].isupper():
            paradigm = self._of_name(text, lower)
            kind, lemma = (hashed("N"), hashed(f"N{min(paradigm.forms, key=len)}")) if paradigm else (0, 0)
            return Token(hashed(text), hashed(f"C{number}"), number or "1", "n", 0, kind, paradigm, lemma)
        paradigm = None if lower in _UNTOUCHED else self._paradigm(lower)
        marks = [f"n{number}"] if number else []
        if verb:
            marks.append("v" + "".join(str(place) for place, form in enumerate(verb) if form == lower))
        if lower in classes.adjectives:
            marks.append("a")
        if lower in classes.adverbs or lower.endswith("ly"):
            marks.append("r")
        part = "n" if number else "v" if verb else "r" if marks == ["r"] else "a" if "a" in marks else ""
        if verb and not number and lower == verb[1]:
            part = "f"
        if not verb and not number and paradigm is None:
            paradigm = self._described(lower)
        kind = hashed(paradigm.kind) if paradigm else 0
        lemma = hashed(min(paradigm.forms, key=lambda form: paradigm.forms[form])) if paradigm else 0
        look = hashed("".join(marks) or f"x{lower[-2:]}")
        shared = 0 if paradigm is not None and paradigm.kind == "r" else lemma
        return Token(hashed(lower), look, number, part, shared, kind, paradigm, lemma)

    def _of_name(self, text: str, lower: str) -> Paradigm | None:
        """The two numbers of a noun with a capital: *Government*, *Conventions*."""
        if not text[1:].islower() or lower in _UNTOUCHED:
            return None
        plurals, singulars = self._classes.plurals, self._classes.singulars
        if lower in plurals:
            return _paradigm("N", {lower: 1, plurals[lower]: 2})
        return _paradigm("N", {singulars[lower]: 1, lower: 2}) if lower in singulars else None

    def _described(self, word: str) -> Paradigm | None:
        """An adjective and its adverb: *prompt*, *promptly*."""
        if word in _NO_PAIR or "-" in word:
            return None
        classes = self._classes
        if word.endswith("ly"):
            stems = (word[:-2], word[:-2] + "le", word[:-1] + "e", word[:-3] + "y", word[:-4])
            base = classes.adverbs.get(word) or next(
                (one for one in stems if len(one) >= _SHORTEST and _adverb(one) == word and self._describes(one)), ""
            )
            return _paradigm("r", {base: 1, word: 2}) if base and base not in _NO_PAIR else None
        other = classes.adverb_of.get(word) or _adverb(word)
        if not self._describes(word) or not self._knows(other):
            return None
        return _paradigm("r", {word: 1, other: 2})

    def _describes(self, word: str) -> bool:
        """Whether a word is an adjective, or a participle that may be one."""
        classes = self._classes
        return (
            word in classes.adjectives
            or word in classes.adverb_of
            or word in classes.participles
            or (word.endswith(_ADJECTIVE_ENDINGS) and self._knows(word))
        )

    def _paradigm(self, word: str) -> Paradigm | None:
        """The forms of ``word``, None where it has only one."""
        classes = self._classes
        verb = self._verb(word)
        noun: tuple[str, str] | None = None
        if word in classes.plurals:
            noun = word, classes.plurals[word]
        elif word in classes.singulars:
            noun = classes.singulars[word], word
        elif verb and verb[0] in classes.plurals:
            noun = verb[0], classes.plurals[verb[0]]
        elif verb and not self._sure(verb[0]):
            noun = verb[0], verb[1]
        elif not verb and (number := self._number(word, None)):
            noun = (word, word + "s") if number == "1" else (word[:-1], word)
        gerund = verb is not None and noun is not None and word == noun[0] == verb[-1]
        if gerund:
            noun = None  # *building* is more often a form of the verb than the singular of *buildings*
        elif verb and noun and word in noun and word not in verb[:2]:
            verb = None
        forms: dict[str, int] = {}
        for place, form in enumerate(verb or ()):
            forms[form] = forms.get(form, 0) | 1 << place
        for place, form in enumerate(noun or ()):
            forms[form] = forms.get(form, 0) | 1 << place
        if len(forms) < 2:
            return None
        guessed = "u" if verb and noun and verb[0] not in classes.bases and verb[0] not in classes.plurals else ""
        adjective = "a" if word in classes.adjectives or (verb and verb[0] in classes.adjectives) else ""
        return _paradigm(
            ("n" if noun else "") + ("v" if verb else "") + ("g" if gerund else "") + adjective + guessed, forms
        )

    def _verb(self, word: str) -> tuple[str, str, str, str, str] | None:
        """The five forms of the verb of which ``word`` is one, None where it is of none."""
        classes = self._classes
        for base in (
            word if word in classes.bases else "",
            classes.thirds.get(word, ""),
            classes.participles.get(word, ""),
            classes.ings.get(word, ""),
        ):
            if base:
                participle = classes.bases[base]
                return base, classes.third_of.get(base, base + "s"), self._past(base), participle, self._ing(base)
        if word in self._irregular:
            return _forms_of(*self._irregular[word])
        return self._guessed(word)

    def _number(self, word: str, verb: Sequence[str] | None) -> str:
        """The number of a word that is a noun as far as the word list can tell, empty for any other."""
        if verb is not None:
            return "" if self._sure(verb[0]) else "1" if word == verb[0] else "2" if word == verb[1] else ""
        if len(word) < _SHORTEST or word in self._classes.adjectives or word.endswith(_NO_NOUNS):
            return ""
        if self._knows(word + "s"):
            return "1"
        return "2" if word[-1] == "s" and word[-2] != "s" and self._knows(word) and self._knows(word[:-1]) else ""

    def _sure(self, base: str) -> bool:
        """Whether a verb is no noun besides, as far as known."""
        return (base in self._classes.pure and base not in _NOUNS_TOO) or (
            base not in self._classes.bases and base.endswith(_VERB_ENDINGS)
        )

    def _past(self, base: str) -> str:
        return self._classes.past_of.get(base) or self._classes.bases[base]

    def _ing(self, base: str) -> str:
        return self._classes.ing_of.get(base) or base + "ing"

    def _guessed(self, word: str) -> tuple[str, str, str, str, str] | None:
        """A regular verb in no table, all forms of which the word list knows."""
        if len(word) < _SHORTEST or word in self._classes.adjectives or "-" in word:
            return None
        stems: tuple[str, ...] = (word,)
        if word.endswith("ing"):
            stems = (word[:-3], word[:-3] + "e")
        elif word.endswith("ed"):
            stems = (word[:-2], word[:-1])
        elif word.endswith("s") and not word.endswith("ss"):
            stems = (word[:-1], word[:-2])
        if word.endswith(("ies", "ied")):
            stems = (word[:-3] + "y",)
        if len(stems) > 1 and stems[0][-1:] == stems[0][-2:-1]:
            stems = (*stems, stems[0][:-1])
        for stem in stems:
            for forms in _regular(stem):
                if word in forms and all(map(self._knows, forms)):
                    return forms
        return None


def _forms_of(base: str, past: str, participle: str) -> tuple[str, str, str, str, str]:
    """The five forms of an irregular verb."""
    stem = base[:-1] if base[-1] == "e" and base[-2:] not in ("ee", "ie") else base
    short = base[-1] not in "aeiouwxy" and base[-2] in "aeiou" and base[-3:-2] not in ("a", "e", "i", "o", "u")
    stem = (
        base[:-2] + "y" if base.endswith("ie") else base + base[-1] if short and len(base) < _LONGEST_DOUBLED else stem
    )
    return (
        base,
        base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"),
        past,
        participle,
        stem + "ing",
    )


def _regular(base: str) -> list[tuple[str, str, str, str, str]]:
    if len(base) < _SHORTEST - 1:
        return []
    third = (
        base[:-1] + "ies"
        if base[-1] == "y" and base[-2] not in "aeou"
        else base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    )
    stem = base[:-1] if base[-1] == "e" and base[-2:] != "ee" else base
    past = base[:-1] + "ied" if third.endswith("ies") and base[-1] == "y" else stem + "ed"
    found = [(base, third, past, past, stem + "ing")]
    if base[-1] not in "aeiouwxy" and base[-2] in "aeiou" and base[-3:-2] not in ("a", "e", "i", "o", "u"):
        found.append((base, third, base + base[-1] + "ed", base + base[-1] + "ed", base + base[-1] + "ing"))
    return found

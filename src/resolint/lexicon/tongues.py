"""What structure has to know of a language other than English: marks, numbers, organ lines, openings, words of mastheads.

A ``Tongue`` is made of the tables in ``rules/data/<code>`` (``openings``, ``organs``, ``words``) and is only made for a
draft in that language. Harakat, tatweel, apostrophes, look-alike letters and the widths of characters are folded for
matching; the text itself is never changed. Source of the forms: adopted texts in the six official languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal
from unicodedata import normalize

from resolint import regex
from resolint.lexicon import TONGUES, Lexicon
from resolint.lexicon.characters import LOOKALIKES
from resolint.lexicon.genders import other_gender
from resolint.lexicon.labels import letters, roman
from resolint.lexicon.parser import Opening
from resolint.regex import lazy

__all__ = ["ARABIC_ALPHABET", "BEFORE_I", "CYRILLIC", "ENGLISH_LINES", "Tongue", "han_numeral", "plain"]

ENGLISH_LINES = {
    "the general assembly": "GA",
    "the security council": "SC",
    "the economic and social council": "ECOSOC",
    "the human rights council": "HRC",
}
"""What is left of an English organ line in a draft that was made from an English one, with the codes of the organs."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000", " "),
        **dict.fromkeys("\u2010\u2011", "-"),
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **{chr(0x0660 + digit): str(digit) for digit in range(10)},
        **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
        **dict(zip("،，؛；：。．（）", ",,;;:..()", strict=True)),
    }
)
_UNSEEN = lazy("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")
"""Vowel signs, tatweel and characters without width."""
_INSERTED = lazy(r"(?:و?اذ )?\w{3,12}(?P<adverb> (?:ايضا|كذلك))(?= \w)")
_ACCENT = lazy("[\u0300-\u036f\u0653-\u0655]")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`", "'"))
BEFORE_I = lazy(r"(?<!Gran Bretaña) e (?=h?[ií](?![aeou]))", re.IGNORECASE)
"""Spanish *and* before a word that begins with its sound (*Iraq e Irlanda*), outside of the one name that holds it."""
_ORGANIZATION = "United Nations"
_SEEN = 120

_ABJAD = "أبجدهوزحطيكلمنسعفصقرشت"
ARABIC_ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
"""The order of dictionaries, which labels do not follow."""
_ARABIC = lazy(
    r"(?:\(?(?P<letter>هـ|ﻫـ?|[\u0621-\u064a])\)|(?P<dotted>[أبجدوزحط]) ?[-–.](?=\s)"
    r"|[‘’'«](?P<third>\d{1,2})[’‘'»]|(?P<plain>\d{1,3}) ?[-–.](?=\s|\Z))"
)
_CYRILLIC = lazy(r"\(?(?P<letter>[а-яёa-zА-ЖA-H])\)|(?P<dotted>[абв])\.(?=\s)|(?P<roman>[ivxl]{1,6})\)")
_CHINESE = lazy(r"(?P<plain>\d{1,3}) ?[.、](?=\D|\Z)|[(](?P<word>[一二三四五六七八九十]{1,3})[)]|(?P<circled>[㈠-㈩])")
_LATIN = lazy(r"(?P<letter>[a-z]{1,2}|[ivxl]{1,6})\)(?=\s|\Z)")
_HAN = "一二三四五六七八九"
CYRILLIC = "абвгдежзиклмнопрст"
"""The letters of a list that counts by the Russian alphabet, in order."""
_CYRILLIC_ORDER = {letter: LOOKALIKES.get(letter, chr(ord("a") + place)) for place, letter in enumerate(CYRILLIC)} | {
    "у": "y",
    "х": "x",
}
"""The Latin letters that Russian labels are counted with: the one that looks alike, else the one in the same place."""


def organization(lexicon: Lexicon) -> str:
    """The name of the United Nations at the top of a document in the language of ``lexicon``."""
    if lexicon.language not in TONGUES:
        return _ORGANIZATION
    return next((row["words"] for row in lexicon.rows("words") if row["use"] == "masthead name"), _ORGANIZATION)


def plain(text: str) -> str:
    """``text``, character for character, with the marks, digits and blanks of other scripts as Latin ones."""
    return text if text.isascii() else text.translate(_PLAIN)


class Tongue:
    """One language by its tables; see the module. ``lexicon`` is that of the language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.code = lexicon.language
        words: dict[str, str] = {row["use"]: row["words"] for row in lexicon.rows("words")}
        one, other = words.get("and", "and"), words.get("or", "or")
        lexicon.grammar = lexicon.grammar._replace(and_=one, or_=other)
        flags = 0 if self.code == "ru" else re.IGNORECASE
        self.patterns: Mapping[str, re.Pattern[str]] = {
            use: regex.compiled(text, flags if use != "organ" else 0) for use, text in words.items() if text
        }
        self.organs = {
            self.fold(row["line"])[0].rstrip(",").strip(): row["code"] for row in lexicon.rows("organs") if row["line"]
        }
        self._named = {self.fold(row["name"])[0]: row["code"] for row in lexicon.rows("organs")}
        self.short_lines: dict[str, list[str]] = {}
        for row in lexicon.rows("organs"):
            for line in filter(None, row["short_lines"].split("|")):
                self.short_lines.setdefault(self.fold(line)[0].strip(" ,"), []).append(row["code"])
        self.bodies = {self.fold(row["name"])[0]: row["name"] for row in lexicon.rows("organs")}
        self._openings: dict[str, str] = {}
        self._meanings: dict[str, frozenset[str]] = {}
        for row in lexicon.rows("openings"):
            phrase = self.fold(row["phrase"])[0]
            known = self._openings.get(phrase)
            self._openings[phrase] = "both" if known not in (None, row["part"]) else row["part"]
            said = frozenset(meant.lower() for meant in row["english"].split("|") if meant)
            self._meanings[phrase] = self._meanings.get(phrase, frozenset()) | said
        # In Arabic the verbs of the operative part have a gender as well.
        for phrase, part in tuple(self._openings.items()):
            other = other_gender(phrase, self.code) if part == "preambular" or self.code == "ar" else ""
            if other and other not in self._openings:
                self._openings[other], self._meanings[other] = part, self._meanings[phrase]
        self._lengths = sorted({len(phrase) for phrase in self._openings}, reverse=True)

    @property
    def small_goes_on(self) -> bool:
        """Whether a line that begins with a small letter is the rest of the paragraph before it."""
        return self.code in ("fr", "es")

    def says(self, use: str, text: str) -> re.Match[str] | None:
        """What ``text`` begins with, where the words for ``use`` stand there."""
        pattern = self.patterns.get(use)
        return pattern.match(text) if pattern is not None else None

    def fold(self, text: str) -> tuple[str, list[int]]:
        """The first characters of ``text`` as they are compared, and the place of each in ``text``."""
        kept: list[str] = []
        places: list[int] = []
        for place, char in enumerate(text[:_SEEN]):
            # An accent that is a character of its own belongs to the letter before it.
            whole = normalize("NFC", kept[-1] + char) if kept and _ACCENT.match(char) else ""
            if len(whole) == 1:
                kept[-1] = whole
                continue
            if _UNSEEN.match(char):
                continue
            kept.append(char)
            places.append(place)
        folded = plain("".join(kept)).translate(_APOSTROPHES)
        folded = folded.translate(_TO_CYRILLIC) if self.code == "ru" else folded
        folded = (
            folded
            if self.code == "ar"
            else "".join(char.lower() if len(char.lower()) == 1 else char for char in folded)
        )
        return folded.translate(_ALIFS) if self.code == "ar" else folded, [*places, min(len(text), _SEEN)]

    def opening(self, words: str) -> tuple[Opening | None, str]:
        """The longest known opening of a paragraph, and its part: ``preambular``, ``operative``, ``both`` or nothing."""
        folded, places = self.fold(words)
        inside = _INSERTED.match(folded) if self.code == "ar" else None
        if inside is not None:
            # *تطلب أيضا إلى*: the adverb stands inside of the phrase that the table has.
            at, behind = inside.span("adverb")
            found, part = self._opening(folded[:at] + folded[behind:], [*places[:at], *places[behind:]])
            if found is not None and len(found.key) > at:
                return found, part
        return self._opening(folded, places)

    def _opening(self, folded: str, places: Sequence[int]) -> tuple[Opening | None, str]:
        lead = self.says("lead", folded)
        # In Arabic the particle is a part of the phrases in the table.
        known = lead.end() if lead is not None and self.code != "ar" else 0
        behind = len(folded) - len(folded[known:].lstrip(" ")) if known else 0
        for start in (0, behind) if behind else (0,):
            for length in self._lengths:
                head = folded[start : start + length]
                part = self._openings.get(head) if len(head) == length else None
                if part is None or (self.code != "zh" and folded[start + length : start + length + 1].isalpha()):
                    continue
                end, phrase = places[start + length], folded[: start + length]
                form: Literal["participle", "third"] = "third" if part == "operative" else "participle"
                return Opening(0, end, end, end, end, form, head, phrase, head, True), part
        return None, "preambular" if self.says("participle", folded) else ""

    def meanings(self, words: str) -> frozenset[str]:
        """The English openings, in small letters, that the opening of ``words`` stands for; none where it is not known.

        An opening with no meaning of its own (*Se félicitant également*) has that of the longest one that it begins with, and one
        with *also* or *further* what it means without: it was seen too seldom to have been seen in every meaning.
        """
        found, _ = self.opening(words)
        if found is None:
            return frozenset()
        heads = (
            found.key[:length]
            for length in self._lengths
            if length == len(found.key) or found.key[length : length + 1] == " "
        )
        meant = next((meant for head in heads if (meant := self._meanings.get(head))), frozenset())
        return meant | self._meanings.get(self._without_adverb(found.key), frozenset())

    def _without_adverb(self, phrase: str) -> str:
        """An opening, as it is compared, without the adverb of the sequence."""
        adverbs = self.patterns.get("sequence")
        words = adverbs.pattern.split("|") if adverbs is not None else ()
        for word in (self.fold(one)[0] for one in words):
            apart = f" {phrase} ".replace(f" {word} ", " ")
            phrase = phrase.removeprefix(word) if self.code == "zh" else " ".join(apart.split())
        return phrase

    def phrases(self, part: str) -> tuple[tuple[str, frozenset[str]], ...]:
        """The openings of a part as they are compared, with the English openings that they stand for."""
        return tuple((phrase, self._meanings[phrase]) for phrase, known in self._openings.items() if known == part)

    def organ(self, words: str) -> str | None:
        """The code of the organ whose line ``words`` are; empty for one that only looks like an organ line, None for none."""
        folded = self.fold(words)[0].rstrip(",: ")
        known = self.organs.get(folded)
        if known is not None and len(words) < _SEEN:
            return known
        if words[-1:] in (",", ":") and (known := self._named.get(folded)) is not None:
            # The article or particle is missing; a rule says so.
            return known
        if plain(words[-1:]) in (",", ":") and folded in self.short_lines:
            return ""
        looks = 2 < len(words) < _SEEN and words[-1:] == "," and "," not in words[:-1] and self.says("organ", words)
        return "" if looks and self.opening(words)[1] == "" else None

    def body(self, name: str) -> str:
        """The code of the body whose name this is, as mastheads print it; empty for one that the table does not have."""
        return self._named.get(self.fold(" ".join(name.split()))[0].strip(" ,:."), "")

    def label(self, text: str) -> tuple[str, int]:
        """The number typed at the start of ``text`` as English writes it (``1.``, ``(a)``, ``(i)``), and where it ends."""
        start = len(text) - len(text.lstrip(" \t\u200e\u200f"))
        pattern = {"ar": _ARABIC, "ru": _CYRILLIC, "zh": _CHINESE}.get(self.code, _LATIN)
        found = pattern.match(text, start)
        if found is None:
            return "", 0
        return self._written(found.groupdict()), found.end()

    def printed(self, letter: str) -> str:
        """The letter of a subparagraph, given as English counts it (*c*), as the language prints it (*ج*)."""
        if self.code == "ar" and len(letter) == 1 and 0 <= (at := ord(letter) - ord("a")) < len(_ABJAD):
            return {"ه": "هـ"}.get(_ABJAD[at], _ABJAD[at])
        return letter

    def _written(self, found: Mapping[str, str | None]) -> str:
        if number := found.get("plain"):
            return f"{number}."
        if third := found.get("third"):
            return f"({roman(int(third)).lower()})"
        if word := found.get("word"):
            return f"({_han(word)})"
        if circled := found.get("circled"):
            return f"({ord(circled) - ord('㈠') + 1})"
        letter = (found.get("letter") or found.get("dotted") or found.get("roman") or "").lower()
        if self.code == "ar":
            letter = {"هـ": "ه", "ﻫ": "ه", "ﻫـ": "ه", "ا": "أ"}.get(letter, letter)
            return f"({letters(_ABJAD.index(letter) + 1)})" if letter in _ABJAD else "(a)"
        return f"({_CYRILLIC_ORDER.get(letter, letter)})"


def _han(word: str) -> int:
    """The number of a Chinese numeral below one hundred."""
    tens, ten, ones = word.rpartition("十")
    return (10 * (_HAN.find(tens) + 1 if tens else 1) if ten else 0) + (_HAN.find(ones) + 1 if ones else 0)


def han_numeral(number: int) -> str:
    """A number below one hundred in Chinese."""
    tens, ones = divmod(number, 10)
    return f"{_HAN[tens - 1] if tens > 1 else ''}{'十' if tens else ''}{_HAN[ones - 1] if ones else ''}"


_TO_CYRILLIC = str.maketrans({latin: letter for letter, latin in LOOKALIKES.items() if letter in "АВЕКМНОРСТХаеорсух"})
_ALIFS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي"})

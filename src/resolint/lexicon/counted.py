"""Numbers in words as the official languages write them in running text: ordinals, those of sessions, and small counts.

By the tables ``ordinals`` of each language (``numbers`` for English). Only what can be told from other words is read: counts of
one are articles as well; Russian and Arabic counts have their own patterns, which leave out what is bent like other words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from resolint import regex
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.ordinals import ordinals, session_words
from resolint.regex import lazy

__all__ = ["Counted", "counted", "han"]

_DIGITS = r"(?P<figure>\d{1,3})(?: ?(?:st|nd|rd|th|er?|re|e|ème|º|ª|-?[йяео]\w{0,2}))"
_SESSIONS = {
    "en": r"(?:{one})(?: [a-z]+)? sessions?\b",
    "fr": r"(?:{one})(?: [^\W\d_]+)? sessions?\b",
    "es": r"(?:{one}) per[ií]odo(?: [a-z]+)? de sesiones",
    "ru": r"(?:{one})(?: \w+)? сесси\w",
    "ar": r"(?:دورت\w{{1,4}}|الدورة) (?:{one})",
}
_ENDINGS = {
    "ru": (("тья", "ть(?:я|ей|ю|ий|его|ем|им|е)"), ("ая", "(?:ая|ой|ую|ый|ого|ом|ым|ое|ему)")),
    "ar": (("ون", "[وي]ن"),),
}
"""How the last word of an ordinal is bent."""
_HAN_ORDINAL = lazy(r"第 ?(?P<word>[一二三四五六七八九十百]{1,7}|\d{1,3}) ?(?P<session>届)?")
_HAN_COUNT = lazy(
    r"(?<![第之一二三四五六七八九十百千万])(?P<word>[二两三四五六七八九十]{1,3})(?=[个项名份天]|(?<!十)年(?!代))"
)
_COUNTS = ("en", "fr", "es", "ru", "ar")
_Patterns = Sequence[tuple[re.Pattern[str], int]]
_HAN = {char: value for value, char in enumerate("一二三四五六七八九", 1)} | {"两": 2}


class Counted(NamedTuple):
    """The numbers of sessions in a passage, all ordinals in words, the counts from two on and parts of a whole in words."""

    sessions: frozenset[int]
    ordinals: frozenset[int]
    counts: frozenset[int]
    parts: frozenset[float] = frozenset()


def han(word: str) -> int:
    """The number of a Chinese numeral below one thousand."""
    total = digit = 0
    for char in word:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _HAN[char]
    return total + digit


def counted(text: str, language: str, words: _Patterns, lexicon: Lexicon) -> Counted:
    """What ``text`` (folded by ``plain``) counts in words.

    ``words`` are the patterns of counts, ``lexicon`` is that of the language.
    """
    if language == "zh":
        numbered = [
            (int(one["word"]) if one["word"].isdecimal() else han(one["word"]), one["session"])
            for one in _HAN_ORDINAL.finditer(text)
        ]
        counts = frozenset(han(one["word"]) for one in _HAN_COUNT.finditer(text))
        return Counted(
            frozenset(value for value, session in numbered if session),
            frozenset(value for value, _ in numbered),
            counts,
        )
    known = _ordinals(lexicon)
    if language not in _SESSIONS or not known:
        return Counted(frozenset(), frozenset(), frozenset())
    low = text.lower()
    every, sessions = _patterns(lexicon)
    said = {_value(one["word"], lexicon) for one in every.finditer(low)}
    held = {int(one["figure"]) if one["figure"] else _value(one["word"], lexicon) for one in sessions.finditer(low)}
    found = {value for pattern, value in words if value > 1 and _stands(pattern, low)} if language in _COUNTS else set()
    return Counted(frozenset(held - {0}), frozenset(said - {0}), frozenset(found))


def _stands(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a count stands in a text by itself and not as a part of a larger number."""
    return any(
        "-" not in (text[one.start() - 1 : one.start()], text[one.end() : one.end() + 1])
        for one in pattern.finditer(text)
    )


@per_lexicon
def _ordinals(lexicon: Lexicon) -> Mapping[str, int]:
    if lexicon.language == "en":
        return ordinals(lexicon)
    return {words: number for number, words in session_words(lexicon).items()}


@per_lexicon
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds an ordinal in words, and what finds that of a session."""
    longest = sorted(_ordinals(lexicon), key=len, reverse=True)
    word = rf"(?<![\w-])(?P<word>{'|'.join(_bent(one, lexicon.language) for one in longest)})(?![\w-])"
    session = _SESSIONS[lexicon.language].format(one=f"{word}|{_DIGITS}")
    return regex.compiled(word), regex.compiled(session)


def _bent(word: str, language: str) -> str:
    for ending, pattern in _ENDINGS.get(language, ()):
        if word.endswith(ending):
            return re.escape(word.removesuffix(ending)) + pattern
    return re.escape(word)


@per_lexicon
def _bare(lexicon: Lexicon) -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((regex.compiled(_bent(word, lexicon.language)), value) for word, value in _ordinals(lexicon).items())


def _value(word: str, lexicon: Lexicon) -> int:
    known = _ordinals(lexicon).get(word)
    if known is not None:
        return known
    return next((value for pattern, value in _bare(lexicon) if pattern.fullmatch(word)), 0)

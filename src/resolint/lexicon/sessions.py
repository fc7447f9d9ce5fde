"""How organs count their sessions: by numbers, once or several times a year, or by the year itself.

The General Assembly opens its regular session n in September of 1945 + n; the Commission on Narcotic Drugs meets for session n
in 1957 + n, the Commission on Crime Prevention and Criminal Justice in 1991 + n; the Human Rights Council holds three regular
sessions a year since 2007. The Economic and Social Council calls its sessions by their years. Codes are those of the table
``organs``, which are the same in all languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from resolint import regex
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon
from resolint.lexicon.labels import roman_value
from resolint.lexicon.ordinals import ordinal_figure, ordinal_value, ordinal_word

__all__ = ["Spoken", "a_year", "called_by_years", "latest_at", "spoken", "worded", "years_of"]

FIRST_YEAR = 1900
"""A number so large is a year, and no session but for the organs whose sessions are called by their years."""
_FIRST_CALLED = 1946
_SINCE = {"GA": 1945, "CND": 1957, "CCPCJ": 1991}
_THRICE, _FIRST_THRICE, _BEFORE_THRICE = "HRC", 2006, 3
_CALLED = frozenset(("ECOSOC", "CHR", "CPD"))
_MOST = 300
_WORD = regex.compiled(r"\d{1,3}[a-z]{2}\b|[^\W\d_]+(?:[-\u2011][^\W\d_]+)?")
_YEAR = regex.compiled(r"(?<![\w/.-])(?:19|20)\d\d(?![\w/-])")


class Spoken(NamedTuple):
    """A session as it is spoken of: where the word or figure stands, and its number or year."""

    start: int
    end: int
    value: int


def called_by_years(organ: str) -> bool:
    """Whether the sessions of the organ with this code are called by their years (*the 2026 session*)."""
    return organ == "ECOSOC"


def a_year(organ: str) -> int:
    """How many regular sessions the organ holds in a year."""
    return 3 if organ == _THRICE else 1


def years_of(organ: str, session: str) -> tuple[int, int] | None:
    """The first and last year of a regular session of an organ (``("GA", "70")`` is 2015, 2016), None if unknown.

    The session may be a figure, a roman numeral or a year.
    """
    number = int(session) if session.isdecimal() else roman_value(session)
    if number is None or number < 1:
        return None
    if organ in _CALLED and number >= _FIRST_CALLED:
        return number, number
    if organ == _THRICE and number < _MOST:
        year = _FIRST_THRICE + max(0, -(-(number - _BEFORE_THRICE) // a_year(organ)))
        return year, year
    if organ in _SINCE and number < _MOST:
        year = _SINCE[organ] + number
        return year, year + (organ == "GA")
    return None


def latest_at(date: str) -> int:
    """The session of the General Assembly that is the latest at a date (ISO): it opens in September."""
    return int(date[:4]) - _SINCE["GA"] - (date[5:7] < "09")


def spoken(text: str, start: int, end: int, organ: str, lexicon: Lexicon) -> Iterator[Spoken]:
    """Every session of ``organ`` between two places: its ordinals, or its years where it is called by them."""
    if called_by_years(organ):
        for year in _YEAR.finditer(text, start, end):
            yield Spoken(*year.span(), int(year[0]))
        return
    for word in _WORD.finditer(text, start, end):
        value = ordinal_value(word[0], lexicon)
        if value is not None:
            yield Spoken(*word.span(), value)


def worded(value: int, like: str, lexicon: Lexicon) -> str:
    """A session in the words or figures, and in the letter case, of ``like``."""
    if like.isdecimal():
        return str(value)
    new = ordinal_figure(value, lexicon) if like[0].isdecimal() else ordinal_word(value, lexicon)
    if not like[:1].isupper():
        return new
    return new.upper() if like.isupper() else new[:1].upper() + new[1:]

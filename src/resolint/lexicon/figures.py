"""What a passage counts, dates and refers to, the same in every official language: numbers, months, symbols, references.

Numbers are read as each language writes them: ``1,234.5``, ``1 234,5``, ``1.234,5``; Chinese 万 and 亿 and words such as
*million* multiply; Arabic groups of three digits are stored in reverse (``918 483`` is 483,918). A date is its day, month
and year. By the table ``figures``; forms as counted in aligned texts of the United Nations.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from unicodedata import normalize

from resolint import regex
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.characters import LOOKALIKES
from resolint.lexicon.cited import REFERENCE, bare_reference, lettered
from resolint.lexicon.counted import Counted, counted, han
from resolint.lexicon.labels import roman_value
from resolint.lexicon.ordinals import cardinals, ordinals
from resolint.lexicon.tongues import plain
from resolint.regex import lazy

__all__ = ["Figures", "day_in", "figures"]

_SYMBOL = lazy(
    r"(?<![A-Za-z0-9_/])[A-Z]{1,6}(?:[/-][A-Z0-9]+(?:\.[A-Z0-9]+)*)*/[A-Z0-9.]*[A-Z0-9]+(?:/[A-Z0-9.]*[A-Z0-9])*"
    r"(?: ?\(\d{4}\))?"
)
_YEARS = lazy(r"\b((?:19|20)\d\d)[/–-](\d\d)\b(?![-/])")
_REVERSED = lazy(r"(?<![\d.,/-])(\d{3}(?: \d{3})*) (\d{1,3})(?![\d/-])")
_REVERSED_DECIMAL = lazy(r"(?<![\d.,/-])(\d{3}\.\d{1,2}) (\d{1,3})(?![\d/.-])")
"""*958.6 1* is 1,958.6."""
_REVERSED_FRACTION = lazy(r"(?<![\d.,/-])(?<!\d )(\d{1,2}),? ((?:\d{3} ){1,3})(\d{1,2})(?![\d/.-])(?! \d)")
"""*8 304 2* is 2,304.8: neither its first group nor its last is one of thousands, so that the first are its decimals."""
_NOTE = lazy(r"(?<=[^\W\d_])\d{1,3}(?=[,;.)](?!\d)|\Z)|(?:(?<=[^\W\d_][,;.])|(?<=[”»]))\d{1,3}(?=\s|\Z)")
_LABEL = lazy(
    r"\s*[\[(]?(?:\d{1,3}\.|\d{1,3} ?-|\d{1,2}[A-Z]?[.-]\d{1,3}|\d{1,3}\))\s+(?=[^\sa-zа-я])|\s*\d{1,3}\.\s*(?=[^\W\d])"
)
"""Russian paragraphs begin in small letters behind their number."""
_TIMED = lazy(
    r"\b[ap]\.m\.|\b\d{4} hours\b|\bheures?\b|\bhoras?\b|\bчас\w{0,2}\b|[上下]午|\d时|الساعة|\b\d{1,2} ?h\b"
    r"|\bnoon\b|\bmidi\b|\bmediodía\b",
    re.IGNORECASE,
)
_ROMAN = lazy(r"(?<![\w(])[IVX]{1,6}(?:e|er|-[йяео]\w*)?(?!\w)")
_AMBIGUOUS = ("(?:March)", "(?:May)")
"""Months that are also other words."""
_LEADING = (r"\b[Ii]n", "[Ff]rom", r"\b[Oo]f", r"\b[Bb]y", "[Ss]ince")
"""What stands before a month, and before no other word with a capital that looks like one."""
_WORDS = lazy(r"[a-z]+(?:-[a-z]+)?")
_HAN_NUMBER = lazy("[一二三四五六七八九十百]{1,7}")
_GROUPS = {"en": ",", "fr": " .", "es": " .", "ru": " .", "zh": " ,", "ar": " "}
_NUMBERS = {
    code: lazy(rf"(?<![\d.])(?:\d{{1,3}}(?:[{groups}]\d{{3}})+(?!\d)(?:{mark}\d+)?|\d+(?:{mark}\d+)?)")
    for code, groups in _GROUPS.items()
    for mark in (r"\." if code in ("en", "zh") else r"[.,]",)
}
_GLUED = lazy(r"(?<![\d.,])((?:19|20)\d\d)(?:((?:19|20)\d\d)|\.?\d{1,2})(?!\d)(?![.,]\d)")
"""A year with another year or the mark of a note behind it, whose sign was lost."""
_CALLED = lazy(r"(?<![A-Za-z])[A-Z]{1,4}-?(\d+)(?:\.\d+)*(?!\d|,\d{3})|(?<![\d.,A-Za-z])(\d{2,3})[A-Z](?![A-Za-z])")
"""Digits of a name: *U-235*, *235U*, *UF6*, *IS2.2*."""
_MILLION = 1_000_000
_LOOSE = lazy(r"\d{1,3}[.,]\d{3}")
_BARE = lazy(r"(?<![\d.,])(?<!\d )\d{5,}(?![.,]?\d)(?! \d{3})")
_USUAL = {"en": ",", "es": ".", "zh": ","}
"""The mark that parts thousands and nothing else where the language is written as the United Nations writes it."""
_ARABIC_SIGNS = lazy("[\u064b-\u065f\u0670\u0640]")
_MONTH = " \x01 "
"""What stands for a month that was read."""
_DAYS = lazy(r"(\d{1,2})(?:er|[º°])?(?: de| d')?\s*\x01|\x01\s*(\d{1,2})(?!\d)")
_IN_FIGURES = lazy(r"(?<![\d./,-])(0?[1-9]|[12]\d|3[01])([./])(0?[1-9]|1[0-2])\2((?:19|20)\d\d)(?![\d/])")
"""*25.09.2015*; in English the day or the month may come first."""
_HAN_DATE = lazy("([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日")
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_TO_LATIN = str.maketrans(LOOKALIKES)


class Figures(NamedTuple):
    """The symbols, references, months and numbers of a passage, each as often as it stands there.

    ``worded`` are the numbers that stand in words, as roman numerals or in names, as far as they are known. ``days`` are the
    numbers beside a month. ``loose`` are the numbers whose mark may part thousands or decimals (*26.659*), ``bare`` the long
    ones without such a mark (*No. 27531*). ``counted`` is what is said in words. ``timed`` tells that hours are named, which one
    language counts to twelve and another to twenty-four.
    """

    symbols: Counter[str]
    references: Counter[str]
    months: Counter[str]
    numbers: Counter[float]
    worded: frozenset[int]
    days: frozenset[float]
    timed: bool
    loose: frozenset[float]
    counted: Counted
    bare: frozenset[float] = frozenset()


class _Words(NamedTuple):
    months: tuple[tuple[re.Pattern[str], int], ...]
    scales: tuple[tuple[re.Pattern[str], int], ...]
    words: tuple[tuple[re.Pattern[str], int], ...]
    counts: tuple[tuple[re.Pattern[str], int], ...]
    parts: tuple[tuple[re.Pattern[str], float], ...]


@per_lexicon
def _names(lexicon: Lexicon) -> Mapping[int, str]:
    """The English names of the months by their numbers, by which months are told in every language."""
    return {int(row["number"]): row["month"] for row in lexicon.rows("months")}


@per_lexicon
def _words(lexicon: Lexicon) -> Mapping[str, _Words]:
    found: dict[str, dict[str, list[tuple[re.Pattern[str], int | float]]]] = {}
    for row in lexicon.rows("figures"):
        exact = Fraction(row["value"])
        code, value = row["code"], int(exact) if exact.denominator == 1 else round(float(exact), 6)
        text = rf"(?:{row['words']})"
        if row["use"] == "month":
            led = "".join(rf"|(?<={before} ){text}" for before in _LEADING)
            dated = rf"(?<=\d[ -]){text}(?!\w)|(?<!\w){text}(?= \d){led}"
            pattern = dated if text in _AMBIGUOUS else rf"(?<!\w){'[وبلف]?' if code == 'ar' else ''}{text}(?!\w)"
        elif row["use"] == "scale":
            pattern = rf" ?[多余]?{text}(?![克米瓦兆卡])" if code == "zh" else rf" (?:de )?{text}(?!\w|-\d)"
        else:
            pattern = text if code == "zh" else rf"(?<!\w){text}(?!\w)"
        flags = 0 if row["use"] == "month" and code == "en" else re.IGNORECASE
        found.setdefault(code, {}).setdefault(row["use"], []).append((regex.compiled(pattern, flags), value))
    return {
        code: _Words(*(tuple(uses.get(use, ())) for use in ("month", "scale", "word", "count", "part")))  # type: ignore[arg-type]
        for code, uses in found.items()
    }


_HAN_DAY = lazy(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
_WRITTEN_DAY = lazy(r"(\d{1,2})(?:er|[º°])?\s(?:de )?[^\d\n]{3,40}?\s(?:de )?(\d{4})")


def day_in(text: str | None, language: str, lexicon: Lexicon) -> str | None:
    """The first date that ``text`` in ``language`` (a code) gives with day, month and year, as ``YYYY-MM-DD``, or None."""
    flat = plain(normalize("NFC", text or ""))
    if (han := _HAN_DAY.search(flat)) is not None:
        return f"{han[1]}-{int(han[2]):02}-{int(han[3]):02}"
    words = _words(lexicon).get(language)
    for found in _WRITTEN_DAY.finditer(flat) if words is not None else ():
        for pattern, number in words.months:  # type: ignore[union-attr]
            if pattern.search(found[0]) is not None:
                return f"{found[2]}-{number:02}-{int(found[1]):02}"
    return None


def figures(text: str, language: str, lexicon: Lexicon, own: Lexicon | None = None) -> Figures:
    """The figures of a passage in ``language`` (a code); ``lexicon`` has the table.

    ``own`` is the lexicon of the language, without which ordinals are read in English and Chinese alone.
    """
    known = _words(lexicon).get(language, _Words((), (), (), (), ()))
    text = lettered(normalize("NFC", text), language)
    timed = _TIMED.search(text) is not None
    text = _LABEL.sub("", plain(text), count=1) if _LABEL.match(plain(text)) else plain(text)
    symbols: Counter[str] = Counter()
    references: Counter[str] = Counter()

    def symbol(found: re.Match[str]) -> str:
        symbols[found[0].replace(" ", "").rstrip(".")] += 1
        return " ; "

    def reference(found: re.Match[str]) -> str:
        references[bare_reference(found[0])] += 1
        return " ; "

    latin = text.translate(_TO_LATIN) if language == "ru" else text
    kept = list(text)
    for found in _SYMBOL.finditer(latin):
        if any(char.isdecimal() for char in found[0]):
            symbol(found)
            kept[found.start() : found.end()] = ";" * len(found[0])
    text = "".join(kept)
    called = frozenset(int(found[1] or found[2]) for found in _CALLED.finditer(text))
    if language != "zh":
        text = _NOTE.sub(" ", text)
    if language == "ar":
        text = _ARABIC_SIGNS.sub("", text).replace("/ ", "/")
    text = _GLUED.sub(lambda found: f"{found[1]} ; {found[2] or ''}", text)
    text = _YEARS.sub(_both_years, text)
    text = _CALLED.sub(" ; ", REFERENCE.sub(reference, text))
    months: Counter[str] = Counter()
    names = _names(lexicon)
    if language == "zh":
        text = re.sub(r"(?<!\d)(1[0-2]|0?[1-9])月", lambda found: _count(months, names[int(found[1])]), text)
    if language != "en":
        text = _IN_FIGURES.sub(
            lambda found: f"{found[1]} {_count(months, names[int(found[3])])} {found[4]}", _in_digits(text, language)
        )
    for pattern, value in known.months:
        text, times = pattern.subn(_MONTH, text)
        if times:
            months[names[value]] += times
    days = frozenset(float(day[1] or day[2]) for day in _DAYS.finditer(text))
    (numbers, loose), worded = _numbers(text, language, known), _worded(text, language, known, lexicon)
    said = counted(text, language, known.counts or known.words, lexicon if own is None else own)
    said = said._replace(parts=frozenset(value for pattern, value in known.parts if pattern.search(text)))
    bare = frozenset(map(float, _BARE.findall(text)))
    return Figures(symbols, references, months, numbers, worded | called, days, timed, loose, said, bare)


def _both_years(found: re.Match[str]) -> str:
    """Both years of a span (``2014/15``); what is no span stays."""
    follows = int(found[2]) == (int(found[1][2:]) + 1) % 100
    return f"{found[1]} ; {found[1][:2]}{found[2]}" if follows else found[0]


def _in_digits(text: str, language: str) -> str:
    """Chinese dates that stand in words, in figures: day, month, year."""
    if language != "zh":
        return text
    return _HAN_DATE.sub(lambda found: f"{han(found[3])}.{han(found[2])}.{found[1].translate(_HAN_DIGITS)}", text)


def _count(months: Counter[str], value: str) -> str:
    months[value] += 1
    return _MONTH


def _numbers(text: str, language: str, known: _Words) -> tuple[Counter[float], frozenset[float]]:
    """The numbers of a text, and those of them that read as a thousand times more or less as well."""
    if language == "ar":
        text = _REVERSED_FRACTION.sub(_fraction, text)
        text = _REVERSED_DECIMAL.sub(r"\2\1", text)
        text = _REVERSED.sub(_forward, text)
    found: Counter[float] = Counter()
    loose = set()
    for number in _NUMBERS.get(language, _NUMBERS["fr"]).finditer(text):
        value = _value(number[0], language)
        for pattern, scale in known.scales:
            # The number may stand in brackets: (80) million.
            if pattern.match(text, number.end() + (text[number.end() : number.end() + 1] == ")")):
                value *= scale
                break
        else:
            if _LOOSE.fullmatch(number[0]) and _USUAL.get(language, " ") not in number[0]:
                loose.add(round(value, 6))
        found[round(value, 6)] += 1
    return found, frozenset(loose)


def _forward(found: re.Match[str]) -> str:
    """The groups of an Arabic number in order; no number begins with a group of noughts, so such a one is in order already."""
    groups = f"{found[1]} {found[2]}".split(" ")
    stored = groups if set(groups[-1]) == {"0"} and len(groups[-1]) == 3 and groups[0].strip("0") else groups[::-1]
    return "".join(stored)


def _fraction(found: re.Match[str]) -> str:
    return f"{found[3]}{''.join(reversed(found[2].split()))}.{found[1]}"


def _value(digits: str, language: str) -> float:
    head, mark, tail = digits.replace(",", ".").rpartition(".")
    if mark and len(tail) == 3 and digits[-4] in _GROUPS[language]:
        head, tail = head + tail, ""
    elif not mark:
        head, tail = digits, ""
    return float("".join(filter(str.isdecimal, head)) + (f".{tail}" if tail else ""))


@per_lexicon
def _counted(lexicon: Lexicon) -> Mapping[str, int]:
    return {**ordinals(lexicon), **cardinals(lexicon), "hundredth": 100, "thousand": 1000}


def _worded(text: str, language: str, known: _Words, lexicon: Lexicon) -> frozenset[int]:
    if language == "en":
        counted, words = _counted(lexicon), _WORDS.findall(text.lower())
        millions = {
            counted[word] * _MILLION for word, scale in pairwise(words) if scale == "million" and word in counted
        }
        return frozenset(counted[word] for word in words if word in counted) | millions
    found = {value for pattern, value in known.words if pattern.search(text)}
    if language == "zh":
        found |= {han(number[0]) for number in _HAN_NUMBER.finditer(text)}
    else:
        found |= {value for number in _ROMAN.finditer(text) if (value := roman_value(re.match("[IVX]+", number[0])[0]))}  # type: ignore[index]
    return frozenset(found)

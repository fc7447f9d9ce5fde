"""Faults in references to resolutions and in large figures, as patterns and what is put for what they find."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

__all__ = ["REFERENCES", "THOUSANDS"]

Swap = tuple[str, str | Callable[[re.Match[str]], str]]
_BLANKS = "[ \u00a0]"


def _another_year(found: re.Match[str]) -> str:
    return f"{found[1]}{int(found[2]) - 1}"


def _run(found: re.Match[str]) -> str:
    """A figure without what parts its thousands."""
    return re.sub(r"\D", "", found[0])


def _turned_run(found: re.Match[str]) -> str:
    """A figure as Arabic stores it, its thousands behind one another, as a run of digits."""
    return "".join(reversed(found[0].replace("\u00a0", " ").split()))


def _turned(mark: str) -> Callable[[re.Match[str]], str]:
    return lambda found: mark.join(reversed(found[0].replace("\u00a0", " ").split()))


_SYMBOL: Swap = (r"(?<![\w/])([AES])/(?=(?:20)?\d\d/\d)", r"\1.")
_SYMBOLS: Sequence[Swap] = (
    _SYMBOL,
    (r"(?<![\w/])([AES])/(?:20)?(\d\d)/(?=\d{1,4}(?![\w/]))", lambda found: f"{found[1]}-{found[2]}-"),
    (r"(?<![\w/])([ES])/20(\d\d)/(?=\d{1,4}(?![\w/]))", r"\1/\2/"),
    (r"(?<![\w/])([AES]/(?:\d{2,4}/)?)([CL])\.(?=\d)", r"\1\2"),
)
REFERENCES: Mapping[str, Sequence[Swap]] = {
    "fr": (
        (r"(\d{3,4} \()(\d{4})(?=\) du \d)", _another_year),
        (r"((?:résolution|et) \d{4}) \(\d{4}\)(?= du \d)", r"\1"),
        (r"(résolution \d{2,3})/(?=\d)", r"\1-"),
        (r"ses résolutions(?= [\d/() ]{4,12}(?:du [^,;]{8,20})?,? et \d{2,4}(?:/\d| \())", "sa résolution"),
        (r"(?<=[a-z] )les résolutions(?= [\d/() ]{4,12}(?:du [^,;]{8,20})?,? et \d{2,4}(?:/\d| \())", "la résolution"),
        (r"(?<=résolution )(?=\d)", "numéro "),
        (r"(?<=résolution )(6[2-9]|7\d)/([1-3]?\d)(?!\d)", r"\2/\1"),
        *_SYMBOLS,
    ),
    "es": (
        (r"(\d{3,4} \()(\d{4})(?=\), de \d)", _another_year),
        (r"((?:resolución|y) \d{4}) \(\d{4}\)(?=, de \d)", r"\1"),
        (r"(resolución \d{2,3})/(?=\d)", r"\1-"),
        (r"sus resoluciones(?= [\d/() ]{4,12}(?:, de [^,;]{10,26},)? ?y \d{2,4}(?:/\d| \())", "su resolución"),
        (r"las resoluciones(?= [\d/() ]{4,12}(?:, de [^,;]{10,26},)? ?y \d{2,4}(?:/\d| \())", "la resolución"),
        (r"(?<=resolución )(?=\d)", "n.º "),
        (r"(?<=resolución )(6[2-9]|7\d)/([1-3]?\d)(?!\d)", r"\2/\1"),
        *_SYMBOLS,
    ),
    "ru": (
        (r"(\d{3,4} \()(\d{4})(?=\) от \d)", _another_year),
        (r"(резолюци[яиюей] \d{4}) \(\d{4}\)(?= от \d)", r"\1"),
        (r"(резолюци[яиюей] \d{2,3})/(?=\d)", r"\1-"),
        (r"свои резолюции(?= [\d/() ]{4,12}(?:от [^,;]{8,24})? ?и \d{2,4}(?:/\d| \())", "свою резолюцию"),
        (r"(?<=резолюцию )(?=\d)", "номер "),
        (r"(?<=резолюцию )(6[2-9]|7\d)/([1-3]?\d)(?!\d)", r"\2/\1"),
        *_SYMBOLS,
    ),
    "zh": (
        (r"(日第\d{4}\()(\d{4})(?=\)号)", _another_year),
        (r"(日第\d{4})\(\d{4}\)(?=号)", r"\1"),
        (r"(第\d{2,3})/(?=\d{1,3}号)", r"\1-"),
        (r"第(\d{2}/\d{1,3})号决议", r"决议\1号"),
        (r"第(6[2-9]|7\d)/([1-3]?\d)(?=号)", r"第\2/\1"),
        *_SYMBOLS,
    ),
    "ar": (
        (r"(\d{3,4} \()(\d{4})(?=\) المؤرخ)", _another_year),
        (r"((?:القرار|قرارها|قراره|قراريه|و) \d{4}) \(\d{4}\)(?= المؤرخ)", r"\1"),
        (r"((?:القرار|قرارها|قراره) \d{2,3})/(?=\d)", r"\1-"),
        (r"قراريها(?= \d)", "قرارها"),
        (r"قراريه(?= \d)", "قراره"),
        (r"((?:قرارها|قراره|القرار) [\d/() ]{4,12} ?المؤرخ)(?= \d)", r"\1ة"),
        (r"(?<=قرارها )(6[2-9]|7\d)/([1-3]?\d)(?!\d)", r"\2/\1"),
        *_SYMBOLS,
    ),
}
"""The year of another date, no year, another stroke, one for two, a word for *number*, the number before the session; symbols."""
THOUSANDS: Mapping[str, Sequence[Swap]] = {
    "fr": (
        (rf"(?<![\d,.] )(?<![\d,.])\d{{2,3}}{_BLANKS}\d{{3}}(?= [^\W\d])", _run),
        (rf"(?<![\d,.] )(?<![\d,.])\d{{1,3}}(?:{_BLANKS}\d{{3}}){{2}}(?= [^\W\d])", _run),
    ),
    "es": ((r"(?<![\d,.º])\d{2,3}\.\d{3}(?= [^\W\d])", _run), (r"(?<![\d,.º])\d{1,3}(?:\.\d{3}){2}(?= [^\W\d])", _run)),
    "ru": (
        (rf"(?<![\d,.] )(?<![\d,.])\d{{2,3}}{_BLANKS}\d{{3}}(?= [^\W\d])", _run),
        (rf"(?<![\d,.] )(?<![\d,.])\d{{1,3}}(?:{_BLANKS}\d{{3}}){{2}}(?= [^\W\d])", _run),
        (r"(?<![\d,.–/-])(?<!\d )([1-9])(?=(?!19|20)\d{3} (?!год)[а-я]{4})", r"\1,"),
    ),
    "zh": (
        (rf"(?<![\d,.] )(?<![\d,.])\d{{2,3}}{_BLANKS}\d{{3}}(?=[\u4e00-\u9fff])", _run),
        (rf"(?<![\d,.] )(?<![\d,.])\d{{1,3}}(?:{_BLANKS}\d{{3}}){{2}}(?=[\u4e00-\u9fff])", _run),
    ),
    "ar": (
        (rf"(?<![\d,.] )(?<![\d,.])\d{{3}}{_BLANKS}[1-9]\d{{1,2}}(?= [^\W\d])", _turned_run),
        (rf"(?<![\d,.] )(?<![\d,.])(?:\d{{3}}{_BLANKS}){{2}}[1-9]\d{{0,2}}(?= [^\W\d])", _turned_run),
        (rf"(?<![\d,.] )(?<![\d,.])000{_BLANKS}[1-9]\d{{0,2}}(?= [^\W\d])", _turned(" ")),
        (rf"(?<![\d,.] )(?<![\d,.])\d{{3}}{_BLANKS}[1-9]\d{{0,2}}(?= [^\W\d])", _turned(".")),
    ),
}
"""Runs of digits, and thousands parted as another language parts them."""

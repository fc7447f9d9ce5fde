"""Dates, numbers of resolutions and figures with what they count, in drafts of the other official languages.

They are told by their form alone (a day, a word, a year; a figure and the word behind it), as each language writes them.
"""

from __future__ import annotations

from collections.abc import Iterator

from resolint.frozen import NamedTuple
from resolint.regex import lazy

__all__ = ["Counting", "countings"]

_DATES = {
    "zh": lazy(r"(?:19|20)\d{2}年\d{1,2}月\d{1,2}日"),
    "ar": lazy(r"(?<!\d)\d{1,2} [\u0621-\u064a]+(?: [\u0621-\u064a]+)?/[\u0621-\u064a]+ (?:19|20)\d{2}"),
}
_DATE = lazy(r"(?<![\d/.])\d{1,2}(?:er|º)?(?: de)? [^\W\d_]{3,10}(?: de)? (?:19|20)\d{2}(?!\d)")
_REFERENCE = lazy(
    r"(?<![A-Za-zÀ-ÿ\d/.-])\d{1,3}/\d{1,3}(?: [A-Z](?!\w))?(?![A-Za-z\d/-])|(?<![A-Za-z\d/.-])\d{3,4} ?[(（](?:19|20)\d{2}[)）]"
)
_YEAR = lazy(r"(?:19|20)\d{2}")
_NUMBERS = {
    "zh": lazy(
        r"(?<![\d./,-])(?P<number>\d{1,3}(?: \d{3})+|\d+(?:\.\d+)?)(?P<unit>%|[万亿]?多?(?![年月日号届段条节])[\u4e00-\u9fff]{1,2})"
    ),
    "ar": lazy(r"(?<![\w./,-])(?P<number>\d{1,3}(?: \d{1,3})+|\d+(?:\.\d+)?)(?P<unit>%| [\u0621-\u064a]{2,20})"),
    "es": lazy(r"(?<![\w./,-])(?P<number>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?P<unit>%| [^\W\d_]{3,20})"),
}
_NUMBER = lazy(
    r"(?<![\w./,-])(?<!\d[ \xa0])(?P<number>\d{1,3}(?:[ \xa0]\d{3})+|\d+(?:[.,]\d+)?)(?P<unit>[ \xa0]?%|[ \xa0][^\W\d_]{3,20})"
)


class Counting(NamedTuple):
    """A thing of a kind, what tells it from others, its words, and where they stand in the paragraph."""

    kind: str
    key: str
    text: str
    start: int
    end: int


def countings(text: str, lead: int, language: str) -> Iterator[Counting]:
    """The dates, references and figures of a paragraph behind its number, each place once."""
    taken: list[tuple[int, int]] = []
    for kind, pattern in (
        ("date", _DATES.get(language, _DATE)),
        ("citation", _REFERENCE),
        ("number", _NUMBERS.get(language, _NUMBER)),
    ):
        for found in pattern.finditer(text, lead):
            if any(found.start() < end and start < found.end() for start, end in taken):
                continue
            if kind == "number" and _YEAR.fullmatch(found["number"]):
                continue  # a year counts nothing
            taken.append(found.span())
            words = " ".join(found[0].split())
            key = words.lower().replace(" ", "").replace("（", "(").replace("）", ")")
            yield Counting(kind, key, words, *found.span())

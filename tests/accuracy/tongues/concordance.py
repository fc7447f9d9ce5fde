"""The concordance on sentences that are aligned in six languages: what it says of them as they are, and of planted differences."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from resolint.cards import lexicon
from resolint.concordance.figures import differences
from resolint.lexicon.figures import figures
from resolint.pipeline.concording import concord
from tests.accuracy.tongues.texts import aligned, texts

_PER_KIND = 100
_NUMBERED = 8
_FEWEST, _PER_TEXT = 3, 2


class Alarms(NamedTuple):
    """How many sentences of a language were held against English, and how many had a definite difference."""

    sentences: int
    differing: int


class Found(NamedTuple):
    """How many differences of a kind were planted into a language, how many were found, and how many of those for certain."""

    kind: str
    planted: int
    found: int
    sure: int


def alarms(language: str) -> Alarms:
    """How often the versions of a sentence are said to differ for certain, though they are adopted together."""
    english = lexicon()
    rows = list(aligned())
    differing = sum(
        any(
            found.sure
            for found in differences(figures(row["en"], "en", english), figures(row[language], language, english))
        )
        for row in rows
    )
    return Alarms(len(rows), differing)


def planted(language: str, seed: int = 17) -> Iterator[Found]:
    """What is found of numbers, months, symbols and references that were changed in one version."""
    dice = random.Random(seed)
    english = lexicon()
    rows = list(aligned())
    for kind, change in _CHANGES.items():
        made = found = sure = 0
        for row in dice.sample(rows, len(rows)):
            changed = change(row[language], language, dice)
            if changed is None or changed == row[language] or made == _PER_KIND:
                continue
            here = figures(row["en"], "en", english)
            before = differences(here, figures(row[language], language, english))
            if any(one.sure for one in before):
                continue
            made += 1
            new = set(differences(here, figures(changed, language, english))) - set(before)
            found += bool(new)
            sure += any(one.sure for one in new)
        yield Found(kind, made, found, sure)
    yield _dropped(language, dice)


def _dropped(language: str, dice: random.Random) -> Found:
    """One clause is left out of the other version of a text, and has to be the one that is said to be missing."""
    english = {text.name: text for text in texts("en_UNv10")}
    made = found = 0
    for text in texts(f"{language}_UNv10"):
        clauses = [
            place for place, (label, row) in enumerate(text.rows) if label in ("preambular", "operative") and row
        ]
        if len(clauses) < _FEWEST or text.name not in english or len(english[text.name].rows) != len(text.rows):
            continue
        for lost in dice.sample(clauses, _PER_TEXT):
            there = "\n\n".join(line for place, line in enumerate(text.lines) if place != lost)
            (said,) = concord(english[text.name].data.encode(), [there.encode()], names=("en.md", f"{language}.md"))
            gone = english[text.name].rows[lost][1]
            made += 1
            found += any(row.there is None and row.here is not None and _same(row.here.text, gone) for row in said.rows)
    return Found("a paragraph left out", made, found, found)


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W", "", one)[-30:] == re.sub(r"\W", "", other)[-30:]


def _number(text: str, _language: str, dice: random.Random) -> str | None:
    # The number of the paragraph, hours and the numbers of notes are no numbers of the text.
    found = re.finditer(r"(?<![\w./,:(-])(?<!\d )(?!19|20)\d{2,4}(?![\w./,:)-])(?! \d)", text)
    places = [place for place in found if place.start() > _NUMBERED]
    if not places or re.search(r"heure|hora|час|\bч\.|الساعة|[上下]午|\d h\b", text):
        return None
    place = dice.choice(places)
    return f"{text[: place.start()]}{int(place[0]) + dice.choice((13, 24, 41))}{text[place.end() :]}"


def _symbol(text: str, _language: str, dice: random.Random) -> str | None:
    place = re.search(r"(?<=[A-Z]/)\d{2,3}(?=/\d)", text)
    return (
        None if place is None else f"{text[: place.start()]}{int(place[0]) + dice.choice((1, 2))}{text[place.end() :]}"
    )


def _reference(text: str, _language: str, dice: random.Random) -> str | None:
    place = re.search(r"\d{4}(?= ?\((?:19|20)\d\d\))", text)
    return (
        None if place is None else f"{text[: place.start()]}{int(place[0]) + dice.choice((1, 3))}{text[place.end() :]}"
    )


_MONTHS = {
    "fr": ("janvier", "mars", "juin", "septembre"),
    "es": ("enero", "marzo", "junio", "septiembre"),
    "ru": ("января", "марта", "июня", "сентября"),
    "ar": ("كانون الثاني/يناير", "آذار/مارس", "حزيران/يونيه", "أيلول/سبتمبر"),
}


def _date(text: str, language: str, dice: random.Random) -> str | None:
    if language == "zh":
        place = re.search(r"(?<=年)\d{1,2}(?=月)", text)
        return None if place is None else f"{text[: place.start()]}{int(place[0]) % 12 + 1}{text[place.end() :]}"
    for month in _MONTHS[language]:
        if f" {month} " in text:
            return text.replace(month, dice.choice([other for other in _MONTHS[language] if other != month]), 1)
    return None


_CHANGES: Mapping[str, Callable[[str, str, random.Random], str | None]] = {
    "number": _number,
    "month": _date,
    "symbol": _symbol,
    "number of a resolution": _reference,
}

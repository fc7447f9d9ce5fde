"""The concordance on sentences that are aligned in six languages: what it says of them as they are, and of planted differences."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from resolint.cards import lexicon, lexicon_of
from resolint.concordance import Paragraph, paragraphs
from resolint.concordance.align import align
from resolint.concordance.chapters import chapters
from resolint.concordance.dated import dated, exchanged
from resolint.concordance.figures import differences
from resolint.concordance.kinship import related
from resolint.concordance.letters import letters_apart
from resolint.concordance.negations import denied
from resolint.concordance.openings import Opened, english_opening, opened, opening_in
from resolint.concordance.shares import shares
from resolint.lexicon.figures import figures
from resolint.lexicon.tongues import Tongue
from resolint.pipeline.concording import concord
from resolint.pipeline.drafts import load
from tests.accuracy.tongues import matters
from tests.accuracy.tongues.alarms import session
from tests.accuracy.tongues.texts import Text, aligned, texts

_PER_KIND = 100
_NUMBERED = 8
_FEWEST, _PER_TEXT = 3, 2
_RANKS = 2
_STRANGERS = 5
_NUMBER = re.compile(r"^[\d٠-٩]{1,3} ?[-.–] ?")


class Alarms(NamedTuple):
    """How many sentences of a language were held against English, and how many had a definite difference."""

    sentences: int
    differing: int


class Kin(NamedTuple):
    """How many pairs of excerpts were versions of one text and how many were refused, and the same of pairs of two texts."""

    versions: int
    refused: int
    strangers: int
    told: int


class Found(NamedTuple):
    """How many differences of a kind were planted into a language, how many were found, and how many of those for certain."""

    kind: str
    planted: int
    found: int
    sure: int


def alarms(language: str) -> Alarms:
    """How often the versions of a sentence are said to differ for certain, though they are adopted together."""
    lexicon()
    rows = list(aligned())
    differing = sum(_differ(row["en"], row[language], language) for row in rows)
    return Alarms(len(rows), differing)


def _differ(one: str, other: str, language: str) -> bool:
    english = lexicon()
    if any(
        found.sure
        for found in differences(figures(one, "en", english), figures(other, language, english, lexicon_of(language)))
    ):
        return True
    if any(letters_apart(one, other)):
        return True
    if exchanged(dated(one, "en", english), dated(other, language, english)):
        return True
    parts = shares(one, "en"), shares(other, language)
    if parts[0].exceeds(parts[1]) or parts[1].exceeds(parts[0]):
        return True
    if matters.differ_in_states(one, other, language):
        return True
    here, there = _openings(one, other, language)
    if here.known and denied(one, "en").contradicts(denied(other, language)):
        return True
    left, right = chapters(one, "en"), chapters(other, language)
    if left - right and right - left:
        return True
    if here.negated.contradicts(there.negated) or there.negated.contradicts(here.negated):
        return True
    return _strength_differs(here, there) or here.foreign_to(there)


def _openings(one: str, other: str, language: str) -> tuple[Opened, Opened]:
    """How a sentence opens in English and in another language, behind the number of its paragraph."""
    here, there = (_NUMBER.sub("", text) for text in (one, other))
    return english_opening(here, lexicon()), opening_in(there, _tongue(language), lexicon())


def _strength_differs(here: Opened, there: Opened) -> bool:
    translated = here.shares(there) or here.akin_to(there)
    return not translated and (here.stronger(there) or there.stronger(here))


def _tongue(language: str) -> Tongue:
    return lexicon_of(language).kept(Tongue)


def kin(language: str, seed: int = 3) -> Kin:
    """Excerpts of three paragraphs or more held against the English ones of the same text and of another text."""
    dice = random.Random(seed)
    sides = {code: _sides(code) for code in ("en", language)}
    names = sorted(sides["en"].keys() & sides[language].keys())
    refused = [not _related(sides["en"][name], sides[language][name], language) for name in names]
    others = [
        (name, dice.choice([other for other in names if other != name])) for name in names for _ in range(_STRANGERS)
    ]
    told = [not _related(sides["en"][name], sides[language][other], language) for name, other in others]
    return Kin(len(refused), sum(refused), len(told), sum(told))


def _related(here: Sequence[Paragraph], there: Sequence[Paragraph], language: str) -> bool:
    return related(align(here, there, ("en", language)), ("en", language))


@cache
def _sides(language: str) -> dict[str, tuple[Paragraph, ...]]:
    tongue = None if language == "en" else _tongue(language)
    found = {}
    for text in texts(f"{language}_UNv10"):
        read = paragraphs(load(text.data.encode(), session(), name="draft.md"), lexicon(), tongue)
        if len(read) >= _FEWEST:
            found[text.name] = read
    return found


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
            before = differences(here, figures(row[language], language, english, lexicon_of(language)))
            if any(one.sure for one in before):
                continue
            made += 1
            new = set(differences(here, figures(changed, language, english, lexicon_of(language)))) - set(before)
            found += bool(new)
            sure += any(one.sure for one in new)
        yield Found(kind, made, found, sure)
    yield _swapped(language, dice)
    yield _dropped(language, dice)
    yield _moved(language, dice)
    for told in (matters.exchanged(language), *matters.misnamed(language, dice)):
        yield Found(*told)


def _swapped(language: str, dice: random.Random) -> Found:
    """Another opening, two ranks or more stronger or weaker, stands in the place of the one that was."""
    tongue, english = _tongue(language), lexicon()
    known = [
        (phrase, opened(sorted(meanings), english))
        for part in ("preambular", "operative", "both")
        for phrase, meanings in tongue.phrases(part)
    ]
    made = found = sure = 0
    rows = list(aligned())
    for row in dice.sample(rows, len(rows)):
        number = _NUMBER.match(row[language])
        start = number.end() if number is not None else 0
        opening, part = tongue.opening(row[language][start:])
        here, there = _openings(row["en"], row[language], language)
        if opening is None or not here.ranks or not here.agrees(there) or made == _PER_KIND:
            continue
        others = [
            phrase for phrase, other in known if _far(here, other) and tongue.opening(phrase)[1] in (part, "both")
        ]
        if not others:
            continue
        made += 1
        changed = f"{dice.choice(others)}{row[language][start + opening.end :]}"
        ours, theirs = _openings(row["en"], changed, language)
        found += not ours.agrees(theirs)
        sure += _strength_differs(ours, theirs) or ours.foreign_to(theirs)
    return Found("strength of the verb", made, found, sure)


def _far(here: Opened, other: Opened) -> bool:
    """Whether an opening has one reading alone on a scale of the other, and lies two ranks or more from it."""
    return len(other.verbs) == 1 and any(
        scale in other.ranks
        and (other.ranks[scale][0] - ranks[-1] >= _RANKS or ranks[0] - other.ranks[scale][-1] >= _RANKS)
        for scale, ranks in here.ranks.items()
    )


def _moved(language: str, dice: random.Random) -> Found:
    """One clause of the other version stands at the end of its part, and has to be the one that is said to stand elsewhere."""
    english = {text.name: text for text in texts("en_UNv10")}
    made = found = 0
    for text in texts(f"{language}_UNv10"):
        if text.name not in english or len(english[text.name].rows) != len(text.rows):
            continue
        for part in ("preambular", "operative"):
            places = [place for place, (label, _) in enumerate(text.rows) if label == part]
            if len(places) < _FEWEST:
                continue
            lines = list(text.lines)
            lines.insert(places[-1], lines.pop(places[0]))
            (said,) = concord(
                english[text.name].data.encode(),
                ["\n\n".join(lines).encode()],
                names=("en.md", f"{language}.md"),
                any_text=True,
            )
            gone = english[text.name].rows[places[0]][1]
            if gone not in _paired(english[text.name], text):
                continue
            made += 1
            found += any(
                remark.kind in ("order", "missing", "numbering") and row.here is not None and _same(row.here.text, gone)
                for row in said.rows
                for remark in row.remarks
            )
    return Found("a paragraph elsewhere", made, found, found)


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
        paired = _paired(english[text.name], text)
        for lost in dice.sample(clauses, _PER_TEXT):
            there = "\n\n".join(line for place, line in enumerate(text.lines) if place != lost)
            (said,) = concord(
                english[text.name].data.encode(), [there.encode()], names=("en.md", f"{language}.md"), any_text=True
            )
            gone = english[text.name].rows[lost][1]
            if gone not in paired:
                continue
            made += 1
            found += any(row.there is None and row.here is not None and _same(row.here.text, gone) for row in said.rows)
    return Found("a paragraph left out", made, found, found)


def _paired(one: Text, other: Text) -> frozenset[str]:
    """The rows of the English text that have their partner before anything is changed; of others nothing can be lost."""
    (said,) = concord(one.data.encode(), [other.data.encode()], names=("en.md", f"{other.language}.md"))
    here = [row.here.text for row in said.rows if row.here is not None and row.there is not None]
    return frozenset(text for _, text in one.rows if any(_same(found, text) for found in here))


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

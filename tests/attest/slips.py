"""Random slips in sentences: what people do to a wording, one at a time, at a random place."""

import csv
import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).resolve().parents[2] / "rules" / "data" / "en"
WORD = re.compile(r"[^\W\d_]+(?:[-‑’'][^\W\d_]+)*")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
COMMON = ("of", "in", "on", "for", "with", "by", "to", "at", "from")


class Slip(NamedTuple):
    """A spoilt paragraph and where in it the slip stands."""

    text: str
    start: int
    end: int


@cache
def small() -> dict[str, tuple[str, ...]]:
    """Small words, and those of the same group."""
    groups: dict[str, list[str]] = {}
    with (DATA / "small-words.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            for group in row["groups"].split("|"):
                groups.setdefault(group, []).append(row["word"])
    found: dict[str, tuple[str, ...]] = {}
    for name, group in groups.items():
        if name not in ("preposition", "article", ""):
            for word in group:
                found[word] = (*found.get(word, ()), *(other for other in group if other != word))
    return found


@cache
def vocabulary() -> frozenset[str]:
    """Words of adopted texts."""
    with (DATA / "word-counts.csv").open(encoding="utf-8") as lines:
        return frozenset(row["word"] for row in csv.DictReader(lines))


def _words(text: str, fits: Callable[[str], bool]) -> list[re.Match[str]]:
    return [match for match in WORD.finditer(text) if fits(match[0])]


def _replaced(text: str, start: int, end: int, new: str) -> Slip:
    return Slip(text[:start] + new + text[end:], start, start + len(new))


def _edit(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word))
    kind = dice.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + dice.choice(LETTERS) + word[at:]
    if kind == 2:
        return word[:at] + dice.choice(LETTERS) + word[at + 1 :]
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def _pick(found: list[re.Match[str]], dice: random.Random) -> re.Match[str] | None:
    return dice.choice(found) if found else None


def _swap(text: str, dice: random.Random, fits: Callable[[str], bool], new: Callable[[str], str | None]) -> Slip | None:
    match = _pick(_words(text, fits), dice)
    if match is None:
        return None
    word = new(match[0])
    return _replaced(text, *match.span(), word) if word is not None and word != match[0] else None


def doubled(text: str, dice: random.Random) -> Slip | None:
    match = _pick(_words(text, lambda word: word.islower()), dice)
    return match and _replaced(text, *match.span(), f"{match[0]} {match[0]}")


def split(text: str, dice: random.Random) -> Slip | None:
    def new(word: str) -> str:
        at = dice.randrange(2, len(word) - 1)
        return f"{word[:at]} {word[at:]}"

    return _swap(text, dice, lambda word: len(word) >= 6 and word.islower() and word.isalpha(), new)


def typo(text: str, dice: random.Random) -> Slip | None:
    def new(word: str) -> str | None:
        found = _edit(word, dice)
        return None if found in vocabulary() else found

    return _swap(text, dice, lambda word: len(word) >= 4 and word.islower() and word.isalpha(), new)


def real_word(text: str, dice: random.Random) -> Slip | None:
    def new(word: str) -> str | None:
        for _ in range(60):
            found = _edit(word, dice)
            if found in vocabulary() and found != word and not _related(found, word):
                return found
        return None

    return _swap(text, dice, lambda word: len(word) >= 3 and word.islower() and word.isalpha(), new)


def _related(one: str, two: str) -> bool:
    return one.rstrip("sd") == two.rstrip("sd")


def needless_hyphen(text: str, dice: random.Random) -> Slip | None:
    found = list(re.finditer(r"\b([a-z]{4,}) ([a-z]{4,})\b", text))
    match = dice.choice(found) if found else None
    return match and _replaced(text, *match.span(), f"{match[1]}-{match[2]}")


def missing_hyphen(text: str, dice: random.Random) -> Slip | None:
    return _swap(
        text, dice, lambda word: "-" in word and word.replace("-", "").islower(), lambda word: word.replace("-", " ", 1)
    )


def joined(text: str, dice: random.Random) -> Slip | None:
    found = list(re.finditer(r"\b([a-z]{2,}) ([a-z]{2,})\b", text))
    match = dice.choice(found) if found else None
    return match and _replaced(text, *match.span(), match[1] + match[2])


def _inserted(text: str, dice: random.Random, new: str) -> Slip | None:
    found = list(re.finditer(r"(?<=[a-z]) (?=[A-Za-z])", text))
    match = dice.choice(found) if found else None
    return match and Slip(f"{text[: match.end()]}{new} {text[match.end() :]}", match.end(), match.end() + len(new))


def needless_the(text: str, dice: random.Random) -> Slip | None:
    return _inserted(text, dice, "the")


def needless_preposition(text: str, dice: random.Random) -> Slip | None:
    return _inserted(text, dice, dice.choice(COMMON))


def small_letters(text: str, dice: random.Random) -> Slip | None:
    found = list(re.finditer(r"(?<=[a-z] )[A-Z][a-z]+(?: [A-Z][a-z]+)+", text))
    match = dice.choice(found) if found else None
    return match and _replaced(text, *match.span(), match[0].lower())


def capitals(text: str, dice: random.Random) -> Slip | None:
    found = list(re.finditer(r"(?<=[a-z] )[a-z]{4,}(?: [a-z]{4,})?\b", text))
    match = dice.choice(found) if found else None
    return match and _replaced(text, *match.span(), match[0].title())


def small_letter(text: str, dice: random.Random) -> Slip | None:
    found = list(re.finditer(r"(?<=[a-z] )[A-Z][a-z]{3,}(?! [A-Z])", text))
    match = dice.choice(found) if found else None
    return match and _replaced(text, *match.span(), match[0].lower())


def wrong_article(text: str, dice: random.Random) -> Slip | None:
    return _swap(text, dice, lambda word: word in ("a", "an", "the"), lambda word: "a" if word == "the" else "the")


def wrong_small_word(text: str, dice: random.Random) -> Slip | None:
    return _swap(text, dice, lambda word: word in small() and word != "the", lambda word: dice.choice(small()[word]))


def wrong_preposition(text: str, dice: random.Random) -> Slip | None:
    return _swap(
        text, dice, lambda word: word in COMMON, lambda word: dice.choice([one for one in COMMON if one != word])
    )


def _dropped(text: str, dice: random.Random, words: tuple[str, ...]) -> Slip | None:
    found = [m for m in re.finditer(r"\b[a-z]+\b (?=\w)", text) if m.start() and m[0].strip() in words]
    match = dice.choice(found) if found else None
    return match and Slip(text[: match.start()] + text[match.end() :], max(0, match.start() - 1), match.start() + 1)


def missing_preposition(text: str, dice: random.Random) -> Slip | None:
    return _dropped(text, dice, COMMON)


def missing_article(text: str, dice: random.Random) -> Slip | None:
    return _dropped(text, dice, ("the", "a", "an"))


def missing_small_word(text: str, dice: random.Random) -> Slip | None:
    return _dropped(text, dice, ("and", "that", "as", "be", "is", "are", "has", "been", "or"))


def inflection(text: str, dice: random.Random) -> Slip | None:
    def new(word: str) -> str | None:
        stem = word[:-1] if word.endswith("s") else word[:-2] if word.endswith("ed") else word
        forms = [one for one in (stem, stem + "s", stem + "ed", stem + "ing", stem + "d") if one in vocabulary()]
        return dice.choice([one for one in forms if one != word] or [word])

    return _swap(text, dice, lambda word: len(word) >= 4 and word.islower() and word not in small(), new)


def wrong_mark(text: str, dice: random.Random) -> Slip | None:
    found = list(re.finditer(r"(?<=[a-z])[,;](?= [a-z])", text))
    match = dice.choice(found) if found else None
    return match and _replaced(text, *match.span(), dice.choice([one for one in ",;.:" if one != match[0]]))


def needless_comma(text: str, dice: random.Random) -> Slip | None:
    found = list(re.finditer(r"(?<=[a-z]) (?=[a-z])", text))
    match = dice.choice(found) if found else None
    return match and Slip(text[: match.start()] + "," + text[match.start() :], match.start(), match.start() + 1)


KINDS: dict[str, Callable[[str, random.Random], Slip | None]] = {
    "doubled word": doubled,
    "split word": split,
    "typo": typo,
    "real word": real_word,
    "needless hyphen": needless_hyphen,
    "needless article": needless_the,
    "joined words": joined,
    "small letters": small_letters,
    "wrong article": wrong_article,
    "wrong small word": wrong_small_word,
    "needless preposition": needless_preposition,
    "capitals": capitals,
    "wrong preposition": wrong_preposition,
    "missing preposition": missing_preposition,
    "missing article": missing_article,
    "missing small word": missing_small_word,
    "missing hyphen": missing_hyphen,
    "small letter": small_letter,
    "inflection": inflection,
    "wrong mark": wrong_mark,
    "needless comma": needless_comma,
}
"""Kinds of slips by name."""

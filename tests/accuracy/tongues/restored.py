"""What the texts at hand have lost, put in again so that it can be wrong: notes, italics, adjectives of the organ, sequences of openings.

Every change makes a right draft first, which has to be let pass, and then spoils it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from zlib import crc32

from resolint.cards import lexicon_of
from resolint.lexicon.tongues import Tongue

if TYPE_CHECKING:
    from tests.accuracy.tongues.faults import Draft

Change = Callable[["Draft"], "Draft | None"]
Passes = Callable[["Draft", "Draft"], bool]
"""Whether a right draft, made of another, gives no findings that the other had not."""

_NOTES: Mapping[str, Sequence[str]] = {
    "fr": ("Résolution 217 A (III).", "Voir A/69/700.", "A/CONF.216/5, annexe."),
    "es": ("Resolución 217 A (III).", "Véase A/69/700.", "A/CONF.216/5, anexo."),
    "ru": ("Резолюция 217 A (III).", "См. A/69/700.", "A/CONF.216/5, приложение."),
    "zh": ("第217 A(III)号决议。", "见A/69/700。", "A/CONF.216/5，附件。"),
    "ar": ("القرار 217 ألف (د-3).", "انظر A/69/700.", "A/CONF.216/5، المرفق."),
}
_MARK = re.compile(r"[ \u00a0]?[,;.，；。،؛]$")


def dice_of(*parts: str) -> random.Random:
    """Dice that fall alike for the same words, whatever was planted before."""
    return random.Random(crc32("\n".join(parts).encode()))


def marked(line: str, mark: str, language: str) -> str:
    """A paragraph with a note mark on the side of its last sign where the language sets it."""
    if language == "zh":
        return f"{line}{mark}"
    end = _MARK.search(line)
    at = end.start() if end is not None else len(line)
    return f"{line[:at]}{mark}{line[at:]}"


def notes(marks: Sequence[str], numbers: Sequence[int], passes: Passes) -> Change:
    """Three notes to three paragraphs, with these marks in the text and these numbers of the notes, in the place of 1, 2, 3."""

    def put(draft: Draft, marks: Sequence[str], numbers: Sequence[int]) -> Draft | None:
        lines = [*draft.preamble, *draft.operative]
        if len(lines) < len(marks):
            return None
        dice = dice_of(draft.name, *draft.preamble)
        for mark, at in zip(marks, sorted(dice.sample(range(len(lines)), len(marks))), strict=True):
            lines[at] = marked(lines[at], mark, draft.language) if mark else lines[at]
        given = _NOTES[draft.language]
        rows = "\n\n".join(f"[^{number}]: {given[at]}" for at, number in enumerate(numbers))
        split = len(draft.preamble)
        return replace(draft, preamble=tuple(lines[:split]), operative=tuple(lines[split:]), note=rows)

    def change(draft: Draft) -> Draft | None:
        clean = put(draft, ("[^1]", "[^2]", "[^3]"), (1, 2, 3))
        return put(draft, marks, numbers) if clean is not None and passes(clean, draft) else None

    return change


ORDERS: Sequence[tuple[Sequence[str], Sequence[int]]] = (
    (("[^2]", "[^1]", "[^3]"), (1, 2, 3)),
    (("[^1]", "[^3]", "[^2]"), (1, 2, 3)),
    (("[^1]", "[^1]", "[^3]"), (1, 2, 3)),
    (("[^1]", "[^2]", "[^2]"), (1, 2, 3)),
    (("[^1]", "", "[^3]"), (1, 2, 3)),
    (("[^1]", "[^3]", "[^4]"), (1, 3, 4)),
)
"""Neighbours exchanged, a mark repeated in the place of the next one, one left out, a number left out."""


_KEYS = {
    "fr": "azertyuiop qsdfghjklm wxcvbn éèêàçùû",
    "es": "qwertyuiop asdfghjklñ zxcvbnm áéíóúü",
    "ru": "йцукенгшщзхъ фывапролджэ ячсмитьбю",
    "ar": "ضصثقفغعهخحجد شسيبلاتنمكط ئءؤرلاىةوزظ أإآا",
}


def damaged(word: str, kind: str, language: str, dice: random.Random, first: int = 1) -> str:
    """A word with one letter, any from the place ``first`` on, left out, doubled, exchanged with the next one or for the key beside it."""
    places = [at for at in range(first, len(word)) if word[at].isalpha()]
    if kind == "swap":
        places = [at for at in places if at + 1 < len(word) and word[at + 1].isalpha() and word[at] != word[at + 1]]
    if not places:
        return word
    at = dice.choice(places)
    if kind == "out":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    if kind == "swap":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + _beside(word[at], language, dice) + word[at + 1 :]


def _beside(letter: str, language: str, dice: random.Random) -> str:
    rows = _KEYS.get(language, "").split()
    row = next((row for row in rows if letter.lower() in row), "")
    at = row.find(letter.lower())
    near = [one for one in (row[at - 1 : at] + row[at + 1 : at + 2]) if at >= 0]
    return dice.choice(near) if near else letter


_SMALL = 4
"""A word of fewer letters behind a verb is a preposition."""
DAMAGES = ("out", "double", "swap", "other")


def misspelt(kind: str) -> Callable[[str, Draft], str | None]:
    """One slip in a word of the opening, or in the first word where no table knows the opening; what opens paragraphs too is none."""

    def way(line: str, draft: Draft) -> str | None:
        language = draft.language
        tongue = lexicon_of(language).kept(Tongue)
        start = 1 if line.startswith("*") else 0
        opening, _ = tongue.opening(line[start:].replace("*", " "))
        end = start + opening.end if opening is not None else 0
        dice = dice_of(kind, line)
        if language == "zh":
            changed = _han_slip(line, end or 2, kind, dice)
        else:
            words = list(re.finditer(r"[^\W\d_]{4,}", line[: end or None]))
            if not words:
                return None
            word = dice.choice(words) if end else words[0]
            changed = line[: word.start()] + damaged(word[0], kind, language, dice) + line[word.end() :]
        again, _ = tongue.opening(changed[start:].replace("*", " "))
        right = again is not None and (opening is None or again.end >= opening.end - 1) and language == "zh"
        exact = again is not None and tongue.fold(changed[start : start + again.end])[0] in _phrases(tongue)
        same = opening is not None and again is not None and again.key == opening.key
        return None if changed == line or right or (exact and not same and language != "zh") else changed

    return way


def _phrases(tongue: Tongue) -> frozenset[str]:
    return frozenset(phrase for part in ("preambular", "operative", "both") for phrase, _ in tongue.phrases(part))


def _han_slip(line: str, end: int, kind: str, dice: random.Random) -> str:
    """A slip in the signs of a Chinese opening: one left out, doubled, exchanged with the next or for another of the paragraph."""
    at = dice.randrange(end)
    if kind == "out":
        return line[:at] + line[at + 1 :]
    if kind == "double":
        return line[:at] + line[at] + line[at:]
    if kind == "swap":
        at = min(at, end - 2) if end > 1 else 0
        return line[:at] + line[at + 1] + line[at] + line[at + 2 :]
    others = [sign for sign in line[end:] if "\u4e00" <= sign <= "\u9fff" and sign not in line[:end]]
    return line[:at] + dice.choice(others) + line[at + 1 :] if others else line


_FEELINGS: Mapping[str, Sequence[tuple[str, str]]] = {
    "fr": (("Convaincu de", "Convaincue de"), ("Alarmé par", "Alarmée par")),
    "es": (
        ("Convencido de", "Convencida de"),
        ("Alarmado por", "Alarmada por"),
        ("Profundamente preocupado por", "Profundamente preocupada por"),
        ("Guiado por", "Guiada por"),
    ),
    "ru": (
        ("будучи убежден в", "будучи убеждена в"),
        ("будучи встревожен", "будучи встревожена"),
        ("будучи также озабочен", "будучи также озабочена"),
        ("будучи преисполнен решимости", "будучи преисполнена решимости"),
    ),
}
"""What organs say of themselves, of Councils and of Assemblies, as adopted texts have it."""
_FEMININE = {"fr": "Assemblée", "es": "Asamblea", "ru": "Ассамблея"}


def feeling(pair: tuple[str, str], passes: Passes) -> Change:
    """A paragraph of the preamble that opens with an adjective of the organ, which then has the other gender."""

    def change(draft: Draft) -> Draft | None:
        tongue = lexicon_of(draft.language).kept(Tongue)
        dice = dice_of(draft.name, *pair)
        at = dice.randrange(len(draft.preamble))
        line = draft.preamble[at].lstrip("*")
        opening, _ = tongue.opening(line)
        if opening is None or draft.italics:
            return None
        # Behind a verb that takes a sentence (*que*, *что*) the adjective would open no sentence.
        rest = line[opening.end :].lstrip(" *")
        right, wrong = pair[::-1] if _FEMININE[draft.language] in draft.organ else pair
        clean, faulty = (
            replace(draft, preamble=(*draft.preamble[:at], f"{words} {rest}", *draft.preamble[at + 1 :]))
            for words in (right, wrong)
        )
        return faulty if passes(clean, draft) else None

    return change


def feelings(language: str, passes: Passes) -> tuple[Change, ...]:
    """The ways to make an adjective of the organ disagree with it."""
    return tuple(feeling(pair, passes) for pair in _FEELINGS[language])


def italicised(draft: Draft) -> Draft | None:
    """A draft with the organ line and the openings in italics: verb and adverb, none of the small words behind them."""
    tongue = lexicon_of(draft.language).kept(Tongue)

    def italic(line: str) -> str:
        opening, _ = tongue.opening(line)
        words = line[: opening.end].strip() if opening is not None else re.match(r"\w+", line)[0]  # type: ignore[index]
        return f"*{words}*{line[len(words) :]}"

    if draft.italics or not all(re.match(r"\w", line) for line in (*draft.preamble, *draft.operative)):
        return None
    organ = f"*{draft.organ[:-1]}*{draft.organ[-1]}"
    preamble, operative = (tuple(map(italic, lines)) for lines in (draft.preamble, draft.operative))
    return replace(draft, organ=organ, preamble=preamble, operative=operative, italics=True)


def upright(find: str, put: str, passes: Passes) -> Change:
    """A draft with its italics, in which those of one opening are wrong."""
    pattern = re.compile(find)

    def change(draft: Draft) -> Draft | None:
        clean = italicised(draft)
        if clean is None:
            return None
        lines = [*clean.preamble, *clean.operative]
        places = [at for at, line in enumerate(lines) if pattern.sub(put, line, count=1) != line]
        if not places or not passes(clean, draft):
            return None
        at = dice_of(draft.name, find, *draft.preamble).choice(places)
        lines[at] = pattern.sub(put, lines[at], count=1)
        split = len(clean.preamble)
        return replace(clean, preamble=tuple(lines[:split]), operative=tuple(lines[split:]))

    return change


def sequences(given: Sequence[Draft], adverbs: str) -> Iterator[Draft]:
    """Drafts in which two clauses of several texts open with one verb, the second of them with the adverb of the language put in."""
    first = adverbs.partition("|")[0]
    verbs: dict[tuple[str, str], list[str]] = {}
    for draft in given:
        for line in draft.operative[:-1]:
            verb = _verb(line, draft.language)
            if verb and not re.match(rf"{adverbs}", line[line.index(verb) + len(verb) :].lstrip("* ")):
                verbs.setdefault((draft.organ, verb), []).append(line)
    for number, ((organ, verb), own) in enumerate(sorted(verbs.items())):
        draft = next(one for one in given if one.organ == organ)
        for one, other in zip(own, own[1:] + own[:1], strict=True):
            if one != other:
                rows = (one, _with_adverb(other, verb, first, draft.language), draft.operative[-1])
                yield replace(draft, name=f"sequence/{number}/{crc32(other.encode())}", operative=rows)


def _verb(line: str, language: str) -> str:
    """The verb that opens an operative paragraph, where the adverb has its place right behind it; else nothing."""
    words = line.lstrip("*")
    opening, part = lexicon_of(language).kept(Tongue).opening(words)
    if opening is None or part == "preambular":
        return ""
    found = words[: opening.end].rstrip("* ")
    if language == "zh":
        return found if found[0] not in "又还" else ""
    verb, *small = found.replace("*", "").split(" ")
    return verb if len(small) < 2 and all(len(word) < _SMALL for word in small) else ""


def _with_adverb(line: str, verb: str, adverb: str, language: str) -> str:
    start = 1 if line.startswith("*") else 0
    if language == "zh":
        return f"{line[:start]}{adverb}{line[start:]}"
    end = start + len(verb)
    return f"{line[:end]} {adverb}{line[end:]}"


def states(language: str, kind: str) -> Callable[[str, Draft], str | None]:
    """A slip in the name of a State; what is the name of another is none."""
    names = [name for name in lexicon_of(language).column("states", "name") if "(" not in name and len(name) >= 4]
    pattern = re.compile(
        ("(?:" if language == "zh" else r"(?<![\w-])(?:" + ("[ولبف]?" if language == "ar" else ""))
        + "(?P<name>" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + "))"
        + ("" if language == "zh" else r"(?![\w-])")
    )  # fmt: skip
    every = frozenset(names)

    def way(line: str, _draft: Draft) -> str | None:
        found = pattern.search(line)
        if found is None:
            return None
        dice = dice_of(kind, line)
        wrong = damaged(found["name"], kind, language, dice)
        if wrong == found["name"] or wrong in every:
            return None
        return line[: found.start("name")] + wrong + line[found.end("name") :]

    return way


_LITTLE = {
    "fr": "de du des la le les sur pour à aux contre relative relatif",
    "es": "de del la las los sobre por para contra a",
    "ru": "о об по в на и для",
    "ar": "",
}
TITLE_FAULTS = (*DAMAGES, "little", "lost", "capital")


def titles(language: str, kind: str) -> Callable[[str, Draft], str | None]:
    """The title of an instrument with a slip in a long word, with another little word or one fewer, or without its first capital."""
    rows = lexicon_of(language).rows("names")
    names = [row["name"] for row in rows if row["kind"] == "instrument" and row["name"].count(" ") > 1]
    if language == "ru":
        names += [
            form for row in lexicon_of("ru").rows("forms") if row["name"] in names for form in row["forms"].split("|")
        ]
    pattern = re.compile("|".join(sorted((re.escape(name) for name in names), key=len, reverse=True)))
    little = _LITTLE[language].split()

    def way(line: str, _draft: Draft) -> str | None:
        found = pattern.search(line.replace("'", "’"))
        if found is None:
            return None
        dice, name = dice_of(kind, line), found[0]
        if kind == "capital":
            return f"{line[: found.start()]}{name[0].lower()}{name[1:]}{line[found.end() :]}"
        fit = little if kind in ("little", "lost") else []
        words = [word for word in re.finditer(r"[^\W\d_]+", name) if (word[0] in fit if fit else len(word[0]) > _SMALL)]
        if not words:
            return None
        word = dice.choice(words)
        put = damaged(word[0], kind, language, dice) if not fit else ""
        if kind == "little":
            put = dice.choice([other for other in little if other != word[0]])
        wrong = " ".join(f"{name[: word.start()]}{put}{name[word.end() :]}".split())
        return None if wrong == name else f"{line[: found.start()]}{wrong}{line[found.end() :]}"

    return way

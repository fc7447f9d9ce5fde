"""Further kinds of faults to plant: marks before lists and beside notes, mastheads, names that are nearly right, titles without marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from resolint.cards import lexicon_of

if TYPE_CHECKING:
    from tests.accuracy.tongues.faults import Draft

Change = Callable[["Draft"], "Draft | None"]
Seen = Callable[["Draft"], set[tuple[str, str, str, str]]]

_LABELS = {"fr": ("a)", "b)"), "es": ("a)", "b)"), "ru": ("a)", "b)"), "zh": ("(a)", "(b)"), "ar": ("(أ)", "(ب)")}
_COLONS = {"fr": "\u00a0:", "zh": "："}
_SEMICOLONS = {"fr": "\u00a0;", "zh": "；", "ar": "؛"}
_NOTES = {
    "fr": "Résolution 217 A (III).",
    "es": "Resolución 217 A (III).",
    "ru": "Резолюция 217 A (III).",
    "zh": "第217 A(III)号决议。",
    "ar": "القرار 217 ألف (د-3).",
}
_ENDS = " \u00a0,;.:，；。：、،؛"
HEADS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "body": "Assemblée générale",
        "session": "Soixante-dixième session",
        "agenda_item": "Point 17 de l’ordre du jour",
        "sponsors": "Chili et Fidji\u00a0: projet de résolution",
        "distribution": "Distr. limitée",
        "date": "9 novembre 2015",
        "language": "Original\u00a0: français",
    },
    "es": {
        "body": "Asamblea General",
        "session": "Septuagésimo período de sesiones",
        "agenda_item": "Tema 17 del programa",
        "sponsors": "Chile y Fiji: proyecto de resolución",
        "distribution": "Distr. limitada",
        "date": "9 de noviembre de 2015",
        "language": "Original: español",
    },
    "ru": {
        "body": "Генеральная Ассамблея",
        "session": "Семидесятая сессия",
        "agenda_item": "Пункт 17 повестки дня",
        "sponsors": "Фиджи и Чили: проект резолюции",
        "language": "Original: Russian",
    },
    "zh": {
        "body": "大会",
        "session": "第七十届会议",
        "agenda_item": "议程项目17",
        "sponsors": "智利和斐济：决议草案",
        "language": "Original: Chinese",
    },
    "ar": {
        "body": "الجمعية العامة",
        "session": "الدورة السبعون",
        "agenda_item": "البند 17 من جدول الأعمال",
        "sponsors": "شيلي وفيجي: مشروع قرار",
        "language": "Original: Arabic",
    },
}
"""A masthead in each language, field by field."""
_WRONG_HEADS: Mapping[str, Sequence[tuple[str, str, str]]] = {
    "fr": (
        ("body", "générale", "Générale"),
        ("body", "Assemblée", "Assemblee"),
        ("session", "dixième", "dix"),
        ("agenda_item", "de l’ordre du jour", "de l’ordre de jour"),
        ("agenda_item", "Point", "Item"),
        ("sponsors", "résolution", "resolution"),
        ("sponsors", "projet", "Projet"),
        ("distribution", "Distr.", "Distribution"),
        ("date", "novembre", "Novembre"),
        ("language", "français", "Français"),
        ("language", "Original", "Langue originale"),
    ),
    "es": (
        ("body", "General", "general"),
        ("session", "período", "periodo"),
        ("session", "Septuagésimo período de sesiones", "Septuagésima sesión"),
        ("agenda_item", "del programa", "de la agenda"),
        ("agenda_item", "Tema", "Punto"),
        ("sponsors", "resolución", "resolucion"),
        ("sponsors", "proyecto", "Proyecto"),
        ("distribution", "limitada", "limitado"),
        ("date", "noviembre", "Noviembre"),
        ("language", "español", "Español"),
    ),
    "ru": (
        ("body", "Ассамблея", "ассамблея"),
        ("agenda_item", "Пункт 17 повестки дня", "Пункт повестки дня 17"),
        ("sponsors", "проект", "Проект"),
        ("language", "Original: Russian", "Оригинал: русский"),
    ),
    "zh": (
        ("body", "大会", "联合国大会"),
        ("session", "七十", "70"),
        ("agenda_item", "议程项目17", "议程第17项"),
        ("agenda_item", "议程", ""),
        ("sponsors", "决议草案", "决议案草稿"),
        ("language", "Original: Chinese", "原文：中文"),
    ),
    "ar": (
        ("agenda_item", "البند 17 من جدول الأعمال", "بند جدول الأعمال 17"),
        ("session", "السبعون", "70"),
        ("language", "Original: Arabic", "الأصل: بالعربية"),
    ),
}


def headed(field: str, right: str, wrong: str, seen: Seen) -> Change:
    """A draft with a masthead, one line of which is wrong; the masthead itself has to be let pass."""

    def change(draft: Draft) -> Draft | None:
        rows = HEADS[draft.language]
        if draft.organ.strip("*,،，").removeprefix("L’").removeprefix("La ").removeprefix("إن ") not in rows["body"]:
            return None
        clean, faulty = _head(rows), _head({**rows, field: rows[field].replace(right, wrong)})
        whole = replace(draft, head=clean)
        return replace(draft, head=faulty) if seen(whole) <= seen(draft) else None

    return change


def _head(rows: Mapping[str, str]) -> str:
    return "".join(f'{name} = "{words}"\n' for name, words in rows.items())


def mastheads(language: str, seen: Seen) -> tuple[Change, ...]:
    """The ways to make a masthead wrong."""
    return tuple(headed(*row, seen) for row in _WRONG_HEADS[language])


def listed(mark: str, seen: Seen) -> Change:
    """A list below the first operative paragraph, which leads to it with ``mark``; it is let pass with a colon."""

    def put(draft: Draft, colon: str) -> Draft | None:
        if len(draft.operative) < 3 or any(":" in text or len(text) > 300 for text in draft.operative[:2]):
            return None
        words = draft.operative[1].rstrip(_ENDS)
        # Two pieces that differ, so that nothing seems to stand there twice.
        pieces = (
            (words[4:16], words[12:30]) if draft.language == "zh" else (words.split(" ")[2:7], words.split(" ")[6:13])
        )
        texts = (piece if isinstance(piece, str) else " ".join(piece) for piece in pieces)
        semicolon = _SEMICOLONS.get(draft.language, ";")
        items = "\n\n".join(
            f"   {label} {text}{semicolon}" for label, text in zip(_LABELS[draft.language], texts, strict=True)
        )
        first = f"{draft.operative[0].rstrip(_ENDS)}{colon}\n\n{items}"
        return replace(draft, operative=(first, *draft.operative[1:]))

    def change(draft: Draft) -> Draft | None:
        clean = put(draft, _COLONS.get(draft.language, ":"))
        told = {(rule, severity) for rule, _, _, severity in seen(draft)}
        if clean is None or not {(rule, severity) for rule, _, _, severity in seen(clean)} <= told:
            return None
        return put(draft, _SEMICOLONS.get(draft.language, ";") if mark == ";" else mark)

    return change


def noted(seen: Seen) -> Change:
    """A note mark on the other side of the comma that ends the first paragraph."""

    def change(draft: Draft) -> Draft | None:
        words, comma = draft.preamble[0][:-1], draft.preamble[0][-1:]
        sides = f"{words}[^1]{comma}", f"{words}{comma}[^1]"
        right, wrong = sides[::-1] if draft.language == "zh" else sides
        note = f"[^1]: {_NOTES[draft.language]}"
        clean, faulty = (replace(draft, preamble=(text, *draft.preamble[1:]), note=note) for text in (right, wrong))
        return faulty if seen(clean) <= seen(draft) else None

    return change


@cache
def states(language: str) -> str:
    """A pattern for the names of States that have an accent or a hyphen to lose; in Chinese the long ones."""
    names = [name for name in lexicon_of(language).column("states", "name") if "(" not in name]
    fit = [name for name in names if (len(name) > 6 if language == "zh" else unaccented(name) != name)]
    return "|".join(re.escape(name).replace("’", "[’']") for name in sorted(fit, key=len, reverse=True))


def unaccented(name: str) -> str:
    """A name without its accents and hyphens."""
    return re.sub("[\u0300-\u036f]", "", normalize("NFD", name)).replace("-", " ")


def one_sign_less(name: str) -> str:
    """A name without the sign in its middle."""
    return name[: len(name) // 2] + name[len(name) // 2 + 1 :]


@cache
def titles() -> str:
    """A pattern for titles of instruments in Chinese title marks."""
    rows = lexicon_of("zh").rows("names")
    return "《(" + "|".join(re.escape(row["name"]) for row in rows if row["kind"] == "instrument") + ")》"

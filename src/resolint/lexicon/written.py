"""A day as running text writes it in each of the other official languages: *21 décembre 2020*, *21 de diciembre de 2020*."""

from __future__ import annotations

from resolint.lexicon import Lexicon

__all__ = ["written_day"]

_FORMS = {
    "fr": "{day} {month} {year}",
    "es": "{day} de {month} de {year}",
    "ru": "{day} {month} {year} года",
    "zh": "{year}年{number}月{day}日",
    "ar": "{day} {month} {year}",
}
_GENITIVE = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
"""The table of figures has Russian months as patterns."""
_FIRST = {"fr": "1er"}


def written_day(day: int, month: int, year: int, lexicon: Lexicon) -> str | None:
    """The day in the language of ``lexicon``, by its table ``figures``; None for a language or a month without words."""
    code = lexicon.language
    if code == "ru" and 0 < month <= len(_GENITIVE):
        name = _GENITIVE[month - 1]
    else:
        rows = lexicon.rows("figures")
        found = (row["words"] for row in rows if (row["code"], row["use"], row["value"]) == (code, "month", str(month)))
        name = next(found, "" if code != "zh" else str(month)).split("|")[0]
    if code not in _FORMS or not name:
        return None
    shown = _FIRST.get(code, "1") if day == 1 else str(day)
    return _FORMS[code].format(day=shown, month=name, number=month, year=year)

"""Numbers of resolutions and decisions as every official language writes them: with a letter, a session, a year.

Letters of parts are Latin ones in five languages; Arabic names them (``217 ألف (د-3)`` is *217 A (III)*) and writes its own for
special sessions (``د إ-24/2`` is *S-24/2*).
"""

from __future__ import annotations

from resolint.lexicon.characters import LOOKALIKES
from resolint.regex import lazy

__all__ = ["REFERENCE", "bare_reference", "lettered", "without_letter"]

_LETTERS = r"(?: ?[A-Z]{1,2}(?:-[A-Z])?)?"
REFERENCE = lazy(
    r"(?<![\d/.])(?:[A-Z]{1,4}-\d{1,2}|\d{1,4})/\d{1,3}(?![\d/])(?: ?[A-Z](?![A-Za-z0-9’']))?"
    rf"|(?<![\d,.])(?<!\d )\d{{1,4}}(?:{_LETTERS} ?\((?:[IVXLCS-]{{1,8}}|د[^()]{{0,8}})\)| ?\((?:19|20)\d\d\))"
)
_SESSION_OF = lazy(r"\((?:[IVXLCS-]{1,8}|[دهـ][^()]{0,8})\)")
_NAMES = dict(
    zip(
        [
            "ألف",
            "باء",
            "جيم",
            "دال",
            "هاء",
            "واو",
            "زاي",
            "حاء",
            "طاء",
            "ياء",
            "كاف",
            "لام",
            "ميم",
            "نون",
            "سين",
            "عين",
            "فاء",
            "صاد",
            "قاف",
            "راء",
            "شين",
            "تاء",
            "ثاء",
            "خاء",
            "ذال",
            "ضاد",
        ],
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        strict=True,
    )
)
_NAME = f"({'|'.join(_NAMES)})"
_NAMED = lazy(rf"(?:(?<=\d/\d)|(?<=/\d\d)|(?<=/\d\d\d)) ?{_NAME}\b|(?<=\d) ?{_NAME}(?= ?\(د)")
"""A bare number before ``ألف`` counts thousands."""
_EMERGENCY = lazy(r"د ?[إا] ?ط ?-? ?(?=\d{1,2}/\d)")
_SPECIAL = lazy(r"د ?[إا] ?-? ?(?=\d{1,2}/\d)")
_CYRILLIC = lazy(r"(?<=\d) ?[АВЕСНК](?= ?\(|(?!\w))")
_TO_LATIN = str.maketrans(LOOKALIKES)
_LETTER = lazy(r"(?<=\d)[A-Z]{1,2}(?:-[A-Z])?$")


def lettered(text: str, language: str) -> str:
    """``text`` with the letters of references as English writes them."""
    if language == "ar":
        text = _NAMED.sub(lambda found: f" {_NAMES[found[1] or found[2]]}", text)
        return _SPECIAL.sub("S-", _EMERGENCY.sub("ES-", text))
    return _CYRILLIC.sub(lambda found: found[0].translate(_TO_LATIN), text) if language == "ru" else text


def bare_reference(words: str) -> str:
    """A reference as it is compared: without blanks, and of the session of old ones no more than that there is one."""
    return _SESSION_OF.sub("()", words).replace(" ", "")


def without_letter(reference: str) -> str:
    """The number of a reference alone, without its letter, session or year."""
    return _LETTER.sub("", reference.partition("(")[0])

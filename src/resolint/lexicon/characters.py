"""Characters that look like others or like nothing: letters of other alphabets, ligatures, wide and invisible signs.

What stands here holds for texts in the Latin alphabet. The pairs are those of the Unicode confusables (UTS 39) that
keyboards, web pages and converters of PDF really leave in drafts.
"""

from __future__ import annotations

import unicodedata

from resolint.regex import lazy

__all__ = ["INVISIBLE", "LIGATURES", "LOOKALIKES", "MARKS", "as_seen", "ends_words", "remade"]

LOOKALIKES = {
    **dict(zip("АВЕКМНОРСТУХЅІЈ", "ABEKMHOPCTYXSIJ", strict=True)),
    **dict(zip("аеорсухіѕјԁһԛԝɡ", "aeopcyxisjdhqwg", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", "ABEZHIKMNOPTYXov", strict=True)),
}
"""Letters of other alphabets that look like a Latin one, with that one."""

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
"""Two or three letters in one character, as PDF and typesetting leave them."""

INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufeff"
)
"""Characters without width: joiners and marks of direction. The soft hyphen, which shows at a line end, is none."""

MARKS = {
    **{chr(point): chr(point - 0xFEE0) for point in range(0xFF01, 0xFF5F)},
    "、": ",", "。": ".", "，": ",", "．": ".", "；": ";", "：": ":", "！": "!", "？": "?", "（": "(", "）": ")",
    "،": ",", "؛": ";", "؟": "?", "۔": ".",
    "‐": "-", "‒": "-", "⁃": "-", "−": "-", "﹣": "-",
    "＂": "”", "〝": "“", "〞": "”", "「": "“", "」": "”", "『": "“", "』": "”", "„": "“", "‟": "“", "«": "“", "»": "”",
}  # fmt: skip
"""Marks of other scripts and widths, with the one that English uses."""

_STOP = lazy("(?:COMMA|FULL STOP|SEMICOLON|COLON|QUESTION MARK|EXCLAMATION MARK|DANDA|PERIOD)")


def ends_words(char: str) -> bool:
    """Whether a character is a mark that ends words, sentences or items in any script: ``,`` ``；`` ``؟`` ``।``."""
    if not char or char in ".,;:?!":
        return bool(char)
    return unicodedata.category(char) == "Po" and _STOP.search(unicodedata.name(char, "")) is not None


_GARBLED = lazy("(?:â€[\u0080-\u00bf™œ˜š”“¦\u2122]|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf])")
_FOLD = str.maketrans({**LOOKALIKES, **LIGATURES, **MARKS, **dict.fromkeys(INVISIBLE, "")})


def as_seen(text: str) -> str:
    """``text`` as a reader is meant to see it: look-alikes and wide marks plain, garbled and invisible characters gone."""
    if text.isascii():
        return text
    return _GARBLED.sub(lambda found: (remade(found[0], 0) or (0, found[0]))[1], text).translate(_FOLD)


def remade(text: str, start: int) -> tuple[int, str] | None:
    """The end of the garbled character that begins at ``start`` and what it was, None where there is none.

    Text in UTF-8 that was read in the code of Windows shows ``â€™`` for an apostrophe; the other way round gives it back.
    """
    found = _GARBLED.match(text, start)
    if found is None:
        return None
    try:
        return found.end(), found[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None

"""Numbers in words: how sessions, meetings, years and things are counted, by the table ``numbers``.

The table has the words that are not put together; the grammar of the language says how the others are.
"""

from __future__ import annotations

from collections.abc import Mapping

from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.nearness import one_edit_apart

__all__ = [
    "cardinal_word",
    "cardinals",
    "misspelt_ordinal",
    "multipliers",
    "number_words",
    "ordinal_figure",
    "ordinal_value",
    "ordinal_word",
    "ordinals",
    "session_words",
]

_SHORT_WORD = 5
"""With the ending of an ordinal a word may be as short as this (*eigth*, *nineth*)."""
_LONG_WORD = 7
"""Ordinals shorter than this are a letter away from other words (*tent*, *filth*)."""


def _words(lexicon: Lexicon, column: str) -> dict[str, int]:
    """The words of one to one hundred in small letters; the last part of a compound is of the column asked for."""
    plain = {int(row["number"]): row["cardinal"] for row in lexicon.rows("numbers")}
    last = {int(row["number"]): row[column] for row in lexicon.rows("numbers")}
    found = {word: number for number, word in last.items() if number <= 100}
    for ten in (number for number in range(20, 100, 10) if number in plain):
        ones = (one for one in range(1, 10) if one in last)
        found |= {lexicon.grammar.compound(plain[ten], last[one]): ten + one for one in ones}
    return found


@per_lexicon
def cardinals(lexicon: Lexicon) -> Mapping[str, int]:
    """The cardinal words up to one hundred in small letters (*fifty-three*) and the numbers they stand for."""
    return _words(lexicon, "cardinal")


@per_lexicon
def ordinals(lexicon: Lexicon) -> Mapping[str, int]:
    """The ordinal words up to one hundred in small letters (*fifty-third*) and the numbers they stand for."""
    return _words(lexicon, "ordinal")


@per_lexicon
def session_words(lexicon: Lexicon) -> Mapping[int, str]:
    """The words for a number in the session of an organ, by the table ``ordinals`` that the other official languages have."""
    return {int(number): words for number, words in lexicon.columns("ordinals", "number", "words")}


@per_lexicon
def number_words(lexicon: Lexicon) -> frozenset[str]:
    """Every cardinal and ordinal that is one word, in small letters."""
    large = {row["cardinal"] for row in lexicon.rows("numbers")}
    return frozenset({*cardinals(lexicon), *ordinals(lexicon), *large})


@per_lexicon
def multipliers(lexicon: Lexicon) -> Mapping[str, int]:
    """The words that the number before them multiplies (*two hundred*, *three million*) and the numbers they stand for."""
    numbers = ((row["cardinal"], int(row["number"])) for row in lexicon.rows("numbers"))
    return {word: number for word, number in numbers if number >= 100}


@per_lexicon
def _cardinal_words(lexicon: Lexicon) -> Mapping[int, str]:
    return {number: word for word, number in cardinals(lexicon).items()}


@per_lexicon
def _ordinal_words(lexicon: Lexicon) -> Mapping[int, str]:
    return {number: word for word, number in ordinals(lexicon).items()}


@per_lexicon
def _larger_ordinals(lexicon: Lexicon) -> Mapping[str, int]:
    """The ordinals of several words from *hundred and first* to *nine hundred and ninety-ninth*."""
    count, low, put = _cardinal_words(lexicon), _ordinal_words(lexicon), lexicon.grammar.hundreds
    hundred, hundredth = count.get(100, ""), low.get(100, "")
    found = {}
    for many in range(1, 10) if hundred else ():
        for counted in {count[many], "" if many == 1 else count[many]}:
            found[put(counted, hundredth, "")] = 100 * many
            found |= {put(counted, hundred, low[below]): 100 * many + below for below in range(1, 100)}
    return found


def ordinal_value(text: str, lexicon: Lexicon) -> int | None:
    """The number that an ordinal stands for (``sixty-third``, ``63rd``, ``two hundred and sixth``), in any case.

    None if it is no ordinal.
    """
    text = " ".join(text.lower().replace("\u2011", "-").split())
    if text[:1].isdecimal():
        digits = text.rstrip("".join(lexicon.grammar.ordinal_endings))
        return int(digits) if len(digits) < len(text) <= 7 and digits.isascii() and digits.isdecimal() else None
    value = ordinals(lexicon).get(text)
    return _larger_ordinals(lexicon).get(text) if value is None and " " in text else value


def ordinal_word(number: int, lexicon: Lexicon) -> str:
    """``sixty-third`` for 63; figures with a suffix above one hundred or below one, where words are not used."""
    return _ordinal_words(lexicon).get(number) or ordinal_figure(number, lexicon)


def cardinal_word(number: int, lexicon: Lexicon) -> str:
    """``sixty-three`` for 63; figures above ninety-nine or below one."""
    return _cardinal_words(lexicon).get(number, "") if 0 < number < 100 else str(number)


def ordinal_figure(number: int, lexicon: Lexicon) -> str:
    """``63rd`` for 63."""
    return lexicon.grammar.ordinal_figure(number)


def misspelt_ordinal(word: str, lexicon: Lexicon) -> int:
    """The number of the one long ordinal that a word misses by a letter (*Eightyeth*, *Seventy-nineth*), 0 for none."""
    ending = word.endswith(tuple(lexicon.grammar.ordinal_endings))
    if len(word) < (_SHORT_WORD if ending else _LONG_WORD) or word in cardinals(lexicon):
        return 0
    tens, hyphen, ones = word.partition("-")
    if hyphen and tens.endswith("teen") and ones in ordinals(lexicon):
        # *Eighteen-first* is *eighty-first*: the two are heard alike.
        stem = tens.removesuffix("teen")
        return ordinals(lexicon).get(f"{'for' if stem == 'four' else stem}ty-{ones}", 0)
    near = {number for name, number in ordinals(lexicon).items() if word[0] == name[0] and one_edit_apart(word, name)}
    return near.pop() if len(near) == 1 else 0

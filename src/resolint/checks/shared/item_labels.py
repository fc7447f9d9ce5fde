"""Labels of subparagraphs in the other official languages: order at every level, form, letters of two alphabets among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resolint.findings import Hit
from resolint.lexicon.characters import LOOKALIKES
from resolint.lexicon.labels import roman, roman_value
from resolint.lexicon.tongues import ARABIC_ALPHABET, CYRILLIC, Tongue, han_numeral
from resolint.model import Block, Clause, Document, Span

__all__ = ["look_alike_labels", "next_labels", "odd_letters", "odd_numerals", "wrong_labels"]

_FAR = 2
"""A letter that lies so far from the one expected belongs to another list."""
_AROUND = " \t\u00a0\u200e\u200f"
_NUMERAL = re.compile(r"[\d\u0660-\u0669]+|[ivxl]+|[一二三四五六七八九十]+|[㈠-㈩]")
_CIRCLED = "㈠㈩"
_COLONS = (":", "：")


def odd_letters(document: Document, clause: Clause, tongue: Tongue) -> Iterator[Hit]:
    """Subparagraphs of one list whose letters do not follow one another."""
    labels = [child for child in clause.children if len(child.number) == 1 and "a" <= child.number <= "z"]
    letters = [_letter(document, child) for child in labels]
    own = _in_cyrillic(letters)
    if len(labels) > 1 and labels[0].number in "bc" and document.text(clause.end_mark) in _COLONS:
        # What a colon leads to begins with the first letter; an extract that left items out has no colon either.
        at, first = labels[0].body.start, CYRILLIC[0] if own else "a" if letters[0].isascii() else tongue.printed("a")
        yield Hit(Span(labels[0].body.block, at, at), {"found": f"“{letters[0]}”", "expected": first})
    for place, (child, letter) in enumerate(zip(labels, letters, strict=True)):
        value = CYRILLIC.find(letter) if own else ord(child.number) - ord("a")
        if labels[0].number != "a" or abs(value - place) > _FAR or value < 0:
            break
        if value != place or _alphabetic(letter, child.number, tongue):
            at = child.body.start
            # Each letter is told as it stands there: Latin and Cyrillic ones look alike.
            expected = chr(ord("a") + place)
            latin = not own and (tongue.code == "ru" or letters[0].isascii()) and letters[0]
            printed = CYRILLIC[place] if own else expected if latin else tongue.printed(expected)
            values = {"found": f"“{letter or tongue.printed(child.number)}”", "expected": printed}
            yield Hit(Span(child.body.block, at, at), values)
            break
    for child in clause.children:
        yield from odd_letters(document, child, tongue)


def odd_numerals(document: Document, clause: Clause) -> Iterator[Hit]:
    """Items of the second level whose numerals (*ii)*, *㈡*, *'2'*) do not follow one another; told once for each list."""
    values = [_value(child) for child in clause.children]
    # A list of one item, and one that begins in its midst, are pieces of others, unless a colon leads to the item.
    led = values[:1] != [1] and document.text(clause.end_mark) in _COLONS
    if len(values) > 1 and (led or values[0] == 1) and all(values):
        place = next((at for at, value in enumerate(values) if value != at + 1), None)
        # A list that begins anew has lost the item between, which it belongs to.
        anew = place is not None and values[place : place + 2] == [1, 2]
        if place is not None and not anew and values[place] - place - 1 <= _FAR:
            child = clause.children[place]
            at, label = child.body.start, _label(document, child)
            told = {"found": f"“{label}”", "expected": _NUMERAL.sub(lambda one: _like(one[0], place + 1), label)}
            yield Hit(Span(child.body.block, at, at), told)
    yield from _first_otherwise(document, clause)
    for child in clause.children:
        yield from odd_numerals(document, child)


def _first_otherwise(document: Document, clause: Clause) -> Iterator[Hit]:
    """The first item of a list whose label is of another kind, or not the first; the second one then stands below it."""
    first = next(iter(clause.children), None)
    if first is None or not first.children or document.text(first.end_mark) in _COLONS:
        return
    second = first.children[0]
    if _value(second) == 2 and document.text(clause.end_mark) in _COLONS:
        at, label, like = first.body.start, _label(document, first), _label(document, second)
        expected = _NUMERAL.sub(lambda one: _like(one[0], 1), like)
        yield Hit(Span(first.body.block, at, at), {"found": f"“{label}”", "expected": expected})


def next_labels(document: Document, item: Clause, tongue: Tongue) -> dict[str, str]:
    """What may label the item behind ``item``, bare of signs, and as it would be printed with those of ``item``."""
    label, number = _label(document, item), item.number
    nexts: dict[str, str] = {}
    bare = label.strip("().'‘’-– \u0640")
    if len(number) == 1 and "a" <= number < "z" and len(bare) == 1:
        latin = chr(ord(number) + 1)
        for letter in (latin, tongue.printed(latin).rstrip("\u0640")):
            nexts[letter] = label.replace(bare, letter)
    if (value := _value(item)) and _NUMERAL.search(label) is not None:
        printed = _NUMERAL.sub(lambda one: _like(one[0], value + 1), label)
        nexts[printed.strip("().'‘’-– ")] = printed
    return nexts


def _value(item: Clause) -> int:
    """The value of the numeral of an item; 0 for a letter and for none."""
    return int(item.number) if item.number.isdecimal() else roman_value(item.number.upper()) or 0


def _like(numeral: str, value: int) -> str:
    """A number in the form of a numeral: roman, in figures, in Chinese words or circled."""
    if _CIRCLED[0] <= numeral <= _CIRCLED[1]:
        return chr(ord(_CIRCLED[0]) + value - 1)
    if numeral.isdecimal():
        zero = ord(numeral[0]) - int(numeral[0])
        return "".join(chr(zero + int(digit)) for digit in str(value))
    return roman(value).lower() if numeral.isascii() else han_numeral(value)


def _alphabetic(letter: str, number: str, tongue: Tongue) -> bool:
    """Whether an Arabic label was counted by the order of dictionaries, and not as labels are."""
    return tongue.code == "ar" and letter in ARABIC_ALPHABET[2:] and letter != tongue.printed(number).rstrip("ـ")


def _in_cyrillic(letters: Sequence[str]) -> bool:
    """Whether a list counts by the Russian alphabet: one of its letters has no Latin one that looks like it."""
    return any(letter in CYRILLIC and letter not in LOOKALIKES for letter in letters if letter)


def _label(document: Document, clause: Clause) -> str:
    """The label of a subparagraph as the draft has it."""
    block = document.block(clause.body.block)
    return (block.label or block.text[: clause.body.start]).strip(_AROUND)


def _letter(document: Document, clause: Clause) -> str:
    return _label(document, clause).strip("().- –")


def wrong_labels(
    document: Document, clause: Clause, right: re.Pattern[str], shown: str, tongue: Tongue
) -> Iterator[Hit]:
    """The first label of each list below ``clause`` that has another form than ``right``; ``shown`` is that of the first item."""
    # Capitals may label another list, but not one item among others with small letters.
    small = any(_letter(document, child)[:1].islower() for child in clause.children)
    for child in clause.children:
        label = _label(document, child)
        told = label.endswith(")") or (any(map(str.isalpha, label)) and (label == label.lower() or small))
        if told and right.fullmatch(label) is None:
            first, its = tongue.printed("a"), tongue.printed(child.number) if len(child.number) == 1 else ""
            values = {"label": label, "right": shown.replace(first, its) if its.isalpha() else shown}
            yield Hit(_place(document.block(child.body.block), label), values)
            break
    for child in clause.children:
        yield from wrong_labels(document, child, right, shown, tongue)


def _place(block: Block, label: str) -> Span:
    """Where a label stands: before the text of its block, or typed in it."""
    start = 0 if block.label else len(block.text) - len(block.text.lstrip(_AROUND))
    return block.span(start, start if block.label else start + len(label))


def look_alike_labels(document: Document) -> Iterator[Hit]:
    """The first Cyrillic letter among the Latin labels of a draft that looks like the Latin one in its place."""
    for act in document.acts:
        items = [node for clause in (*act.preamble, *act.operative) for node in clause.walk() if node is not clause]
        letters = [(item, letter) for item in items if len(letter := _letter(document, item)) == 1]
        if any(letter.isascii() and letter.isalpha() for _, letter in letters):
            for item, letter in letters:
                if letter in CYRILLIC and letter in LOOKALIKES:
                    label = _label(document, item)
                    place = _place(document.block(item.body.block), label)
                    yield Hit(place, {"word": label, "letters": letter}, unsure=True)
                    break

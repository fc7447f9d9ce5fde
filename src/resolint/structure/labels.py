"""The numbers that stand before paragraphs, and to which level of a list the next one belongs.

Levels follow the Editorial Manual (1., (a), (i), a., i.), but a draft may use any order. What a number means is
decided by its neighbours: ``(i)`` after ``(h)`` is a letter unless ``(ii)`` follows, ``(aa)`` comes after ``(z)``.
"""

from __future__ import annotations

from resolint.frozen import NamedTuple
from resolint.lexicon.labels import LATIN, letters_value, roman_value
from resolint.lexicon.marks import NEGOTIATED
from resolint.regex import lazy

_LABEL = lazy(
    r"(?P<open>[\[(]*)(?P<body>\d{1,4}(?:\.\d{1,3})*|[A-Za-z]{1,7})(?P<stop>[.°º]?)"
    rf"(?:[ \u00a0]?(?P<latin>{'|'.join(LATIN)}))?(?P<close>[.)\]:]*)"
)
_TYPED = lazy(
    r"[ \t\n\u00a0\[“\"]*(?P<label>\((?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,7})(?: (?:bis|ter))?\)"
    r"|\d{1,3}(?:[ .]?(?:bis|ter))?[.):°º]|\d{1,2}(?:\.\d{1,2}){2,3}[.)]?"
    r"|\d{1,2}\.\d{1,2}[.)]?(?=[ \t\u00a0]+[A-Z])"
    rf"|(?:{'|'.join(NEGOTIATED)}) ?\d{{1,3}}(?: ?(?:bis|ter|alt\.?))?[.:)]?)"
    r"[\u200b\u200e\u200f]*(?=[ \t\u00a0\n]|\Z)[ \t\u00a0\n]*"
)
_UNSEEN = " \t\n\u00a0\u200b\u200e\u200f\u2060\ufeff"
_LATIN = {word: place for place, word in enumerate(("", *LATIN))}
_BULLETS = frozenset("•▪●◦‣∙·–—-*+♦►o")

Style = str
"""A kind of number with its punctuation: ``1.``, ``(1)``, ``(a)``, ``(i)``, ``a.``, ``i.``, ``A.``, ``I.``, ``-``."""

_RANK = {"I.": -2, "A.": -1, "1.": 0, "(1)": 2.5, "(a)": 1, "(i)": 2, "a.": 3, "i.": 4, "-": 6, "": 0}


class Numeral(NamedTuple):
    """One way to read a number: its style, its place in the series (times ten, so that *bis* fits in)."""

    style: Style
    value: int


def typed(text: str) -> tuple[str, int]:
    """The number typed at the start of ``text`` that its reader left there, and its length with the blanks around."""
    found = _TYPED.match(text)
    return (found["label"], found.end()) if found else ("", 0)


def number(label: str) -> str:
    """The bare number of a label: ``7`` of ``7.``, ``b`` of ``(b)``, ``10 bis`` of ``10 bis.``; empty for a bullet."""
    found = _LABEL.fullmatch(_bare(label))
    if found is None:
        return label.strip(" ()[].:") if any(c.isalnum() for c in label) else ""
    return f"{found['body']} {found['latin']}" if found["latin"] else found["body"]


def _bare(label: str) -> str:
    """The label without the *PP* or *OP* of negotiation copies."""
    label = label.strip(_UNSEEN)
    return label[2:].lstrip() if label[:2] in NEGOTIATED and any(c.isdecimal() for c in label) else label


def readings(label: str) -> tuple[Numeral, ...]:
    """All ways to read a label, empty for an empty one."""
    label = _bare(label)
    if not label:
        return ()
    if label in _BULLETS:
        return (Numeral("-", 0),)
    found = _LABEL.fullmatch(label)
    if found is None:
        return (Numeral("-", 0),)
    body, latin = found["body"], _LATIN[found["latin"] or ""]
    bracket = ")" in found["close"]
    if body[0].isdecimal():
        value = int(body.rpartition(".")[2]) * 10 + latin
        styles = ("(1)",) if found["open"] else ("1.", "(1)") if bracket else ("1.",)
        return tuple(Numeral(style, value) for style in styles)
    shape = "({})" if bracket else "{}."
    upper = body.isupper()
    found_readings = []
    if (len(body) == 1 or body.islower()) and (place := letters_value(body)):
        found_readings.append(Numeral(shape.format("A" if upper else "a"), place * 10 + latin))
    if (place := roman_value(body.upper())) and (len(body) > 1 or body.lower() in "ivxl"):
        found_readings.append(Numeral(shape.format("I" if upper else "i"), place * 10 + latin))
    return tuple(found_readings) or (Numeral("-", 0),)


class Level:
    """An open level of a list: its style and the last number seen in it."""

    __slots__ = ("style", "value")

    def __init__(self, style: Style, value: int) -> None:
        self.style = style
        self.value = value


def place(
    stack: list[Level], label: str, upcoming: str, *, after_colon: bool = False, deeper: int | None = None
) -> tuple[int, Numeral]:
    """At which depth of ``stack`` the paragraph with ``label`` stands, and how its label is read.

    ``upcoming`` is the next label, ``after_colon`` tells that the paragraph before announces a list, ``deeper``
    is the difference of the list levels that the source states (None if it states none).
    """
    following = readings(upcoming)
    best: tuple[float, int, Numeral] | None = None
    for reading in readings(label):
        for score, depth in _candidates(stack, reading, after_colon):
            if any(r.style == reading.style and r.value == reading.value + 10 for r in following):
                score += 6
            if deeper is not None:
                score += 4 * (_sign(depth - (len(stack) - 1)) == _sign(deeper))
            if best is None or score > best[0]:
                best = (score, depth, reading)
    if best is None:
        return len(stack), Numeral("-", 0)
    return best[1], best[2]


def goes_on(stack: list[Level], label: str) -> int | None:
    """The depth of the open level that ``label`` is the next number of, None if it may as well begin a list."""
    found = readings(label)
    if any(reading.value <= 10 for reading in found):
        return None
    for depth in range(len(stack) - 1, -1, -1):
        if any(reading == (stack[depth].style, stack[depth].value + 10) for reading in found):
            return depth
    return None


def read_at(stack: list[Level], label: str, upcoming: str, depth: int) -> Numeral:
    """How ``label`` is read at a depth of ``stack`` that is known from elsewhere."""
    following = readings(upcoming)
    best: tuple[float, Numeral] | None = None
    for reading in readings(label):
        beside = depth < len(stack) and stack[depth].style == reading.style
        score = _continued(reading.value - stack[depth].value, reading) if beside else float(reading.value == 10)
        score += 6 * any(r.style == reading.style and r.value == reading.value + 10 for r in following)
        if best is None or score > best[0]:
            best = (score, reading)
    return Numeral("-", 0) if best is None else best[1]


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def _candidates(stack: list[Level], reading: Numeral, after_colon: bool) -> list[tuple[float, int]]:
    found: list[tuple[float, int]] = []
    for depth, level in enumerate(stack):
        if level.style == reading.style:
            found.append((_continued(reading.value - level.value, reading) + depth * 0.1, depth))
        elif _goes_on_otherwise(level, reading):
            found.append((7 + depth * 0.1, depth))
    counted = reading.style == "1." and bool(found)
    if not found or (after_colon and not counted and all(score < 8 for score, _ in found)):
        found.append(_new(stack, reading, after_colon))
    return found


def _goes_on_otherwise(level: Level, reading: Numeral) -> bool:
    """Whether a letter takes up the count of an open level in another punctuation: *b.* after *a)*."""
    alike = reading.style.strip("().") == level.style.strip("().")
    return alike and reading.style.strip("().").islower() and reading.value == level.value + 10


def _continued(step: int, reading: Numeral) -> float:
    if reading.style == "-":
        return 9
    if 0 < step <= 10:
        return 10
    if 10 < step <= 60:
        return 4
    return 5 if reading.value == 10 and step <= 0 else 1


def _new(stack: list[Level], reading: Numeral, after_colon: bool) -> tuple[float, int]:
    """A level that is not open yet: below the paragraph before, or above those that its style outranks."""
    starts = reading.value == 10 or reading.style == "-"
    if after_colon:
        return (11 if starts else 3), len(stack)
    rank = _RANK.get(reading.style, 1)
    depth = len(stack)
    while rank <= 0 and depth and _RANK.get(stack[depth - 1].style, 1) >= rank and stack[depth - 1].style:
        depth -= 1
    if depth and not stack[depth - 1].style and rank <= 0:
        depth = 0
    return (8 if starts else 3), depth


def follows(last: int, label: str, style: Style = "1.") -> bool:
    """Whether ``label`` is a number of ``style`` that comes next after ``last`` (a value times ten)."""
    return any(r.style == style and 0 < r.value - last <= 10 for r in readings(label))


def is_plain(label: str) -> bool:
    """Whether a label is an arabic number without brackets, as operative paragraphs bear."""
    found = readings(label)
    return bool(found) and found[0].style == "1."


def sections(label: str) -> int:
    """Of how many numbers a label is made: 3 for *5.2.1*, 1 for *5.*, 0 for a letter or none."""
    parts = label.strip("().:").split(".")
    return len(parts) if all(part.isdecimal() for part in parts) else 0


def first_of_all(label: str) -> bool:
    """Whether a number may be the first of its list."""
    return any(found.value == 10 for found in readings(label))

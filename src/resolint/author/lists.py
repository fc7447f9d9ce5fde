"""Automatic numbers: finds for every labelled paragraph a list of Word that prints just this label there.

A list of its own is begun where the numbering begins again (acts, annexes) or skips, so that what is printed is always
what the draft says. Labels that no list can print (``12 bis.``, ``4.17``) stay typed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from resolint import regex
from resolint.author.geometry import Geometry
from resolint.lexicon.labels import letters_value, roman_value

__all__ = ["Lists"]

_SHAPES = (
    (regex.compiled(r"(\d{1,3})\."), "decimal", "%{}."),
    (regex.compiled(r"\(([a-z]{1,3})\)"), "lowerLetter", "(%{})"),
    (regex.compiled(r"\(([ivxl]{1,7})\)"), "lowerRoman", "(%{})"),
    (regex.compiled(r"([a-z])\."), "lowerLetter", "%{}."),
    (regex.compiled(r"([ivx]{1,5})\."), "lowerRoman", "%{}."),
)
_BULLETS = frozenset("-*+•·‣–—")
_DEEPEST = 8
_LAST_ROMAN = 89


def _value(word: str, form: str) -> int:
    """The number that ``word`` stands for in a form of numbering, 0 if none."""
    if form == "decimal":
        return int(word) if word == str(int(word)) else 0
    if form == "lowerRoman":
        return roman_value(word.upper(), _LAST_ROMAN) or 0
    return letters_value(word) or 0


def _readings(label: str) -> list[tuple[str, str, int]]:
    """The ways to read a label: form of numbering, pattern, value."""
    if label in _BULLETS:
        return [("bullet", label, 0)]
    found = []
    for shape, form, pattern in _SHAPES:
        match = shape.fullmatch(label)
        value = _value(match[1], form) if match else 0
        if value:
            found.append((form, pattern, value))
    return found


@dataclass(slots=True)
class _List:
    """A list: for each level its form, pattern, first value, and where its count stands."""

    number: int
    levels: dict[int, tuple[str, str, int]] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)

    def prints(self, level: int, form: str, pattern: str, value: int) -> bool:
        """Whether the next paragraph at ``level`` would bear this number (or can still be made to)."""
        known = self.levels.get(level)
        if known is None:
            return level not in self.counts
        if known[:2] != (form, pattern):
            return False
        return form == "bullet" or self.counts.get(level, known[2] - 1) + 1 == value

    def take(self, level: int, form: str, pattern: str, value: int) -> None:
        """Count a paragraph at ``level``; Word uses up the first number of every level above that has none yet."""
        self.levels.setdefault(level, (form, pattern, value))
        for above in range(level):
            self.counts.setdefault(above, self.levels.get(above, _usual(above))[2])
        self.counts[level] = value
        for deeper in [other for other in self.counts if other > level]:
            del self.counts[deeper]


@dataclass(slots=True)
class Lists:
    """All lists of a draft, and the XML of ``numbering.xml``."""

    geometry: Geometry
    lists: list[_List] = field(default_factory=list)
    last: dict[int, _List] = field(default_factory=dict)
    current: _List | None = None

    def place(self, label: str, level: int) -> str:
        """The ``w:numPr`` that prints ``label`` at this depth, empty if no list can."""
        level = min(level, _DEEPEST)
        readings = _readings(label)
        if not readings:
            return ""
        for candidate in (self.current, self.last.get(level)):
            if candidate is None:
                continue
            for form, pattern, value in readings:
                if (level in candidate.levels or value <= 1) and candidate.prints(level, form, pattern, value):
                    return self._use(candidate, level, form, pattern, value)
        form, pattern, value = _likely(readings, level)
        fresh = _List(len(self.lists) + 1)
        self.lists.append(fresh)
        return self._use(fresh, level, form, pattern, value)

    def _use(self, chosen: _List, level: int, form: str, pattern: str, value: int) -> str:
        chosen.take(level, form, pattern, value)
        self.current = self.last[level] = chosen
        for deeper in [other for other in self.last if other > level]:
            del self.last[deeper]
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{chosen.number}"/></w:numPr>'

    def xml(self) -> str:
        """The content of ``w:numbering``."""
        abstracts = []
        for one in self.lists:
            levels = "".join(self._level(one, level) for level in range(_DEEPEST + 1))
            abstracts.append(
                f'<w:abstractNum w:abstractNumId="{one.number}"><w:multiLevelType w:val="multilevel"/>{levels}'
                "</w:abstractNum>"
            )
        nums = [f'<w:num w:numId="{one.number}"><w:abstractNumId w:val="{one.number}"/></w:num>' for one in self.lists]
        return "".join((*abstracts, *nums))

    def _level(self, one: _List, level: int) -> str:
        form, pattern, start = one.levels.get(level) or _usual(level)
        return (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{max(start, 1)}"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{pattern.format(level + 1)}"/><w:lvlJc w:val="left"/>{self._indent(form, pattern, level)}'
            '<w:rPr><w:i w:val="0"/></w:rPr></w:lvl>'
        )

    def _indent(self, form: str, pattern: str, level: int) -> str:
        """Paragraphs and subparagraphs run on at the margin, as in resolutions; what is deeper hangs."""
        left, step = self.geometry.left, self.geometry.step
        if self.geometry.masthead == "none":
            edge = left + 720 * (level + 1)
            return f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{edge}"/></w:tabs><w:ind w:left="{edge}" w:hanging="360"/></w:pPr>'
        if form == "decimal" or (level < 2 and form == "lowerLetter" and pattern.startswith("(")):
            first = 0 if form == "decimal" and self.geometry.flush else step
            tail = left + first + step
            return (
                f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{tail}"/></w:tabs>'
                f'<w:ind w:left="{left}" w:firstLine="{first}"/></w:pPr>'
            )
        edge = left + step * max(level + 1, 2)
        return (
            f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{edge}"/></w:tabs>'
            f'<w:ind w:left="{edge}" w:hanging="{step}"/></w:pPr>'
        )


def _likely(readings: list[tuple[str, str, int]], level: int) -> tuple[str, str, int]:
    """``(i)`` opens a list of roman numerals; ``(c)`` that opens one is a letter unless it stands deep."""
    opening = [one for one in readings if one[2] <= 1]
    return (opening or readings)[0] if level < 2 or opening else readings[-1]


def _usual(level: int) -> tuple[str, str, int]:
    _, form, pattern = _SHAPES[min(level, len(_SHAPES) - 1)]
    return form, pattern, 1

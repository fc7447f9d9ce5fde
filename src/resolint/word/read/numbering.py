"""The numbers that Word prints in front of paragraphs (``numbering.xml``): counted here as Word counts them."""

from collections.abc import Callable, Iterator

from resolint.frozen import NamedTuple
from resolint.regex import lazy
from resolint.word.container.xml import ALTERNATE, RPR, VAL, Element, chosen, number, on, w
from resolint.word.read import symbols
from resolint.word.read.numerals import render
from resolint.word.read.styles import ILVL, Styles

LEVELS = 9
_ABSTRACT, _ABSTRACT_ID, _NUM, _NUM_ID = w("abstractNum"), w("abstractNumId"), w("num"), w("numId")
_OVERRIDE, _START_OVERRIDE, _LEVEL, _START, _FORMAT = (
    w(n) for n in ("lvlOverride", "startOverride", "lvl", "start", "numFmt")
)
_TEXT, _RESTART, _LEGAL, _STYLE, _VANISH, _FONTS = (
    w(n) for n in ("lvlText", "lvlRestart", "isLgl", "pStyle", "vanish", "rFonts")
)
_STYLE_LINK, _NUM_STYLE_LINK = w("styleLink"), w("numStyleLink")
_CUSTOM = w("format")
_PLACEHOLDER = lazy(r"%([1-9])")


class Level(NamedTuple):
    """One level of a list. ``restart`` is the level (from 1) after which it starts again, None for any higher."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    hidden: bool = False
    font: str | None = None
    style: str | None = None


class _List(NamedTuple):
    """A ``w:num``: which counters it shares, its levels, the starts it overrides once, and its texts in pieces.

    ``restarts`` holds for each level the deeper ones that start again after it; ``templates`` the text of each level
    as words and, as numbers, the levels whose count stands there.
    """

    counters: str
    levels: tuple[Level | None, ...]
    starts: tuple[int | None, ...]
    restarts: tuple[tuple[int, ...], ...]
    templates: tuple[tuple[str | int, ...], ...]


class Numbering:
    """The definitions of one file; ``count()`` gives fresh counters for one story."""

    __slots__ = ("_abstract", "_links", "_lists", "_load", "_loaded", "_nums", "_styles")

    def __init__(self, load: Callable[[], Element | None], styles: Styles) -> None:
        """``load`` gives the root of the part, None if there is none; it is called when a list is first used."""
        self._styles = styles
        self._load = load
        self._loaded = False
        self._abstract: dict[str, Element] = {}
        self._nums: dict[int, Element] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[int, _List | None] = {}

    def _read(self) -> None:
        self._loaded = True
        root = self._load()
        for child in () if root is None else root:
            if child.tag == _ABSTRACT:
                key = child.get(_ABSTRACT_ID) or ""
                self._abstract.setdefault(key, child)
                link = child.find(_STYLE_LINK)
                if link is not None:
                    self._links.setdefault(link.get(VAL) or "", key)
            elif child.tag == _NUM and (num_id := number(child.get(_NUM_ID))) is not None:
                self._nums.setdefault(num_id, child)

    def list(self, num_id: int) -> _List | None:
        """The list with this ``w:numId``, None if it or what it is built on is missing."""
        if not self._loaded:
            self._read()
        if num_id not in self._lists:
            self._lists[num_id] = self._build(num_id)
        return self._lists[num_id]

    def style_level(self, num_id: int, chain: tuple[str, ...]) -> int | None:
        """The level that is tied to a paragraph style or to one that it is based on."""
        found = self.list(num_id)
        for style_id in chain if found else ():
            for index, level in enumerate(found.levels if found else ()):
                if level is not None and level.style == style_id:
                    return index
        return None

    def _build(self, num_id: int) -> _List | None:
        num = self._nums.get(num_id)
        named = None if num is None else num.find(_ABSTRACT_ID)
        if num is None or named is None:
            return None
        key = self._follow(named.get(VAL) or "")
        abstract = self._abstract.get(key)
        if abstract is None:
            return None
        levels = _levels(abstract)
        starts: list[int | None] = [None] * LEVELS
        for override in num.iterchildren(_OVERRIDE):
            index = number(override.get(ILVL), -1)
            if index is None or not 0 <= index < LEVELS:
                continue
            own = override.find(_LEVEL)
            if own is not None:
                levels[index] = _level(own)
            start = override.find(_START_OVERRIDE)
            if start is not None:
                starts[index] = number(start.get(VAL))
        return _List(
            key,
            tuple(levels),
            tuple(starts),
            tuple(_restarts(levels, index) for index in range(LEVELS)),
            tuple(_template(level.text if level else "") for level in levels),
        )

    def _follow(self, key: str) -> str:
        """From a list that only names a list style to the list that defines it."""
        abstract = self._abstract.get(key)
        link = None if abstract is None else abstract.find(_NUM_STYLE_LINK)
        if link is None:
            return key
        style_id = link.get(VAL) or ""
        if style_id in self._links:
            return self._links[style_id]
        num_id = self._styles.get(style_id).num_id
        num = self._nums.get(num_id) if num_id is not None else None
        named = None if num is None else num.find(_ABSTRACT_ID)
        return key if named is None else named.get(VAL) or key


def _restarts(levels: list[Level | None], index: int) -> tuple[int, ...]:
    """The levels that start again when one of level ``index`` has been counted."""
    found = []
    for deeper in range(index + 1, LEVELS):
        below = levels[deeper]
        if below is None or below.restart is None or index < below.restart:
            found.append(deeper)
    return tuple(found)


def _template(text: str) -> tuple[str | int, ...]:
    """``(%1.%2)`` as ``("(", 0, ".", 1, ")")``."""
    return tuple(int(part) - 1 if index % 2 else part for index, part in enumerate(_PLACEHOLDER.split(text)))


def _levels(abstract: Element) -> list[Level | None]:
    levels: list[Level | None] = [None] * LEVELS
    for child in abstract.iterchildren(_LEVEL):
        index = number(child.get(ILVL), -1)
        if index is not None and 0 <= index < LEVELS:
            levels[index] = _level(child)
    return levels


_READ: dict[str, Callable[[Level, Element], Level]] = {
    _START: lambda level, e: level._replace(start=number(e.get(VAL), 0) or 0),
    _FORMAT: lambda level, e: level._replace(format=_format(e)),
    _TEXT: lambda level, e: level._replace(text=e.get(VAL) or ""),
    _RESTART: lambda level, e: level._replace(restart=number(e.get(VAL))),
    _LEGAL: lambda level, e: level._replace(legal=on(e.get(VAL))),
    _STYLE: lambda level, e: level._replace(style=e.get(VAL)),
}


def _level(element: Element) -> Level:
    level = Level(start=0)
    for child in _said(element):
        if child.tag == RPR:
            vanish, fonts = child.find(_VANISH), child.find(_FONTS)
            font = None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi"))
            level = level._replace(hidden=vanish is not None and on(vanish.get(VAL)), font=font)
        elif (reader := _READ.get(child.tag)) is not None:
            level = reader(level, child)
    return level


def _said(element: Element) -> Iterator[Element]:
    """The children of a level; the format that only newer programs know stands among alternatives."""
    for child in element:
        branch = chosen(child) if child.tag == ALTERNATE else None
        yield from (child,) if branch is None else branch


def _format(element: Element) -> str:
    """The name of a number format; one that is custom is known by its examples (``001, 002, 003, ...``)."""
    name = element.get(VAL) or "decimal"
    return element.get(_CUSTOM) or "decimal" if name == "custom" else name


class Counters:
    """Counts the numbered paragraphs of one story in their order."""

    __slots__ = ("_applied", "_counts", "_numbering")

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._applied: set[tuple[int, int]] = set()

    def label(self, num_id: int, index: int) -> str:
        """Counts one paragraph of list ``num_id`` at level ``index`` (from 0) and gives what is printed."""
        found = self._numbering.list(num_id)
        if found is None or not 0 <= index < LEVELS:
            return ""
        level = found.levels[index]
        if level is None:
            return ""
        counts = self._counts.setdefault(found.counters, [None] * LEVELS)
        self._advance(counts, found, num_id, index)
        if level.hidden:
            return ""
        if level.format == "bullet":
            return symbols.bullet(level.text, level.font)
        template = found.templates[index]
        if len(template) == 3 and template[1] == index:
            return f"{template[0]}{_printed(counts, found, index, level.legal)}{template[2]}".strip()
        return "".join(
            [part if isinstance(part, str) else _printed(counts, found, part, level.legal) for part in template]
        ).strip()

    def _advance(self, counts: list[int | None], found: _List, num_id: int, index: int) -> None:
        start, current = found.starts[index], counts[index]
        if start is not None and (num_id, index) not in self._applied:
            self._applied.add((num_id, index))
            counts[index] = start
        else:
            counts[index] = self._first(found, num_id, index) if current is None else current + 1
        for deeper in found.restarts[index]:
            counts[deeper] = None
        for above in range(index):
            if counts[above] is None:  # a level that is skipped is used up: what it would have printed is not free
                counts[above] = self._first(found, num_id, above)

    def _first(self, found: _List, num_id: int, index: int) -> int:
        """Where the counting of a level begins."""
        start = found.starts[index]
        if start is not None:
            self._applied.add((num_id, index))
            return start
        return (found.levels[index] or Level()).start


def _printed(counts: list[int | None], found: _List, index: int, legal: bool) -> str:
    level = found.levels[index] or Level()
    value = counts[index]
    if value is None:
        value = level.start if found.starts[index] is None else found.starts[index] or 0
    if level.format == "decimal" or (legal and level.format != "none"):
        return str(value)
    return render(value, level.format)

"""Invented clean drafts, composed of the tables of topics, frames and styles.

A frame is a paragraph, or a row of paragraphs, with places for what belongs to a topic. Which frames are taken and in which
order follows from the seed; the same seed gives the same draft. All words stand in the tables ``exercise-topics``,
``exercise-frames`` and ``exercise-styles``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from resolint.errors import BadConfiguration
from resolint.lexicon import Lexicon, TableRow
from resolint.regex import lazy
from resolint.teach.chance import Chance

__all__ = ["DEFAULT_STYLE", "Composed", "Style", "compose", "styles", "topics"]

DEFAULT_STYLE = "un"
_SEPARATOR = lazy(r"[ ]?\|[ ]?")
_ACT = "act"
_PLACES = ("first", "early", "", "late", "last")
_SESSION, _NOW = 81, 2026
"""The session that invented drafts are submitted to, and its year."""
_OPENING = lazy(r"^\*([^*\n]{1,60})\*")


@dataclass(frozen=True, slots=True)
class Style:
    """How drafts of a kind of conference look: profile, template, organ line, marking of openings, lines at the top."""

    name: str
    profile: str
    template: str
    organ: str
    preambular: str
    operative: str
    head: str


@dataclass(frozen=True, slots=True)
class Composed:
    """An invented draft in the notation: its topic, its style, and for each trap the rules that it leads into."""

    source: str
    topic: str
    style: Style
    traps: tuple[str, ...] = ()


def styles(lexicon: Lexicon) -> Mapping[str, Style]:
    """The styles by name."""
    return {row["style"]: Style(*(row[key] for key in _STYLE)) for row in lexicon.rows("exercise-styles")}


_STYLE = ("style", "profile", "template", "organ", "preambular", "operative", "head")


def topics(lexicon: Lexicon) -> tuple[TableRow, ...]:
    """What invented drafts are about."""
    return lexicon.rows("exercise-topics")


def compose(lexicon: Lexicon, style: str, chance: Chance, topic: str | None = None, size: int = 7) -> Composed:
    """A draft in ``style`` with about ``size`` preambular and as many operative paragraphs.

    ``topic`` names a row of the table of topics, by default one that is drawn. Raises BadConfiguration for an unknown style.
    """
    known = styles(lexicon)
    if style not in known:
        raise BadConfiguration(f"there is no style {style}; choose one of {', '.join(known)}")
    rows = topics(lexicon)
    about = next((row for row in rows if row["topic"] == topic), None) or chance.one(rows)
    return _Composer(lexicon, known[style], about, chance).draft(size)


class _Composer:
    """Fills frames for one draft."""

    def __init__(self, lexicon: Lexicon, style: Style, about: TableRow, chance: Chance) -> None:
        self.lexicon = lexicon
        self.style = style
        self.about = about
        self.chance = chance
        self.acts = iter(chance.shuffled([about[f"{_ACT}{number}"] for number in range(1, 7)]))
        self.left = 6
        self.notes: list[str] = []
        self.facts = _facts(lexicon, about, chance)

    def draft(self, size: int) -> Composed:
        frames = self.lexicon.rows("exercise-frames")
        preamble = self._chosen([row for row in frames if row["part"] == "preamble"], size)
        operative = self._chosen([row for row in frames if row["part"] == "operative"], size)
        head = _SEPARATOR.split(self._filled(self.style.head))
        lines = [*map(str.strip, head), "", self.style.organ, ""]
        for row in preamble:
            for text in _SEPARATOR.split(self._filled(row["text"])):
                lines += [_marked(text, self.style.preambular), ""]
        number = 0
        for row in operative:
            for text in _SEPARATOR.split(self._filled(row["text"])):
                if text.startswith("("):
                    lines += [f"    {text}", ""]
                else:
                    number += 1
                    lines += [f"{number}. {_marked(text, self.style.operative)}", ""]
        lines += [line for note in self.notes for line in (note, "")]
        source = "\n".join(lines).rstrip("\n") + "\n"
        return Composed(source, self.about["topic"], self.style, _traps((*preamble, *operative)))

    def _chosen(self, frames: Sequence[TableRow], size: int) -> list[TableRow]:
        """Frames of which no two begin alike, in the order in which they belong."""
        groups: set[str] = set()
        chosen: list[TableRow] = []
        must = {"last"} if frames[0]["part"] == "operative" else {"early"}
        for row in [*self._needed(frames, must), *self.chance.shuffled(frames)]:
            acts = row["text"].count(f"{{{_ACT}}}")
            if row["group"] in groups or acts > self.left or len(chosen) == size:
                continue
            groups.add(row["group"])
            self.left -= acts
            chosen.append(row)
        return sorted(chosen, key=lambda row: _PLACES.index(row["place"]))

    def _needed(self, frames: Sequence[TableRow], places: set[str]) -> Iterator[TableRow]:
        for place in sorted(places):
            yield self.chance.one([row for row in frames if row["place"] == place])

    def _filled(self, text: str) -> str:
        parts = []
        for words, name, _, _ in Formatter().parse(text):
            parts.append(words)
            if name == _ACT:
                parts.append(next(self.acts))
            elif name == "note":
                mark = f"[^{len(self.notes) + 1}]"
                self.notes.append(f"{mark}: A/{_SESSION}/{self.chance.between(60, 480)}.")
                parts.append(mark)
            elif name is not None:
                parts.append(self.facts[name] if name in self.facts else self.about[name])
        return "".join(parts)


def _facts(lexicon: Lexicon, about: TableRow, chance: Chance) -> dict[str, str]:
    """What stands in the places of frames that belong to no topic."""
    months = [row["month"] for row in lexicon.rows("months")]
    states = {
        row["official_short_name"]: row["sort_key"]
        for row in lexicon.rows("member-states")
        if row["official_short_name"].isalpha() and row["official_short_name"] == row["running_form"]
    }
    several = sorted(chance.shuffled([*states])[:6], key=states.__getitem__)
    adopted = chance.one([row for row in lexicon.rows("resolution-dates") if _is_recent(row)])
    day = datetime.date.fromisoformat(adopted["date"])
    return {
        "n": str(chance.between(4, 58)),
        "item": f"{chance.between(16, 24)} ({chance.one('abcd')})",
        "day": str(chance.between(5, 29)),
        "states": f"{', '.join(several[:2])} and {several[2]}",
        "state": several[0],
        "more": f"{several[3]}, {several[4]}, {several[5]}",
        "month": chance.one(months),
        "year": str(chance.between(2019, 2025)),
        "nextyear": str(_NOW + chance.between(1, 3)),
        "share": str(chance.between(11, 68)),
        "thousands": f"{chance.between(12, 96)},{chance.between(1, 9)}00",
        "money": str(chance.between(11, 48)),
        "resolution": f"{adopted['number']} of {day.day} {months[day.month - 1]} {day.year}",
        "title": about["title"],
    }


_DECISIONS = 400
"""From this number on the Assembly counts its decisions."""


def _is_recent(row: TableRow) -> bool:
    """Whether a row of the table of dates is a resolution of the last sessions of the General Assembly before this one."""
    session, _, number = row["number"].partition("/")
    return (
        row["organ"] == "GA"
        and session.isdecimal()
        and number.isdecimal()
        and int(number) < _DECISIONS
        and _SESSION - 9 < int(session) < _SESSION
        and "," not in row["date"]
    )


def _marked(text: str, marking: str) -> str:
    """A paragraph whose opening, in italics in the table, is marked as a style wants it."""
    around = {"italics": ("*", "*"), "underlined": ("<u>", "</u>"), "bold": ("**", "**")}[marking]
    return _OPENING.sub(lambda found: f"{around[0]}{found[1]}{around[1]}", text)


def _traps(rows: Sequence[TableRow]) -> tuple[str, ...]:
    """The rules that right constructions of the draft may be taken to break."""
    return tuple(sorted({rule for row in rows for rule in row["trap"].split()}))

"""Reads mastheads in the other official languages: fields by their words, sponsors parted as each language joins them."""

from __future__ import annotations

from collections.abc import Sequence

from resolint.lexicon.tongues import BEFORE_I, Tongue
from resolint.model import Span
from resolint.regex import lazy
from resolint.structure.head import HeadFields, Hint, take_line
from resolint.structure.rows import BlockView

__all__ = ["parted", "take_masthead"]

_FIELDS = ("distribution", "agenda_item", "session", "date")
_SHORT = 160
_HELD = "\x00"
_SYMBOL = lazy(r"\s{0,4}(?P<symbol>[A-Z]{1,8}/[A-Z0-9][\w./()-]{1,30}\*{0,3})?")
"""What may follow the name of the United Nations at the top of a masthead."""


def take_masthead(heading: HeadFields, rows: Sequence[BlockView], tongue: Tongue) -> set[str]:
    """Take in what the lines above the text say; gives the ids of those that said something."""
    taken: set[str] = set()
    for row in rows:
        if not row.words or len(row.words) > 400 or row.block.kind == "frame":
            continue
        said = False
        for line in filter(None, map(str.strip, row.words.split("\n"))):
            start = row.text.find(line, row.start)
            for field in _FIELDS:
                found = tongue.says(field, line)
                if found is not None and (field != "session" or len(line) < 90):
                    heading.put(field, found[0], Span(row.id, start, start + found.end()))
                    said = True
            if named := tongue.says("united nations", line):
                symbol = _SYMBOL.fullmatch(line, named.end())
                said = said or symbol is not None or named.end() == len(line)
                if symbol is not None and symbol["symbol"]:
                    at = start + symbol.start("symbol")
                    heading.put("symbol", symbol["symbol"], Span(row.id, at, at + len(symbol["symbol"])))
            if found := tongue.says("original", line):
                heading.put("language", found[0].rpartition(":")[2].strip(), Span(row.id, start, start + found.end()))
                said = True
            stated = line if line == heading.values.get("body") else ""
            if body := tongue.bodies.get(tongue.fold(line)[0].rstrip(","), stated):
                heading.body(body, Span(row.id, start, start + len(line)), sure=True)
                said = True
            said = _sponsored(heading, row, line, start, tongue) or said
        said = said or take_line(heading, row, title=True)
        if said:
            taken.add(row.id)
    heading.settle()
    return taken


def _sponsored(heading: HeadFields, row: BlockView, line: str, start: int, tongue: Tongue) -> bool:
    """The line of sponsors: names, a colon, what they hand in."""
    names, colon, label = line.partition(":")
    draft = tongue.patterns.get("draft")
    if not colon or draft is None or not draft.search(label) or len(label) > _SHORT:
        return False
    found = [name.strip(" *\ufffc") for name in _with_commas(names, tongue).split(",")]
    heading.sponsor(filter(None, found), Span(row.id, start, start + len(names)))
    heading.put("label", label.strip(), Span(row.id, start + len(names) + 1, start + len(line)))
    return True


def _with_commas(names: str, tongue: Tongue) -> str:
    """A list of names with a comma in the place of the word before the last; names that hold that word are kept."""
    word = tongue.lexicon.grammar.and_
    # Chinese parts no words, and the Arabic word is written as one with the name behind it.
    joint = {"zh": word, "ar": f" {word}"}.get(tongue.code, f" {word} ")
    kept = tongue.patterns.get("joined names")
    held = kept.sub(lambda name: name[0].replace(joint, _HELD), names) if kept is not None else names
    if tongue.code == "es":
        held = BEFORE_I.sub(", ", held)
    return held.replace(joint, ", ").replace("、", ",").replace("،", ",").replace(_HELD, joint)


def parted(hint: Hint, tongue: Tongue) -> Hint:
    """What a source states outright; of sponsors each name apart, as the language parts them."""
    field, value, span = hint
    return (field, _with_commas(value.replace("：", ":"), tongue), span) if field == "sponsors" else hint

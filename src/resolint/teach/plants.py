"""How faults come into a clean draft: the ways of each rule, and the places in a draft where they can be gone.

A way is declared on the card (``plant``), or follows from it: for a rule that swaps words the preferred word becomes the other
one, and what a card's fix makes of its own bad example is undone. A way is only a proposal: whether the fault is what the rule
finds is for the linter to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from resolint import structure, wording
from resolint.frozen import NamedTuple
from resolint.lexicon import TableRow
from resolint.model import Block, Document
from resolint.rule import Card, Plant
from resolint.teach.sight import look_alike

__all__ = ["Site", "SourceLine", "can_be_swapped", "lines_of", "sites", "ways"]

_OPERATIVE = structure.PARTS[4]
_LANGUAGE = "en"
_EDGES = ("(?<![\\w-])", "(?![\\w-])")
_LONGEST = 60
"""Characters of the words that an example may exchange; more is no slip of the pen."""
_LAST = "\u024f"
"""The last of the Latin letters: invented drafts hold no others."""
_SHORTEST = 5
"""Characters of right words that are exchanged; shorter ones stand everywhere and mean something else there."""


class SourceLine(NamedTuple):
    """A line of a draft's source that holds a paragraph: its text, the block it became, and where it belongs."""

    number: int
    text: str
    block: str
    parts: frozenset[str]


class Site(NamedTuple):
    """A place for a fault: in line ``line``, the characters ``start`` to ``end``, which are ``old``, become ``new``.

    ``accept`` are further texts that would be right there, besides ``old``.
    """

    rule: str
    line: int
    start: int
    end: int
    old: str
    new: str
    accept: tuple[str, ...] = ()


def ways(card: Card, tables: Mapping[str, Sequence[TableRow]]) -> tuple[Plant, ...]:
    """The ways to make the fault of a card, those that it declares first."""
    return (*card.plants, *dict.fromkeys((*_swapped(card, tables), *_undone(card))))


def lines_of(document: Document, source: str) -> tuple[SourceLine, ...]:
    """The lines of ``source``, from which ``document`` was read, that hold the beginning of a paragraph."""
    texts = source.split("\n")
    last = document.acts[-1].operative[-1] if document.acts and document.acts[-1].operative else None
    found: dict[int, SourceLine] = {}
    for block in _blocks(document):
        if not block.places:
            continue
        number = block.places[0].line
        if not 0 < number <= len(texts) or number in found:
            continue
        parts = {structure.part(document, block.id)}
        home = structure.home(document, block.id)
        if home is not None and home.clause.role == "subparagraph":
            parts = {"subparagraph"}
        elif last is not None and not last.children and block.id in last.blocks:
            parts.add("last")
        found[number] = SourceLine(number, texts[number - 1], block.id, frozenset(parts))
    return tuple(found[number] for number in sorted(found))


def sites(rule: str, known: Sequence[Plant], lines: Sequence[SourceLine]) -> Iterator[Site]:
    """The places where a rule's fault can be made."""
    for way in known:
        pattern = re.compile(way.find)
        for line in lines:
            if way.part and way.part not in line.parts:
                continue
            for found in pattern.finditer(line.text):
                new = found.expand(way.put)
                if new != found[0]:
                    accept = tuple(found.expand(text) for text in way.accept)
                    yield Site(rule, line.number, found.start(), found.end(), found[0], new, accept)


def _blocks(document: Document) -> Iterator[Block]:
    yield from document.blocks
    for note in document.footnotes:
        yield from note.blocks


def _literal(text: str) -> str:
    """A pattern that finds a text as whole words."""
    before = _EDGES[0] if text[:1].isalnum() else ""
    return before + re.escape(text) + (_EDGES[1] if text[-1:].isalnum() else "")


def _template(text: str) -> str:
    return text.replace("\\", r"\\")


def _swapped(card: Card, tables: Mapping[str, Sequence[TableRow]]) -> Iterator[Plant]:
    """The pairs of a rule that swaps words, the other way round."""
    if card.check != "swap":
        return
    pairs = [(str(avoid), str(prefer)) for avoid, prefer in card.options.get("pairs", {}).items()]
    if "table" in card.options:
        where = card.options.get("where", {})
        for row in tables[card.options["table"]]:
            if all(row.get(key, "") in allowed for key, allowed in where.items()):
                split = str(card.options.get("split", "|"))
                pairs += [(avoid.strip(), row.get("prefer", "")) for avoid in row.get("avoid", "").split(split)]
    for avoid, prefer in pairs:
        if avoid and "|" not in prefer and can_be_swapped(prefer, avoid):
            yield Plant(_literal(prefer), _template(avoid))


def can_be_swapped(right: str, wrong: str) -> bool:
    """Whether wrong words can stand for right ones wherever these stand, and anybody sees it.

    More words in the place of fewer fit one sense of the fewer alone: *in the month of*, but not for every *in*.
    """
    few = len(wrong.split()) <= len(right.split())
    return few and len(right) >= _SHORTEST and not look_alike(right, wrong, _LANGUAGE)


def _undone(card: Card) -> Iterator[Plant]:
    """What the fix of a card makes of its bad examples, undone: the right words become the wrong ones."""
    for bad, fixed in zip(card.examples, card.examples[1:], strict=False):
        if bad.kind != "bad" or fixed.kind != "fixed":
            continue
        before, after = bad.source.split("\n"), fixed.source.split("\n")
        if len(before) != len(after):
            continue
        for wrong, right in zip(before, after, strict=True):
            for change in wording.changes(right, wrong):
                if _is_slip(change.old, change.new):
                    yield Plant(_literal(change.old), _template(change.new))


def _is_slip(right: str, wrong: str) -> bool:
    """Whether words that an example exchanges can be exchanged elsewhere, in a draft in Latin letters, and anybody sees it."""
    fit = all(1 < len(text) <= _LONGEST and any(map(str.isalpha, text)) and "*" not in text for text in (right, wrong))
    fit = fit and max(filter(str.isalpha, right)) <= _LAST
    return fit and len(right) >= _SHORTEST and not look_alike(right, wrong, _LANGUAGE)

"""References to a paragraph that holds nothing of what is said of it, while one beside it does, and to tables on the other side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.shared.clauses import inside, quotations
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.model import Act, Block, Clause, Document
from resolint.regex import lazy
from resolint.rule import Context
from resolint.tables import tables

__all__ = ["holds", "own_words", "stem_of", "stems_of"]

_NEAR = 2
"""A number that is wrong is seldom wrong by more."""
_STEM = 6
_PARTICIPLE = (
    r"referred[ \xa0]to|mentioned|set[ \xa0](?:out|forth)|described|established|listed|outlined|identified|specified"
    r"|requested|called[ \xa0]for|contained|convened|created|received|submitted|prepared|provided[ \xa0]for|noted|envisaged"
    r"|foreseen|named|proclaimed|defined|adopted|approved|welcomed|held|made|undertaken"
)
_REFERENCE = lazy(
    r"\b(?P<what>(?:[A-Za-z][\w’-]*[ \xa0]){1,6}?"
    r"|(?:[A-Za-z][\w’-]*[ \xa0]){1,6}?[A-Za-z][\w’-]*,[ \xa0](?:which[ \xa0](?:is|are|was|were)|as)[ \xa0])"
    rf"(?P<done>{_PARTICIPLE})[ \xa0]"
    r"(?:by[ \xa0](?:him|her|it|them)[ \xa0]|by[ \xa0]the[ \xa0][A-Za-z-]+[ \xa0])?"
    r"(?:in|under|by|at|pursuant[ \xa0]to|in[ \xa0]accordance[ \xa0]with)[ \xa0](?:operative[ \xa0])?(?:sub-?)?paragraph[ \xa0]"
    r"(?P<number>\d{1,3})(?![ \xa0]?(?:,|and|or|to|[-–])[ \xa0]?[\d(])(?P<letter>[ \xa0]?\([a-z]\))?"
    r"(?=,?[ \xa0](?:above|below|of[ \xa0](?:the[ \xa0]present|this)[ \xa0](?:resolution|decision)))"
)
_DETERMINER = frozenset(("the", "those", "these", "any", "all", "such", "each", "no", "its", "their", "an", "a", "of", "on", "in",
                         "to", "for", "with", "by", "from", "and", "or", "that", "at", "under", "through"))  # fmt: skip
_WORD = lazy(r"[^\W\d_]+(?:[-’][^\W\d_]+)*")


class _Reference(NamedTuple):
    """Words that a paragraph is said to hold, the paragraph, and where its number stands."""

    stems: tuple[str, ...]
    noun: str
    number: str
    letter: str
    start: int
    end: int


@check("OPR051")
def reference_astray(document: Document, context: Context) -> Iterator[Hit]:
    """*The guidelines referred to in paragraph 6 above*, where paragraph 7 speaks of guidelines and paragraph 6 does not.

    The option ``general`` holds the nouns that stand for anything: *measures*, *issues*.
    """
    general = frozenset(context.options["general"])
    for act in document.acts:
        known = {clause.number: clause for clause in act.operative if clause.number.isdecimal()}
        if len(known) < 2 or len(known) != sum(clause.number.isdecimal() for clause in act.operative):
            continue
        for block_id, own in _places(act):
            block = document.block(block_id)
            if "aragraph" in block.text:
                yield from _astray(document, block, own, known, general)


def _places(act: Act) -> Iterator[tuple[str, str]]:
    """Every block of the clauses of an act with the number of the operative paragraph it stands in."""
    for top in act.preamble:
        yield from ((block, "") for clause in top.walk() for block in clause.blocks)
    for top in act.operative:
        yield from ((block, top.number) for clause in top.walk() for block in clause.blocks)


def _astray(
    document: Document, block: Block, own: str, known: Mapping[str, Clause], general: frozenset[str]
) -> Iterator[Hit]:
    quoted = quotations(block.text)
    for found in _references(block):
        if found.noun in general or found.number not in known or inside(quoted, found.start, found.end):
            continue
        target = known[found.number]
        if holds(document, target, found.letter, found.stems, loosely=True):
            continue
        other = _other(document, found, known, own)
        if other:
            values = {"number": _shown(found.number, found.letter), "noun": found.noun, "other": other}
            yield Hit(block.span(found.start, found.end), values)


def _references(block: Block) -> Iterator[_Reference]:
    for match in _REFERENCE.finditer(block.text, block.lead):
        words = [word[0] for word in _WORD.finditer(match["what"])]
        while words and words[-1].lower() in ("which", "is", "are", "was", "were", "as"):
            words.pop()
        phrase: list[str] = []
        for word in reversed(words):
            if word.lower() in _DETERMINER:
                break
            phrase.insert(0, word)
        if phrase and len(phrase[-1]) > 3:
            letter = (match["letter"] or "").strip(" \xa0()")
            end = match.end("letter") if match["letter"] else match.end("number")
            yield _Reference(
                tuple(map(stem_of, phrase)), phrase[-1].lower(), match["number"], letter, match.start("number"), end
            )


def stem_of(word: str) -> str:
    """The beginning of a word, which is the same in all its forms."""
    low = word.lower()
    low = low[:-3] if low.endswith("ies") else low.removesuffix("s")
    return low[: max(4, min(_STEM, len(low) - 2))] if len(low) > 4 else low


def stems_of(text: str) -> frozenset[str]:
    """The stems of all words of a text."""
    return frozenset(stem_of(word[0]) for word in _WORD.finditer(text))


def own_words(document: Document, clause: Clause) -> str:
    """The words of a clause, without its subparagraphs and without what it says to stand elsewhere."""
    text = " ".join(document.block(block).text for block in clause.blocks)
    return _REFERENCE.sub("", text)


def holds(document: Document, clause: Clause, letter: str, stems: tuple[str, ...], loosely: bool = False) -> bool:
    """Whether a paragraph, or one of its subparagraphs with the words that lead to it, holds one of the words."""
    if letter:
        part = next((child for child in clause.children if child.number == letter), None)
        if part is None:
            return True
        words = " ".join((own_words(document, clause), *(own_words(document, inner) for inner in part.walk())))
    else:
        words = " ".join(own_words(document, inner) for inner in clause.walk())
    said = stems_of(words)
    if loosely:
        # *The notifications* of States that *notify* one another: of two forms the shorter stem begins the longer.
        return any(stem.startswith(one) or one.startswith(stem) for one in said for stem in stems)
    return any(stem in said for stem in stems)


def _other(document: Document, found: _Reference, known: Mapping[str, Clause], own: str) -> str:
    """The paragraph, or sister of the subparagraph, nearby that holds the noun itself; empty if none does, or several do."""
    noun = found.stems[-1:]
    number = int(found.number)
    near = [str(number + step) for step in range(-_NEAR, _NEAR + 1) if step and str(number + step) in known]
    if found.letter:
        sisters = [(found.number, child) for child in known[found.number].children if child.number != found.letter]
        cousins = [(one, child) for one in near for child in known[one].children if child.number == found.letter]
        holding = [
            _shown(one, child.number)
            for one, child in (*sisters, *cousins)
            if child.number and noun[0] in stems_of(" ".join(own_words(document, inner) for inner in child.walk()))
        ]
    else:
        holding = [one for one in near if one != own and holds(document, known[one], "", noun)]
        if len(holding) > 1:
            holding = [one for one in holding if _creates(document, known[one], noun[0])]
    return holding[0] if len(holding) == 1 else ""


def _creates(document: Document, clause: Clause, stem: str) -> bool:
    """Whether a paragraph brings a thing up, where others speak of it as known: *a panel discussion*."""
    words = " ".join(own_words(document, inner) for inner in clause.walk())
    return (
        re.search(
            rf"\b(?:an?|one|two|three|following)[ \xa0](?:[\w’-]+[ \xa0]){{0,4}}?{re.escape(stem)}",
            words.lower(),
        )
        is not None
    )


def _shown(number: str, letter: str) -> str:
    return f"{number} ({letter})" if letter else number


_TABLE = lazy(r"\b[Tt]he[ \xa0](?:following[ \xa0])?(?P<what>table)[ \xa0](?P<side>above|below)\b")


@check("OPR052")
def table_on_other_side(document: Document, context: Context) -> Iterator[Hit]:
    """*The table above* where every table stands below."""
    order = {block.id: index for index, block in enumerate(document.blocks)}
    places = [min(order[block.id] for block in table.blocks() if block.id in order) for table in tables(document)]
    if not places:
        return
    for block in document.blocks:
        for match in _TABLE.finditer(block.text):
            here = order[block.id]
            above = any(place < here for place in places)
            below = any(place > here for place in places)
            side = match["side"]
            if block.cell is None and ((side == "above" and not above) or (side == "below" and not below)):
                other = "below" if side == "above" else "above"
                yield Hit(block.span(*match.span("side")), {"found": match[0], "right": other})

"""References from one paragraph of a text to another: whether there is such a paragraph, and on the side that is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.opr.fields import fresh, resolved
from resolint.checks.shared.clauses import inside, quotations
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.model import Act, Block, Clause, Document
from resolint.regex import lazy
from resolint.rule import Context

_LETTERS = r"\([a-z]{1,4}\)"
_ITEM = rf"(?:\d{{1,3}}(?:[ \xa0]?{_LETTERS}){{0,3}}|{_LETTERS})"
_LIST = (
    rf"\b(?:sub-?)?paragraphs?[ \xa0](?P<list>{_ITEM}"
    rf"(?:(?:,[ \xa0](?:and[ \xa0]|or[ \xa0])?|[ \xa0](?:and|or|to)[ \xa0]|[-–]){_ITEM}){{0,12}})"
    r"(?!,?[ \xa0](?:(?:and|or|to)[ \xa0])?[\d(])"
)
_REFERENCE = lazy(rf"{_LIST},?[ \xa0](?P<side>above|below|of (?:the present|this) (?:resolution|decision))\b")
_BARE = lazy(rf"{_LIST}(?P<side>)(?=[,;.]|[ \xa0](?:and|shall|will|is|are|do|does|may|should)\b|$)")
_OWN = lazy(r"(?:the present|this) (?:resolution|decision)")
_OTHERS = lazy(
    r"resolution|decision|(?<!to )report|letter|statement|document|note by|guideline|thereof|\brules?\b"
    r"|[Aa]rticle|[Aa]nnex|[AESCT]/"
    r"|Charter|Convention|Covenant|Protocol|Treaty|Agreement|Accord|Statute|Declaration|Programme|Plan|Agenda|Outcome"
    r"|Framework|Principles|Pact|Compact|Consensus"
)
"""Words of a paragraph that may speak of another document, whose paragraphs a bare number may mean."""
_PART = lazy(rf"(?P<number>\d{{1,3}})?(?P<letters>(?:[ \xa0]?{_LETTERS}){{0,3}})")
_LABEL = lazy(r"[a-z]+")


class _Item(NamedTuple):
    """One member of a list such as *paragraphs 5, 7 (b) and (c) above*: where it stands and what it names.

    ``readings`` are the labels below the number: one row of them, or, where a label stands alone, one row for each
    level that it may be of (*7 (b) (i) and (c)*, *7 (b) (i) and (ii)*).
    """

    start: int
    end: int
    number: str
    readings: list[tuple[str, ...]]

    @property
    def shown(self) -> str:
        """The member in full, with the number that a lone label goes with."""
        return " ".join((self.number, *(f"({letter})" for letter in self.readings[0])))


@check("OPR024")
def dangling_reference(document: Document, context: Context) -> Iterator[Hit]:
    """*Paragraph 9 above* where no paragraph 9 stands above, *paragraph 1 (d) above* where 1 has no (d)."""
    for act in document.acts:
        numbers = [clause.number for clause in act.operative if clause.number.isdecimal()]
        if not numbers or len(numbers) != len(set(numbers)):
            continue
        known = {clause.number: clause for clause in act.operative if clause.number.isdecimal()}
        for clause, here in _places(act):
            for block_id in clause.blocks:
                block = document.block(block_id)
                fields = resolved(document, block)
                yield from _dangling(block, here, known, fields, fresh(document, block) if fields else [])


def _places(act: Act) -> Iterator[tuple[Clause, int]]:
    """Every clause of an act with the number of the operative paragraph it stands in, 0 in the preamble."""
    for top in act.preamble:
        yield from ((clause, 0) for clause in top.walk())
    for top in act.operative:
        here = int(top.number) if top.number.isdecimal() else 0
        yield from ((clause, here) for clause in top.walk())


def _dangling(
    block: Block,
    here: int,
    known: Mapping[str, Clause],
    fields: list[tuple[int, int]],
    right: list[tuple[int, int]],
) -> Iterator[Hit]:
    """``fields`` are stretches that automatic cross-references print: OPR025 knows better where those lead.

    Of those, ``right`` print the number that is there: *above* or *below*, which was typed behind it, may still be wrong.
    """
    ranges = quotations(block.text)
    found = list(_REFERENCE.finditer(block.text))
    if here and "aragraph" in block.text and not _OTHERS.search(_OWN.sub("", block.text)):
        found += _BARE.finditer(block.text)
    for match in found:
        if inside(ranges, *match.span()):
            continue
        side = match["side"]
        for item in _items(match["list"], match.start("list")):
            value = int(item.number)
            wrong = item.number not in known or not any(_has(known[item.number], row) for row in item.readings)
            itself = here == value and item.readings == [()]
            turned = (side == "above" and (here < value or itself)) or (side == "below" and 0 < value <= here)
            printed = inside(fields, item.start, item.end)
            if (printed and turned and not wrong and inside(right, item.start, item.end)) or (
                not printed and (wrong or turned)
            ):
                values = {"number": item.shown, "side": side if side in ("above", "below") else "in this text"}
                end = match.end("side") if turned and not wrong else item.end
                yield Hit(block.span(item.start, end), values)


def _items(words: str, offset: int) -> Iterator[_Item]:
    """The members of a list that begins at ``offset``; a label alone goes with the number before it."""
    number = ""
    last: tuple[str, ...] = ()
    for part in _PART.finditer(words):
        labels = tuple(_LABEL.findall(part["letters"]))
        if part["number"]:
            number, last = part["number"], labels
            readings = [labels]
        elif labels and last:
            readings = [(*last[:level], *labels) for level in range(len(last) - 1, -1, -1)]
        else:
            continue
        start = part.end() - len(part[0].lstrip(" \xa0"))
        yield _Item(offset + start, offset + part.end(), number, readings)


def _has(clause: Clause, letters: tuple[str, ...]) -> bool:
    """Whether a paragraph has the subparagraph that ``letters`` lead to; one whose labels are missing or repeated may have any."""
    for letter in letters:
        labels = {child.number: child for child in clause.children}
        if "" in labels or len(labels) < len(clause.children):
            return True
        if letter not in labels:
            return False
        clause = labels[letter]
    return True

"""A check on references to annexes of the text itself that it does not have."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import quotations
from resolint.findings import Hit
from resolint.lexicon.labels import roman_value
from resolint.model import Act, Document
from resolint.regex import lazy
from resolint.rule import Context

_ONE = r"(?:[IVX]{1,5}|\d{1,2}|[A-H])"
_OWN = lazy(
    rf"\b(?P<word>[Aa]nnex(?:es)?|[Aa]ppendix|[Aa]ppendices)[ \xa0]"
    rf"(?P<list>{_ONE}(?:(?:,| and| to|–)[ \xa0]?(?:and[ \xa0])?{_ONE}){{0,4}})"
    r"[ \xa0](?:to|of)[ \xa0](?:the[ \xa0]present|this)[ \xa0](?:resolution|decision|draft)\b"
    r"|\b(?P<word2>[Aa]nnex|[Aa]ppendix)[ \xa0](?P<list2>[IVX]{1,5}|\d{1,2}|[A-H])[ \xa0](?:below|hereto)\b"
)
_PARAGRAPH = lazy(
    r"\bparagraphs?[ \xa0](?P<number>\d{1,3})(?:[ \xa0]\([a-z]\))?[ \xa0](?:of|in)[ \xa0]the[ \xa0]annex"
    r"[ \xa0](?:to[ \xa0](?:the[ \xa0]present|this)[ \xa0](?:resolution|decision)|hereto|below)\b"
)
_NUMBER = lazy(r"[IVX]{1,5}|\d{1,2}|[A-H]")


@check("REF034")
def annex_beyond_last(document: Document, context: Context) -> Iterator[Hit]:
    """*Annex III to the present resolution* in a text with two annexes."""
    for act in document.acts:
        if not act.annexes:
            continue  # STR016 asks for the annex that is announced
        have = _last(document, act)
        lone = len(act.annexes) == 1 and not _numbered(document, act)
        for clause in (*act.preamble, *act.operative):
            for block_id in (block_id for inner in clause.walk() for block_id in inner.blocks):
                block = document.block(block_id)
                ranges = quotations(block.text)
                for match in _OWN.finditer(block.text, block.lead):
                    if any(low <= match.start() and match.end() <= high for low, high in ranges):
                        continue
                    group = "list" if match["list"] else "list2"
                    for number in _NUMBER.finditer(match[group]):
                        value = (
                            int(number[0]) if number[0].isdecimal() else roman_value(number[0]) or _letter(number[0])
                        )
                        if value > have or (lone and match["word" if match["list"] else "word2"].lower() == "annex"):
                            start = match.start(group) + number.start()
                            span = block.span(match.start(), start + len(number[0]))
                            few = "one annex, without a number" if have == 1 else f"{have} annexes"
                            yield Hit(span, {"found": number[0], "have": few})


@check("REF045")
def annex_paragraph_beyond_last(document: Document, context: Context) -> Iterator[Hit]:
    """*Paragraph 9 of the annex to the present resolution* where the annex has seven."""
    for act in document.acts:
        if len(act.annexes) != 1:
            continue
        labels = [document.block(clause.body.block).label.rstrip(".") for clause in act.annexes[0].paragraphs]
        last = max((int(label) for label in labels if label.isdecimal()), default=0)
        for clause in (*act.preamble, *act.operative) if last else ():
            for block_id in (block_id for inner in clause.walk() for block_id in inner.blocks):
                block = document.block(block_id)
                for match in _PARAGRAPH.finditer(block.text, block.lead):
                    if int(match["number"]) > last:
                        yield Hit(block.span(*match.span()), {"found": match["number"], "last": str(last)})


def _numbered(document: Document, act: Act) -> bool:
    """Whether an annex of the act has a number or a letter in its heading."""
    return any(_NUMBER.fullmatch(word) for one in act.annexes for word in document.text(one.heading).split()[1:2])


def _letter(text: str) -> int:
    return ord(text) - ord("A") + 1


def _last(document: Document, act: Act) -> int:
    """The highest number that an annex of the act has, or their count."""
    numbers = [roman_value(word) or 0 for annex in act.annexes for word in document.text(annex.heading).split()[1:2]]
    return max([len(act.annexes), *numbers])

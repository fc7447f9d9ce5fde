"""The texts that an adopted document holds: symbol, title, date, body and paragraphs of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from resolint.corpus.jsonl import adopted_on, year_of_symbol
from resolint.corpus.paragraphs import paragraphs
from resolint.corpus.sidecar import body_of, iso_of
from resolint.corpus.values import Passage, Text
from resolint.lexicon import Lexicon
from resolint.model import Act, Document, Span

__all__ = ["texts_of"]


def texts_of(document: Document, lexicon: Lexicon, where: Callable[[Document, Span], str]) -> Iterator[Text]:
    """One text for each act of a document; one for all of it where no act was found.

    ``where`` names a place as a delegate says it.
    """
    found = paragraphs(document)
    places = {one.block: where(document, one.span()) for one in found}
    heads = [document.block(block).text for block in document.head.blocks if document.has_block(block)]
    heads += [block.text for block in document.blocks if block.kind == "header" or block.id.startswith("front/")]
    if len(document.acts) < 2:
        act = document.acts[0] if document.acts else None
        closing = [document.block(block).text for block in act.closing] if act is not None else []
        yield Text(
            symbol=document.head.symbol or _symbol_of(document, act, lexicon),
            passages=tuple(Passage(places[one.block], one.text) for one in found),
            title=_title(document, act),
            date=_date(document, [*closing, *_adoption_lines(document), *heads], lexicon),
            body=_organ(document, act, lexicon),
        )
        return
    for at, act in enumerate(document.acts, 1):
        name = f"{act.kind} {act.number}" if act.number else f"text {at}"
        own = {block for clause in _clauses(act) for block in clause}
        closing = [document.block(block).text for block in act.closing]
        yield Text(
            symbol=", ".join(part for part in (document.head.symbol or "", name) if part),
            passages=tuple(Passage(places[one.block], one.text) for one in found if one.block in own),
            title=_title(document, act),
            date=_date(document, [*closing, *heads], lexicon),
            body=_organ(document, act, lexicon),
            source=str(at),
        )


def _clauses(act: Act) -> Iterator[tuple[str, ...]]:
    for part in (act.preamble, act.operative, *(annex.paragraphs for annex in act.annexes)):
        for clause in part:
            for one in clause.walk():
                yield one.blocks


def _title(document: Document, act: Act | None) -> str:
    return " ".join(document.text(act.title).split()) if act is not None and act.title is not None else ""


def _adoption_lines(document: Document) -> list[str]:
    """The lines before the first paragraph that tell of adoption, such as *Resolution adopted by … on …*."""
    return [block.text for block in document.blocks[:40] if len(block.text) < 300 and "dopted" in block.text]


def _date(document: Document, lines: Sequence[str], lexicon: Lexicon) -> str:
    adopted = adopted_on([line for line in lines if "dopted" in line], lexicon) or iso_of(
        document.head.date or "", lexicon
    )
    return adopted or adopted_on(lines, lexicon) or year_of_symbol(document.head.symbol or "")


def _organ(document: Document, act: Act | None, lexicon: Lexicon) -> str:
    if act is not None and act.organ_line is not None:
        line = " ".join(document.text(act.organ_line).replace("*", "").split()).rstrip(",: ")
        line = line.removeprefix("The ").removeprefix("the ")
        if line and len(line) < 120:
            return line
    return body_of(document.head.symbol or "", lexicon) or (document.head.body or "")


def _symbol_of(document: Document, act: Act | None, lexicon: Lexicon) -> str:
    """The symbol that the number of an act stands for, where its organ has one way to write it."""
    if act is None or not act.number:
        return ""
    organ = _organ(document, act, lexicon)
    prefix = next(
        (row["symbols"].split()[0] for row in lexicon.rows("organs") if row["name"] == organ and row["symbols"]), ""
    )
    return f"{prefix}{act.number}" if prefix.endswith("RES/") else act.number

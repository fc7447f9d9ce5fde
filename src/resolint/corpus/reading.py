"""The texts that an adopted document holds: symbol, title, date, body and paragraphs of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile

from resolint import regex
from resolint.corpus.jsonl import adopted_on, year_of_symbol
from resolint.corpus.paragraphs import paragraphs
from resolint.corpus.sidecar import body_of, iso_of
from resolint.corpus.values import Passage, Text
from resolint.lexicon import TONGUES, Lexicon
from resolint.lexicon.figures import day_in
from resolint.model import Act, Document, Span

__all__ = ["texts_of"]

_NAMED = regex.compiled(r"(?:act|resolution|decision|declaration)[ \u00a0][^,]*, ")
"""The name of an act before a place in it, where a file holds several."""
_HEAD = 40
"""So many blocks are looked at for a line of adoption."""


def texts_of(document: Document, lexicon: Lexicon, where: Callable[[Document, Span], str]) -> Iterator[Text]:
    """One text for each act that has a number of its own, with what is annexed to it; one for all of it where fewer are found.

    ``where`` names a place as a delegate says it.
    """
    found = paragraphs(document)
    places = {one.block: where(document, one.span()) for one in found}
    heads = [document.block(block).text for block in document.head.blocks if document.has_block(block)]
    heads += [block.text for block in document.blocks if block.kind == "header" or block.id.startswith("front/")]
    whole = _with_annexed(document.acts)
    if len(whole) < 2:
        acts = whole[0] if whole else ()
        places.update(_places(acts, places))
        act = acts[0] if acts else None
        closing = [document.block(block).text for block in act.closing] if act is not None else []
        yield Text(
            symbol=document.head.symbol or _symbol_of(document, act, lexicon),
            passages=tuple(Passage(places[one.block], one.text) for one in found),
            title=_title(document, act),
            date=_date(document, [*closing, *_adoption_lines(document), *heads], lexicon),
            body=_organ(document, act, lexicon),
        )
        return
    for at, acts in enumerate(whole, 1):
        act = acts[0]
        places.update(_places(acts, places))
        own = {block for one in acts for clause in _clauses(one) for block in clause}
        closing = [document.block(block).text for block in act.closing]
        yield Text(
            symbol=_symbol_among(document, act, lexicon),
            passages=tuple(Passage(places[one.block], one.text) for one in found if one.block in own),
            title=_title(document, act),
            date=_date(document, [*closing, *heads], lexicon),
            body=_organ(document, act, lexicon),
            source=str(at),
        )


def _with_annexed(acts: Sequence[Act]) -> list[tuple[Act, ...]]:
    """Each act with those behind it that have no number: the declarations, rules and plans that it adopts.

    Where not even the first has one, the acts that begin with an organ line are texts of their own.
    """
    numbered = any(act.number for act in acts)
    found: list[tuple[Act, ...]] = []
    for act in acts:
        if found and not act.number and (numbered or act.organ_line is None):
            found[-1] = (*found[-1], act)
        else:
            found.append((act,))
    return found


def _places(acts: Sequence[Act], places: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The places within a text of ``acts``, of which all but the first are annexed; what names an act is taken off."""
    for at, act in enumerate(acts):
        annex = "" if at == 0 else "annex, " if len(acts) == 2 else f"annex {at}, "
        for block in (block for clause in _clauses(act) for block in clause):
            if block in places and (at or len(acts) > 1):
                yield block, annex + _NAMED.sub("", places[block])


def _clauses(act: Act) -> Iterator[tuple[str, ...]]:
    for part in (act.preamble, act.operative, *(annex.paragraphs for annex in act.annexes)):
        for clause in part:
            for one in clause.walk():
                yield one.blocks


def _title(document: Document, act: Act | None) -> str:
    return " ".join(document.text(act.title).split()) if act is not None and act.title is not None else ""


def _adoption_lines(document: Document) -> list[str]:
    """The lines before the first paragraph that tell of adoption, such as *Resolution adopted by … on …*.

    What a paragraph says to have been adopted is another text.
    """
    said = {block for act in document.acts for clause in _clauses(act) for block in clause}
    before = takewhile(lambda block: block.id not in said, document.blocks[:_HEAD])
    return [block.text for block in before if len(block.text) < 300 and "dopted" in block.text]


def _date(document: Document, lines: Sequence[str], lexicon: Lexicon) -> str:
    adopted = adopted_on([line for line in lines if "dopted" in line], lexicon) or iso_of(
        document.head.date or "", lexicon
    )
    if not adopted and document.language in TONGUES:
        written = (day_in(line, document.language, lexicon) for line in (document.head.date, *lines))
        adopted = next(filter(None, written), "")
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


def _symbol_among(document: Document, act: Act, lexicon: Lexicon) -> str:
    """What to call one act of several: its symbol, else the symbol of the document with the act's kind and number.

    Without any of these nothing: its title then names it.
    """
    head = document.head.symbol or ""
    if not act.number or (head and head.endswith(f"/{act.number}")):
        return head
    if not head and act.kind == "resolution":
        symbol = _symbol_of(document, act, lexicon)
        if symbol != act.number:
            return symbol
    return ", ".join(part for part in (head, f"{act.kind} {act.number}") if part)

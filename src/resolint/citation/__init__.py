"""Finds, reads and writes references to documents.

``find`` gives every reference in a text; ``parse`` reads one; ``format`` writes one in the form that UN editors
use (Editorial Manual, system of identification of resolutions; footnotes and other references). For every
reference ``parse(format(citation)) == citation`` but for its place.

Kinds: ``resolution``, ``decision``, ``statement`` (of a President), ``document`` (a symbol), ``official records``,
``treaty series``, ``sales number``, ``ibid``, ``session``, ``meeting``, ``agenda item``, ``date``, and the provisions
``paragraph``, ``subparagraph``, ``article``, ``section``, ``annex``, ``chapter`` and ``rule``.
Malformed references are found as the thing they mean; ``resolint.citation.faults`` says what is wrong with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resolint.citation import acts, places, provisions, records, symbols
from resolint.citation.provisions import expand
from resolint.citation.writing import format
from resolint.errors import ResolintError
from resolint.lexicon import Lexicon, dates
from resolint.model import Citation, Span

__all__ = ["NotACitation", "expand", "find", "format", "parse"]

_ROMAN_ENDS = ("I)", "V)", "X)", "L)", "C)")
_PROVISION_STEMS = ("aragraph", "ara", "rticle", "rt.", "rts.", "ection", "ect", "nnex", "hap", "ule")


class NotACitation(ResolintError, ValueError):
    """A text that is not one reference and nothing else."""


def find(text: str, lexicon: Lexicon, *, block: str = "") -> tuple[Citation, ...]:
    """Every reference in ``text``, sorted by place; ``block`` is the address their spans carry.

    References of one kind never overlap. A member of a list has a citation of its own, with the organ that the
    list shares. The time taken grows with the length of the text.
    """
    main = list(_documents(text, block, lexicon))
    found = main
    if any(stem in text for stem in _PROVISION_STEMS):
        found = main + provisions.after_documents(provisions.find(text, block), main, text)
    found.extend(_occasions(text, block, main, lexicon))
    found.sort(key=lambda citation: (citation.span.start, -citation.span.end))
    return tuple(found)


def parse(text: str, lexicon: Lexicon, *, block: str = "") -> Citation:
    """The one reference that ``text`` consists of (surrounding blanks and a final full stop do not count).

    Raises NotACitation where the text is no reference, more than one, or has other words around it.
    """
    stripped = text.strip()
    offset = text.find(stripped)
    for citation in find(stripped, lexicon, block=block):
        rest = stripped[citation.span.end :]
        if citation.span.start == 0 and rest in ("", "."):
            return replace(citation, span=Span(block, offset, offset + citation.span.end))
    raise NotACitation(f"“{stripped[:80]}” is not a reference that can be read: write it as in “resolution 70/1”.")


def _documents(text: str, block: str, lexicon: Lexicon) -> Iterator[Citation]:
    taken: list[tuple[int, int]] = []
    if (
        "esolution" in text
        or "ecision" in text
        or "SCR" in text
        or "es." in text
        or "SOLUTION" in text
        or "CISION" in text
    ):
        for citation in acts.find(text, block, lexicon):
            taken.append((citation.span.start, citation.span.end))
            yield citation
    if "/CP." in text or "/CM" in text:
        yield from _untaken(acts.find_conference(text, block), taken)
    if any(end in text for end in _ROMAN_ENDS):
        yield from _untaken(acts.find_bare(text, block), taken)
    if "/" in text:
        yield from symbols.find(text, block, taken)
    if "Series" in text or "UNTS" in text or "U.N.T.S" in text or "bid." in text:
        yield from records.find_treaties(text, block)
    if "Records" in text or "upplement" in text or "bid.," in text:
        yield from records.find_records(text, block, lexicon)
    if "ales" in text:
        yield from records.find_sales(text, block)
    if "bid" in text:
        yield from records.find_ibid(text, block)


def _untaken(found: Iterator[Citation], taken: list[tuple[int, int]]) -> Iterator[Citation]:
    """Citations that begin outside the sorted spans ``taken``, which they then join."""
    index, kept = 0, []
    for citation in found:
        span = citation.span
        while index < len(taken) and taken[index][1] <= span.start:
            index += 1
        if index == len(taken) or span.end <= taken[index][0]:
            kept.append((span.start, span.end))
            yield citation
    taken.extend(kept)
    taken.sort()


def _occasions(text: str, block: str, main: list[Citation], lexicon: Lexicon) -> Iterator[Citation]:
    yield from places.find(text, block, lexicon)
    if "tem" in text:
        yield from places.find_items(text, block, lexicon)
    taken = [citation.span for citation in main if citation.date]
    index = 0
    taken.sort()
    for start, end, iso in dates.scan(text, lexicon):
        while index < len(taken) and taken[index].end <= start:
            index += 1
        if index == len(taken) or start < taken[index].start:
            yield Citation(Span(block, start, end), "date", date=iso)

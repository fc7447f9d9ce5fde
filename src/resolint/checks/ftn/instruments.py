"""Known instruments and their notes: a first mention without a note, a wrong registration number (FN004, FN011)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.shared.notes import organ, parts
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.organs import organ_name
from resolint.model import NOTE_MARK, Document, Footnote, Span
from resolint.regex import lazy
from resolint.rule import Context
from resolint.tokens import phrase, words_of

TableRow = Mapping[str, str]

_NUMBER = lazy(r"\bNos?\.\s*(\d{3,6})\b")
_LONGER = lazy(r"(?<=[a-z,] )[A-Z]\w+ (?:[a-z]+ )?(?:the )?$")
"""A title behind such words is part of a longer name: *the Special Committee on … the Implementation of the Declaration …*."""
_BEFORE = 60
_NEAR = 80
"""A note may stand this many characters after a name: after the year, after *and its Protocols*."""


@per_lexicon
def known(lexicon: Lexicon) -> list[TableRow]:
    """The instruments whose exact title and source are on record, longest titles first."""
    rows = [
        row
        for row in lexicon.rows("instruments")
        if row["exact"] == "yes" and len(row["title"]) > 20 and (row["registration"] or row["reference"])
    ]
    return sorted(rows, key=lambda row: -len(row["title"]))


@per_lexicon
def _titled(lexicon: Lexicon) -> list[tuple[TableRow, tuple[str, ...]]]:
    """The same, each with the words of its title but for the first and the last, which may be part of others."""
    return [(row, phrase(row["title"]).words[1:-1]) for row in known(lexicon)]


@check("FTN004")
def first_mention_unnoted(document: Document, context: Context) -> Iterator[Hit]:
    """The first mention of a known instrument by its full title, with no footnote mark at it."""
    where = parts(document)
    blocks = [document.block(block_id) for block_id, part in where.items() if part != "annex"]
    taken: list[Span] = []
    own = organ(document)
    words = words_of(document)
    for row, inner in _titled(context.lexicon):
        title = row["title"]
        if not words.all.issuperset(inner) or title not in words.text:
            continue
        for block in blocks:
            if row["reference"] and _cites(block.text, row["reference"]):
                break  # whoever reads on knows where to find it
            at = block.text.find(title)
            if (
                at < 0
                or _LONGER.search(block.text, max(0, at - _BEFORE), at)
                or block.text[at + len(title) : at + len(title) + 1].isalpha()
                or any(span.block == block.id and span.start <= at < span.end for span in taken)
            ):
                continue
            end = at + len(title)
            taken.append(block.span(at, end))
            if NOTE_MARK not in block.text[end : end + _NEAR]:
                yield Hit(block.span(at, end), {"title": title, "note": _note(row, own, context.lexicon)})
            break


def _cites(text: str, reference: str) -> bool:
    """Whether a text names the resolution that an instrument stands in."""
    number = reference.partition(",")[0]
    return number in text and re.search(rf"(?<![\w/]){re.escape(number)}(?![\w/])", text) is not None


def _note(row: TableRow, own: str, lexicon: Lexicon) -> str:
    """The note that belongs to an instrument, in a text of the organ ``own``."""
    if row["volume"] and row["registration"]:
        return f"United Nations, Treaty Series, vol. {row['volume']}, No. {row['registration']}."
    reference = row["reference"]
    if re.match(r"(?:S-)?\d", reference):
        assembly = organ_name("GA", lexicon)
        return f"Resolution {reference}." if own == assembly else f"{assembly} resolution {reference}."
    return f"{reference.rstrip('.')}."


def wrong_number(document: Document, note: Footnote, rows: list[TableRow]) -> tuple[Span, str] | None:
    """Where the note on a treaty gives a registration number that is not the treaty's, and the right number.

    The treaty is the one whose title stands right before the mark; only numbers seen in real notes count.
    """
    if note.anchor is None or not note.blocks:
        return None
    block = note.blocks[0]
    found = _NUMBER.search(block.text)
    if found is None or not re.search(r"Treaty Series|[Ii]bid\.", block.text[: found.start()]):
        return None
    before = document.block(note.anchor.block).text[: note.anchor.start].rstrip(" ,;:.")
    row = next((row for row in rows if before.endswith(row["title"])), None)
    if row is None or row["evidence"] != "attested" or not row["registration"] or found[1] == row["registration"]:
        return None
    return block.span(found.start(1), found.end(1)), row["registration"]

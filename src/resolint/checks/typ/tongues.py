"""Checks on the letters of drafts in the other official languages."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.findings import Hit
from resolint.lexicon.characters import LOOKALIKES
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_MIXED = lazy(
    r"(?<![A-Za-z\u0400-\u04ff\d./-])(?=[\u0400-\u04ff]*[A-Za-z])(?=[A-Za-z]*[\u0400-\u04ff])[A-Za-z\u0400-\u04ff]{3,}"
)
_TO_CYRILLIC = str.maketrans({latin: letter for letter, latin in LOOKALIKES.items() if letter in "АВЕКМНОРСТХаеорсух"})
_TO_LATIN = str.maketrans(LOOKALIKES)


@check("TYP090")
def scripts_mixed(document: Document, context: Context) -> Iterator[Hit]:
    """Words of letters of two alphabets that look alike."""
    for block in (*document.blocks, *(block for note in document.footnotes for block in note.blocks)):
        yield from _mixed(block)


def _mixed(block: Block) -> Iterator[Hit]:
    if block.text.isascii():
        return
    for found in _MIXED.finditer(block.text):
        word = found[0]
        cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
        instead = latin if latin.isascii() else "" if any("A" <= char <= "z" for char in cyrillic) else cyrillic
        if instead:
            letters = ", ".join(dict.fromkeys(a for a, b in zip(word, instead, strict=True) if a != b))
            yield Hit(block.span(found.start(), found.end()), {"word": word, "letters": letters})

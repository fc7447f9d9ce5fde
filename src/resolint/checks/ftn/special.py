"""A check on special sessions of the General Assembly, whose number also stands in their resolutions and documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.counting import BLANK, any_ordinal
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.ordinals import ordinal_value
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_SOURCE = lazy(
    r"(?:[Rr]esolutions?|[Dd]ecisions?|See)[ \xa0](?:S|A/S|A/RES/S)-(?P<number>\d{1,2})/|\bA/S-(?P<number2>\d{1,2})/"
)
_REACH = 260


@per_lexicon
def _special(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?P<ordinal>{any_ordinal(lexicon)}){BLANK}special{BLANK}{lexicon.grammar.occasions.session}\b",
        re.IGNORECASE,
    )


@check("FTN034")
def special_session_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """*The twenty-fourth special session of the General Assembly* with a note on resolution S-23/2."""
    for note in document.footnotes:
        if note.anchor is None or len(note.blocks) != 1:
            continue
        cited = {found["number"] or found["number2"] for found in _SOURCE.finditer(note.blocks[0].text)}
        if len(cited) != 1:
            continue
        block = document.block(note.anchor.block)
        start = max(block.lead, note.anchor.start - _REACH, block.text.rfind("\ufffc", 0, note.anchor.start) + 1)
        named = list(_special(context.lexicon).finditer(block.text, start, note.anchor.start))
        number = ordinal_value(named[-1]["ordinal"], context.lexicon) if named else None
        if number is not None and str(number) not in cited and number < _MOST:
            yield Hit(
                block.span(*named[-1].span("ordinal")), {"found": named[-1]["ordinal"], "right": f"S-{min(cited)}"}
            )


_MOST = 60

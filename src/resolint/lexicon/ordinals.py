"""Numbers in words, as sessions are counted, by the table ``ordinals``."""

from __future__ import annotations

from collections.abc import Mapping

from resolint.lexicon import Lexicon, per_lexicon

__all__ = ["ordinals"]


@per_lexicon
def ordinals(lexicon: Lexicon) -> Mapping[str, int]:
    """The ordinal words in small letters (*fifty-third*) and the numbers they stand for."""
    return {row["ordinal"]: int(row["number"]) for row in lexicon.rows("ordinals") if row["number"].isdecimal()}

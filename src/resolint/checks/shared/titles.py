"""The titles of instruments that rules hold a draft against."""

from __future__ import annotations

from resolint.citation.titles import Titles
from resolint.lexicon import Lexicon, per_lexicon

__all__ = ["exact_titles"]


@per_lexicon
def exact_titles(lexicon: Lexicon) -> Titles:
    """The titles on record that are exact, and seen in a real text."""
    rows = lexicon.rows("instruments")
    return Titles(row["title"] for row in rows if row["exact"] == "yes" and row["evidence"] != "recalled")

"""The word graph of a language, which several families ask."""

from __future__ import annotations

from resolint.lexicon import Lexicon, per_lexicon
from resolint.spelling.graph import WordGraph


@per_lexicon
def graph_of(lexicon: Lexicon) -> WordGraph:
    """The graph of all forms of the words of a language; empty where there is none."""
    return WordGraph(getattr(lexicon.tables, "graph", b""))

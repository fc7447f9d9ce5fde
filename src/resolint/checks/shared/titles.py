"""The titles of instruments that rules hold a draft against."""

from __future__ import annotations

from resolint.citation.titles import Titles
from resolint.lexicon import Lexicon, per_lexicon
from resolint.regex import lazy

__all__ = ["exact_titles"]


@per_lexicon
def exact_titles(lexicon: Lexicon) -> Titles:
    """The titles on record that are exact, and seen in a real text."""
    rows = lexicon.rows("instruments")
    seen = [row["title"] for row in rows if row["exact"] == "yes" and row["evidence"] != "recalled"]
    kinds = tuple({title.split()[0] for title in seen} | {"International", "Optional", "United"})
    names = [name for name in lexicon.column("official-names", "name") if _INSTRUMENT.search(name)]
    long = [name for name in names if len(name.split()) >= _LONG and name.startswith(kinds)]
    return Titles([*seen, *long], [name for name in names if name not in long])


_LONG = 7
"""A name of so many words is recognized though one of them is wrong."""
_INSTRUMENT = lazy(r"\b(?:Agreement|Convention|Covenant|Declaration|Protocol|Treaty)\b")

"""Whether two rows of paragraphs are versions of one text at all."""

from __future__ import annotations

from resolint.concordance.align import GAP, Pairs, expected, likeness

__all__ = ["related"]

_FEWEST = 3
"""Of fewer paragraphs than these nothing can be told but that none of them has a partner."""
_SPARE = 5
"""Where all of the shorter text have partners, one in so many of the longer one may have none: the parts were read otherwise."""
_WHOLE, _PART = 0.9, 1.5
"""How much speaks for a paragraph and its partner on the average of all paragraphs of the longer text, and of the shorter one.

Two texts whose paragraphs lie below both are no versions of one another: no true pair of excerpts does, with a clause left out 4 of
1,855 do, and of pairs that are none 97 of 100 (``python -m tests.accuracy.tongues``).
"""


def related(pairs: Pairs, languages: tuple[str, str]) -> bool:
    """Whether the paragraphs that were aligned are versions of one text. A version of which only a part is done is one."""
    both = [(one, other) for one, other in pairs if one is not None and other is not None]
    here, there = (sum(pair[side] is not None for pair in pairs) for side in (0, 1))
    few, many = sorted((here, there))
    if few < _FEWEST or (len(both) == few and many - few <= max(1, many // _SPARE)):
        return bool(both)
    longer = expected(languages)
    score = sum(likeness(one, other, longer) for one, other in both)
    whole = (score + GAP * (few + many - 2 * len(both))) / many
    part = (score + GAP * (few - len(both))) / few + GAP * (many - few) / many
    return whole >= _WHOLE or part >= _PART

"""What REF014 finds besides small slips: words that are like a name and that no adopted text has beside one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resolint.attested.counts import Counts
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.names import Named
from resolint.lexicon import Lexicon
from resolint.lexicon.alike import Alike, alike_in
from resolint.lexicon.names import names
from resolint.lexicon.runs import Token

__all__ = ["alike_names"]

_ATTESTED = 4
"""So many words beside one another are asked for."""


def alike_names(text: Named, lexicon: Lexicon) -> Iterator[Alike]:
    """The stretches of a paragraph that are like one name and are none, but for those that adopted texts write."""
    known, counts = names(lexicon), counts_of(lexicon)
    for alike in alike_in(text.tokens, text.block.text, lexicon):
        words = " ".join(token.text.lower().removesuffix("’s") for token in alike.words)
        if " and the " not in words and not known.lets_pass(words) and not _attested(alike.words, counts):
            yield alike


def _attested(window: Sequence[Token], counts: Counts | None) -> bool:
    """Whether adopted texts have all words of a window beside one another, four by four."""
    written = [token.text for token in window]
    rows = [written[at : at + _ATTESTED] for at in range(max(1, len(written) - _ATTESTED + 1))]
    return counts is not None and all(counts.count(f"{' '.join(row)} ".encode()) for row in rows)

"""What the rules on small words and on words alike know: the choices, what each word may be instead, limits, weights, counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resolint.attested.counts import Counts
from resolint.checks.grm.choices import MOST_KEPT, SMALL, Views, choice, classed, grouped, opened
from resolint.checks.grm.doubts import tokens_of
from resolint.checks.grm.surety import Surety, surety_of
from resolint.checks.shared.counted import counts_of
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon

__all__ = ["OWN", "Choice", "Chosen", "Known", "known_of", "written"]

OWN = "w"
"""The group of words that are not small."""


class Choice(NamedTuple):
    """A word that may stand in a place: the numbers of the word and of its class, 0 for a small one; its group."""

    word: str
    number: int
    tag: int
    group: str


class Every(dict[bytes, Choice]):
    """The choices by their words, each made when it is first met: to make thousands takes as long as to lint a draft."""

    def __init__(self, views: Views) -> None:
        super().__init__()
        self._views = views

    def __missing__(self, key: bytes) -> Choice:
        word = key.decode().strip()
        group = grouped(word)
        if group == OWN:
            return self.setdefault(key, Choice(word, choice(word), classed(self._views[key].tag), group))
        # *An* counts as *a*.
        return self.setdefault(key, self[b"a "] if word == "an" else Choice(word, choice(word), 0, group))


class Asked(dict[bytes, "tuple[Choice, tuple[bytes, ...]] | None"]):
    """The words that may be another, each with its choice and what it may be instead; None for any other word."""

    def __init__(self, every: Every, small: tuple[bytes, ...], listed: Mapping[str, str]) -> None:
        super().__init__()
        self._every = every
        self._small = small
        self._listed = listed

    def __missing__(self, key: bytes) -> tuple[Choice, tuple[bytes, ...]] | None:
        others = self._listed.get(key[:-1].decode())
        small = self._small if key in self._small else ()
        if others is None and not small:
            if len(self) < MOST_KEPT:
                self[key] = None
            return None
        return self.setdefault(key, (self._every[key], (*small, *map(written, (others or "").split()))))


class Known(NamedTuple):
    """What the search needs: what words are, the weights, the choices for each word, the limits, the counts."""

    views: Views
    weights: Sequence[int]
    nothing: Choice
    small: tuple[bytes, ...]
    choices: Asked
    every: Every
    limits: Mapping[tuple[str, str, str, str], tuple[float, float]]
    counts: Counts
    surety: Surety | None
    meant: Mapping[bytes, tuple[bytes, ...]]
    """What may be meant by words that are taken for others."""


class Chosen(NamedTuple):
    """Words ``start`` to ``end`` of a row that should perhaps be ``instead``; ``found`` and ``fits`` are the groups."""

    start: int
    end: int
    instead: str
    found: str
    fits: str
    firm: bool
    score: float


@per_lexicon
def known_of(lexicon: Lexicon) -> Known | None:
    """What is known of the choices; None where there are no weights or no counts."""
    weights, counts = opened(getattr(lexicon.tables, "choices", b"")), counts_of(lexicon)
    if weights is None or counts is None:
        return None
    views = Views(tokens_of(lexicon))
    every = Every(views)
    small = (*map(written, SMALL[1:]), b"an ")
    listed = dict(zip(lexicon.column("choices", "word"), lexicon.column("choices", "others"), strict=True))
    choices = Asked(every, small, listed)
    columns = ("found", "fits", "proof", "word", "warning", "info")
    limits = {
        (found, fits, proof, word): (float(warning), float(info))
        for found, fits, proof, word, warning, info in lexicon.columns("choice-limits", *columns)
    }
    nothing = Choice("", choice(""), 0, "")
    rows = lexicon.columns("meant-words", "word", "meant")
    meant = {written(word): tuple(map(written, others.split())) for word, others in rows}
    return Known(
        views, weights, nothing, small, choices, every, limits, counts, surety_of(lexicon).get("choice"), meant
    )


def written(word: str) -> bytes:
    """A word as it is counted."""
    return f"{word} ".encode()

"""What a misspelt word was meant to be: pyspellchecker over our own words, one edit away and never two."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from resolint.spelling.wordlist import WordList

if TYPE_CHECKING:
    from spellchecker import SpellChecker
from resolint.lexicon.nearness import one_edit_apart

__all__ = ["Suggester", "one_edit_apart"]

LIMIT = 20
"""So many different words of one draft are looked for; a draft with more of them is not in English."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 45
_FIRST = 15


class _Counts(dict[str, int]):
    """The table of words and their weights that the engine asks, answered from the word file."""

    def __init__(self, weigh: Callable[[str], int]) -> None:
        super().__init__()
        self._weigh = weigh

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._weigh(word) > 0

    def __missing__(self, word: str) -> int:
        return self._weigh(word)


class Suggester:
    """Suggests words of ``lexicon``, those first that the draft itself uses (``used``: how often each)."""

    def __init__(self, lexicon: WordList, used: Callable[[str], int], limit: int = LIMIT) -> None:
        self._lexicon = lexicon
        self._used = used
        self._left = limit
        self._engine: SpellChecker | None = None
        self._seen: dict[str, tuple[str, ...]] = {}

    def __call__(self, word: str) -> tuple[str, ...]:
        """The words one edit away from ``word``, the likeliest first; none when the limit is reached."""
        if word not in self._seen:
            if self._left <= 0 or not word.isascii() or len(word) > _LONGEST:
                return ()
            self._left -= 1
            self._seen[word] = self._find(word)
        return self._seen[word]

    def _find(self, word: str) -> tuple[str, ...]:
        if self._engine is None:
            self._engine = engine(self._weigh)
        found = self._engine.candidates(word) or set()
        # Slips of the hand keep the first letter, and rather change places or leave a letter out than take another.
        rank = {
            one: (
                (one[0] != word[0]) * _FIRST - self._weigh(one),
                sorted(one) != sorted(word),
                len(one) <= len(word),
                one,
            )
            for one in found
        }
        return tuple(sorted(found - {word}, key=lambda one: rank[one]))

    def is_common(self, word: str) -> bool:
        """Whether ``word`` is a common one or one that the draft itself uses."""
        return self._weigh(word) > 1

    def _weigh(self, word: str) -> int:
        entry = self._lexicon.look_up(word)
        if entry is None or entry.kind != "right":
            return 0
        return 1 + entry.weight * 10 + min(self._used(word), 50)


def engine(weigh: Callable[[str], int]) -> SpellChecker:
    """A pyspellchecker without a language of its own, whose table of words is ``weigh``.

    The public way to give it words takes longer than the whole lint, so its private table is replaced; the version is
    held below 0.10, and a test looks at the fields.
    """
    from spellchecker import SpellChecker

    checker = SpellChecker(language=None, distance=1)
    table: Any = checker.word_frequency
    table._dictionary = _Counts(weigh)
    table._letters = set(_LETTERS)
    table._longest_word_length = _LONGEST
    return checker

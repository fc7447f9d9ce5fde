"""How strong an opening phrase is: *Demands* before *Urges* before *Requests*; *Condemns* before *Regrets*.

The scales are the table ``verb-strength`` of ``rules/data``. They are what delegates read into the verbs, not a
convention of the Organization; phrases are only compared on one scale.
"""

from __future__ import annotations

from collections.abc import Sequence

from resolint.comparison.model import Direction, VerbChange
from resolint.lexicon import Lexicon
from resolint.lexicon.phrases import is_leading, says_nothing, stem

_FORMS = ("third", "participle", "plural")
_INTENSIFIER = "intensifier"
_LONGEST = 8
_STOPS = ".,;:"


class Strengths:
    """The scales of a language, by its table ``verb-strength``. A higher rank is stronger."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take in the scales; the words of the scale *intensifier* add their rank to any other."""
        self._lexicon = lexicon
        self._phrases: dict[tuple[str, ...], tuple[str, float]] = {}
        self._intensifiers: dict[str, float] = {}
        for row in lexicon.rows("verb-strength"):
            for form in _FORMS:
                words = row.get(form, "").lower().split()
                if words and row["scale"] == _INTENSIFIER:
                    self._intensifiers[words[0]] = float(row["rank"])
                elif words:
                    self._phrases[self._stems(words)] = (row["scale"], float(row["rank"]))

    def _stems(self, words: Sequence[str]) -> tuple[str, ...]:
        return tuple(stem(word, self._lexicon) for word in words)

    def intensified(self, phrase: str) -> bool:
        """Whether a word such as *strongly* opens the phrase."""
        return any(word in self._intensifiers for word in phrase.lower().split()[:2])

    def find(self, phrase: str, following: str = "") -> tuple[str, float, int] | None:
        """The scale, the rank and the number of words of an opening phrase, None if it stands on no scale.

        ``following`` are the words behind it; they count where the phrase goes on there (*Takes* / *note*).
        """
        words = f"{phrase} {following}".lower().split()
        extra, at = 0.0, 0
        while at < len(words) and is_leading(words[at]) and self._stems(words[at : at + 1]) not in self._phrases:
            extra = max(extra, self._intensifiers.get(words[at], 0.0))
            at += 1
        best = None
        node: list[str] = []
        for end in range(at, min(at + _LONGEST, len(words))):
            if says_nothing(words[end]) and node:
                continue
            node.append(words[end].strip(_STOPS))
            known = self._phrases.get(self._stems(node))
            if known is not None:
                best = (known[0], known[1] + extra, end + 1)
        return best

    def compare(self, old: tuple[str, str], new: tuple[str, str]) -> VerbChange | None:
        """What the change of the opening phrase means; None if it is the same but for *also* and *further*.

        Each side is the phrase and the words that follow it.
        """
        ours, theirs = self.find(*old), self.find(*new)
        before, after = _shown(old, ours), _shown(new, theirs)
        if _bare(before) == _bare(after):
            return None
        if ours is None or theirs is None or ours[0] != theirs[0]:
            return VerbChange(before, after, "")
        direction: Direction = "equal"
        if theirs[1] != ours[1]:
            direction = "stronger" if theirs[1] > ours[1] else "weaker"
        return VerbChange(before, after, direction, ours[0])


def _shown(opening: tuple[str, str], found: tuple[str, float, int] | None) -> str:
    """The opening phrase, with the words behind it that belong to the phrase of the scale."""
    words = opening[0].split()
    if found is not None and found[2] > len(words):
        words += opening[1].split()[: found[2] - len(words)]
    return " ".join(words).rstrip(_STOPS)


def _bare(phrase: str) -> list[str]:
    return [word for word in phrase.lower().split() if not says_nothing(word)]

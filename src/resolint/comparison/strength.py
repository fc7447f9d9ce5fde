"""How strong an opening phrase is: *Demands* before *Urges* before *Requests*; *Condemns* before *Regrets*.

The scales are the table ``verb-strength`` of ``rules/data``. They are what delegates read into the verbs, not a
convention of the Organization; phrases are only compared on one scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resolint.comparison.model import Direction, VerbChange

_PASSED = frozenset(["we", "also", "further", "again", "once", "more", "equally", "likewise", "similarly"])
_FORMS = ("third", "participle", "plural")
_INTENSIFIER = "intensifier"
_LONGEST = 8


class Strengths:
    """The scales; made of rows with the columns scale, rank, third, participle, plural. A higher rank is stronger."""

    def __init__(self, rows: Iterable[Mapping[str, str]] = ()) -> None:
        """Take the scales from ``rows``; the words of the scale *intensifier* add their rank to any other."""
        self._phrases: dict[tuple[str, ...], tuple[str, float]] = {}
        self._intensifiers: dict[str, float] = {}
        for row in rows:
            for form in _FORMS:
                phrase = tuple(row.get(form, "").lower().split())
                if phrase and row["scale"] == _INTENSIFIER:
                    self._intensifiers[phrase[0]] = float(row["rank"])
                elif phrase:
                    self._phrases[phrase] = (row["scale"], float(row["rank"]))

    def find(self, phrase: str, following: str = "") -> tuple[str, float, int] | None:
        """The scale, the rank and the number of words of an opening phrase, None if it stands on no scale.

        ``following`` are the words behind it; they count where the phrase goes on there (*Takes* / *note*).
        """
        words = f"{phrase} {following}".lower().split()
        extra, at = 0.0, 0
        while at < len(words) and (words[at] in _PASSED or words[at] in self._intensifiers):
            if tuple(words[at : at + 1]) in self._phrases:
                break
            extra = max(extra, self._intensifiers.get(words[at], 0.0))
            at += 1
        best = None
        node: list[str] = []
        for end in range(at, min(at + _LONGEST, len(words))):
            if words[end] in _PASSED and node:
                continue
            node.append(words[end].strip(".,;:"))
            known = self._phrases.get(tuple(node))
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
    return " ".join(words).rstrip(".,;:")


def _bare(phrase: str) -> list[str]:
    return [word for word in phrase.lower().split() if word not in _PASSED]

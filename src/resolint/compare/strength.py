"""How strong an opening phrase is: *Demands* before *Urges* before *Requests*; *Condemns* before *Regrets*.

The scales are the table ``verb-strength`` of ``rules/data``. They are what delegates read into the verbs, not a
convention of the Organization; phrases are only compared on one scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resolint.compare.model import Direction, VerbChange

_PASSED = frozenset(["we", "also", "further", "again", "once", "more", "equally", "likewise", "similarly"])
_FORMS = ("third", "participle", "plural")
_INTENSIFIER = "intensifier"


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

    def find(self, phrase: str) -> tuple[str, float] | None:
        """The scale and the rank of an opening phrase, None if it stands on no scale."""
        words = [word for word in phrase.lower().split() if word not in _PASSED]
        for exact in (True, False):
            kept = words if exact else [word for word in words if word not in self._intensifiers]
            for end in range(len(kept), 0, -1):
                known = self._phrases.get(tuple(kept[:end]))
                if known is not None:
                    extra = 0.0 if exact else max(self._intensifiers.get(word, 0.0) for word in words)
                    return known[0], known[1] + extra
        return None

    def compare(self, old: str, new: str) -> VerbChange | None:
        """What the change of the opening phrase means; None if it is the same but for *also* and *further*."""
        if _bare(old) == _bare(new):
            return None
        ours, theirs = self.find(old), self.find(new)
        if ours is None or theirs is None or ours[0] != theirs[0]:
            return VerbChange(old, new, "")
        direction: Direction = "equal"
        if theirs[1] != ours[1]:
            direction = "stronger" if theirs[1] > ours[1] else "weaker"
        return VerbChange(old, new, direction, ours[0])


def _bare(phrase: str) -> list[str]:
    return [word for word in phrase.lower().split() if word not in _PASSED]

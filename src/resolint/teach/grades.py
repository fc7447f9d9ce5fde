"""What a returned file is worth: a verdict on each fault, what was broken, and what the trainer decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from resolint.model import Span
from resolint.teach.planting import Planted

__all__ = ["NEW", "VERDICTS", "Broken", "Graded", "Result", "Verdict"]

Verdict = Literal["mended", "found", "missed", "doubtful"]
NEW = "a paragraph is new"
VERDICTS: tuple[Verdict, ...] = ("mended", "found", "missed", "doubtful")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one fault; ``words`` are those that stand there now, ``reason`` says why the verdict is this one.

    ``span`` is the place in the returned file, None where it is gone. ``wrong`` and ``right`` are what was given and what would
    be right, in whole words and in the notation.
    """

    fault: Planted
    verdict: Verdict
    words: str = ""
    reason: str = ""
    span: Span | None = None
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """What was right and was changed: where, what happened, and the rules that are broken by it."""

    where: str
    what: str
    rules: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Graded:
    """One returned file: whose it is, the faults with their verdicts, what was broken, and what the trainer should look at.

    ``unsure`` is what was changed where nothing was wrong and no rule objects to; the trainer decides. ``comments`` counts those
    of the student, ``needless`` those of them on words that are right.
    """

    student: str
    path: str
    exercise: str
    results: tuple[Result, ...]
    broken: tuple[Broken, ...] = ()
    unsure: tuple[Broken, ...] = ()
    notes: tuple[str, ...] = ()
    needless: int = 0
    comments: int = 0
    number: int = 1
    place: int = field(default=0, compare=False)

    def count(self, verdict: Verdict) -> int:
        """How many faults got this verdict; what is doubtful elsewhere counts among the doubtful."""
        more = len(self.unsure) if verdict == "doubtful" else 0
        return sum(result.verdict == verdict for result in self.results) + more

"""What resolint says: facts found by checks, and findings dressed for a reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from resolint.frozen import dataclass
from resolint.model import Document, Origin, Span

Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]
Applicability = Literal["safe", "suggest", "advice"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the gravest to the mildest."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters of ``span`` by ``replacement``; ``expected`` is the text that must stand there.

    ``italic`` asks for a change of formatting instead of words: True sets the span in italics, False takes
    them off; ``replacement`` then equals ``expected``.
    """

    span: Span
    replacement: str
    expected: str
    italic: bool | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """A remedy: ``safe`` never touches a word, ``suggest`` is for a human to accept, ``advice`` is words only."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability


DESCRIBED = "described"
"""Among the values of a hit: which of them describes words that are not given, so that no quotation marks belong around it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check yields: the bare fact. ``values`` fill the card's message; ``related`` are places it mentions.

    A check that is less sure of one hit than of its others says so with ``unsure``: the finding is an info at most. One
    that speaks for the ``whole`` draft silences all rules whose cards yield to it.
    """

    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    fix: Fix | None = None
    related: tuple[Span, ...] = ()
    unsure: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """Line and column, both from 1, columns in code points; only text files have them."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit dressed by its card and profile. ``where`` is what a delegate would say: ``operative 7 (b)``.

    ``suppressed`` is the reason given in the draft, None when the finding stands; ``baseline`` tells that it
    was known before. ``verdicts`` are those of two profiles side by side: a severity, None for no objection.
    """

    rule: str
    name: str
    severity: Severity
    confidence: Confidence
    span: Span
    where: str
    part: str
    message: str
    excerpt: str
    fix: Fix | None
    fingerprint: str
    suppressed: str | None = None
    baseline: bool = False
    related: tuple[Span, ...] = ()
    position: Position | None = None
    changed: bool = False
    verdicts: tuple[tuple[str, Severity | None], ...] = ()


@dataclass(frozen=True, slots=True)
class RuleFailure:
    """A rule that crashed: its id and the error in one line."""

    rule: str
    error: str


@dataclass(frozen=True, slots=True)
class Skip:
    """A rule that did not run on this draft, and why in plain words.

    ``meant`` is False for a rule that is for other kinds of document, so that nothing is lost without it.
    """

    rule: str
    reason: str
    meant: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """Everything said about one draft; complete and serialisable.

    ``counts`` has the keys acts, preambular, operative, subparagraphs, footnotes and words. ``profile_reason``
    tells how the profile was chosen. ``text`` holds the text of each block that a finding mentions, so that a
    renderer needs no document. ``document`` is the draft itself where it was asked for, for a page that shows it;
    ``language`` is the code of its language.
    """

    path: str
    origin: Origin
    kind: str
    profile: str
    profile_reason: str
    findings: tuple[Finding, ...]
    failures: tuple[RuleFailure, ...] = ()
    skipped: tuple[Skip, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    text: Mapping[str, str] = field(default_factory=dict)
    stale_baseline: tuple[str, ...] = ()
    document: Document | None = field(default=None, compare=False, repr=False)
    language: str = "en"

    @property
    def active(self) -> tuple[Finding, ...]:
        """The findings that stand: neither suppressed nor in the baseline."""
        return tuple(f for f in self.findings if f.suppressed is None and not f.baseline)

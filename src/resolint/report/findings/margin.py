"""Findings as annotations for the margin of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from resolint.catalogue import Catalogue
from resolint.findings import SEVERITIES, Finding, Report
from resolint.regex import lazy
from resolint.rule import Card
from resolint.writing import Annotation, Annotations, FormattedText, Words

__all__ = ["MOST", "shown", "to_annotations"]

MOST = 2_000
"""Findings that a margin holds: Word itself grows slow with more, and nobody reads them."""

_SENTENCE = lazy(r"(?<=[.!?])\s+(?=[A-ZÀ-ÖØ-Þ“‘«])")
_MARKUP = lazy(r"\\(.)|`([^`]*)`|(\*)")
_LABELS = ("Changed", "To do")
_REASONS = ("Why it matters", "What to write")
_LONGEST = 280
"""Characters of a reason; what is longer nobody reads in a margin."""


def shown(report: Report, most: int = MOST) -> tuple[Finding, ...]:
    """The standing findings that a margin holds, in their order: all, or the ``most`` gravest where there are more."""
    active = report.active
    if len(active) <= most:
        return active
    by_gravity = sorted(range(len(active)), key=lambda at: SEVERITIES.index(active[at].severity))
    return tuple(active[at] for at in sorted(by_gravity[:most]))


def to_annotations(report: Report, cards: Mapping[str, Card] | None = None) -> Annotations:
    """The standing findings of ``report``; ``cards``, by rule id, give the reasons.

    Words that a card sets in italics, because they are an example or are spoken of, are in italics here as well. Of more
    findings than a margin holds the gravest are taken (``shown``).
    """
    items = []
    for finding in shown(report):
        card = (cards or {}).get(finding.rule)
        words = None if card is None else card.catalogue
        reasons = {} if card is None else card.reasons(report.language, translated=True)
        why, what = (_short(reasons.get(title, "")) for title in _REASONS)
        items.append(
            Annotation(
                finding.span,
                finding.message,
                ((Words(_label("Why: ", words)), *why),) if why else (),
                (Words(_label("What to write: ", words)), *what) if what else (),
                f"resolint {finding.rule} {finding.name}",
                finding.fix,
                finding.where,
                finding.excerpt,
                labels=_LABELS if words is None else (words.of(_LABELS[0]), words.of(_LABELS[1])),
                said=str if words is None else words.reported,
            )
        )
    return Annotations(replace(report.origin, name=report.path), tuple(items), report.text)


def _label(text: str, words: Catalogue | None) -> str:
    return text if words is None else f"{words.of(text.strip())} "


def _short(prose: str) -> FormattedText:
    """The first sentences of the first paragraph of ``prose``, with its italics and without other markup."""
    words = tuple(_words(" ".join(prose.strip().split("\n\n", 1)[0].split())))
    text = "".join(found.text for found in words)
    if len(text) <= _LONGEST:
        return words
    end = 0
    for blank in _SENTENCE.finditer(text):
        if end and blank.start() >= _LONGEST:
            break
        end = blank.start()
    return _until(words, end or len(text))


def _words(prose: str) -> Iterator[Words]:
    """``prose`` in Markdown as stretches of upright words and words in italics."""
    text, at, italic = "", 0, False
    for mark in _MARKUP.finditer(prose):
        text += prose[at : mark.start()] + (mark[1] or mark[2] or "")
        at = mark.end()
        if mark[3]:
            if text:
                yield Words(text, italic)
            text, italic = "", not italic
    if text := text + prose[at:]:
        yield Words(text, italic)


def _until(words: Sequence[Words], end: int) -> FormattedText:
    """The first ``end`` characters of ``words``."""
    kept: list[Words] = []
    for found in words:
        if end <= 0:
            break
        kept.append(Words(found.text[:end], found.italic))
        end -= len(found.text)
    return tuple(kept)

"""What a comment says: what is wrong, why it matters, what to write, and the rule that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resolint.findings import Finding
from resolint.rule import Card

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘])")
_MARKUP = re.compile(r"[`*]")
_LONGEST = 280
"""Characters of a reason; what is longer nobody reads in a margin."""


def body_of(finding: Finding, card: Card | None, where: str, done: bool) -> Sequence[str]:
    """The paragraphs of the comment on ``finding``.

    ``where`` is said first if the comment cannot hang on the words it is about; ``done`` tells that the fix stands
    beside it as a tracked change.
    """
    lines = [f"In the {where}: {finding.message}" if where else finding.message]
    if where and finding.excerpt.strip():
        lines[0] = f"{lines[0]} (“{' '.join(finding.excerpt.split())}”)"
    if card is not None and (why := _short(card.prose.get("Why it matters", ""))):
        lines.append(f"Why: {why}")
    if finding.fix is not None and finding.fix.title:
        lines.append(f"{'Changed' if done else 'To do'}: {_lower(finding.fix.title)}.")
    elif card is not None and (what := _short(card.prose.get("What to write", ""))):
        lines.append(f"What to write: {what}")
    lines.append(f"resolint {finding.rule} {finding.name}")
    return lines


def _short(prose: str) -> str:
    """The first sentences of the first paragraph of ``prose``, without markup."""
    first = prose.strip().split("\n\n", 1)[0]
    text = " ".join(_MARKUP.sub("", first).split())
    if len(text) <= _LONGEST:
        return text
    kept = ""
    for sentence in _SENTENCE.split(text):
        if kept and len(kept) + len(sentence) >= _LONGEST:
            break
        kept = f"{kept} {sentence}".strip()
    return kept


def _lower(title: str) -> str:
    """A title inside a sentence: its first letter small unless the word is a name or in capitals."""
    title = title.rstrip(".")
    return title[:1].lower() + title[1:] if title[1:2].islower() or title[1:2] == " " else title

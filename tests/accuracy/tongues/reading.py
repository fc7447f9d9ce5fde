"""How well the structure of drafts in the other official languages is found, and their language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from resolint.cards import lexicon
from resolint.lexicon.languages import languages
from resolint.model import Document
from resolint.pipeline import load
from tests.accuracy.tongues.alarms import session
from tests.accuracy.tongues.texts import Text, aligned

_STEP = 5
"""Of the aligned sentences every so many is asked for its language."""
PARTS = ("preambular", "operative")
_SURE = (*PARTS, "formula", "heading/masthead", "title", "vote")


class Parts(NamedTuple):
    """The macro-F1 of preambular and operative paragraphs, and over how many rows."""

    rows: int
    score: float


def structure(texts: Sequence[Text], *, whole: bool) -> Parts:
    """How the rows of ``texts`` are taken; rows that the file itself could not place count only where texts are ``whole``."""
    counts: Counter[tuple[str, str]] = Counter()
    rows = 0
    for text in texts:
        document = load(text.data.encode(), session(), name="text.md")
        roles = _roles(document)
        blocks = [block for block in document.blocks if block.text.strip()]
        for (label, _), block in zip(text.rows, blocks, strict=False):
            if label in _SURE or (whole and label == "subparagraph"):
                rows += 1
                counts[_part(label), roles.get(block.id, "other")] += 1
    return Parts(rows, sum(_f1(counts, part) for part in PARTS) / len(PARTS))


def _part(label: str) -> str:
    return label if label in PARTS else "other"


def _roles(document: Document) -> dict[str, str]:
    roles: dict[str, str] = {}
    for act in document.acts:
        for name, clauses in (("preambular", act.preamble), ("operative", act.operative)):
            roles.update({clause.body.block: name for clause in clauses})
    return roles


def _f1(counts: Counter[tuple[str, str]], part: str) -> float:
    right = counts[part, part]
    said = sum(number for (_, taken), number in counts.items() if taken == part)
    there = sum(number for (label, _), number in counts.items() if label == part)
    return 2 * right / (said + there) if said + there else 0.0


class Told(NamedTuple):
    """Of how many documents and paragraphs of three words or more the language was told, and of how many rightly."""

    documents: int
    documents_right: int
    paragraphs: int
    paragraphs_right: int


def told(language: str, texts: Sequence[Text]) -> Told:
    """How often the language is found: of texts, and of the aligned sentences in it."""
    known = languages(lexicon())
    documents = [known.of([row for _, row in text.rows]) == language for text in texts]
    sentences = [row[language] for row in aligned()][::_STEP]
    least = 6 if language == "zh" else 3
    long = [line for line in sentences if (len(line) if language == "zh" else len(line.split())) >= least]
    found = sum(known.of_passage(line) == language for line in long)
    return Told(len(documents), sum(documents), len(long), found)

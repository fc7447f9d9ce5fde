"""Faults of one word, and what is said of clean drafts besides: the examples on which the weights of doubts are fitted.

The drafts and faults are those of the blind sets that have been read. The author of each is another one, so that what is learnt
from some is measured on the rest.
"""

import difflib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from resolint.attested.words import row
from resolint.checks.shared.running import running
from resolint.pipeline import load

SETS = ("second", "third", "fourth", "fifth", "sixth", "seventh")
BLIND = Path(__file__).resolve().parents[1] / "accuracy" / "blind"
_MARKUP = re.compile(r"\[\^\w+\]|\*|^\s*(?:\d+\.|\([a-z]{1,4}\)|[ivx]+\.)\s+", re.MULTILINE)
_SHORTEST = 6


class Fault(NamedTuple):
    """A paragraph in words with a fault of one word: which words are wrong (none where one is missing), and what is right."""

    name: str
    kind: str
    words: list[bytes]
    start: int
    end: int
    right: bytes


def clean(name: str) -> Iterator[list[bytes]]:
    """The paragraphs of the clean drafts of a set in words."""
    for path in sorted((BLIND / name / "clean").glob("*.md")):
        document = load(path.read_bytes(), name=path.name)
        for block in running(document):
            words = row(block.text, block.lead).words
            if len(words) >= _SHORTEST:
                yield words


def faults(name: str) -> Iterator[Fault]:
    """The faults of a set that change, lose or add one word."""
    texts: dict[str, str] = {}
    for line in (BLIND / name / "plants.jsonl").read_text(encoding="utf-8").splitlines():
        plant = json.loads(line)
        draft = plant.get("draft")
        if not draft:
            continue
        text = texts.setdefault(draft, (BLIND / name / "clean" / f"{draft}.md").read_text(encoding="utf-8"))
        if text.count(plant["old"]) != 1:
            continue
        at = text.index(plant["old"])
        spoilt = text[:at] + plant["new"] + text[at + len(plant["old"]) :]
        right, words = _paragraph(text, at), _paragraph(spoilt, at)
        edits = [
            edit
            for edit in difflib.SequenceMatcher(None, right, words, autojunk=False).get_opcodes()
            if edit[0] != "equal"
        ]
        if len(words) < _SHORTEST or len(edits) != 1:
            continue
        _, first, last, start, end = edits[0]
        if last - first <= 1 and end - start <= 1 and start > 0 and end < len(words) - 1:
            yield Fault(plant["id"], plant["kind"], words, start, end, right[first] if last > first else b"")


def _paragraph(text: str, at: int) -> list[bytes]:
    start, end = text.rfind("\n\n", 0, at) + 2, text.find("\n\n", at)
    return row(_MARKUP.sub("", text[start : end if end > 0 else None]).replace("\n", " ")).words

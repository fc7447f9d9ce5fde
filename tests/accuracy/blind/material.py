"""Reads the frozen material of the blind set: planted faults, clean drafts, faulty drafts and their marked faults."""

import csv
import json
import os
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent / os.environ.get("RESOLINT_BLIND_SET", "")
"""The folder of the set that is asked for, by default the first; a variable, because processes that score know no option."""
PLANTS = HERE / "plants.jsonl"
CLEAN = HERE / "clean"
DRAFTS = HERE / "drafts"


class Plant(NamedTuple):
    """One fault: in a clean draft (``draft``), or in a paragraph of an adopted text (``document``, ``paragraph``)."""

    id: str
    kind: str
    old: str
    new: str
    words: str
    at: int
    note: str
    draft: str = ""
    document: str = ""
    paragraph: int = -1

    def apply(self, text: str) -> tuple[str, int, int]:
        """The text with the fault in it, and where the faulty words begin and end there.

        Raises ``ValueError`` where the old words do not stand exactly once in the text.
        """
        if text.count(self.old) != 1:
            raise ValueError(f"{self.id}: the old words stand {text.count(self.old)} times in the text")
        start = text.index(self.old)
        begin = start + self.at
        return text[:start] + self.new + text[start + len(self.old) :], begin, begin + len(self.words)


class Fault(NamedTuple):
    """A marked fault of a faulty draft: where its words begin in the file, the words, the kind, what is right."""

    at: int
    words: str
    kind: str
    right: str


def plants() -> tuple[Plant, ...]:
    """All planted faults, in the order of the file."""
    return tuple(Plant(**json.loads(line)) for line in PLANTS.read_text(encoding="utf-8").splitlines())


def faulty_drafts() -> tuple[Path, ...]:
    """The faulty drafts, in the order of their names."""
    return tuple(sorted(path for path in DRAFTS.glob("*") if path.suffix in (".md", ".txt")))


def marked(draft: Path) -> tuple[Fault, ...]:
    """The faults marked by hand in a faulty draft."""
    with draft.with_suffix(".faults.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(Fault(int(r["at"]), r["words"], r["kind"], r["right"]) for r in csv.DictReader(lines))


def frozen_files() -> tuple[Path, ...]:
    """Every file whose sum the README records: plants, clean drafts, faulty drafts, marked faults."""
    return (PLANTS, *sorted(CLEAN.iterdir()), *sorted(DRAFTS.iterdir()))

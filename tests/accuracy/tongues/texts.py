"""The texts in six languages below the folder of the real files, as drafts in the Markdown notation with the labels of their rows."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[3]
SPECIAL = re.compile(r"([\\`*_\[\]<>^{}#~])")
"""What the notation would take for a mark of its own."""
LANGUAGES = ("fr", "es", "ru", "zh", "ar")
WHOLE = {"fr": "fr_machinman", "zh": "zh_undemo"}
"""Files of whole texts; the others are excerpts."""
TITLES = ("title", "heading/masthead")
_LEFT_OUT = ("footnote",)
_LOST = '+++\nlost = ["italics", "notes", "masthead"]\n+++'


class Text(NamedTuple):
    """A text: its symbol, language, kind of file, the rows that were kept with their labels, the draft made of them and its lines."""

    name: str
    language: str
    source: str
    rows: tuple[tuple[str, str], ...]
    data: str
    lines: tuple[str, ...]

    @property
    def words(self) -> float:
        """How many words it has; in Chinese half its characters."""
        text = " ".join(row for _, row in self.rows)
        return len("".join(text.split())) / 2 if self.language == "zh" else len(text.split())


def folder() -> Path:
    """The folder of the real files."""
    return Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))


@cache
def texts(source: str) -> tuple[Text, ...]:
    """The texts of a file of ``fixtures/languages`` (``fr_machinman``) that hold clauses of resolutions."""
    return tuple(text for record in _records(source) if (text := _text(record, source)) is not None)


def sources(language: str) -> tuple[str, ...]:
    """The files with texts in a language: whole ones first, then excerpts."""
    return (*filter(None, (WHOLE.get(language),)), f"{language}_UNv10")


def aligned() -> Iterator[dict[str, Any]]:
    """The sentences that are aligned in six languages."""
    yield from _records("unv1_aligned_rows")


def _records(source: str) -> Iterator[dict[str, Any]]:
    path = folder() / "fixtures" / "languages" / f"{source}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _text(record: dict[str, Any], source: str) -> Text | None:
    kept = [row for row in record["paragraphs"] if row["label"] not in _LEFT_OUT and row["text"].strip()]
    if not any(row["label"] in ("preambular", "operative") for row in kept):
        return None
    first = [] if source == "fr_machinman" else [_LOST]
    titles = [place for place, row in enumerate(kept) if row["label"] in TITLES]
    lines = [("# " if titles[-1:] == [place] else "") + _line(row) for place, row in enumerate(kept)]
    rows = tuple((row["label"], " ".join(row["text"].split())) for row in kept)
    return Text(record["symbol"], record["language"], source, rows, "\n\n".join([*first, *lines]) + "\n", tuple(lines))


def _line(row: dict[str, Any]) -> str:
    """A row with its italics; numbers that it begins with stay typed ones."""
    text = row["text"]
    number = len(text) - len(text.lstrip("0123456789. "))
    parts, at = [], 0
    for start, end in row.get("italic") or ():
        start, end = max(start, number), min(end, len(text))
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end or start < at:
            continue
        parts += [_plain(text[at:start]), "*", _plain(text[start:end]), "*"]
        at = end
    return " ".join("".join([*parts, _plain(text[at:])]).split())


def _plain(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)

"""The files that come back: drafts, and whatever else lies in a folder that students handed in."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from resolint import pipeline
from resolint.cli.files import walk
from resolint.cli.output import PAGES

__all__ = ["GRADED", "handed_in"]

GRADED = ".graded.docx"
_OURS = (GRADED, ".answers.docx", ".key.json")
"""What lies beside the returned files and is none of them."""
_TEXTS = (".odt", ".doc", ".rtf", ".pdf", ".zip", ".pages", ".rar", ".7z")
"""How names end of files in which a draft may have been handed in that cannot be graded."""

_TASK, _ZIP = b'<section class="task"', b"PK\x03\x04"


def handed_in(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """The files to be graded or refused, each once, and a sentence for each folder without any.

    In a folder also those are named which hold no draft that can be read, so that whoever handed one in is told of; keys,
    answers and our own graded copies and pages are passed over.
    """
    files: dict[str, None] = {}
    empty = []
    for path in paths:
        found = list(_below(path)) if path != "-" and Path(path).is_dir() else [path]
        if not found:
            empty.append(
                f"{path}: there is nothing to grade in this folder; name the files, or the folder that they are in"
            )
        files.update(dict.fromkeys(found))
    return list(files), empty


def _below(folder: str) -> Iterator[str]:
    drafts = [path for path in walk([folder]) if not path.endswith(_OURS)]
    yield from sorted({*drafts, *_others(folder)})


def _others(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = os.path.join(place, name)  # noqa: PTH118 - as ``walk`` joins them
            if not name.startswith((".", pipeline.LOCK)) and _may_be_one(path, Path(name).suffix.lower()):
                yield path


def _may_be_one(path: str, ending: str) -> bool:
    """Whether a file may be what a student handed in: of pages, those of exercises; without an ending, what Word wrote."""
    if ending and ending not in PAGES:
        return ending in _TEXTS
    try:
        with open(path, "rb") as file:
            return _TASK in file.read() if ending else file.read(4) == _ZIP
    except OSError:
        return False

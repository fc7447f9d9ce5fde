"""Faults in what has a shape: lists of two levels, organ lines under a masthead."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.accuracy.tongues.faults import Draft

Change = Callable[["Draft"], "Draft | None"]
_LABELS = {
    "fr": ("a) b)", "i) ii) iii) iv)"),
    "es": ("a) b)", "i) ii) iii) iv)"),
    "ru": ("a) b)", "i) ii) iii) iv)"),
    "zh": ("(a) (b)", "㈠ ㈡ ㈢ ㈣"),
    "ar": ("(أ) (ب)", "'1' '2' '3' '4'"),
}
_MARKS = {"zh": ("；", "："), "ar": ("؛", ":"), "fr": (" ;", " :")}
_LEAST, _WORDS, _SIGNS = 3, 9, 24


def levels(clean: Callable[[Draft, Draft], bool]) -> tuple[Change, ...]:
    """Lists of two levels below a paragraph in which a label or the mark of an item is wrong.

    ``clean`` tells whether a draft with the right list has no more findings than the draft without it.
    """
    return (
        _list(clean, (0, 2, 3)),
        _list(clean, (0, 1, 1)),
        _list(clean, (1, 2)),
        _list(clean, (0, 1, 3)),
        _list(clean, (0, 1), bare=0),
        _list(clean, (0, 1, 2), bare=1),
        _list(clean, (0, 1, 2), bare=2),
    )


def _list(clean: Callable[[Draft, Draft], bool], labels: Sequence[int], bare: int | None = None) -> Change:
    def change(draft: Draft) -> Draft | None:
        right = _with(draft, range(len(labels)), None)
        return _with(draft, labels, bare) if right is not None and clean(right, draft) else None

    return change


def _with(draft: Draft, labels: Sequence[int], bare: int | None) -> Draft | None:
    """The draft with a list of two levels below its first operative paragraph, of the beginnings of its paragraphs."""
    mark, colon = _MARKS.get(draft.language, (";", ":"))
    items = [words for line in (*draft.operative, *draft.preamble) if (words := _beginning(line, draft.language))]
    if len(items) < len(labels) + _LEAST or len(draft.operative) < _LEAST or re.search("[:：]", draft.operative[0]):
        return None
    outer, inner = (labels.split() for labels in _LABELS[draft.language])
    rows = [f"   {outer[0]} {items[0]}{colon}"]
    for place, label in enumerate(labels):
        rows.append(f"      {inner[label]} {items[place + 1]}{'' if place == bare else mark}")
    rows.append(f"   {outer[1]} {items[len(labels) + 1]}{mark}")
    lead = draft.operative[0].rstrip(" ;.；؛,")
    return replace(draft, operative=(f"{lead}{colon}\n\n" + "\n\n".join(rows), *draft.operative[1:]))


def _beginning(line: str, language: str) -> str:
    """The first words of a paragraph without marks, those that a list can be made of; nothing for one that has too few."""
    bare = line.replace("*", "")
    first = re.match(r"[^,;:.，；：。、،؛()\[\]«»“”\"]+", bare)
    if first is None:
        return ""
    words = first[0].strip()[:_SIGNS] if language == "zh" else " ".join(first[0].split()[:_WORDS])
    return words if len(words) > (6 if language == "zh" else 25) and words[-1:].isalpha() else ""

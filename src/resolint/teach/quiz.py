"""Questions of the bank one after the other, in a terminal or on a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resolint.report.characters import wrapped
from resolint.report.page.text import plain
from resolint.teach.bank import Question
from resolint.teach.chance import Chance
from resolint.teach.showing import as_html, as_lines
from resolint.writing import FormattedText

__all__ = ["drawn", "on_page", "put", "told"]

_LETTERS = "abcdefgh"


def drawn(questions: Sequence[Question], seed: str, count: int) -> list[Question]:
    """``count`` questions in a row that follows from the seed, no two in a row of one rule where that can be."""
    row = Chance("quiz", seed).shuffled(questions)
    found: list[Question] = []
    while row and len(found) < count:
        other = next((at for at, one in enumerate(row) if not found or one.rule != found[-1].rule), 0)
        found.append(row.pop(other))
    return found


def on_page(question: Question) -> dict[str, Any]:
    """The question as plain values for a page: texts as HTML, and which of the options, as they are put, are right."""
    places = _places(question)
    return {
        "rule": question.rule,
        "kind": question.kind,
        "asked": plain(question.asked),
        "about": as_html(question.about),
        "options": [as_html(question.options[at]) for at in places],
        "right": [places.index(at) for at in question.right],
        "why": plain(question.why),
    }


def _places(question: Question) -> list[int]:
    """The options in the order in which they are put."""
    places = list(range(len(question.options)))
    return Chance(question.key).shuffled(places) if question.kind == "order" else places


def put(question: Question, color: bool, width: int) -> tuple[str, str]:
    """The question as it is put, and the letters of the right answer."""
    places = _places(question)
    lines = [question.asked]
    if question.about:
        lines += ["", *_indented(question.about, color, width, "   "), ""]
    for letter, at in zip(_LETTERS, places, strict=False):
        first, *rest = _indented(question.options[at], color, width, "      ")
        lines += [f"   {letter}) {first.lstrip()}", *rest]
    if not color and "*" in "".join(lines):
        lines.append("   (In italics: what stands between asterisks.)")
    answer = "".join(_LETTERS[places.index(at)] for at in question.right)
    return "\n".join(lines) + "\n", answer


def _indented(words: FormattedText, color: bool, width: int, before: str) -> list[str]:
    """Words in lines that begin with ``before``; signs for colours take no room."""
    return [before + line for line, _ in as_lines(words, width - len(before), color)] or [before]


def told(question: Question, verdict: str, width: int) -> str:
    """What is said after the answer."""
    return "\n".join(wrapped(f"{verdict} {question.why}", width, "   ")) + "\n"

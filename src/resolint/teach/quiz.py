"""Questions of the bank one after the other, in a terminal or on a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from resolint.report.characters import wrapped
from resolint.report.page.text import plain
from resolint.rule import Card
from resolint.teach.bank import Question
from resolint.teach.chance import Chance
from resolint.teach.showing import as_html, as_lines
from resolint.writing import FormattedText

__all__ = ["drawn", "on_page", "put", "told"]

_LETTERS = "abcdefgh"


def drawn(cards: Sequence[Card], asked: Callable[[Card], Sequence[Question]], seed: str, count: int) -> list[Question]:
    """``count`` questions in a row that follows from the seed: one of each rule, then a second one, and so on.

    ``asked`` gives the questions on a card; it is asked of as few cards as serve.
    """
    chance = Chance("quiz", seed)
    order = chance.shuffled(cards)
    left: dict[str, list[Question]] = {}
    found: list[Question] = []
    while len(found) < count:
        before = len(found)
        for card in order:
            if card.id not in left:
                left[card.id] = chance.shuffled(asked(card))
            if left[card.id] and len(found) < count:
                found.append(left[card.id].pop())
            if len(found) == count:
                break
        if len(found) == before:
            break
    return found


def on_page(question: Question) -> dict[str, Any]:
    """The question as plain values for a page: texts as HTML, and which of the options, as they are put, are right."""
    places = _places(question)
    return {
        "rule": question.rule,
        "kind": question.kind,
        "asked": plain(question.asked),
        "about": [as_html(paragraph) for paragraph in question.about],
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
    for paragraph in question.about:
        lines += ["", *_indented(paragraph, color, width, "   ")]
    if question.about:
        lines.append("")
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

"""What is handed out and what is kept: an exercise in Markdown and as a page for printing, and the sheet of answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolint.author.sheet import Heading, Part, Table, Text
from resolint.model import Block, Document
from resolint.report.page.sheet import Article, whole
from resolint.report.page.style import PAGE
from resolint.report.page.text import plain
from resolint.rule import Card
from resolint.teach.exercise import Exercise, task
from resolint.teach.planting import blocks_of, difference
from resolint.teach.showing import excerpt
from resolint.writing import FormattedText, Words

__all__ = ["answers", "markdown", "page"]

_STYLE = """
.task { max-width: 46rem; margin: 1rem auto; padding: .8rem 1.2rem; border: 1px solid var(--soft, #666); border-radius: 3px;
  font-family: system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
.task p { margin: .3rem 0; } .task .name { margin-top: .8rem; }
.blank { display: inline-block; min-width: 16rem; border-bottom: 1px solid; }
@media print { .task { margin: 0 0 1rem; max-width: none; } .draft { line-height: 1.75; } }
"""


def markdown(exercise: Exercise) -> str:
    """The exercise in the notation; the task stands in a remark at the end, which is no part of the draft."""
    return exercise.source + "\n<!-- " + "\n     ".join(task(exercise)) + " -->\n"


def page(exercise: Exercise, document: Document) -> str:
    """The exercise as a page for printing: the task, a place for the name, the draft in wide lines."""
    first, *_ = task(exercise)
    told = f"<p><strong>{plain(first)}</strong></p><p>Underline each fault and write the right words above it.</p>"
    name = '<p class="name">Name <span class="blank">&nbsp;</span> Date <span class="blank">&nbsp;</span></p>'
    article = "".join(Article(document).lines())
    body = f'<main id="text">\n<section class="task" aria-label="Task">{told}{name}</section>\n{article}</main>\n'
    return whole(f"Exercise {exercise.identifier}", PAGE + _STYLE, body)


def answers(
    exercises: Sequence[tuple[Exercise, Document, Document]], cards: Mapping[str, Card], topics: Mapping[str, str]
) -> Iterator[Part]:
    """The answers to the exercises, each given with its faulty and its right draft; ``topics`` are titles by topic."""
    for at, (exercise, faulty, right) in enumerate(exercises):
        title = f"Answers to exercise {exercise.identifier}"
        yield Heading(title, 1, page=at > 0)
        count = len(exercise.faults)
        about = topics.get(exercise.topic, "")
        what = f"{about}. " if about else ""
        yield Text((Words(f"{what}{count} {'fault' if count == 1 else 'faults'}, level {exercise.level}."),))
        yield Table(
            ("", "Place", "Not so", "But so", "Why"), tuple(_rows(exercise, faulty, right, cards)), (0.5, 2, 4, 4, 5)
        )
        if exercise.traps:
            passed = ", ".join(_called(rule, cards) for rule in exercise.traps)
            told = f"Right, though it may look wrong: constructions of the draft that these rules let pass: {passed}."
            yield Text((Words(told),), soft=True)


def _called(rule: str, cards: Mapping[str, Card]) -> str:
    """A rule by its name in plain words, with its id."""
    return f"{cards[rule].name.replace('-', ' ')} ({rule})" if rule in cards else rule


def _rows(
    exercise: Exercise, faulty: Document, right: Document, cards: Mapping[str, Card]
) -> Iterator[tuple[FormattedText, ...]]:
    before = {block.places[0].line: block for block in blocks_of(faulty) if block.places}
    after = {block.places[0].line: block for block in blocks_of(right) if block.places}
    lines = exercise.source.split("\n")
    for number, fault in enumerate(exercise.faults, 1):
        wrong, good = _both(before[fault.line], after[fault.line])
        card = cards.get(fault.rule)
        others = fault.instead(lines[fault.line - 1])
        if others:
            good = (*good, Words(f" (or: {'; '.join(others)})"))
        why = (Words(fault.message),) + ((Words(f" {fault.rule} {card.name}", True),) if card else ())
        yield (Words(str(number)),), (Words(fault.where),), wrong, good, why


def _both(wrong: Block, good: Block) -> tuple[FormattedText, FormattedText]:
    start, end = difference(good, wrong) or (0, len(wrong.text))
    first, last = difference(wrong, good) or (0, len(good.text))
    return excerpt(wrong, start, end, notes=True), excerpt(good, first, last, notes=True)

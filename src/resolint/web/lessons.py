"""What the page asks of the teaching verbs, as tasks for workers: the handbook, quizzes, demonstrations, exercises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from resolint import pipeline
from resolint.errors import UnreadableDraft
from resolint.pipeline import Session, explaining, teaching
from resolint.pipeline.rendering import render_lines
from resolint.web.tasks import Delivery

__all__ = ["SUFFIXES", "Lesson", "demonstration", "exercise", "graded", "handbook", "paper", "quiz", "topics"]

SUFFIXES = (".docx", ".md", ".html")
"""What an exercise can be taken as."""
_KINDS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".md": "text/markdown; charset=utf-8",
    ".html": "text/html; charset=utf-8",
}
_MOST = 40
"""Questions of a quiz."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """An exercise as it is held: its key, what is told, its source, and the files that it can be taken as."""

    key: str
    task: str
    source: str
    files: Mapping[str, Delivery]


def handbook(session: Session, name: str) -> tuple[str, str]:
    """A file of the handbook and its kind. Raises ResolintError for one that it has not."""
    text = explaining.handbook(session, home="../").file(name)
    if text is None:
        raise UnreadableDraft(f"the handbook has no page {name}")
    kind = {".css": "text/css", ".js": "text/javascript"}.get(PurePath(name).suffix, "text/html")
    return text, f"{kind}; charset=utf-8"


def topics(session: Session) -> list[tuple[str, str]]:
    """What quizzes can be about: the beginning of the ids of a family, and its title."""
    used = {card.family for card in session.cards() if card.family != "RES"}
    return [(row["code"], row["title"]) for row in session.tables()["families"] if row["code"] in used]


def quiz(session: Session, seed: str, count: int, about: str = "") -> list[dict[str, Any]]:
    """Questions as plain values, what is set in italics as HTML. Raises ResolintError where there are none."""
    cards = [card for card in session.cards(examples=True) if about and about in (card.family, card.id)]
    if about and not cards:
        raise UnreadableDraft(f"there are no questions about {about}")
    return explaining.quiz_page(session, seed, min(count, _MOST), cards)


def demonstration(session: Session, seed: str, topic: str = "") -> dict[str, Any]:
    """The screens of a demonstration. Raises ResolintError."""
    title, screens = teaching.demonstration(seed, session, [topic] if topic else [])
    return {"title": title, "screens": [(one.kind, one.heading, one.body, one.rule) for one in screens]}


def exercise(session: Session, seed: str, topic: str, level: int, style: str) -> Lesson:
    """A new exercise with the files that it can be taken as. Raises ResolintError."""
    wanted = teaching.Wanted(seed, (topic,) if topic else (), level, style=style)
    found = teaching.exercise(wanted, session)
    files = {
        suffix: Delivery(f"exercise-{found.identifier}{suffix}", kind, teaching.exercise_file(found, suffix))
        for suffix, kind in _KINDS.items()
    }
    return Lesson(teaching.write_key([found]), teaching.task(found)[0], found.source, files)


def paper(session: Session, source: str) -> dict[str, Any]:
    """An exercise as it looks on paper, and for each paragraph on it the line of the source. Raises ResolintError."""
    article, lines = render_lines(pipeline.load(source.encode("utf-8", "replace"), session, name="exercise.md"))
    return {"article": article, "lines": lines}


def graded(session: Session, key: str, data: bytes, name: str) -> str:
    """What a returned file is worth, as a fragment of HTML. Raises ResolintError."""
    grader = teaching.Grader(teaching.read_key(key, "key"), session)
    return teaching.own_page(grader.grade(data, name), "../../rules/")

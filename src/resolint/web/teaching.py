"""Teaching on the page: the handbook under its own address, quizzes, demonstrations, exercises that are graded."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from resolint.errors import ResolintError
from resolint.web import lessons
from resolint.web.answers import attached, read_json
from resolint.web.desk import Missing, shown
from resolint.web.page import Page

__all__ = ["Teaching"]

_OPEN = 60
"""Exercises that are kept; the oldest makes room."""
_QUESTIONS = 10
STYLES = (
    ("un", "United Nations"),
    ("un4mun", "UN4MUN"),
    ("thimun", "THIMUN and schools of its style"),
    ("nmun", "National Model UN"),
)
"""The conventions that exercises are written by."""
TOPICS = (
    ("", "Everything"),
    ("preamble", "Preamble"),
    ("operative", "Operative part"),
    ("citations", "References and notes"),
    ("spelling", "Spelling, capitals, abbreviations"),
    ("numbers", "Numbers and dates"),
    ("typography", "Marks and blanks"),
    ("masthead", "Masthead and title"),
)
"""What an exercise may be about."""


class Teaching:
    """The answers about teaching. Exercises are kept in memory as long as the command runs."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._open: dict[str, lessons.Lesson] = {}

    def routes(self) -> list[Route]:
        """The addresses and what answers there."""
        return [
            Route("/rules", self.to_handbook),
            Route("/rules/", self.handbook),
            Route("/rules/{name}", self.handbook),
            Route("/learn", self.learn),
            Route("/quiz", self.quiz),
            Route("/demo", self.demo),
            Route("/exercise", self.begin, methods=["POST"]),
            Route("/exercise/{key}/", self.exercise),
            Route("/exercise/{key}/paper", self.paper, methods=["POST"]),
            Route("/exercise/{key}/grade", self.grade, methods=["POST"]),
            Route("/exercise/{key}/get/{suffix}", self.take),
        ]

    async def to_handbook(self, request: Request) -> Response:
        """The way to the handbook for who leaves the last stroke away."""
        return RedirectResponse("rules/")

    async def handbook(self, request: Request) -> Response:
        """A page of the handbook."""
        name = request.path_params.get("name", "index.html")
        try:
            text, kind = await self._page.workers.run(lessons.handbook, name)
        except ResolintError as error:
            raise Missing(str(error)) from None
        return Response(text, media_type=kind)

    async def learn(self, request: Request) -> Response:
        """What there is to learn with."""
        families = await self._page.workers.run(lessons.topics)
        return self._page.html("learn.html", root=".", families=families, topics=TOPICS, styles=STYLES)

    async def quiz(self, request: Request) -> Response:
        """A quiz: questions on a family or a rule, or on all."""
        about, asked = request.query_params.get("about", "")[:40], request.query_params.get("count", "")
        count = int(asked[:3]) if asked.isdecimal() and int(asked[:3]) else _QUESTIONS
        seed = request.query_params.get("seed", "")[:40] or secrets.token_hex(4)
        questions = await self._page.workers.run(lessons.quiz, seed, count, about)
        return self._page.html("quiz.html", root=".", questions=questions, about=about, count=count)

    async def demo(self, request: Request) -> Response:
        """A demonstration for the projector; the same seed shows the same."""
        seed = request.query_params.get("seed", "")[:40] or secrets.token_hex(3)
        topic = request.query_params.get("topic", "")[:40]
        found = await self._page.workers.run(lessons.demonstration, seed, topic)
        screens = [(kind, heading, Markup(body), rule) for kind, heading, body, rule in found["screens"]]
        return self._page.html("demo.html", root=".", title=found["title"], screens=screens, seed=seed, topic=topic)

    async def begin(self, request: Request) -> Response:
        """A new exercise: its key."""
        asked = await read_json(request)
        if not isinstance(asked, Mapping):
            raise ResolintError("what is asked for cannot be read; reload the page")
        topic, style = str(asked.get("topic", ""))[:40], str(asked.get("style", "un"))
        level, seed = str(asked.get("level", "1")), str(asked.get("seed", ""))[:40] or secrets.token_hex(6)
        if style not in dict(STYLES) or level not in ("1", "2", "3"):
            raise ResolintError("there is no such style or level of exercises")
        lesson = await self._page.workers.run(lessons.exercise, seed, topic, int(level), style)
        while len(self._open) >= _OPEN:
            del self._open[next(iter(self._open))]
        key = secrets.token_hex(6)
        self._open[key] = lesson
        return JSONResponse({"key": key})

    def _lesson(self, request: Request) -> lessons.Lesson:
        lesson = self._open.get(request.path_params["key"])
        if lesson is None:
            raise Missing("this exercise is not open any more; begin another one")
        return lesson

    async def exercise(self, request: Request) -> Response:
        """An exercise to be taken on the page."""
        lesson = self._lesson(request)
        paper = await self._page.workers.run(lessons.paper, lesson.source)
        return self._page.html(
            "exercise.html",
            root="../..",
            task=lesson.task,
            article=Markup(paper["article"]),
            data={"source": lesson.source, "lines": paper["lines"]},
        )

    async def paper(self, request: Request) -> Response:
        """How the draft looks with what was mended so far."""
        self._lesson(request)
        source = (await request.body()).decode("utf-8", "replace")
        return JSONResponse(await self._page.workers.run(lessons.paper, source))

    async def grade(self, request: Request) -> Response:
        """What was handed in, graded: a file, or the text of the page."""
        lesson = self._lesson(request)
        name = shown(request.query_params.get("name", "")) if request.query_params.get("name") else "answer.md"
        self._page.desk.check(name, int(request.headers.get("content-length", "0")))
        data = await request.body()
        return HTMLResponse(await self._page.workers.run(lessons.graded, lesson.key, data, name))

    async def take(self, request: Request) -> Response:
        """An exercise as a file."""
        lesson, suffix = self._lesson(request), f".{request.path_params['suffix']}"
        if suffix not in lesson.files:
            raise Missing("there is no such file to take")
        return attached(lesson.files[suffix])

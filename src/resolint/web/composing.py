"""Drafts that are begun on the page: a template's questions, Markdown with its page beside it."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from resolint.errors import ResolintError
from resolint.web import tasks
from resolint.web.answers import attached, read_json
from resolint.web.page import Page

__all__ = ["Composing"]


class Composing:
    """The answers about new drafts."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def routes(self) -> list[Route]:
        """The addresses and what answers there."""
        return [
            Route("/new", self.new, methods=["GET", "POST"]),
            Route("/write", self.write),
            Route("/preview", self.preview, methods=["POST"]),
            Route("/build", self.build, methods=["POST"]),
        ]

    async def new(self, request: Request) -> Response:
        """The questions of a template; with answers, the draft that they make. A revision starts from a draft on the desk."""
        name, key = request.query_params.get("template", ""), request.query_params.get("from", "")
        issued = self._page.desk.get(key) if key else None
        start = (issued.data, issued.path or issued.name) if issued is not None else ()
        if request.method == "POST":
            answers = await read_json(request)
            if not isinstance(answers, Mapping):
                raise ResolintError("the answers cannot be read; reload the page")
            return JSONResponse({"source": await self._page.workers.run(tasks.made, name, dict(answers), *start)})
        found = await self._page.workers.run(tasks.questions, name, *start)
        known: dict[str, object] = {"template": None, "templates": [], "starts": False}
        return self._page.html("new.html", root=".", issued=issued, drafts=list(self._page.desk), **(known | found))

    async def write(self, request: Request) -> Response:
        """A draft in Markdown with its page beside it."""
        source = "" if request.query_params.get("from") == "new" else self._page.text("begin.md")
        return self._page.html("write.html", root=".", heading="Write in Markdown", source=source, article="")

    async def preview(self, request: Request) -> Response:
        """The page that a draft in Markdown becomes."""
        text = (await request.body()).decode("utf-8", "replace")
        return HTMLResponse(await self._page.workers.run(tasks.preview, text))

    async def build(self, request: Request) -> Response:
        """The Word file of a draft in Markdown."""
        text = (await request.body()).decode("utf-8", "replace")
        return attached(await self._page.workers.run(tasks.word, text, request.query_params.get("template", "")))

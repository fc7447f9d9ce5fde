"""Drafts on their pages: the list, the review, decisions, files to take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from resolint import decisions as deciding
from resolint.errors import ResolintError
from resolint.web import tasks
from resolint.web.answers import attached, held, read_json, row, state
from resolint.web.desk import Draft, Missing
from resolint.web.page import Page
from resolint.web.views import tabs

__all__ = ["Drafts"]

_WORD_FORMS = (
    ("reviewed", "Reviewed Word file", "comments, and what you accepted as tracked changes"),
    ("fixed", "Fixed Word file", "what you accepted, made for good; reasons you gave, as comments"),
)
_TEXT_FORMS = (("fixed", "Fixed text", "what you accepted, made in the text"),)
_FORMS = (
    ("markdown", "Markdown", "the fixed draft in the notation"),
    ("page", "Page for printing", "the fixed draft as a document; print it or save it as PDF"),
    ("report", "Report", "the findings of the file as it came in, but those declined"),
    ("csv", "Table of findings", "the same as CSV, for a spreadsheet"),
    ("json", "Findings as JSON", "the same for programs"),
    ("mailed", "Page to be mailed", "this review in one file, with boxes to decide"),
    ("decisions", "Decisions", "for 'resolint review --decisions'"),
)
"""What the menu offers: the form, its name, and what it is."""


class Drafts:
    """The answers about drafts."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def routes(self) -> list[Route]:
        """The addresses and what answers there."""
        return [
            Route("/", self.index),
            Route("/drafts", self.drafts),
            Route("/open", self.take, methods=["POST"]),
            Route("/events", self.events),
            Route("/rule/{rule}", self.explain),
            Route("/d/{key}/", self.review),
            Route("/d/{key}/state", self.state),
            Route("/d/{key}/decisions", self.decide, methods=["POST"]),
            Route("/d/{key}/close", self.close, methods=["POST"]),
            Route("/d/{key}/get/{form}", self.deliver),
        ]

    async def index(self, request: Request) -> Response:
        """The list of drafts, and the place to drop others."""
        return self._page.html("index.html", drafts=[row(one) for one in self._page.desk], root=".")

    async def drafts(self, request: Request) -> Response:
        """The list of drafts as data."""
        return JSONResponse({"version": self._page.desk.version, "drafts": [row(one) for one in self._page.desk]})

    async def take(self, request: Request) -> Response:
        """A draft that was dropped, chosen or pasted: the bytes are the body, the name is in the address."""
        name = request.query_params.get("name", "") or "draft"
        self._page.desk.check(name, int(request.headers.get("content-length", "0")))
        data = await request.body()
        draft = self._page.desk.same(name, data)
        if draft is None:
            draft = self._page.lay(name, data)
        elif draft.error:
            self._page.read(draft)
        return JSONResponse(row(draft), 202)

    async def review(self, request: Request) -> Response:
        """A draft on its page."""
        draft = self._page.desk.get(request.path_params["key"])
        forms = (*(_WORD_FORMS if draft.data.startswith(b"PK") else _TEXT_FORMS), *_FORMS)
        return self._page.html(
            "review.html",
            draft=draft,
            state=state(draft),
            root="../..",
            tab="",
            tabs=tabs(self._page, draft),
            forms=forms,
            **_shown(draft),
        )

    async def state(self, request: Request) -> Response:
        """A draft as data, for a page that is open."""
        return JSONResponse(state(self._page.desk.get(request.path_params["key"]), whole=True))

    async def decide(self, request: Request) -> Response:
        """Decisions: a list of fingerprint, rule, verdict (null takes it back) and reason.

        They are one step that can be undone; ``back`` in the address says that they undo all steps but so many.
        """
        draft = self._page.desk.get(request.path_params["key"])
        rows = await read_json(request)
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            raise ResolintError("decisions are sent as a list")
        known = {mark["f"]: mark["rule"] for mark in draft.sheet["marks"]} if draft.sheet else {}
        made = []
        for one in rows:
            mark = str(one.get("f", ""))
            verdict = one.get("verdict")
            if mark not in known and verdict is not None:
                raise ResolintError("the draft has changed meanwhile; decide again")
            decision = None if verdict is None else deciding.decided(mark, known[mark], verdict, one.get("reason", ""))
            made.append((mark, decision))
        back = request.query_params.get("back", "")
        if back.isdecimal():
            del draft.undo[int(back[:9]) :]
        else:
            draft.undo.append({mark: draft.decisions.get(mark) for mark, _ in made})
        for mark, one in made:
            draft.decisions.pop(mark, None)
            if one is not None:
                draft.decisions[mark] = one
        self._page.tell(draft)
        return JSONResponse({"version": draft.version})

    async def close(self, request: Request) -> Response:
        """Forget a draft."""
        self._page.desk.close(request.path_params["key"])
        self._page.wake()
        return JSONResponse({})

    async def explain(self, request: Request) -> Response:
        """The card of a rule."""
        return HTMLResponse(await self._page.workers.run(tasks.explain, request.path_params["rule"]))

    async def deliver(self, request: Request) -> Response:
        """A file made of the draft and the decisions."""
        draft = self._page.desk.get(request.path_params["key"])
        form = request.path_params["form"]
        if form not in tasks.FORMS:
            raise Missing("there is no such file to take")
        made = await self._page.workers.run(
            tasks.deliver, held(draft), form, request.query_params.get("author", "")[:100]
        )
        return attached(made)

    async def events(self, request: Request) -> Response:
        """What has changed, as it changes: the version of every draft."""
        return StreamingResponse(self._page.changes(request), media_type="text/event-stream")


def _shown(draft: Draft) -> dict[str, Any]:
    sheet = draft.sheet or {}
    return {
        "article": Markup(sheet.get("article", "")),
        "outline": Markup(sheet.get("outline", "")),
        "asides": sheet.get("asides", ()),
        "language": sheet.get("language", "en"),
    }

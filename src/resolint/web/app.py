"""The page as an application: its addresses, and what is said where something goes wrong."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from resolint.errors import ResolintError
from resolint.web.composing import Composing
from resolint.web.desk import Full, Missing
from resolint.web.drafts import Drafts
from resolint.web.guarding import Guard, TooMuch
from resolint.web.page import HERE, Page
from resolint.web.teaching import Teaching
from resolint.web.views import Views
from resolint.web.workers import BUG

__all__ = ["make_app"]

_STATES = {Missing: 404, Full: 413}


def make_app(page: Page, token: str) -> ASGIApp:
    """The application that answers for ``page`` to who knows the ``token``."""

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        page.workers.close()

    app = Starlette(
        routes=[
            *Drafts(page).routes(),
            *Composing(page).routes(),
            *Teaching(page).routes(),
            *Views(page).routes(),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ],
        exception_handlers={
            ResolintError: _answer(page),
            TooMuch: _too_much,
            ClientDisconnect: _gone,
            404: _nothing(page),
            Exception: _bug(page),
        },
        lifespan=lifespan,
    )
    return Guard(app, token, largest=page.desk.limits.draft)


Handler = Callable[[Request, Exception], Awaitable[Response]]


def _answer(page: Page) -> Handler:
    async def answer(request: Request, error: Exception) -> Response:
        status = next((code for kind, code in _STATES.items() if isinstance(error, kind)), 422)
        return _said(page, request, str(error), status)

    return answer


def _said(page: Page, request: Request, sentence: str, status: int) -> Response:
    """One sentence, as a page for who opens an address and as data for a page that asks."""
    if "text/html" in request.headers.get("accept", ""):
        return page.html("error.html", status, sentence=sentence, root=_root(request))
    return JSONResponse({"error": sentence}, status)


def _root(request: Request) -> str:
    """The way from the address of a request to the first page."""
    return "/".join([".."] * (request.url.path.count("/") - 1)) or "."


async def _too_much(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": "more was sent than any draft holds"}, 413)


async def _gone(request: Request, error: Exception) -> Response:
    return Response(status_code=400)


def _bug(page: Page) -> Handler:
    async def broken(request: Request, error: Exception) -> Response:
        return _said(page, request, BUG, 500)

    return broken


def _nothing(page: Page) -> Handler:
    answer = _answer(page)

    async def nothing(request: Request, error: Exception) -> Response:
        return await answer(request, Missing("there is nothing at this address"))

    return nothing

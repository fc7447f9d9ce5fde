"""The page as an application: addresses, what they answer, and what happens to the drafts meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from resolint import decisions as deciding
from resolint.errors import ResolintError
from resolint.pipeline import Decision
from resolint.version import __version__
from resolint.web import tasks
from resolint.web.desk import Desk, Draft, Full, Missing, shown
from resolint.web.guarding import Guard, TooMuch
from resolint.web.workers import Workers

__all__ = ["Page", "make_app"]

HERE = Path(__file__).parent
_STATES = {Missing: 404, Full: 413}
TABS = (
    ("", "Review"),
    ("compare", "Compare"),
    ("references", "References"),
    ("actions", "Actions"),
    ("agreed", "Agreed language"),
    ("ready", "Ready?"),
)
_VIEWS: Mapping[str, tuple[str, str, tuple[tuple[str, str], ...]]] = {
    "compare": (
        "What it makes of its base",
        "Paragraph by paragraph: words out and in, moves, stronger and weaker verbs.",
        (),
    ),
    "references": (
        "References",
        "Every reference to another text, and whether form and facts agree.",
        (("citations", "CSV"),),
    ),
    "actions": (
        "Who is asked to do what by when",
        "One row for each request of the operative part.",
        (("actions", "CSV"),),
    ),
    "agreed": ("Agreed language", "Where each paragraph comes from, and where it departs from it.", ()),
    "ready": (
        "Ready to submit?",
        "What a secretariat would send back, the gravest first.",
        (("ready", "Page for printing"),),
    ),
}
"""Heading, lead and downloads of the other views."""
_WORD_FORMS = (
    ("reviewed", "Reviewed Word file", "comments, and what you accepted as tracked changes"),
    ("fixed", "Fixed Word file", "what you accepted, made for good"),
)
_TEXT_FORMS = (("fixed", "Fixed text", "what you accepted, made in the text"),)
_FORMS = (
    ("markdown", "Markdown", "the fixed draft in the notation"),
    ("page", "Page for printing", "the fixed draft as a document; print it or save it as PDF"),
    ("report", "Report", "findings and explanations as a page"),
    ("csv", "Table of findings", "CSV, for a spreadsheet"),
    ("json", "Findings as JSON", "for programs"),
    ("mailed", "Page to be mailed", "this review in one file, with boxes to decide"),
    ("decisions", "Decisions", "for 'resolint review --decisions'"),
)
"""What the menu offers: the form, its name, and what it is."""


class Page:
    """One desk, its workers, and the answers to requests."""

    def __init__(
        self, desk: Desk, workers: Workers, profile: str | None = None, corpus: Callable[[str], bool] = lambda _: False
    ) -> None:
        self.desk = desk
        self._profile = profile
        self._corpus = corpus
        self.workers = workers
        self._changed = asyncio.Event()
        self._stopped = False
        self._running: set[asyncio.Task[None]] = set()
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=select_autoescape(default=True, default_for_string=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(version=__version__)

    # -- drafts ------------------------------------------------------------------------------------------------

    def lay(self, name: str, data: bytes, path: str = "") -> Draft:
        """Lay a draft on the desk and have it read. Raises Full."""
        draft = self.desk.add(name, data, path)
        draft.profile = self._profile
        self.read(draft)
        return draft

    def renew(self, draft: Draft, data: bytes) -> None:
        """The file of a draft has changed; what was decided stays."""
        if data != draft.data:
            draft.data = data
            self.read(draft)

    def read(self, draft: Draft) -> None:
        """Have a draft read in a worker; pages are told when it is done."""
        draft.busy = True
        self.tell(draft)
        task = asyncio.get_running_loop().create_task(self._read(draft, draft.data))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _read(self, draft: Draft, data: bytes) -> None:
        try:
            sheet = await self.workers.run(tasks.examine, data, draft.path or draft.name, draft.profile)
        except ResolintError as error:
            if draft.data is data:
                draft.error, draft.busy = _sentence(str(error), draft), False
                self.tell(draft)
            return
        if draft.data is data:
            draft.sheet, draft.error, draft.busy = sheet, "", False
            draft.history.append(len(sheet["marks"]))
            draft.reads += 1
            self.tell(draft)

    def tell(self, draft: Draft) -> None:
        """Wake the pages that listen."""
        self.desk.changed(draft)
        self._changed.set()
        self._changed = asyncio.Event()

    def stop(self) -> None:
        """End the streams that pages listen to; called from where the loop runs."""
        self._stopped = True
        self._changed.set()

    # -- answers -----------------------------------------------------------------------------------------------

    def _html(self, name: str, **values: Any) -> HTMLResponse:
        return HTMLResponse(self._templates.get_template(name).render(**values))

    async def index(self, request: Request) -> Response:
        """The list of drafts, and the place to drop others."""
        return self._html("index.html", drafts=[_row(one) for one in self.desk], root=".")

    async def drafts(self, request: Request) -> Response:
        """The list of drafts as data."""
        return JSONResponse({"version": self.desk.version, "drafts": [_row(one) for one in self.desk]})

    async def take(self, request: Request) -> Response:
        """A draft that was dropped, chosen or pasted: the bytes are the body, the name is in the address."""
        name = request.query_params.get("name", "") or "draft"
        self.desk.check(name, int(request.headers.get("content-length", "0")))
        data = await request.body()
        draft = self.desk.same(name, data)
        if draft is None:
            draft = self.lay(name, data)
        elif draft.error:
            self.read(draft)
        return JSONResponse(_row(draft), 202)

    async def review(self, request: Request) -> Response:
        """A draft on its page."""
        draft = self.desk.get(request.path_params["key"])
        forms = (*(_WORD_FORMS if draft.data.startswith(b"PK") else _TEXT_FORMS), *_FORMS)
        return self._html(
            "review.html",
            draft=draft,
            state=_state(draft),
            root="../..",
            tab="",
            tabs=self._tabs(draft),
            forms=forms,
            **_shown(draft),
        )

    def _tabs(self, draft: Draft) -> list[tuple[str, str]]:
        """The views that apply: agreed language only where a corpus is known."""
        return [one for one in TABS if one[0] != "agreed" or self._corpus(draft.path or draft.name)]

    async def view(self, request: Request) -> Response:
        """Another view of a draft."""
        draft, kind = self.desk.get(request.path_params["key"]), request.path_params["view"]
        if kind not in _VIEWS:
            raise Missing("there is no such view of a draft")
        heading, lead, downloads = _VIEWS[kind]
        fragment = ""
        if kind != "compare" or draft.base:
            places = {block: f"./#{ident}" for block, ident in (draft.sheet or {}).get("places", {}).items()}
            try:
                fragment = await self.workers.run(tasks.view, _held(draft), kind, places)
            except ResolintError as error:
                fragment = Markup('<p class="wrong">{}</p>').format(_sentence(str(error), draft))
        word = draft.data.startswith(b"PK")
        if kind == "compare" and draft.base:
            downloads = (*downloads, ("redline", "Redline in Word"))
        if kind == "ready" and word:
            downloads = (*downloads, ("stripped", "Copy without comments and names"))
        return self._html(
            "tab.html",
            draft=draft,
            root="../..",
            tab=kind,
            tabs=self._tabs(draft),
            heading=heading,
            lead=lead,
            downloads=downloads,
            based=kind in ("compare", "ready"),
            others=[one for one in self.desk if one.key != draft.key],
            fragment=Markup(fragment),
        )

    async def base(self, request: Request) -> Response:
        """The text that a draft is built on: a file, or another draft on the desk."""
        draft = self.desk.get(request.path_params["key"])
        other = request.query_params.get("from", "")
        if other:
            chosen = self.desk.get(other)
            draft.base, draft.base_name = chosen.data, chosen.name
        else:
            name = shown(request.query_params.get("name", ""))
            self.desk.check(name, int(request.headers.get("content-length", "0")), draft)
            data = await request.body()
            await self.workers.run(tasks.examine, data, name)
            draft.base, draft.base_name = data, name
        self.tell(draft)
        return JSONResponse({})

    async def new(self, request: Request) -> Response:
        """The questions of a template; with answers, the draft that they make."""
        name = request.query_params.get("template", "")
        if request.method == "POST":
            answers = await _json(request)
            if not isinstance(answers, Mapping):
                raise ResolintError("the answers cannot be read; reload the page")
            return JSONResponse({"source": await self.workers.run(tasks.made, name, dict(answers))})
        found = await self.workers.run(tasks.questions, name)
        return self._html("new.html", root=".", **({"template": None, "templates": []} | found))

    async def write(self, request: Request) -> Response:
        """A draft in Markdown with its page beside it."""
        source = "" if request.query_params.get("from") == "new" else self._templates.get_template("begin.md").render()
        return self._html("write.html", root=".", heading="Write in Markdown", source=source, article="")

    async def preview(self, request: Request) -> Response:
        """The page that a draft in Markdown becomes."""
        text = (await request.body()).decode("utf-8", "replace")
        return HTMLResponse(await self.workers.run(tasks.preview, text))

    async def build(self, request: Request) -> Response:
        """The Word file of a draft in Markdown."""
        text = (await request.body()).decode("utf-8", "replace")
        return _attached(await self.workers.run(tasks.word, text))

    async def state(self, request: Request) -> Response:
        """A draft as data, for a page that is open."""
        return JSONResponse(_state(self.desk.get(request.path_params["key"]), whole=True))

    async def decide(self, request: Request) -> Response:
        """Decisions: a list of fingerprint, rule, verdict (null takes it back) and reason.

        They are one step that can be undone; ``back`` in the address says that they undo all steps but so many.
        """
        draft = self.desk.get(request.path_params["key"])
        rows = await _json(request)
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            raise ResolintError("decisions are sent as a list")
        known = {mark["f"]: mark["rule"] for mark in draft.sheet["marks"]} if draft.sheet else {}
        made = []
        for row in rows:
            mark = str(row.get("f", ""))
            verdict = row.get("verdict")
            if mark not in known and verdict is not None:
                raise ResolintError("the draft has changed meanwhile; decide again")
            one = None if verdict is None else deciding.decided(mark, known[mark], verdict, row.get("reason", ""))
            made.append((mark, one))
        back = request.query_params.get("back", "")
        if back.isdecimal():
            del draft.undo[int(back[:9]) :]
        else:
            draft.undo.append({mark: draft.decisions.get(mark) for mark, _ in made})
        for mark, one in made:
            draft.decisions.pop(mark, None)
            if one is not None:
                draft.decisions[mark] = one
        self.tell(draft)
        return JSONResponse({"version": draft.version})

    async def close(self, request: Request) -> Response:
        """Forget a draft."""
        self.desk.close(request.path_params["key"])
        self._changed.set()
        self._changed = asyncio.Event()
        return JSONResponse({})

    async def explain(self, request: Request) -> Response:
        """The card of a rule."""
        return HTMLResponse(await self.workers.run(tasks.explain, request.path_params["rule"]))

    async def deliver(self, request: Request) -> Response:
        """A file made of the draft and the decisions."""
        draft = self.desk.get(request.path_params["key"])
        form = request.path_params["form"]
        if form not in tasks.FORMS:
            raise Missing("there is no such file to take")
        made = await self.workers.run(tasks.deliver, _held(draft), form, request.query_params.get("author", "")[:100])
        return _attached(made)

    async def events(self, request: Request) -> Response:
        """What has changed, as it changes: the version of every draft."""
        return StreamingResponse(self._events(request), media_type="text/event-stream")

    async def _events(self, request: Request) -> AsyncIterator[str]:
        said: dict[str, int] = {}
        while not self._stopped and not await request.is_disconnected():
            changed = self._changed
            now = {one.key: one.version for one in self.desk}
            if now != said:
                said = now
                yield f"data: {json.dumps(now)}\n\n"
            try:
                await asyncio.wait_for(changed.wait(), 15)
            except TimeoutError:
                yield ": still here\n\n"


def make_app(page: Page, token: str) -> ASGIApp:
    """The application that answers for ``page`` to who knows the ``token``."""

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        page.workers.close()

    app = Starlette(
        routes=[
            Route("/", page.index),
            Route("/drafts", page.drafts),
            Route("/open", page.take, methods=["POST"]),
            Route("/events", page.events),
            Route("/rule/{rule}", page.explain),
            Route("/new", page.new, methods=["GET", "POST"]),
            Route("/write", page.write),
            Route("/preview", page.preview, methods=["POST"]),
            Route("/build", page.build, methods=["POST"]),
            Route("/d/{key}/", page.review),
            Route("/d/{key}/state", page.state),
            Route("/d/{key}/decisions", page.decide, methods=["POST"]),
            Route("/d/{key}/close", page.close, methods=["POST"]),
            Route("/d/{key}/get/{form}", page.deliver),
            Route("/d/{key}/base", page.base, methods=["POST"]),
            Route("/d/{key}/{view}", page.view),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ],
        exception_handlers={
            ResolintError: _answer(page),
            TooMuch: _too_much,
            ClientDisconnect: _gone,
            404: _nothing,
        },
        lifespan=lifespan,
    )
    return Guard(app, token, largest=page.desk.limits.draft)


# -- values ------------------------------------------------------------------------------------------------------------


def _row(draft: Draft) -> dict[str, Any]:
    """A draft in the list."""
    return {
        "key": draft.key,
        "name": draft.name,
        "path": draft.path,
        "title": draft.sheet["title"] if draft.sheet else "",
        "about": draft.sheet["about"] if draft.sheet else "",
        "counts": draft.counts,
        "busy": draft.busy,
        "error": draft.error,
        "version": draft.version,
        "reads": draft.reads,
        "history": draft.history[-30:],
    }


def _state(draft: Draft, whole: bool = False) -> dict[str, Any]:
    """What a page has to know of its draft; the ``whole`` of it holds the document too."""
    sheet = draft.sheet or {}
    found = _row(draft) | {
        "marks": sheet.get("marks", ()),
        "rules": sheet.get("rules", {}),
        "decisions": _decided(draft.decisions),
        "undo": [list(_decided(step).items()) for step in draft.undo],
    }
    if whole:
        found |= {
            "article": sheet.get("article", ""),
            "outline": sheet.get("outline", ""),
            "asides": sheet.get("asides", ()),
        }
    return found


def _decided(decisions: Mapping[str, Decision | None]) -> dict[str, dict[str, str] | None]:
    """Decisions as a page knows them, None where nothing was decided."""
    return {
        key: None if one is None else {"verdict": one.verdict, "reason": one.reason} for key, one in decisions.items()
    }


def _held(draft: Draft) -> tasks.Held:
    """What a worker has to know of a draft."""
    decisions = tuple(draft.decisions.values())
    return tasks.Held(draft.data, draft.path or draft.name, draft.profile, decisions, draft.base, draft.base_name)


def _shown(draft: Draft) -> dict[str, Any]:
    sheet = draft.sheet or {}
    return {
        "article": Markup(sheet.get("article", "")),
        "outline": Markup(sheet.get("outline", "")),
        "asides": sheet.get("asides", ()),
        "language": sheet.get("language", "en"),
    }


def _sentence(text: str, draft: Draft) -> str:
    """What is said of a draft, without the folders that its file lies in."""
    return text.replace(draft.path, draft.name) if draft.path else text


def _attached(made: tasks.Delivery) -> Response:
    plain = made.name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(made.name, safe='')}"
    headers = {"content-disposition": disposition}
    if made.left:
        headers["x-resolint-left"] = quote("\n".join(made.left)[:4000])
    return Response(made.data, media_type=made.kind, headers=headers)


async def _json(request: Request) -> Any:
    try:
        return json.loads(await request.body())
    except (ValueError, RecursionError):
        raise ResolintError("what was sent cannot be read; reload the page") from None


# -- what goes wrong ---------------------------------------------------------------------------------------------------

Handler = Callable[[Request, Exception], Awaitable[Response]]


def _answer(page: Page) -> Handler:
    async def answer(request: Request, error: Exception) -> Response:
        status = next((code for kind, code in _STATES.items() if isinstance(error, kind)), 422)
        if "text/html" in request.headers.get("accept", ""):
            text = page._templates.get_template("error.html").render(sentence=str(error), root=_root(request))
            return HTMLResponse(text, status)
        return JSONResponse({"error": str(error)}, status)

    return answer


def _root(request: Request) -> str:
    """The way from the address of a request to the first page."""
    return "/".join([".."] * (request.url.path.count("/") - 1)) or "."


async def _too_much(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": "more was sent than any draft holds"}, 413)


async def _gone(request: Request, error: Exception) -> Response:
    return Response(status_code=400)


async def _nothing(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": "there is nothing at this address"}, 404)

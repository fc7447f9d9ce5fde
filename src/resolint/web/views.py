"""The other views of a draft: held against its base, references, actions, agreed language, readiness."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from resolint.errors import ResolintError
from resolint.web import tasks
from resolint.web.answers import held, sentence
from resolint.web.desk import Draft, Missing, shown
from resolint.web.page import Page

__all__ = ["Views", "tabs"]

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


def tabs(page: Page, draft: Draft) -> list[tuple[str, str]]:
    """The views that apply: agreed language only where a corpus is known."""
    return [one for one in TABS if one[0] != "agreed" or page.corpus(draft.path or draft.name)]


def _begun(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


class Views:
    """The answers about views."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def routes(self) -> list[Route]:
        """The addresses and what answers there."""
        return [
            Route("/d/{key}/base", self.base, methods=["POST"]),
            Route("/d/{key}/{view}", self.view),
        ]

    async def view(self, request: Request) -> Response:
        """Another view of a draft."""
        draft, kind = self._page.desk.get(request.path_params["key"]), request.path_params["view"]
        if kind not in _VIEWS:
            raise Missing("there is no such view of a draft")
        heading, lead, downloads = _VIEWS[kind]
        fragment = ""
        place = request.query_params.get("paragraph", "") if kind == "agreed" else ""
        if place:
            heading, lead = "Through the years", f"Every adopted version of {place}, and what each changed."
        if kind != "compare" or draft.base:
            places = {block: f"./#{ident}" for block, ident in (draft.sheet or {}).get("places", {}).items()}
            try:
                asked = (tasks.timeline, held(draft), place) if place else (tasks.view, held(draft), kind, places)
                fragment = await self._page.workers.run(*asked)
            except ResolintError as error:
                said, tone = sentence(str(error), draft), "wrong"
                if kind == "agreed":
                    # Which file holds the adopted texts is said in the terminal, and to have none is no fault of the draft.
                    said, tone = _begun(said.partition(": ")[2] or said), "soft"
                fragment = Markup('<p class="{}">{}</p>').format(tone, said)
        word = draft.data.startswith(b"PK")
        if kind == "compare" and draft.base:
            downloads = (*downloads, ("redline", "Redline in Word"))
        if kind == "ready" and word:
            downloads = (*downloads, ("stripped", "Copy without comments and names"))
        return self._page.html(
            "tab.html",
            draft=draft,
            root="../..",
            tab=kind,
            tabs=tabs(self._page, draft),
            heading=heading,
            lead=lead,
            downloads=downloads,
            based=kind in ("compare", "ready"),
            others=[one for one in self._page.desk if one.key != draft.key and not one.error],
            decided=any(one.verdict == "accept" for one in draft.decisions.values()),
            back="agreed" if place else "",
            fragment=Markup(fragment),
        )

    async def base(self, request: Request) -> Response:
        """The text that a draft is built on: a file, another draft on the desk, or none any more."""
        draft = self._page.desk.get(request.path_params["key"])
        other = request.query_params.get("from", "")
        if other == "none":
            draft.base, draft.base_name = b"", ""
        elif other:
            chosen = self._page.desk.get(other)
            if chosen.error:
                raise ResolintError(f"{chosen.name} cannot be read, and so is no base")
            draft.base, draft.base_name = chosen.data, chosen.name
        else:
            name = shown(request.query_params.get("name", ""))
            self._page.desk.check(name, int(request.headers.get("content-length", "0")), draft)
            data = await request.body()
            await self._page.workers.run(tasks.examine, data, name)
            draft.base, draft.base_name = data, name
        self._page.tell(draft)
        return JSONResponse({})

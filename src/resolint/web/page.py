"""The page behind its addresses: one desk, the workers that read what lies on it, and who is told of changes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from resolint.errors import ResolintError
from resolint.version import __version__
from resolint.web import tasks
from resolint.web.answers import sentence
from resolint.web.desk import Desk, Draft
from resolint.web.workers import Workers

__all__ = ["HERE", "Page"]

HERE = Path(__file__).parent


class Page:
    """One desk and its workers.

    ``corpus`` tells for the name of a draft whether there is agreed language to ask; ``change`` is set when anything changes next.
    """

    def __init__(
        self, desk: Desk, workers: Workers, profile: str | None = None, corpus: Callable[[str], bool] = lambda _: False
    ) -> None:
        self.desk = desk
        self._profile = profile
        self.corpus = corpus
        self.workers = workers
        self.change = asyncio.Event()
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
                draft.error, draft.busy = sentence(str(error), draft), False
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
        self.wake()

    def wake(self) -> None:
        """Let the pages that listen look at the desk."""
        self.change.set()
        self.change = asyncio.Event()

    def stop(self) -> None:
        """End the streams that pages listen to; called from where the loop runs."""
        self._stopped = True
        self.change.set()

    def html(self, name: str, status: int = 200, **values: Any) -> HTMLResponse:
        """A page made of a template."""
        return HTMLResponse(self.text(name, **values), status)

    def text(self, name: str, **values: Any) -> str:
        """The text of a template."""
        return self._templates.get_template(name).render(**values)

    async def changes(self, request: Request) -> AsyncIterator[str]:
        """What has changed, as it changes: the version of every draft, as events for a stream."""
        said: dict[str, int] = {}
        while not self._stopped and not await request.is_disconnected():
            changed = self.change
            now = {one.key: one.version for one in self.desk}
            if now != said:
                said = now
                yield f"data: {json.dumps(now)}\n\n"
            try:
                await asyncio.wait_for(changed.wait(), 15)
            except TimeoutError:
                yield ": still here\n\n"

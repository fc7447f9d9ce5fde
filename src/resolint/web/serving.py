"""Serving the page: a socket on this machine alone, the address in the terminal, the browser opened."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import webbrowser
from collections.abc import AsyncIterator, Callable, Sequence
from types import FrameType
from typing import Any

import uvicorn

from resolint.errors import CannotWrite
from resolint.web.app import make_app
from resolint.web.desk import Desk
from resolint.web.guarding import new_token
from resolint.web.page import Page
from resolint.web.watching import Watch
from resolint.web.workers import Workers

__all__ = ["serve"]

HOST = "127.0.0.1"
_AT_EASE = 1.0
"""Seconds after which the page is open and the machine may do what is not yet needed."""


def serve(
    files: Sequence[tuple[str, bytes]],
    workers: Workers,
    *,
    port: int = 0,
    browser: bool = True,
    profile: str | None = None,
    folders: Sequence[str] = (),
    corpus: Callable[[str], bool] = lambda _: False,
    start: str = "",
    say: Callable[[str], None],
) -> None:
    """Serve until it is stopped. ``files`` are drafts by path, to be watched; ``workers`` read them, and end with it.

    In ``folders`` new drafts are looked for; ``corpus`` tells for the name of a draft whether there is one to ask. ``start``
    is the page to open, by default the one draft or the list; ``say`` is given its address. Raises CannotWrite for a port that is
    taken.
    """
    try:
        bound = _bind(port)
    except CannotWrite:
        workers.close()
        raise
    token = new_token()
    address = f"http://{HOST}:{bound.getsockname()[1]}/{token}/"
    page = Page(Desk(), workers, profile, corpus)
    app = make_app(page, token)
    server = _Server(
        page,
        uvicorn.Config(
            app,
            log_level="critical",
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=1,
            lifespan="off",
        ),
    )

    async def run() -> None:
        first = [page.lay(path, data, path) for path, data in files]
        watch = Watch(page, folders)
        async with _background(watch.run()):
            alone = f"d/{first[0].key}/" if len(first) == 1 and not folders else ""
            opened = address + (start or alone)
            say(opened)
            if browser:
                asyncio.get_running_loop().run_in_executor(None, webbrowser.open, opened)
            # The first pages come before the other workers.
            asyncio.get_running_loop().call_later(_AT_EASE, workers.fill)
            await server.serve(sockets=[bound])

    try:
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(run())
    finally:
        workers.close()
        bound.close()


class _Server(uvicorn.Server):
    """A server that lets the streams of its page end before it does."""

    def __init__(self, page: Page, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._page = page
        self._loop: asyncio.AbstractEventLoop | None = None

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until told to stop."""
        self._loop = asyncio.get_running_loop()
        await super().serve(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Somebody wants it to stop."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._page.stop)
        super().handle_exit(sig, frame)


@contextlib.asynccontextmanager
async def _background(work: Any) -> AsyncIterator[None]:
    task = asyncio.ensure_future(work)
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def _bind(port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        bound.bind((HOST, port))
    except OSError as error:
        bound.close()
        reason = (error.strerror or str(error)).lower()
        raise CannotWrite(f"port {port} cannot be used: {reason}; choose another one, or 0 for any") from None
    bound.listen(128)
    return bound

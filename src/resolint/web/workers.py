"""Processes that do the work on drafts, so that a hostile file can take down nothing but the process that reads it.

Each worker makes one session and takes one task at a time. One that takes too long, needs too much memory or breaks down is
killed and replaced; whoever asked gets a sentence, and nobody else notices.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Mapping
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from anyio import to_thread

from resolint.errors import ResolintError

__all__ = ["BUG", "Broken", "Workers", "default_number"]

BUG = "this is a bug in resolint, not in your draft; what went wrong is said where resolint was started"
"""What the page says of a fault of its own."""
_LOG = logging.getLogger("resolint")

MEMORY = 3 * 1024**3
"""Bytes of address space that a worker may use, where the system can be told so."""
_STARTUP = 60.0
_PATIENCE = 0.02
"""Seconds that a new worker waits for a task before it makes ready for the first one to come."""

Task = Callable[..., Any]


class Broken(ResolintError):
    """A task that took too long or that its worker did not survive."""


def default_number() -> int:
    """How many workers pay: one for each core, two at the least so that one slow draft stops nobody, four at most."""
    return max(2, min(4, os.cpu_count() or 1))


class Workers:
    """Some processes with a session each. ``settings`` are the keywords of ``Session``; ``limit`` is in seconds for one task.

    One of them starts at once, the others when ``fill`` is called or a task comes while the first is at work.
    """

    def __init__(self, number: int, settings: Mapping[str, Any], *, limit: float = 60.0) -> None:
        self._settings = dict(settings)
        self._limit = limit
        self._number = number
        self._all = [_Worker(self._settings)]
        self._free: asyncio.Queue[_Worker] | None = None

    def fill(self) -> None:
        """Start those that are not started yet."""
        while len(self._all) < self._number:
            worker = _Worker(self._settings)
            self._all.append(worker)
            if self._free is not None:
                self._free.put_nowait(worker)

    async def run(self, task: Task, /, *args: Any, **options: Any) -> Any:
        """What ``task(session, *args, **options)`` gives in a worker. Raises ResolintError, and Broken for what went wrong."""
        if self._free is None:
            self._free = asyncio.Queue()
            for worker in self._all:
                self._free.put_nowait(worker)
        if self._free.empty():
            self.fill()
        worker = await self._free.get()
        try:
            call = partial(worker.call, task, args, options, self._limit)
            return await asyncio.shield(asyncio.ensure_future(to_thread.run_sync(call)))
        finally:
            if not worker.alive:
                self._all.remove(worker)
                worker = _Worker(self._settings)
                self._all.append(worker)
            self._free.put_nowait(worker)

    def processes(self) -> tuple[int, ...]:
        """The ids of the processes."""
        return tuple(worker.pid for worker in self._all)

    def close(self) -> None:
        """End every process at once."""
        for worker in self._all:
            worker.kill()


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, dict(settings)), daemon=True)
        self._process.start()
        theirs.close()
        self._ending = threading.Lock()
        self._started = False
        self.alive = True

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    def call(self, task: Task, args: tuple[Any, ...], options: Mapping[str, Any], limit: float) -> Any:
        """Run a task and wait. Raises ResolintError for what the task says of the draft, Broken where there is no answer."""
        try:
            if not self._started:
                self._answer(_STARTUP, "resolint did not start to work within a minute; try again")
                self._started = True
            self._pipe.send((task, args, dict(options)))
            kind, value = self._answer(limit, f"this draft took longer than {limit:.0f} seconds and was given up")
        except (EOFError, OSError, ValueError):
            self.kill()
            raise Broken("reading this draft broke down, so it was given up; the others are as they were") from None
        if kind == "said":
            raise ResolintError(value)
        if kind == "bug":
            # What went wrong is of use to who mends it, and said where the command runs.
            _LOG.error("resolint: a bug: %s", value)
            raise Broken(BUG)
        return value

    def _answer(self, limit: float, sentence: str) -> tuple[str, Any]:
        end = time.monotonic() + limit
        while not self._pipe.poll(min(0.5, max(0.0, end - time.monotonic()))):
            if time.monotonic() >= end:
                self.kill()
                raise Broken(sentence)
        answer: tuple[str, Any] = self._pipe.recv()
        return answer

    def kill(self) -> None:
        """End the process at once."""
        self.alive = False
        with contextlib.suppress(OSError, ValueError):
            self._process.kill()
            self._process.join(2)
        # Whoever waits for an answer ends the worker too, in a thread of its own; a descriptor must not be closed twice.
        with self._ending:
            self._pipe.close()


def _serve(pipe: Connection, settings: dict[str, Any]) -> None:
    """What a worker does: tasks, one after the other, until nobody listens any more."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    from resolint.pipeline import Session
    from resolint.web.tasks import warm

    session = Session(**settings)
    with contextlib.suppress(EOFError, OSError):
        pipe.send(("value", None))
        for step in warm(session):
            # Whoever waits is served first; the draft then warms what it needs.
            if pipe.poll(_PATIENCE):
                break
            with contextlib.suppress(ResolintError):
                step()
        while True:
            task, args, options = pipe.recv()
            pipe.send(_done(task, session, args, options))


def _done(task: Task, session: Any, args: tuple[Any, ...], options: dict[str, Any]) -> tuple[str, Any]:
    try:
        return "value", task(session, *args, **options)
    except ResolintError as error:
        return "said", str(error)
    except MemoryError:
        return "said", "this draft needs more memory than any draft may, so it was given up"
    except Exception as error:
        return "bug", " ".join(f"{type(error).__name__}: {error}".split())[:300]


def _limit_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, OSError, ValueError):
        pass

"""Drafts on disk: what an editor saves is read again, new drafts in a folder are added."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from anyio import to_thread

from resolint.errors import ResolintError
from resolint.pipeline import SUFFIXES
from resolint.web.desk import Draft

if TYPE_CHECKING:
    from resolint.web.page import Page

__all__ = ["Watch"]

_TRIES = 6
_PAUSE = 0.15
"""Seconds between two tries: Word puts a new file in the place of the old, and for a moment there is none."""


class Watch:
    """Watches the files of the drafts that came from disk, and ``folders`` for more of them."""

    def __init__(self, page: Page, folders: Sequence[str] = ()) -> None:
        self._page = page
        self._folders = tuple(os.path.realpath(folder) for folder in folders)

    async def run(self) -> None:
        """Watch until cancelled."""
        from watchfiles import awatch

        places = {os.path.dirname(os.path.realpath(one.path)) for one in self._page.desk if one.path}  # noqa: PTH120
        places |= set(self._folders)
        if not places:
            return
        async for changes in awatch(*sorted(places), debounce=400, step=60, recursive=False, yield_on_timeout=False):
            for path in dict.fromkeys(path for _, path in changes):
                await self.look(path)

    async def look(self, path: str) -> None:
        """Something has happened to the file at ``path``."""
        real = os.path.realpath(path)
        draft = next((one for one in self._page.desk if one.path and os.path.realpath(one.path) == real), None)
        if draft is not None:
            await self._renew(draft)
        elif os.path.dirname(real) in self._folders and _is_draft(real):  # noqa: PTH120
            data = await to_thread.run_sync(_read, real)
            if data:
                try:
                    self._page.lay(real, data, real)
                except ResolintError:
                    return

    async def _renew(self, draft: Draft) -> None:
        for _ in range(_TRIES):
            data = await to_thread.run_sync(_read, draft.path)
            if data:
                self._page.renew(draft, data)
                return
            await asyncio.sleep(_PAUSE)
        draft.error = f"{draft.name}: the file is not there any more; what you see is how it was"
        self._page.tell(draft)


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""


def _is_draft(path: str) -> bool:
    name = os.path.basename(path)  # noqa: PTH119
    return name.lower().endswith(SUFFIXES) and not name.startswith(("~$", "."))

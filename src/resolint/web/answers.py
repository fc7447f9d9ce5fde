"""What answers are made of: drafts as data, files to take, what was sent."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from resolint.errors import ResolintError
from resolint.pipeline import Decision
from resolint.web import tasks
from resolint.web.desk import Draft

__all__ = ["attached", "held", "read_json", "row", "sentence", "state"]

_FOLDERS = re.compile(
    r"\A(?:(?:[A-Za-z]:)?[/\\](?:[^:\n]*[/\\])?(?=[^/\\:\n]+: )|[^:\n]*[/\\](?=[^/\\:\n]+\.[A-Za-z]{2,8}: ))"
)
"""The folders before the name that a sentence begins with; a symbol (*A/C.3/79/L.1: …*) has none."""


def row(draft: Draft) -> dict[str, Any]:
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


def state(draft: Draft, whole: bool = False) -> dict[str, Any]:
    """What a page has to know of its draft; the ``whole`` of it holds the document too."""
    sheet = draft.sheet or {}
    found = row(draft) | {
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
            "language": sheet.get("language", "en"),
        }
    return found


def _decided(decisions: Mapping[str, Decision | None]) -> dict[str, dict[str, str] | None]:
    """Decisions as a page knows them, None where nothing was decided."""
    return {
        key: None if one is None else {"verdict": one.verdict, "reason": one.reason} for key, one in decisions.items()
    }


def held(draft: Draft) -> tasks.Held:
    """What a worker has to know of a draft."""
    decisions = tuple(draft.decisions.values())
    return tasks.Held(draft.data, draft.path or draft.name, draft.profile, decisions, draft.base, draft.base_name)


def sentence(text: str, draft: Draft) -> str:
    """What is said of a draft, without the folders that its file lies in, nor those of the file that is spoken of first."""
    told = text.replace(draft.path, draft.name) if draft.path else text
    return _FOLDERS.sub("", told)


def attached(made: tasks.Delivery) -> Response:
    """A file to be taken, with what could not be done in a header."""
    plain = made.name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(made.name, safe='')}"
    headers = {"content-disposition": disposition}
    if made.left:
        headers["x-resolint-left"] = quote("\n".join(made.left)[:4000])
    return Response(made.data, media_type=made.kind, headers=headers)


async def read_json(request: Request) -> Any:
    """What was sent, as a value. Raises ResolintError."""
    try:
        return json.loads(await request.body())
    except (ValueError, RecursionError):
        raise ResolintError("what was sent cannot be read; reload the page") from None

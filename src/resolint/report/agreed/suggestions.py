"""The adopted wordings nearest to a text, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from textwrap import wrap

from resolint.corpus.verdicts import Suggestion
from resolint.errors import NoSuchChoice
from resolint.report.agreed.json import entry_json
from resolint.report.characters import encodable, printable

__all__ = ["render"]

_USES = 3


def render(
    text: str, found: Sequence[Suggestion], format: str = "text", *, width: int = 80, encoding: str = "utf-8"
) -> str:
    """The suggestions as ``text`` or ``json``. Raises ValueError for another format."""
    if format == "json":
        return _json(text, found)
    if format != "text":
        raise NoSuchChoice(f"there is no format {format!r}: choose text or json")
    if not found:
        return "No agreed wording is near to this text.\n"
    lines = []
    for one in found:
        lines.append(f"{one.similarity:.0%}")
        plain = printable(one.text)
        lines += wrap(plain, max(40, width), initial_indent="  ", subsequent_indent="  ")
        for use in one.uses[:_USES]:
            date = f" ({use.entry.date})" if use.entry.date else ""
            lines.append(f"    {use.entry.shown}{date}, {use.place}")
        if len(one.uses) > _USES:
            lines.append(f"    and {len(one.uses) - _USES} more")
        lines.append("")
    return encodable("\n".join(lines), encoding)


def _json(text: str, found: Sequence[Suggestion]) -> str:
    value = {
        "schema": 1,
        "query": text,
        "suggestions": [
            {
                "similarity": round(one.similarity, 4),
                "text": one.text,
                "uses": [{**entry_json(use.entry), "place": use.place} for use in one.uses],
            }
            for one in found
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"

"""What a draft names, counts and dates: each thing once with its forms and places, as text for people and JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from resolint.consistency import KINDS, Thing
from resolint.errors import NoSuchChoice
from resolint.model import Span
from resolint.report.characters import encodable, wrapped

__all__ = ["FORMATS", "Where", "render"]

FORMATS = ("text", "json")
SCHEMA = 1
Where = Callable[[Span], str]
_TITLES = {
    "name": "Names",
    "abbreviation": "Abbreviations",
    "citation": "Citations",
    "number": "Numbers",
    "date": "Dates",
}


def render(
    found: Sequence[tuple[str, Sequence[Thing], Where]],
    format: str = "text",
    *,
    width: int = 80,
    encoding: str = "utf-8",
) -> str:
    """The things of drafts, given with their paths and what names a place, in one of ``FORMATS``, ending in a line feed.

    Raises NoSuchChoice for a format that does not exist.
    """
    if format not in FORMATS:
        raise NoSuchChoice(f"there is no format {format!r}: choose one of {', '.join(FORMATS)}")
    if format == "json":
        return _json(found)
    return encodable("".join(f"{line.rstrip()}\n" for one in found for line in _text(*one, width)), encoding)


def _json(found: Sequence[tuple[str, Sequence[Thing], Where]]) -> str:
    documents = [{"path": path, "things": [_row(thing, where) for thing in things]} for path, things, where in found]
    return json.dumps({"schema": SCHEMA, "documents": documents}, ensure_ascii=False, indent=2) + "\n"


def _row(thing: Thing, where: Where) -> dict[str, object]:
    return {
        "kind": thing.kind,
        "text": thing.text,
        "count": thing.total,
        "forms": [
            {
                "text": form.text,
                "places": [
                    {"where": where(span), "span": {"block": span.block, "start": span.start, "end": span.end}}
                    for span in form.places
                ],
            }
            for form in thing.forms
        ],
    }


def _text(path: str, things: Sequence[Thing], where: Where, width: int) -> list[str]:
    if not things:
        return [path, "  nothing of what was asked for"]
    lines = [path]
    for kind in KINDS:
        own = [thing for thing in things if thing.kind == kind]
        if own:
            lines.append(f"  {_TITLES[kind]}")
        for thing in own:
            if len(thing.forms) == 1:
                lines += wrapped(f"{thing.text}: {_places(thing.forms[0].places, where)}", width, " " * 8, " " * 4)
                continue
            lines += wrapped(f"{thing.text}, in {len(thing.forms)} forms:", width, " " * 8, "  ! ")
            for form in thing.forms:
                lines += wrapped(f"{form.text}: {_places(form.places, where)}", width, " " * 12, " " * 6 + "- ")
    several = sum(1 for thing in things if len(thing.forms) > 1)
    said = f"{len(things)} {'thing' if len(things) == 1 else 'things'}"
    lines.append(f"  {said}, {several} of them in several forms" if several else f"  {said}, each in one form")
    return lines


def _places(places: Sequence[Span], where: Where) -> str:
    """The places in words, each once, with how often where it is more than once."""
    counted: dict[str, int] = {}
    for span in places:
        name = where(span)
        counted[name] = counted.get(name, 0) + 1
    return ", ".join(f"{name} ({count} times)" if count > 1 else name for name, count in counted.items())

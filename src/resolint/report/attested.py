"""The counts of a phrase and of its variants, as text and as JSON."""

from __future__ import annotations

import json

from resolint.attested.counts import LEAST
from resolint.attested.variants import Answer
from resolint.errors import NoSuchChoice
from resolint.report.characters import encodable

__all__ = ["FORMATS", "render"]

FORMATS = ("text", "json")
SCHEMA = 1


def render(answer: Answer, format: str = "text", *, encoding: str = "utf-8") -> str:
    """A line for the phrase and one for each variant, the count before it; or the same as JSON.

    In JSON the count 0 means fewer than ``LEAST``. Raises NoSuchChoice for a format that does not exist.
    """
    if format not in FORMATS:
        raise NoSuchChoice(f"there is no format {format!r}: choose one of {', '.join(FORMATS)}")
    return _json(answer) if format == "json" else encodable(_text(answer), encoding)


def _text(answer: Answer) -> str:
    rows = [(_count(one.times, answer.at_most), one.text) for one in (answer.phrase, *answer.variants)]
    room = max(len(count) for count, _ in rows)
    lines = [f"{count:>{room}}  {text}\n" for count, text in rows]
    return "".join(
        [*lines, *(() if answer.variants else ("Nothing that one small change makes of it was counted.\n",))]
    )


def _count(count: int, at_most: bool) -> str:
    if count < LEAST:
        return f"fewer than {LEAST}"
    return f"at most {count:,}" if at_most else f"{count:,}"


def _json(answer: Answer) -> str:
    value = {
        "schema": SCHEMA,
        "phrase": answer.phrase.text,
        "count": answer.phrase.times,
        "at_most": answer.at_most,
        "variants": [{"text": variant.text, "count": variant.times} for variant in answer.variants],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"

"""A revised draft: the issued text once more, under the next symbol, for changes that will be tracked."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace

from resolint import regex
from resolint.author.filling import read_answers
from resolint.author.masthead import values_of
from resolint.author.template import Template
from resolint.model import Block, Document

__all__ = ["next_symbol", "revise"]

_REVISION = regex.compiled(r"(.*)/Rev\.(\d{1,3})\Z")


def next_symbol(symbol: str) -> str:
    """The symbol of the next revision: ``A/C.2/81/L.7/Rev.1`` for ``A/C.2/81/L.7``."""
    found = _REVISION.match(symbol)
    return f"{found[1]}/Rev.{int(found[2]) + 1}" if found else f"{symbol}/Rev.1"


def revise(source: Document, template: Template, given: Mapping[str, object], today: datetime.date) -> str:
    """The issued draft in the notation with the masthead of its revision. Raises BadAnswer."""
    from resolint import notation

    answers = read_answers(template, given, today)
    values = {key: value for key, value in values_of(source).items() if key != "job_number"}
    for key in ("symbol", "date", "sponsors"):
        one = answers.get(key)
        if one is not None and one.text:
            values[key] = f"{one.text}: draft resolution" if key == "sponsors" else one.text
    if "sponsors" in values:
        values["sponsors"] = re.sub(
            r": (?:revised )?draft (resolution|decision)\b", r": revised draft \1", values["sponsors"]
        )
    front = tuple(Block(f"front/{key}", "header", value) for key, value in values.items())
    body = tuple(block for block in source.blocks if not block.id.startswith("front/"))
    head = replace(source.head, job_number=None)
    return notation.write(replace(source, head=head, blocks=(*front, *body)))

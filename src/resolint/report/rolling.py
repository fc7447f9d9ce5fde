"""What was done to last year's text, and what is left to decide, as lists for people."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from resolint.negotiation.rolling import Step
from resolint.report.characters import encodable, printable

__all__ = ["render"]

_LONGEST = 150
"""Letters of what is shown; what is longer is cut between words."""


def render(done: Sequence[Step], left: Sequence[Step], *, width: int = 80, encoding: str = "utf-8") -> str:
    """The two lists: what was done, each with the words out and in, and what a person has to decide."""
    rows = [f"Done, as tracked changes ({len(done)}):"]
    rows += [line for step in done for line in _lines(step, _change(step), width)]
    rows += ["", f"To decide ({len(left)}):"]
    rows += [line for step in left for line in _lines(step, f": {_short(step.old)}" if step.old else "", width)]
    return encodable("".join(f"{row}\n" for row in rows), encoding)


def _lines(step: Step, words: str, width: int) -> list[str]:
    return wrap(f"{step.where}: {step.what}{words}", max(40, width), initial_indent="  ", subsequent_indent="    ")


def _change(step: Step) -> str:
    old, new = _short(step.old), _short(step.new)
    if not old:
        return f": “{new}” in"
    return f": “{old}” out" if not new else f": “{old}” → “{new}”"


def _short(text: str) -> str:
    plain = " ".join(printable(text).split())
    if len(plain) <= _LONGEST:
        return plain
    cut = plain[: _LONGEST - 1]
    return f"{cut.rpartition(' ')[0] or cut} …"

"""The key ``wakes`` of a card: what must occur in a draft for a rule whose check is code to be able to speak."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from resolint.cards.nearest import hint
from resolint.model import MarkKind
from resolint.rule import Wake
from resolint.tokens import phrase

__all__ = ["ALWAYS", "GIVEN", "PARTS", "WrongWakes", "read"]

ALWAYS = "always"
PARTS = (
    "title", "organ line", "preamble", "operative", "annex", "headings", "footnotes", "masthead", "closing", "body", "table",
)  # fmt: skip
GIVEN = ("base", "corpus", "comments")
_KINDS = ("resolution", "decision", "declaration", "amendment", "report", "other")
_ALLOWED: Mapping[str, tuple[str, ...] | None] = {
    "words": None,
    "texts": None,
    "parts": PARTS,
    "marks": get_args(MarkKind),
    "kinds": _KINDS,
    "given": GIVEN,
}


class WrongWakes(ValueError):
    """A value of ``wakes`` that cannot be used; ``str(error)`` says what is allowed."""


def read(value: Any) -> tuple[Wake, ...] | None:
    """The ways to wake a rule that ``value`` holds, None for ``always``. Raises WrongWakes."""
    if value == ALWAYS:
        return None
    ways = value if isinstance(value, list) else [value]
    if not ways or not all(isinstance(way, dict) and way for way in ways):
        raise WrongWakes('"always", a table such as { texts = ["%"] }, or a list of such tables is needed')
    return tuple(map(_way, ways))


def _way(way: Mapping[str, Any]) -> Wake:
    fields = {}
    for key, texts in way.items():
        if key not in _ALLOWED:
            raise WrongWakes(f"there is no key {key}; {hint(key, _ALLOWED)} ({', '.join(_ALLOWED)})")
        if not isinstance(texts, list) or not texts or not all(isinstance(text, str) and text for text in texts):
            raise WrongWakes(f'{key} is a list of texts, such as {key} = ["one", "two"]')
        allowed = _ALLOWED[key]
        for text in texts if allowed is not None else ():
            if allowed is not None and text not in allowed:
                raise WrongWakes(f"'{text}' is not allowed in {key}; {hint(text, allowed)} ({', '.join(allowed)})")
        fields[key] = tuple(" ".join(phrase(text).words) for text in texts) if key == "words" else tuple(texts)
    return Wake(**fields)

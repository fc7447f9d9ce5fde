"""HTML comments: ``<!-- resolint: allow PRE002, reason -->`` speaks to resolint, every other comment is passed over."""

from __future__ import annotations

import re

from resolint.frozen import dataclass
from resolint.regex import lazy

_COMMAND = lazy(r"\s*resolint:\s*(\w*)\s*(.*?)\s*", re.DOTALL | re.IGNORECASE)
_ID = lazy(r"[A-Za-z]{2,5}\d{3}")
_NAME = lazy(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_OPENING = lazy(r"\\.|<!--", re.DOTALL)


@dataclass(frozen=True, slots=True)
class HtmlComment:
    """A comment in the source: where it stands, and what is inside."""

    start: int
    end: int
    content: str


def find_comments(text: str, start: int) -> tuple[HtmlComment, ...]:
    """The closed comments from ``start`` on; an opening that is escaped or never closed is plain text."""
    found = []
    match = _OPENING.search(text, start)
    while match:
        if match.group() != "<!--":
            match = _OPENING.search(text, match.end())
            continue
        close = text.find("-->", match.end())
        if close < 0:
            break
        found.append(HtmlComment(match.start(), close + 3, text[match.end() : close]))
        match = _OPENING.search(text, close + 3)
    return tuple(found)


def parse_allow(content: str) -> tuple[tuple[str, ...], str] | None:
    """The rules and the reason of ``resolint: allow PRE002, reason``; None if it is no word to resolint.

    Rules (ids or names) stand first, separated by commas or blanks; what follows is the reason. A command other
    than ``allow`` or one without rules gives no rules, so that it can be reported rather than missed.
    """
    match = _COMMAND.fullmatch(content)
    if not match:
        return None
    rest = " ".join(match.group(2).split())
    if match.group(1).lower() not in ("allow", "ignore"):
        return (), rest
    rules: list[str] = []
    while rest:
        word = re.match(r"[^\s,;:]+", rest)
        if not word or not _is_rule(word.group(), rest[word.end() :], bool(rules)):
            break
        rules.append(word.group())
        rest = rest[word.end() :].lstrip(" ,;:–—")
    return tuple(rules), rest.strip(" ,;:")


def _is_rule(word: str, after: str, later: bool) -> bool:
    """Whether ``word`` is a rule: an id, or a name that is not the beginning of the reason."""
    if _ID.fullmatch(word):
        return True
    if not _NAME.fullmatch(word):
        return False
    return not later or after.startswith((",", ";"))


def write_allow(rules: tuple[str, ...], reason: str) -> str:
    """The comment that ``parse_allow`` reads as these rules and this reason."""
    inside = ", ".join([*rules, reason] if reason or not rules else rules)
    return f"<!-- resolint: allow {inside.replace('-->', '-- >')} -->"

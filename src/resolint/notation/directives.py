"""HTML comments: ``<!-- resolint: allow PRE002, reason -->`` speaks to resolint, every other comment is passed over."""

from __future__ import annotations

import re

from resolint import permission
from resolint.frozen import dataclass
from resolint.regex import lazy

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
        found.append(HtmlComment(match.start(), close + 3, _read(text[match.end() : close])))
        match = _OPENING.search(text, close + 3)
    return tuple(found)


def write_comment(rules: tuple[str, ...], reason: str) -> str:
    """The HTML comment that allows ``rules`` for ``reason``."""
    return f"<!-- {_escaped(permission.write(rules, reason))} -->"


def _escaped(words: str) -> str:
    """``words`` without what would end the comment, as ``_read`` gives them back."""
    return words.replace("--&", "--&amp;").replace("-->", "--&gt;")


def _read(content: str) -> str:
    return content.replace("--&gt;", "-->").replace("--&amp;", "--&")

"""Tracked changes in text: CriticMarkup ``{++in++} {--out--} {~~old~>new~~} {==words==} {>>comment<<}``.

The syntax is that of criticmarkup.com. A change may not cross a paragraph; what is not closed there is plain text.
"""

from __future__ import annotations

import re

from resolint.frozen import dataclass
from resolint.model import View
from resolint.notation.traced import Traced, join
from resolint.regex import lazy

_OPENERS = lazy(r"\\.|\{(?:\+\+|--|~~|==|>>)", re.DOTALL)
_CLOSERS = {"{++": "++}", "{--": "--}", "{~~": "~~}", "{==": "==}", "{>>": "<<}"}


@dataclass(frozen=True, slots=True)
class Revised:
    """A text after its changes were applied; all positions are source offsets.

    ``inserted`` and ``highlighted`` are ranges that remain in the text, ``removed`` the texts taken out and the
    place they stood at, ``comments`` the review comments, each with the range it is about (empty for a point).
    """

    text: Traced
    inserted: tuple[tuple[int, int], ...] = ()
    highlighted: tuple[tuple[int, int], ...] = ()
    removed: tuple[tuple[int, Traced], ...] = ()
    comments: tuple[tuple[int, int, str], ...] = ()


class _Reviser:
    """Collects what ``revise`` gives."""

    def __init__(self, view: View) -> None:
        self.proposed = view == "proposed"
        self.parts: list[Traced] = []
        self.inserted: list[tuple[int, int]] = []
        self.highlighted: list[tuple[int, int]] = []
        self.removed: list[tuple[int, Traced]] = []
        self.comments: list[tuple[int, int, str]] = []
        self.last: tuple[int, int] | None = None

    def insert(self, inner: Traced) -> None:
        if self.proposed and inner.text:
            self.inserted.append((inner.at[0], inner.end))
            self.parts.append(inner)

    def delete(self, inner: Traced) -> None:
        if not self.proposed:
            self.parts.append(inner)
        elif inner.text:
            self.removed.append((inner.at[0], inner))

    def apply(self, opener: str, inner: Traced) -> None:
        last, self.last = self.last, None
        if opener == "{++":
            self.insert(inner)
        elif opener == "{--":
            self.delete(inner)
        elif opener == "{~~":
            old, arrow, _ = inner.text.partition("~>")
            self.delete(inner.cut(0, len(old)))
            self.insert(inner.cut(len(old) + len(arrow)))
        elif opener == "{==":
            if inner.text:
                self.last = (inner.at[0], inner.end)
                self.highlighted.append(self.last)
            self.parts.append(inner)
        else:
            start, end = last or (inner.end, inner.end)
            self.comments.append((start, end, inner.text.strip()))


def revise(text: Traced, view: View) -> Revised:
    """Apply the tracked changes of one paragraph as ``view`` reads them: proposed or original."""
    raw = text.text
    if "{" not in raw:
        return Revised(text)
    work = _Reviser(view)
    unclosed: set[str] = set()
    done = 0
    match = _OPENERS.search(raw)
    while match:
        opener = match.group()
        close = -1
        if opener in _CLOSERS and opener not in unclosed:
            close = raw.find(_CLOSERS[opener], match.end())
            if close < 0:
                unclosed.add(opener)
        if close < 0:
            match = _OPENERS.search(raw, match.end())
            continue
        if match.start() > done:
            work.parts.append(text.cut(done, match.start()))
            work.last = None
        work.apply(opener, text.cut(match.end(), close))
        done = close + 3
        match = _OPENERS.search(raw, done)
    work.parts.append(text.cut(done))
    return Revised(
        join(work.parts), tuple(work.inserted), tuple(work.highlighted), tuple(work.removed), tuple(work.comments)
    )

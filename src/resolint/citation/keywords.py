"""The word *resolution* or *decision* before a number, and the words before it that say whose act it is."""

from __future__ import annotations

import re
from functools import cache

from resolint import regex
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, organs

_ADJECTIVES = (
    "previous ", "earlier ", "relevant ", "recent ", "most recent ", "latest ", "subsequent ", "landmark ", "own ",
)  # fmt: skip
_INHERIT = (
    "including", "in particular", "especially", "notably", "inter alia,", "inter alia", "such as", "namely",
    "of which is", "of which was", "of which being", "of which are", "of which were", "recent being", "latest being",
    "including its", "including in",
)  # fmt: skip


class Key(NamedTuple):
    """The keyword of an act with what belongs to it: the organ named before it, and whether the text says *its*."""

    start: int
    end: int
    kind: str
    plural: bool
    organ: str | None
    own: bool


@cache
def _pattern() -> re.Pattern[str]:
    return regex.compiled(
        r"(?<![\w/-])(?:(?P<word>[Rr]esolution|RESOLUTION|[Dd]ecision|DECISION)(?P<s>s|S)?(?![\w-])"
        r"|(?P<short>[Rr]es(?P<rs>s)?\.)|(?P<council>UNSCRs?|SCRs?)(?!\w))"
    )


def find(text: str) -> list[re.Match[str]]:
    """Every keyword in the text, in order."""
    return list(_pattern().finditer(text))


def read(text: str, match: re.Match[str], previous: Key | None, done: int, lexicon: Lexicon) -> Key:
    """What stands before the number: the kind, and whose act it is."""
    start = match.start()
    plural = bool(match["s"] or match["rs"] or (match["council"] or "").endswith("s"))
    kind = "decision" if (match["word"] or "").lower() == "decision" else "resolution"
    if match["council"]:
        return Key(start, match.end(), kind, plural, "SC", False)
    begin, own = _before_its(text, start)
    named = organs.before(text, begin, lexicon)
    organ = None
    if named is not None and named.start >= done:
        joined = text[max(0, named.start - 5) : named.start]
        mixed = joined.endswith("and ") and organs.before(text, named.start - 5, lexicon) is not None
        organ, begin = (None if mixed and plural and not own else named.organ), named.start
    elif own:
        begin = _its_start(text, start)
    else:
        begin = start
    if organ is None and not own and previous is not None and _continues(text, previous, start):
        return Key(start, match.end(), kind, plural, previous.organ, previous.own)
    return Key(begin, match.end(), kind, plural, organ, own)


def _continues(text: str, previous: Key, start: int) -> bool:
    """Whether *including resolutions* and the like take up the organ named before."""
    gap = text[previous.end : start]
    return len(gap) < 240 and gap.rstrip(" ").endswith(_INHERIT) and ". " not in gap


def _before_its(text: str, start: int) -> tuple[int, bool]:
    """Where the words before *(in) its* end, and whether *its* is there."""
    its = _its_start(text, start)
    if its < 0:
        return start, False
    window = text[max(0, its - 12) : its]
    for preposition in ("in ", "by ", "through ", "under "):
        if window.endswith(preposition):
            end = its - len(preposition)
            head = text[max(0, end - 2) : end].rstrip()
            return (end - 2 if head.endswith(",") else end), True
    return its, True


def _its_start(text: str, start: int) -> int:
    """Where *its* starts before the keyword (adjectives between them skipped), -1 if it is not there."""
    window = text[max(0, start - 48) : start].replace("\u00a0", " ")
    end = len(window)
    while True:
        adjective = next((word for word in _ADJECTIVES if window.endswith(word, 0, end)), None)
        if adjective is None:
            break
        end -= len(adjective)
    if window[max(0, end - 4) : end].lower() == "its " and not window[max(0, end - 5) : end - 4].isalpha():
        return start - len(window) + end - 4
    return -1

"""By what resolint knows its own marks in a file again: the author's name, and the session number of split runs.

A mark is ours if its author is ``resolint`` or ends with `` (resolint)``, so that no human's name is ever taken for ours.
Where one of our marks made it necessary to divide a run, the second half carries a session number (``w:rsidDel``) that says
how to put the halves together again. Word neither shows nor needs that number.
"""

from __future__ import annotations

AUTHOR = "resolint"
_SUFFIX = f" ({AUTHOR})"
_SESSION = "7E5011"

AFTER_CHILD = 1
"""The run goes on where the run before it was divided between two of its children."""
AFTER_SPACED = 2
"""It goes on inside a text whose white space was to be preserved."""
AFTER_TEXT = 3
"""It goes on inside a text without that order."""
BARE = 4
"""The run had no ``w:rPr``."""
WITHIN = 8
"""Its run is the first of the second half of somebody's insertion, which was divided so that ours stands beside it."""
_CONTINUES = 3
_TRACES = tuple(word.encode(code) for word in (AUTHOR, _SESSION) for code in ("utf-8", "utf-16-le", "utf-16-be"))


def signed(author: str) -> str:
    """The name under which our marks stand in the file: ``author``, told to be ours where it is not plainly so."""
    name = "".join(char if char.isprintable() else " " for char in author).strip()
    if not name or is_ours(name):
        return name or AUTHOR
    return name + _SUFFIX


def is_ours(author: str | None) -> bool:
    """Whether a mark with this author is one of ours."""
    return author is not None and (author == AUTHOR or author.endswith(_SUFFIX))


def may_hold(part: bytes) -> bool:
    """Whether these bytes of a part can hold marks of ours, in whatever encoding."""
    return any(word in part for word in _TRACES)


def session(flags: int) -> str:
    """The session number that stands for ``flags``."""
    return f"{_SESSION}{flags:02X}"


def flags_of(value: str | None) -> int:
    """The flags that a session number stands for, 0 if it is none of ours."""
    if value is None or len(value) != 8 or not value.startswith(_SESSION):
        return 0
    try:
        return int(value[len(_SESSION) :], 16)
    except ValueError:
        return 0


def continues(flags: int) -> int:
    """How the run goes on what was before it: 0 or one of ``AFTER_…``."""
    return flags & _CONTINUES

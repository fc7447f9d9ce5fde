"""Regular expressions that are compiled when they are first used.

A cold process imports every check, and compiling all their patterns at import took a fifth of a five-page lint, while
most drafts never make most of them run.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a pattern until one of its attributes is asked for; then it keeps what the pattern gives."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if not hasattr(re.Pattern, name):
            # Whoever looks through a module for something else must not make its patterns be compiled.
            raise AttributeError(name)
        found = getattr(re.compile(self._source, self._flags), name)
        self.__dict__[name] = found
        return found


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that behaves as ``re.compile(source, flags)`` does, compiled at its first use.

    A fault in ``source`` shows only then (``re.error``), so every pattern needs a test that uses it.
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))

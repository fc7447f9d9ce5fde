"""The room that knows WordprocessingML: nobody else imports lxml."""

from typing import TYPE_CHECKING

from resolint.word.reader import read

if TYPE_CHECKING:
    from resolint.word.cleaning import clean
    from resolint.word.reviewing import review, write
    from resolint.word.verifying import verify

__all__ = ["clean", "read", "review", "verify", "write"]


_WRITING = {
    "clean": "cleaning",
    "review": "reviewing",
    "verify": "verifying",
    "write": "reviewing",
}


def __getattr__(name: str) -> object:
    """The functions that write, imported when they are first asked for: reading must not wait for them."""
    if name not in _WRITING:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"resolint.word.{_WRITING[name]}"), name)

"""The room that knows WordprocessingML: nobody but ``word``, ``author`` and ``akn`` sees XML.

Four rooms: ``container`` (the zip and its parts), ``read`` (bytes to blocks), ``write`` (comments and tracked changes, each
write verified) and ``redline`` (the differences of two texts as tracked changes). What others need stands here.
"""

from typing import TYPE_CHECKING

from resolint.word.read.reader import read_word

if TYPE_CHECKING:
    from resolint.word.redline.redlining import redline_word
    from resolint.word.write.cleaning import clean
    from resolint.word.write.reviewing import write
    from resolint.word.write.verifying import verify

__all__ = ["clean", "read_word", "redline_word", "verify", "write"]

_LATER = {
    "clean": "write.cleaning",
    "verify": "write.verifying",
    "write": "write.reviewing",
    "redline_word": "redline.redlining",
}


def __getattr__(name: str) -> object:
    """The functions that write, imported when they are first asked for: reading must not wait for them."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"resolint.word.{_LATER[name]}"), name)

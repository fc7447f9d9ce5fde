"""The corpus that a command works on: its option, and opening it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from resolint.pipeline.corpus import Corpus

__all__ = ["CORPUS", "opened"]

CORPUS = click.option(
    "--corpus", metavar="FILE", help="The corpus, a file or postgresql://…, instead of the one in your own folder."
)
"""``--corpus``."""


@contextmanager
def opened(name: str | None, *, write: bool = False, wait: float | None = None) -> Iterator[Corpus]:
    """The corpus of this name, or the user's own; ``wait`` is for how many seconds another writer is waited for."""
    from resolint.pipeline.corpus import default_corpus, open_corpus

    name = name or default_corpus()
    corpus = open_corpus(name, write=write) if wait is None else open_corpus(name, write=write, wait=wait)
    try:
        yield corpus
    finally:
        corpus.close()

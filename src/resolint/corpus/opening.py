"""Where a corpus lies, and opening one by its name: a file, or the address of a PostgreSQL server."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from resolint.corpus.address import is_server, shown
from resolint.corpus.query import Finder
from resolint.corpus.values import BadCorpus, Corpus
from resolint.lexicon import Lexicon

__all__ = ["default_corpus", "open_corpus", "open_finder"]

VARIABLE = "RESOLINT_CORPUS"
PATIENCE = 5.0
"""Seconds to wait for another writer, where nobody says otherwise."""


def default_corpus() -> str:
    """The corpus to use where none is named: ``RESOLINT_CORPUS``, else ``corpus.sqlite`` in the folder for data of the user.

    That folder is ``XDG_DATA_HOME`` (by default ``~/.local/share``), on Windows ``LOCALAPPDATA``, on macOS
    ``~/Library/Application Support``; in it ``resolint``.
    """
    if given := os.environ.get(VARIABLE):
        return given
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / "Library" / "Application Support")
    else:
        base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return str(Path(base) / "resolint" / "corpus.sqlite")


def open_corpus(name: str, lexicon: Lexicon, *, write: bool = False, wait: float = PATIENCE) -> Corpus:
    """The corpus of that name, of texts in the language of ``lexicon``; for writing it is made if it is not there.

    ``wait`` are the seconds to wait for another writer. Raises BadCorpus.
    """
    if is_server(name):
        from resolint.corpus.postgres import PostgresCorpus

        return PostgresCorpus(name, lexicon, write=write, wait=wait)
    from resolint.corpus.sqlite import SqliteCorpus

    return SqliteCorpus(name, lexicon, write=write, wait=wait)


def open_finder(names: Sequence[str], lexicon: Lexicon) -> Finder:
    """Corpora in their order, for reading. Raises BadCorpus, also where not one of them holds a text."""
    layers: list[Corpus] = []
    try:
        for name in names:
            layers.append(open_corpus(name, lexicon))
        finder = Finder(layers)
        if not any(layer.has_texts() for layer in layers):
            raise BadCorpus(
                f"{', '.join(map(shown, names))}: the corpus is empty; 'resolint corpus add PATH' adds adopted texts"
            )
    except BaseException:
        for layer in layers:
            layer.close()
        raise
    return finder

"""Corpora of adopted texts: opening one, and the texts that files for it hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from resolint.cards import lexicon
from resolint.corpus import Added, BadCorpus, Corpus, Entry, Text, default_corpus
from resolint.corpus import open_corpus as open_with
from resolint.corpus.jsonl import read_lines
from resolint.corpus.reading import texts_of
from resolint.corpus.sidecar import Sidecar, completed, parse_sidecar
from resolint.pipeline.drafts import load
from resolint.pipeline.formats import decode
from resolint.structure import where

__all__ = [
    "Added",
    "BadCorpus",
    "Corpus",
    "Entry",
    "Sidecar",
    "Text",
    "default_corpus",
    "open_corpus",
    "sidecar_of",
    "texts_in",
    "texts_in_lines",
]


def open_corpus(name: str, *, write: bool = False) -> Corpus:
    """The corpus of that name; for writing it is made if it is not there. Raises BadCorpus."""
    return open_with(name, lexicon(), write=write)


def sidecar_of(data: bytes, name: str) -> Sidecar:
    """What the bytes of a CSV file say of adopted texts. Raises BadCorpus, UnreadableDraft."""
    return parse_sidecar(decode(data, name), name, lexicon())


def texts_in(data: bytes, name: str, sidecar: Sidecar) -> tuple[Text, ...]:
    """The adopted texts in a Word, Markdown or plain text file, with what the sidecar says of it. Raises ResolintError."""
    words, file = lexicon(), Path(name)
    found = (
        completed(text, sidecar, (file.name, file.stem, text.symbol), words)
        for text in texts_of(load(data, name=name), words, where)
    )
    return tuple(text for text in found if text.passages)


def texts_in_lines(lines: Iterable[str], name: str, sidecar: Sidecar) -> Iterator[Text]:
    """The adopted texts in JSON lines, with what the sidecar says of each. Raises BadCorpus."""
    words = lexicon()
    for text in read_lines(lines, name, words):
        yield completed(text, sidecar, (text.source, text.symbol), words)

"""Corpora of adopted texts: opening one, and the texts that files for it hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from resolint.cards import lexicon
from resolint.corpus import Added, BadCorpus, Corpus, Difference, Entry, Text, copy_into, default_corpus, difference
from resolint.corpus import open_corpus as open_with
from resolint.corpus.jsonl import read_lines
from resolint.corpus.opening import PATIENCE
from resolint.corpus.reading import texts_of
from resolint.corpus.sidecar import Sidecar, completed, parse_sidecar
from resolint.corpus.webpages import text_of
from resolint.lexicon.languages import languages
from resolint.pipeline.drafts import load
from resolint.pipeline.formats import decode
from resolint.structure import where

__all__ = [
    "Added",
    "BadCorpus",
    "Corpus",
    "Difference",
    "Entry",
    "Sidecar",
    "Text",
    "copy_into",
    "default_corpus",
    "difference",
    "language_of",
    "languages_of",
    "open_corpus",
    "pack_into",
    "sidecar_of",
    "texts_in",
    "texts_in_lines",
    "usual_language",
]


_SOME = 50
"""So many texts of a corpus, or up to twice as many, are asked for their language."""
WEB_PAGES = (".html", ".htm")


def open_corpus(name: str, *, write: bool = False, wait: float = PATIENCE) -> Corpus:
    """The corpus of that name; for writing it is made if it is not there, and another writer is waited for. Raises BadCorpus."""
    return open_with(name, lexicon(), write=write, wait=wait)


def pack_into(corpus: Corpus, path: str) -> bool:
    """Write a corpus that is one file as another, whole and settled; False for a corpus on a server. Raises BadCorpus."""
    from resolint.corpus.sqlite import SqliteCorpus

    if not isinstance(corpus, SqliteCorpus):
        return False
    corpus.pack(path)
    return True


def language_of(texts: Iterable[Text]) -> str:
    """The English name of the language of adopted texts, empty where it cannot be told."""
    known = languages(lexicon())
    found = known.of([passage.text for text in texts for passage in text.passages])
    return known.name(found) if found else ""


def usual_language() -> str:
    """The English name of the language that a corpus has where nothing tells of another."""
    words = lexicon()
    return languages(words).name(words.language)


def languages_of(corpus: Corpus) -> frozenset[str]:
    """The English names of the languages that some of the texts of a corpus are in, as far as they tell. Raises BadCorpus."""
    known = languages(lexicon())
    entries = corpus.entries()
    some = entries[:: max(1, len(entries) // _SOME)]
    found = {known.of([passage.text for passage in corpus.passages(entry.id)]) for entry in some}
    return frozenset(known.name(code) for code in found if code)


def sidecar_of(data: bytes, name: str) -> Sidecar:
    """What the bytes of a CSV file say of adopted texts. Raises BadCorpus, UnreadableDraft."""
    return parse_sidecar(decode(data, name), name, lexicon())


def texts_in(data: bytes, name: str, sidecar: Sidecar) -> tuple[Text, ...]:
    """The adopted texts in a Word, Markdown or plain text file, with what the sidecar says of it. Raises ResolintError."""
    words, file = lexicon(), Path(name)
    if file.suffix.lower() in WEB_PAGES:
        data, name = text_of(decode(data, name)).encode(), f"{name}.txt"
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

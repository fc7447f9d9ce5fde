"""Filling a corpus: which files hold adopted texts, what symbol, title, date and body they have, and adding them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from resolint.cli.files import LARGEST, read_bytes, walk
from resolint.errors import ResolintError, UnreadableDraft
from resolint.frozen import dataclass
from resolint.pipeline.corpus import Added, BadCorpus, Corpus, Sidecar, Text, sidecar_of, texts_in, texts_in_lines

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["Filled", "Sidecar", "fill", "find_texts", "read_sidecar"]

LINES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
SIDECAR = "adopted.csv"
"""A file of this name in a folder says what the texts in it are."""
_LARGEST_LINES = 4 * LARGEST


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of the files: how many were unchanged, what became of their texts, which could not be read and why."""

    files: int = 0
    unchanged: int = 0
    added: Added = field(default_factory=Added)
    unreadable: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A file read: its digest and its texts, or the sentence that says why there are none."""

    path: str
    digest: str
    texts: tuple[Text, ...] = ()
    error: str = ""


def find_texts(paths: Sequence[str]) -> list[str]:
    """The files that hold adopted texts: those given, and below folders Word, Markdown, text and JSON lines."""
    found: dict[str, None] = {}
    for path in paths:
        for name in walk((path,)):
            found.setdefault(name)
        if Path(path).is_dir():
            for name in sorted(os.fspath(one) for one in Path(path).rglob("*") if one.name.lower().endswith(LINES)):
                found.setdefault(name)
    return [name for name in found if not Path(name).is_dir()]


def read_sidecar(path: str) -> Sidecar:
    """What the CSV file at ``path`` says of adopted texts. Raises BadCorpus, UnreadableDraft."""
    return sidecar_of(read_bytes(path), path)


def fill(
    corpus: Corpus,
    paths: Sequence[str],
    *,
    sidecar: Sidecar | None = None,
    executor: Executor | None = None,
    step: Callable[[str], None] = lambda _: None,
) -> Filled:
    """Add the files at ``paths``, each all or nothing; one that cannot be read is named in the end, the rest is added.

    ``executor`` (any of concurrent.futures) reads the files; the writing stays here. ``step`` is told each file that
    is done. Raises BadCorpus where the corpus itself cannot be used.
    """
    done = Filled()
    for read in _readings(paths, sidecar or {}, executor):
        if read.error:
            done = replace(done, unreadable=(*done.unreadable, (read.path, read.error)))
        elif corpus.known(read.digest):
            done = replace(done, files=done.files + 1, unchanged=done.unchanged + 1)
        else:
            done = _add(corpus, read, sidecar or {}, done)
        step(read.path)
    return done


def _add(corpus: Corpus, read: _Read, sidecar: Sidecar, done: Filled) -> Filled:
    texts: Iterable[Text] = read.texts
    if _is_lines(read.path):
        texts = _lines(read.path, _own_rows(read.path, sidecar))
    try:
        added = corpus.add(str(Path(read.path).absolute()), read.digest, texts)
    except _NotRead as error:
        return replace(done, unreadable=(*done.unreadable, (read.path, str(error))))
    return replace(done, files=done.files + 1, added=done.added + added)


def _readings(paths: Sequence[str], sidecar: Sidecar, executor: Executor | None) -> Iterator[_Read]:
    read = partial(_read, sidecar=sidecar)
    if executor is None:
        yield from map(read, paths)
    else:
        yield from executor.map(read, paths)


def _read(path: str, sidecar: Sidecar) -> _Read:
    """Read one file; JSON lines are only looked at, for they are read where they are written."""
    try:
        own = _own_rows(path, sidecar)
        if _is_lines(path):
            return _Read(path, _digest_of_file(path, own))
        data = read_bytes(path)
        digest = sha256(data + repr(sorted(own.items())).encode()).hexdigest()
        texts = texts_in(data, path, own)
        if not texts:
            return _Read(path, digest, error=f"{path}: there are no paragraphs of an adopted text in this file")
        return _Read(path, digest, texts)
    except ResolintError as error:
        return _Read(path, "", error=str(error))
    except Exception as error:
        words = " ".join(f"{type(error).__name__}: {error}".split())
        return _Read(path, "", error=f"{path}: this is a bug in resolint, not in your file: {words}")


def _own_rows(path: str, sidecar: Sidecar) -> Sidecar:
    """The sidecar that holds for a file: the one given, else the one in its folder."""
    place = Path(path).parent / SIDECAR
    return sidecar or (read_sidecar(str(place)) if place.is_file() else {})


# -- JSON lines -----------------------------------------------------------------------------------------------


class _NotRead(Exception):
    """JSON lines turned out to be none while they were written."""


def _is_lines(path: str) -> bool:
    return path.lower().endswith(LINES)


def _digest_of_file(path: str, own: Sidecar) -> str:
    found = sha256(repr(sorted(own.items())).encode())
    try:
        if Path(path).stat().st_size > _LARGEST_LINES:
            raise UnreadableDraft(f"{path}: the file is larger than {_LARGEST_LINES // 1024**2} MB; split it")
        with open(path, "rb") as file:
            while data := file.read(1 << 20):
                found.update(data)
    except OSError as error:
        raise UnreadableDraft(f"{path}: the file cannot be read: {(error.strerror or str(error)).lower()}") from None
    return found.hexdigest()


def _lines(path: str, sidecar: Sidecar) -> Iterator[Text]:
    import gzip
    import zlib

    opened = gzip.open if path.lower().endswith(".gz") else open
    try:
        with opened(path, "rt", encoding="utf-8") as lines:
            yield from texts_in_lines(lines, path, sidecar)
    except BadCorpus as error:
        raise _NotRead(str(error)) from None
    except UnicodeDecodeError:
        raise _NotRead(f"{path}: the file is not in UTF-8; save it as UTF-8") from None
    except (OSError, EOFError, zlib.error) as error:
        raise _NotRead(f"{path}: the file is damaged: {error}; nothing of it was added") from None

"""Filling a corpus: which files hold adopted texts, what symbol, title, date and body they have, and adding them."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from resolint.cli.files import LARGEST, read_bytes, walk
from resolint.errors import ResolintError, UnreadableDraft
from resolint.frozen import dataclass
from resolint.pipeline import SUFFIXES
from resolint.pipeline.corpus import (
    Added,
    BadCorpus,
    Corpus,
    Sidecar,
    Text,
    language_of,
    languages_of,
    sidecar_of,
    texts_in,
    texts_in_lines,
    usual_language,
)

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["Filled", "Sidecar", "fill", "find_texts", "read_sidecar"]

PAGES = (".html", ".htm", ".pdf")
ZIP = ".zip"
INSIDE = "!/"
"""What stands between the name of a ZIP archive and that of a file in it."""
LINES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
_IN_ARCHIVES = (*SUFFIXES, *PAGES, *LINES)
SIDECAR = "adopted.csv"
"""A file of this name in a folder says what the texts in it are."""
_LARGEST_LINES = 4 * LARGEST
_LONGEST_LINE = 16 * 1024**2
"""Characters of a line of JSON: the longest resolution with its paragraphs takes a twentieth of it."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of the files: how many were unchanged, what became of their texts, which could not be read and why.

    ``others`` are the languages of the texts that were left out for them.
    """

    files: int = 0
    unchanged: int = 0
    added: Added = field(default_factory=Added)
    unreadable: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A file read: its digest and its texts, or the sentence that says why there are none."""

    path: str
    digest: str
    texts: tuple[Text, ...] = ()
    error: str = ""


def find_texts(paths: Sequence[str]) -> list[str]:
    """The files that hold adopted texts: those given, and below folders Word, Markdown, text, web pages, PDF, JSON lines and
    ZIP archives of them; of an archive, the files in it.
    """
    found: dict[str, None] = {}
    for path in paths:
        for name in walk((path,)):
            found.setdefault(name)
        if Path(path).is_dir():
            for name in sorted(
                os.fspath(one) for one in _others(path) if one.name.lower().endswith((*LINES, *PAGES, ZIP))
            ):
                found.setdefault(name)
    return [one for name in found if not Path(name).is_dir() for one in _members(name)]


def passed_over(paths: Sequence[str]) -> list[str]:
    """The files below folders and in archives that are of no kind that is read, so that nobody takes them for added."""
    found, archives = [], [path for path in paths if path.lower().endswith(ZIP)]
    for path in paths:
        for one in _others(path) if Path(path).is_dir() else ():
            if not one.is_file() or one.name == SIDECAR:
                continue
            if one.name.lower().endswith(ZIP):
                archives.append(os.fspath(one))
            elif not one.name.lower().endswith(_IN_ARCHIVES):
                found.append(os.fspath(one))
    for archive in dict.fromkeys(archives):
        inside = (one for one in _listed(archive) or () if not one.lower().endswith(_IN_ARCHIVES))
        hidden = (".", "~$", "__MACOSX")
        found += [
            f"{archive}{INSIDE}{one}" for one in inside if not any(part.startswith(hidden) for part in Path(one).parts)
        ]
    return sorted(found)


def _listed(archive: str) -> list[str] | None:
    """The names of the files in a ZIP archive, None where it cannot be opened."""
    try:
        with zipfile.ZipFile(archive) as opened:
            return [one.filename for one in opened.infolist() if not one.is_dir()]
    except (OSError, zipfile.BadZipFile, NotImplementedError):
        return None


def _others(folder: str) -> Iterator[Path]:
    """What lies below a folder, but for what is hidden and the lock files of Word."""
    for one in Path(folder).rglob("*"):
        if not any(part.startswith((".", "~$")) for part in one.relative_to(folder).parts):
            yield one


def _members(name: str) -> Iterator[str]:
    """A file by its name; of a ZIP archive the files in it that can be read, or the archive itself where it cannot be opened."""
    if not name.lower().endswith(ZIP):
        yield name
        return
    members = _listed(name)
    if members is None:
        yield name
        return
    yield from (f"{name}{INSIDE}{one}" for one in sorted(members) if one.lower().endswith(_IN_ARCHIVES))


def _read_bytes(path: str) -> bytes:
    """The bytes of a file, or of one in a ZIP archive. Raises UnreadableDraft."""
    archive, _ = _inside(path)
    if not archive:
        if path.lower().endswith(ZIP):
            raise UnreadableDraft(f"{path}: the archive is damaged, or is none; unpack it and add the folder")
        return read_bytes(path)
    with _stream(path, LARGEST) as found:
        return found.read()


def _inside(path: str) -> tuple[str, str]:
    """The archive that a file is in and its name there, both empty for a file that is in none."""
    at = path.lower().find(f"{ZIP}{INSIDE}")
    return (path[: at + len(ZIP)], path[at + len(ZIP) + len(INSIDE) :]) if at >= 0 else ("", "")


@contextmanager
def _stream(path: str, largest: int) -> Iterator[IO[bytes]]:
    """A file, or one in a ZIP archive, open for reading. Raises UnreadableDraft, also while it is being read."""
    archive, member = _inside(path)
    many = f"{path}: the file is larger than {largest // 1024**2} MB; split it"
    try:
        if not archive:
            if Path(path).stat().st_size > largest:
                raise UnreadableDraft(many)
            with open(path, "rb") as file:
                yield file
            return
        with zipfile.ZipFile(archive) as opened:
            if opened.getinfo(member).file_size > largest:
                raise UnreadableDraft(many)
            with opened.open(member) as part:
                yield part
    except (KeyError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        said = "this file of the archive cannot be read" if archive else "the file is damaged"
        raise UnreadableDraft(f"{path}: {said}: {error}") from None
    except OSError as error:
        raise UnreadableDraft(f"{path}: the file cannot be read: {(error.strerror or str(error)).lower()}") from None


def read_sidecar(path: str) -> Sidecar:
    """What the CSV file at ``path`` says of adopted texts. Raises BadCorpus, UnreadableDraft."""
    return sidecar_of(read_bytes(path), path)


def fill(
    corpus: Corpus,
    paths: Sequence[str],
    *,
    sidecar: Sidecar | None = None,
    any_language: bool = False,
    executor: Executor | None = None,
    step: Callable[[str], None] = lambda _: None,
) -> Filled:
    """Add the files at ``paths``, each all or nothing; one that cannot be read is named in the end, the rest is added.

    ``executor`` (any of concurrent.futures) reads the files; the writing stays here. ``step`` is told each file that
    is done. A text in another language than those of the corpus is not added, unless ``any_language``; an empty corpus takes
    the usual language, and where no text is in that the language of the first.
    Raises BadCorpus where the corpus itself cannot be used.
    """
    spoken = frozenset[str]() if any_language else languages_of(corpus)
    if any_language or spoken:
        return _filled(corpus, paths, sidecar or {}, spoken, executor, step)
    done = _filled(corpus, paths, sidecar or {}, frozenset((usual_language(),)), executor, step)
    if not done.others or corpus.entries():
        return done
    # Nothing is in the usual language, so the corpus is one of another.
    return _filled(corpus, paths, sidecar or {}, frozenset(done.others[:1]), executor, lambda _: None)


def _filled(
    corpus: Corpus,
    paths: Sequence[str],
    sidecar: Sidecar,
    spoken: frozenset[str],
    executor: Executor | None,
    step: Callable[[str], None],
) -> Filled:
    """Add the files with texts in one of the languages ``spoken``, in any where there is none."""
    done = Filled()
    for read in _readings(paths, sidecar, executor):
        if read.error:
            done = replace(done, unreadable=(*done.unreadable, (read.path, read.error)))
        elif corpus.known(read.digest):
            done = replace(done, files=done.files + 1, unchanged=done.unchanged + 1)
        else:
            done = _add(corpus, read, sidecar, done, spoken)
        step(read.path)
    return done


def _add(corpus: Corpus, read: _Read, sidecar: Sidecar, done: Filled, spoken: frozenset[str]) -> Filled:
    texts: Iterable[Text] = read.texts
    foreign: list[tuple[str, str]] = []
    if _is_lines(read.path):
        texts = _lines(read.path, _own_rows(read.path, sidecar), spoken, foreign)
    elif language := _foreign(read.texts, spoken):
        said = (read.path, _in_another(read.path, language))
        return replace(done, unreadable=(*done.unreadable, said), others=(*done.others, language))
    try:
        added = corpus.add(str(Path(read.path).absolute()), read.digest, texts)
    except _NotRead as error:
        return replace(done, unreadable=(*done.unreadable, (read.path, str(error))))
    left = tuple((read.path, _in_another(where, language)) for where, language in foreign)
    others = (*done.others, *(language for _, language in foreign))
    unreadable = (*done.unreadable, *left)
    return replace(done, files=done.files + 1, added=done.added + added, unreadable=unreadable, others=others)


def _foreign(texts: Sequence[Text], spoken: frozenset[str]) -> str:
    """The language of texts, if there are languages spoken and it is none of them."""
    language = language_of(texts) if spoken else ""
    return language if language not in spoken else ""


def _readings(paths: Sequence[str], sidecar: Sidecar, executor: Executor | None) -> Iterator[_Read]:
    read = partial(_read, sidecar=sidecar)
    if executor is None:
        yield from map(read, paths)
    else:
        yield from executor.map(read, paths)


def _in_another(where: str, language: str) -> str:
    return f"{where}: this text is in {language}, and a corpus holds one language; add it with --any-language if you want it there"


def _read(path: str, sidecar: Sidecar) -> _Read:
    """Read one file; JSON lines are only looked at, for they are read where they are written."""
    try:
        own = _own_rows(path, sidecar)
        if _is_lines(path):
            return _Read(path, _digest_of_file(path, own))
        data = _read_bytes(path)
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
    with _stream(path, _LARGEST_LINES) as file:
        while data := file.read(1 << 20):
            found.update(data)
    return found.hexdigest()


def _bounded(lines: IO[str], path: str) -> Iterator[str]:
    """The lines, none of which is longer than a text can be, nor all together than a file: compressed ones grow without end."""
    number = total = 0
    while line := lines.readline(_LONGEST_LINE + 1):
        number, total = number + 1, total + len(line)
        if len(line) > _LONGEST_LINE:
            raise UnreadableDraft(
                f"{path}, line {number}: it is longer than {_LONGEST_LINE // 1024**2} MB, which no text is"
            )
        if total > _LARGEST_LINES:
            raise UnreadableDraft(f"{path}: it unpacks to more than {_LARGEST_LINES // 1024**2} MB; split it")
        yield line


def _lines(path: str, sidecar: Sidecar, spoken: frozenset[str], foreign: list[tuple[str, str]]) -> Iterator[Text]:
    import gzip
    import io

    try:
        with _stream(path, _LARGEST_LINES) as raw:
            data: Any = gzip.GzipFile(fileobj=raw) if path.lower().endswith(".gz") else raw
            lines = io.TextIOWrapper(data, encoding="utf-8")
            for text in texts_in_lines(_bounded(lines, path), path, sidecar):
                if language := _foreign((text,), spoken):
                    foreign.append((f"{path}, {text.symbol or text.source or text.title}", language))
                    continue
                yield text
    except (BadCorpus, UnreadableDraft) as error:
        raise _NotRead(str(error)) from None
    except UnicodeDecodeError:
        raise _NotRead(f"{path}: the file is not in UTF-8; save it as UTF-8") from None
    except (OSError, EOFError, zlib.error) as error:
        raise _NotRead(f"{path}: the file is damaged: {error}; nothing of it was added") from None

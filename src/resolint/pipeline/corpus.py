"""Filling a corpus: which files hold adopted texts, what symbol, title, date and body they have, and adding them."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resolint.cards import table
from resolint.corpus import Added, BadCorpus, Corpus, Passage, Text, paragraphs
from resolint.corpus.jsonl import adopted_on, read_lines, year_of_symbol
from resolint.errors import ResolintError, UnreadableDraft
from resolint.model import Act, Document
from resolint.pipeline.drafts import load
from resolint.pipeline.files import LARGEST, decode, read_bytes, walk

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["Filled", "Sidecar", "fill", "find_texts", "read_sidecar"]

LINES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
SIDECAR = "adopted.csv"
"""A file of this name in a folder says what the texts in it are."""
_COLUMNS = ("file", "symbol", "title", "date", "body", "draft_of")
_LARGEST_LINES = 4 * LARGEST

Sidecar = Mapping[str, Mapping[str, str]]
"""By name of a file, or symbol of a text, in small letters: what the head of the text does not say, or says wrongly."""


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
    """A CSV with the columns ``file`` or ``symbol``, and ``title``, ``date``, ``body``, ``draft_of``. Raises BadCorpus."""
    rows = list(csv.reader(decode(read_bytes(path), path).splitlines()))
    columns = [column.strip().lower() for column in rows[0]] if rows else []
    if not {"file", "symbol"} & set(columns):
        raise BadCorpus(
            f"{path}: the first line names the columns: file or symbol, and title, date, body ({', '.join(_COLUMNS)})"
        )
    found: dict[str, Mapping[str, str]] = {}
    for number, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(columns):
            raise BadCorpus(
                f"{path}, line {number}: {len(row)} cells where the first line names {len(columns)} columns"
            )
        cells = {column: cell.strip() for column, cell in zip(columns, row, strict=True) if column in _COLUMNS}
        if cells.get("date") and not (iso := _iso(cells["date"])):
            raise BadCorpus(
                f"{path}, line {number}: {cells['date']!r} is no date; write 2019-12-18 or 18 December 2019"
            )
        if cells.get("date"):
            cells["date"] = iso
        for name in (cells.get("file", ""), cells.get("symbol", "")):
            if name:
                found.setdefault(name.lower(), cells)
    return found


def _iso(words: str) -> str:
    from resolint.citations import dates

    if words[:4].isdigit() and len(words) in (4, 7, 10) and words.replace("-", "").isdigit():
        return words
    found = [one.iso for one in dates.scan(words)]
    return found[0] if len(found) == 1 and found[0][:4].isdigit() and len(found[0]) <= 10 else ""


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
        texts = (_told(text, sidecar, read.path) for text in _lines(read.path))
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
        document = load(data, name=path)
        texts = tuple(_told(text, own, path) for text in _texts(document))
        texts = tuple(text for text in texts if text.passages)
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


def _lines(path: str) -> Iterator[Text]:
    import gzip
    import zlib

    opened = gzip.open if path.lower().endswith(".gz") else open
    try:
        with opened(path, "rt", encoding="utf-8") as lines:
            yield from read_lines(lines, path)
    except BadCorpus as error:
        raise _NotRead(str(error)) from None
    except UnicodeDecodeError:
        raise _NotRead(f"{path}: the file is not in UTF-8; save it as UTF-8") from None
    except (OSError, EOFError, zlib.error) as error:
        raise _NotRead(f"{path}: the file is damaged: {error}; nothing of it was added") from None


# -- what a text is -------------------------------------------------------------------------------------------


def _told(text: Text, sidecar: Sidecar, path: str) -> Text:
    """A text with what the sidecar says of it, and with the body that its symbol tells."""
    own = sidecar or _own_rows(path, {}) if _is_lines(path) else sidecar
    name = Path(path).name
    keys = [text.source, text.symbol] if _is_lines(path) else [name, Path(name).stem, text.symbol]
    cells = next((own[key.lower()] for key in keys if key and key.lower() in own), {})
    given: dict[str, Any] = {column: value for column, value in cells.items() if value and column != "file"}
    text = replace(text, **given)
    if not text.body:
        text = replace(text, body=_body_of(text.symbol))
    return text if text.date else replace(text, date=year_of_symbol(text.symbol))


def _body_of(symbol: str) -> str:
    """The organ that speaks in a text with this symbol; empty where the tables do not know."""
    best, found = 0, ""
    for row in table("organs"):
        for prefix in row["symbols"].split():
            if symbol.startswith(prefix) and len(prefix) > best:
                best, found = len(prefix), row["line"].removeprefix("The ").rstrip(",") or row["name"]
    return found


def _texts(document: Document) -> Iterator[Text]:
    """One text for each act of a document; one for all of it where no act was found."""
    from resolint.structure import where

    found = paragraphs(document)
    places = {one.block: where(document, one.span()) for one in found}
    heads = [document.block(block).text for block in document.head.blocks if document.has_block(block)]
    heads += [block.text for block in document.blocks if block.kind == "header" or block.id.startswith("front/")]
    if len(document.acts) < 2:
        act = document.acts[0] if document.acts else None
        closing = [document.block(block).text for block in act.closing] if act is not None else []
        yield Text(
            symbol=document.head.symbol or _symbol_of(document, act),
            passages=tuple(Passage(places[one.block], one.text) for one in found),
            title=_title(document, act),
            date=_date(document, [*closing, *_adoption_lines(document), *heads]),
            body=_organ(document, act),
        )
        return
    for at, act in enumerate(document.acts, 1):
        name = f"{act.kind} {act.number}" if act.number else f"text {at}"
        own = {block for clause in _clauses(act) for block in clause}
        closing = [document.block(block).text for block in act.closing]
        yield Text(
            symbol=", ".join(part for part in (document.head.symbol or "", name) if part),
            passages=tuple(Passage(places[one.block], one.text) for one in found if one.block in own),
            title=_title(document, act),
            date=_date(document, [*closing, *heads]),
            body=_organ(document, act),
            source=str(at),
        )


def _clauses(act: Act) -> Iterator[tuple[str, ...]]:
    for part in (act.preamble, act.operative, *(annex.paragraphs for annex in act.annexes)):
        for clause in part:
            for one in clause.walk():
                yield one.blocks


def _title(document: Document, act: Act | None) -> str:
    return " ".join(document.text(act.title).split()) if act is not None and act.title is not None else ""


def _adoption_lines(document: Document) -> list[str]:
    """The lines before the first paragraph that tell of adoption, such as *Resolution adopted by … on …*."""
    return [block.text for block in document.blocks[:40] if len(block.text) < 300 and "dopted" in block.text]


def _date(document: Document, lines: Sequence[str]) -> str:
    adopted = adopted_on([line for line in lines if "dopted" in line]) or _iso(document.head.date or "")
    return adopted or adopted_on(lines) or year_of_symbol(document.head.symbol or "")


def _organ(document: Document, act: Act | None) -> str:
    if act is not None and act.organ_line is not None:
        line = " ".join(document.text(act.organ_line).replace("*", "").split()).rstrip(",: ")
        line = line.removeprefix("The ").removeprefix("the ")
        if line and len(line) < 120:
            return line
    return _body_of(document.head.symbol or "") or (document.head.body or "")


def _symbol_of(document: Document, act: Act | None) -> str:
    """The symbol that the number of an act stands for, where its organ has one way to write it."""
    if act is None or not act.number:
        return ""
    organ = _organ(document, act)
    prefix = next((row["symbols"].split()[0] for row in table("organs") if row["name"] == organ and row["symbols"]), "")
    return f"{prefix}{act.number}" if prefix.endswith("RES/") else act.number

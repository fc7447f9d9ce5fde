"""Files: which ones hold drafts, and what their bytes say."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from resolint.errors import UnreadableDraft

WORD_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
TEXT_SUFFIXES = (".md", ".markdown", ".txt")
AKN_SUFFIXES = (".akn",)
"""Files whose name promises Akoma Ntoso; an ``.xml`` file is known by its content."""
_READ_SUFFIXES = (*WORD_SUFFIXES, *TEXT_SUFFIXES, *AKN_SUFFIXES, ".xml")
LARGEST = 256 * 1024 * 1024
"""Bytes; the longest UN documents take some 10 MB."""
LARGEST_TEXT = 32 * 1024 * 1024

_NOT_TEXT = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"%PDF-",
    b"{\\rtf",
    b"\xffWPC",
)
_HTML = (b"<!doctype html", b"<html", b"<?xml")


def walk(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """The files to read: those given, and all drafts below the folders given, in a stable order, each once.

    A folder yields its Word, Markdown, plain text and Akoma Ntoso files; hidden files and folders and the lock files
    of Word (``~$…``) are passed over, links to folders are not followed. What is given by name is yielded as it is,
    whether it exists or not. ``-`` stands for standard input.
    """
    seen: set[str] = set()
    for path in paths:
        name = os.fspath(path)
        for found in _below(name) if name != "-" and Path(name).is_dir() else (name,):
            key = os.path.normcase(os.path.normpath(found))
            if key not in seen:
                seen.add(key)
                yield found


def _below(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        # Given as a folder, it is reported as one; below another one, what may not be read is not asked for.
        yield folder
        return
    folders = []
    for entry in found:
        if entry.name.startswith((".", "~$")):
            continue
        if entry.is_dir(follow_symlinks=False):
            folders.append(entry.path)
        elif entry.name.lower().endswith(_READ_SUFFIXES) and entry.is_file() and _is_draft(entry.path):
            yield entry.path
    for below in folders:
        yield from _below(below)


def _is_draft(path: str) -> bool:
    """Whether a file of a kind that we read holds a draft; few XML files do."""
    if not path.lower().endswith(".xml"):
        return True
    from resolint import akn

    try:
        with open(path, "rb") as file:
            return akn.is_akn(file.read(4096))
    except OSError:
        return False


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """All bytes of a file. Raises UnreadableDraft with one sentence if it cannot be read or is too large."""
    name = os.fspath(path)
    try:
        with open(name, "rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnreadableDraft(f"{name}: there is no such file") from None
    except IsADirectoryError:
        raise UnreadableDraft(f"{name}: this is a folder") from None
    except PermissionError:
        what = "folder" if Path(name).is_dir() else "file"
        raise UnreadableDraft(f"{name}: you have no permission to read this {what}") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableDraft(f"{name}: the file cannot be read: {reason}") from None
    if len(data) > LARGEST:
        raise UnreadableDraft(
            f"{name}: the file is larger than {LARGEST // 1024**2} MB, which no draft is; split it or check what it is"
        )
    return data


def is_word(data: bytes, name: str) -> bool:
    """Whether these bytes are for the Word reader, which also explains what is none of its own.

    The content decides first; the ending of the name only where the content says nothing.
    """
    if data.startswith(_NOT_TEXT):
        return True
    if name.lower().endswith(WORD_SUFFIXES):
        return True
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(_HTML) and not name.lower().endswith((".md", ".markdown"))


def decode(data: bytes, name: str) -> str:
    """The text of a text file, line ends as line feeds.

    UTF-16 and UTF-8 are known by their byte order mark; without one the text is UTF-8 if it can be, else
    Windows-1252, the old encoding of Western European Windows. Raises UnreadableDraft for what is no text.
    """
    if len(data) > LARGEST_TEXT:
        raise UnreadableDraft(
            f"{name}: the text is larger than {LARGEST_TEXT // 1024**2} MB, which no draft is; split it"
        )
    text = _decoded(data, name)
    if "\x00" in text:
        raise UnreadableDraft(
            f"{name}: the file holds NUL bytes and so is no text; give a Word file, or text saved as UTF-8"
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise UnreadableDraft(
                f"{name}: the file begins like UTF-16 text but is damaged; save it again as UTF-8"
            ) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if data.startswith(b"\xef\xbb\xbf"):
            line = data.count(b"\n", 0, error.start) + 1
            raise UnreadableDraft(
                f"{name}: line {line} is damaged: the file says it is UTF-8 and is not; save it again as UTF-8"
            ) from None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableDraft(
            f"{name}: line {line} is neither UTF-8 nor Windows-1252 text; save the file as UTF-8"
        ) from None

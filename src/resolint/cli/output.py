"""Writing files so that nothing is ever half-written, nothing that is read is written over, and rights stay as they were.

A file is written under a name of its own beside the target, by its owner alone readable, and takes the place of the
target when it is whole. Signals wait until then, so that nothing is left behind. Windows replaces no file that another
program has open: programs that look at every new file let go of it after a moment, which is waited for; Word does not.
"""

from __future__ import annotations

import os
import stat
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from resolint.cli import terminal
from resolint.errors import CannotWrite
from resolint.pipeline.formats import AKN_SUFFIXES, WORD_SUFFIXES

STANDARD_OUTPUT = "-"
PAGES = (".html", ".htm")
"""How the names of pages end."""
_DEVICES = ("/dev/", "/proc/")
_NO_TEXTS = (".doc", ".odt", ".rtf", ".pdf")
_DOCUMENTS = (*WORD_SUFFIXES, *AKN_SUFFIXES, ".md", ".markdown", *_NO_TEXTS)
_BEGINNINGS = (b"PK\x03\x04", b"%PDF-", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"+++")
"""How files of Word and LibreOffice, pages, and drafts in our notation begin."""
_KEY, _OF_A_KEY = ".key.json", b'"resolint-exercise-key-'
"""The ending and the first words of the key of an exercise, without which nothing that comes back can be graded."""
_WAITS = (0.05, 0.1, 0.2, 0.4)
"""Seconds between one attempt to replace a file that is held and the next."""
_HELD = (5, 32, 33)
"""What Windows says of a file in use that is to be replaced: access denied, sharing violation, lock violation."""
_ENDS = ("SIGINT", "SIGTERM", "SIGHUP")


def write_text(path: str | os.PathLike[str], text: str, *, inputs: Sequence[str] = ()) -> None:
    """Write ``text`` as UTF-8; the rest is as with ``write_bytes``."""
    write_bytes(path, text.encode("utf-8", "backslashreplace"), inputs=inputs)


def write_bytes(path: str | os.PathLike[str], data: bytes, *, inputs: Sequence[str] = ()) -> None:
    """Write ``data`` to a file: whole or not at all; devices, pipes and ``-``, standard output, are simply written to.

    Rights and owner of a file that is there already are kept; a new one can be read by nobody who cannot read each of
    ``inputs``, since it holds words of them. Raises CannotWrite if the file is one of ``inputs`` or
    stands in a folder of them, is protected from writing, has several names or another owner, or cannot be written;
    what stood there then still stands.
    """
    shown = os.fspath(path)
    if shown == STANDARD_OUTPUT:
        terminal.write_raw(data)
        return
    try:
        there = _there(shown)
        if there is not None and not stat.S_ISREG(there.st_mode):
            _stream(shown, data, there.st_mode)
            return
        if shown.startswith(_DEVICES):
            _stream(shown, data, 0)
            return
        target = Path(os.path.realpath(shown))
        if there is not None:
            _refuse_input(target, shown, inputs)
            _refuse_protected(target, shown, there)
        _replace(target, data, there, shown=shown, inputs=inputs)
    except OSError as error:
        raise CannotWrite(f"{shown}: the file cannot be written: {_reason(error)}; nothing was changed") from None
    except ValueError as error:
        raise CannotWrite(f"{shown!r}: no file can have this name: {error}") from None


def refuse_existing(path: str | os.PathLike[str], force: bool, inputs: Sequence[str] = ()) -> None:
    """Raises CannotWrite if a file stands at ``path`` that is one of ``inputs`` or may not be written over."""
    shown = os.fspath(path)
    if shown != STANDARD_OUTPUT and os.path.isfile(path):  # noqa: PTH113, a name that is too long is no file
        _refuse_input(Path(os.path.realpath(shown)), shown, inputs)
        if not force:
            raise CannotWrite(f"{shown}: this file exists; choose another name, or write over it with --force")


def refuse_document(path: str | os.PathLike[str] | None, force: bool, inputs: Sequence[str] = ()) -> None:
    """Refuse what ``refuse_existing`` refuses where the file is a document or the key of an exercise, not an earlier report,
    which may be replaced.

    Documents are known by their ending, which may promise a draft, or by their first bytes, whatever they are called; an
    earlier summary, which ends in .md as drafts do, is known by its first lines.
    """
    if path is not None and _is_document(os.fspath(path)):
        refuse_existing(path, force, inputs)


def refuse_ending(path: str | os.PathLike[str] | None, what: str, endings: Sequence[str]) -> None:
    """Raises CannotWrite where ``path``, which is to hold ``what``, is a name that ends otherwise; devices and ``-`` have none."""
    shown = "" if path is None else os.fspath(path)
    if shown in ("", STANDARD_OUTPUT) or shown.startswith(_DEVICES) or shown.lower().endswith(tuple(endings)):
        return
    raise CannotWrite(f"{shown}: {what} is written as {', '.join(endings)}; give it a name that ends so")


def refuse_other_form(path: str | os.PathLike[str] | None, draft: str, data: bytes) -> None:
    """Raises CannotWrite where ``path``, which is to hold a copy of ``draft`` in its own form, promises another by its ending.

    A Word file keeps the ending of the draft, since Word opens no ``.docm`` under the name of a ``.docx``; a text may be
    called anything but a Word file, a page or a PDF.
    """
    ending = os.path.splitext(draft)[1].lower()  # noqa: PTH122
    if data.startswith(_BEGINNINGS[0]):
        refuse_ending(path, "a Word file", (ending,) if ending in WORD_SUFFIXES else WORD_SUFFIXES)
    elif path is not None and os.fspath(path).lower().endswith((*WORD_SUFFIXES, *_NO_TEXTS)):
        refuse_ending(path, "a text", (ending or ".txt",))


def refuse_twice(*paths: str | None) -> None:
    """Raises CannotWrite where two of the files to be written are one; devices and ``-`` may be named again."""
    seen: set[str] = set()
    for path in paths:
        if path is None or path == STANDARD_OUTPUT or path.startswith(_DEVICES):
            continue
        place = os.path.normcase(os.path.realpath(path))
        if place in seen:
            raise CannotWrite(f"{path}: two things are to be written into this one file; give each a name of its own")
        seen.add(place)


def _is_document(shown: str) -> bool:
    promised = shown.lower().endswith((*_DOCUMENTS, _KEY))
    try:
        if not os.path.isfile(shown):  # noqa: PTH113, a name that is too long is no file
            return False
        with open(shown, "rb") as file:
            start = file.read(4096)
    except (OSError, ValueError):
        return promised  # what cannot be looked at is told when it is written
    from resolint.pipeline import is_akn, is_summary

    beginning = promised or start.startswith(_BEGINNINGS) or _OF_A_KEY in start
    return not is_summary(start) and (beginning or is_akn(start))


def _there(shown: str) -> os.stat_result | None:
    try:
        return os.stat(shown)  # noqa: PTH116 - the name as it was given, which a device needs
    except (FileNotFoundError, NotADirectoryError):
        return None


def _stream(shown: str, data: bytes, mode: int) -> None:
    """Write to a device or pipe, which nothing could take the place of."""
    if stat.S_ISDIR(mode):
        raise CannotWrite(f"{shown}: this is a folder; add the name of a file")
    done = 0
    try:
        with open(shown, "wb", buffering=0) as file:
            while done < len(data):
                done += file.write(data[done:])
    except OSError as error:
        raise CannotWrite(
            f"{shown}: {done} of {len(data)} bytes were written, the rest cannot be: {_reason(error)}"
        ) from None


def _refuse_input(target: Path, shown: str, inputs: Sequence[str]) -> None:
    for source in inputs:
        if source != "-" and _same(target, source):
            raise CannotWrite(f"{shown}: this is read in the same run and is not written over; choose another name")


def _same(target: Path, source: str) -> bool:
    """Whether ``source`` is the file ``target`` or a folder that it stands in."""
    try:
        return target.samefile(source) or Path(os.path.realpath(source)) in target.parents
    except (OSError, ValueError):
        return False


def _refuse_protected(target: Path, shown: str, there: os.stat_result) -> None:
    if not there.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise CannotWrite(f"{shown}: the file is protected from writing; choose another name")
    if there.st_nlink > 1:
        raise CannotWrite(
            f"{shown}: the file has {there.st_nlink} names (hard links), which would come apart; choose another name"
        )


def _replace(target: Path, data: bytes, there: os.stat_result | None, *, shown: str, inputs: Sequence[str]) -> None:
    with _undisturbed():
        import tempfile

        descriptor, temporary = tempfile.mkstemp(".tmp", ".resolint-", target.parent)
        try:
            with open(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if there is not None:
                _keep_owner(temporary, shown, there)
            os.chmod(temporary, _rights(inputs) if there is None else there.st_mode & 0o7777)  # noqa: PTH101
            _put(temporary, target, shown)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise


def _put(temporary: str, target: Path, shown: str) -> None:
    """Let the new file take the place of the old one. Raises CannotWrite where another program holds on to that."""
    for pause in (*_WAITS, None):
        try:
            os.replace(temporary, target)  # noqa: PTH105
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            if pause is not None:
                time.sleep(pause)
    raise CannotWrite(
        f"{shown}: another program, such as Word, has this file open; close it there and try again; nothing was changed"
    )


def _keep_owner(temporary: str, shown: str, there: os.stat_result) -> None:
    """Give the new file the owner and group of the old one. Raises CannotWrite where that is not allowed."""
    mine = os.stat(temporary)  # noqa: PTH116
    if (mine.st_uid, mine.st_gid) == (there.st_uid, there.st_gid) or not hasattr(os, "chown"):
        return
    try:
        os.chown(temporary, there.st_uid, there.st_gid)
    except OSError:
        raise CannotWrite(
            f"{shown}: the file belongs to another owner or group, which could not be kept; choose another name"
        ) from None


def _rights(inputs: Sequence[str]) -> int:
    """The rights of a new file: what the user gives to new files, without those of groups that may not read an input."""
    found = 0o666 & ~_umask()
    for source in inputs:
        try:
            mode = os.stat(source).st_mode  # noqa: PTH116
        except (OSError, ValueError):
            continue
        if stat.S_ISREG(mode):
            found &= ~sum(others for reading, others in ((0o040, 0o070), (0o004, 0o007)) if not mode & reading)
    return found


def _umask() -> int:
    """The rights that new files do not get; asking for them sets them, so they are set back at once."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals that end the program wait until the file stands; only the main thread can hold them back."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    import signal  # slow to import, and most runs write no file

    waiting: list[int] = []
    before = {}
    try:
        for number in (getattr(signal, name) for name in _ENDS if hasattr(signal, name)):
            before[number] = signal.signal(number, lambda caught, _frame: waiting.append(caught))
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        for number in waiting:
            signal.raise_signal(number)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()

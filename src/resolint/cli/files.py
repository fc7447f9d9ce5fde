"""Files: which ones hold drafts, and reading them."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from resolint import pipeline
from resolint.cli.converting import readable
from resolint.errors import BadConfiguration, UnreadableDraft

if TYPE_CHECKING:
    from resolint.pipeline import Config, Patterns

    ConfigOf = Callable[[str], Config | None]
    """Gives the configuration that holds in a folder."""

_GIT, _GITIGNORE = ".git", ".gitignore"

_ENDING = ("/dev/stdin", "/dev/fd/0", "/dev/tty", os.devnull)
"""Devices whose words come to an end."""

LARGEST = 256 * 1024 * 1024
"""Bytes; the longest UN documents take some 10 MB."""


def walk(paths: Iterable[str | os.PathLike[str]], config: ConfigOf | None = None) -> Iterator[str]:
    """The files to read: those given, and all drafts below the folders given, in a stable order, each once.

    A folder yields its Word, Markdown, plain text and Akoma Ntoso files; hidden files and folders, the lock files of Word
    (``~$…``), reviews (``*.reviewed.docx``) and summaries that we wrote are passed over, links to folders are not followed,
    and so is what a ``.gitignore`` or the key ``exclude`` of a configuration leaves out, which ``config`` gives for a folder,
    and with its key ``only-drafts`` texts without our front matter. What is given by name is yielded as it
    is, whether it exists or not. ``-`` stands for standard input.
    """
    seen: set[str] = set()
    for path in paths:
        name = os.fspath(path)
        for found in _below(name, _outer(name), config) if name != "-" and Path(name).is_dir() else (name,):
            key = os.path.normcase(os.path.normpath(found))
            if key not in seen:
                seen.add(key)
                yield found


def _below(folder: str, layers: tuple[Patterns, ...], config: ConfigOf | None) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        # Given as a folder, it is reported as one; below another one, what may not be read is not asked for.
        yield folder
        return
    layers = (*layers, *_git_patterns(folder)) if any(entry.name == _GITIGNORE for entry in found) else layers
    project = None if config is None else config(folder)
    if project is not None and project.exclude and project.excludes(folder, is_folder=True):
        # It was named, or a nearer configuration lets it be: nothing that excludes the whole of it counts inside.
        project = None
    folders = []
    for entry in found:
        if entry.name.startswith((".", pipeline.LOCK)):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not _left_out(entry.path, layers, project, is_folder=True):
                folders.append(entry.path)
        elif (
            entry.name.lower().endswith(pipeline.SUFFIXES)
            and not pipeline.is_review(entry.name)
            and entry.is_file()
            and not _left_out(entry.path, layers, project, is_folder=False)
            and _is_draft(entry.path)
            and not (project is not None and project.only_drafts and not _is_meant(entry.path))
        ):
            yield entry.path
    for below in folders:
        yield from _below(below, layers, config)


def _left_out(path: str, layers: tuple[Patterns, ...], project: Config | None, *, is_folder: bool) -> bool:
    """Whether a walk passes a file or folder over; of several ``.gitignore`` the nearest that speaks of it decides."""
    for patterns in reversed(layers):
        if (verdict := patterns.verdict(path, is_folder=is_folder)) is not None:
            if verdict:
                return True
            break
    return project is not None and project.excludes(path, is_folder=is_folder)


def _outer(folder: str) -> tuple[Patterns, ...]:
    """The patterns above a folder up to the top of its Git repository, the outermost first; none outside of one.

    A folder that they leave out and that was named all the same is walked without them.
    """
    place = Path(os.path.realpath(folder))
    if (place / _GIT).exists():
        return ()
    found: list[Patterns] = []
    for above in place.parents:
        found += _git_patterns(above)
        if (above / _GIT).exists():
            layers = tuple(reversed(found))
            return () if _left_out(folder, layers, None, is_folder=True) else layers
    return ()


def _git_patterns(folder: str | Path) -> list[Patterns]:
    try:
        text = Path(folder, _GITIGNORE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return [pipeline.Patterns(folder, text.splitlines())]


def _is_draft(path: str) -> bool:
    """Whether a file of a kind that we read holds a draft; few XML files do, and in Markdown we write summaries too."""
    akn = path.lower().endswith(".xml")
    if not akn and not path.lower().endswith((".md", ".markdown")):
        return True
    try:
        with open(path, "rb") as file:
            start = file.read(4096 if akn else 256)
    except OSError:
        return not akn
    return pipeline.is_akn(start) if akn else not pipeline.is_summary(start)


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """All bytes of a file. Raises UnreadableDraft with one sentence if it cannot be read or is too large."""
    name = os.fspath(path)
    if not name:
        raise UnreadableDraft('"": a file was named without a name; look whether a variable of the shell is empty')
    try:
        if _never_ends(name):
            raise UnreadableDraft(
                f"{name}: this is a device or a pipe with a name, not a file; save the draft as a file"
            )
        with open(name, "rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnreadableDraft(f"{name}: there is no such file") from None
    except IsADirectoryError:
        raise UnreadableDraft(f"{name}: this is a folder") from None
    except PermissionError:
        what = "folder" if Path(name).is_dir() else "file"
        # Windows says the same of a file that another program has locked.
        held = ", or another program has locked it" if os.name == "nt" else ""
        raise UnreadableDraft(f"{name}: you have no permission to read this {what}{held}") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableDraft(f"{name}: the file cannot be read: {reason}") from None
    if len(data) > LARGEST:
        raise UnreadableDraft(
            f"{name}: the file is larger than {LARGEST // 1024**2} MB, which no draft is; split it or check what it is"
        )
    return data


def _never_ends(name: str) -> bool:
    """Whether a name is that of a device, or of a pipe which waits until somebody writes into it; what a shell makes of
    ``<(command)`` and standard input are none.
    """
    try:
        mode = os.stat(name).st_mode  # noqa: PTH116 - the name as it was given
    except OSError:
        return False  # to open it tells why
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
        return not name.startswith(("/dev/", "/proc/"))
    return (stat.S_ISCHR(mode) or stat.S_ISBLK(mode)) and name not in _ENDING


def project(path: str, config: Config | None) -> str | None:
    """The folder of the project that a draft belongs to: that of its configuration, else of its Git repository."""
    if config is not None:
        return str(config.path.parent)
    place = Path(os.path.realpath(path)).parent
    return next((str(folder) for folder in (place, *place.parents) if (folder / _GIT).exists()), None)


def _is_meant(path: str) -> bool:
    """What ``pipeline.is_meant`` says of a file; one that cannot be read is left to who reads it."""
    try:
        return pipeline.is_meant(read_bytes(path), path)
    except UnreadableDraft:
        return True


def read_draft(path: str) -> bytes:
    """The bytes of a draft; of a file of another program, those of the Word file that is made of it where that is wanted.

    Raises UnreadableDraft.
    """
    data = read_bytes(path)
    return data if data.startswith((b"PK\x03\x04\x14\x00\x06", b"+++")) else readable(path, data)


def shown(path: str) -> str:
    """``path`` as a report names it, as services want it: relative to the current folder where it lies below it, with
    forward slashes on Windows too.
    """
    if not os.path.isabs(path):  # noqa: PTH117 - the same for names of Windows in the tests
        return os.path.normpath(path).replace(os.sep, "/") if path != "-" else path
    try:
        relative = os.path.relpath(path)
    except ValueError:
        # Another drive of Windows.
        relative = path
    return (path if relative.split(os.sep, 1)[0] == os.pardir else relative).replace(os.sep, "/")


def is_draft(path: str) -> bool:
    """Whether a Word file holds a draft, by what its reader finds; what cannot be read is left to who tells of it."""
    if not path.lower().endswith(pipeline.WORD_SUFFIXES):
        return True
    try:
        return pipeline.is_draft(pipeline.load(read_bytes(path), name=path))
    except UnreadableDraft:
        return True


def meant(paths: Iterable[str], *, unread: bool = False) -> list[str]:
    """Those of ``paths`` that are meant as drafts; with ``unread`` without a look into Word files."""
    return [path for path in paths if path == "-" or (_is_meant(path) and (unread or is_draft(path)))]


def not_excluded(paths: Iterable[str], config: ConfigOf | None, stdin_name: str | None = None) -> list[str]:
    """Those of ``paths`` that a walk from the top of the disk would come upon, as far as the key ``exclude`` goes.

    Standard input is judged by what it is called, and is never left out without a name.
    """
    called = {path: stdin_name if path == "-" else path for path in paths}
    return [path for path, name in called.items() if not name or config is None or not _is_excluded(name, config)]


def _is_excluded(path: str, config: ConfigOf) -> bool:
    """Whether the configuration in the folder of a file, or in one above, leaves out the file or a folder above it."""
    place = Path(os.path.abspath(path))  # noqa: PTH100 - links are followed by the patterns, which know how far
    is_folder = place.is_dir()
    for above in place.parents:
        project = config(str(above))
        if project is None:
            return False  # nor is there one further up
        if project.excludes(place, is_folder=is_folder):
            return True
        place, is_folder = above, True
    return False


def drafts(
    paths: Sequence[str],
    config: ConfigOf | None = None,
    *,
    only_meant: bool = False,
    force_exclude: bool = False,
    unread: bool = False,
    stdin_name: str | None = None,
) -> list[str]:
    """The files of ``walk``, with ``only_meant`` those that are meant as drafts. Raises BadConfiguration if there are none.

    Word files are told by what is in them; with ``unread`` that is left to who reads them. With ``force_exclude`` the key
    ``exclude`` of the configuration counts for what is named too, and it is no fault that it leaves nothing.
    """
    wanted = not_excluded(paths, config, stdin_name) if force_exclude else paths
    if not wanted:
        return []
    files = list(walk(wanted, config))
    if only_meant:
        return meant(files, unread=unread)
    if not files:
        raise BadConfiguration(
            f"{', '.join(paths)}: there are no drafts here (.docx, .docm, .dotx, .md, .txt) that neither .gitignore nor "
            "the key exclude leaves out; reviews (*.reviewed.docx) have to be named"
        )
    return files


def read_input(path: str) -> bytes:
    """All bytes of a file, or of standard input for ``-``. Raises UnreadableDraft."""
    return sys.stdin.buffer.read() if path == "-" else read_draft(path)


def watch(
    paths: Callable[[], Sequence[str]], work: Callable[[Sequence[str]], object], wait: Callable[[], bool]
) -> None:
    """Does ``work`` with all files, then with those that were saved since; ``wait`` pauses and tells whether to go on.

    ``paths`` gives the files as they are now. An editor that replaces a file leaves it missing for a moment; that is
    waited out.
    """
    seen: dict[str, tuple[int, int] | None] = {}
    going = True
    while going:
        now = {path: _state(path) or seen.get(path) for path in paths()}
        if changed := [path for path, state in now.items() if path not in seen or state != seen[path]]:
            seen = now
            work(changed)
        going = wait()


def _state(path: str) -> tuple[int, int] | None:
    try:
        about = Path(path).stat()
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size

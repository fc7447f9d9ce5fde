"""The terminal: its width, its colours, and characters that it can show."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO, TypeVar

import click

from resolint import regex
from resolint.errors import CannotWrite
from resolint.pipeline.rendering import encodable

_T = TypeVar("_T")


def is_terminal(stream: TextIO) -> bool:
    """Whether someone is looking."""
    try:
        return stream.isatty()
    except ValueError:
        return False


@contextmanager
def progress(found: Iterable[_T], length: int, label: str, quiet: bool) -> Iterator[Iterable[_T]]:
    """A bar on standard error for what takes long, where someone is looking; it is gone in the end."""
    if quiet or not is_terminal(sys.stderr):
        yield found
        return
    with click.progressbar(found, length=length, label=label, file=sys.stderr) as bar:
        yield bar
    # The report begins where the bar was.
    click.echo("\x1b[1A\x1b[2K", nl=False, err=True)


def width() -> int:
    """Columns of the terminal, 80 where there is none; ``COLUMNS`` overrules both."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream.isatty():
                return os.get_terminal_size(stream.fileno()).columns or 80
        except (OSError, ValueError):
            continue
    return 80


def use_color(wanted: bool | None) -> bool:
    """Whether to write colours: as told, else as the environment asks, else on a terminal that shows them.

    NO_COLOR forbids them; FORCE_COLOR and CLICOLOR_FORCE, unless 0, ask for them where nobody is known to look.
    """
    if wanted is not None:
        return wanted
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return os.environ.get("TERM") != "dumb" and is_terminal(sys.stdout)


def encoding(stream: TextIO | None = None) -> str:
    """The encoding of standard output."""
    return getattr(stream or sys.stdout, "encoding", None) or "utf-8"


INTERVAL = 0.3
"""Seconds between two looks at a file that is watched."""


class ReaderGone(Exception):
    """Whoever read our standard output does so no more (``resolint lint … | head``)."""


_CONTROL = regex.compiled(r"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_COLOURS = regex.compiled(r"(\x1b\[[\d;]{0,20}m)")


def pause() -> bool:
    """Wait a little; False if the user ended it with Ctrl-C."""
    try:
        time.sleep(INTERVAL)
    except KeyboardInterrupt:
        return False
    return True


def clear() -> None:
    """Begin at the top of an empty screen, where someone is looking."""
    if is_terminal(sys.stdout):
        click.clear()


def harmless(text: str, color: bool = False) -> str:
    """``text`` with everything that could steer a terminal made visible; colours stay where they are wanted."""
    if color:
        return "".join(part if at % 2 else harmless(part) for at, part in enumerate(_COLOURS.split(text)))
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def write(text: str, *, color: bool = False) -> None:
    """Text for people on standard output, in characters that it can show. Raises ReaderGone."""
    _echo(encodable(harmless(text, color), encoding()), color)


def write_utf8(text: str) -> None:
    """Text for programs on standard output: UTF-8, whatever the console's own encoding is. Raises ReaderGone."""
    if is_terminal(sys.stdout):
        write(text)
    else:
        _echo(harmless(text).encode("utf-8", "backslashreplace"))


def write_raw(data: bytes) -> None:
    """Bytes on standard output as they are: a file that a pipe takes on. Raises ReaderGone."""
    _echo(data)


def _echo(text: str | bytes, color: bool | None = None) -> None:
    try:
        click.echo(text, nl=False, color=color)
        sys.stdout.flush()
    except OSError as error:
        # Windows says EINVAL where the reader of a pipe has gone.
        if error.errno in (errno.EPIPE, errno.EINVAL):
            raise ReaderGone from None
        discard_output()
        reason = (error.strerror or str(error)).lower()
        raise CannotWrite(f"standard output: not all of it could be written: {reason}") from None


def discard_output() -> None:
    """Nobody reads any more: what is still buffered must not fail again when Python closes its streams."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
    except (OSError, ValueError):
        pass


def about(target: str, text: str) -> None:
    """A line about the file ``target`` that was written: on standard output unless the file itself went there."""
    if target == "-":
        say(text)
    else:
        write(f"{text}\n")


def say(text: str) -> None:
    """A line on standard error that cannot steer the terminal."""
    plain = "".join(char if char.isprintable() else " " for char in text)
    # Where standard error cannot be written to either nobody can be told.
    with suppress(OSError):
        click.echo(encodable(plain, encoding(sys.stderr)), err=True)

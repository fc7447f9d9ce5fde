"""Files of other programs, which LibreOffice turns into Word files where it is installed and someone says so."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from resolint import pipeline
from resolint.cli import terminal
from resolint.errors import UnreadableDraft

if TYPE_CHECKING:
    import subprocess

TIME_LIMIT = 120.0
"""Seconds after which a conversion is given up."""

_WANTED = "resolint.convert"
_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_UNATTENDED = ("CI", "PRE_COMMIT", "GIT_INDEX_FILE", "GIT_DIR")
"""Variables that tell of a hook or a service, where nobody can be asked."""
_WEB_PAGE = ".html"


def want(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    """Keep that ``--convert`` was given."""
    ctx.meta[_WANTED] = value


def wanted() -> bool:
    """Whether the command that runs was given ``--convert``."""
    ctx = click.get_current_context(silent=True)
    return bool(ctx and ctx.meta.get(_WANTED))


def readable(path: str, data: bytes) -> bytes:
    """``data`` as it is, or the Word file that LibreOffice makes of a file of another program.

    It is run with ``--convert``, or after a yes on a terminal, and never in a hook or a service. Raises UnreadableDraft.
    """
    kind = pipeline.foreign(data)
    ctx = click.get_current_context(silent=True)
    if kind is None or ctx is None or _WANTED not in ctx.meta:
        return data
    from shutil import which

    program = next(filter(None, map(which, _PROGRAMS)), None)
    if not wanted():
        if program is None:
            return data
        if not _agreed(path, kind.said):
            raise UnreadableDraft(
                f"{path} is {kind.said}: give --convert to read it through LibreOffice, or save it as .docx in Word"
            )
    elif program is None:
        raise UnreadableDraft(
            f"{path} is {kind.said}, and --convert needs LibreOffice, which is not installed; save it as .docx in Word"
        )
    return _converted(path, data, kind.ending, str(program))


def _agreed(path: str, said: str) -> bool:
    """Whether someone at a terminal says yes."""
    if any(os.environ.get(name) for name in _UNATTENDED):
        return False
    if not (terminal.is_terminal(sys.stdin) and terminal.is_terminal(sys.stderr)):
        return False
    return click.confirm(f"{path} is {said}. Read it through LibreOffice?", err=True)


def _converted(path: str, data: bytes, ending: str, program: str) -> bytes:
    import subprocess
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="resolint-", ignore_cleanup_errors=True) as folder:
        room = Path(folder)
        source = room / f"draft{ending}"
        source.write_bytes(data)
        profile = (room / "profile").as_uri()
        words = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"]
        if ending == _WEB_PAGE:
            words += ["--infilter=HTML (StarWriter)"]
        words += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(room / "out"), str(source)]
        run = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name == "posix",
        )
        try:
            run.wait(TIME_LIMIT)
        except subprocess.TimeoutExpired:
            raise UnreadableDraft(
                f"{path}: LibreOffice took longer than {TIME_LIMIT:g} seconds and was ended; save the file as .docx in Word"
            ) from None
        finally:
            _end(run)
        made = room / "out" / "draft.docx"
        if not made.is_file():
            raise UnreadableDraft(f"{path}: LibreOffice could not convert this file; save it as .docx in Word")
        return made.read_bytes()


def _end(run: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and what it has started."""
    if run.poll() is not None:
        return
    if os.name == "posix":
        import signal

        os.killpg(run.pid, signal.SIGKILL)
    else:
        run.kill()
    run.wait()

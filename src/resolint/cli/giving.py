"""Where a text goes that a command has made: to a file, to a person at the terminal, to a program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from resolint.cli import terminal
from resolint.cli.output import STANDARD_OUTPUT, write_text

_FOR_PEOPLE = ("text", "table", "concise")


def _file(output: str | None) -> bool:
    """Whether an option ``-o`` names a file; ``-`` is standard output, as if it were not given."""
    return output not in (None, STANDARD_OUTPUT)


def room(form: str, output: str | None) -> tuple[int, str]:
    """How wide a text in ``form`` may be, and in which encoding it has to be said; a file takes everything."""
    free = _file(output) or form not in _FOR_PEOPLE
    return 100 if _file(output) else terminal.width(), "utf-8" if free else terminal.encoding()


def colored(form: str, output: str | None, wanted: bool | None) -> bool:
    """Whether a text in ``form`` has colours: as told, else on a terminal that shows them."""
    return form in ("text", "table") and (bool(wanted) if _file(output) else terminal.use_color(wanted))


def give(
    text: str,
    form: str,
    output: str | None,
    *,
    inputs: Sequence[str] = (),
    color: bool = False,
    quiet: bool = False,
) -> None:
    """Write ``text`` to the file ``output``, which is none of ``inputs``, or else to standard output. Raises CannotWrite.

    That a file was written is said on standard error, but for ``quiet`` and of devices and pipes.
    """
    if output is not None and _file(output):
        write_text(output, text, inputs=inputs)
        if not quiet and Path(output).is_file():
            terminal.say(f"{output}: written")
    elif form in _FOR_PEOPLE:
        terminal.write(text, color=color)
    else:
        terminal.write_utf8(text)

"""What the commands have in common that list something of each draft: their options, reading, writing the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from resolint.cli import choices
from resolint.cli.files import drafts, read_input
from resolint.cli.giving import give, room
from resolint.cli.many import inputs_of
from resolint.cli.output import refuse_document
from resolint.pipeline import Session

__all__ = ["collect", "options"]

_Command = TypeVar("_Command", bound=Callable[..., Any])


def options(formats: Sequence[str], *, required: bool = True) -> Callable[[_Command], _Command]:
    """Drafts (``required`` or not) and options of such a command; ``formats`` are those of ``--format``, the usual one first."""

    def dress(command: _Command) -> _Command:
        dressed: Any = choices.convert(command)
        for add in (
            choices.stdin_name,
            choices.configuration,
            choices.rules,
            click.option(
                "--view",
                type=click.Choice(["proposed", "original"]),
                help="Read tracked changes as proposed (the default) or not.",
            ),
            choices.force,
            click.option(
                "--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write the list to FILE."
            ),
            click.option(
                *("--format", "-f", "form"),
                type=click.Choice(formats),
                default=formats[0],
                show_default=True,
                help="How to list them.",
            ),
            click.argument("paths", metavar="PATH...", nargs=-1, required=required, type=click.Path()),
        ):
            dressed = add(dressed)
        found: _Command = dressed
        return found

    return dress


def collect(
    paths: Sequence[str],
    session: Session,
    read: Callable[[bytes, str], Any],
    render: Callable[..., str],
    *,
    form: str,
    output: str | None,
    force: bool,
    stdin_name: str | None,
) -> None:
    """Write the list that ``render`` makes of what ``read`` takes from each draft, given its bytes and name.

    Raises ResolintError for a draft that cannot be read.
    """
    refuse_document(output, force, paths)
    named = drafts(paths, session.config)
    found = []
    for path in named:
        name = (stdin_name or "-") if path == "-" else path
        found.append(read(read_input(path), name))
    width, encoding = room(form, output)
    give(render(found, form, width=width, encoding=encoding), form, output, inputs=inputs_of(session, named))

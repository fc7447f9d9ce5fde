"""``resolint teach``: exercises that grade themselves, question banks, a handbook."""

from __future__ import annotations

from importlib import import_module

import click

_COMMANDS = {
    "exercise": ("resolint.cli.exercise", "Write a draft with known faults, the answers and the key."),
    "grade": ("resolint.cli.grade", "Grade the files that come back."),
}


class Teach(click.Group):
    """A group whose subcommands are imported only when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of the subcommands, in the order in which one meets them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The subcommand of that name, None if there is none."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the subcommands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in _COMMANDS.items()])


@click.group("teach", cls=Teach)
def command() -> None:
    """Exercises that grade themselves, question banks and a handbook, all out of the cards."""

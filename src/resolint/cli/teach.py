"""``resolint teach``: exercises that grade themselves, question banks, a handbook."""

from __future__ import annotations

from importlib import import_module

import click

_COMMANDS = {
    "exercise": ("resolint.cli.exercise", "command", "Write a draft with known faults, the answers and the key."),
    "grade": ("resolint.cli.grade", "command", "Grade the files that come back."),
    "bank": ("resolint.cli.handbook", "bank", "Write a bank of questions for a learning platform."),
    "quiz": ("resolint.cli.handbook", "quiz", "Answer questions in the terminal."),
    "handbook": ("resolint.cli.handbook", "handbook", "Write a website of all conventions."),
    "demo": ("resolint.cli.serve", "demo", "Show a draft being mended, for the projector."),
    "handout": ("resolint.cli.handbook", "handout", "Write a page to give out on a rule."),
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
        module, name, _ = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the subcommands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, _, words) in _COMMANDS.items()])


@click.group("teach", cls=Teach, short_help="Exercises that grade themselves, question banks and a handbook.")
def command() -> None:
    """Exercises that grade themselves, question banks and a handbook, all out of the cards."""

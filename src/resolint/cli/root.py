"""The root command: finds the subcommands lazily, and turns every ending into an exit code and at most one line."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from resolint.cli import INTERRUPTED
from resolint.cli.terminal import ReaderGone, discard_output, say
from resolint.errors import ResolintError
from resolint.version import __version__

CLEAN, FINDINGS, UNUSABLE, CRASHED = 0, 1, 2, 3
STOPPED, BROKEN_PIPE = 130, 141
"""As a shell reports a program that a signal has ended: 128 plus SIGINT, 128 plus SIGPIPE."""

_COMMANDS = {
    "lint": ("resolint.cli.lint", "Check drafts and say what is wrong, where, and what to write."),
    "show": ("resolint.cli.show", "Show what a draft is made of."),
    "export": ("resolint.cli.export", "Write a draft as Akoma Ntoso, HTML, Markdown, JSON or plain text."),
    "actions": ("resolint.cli.actions", "List who is asked to do what by when."),
    "citations": ("resolint.cli.citations", "List the references in a draft and judge them."),
    "consistency": (
        "resolint.cli.consistency",
        "List what a draft names, counts and dates, with all forms and places.",
    ),
    "compare": ("resolint.cli.compare", "Say what a draft makes of its base text."),
    "concord": ("resolint.cli.concord", "Hold the language versions of one text against one another."),
    "ready": ("resolint.cli.ready", "Say whether a draft can be submitted."),
    "review": ("resolint.cli.review", "Write findings into a Word draft as comments and tracked changes."),
    "serve": ("resolint.cli.serve", "Review drafts in a page in the browser."),
    "new": ("resolint.cli.new", "Begin a draft: answer questions, get a Word file that lints clean."),
    "compile": ("resolint.cli.compile", "Make one text of the copies of several delegations."),
    "track": ("resolint.cli.track", "Say how each paragraph came through the rounds."),
    "roll": ("resolint.cli.roll", "Carry last year's text forward, with tracking on."),
    "build": ("resolint.cli.build", "Make the Word file of a draft in Markdown."),
    "templates": ("resolint.cli.templates", "List, show and check the templates for drafts."),
    "fix": ("resolint.cli.fix", "Mend spacing, punctuation, digits and italics in drafts."),
    "rules": ("resolint.cli.rules", "List, explain, test and begin rules."),
    "profiles": ("resolint.cli.profiles", "List and show the conventions of the bodies."),
    "agreed": ("resolint.cli.agreed", "Say where the language of a draft comes from."),
    "attest": ("resolint.cli.attest", "Say how often adopted texts write a phrase, and what they write instead."),
    "anatomy": ("resolint.cli.anatomy", "Take a draft apart, as a page."),
    "teach": ("resolint.cli.teach", "Exercises that grade themselves, question banks and a handbook."),
    "corpus": ("resolint.cli.corpus", "Keep the adopted texts that drafts are held against."),
    "cache": ("resolint.cli.cached", "Look after the reports of earlier runs."),
    "lsp": ("resolint.cli.lsp", "Serve an editor while a draft is being written."),
}


_MEANT = {
    **dict.fromkeys(("check", "validate", "test"), "lint"),
    **dict.fromkeys(("rule", "explain"), "rules explain"),
    **dict.fromkeys(("format", "mend", "correct"), "fix"),
    **dict.fromkeys(("diff", "redline"), "compare"),
    **dict.fromkeys(("open", "web", "gui"), "serve"),
    **dict.fromkeys(("convert", "save"), "export"),
    "server": "lsp",
    "clean": "review --clean",
    "merge": "compile",
    "init": "new",
}
"""What people who come from other tools may mean."""


class Root(click.Group):
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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that ``args`` name. An unknown one is a usage error that names the nearest."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in _COMMANDS:
            from resolint.pipeline import hint

            meant = f"did you mean {_MEANT[name]}?" if name in _MEANT else hint(name, _COMMANDS)
            ctx.fail(f"there is no command '{name}': {meant}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the subcommands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in _COMMANDS.items()])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options of the group; ``--ui`` holds for every command, so it may stand behind one."""
        return super().parse_args(ctx, _hoisted(args))

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]
        """Run and exit: 0 clean, 1 findings, 2 unusable input or configuration, 3 a rule or resolint failed."""
        extra.pop("standalone_mode", None)
        try:
            code = super().main(args, prog_name, standalone_mode=False, **extra)
        except click.ClickException as error:
            _refuse(error, sys.argv[1:] if args is None else args)
            code = UNUSABLE
        except ResolintError as error:
            complain(str(error))
            code = UNUSABLE
        except (click.Abort, KeyboardInterrupt):
            complain(INTERRUPTED)
            code = STOPPED
        except ReaderGone:
            discard_output()
            code = BROKEN_PIPE
        except Exception as error:
            if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
                discard_output()
                complain(f"not all of the output could be written: {(error.strerror or '').lower()}")
                code = UNUSABLE
            else:
                _bug(error)
                code = CRASHED
        sys.exit(code if isinstance(code, int) else CLEAN)


def _refuse(error: click.ClickException, args: Sequence[str]) -> None:
    """Say in one line what is wrong with a command line, and which help lists what there is; a bare group shows its help."""
    if type(error).__name__ == "NoArgsIsHelpError":  # the class is younger than the oldest click allowed
        error.show()
        return
    said = " ".join(error.format_message().split()).rstrip(".")
    said = said[:1].lower() + said[1:]
    file = next((one for one in args if re.fullmatch(r"-[^-=].*\.[A-Za-z]{2,8}", one)), None)
    if file is not None and isinstance(error, click.NoSuchOption):
        said += f"; if {file} is a file, write -- before its name"
    context = getattr(error, "ctx", None)
    complain(f"{said}; see {context.command_path} --help" if context is not None else said)


def _hoisted(args: list[str]) -> list[str]:
    """``args`` with ``--ui`` and its value before the command. Raises BadOptionUsage where it has none."""
    end = args.index("--") if "--" in args else len(args)
    first, rest = [], []
    places = iter(range(end))
    for place in places:
        if args[place] == "--ui":
            if place + 1 == end:
                raise click.BadOptionUsage("--ui", "Option '--ui' requires an argument.")
            first += ["--ui", args[next(places)]]
        elif args[place].startswith("--ui="):
            first.append(args[place])
        else:
            rest.append(args[place])
    return [*first, *rest, *args[end:]]


def _speak(ctx: click.Context, language: str | None) -> None:
    """Tell findings in a language, here and in the processes that this one starts, until the command ends."""
    if language is None:
        return
    from resolint.pipeline.session import UI, Session

    Session(ui=language)  # raises for a language without messages
    before = os.environ.get(UI)
    os.environ[UI] = language
    ctx.call_on_close(lambda: os.environ.pop(UI, None) if before is None else os.environ.update({UI: before}))


def complain(sentence: str) -> None:
    """One sentence on standard error, after the name of the program."""
    say(f"resolint: {sentence}")


def _bug(error: Exception) -> None:
    if os.environ.get("RESOLINT_DEBUG"):
        import traceback

        traceback.print_exception(error)
    words = " ".join(f"{type(error).__name__}: {error}".split())
    complain(f"this is a bug in resolint, not in your draft: {words}; set RESOLINT_DEBUG=1 to see where it comes from")


@click.group(
    cls=Root,
    name="resolint",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 clean, 1 findings, 2 unusable input or configuration, 3 a rule failed.",
)
@click.version_option(__version__, message="resolint %(version)s")
@click.option(
    "--ui",
    metavar="LANGUAGE",
    expose_value=False,
    callback=lambda ctx, _param, value: _speak(ctx, value),
    help="Tell findings in this language: en or fr. It may stand behind any command.",
)
def cli() -> None:
    """Check United Nations draft resolutions against the drafting conventions of the Organization."""

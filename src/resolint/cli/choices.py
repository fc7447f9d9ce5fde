"""Options that several commands share: which rules, how grave, whose signature, which settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from resolint.cli import completing, converting
from resolint.errors import BadConfiguration
from resolint.findings import SEVERITIES

_Command = TypeVar("_Command", bound=Callable[..., Any])


def which_rules(command: _Command) -> _Command:
    """``--select`` and ``--ignore``."""
    command = click.option(
        "--ignore", multiple=True, metavar="RULES", shell_complete=completing.rules, help="Leave these rules out."
    )(command)
    return click.option(
        "--select",
        multiple=True,
        metavar="RULES",
        shell_complete=completing.rules,
        help="Run only these rules: ids, names or families (PRE002,NUM).",
    )(command)


def rules(command: _Command) -> _Command:
    """``--rules``."""
    return click.option(
        "--rules",
        "folders",
        multiple=True,
        type=click.Path(),
        metavar="DIR",
        help="Also use the cards in this folder, and its folders 'data' and 'profiles'.",
    )(command)


def configuration(command: _Command) -> _Command:
    """``--config`` and ``--no-config``, which exclude each other."""

    def alone(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
        other = "no_config" if parameter.name == "config" else "config"
        if value and context.params.get(other):
            raise click.UsageError("--config and --no-config exclude each other", context)
        return value

    command = click.option("--no-config", is_flag=True, callback=alone, help="Use no configuration.")(command)
    return click.option(
        "--config",
        type=click.Path(),
        metavar="FILE",
        callback=alone,
        help="Use this configuration, not the nearest resolint.toml.",
    )(command)


def jobs(command: _Command) -> _Command:
    """``--jobs``."""
    return click.option(
        "--jobs", "-j", type=click.IntRange(min=1), metavar="N", help="Processes to use; by default as many as pay."
    )(command)


def force(command: _Command) -> _Command:
    """``--force``, for those who write a report: an earlier one is replaced without it."""
    return click.option(
        "--force", is_flag=True, help="Write over FILE where it is a document, a Word file or a draft in Markdown."
    )(command)


def which_files(command: _Command) -> _Command:
    """``--only-drafts`` and ``--force-exclude``, for hooks, which name every file themselves."""
    command = click.option(
        "--force-exclude",
        is_flag=True,
        help="Pass over in silence what the key exclude of the configuration leaves out, where it is named too.",
    )(command)
    return click.option(
        "--only-drafts",
        is_flag=True,
        help="Pass over in silence what is no draft: texts without our front matter, letters and reports in Word, lock "
        "files of Word, files that Git LFS has not fetched.",
    )(command)


def view(command: _Command) -> _Command:
    """``--view``."""
    return click.option(
        "--view",
        type=click.Choice(["proposed", "original"]),
        default="proposed",
        show_default=True,
        help="Read tracked changes as proposed, or the text before them.",
    )(command)


def stdin_name(command: _Command) -> _Command:
    """``--stdin-name``."""
    return click.option("--stdin-name", metavar="NAME", help="What to call the draft on standard input.")(command)


def min_severity(command: _Command) -> _Command:
    """``--min-severity``."""
    return click.option(
        "--min-severity",
        type=click.Choice(SEVERITIES),
        help="Leave out findings that are milder than this.  [default: info, all of them]",
    )(command)


def signed_as(words: str) -> Callable[[_Command], _Command]:
    """``--author``, explained in ``words``."""
    return click.option("--author", default="resolint", show_default=True, metavar="NAME", help=words)


def corpora(command: _Command) -> _Command:
    """``--corpus``, for those who only ask."""
    return click.option(
        "--corpus",
        multiple=True,
        metavar="FILE",
        help="Ask this corpus, a file or postgresql://…; several in order.",
    )(command)


def adopted(command: _Command) -> _Command:
    """``--body``, ``--since`` (an ISO date, None without) and ``--topic``: which adopted texts count."""
    command = click.option(
        "--topic", default="", metavar="WORDS", help="Count only texts with these words in the title."
    )(command)
    command = click.option(
        "--since",
        metavar="DATE",
        callback=lambda _context, _option, value: day(value, "--since"),
        help="Count only texts adopted on or after DATE (2015, 2019-12-18).",
    )(command)
    return click.option(
        "--body", "bodies", multiple=True, metavar="BODY", help="Count only texts of this body (a name, GA, HRC …)."
    )(command)


def day(given: str | None, option: str) -> str | None:
    """A date that was given to an option, in ISO form; for ``--since`` a year will do. Raises BadConfiguration."""
    if given is None:
        return None
    if option == "--since" and len(given) == 4 and given.isdecimal():
        return f"{given}-01-01"
    from resolint.pipeline import iso_date

    found = iso_date(given)
    if found is None:
        raise BadConfiguration(f"{option}: {given!r} is no date; write 2019-12-18 or 18 December 2019")
    return found


def here() -> str:
    """The name of what stands in no file, by which the configuration of the current folder is found."""
    return str(Path.cwd() / "-")


def convert(command: _Command) -> _Command:
    """``--convert``, which ``converting`` asks for."""
    return click.option(
        "--convert",
        is_flag=True,
        expose_value=False,
        callback=converting.want,
        help="Read .odt, .rtf, .doc and .html through LibreOffice, where it is installed.",
    )(command)


def settings(command: _Command) -> _Command:
    """``--profile``, ``--rules``, ``--config``, ``--no-config`` and ``--quiet``."""
    command = click.option("--quiet", "-q", is_flag=True, help="Say nothing.")(command)
    command = rules(configuration(command))
    return profile(command)


def profile(command: _Command) -> _Command:
    """``--profile``."""
    return click.option(
        "--profile",
        metavar="NAME",
        shell_complete=completing.profiles,
        help="Check by the conventions of this body; see 'resolint profiles list'.",
    )(command)


def split(values: Iterable[str]) -> tuple[str, ...]:
    """The entries of an option that can be repeated and holds lists with commas."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())

"""Options that the commands which write findings into drafts share: which rules, whose signature, which settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def which_rules(command: _Command) -> _Command:
    """``--select`` and ``--ignore``."""
    command = click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out.")(command)
    return click.option(
        "--select", multiple=True, metavar="RULES", help="Run only these rules: ids, names or families (PRE002,NUM)."
    )(command)


def signed_as(words: str) -> Callable[[_Command], _Command]:
    """``--author``, explained in ``words``."""
    return click.option("--author", default="resolint", show_default=True, metavar="NAME", help=words)


def settings(command: _Command) -> _Command:
    """``--profile``, ``--config``, ``--no-config`` and ``--quiet``."""
    command = click.option("--quiet", "-q", is_flag=True, help="Say nothing.")(command)
    command = click.option("--no-config", is_flag=True, help="Use no configuration.")(command)
    command = click.option(
        "--config", type=click.Path(), metavar="FILE", help="Use this configuration, not the nearest resolint.toml."
    )(command)
    return click.option(
        "--profile", metavar="NAME", help="Check by the conventions of this body; see 'resolint profiles list'."
    )(command)

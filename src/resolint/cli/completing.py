"""What the shell offers behind an option or a command, beside the names of files (click): rules, profiles, templates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

__all__ = ["profiles", "rules", "templates"]


def rules(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001
    """Ids of rules and their names, whichever is being typed; in a list behind a comma the next one."""
    from resolint.pipeline.rules import card_rows

    before, comma, begun = incomplete.rpartition(",")
    named = {str(row["id"]): str(row["name"]) for row in card_rows()}
    found = [(rule, name) for rule, name in named.items() if rule.startswith(begun.upper())]
    found += [(name, rule) for rule, name in named.items() if begun and name.startswith(begun.lower())]
    return _items((f"{before}{comma}{value}", words) for value, words in found)


def profiles(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001
    """Names of profiles with their titles."""
    from resolint.pipeline.rules import profiles as known

    return _items((one.name, one.title) for one in known() if one.name.startswith(incomplete))


def templates(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001
    """Names of templates."""
    from resolint.pipeline.building import template_names

    return _items((name, "") for name in template_names() if name.startswith(incomplete))


def _items(found: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(value, help=words or None) for value, words in found]

"""``resolint review``: the findings in the Word file itself, as comments and tracked changes."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from typing import cast

import click

from resolint import pipeline
from resolint.cli import choices, terminal
from resolint.cli.lint import split
from resolint.cli.root import CRASHED
from resolint.findings import SEVERITIES, Severity
from resolint.pipeline import Linter, Settings

_HELP = """Write what is wrong with DRAFT.docx into a copy of it: a comment on the exact words for each finding, and what
can be mended as tracked changes beside them.

The copy is DRAFT.reviewed.docx unless -o or --in-place says otherwise. Comments and changes of other people stay as
they are; those of an earlier run are renewed. Before anything is written resolint takes its own marks out again and
makes sure that this gives the draft back."""


@click.command("review", help=_HELP, short_help="Write findings into a Word draft as comments and tracked changes.")
@click.argument("draft", type=click.Path())
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE.")
@click.option("--force", is_flag=True, help="Write over a file that exists and is no review of this draft.")
@click.option("--in-place", is_flag=True, help="Write over the draft itself.")
@click.option("--comments-only", is_flag=True, help="Write comments and change nothing.")
@click.option("--changes-only", is_flag=True, help="Write tracked changes without comments.")
@click.option("--clean", is_flag=True, help="Take all comments and tracked changes of resolint out again.")
@choices.which_rules
@click.option(
    "--min-severity",
    type=click.Choice(SEVERITIES),
    default="info",
    show_default=True,
    help="Leave out findings that are milder than this; info are the remarks.",
)
@choices.signed_as("Sign as NAME; '(resolint)' is put behind it, by which a later run knows its marks.")
@choices.settings
def command(
    draft: str,
    output: str | None,
    force: bool,
    in_place: bool,
    comments_only: bool,
    changes_only: bool,
    clean: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    min_severity: str,
    author: str,
    profile: str | None,
    config: str | None,
    no_config: bool,
    quiet: bool,
) -> None:
    """Review one draft and say where it was written to."""
    from resolint.pipeline import review

    _exclude(
        ("--output", output is not None, "--in-place", in_place),
        ("--comments-only", comments_only, "--changes-only", changes_only),
        ("--config", config is not None, "--no-config", no_config),
        ("--clean", clean, "--comments-only or --changes-only", comments_only or changes_only),
    )
    target = draft if in_place else output or review.output_for(draft)
    if clean:
        done = review.clean(draft)
        said = f"{target}: without comments and tracked changes of resolint"
    else:
        settings = Settings(
            view="proposed",
            profile=profile,
            config=config,
            no_config=no_config,
            select=split(select),
            ignore=split(ignore),
        )
        wishes = review.Wishes(author, today(), not changes_only, not comments_only, cast(Severity, min_severity))
        found = review.review(draft, Linter(settings), wishes)
        done = found.data
        said = f"{target}: {count(found.comments, 'comment')}, {count(found.changes, 'tracked fix', 'tracked fixes')}"
        for failure in found.failures:
            terminal.say(f"resolint: rule {failure.rule} failed: {failure.error}")
    if not force and not in_place:
        review.guard(draft, target)
    pipeline.write_bytes(target, done, inputs=() if in_place else (draft,))
    if not quiet:
        terminal.write(f"{said}\n")
    if not clean and found.failures:
        sys.exit(CRASHED)


def today() -> str:
    """The present moment as Word writes it; ``SOURCE_DATE_EPOCH`` overrules the clock, for reproducible files."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(given), UTC) if given.isdecimal() and len(given) < 12 else datetime.now(UTC)
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")


def _exclude(*pairs: tuple[str, bool, str, bool]) -> None:
    """Raise a usage error for options that exclude each other and are both given."""
    for one, has_one, other, has_other in pairs:
        if has_one and has_other:
            raise click.UsageError(f"{one} and {other} exclude each other")


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"

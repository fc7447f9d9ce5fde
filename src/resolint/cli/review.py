"""``resolint review``: the findings in the Word file itself, as comments and tracked changes."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import cast

import click

from resolint import pipeline
from resolint.cli import choices, terminal
from resolint.cli.baseline import Baselines
from resolint.cli.files import read_bytes
from resolint.cli.lint import split
from resolint.cli.output import write_bytes
from resolint.cli.root import CRASHED
from resolint.errors import CannotWrite, UnreadableDraft
from resolint.findings import RuleFailure, Severity

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
@click.option(
    "--decisions",
    type=click.Path(),
    metavar="FILE",
    help="Write what was decided on the page: accepted fixes as tracked changes, reasons for what is kept.",
)
@choices.which_rules
@choices.min_severity
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
    decisions: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    min_severity: str | None,
    author: str,
    profile: str | None,
    folders: tuple[str, ...],
    config: str | None,
    no_config: bool,
    quiet: bool,
) -> None:
    """Review one draft and say where it was written to."""
    _exclude(
        ("--output", output is not None, "--in-place", in_place),
        ("--comments-only", comments_only, "--changes-only", changes_only),
        ("--config", config is not None, "--no-config", no_config),
        ("--clean", clean, "--comments-only or --changes-only", comments_only or changes_only),
        ("--clean", clean, "--decisions", decisions is not None),
    )
    target = draft if in_place else output or output_for(draft)
    data = read_bytes(draft)
    failures: tuple[RuleFailure, ...] = ()
    if clean:
        done = pipeline.clean(data, name=draft)
        said = f"{target}: without comments and tracked changes of resolint"
    else:
        session = pipeline.Session(rules=folders, config=config, no_config=no_config)
        options: pipeline.Options = {
            "min_severity": cast("Severity | None", min_severity),
            "view": "proposed",
            "profile": profile,
            "select": split(select),
            "ignore": split(ignore),
            "baseline": Baselines().known(draft, session.config(draft)),
        }
        if decisions is not None:
            found = _decided(draft, data, decisions, session, author, not changes_only, not comments_only, options)
        else:
            found = pipeline.review(
                data,
                session,
                name=draft,
                author=author,
                comments=not changes_only,
                changes=not comments_only,
                **options,
            )
        done, failures = found.data, found.failures
        said = f"{target}: {count(found.comments, 'comment')}, {count(found.changes, 'tracked fix', 'tracked fixes')}"
        for failure in failures:
            terminal.say(f"resolint: rule {failure.rule} failed: {failure.error}")
    if not force and not in_place:
        _guard(draft, data, target)
    write_bytes(target, done, inputs=() if in_place else (draft,))
    if not quiet:
        terminal.about(target, said)
    if failures:
        sys.exit(CRASHED)


def _decided(
    draft: str,
    data: bytes,
    decisions: str,
    session: pipeline.Session,
    author: str,
    comments: bool,
    changes: bool,
    options: pipeline.Options,
) -> pipeline.Reviewed:
    """The draft reviewed as the file ``decisions`` says; what of it cannot be done is told on standard error."""
    if not pipeline.is_word(data, draft):
        raise UnreadableDraft(f"{draft}: comments and tracked changes need a Word file; use 'resolint fix --decisions'")
    chosen = read_decisions(decisions)
    done = pipeline.apply_decisions(
        data, chosen, session, name=draft, author=author, comments=comments, changes=changes, **options
    )
    tell_left(draft, done)
    return pipeline.Reviewed(done.data, done.said, done.made, done.failures)


def read_decisions(path: str) -> tuple[pipeline.Decision, ...]:
    """The decisions in the file at ``path``. Raises BadConfiguration, or UnreadableDraft where there is no such file."""
    return pipeline.read_decisions(pipeline.decode(read_bytes(path), path), path)


def tell_left(draft: str, done: pipeline.Decided) -> None:
    """Say on standard error what was decided and could not be done."""
    for sentence in done.left:
        terminal.say(f"resolint: {draft}: {sentence}")
    if lost := len(done.settled.unmatched):
        are = "decision is about a finding" if lost == 1 else "decisions are about findings"
        terminal.say(f"resolint: {draft}: {lost} {are} that this draft does not have")


def output_for(path: str) -> str:
    """The name of the reviewed file beside the draft: ``DRAFT.reviewed.docx``."""
    stem, suffix = os.path.splitext(path)  # noqa: PTH122 - the folder stays as it was written
    if stem.endswith(".reviewed"):
        return path
    return f"{stem}.reviewed{suffix if suffix.lower() in pipeline.WORD_SUFFIXES else '.docx'}"


def _guard(path: str, data: bytes, output: str) -> None:
    """Raises CannotWrite if ``output`` holds more than a review of the draft at ``path``."""
    if not Path(output).is_file():
        return
    if os.path.realpath(output) == os.path.realpath(path):
        raise CannotWrite(
            f"{output}: this is the draft itself and is not written over; choose another name with -o, or --in-place"
        )
    try:
        fault = pipeline.verify(data, read_bytes(output))
    except UnreadableDraft:
        fault = "something else"
    if fault:
        raise CannotWrite(
            f"{output}: this file is there already and is not just a review of {path} as it is now; choose another name, "
            "or write over it with --force"
        )


def _exclude(*pairs: tuple[str, bool, str, bool]) -> None:
    """Raise a usage error for options that exclude each other and are both given."""
    for one, has_one, other, has_other in pairs:
        if has_one and has_other:
            raise click.UsageError(f"{one} and {other} exclude each other")


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"

"""``resolint review``: the findings in the Word file itself, as comments and tracked changes."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from resolint import pipeline
from resolint.cli import choices
from resolint.cli.files import meant, not_excluded, read_bytes, walk
from resolint.cli.marking import Asked, DraftTask, Step, asking, count, run, tell_left
from resolint.cli.output import refuse_other_form, write_bytes
from resolint.cli.root import CLEAN, CRASHED
from resolint.errors import BadConfiguration, CannotWrite, UnreadableDraft
from resolint.frozen import dataclass

"""What is put behind the name of a draft for the name of its review."""

_HELP = """Write what is wrong with DRAFT.docx into a copy of it: a comment on the exact words for each finding, and what
can be mended as tracked changes beside them. DRAFT may be a folder, whose Word files are all reviewed.

The copy is DRAFT.reviewed.docx unless -o or --in-place says otherwise. Comments and changes of other people stay as
they are; those of an earlier run are renewed. Before anything is written resolint takes its own marks out again and
makes sure that this gives the draft back."""


@click.command("review", help=_HELP, short_help="Write findings into a Word draft as comments and tracked changes.")
@click.argument("drafts", metavar="DRAFT...", nargs=-1, required=True, type=click.Path())
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE.")
@click.option("--force", is_flag=True, help="Write over a file that exists and is no review of this draft.")
@click.option("--in-place", is_flag=True, help="Write over the draft itself.")
@click.option("--comments-only", is_flag=True, help="Write comments and change nothing.")
@click.option("--changes-only", is_flag=True, help="Write tracked changes without comments.")
@click.option("--clean", is_flag=True, help="Take all comments and tracked changes of resolint out again.")
@choices.which_files
@asking(
    author="Sign as NAME; '(resolint)' is put behind it, by which a later run knows its marks.",
    decisions="Write what was decided on the page: accepted fixes as tracked changes, reasons for what is kept.",
)
def command(
    drafts: tuple[str, ...],
    output: str | None,
    force: bool,
    in_place: bool,
    comments_only: bool,
    changes_only: bool,
    clean: bool,
    only_drafts: bool,
    force_exclude: bool,
    asked: Asked,
    jobs: int | None,
    quiet: bool,
) -> None:
    """Review every draft that was named and say where it was written to."""
    _exclude(
        ("--output", output is not None, "--in-place", in_place),
        ("--comments-only", comments_only, "--changes-only", changes_only),
        ("--clean", clean, "--comments-only or --changes-only", comments_only or changes_only),
        ("--clean", clean, "--decisions", asked["decisions"] is not None),
    )
    work = Reviewing(
        **asked,
        output=output,
        in_place=in_place,
        force=force,
        comments=not changes_only,
        changes=not comments_only,
        clean=clean,
    )
    wanted = not_excluded(drafts, work.session.config) if force_exclude else drafts
    paths = _word_files(wanted, work) if wanted else []
    paths = meant(paths) if only_drafts else paths
    if output is not None and len(paths) > 1:
        raise click.UsageError("-o takes one draft; without it each review is written beside its draft")
    run(work, paths, jobs, quiet)


@dataclass(frozen=True)
class Reviewing(DraftTask):
    """Comments and tracked changes for each draft, or none of them any more with ``clean``."""

    output: str | None = None
    in_place: bool = False
    force: bool = False
    comments: bool = True
    changes: bool = True
    clean: bool = False

    def mark(self, path: str) -> Step:
        """Review one draft. Raises ResolintError."""
        target = path if self.in_place else self.output or output_for(path)
        data = read_bytes(path)
        notes: tuple[str, ...] = ()
        code = CLEAN
        if self.clean:
            done = pipeline.clean(data, name=path)
            said = f"{target}: without comments and tracked changes of resolint"
        else:
            found, notes = self._reviewed(path, data)
            done = found.data
            said = (
                f"{target}: {count(found.comments, 'comment')}, {count(found.changes, 'tracked fix', 'tracked fixes')}"
            )
            notes += found.unsaid
            notes += tuple(f"rule {failure.rule} failed: {failure.error}" for failure in found.failures)
            code = CRASHED if found.failures else CLEAN
        if not self.in_place:
            refuse_other_form(target, path, data)
        if not self.force and not self.in_place:
            _guard(path, data, target)
        write_bytes(target, done, inputs=() if self.in_place else (path,))
        return Step(target, said, notes=notes, code=code)

    def _reviewed(self, path: str, data: bytes) -> tuple[pipeline.Reviewed, tuple[str, ...]]:
        options = self.options(path)
        if self.decisions is None:
            return pipeline.review(
                data,
                self.session,
                name=path,
                author=self.author,
                comments=self.comments,
                changes=self.changes,
                **options,
            ), ()
        if not pipeline.is_word(data, path):
            raise UnreadableDraft(
                f"{path}: comments and tracked changes need a Word file; use 'resolint fix --decisions'"
            )
        done = pipeline.apply_decisions(
            data,
            self.decisions,
            self.session,
            name=path,
            author=self.author,
            comments=self.comments,
            changes=self.changes,
            **options,
        )
        return pipeline.Reviewed(done.data, done.said, done.made, done.failures), tell_left(path, done)


def _word_files(paths: Sequence[str], work: DraftTask) -> list[str]:
    """The files named, and the Word files in the folders named. Raises BadConfiguration."""
    found = walk(paths, work.session.config)
    named = {os.path.normpath(path) for path in paths}
    chosen = [
        path for path in found if os.path.normpath(path) in named or path.lower().endswith(pipeline.WORD_SUFFIXES)
    ]
    if not chosen:
        raise BadConfiguration(
            f"{', '.join(paths)}: there are no Word files here ({', '.join(pipeline.WORD_SUFFIXES)})"
        )
    return chosen


def output_for(path: str) -> str:
    """The name of the reviewed file beside the draft: ``DRAFT.reviewed.docx``."""
    stem, suffix = os.path.splitext(path)  # noqa: PTH122 - the folder stays as it was written
    if stem.endswith(pipeline.REVIEWED):
        return path
    return f"{stem}{pipeline.REVIEWED}{suffix if suffix.lower() in pipeline.WORD_SUFFIXES else '.docx'}"


def _guard(path: str, data: bytes, output: str) -> None:
    """Raises CannotWrite if ``output`` holds more than a review of the draft at ``path``."""
    if not os.path.isfile(output):  # noqa: PTH113, a name that is too long is no file
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

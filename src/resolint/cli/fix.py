"""``resolint fix``: mend what can be mended without a human's judgement."""

from __future__ import annotations

from collections.abc import Sequence

import click

from resolint import pipeline
from resolint.cli import choices
from resolint.cli.files import drafts, read_bytes
from resolint.cli.marking import Asked, DraftTask, Step, asking, count, run, tell_left
from resolint.cli.output import refuse_existing, refuse_other_form, write_bytes
from resolint.cli.root import CLEAN, FINDINGS
from resolint.frozen import dataclass

_HELP = """Mend the drafts at PATH: spacing, punctuation, digits and italics, and with --unsafe also wording.

In a Word file the fixes are tracked changes, unless --accept makes them for good. In Markdown and plain text the very
characters are changed and nothing else. Say where the result goes: -o FILE, --in-place, or --diff to see it only;
with --diff exit code 1 tells that something would change. With --unsafe every change is named. A Word file is left
alone if it holds comments or changes of resolint that fixing would take out, as a review does."""


@click.command("fix", help=_HELP, short_help="Mend spacing, punctuation, digits and italics in drafts.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write the one draft to FILE.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@click.option("--in-place", is_flag=True, help="Write over the drafts themselves.")
@click.option("--diff", is_flag=True, help="Show what would change and write nothing.")
@click.option("--accept", is_flag=True, help="In Word, make the fixes for good instead of tracking them.")
@click.option("--unsafe", is_flag=True, help="Also make the fixes that change words: read them before you use them.")
@choices.which_files
@asking(
    author="Sign tracked changes as NAME; '(resolint)' is put behind it.",
    decisions="Make for good what was accepted on the page, and no other fix.",
)
def command(
    paths: tuple[str, ...],
    output: str | None,
    force: bool,
    in_place: bool,
    diff: bool,
    accept: bool,
    unsafe: bool,
    only_drafts: bool,
    force_exclude: bool,
    asked: Asked,
    jobs: int | None,
    quiet: bool,
) -> None:
    """Mend every draft that was named and say how much was mended."""
    _check(paths, (output is not None, in_place, diff), asked["decisions"] is not None and (unsafe or accept))
    work = Fixing(**asked, output=output, diff=diff, accept=accept, unsafe=unsafe)
    files = drafts(paths, work.session.config, only_meant=only_drafts, force_exclude=force_exclude)
    if output is not None and len(files) > 1:
        raise click.UsageError("-o takes one draft; use --in-place for several")
    if output is not None:
        refuse_existing(output, force, files)
    run(work, files, jobs, quiet)


@dataclass(frozen=True)
class Fixing(DraftTask):
    """Fixes for each draft: written to ``output``, else into the draft itself, or only shown with ``diff``."""

    output: str | None = None
    diff: bool = False
    accept: bool = False
    unsafe: bool = False

    def mark(self, path: str) -> Step:
        """Mend one draft. Raises ResolintError."""
        from resolint.pipeline import fixing

        data = read_bytes(path)
        notes: tuple[str, ...] = ()
        options = self.options(path)
        if self.decisions is not None:
            made = pipeline.finish_decisions(
                data, self.decisions, self.session, name=path, author=self.author, **options
            )
            fixing.keep_marks(data, made.data, path)
            notes = tell_left(path, made)
            done = fixing.Mended(path, data, made.data, made.made, 0)
        else:
            level: fixing.Level = "suggest" if self.unsafe else "safe"
            done = fixing.fix(
                data, self.session, name=path, level=level, accept=self.accept, author=self.author, **options
            )
        if self.diff:
            shown = fixing.difference(done)
            return Step(shown=shown, notes=notes, code=FINDINGS if shown else CLEAN)
        target = self.output or path
        if self.output is not None:
            refuse_other_form(self.output, path, data)
            write_bytes(self.output, done.after, inputs=(path,))
        elif done.after != done.before:
            write_bytes(path, done.after)
        left = f"; {count(done.left, 'fix', 'fixes')} left for a human hand, which lint names" if done.left else ""
        said = f"{path if target == '-' else target}: {count(done.made, 'fix', 'fixes')}{left}"
        # Fixes that change words are to be read, and not every one was a finding before another was made.
        if self.unsafe:
            said = "\n".join((said, *(f"  {one}" for one in fixing.changed_words(done))))
        return Step(target, said, notes=notes)


def _check(paths: Sequence[str], targets: Sequence[bool], two_choices: bool) -> None:
    """Raises a usage error for options that do not go together; ``targets`` are the ways to say where the result goes."""
    if sum(targets) != 1:
        raise click.UsageError("say where the result goes: one of -o FILE, --in-place and --diff")
    if two_choices:
        raise click.UsageError("--decisions says which fixes are made; leave --unsafe and --accept out")
    if "-" in paths:
        raise click.UsageError("fix reads files, not standard input")

"""``resolint lint``: check drafts."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

import click

from resolint.catalogue import Catalogue
from resolint.cli import baseline as baselines
from resolint.cli import choices, cluster, completing, converting, files, terminal
from resolint.cli.baseline import Baseline
from resolint.cli.baseline import read as read_baseline
from resolint.cli.each import MANY
from resolint.cli.giving import colored, give, room
from resolint.cli.many import Outcome, Task, lint_many
from resolint.cli.output import refuse_document
from resolint.cli.root import CLEAN, CRASHED, FINDINGS, UNUSABLE, complain
from resolint.errors import ResolintError
from resolint.findings import SEVERITIES, Finding, Report, Severity
from resolint.model import View
from resolint.pipeline.rendering import FORMATS, render
from resolint.rule import Card

if TYPE_CHECKING:
    from resolint.cli.cache import Cache

DEFAULT_FAIL_ON = "warning"
DEFAULT_FORMAT = "text"

_HELP = """Check the drafts at PATH and say what is wrong, where, and what to write.

PATH is a Word file (.docx, .docm, .dotx), a Markdown, plain text or Akoma Ntoso file, a folder with such files, or - for standard
input. Nothing is ever changed in a draft.

Exit code 1 tells that there are findings of the severity given by --fail-on or graver, by default warnings and
errors; 2 that a draft or the configuration could not be used; 3 that a rule failed."""


@click.command("lint", help=_HELP, short_help="Check drafts and say what is wrong, where, and what to write.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option("--format", "-f", "form", type=click.Choice(FORMATS), help=f"How to report.  [default: {DEFAULT_FORMAT}]")
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write the report to FILE.")
@choices.force
@click.option(
    "--view",
    type=click.Choice(["proposed", "original"]),
    help="Read tracked changes as proposed (the default) or the text before them.",
)
@click.option("--changed-only", is_flag=True, help="Report only what the tracked changes touch.")
@choices.which_rules
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    help=f"The mildest severity that gives exit code 1.  [default: {DEFAULT_FAIL_ON}]",
)
@choices.which_files
@choices.min_severity
@click.option("--corpus", multiple=True, metavar="FILE", help="Hold the draft against this corpus of adopted texts.")
@click.option("--timings", is_flag=True, help="Tell on standard error how long the rules took, and what they share.")
@click.option("--statistics", is_flag=True, help="Add how often each rule was broken.")
@click.option(
    "--show-suppressed",
    is_flag=True,
    help="Keep findings that are allowed in the draft or known from the baseline in concise, github, gitlab, junit, "
    "sarif and summary.",
)
@click.option(
    "--base",
    type=click.Path(),
    metavar="FILE",
    help="Report what departs from this base text without a tracked change.",
)
@click.option("--baseline", type=click.Path(), metavar="FILE", help="Report only what FILE does not know yet.")
@click.option(
    "--write-baseline",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Make all present findings known in FILE, and report nothing.",
)
@choices.profile
@click.option(
    "--against",
    metavar="NAME",
    shell_complete=completing.profiles,
    help="Show the verdicts of this profile beside those of the first.",
)
@choices.rules
@click.option(
    "--edition",
    metavar="YEAR|DATE|current",
    help="Check by the conventions of that time, not of the time when the draft was written.",
)
@choices.configuration
@choices.stdin_name
@choices.jobs
@cluster.scheduler
@click.option(
    "--cache/--no-cache",
    "cached",
    default=None,
    help="Keep reports for later runs in .resolint_cache; by default for many drafts of a project.",
)
@click.option("--watch", is_flag=True, help="Check again whenever a draft is saved, until interrupted.")
@click.option("--color/--no-color", default=None, help="Colours, by default on a terminal only.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but the findings.")
@choices.convert
def command(
    paths: tuple[str, ...],
    form: str | None,
    output: str | None,
    force: bool,
    view: str | None,
    changed_only: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    only_drafts: bool,
    force_exclude: bool,
    min_severity: str | None,
    corpus: tuple[str, ...],
    timings: bool,
    statistics: bool,
    show_suppressed: bool,
    base: str | None,
    baseline: str | None,
    write_baseline: str | None,
    profile: str | None,
    against: str | None,
    folders: tuple[str, ...],
    edition: str | None,
    config: str | None,
    no_config: bool,
    stdin_name: str | None,
    jobs: int | None,
    scheduler: str | None,
    cached: bool | None,
    watch: bool,
    color: bool | None,
    quiet: bool,
) -> None:
    """Run the linter over everything that was named, report, and leave with the exit code."""
    if write_baseline is not None and changed_only:
        raise click.UsageError(
            "--write-baseline and --changed-only exclude each other: a baseline knows the whole draft"
        )
    task = Task(
        options={
            "view": cast("View | None", view),
            "profile": profile,
            "select": choices.split(select),
            "ignore": choices.split(ignore),
            "edition": edition,
            "changed_only": changed_only,
            "against": against,
            "corpus": corpus,
            "min_severity": cast("Severity | None", min_severity),
        },
        rules=folders,
        config=config,
        no_config=no_config,
        baseline=_baseline(baseline, write_baseline),
        base=base,
        timings=timings,
    )
    form = form or _form(task, paths, stdin_name)
    task.options["keep"] = form == "html"
    find = partial(files.drafts, paths, task.session.config, only_meant=only_drafts, stdin_name=stdin_name)
    find = partial(find, force_exclude=force_exclude)
    named = find(unread=True)
    read = (*task.inputs(named), *_baselines(task, named, baseline)) if output is not None else ()
    refuse_document(output, force, read)
    if not (timings or form == "html"):
        task = replace(task, cache=_cache(task, named, cached))
    if watch:
        if "-" in named or write_baseline is not None:
            raise click.UsageError("--watch looks at files; it goes with neither standard input nor --write-baseline")
        again = partial(_again, task, form, output, color, quiet, statistics, show_suppressed, fail_on)
        files.watch(find, again, terminal.pause)
        sys.exit(CLEAN)
    outcomes = _run(named, task, jobs, stdin_name, quiet, scheduler)
    if only_drafts:
        outcomes = [*filter(_is_of_draft, outcomes)]
    reports = [outcome.report for outcome in outcomes if outcome.report is not None]
    if timings:
        _tell_timings(outcomes)
    if write_baseline is not None:
        _write_baseline(write_baseline, reports, task, named, quiet)
        sys.exit(_exit_code(outcomes, "never"))
    cards = _cards(task, named) if form in ("sarif", "html") else ()
    _report(reports, outcomes, read, form, output, color, quiet, statistics, show_suppressed, cards, task.session.words)
    code = _exit_code(outcomes, fail_on)
    if form == "concise" and not quiet and code == FINDINGS:
        _tell_failing(outcomes, fail_on)
    sys.exit(code)


def _is_of_draft(outcome: Outcome) -> bool:
    """Whether a report is of a draft, not of a letter in Word; where no act was found the file is looked at once more."""
    report = outcome.report
    return (
        report is None or report.kind not in ("other", "report") or outcome.path == "-" or files.is_draft(outcome.path)
    )


def _again(
    task: Task,
    form: str,
    output: str | None,
    color: bool | None,
    quiet: bool,
    statistics: bool,
    show_suppressed: bool,
    fail_on: str | None,
    changed: Sequence[str],
) -> None:
    """Lint the drafts that were saved, with rules and configuration as they are now; what is unusable is said."""
    terminal.clear()
    task = replace(task)
    try:
        outcomes = _run(changed, task, 1, None, quiet)
        reports = [outcome.report for outcome in outcomes if outcome.report is not None]
        cards = _cards(task, changed) if form in ("sarif", "html") else ()
        read = task.inputs(changed)
        words = task.session.words
        _report(reports, outcomes, read, form, output, color, quiet, statistics, show_suppressed, cards, words)
        if form == "concise" and not quiet:
            _tell_failing(outcomes, fail_on)
    except ResolintError as error:
        complain(str(error))


def _cache(task: Task, named: Sequence[str], wanted: bool | None) -> Cache | None:
    """The cache for this run: where it is wanted, by default for many drafts of a project; none beside a corpus server."""
    if wanted is False or (wanted is None and (len(named) < MANY or os.environ.get("RESOLINT_NO_CACHE"))):
        return None
    folder = files.project(named[0], task.session.config(named[0])) if named else None
    if folder is None and wanted:
        folder = "."
    return None if folder is None else task.opened(folder)


def _form(task: Task, paths: Sequence[str], stdin_name: str | None) -> str:
    """The format that the configuration of the first draft or folder names."""
    config = task.session.config((stdin_name or "-") if paths[0] == "-" else paths[0])
    return DEFAULT_FORMAT if config is None or config.format is None else config.format


def _baselines(task: Task, named: Sequence[str], given: str | None) -> tuple[str, ...]:
    """The files with what was known before of the drafts."""
    if given is not None:
        return (given,)
    found = (config.baseline for config in map(task.session.config, named) if config is not None)
    return tuple(dict.fromkeys(path for path in found if path is not None))


def _baseline(given: str | None, to_write: str | None) -> Baseline | None:
    """What is known before, None for what the configuration says; one that is to be written begins anew."""
    if given is not None:
        return read_baseline(given)
    return None if to_write is None else Baseline()


def _run(
    named: Sequence[str],
    task: Task,
    jobs: int | None,
    stdin_name: str | None,
    quiet: bool,
    scheduler: str | None = None,
) -> list[Outcome]:
    data = sys.stdin.buffer.read() if "-" in named else None
    outcomes: list[Outcome] = []
    with cluster.workers(scheduler) if scheduler is not None else nullcontext() as executor:
        found = lint_many(
            named,
            task,
            jobs=1 if converting.wanted() else jobs,
            standard_input=data,
            stdin_name=stdin_name or "",
            executor=executor,
        )
        with terminal.progress(found, len(named), "Reading drafts", quiet or len(named) < MANY) as steps:
            outcomes.extend(steps)
    for outcome in outcomes:
        if outcome.crash:
            _report_crash(outcome)
        elif outcome.error:
            complain(outcome.error)
    return outcomes


def _report_crash(outcome: Outcome) -> None:
    if os.environ.get("RESOLINT_DEBUG"):
        click.echo(outcome.crash, err=True)
    advice = "set RESOLINT_DEBUG=1 to see where it comes from"
    complain(f"{outcome.path}: this is a bug in resolint, not in your draft: {outcome.error}; {advice}")


def _report(
    reports: Sequence[Report],
    outcomes: Sequence[Outcome],
    read: Sequence[str],
    form: str,
    output: str | None,
    color: bool | None,
    quiet: bool,
    statistics: bool,
    show_suppressed: bool,
    cards: Sequence[Card],
    words: Catalogue | None,
) -> None:
    color, (width, encoding) = colored(form, output, color), room(form, output)
    text = render(
        [replace(report, path=files.shown(report.path)) for report in reports],
        form,
        width=width,
        color=color,
        encoding=encoding,
        statistics=statistics,
        quiet=quiet,
        show_suppressed=show_suppressed,
        unreadable=[(files.shown(outcome.path), outcome.error) for outcome in outcomes if outcome.report is None],
        cards=cards,
        words=words,
    )
    give(text, form, output, inputs=read, color=color, quiet=quiet)


def _cards(task: Task, named: Sequence[str]) -> tuple[Card, ...]:
    """The cards with prose of all projects that the drafts belong to."""
    projects = {id(config): config for config in map(task.session.config, named)}
    found = {card.id: card for config in projects.values() for card in task.session.cards(config, examples=True)}
    return tuple(found[rule] for rule in sorted(found))


def _tell_timings(outcomes: Sequence[Outcome]) -> None:
    """Milliseconds and share of each rule and of what is not a rule's own, the slowest first, on standard error."""
    total: dict[str, float] = {}
    for outcome in outcomes:
        for rule, seconds in outcome.timings.items():
            total[rule] = total.get(rule, 0.0) + seconds
    whole = sum(total.values())
    terminal.say(f"{'rule':<14} {'ms':>9} {'share':>6}")
    for rule, seconds in sorted(total.items(), key=lambda item: (-item[1], item[0])):
        terminal.say(f"{rule:<14} {seconds * 1000:>9.2f} {seconds / whole if whole else 0.0:>6.1%}")
    terminal.say(f"{'total':<14} {whole * 1000:>9.2f}")


def _write_baseline(path: str, reports: Sequence[Report], task: Task, named: Sequence[str], quiet: bool) -> None:
    known = read_baseline(path) if os.path.exists(path) else task.baseline or Baseline()  # noqa: PTH110
    kept = baselines.write(path, reports, known=known, inputs=task.inputs(named))
    if not quiet:
        terminal.say(f"{path}: {kept} {'finding is' if kept == 1 else 'findings are'} known from now on")


def _exit_code(outcomes: Sequence[Outcome], fail_on: str | None) -> int:
    """The gravest of what happened: a crash, then a draft that cannot be used, then findings, or a draft that was read in part."""
    code = CLEAN
    for outcome in outcomes:
        report = outcome.report
        if outcome.crash or (report is not None and report.failures):
            code = max(code, CRASHED)
        elif report is None:
            code = max(code, UNUSABLE)
        elif _failing(report, threshold := fail_on or outcome.fail_on or DEFAULT_FAIL_ON) or (
            report.origin.unread and threshold != "never"
        ):
            code = max(code, FINDINGS)
    return code


def _failing(report: Report, threshold: str) -> list[Finding]:
    """The findings of one draft that make the run fail."""
    if threshold == "never":
        return []
    grave = SEVERITIES[: [*SEVERITIES].index(threshold) + 1]  # type: ignore[arg-type]
    return [finding for finding in report.active if finding.severity in grave]


def _tell_failing(outcomes: Sequence[Outcome], fail_on: str | None) -> None:
    """Which findings give exit code 1, on standard error: the report itself has one line for each finding and no more."""
    found = [
        (outcome.report.path, finding)
        for outcome in outcomes
        if outcome.report is not None
        for finding in _failing(outcome.report, fail_on or outcome.fail_on or DEFAULT_FAIL_ON)
    ]
    if not found:
        return
    path, first = found[0]
    place = f"{first.position.line}:{first.position.column}" if first.position is not None else first.where or "draft"
    many = f"{len(found)} findings, the first" if len(found) > 1 else "one finding"
    terminal.say(f"resolint: exit code 1 for {many} at {files.shown(path)}:{place}: {first.severity} {first.rule}")

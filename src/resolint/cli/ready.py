"""``resolint ready``: whether a draft can be submitted."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from resolint import pipeline
from resolint.cli import choices, terminal
from resolint.cli.files import drafts, read_bytes, read_input
from resolint.cli.giving import colored, give, room
from resolint.cli.many import inputs_of
from resolint.cli.marking import count
from resolint.cli.output import refuse_document, refuse_existing, refuse_other_form, write_bytes
from resolint.cli.root import CLEAN, CRASHED, FINDINGS, UNUSABLE, complain
from resolint.errors import UnreadableDraft
from resolint.findings import SEVERITIES, Report
from resolint.pipeline import explaining
from resolint.pipeline.rendering import FORMATS, render, render_ready

_HELP = """Say whether the drafts at PATH can be submitted: what is left of the negotiation, comments and tracked changes and by
whom, hidden words, names in the properties of the file, fonts and styles that no template has, masthead, sponsors, title and
annexes, length beside that of adopted texts, and with --base every departure that is not tracked. Comments, marked words and
texts that hold no draft are graver here than for 'resolint lint'.

Formats and exit codes are those of 'resolint lint'; html is a summary on one page for printing. --strip writes a copy without
comments, hidden words and names in its properties, and proves that the text is the same; tracked changes stay, those of
resolint too, for you to accept or reject. What still stands in the way of that copy is named, and gives exit code 1."""


@click.command("ready", help=_HELP, short_help="Say whether a draft can be submitted.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to report."
)
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE.")
@click.option("--fail-on", type=click.Choice([*SEVERITIES, "never"]), default="warning", show_default=True,
    help="The mildest severity that gives exit code 1.")  # fmt: skip
@click.option("--base", type=click.Path(), metavar="FILE", help="The text that the draft is built on.")
@click.option(
    "--strip", "strip", is_flag=True, help="Write a copy without comments, hidden words and names to -o FILE."
)
@click.option("--force", is_flag=True, help="Write over FILE where it is a document; with --strip, over any file.")
@choices.which_files
@choices.settings
def command(
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    fail_on: str,
    base: str | None,
    strip: bool,
    force: bool,
    only_drafts: bool,
    force_exclude: bool,
    profile: str | None,
    folders: tuple[str, ...],
    config: str | None,
    no_config: bool,
    quiet: bool,
) -> None:
    """Check what was named against the list; or strip one draft."""
    session = pipeline.Session(rules=folders, config=config, no_config=no_config)
    if strip:
        sys.exit(_code([_strip(paths, output, force, quiet, session, profile, base)], fail_on))
    refuse_document(output, force, paths)
    named = drafts(paths, session.config, only_meant=only_drafts, force_exclude=force_exclude)
    held = None if base is None else read_bytes(base)
    found, code = [], CLEAN
    for path in named:
        try:
            data = read_input(path)
            found.append(pipeline.ready(data, session, name=path, profile=profile, base=held, keep=form == "html"))
        except UnreadableDraft as error:
            complain(str(error))
            code = UNUSABLE
    if not found and form in ("text", "html"):
        sys.exit(code)
    reports = [one.report for one in found]
    if form == "html":
        text, color = render_ready(found), False
    else:
        color, (width, encoding) = colored(form, output, None), room(form, output)
        cards = session.cards(session.config(named[0] if named else ""), examples=True) if form == "sarif" else ()
        words = session.words
        text = render(reports, form, width=width, color=color, encoding=encoding, quiet=quiet, cards=cards, words=words)
        if form == "text" and not quiet:
            text += "".join(
                f"\n{line}" for one in found for line in _facts(one, explaining.Spoken(words), named=len(found) > 1)
            )
            text += "\n"
    more = () if base is None else (base,)
    give(text, form, output, inputs=inputs_of(session, named, *more), color=color, quiet=quiet)
    sys.exit(max(code, _code(reports, fail_on)))


def _facts(one: pipeline.Readiness, say: explaining.Spoken, *, named: bool) -> list[str]:
    """The facts of one draft, a line each; below its name where there are several drafts."""
    facts = [(say(name), say(words)) for name, words in one.facts]
    room_ = max(len(name) for name, _ in facts)
    above = ["", one.report.path] if named else []
    return [*above, *(f"  {name:<{room_}}  {words}" for name, words in facts)]


def _code(reports: list[Report], fail_on: str) -> int:
    if any(report.failures for report in reports):
        return CRASHED
    grave = () if fail_on == "never" else SEVERITIES[: [*SEVERITIES].index(fail_on) + 1]  # type: ignore[arg-type]
    return FINDINGS if any(one.severity in grave for report in reports for one in report.active) else CLEAN


def _strip(
    paths: tuple[str, ...],
    output: str | None,
    force: bool,
    quiet: bool,
    session: pipeline.Session,
    profile: str | None,
    base: str | None,
) -> Report:
    """Write the copy, and say what still stands in its way; gives the report on it."""
    if len(paths) != 1 or paths[0] == "-":
        raise click.UsageError("--strip takes one Word file")
    draft = paths[0]
    target = output or f"{Path(draft).with_suffix('')}.stripped{Path(draft).suffix or '.docx'}"
    refuse_existing(target, force, paths)
    held = None if base is None else read_bytes(base)
    data = read_bytes(draft)
    done = pipeline.strip(data, name=draft)
    refuse_other_form(target, draft, data)
    report = pipeline.ready(done.data, session, name=draft, profile=profile, base=held).report
    write_bytes(target, done.data, inputs=paths if base is None else (*paths, base))
    for sentence in done.left:
        terminal.say(f"resolint: {draft}: {sentence}")
    if not quiet:
        hidden = count(done.hidden, "hidden stretch", "hidden stretches")
        terminal.write(
            f"{target}: without {count(done.comments, 'comment')}, {hidden}, {count(done.names, 'name')} in its properties\n"
        )
    for one in report.active:
        terminal.write(f"{target}: still in it: {one.where or 'the draft'}: {one.severity} {one.rule}: {one.message}\n")
    return report

"""``resolint concord``: the language versions of one text held against one another."""

from __future__ import annotations

import sys

import click

from resolint.cli import choices
from resolint.cli.files import read_input
from resolint.cli.giving import give, room
from resolint.cli.output import refuse_document, refuse_existing, refuse_other_form, write_bytes
from resolint.cli.root import CLEAN, FINDINGS
from resolint.errors import UnreadableDraft
from resolint.pipeline import WORD_SUFFIXES, Session

_HELP = """Hold the language versions of one text against the first: paragraphs that are missing, stand twice or elsewhere,
and organs, numbers, dates, symbols, numbers of resolutions, openings, negations and the strength of verbs that differ; as
remarks abbreviations, small phrases ("at least") and clauses that one version lacks.

FIRST and OTHERS are Word, Markdown or plain text files in any of the official languages; - stands for standard
input. Paragraphs are aligned by part, number, figures and length.

Exit code 0 tells that nothing was found but remarks, 1 that there are warnings or errors, 2 that a file could not be
used."""


@click.command("concord", help=_HELP, short_help="Hold the language versions of one text against one another.")
@click.argument("first", type=click.Path())
@click.argument("others", metavar="OTHERS...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json", "html"]),
    help="An account for people (text, html) or for programs; by default what the name of FILE says.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write to FILE; a name in .docx makes a copy of the other version with comments.",
)
@click.option("--any-text", is_flag=True, help="Hold files too that have next to nothing in common.")
@choices.force
@choices.convert
def command(
    first: str, others: tuple[str, ...], form: str | None, output: str | None, any_text: bool, force: bool
) -> None:
    """Hold versions against one another."""
    from resolint.pipeline.concording import concord
    from resolint.pipeline.rendering import render_concordance

    paths = (first, *others)
    if paths.count("-") > 1:
        raise UnreadableDraft("-: standard input can be one of the versions, not several")
    ending = (output or "").lower()
    if ending.endswith(WORD_SUFFIXES):
        _commented(paths, str(output), any_text, force)
        return
    form = form or ("html" if ending.endswith((".html", ".htm")) else "json" if ending.endswith(".json") else "text")
    refuse_document(output, force, paths)
    read = [read_input(path) for path in paths]
    session = Session()
    found = concord(read[0], read[1:], session, names=paths, any_text=any_text)
    text = render_concordance(found, form, encoding=room(form, output)[1], words=session.words)
    give(text, form, output, inputs=paths)
    grave = any(remark.severity != "info" for one in found for remark in one.remarks)
    sys.exit(FINDINGS if grave else CLEAN)


def _commented(paths: tuple[str, ...], output: str, any_text: bool, force: bool) -> None:
    """Write the second version with what is said of it in its margin."""
    from resolint import pipeline
    from resolint.pipeline.concording import concord, in_margin

    if len(paths) != 2 or not paths[1].lower().endswith(WORD_SUFFIXES):
        raise UnreadableDraft(f"{output}: comments are written into one other version, which has to be a Word file")
    refuse_existing(output, force, paths)
    read = [read_input(path) for path in paths]
    refuse_other_form(output, paths[1], read[1])
    session = Session()
    (found,) = concord(read[0], read[1:], session, names=paths, any_text=any_text)
    write_bytes(output, pipeline.annotate(read[1], in_margin(found, session), name=paths[1]), inputs=paths)
    click.echo(f"{output}: {len(found.remarks)} remark{'' if len(found.remarks) == 1 else 's'}", err=True)
    sys.exit(FINDINGS if any(remark.severity != "info" for remark in found.remarks) else CLEAN)

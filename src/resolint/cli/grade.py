"""``resolint teach grade``: what came back, held against the key."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from resolint.cli import terminal
from resolint.cli.files import read_bytes
from resolint.cli.output import (
    PAGES,
    refuse_document,
    refuse_ending,
    refuse_existing,
    refuse_twice,
    write_bytes,
    write_text,
)
from resolint.cli.returned import GRADED, handed_in
from resolint.cli.root import CLEAN, UNUSABLE
from resolint.errors import BadConfiguration, ResolintError
from resolint.pipeline import teaching


@click.command("grade", short_help="Grade the files that come back.")
@click.argument("returned", nargs=-1, required=True, type=click.Path(), metavar="RETURNED...")
@click.option(
    "--key",
    "keys",
    multiple=True,
    required=True,
    type=click.Path(),
    metavar="KEY",
    help="The key of the exercise; several give the progress from one to the next.",
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write the class as a page: CLASS.html."
)
@click.option(
    "--csv",
    "table",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write a row for each fault of each student.",
)
@click.option("--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--comment", is_flag=True, help="Also write NAME.graded.docx beside each Word file, with the judgement as comments."
)
@click.option(
    "--pseudonyms",
    is_flag=True,
    help="Names of trees in place of the students', for the projector; also in the table and JSON.",
)
@click.option("--force", is_flag=True, help="Write over documents, and with --comment over any file that exists.")
def command(
    returned: tuple[str, ...],
    keys: tuple[str, ...],
    output: str | None,
    table: str | None,
    form: str,
    comment: bool,
    pseudonyms: bool,
    force: bool,
) -> None:
    """Grade returned files, or folders of them, against the key.

    Tracked changes, plain edits and comments count, from Word, LibreOffice or Markdown. A fault is mended, found (marked, or
    mended wrongly) or missed; what was right and is so no more is broken. What is doubtful is shown to you and not scored. A
    student goes by the name of the file, with that of its folder where two files are called the same. Exit code 2 tells that a
    file could not be graded; the others are.
    """
    refuse_ending(output, "the class", PAGES)
    refuse_ending(table, "the table", (".csv",))
    refuse_twice(output, table)
    files, empty = handed_in(returned)
    inputs = (*files, *keys)
    for page in (output, table):
        refuse_document(page, force, inputs)
    session = teaching.Session(no_config=True)
    lots = [_exercises(key) for key in keys]
    grader = teaching.Grader([exercise for lot in lots for exercise in lot], session)
    graded: list[teaching.Graded] = []
    refused = list(empty)
    for sentence in empty:
        terminal.say(f"resolint: {sentence}")
    for path in files:
        try:
            data = read_bytes(path)
            one = grader.grade(data, path)
            graded.append(one)
            if comment and path.lower().endswith(".docx"):
                _comment(path, data, one, grader, force, inputs)
        except ResolintError as error:
            refused.append(str(error))
            terminal.say(f"resolint: {error}")
    together = {exercise.identifier: number for number, lot in enumerate(lots) for exercise in lot}
    book = teaching.ClassBook(teaching.told_apart(graded, together), tuple(refused))
    if pseudonyms:
        book = teaching.renamed(book)
    if output is not None:
        write_text(output, teaching.class_page(book, session, Path(output).stem), inputs=inputs)
    if table is not None:
        write_text(table, "\ufeff" + teaching.as_csv(book), inputs=inputs)
    if form == "json":
        terminal.write_utf8(teaching.as_json(book))
    else:
        terminal.write(teaching.as_text(book))
    sys.exit(UNUSABLE if refused else CLEAN)


def _exercises(key: str) -> tuple[teaching.Exercise, ...]:
    try:
        text = read_bytes(key).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadConfiguration(f"{key}: this is no key of an exercise: it is no text") from None
    return teaching.read_key(text, key)


def _comment(
    path: str, data: bytes, one: teaching.Graded, grader: teaching.Grader, force: bool, inputs: tuple[str, ...]
) -> None:
    target = Path(path).with_suffix(GRADED)
    refuse_existing(target, force, inputs)
    write_bytes(target, grader.commented(data, one), inputs=inputs)

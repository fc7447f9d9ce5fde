"""``resolint compile``: the copies of several delegations made one text."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from resolint.cli import terminal
from resolint.cli.files import read_input
from resolint.cli.giving import room
from resolint.cli.output import refuse_existing, write_bytes, write_text
from resolint.errors import BadConfiguration, CannotWrite
from resolint.pipeline import Session
from resolint.pipeline.compiling import Copy, Form, compile_copies, settle, signers
from resolint.pipeline.rendering import render_compilation

_HELP = """Make one text of the copies of several delegations.

BASE is the text that all of them worked on, every COPY the file of one delegation: draft.docx, or "Chile=draft.docx" to say
whose it is (by default the name of the file). Every paragraph stands once; what several propose alike is one proposal of them
all, and what they propose otherwise stands side by side. To accept what one delegation proposes gives its text, to reject all
gives the base: both are proved before the file is written.

With --accept NAME its proposals, those it shares too, are accepted and all others rejected; then BASE may also be a compiled
file, and no copies are needed."""


@click.command("compile", help=_HELP, short_help="Make one text of the copies of several delegations.")
@click.argument("base", metavar="BASE", type=click.Path())
@click.argument("copies", metavar="[COPY]...", nargs=-1)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", required=True, help="The Word file to write."
)
@click.option(
    "--form",
    type=click.Choice(["tracked", "running"]),
    default="tracked",
    show_default=True,
    help="Proposals as tracked changes of their authors, or in brackets in the running text ([Chile, Fiji: …]), which --accept "
    "cannot settle.",
)
@click.option(
    "--accept", multiple=True, metavar="NAME", help="Accept the proposals of this delegation, reject all others."
)
@click.option(
    "--table", type=click.Path(dir_okay=False), metavar="FILE", help="Write who wants what where (.html or .csv)."
)
@click.option(
    "--any-text",
    is_flag=True,
    help="Take copies too that have hardly a word of BASE, of delegations that wrote the text anew.",
)
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def command(
    base: str,
    copies: tuple[str, ...],
    output: str,
    form: str,
    accept: tuple[str, ...],
    table: str | None,
    any_text: bool,
    force: bool,
) -> None:
    """Compile copies, or settle a compiled file."""
    if not output.lower().endswith(".docx"):
        raise CannotWrite(f"{output}: a Word file is written; give it a name that ends in .docx")
    if accept and form == "running":
        raise click.UsageError("--accept settles tracked changes; it does not go with --form running")
    if table is not None and not table.lower().endswith((".html", ".htm", ".csv")):
        raise CannotWrite(f"{table}: the table is a page or CSV; give it a name that ends in .html or .csv")
    files = [parted(one) for one in copies]
    inputs = (base, *(file for _, file in files))
    refuse_existing(output, force, inputs)
    data = read_input(base)
    if not files:
        if not accept:
            raise click.UsageError("name the copies to compile, or with --accept whose proposals are accepted in BASE")
        _known(accept, signers(data, name=base), base)
        write_bytes(output, settle(data, accept=accept, name=base), inputs=inputs)
        terminal.say(f"{output}: written")
        return
    _known(accept, [name for name, _ in files], "the copies")
    made = compile_copies(
        data,
        [Copy(name, read_input(file), file) for name, file in files],
        Session(),
        base_name=base,
        form=cast(Form, form),
        any_text=any_text,
    )
    done = settle(made.data, accept=accept, among=[name for name, _ in files], name=base) if accept else made.data
    write_bytes(output, done, inputs=inputs)
    if table is not None:
        kind = "csv" if table.lower().endswith(".csv") else "html"
        write_text(table, render_compilation(made.wanted, made.comments, kind), inputs=inputs)
    width, encoding = room("text", None)
    terminal.write(render_compilation(made.wanted, made.comments, width=width, encoding=encoding))
    for line in made.left:
        terminal.say(line)
    terminal.say(f"{output}: written")


def parted(given: str) -> tuple[str, str]:
    """Whose copy it is, and its file: ``Chile=draft.docx``, or a file alone, which names it."""
    name, equals, file = given.partition("=")
    if equals and name.strip() and not Path(given).exists():
        return name.strip(), file
    return Path(given).stem.replace(",", " "), given


def _known(accept: tuple[str, ...], names: list[str], where: str) -> None:
    if accept and not names:
        raise BadConfiguration(
            f"{where}: no proposal in it is a tracked change that could be accepted; compile the copies again without "
            "--form running"
        )
    for name in accept:
        if name not in names:
            said = ", ".join(names) or "nobody"
            raise BadConfiguration(
                f"--accept {name}: whose proposals there are in {where}: {said}; write one of these names"
            )

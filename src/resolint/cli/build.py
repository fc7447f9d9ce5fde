"""``resolint build``: the Word file of a draft in the notation."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

import click

from resolint import pipeline
from resolint.cli import completing, terminal
from resolint.cli.files import read_input
from resolint.cli.files import watch as watch_files
from resolint.cli.output import refuse_existing, write_bytes
from resolint.cli.root import complain
from resolint.errors import CannotWrite, ResolintError
from resolint.pipeline.building import is_picture, missing_pictures, pictures

_LARGEST = 20 * 2**20
"""Bytes of a picture that is put into a Word file."""


@click.command(
    "build",
    help="Make the Word file of the draft at PATH: Markdown in resolint's notation, or - for standard input.\n\n"
    "resolint show --format md gives the notation back.",
    short_help="Make the Word file of a draft in Markdown.",
)
@click.argument("path", type=click.Path())
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="By default PATH with .docx.")
@click.option(
    "--template",
    "-t",
    metavar="NAME",
    shell_complete=completing.templates,
    help="Make it up like this template, not like the body it shows.",
)
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@click.option("--watch", is_flag=True, help="Build again whenever the draft is saved, until interrupted.")
def command(path: str, output: str | None, template: str | None, force: bool, watch: bool) -> None:
    """Build one draft, once or on every save."""
    if path == "-" and (output is None or watch):
        raise click.UsageError("a draft on standard input needs --output FILE, and cannot be watched")
    target = output or str(Path(path).with_suffix(".docx"))
    if not target.lower().endswith(".docx"):
        raise CannotWrite(f"{target}: a Word file is written; give it a name that ends in .docx")
    refuse_existing(target, force)
    if not watch:
        _build(path, target, template)
        return
    watch_files(lambda: [path], lambda _: _again(path, target, template), terminal.pause)


def _build(path: str, target: str, template: str | None) -> None:
    source, name = read_input(path), "draft.md" if path == "-" else path
    files = _files(pictures(source, name), Path(path).resolve().parent) if path != "-" else {}
    built = pipeline.build(source, name=name, template=template, files=files)
    write_bytes(target, built, inputs=(path,))
    terminal.say(f"{target}: written")
    for line in missing_pictures(source, name, files):
        terminal.say(line)


def _files(addresses: Iterable[str], folder: Path) -> dict[str, bytes]:
    """The pictures that lie beside a draft or in folders below, by the address that it gives them."""
    found = {}
    for address in addresses:
        path = (folder / unquote(address)).resolve() if "\0" not in unquote(address) else folder
        if path.is_relative_to(folder) and path.is_file() and path.stat().st_size <= _LARGEST:
            data = path.read_bytes()
            if is_picture(data):
                found[address] = data
    return found


def _again(path: str, target: str, template: str | None) -> None:
    """Build; what is wrong with the draft is said, and mended by the next save."""
    try:
        _build(path, target, template)
    except ResolintError as error:
        complain(str(error))

"""``resolint corpus add``: texts into a corpus, read here, by several processes or on a cluster."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from resolint.cli import cluster, terminal
from resolint.cli.corpora import CORPUS, opened
from resolint.cli.root import UNUSABLE, complain
from resolint.errors import BadConfiguration

if TYPE_CHECKING:
    from resolint.cli.filling import Filled

__all__ = ["add"]


@click.command("add")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@CORPUS
@click.option(
    "--sidecar",
    type=click.Path(),
    metavar="CSV",
    help="Symbol, title, date and body of the texts, by the columns file or symbol.  [default: adopted.csv in their folder]",
)
@click.option("--jobs", "-j", type=click.IntRange(min=1), default=1, metavar="N", help="Processes that read the files.")
@cluster.scheduler
@click.option("--any-language", is_flag=True, help="Add texts in another language than English too.")
@click.option(
    "--wait",
    type=click.FloatRange(0),
    default=5.0,
    show_default=True,
    metavar="SECONDS",
    help="Wait for another writer.",
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what went wrong.")
def add(
    paths: tuple[str, ...],
    corpus: str | None,
    sidecar: str | None,
    jobs: int,
    scheduler: str | None,
    any_language: bool,
    wait: float,
    quiet: bool,
) -> None:
    """Add adopted texts: Word, PDF, HTML, Markdown and plain text files, JSON lines (also .gz), folders and ZIP archives of them.

    A file that is in the corpus already is passed over; one that has changed takes the place of what it was. What cannot be
    read is listed at the end, the rest is added.
    """
    from resolint.cli import filling as desk

    files = desk.find_texts(paths)
    if not files:
        raise BadConfiguration(f"{', '.join(paths)}: there are no texts here (.docx, .md, .txt, .jsonl, .jsonl.gz)")
    rows = desk.read_sidecar(sidecar) if sidecar is not None else None
    with (
        opened(corpus, write=True, wait=wait) as held,
        cluster.pool(jobs, scheduler) as executor,
        _progress(len(files), quiet) as step,
    ):
        done = desk.fill(held, files, sidecar=rows, any_language=any_language, executor=executor, step=step)
        figures = held.figures()
    for note in done.added.notes:
        complain(note)
    for _, error in done.unreadable:
        complain(error)
    for name in [] if quiet else desk.passed_over(paths):
        complain(
            f"{name}: not read, for it is of no kind that holds texts (Word, PDF, HTML, Markdown, text, JSON lines, ZIP)"
        )
    if not quiet:
        terminal.say(_summary(done, figures["texts"]))
    if done.unreadable:
        sys.exit(UNUSABLE)


@contextmanager
def _progress(length: int, quiet: bool) -> Iterator[Callable[[str], None]]:
    """A bar on standard error, where someone is looking."""
    if quiet or length < 2 or not terminal.is_terminal(sys.stderr):
        yield lambda _: None
        return
    with click.progressbar(length=length, label="Adding texts", file=sys.stderr) as bar:
        yield lambda _: bar.update(1)


def _summary(done: Filled, total: int) -> str:
    added = done.added
    parts = [f"{added.new} {'text' if added.new == 1 else 'texts'} added"]
    if added.replaced:
        parts.append(f"{added.replaced} replaced")
    if added.removed:
        parts.append(f"{added.removed} taken out")
    if added.same:
        parts.append(f"{added.same} there already")
    if done.unchanged:
        parts.append(f"{done.unchanged} {'file' if done.unchanged == 1 else 'files'} unchanged")
    if done.unreadable:
        parts.append(f"{len(done.unreadable)} {'file' if len(done.unreadable) == 1 else 'files'} could not be read")
    return f"{', '.join(parts)}; the corpus holds {total} {'text' if total == 1 else 'texts'}"

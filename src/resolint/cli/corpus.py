"""``resolint corpus``: the adopted texts that drafts are held against."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from resolint.cli import terminal
from resolint.cli.root import FINDINGS, UNUSABLE, complain
from resolint.errors import BadConfiguration

if TYPE_CHECKING:
    from resolint.cli.filling import Filled
    from resolint.pipeline.corpus import Corpus, Entry

_CORPUS = click.option(
    "--corpus", metavar="FILE", help="The corpus, a file or postgresql://…, instead of the one in your own folder."
)
_FORM = click.option("--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)


@click.group("corpus")
def command() -> None:
    """Keep the adopted texts that drafts are held against."""


@contextmanager
def _opened(name: str | None, *, write: bool = False, wait: float | None = None) -> Iterator[Corpus]:
    from resolint.pipeline.corpus import default_corpus, open_corpus

    name = name or default_corpus()
    corpus = open_corpus(name, write=write) if wait is None else open_corpus(name, write=write, wait=wait)
    try:
        yield corpus
    finally:
        corpus.close()


@command.command("add")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@_CORPUS
@click.option(
    "--sidecar",
    type=click.Path(),
    metavar="CSV",
    help="Symbol, title, date and body of the texts, by the columns file or symbol.  [default: adopted.csv in their folder]",
)
@click.option("--jobs", "-j", type=click.IntRange(min=1), default=1, metavar="N", help="Processes that read the files.")
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Have the files read by a Dask cluster (tcp://host:8786); needs resolint[dask].",
)
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
        _opened(corpus, write=True, wait=wait) as opened,
        _pool(jobs, scheduler) as executor,
        _progress(len(files), quiet) as step,
    ):
        done = desk.fill(opened, files, sidecar=rows, any_language=any_language, executor=executor, step=step)
        figures = opened.figures()
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
def _pool(jobs: int, scheduler: str | None) -> Iterator[Any]:
    """What reads the files: this process, several on this machine, or the workers of a Dask cluster."""
    if scheduler is not None:
        with _cluster(scheduler) as executor:
            yield executor
        return
    if jobs == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield pool


@contextmanager
def _cluster(address: str) -> Iterator[Any]:
    """The workers of the Dask cluster whose scheduler listens at ``address``. They read the files by the same names as here."""
    try:
        import distributed
    except ImportError:
        raise BadConfiguration("--scheduler needs Dask: install resolint[dask]") from None
    connect: Any = distributed.Client
    try:
        client = connect(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        words = " ".join(str(error).split())
        raise BadConfiguration(f"--scheduler {address}: no Dask scheduler answers there ({words})") from None
    try:
        yield client.get_executor(pure=False, retries=_RETRIES)
    finally:
        client.close()


_PATIENCE = 10
"""Seconds to wait for a scheduler."""
_RETRIES = 3
"""So often a file is given to another worker when one is lost."""


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


@command.command("list")
@_CORPUS
@_FORM
def list_texts(corpus: str | None, form: str) -> None:
    """List the texts by date."""
    with _opened(corpus) as opened:
        entries = opened.entries()
    if form == "json":
        _json({"texts": [_entry(entry) for entry in entries]})
        return
    room = min(30, max((len(entry.shown) for entry in entries), default=0))
    for entry in entries:
        draft = f" (draft of {entry.draft_of})" if entry.draft_of else ""
        terminal.write(f"{entry.date:<10}  {entry.shown:<{room}}  {entry.title}{draft}".rstrip() + "\n")


@command.command("info")
@click.argument("symbol", required=False)
@_CORPUS
@_FORM
def info(symbol: str | None, corpus: str | None, form: str) -> None:
    """Say what the corpus holds, or what it knows of the text SYMBOL."""
    from resolint.pipeline.corpus import default_corpus

    with _opened(corpus) as opened:
        if symbol is None:
            figures = {"corpus": corpus or default_corpus(), **opened.figures()}
            found = opened.entries()
            dates = [entry.date for entry in found if entry.date]
            figures |= {
                "undated": len(found) - len(dates),
                "first": min(dates, default=""),
                "last": max(dates, default=""),
            }
            figures["bodies"] = len({entry.body for entry in found if entry.body})
            if form == "json":
                _json(figures)
            else:
                terminal.write("".join(f"{name}: {value}\n" for name, value in figures.items()))
            return
        found = opened.entries(symbol)
        if not found:
            raise BadConfiguration(
                f"{symbol}: the corpus holds no text with this symbol; 'resolint corpus list' lists all"
            )
        rows = [(entry, opened.passages(entry.id)) for entry in found]
    if form == "json":
        _json(
            {"texts": [{**_entry(e), "paragraphs": [{"place": p.place, "text": p.text} for p in ps]} for e, ps in rows]}
        )
        return
    for entry, passages in rows:
        terminal.write(f"{entry.shown}  {entry.date}  {entry.body}\n{entry.title}\nfrom {entry.file}\n")
        terminal.write("".join(f"  {p.place}: {' '.join(p.text.split())}\n" for p in passages))


@command.command("remove")
@click.argument("names", metavar="SYMBOL...", nargs=-1, required=True)
@_CORPUS
def remove(names: tuple[str, ...], corpus: str | None) -> None:
    """Take texts out, by symbol or by the file they came from."""
    from pathlib import Path

    missing = []
    with _opened(corpus) as reading:
        # Opened for reading first, so that a corpus is not made by taking something out of it.
        reading.has_texts()
    with _opened(corpus, write=True) as opened:
        for name in names:
            count = opened.remove(name) or opened.remove(str(Path(name).absolute()))
            if not count:
                missing.append(name)
            else:
                terminal.say(f"{name}: {count} {'text' if count == 1 else 'texts'} taken out")
    if missing:
        raise BadConfiguration(f"{', '.join(missing)}: the corpus holds no text with this symbol or of this file")


@command.command("search")
@click.argument("words", nargs=-1, required=True)
@_CORPUS
@click.option("--limit", type=click.IntRange(1, 10000), default=20, show_default=True, help="How many places to show.")
@_FORM
def search(words: tuple[str, ...], corpus: str | None, limit: int, form: str) -> None:
    """Show where WORDS occur, the newest text first.

    All words have to occur; "a phrase" in quotation marks, AND, OR, NOT and begin* are understood.
    """
    with _opened(corpus) as opened:
        found = opened.find(" ".join(words), limit)
    if form == "json":
        plain = str.maketrans("", "", "\x02\x03")
        rows = [{**_entry(entry), "place": place, "text": text.translate(plain)} for entry, place, text in found]
        _json({"query": " ".join(words), "hits": rows})
        return
    if not found:
        terminal.say("these words occur nowhere in the corpus")
        return
    color = terminal.use_color(None)
    for entry, place, text in found:
        date = f" ({entry.date})" if entry.date else ""
        terminal.write(f"{entry.shown}{date}, {place}\n  {_around(text, color)}\n", color=color)


def _around(text: str, color: bool) -> str:
    """The first hit with the words around it, hits marked."""
    flat = " ".join(text.split(" "))
    at, end = flat.find("\x02"), flat.find("\x03")
    start, stop = max(0, at - 80), min(len(flat), max(end, at) + 100)
    if start:
        start = flat.find(" ", start) + 1 or start
    if stop < len(flat):
        stop = flat.rfind(" ", at, stop) if flat.rfind(" ", at, stop) > end else stop
    shown = ("…" if start else "") + flat[start:stop].replace("\n", " ") + ("…" if stop < len(flat) else "")
    plain = "".join(char if char.isprintable() or char in "\x02\x03" else " " for char in shown)
    return plain.replace("\x02", "\x1b[1m" if color else "«").replace("\x03", "\x1b[0m" if color else "»")


@command.command("pack")
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", required=True, help="The file to write."
)
@_CORPUS
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def pack(output: str, corpus: str | None, force: bool) -> None:
    """Write the corpus as one file that can be handed on, also from a folder where nobody may write."""
    from resolint.pipeline.corpus import pack_into

    def make(target: str) -> None:
        with _opened(corpus) as opened:
            if not pack_into(opened, target):
                _packed(target, (corpus,))

    _write_new(output, force, [corpus or ""], make)


@command.command("merge")
@click.argument("names", metavar="CORPUS...", nargs=-1, required=True)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", required=True, help="The corpus to make."
)
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def merge(names: tuple[str, ...], output: str, force: bool) -> None:
    """Make one corpus of several; a text that two of them hold in the same words stands in it once."""
    _write_new(output, force, names, lambda target: _packed(target, names))


def _packed(target: str, names: Sequence[str | None]) -> None:
    from resolint.pipeline.corpus import copy_into, open_corpus

    made = open_corpus(target, write=True)
    try:
        for name in names:
            with _opened(name) as source:
                for note in copy_into(made, source).notes:
                    complain(note)
        figures = made.figures()
    finally:
        made.close()
    terminal.say(f"{figures['texts']} texts, {figures['paragraphs']} paragraphs")


def _write_new(output: str, force: bool, inputs: Sequence[str], make: Callable[[str], None]) -> None:
    """Have a corpus made beside ``output``, and put it there when it is whole."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from resolint.cli.output import refuse_existing, write_bytes

    refuse_existing(output, force, [one for one in inputs if one])
    with TemporaryDirectory(dir=Path(output).absolute().parent, prefix=".resolint-") as folder:
        target = Path(folder) / "corpus.sqlite"
        make(str(target))
        write_bytes(output, target.read_bytes(), inputs=[one for one in inputs if one])
    terminal.say(f"{output}: written")


@command.command("diff")
@click.argument("first")
@click.argument("second")
def diff(first: str, second: str) -> None:
    """Say which texts only one of two corpora holds, and which they hold in other words. Exit code 1 if there are any."""
    from resolint.pipeline.corpus import difference

    with _opened(first) as ours, _opened(second) as theirs:
        found = difference(ours, theirs)
    for sign, entries in (("-", found.first), ("+", found.second), ("~", [pair[1] for pair in found.changed])):
        for entry in entries:
            terminal.write(f"{sign} {entry.shown}  {entry.date}  {entry.title}".rstrip() + "\n")
    terminal.say(
        f"only in the first: {len(found.first)}; only in the second: {len(found.second)}; in other words: {len(found.changed)}"
    )
    if any(found):
        sys.exit(FINDINGS)


@command.command("verify")
@_CORPUS
def verify(corpus: str | None) -> None:
    """Hold every table and every hash of the corpus against its texts."""
    with _opened(corpus) as opened:
        faults = list(opened.verify())
        figures = opened.figures() if not faults else {}
    for fault in faults:
        complain(fault)
    if faults:
        sys.exit(UNUSABLE)
    terminal.say(f"the corpus is whole: {figures['texts']} texts, {figures['paragraphs']} paragraphs")


@command.command("attest")
@_CORPUS
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False), required=True, metavar="FILE", help="Where to write it."
)
@click.option("--force", is_flag=True, help="Write over FILE if it exists.")
@click.option(
    "--least",
    type=click.IntRange(1, 1000),
    default=3,
    show_default=True,
    help="Leave out what stands there fewer times.",
)
def attest(corpus: str | None, output: str, force: bool, least: int) -> None:
    """Count what the texts write, for the rules on attested wordings and for 'resolint attest'.

    The file holds figures alone: no text can be read back. Name it in resolint.toml: attested = ["resolint", "FILE"] asks it
    beside the counts that come with resolint, attested = ["FILE"] instead of them.
    """
    from resolint.cli.output import refuse_existing, write_bytes
    from resolint.pipeline.attesting import build
    from resolint.pipeline.corpus import default_corpus

    inputs = (corpus or default_corpus(),)
    refuse_existing(output, force, inputs)
    with _opened(corpus) as opened:
        entries = opened.entries()
        texts = ([passage.text for passage in opened.passages(entry.id)] for entry in entries if not entry.draft_of)
        data = build(texts, least)
    write_bytes(output, data, inputs=inputs)
    terminal.say(f"{output}: what {len(entries)} {'text' if len(entries) == 1 else 'texts'} write, {len(data):,} bytes")


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "symbol": entry.symbol,
        "title": entry.title,
        "date": entry.date,
        "body": entry.body,
        "draft_of": entry.draft_of,
        "paragraphs": entry.passages,
        "file": entry.file,
    }


def _json(value: Any) -> None:
    import json

    terminal.write_utf8(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

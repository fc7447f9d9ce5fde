"""``resolint corpus``: the adopted texts that drafts are held against."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from resolint.cli import terminal
from resolint.cli.adding import add
from resolint.cli.corpora import CORPUS, opened
from resolint.cli.handing import attest, diff, merge, pack
from resolint.cli.root import UNUSABLE, complain
from resolint.errors import BadConfiguration

if TYPE_CHECKING:
    from resolint.pipeline.corpus import Entry

_FORM = click.option("--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)


@click.group("corpus")
def command() -> None:
    """Keep the adopted texts that drafts are held against."""


for _part in (add, pack, merge, diff, attest):
    command.add_command(_part)


@command.command("list")
@CORPUS
@_FORM
def list_texts(corpus: str | None, form: str) -> None:
    """List the texts by date."""
    with opened(corpus) as held:
        entries = held.entries()
    if form == "json":
        _json({"texts": [_entry(entry) for entry in entries]})
        return
    room = min(30, max((len(entry.shown) for entry in entries), default=0))
    for entry in entries:
        draft = f" (draft of {entry.draft_of})" if entry.draft_of else ""
        terminal.write(f"{entry.date:<10}  {entry.shown:<{room}}  {entry.title}{draft}".rstrip() + "\n")


@command.command("info")
@click.argument("symbol", required=False)
@CORPUS
@_FORM
def info(symbol: str | None, corpus: str | None, form: str) -> None:
    """Say what the corpus holds, or what it knows of the text SYMBOL."""
    from resolint.pipeline.corpus import default_corpus

    with opened(corpus) as held:
        if symbol is None:
            figures = {"corpus": corpus or default_corpus(), **held.figures()}
            found = held.entries()
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
        found = held.entries(symbol)
        if not found:
            raise BadConfiguration(
                f"{symbol}: the corpus holds no text with this symbol; 'resolint corpus list' lists all"
            )
        rows = [(entry, held.passages(entry.id)) for entry in found]
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
@CORPUS
def remove(names: tuple[str, ...], corpus: str | None) -> None:
    """Take texts out, by symbol or by the file they came from."""
    from pathlib import Path

    missing = []
    with opened(corpus) as reading:
        # Opened for reading first, so that a corpus is not made by taking something out of it.
        reading.has_texts()
    with opened(corpus, write=True) as held:
        for name in names:
            count = held.remove(name) or held.remove(str(Path(name).absolute()))
            if not count:
                missing.append(name)
            else:
                terminal.say(f"{name}: {count} {'text' if count == 1 else 'texts'} taken out")
    if missing:
        raise BadConfiguration(f"{', '.join(missing)}: the corpus holds no text with this symbol or of this file")


@command.command("search")
@click.argument("words", nargs=-1, required=True)
@CORPUS
@click.option("--limit", type=click.IntRange(1, 10000), default=20, show_default=True, help="How many places to show.")
@_FORM
def search(words: tuple[str, ...], corpus: str | None, limit: int, form: str) -> None:
    """Show where WORDS occur, the newest text first.

    All words have to occur; "a phrase" in quotation marks, AND, OR, NOT and begin* are understood.
    """
    with opened(corpus) as held:
        found = held.find(" ".join(words), limit)
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


@command.command("verify")
@CORPUS
def verify(corpus: str | None) -> None:
    """Hold every table and every hash of the corpus against its texts."""
    with opened(corpus) as held:
        faults = list(held.verify())
        figures = held.figures() if not faults else {}
    for fault in faults:
        complain(fault)
    if faults:
        sys.exit(UNUSABLE)
    terminal.say(f"the corpus is whole: {figures['texts']} texts, {figures['paragraphs']} paragraphs")


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

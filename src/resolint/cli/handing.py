"""Corpora as files that are handed on: packed, merged, compared, counted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

import click

from resolint.cli import terminal
from resolint.cli.corpora import CORPUS, opened
from resolint.cli.root import FINDINGS, complain

__all__ = ["attest", "diff", "merge", "pack"]


@click.command("pack")
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", required=True, help="The file to write."
)
@CORPUS
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def pack(output: str, corpus: str | None, force: bool) -> None:
    """Write the corpus as one file that can be handed on, also from a folder where nobody may write."""
    from resolint.pipeline.corpus import pack_into

    def make(target: str) -> None:
        with opened(corpus) as held:
            if not pack_into(held, target):
                _packed(target, (corpus,))

    _write_new(output, force, [corpus or ""], make)


@click.command("merge")
@click.argument("names", metavar="CORPUS...", nargs=-1, required=True)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", required=True, help="The corpus to make."
)
@click.option("--any-language", is_flag=True, help="Make one of corpora in different languages too.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def merge(names: tuple[str, ...], output: str, any_language: bool, force: bool) -> None:
    """Make one corpus of several; a text that two of them hold in the same words stands in it once."""
    if not any_language:
        _of_one_language(names)
    _write_new(output, force, names, lambda target: _packed(target, names))


def _of_one_language(names: Sequence[str]) -> None:
    """Raises BadCorpus where one of the corpora has texts in a language that those before it have not."""
    from resolint.pipeline.corpus import BadCorpus, languages_of

    before: frozenset[str] = frozenset()
    for name in names:
        with opened(name) as held:
            found = languages_of(held)
        if before and found - before:
            raise BadCorpus(
                f"{name}: it has texts in {', '.join(sorted(found - before))}, and a corpus holds one language; merge it with "
                "--any-language if you want them in one"
            )
        before |= found


def _packed(target: str, names: Sequence[str | None]) -> None:
    from resolint.pipeline.corpus import copy_into, open_corpus

    made = open_corpus(target, write=True)
    try:
        for name in names:
            with opened(name) as source:
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


@click.command("diff")
@click.argument("first")
@click.argument("second")
def diff(first: str, second: str) -> None:
    """Say which texts only one of two corpora holds, and which they hold in other words. Exit code 1 if there are any."""
    from resolint.pipeline.corpus import difference

    with opened(first) as ours, opened(second) as theirs:
        found = difference(ours, theirs)
    for sign, entries in (("-", found.first), ("+", found.second), ("~", [pair[1] for pair in found.changed])):
        for entry in entries:
            terminal.write(f"{sign} {entry.shown}  {entry.date}  {entry.title}".rstrip() + "\n")
    terminal.say(
        f"only in the first: {len(found.first)}; only in the second: {len(found.second)}; in other words: {len(found.changed)}"
    )
    if any(found):
        sys.exit(FINDINGS)


@click.command("attest")
@CORPUS
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
    with opened(corpus) as held:
        entries = held.entries()
        texts = ([passage.text for passage in held.passages(entry.id)] for entry in entries if not entry.draft_of)
        data = build(texts, least)
    write_bytes(output, data, inputs=inputs)
    terminal.say(f"{output}: what {len(entries)} {'text' if len(entries) == 1 else 'texts'} write, {len(data):,} bytes")

"""Corpora handed on: packed into one file, several made one, two held against one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.corpus.values import Added, Corpus, Entry, Text, root_symbol
from resolint.frozen import NamedTuple

__all__ = ["Difference", "copy_into", "difference"]


class Difference(NamedTuple):
    """What two corpora do not share: texts that only the first has, only the second, and those whose words differ."""

    first: tuple[Entry, ...]
    second: tuple[Entry, ...]
    changed: tuple[tuple[Entry, Entry], ...]


def copy_into(target: Corpus, source: Corpus) -> Added:
    """Add every text of ``source`` to ``target``, file by file; texts that are there already stay as they are.

    Raises BadCorpus. A file that both hold under one name is told apart by the name of its corpus.
    """
    by_file: dict[str, list[Entry]] = {}
    for entry in source.entries():
        by_file.setdefault(entry.file, []).append(entry)
    held = {entry.file for entry in target.entries()}
    done = Added()
    for file, entries in sorted(by_file.items()):
        name = f"{source.name}: {file}" if file in held else file
        done += target.add(name, "", _texts(source, entries))
    return done


def _texts(source: Corpus, entries: list[Entry]) -> Iterator[Text]:
    for entry in entries:
        passages = tuple(source.passages(entry.id))
        yield Text(entry.symbol, passages, entry.title, entry.date, entry.body, entry.source, entry.draft_of)


def difference(first: Corpus, second: Corpus) -> Difference:
    """What two corpora do not share; texts are known by their symbols, without one by their words."""
    ours, theirs = _known(first), _known(second)
    changed = tuple(
        (ours[name], theirs[name])
        for name in sorted(ours.keys() & theirs.keys())
        if ours[name].digest != theirs[name].digest
    )
    return Difference(
        tuple(ours[name] for name in sorted(ours.keys() - theirs.keys())),
        tuple(theirs[name] for name in sorted(theirs.keys() - ours.keys())),
        changed,
    )


def _known(corpus: Corpus) -> Mapping[str, Entry]:
    return {root_symbol(entry.symbol) or f"#{entry.digest}": entry for entry in corpus.entries()}

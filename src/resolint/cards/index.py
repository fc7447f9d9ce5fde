"""What cards, tables and profiles say, read off their files once and kept in one file.

Reading two hundred small files and telling what is in them takes longer than linting a draft. An installed resolint
brings the index along, made with the wheel. In a checkout it is made at the first run and kept in the user's cache
folder; it holds as long as no file of ``rules`` and none of the modules that read them changes. Where nothing can be
written it is made anew in every process. The values are plain ones, in the form of ``marshal``: nothing in them is run.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from resolint import caches, regex
from resolint.cards.places import data_dir

__all__ = ["Index", "built", "indexed"]

_FORMAT = 4
"""The form of ``marshal`` that every Python since 3.4 reads and writes."""
_LENGTH = 8
_PACKAGE = Path(__file__).parent.parent
_READERS = ("cards", "checks", "lexicon")
"""Rooms whose modules decide what the index holds."""
_MARK = regex.compiled(r'^@check\("(\w+(?: draft)?)"\)', re.MULTILINE)


class Index:
    """The sections of an index by name; each is unpacked when it is asked for."""

    def __init__(self, packed: Mapping[str, bytes | memoryview]) -> None:
        self._packed = packed

    def get(self, name: str) -> Any:
        """The values of a section, None if there is none of that name."""
        packed = self._packed.get(name)
        return None if packed is None else marshal.loads(packed)


@cache
def indexed() -> Index:
    """The index of the cards, tables and profiles of resolint; made if there is none that fits."""
    rules = data_dir("rules")
    installed = _read(rules.parent / "index.bin", b"")
    if installed is not None:
        return installed
    signature, place = _signature(rules), _place(rules)
    kept = None if place is None else _read(place, signature)
    if kept is not None:
        return kept
    packed = _packed(rules)
    if place is not None:
        caches.write(place, _body(packed, signature))
    return Index(packed)


def built() -> bytes:
    """The file that a wheel brings along."""
    return caches.sealed(_body(_packed(data_dir("rules")), b""))


def _packed(rules: Path) -> dict[str, bytes]:
    return {name: marshal.dumps(values, _FORMAT) for name, values in _sections(rules)}


def _sections(rules: Path) -> Iterator[tuple[str, Any]]:
    """Every section with its values. Raises BadCard for a faulty card or table."""
    import tomllib

    from resolint.cards import kinds
    from resolint.cards.kinds.options import patterns_in
    from resolint.cards.kinds.patterns import ways
    from resolint.cards.kinds.swap import plain, section
    from resolint.cards.load import packed, read_cards
    from resolint.cards.tables import LANGUAGE, Tables, read_table
    from resolint.lexicon import Lexicon, alike
    from resolint.lexicon.names import names
    from resolint.lexicon.phrases import grow
    from resolint.rule import Context

    cards = read_cards(os.fspath(rules), examples=False, trusted=True)
    yield "cards", tuple(packed(card) for card in cards)
    patterns = {pattern for card in cards if card.check != "code" for _, pattern in patterns_in(card.options)}
    yield "patterns", tuple(sorted(pattern for pattern in patterns if ways(pattern)))
    yield "checks", dict(_marks(_PACKAGE / "checks"))
    for path in sorted((rules / "profiles").glob("*.toml")):
        # A faulty profile is read, and told, by whoever asks for it.
        with suppress(tomllib.TOMLDecodeError):
            yield f"profile {path.stem}", tomllib.loads(path.read_text(encoding="utf-8"))
    # Tables that few drafts ask for, and those of other languages, are read off their files by whoever needs them.
    for path in sorted((*(rules / "data").glob("*.csv"), *(rules / "data" / LANGUAGE).rglob("*.csv"))):
        columns, rows = read_table(path)
        texts = tuple(zip(*rows, strict=True)) or ((),) * len(columns)
        name = f"table {path.relative_to(rules / 'data').with_suffix('').as_posix()}"
        yield name, columns
        # Of a large table mostly one column is asked for.
        yield from ((f"{name} {column}", column_texts) for column, column_texts in zip(columns, texts, strict=True))
    read = Tables(rules / "data" / LANGUAGE)
    lexicon = Lexicon(LANGUAGE, read)
    yield "grammar", grow(lexicon)
    yield "names by word", {word: tuple(found) for word, found in names(lexicon).by_word().items()}
    yield alike.SECTION, alike.plain(lexicon)
    for card in cards:
        if card.check == "swap":
            options, pairs = plain(Context("", card.options, read, lexicon=lexicon))
            yield section(options), (options, pairs)
    yield (
        "wakes",
        {
            card.id: (None if ways is None else tuple(map(tuple, ways)))
            for card in cards
            if card.check != "code"
            for ways in [kinds.wakes_of(card.check, Context("", card.options, read, lexicon=lexicon))]
        },
    )


def _marks(folder: Path) -> Iterator[tuple[str, str]]:
    """The ids that functions of ``checks`` are marked with, and the module of each (``pre.openings``)."""
    for module in sorted(folder.glob("*/*.py")):
        for rule_id in _MARK.findall(module.read_text(encoding="utf-8")):
            yield rule_id, f"{module.parent.name}.{module.stem}"


def _signature(rules: Path) -> bytes:
    """What tells whether a file that the index is made of has changed: name, size and time of each."""
    found: list[str] = [sys.version]
    for folder in (rules, *(_PACKAGE / room for room in _READERS)):
        _stat(os.fspath(folder), found)
    return "\n".join(found).encode()


def _stat(folder: str, found: list[str]) -> None:
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if entry.is_dir():
            _stat(entry.path, found)
        elif entry.name.endswith((".md", ".csv", ".toml", ".py")):
            stat = entry.stat()
            found.append(f"{entry.path} {stat.st_size} {stat.st_mtime_ns}")


def _place(rules: Path) -> Path | None:
    """Where the index of a checkout is kept: one file for each checkout and Python; None where no home is known."""
    return caches.place(f"{sys.implementation.cache_tag}-{zlib.crc32(os.fspath(rules).encode()):08x}.index")


def _body(packed: Mapping[str, bytes], signature: bytes) -> bytes:
    """The body of the file: the length of its head, the head with the length of every section, the sections."""
    head = marshal.dumps((signature, [(name, len(section)) for name, section in packed.items()]), _FORMAT)
    return b"".join((len(head).to_bytes(_LENGTH, "big"), head, *packed.values()))


def _read(place: Path, signature: bytes) -> Index | None:
    """The index in the file at ``place``; None if there is none, if it is damaged, or of other files."""
    body = caches.checked(place)
    if body is None:
        return None
    end = _LENGTH + int.from_bytes(body[:_LENGTH], "big")
    try:
        made_of, sections = marshal.loads(body[_LENGTH:end])
    except (EOFError, ValueError, TypeError):
        return None
    if made_of != signature:
        body.release()
        return None
    packed: dict[str, bytes | memoryview] = {}
    for name, length in sections:
        packed[name] = body[end : end + length]
        end += length
    return Index(packed)

"""Mending drafts: the safe fixes, on demand the suggested ones, as tracked changes in Word and as plain edits in text."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from resolint import fixes
from resolint.errors import CannotWrite, UnreadableDraft
from resolint.findings import Edit, Finding, Report
from resolint.model import NOTE_MARK, Block, Document
from resolint.pipeline.drafts import load
from resolint.pipeline.files import _decoded, decode, is_word, read_bytes
from resolint.pipeline.linter import Linter

Level = Literal["safe", "suggest"]


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended draft: its bytes before and after, the fixes made and those that could not be made there."""

    path: str
    before: bytes
    after: bytes
    made: int
    left: tuple[Finding, ...]


def fix(
    source: str | os.PathLike[str],
    linter: Linter,
    *,
    level: Level = "safe",
    accept: bool = False,
    author: str = "resolint",
    date: str = "",
) -> Mended:
    """The draft at ``source`` with the fixes up to ``level`` made.

    In a Word file they are tracked changes signed by ``author``; with ``accept`` they are made for good. Raises
    ResolintError for a draft that cannot be read or not be mended.
    """
    path, data = os.fspath(source), read_bytes(source)
    if is_word(data, path):
        return _fix_word(path, data, linter, level, accept, author, date)
    return _fix_text(path, data, linter, level)


def _fix_word(path: str, data: bytes, linter: Linter, level: Level, accept: bool, author: str, date: str) -> Mended:
    from resolint.word.write import cleaning, reviewing

    base = cleaning.clean(data, path)
    report = linter.lint(base, name=path)
    done = reviewing.write(base, report, author=author, date=date, comments=False, level=level)
    after = done.data
    if accept and done.edits:
        after = cleaning.accept(after, path)
    elif not done.edits:
        after = data
    return Mended(path, data, after, done.changes, done.left)


def _fix_text(path: str, data: bytes, linter: Linter, level: Level) -> Mended:
    from resolint.notation.mending import mend

    text, encoding, mark = _text_of(path, data)
    report = linter.lint(data, name=path)
    if report.origin.format not in ("markdown", "text"):
        raise UnreadableDraft(f"{path}: only Word files and drafts in Markdown or plain text can be mended")
    groups = [list(group) for group in _groups(report, level)]
    mended, refused = mend(text, groups, name=path)
    try:
        after = mark + mended.encode(encoding)
    except UnicodeEncodeError:
        raise CannotWrite(
            f"{path}: the fixes need characters that the encoding of the file ({encoding}) does not have; save it as UTF-8"
        ) from None
    lost = {id(edit) for group in refused for edit in group}
    left = tuple(f for f in report.active if f.fix is not None and any(id(edit) in lost for edit in f.fix.edits))
    return Mended(path, data, after if mended != text else data, len(groups) - len(refused), left)


def _groups(report: Report, level: Level) -> Iterator[Sequence[Edit]]:
    """The edits of each fix that can be made beside the others."""
    chosen = {id(edit) for edit in fixes.applicable(report.findings, level)}
    for finding in report.active:
        if finding.fix is not None and finding.fix.edits and all(id(edit) in chosen for edit in finding.fix.edits):
            yield finding.fix.edits


def _text_of(path: str, data: bytes) -> tuple[str, str, bytes]:
    """The text of a file with its own line ends, its encoding and its byte order mark."""
    decode(data, path)  # says what is wrong with a file that is no text
    text = _decoded(data, path)
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-8"),
        (b"", "cp1252"),
    ):
        if not data.startswith(mark):
            continue
        try:
            if mark + text.encode(encoding) == data:
                return text, encoding, mark
        except UnicodeEncodeError:
            continue
    raise UnreadableDraft(f"{path}: the file has an encoding that could not be written back; save it as UTF-8")


def _blocks_of(document: Document) -> list[Block]:
    return [*document.blocks, *(block for note in document.footnotes for block in note.blocks)]


def difference(mended: Mended) -> str:
    """What the fixes change, as a unified difference: of the lines of a text, of the paragraphs of a Word file."""
    import difflib

    if mended.before == mended.after:
        return ""
    before, after = _lines(mended.path, mended.before), _lines(mended.path, mended.after)
    rows = difflib.unified_diff(before, after, mended.path, f"{mended.path} (fixed)", lineterm="", n=1)
    return "\n".join(rows) + "\n"


def _lines(path: str, data: bytes) -> list[str]:
    if not is_word(data, path):
        return decode(data, path).split("\n")
    from resolint.word.write import cleaning

    # What was tracked is shown as it would be.
    document = load(cleaning.accept(data, path), name=path)
    return [_shown(block) for block in _blocks_of(document) if block.text.strip()]


def _shown(block: Block) -> str:
    """A paragraph on one line: its italics as stars so that a change of formatting is seen, its blanks as they are."""
    notes = {mark.start for mark in block.marked("note")}
    signs = ["[note]" if at in notes else _SHOWN.get(char, char) for at, char in enumerate(block.text)]
    parts: list[str] = []
    at = 0
    for mark in block.marked("italic"):
        parts += (*signs[at : mark.start], "*", *signs[mark.start : mark.end], "*")
        at = mark.end
    return "".join((*parts, *signs[at:])).strip()


_SHOWN = {"\t": " ", "\n": " ", NOTE_MARK: ""}

"""Mending drafts: the safe fixes, on demand the suggested ones, as tracked changes in Word and as plain edits in text."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from typing import Literal, Unpack, get_args

from resolint import fixes
from resolint.errors import CannotWrite, UnreadableDraft, choose
from resolint.findings import Edit, Report
from resolint.frozen import dataclass
from resolint.model import NOTE_MARK, Block, Document
from resolint.pipeline.drafts import load
from resolint.pipeline.formats import as_written, decode, is_word
from resolint.pipeline.linting import Options, lint
from resolint.pipeline.reviewing import AUTHOR
from resolint.pipeline.session import Session
from resolint.report.characters import printable

Level = Literal["safe", "suggest"]

_ROUNDS = 8
_HAN, _SIGNS = "\u3000", 6
"""From where the characters of scripts without blanks lie, and how many of them are shown beside a change."""
"""After so many looks at a text its fixes have come to rest."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended draft: its bytes before and after, how many fixes were made and how many could not be made there."""

    path: str
    before: bytes
    after: bytes
    made: int
    left: int


def fix(
    source: bytes,
    session: Session | None = None,
    *,
    name: str = "",
    level: Level = "safe",
    accept: bool = False,
    author: str = AUTHOR,
    date: str | None = None,
    **options: Unpack[Options],
) -> Mended:
    """The draft ``source``, called ``name``, with the fixes up to ``level`` made: ``safe``, or ``suggest``, which changes words.

    Where two fixes touch, one is made and a text is looked at again. In a Word file the fixes are tracked changes signed
    by ``author`` at ``date`` (by default now); with ``accept`` they are made for good. The further keywords are those of
    ``lint``. Raises ResolintError for a draft that cannot be read or not be mended, and CannotWrite for a Word file
    that holds marks of ours which these fixes would not make again, such as the comments of a review.
    """
    choose("level", level, get_args(Level))
    session = session or Session()
    if is_word(source, name):
        from resolint.report.findings.margin import to_annotations
        from resolint.word.write import cleaning, reviewing

        base = cleaning.clean(source, name)
        report = lint(base, session, name=name, **options)
        when = session.moment(date)
        done = reviewing.write(base, to_annotations(report), author=author, date=when, comments=False, level=level)
        after = done.data if done.edits else source
        if base != source and not accept and _reads_alike(source, after, session, name):
            return Mended(name, source, source, 0, len(done.left))  # they are in it already
        if base != source:
            keep_marks(source, after, name)
        if accept and done.edits:
            after = cleaning.accept(after, name)
        return Mended(name, source, after, done.changes, len(done.left))
    made, after = 0, source
    for _ in range(_ROUNDS):
        round_ = fix_text(name, after, lint(after, session, name=name, **options), level, session)
        made, after = made + round_.made, round_.after
        if not round_.made:
            break
    return Mended(name, source, after, made, round_.left)


def keep_marks(source: bytes, after: bytes, name: str) -> None:
    """Raises CannotWrite where ``after``, a Word file, has not all the marks of ours that ``source`` has."""
    if source == after or not is_word(source, name):
        return
    from resolint.word.write.losing import lost

    comments, changes = lost(source, after, name)
    what = [
        f"{number} {noun if number == 1 else noun + 's'}"
        for number, noun in ((comments, "comment"), (changes, "tracked change"))
        if number
    ]
    if what:
        shown = f'"{name}"' if " " in name else name
        raise CannotWrite(
            f"{name}: this file holds marks of resolint that fixing would take out ({', '.join(what)}); fix the draft that "
            f"it was made from, or take the marks out first with 'resolint review --clean --in-place {shown}'"
        )


def _reads_alike(one: bytes, other: bytes, session: Session, name: str) -> bool:
    """Whether two Word files show the same text with the same marks, tracked changes among them."""
    first, second = (load(data, session, name=name) for data in (one, other))
    return first.blocks == second.blocks and first.footnotes == second.footnotes


def fix_text(path: str, data: bytes, report: Report, level: Level, session: Session | None = None) -> Mended:
    """The draft that is text, ``data`` at ``path``, with the fixes of ``report`` up to ``level``. Raises ResolintError."""
    from resolint.notation.mending import mend

    if report.origin.format not in ("markdown", "text"):
        raise UnreadableDraft(f"{path}: only Word files and drafts in Markdown or plain text can be mended")
    text, encoding, mark = text_of(path, data)
    groups = [list(group) for group in _groups(report, level)]
    session = session or Session()
    mended, refused = mend(text, groups, name=path, lexicon=session.lexicon(session.config(path)))
    try:
        after = mark + mended.encode(encoding)
    except UnicodeEncodeError:
        raise CannotWrite(
            f"{path}: the fixes need characters that the encoding of the file ({encoding}) does not have; save it as UTF-8"
        ) from None
    lost = {id(edit) for group in refused for edit in group}
    left = sum(f.fix is not None and any(id(edit) in lost for edit in f.fix.edits) for f in report.active)
    return Mended(path, data, after if mended != text else data, len(groups) - len(refused), left)


def _groups(report: Report, level: Level) -> Iterator[Sequence[Edit]]:
    """The edits of each fix that can be made beside the others."""
    chosen = {id(edit) for edit in fixes.applicable((finding.fix for finding in report.active), level)}
    for finding in report.active:
        if finding.fix is not None and finding.fix.edits and all(id(edit) in chosen for edit in finding.fix.edits):
            yield finding.fix.edits


def text_of(path: str, data: bytes) -> tuple[str, str, bytes]:
    """The text of a file with its own line ends, its encoding and its byte order mark. Raises UnreadableDraft."""
    decode(data, path)  # says what is wrong with a file that is no text
    text = as_written(data, path)
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


def changed_words(mended: Mended) -> tuple[str, ...]:
    """What the fixes change, each change in one line: where, the words as they were and as they are."""
    if mended.before == mended.after:
        return ()
    return tuple(printable(f"{where}: “{old}” → “{new}”") for where, old, new in _changed(mended))


def _changed(mended: Mended) -> Iterator[tuple[str, str, str]]:
    from resolint import wording

    for where, old, new in _pairs(mended):
        places: list[tuple[int, int, int, int]] = []
        for change in wording.changes(old, new):
            start, end, shorter = change.start, change.end, not change.old or not change.new
            while start and (
                _joined(old, start - 1, change.start - start) or (shorter and not old[start : change.start].strip())
            ):
                start -= 1
            while end < len(old) and _joined(old, end, end - change.end):
                end += 1
            first, last = change.new_start - (change.start - start), change.new_end + (end - change.end)
            if places and start < places[-1][1]:
                start, _, first, _ = places.pop()  # two changes of one word are shown as one
            places.append((start, end, first, last))
        for start, end, first, last in places:
            yield where, _words(old[start:end]), _words(new[first:last])


def _joined(text: str, at: int, shown: int) -> bool:
    """Whether a sign is of the word that is shown, of which ``shown`` signs are already; Chinese has no blanks between words."""
    return not text[at].isspace() and (text[at] < _HAN or shown < _SIGNS)


def _words(text: str) -> str:
    return text.replace(NOTE_MARK, "").strip()


def _pairs(mended: Mended) -> Iterator[tuple[str, str, str]]:
    """The lines, in Word the paragraphs, that read otherwise: where each is, before and after."""
    if not is_word(mended.before, mended.path):
        rows = (decode(data, mended.path).split("\n") for data in (mended.before, mended.after))
        for number, (old, new) in enumerate(zip(*rows, strict=False), 1):
            if old != new:
                yield f"line {number}", old, new
        return
    from resolint.structure import where
    from resolint.word.write import cleaning

    before = load(cleaning.clean(mended.before, mended.path), name=mended.path)
    after = load(cleaning.accept(mended.after, mended.path, spelt=False), name=mended.path)
    known = {block.id: block.text for block in _blocks_of(after)}
    for block in _blocks_of(before):
        new = known.get(block.id, block.text)
        if new != block.text and not before.unprinted(block.id):
            yield where(before, block.span()) or "the draft", block.text, new


def _lines(path: str, data: bytes) -> list[str]:
    if not is_word(data, path):
        return decode(data, path).split("\n")
    from resolint.word.write import cleaning

    # What was tracked is shown as it would be; what the file keeps in variables is no line of it.
    document = load(cleaning.accept(data, path, spelt=False), name=path)
    return [_shown(block) for block in _blocks_of(document) if block.text.strip() and not document.unprinted(block.id)]


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

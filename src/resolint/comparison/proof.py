"""Proves that a redline says the draft when all of it is accepted, and finds where it does not.

Two things are held against one another, each in the order of the file: the blocks of the written file, read with all changes
accepted, and the blocks of the base with the plan carried out on their texts; then these and the paragraphs of the draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from resolint.comparison.details import note_texts
from resolint.comparison.model import Comparison
from resolint.comparison.paragraphs import OBJECT, paragraph_of, paragraphs, wordless
from resolint.frozen import NamedTuple
from resolint.model import NOTE_MARK, Block, Document
from resolint.writing import Left, Plan, Replacement

__all__ = ["faults"]


class _Expected(NamedTuple):
    """A text that the redline is to give, the base block it stands in or beside, and whether it was compared."""

    block: str
    text: str
    compared: bool


def faults(comparison: Comparison, plan: Plan, left: Sequence[Left], accepted: Document) -> frozenset[str]:
    """The base blocks at which ``accepted``, the redline read with all changes accepted, does not say what it should.

    What is ``left`` may read as in the base. Empty if all is right.
    """
    base = comparison.base
    compared = {paragraph.block for row in comparison.rows for paragraph in row.base}
    wanted = [line for line in _lines(base, plan, left, compared) if _words(line.text)]
    got = [block for block in accepted.blocks if _in_text(block) and _words(block.text)]
    found = frozenset(_differing([line.text for line in wanted], [block.text for block in got], wanted))
    if found or left:
        return found
    told = [(line, block) for line, block in zip(wanted, got, strict=True) if line.compared]
    found = frozenset(_unsaid(told, comparison))
    if not found and "notes" not in comparison.blind and _notes(accepted) != _notes(comparison.draft):
        found = frozenset(line.block for line, block in told if NOTE_MARK in block.text) or frozenset(compared)
    return found


def _in_text(block: Block) -> bool:
    """Whether a block is of the text itself: not of its headers, no variable that the file keeps, no picture alone."""
    return block.kind not in ("header", "footer") and not wordless(block)


def _lines(base: Document, plan: Plan, left: Sequence[Left], compared: set[str]) -> Iterator[_Expected]:
    """The base with the plan carried out on its texts."""
    steps: dict[str, list[Replacement]] = {}
    for rewriting in plan.rewritings:
        kept = {item.start for item in left if item.block == rewriting.block}
        steps[rewriting.block] = [step for step in rewriting.replacements if step.start not in kept]
    dropped = set(plan.dropped) - {item.block for item in left if item.start is None and item.new is None}
    unmade = {id(item.new) for item in left if item.new is not None}
    before: dict[str, list[str]] = {}
    behind: dict[str, list[str]] = {}
    for new in plan.inserted:
        if id(new.new) not in unmade:
            places = before if new.after is None else behind
            places.setdefault(new.after or new.before or "", []).append(_writable(new.new.text))
    for block in filter(_in_text, base.blocks):
        told = block.id in compared
        yield from (_Expected(block.id, text, True) for text in before.get(block.id, ()))
        if block.id not in dropped:
            yield _Expected(block.id, _replaced(block.text, steps.get(block.id, ())), told)
        yield from (_Expected(block.id, text, True) for text in behind.get(block.id, ()))


def _replaced(text: str, steps: Sequence[Replacement]) -> str:
    for step in sorted(steps, key=lambda step: (step.start, step.end), reverse=True):
        text = text[: step.start] + _writable(step.new.text) + text[step.end :]
    return text


def _writable(text: str) -> str:
    return "".join(
        c for c in text if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )


def _words(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def _differing(wanted: Sequence[str], got: Sequence[str], lines: Sequence[_Expected]) -> Iterator[str]:
    """The blocks of the lines in ``wanted`` that ``got`` does not have in their place."""
    if wanted == got:
        return
    from rapidfuzz.distance import Indel

    for op in Indel.opcodes(wanted, got):
        if op.tag != "equal":
            row = lines[op.src_start : op.src_end] or lines[max(op.src_start - 1, 0) : op.src_start + 1]
            yield from (line.block for line in row)


def _unsaid(told: Sequence[tuple[_Expected, Block]], comparison: Comparison) -> Iterator[str]:
    """The blocks of lines at which the draft has other words. A number may be typed or be counted by Word."""
    draft = comparison.draft
    masthead = comparison.base.origin.format == draft.origin.format
    theirs = [
        (words, _words(paragraph.label))
        for paragraph in paragraphs(draft, masthead=masthead)
        if paragraph.part != "header" and (words := _plain(paragraph.text, comparison))
    ]
    ours = [(line, words) for line, block in told if (words := _plain(paragraph_of(block, "").text, comparison))]
    mine = [
        yours[0] if yours is not None and text == f"{yours[1]} {yours[0]}" else text
        for (_, text), yours in zip_longest(ours, theirs[: len(ours)])
    ]
    yield from _differing(mine, [words for words, _ in theirs], [line for line, _ in ours])


def _plain(text: str, comparison: Comparison) -> str:
    """What counts of a text where one side may know less than the other."""
    text = text.replace(OBJECT, "")
    return _words(text.replace(NOTE_MARK, "") if "notes" in comparison.blind else text)


def _notes(document: Document) -> list[str]:
    """The words of the notes in the order of the references in the text; a note in a note is left to it."""
    texts = note_texts(document)
    marks = [mark for block in document.blocks for mark in block.marked("note")]
    return [_words(texts.get(mark.value, "").replace(NOTE_MARK, "")) for mark in marks]

"""Carries last year's text forward to another session: what can be told from the text is changed, the rest is for people.

Annual resolutions are tabled again with the same words, one session later: the masthead, the sessions that lie ahead, the list of
the resolutions recalled and the years to come move on; reports, dates, anniversaries and sponsors have to be looked at.
``framing`` moves what stands outside of the paragraphs, ``moving`` what stands in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from resolint.findings import Edit
from resolint.lexicon import Lexicon
from resolint.model import NOTE_MARK, Document
from resolint.negotiation.carrying import CannotRoll, Carried, Given, Rolling, Step
from resolint.negotiation.framing import Frame
from resolint.negotiation.moving import Body
from resolint.writing import NewText, Plan, Replacement, Rewriting

__all__ = ["CannotRoll", "Given", "Rolling", "Step", "roll"]


def roll(document: Document, given: Given, lexicon: Lexicon, placed: dict[str, str]) -> Rolling:
    """The plan that makes the text of the session ``given.session`` of last year's ``document``.

    ``placed`` says of blocks where they stand, as a delegate says it. Raises CannotRoll.
    """
    text = Carried(document, given, lexicon, placed)
    Frame(text).move()
    Body(text).move()
    pending = sum(mark.kind in ("inserted", "deleted-here") for block in text.document.blocks for mark in block.marks)
    if pending:
        said = "the file has tracked changes of its own; settle them first, or settle them with these"
        text.open.insert(0, Step("text", said))
    if not text.times.years:
        said = "how many years lie between two sessions is not known here, so days and years were left as they are"
        text.open.append(Step("text", said))
    rewritings = tuple(
        Rewriting(block, tuple(_replacements(edits)))
        for block, edits in text.edits.items()
        if block not in text.dropped
    )
    return Rolling(Plan(rewritings, tuple(text.dropped)), _listed(text.done), _listed(text.open))


def _listed(steps: list[Step]) -> tuple[Step, ...]:
    """The steps as people read them: without the marks of notes, and what happens several times in one place said once."""
    shown = Counter(Step(one.where, one.what, _plain(one.old), _plain(one.new)) for one in steps)
    return tuple(
        one if times == 1 else one._replace(what=f"{one.what} ({times} times)") for one, times in shown.items()
    )


def _plain(words: str) -> str:
    return words.replace(NOTE_MARK, "")


def _replacements(edits: list[Edit]) -> Iterator[Replacement]:
    """The edits of a block in order, those that stand in the same place only once."""
    last = -1
    for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end)):
        if edit.span.start >= last:
            yield Replacement(edit.span.start, edit.span.end, NewText(edit.replacement))
            last = max(edit.span.end, edit.span.start + 1) if edit.span.end == edit.span.start else edit.span.end

"""Carrying last year's text forward to another session, with tracking on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resolint import structure
from resolint.errors import CannotWrite
from resolint.frozen import NamedTuple
from resolint.lexicon import TONGUES
from resolint.lexicon.languages import languages
from resolint.model import Document
from resolint.negotiation.rolling import CannotRoll, Given, Step
from resolint.negotiation.rolling import roll as planned
from resolint.pipeline.comparing import AUTHOR
from resolint.pipeline.drafts import load
from resolint.pipeline.formats import is_word
from resolint.pipeline.session import Session

if TYPE_CHECKING:
    from resolint.negotiation.rolling import Rolling

__all__ = ["Given", "Rolled", "Step", "roll"]


class Rolled(NamedTuple):
    """The Word file, what was done in it, what is left to decide, and what could not be written."""

    data: bytes
    done: tuple[Step, ...]
    open: tuple[Step, ...]
    left: tuple[str, ...] = ()


def roll(
    source: bytes | Document,
    given: Given,
    session: Session | None = None,
    *,
    name: str = "",
    author: str = AUTHOR,
    date: str | None = None,
) -> Rolled:
    """The text of last year as a Word file for another session, every change tracked in the name of ``author`` at ``date``.

    Rejecting all changes gives last year's text back, accepting all gives the words of the plan; both are proved. A source in
    the notation, or one that was read already, has no Word file to write into: it is built first. Raises UnreadableDraft,
    CannotWrite.
    """
    from resolint.word.redline.redlining import redline_word

    session = session or Session()
    if isinstance(source, Document) or not is_word(source, name):
        from resolint.pipeline.building import build

        source = build(load(source, session, name=name), session)
    document = load(source, session, name=name)
    if document.language in TONGUES:
        spoken = languages(session.lexicon()).name(document.language)
        raise CannotWrite(
            f"{name or 'the text'}: it is in {spoken}, and roll reads English drafts alone; roll the English text and hold this "
            "one against it with concord"
        )
    placed = {block.id: structure.where(document, block.span()) for block in document.blocks}
    placed |= {
        block.id: structure.where(document, block.span()) for note in document.footnotes for block in note.blocks
    }
    try:
        found = planned(document, given, session.lexicon(), placed)
    except CannotRoll as error:
        raise CannotWrite(f"{name or 'the text'}: {error}") from None
    when = session.moment(date)
    written, left = redline_word(source, found.plan, author=author, date=when, name=name)
    stays = {(one.block, one.start) for one in left}
    _prove(document, found, stays, load(written, session, name=name), name)
    said = tuple(f"not changed: {one.reason}, “{document.block(one.block).text.strip()[:60]}”" for one in left)
    return Rolled(written, found.done, found.open, said)


def _prove(
    document: Document, found: Rolling, stays: set[tuple[str, int | None]], accepted: Document, name: str
) -> None:
    """Raises CannotWrite unless the file, all changes accepted, says what was planned."""
    steps = {one.block: one.replacements for one in found.plan.rewritings}
    dropped = set(found.plan.dropped)
    due = []
    for block in _every(document):
        if block[0] in dropped:
            continue
        text = block[1]
        for step in reversed(steps.get(block[0], ())):
            if (block[0], step.start) not in stays:
                text = text[: step.start] + step.new.text + text[step.end :]
        if text.strip():
            due.append(text.split())
    got = [text.split() for _, text in _every(accepted) if text.strip()]
    if due != got:
        at = next((one for one, other in zip(due, got, strict=False) if one != other), [])
        raise CannotWrite(
            f"{name or 'the text'}: nothing was written, because accepting the changes would not give what was planned at "
            f"“{' '.join(at)[:60]}”; this is a bug in resolint, please report it"
        )


def _every(document: Document) -> list[tuple[str, str]]:
    """The blocks of the file itself and of its notes, with what they say."""
    blocks = [block for block in document.blocks if not block.id.startswith("front/")]
    notes = [block for note in document.footnotes for block in note.blocks]
    return [(block.id, block.text) for block in (*blocks, *notes)]

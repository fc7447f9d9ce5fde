"""Comparing two drafts: say what differs, or write the differences into the base as a redline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from resolint import comparison as comparing
from resolint.comparison import Comparison, QualifierChange
from resolint.comparison.rows import has_no_place
from resolint.errors import CannotWrite
from resolint.frozen import NamedTuple
from resolint.model import Document, View, placeholder
from resolint.pipeline.drafts import load
from resolint.pipeline.exporting import objects_of
from resolint.pipeline.formats import is_pdf, is_word
from resolint.pipeline.session import Session
from resolint.wording import Change

if TYPE_CHECKING:
    from resolint.writing import Left, Plan

__all__ = ["AUTHOR", "Comparison", "Redlined", "compare", "redline"]

AUTHOR = "Redline"
"""In whose name a redline is written unless somebody is named. It is not the name that reviews are signed with: their marks
can be taken out and renewed at any time, a redline is the user's."""


class Redlined(NamedTuple):
    """A redline, and in a sentence each what of the draft it does not show.

    ``untracked`` tells how many departures it shows nothing of at all, ``unwritten`` how many fields of the masthead.
    """

    data: bytes
    left: tuple[str, ...] = ()
    untracked: int = 0
    unwritten: int = 0


def compare(
    base: bytes | Document,
    draft: bytes | Document,
    session: Session | None = None,
    *,
    base_name: str = "",
    draft_name: str = "",
    view: View = "proposed",
) -> Comparison:
    """What ``draft`` makes of ``base``; each is the bytes of a file, or a document already read.

    ``view`` says how tracked changes in the draft are read; those in the base are read as proposed. Raises
    UnreadableDraft.
    """
    session = session or Session()
    ours = load(base, session, name=base_name)
    theirs = load(draft, session, name=draft_name, view=view)
    words = session.lexicon()
    return comparing.compare(ours, theirs, words, _fates(words.rows("qualifiers")))


def _fates(rows: Sequence[Mapping[str, str]]) -> Callable[[str, str, Sequence[Change]], list[QualifierChange]]:
    """What tells of two texts which qualifiers were dropped, added or moved, as it is told of agreed language."""
    known = {row["phrase"]: row["effect"] for row in rows}

    def told(old: str, new: str, changes: Sequence[Change]) -> list[QualifierChange]:
        from resolint.corpus.qualifiers import fates

        return [QualifierChange(one.phrase, one.fate, one.effect) for one in fates(old, new, changes, known)]

    return told


def redline(
    base: bytes,
    draft: bytes | Document,
    session: Session | None = None,
    *,
    author: str = AUTHOR,
    date: str | None = None,
    base_name: str = "",
    draft_name: str = "",
    comparison: Comparison | None = None,
) -> Redlined:
    """The Word file ``base`` with every departure of ``draft`` as a tracked change of ``author`` at ``date``.

    ``date`` is ISO 8601 in UTC (``2026-11-20T10:00:00Z``), by default now, empty for none. ``comparison`` is that of the
    two if it was made already. Rejecting all changes gives the base back, accepting all gives the words of the draft but for
    what is named in ``left``, which no tracked change can say; both are proved before anything is given. A base in the notation,
    in plain text or PDF has no file to write into: its Word file is built first. Raises UnreadableDraft, and CannotWrite
    where the proof fails.
    """
    session = session or Session()
    date = session.moment(date)
    data, name = base, base_name
    if not is_word(data, name) or is_pdf(data):
        from resolint.pipeline.building import build

        data, comparison = build(load(data, session, name=name), session), None
    found = comparison or compare(data, draft, session, base_name=name, draft_name=draft_name)
    refuse_without_text(found.base, name)
    from resolint.comparison.planning import plan
    from resolint.comparison.proof import faults
    from resolint.word.redline.redlining import redline_word as write

    whole: frozenset[str] = frozenset()
    for _ in range(3):
        made = plan(found, whole)
        written, left = write(data, made, author=author, date=date, name=name)
        accepted = load(written, session, name=name) if made else found.base
        at_fault = faults(found, made, left, accepted) if made else frozenset()
        if not at_fault:
            fields = tuple(_said_of_masthead(found))
            hidden = ("not redlined: hidden words, which differ",) if "hidden" in found.blind else ()
            aside = (*_said_of_headers(found), *_said_of_columns(found), *hidden)
            said = (*_said(found, left), *fields, *aside, *_said_of_objects(accepted, found.draft))
            return Redlined(written, said, _untracked(found, made, left), len(fields))
        # What cannot be told word by word is told as a whole paragraph out and another in.
        every = frozenset(paragraph.block for row in found.rows for paragraph in row.base)
        whole = every if at_fault & whole else whole | at_fault
    at = min(at_fault)
    raise CannotWrite(
        f"{name or 'the base'}: nothing was written, because accepting the redline would not give the words of the draft at "
        f"“{found.base.block(at).text.strip()[:60]}”; compare the two without -o to see what differs there"
    )


def _untracked(comparison: Comparison, made: Plan, left: Sequence[Left]) -> int:
    """How many departures the redline shows nothing of, since all that ``made`` has for them had to be left."""
    unmade = {(item.block, item.start) for item in left if item.new is None}
    apart = {
        rewriting.block
        for rewriting in made.rewritings
        if rewriting.replacements and all((rewriting.block, step.start) in unmade for step in rewriting.replacements)
    }
    apart |= {block for block in made.dropped if (block, None) in unmade}
    bare = sum(item.new is not None for item in left)
    placeless = has_no_place(comparison)
    rows = [row for row in comparison.departures if not (row.draft and row.draft[0].block in placeless)]
    headers = len(comparison.departures) - len(rows)
    kept = sum(row.kind in ("changed", "dropped") and apart.issuperset(one.block for one in row.base) for row in rows)
    return headers + kept + min(bare, sum(row.kind == "new" for row in rows))


def _said(comparison: Comparison, left: Sequence[Left]) -> tuple[str, ...]:
    """What could not be redlined: what it is, and where it stands by its words."""
    return tuple(dict.fromkeys(f"not redlined: {item.reason}, {_place(comparison, item)}" for item in left))


def _said_of_headers(comparison: Comparison) -> Iterator[str]:
    """The page headers of the draft that the pages of the base have no place for."""
    placeless = has_no_place(comparison)
    new = (row.new for row in comparison.rows if row.draft and row.draft[0].block in placeless)
    more = dict.fromkeys(" ".join(words.split()) for words in new)
    if more:
        named = ", ".join(f"“{_short(words)}”" for words in more)
        yield f"not redlined: page headers that the base has no place for, {named}"


def _said_of_masthead(comparison: Comparison) -> Iterator[str]:
    """The fields of the masthead that the file has no words of its own for."""
    from resolint.comparison.heads import masthead_plan

    for change in masthead_plan(comparison).left:
        field = "organ" if change.name == "body" else change.name.replace("_", " ")
        yield f"not redlined: the {field} of the masthead, “{change.old or 'nothing'}” → “{change.new or 'nothing'}”"


def _said_of_columns(comparison: Comparison) -> Iterator[str]:
    """Columns that a table gains or loses: few programs settle tracked cells, so their words alone come and go."""
    from resolint.comparison.grids import columns_apart

    for words, new in columns_apart(comparison):
        how = "whose words come in the cells beside it" if new else "whose words go and whose cells stay"
        yield f"not redlined: a column of a table, {how}, “{_short(words)}”"


def _said_of_objects(accepted: Document, draft: Document) -> Iterator[str]:
    """Pictures and other objects that the draft brings or has no more, if it can say so: no tracked change does."""
    if draft.origin.format not in ("docx", "markdown", "akn"):
        return
    mine, theirs = (Counter(_objects(document)) for document in (accepted, draft))
    for name in theirs - mine:
        yield f"not redlined: a drawing or another object that comes, {name}"
    for name in mine - theirs:
        yield f"not redlined: a drawing or another object that stays, {name}"


def _objects(document: Document) -> Iterator[str]:
    return map(placeholder, objects_of(document))


def _place(comparison: Comparison, item: Left) -> str:
    known = comparison.base.has_block(item.block)
    words = item.new.text if item.new is not None else comparison.base.block(item.block).text if known else ""
    return f"“{_short(words)}”"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else words[:60].rstrip() + "…"


def refuse_without_text(base: Document, name: str) -> None:
    """Raises CannotWrite for a base in which no paragraph stands beside which a new one could be put."""
    if not any(block.id.startswith("document/") and block.text.strip() for block in base.blocks):
        raise CannotWrite(
            f"{name or 'the base'}: there is no text of its own in this Word file that a redline could be written into; "
            "check that it is the right file"
        )

"""The copies of several delegations made one text, with every proposal under the name of who makes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, get_args

from resolint import structure
from resolint.errors import BadConfiguration, CannotWrite, choose
from resolint.frozen import NamedTuple
from resolint.model import Document
from resolint.negotiation.commenting import Remark, placed, remarks
from resolint.negotiation.merging import JOINT, Merged, Wanted, merge, names_in, running
from resolint.pipeline.comparing import compare, refuse_without_text
from resolint.pipeline.drafts import load
from resolint.pipeline.formats import is_pdf, is_word
from resolint.pipeline.session import Session
from resolint.writing import Annotations

if TYPE_CHECKING:
    from resolint.comparison import Comparison
    from resolint.writing import Left, Plan

__all__ = ["Compiled", "Copy", "Form", "Wanted", "compile_copies", "settle", "signers"]

Form = Literal["tracked", "running"]
"""How proposals are shown: as tracked changes of their authors, or in brackets in the running text."""
_TRIES = 3
_COMPILER = "Compilation"


class Copy(NamedTuple):
    """The copy of a delegation: its name, the bytes, and the name of the file."""

    name: str
    data: bytes
    file: str = ""


class Compiled(NamedTuple):
    """The compiled Word file, the table, the comments of the copies (who, where, what), and what could not be written."""

    data: bytes
    wanted: tuple[Wanted, ...]
    comments: tuple[tuple[str, str, str], ...] = ()
    left: tuple[str, ...] = ()


def compile_copies(
    base: bytes,
    copies: Sequence[Copy],
    session: Session | None = None,
    *,
    base_name: str = "",
    form: Form = "tracked",
    date: str | None = None,
    any_text: bool = False,
) -> Compiled:
    """One text of the ``copies`` of several delegations over their common ``base``.

    Every paragraph stands once; equal proposals are one of all who make them, others stand side by side. Accepting the proposals
    of one delegation, those it shares too, gives its text; rejecting all gives the base: both are proved before anything is
    given. A copy that has hardly a word of the base is refused unless ``any_text``. Raises UnreadableDraft, BadConfiguration for
    names that cannot be told apart, from one another or from the authors of changes in the base, CannotWrite where the proof fails.
    """
    from resolint.comparison.planning import plan
    from resolint.word.redline.redlining import redline_word
    from resolint.word.write.permitting import comment_for

    choose("form", form, get_args(Form))
    session = session or Session()
    names = [copy.name for copy in copies]
    _check(names)
    when = session.moment(date)
    if not is_word(base, base_name) or is_pdf(base):
        from resolint.pipeline.building import build

        base, base_name = build(load(base, session, name=base_name), session), ""
    _refuse_names_of(signers(base, name=base_name), names, base_name)
    text = load(base, session, name=base_name)
    refuse_without_text(text, base_name)
    found = [
        compare(text, copy.data, session, base_name=base_name, draft_name=copy.file or copy.name) for copy in copies
    ]
    for copy, one in zip(copies, found, strict=True):
        _refuse_another(copy, one, base_name, any_text)
    whole: list[frozenset[str]] = [frozenset() for _ in copies]
    for _ in range(_TRIES):
        plans = [plan(one, blocks) for one, blocks in zip(found, whole, strict=True)]
        merged = merge(text, plans, names)
        written, left = redline_word(base, merged.plan, author=_COMPILER, date=when, name=base_name)
        faults = [_faults(*row, left, written, names, session) for row in zip(names, found, plans, strict=True)]
        if not any(faults):
            break
        whole = [_wider(blocks, at_fault, one) for blocks, at_fault, one in zip(whole, faults, found, strict=True)]
    else:
        who = next(name for name, at_fault in zip(names, faults, strict=True) if at_fault)
        at = min(next(at_fault for at_fault in faults if at_fault))
        words = text.block(at).text.strip()[:60] if text.has_block(at) else "a note"
        raise CannotWrite(
            f"nothing was written, because accepting what {who} proposes would not give its words at “{words}”; compare its copy "
            "with the base to see what differs there"
        )
    if form == "running":
        made = running(merged, text, _COMPILER)
        written, left = redline_word(base, made, author=_COMPILER, date=when, name=base_name)
    if form == "running":
        written = settle(written, accept=(_COMPILER,), among=(_COMPILER,), name=base_name)
    spoken = remarks(found, names)
    if spoken:
        whole_text = compare(text, written, session, base_name=base_name, draft_name="compiled.docx")
        margin = Annotations(whole_text.draft.origin, tuple(placed(spoken, found, whole_text)))
        written = comment_for(written, margin, when)
    said = [f"not written: {one.reason}" for one in left]
    said += [
        f"{name}: its copy has next to nothing of the base; look whether it is the right file"
        for name, one in zip(names, found, strict=True)
        if _kept(one) < _LITTLE
    ]
    makers = {name for one in merged.proposals for name in one.who}
    said += [f"{name}: its copy proposes nothing, it says what the base says" for name in names if name not in makers]
    if merged.unsaid:
        said.append(
            f"{merged.unsaid} changes of italics stand against other changes of the same words and are left out"
        )
    return Compiled(written, tuple(_wanted(merged, text)), tuple(_told(found, spoken)), tuple(dict.fromkeys(said)))


_LITTLE, _NOTHING = 0.35, 0.15
"""A copy that keeps less than these shares of the letters of the base is likely, and surely, that of another text."""


def _kept(found: Comparison) -> float:
    """The share of the letters of the base that a copy keeps."""
    rows = found.rows
    return sum(len(row.old) * row.similarity for row in rows if row.draft) / max(1, sum(len(row.old) for row in rows))


def _refuse_another(copy: Copy, found: Comparison, base_name: str, any_text: bool) -> None:
    """Raises CannotWrite for a file that is no copy of the base."""
    name = copy.file or copy.name
    if not any(block.text.strip() for block in found.draft.blocks):
        raise CannotWrite(f"{name}: there is no text in it; look which file {copy.name} sent")
    if _kept(found) < _NOTHING and not any_text:
        raise CannotWrite(
            f"{name}: hardly a word of {base_name or 'the base'} is in it; look which file {copy.name} sent, and if it wrote the "
            "text anew, compile with --any-text"
        )


def _check(names: Sequence[str]) -> None:
    for name in names:
        if not name.strip() or "," in name:
            raise BadConfiguration(f"'{name}' cannot name a delegation here: write a name without commas")
    for name in names:
        if names.count(name) > 1:
            raise BadConfiguration(f"two copies are of '{name}'; name every copy apart")


def _refuse_names_of(authors: Sequence[str], names: Sequence[str], base_name: str) -> None:
    """Raises BadConfiguration for a delegation named like an author of changes in the base: both would be settled as one."""
    for name in names:
        if name in authors:
            raise BadConfiguration(
                f"{base_name or 'the base'} already has tracked changes of '{name}': accept or reject them first, or give the copy "
                f'another name ("{name} (copy)=FILE"), so that its proposals can be told from them'
            )


def _faults(
    name: str,
    found: Comparison,
    made: Plan,
    left: Sequence[Left],
    written: bytes,
    names: Sequence[str],
    session: Session,
) -> frozenset[str]:
    """The base blocks at which the text of one delegation does not come out of the compiled file."""
    from resolint.comparison.proof import faults

    own = settle(written, accept=(name,), among=names)
    return faults(found, made, left, load(own, session, name="own.docx"))


def _wider(blocks: frozenset[str], at_fault: frozenset[str], found: Comparison) -> frozenset[str]:
    every = frozenset(paragraph.block for row in found.rows for paragraph in row.base)
    return every if at_fault & blocks else blocks | at_fault


def settle(data: bytes, *, accept: Sequence[str] = (), among: Sequence[str] | None = None, name: str = "") -> bytes:
    """A compiled file with the proposals of some delegations accepted and those of all others rejected.

    A proposal that several make is accepted if one of them is in ``accept``. ``among`` names the delegations; changes of other
    authors are then left as they are. Raises UnreadableDraft.
    """
    from resolint.word.redline.settling import settle_word

    wanted, known = frozenset(accept), None if among is None else frozenset(among)

    def verdict(author: str) -> bool | None:
        names = names_in(author)
        return bool(names & wanted) if known is None or names <= known else None

    return settle_word(data, verdict, name)


def signers(data: bytes, *, name: str = "") -> list[str]:
    """The delegations that have proposals in a compiled Word file. Raises UnreadableDraft."""
    from resolint.word.redline.settling import authors_of

    return sorted({one for author in authors_of(data, name) for one in author.split(JOINT)})


def _wanted(merged: Merged, text: Document) -> list[Wanted]:
    rows = []
    for one in merged.proposals:
        where = structure.where(text, text.block(one.block).span()) if text.has_block(one.block) else "a note"
        where = f"after {where or 'the beginning'}" if one.kind == "new paragraph" else where or "masthead"
        rows.append(Wanted(where, one.kind, one.who, one.old, one.new, one.conflict))
    return rows


def _told(found: Sequence[Comparison], spoken: Sequence[Remark]) -> list[tuple[str, str, str]]:
    """The comments of the copies: who, where, and what."""
    rows = []
    for one in spoken:
        span = one.comment.span
        where = structure.where(found[one.copy].draft, span) if span is not None else ""
        rows.append((one.author, where, " ".join(one.comment.text.split())))
    return rows

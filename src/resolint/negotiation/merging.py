"""Makes one text of the copies of several delegations: a merge of many plans over one base.

Every copy is a plan over the base: stretches of a block replaced, blocks dropped, paragraphs put in. What several want alike is one
proposal of them all; what they want otherwise stands side by side. Whoever's proposals are accepted, and all others rejected, gets
that delegation's text, because each stretch of the base knows by whom it is struck and each new text by whom it comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from resolint.frozen import NamedTuple, dataclass
from resolint.model import Document
from resolint.negotiation.wholes import BESIDE, side_by_side
from resolint.writing import Formatting, NewParagraph, NewText, Plan, Replacement, Rewriting

__all__ = ["JOINT", "Merged", "Proposal", "Wanted", "merge", "names_in", "running"]

JOINT = ", "
"""What stands between the names of delegations that want the same."""

Who = frozenset[int]
Kind = Literal["change", "new paragraph", "drop paragraph"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What some delegations want at one place: ``old`` becomes ``new`` in ``block`` (for a new paragraph: behind it).

    ``conflict`` tells that others want something else for the same words.
    """

    block: str
    kind: Kind
    who: tuple[str, ...]
    start: int
    old: str
    new: str
    conflict: bool = False


class Wanted(NamedTuple):
    """A line of the table who wants what where."""

    where: str
    kind: str
    who: tuple[str, ...]
    old: str
    new: str
    conflict: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """The plan of the compiled text, signed by delegations, and the proposals in the order of the base.

    ``unsaid`` are changes of italics that two sides make to the same words, which no tracked change can say.
    """

    plan: Plan
    proposals: tuple[Proposal, ...]
    unsaid: int = 0


class _Cut(NamedTuple):
    """A stretch of a block with those who strike it."""

    start: int
    end: int
    who: Who


def names_in(author: str) -> frozenset[str]:
    """The delegations in whose name a change stands."""
    return frozenset(author.split(JOINT))


def merge(base: Document, plans: Sequence[Plan], names: Sequence[str]) -> Merged:
    """One plan of many over the same base; ``names`` are those of the delegations, without commas, each once."""
    return _Merge(base, plans, names).result()


class _Merge:
    """Plans while they become one."""

    def __init__(self, base: Document, plans: Sequence[Plan], names: Sequence[str]) -> None:
        self.base, self.plans, self.names = base, plans, names
        self.order = {
            block.id: at
            for at, block in enumerate((*base.blocks, *(b for note in base.footnotes for b in note.blocks)))
        }
        self.dropped = [set(plan.dropped) for plan in plans]
        self.steps = [{one.block: one for one in plan.rewritings} for plan in plans]
        self.proposals: list[Proposal] = []
        self.unsaid = 0

    def signed(self, who: Who) -> str:
        return JOINT.join(self.names[at] for at in sorted(who))

    def result(self) -> Merged:
        blocks = {block for steps in self.steps for block in steps} | {one for row in self.dropped for one in row}
        rewritings, dropped, droppers = [], [], {}
        # Notes come first: a note whose reference is struck is struck as it then stands.
        for block in sorted(blocks, key=lambda one: (one.startswith("document/"), self.order.get(one, 0))):
            made = self._rewriting(block)
            if made.replacements or made.formattings:
                rewritings.append(made)
            who = frozenset(at for at, row in enumerate(self.dropped) if block in row)
            if who:
                dropped.append(block)
                droppers[block] = self.signed(who)
                self.proposals.append(self._proposal(block, "drop paragraph", who, 0, self.base.block(block).text, ""))
        inserted = tuple(self._inserted())
        self.proposals.sort(key=lambda one: (self.order.get(one.block, 0), one.kind == "new paragraph", one.start))
        plan = Plan(tuple(rewritings), tuple(dropped), inserted, droppers)
        return Merged(plan, tuple(_with_conflicts(self.proposals)), self.unsaid)

    def _proposal(self, block: str, kind: Kind, who: Who, start: int, old: str, new: str) -> Proposal:
        return Proposal(block, kind, tuple(self.names[at] for at in sorted(who)), start, old, new)

    # -- inside of blocks ------------------------------------------------------------------------------------

    def _rewriting(self, block: str) -> Rewriting:
        text = self.base.block(block).text if self.base.has_block(block) else self._note_text(block)
        given = {at: steps[block].replacements for at, steps in enumerate(self.steps) if block in steps}
        kept = [(one.start, one.end) for steps in self.steps if block in steps for one in steps[block].formattings]
        own = side_by_side(given, text, self._italics(block), kept)
        droppers = frozenset(at for at, row in enumerate(self.dropped) if block in row)
        struck = {at: [(one.start, one.end) for one in row if one.start < one.end] for at, row in own.items()}
        cuts = [cut for cut in _cuts(struck, len(text), droppers) if cut.who and cut.who != droppers]
        news: dict[tuple[int, NewText], set[int]] = {}
        wishes: dict[tuple[int, int, str], set[int]] = {}
        for at, row in own.items():
            for one in row:
                wishes.setdefault((one.start, one.end, one.new.text), set()).add(at)
                if one.new.text:
                    news.setdefault((one.end, one.new), set()).add(at)
        for (start, end, new), who in wishes.items():
            self.proposals.append(self._proposal(block, "change", frozenset(who), start, text[start:end], new))
        replacements = list(self._joined(cuts, news))
        formattings = tuple(self._formattings(block, [(cut.start, cut.end) for cut in cuts]))
        return Rewriting(block, tuple(sorted(replacements, key=lambda one: (one.start, one.end))), formattings)

    def _italics(self, block: str) -> list[tuple[int, int]]:
        """The stretches of a block that stand in italics."""
        marks = self.base.block(block).marks if self.base.has_block(block) else ()
        return [(mark.start, mark.end) for mark in marks if mark.kind == "italic"]

    def _note_text(self, block: str) -> str:
        return next((b.text for note in self.base.footnotes for b in note.blocks if b.id == block), "")

    def _joined(self, cuts: Sequence[_Cut], news: Mapping[tuple[int, NewText], set[int]]) -> Iterator[Replacement]:
        """Strikes and new texts; a new text stands with the strike that ends where it comes if both are of the same."""
        left = {key: frozenset(who) for key, who in news.items()}
        for cut in cuts:
            mate = next((key for key, who in left.items() if key[0] == cut.end and who == cut.who), None)
            if mate is not None:
                del left[mate]
            yield Replacement(cut.start, cut.end, mate[1] if mate else NewText(""), self.signed(cut.who))
        for (at, new), who in left.items():
            yield Replacement(at, at, new, self.signed(who))

    def _formattings(self, block: str, struck: Sequence[tuple[int, int]]) -> Iterator[Formatting]:
        """Changes of italics that nobody else's change stands in the way of."""
        wanted: dict[tuple[int, int, bool], set[int]] = {}
        for at, steps in enumerate(self.steps):
            for one in steps[block].formattings if block in steps else ():
                wanted.setdefault((one.start, one.end, one.italic), set()).add(at)
        taken = list(struck)
        for (start, end, italic), who in sorted(wanted.items()):
            if any(first < end and start < last for first, last in taken):
                self.unsaid += 1
                continue
            taken.append((start, end))
            yield Formatting(start, end, italic, self.signed(frozenset(who)))

    # -- whole paragraphs ------------------------------------------------------------------------------------

    def _inserted(self) -> Iterator[NewParagraph]:
        """New paragraphs by their places; the same words at the same place are one paragraph of several."""
        places: dict[tuple[str | None, str | None], list[list[NewParagraph]]] = {}
        for at, plan in enumerate(self.plans):
            for one in plan.inserted:
                rows = places.setdefault((one.after, one.before), [[] for _ in self.plans])
                rows[at].append(one)
        for (after, before), rows in sorted(places.items(), key=lambda item: self._place(item[0])):
            for new, who in _woven(rows):
                self.proposals.append(self._proposal(after or before or "", "new paragraph", who, 0, "", new.new.text))
                yield new._replace(author=self.signed(who))

    def _place(self, key: tuple[str | None, str | None]) -> tuple[int, bool]:
        return self.order.get(key[0] or key[1] or "", -1), key[0] is not None


def _cuts(struck: Mapping[int, Sequence[tuple[int, int]]], length: int, droppers: Who) -> Iterator[_Cut]:
    """The block cut wherever somebody's strike begins or ends; who drops the block strikes all of it."""
    edges = {0, length, *(place for row in struck.values() for pair in row for place in pair)}
    row = sorted(place for place in edges if 0 <= place <= length)
    for start, end in pairwise(row):
        who = {at for at, pairs in struck.items() if any(first <= start and end <= last for first, last in pairs)}
        yield _Cut(start, end, frozenset(who) | droppers)


def _woven(rows: Sequence[Sequence[NewParagraph]]) -> list[tuple[NewParagraph, Who]]:
    """The new paragraphs of all copies at one place in an order that keeps that of each, equal ones once."""
    found: list[tuple[NewParagraph, set[int]]] = []
    for at, row in enumerate(rows):
        behind = len(found)
        # From the last to the first: what only this copy has comes before what it shares, and behind what others have.
        for new in reversed(row):
            same = next((n for n in range(behind - 1, -1, -1) if _alike(found[n][0], new)), None)
            if same is None:
                found.insert(behind, (new, {at}))
            else:
                found[same][1].add(at)
                behind = same
    return [(new, frozenset(who)) for new, who in found]


def _alike(one: NewParagraph, other: NewParagraph) -> bool:
    return one.new == other.new and one.like == other.like


def _with_conflicts(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """The proposals, those marked for whose words somebody else wants something else."""
    by_block: dict[str, list[Proposal]] = {}
    for one in proposals:
        if one.kind != "new paragraph":
            by_block.setdefault(one.block, []).append(one)
    for one in proposals:
        others = by_block.get(one.block, ()) if one.kind != "new paragraph" else ()
        clash = any(other is not one and other.who != one.who and _meet(one, other) for other in others)
        yield Proposal(one.block, one.kind, one.who, one.start, one.old, one.new, clash)


def _meet(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals are about the same words, the same place between words, or words side by side."""
    first, last = one.start, one.start + len(one.old)
    start, end = other.start, other.start + len(other.old)
    return first <= end + BESIDE and start <= last + BESIDE


# -- running text ----------------------------------------------------------------------------------------------


def running(merged: Merged, base: Document, author: str) -> Plan:
    """The plan of the compiled text with all proposals in the running text, in brackets that name the delegations.

    *[words – delete: A]*, *[A, B: new words]*; a paragraph that somebody would drop stands in brackets as a whole.
    """
    droppers = merged.plan.droppers
    rewritings: dict[str, list[Replacement]] = {}
    for one in merged.plan.rewritings:
        for step in one.replacements:
            text = _text(base, one.block)[step.start : step.end]
            said = f"[{text.strip()} – delete: {step.author}]" if text.strip() else ""
            lead = text[: len(text) - len(text.lstrip())] if said else text
            tail = text[len(text.rstrip()) :] if said else ""
            new = step.new.text
            given = NewText(f"[{step.author}: {new.strip()}]", None, step.new.notes) if new.strip() else None
            front, back = new[: len(new) - len(new.lstrip())], new[len(new.rstrip()) :]
            whole = lead + said + tail
            if given is not None:
                joint = "" if not whole or whole.endswith(" ") or front else " "
                whole += (joint or front) + given.text + (back if not tail else "")
            notes = step.new.notes if given is not None else ()
            rewritings.setdefault(one.block, []).append(
                Replacement(step.start, step.end, NewText(whole, None, notes), author)
            )
    for block, who in droppers.items():
        rows = rewritings.setdefault(block, [])
        first, last = base.block(block).lead, len(base.block(block).text)
        rows.insert(0, Replacement(first, first, NewText("["), author))
        rows.append(Replacement(last, last, NewText(f" – delete paragraph: {who}]"), author))
    made = tuple(
        Rewriting(block, tuple(_in_a_row(sorted(rows, key=lambda one: (one.start, one.end)))))
        for block, rows in rewritings.items()
    )
    inserted = tuple(one._replace(new=_bracketed(one.new, one.author), author=author) for one in merged.plan.inserted)
    return Plan(made, (), inserted)


def _in_a_row(rows: Sequence[Replacement]) -> Iterator[Replacement]:
    """The replacements of a block, what is put in at one place as one, with blanks between its brackets."""
    last: Replacement | None = None
    for one in rows:
        if last is not None and one.start == one.end == last.end and one.new.text.strip(" ").startswith("["):
            joint = "" if last.new.text.endswith((" ", "[")) or one.new.text.startswith(" ") else " "
            notes = (*last.new.notes, *one.new.notes)
            last = last._replace(new=NewText(last.new.text + joint + one.new.text, None, notes))
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _text(base: Document, block: str) -> str:
    if base.has_block(block):
        return base.block(block).text
    return next((b.text for note in base.footnotes for b in note.blocks if b.id == block), "")


def _bracketed(new: NewText, who: str) -> NewText:
    """A new paragraph in brackets, behind the number or blanks that it begins with."""
    text = new.text
    at = text.find("\t") + 1 if "\t" in text[:12] else 0
    lead = f"[{who}: "
    italics = new.italics
    if italics is not None:
        italics = tuple((a + len(lead) if a >= at else a, b + len(lead) if b > at else b) for a, b in italics)
    return NewText(f"{text[:at]}{lead}{text[at:]}]", italics, new.notes)

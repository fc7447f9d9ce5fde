"""Grades a returned file against the key: every planted fault is mended, found or missed, and what was right may be broken.

What cannot be told by the words alone is *doubtful*: it goes to the trainer with the words, and counts for nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from resolint import structure
from resolint.findings import Finding, Report
from resolint.lexicon import Lexicon
from resolint.model import Block, Span
from resolint.teach.edits import beginnings, clauses, hollow, moved, said, strokes, with_more, without
from resolint.teach.exercise import OF_THE_FILE
from resolint.teach.grades import NEW, Broken, Graded, Result, Verdict
from resolint.teach.pairs import (
    Change,
    alike,
    applied,
    beside,
    body,
    changes,
    near,
    nearest,
    paired,
    reworded,
    short,
    with_neighbours,
)
from resolint.teach.planting import MARKINGS, essence, whole_words
from resolint.teach.sheet import Sheet, Target
from resolint.teach.showing import as_terminal, bare, formatted

__all__ = ["grade"]

_SETTLED = "nothing was changed here, but a change elsewhere has settled it"
_NAME = 10
"""So many words may stand in a line above the draft that is taken for the name of who hands it in."""


def grade(sheet: Sheet, report: Report, lexicon: Lexicon, student: str, path: str) -> Graded:
    """What the returned file that ``report`` is about, with its document, is worth."""
    return _Grader(sheet, report, lexicon).run(student, path)


class _Grader:
    """One returned file beside the exercise."""

    def __init__(self, sheet: Sheet, report: Report, lexicon: Lexicon) -> None:
        assert report.document is not None
        self.sheet = sheet
        self.returned = report.document
        self.pairs, self.added = paired(sheet.given, self.returned, lexicon)
        self.sources = {block.id: key for key, block in self.pairs.items()}
        self.targets = {target.block: target for target in sheet.targets}
        self.made = {key: self._made(key, block.text) for key, block in self.pairs.items()}
        self.joined, self.divided = self._rejoined()
        self.fresh = list(_fresh(sheet.report, report, self.sources))
        self.standing = report.active
        self.mending = {target.block: self._mending(target) for target in sheet.targets}
        self.broken: list[Broken] = []
        self.unsure: list[Broken] = []
        self.in_order = True
        self.notes: list[str] = []

    def run(self, student: str, path: str) -> Graded:
        self._moved()
        self._outside()
        self._new()
        results = tuple(self._result(target) for target in self.sheet.targets)
        for target, result in zip(self.sheet.targets, results, strict=True):
            self._beside(target, result)
        touched = any(result.verdict in ("mended", "found", "doubtful") for result in results)
        self._consequences(touched)
        needless = sum(self._is_needless(comment.span) for comment in self.returned.comments)
        exercise = self.sheet.exercise
        return Graded(
            student,
            path,
            exercise.identifier,
            results,
            tuple(self.broken),
            tuple(self.unsure),
            tuple(self.notes),
            needless,
            len(self.returned.comments),
            exercise.number,
        )

    # -- what was right --------------------------------------------------------------------------------------------

    def _outside(self) -> None:
        """Words that were changed where nothing was wrong, with what the linter says of them."""
        for block in body(self.sheet.given):
            where = structure.where(self.sheet.given, block.span()) or "the draft"
            target = self.targets.get(block.id)
            if block.id not in self.pairs:
                # What holds a fault is for the trainer, once.
                if target is None:
                    self._gone(block, where)
                continue
            theirs = self.pairs[block.id]
            elsewhere = [c for c in self.made[block.id] if c not in self.mending.get(block.id, ())]
            if hollow(block.text, self.made[block.id]):
                if target is None:
                    rules = self._ids(self._take(theirs.id))
                    what = f"most of the paragraph is gone: “{short(block.text)}”"
                    self.broken.append(Broken(where, what, rules, theirs.span()))
                continue
            edits = strokes(block.text, elsewhere)
            for edit in edits:
                self._edited(block, theirs, edit, where, len(edits) == 1, mending=target is not None)
            if not elsewhere and (target is None or not (target.form or self.made[block.id])):
                self._form(block, theirs, where)

    def _gone(self, block: Block, where: str) -> None:
        """A paragraph that is not there any more, or runs on in another one."""
        host = self.joined.get(block.id)
        rules = () if host is None else self._ids(self._take(host))
        what = "is gone" if host is None else "was joined to another one"
        self.broken.append(Broken(where, f"the paragraph {what}: “{short(block.text)}”", rules))

    def _edited(
        self, block: Block, theirs: Block, edit: Sequence[Change], where: str, alone: bool, *, mending: bool
    ) -> None:
        """One edit where nothing was wrong is broken; in the paragraph of a fault, where no rule objects, it is for the trainer:

        it may be part of the mending.
        """
        rules = tuple(sorted({rule for change in edit for rule in self._said(theirs.id, change, alone)}))
        span = Span(theirs.id, edit[0].at, max(change.stop for change in edit))
        found = Broken(where, said(block.text, theirs.text, edit), rules, span)
        (self.unsure if mending and not rules else self.broken).append(found)

    def _made(self, key: str, new: str) -> tuple[Change, ...]:
        """What was changed in a paragraph; nobody sees blanks and ends of lines at its edges, unless they are the fault."""
        old, target = self.sheet.given.block(key).text, self.targets.get(key)
        end = len(old) + (target is not None and target.end == len(old))
        return tuple(
            one for one in changes(old, new) if (one.start > 0 and one.end < end) or (one.old + one.new).strip()
        )

    def _moved(self) -> None:
        """Paragraphs that stand in another place of the act."""
        order = {block: at for at, block in enumerate(clauses(self.returned))}
        known = [key for key in clauses(self.sheet.given) if key in self.pairs and self.pairs[key].id in order]
        for at in moved([order[self.pairs[key].id] for key in known]):
            block, theirs = self.sheet.given.block(known[at]), self.pairs[known[at]]
            where = structure.where(self.sheet.given, block.span()) or "the draft"
            self.broken.append(Broken(where, f"the paragraph was moved: “{short(block.text)}”", (), theirs.span()))
            self.in_order = False

    def _rejoined(self) -> tuple[Mapping[str, str], frozenset[str]]:
        """The paragraphs that run on in another one, each with that; and the new ones that are parts of another one.

        What was changed in those others is then counted without them.
        """
        joined: dict[str, str] = {}
        gone = [block for block in body(self.sheet.given) if block.id not in self.pairs]
        for key, theirs in self.pairs.items():
            for block in gone:
                made = without(self.sheet.given.block(key).text, theirs.text, block.text)
                if made is not None and block.id not in joined and theirs.id not in joined.values():
                    joined[block.id], self.made[key] = theirs.id, made
        divided: set[str] = set()
        for block in self.added:
            for key, theirs in self.pairs.items():
                target = self.targets.get(key)
                start, end = (-1, -1) if target is None else (target.start, target.end)
                made = with_more(self.sheet.given.block(key).text, theirs.text, block.text, start, end)
                if made is not None and block.id not in divided and self.made[key]:
                    self.made[key] = made
                    divided.add(block.id)
        return joined, frozenset(divided)

    def _new(self) -> None:
        """Paragraphs that were put in; a line above the draft, where students write their names, breaks nothing."""
        begin = beginnings(self.returned)
        row = [block.id for block in body(self.returned)]
        first = next((at for at, block in enumerate(row) if block in begin), 0)
        for block in self.added:
            rules = self._ids(self._take(block.id))
            if not rules and block.id in row[:first] and len(block.text.split()) <= _NAME:
                continue
            where = structure.where(self.returned, block.span()) or "the draft"
            what = "a paragraph was divided" if block.id in self.divided else NEW
            self.broken.append(Broken(where, f"{what}: “{short(block.text)}”", rules, block.span()))

    def _beside(self, target: Target, result: Result) -> None:
        """What was done in the paragraph of a fault besides: words that are set otherwise where a rule objects to that; and no
        second judgement of an edit for which the fault is doubtful."""
        theirs = self.pairs.get(target.block)
        if theirs is None:
            return
        if result.verdict == "doubtful" and result.reason == _SETTLED:
            for row in (self.unsure, self.broken):
                at = next((at for at, one in enumerate(row) if one.span and one.span.block == theirs.id), None)
                if at is not None:
                    del row[at]
                    return
        left = [finding for finding in self.fresh if finding.span.block == theirs.id]
        if left and self._is_set_otherwise(target, theirs):
            where = structure.where(self.sheet.given, self.sheet.given.block(target.block).span()) or "the draft"
            self.broken.append(Broken(where, left[0].message, self._ids(self._take(theirs.id)), left[0].span))

    def _is_set_otherwise(self, target: Target, theirs: Block) -> bool:
        """Whether words besides those of the fault are set otherwise than they were given."""
        given = self.sheet.given.block(target.block)
        if theirs.text == target.right.text:
            return essence(theirs) != essence(target.right)
        made = self.made[target.block]
        was, now = _marked(given), _marked(theirs)
        kept = [
            at
            for at, sign in enumerate(given.text)
            if sign.isalnum() and not any(one.start <= at < one.end for one in made)
        ]
        return any((at in was[kind]) != (nearest(at, made) in now[kind]) for kind in MARKINGS for at in kept)

    @staticmethod
    def _ids(found: Sequence[Finding]) -> tuple[str, ...]:
        return tuple(sorted({finding.rule for finding in found}))

    def _form(self, block: Block, theirs: Block, where: str) -> None:
        """A paragraph with the same words that is set otherwise: broken only where a rule says so."""
        if essence(block) == essence(theirs) and (block.label == theirs.label or not self.in_order):
            return
        target = self.targets.get(block.id)
        found = [f for f in self.fresh if f.span.block == theirs.id and (target is None or f.rule != target.fault.rule)]
        if found:
            self._take(theirs.id)
            self.broken.append(Broken(where, found[0].message, self._ids(found), found[0].span))

    def _said(self, block: str, change: Change, alone: bool) -> tuple[str, ...]:
        """The rules that a change breaks; the findings are taken off the list."""
        taken = [
            finding
            for finding in self.fresh
            if finding.span.block == block
            and (alone or (finding.span.start <= change.stop + 1 and finding.span.end >= change.at - 1))
        ]
        self.fresh = [finding for finding in self.fresh if finding not in taken]
        return tuple(sorted({finding.rule for finding in taken}))

    def _take(self, block: str) -> list[Finding]:
        taken = [finding for finding in self.fresh if finding.span.block == block]
        self.fresh = [finding for finding in self.fresh if finding.span.block != block]
        return taken

    def _consequences(self, touched: bool) -> None:
        """New findings in paragraphs that nobody touched follow from a change elsewhere."""
        for finding in self.fresh:
            if self.unsure and not self.broken:
                self.broken.append(self.unsure.pop(0))
            if self.broken:
                first = self.broken[0]
                rules = tuple(sorted({*first.rules, finding.rule}))
                self.broken[0] = Broken(first.where, first.what, rules, first.span)
            elif touched or finding.span.block in self.sources:
                self.notes.append(
                    f"{finding.where}: {finding.message} ({finding.rule}; this follows from a change elsewhere)"
                )
            else:
                self.broken.append(Broken(finding.where, finding.message, (finding.rule,), finding.span))

    def _mending(self, target: Target) -> Sequence[Change]:
        """The changes that are about a fault of words: those of the words that are wrong if they make them right, and otherwise
        all in what the linter speaks of, for a name may be put right by another order of its words, and where that is settled
        all that reworded the place."""
        given = self.sheet.given.block(target.block).text
        made = [] if target.form else self.made.get(target.block, ())
        narrow = [change for change in made if change.touches(target.start, target.end)]
        text = applied(given, narrow)
        if alike(text, target.right.text, given) or text in target.accepted:
            return narrow
        here = [change for change in made if change.touches(*target.around)]
        if not here or applied(given, here) in target.accepted or self._stands(target):
            return here
        return reworded(given, made, here)

    def _stands(self, target: Target) -> bool:
        """Whether the linter still says in the paragraph what the fault is about."""
        block = self.pairs[target.block].id
        return any(finding.rule == target.fault.rule and finding.span.block == block for finding in self.standing)

    # -- faults ----------------------------------------------------------------------------------------------------

    def _result(self, target: Target) -> Result:
        theirs = self.pairs.get(target.block)
        seen = target.fault.seen(self.sheet.exercise.source.split("\n")[target.fault.line - 1])
        if theirs is None:
            return Result(target.fault, "doubtful", "", "the paragraph is gone", None, *seen)
        made = self.made[target.block]
        start, end = nearest(target.start, made), nearest(target.end, made)
        for change in self.mending[target.block]:
            start, end = min(start, change.at), max(end, change.stop)
        span = Span(theirs.id, start, max(start, end))
        words = self._now(target, theirs, span)
        verdict, reason = self._judged(target, theirs, span)
        if verdict == "doubtful" and not target.form:
            words, seen = self._side_by_side(target, theirs)
        return Result(target.fault, verdict, words, reason, span, *seen)

    def _side_by_side(self, target: Target, theirs: Block) -> tuple[str, tuple[str, str]]:
        """The same stretch as it is now, as it was given and as it would be right, each with the words beside it."""
        given = self.sheet.given.block(target.block)
        here = self.mending[target.block]
        start = min([target.around[0], *(change.start for change in here)])
        end = max([target.around[1], *(change.end for change in here)])
        start, end = with_neighbours(given.text, start, end)
        shown = []
        for block in (theirs, given, target.right):
            made = changes(given.text, block.text)
            # What was put in at an edge is shown too.
            inside = [change for change in made if change.touches(start, end)]
            first = min([nearest(start, made), *(change.at for change in inside)])
            last = max([nearest(end, made), *(change.stop for change in inside)])
            shown.append(formatted(block, *whole_words(block.text, first, last), notes=True))
        was, right = (as_terminal(words, False).strip() for words in shown[1:])
        return bare(shown[0]).strip(), (was, right)

    def _now(self, target: Target, theirs: Block, span: Span) -> str:
        """What stands at ``span`` now: as much as the linter spoke of there, in whole words."""
        made = self.made[target.block]
        first, last = whole_words(self.sheet.given.block(target.block).text, *target.around)
        start = min([span.start, nearest(first, made), *(c.at for c in made if c.start <= first < c.end)])
        start, end = whole_words(theirs.text, start, max(span.end, nearest(last, made)))
        return bare(formatted(theirs, start, end, notes=True)).strip()

    def _judged(self, target: Target, theirs: Block, span: Span) -> tuple[Verdict, str]:
        given = self.sheet.given.block(target.block)
        here = self.mending[target.block]
        if hollow(given.text, self.made[target.block]):
            self._take(theirs.id)
            return "doubtful", "most of the paragraph is gone"
        text = applied(given.text, here)
        same = [f.span for f in self.standing if f.rule == target.fault.rule and f.span.block == theirs.id]
        still, here_still = bool(same), any(beside(one, span, theirs.text) for one in same)
        if target.form:
            changed, right = _set_as(given, target, theirs, self.made[target.block])
        else:
            changed, right = bool(here), alike(text, target.right.text, given.text)
        if right and changed and here_still:
            return "found", "it was changed, but it is still wrong"
        if right:
            return "mended", ""
        if not changed:
            return self._unchanged(theirs, span, still)
        more = self._take(theirs.id)
        if still:
            return "found", "it was changed, but it is still wrong"
        if more:
            return "found", f"mended, but now: {more[0].message}"
        if text in target.accepted:
            return "mended", "another right form"
        return "doubtful", "no rule objects to it any more, but it is not the form of the answer sheet"

    def _unchanged(self, theirs: Block, span: Span, still: bool) -> tuple[Verdict, str]:
        comments = [c.span for c in self.returned.comments if c.span is not None and c.span.block == theirs.id]
        if any(near(one, span, theirs.text) for one in comments):
            return "found", "it was marked by a comment"
        if comments:
            return "doubtful", "a comment stands elsewhere in the paragraph"
        if not still:
            return "doubtful", _SETTLED
        return "missed", ""

    def _is_needless(self, span: Span | None) -> bool:
        """Whether a comment is on a paragraph in which nothing was wrong."""
        return span is not None and self.sources.get(span.block) not in self.targets


def _set_as(given: Block, target: Target, theirs: Block, made: Sequence[Change]) -> tuple[bool, bool]:
    """Whether the words of a fault of form are set otherwise than they were, and whether they are set as they should be."""
    was, wanted = _marked(given), _marked(target.right)
    now = _marked(theirs)
    places = [at for at in range(target.start, target.end) if given.text[at : at + 1].isalnum()]
    moved = {at: nearest(at, made) for at in places}
    changed = any((at in was[kind]) != (moved[at] in now[kind]) for kind in MARKINGS for at in places)
    right = all((at in wanted[kind]) == (moved[at] in now[kind]) for kind in MARKINGS for at in places)
    return changed, right


def _marked(block: Block) -> Mapping[str, frozenset[int]]:
    return {kind: frozenset(places) for kind, places in essence(block)[1]}


def _fresh(before: Report, after: Report, sources: Mapping[str, str]) -> Iterator[Finding]:
    """The findings that the exercise did not have in the same paragraph; comments and tracked changes are no faults here."""
    known = Counter((finding.rule, finding.span.block) for finding in before.active)
    for finding in after.active:
        if finding.rule.startswith(OF_THE_FILE):
            continue
        key = finding.rule, sources.get(finding.span.block, "")
        if known[key] > 0:
            known[key] -= 1
        else:
            yield finding

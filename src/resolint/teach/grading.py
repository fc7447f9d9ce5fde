"""Grades a returned file against the key: every planted fault is mended, found or missed, and what was right may be broken.

What cannot be told by the words alone is *doubtful*: it goes to the trainer with the words, and counts for nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from resolint import structure
from resolint.findings import Finding, Report
from resolint.lexicon import Lexicon
from resolint.model import Block, Span
from resolint.teach.exercise import OF_THE_FILE
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
    told,
    with_neighbours,
)
from resolint.teach.planting import MARKINGS, Planted, essence, whole_words
from resolint.teach.sheet import Sheet, Target
from resolint.teach.showing import as_terminal, bare, formatted

__all__ = ["NEW", "VERDICTS", "Broken", "Graded", "Result", "Verdict", "grade"]

Verdict = Literal["mended", "found", "missed", "doubtful"]
NEW = "a paragraph is new"
VERDICTS: tuple[Verdict, ...] = ("mended", "found", "missed", "doubtful")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one fault; ``words`` are those that stand there now, ``reason`` says why the verdict is this one.

    ``span`` is the place in the returned file, None where it is gone. ``wrong`` and ``right`` are what was given and what would
    be right, in whole words and in the notation.
    """

    fault: Planted
    verdict: Verdict
    words: str = ""
    reason: str = ""
    span: Span | None = None
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """What was right and was changed: where, what happened, and the rules that are broken by it."""

    where: str
    what: str
    rules: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Graded:
    """One returned file: whose it is, the faults with their verdicts, what was broken, and what the trainer should look at.

    ``comments`` counts those of the student, ``needless`` those of them on words that are right.
    """

    student: str
    path: str
    exercise: str
    results: tuple[Result, ...]
    broken: tuple[Broken, ...] = ()
    notes: tuple[str, ...] = ()
    needless: int = 0
    comments: int = 0
    number: int = 1
    place: int = field(default=0, compare=False)

    def count(self, verdict: Verdict) -> int:
        """How many faults got this verdict."""
        return sum(result.verdict == verdict for result in self.results)


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
        self.made = {key: _made(sheet.given.block(key).text, block.text) for key, block in self.pairs.items()}
        self.fresh = list(_fresh(sheet.report, report, self.sources))
        self.standing = report.active
        self.targets = {target.block: target for target in sheet.targets}
        self.mending = {target.block: self._mending(target) for target in sheet.targets}
        self.broken: list[Broken] = []
        self.notes: list[str] = []

    def run(self, student: str, path: str) -> Graded:
        self._outside()
        results = tuple(self._result(target) for target in self.sheet.targets)
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
            if block.id not in self.pairs:
                self.broken.append(Broken(where, f"the paragraph is gone: “{short(block.text)}”"))
                continue
            theirs = self.pairs[block.id]
            target = self.targets.get(block.id)
            elsewhere = [c for c in self.made[block.id] if c not in self.mending.get(block.id, ())]
            for change in elsewhere:
                span = Span(theirs.id, change.at, change.stop)
                self.broken.append(
                    Broken(where, told(change), self._said(theirs.id, change, len(elsewhere) == 1), span)
                )
            if not elsewhere and (target is None or not (target.form or self.made[block.id])):
                self._form(block, theirs, where)
        for block in self.added:
            where = structure.where(self.returned, block.span()) or "the draft"
            rules = tuple(sorted({finding.rule for finding in self._take(block.id)}))
            self.broken.append(Broken(where, f"{NEW}: “{short(block.text)}”", rules, block.span()))

    def _form(self, block: Block, theirs: Block, where: str) -> None:
        """A paragraph with the same words that is set otherwise: broken only where a rule says so."""
        if essence(block) == essence(theirs) and block.label == theirs.label:
            return
        target = self.targets.get(block.id)
        said = [f for f in self.fresh if f.span.block == theirs.id and (target is None or f.rule != target.fault.rule)]
        if said:
            self._take(theirs.id)
            rules = tuple(sorted({finding.rule for finding in said}))
            self.broken.append(Broken(where, said[0].message, rules, said[0].span))

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
            return "doubtful", "nothing was changed here, but a change elsewhere has settled it"
        return "missed", ""

    def _is_needless(self, span: Span | None) -> bool:
        """Whether a comment is on a paragraph in which nothing was wrong."""
        return span is not None and self.sources.get(span.block) not in self.targets


def _made(old: str, new: str) -> tuple[Change, ...]:
    """What was changed in a paragraph; blanks at its beginning come and go when another program saves the file."""
    return tuple(one for one in changes(old, new) if one.start > 0 or one.old.strip() or one.new.strip())


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

"""Plants faults into a clean draft, each proved: the linter says what it said before and the planted fault, and no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from resolint.findings import Finding, Report
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Plant
from resolint.teach.chance import Chance
from resolint.teach.plants import Site, SourceLine, lines_of, sites
from resolint.teach.showing import raised

__all__ = [
    "MARKINGS",
    "Judge",
    "Planted",
    "Planting",
    "Remedy",
    "bare_words",
    "blocks_of",
    "difference",
    "essence",
    "plant",
    "whole_words",
]

Judge = Callable[[str], Report]
"""Lints a source; the report keeps the document."""
Remedy = Callable[[str, Finding], str]
"""What the linter makes of a source when it mends a finding; the source as it was where it proposes nothing."""

MARKINGS = ("italic", "bold", "underline")
"""The marks that openings are set in."""
_SIGNS = lazy(r"\*|</?u>")
_FIELD = lazy(r'\w{1,40} = "')
_HEADING = lazy(r"^#{1,6} ")
_NOTE = lazy(r"\[\^(\d{1,3})\]")
_ATTEMPTS = 90
"""Places tried for one exercise at most."""
_EACH = 4
"""Places tried for one rule in a row."""

Essence = tuple[str, tuple[tuple[str, tuple[int, ...]], ...]]


def bare_words(text: str) -> str:
    """Words of the notation without the signs for how they are set; marks of notes are raised figures."""
    return _NOTE.sub(lambda found: raised(found[1]), _SIGNS.sub("", _HEADING.sub("", text))).strip()


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault that was planted: rule, line of the source, the characters ``start`` to ``end`` of that line in the faulty
    draft, which are ``wrong`` and were ``right``; where a delegate finds it, and what the linter says.

    ``accept`` are further texts that would be right there.
    """

    rule: str
    name: str
    line: int
    start: int
    end: int
    wrong: str
    right: str
    accept: tuple[str, ...]
    where: str
    message: str

    @property
    def wrong_words(self) -> str:
        """What is wrong, without the signs of the notation for how it is set."""
        return bare_words(self.wrong)

    @property
    def right_words(self) -> str:
        """What is right, without the signs of the notation for how it is set."""
        return bare_words(self.right)

    def seen(self, line: str) -> tuple[str, str]:
        """What is wrong in the faulty ``line`` and what would be right, in whole words and in the notation."""
        before, after = self._around(line)
        wrong, right = (_HEADING.sub("", f"{before}{text}{after}".strip()) for text in (self.wrong, self.right))
        return wrong, right

    def instead(self, line: str) -> tuple[str, ...]:
        """What else would be right in the faulty ``line``, in whole words without the signs of the notation."""
        before, after = self._around(line)
        return tuple(bare_words(f"{before}{text}{after}") for text in self.accept)

    def _around(self, line: str) -> tuple[str, str]:
        """What stands before and behind the fault in the words that it is part of."""
        start, end = whole_words(line, self.start, self.end)
        before, after = line[start : self.start], line[self.end : end]
        if _FIELD.match(line):
            # The quotation marks around a field of the masthead are the notation's.
            return before.removeprefix('"'), after.removesuffix('"')
        return before, after

    def mended(self, line: str, text: str) -> str:
        """The faulty ``line`` with ``text`` in the place of what is wrong."""
        return line[: self.start] + text + line[self.end :]


@dataclass(frozen=True, slots=True)
class Planting:
    """A draft with faults, and those that are in it, in the order of the draft."""

    source: str
    planted: tuple[Planted, ...]


def plant(
    source: str,
    ways: Mapping[str, Sequence[Plant]],
    order: Sequence[str],
    wanted: int,
    judge: Judge,
    remedy: Remedy,
    chance: Chance,
) -> Planting:
    """``source`` with up to ``wanted`` faults of the rules in ``order``, at most one in a paragraph.

    A rule comes again only when every other had its turn. ``ways`` are the ways to make the fault of each. What the linter
    itself would make of a fault is accepted beside the words that stood there.
    """
    return _Planter(source, judge, remedy, chance).run(ways, order, wanted)


class _Planter:
    """One draft while faults come into it."""

    def __init__(self, source: str, judge: Judge, remedy: Remedy, chance: Chance) -> None:
        self.judge = judge
        self.remedy = remedy
        self.chance = chance
        self.source = source
        report = judge(source)
        self.document = _document(report)
        self.known = _places(report)
        self.lines = lines_of(self.document, source)
        self.taken = {line.number for line in self.lines if any(key[1] == line.block for key in self.known)}
        self.planted: list[Planted] = []
        self.attempts = 0

    def run(self, ways: Mapping[str, Sequence[Plant]], order: Sequence[str], wanted: int) -> Planting:
        found: dict[str, list[Site]] = {}
        while len(self.planted) < wanted and self.attempts < _ATTEMPTS:
            for rule in order:
                if len(self.planted) == wanted or self.attempts >= _ATTEMPTS:
                    break
                # Most rules are never asked: the draft is full of faults before it is their turn.
                if rule not in found:
                    found[rule] = self.chance.shuffled(list(sites(rule, ways[rule], self.lines)))
                self._one(found[rule])
            if not any(found.values()):
                break
        return Planting(self.source, tuple(sorted(self.planted, key=lambda one: one.line)))

    def _one(self, row: list[Site]) -> None:
        """Try the next places of one rule until a fault stands."""
        for _ in range(_EACH):
            while row and row[-1].line in self.taken:
                row.pop()
            if not row:
                return
            self.attempts += 1
            if self._try(row.pop()):
                return

    def _try(self, site: Site) -> bool:
        line = next(line for line in self.lines if line.number == site.line)
        new = line.text[: site.start] + site.new + line.text[site.end :]
        texts = self.source.split("\n")
        texts[site.line - 1] = new
        source = "\n".join(texts)
        report = self.judge(source)
        document = _document(report)
        region = _only_change(self.document, document, line.block)
        if region is None or report.failures:
            return False
        more = [finding for finding in report.active if _place(finding) not in self.known]
        if not more or len(report.active) != sum(self.known.values()) + len(more):
            return False
        if any(one.rule != site.rule or one.span.block != line.block or not _touches(one, region) for one in more):
            return False
        finding = more[0]
        if site.new == site.old or not _comes_back(new, site, line):
            return False
        accept = tuple(dict.fromkeys((*site.accept, *self._proposed(source, site, finding))))
        self.source, self.document, self.known = source, document, _places(report)
        self.taken.add(site.line)
        end = site.start + len(site.new)
        self.planted.append(
            Planted(
                site.rule, finding.name, site.line, site.start, end, site.new, site.old, accept, finding.where,
                finding.message,
            )
        )  # fmt: skip
        return True

    def _proposed(self, faulty: str, site: Site, finding: Finding) -> Iterator[str]:
        """What the linter's own remedy puts in the place of the fault, where it is another than the words that stood there."""
        mended = self.remedy(faulty, finding)
        wrong, right = faulty.split("\n"), mended.split("\n")
        if len(wrong) != len(right) or [at for at, text in enumerate(wrong, 1) if text != right[at - 1]] != [site.line]:
            return
        end = site.start + len(site.new)
        before, after = wrong[site.line - 1][: site.start], wrong[site.line - 1][end:]
        line = right[site.line - 1]
        words = line[site.start : len(line) - len(after)]
        if before + words + after == line and words != site.old and _places(self.judge(mended)) == self.known:
            yield words


def _comes_back(faulty: str, site: Site, line: SourceLine) -> bool:
    """Whether the reference mending brings back every character."""
    end = site.start + len(site.new)
    return faulty[: site.start] + site.old + faulty[end:] == line.text


def _document(report: Report) -> Document:
    assert report.document is not None
    return report.document


def _place(finding: Finding) -> tuple[str, str, int, int]:
    return finding.rule, finding.span.block, finding.span.start, finding.span.end


def _places(report: Report) -> Counter[tuple[str, str, int, int]]:
    return Counter(map(_place, report.active))


def _touches(finding: Finding, region: tuple[int, int]) -> bool:
    return finding.span.start <= region[1] + 1 and finding.span.end >= region[0] - 1


def blocks_of(document: Document) -> Iterator[Block]:
    """The paragraphs of a draft, those of notes last."""
    yield from document.blocks
    for note in document.footnotes:
        yield from note.blocks


def essence(block: Block) -> Essence:
    """Label, words and marking of a paragraph, as far as an exercise is about them: letters alone are set in italics."""
    text = block.text
    marked = []
    for kind in MARKINGS:
        places = {
            at
            for mark in block.marks
            if mark.kind == kind
            for at in range(mark.start, min(mark.end, len(text)))
            if text[at].isalnum()
        }
        marked.append((kind, tuple(sorted(places))))
    return text, tuple(marked)


def difference(one: Block, other: Block) -> tuple[int, int] | None:
    """The characters of ``other`` that are not as in ``one``; None where the two say and show the same."""
    (old, old_marks), (new, new_marks) = essence(one), essence(other)
    if old != new:
        start = 0
        while start < min(len(old), len(new)) and old[start] == new[start]:
            start += 1
        left, right = len(old), len(new)
        while left > start and right > start and old[left - 1] == new[right - 1]:
            left, right = left - 1, right - 1
        return start, right
    changed = {
        at
        for (_, before), (_, after) in zip(old_marks, new_marks, strict=True)
        for at in set(before).symmetric_difference(after)
    }
    return (min(changed), max(changed) + 1) if changed else None


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of ``text``, widened to the words that it is part of."""
    while start > 0 and text[start - 1].isspace() and start == end:
        start -= 1
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _only_change(before: Document, after: Document, block: str) -> tuple[int, int] | None:
    """What changed in ``block``; None where anything else changed too, or nothing."""
    old, new = list(blocks_of(before)), list(blocks_of(after))
    if [one.id for one in old] != [one.id for one in new]:
        return None
    region = None
    for one, other in zip(old, new, strict=True):
        if one.label != other.label:
            return None
        found = difference(one, other)
        if one.id == block:
            region = found
        elif found is not None:
            return None
    return region

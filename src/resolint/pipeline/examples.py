"""Runs the examples of cards: a rule is what its examples show, no more and no less."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from resolint import fixes
from resolint.errors import ResolintError
from resolint.findings import Finding
from resolint.frozen import dataclass
from resolint.model import Block, Document, Span
from resolint.rule import Card, Example

Read = Callable[[str, str], Document]
"""Gives the document that a source is; the second value is its name."""
Run = Callable[[Document, Card, str], Sequence[Finding]]
"""Gives what a card's rule finds in a document under the profile of that name. Raises ResolintError."""

DEFAULT_PROFILE = "ga"


@dataclass(frozen=True, slots=True)
class ExampleFault:
    """An example that does not hold: its card, the line of its fence, and what is wrong in one sentence."""

    rule: str
    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}: {self.message}"


def check_card(card: Card, read: Read, run: Run) -> Iterator[ExampleFault]:
    """What does not hold among the examples of ``card``.

    A bad example yields exactly the spans it marks; a fixed one is what the rule's own fixes make of the bad one
    before it, and is clean; a good one yields nothing.
    """
    bad: tuple[Document, Sequence[Finding]] | None = None
    for example in card.examples:
        profile = example.options.get("profile", DEFAULT_PROFILE)
        document = read(example.source, example.options.get("name", "example.md"))
        try:
            findings = run(document, card, profile)
        except ResolintError as error:
            yield ExampleFault(card.id, card.path, example.line, str(error))
            bad = None
            continue
        if example.kind == "bad":
            bad = document, findings
            faults = _marked(document, findings, example, profile)
        else:
            faults = _clean(document, findings, example)
        for message in faults:
            yield ExampleFault(card.id, card.path, example.line, message)
        if example.kind == "fixed" and bad is not None:
            for message in _fixed(*bad, document):
                yield ExampleFault(card.id, card.path, example.line, message)


def _marked(document: Document, findings: Sequence[Finding], example: Example, profile: str) -> Iterator[str]:
    places = _Places(document, example.source)
    expected = []
    for start, end in example.marked:
        span = places.span(start, end)
        if span is None:
            yield f"the mark on line {_line(example, start)} is on no words of the draft, so nothing can be found there"
        else:
            expected.append(span)
    found = [finding.span for finding in findings]
    missed = _without(expected, found)
    surplus = _without(found, expected)
    if expected and not found:
        yield (
            f"the bad example gives no finding under the profile {profile}, {_shown(document, expected)} "
            f"{'is' if len(expected) == 1 else 'are'} marked"
        )
        return
    if missed:
        yield f"the bad example marks {_shown(document, missed)}, which the rule does not find"
    if surplus:
        yield f"the rule finds {_shown(document, surplus)}, which the bad example does not mark"


def _clean(document: Document, findings: Sequence[Finding], example: Example) -> Iterator[str]:
    for finding in findings:
        yield (
            f"the {example.kind} example is not clean: the rule finds {_shown(document, [finding.span])} "
            f"({finding.message})"
        )


def _fixed(bad: Document, findings: Sequence[Finding], fixed: Document) -> Iterator[str]:
    edits = fixes.applicable((finding.fix for finding in findings), "suggest")
    if not edits:
        return
    try:
        mended = fixes.apply_document(bad, edits)
    except fixes.Stale as error:
        yield f"the fix does not fit the draft: {error}"
        return
    made, asked = [_essence(block) for block in _texts(mended)], [_essence(block) for block in _texts(fixed)]
    for ours, theirs in zip(made, asked, strict=False):
        if ours != theirs:
            if ours[0] == theirs[0]:
                yield f"the italics that the fix makes of “{_cut(ours[0])}” are not those of the fixed example"
            else:
                yield f"the fix makes “{_cut(ours[0], theirs[0])}”, the fixed example has “{_cut(theirs[0], ours[0])}”"
            return
    if len(made) != len(asked):
        yield f"the fix leaves {len(made)} paragraphs, the fixed example has {len(asked)}"


def _texts(document: Document) -> Iterator[Block]:
    yield from document.blocks
    for note in document.footnotes:
        yield from note.blocks


def _essence(block: Block) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words of a block and where they are in italics, neighbouring stretches joined."""
    joined: list[tuple[int, int]] = []
    for mark in sorted(block.marked("italic"), key=lambda mark: mark.start):
        if joined and mark.start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(mark.end, joined[-1][1])
        elif mark.start < mark.end:
            joined.append((mark.start, mark.end))
    return block.text, tuple(joined)


def _without(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    left = list(others)
    kept = []
    for span in spans:
        if span in left:
            left.remove(span)
        else:
            kept.append(span)
    return kept


def _shown(document: Document, spans: Sequence[Span]) -> str:
    shown = []
    for span in spans:
        block = document.block(span.block)
        words = block.text[span.start : span.end]
        line = f" (line {_line_of(block, span.start)} of the example)" if block.places else f" ({span.block})"
        if words:
            shown.append(f"“{_cut(words)}”{line}")
        else:
            before = block.text[max(span.start - 20, 0) : span.start]
            shown.append(f"the place after “{before}”{line}" if before else f"the start of the paragraph{line}")
    return ", ".join(shown)


def _cut(text: str, other: str = "") -> str:
    """At most 60 characters; from a little before the first difference to ``other``."""
    start = 0
    if other:
        same = next(
            (i for i, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other))
        )
        start = max(same - 25, 0) if same > 30 else 0
    part = text[start : start + 60]
    return ("…" if start else "") + part + ("…" if start + 60 < len(text) else "")


def _line(example: Example, offset: int) -> int:
    return example.source.count("\n", 0, offset) + 1


def _line_of(block: Block, offset: int) -> int:
    index = bisect_right([place.offset for place in block.places], offset) - 1
    return block.places[max(index, 0)].line


class _Places:
    """Where the characters of a source went: from offsets in the source to spans of blocks."""

    def __init__(self, document: Document, source: str) -> None:
        starts = [0]
        for line in source.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        self.source = source
        self.pieces: list[tuple[int, int, Block, int]] = []
        for block in _texts(document):
            for number, place in enumerate(block.places):
                last = number + 1 == len(block.places)
                length = (len(block.text) if last else block.places[number + 1].offset) - place.offset
                begin = starts[place.line - 1] + place.column - 1
                self.pieces.append((begin, begin + length, block, place.offset))
        self.pieces.sort(key=lambda piece: (piece[0], piece[1]))

    def span(self, start: int, end: int) -> Span | None:
        """The span that the source between ``start`` and ``end`` became; None if it is in no block."""
        first, last = self._start(start), self._end(end) if end > start else None
        if first is None:
            return None
        if last is None or last[0] is not first[0]:
            last = first
        return Span(first[0].id, first[1], max(last[1], first[1]))

    def _start(self, at: int) -> tuple[Block, int] | None:
        before = None
        for begin, end, block, offset in self.pieces:
            if begin <= at < end:
                return block, offset + at - begin
            if begin > at:
                if before is not None and before[2] is block:
                    return block, offset
                if before is not None and "\n" not in self.source[before[1] : at]:
                    return before[2], len(before[2].text)
                # Before the first word of a paragraph stands its label, which is not in its text.
                return (block, 0) if "\n" not in self.source[at:begin] else None
            before = begin, end, block
        if before is not None and "\n" not in self.source[before[1] : at]:
            return before[2], len(before[2].text)
        return None

    def _end(self, at: int) -> tuple[Block, int] | None:
        found = None
        for begin, end, block, offset in self.pieces:
            if begin >= at:
                break
            found = block, offset + min(at, end) - begin
        return found

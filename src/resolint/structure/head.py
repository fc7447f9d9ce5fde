"""The masthead: what is printed first, then what the file says elsewhere.

Lines are read by the grammar of ``lexicon.masthead``, the same for every source. What a source states outright with a
place (front matter) counts as printed; values that stand nowhere in the text (variables of a Word file) only fill gaps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from resolint.lexicon import Lexicon, masthead
from resolint.lexicon.sponsors import announced, names, sponsors_line
from resolint.model import Head, Origin, Reading, Span
from resolint.structure.rows import BlockView

Hint = tuple[str, str, Span | None]

LONGEST_LINE = 400
_SIGNS = frozenset(("symbol", "distribution", "session"))
"""Fields without which a line that only looks like the name of an organ is none."""
_COMPARED = frozenset(("symbol", "session", "agenda_item", "distribution", "date", "sponsors"))
"""Fields that have one value; a second one contradicts the first."""


class HeadFields:
    """Gathers the fields of the masthead; the first value of a field stays."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Begin with nothing known."""
        self.lexicon = lexicon
        self.values: dict[str, str] = {}
        self.spans: dict[str, Span] = {}
        self.sponsors: list[str] = []
        self.stated: set[str] = set()
        self.others: dict[str, str] = {}
        self.stale: set[str] = set()
        self._bodies: list[tuple[str, Span, bool]] = []

    def put(self, name: str, value: str, span: Span | None) -> None:
        """Note the value of a field unless it is known; its place is added where it was missing."""
        value = " ".join(value.split())
        if not value and span is None:
            return
        known = self.values.get(name)
        if known is None or (name == "job_number" and value.startswith(known) and name not in self.stated):
            self.values[name] = value
            self.spans.pop(name, None)
        if span is not None and self.values[name] == value and self._better(span, self.spans.get(name)):
            self.spans[name] = span

    @staticmethod
    def _better(span: Span, known: Span | None) -> bool:
        """Whether a place is new, or in the body where the known one is in a header, which stands on every page."""
        return known is None or (known.block.startswith("header") and span.block.startswith("document"))

    def body(self, value: str, span: Span, sure: bool) -> None:
        """Note a line with the name of an organ, or (not ``sure``) one that looks like it."""
        self._bodies.append((" ".join(value.split()), span, sure))

    def settle(self) -> None:
        """Choose the body: the last line that names one, since the masthead goes from the whole to its part."""
        if "body" in self.stated:
            return
        signs = _SIGNS & self.values.keys()
        fit = [(value, span) for value, span, sure in self._bodies if sure or signs]
        if fit:
            self.values.pop("body", None)
            self.spans.pop("body", None)
            self.put("body", *fit[-1])

    def sponsor(self, found: Iterable[str], span: Span | None) -> None:
        """Note sponsors that are not known yet."""
        self.sponsors.extend(name for name in found if name not in self.sponsors)
        if span is not None:
            self.spans.setdefault("sponsors", span)


def told_apart(reading: Reading, origin: Origin) -> tuple[list[Hint], list[Hint]]:
    """What the source states outright: what a reader of the draft sees, and what is kept where nobody sees it.

    The front matter of a Word file is kept in variables; only the body, which the printed masthead may name less exactly,
    is taken from there like what is printed.
    """
    printed: list[Hint] = []
    hidden: list[Hint] = []
    for hint in reading.hints:
        unseen = hint[2] is None or (
            origin.format == "docx" and hint[2].block.startswith("front/") and hint[0] != "body"
        )
        (hidden if unseen else printed).append(hint)
    return printed, hidden


def take_hints(heading: HeadFields, hints: Sequence[Hint]) -> None:
    """Take in what the source states outright and in a place of the text."""
    for name, value, span in hints:
        if span is not None:
            _take_hint(heading, name, value, span)
            heading.stated.add(name)


def take_hidden(heading: HeadFields, hints: Sequence[Hint]) -> None:
    """Take in what nobody sees in print: it fills gaps; where it contradicts what is printed, that is noted.

    A copy with a place is one that resolint itself keeps of a field: once the printed field says something else the copy is
    ``stale`` and no block of the draft; names of sponsors there are not held against, since fixes mend those in print.
    """
    for name, value, span in hints:
        if name in heading.values or (name == "sponsors" and heading.sponsors):
            if name in _COMPARED and not _same(heading, name, value):
                if span is not None:
                    heading.stale.add(span.block)
                if span is None or name != "sponsors":
                    heading.others.setdefault(name, value)
        else:
            _take_hint(heading, name, value, span)


def _take_hint(heading: HeadFields, name: str, value: str, span: Span | None) -> None:
    if name == "sponsors":
        heading.sponsor(names(value.partition(":")[0], heading.lexicon), span)
    else:
        if name == "body":
            heading.values.pop(name, None)  # the last one says most exactly whose draft it is
            heading.spans.pop(name, None)
        heading.put(name, masthead.printed(name, value, heading.lexicon) or value, span)


def _same(heading: HeadFields, name: str, value: str) -> bool:
    """Whether a hidden value says what is printed, however it is written."""
    if name == "sponsors":
        return list(names(value.partition(":")[0], heading.lexicon)) == heading.sponsors
    known = _bare(heading.values[name])
    return known in (_bare(value), _bare(masthead.printed(name, value, heading.lexicon)))


def _bare(value: str) -> str:
    """Letters and figures alone: how they are set is another question."""
    return "".join(sign for sign in value.casefold() if sign.isalnum())


def take_line(heading: HeadFields, row: BlockView, *, title: bool = False) -> bool:
    """Take in what one line of the masthead says; tells whether it said anything. A ``title`` may look like a body."""
    if not row.words or (len(row.words) > LONGEST_LINE and row.block.kind not in ("header", "footer")):
        return _labelled(heading, row, long=True) or _sponsors(heading, row)
    said = False
    if "\n" in row.words and masthead.whole_body(row.text, row.start, row.end, heading.lexicon):
        heading.body(row.words, Span(row.id, row.start, row.end), sure=True)
        return True
    for start, end in _lines(row):
        for found in masthead.in_line(row.text, start, end, heading.lexicon):
            span = Span(row.id, found.start, found.end)
            said = True
            if found.field == "body":
                heading.body(found.value, span, sure=True)
            else:
                heading.put(found.field, found.value, span)
                if found.field in _COMPARED & heading.stated and not _same(heading, found.field, found.value):
                    heading.others.setdefault(found.field, found.value)
    said = _labelled(heading, row) or _sponsors(heading, row) or said
    if not said and not title and "agenda_item" not in heading.values:
        start, end = row.start, row.end
        if masthead.like_a_body(row.text, start, end, heading.lexicon):
            heading.body(row.text[start:end], Span(row.id, start, end), sure=False)
    return said


def _lines(row: BlockView) -> Iterable[tuple[int, int]]:
    """The lines of a block, each without the blanks and stars around it; mostly there is one."""
    at = row.start
    for line in row.text[row.start : row.end].split("\n"):
        start = at + len(line) - len(line.lstrip(masthead.EDGE))
        end = at + len(line.rstrip(masthead.EDGE))
        if start < end:
            yield (at if line[:1] == "*" else start), end
        at += len(line) + 1


def _labelled(heading: HeadFields, row: BlockView, *, long: bool = False) -> bool:
    """The lines of Model United Nations drafts: *Committee: …*, *Topic: …*, *Sponsors: …*; only names make a ``long`` one."""
    found = masthead.labelled(row.text, row.start, row.end, heading.lexicon)
    if found is None or (long and found.field not in ("sponsors", "signatories")):
        return False
    span = Span(row.id, found.start, found.end)
    if found.field == "sponsors":
        heading.sponsor(names(found.value, heading.lexicon), span)
    elif found.field == "body":
        heading.body(found.value, span, sure=True)
    else:
        heading.put(found.field, found.value, span)
        if found.field == "agenda_item":
            heading.put("topic", found.value, span)
    return True


def _sponsors(heading: HeadFields, row: BlockView) -> bool:
    line = sponsors_line(row.text, row.start, row.end, heading.lexicon)
    if line is not None:
        heading.put("label", row.text[line.label[0] : line.label[1]], Span(row.id, *line.label))
        heading.sponsor(line.names, Span(row.id, row.start, line.end))
        return True
    if "sponsors" not in heading.spans and announced(row.text, row.start, row.end, heading.lexicon):
        heading.sponsor((), Span(row.id, row.start, row.end))
        return True
    return False


def finish(heading: HeadFields, blocks: tuple[str, ...]) -> Head:
    """The masthead that was gathered; ``blocks`` are the ids of its lines."""
    values: Callable[[str], str | None] = lambda name: heading.values.get(name) or None  # noqa: E731
    return Head(
        symbol=values("symbol"),
        body=values("body"),
        session=values("session"),
        agenda_item=values("agenda_item"),
        sponsors=tuple(heading.sponsors),
        distribution=values("distribution"),
        date=values("date"),
        language=values("language"),
        job_number=values("job_number"),
        spans=tuple(heading.spans.items()),
        blocks=blocks,
        others=tuple(heading.others.items()),
    )

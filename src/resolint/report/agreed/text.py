"""What agreed language says of a draft, for people: text; ``json`` and ``html`` are the other forms."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from resolint.corpus.folding import light
from resolint.corpus.verdicts import Agreement, Item, Pedigree, Verdict
from resolint.errors import NoSuchChoice
from resolint.report.agreed.table import lines
from resolint.report.characters import encodable, printable
from resolint.wording import Change

__all__ = ["FORMATS", "changes_of_words", "render"]

FORMATS = ("text", "table", "csv", "json", "html")
_COLORS = {
    "bold": "1",
    "dim": "2",
    "verbatim": "32",
    "adapted": "32",
    "departs": "33",
    "part": "36",
    "combined": "36",
    "new": "35",
}
_SAYS = {
    "verbatim": "agreed language, word for word",
    "adapted": "agreed language, adapted in dates, numbers or organ only",
    "departs": "departs from agreed language",
    "part": "part of agreed language",
    "combined": "put together from agreed language",
    "new": "new language",
}
_DIRECTIONS = {
    "stronger": "stronger than",
    "weaker": "weaker than",
    "equal": "as strong as",
    "": "another kind of opening than",
}
_EXCERPT = 90
_LEFT_OUT, _ENDS = 4, 6


def render(
    agreement: Agreement, format: str = "text", *, width: int = 80, color: bool = False, encoding: str = "utf-8"
) -> str:
    """What is said of a draft as ``text``, ``table`` (the end of it), ``csv``, ``json`` or ``html``. Raises ValueError."""
    if format in ("text", "table"):
        return _text(agreement, max(40, width), color, encoding, format == "text")
    if format not in FORMATS:
        raise NoSuchChoice(f"there is no format {format!r}: choose one of {', '.join(FORMATS)}")
    room = "table" if format == "csv" else format
    result: str = import_module(f"resolint.report.agreed.{room}").render(agreement)
    return result


def changes_of_words(changes: Sequence[Change]) -> list[Change]:
    """The changes of words; those of letter case, quotation marks and the mark at the end are left out."""
    return [change for change in changes if light(change.old) != light(change.new)]


def pedigree_in_words(pedigree: Pedigree) -> str:
    """A pedigree in a sentence: ``first in A/RES/1 (2001-12-19), operative 3; latest in …; in 4 texts of 2 bodies, 2001-2009``."""
    first = f"first in {pedigree.first.shown}{_dated(pedigree.first.date)}, {pedigree.first_place}"
    if pedigree.texts == 1:
        return f"{first}; nowhere since"
    bodies = f" of {len(pedigree.bodies)} bodies" if len(pedigree.bodies) > 1 else ""
    years = f" in {len(pedigree.years)} years" if len(pedigree.years) > 1 else ""
    latest = f"latest in {pedigree.latest.shown}{_dated(pedigree.latest.date)}, {pedigree.latest_place}"
    return f"{first}; {latest}; {pedigree.texts} texts{bodies}{years}"


def series_in_words(pedigree: Pedigree) -> str:
    """Which texts of the draft's own series have the wording; empty where none has."""
    if not pedigree.series:
        return ""
    first, latest = pedigree.series[0], pedigree.series[-1]
    if len(pedigree.series) == 1:
        return f"in this series: {latest.shown}{_dated(latest.date)}"
    return (
        f"in this series: latest {latest.shown}{_dated(latest.date)}, first {first.shown}{_dated(first.date)}, "
        f"{len(pedigree.series)} times"
    )


def latest_change_in_words(pedigree: Pedigree) -> str:
    """Where the wording changed last, and how; empty where no other version is known."""
    changed = pedigree.changed
    if changed is None:
        return ""
    words = "; ".join(_change_in_words(change) for change in changes_of_words(changed.changes)[:4])
    return (
        f"wording last changed in {changed.entry.shown}{_dated(changed.entry.date)}, {changed.place} "
        f"(before: {changed.before.shown}{_dated(changed.before.date)})" + (f": {words}" if words else "")
    )


def _dated(date: str) -> str:
    return f" ({date})" if date else ""


_BESIDE = 3


def change_in_context(change: Change, source: str) -> str:
    """A change between the words of the source that stand before and behind it."""
    before, behind = source[: change.start].split(), source[change.end :].split()
    start = " ".join(before[-_BESIDE:])
    end = " ".join(behind[:_BESIDE])
    head = ("… " if len(before) > _BESIDE else "") + start + " " if start else ""
    tail = " " + end + (" …" if len(behind) > _BESIDE else "") if end else ""
    return f"{head}[{_change_in_words(change)}]{tail}"


def _change_in_words(change: Change) -> str:
    old, new = " ".join(change.old.split()), " ".join(change.new.split())
    if not old:
        return f"“{new}” in"
    return f"“{old}” out" if not new else f"“{old}” → “{new}”"


class _Page:
    def __init__(self, width: int, color: bool, encoding: str) -> None:
        self.width, self.color, self.encoding = width, color, encoding
        self.lines: list[str] = []

    def write(self, text: str, role: str = "", indent: str = "") -> None:
        from textwrap import wrap

        plain = encodable(printable(text), self.encoding)
        for line in wrap(plain, self.width, initial_indent=indent, subsequent_indent=indent) or [""]:
            self.lines.append(f"\x1b[{_COLORS[role]}m{line}\x1b[0m" if self.color and role else line)


def _text(agreement: Agreement, width: int, color: bool, encoding: str, whole: bool) -> str:
    page = _Page(width, color, encoding)
    page.write(agreement.path, "bold")
    before = f"adopted before {agreement.date}" if agreement.date else "of any date (the draft bears none)"
    limits = f", {agreement.limits}" if agreement.limits else ""
    page.write(f"held against {agreement.texts} texts {before}{limits} in {', '.join(agreement.corpora)}", "dim")
    for item in agreement.items if whole else ():
        page.lines.append("")
        _item(page, item)
    page.lines.append("")
    _table(page, agreement)
    page.lines.append("")
    counts = agreement.counts()
    noun = "paragraph" if len(agreement.items) == 1 else "paragraphs"
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    page.write(f"{len(agreement.items)} {noun}: {told}.")
    shares = agreement.coverage()
    if shares:
        page.lines.append("")
        page.write("Words of the draft by source:", "bold")
        for share in shares[:15]:
            body = f", {share.entry.body}" if share.entry.body else ""
            page.write(
                f"{share.share:6.1%}  {share.entry.shown}{_dated(share.entry.date)}{body}: "
                f"{share.paragraphs} paragraph{'' if share.paragraphs == 1 else 's'}",
                indent="  ",
            )
        if len(shares) > 15:
            page.write(f"and {len(shares) - 15} more", indent="  ")
    return "".join(f"{line.rstrip()}\n" for line in page.lines)


def _table(page: _Page, agreement: Agreement) -> None:
    """Paragraph, verdict, share and source, a line each."""
    rows = [(one.where, one.verdict, f"{one.share:.0%}", one.source, one.place) for one in lines(agreement)]
    rows.insert(0, ("Paragraph", "Verdict", "Share", "Source", ""))
    wide = [max((len(row[at]) for row in rows), default=0) for at in range(3)]
    for at, row in enumerate(rows):
        start = "  ".join(f"{cell:<{size}}" for cell, size in zip(row, wide, strict=False))
        source = ", ".join(part for part in row[3:] if part)
        room = max(12, page.width - len(start) - 2)
        told = source if len(source) <= room else source[: room - 1] + "…"
        page.write(f"{start}  {told}".rstrip(), "bold" if at == 0 else row[1])


def _item(page: _Page, item: Item) -> None:
    verdict = item.verdict
    words = verdict.paragraph.text
    page.write(f"{item.where}: {_SAYS[verdict.kind]}", verdict.kind)
    page.write(words if len(words) <= _EXCERPT else words[:_EXCERPT].rsplit(" ", 1)[0] + " …", "dim", "  ")
    for line in verdict_in_lines(verdict):
        page.write(line, indent="  ")


def verdict_in_one_paragraph(verdict: Verdict) -> str:
    """What is said of a paragraph in one comment."""
    says = _SAYS[verdict.kind]
    return (
        ". ".join([says[0].upper() + says[1:], *(line[0].upper() + line[1:] for line in verdict_in_lines(verdict))])
        + "."
    )


def verdict_in_lines(verdict: Verdict) -> list[str]:
    """What is said of a paragraph, a line each: the source, what changed, and the pedigree."""
    said: list[str] = []
    if verdict.kind == "new":
        if verdict.sources and verdict.similarity >= 0.5:
            source = verdict.sources[0]
            said.append(
                f"nearest: {source.entry.shown}{_dated(source.entry.date)}, {source.place} ({verdict.similarity:.0%} like it)"
            )
            words = source.text
            changes = changes_of_words(verdict.changes)
            if changes:
                said.append("differs: " + "; ".join(change_in_context(change, words) for change in changes))
        return said
    for source in verdict.sources:
        part = f": “{verdict.paragraph.text[source.start : source.end]}”" if verdict.kind == "combined" else ""
        said.append(f"from {source.entry.shown}{_dated(source.entry.date)}, {source.place}{part}")
    if verdict.kind == "part":
        said += _parts(verdict)
    changes = changes_of_words(verdict.changes)
    if changes:
        words = verdict.sources[0].text
        said.append("changed: " + "; ".join(change_in_context(change, words) for change in changes))
    if verdict.verb is not None:
        said.append(f"opening: “{verdict.verb.new}” is {_DIRECTIONS[verdict.verb.direction]} “{verdict.verb.old}”")
    said += [f"qualifier {one.fate}: “{one.phrase}” ({one.effect})" for one in verdict.qualifiers]
    if verdict.pedigree is not None:
        said.append(pedigree_in_words(verdict.pedigree))
        if series := series_in_words(verdict.pedigree):
            said.append(series)
        if changed := latest_change_in_words(verdict.pedigree):
            said.append(changed)
    return said


def _parts(verdict: Verdict) -> list[str]:
    """Of a paragraph that is part of a longer one: how much it is, what is not in the source, what of it was left out."""
    text = verdict.paragraph.text
    edges = [0, *(at for stretch in verdict.taken for at in stretch), len(text)]
    own = [text[start:end].strip(" ,;.") for start, end in zip(edges[::2], edges[1::2], strict=True)]
    said = [f"{verdict.share:.0%} of the words stand there"]
    if strange := [f"“{one}”" for one in own if any(char.isalnum() for char in one)]:
        said.append("not there: " + "; ".join(strange))
    if verdict.left_out:
        shown = [f"“{_shortened(one)}”" for one in verdict.left_out[:_LEFT_OUT]]
        more = len(verdict.left_out) - len(shown)
        said.append("left out: " + "; ".join(shown) + (f"; and {more} more" if more > 0 else ""))
    return said


def _shortened(words: str) -> str:
    """The beginning and end of a long stretch."""
    row = words.split()
    return words if len(row) <= 2 * _ENDS else f"{' '.join(row[:_ENDS])} … {' '.join(row[-_ENDS:])}"

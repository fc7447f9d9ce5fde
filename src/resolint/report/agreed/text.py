"""What agreed language says of a draft, for people: text; ``json`` and ``html`` are the other forms."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from resolint.corpus.folding import light
from resolint.corpus.verdicts import Agreement, Item, Pedigree, Verdict
from resolint.report.characters import encodable
from resolint.wording import Change

__all__ = ["FORMATS", "changes_of_words", "render"]

FORMATS = ("text", "json", "html")
_COLORS = {"bold": "1", "dim": "2", "verbatim": "32", "adapted": "32", "departs": "33", "combined": "36", "new": "35"}
_SAYS = {
    "verbatim": "agreed language, word for word",
    "adapted": "agreed language, adapted in dates, numbers or organ only",
    "departs": "departs from agreed language",
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


def render(
    agreement: Agreement, format: str = "text", *, width: int = 80, color: bool = False, encoding: str = "utf-8"
) -> str:
    """What is said of a draft as ``text``, ``json`` or ``html``. Raises ValueError for another format."""
    if format == "text":
        return _text(agreement, max(40, width), color, encoding)
    if format not in FORMATS:
        raise ValueError(f"there is no format {format!r}: choose one of {', '.join(FORMATS)}")
    result: str = import_module(f"resolint.report.agreed.{format}").render(agreement)
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

        plain = encodable("".join(char if char.isprintable() else " " for char in text), self.encoding)
        for line in wrap(plain, self.width, initial_indent=indent, subsequent_indent=indent) or [""]:
            self.lines.append(f"\x1b[{_COLORS[role]}m{line}\x1b[0m" if self.color and role else line)


def _text(agreement: Agreement, width: int, color: bool, encoding: str) -> str:
    page = _Page(width, color, encoding)
    page.write(agreement.path, "bold")
    before = f"adopted before {agreement.date}" if agreement.date else "of any date (the draft bears none)"
    page.write(f"held against {agreement.texts} texts {before} in {', '.join(agreement.corpora)}", "dim")
    for item in agreement.items:
        page.lines.append("")
        _item(page, item)
    page.lines.append("")
    counts = agreement.counts()
    page.write(
        f"{len(agreement.items)} paragraphs: " + ", ".join(f"{count} {kind}" for kind, count in counts.items()) + "."
    )
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
    lines = []
    if verdict.kind == "new":
        if verdict.sources and verdict.similarity >= 0.5:
            source = verdict.sources[0]
            lines.append(
                f"nearest: {source.entry.shown}{_dated(source.entry.date)}, {source.place} ({verdict.similarity:.0%} of the words)"
            )
        return lines
    for source in verdict.sources:
        part = f": “{verdict.paragraph.text[source.start : source.end]}”" if verdict.kind == "combined" else ""
        lines.append(f"from {source.entry.shown}{_dated(source.entry.date)}, {source.place}{part}")
    changes = changes_of_words(verdict.changes)
    if changes:
        lines.append("changed: " + "; ".join(_change_in_words(change) for change in changes))
    if verdict.verb is not None:
        lines.append(f"opening: “{verdict.verb.new}” is {_DIRECTIONS[verdict.verb.direction]} “{verdict.verb.old}”")
    lines += [f"qualifier {one.fate}: “{one.phrase}” ({one.effect})" for one in verdict.qualifiers]
    if verdict.pedigree is not None:
        lines.append(pedigree_in_words(verdict.pedigree))
        if changed := latest_change_in_words(verdict.pedigree):
            lines.append(changed)
    return lines

"""Scores resolint on the blind set: which planted faults it finds and where, and how it reads the faulty drafts.

A planted fault is looked for in the Word file of its draft: what the report says of the spoilt file but not of the
clean one. Where the fault cannot live in a Word file (the writer numbers the paragraphs itself), the Markdown is linted.
"""

from __future__ import annotations

import contextlib
import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from resolint.errors import ResolintError
from resolint.findings import Finding, Position
from resolint.model import Block, Document
from resolint.pipeline import build, load
from tests.accuracy.blind import material
from tests.accuracy.blind.adopted import profile_of, word_file
from tests.accuracy.blind.material import Fault, Plant
from tests.support import verbs
from tests.support.corpus import records

RANKS = ("spot", "near", "elsewhere", "missed")
"""From best to worst: on the faulty words, in the same paragraph, only in another one, not at all."""

_LABEL = re.compile(r"\(?\w{1,5}[.)]")


class Verdict(NamedTuple):
    """What became of a planted fault; ``rules`` are those that spoke at that rank, ``severe`` if one is more than info."""

    plant: Plant
    rank: str
    form: str
    rules: tuple[str, ...] = ()
    severe: bool = False


class Reading(NamedTuple):
    """A faulty draft as resolint read it: faults found and missed, findings that met no fault."""

    name: str
    found: tuple[Fault, ...]
    missed: tuple[Fault, ...]
    right: int
    alarms: tuple[Finding, ...]


class Change(NamedTuple):
    """A block that differs between clean and spoilt draft, and the stretch that does; ``old`` is its clean counterpart."""

    new: Block
    start: int
    end: int
    old: Block | None


class Linted(NamedTuple):
    """A draft and the findings that stand in it."""

    document: Document
    findings: tuple[Finding, ...]


@cache
def _linter(profile: str | None) -> verbs.Linter:
    return verbs.Linter(profile=profile)


def linted(data: bytes, name: str, profile: str | None = None) -> Linted:
    """The draft in ``data`` and what resolint says of it without any configuration. Raises ResolintError."""
    document = load(data, name=name)
    return Linted(document, _linter(profile).lint(document, name=name).active)


# ---------------------------------------------------------------------------------------------- planted faults


def _blocks(document: Document) -> list[Block]:
    return [*document.blocks, *(block for note in document.footnotes for block in note.blocks)]


def _italics(block: Block) -> tuple[tuple[int, int], ...]:
    return tuple((mark.start, mark.end) for mark in block.marked("italic"))


def compare(clean: Document, spoilt: Document) -> tuple[list[Change], dict[str, str]]:
    """The changes between two drafts, and for the blocks that are the same in both: the spoilt id by the clean id."""
    old, new = _blocks(clean), _blocks(spoilt)
    keys = [[(block.label, block.text, _italics(block)) for block in side] for side in (old, new)]
    changes: list[Change] = []
    same: dict[str, str] = {}
    for tag, a, b, c, d in difflib.SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            same.update((x.id, y.id) for x, y in zip(old[a:b], new[c:d], strict=True))
        elif tag == "delete":
            changes += [Change(block, 0, 0, None) for block in new[c : c + 1]]
        else:
            for number, block in enumerate(new[c:d]):
                before = old[a + number] if a + number < b else None
                changes.append(Change(block, *_stretch(before, block), before))
    return changes, same


def _stretch(old: Block | None, new: Block) -> tuple[int, int]:
    """What differs between two blocks, in whole words of the new one; beside a gap the words on both sides."""
    if old is None:
        return 0, len(new.text)
    if old.text == new.text:
        edges = sorted(set(_italics(old)) ^ set(_italics(new)))
        if edges:
            return min(low for low, _ in edges), max(high for _, high in edges)
        return 0, max(new.lead, 1)
    return grown(new.text, *difference(old.text, new.text))


def difference(old: str, new: str) -> tuple[int, int]:
    """The stretch of ``new`` between what both texts begin and end with."""
    limit = min(len(old), len(new))
    start = next((at for at in range(limit) if old[at] != new[at]), limit)
    tail = next((at for at in range(limit - start) if old[-1 - at] != new[-1 - at]), limit - start)
    return start, len(new) - tail


def grown(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch in whole words; an empty or blank one takes the words on both sides."""
    if not text[start:end].strip() and (
        text[start - 1 : start].isspace() or text[end : end + 1].isspace() or start == 0
    ):
        start, end = len(text[:start].rstrip()), len(text) - len(text[end:].lstrip())
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def fresh(clean: Linted, spoilt: Linted, changes: Sequence[Change], same: Mapping[str, str]) -> list[Finding]:
    """What is said of the spoilt draft and not of the clean one."""
    placed = {(f.rule, same[f.span.block], f.span.start, f.span.end) for f in clean.findings if f.span.block in same}
    counterparts = {change.old.id: change.new.id for change in changes if change.old is not None}
    said: set[tuple[str, str, str]] = set()
    for finding in clean.findings:
        if block := counterparts.get(finding.span.block):
            said |= {(finding.rule, block, finding.message), (finding.rule, block, clean.document.text(finding.span))}
    return [
        f
        for f in spoilt.findings
        if (f.rule, f.span.block, f.span.start, f.span.end) not in placed
        and (f.rule, f.span.block, f.message) not in said
        and (f.rule, f.span.block, spoilt.document.text(f.span) or "\0") not in said
    ]


def judge(plant: Plant, clean: Linted, spoilt: Linted, form: str) -> Verdict | None:
    """What became of a plant; None where both drafts are the same, so that there is nothing to find."""
    changes, same = compare(clean.document, spoilt.document)
    if not changes:
        return None
    ranked: dict[str, list[Finding]] = defaultdict(list)
    for finding in fresh(clean, spoilt, changes, same):
        ranked[_rank(finding, changes)].append(finding)
    for rank in RANKS[:-1]:
        if ranked[rank]:
            rules = tuple(sorted({finding.rule for finding in ranked[rank]}))
            return Verdict(plant, rank, form, rules, any(f.severity != "info" for f in ranked[rank]))
    return Verdict(plant, "missed", form)


def _rank(finding: Finding, changes: Iterable[Change]) -> str:
    here = [change for change in changes if change.new.id == finding.span.block]
    if any(finding.span.start <= change.end and finding.span.end >= change.start for change in here):
        return "spot"
    return "near" if here else "elsewhere"


def invented(name: str, plants: Sequence[Plant]) -> list[Verdict]:
    """The verdicts on the plants of one clean draft."""
    text = (material.CLEAN / f"{name}.md").read_text(encoding="utf-8")

    def word(source: str) -> Linted:
        return linted(build(source.encode(), name=f"{name}.md"), f"{name}.docx")

    def markdown(source: str) -> Linted:
        return linted(source.encode(), f"{name}.md")

    clean = {"Word": word(text), "Markdown": markdown(text)}
    verdicts = []
    for plant in plants:
        spoilt, _, _ = plant.apply(text)
        found = None
        with contextlib.suppress(ResolintError):  # where no Word file is made of it, the Markdown is linted
            found = judge(plant, clean["Word"], word(spoilt), "Word")
        found = found or judge(plant, clean["Markdown"], markdown(spoilt), "Markdown")
        verdicts.append(found or Verdict(plant, "missed", "none"))
    return verdicts


def in_adopted(record: dict[str, Any], plants: Sequence[Plant]) -> list[Verdict]:
    """The verdicts on the plants of one adopted text."""
    name, profile = record["file"] + ".docx", profile_of(record)
    clean = linted(word_file(record), name, profile)
    return [
        judge(plant, clean, linted(word_file(record, plant), name, profile), "Word") or Verdict(plant, "missed", "none")
        for plant in plants
    ]


def clean_findings() -> list[tuple[str, Finding]]:
    """What is said of the Word files of the clean drafts, with the name of the draft."""
    found = []
    for path in sorted(material.CLEAN.iterdir()):
        data = build(path.read_bytes(), name=path.name)
        found += [(path.stem, finding) for finding in linted(data, f"{path.stem}.docx").findings]
    return found


def _task(task: tuple[str, dict[str, Any] | None, tuple[Plant, ...]]) -> list[Verdict]:
    name, record, plants = task
    return invented(name, plants) if record is None else in_adopted(record, plants)


def planted(folder: Path | None, jobs: int = 2) -> list[Verdict]:
    """The verdicts on all plants; those in adopted texts only where the real files are in ``folder``."""
    groups: dict[tuple[str, str], list[Plant]] = defaultdict(list)
    for plant in material.plants():
        groups[plant.draft, plant.document].append(plant)
    found = {record["file"]: record for record in records(folder)} if folder is not None else {}
    tasks = [
        (draft, found.get(document), tuple(plants))
        for (draft, document), plants in groups.items()
        if draft or document in found
    ]
    if jobs == 1:
        return [verdict for task in tasks for verdict in _task(task)]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return [verdict for verdicts in pool.map(_task, tasks) for verdict in verdicts]


# ----------------------------------------------------------------------------------------------- faulty drafts


def read(draft: Path) -> Reading:
    """How resolint reads a faulty draft. A finding counts for one fault, the narrowest findings first."""
    source = draft.read_text(encoding="utf-8")
    faults = material.marked(draft)
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    located = [
        (*_offsets(finding.position, starts), finding) for finding in linted(source.encode(), draft.name).findings
    ]
    found: set[int] = set()
    alarms, right = [], 0
    for start, end, finding in sorted(located, key=lambda one: (one[1] - one[0], one[0])):
        met = [n for n, fault in enumerate(faults) if start <= _end(source, fault) and end >= fault.at]
        if not met:
            alarms.append(finding)
            continue
        right += 1
        found.update([n for n in met if n not in found][:1])
    return Reading(
        draft.name,
        tuple(fault for n, fault in enumerate(faults) if n in found),
        tuple(fault for n, fault in enumerate(faults) if n not in found),
        right,
        tuple(alarms),
    )


def _end(source: str, fault: Fault) -> int:
    """Where a fault ends; a label takes the blanks behind it, because what is said of it may stand on its paragraph."""
    end = fault.at + len(fault.words)
    if not _LABEL.fullmatch(fault.words):
        return end
    return end + len(source[end:]) - len(source[end:].lstrip(" "))


def _offsets(position: Position | None, starts: Sequence[int]) -> tuple[int, int]:
    if position is None:
        return 0, 0
    return starts[position.line - 1] + position.column - 1, starts[position.end_line - 1] + position.end_column - 1


def readings() -> list[Reading]:
    """How resolint reads each of the faulty drafts."""
    return [read(draft) for draft in material.faulty_drafts()]

"""The grades of a class: as a table for a terminal, for a spreadsheet, for programs, and as comments in the returned files."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from resolint.model import Document
from resolint.rule import Card
from resolint.teach.grades import VERDICTS, Graded, Result
from resolint.teach.planting import bare_words
from resolint.writing import Annotation, Words

__all__ = ["ClassBook", "as_csv", "as_json", "as_text", "margin", "pseudonyms", "told_apart"]

_NAMES = (
    "Acacia", "Alder", "Ash", "Aspen", "Baobab", "Beech", "Birch", "Cedar", "Cherry", "Chestnut", "Cypress", "Elder", "Elm",
    "Fig", "Fir", "Ginkgo", "Hawthorn", "Hazel", "Hornbeam", "Jacaranda", "Juniper", "Larch", "Laurel", "Lime", "Magnolia",
    "Mango", "Maple", "Medlar", "Mulberry", "Myrtle", "Oak", "Olive", "Palm", "Pear", "Pine", "Plane", "Plum", "Poplar",
    "Quince", "Rowan", "Spruce", "Sycamore", "Tamarind", "Teak", "Walnut", "Willow", "Yew",
)  # fmt: skip
"""Trees, for the projector."""


@dataclass(frozen=True, slots=True)
class ClassBook:
    """What came back: the files that were graded, in the order given, and a sentence for each that could not be."""

    graded: tuple[Graded, ...]
    refused: tuple[str, ...] = ()

    def missed(self) -> list[tuple[str, int, int]]:
        """The rules that were planted, with how often and how often not mended, the most often missed first."""
        planted: dict[str, list[bool]] = {}
        for one in self.graded:
            for result in one.results:
                if result.verdict != "doubtful":
                    planted.setdefault(result.fault.rule, []).append(result.verdict == "mended")
        rows = [(rule, len(done), done.count(False)) for rule, done in planted.items()]
        return sorted(rows, key=lambda row: (-row[2] / row[1], -row[1], row[0]))


def told_apart(graded: Sequence[Graded], lots: Mapping[str, int]) -> tuple[Graded, ...]:
    """The files of different students under different names: where names of files come twice, folders are added to them.

    ``lots`` says which exercises were given out together, for whoever hands in two of different lots is one student.
    """
    known = {one.path: PurePath(one.path).parts for one in graded}
    names = {one.path: one.student for one in graded}
    for depth in range(2, max(map(len, known.values()), default=0) + 1):
        count = Counter((names[one.path], lots.get(one.exercise, 0)) for one in graded)
        twice = {name for (name, _), times in count.items() if times > 1}
        if not twice:
            break
        for path, name in names.items():
            if name in twice and depth <= len(known[path]):
                names[path] = "/".join((*known[path][-depth:-1], name.rsplit("/", 1)[-1]))
    return tuple(replace(one, student=names[one.path]) for one in graded)


def pseudonyms(graded: Sequence[Graded]) -> dict[str, str]:
    """Another name for each student, in an order that does not follow the alphabet of theirs."""
    from hashlib import sha256

    students = sorted({one.student for one in graded}, key=lambda name: sha256(name.encode()).digest())
    rounds = [
        f"{name}{'' if turn == 1 else f' {turn}'}"
        for turn in range(1, len(students) // len(_NAMES) + 2)
        for name in _NAMES
    ]
    return dict(zip(students, rounds, strict=False))


def as_text(book: ClassBook) -> str:
    """The class as a table, and below it what the trainer has to decide."""
    room = max([len(one.student) for one in book.graded] + [7])
    lines = [f"{'student':<{room}}  mended  found  missed  doubtful  broken"] if book.graded else []
    for one in book.graded:
        counts = [one.count(verdict) for verdict in VERDICTS]
        lines.append(
            f"{one.student:<{room}}  {counts[0]:>6}  {counts[1]:>5}  {counts[2]:>6}  {counts[3]:>8}  {len(one.broken):>6}"
        )
    for one in book.graded:
        for result in one.results:
            if result.verdict == "doubtful":
                lines.append(
                    f"\n{one.student}, {result.fault.where}: for you to decide ({result.fault.rule}): {result.reason}.\n"
                    f"    was “{bare_words(result.wrong)}”, should be “{bare_words(result.right)}”, is “{bare_words(result.words)}”"
                )
        lines += [
            f"\n{one.student}, {this.where}: for you to decide: {this.what}; no rule objects to it"
            for this in one.unsure
        ]
        lines += [f"\n{one.student}: {note}" for note in one.notes]
    missed = [row for row in book.missed() if row[2]]
    if missed:
        lines.append("\nnot mended: " + ", ".join(f"{rule} {bad} of {count}" for rule, count, bad in missed[:12]))
    return "\n".join(lines) + ("\n" if lines else "")


def as_csv(book: ClassBook) -> str:
    """A row for each fault of each student, and for each thing that was broken."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("student", "file", "exercise", "place", "rule", "verdict", "wrong", "right", "now", "reason"))
    for one in book.graded:
        head = (one.student, one.path, one.exercise)
        for result in one.results:
            fault = result.fault
            wrong, right = bare_words(result.wrong), bare_words(result.right)
            if wrong == right:  # only how they are set tells them apart
                wrong, right = result.wrong, result.right
            row = (fault.where, fault.rule, result.verdict, wrong, right, result.words, result.reason)
            writer.writerow([_cell(text) for text in (*head, *row)])
        for broken in one.broken:
            last = (broken.where, " ".join(broken.rules), "broken", "", "", broken.what, "")
            writer.writerow([_cell(text) for text in (*head, *last)])
        for unsure in one.unsure:
            last = (unsure.where, "", "doubtful", "", "", unsure.what, "no rule objects to it")
            writer.writerow([_cell(text) for text in (*head, *last)])
    return out.getvalue()


def _cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def as_json(book: ClassBook) -> str:
    """The class for programs; the schema is ``docs/schemas/grades.json``."""
    value: dict[str, Any] = {
        "schema": "resolint-grades-1",
        "students": [
            {
                "student": one.student,
                "file": one.path,
                "exercise": one.exercise,
                "counts": {**{verdict: one.count(verdict) for verdict in VERDICTS}, "broken": len(one.broken)},
                "comments": one.comments,
                "needless_comments": one.needless,
                "faults": [
                    {
                        "rule": result.fault.rule,
                        "where": result.fault.where,
                        "verdict": result.verdict,
                        "wrong": result.fault.wrong,
                        "right": result.fault.right,
                        "now": result.words,
                        "reason": result.reason,
                    }
                    for result in one.results
                ],
                "broken": [{"where": b.where, "what": b.what, "rules": list(b.rules)} for b in one.broken],
                "notes": [*(f"{b.where}: {b.what}; no rule objects to it" for b in one.unsure), *one.notes],
            }
            for one in book.graded
        ],
        "refused": list(book.refused),
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def margin(graded: Graded, document: Document, cards: Mapping[str, Card]) -> tuple[Annotation, ...]:
    """The judgement on a returned file, which ``document`` is, as comments on the words."""
    said = [_annotation(result, document, cards.get(result.fault.rule)) for result in graded.results]
    for broken in graded.broken:
        if broken.span is not None and document.has_block(broken.span.block):
            rules = f" ({', '.join(broken.rules)})" if broken.rules else ""
            said.append(Annotation(broken.span, f"Broken: {broken.what}{rules}. This was right before."))
    for unsure in graded.unsure:
        if unsure.span is not None and document.has_block(unsure.span.block):
            said.append(Annotation(unsure.span, f"For your trainer to decide: {unsure.what}."))
    return tuple(sorted((one for one in said if one is not None), key=lambda one: one.span))


_SAID = {
    "mended": "Mended.",
    "found": "Found, but not mended.",
    "missed": "Missed.",
    "doubtful": "For your trainer to decide.",
}


def _annotation(result: Result, document: Document, card: Card | None) -> Annotation | None:
    span = result.span
    if span is None or not document.has_block(span.block):
        return None
    fault = result.fault
    name = f"{fault.rule} {fault.name if card is None else card.name}"
    more = [] if result.verdict == "mended" else [(Words(fault.message),)]
    if result.verdict in ("found", "missed") and fault.right_words and fault.right_words != fault.wrong_words:
        more.append((Words(f"Right: “{fault.right_words}”"),))
    return Annotation(span, _SAID[result.verdict], tuple(more), source=name, where=fault.where)

"""Faults in what has a shape: lists of two levels, organ lines under a masthead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from resolint.cards import lexicon_of

if TYPE_CHECKING:
    from tests.accuracy.tongues.faults import Draft

Change = Callable[["Draft"], "Draft | None"]
_LABELS = {
    "fr": ("a) b)", "i) ii) iii) iv)"),
    "es": ("a) b)", "i) ii) iii) iv)"),
    "ru": ("a) b)", "i) ii) iii) iv)"),
    "zh": ("(a) (b)", "㈠ ㈡ ㈢ ㈣"),
    "ar": ("(أ) (ب)", "'1' '2' '3' '4'"),
}
_MARKS = {"zh": ("；", "："), "ar": ("؛", ":"), "fr": (" ;", " :")}
_COMMITTEES = {
    "fr": ("La Troisième Commission,", "La Deuxième Commission,"),
    "es": ("La Tercera Comisión,", "La Segunda Comisión,"),
    "ru": ("Третий комитет,", "Второй комитет,"),
    "zh": ("第三委员会，", "第二委员会，"),
    "ar": ("إن اللجنة الثالثة،", "إن اللجنة الثانية،"),
}
_LEAST, _WORDS, _SIGNS = 3, 9, 24


def levels(clean: Callable[[Draft, Draft], bool]) -> tuple[Change, ...]:
    """Lists of two levels below a paragraph in which a label or the mark of an item is wrong.

    ``clean`` tells whether a draft with the right list has no more findings than the draft without it.
    """
    return (
        _list(clean, (0, 2, 3)),
        _list(clean, (0, 1, 1)),
        _list(clean, (1, 2)),
        _list(clean, (0, 1, 3)),
        _list(clean, (0, 1), bare=0),
        _list(clean, (0, 1, 2), bare=1),
        _list(clean, (0, 1, 2), bare=2),
    )


def _list(clean: Callable[[Draft, Draft], bool], labels: Sequence[int], bare: int | None = None) -> Change:
    def change(draft: Draft) -> Draft | None:
        right = _with(draft, range(len(labels)), None)
        return _with(draft, labels, bare) if right is not None and clean(right, draft) else None

    return change


def _with(draft: Draft, labels: Sequence[int], bare: int | None) -> Draft | None:
    """The draft with a list of two levels below its first operative paragraph, of the beginnings of its paragraphs."""
    mark, colon = _MARKS.get(draft.language, (";", ":"))
    items = [words for line in (*draft.operative, *draft.preamble) if (words := _beginning(line, draft.language))]
    if len(items) < len(labels) + _LEAST or len(draft.operative) < _LEAST or re.search("[:：]", draft.operative[0]):
        return None
    outer, inner = (labels.split() for labels in _LABELS[draft.language])
    rows = [f"   {outer[0]} {items[0]}{colon}"]
    for place, label in enumerate(labels):
        rows.append(f"      {inner[label]} {items[place + 1]}{'' if place == bare else mark}")
    rows.append(f"   {outer[1]} {items[len(labels) + 1]}{mark}")
    lead = draft.operative[0].rstrip(" ;.；؛,")
    return replace(draft, operative=(f"{lead}{colon}\n\n" + "\n\n".join(rows), *draft.operative[1:]))


def _beginning(line: str, language: str) -> str:
    """The first words of a paragraph without marks, those that a list can be made of; nothing for one that has too few."""
    bare = line.replace("*", "")
    first = re.match(r"[^,;:.，；：。、،؛()\[\]«»“”\"]+", bare)
    if first is None:
        return ""
    words = first[0].strip()[:_SIGNS] if language == "zh" else " ".join(first[0].split()[:_WORDS])
    return words if len(words) > (6 if language == "zh" else 25) and words[-1:].isalpha() else ""


def organs(language: str, clean: Callable[[Draft, Draft], bool]) -> tuple[Change, ...]:
    """Organ lines that name another organ than the masthead does, a Main Committee, or the organ by a short name."""
    return (
        *(_other(clean, code) for code in ("GA", "SC", "ECOSOC")),
        *(_committee(clean, line) for line in _COMMITTEES[language]),
        *(_short(code, line) for code, lines in _short_lines(language).items() for line in lines),
    )


def _rows(language: str) -> Mapping[str, Mapping[str, str]]:
    return {row["code"]: row for row in lexicon_of(language).rows("organs")}


def _short_lines(language: str) -> Mapping[str, Sequence[str]]:
    rows = _rows(language)
    return {code: rows[code]["short_lines"].split("|") for code in ("GA", "SC", "ECOSOC") if rows[code]["short_lines"]}


def _under(draft: Draft, code: str, line: str) -> Draft:
    """The draft under a masthead that names a body, with an organ line."""
    body = _rows(draft.language)[code]["name"]
    return replace(draft, head=f'body = "{body}"\n', organ=f"*{line[:-1]}*{line[-1]}" if draft.italics else line)


def _other(clean: Callable[[Draft, Draft], bool], code: str) -> Change:
    def change(draft: Draft) -> Draft | None:
        rows = _rows(draft.language)
        own = next((one for one in rows if rows[one]["line"] == draft.organ.replace("*", "")), code)
        right = _under(draft, own, rows[own]["line"])
        return _under(draft, own, rows[code]["line"]) if own != code and clean(right, draft) else None

    return change


def _committee(clean: Callable[[Draft, Draft], bool], line: str) -> Change:
    def change(draft: Draft) -> Draft | None:
        right = _rows(draft.language)["GA"]["line"]
        if draft.organ.replace("*", "") != right or not clean(_under(draft, "GA", right), draft):
            return None
        return _under(draft, "GA", line)

    return change


def _short(code: str, line: str) -> Change:
    """A short name, in drafts of the organ with and without a masthead."""

    def change(draft: Draft) -> Draft | None:
        if draft.organ.replace("*", "") != _rows(draft.language)[code]["line"]:
            return None
        given = _under(draft, code, line)
        return given if len(draft.preamble) % 2 else replace(given, head="")

    return change

"""What a Word file says after all changes are accepted or rejected, found out by other means than the reader's.

Slow and plain: every mark and character of the main part in a row, with a flag whether it stays; then each field is
looked at by itself. It shares no code with ``resolint.word``.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SILENT = ("pPr", "sdtPr", "sdtEndPr", "rPr", "drawing", "pict", "object", "rt", "tblPr", "tblGrid", "tcPr", "trPr")


class Token(NamedTuple):
    """One character or mark of a field (begin, separate, end), and whether the view shows it."""

    text: str
    mark: str
    stays: bool


def said(root: etree._Element, accept: bool) -> str:
    """All characters of the body that stay, without white space, drawings and what stands in text boxes."""
    tokens: list[Token] = []
    _walk(root, ("del", "moveFrom") if accept else ("ins", "moveTo"), True, tokens)
    hidden = _code(tokens)
    return "".join(t.text for at, t in enumerate(tokens) if t.stays and at not in hidden and not t.text.isspace())


def _walk(element: etree._Element, gone: tuple[str, ...], stays: bool, tokens: list[Token]) -> None:
    for child in element:
        space, _, name = child.tag.rpartition("}") if isinstance(child.tag, str) else ("", "", "")
        if name in _SILENT or (name in gone and child.find(f"{W}p") is not None) or _lost_row(child, gone):
            continue
        if name == "AlternateContent":
            choices = [c for c in child if c.tag == f"{MC}Choice" and len(c)] or child.findall(f"{MC}Fallback")
            _walk(choices[0] if choices else [], gone, stays, tokens)  # type: ignore[arg-type]
        elif name == "fldChar":
            tokens.append(Token("", child.get(f"{W}fldCharType"), stays))
        elif name in ("t", "delText"):
            tokens.extend(Token(character, "", stays) for character in child.text or "")
        elif name in _CHARACTERS and space == W[:-1]:
            tokens.append(Token(_CHARACTERS[name], "", stays))
        elif name == "sym":
            tokens.append(Token(chr(int(child.get(f"{W}char"), 16) & 0xFFF), "", stays))
        elif name == "r" and _vanishes(child):
            _walk(child, gone, False, tokens)
        else:
            _walk(child, gone, stays and name not in gone, tokens)


def _vanishes(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val") not in ("0", "false", "off")


def _lost_row(row: etree._Element, gone: tuple[str, ...]) -> bool:
    return row.tag == f"{W}tr" and any(row.find(f"{W}trPr/{W}{name}") is not None for name in gone)


def _code(tokens: list[Token]) -> set[int]:
    """The places inside the instructions of fields that begin and end in this view."""
    found: set[int] = set()
    for begin, end, separate in _fields([(at, t.mark) for at, t in enumerate(tokens) if t.mark and t.stays]):
        if separate is None:
            separate = _hidden_separator(tokens, begin)
        found.update(range(begin, end if separate is None else min(separate, end)))
    return found


def _hidden_separator(tokens: list[Token], begin: int) -> int | None:
    """The separator that would end the instruction if all changes showed."""
    depth = 0
    for at in range(begin + 1, len(tokens)):
        mark = tokens[at].mark
        if mark == "separate" and not depth:
            return at
        depth += {"begin": 1, "end": -1}.get(mark, 0)
        if depth < 0:
            break
    return None


def _fields(marks: list[tuple[int, str]]) -> list[tuple[int, int, int | None]]:
    """Beginning, end and separator of each field that ends."""
    found, begun = [], []
    for at, mark in marks:
        if mark == "begin":
            begun.append([at])
        elif mark == "separate" and begun:
            begun[-1].append(at)
        elif mark == "end" and begun:
            begin, *inner = begun.pop()
            found.append((begin, at, inner[0] if inner else None))
    return found

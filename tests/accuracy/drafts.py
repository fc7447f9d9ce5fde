"""Drafts that can be spoilt at a known place and written as Markdown or as Word in both template geometries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tests.support.docx import abstract, docx, i, level, note, num, numpr, p, r, ref, style

ORGANS = {"ga": "General Assembly", "hrc": "Human Rights Council"}
_MARKED = re.compile(r"([\\`*_\[\]<>^{}#~])")


@dataclass(frozen=True)
class Para:
    """A paragraph: its role, its words without the label, the stretches in italics, the notes by offset.

    ``name`` is what cross-references call it; ``pointer`` is the stretch of its words that is one, and the name it points to.
    """

    role: str
    text: str
    label: str = ""
    italic: tuple[tuple[int, int], ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    name: str = ""
    pointer: tuple[int, int, str] = (0, 0, "")

    def edit(self, start: int, end: int, new: str) -> Para:
        """The paragraph with other words there; italics and notes stay on their words."""
        shift = len(new) - (end - start)

        def moved(offset: int, *, close: bool = False) -> int:
            if offset <= start and not (close and offset == start == end):
                return offset
            return offset + shift if offset >= end else min(offset, start + len(new))

        return replace(
            self,
            text=self.text[:start] + new + self.text[end:],
            italic=tuple((moved(low), max(moved(low), moved(high))) for low, high in self.italic),
            notes=tuple((moved(at, close=True), key) for at, key in self.notes),
        )


@dataclass(frozen=True)
class Note:
    """A footnote; ``text`` has one stretch in italics at most."""

    key: str
    text: str
    italic: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Spot:
    """Where a finding is expected: a stretch of the words of one paragraph, note or field of the masthead.

    With ``near`` false any place in that paragraph will do, with an empty ``text`` any place at all.
    """

    text: str
    start: int = 0
    end: int = 0
    near: bool = True


@dataclass(frozen=True)
class Draft:
    """A whole draft."""

    name: str
    front: Mapping[str, str]
    paras: tuple[Para, ...]
    notes: tuple[Note, ...] = ()
    profile: str = "ga"
    annex: tuple[str, ...] = field(default=())

    def at(self, place: int, para: Para) -> Draft:
        """With another paragraph at that place."""
        return replace(self, paras=(*self.paras[:place], para, *self.paras[place + 1 :]))

    def insert(self, place: int, *paras: Para) -> Draft:
        """With more paragraphs before that place."""
        return replace(self, paras=(*self.paras[:place], *paras, *self.paras[place:]))

    def without(self, place: int) -> Draft:
        """Without the paragraph at that place."""
        return replace(self, paras=(*self.paras[:place], *self.paras[place + 1 :]))

    def roles(self, *roles: str) -> list[int]:
        """The places of the paragraphs with these roles."""
        return [place for place, para in enumerate(self.paras) if para.role in roles]

    def matches(self, pattern: str, *roles: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Every match in paragraphs of these roles, outside of quotations."""
        for place in self.roles(*(roles or ("preamble", "operative", "item"))):
            text = self.paras[place].text
            for found in re.finditer(pattern, text):
                if text.count("“", 0, found.start()) == text.count("”", 0, found.start()):
                    yield place, found

    def with_note(self, place: int, fresh: Note) -> Draft:
        """With another note in the place of one."""
        return replace(self, notes=(*self.notes[:place], fresh, *self.notes[place + 1 :]))


def markdown(draft: Draft) -> bytes:
    """The draft in the notation."""
    lines = ["+++", *(f'{key} = "{value}"' for key, value in draft.front.items()), "+++", ""]
    for para in draft.paras:
        body = _marked(para)
        head = {"title": "# ", "heading": "## "}.get(para.role, "")
        body = f'<a id="{para.name}"></a>{body}' if para.name else body
        lines += [f"{head}{para.label} {body}" if para.label else head + body, ""]
    for one in draft.annex:
        lines += [one, ""]
    for one in draft.notes:
        lines += [f"[^{one.key}]: {_marked(Para('note', one.text, italic=(one.italic,)))}", ""]
    return "\n".join(lines).encode()


def _marked(para: Para) -> str:
    pieces = []
    for text, italic, key, target in _runs(para):
        plain = _MARKED.sub(r"\\\1", text)
        inner = plain.strip(" ")
        if italic and inner:
            lead, tail = plain[: len(plain) - len(plain.lstrip(" "))], plain[len(plain.rstrip(" ")) :]
            plain = f"{lead}*{inner}*{tail}"
        plain = f"[{plain}](#{target})" if target else plain
        pieces.append(plain + (f"[^{key}]" if key else ""))
    return "".join(pieces)


def _runs(para: Para) -> Iterator[tuple[str, bool, str, str]]:
    """The words in stretches of one format, each with the key of the note that follows it and what it points to."""
    first, last, target = para.pointer
    cuts = {0, len(para.text), first, last, *(at for at, _ in para.notes)}
    cuts |= {edge for low, high in para.italic for edge in (low, high)}
    keys = dict(para.notes)
    order = sorted(cut for cut in cuts if cut <= len(para.text))
    for low, high in pairwise(order):
        italic = any(start <= low and high <= end for start, end in para.italic if end > start)
        yield para.text[low:high], italic, keys.get(high, ""), target if first <= low and high <= last else ""


def new_york(draft: Draft) -> bytes:
    """The draft as New York makes it: masthead in the header of the first page, typed numbers behind tabs."""
    front = draft.front
    head = _table(
        p("United Nations"),
        p(r(front.get("symbol", "")[:1]), r(front.get("symbol", "")[1:])),
        p(front.get("body", "")),
        p(f"Distr.: {front['distribution']}" if front.get("distribution") else "")
        + p(front.get("date", ""))
        + p()
        + p(f"Original: {front['language']}" if front.get("language") else ""),
    )
    body = [
        *(p(front[key]) for key in ("session", "committee", "agenda_item") if front.get(key)),
        *([p(r(front["sponsors"], "<w:b/>"))] if front.get("sponsors") else []),
    ]
    keys = {one.key: number for number, one in enumerate(draft.notes, 1)}
    for para in draft.paras:
        label = f"\t{para.label}\t" if para.label else "\t" if para.role in ("preamble", "organ") else ""
        if para.role == "item":
            label = "\t" + label
        bold = para.role == "title"
        body.append(
            p(*([r(label)] if label else []), *_word_runs(para, keys, bold), ppr='<w:pStyle w:val="SingleTxt"/>')
        )
    body += [p(line.strip("# ")) for line in draft.annex]
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:titlePg/></w:sectPr>'
    return docx(
        "".join(body) + section,
        footnotes=_notes(draft) if draft.notes else None,
        styles=style("Normal", default=True) + style("SingleTxt", "__Single Txt"),
        headers={"header1": head},
    )


def geneva(draft: Draft) -> bytes:
    """The draft as Geneva makes it: masthead in a table of the body, automatic numbers, styles with G."""
    front = draft.front
    head = _table(
        p("United Nations"),
        p(front.get("symbol", "")),
        p(front.get("body", "")),
        p(f"Distr.: {front['distribution']}" if front.get("distribution") else "")
        + p(front.get("date", ""))
        + p()
        + p(f"Original: {front['language']}" if front.get("language") else ""),
    )
    body = [
        head,
        *(p(front[key]) for key in ("session", "committee", "agenda_item") if front.get(key)),
        *([p(r(front["sponsors"], "<w:b/>"))] if front.get("sponsors") else []),
    ]
    keys = {one.key: number for number, one in enumerate(draft.notes, 1)}
    lists: list[str] = []
    expected = {"operative": 1, "item": 1}
    for para in draft.paras:
        name = {"title": "HChG", "heading": "H1G"}.get(para.role, "SingleTxtG")
        automatic = ""
        value = _value(para.label)
        if (
            para.role in expected
            and value
            and para.label
            == ("1." if para.role == "operative" else "(a)").replace(
                "1" if para.role == "operative" else "a", str(value) if para.role == "operative" else chr(96 + value)
            )
        ):
            if value != expected[para.role] or not lists or value == 1:
                at = len(lists) + 1
                fmt = ("decimal", "%1.") if para.role == "operative" else ("lowerLetter", "(%1)")
                lists.append(abstract(at, level(0, *fmt, start=value)) + "\0" + num(at, at))
                if para.role == "operative":
                    current_operative = at
                else:
                    current_item = at
            automatic = numpr(current_operative if para.role == "operative" else current_item, 0)
            expected[para.role] = value + 1
        typed = [r(f"{para.label}\t")] if para.label and not automatic else []
        ppr = f'<w:pStyle w:val="{name}"/>{automatic}'
        body.append(p(*typed, *_word_runs(para, keys, para.role == "title"), ppr=ppr))
    body += [p(line.strip("# ")) for line in draft.annex]
    parts = [entry.split("\0") for entry in lists]
    return docx(
        "".join(body),
        footnotes=_notes(draft) if draft.notes else None,
        numbering="".join(part[0] for part in parts) + "".join(part[1] for part in parts) if parts else None,
        styles=style("Normal", default=True)
        + style("SingleTxtG", "_ Single Txt_G")
        + style("HChG", "_ H _Ch_G")
        + style("H1G", "_ H_1_G"),
    )


def _value(label: str) -> int:
    inner = label.strip("().")
    if inner.isdigit():
        return int(inner)
    return ord(inner) - 96 if len(inner) == 1 and inner.isalpha() and inner.islower() else 0


def _table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def _word_runs(para: Para, keys: Mapping[str, int], bold: bool = False) -> list[str]:
    runs = []
    for text, italic, key, target in _runs(para):
        if target:
            runs.append(f'<w:fldSimple w:instr=" REF {target} \\r \\h ">{r(text)}</w:fldSimple>')
        elif text:
            runs.append(i(text) if italic else r(text, "<w:b/>" if bold else ""))
        if key in keys and key.isdigit():
            runs.append(ref(keys[key]))
        elif key in keys:
            runs.append(ref(keys[key], extra='w:customMarkFollows="1"').replace("</w:r>", f"<w:t>{key}</w:t></w:r>"))
        elif key:
            runs.append(r(key, '<w:vertAlign w:val="superscript"/>'))
    if para.name:
        mark = f'<w:bookmarkStart w:id="7" w:name="{para.name}"/>'
        return [mark, *runs, '<w:bookmarkEnd w:id="7"/>']
    return runs


def _notes(draft: Draft) -> str:
    return "".join(
        note(number, r(" "), *_word_runs(Para("note", one.text, italic=(one.italic,)), {}))
        for number, one in enumerate(draft.notes, 1)
    )


FORMATS = {"markdown": (".md", markdown), "New York": (".docx", new_york), "Geneva": (".docx", geneva)}
"""How drafts are written: by the name of the form, the ending of its file and the writer."""

"""The inside of a paragraph, read: its text, and marks for italics, notes, changes and fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from resolint import regex
from resolint.akn.names import BY, FIELDS, MARKS
from resolint.model import EQUATION, NOTE_MARK, Mark, MarkKind, View
from resolint.word.container.xml import Element

_BLANKS = regex.compiled(r"[ \t\r\n]+")
_BREAKS = regex.compiled(r"(?:(?<! ) ++)?\n[ \t\r\n]*+")
_UNFIT = regex.compiled(r"[\s()]+")
"""What an address in the notation cannot hold."""
_STRUCTURES = frozenset(("quotedStructure", "embeddedStructure", "subFlow", "blockList", "table", "ul", "ol", "toc"))
_TAGS: dict[tuple[str, str], MarkKind] = {element: kind for kind, element in MARKS.items()}  # type: ignore[misc]
_FIELD_NAMES = {name for name, _ in FIELDS.values() if name != "inline"} | {"docTitle", "docDate"}
_INLINE = frozenset(
    (
        *("a", "abbr", "affectedDocument", "authorialNote", "b", "date", "def", "del", "docAuthority", "docCommittee"),
        *("docDate", "docIntroducer", "docJurisdiction", "docNumber", "docProponent", "docPurpose", "docStage"),
        *("docStatus", "docTitle", "docType", "docketNumber", "embeddedText", "entity", "eol", "event", "i", "inline"),
        *("ins", "legislature", "location", "mod", "mref", "noteRef", "object", "omissis", "organization", "person"),
        *("placeholder", "quantity", "ref", "relatedDocument", "remark", "role", "rref", "session", "shortTitle"),
        *("span", "sub", "sup", "term", "time", "u"),
    )
)


class Asked(Protocol):
    """What a paragraph must know of the file around it."""

    view: View

    @property
    def exact(self) -> bool:
        """Whether white space means what it says."""

    def note_of(self, element: Element) -> str:
        """The id of the note that an element stands for."""


@dataclass(slots=True)
class Words:
    """What stands in a paragraph. ``fields`` are names with their place, ``later`` what stands in it as blocks."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    label: str = ""
    fields: list[tuple[tuple[str, str], int, int]] = field(default_factory=list)
    elements: set[str] = field(default_factory=set)
    later: list[Element] = field(default_factory=list)


def inline_elements(element: Element) -> bool:
    """Whether an element holds text itself, or elements that stand within text."""
    if (element.text or "").strip():
        return True
    for child in element:
        if (child.tail or "").strip():
            return True
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in _INLINE:
            return True
    return False


def collect(element: Element, asked: Asked) -> Words:
    """The text and marks of a paragraph."""
    gatherer = _Gatherer(asked)
    gatherer.into(element)
    return gatherer.finish()


class _Gatherer:
    """Gathers text with the marks around it; ``length`` is that of the text so far."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.words = Words()
        self.parts: list[str] = []
        self.length = 0
        self.blank = True

    def into(self, element: Element) -> None:
        """Take in what stands in an element."""
        self._text(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, child.tag.rpartition("}")[2])
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self.asked.exact:
            text = _BREAKS.sub(" ", text)
        else:
            text = _BLANKS.sub(" ", text)
            if self.blank:
                text = text.lstrip(" ")
            if not text:
                return
            self.blank = text.endswith(" ")
        self._put(text)

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _child(self, child: Element, name: str) -> None:
        if name == "eol":
            self._put("\n")
            self.blank = True
        elif name in ("authorialNote", "noteRef", "img"):
            self._object(child, name)
        elif name == "del":
            self._deleted(child)
        elif name in _STRUCTURES:
            self.words.later.append(child)
        elif name == "inline" and child.get("name") == "num" and not self.length:
            inner = _Gatherer(self.asked)
            inner.into(child)
            self.words.label = inner.finish().text
        elif name == "inline" and child.get("name") == "hidden":
            self.words.marks.append(Mark(self.length, self.length, "hidden", child.get("title") or ""))
        elif name != "ins" or self.asked.view == "proposed":
            self._marked(child, name)

    def _object(self, child: Element, name: str) -> None:
        start = self.length
        self._put(NOTE_MARK)
        self.blank = False
        if name != "img":
            self.words.marks.append(Mark(start, start + 1, "note", self.asked.note_of(child)))
        else:
            address = "".join(_UNFIT.split(child.get("src") or "picture"))
            said = f"{address} {' '.join((child.get('alt') or '').split())}"
            self.words.marks.append(Mark(start, start + 1, "object", said))

    def _deleted(self, child: Element) -> None:
        if self.asked.view == "original":
            self.into(child)
            return
        inner = _Gatherer(self.asked)
        inner.into(child)
        gone = inner.finish(strip=False).text
        self.words.marks.append(Mark(self.length, self.length, "deleted-here", gone))

    def _marked(self, child: Element, name: str) -> None:
        start = self.length
        self.words.elements.add(name)
        self.into(child)
        end = self.length
        key = (
            name,
            child.get("name") or "" if name == "inline" else child.get("class") or "" if name == "span" else "",
        )
        if name in _FIELD_NAMES or key in FIELDS.values() or key == ("inline", "date"):
            self.words.fields.append(((name, key[1]), start, end))
        kind = _TAGS.get(key)
        if kind is not None and end > start:
            self.words.marks.append(Mark(start, end, kind, _value(child, kind)))

    def finish(self, strip: bool = True) -> Words:
        """What was gathered."""
        words = self.words
        words.text = "".join(self.parts)
        if strip and not self.asked.exact:
            words.text = words.text.rstrip(" \n")
            last = len(words.text)
            words.marks = [Mark(min(m.start, last), min(m.end, last), m.kind, m.value) for m in words.marks]
            words.fields = [(name, min(start, last), min(end, last)) for name, start, end in words.fields]
        words.marks = _joined(words.marks)
        return words


def _value(child: Element, kind: MarkKind) -> str:
    if kind == "link":
        return child.get("href") or ""
    if kind == "field":
        return child.get("title") or ""
    if kind == "object":
        return EQUATION
    return child.get(BY) or "" if kind == "inserted" else ""


def _joined(marks: list[Mark]) -> list[Mark]:
    """Marks in order; like ones that touch are one again, since nesting may have cut them."""
    done: list[Mark] = []
    last: dict[tuple[str, str], int] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end, mark.kind)):
        key = (mark.kind, mark.value)
        at = last.get(key)
        if (
            at is not None
            and done[at].end >= mark.start
            and mark.kind not in ("note", "object", "deleted-here", "hidden")
        ):
            done[at] = Mark(done[at].start, max(done[at].end, mark.end), mark.kind, mark.value)
            continue
        last[key] = len(done)
        done.append(mark)
    return done

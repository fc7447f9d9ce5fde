"""Writes the texts of comments into the file: the comments part, and the parts beside it where there are any."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from resolint.word.container import xml
from resolint.word.container.xml import AUTHOR, ID, Element, P, R, T, number, w
from resolint.word.read import signature
from resolint.word.read.inline import EDGES, SPACE
from resolint.word.write import runs
from resolint.word.write.cleaning import COMPANIONS, PARA_ID, PEOPLE
from resolint.word.write.draft import Draft
from resolint.writing import FormattedText

_COMMENT = w("comment")
_PARENT_DONE = "{http://schemas.microsoft.com/office/word/2012/wordml}done"
_DURABLE = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}durableId"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_FIRST_PARA = 0x5E500001
_END_PARA = 0x80000000
"""Word takes paragraph ids from here on for damage."""


class Comments:
    """The comments of one file. ``author`` is who signs, ``date`` when (``2026-10-09T10:00:00Z``, "" for no date)."""

    def __init__(self, draft: Draft, author: str, date: str) -> None:
        """Nothing is written before the first comment."""
        self._draft = draft
        self._author = author
        self._date = date
        self._part = draft.part_of("comments")
        self._root: Element | None = None if self._part is None else draft.source(self._part).root
        self._kept = set() if self._root is None else {_words(found) for found in self._root.iter(_COMMENT)}
        self._next = self._first_free()
        self._paragraphs = self._used_paragraphs()
        self._companions = {kind: part for kind in COMPANIONS if (part := draft.part_of(kind)) is not None}
        self.count = 0

    def knows(self, lines: Sequence[FormattedText]) -> bool:
        """Whether a comment with these words is there already (one of ours that somebody has answered)."""
        return bool(self._kept) and "".join(_printable(words.text) for line in lines for words in line) in self._kept

    def add(self, lines: Sequence[FormattedText], author: str = "") -> str:
        """Adds a comment of these paragraphs, signed by ``author`` if given, and gives its id, which is still to be anchored."""
        signed = signature.signed(author) if author else self._author
        root = self._open()
        key = str(self._next)
        self._next += 1
        self.count += 1
        attributes = {ID: key, AUTHOR: signed}
        if self._date:
            attributes[w("date")] = self._date
        attributes[w("initials")] = "rl"
        comment = runs.make(root, _COMMENT, attributes)
        for at, line in enumerate(lines):
            comment.append(self._paragraph(comment, line, at == 0))
        root.append(comment)
        if self._companions:
            self._register(comment[-1], signed)
        return key

    # -- parts -----------------------------------------------------------------------------------------------

    def _open(self) -> Element:
        if self._root is None:
            main = self._draft.source(self._draft.main)
            self._part = self._draft.add_comments_part(_empty())
            self._root = self._draft.source(self._part).root
            self._draft.source(self._part).strict = main.strict
        assert self._part is not None
        self._draft.touch(self._part)
        return self._root

    def _paragraph(self, comment: Element, line: FormattedText, first: bool) -> Element:
        paragraph = runs.make(comment, P)
        if first:
            mark = runs.make(paragraph, R)
            mark.append(runs.make(mark, w("annotationRef")))
            paragraph.append(mark)
        for words in line:
            run = runs.make(paragraph, R)
            if words.italic:
                runs.put(runs.properties_of(run), "i")
            text = runs.make(run, T, {SPACE: "preserve"})
            text.text = _printable(words.text)
            run.append(text)
            paragraph.append(run)
        return paragraph

    def _register(self, last: Element, author: str) -> None:
        """Enters a comment, by its last paragraph, in the lists that newer versions of Word keep beside it."""
        name = self._new_paragraph()
        last.set(PARA_ID, name)
        for kind, part in self._companions.items():
            tag, key = COMPANIONS[kind]
            root = self._draft.source(part).root
            more = {_PARENT_DONE: "0"} if kind == "commentsExtended" else {_DURABLE: name}
            root.append(runs.make(root, tag, {key: name, **more}))
            self._draft.touch(part)
        self._introduce(author)

    def _introduce(self, author: str) -> None:
        kind, tag, name = PEOPLE
        part = self._draft.part_of(kind)
        if part is None:
            return
        root = self._draft.source(part).root
        if any(person.get(name) == author for person in root.iter(tag)):
            return
        person = runs.make(root, tag, {name: author})
        presence = {f"{{{_W15}}}providerId": "None", f"{{{_W15}}}userId": author}
        person.append(runs.make(person, f"{{{_W15}}}presenceInfo", presence))
        root.append(person)
        self._draft.touch(part)

    # -- ids -------------------------------------------------------------------------------------------------

    def _first_free(self) -> int:
        roots = [self._draft.source(self._draft.main).root]
        if self._root is not None:
            roots.append(self._root)
        used = [number(found.get(ID), 0) or 0 for root in roots for found in root.iter(_COMMENT, *EDGES)]
        highest = max(used, default=-1)
        if highest < 2**31 - 100_000:
            return max(highest + 1, 0)
        taken = set(used)
        free = 0
        while any(free + step in taken for step in range(10_000)):
            free += 10_000
        return free

    def _used_paragraphs(self) -> set[str]:
        roots = [self._draft.source(self._draft.main).root, *(() if self._root is None else (self._root,))]
        return {value.upper() for root in roots for p in root.iter(P) if (value := p.get(PARA_ID))}

    def _new_paragraph(self) -> str:
        for value in range(_FIRST_PARA, _END_PARA):
            name = f"{value:08X}"
            if name not in self._paragraphs:
                self._paragraphs.add(name)
                return name
        raise AssertionError("a file cannot have so many paragraphs")


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def _words(comment: Element) -> str:
    return "".join(text.text or "" for text in comment.iter(T))


def _empty() -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w={quoteattr(xml.NAMESPACE[1:-1])}/>'

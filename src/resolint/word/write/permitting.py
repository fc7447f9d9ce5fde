"""Writes comments in the names of people: permissions that let a finding pass, and what others said of a text.

They are written as our own comments are, with the same proof, and only then signed over. From then on they are the
draft's: ``clean`` leaves them, and the reader takes them as directives.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from resolint.errors import CannotWrite
from resolint.frozen import NamedTuple
from resolint.model import Document, Span, View
from resolint.word.container.xml import AUTHOR, R, w
from resolint.word.read import signature
from resolint.word.read.reader import read_word
from resolint.word.write import runs
from resolint.word.write.cleaning import PEOPLE, W15, clean
from resolint.word.write.draft import Draft
from resolint.word.write.reviewing import write
from resolint.writing import Annotation, Annotations

__all__ = ["Permission", "comment_for", "permit"]

_COMMENT = w("comment")
_INITIALS = w("initials")
_USER = W15 + "userId"
_VIEWS: tuple[View, View] = ("proposed", "original")


class Permission(NamedTuple):
    """Allows ``rule`` in the paragraph of ``span``, for ``reason``."""

    span: Span
    rule: str
    reason: str


def permit(document: Document, data: bytes, wanted: Sequence[Permission], *, author: str, date: str = "") -> bytes:
    """The Word file ``data``, which ``document`` was read from, with a comment for each permission, signed ``author``.

    ``data`` holds no marks of ours. Raises CannotWrite where a human's name is missing or the proof fails.
    """
    name = "".join(char if char.isprintable() else " " for char in author).strip()
    if not name or signature.is_ours(name):
        raise CannotWrite(f"{document.origin.name}: words are kept in somebody's name; say whose")
    said = tuple(
        Annotation(one.span, f"resolint: allow {one.rule}, {one.reason}", literal=True) for one in dict.fromkeys(wanted)
    )
    if not said:
        return data
    done = _signed_over(write(data, Annotations(document.origin, said), date=date, changes=False).data, lambda _: name)
    found = read_word(done, name=document.origin.name)
    if [(block.id, block.text, block.label) for block in found.blocks] != [
        (block.id, block.text, block.label) for block in document.blocks
    ] or clean(done) != done:
        raise CannotWrite(
            f"{document.origin.name}: this is a bug in resolint, not in your draft: writing the reasons would change the "
            "text; nothing was written"
        )
    return done


def comment_for(data: bytes, said: Annotations, date: str = "") -> bytes:
    """The Word file ``data`` with what people said of it as comments in their own names, those of the annotations.

    The comments are theirs from then on: ``clean`` leaves them. Raises CannotWrite where the text would change.
    """
    if not said.items:
        return data
    written = write(data, said, date=date, changes=False).data
    done = _signed_over(written, lambda author: author.removesuffix(f" ({signature.AUTHOR})"))
    for view in _VIEWS:
        if _texts(done, view, said.origin.name) != _texts(data, view, said.origin.name):
            raise CannotWrite(
                f"{said.origin.name}: this is a bug in resolint, not in your files: writing the comments would change the text"
            )
    return done


def _texts(data: bytes, view: View, name: str) -> list[tuple[str, str, str]]:
    return [(block.id, block.text, block.label) for block in read_word(data, view=view, name=name).blocks]


def _signed_over(data: bytes, renamed: Callable[[str], str]) -> bytes:
    """``data`` with the comments that we signed in other names; runs that were divided for them stay divided."""
    draft = Draft(data)
    part = draft.part_of("comments")
    if part is None:
        return data
    for run in draft.source(draft.main).root.iter(R):
        if signature.flags_of(run.get(runs.SESSION)):
            del run.attrib[runs.SESSION]
            draft.touch(draft.main)
    for comment in draft.source(part).root.iter(_COMMENT):
        ours = comment.get(AUTHOR) or ""
        if signature.is_ours(ours):
            author = renamed(ours)
            comment.set(AUTHOR, author)
            comment.set(_INITIALS, "".join(word[0] for word in author.split())[:3])
            draft.touch(part)
    kind, tag, key = PEOPLE
    people = draft.part_of(kind)
    if people is not None:
        root = draft.source(people).root
        known = {person.get(key) for person in root.iter(tag)}
        for person in list(root.iter(tag)):
            ours = person.get(key) or ""
            if signature.is_ours(ours):
                author = renamed(ours)
                draft.touch(people)
                if author in known:
                    runs.remove(person)
                    continue
                known.add(author)
                person.set(key, author)
                for presence in person:
                    presence.set(_USER, author)
    return draft.data()

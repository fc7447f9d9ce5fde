"""Takes out of a Word file what travels with it unseen: comments, hidden words, names in its properties.

The visible text stays what it is, which is proved: read again, every paragraph has the same words, and nothing of what was to
go is left. Tracked changes stay, those of resolint too; to settle them is a human's decision.
"""

from __future__ import annotations

from lxml import etree

from resolint import permission
from resolint.errors import CannotWrite
from resolint.frozen import NamedTuple
from resolint.model import Block, Reading
from resolint.word.container.xml import AUTHOR, ID, RPR, VAL, Element, R, T, on, w
from resolint.word.read.inline import EDGES
from resolint.word.read.metadata import METADATA, read_metadata
from resolint.word.read.reader import read_word
from resolint.word.read.signature import is_ours
from resolint.word.write import runs
from resolint.word.write.cleaning import COMPANIONS, PEOPLE
from resolint.word.write.draft import Draft

__all__ = ["Stripped", "our_comments", "strip"]

_COMMENT, _REFERENCE, _VANISH = w("comment"), w("commentReference"), w("vanish")
_FIELD = w("fldChar")
_KEPT = frozenset((w("footnoteReference"), w("endnoteReference"), _FIELD, w("instrText")))


class Stripped(NamedTuple):
    """The file, and how many comments, hidden stretches and names were taken out; ``left`` says what
    could not be, and what follows.
    """

    data: bytes
    comments: int
    hidden: int
    names: int
    left: tuple[str, ...] = ()


def strip(data: bytes, name: str = "") -> Stripped:
    """The Word file ``data`` without comments, hidden words and names in its properties.

    Raises UnreadableDraft for what cannot be read, CannotWrite where the visible text would change.
    """
    before = read_word(data, name=name)
    draft = Draft(data, name)
    comments = _comments(draft)
    hidden = sum(_hidden(draft, part) for part in draft.xml_parts() if _is_story(draft, part))
    names = _names(draft)
    done = draft.data()
    after = read_word(done, name=name)
    if _seen(before) != _seen(after) or after.comments or after.directives or read_metadata(done, name):
        raise CannotWrite(
            f"{name}: this is a bug in resolint, not in your draft: the visible text would change; nothing was written"
        )
    remains = sum(1 for block in _blocks(after) for mark in block.marked("hidden") if mark.value.strip("\ufffc"))
    left = [f"{remains} hidden stretches are hidden by a style or lie in a field and were left"] if remains else []
    if before.directives:
        asked = "a comment that told" if len(before.directives) == 1 else f"{len(before.directives)} comments that told"
        left.append(f"{asked} resolint what to keep went with the others: what it kept back is said again")
    return Stripped(done, comments, hidden, names, tuple(left))


def our_comments(data: bytes, name: str = "") -> tuple[tuple[str, str], ...]:
    """Author and words of the comments that resolint wrote into the Word file ``data``, and of those that speak to it.

    They are not read as comments on the draft, but they are in the file. Raises UnreadableDraft.
    """
    draft = Draft(data, name)
    part = draft.part_of("comments")
    if part is None:
        return ()
    found = []
    for comment in draft.source(part).root.iter(_COMMENT):
        words = " ".join("".join(text.text or "" for text in comment.iter(T)).split())
        author = comment.get(AUTHOR) or ""
        if is_ours(author) or permission.parse(words) is not None:
            found.append((author, words))
    return tuple(found)


def _blocks(reading: Reading) -> list[Block]:
    return [*reading.blocks, *(block for note in reading.footnotes for block in note.blocks)]


def _seen(reading: Reading) -> list[tuple[str, str, str]]:
    return [(block.id, block.text, block.label) for block in _blocks(reading)]


def _is_story(draft: Draft, part: str) -> bool:
    local = part.rpartition("/")[2].lower()
    return part == draft.main or local.startswith(("header", "footer", "footnotes", "endnotes"))


def _comments(draft: Draft) -> int:
    part = draft.part_of("comments")
    count = 0
    if part is not None:
        root = draft.source(part).root
        for comment in list(root.iter(_COMMENT)):
            runs.remove(comment)
            draft.touch(part)
            count += 1
    for kind in (*COMPANIONS, "commentsExtensible", PEOPLE[0]):
        beside = draft.part_of(kind)
        if beside is not None and len(draft.source(beside).root):
            for child in list(draft.source(beside).root):
                runs.remove(child)
            draft.touch(beside)
    for story in [one for one in draft.xml_parts() if _is_story(draft, one)]:
        for element in list(draft.source(story).root.iter(*EDGES)):
            run = element.getparent()
            if element.get(ID) is None:
                continue
            runs.remove(element)
            draft.touch(story)
            if (
                element.tag == _REFERENCE
                and run is not None
                and run.tag == R
                and all(child.tag == RPR for child in run)
            ):
                runs.remove(run)
    draft.remove_comments_part()
    return count


def _hidden(draft: Draft, part: str) -> int:
    """Takes out runs that are themselves set as hidden, but for those that hold a note or a part of a field."""
    count = 0
    for run in list(draft.source(part).root.iter(R)):
        if _vanishes(run) and not any(child.tag in _KEPT for child in run):
            runs.remove(run)
            draft.touch(part)
            count += 1
    return count


def _vanishes(run: Element) -> bool:
    found = run.find(f"{RPR}/{_VANISH}")
    return found is not None and on(found.get(VAL))


def _names(draft: Draft) -> int:
    count = 0
    for part, keys in METADATA.items():
        if not draft.has(part):
            continue
        for child in draft.source(part).root:
            if isinstance(child.tag, str) and etree.QName(child).localname in keys and (child.text or "").strip():
                child.text = ""
                draft.touch(part)
                count += 1
    return count

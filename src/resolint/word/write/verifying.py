"""Proves that a written file is the original with our marks in it and nothing else.

Run on every write: our marks are taken out again, and what is left must be the original: every part that was changed in
its canonical XML, every other member of the zip byte for byte.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from resolint import fixes
from resolint.findings import Edit
from resolint.model import Block, Reading
from resolint.word.container.edited import EditedPart
from resolint.word.container.zipping import raw_members
from resolint.word.read.reader import read_word
from resolint.word.write.cleaning import clean


def verify(original: bytes, reviewed: bytes) -> str:
    """What does not come back when our marks are taken out of ``reviewed``; "" if all of ``original`` does.

    Marks of ours that stood in ``original`` already are taken out of it first.
    """
    base, cleaned = clean(original), clean(reviewed, spelt=False)
    before, written, restored = raw_members(base), raw_members(reviewed), raw_members(cleaned)
    if list(before) != list(restored):
        return f"the members {sorted(set(before) ^ set(restored)) or 'stand in another order'}"
    parts_before = parts_after = None
    for name, raw in before.items():
        if raw == restored[name]:
            continue
        if raw == written.get(name):
            return f"{name}, which was not to be changed"
        if parts_before is None or parts_after is None:
            from resolint.word.container.package import Package

            parts_before, parts_after = Package(base), Package(cleaned)
        if not _same(parts_before.read(name) or b"", parts_after.read(name) or b"", name):
            return f"{name}, in its canonical XML"
    return ""


def verify_accepted(original: bytes, accepted: bytes, edits: Sequence[Edit]) -> str:
    """What ``accepted`` says otherwise than ``original`` with ``edits`` made; "" if it says just that."""
    by_block: dict[str, list[Edit]] = {}
    for edit in edits:
        by_block.setdefault(edit.span.block, []).append(edit)
    found = {block.id: block.text for block in _blocks(read_word(accepted))}
    for block in _blocks(read_word(original)):
        if block.id.startswith("front/"):
            continue  # Made of a variable and of what is printed, where it is held.
        wanted = fixes.apply(block.text, by_block.get(block.id, ()))
        if wanted.strip() and found.get(block.id) != wanted:
            return f"the text at {block.id}"
    return ""


def _blocks(reading: Reading) -> list[Block]:
    return [*reading.blocks, *(block for note in reading.footnotes for block in note.blocks)]


def _same(one: bytes, other: bytes, name: str) -> bool:
    if one == other:
        return True
    return name.lower().endswith((".xml", ".rels")) and (
        _plain(one, name) == _plain(other, name) or canonical(one, name) == canonical(other, name)
    )


def _plain(data: bytes, name: str) -> bytes:
    """A part as lxml writes it, in a fraction of the time that its canonical XML takes."""
    return EditedPart(data, name, "the draft", spelt=False).bytes()


def canonical(data: bytes, name: str = "") -> bytes:
    """The canonical XML (C14N with comments) of a part."""
    tree = EditedPart(data, name, "the draft", spelt=False).root.getroottree()
    try:
        return etree.tostring(tree, method="c14n", with_comments=True)
    except (etree.C14NError, ValueError):
        # Names of namespaces that canonical XML does not allow: the tree as it would be written.
        return etree.tostring(tree)

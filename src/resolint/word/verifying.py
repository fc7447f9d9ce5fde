"""Proves that a written file is the original with our marks in it and nothing else.

Run on every write: our marks are taken out again, and what is left must be the original: every part that was changed in
its canonical XML, every other member of the zip byte for byte.
"""

from __future__ import annotations

from lxml import etree

from resolint.word.cleaning import clean
from resolint.word.source import Source
from resolint.word.zipping import raw_members


def verify(original: bytes, reviewed: bytes) -> str:
    """What does not come back when our marks are taken out of ``reviewed``; "" if all of ``original`` does.

    Marks of ours that stood in ``original`` already are taken out of it first.
    """
    base = clean(original)
    before, written, restored = raw_members(base), raw_members(reviewed), raw_members(clean(reviewed))
    if list(before) != list(restored):
        return f"the members {sorted(set(before) ^ set(restored)) or 'stand in another order'}"
    parts_before = parts_after = None
    for name, raw in before.items():
        if raw == restored[name]:
            continue
        if raw == written.get(name):
            return f"{name}, which was not to be changed"
        if parts_before is None or parts_after is None:
            from resolint.word.package import Package

            parts_before, parts_after = Package(base), Package(clean(reviewed))
        if not _same(parts_before.read(name) or b"", parts_after.read(name) or b"", name):
            return f"{name}, in its canonical XML"
    return ""


def _same(one: bytes, other: bytes, name: str) -> bool:
    return one == other or canonical(one, name) == canonical(other, name)


def canonical(data: bytes, name: str = "") -> bytes:
    """The canonical XML (C14N with comments) of a part."""
    tree = Source(data, name, "the draft").root.getroottree()
    try:
        return etree.tostring(tree, method="c14n", with_comments=True)
    except (etree.C14NError, ValueError):
        # Names of namespaces that canonical XML does not allow: the tree as it would be written.
        return etree.tostring(tree)

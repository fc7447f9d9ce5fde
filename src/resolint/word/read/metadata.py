"""The properties of a Word file that name people: who wrote it, who saved it last, manager and company."""

from __future__ import annotations

from resolint.errors import UnreadableDraft
from resolint.word.container.package import Package
from resolint.word.container.xml import parse

__all__ = ["METADATA", "read_metadata"]

METADATA = {
    "docProps/core.xml": {"creator": "author", "lastModifiedBy": "last-modified-by"},
    "docProps/app.xml": {"Manager": "manager", "Company": "company"},
}
"""By part: the elements that name somebody, and what they are called in front matter."""


def read_metadata(data: bytes, name: str = "") -> tuple[tuple[str, str], ...]:
    """The names in the properties of the Word file ``data``, each with the key that says whose; none where they are damaged."""
    package = Package(data, name)
    found = []
    for part, keys in METADATA.items():
        content = package.read(part)
        if content is None:
            continue
        try:
            root = parse(content, part, name)
        except UnreadableDraft:
            continue
        for child in root:
            local = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
            words = " ".join((child.text or "").split())
            if local in keys and words:
                found.append((keys[local], words))
    return tuple(found)

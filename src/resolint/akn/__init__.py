"""Akoma Ntoso 3.0 in the profile of the United Nations (AKN4UN): a draft as XML for machines, both ways.

Sources: OASIS LegalDocML, Akoma Ntoso Version 1.0 Part 2; AKN4UN guidelines, Part 3, modelling of General Assembly
resolutions. ``write`` gives XML that is valid against the OASIS schema; ``read`` takes that and other people's.
"""

from __future__ import annotations

from resolint.lexicon import Lexicon
from resolint.model import Document, Reading, View


def read(data: bytes, *, view: View = "proposed", name: str = "") -> Reading:
    """Read a draft in Akoma Ntoso. ``name`` is what messages call the file.

    ``view`` tells how ``ins`` and ``del`` are read. Raises UnreadableDraft with one sentence.
    """
    from resolint.akn.reading import read_akn

    return read_akn(data, view, name)


def write(document: Document, lexicon: Lexicon) -> str:
    """The draft in Akoma Ntoso: a ``statement``, several acts as a ``documentCollection``, all else as a ``doc``.

    Text, numbers, notes and formatting come back from ``read``; running headers and footers, the numbers' own tabs
    and reviewers' comments are left out. ``lexicon`` is that of the language of the draft.
    """
    from resolint.akn.writing import write_akn

    return write_akn(document, lexicon)


def is_akn(data: bytes) -> bool:
    """Whether these bytes look like Akoma Ntoso: XML whose first element is ``akomaNtoso``, whatever its prefix."""
    start = data[:4096]
    if b"akomaNtoso" not in start and b"\0a\0k\0o\0m\0a\0N" not in start:
        return False
    from resolint.akn.sniff import looks_like_akn

    return looks_like_akn(data)


__all__ = ["is_akn", "read", "write"]

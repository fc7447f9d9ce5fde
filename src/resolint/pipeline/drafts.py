"""From bytes to a Document: the reader that fits, then structure."""

from __future__ import annotations

import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from resolint import akn, cards
from resolint.errors import UnreadableDraft
from resolint.lexicon import LANGUAGES, Lexicon
from resolint.lexicon.languages import languages
from resolint.model import Document, Format, Origin, Reading, View
from resolint.pipeline.files import AKN_SUFFIXES, decode, is_word, read_bytes

Source = str | os.PathLike[str] | bytes
"""A path, or the bytes of a draft."""

STANDARD_INPUT = "standard input"
_ASIDE = ("header", "footer", "frame", "note")


def load(source: Source, *, name: str = "", view: View = "proposed", lexicon: Lexicon | None = None) -> Document:
    """Read a draft: the file at the path ``source``, or its bytes, whose name is then ``name``.

    The content decides what it is, the ending of the name only where the content does not. ``view`` says how
    tracked changes are read: as proposed, or the original text. ``lexicon`` is what is known of the language, by
    default from the tables of ``rules/data``. Raises UnreadableDraft with one sentence.
    """
    if isinstance(source, bytes):
        data, shown = source, name or STANDARD_INPUT
    else:
        data, shown = read_bytes(source), name or os.fspath(source)
    reading, form = _read(data, shown, view)
    digest = sha256(data).hexdigest()
    return build(reading, Origin(shown, digest, form, view, reading.lost), lexicon)


def build(reading: Reading, origin: Origin, lexicon: Lexicon | None = None) -> Document:
    """Find the language and the structure of what a reader handed over, and the documents it refers to."""
    from resolint import structure
    from resolint.citation import find

    lexicon = lexicon or cards.lexicon()
    document = structure.build(reading, origin, lexicon)
    blocks = [*document.blocks, *(block for note in document.footnotes for block in note.blocks)]
    found = tuple(citation for block in blocks for citation in find(block.text, lexicon, block=block.id))
    return replace(document, citations=found, language=_language(document, lexicon))


def _language(document: Document, lexicon: Lexicon) -> str:
    """The code of the draft's language: the one that front matter gives, else that of the text, else the original's."""
    known = languages(lexicon)
    stated = document.head.language or ""
    if stated in known.codes:
        return stated
    text = (block.text for block in document.blocks if block.kind not in _ASIDE)
    return known.of(text) or known.code(stated) or LANGUAGES[0]


def _read(data: bytes, name: str, view: View) -> tuple[Reading, Format]:
    if akn.is_akn(data) or name.lower().endswith(AKN_SUFFIXES):
        return akn.read(data, view=view, name=name), "akn"
    if is_word(data, name):
        from resolint import word

        return word.read_word(data, view=view, name=name), "docx"
    from resolint import notation

    reading = notation.read(decode(data, name), name=name, view=view)
    return reading, "text" if "labels" in reading.lost or Path(name).suffix.lower() == ".txt" else "markdown"


def read_source(source: str, name: str, view: View = "proposed") -> Document:
    """The document that a text in the notation is; for examples and tests."""
    from resolint import notation

    reading = notation.read(source, name=name, view=view)
    digest = sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
    return build(reading, Origin(name, digest, "markdown", view, reading.lost))


def original_bytes(path: str, standard_input: bytes | None) -> bytes:
    """The bytes of ``path``; those of standard input for ``-``. Raises UnreadableDraft."""
    if path != "-":
        return read_bytes(path)
    if standard_input is None:
        raise UnreadableDraft("-: there is nothing on standard input")
    return standard_input

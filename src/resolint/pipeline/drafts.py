"""From bytes to a Document: the reader that fits, then structure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import get_args

from resolint import akn, cards
from resolint.digests import sha256
from resolint.errors import UnreadableDraft, choose
from resolint.lexicon import LANGUAGES, TONGUES, Lexicon, openings
from resolint.lexicon.languages import languages
from resolint.model import Document, Format, Origin, Reading, View
from resolint.pipeline import bounds
from resolint.pipeline.formats import AKN_SUFFIXES, LFS, decode, is_json, is_pdf, is_word, refuse_disguised
from resolint.pipeline.session import Session

_ASIDE = ("header", "footer", "frame", "note")
UNNAMED = "standard input"
"""What messages call a draft that has no name."""


def load(
    source: bytes | Document,
    session: Session | None = None,
    *,
    name: str = "",
    view: View = "proposed",
    lexicon: Lexicon | None = None,
    bounded: bool = False,
) -> Document:
    """The draft that the bytes of a file called ``name`` are; a document is given back as it is.

    The content decides what the file is, the ending of the name only where the content does not. ``view`` says how
    tracked changes are read: as proposed, or the original text. The words that show structure are those of the
    ``session`` for this name, unless a ``lexicon`` is given. A draft that is ``bounded`` is its beginning alone where it is
    longer than any; its origin says so. Raises UnreadableDraft with one sentence.
    """
    if isinstance(source, Document):
        return source
    if not isinstance(source, bytes):
        raise TypeError(f"a draft is given as the bytes of its file or as a Document, not as {type(source).__name__}")
    choose("view", view, get_args(View))
    if lexicon is None and session is not None:
        lexicon = session.lexicon(session.config(name))
    shown = name or UNNAMED
    lexicon = lexicon or cards.lexicon()
    reading, form = _read(source, shown, view, lexicon)
    unread = ""
    if bounded:
        bounds.refuse_notes(reading, shown)
        reading, unread = bounds.within(reading)
    else:
        bounds.refuse_endless(reading, shown)
    digest = sha256(source)
    return build(reading, Origin(shown, digest, form, view, reading.lost, reading.recovered, unread), lexicon)


def is_draft(document: Document, lexicon: Lexicon | None = None) -> bool:
    """Whether a file that was read is a draft, be it a faulty one, and no letter, memo or report.

    It is one where an act was found or named in front matter, or a line of sponsors, or two of the lines of a conference.
    Without any it is one by its paragraphs: two, and one in four, begin with a phrase of the tables as those of resolutions do.
    """
    if document.acts or document.head.sponsors or document.kind not in ("other", "report"):
        return True
    if document.language not in LANGUAGES:
        return document.head.symbol is not None
    known = lexicon or cards.lexicon()
    blocks = [block for block in document.blocks if block.kind == "paragraph" and block.text.strip()]
    from resolint.notation import is_of_draft

    if is_of_draft("\n".join(block.text for block in blocks[:20])):
        return True
    found = [(block, openings.known(block.text[block.lead :], known)) for block in blocks]
    # Letters end in *Accept, Excellency*: what asks somebody to do something needs a number.
    opened = [block for block, opening in found if opening and (opening.form != "base" or block.label or block.lead)]
    return len(opened) > 1 and len(opened) * 4 >= len(blocks)


def in_english(document: Document, lexicon: Lexicon, name: str, what: str) -> Document:
    """The draft. Raises UnreadableDraft, naming ``what`` is not read in it, for one in another language than English."""
    if document.language in LANGUAGES:
        return document
    tongue = languages(lexicon).name(document.language)
    raise UnreadableDraft(
        f"{name or UNNAMED}: this draft is in {tongue}; {what} cannot be read in {tongue} yet, only in English"
    )


def build(reading: Reading, origin: Origin, lexicon: Lexicon | None = None) -> Document:
    """Find the language and the structure of what a reader handed over, and the documents it refers to."""
    from resolint.citation import find

    lexicon = lexicon or cards.lexicon()
    language = _language(reading, lexicon)
    document = _build(reading, origin, lexicon, language)
    if not document.acts or document.acts[0].organ_line is None:
        other = _of_organ_line(reading, lexicon, document.language)
        document = _build(reading, origin, lexicon, other) if other else document
    blocks = [*document.blocks, *(block for note in document.footnotes for block in note.blocks)]
    found = tuple(citation for block in blocks for citation in find(block.text, lexicon, block=block.id))
    return replace(document, citations=found)


def _of_organ_line(reading: Reading, lexicon: Lexicon, language: str) -> str:
    """The language of the organ line of a draft half of which is in another; empty where no such line is found."""
    known = languages(lexicon)
    if any(name == "language" and value in known.codes for name, value, _ in reading.hints):
        return ""
    blocks = [block for block in reading.blocks if block.kind not in _ASIDE]
    found = Counter(known.other_than(language, block.text) for block in blocks)
    for code, count in found.most_common():
        if code in TONGUES and count > 1:
            from resolint.lexicon.tongues import Tongue

            tongue = cards.lexicon_of(code).kept(Tongue)
            if any(tongue.organ(block.text[block.lead :].strip(" *")) for block in blocks):
                return code
    return ""


def _build(reading: Reading, origin: Origin, lexicon: Lexicon, language: str) -> Document:
    from resolint import structure

    if language in TONGUES:
        from resolint.lexicon.tongues import Tongue
        from resolint.structure.tongues import build as build_in

        return build_in(reading, origin, cards.lexicon_of(language).kept(Tongue), lexicon)
    document = structure.build(reading, origin, lexicon)
    language = language or languages(lexicon).code(document.head.language or "") or LANGUAGES[0]
    return replace(document, language=language)


def _language(reading: Reading, lexicon: Lexicon) -> str:
    """The code of the draft's language: the one that front matter gives, else that of the text; empty where neither tells."""
    known = languages(lexicon)
    stated = next((value for name, value, _ in reading.hints if name == "language" and value in known.codes), "")
    return stated or known.of(block.text for block in reading.blocks if block.kind not in _ASIDE)


def _read(data: bytes, name: str, view: View, lexicon: Lexicon) -> tuple[Reading, Format]:
    if not data.strip():
        raise UnreadableDraft(f"{name}: the file is empty; there is nothing to read in it")
    if data.startswith(LFS):
        raise UnreadableDraft(
            f"{name}: this is not the draft but what Git LFS keeps in its place; run 'git lfs pull' and try again"
        )
    if akn.is_akn(data) or name.lower().endswith(AKN_SUFFIXES):
        return akn.read(data, view=view, name=name), "akn"
    if is_pdf(data):
        from resolint import notation, pdf

        return notation.read_page(pdf.text_of(data, name), lexicon), "pdf"
    if is_word(data, name):
        from resolint import word

        return word.read_word(data, view=view, name=name), "docx"
    if name.lower().endswith(".pdf"):
        raise UnreadableDraft(
            f"{name}: this is no PDF, though it is called one: such files begin with %PDF-; save the document as PDF "
            "again, or give the Word file"
        )
    text = decode(data, name)
    refuse_disguised(name)
    if is_json(text):
        raise UnreadableDraft(f"{name}: this is JSON, which programs keep their data in, and no draft")
    from resolint import notation

    reading = notation.read(text, name=name, view=view, lexicon=lexicon)
    return reading, "text" if "labels" in reading.lost or Path(name).suffix.lower() == ".txt" else "markdown"


def read_source(source: str, name: str, view: View = "proposed") -> Document:
    """The document that a text in the notation is; for examples and tests."""
    from resolint import notation

    lexicon = cards.lexicon()
    reading = notation.read(source, name=name, view=view, lexicon=lexicon)
    digest = sha256(source.encode("utf-8", "surrogatepass"))
    return build(reading, Origin(name, digest, "markdown", view, reading.lost, reading.recovered), lexicon)

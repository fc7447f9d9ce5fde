"""What the bytes of a file are: a Word file, or a text in which encoding."""

from __future__ import annotations

from pathlib import PurePath

from resolint.errors import UnreadableDraft
from resolint.frozen import NamedTuple

__all__ = [
    "AKN_SUFFIXES",
    "LFS",
    "LOCK",
    "SUFFIXES",
    "WORD_SUFFIXES",
    "as_written",
    "decode",
    "is_json",
    "is_meant",
    "is_pdf",
    "is_review",
    "is_word",
]

WORD_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
TEXT_SUFFIXES = (".md", ".markdown", ".txt")
AKN_SUFFIXES = (".akn",)
"""Files whose name promises Akoma Ntoso; an ``.xml`` file is known by its content."""
SUFFIXES = (*WORD_SUFFIXES, *TEXT_SUFFIXES, *AKN_SUFFIXES, ".xml")
"""Files that may hold drafts."""
PROMISES = {
    ".doc": "a Word file",
    ".dot": "a Word file",
    ".odt": "an OpenDocument text",
    ".ott": "an OpenDocument text",
    ".rtf": "a rich text file",
    ".wpd": "a WordPerfect file",
}
"""Endings that promise the file of a program; what the file is stands in its first bytes."""
LARGEST_TEXT = 32 * 1024 * 1024

LOCK = "~$"
"""How the names of the files begin that Word keeps beside an open one."""
REVIEWED = ".reviewed"
"""What stands before the ending in the name of a copy that holds a review: ``draft.reviewed.docx``."""
LFS = b"version https://git-lfs.github.com/spec/"
"""How a file begins that Git LFS has not fetched."""

_NOT_TEXT = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"%PDF-",
    b"{\\rtf",
    b"\xffWPC",
)
_HTML = (b"<!doctype html", b"<html", b"<?xml")

_SIGNS = frozenset(
    "\u00a0\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2026\u2022\u00ab\u00bb\u00bf\u00a1\u00b0\u00ba\u00aa\u00a7\u20ac"
)
"""Signs of Windows-1252 that stand beside its letters, and beside one another, in texts of Western Europe."""


def is_review(name: str) -> bool:
    """Whether a file has the name of a review, which is no draft of its own."""
    return name.lower().endswith(tuple(REVIEWED + suffix for suffix in WORD_SUFFIXES))


def is_pdf(data: bytes) -> bool:
    """Whether these are the bytes of a PDF."""
    return data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\0").startswith(b"%PDF-")


def is_json(text: str) -> bool:
    """Whether a text is an object of JSON or a list of such; a draft may well begin with a bracket, but is none."""
    if not text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return False
    import json

    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) or (isinstance(found, list) and any(isinstance(one, dict) for one in found))


def is_word(data: bytes, name: str) -> bool:
    """Whether these bytes are for the Word reader, which also explains what is none of its own.

    The content decides first; the ending of the name only where the content says nothing.
    """
    if data.startswith(_NOT_TEXT):
        return True
    if name.lower().endswith(WORD_SUFFIXES):
        return True
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(_HTML) and not name.lower().endswith((".md", ".markdown"))


def is_meant(data: bytes, name: str) -> bool:
    """Whether the file ``name`` is meant as a draft, where a tool hands over all files whose names could be of one.

    Lock files of Word and what Git LFS keeps in the place of a file are not; a text is by its front matter.
    """
    if PurePath(name).name.startswith(LOCK) or data.startswith(LFS):
        return False
    if not name.lower().endswith(TEXT_SUFFIXES):
        return True
    from resolint.notation import is_of_draft

    return is_of_draft(data.decode("utf-8-sig", "replace"))


class Foreign(NamedTuple):
    """A file of another program: what it is called in a sentence, and the ending that its program gives it."""

    said: str
    ending: str


def foreign(data: bytes) -> Foreign | None:
    """Which other program made a file whose text it can give; None for drafts that we read, and for what holds no text."""
    start = data[:2048]
    if start.startswith(b"{\\rtf"):
        return Foreign("a rich text file (.rtf)", ".rtf")
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        old = "WordDocument".encode("utf-16-le") in data and "EncryptedPackage".encode("utf-16-le") not in data
        return Foreign("a document of Word 97 to 2003 (.doc)", ".doc") if old else None
    if start.startswith(b"PK\x03\x04") and b"mimetypeapplication/vnd.oasis.opendocument.text" in start[:120]:
        return Foreign("an OpenDocument text (.odt)", ".odt")
    if start.startswith(b"\xffWPC"):
        return Foreign("a WordPerfect file (.wpd)", ".wpd")
    page = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if page.startswith((b"<!doctype html", b"<html")) or (page.startswith(b"<?xml") and b"<html" in page):
        return Foreign("a web page (HTML)", ".html")
    return None


def refuse_disguised(name: str) -> None:
    """Raises UnreadableDraft for a text whose name promises the file of a program, as it is refused as ``.docx``."""
    if (promised := PROMISES.get(PurePath(name).suffix.lower())) is not None:
        raise UnreadableDraft(
            f"{name} is plain text under the name of {promised}: rename it to .txt or .md and try again"
        )


def decode(data: bytes, name: str) -> str:
    """The text of a text file, line ends as line feeds.

    UTF-16 and UTF-8 are known by their byte order mark; without one the text is UTF-8 if it can be, else
    Windows-1252, the old encoding of Western European Windows. Raises UnreadableDraft for what is no text.
    """
    if len(data) > LARGEST_TEXT:
        raise UnreadableDraft(
            f"{name}: the text is larger than {LARGEST_TEXT // 1024**2} MB, which no draft is; split it"
        )
    text = as_written(data, name)
    if "\x00" in text:
        raise UnreadableDraft(
            f"{name}: the file holds NUL bytes and so is no text; give a Word file, or text saved as UTF-8"
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def as_written(data: bytes, name: str) -> str:
    """The text of a text file with its own line ends. Raises UnreadableDraft for what cannot be decoded."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise UnreadableDraft(
                f"{name}: the file begins like UTF-16 text but is damaged; save it again as UTF-8"
            ) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if data.startswith(b"\xef\xbb\xbf"):
            line = data.count(b"\n", 0, error.start) + 1
            raise UnreadableDraft(
                f"{name}: line {line} is damaged: the file says it is UTF-8 and is not; save it again as UTF-8"
            ) from None
    try:
        return _western(data.decode("cp1252"), name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableDraft(
            f"{name}: line {line} is neither UTF-8 nor Windows-1252 text; save the file as UTF-8"
        ) from None


def _western(text: str, name: str) -> str:
    """A text that was read as Windows-1252. Raises UnreadableDraft where no language of Latin letters looks so.

    Accents are single letters among plain ones there; the bytes of Cyrillic, Arabic or Chinese code pages, and of
    damaged UTF-8, come in runs.
    """
    odd = [not letter.isascii() and letter not in _SIGNS for letter in text]
    joined = sum(
        here and (before or behind) for before, here, behind in zip([False, *odd], odd, [*odd[1:], False], strict=False)
    )
    if joined * 4 > sum(odd):
        raise UnreadableDraft(
            f"{name}: the text is not UTF-8, and what it is in cannot be told; save the file as UTF-8"
        )
    return text

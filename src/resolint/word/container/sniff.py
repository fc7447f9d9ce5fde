"""What a file is that calls itself a Word file and is none: by its first bytes, never by its name."""

from __future__ import annotations

import re

from resolint.regex import lazy

_SAVE_AS = "open it in Word or LibreOffice, save it as .docx and try again"
_CONVERT = "convert it to .docx with Word or LibreOffice and try again"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_HTML = lazy(rb"(?:<!--|<\?xml[^>]{0,200}\?>\s*)?\s*<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE)
_TEXTLIKE = bytes(range(32, 127)) + b"\t\n\r\f" + bytes(range(128, 256))
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"version https://git-lfs.", "stands for a file that Git LFS keeps elsewhere: run 'git lfs pull' and try again"),
    (b"{\\rtf", f"is a rich text file (.rtf){{}}: {_SAVE_AS}"),
    (b"\xffWPC", f"is a WordPerfect file (.wpd){{}}: {_CONVERT}"),
    (b"\xdb\xa5", f"is a document of Word for Windows 2 (.doc): {_SAVE_AS}"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7z archive: unpack it and lint the .docx inside"),
    (b"\x1f\x8b", "is a gzip archive: unpack it and lint the .docx inside"),
    (b"Rar!\x1a\x07", "is a RAR archive: unpack it and lint the .docx inside"),
    (b"\x89PNG", "is a picture (PNG), not a draft: give the .docx it was made from"),
    (b"\xff\xd8\xff", "is a picture (JPEG), not a draft: give the .docx it was made from"),
)


_OWN_NAMES = {
    "(.rtf)": (".rtf",),
    "(.wpd)": (".wpd", ".wp"),
    "(.doc)": (".doc", ".dot"),
    "a PDF": (".pdf",),
    "(HTML)": (".html", ".htm", ".xhtml", ".mht"),
}
"""The endings that files of each kind have by right."""


def describe(data: bytes, name: str = "") -> str:
    """The rest of a sentence that begins with the name of the file, or "" if ``data`` begins like a zip."""
    said = _kind(data)
    own = next((endings for kind, endings in _OWN_NAMES.items() if kind in said), ())
    return said.replace("{}", "" if name.lower().endswith((*own, "-")) or "." not in name else " under another name")


def _kind(data: bytes) -> str:
    head = data[:2048]
    if head.startswith(_ZIP):
        return ""
    if not head.strip(b"\0 \t\r\n"):
        return "is empty: there is nothing to read in it"
    if head.startswith(_OLE):
        return _compound(data)
    for signature, sentence in _SIGNATURES:
        if head.startswith(signature):
            return sentence
    if b"%PDF-" in head[:1024]:
        return "is a PDF{}, not a Word file: give the Word file it was made from"
    return _text(head)


def _compound(data: bytes) -> str:
    """OLE containers hold old Office documents, and new ones that are protected by a password."""
    if _wide("EncryptedPackage") in data or _wide("EncryptionInfo") in data:
        return "is protected by a password (encrypted): open it in Word, remove the password, save it and try again"
    if _wide("WordDocument") in data:
        return f"is a document of Word 97 to 2003 (.doc){{}}: {_SAVE_AS}"
    if _wide("Workbook") in data:
        return "is an old Excel workbook (.xls), not a draft: give the Word file"
    if _wide("PowerPoint Document") in data:
        return "is an old PowerPoint presentation (.ppt), not a draft: give the Word file"
    return f"is an old Office file (OLE), not a .docx: {_SAVE_AS}"


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def _text(head: bytes) -> str:
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if plain[:2] in (b"\xff\xfe", b"\xfe\xff"):
        plain = plain.decode("utf-16", "replace").encode("utf-8")
    if _HTML.match(plain.lstrip()):
        return f"is a web page (HTML){{}}, perhaps of a download that failed: {_CONVERT}"
    if b"akomaNtoso" in plain:
        return "is a draft in Akoma Ntoso, not a Word file: write it as Markdown with 'resolint export --to md' first"
    if plain.lstrip()[:5] == b"<?xml" or b"<pkg:package" in plain or b"<w:wordDocument" in plain:
        return f"is a single XML file, not a .docx: {_SAVE_AS}"
    if b"\0" not in plain and not plain.translate(None, _TEXTLIKE):
        return "is plain text under the name of a Word file: rename it to .txt or .md and try again"
    return "is not a Word file (.docx): check that this is the right file, and that it was transferred whole"

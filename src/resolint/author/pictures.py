"""Pictures and other objects of a draft in its Word file: what is at hand, else a grey field that bears the name.

In Word the field is replaced by *Change Picture*, which keeps its name. Equations are written as their characters.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from resolint.author.parts import Pack
from resolint.author.runs import attribute, escape
from resolint.model import EQUATION, Mark

__all__ = ["LINES_AS_NEEDED", "Pictures", "size_of"]

OWN_NAME = "resolint "
"""Begins the name that Word keeps of an object; its address, or what it is, follows and is read again."""
LINES_AS_NEEDED = '<w:spacing w:line="240" w:lineRule="auto"/>'
"""The property of a paragraph with a picture, which lines of a fixed height would cut off."""
_EMU = 635
"""English metric units in a twip, a twentieth of a point."""
_FIELD = (2400, 1600)
"""Width and height in twips of what stands for a picture that is not at hand."""
_GREY = b"\xd9"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


class Pictures:
    """Writes the objects of one draft; ``files`` are the pictures at hand by their address, ``width`` that of the text in twips."""

    def __init__(self, pack: Pack, files: Mapping[str, bytes], width: int) -> None:
        self.pack = pack
        self.files = files
        self.width = width
        self.count = 0

    def run(self, source: str, mark: Mark, text: str) -> str:
        """The run of an object in part ``source`` whose characters in the text are ``text``."""
        kind, _, name = mark.value.partition(" ")
        if kind == EQUATION and text != "\ufffc":
            return f'<m:oMath xmlns:m="{_MATH}"><m:r><m:t xml:space="preserve">{escape(text)}</m:t></m:r></m:oMath>'
        self.count += 1
        key, width, height = self._embedded(source, kind)
        known = f"{OWN_NAME}{kind} {self.count}"
        size = f'cx="{width}" cy="{height}"'
        shown = f'id="{self.count}" name="{attribute(known)}" descr="{attribute(name)}"'
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr {shown}/><a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_PICTURE}">'
            f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr {shown}/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _embedded(self, source: str, address: str) -> tuple[str, int, int]:
        """The relationship of a picture, its width and height in EMU; none is wider than the text."""
        data = self.files.get(address)
        known = None if data is None else size_of(data)
        if data is None or known is None:
            return self.pack.image(source, _field(), "png"), _FIELD[0] * _EMU, _FIELD[1] * _EMU
        ending, width, height = known
        widest = self.width * _EMU
        if width > widest:
            width, height = widest, max(1, height * widest // width)
        return self.pack.image(source, data, ending), width, height


def size_of(data: bytes) -> tuple[str, int, int] | None:
    """The ending of a picture's name, its width and height in EMU; None for what Word has no use for."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    try:
        image = Image.from_blob(data)
        found = str(image.ext), int(image.width), int(image.height)
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, ArithmeticError, ValueError):
        return None
    return found if found[1] > 0 and found[2] > 0 else None


def _field() -> bytes:
    """A grey field: a PNG of one pixel."""
    head = struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" + _GREY, 9)), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body

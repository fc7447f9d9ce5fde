"""In which fonts and paragraph styles a Word file is set: counted by characters and paragraphs, with where each begins.

A run says its font itself, or by its character style, its paragraph's style, or the defaults; a font of the theme is looked up
there (ISO/IEC 29500-1, 17.3.2.26). Only what is printed of the body counts: no headers, no hidden or deleted words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.errors import UnreadableDraft
from resolint.frozen import NamedTuple
from resolint.word.container.package import Package
from resolint.word.container.xml import PPR, RPR, VAL, Element, P, R, parse, w
from resolint.word.read.styles import NOTHING_SAID, Styles, plain_name, said_of_face

__all__ = ["Face", "read_faces", "read_theme"]

_T = w("t")
_PSTYLE, _RSTYLE, _VANISH = w("pStyle"), w("rStyle"), w("vanish")
_SHOWN = 40
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Face(NamedTuple):
    """A font or a paragraph style that a file uses: in how many paragraphs, and the words with which it is first met."""

    kind: str
    name: str
    paragraphs: int
    words: str

    @property
    def said(self) -> str:
        """The name, in how many paragraphs, and where it begins."""
        count = f"{self.paragraphs} {'paragraph' if self.paragraphs == 1 else 'paragraphs'}"
        short = self.words if len(self.words) <= _SHOWN else self.words[:_SHOWN].rsplit(" ", 1)[0] + "…"
        return f"{self.name}, {count}, {'at' if self.paragraphs == 1 else 'from'} “{short}”"


def read_faces(data: bytes, name: str = "") -> tuple[Face, ...]:
    """The fonts and the paragraph styles of the body of the Word file ``data``, the most used first.

    Raises UnreadableDraft for a file that is none.
    """
    package = Package(data, name)
    body = _part(package, "word/document.xml", name)
    if body is None:
        return ()
    known, theme = Styles(package.read("word/styles.xml"), name), read_theme(package, name)
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for paragraph in body.iter(P):
        faces = dict.fromkeys(_faces(paragraph, _style_of(paragraph), known, theme))
        words = " ".join("".join(text.text or "" for text in paragraph.iter(_T)).split())
        for face in faces:
            count, first = found.get(face, (0, words))
            found[face] = count + 1, first
    rows = (Face(kind, face, count, words) for (kind, face), (count, words) in found.items())
    return tuple(sorted(rows, key=lambda one: (one.kind, -one.paragraphs, one.name)))


def _faces(paragraph: Element, named: str, known: Styles, theme: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The style of a paragraph that holds words, which it names itself, and the fonts of the words."""
    seen, style = False, known.get(named)
    for run in paragraph.iter(R):
        text = "".join(part.text or "" for part in run.iterchildren(_T))
        own = run.find(RPR)
        if not any(c.isalpha() for c in text) or (own is not None and own.find(_VANISH) is not None):
            continue
        seen = True
        chosen = None if own is None else own.find(_RSTYLE)
        said = NOTHING_SAID if own is None else said_of_face(own)
        font = known.face(style, None if chosen is None else chosen.get(VAL), said).font or ""
        if font := theme.get(font[1:], "") if font.startswith("+") else font:
            yield "font", font
    if seen and named:
        yield "style", style.name if style.id == named and style.name else plain_name(named)


def _style_of(paragraph: Element) -> str:
    properties = paragraph.find(PPR)
    named = None if properties is None else properties.find(_PSTYLE)
    return "" if named is None else named.get(VAL) or ""


def read_theme(package: Package, name: str) -> Mapping[str, str]:
    """The fonts of headings and of the text in the theme, by the first letters of the word that asks for them."""
    root = _part(package, "word/theme/theme1.xml", name)
    if root is None:
        return {}
    found = {}
    for key in ("major", "minor"):
        latin = next((font.find(f"{_DRAWING}latin") for font in root.iter(f"{_DRAWING}{key}Font")), None)
        if latin is not None and latin.get("typeface"):
            found[key] = latin.get("typeface") or ""
    return found


def _part(package: Package, part: str, name: str) -> Element | None:
    content = package.read(part)
    if content is None:
        return None
    try:
        return parse(content, part, name)
    except UnreadableDraft:
        return None

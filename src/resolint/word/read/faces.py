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
from resolint.word.read.styles import plain_name

__all__ = ["Face", "read_faces", "read_theme"]

_T = w("t")
_PSTYLE, _RSTYLE, _FONTS, _BASED, _NAME = w("pStyle"), w("rStyle"), w("rFonts"), w("basedOn"), w("name")
_ASCII, _THEME = w("ascii"), w("asciiTheme")
_VANISH = w("vanish")
_DEEPEST = 64
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
    known = _Styles(_part(package, "word/styles.xml", name), read_theme(package, name))
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for paragraph in body.iter(P):
        style = _style_of(paragraph)
        faces = dict.fromkeys(_faces(paragraph, style, known))
        words = " ".join("".join(text.text or "" for text in paragraph.iter(_T)).split())
        for face in faces:
            count, first = found.get(face, (0, words))
            found[face] = count + 1, first
    rows = (Face(kind, face, count, words) for (kind, face), (count, words) in found.items())
    return tuple(sorted(rows, key=lambda one: (one.kind, -one.paragraphs, one.name)))


def _faces(paragraph: Element, style: str, known: _Styles) -> Iterator[tuple[str, str]]:
    """The style of a paragraph that holds words, and the fonts of the words."""
    seen = False
    for run in paragraph.iter(R):
        text = "".join(part.text or "" for part in run.iterchildren(_T))
        own = run.find(RPR)
        if not any(c.isalpha() for c in text) or (own is not None and own.find(_VANISH) is not None):
            continue
        seen = True
        font = known.font(own, style)
        if font:
            yield "font", font
    if seen and style:
        yield "style", known.called(style)


def _style_of(paragraph: Element) -> str:
    properties = paragraph.find(PPR)
    named = None if properties is None else properties.find(_PSTYLE)
    return "" if named is None else named.get(VAL) or ""


class _Styles:
    """What styles say of fonts; ``theme`` gives the fonts of the theme by the word that names them."""

    def __init__(self, root: Element | None, theme: Mapping[str, str]) -> None:
        self._theme = theme
        self._by_id: dict[str, Element] = {}
        self._default: Element | None = None
        self._first = ""
        for style in () if root is None else root.iterchildren(w("style")):
            self._by_id[style.get(w("styleId")) or ""] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on"):
                self._first = style.get(w("styleId")) or ""
        if root is not None:
            self._default = next(root.iter(w("rPrDefault")), None)

    def called(self, style: str) -> str:
        """The name of a style as it is compared."""
        found = self._by_id.get(style)
        name = None if found is None else found.find(_NAME)
        return plain_name((None if name is None else name.get(VAL)) or style)

    def font(self, own: Element | None, style: str) -> str:
        """The font of a run with the properties ``own`` in a paragraph of ``style``; empty where nothing names one."""
        chosen = None if own is None else own.find(_RSTYLE)
        rows = [own] if own is not None else []
        rows += self._chain((None if chosen is None else chosen.get(VAL)) or "")
        rows += self._chain(style or self._first)
        if self._default is not None:
            rows += list(self._default.iterchildren(RPR))
        for row in rows:
            fonts = row.find(_FONTS)
            if fonts is None:
                continue
            named = self._theme.get((fonts.get(_THEME) or "")[:5].lower()) or fonts.get(_ASCII)
            if named:
                return named
        return ""

    def _chain(self, style: str) -> list[Element]:
        found: list[Element] = []
        for _ in range(_DEEPEST):
            element = self._by_id.get(style)
            if element is None:
                break
            own = element.find(RPR)
            if own is not None:
                found.append(own)
            based = element.find(_BASED)
            style = (None if based is None else based.get(VAL)) or ""
        return found


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

"""Which words of a body are set in another font or size than most of it.

A run says its font and its size itself, or its character style, its paragraph's style or the defaults of the file do; a font of
the theme is known by its name there (ISO/IEC 29500-1, 17.3.2.26 and 17.3.2.38). A body that says neither in more than one
way costs a look at the names of its elements and no more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from resolint.frozen import NamedTuple
from resolint.word.container.xml import PPR, RPR, VAL, Element, P, R, T, w
from resolint.word.read.styles import FONTS, NOTHING_SAID, SIZE, Said, Styles, said_of_face

__all__ = ["EVEN", "Lettering", "read_lettering"]

_PSTYLE, _RSTYLE = w("pStyle"), w("rStyle")
_MOST = 0.6
"""The share of the characters that one font and size must have, so that others are odd beside it."""


class Lettering(NamedTuple):
    """What is odd: ``styles`` by their ids, and by the properties of a run whether it is, where it says so itself."""

    styles: frozenset[str] = frozenset()
    runs: Mapping[Element, bool] = {}


EVEN = Lettering()
"""Everything is set alike, or nothing is known."""


def read_lettering(body: Element, styles: Styles, theme: Callable[[], Mapping[str, str]]) -> Lettering:
    """What in ``body`` is set in another font or size than most of its text; nothing where no one has the most.

    ``theme`` gives the fonts of the theme, and is asked for them only where one is used beside another font.
    """
    saying = {element.getparent() for element in body.iter(FONTS, SIZE)}
    named = {element.get(VAL) for element in body.iter(_PSTYLE)} | {None}
    faces = {styles.get(style).id: styles.face(styles.get(style)) for style in named}
    if not saying and len(set(faces.values())) < 2 and next(body.iter(_RSTYLE), None) is None:
        return EVEN
    runs = list(_runs(body, styles))
    if (
        any(run.face.font and run.face.font.startswith("+") for run in runs)
        and len({run.face.font for run in runs}) > 1
    ):
        fonts = theme()
        runs = [run._replace(face=_named(run.face, fonts)) for run in runs]
        faces = {style: _named(said, fonts) for style, said in faces.items()}
    lengths = Counter[Said]()
    for run in runs:
        lengths[run.face] += run.length
    face, most = max(lengths.items(), key=lambda item: item[1], default=(NOTHING_SAID, 0))
    if most < _MOST * lengths.total() or most == lengths.total():
        return EVEN
    odd = frozenset(style for style, said in faces.items() if said != face)
    # Of every run, so that nothing changes where one is divided.
    told = {run.properties: run.face != face for run in runs if run.properties is not None}
    return Lettering(odd, {rpr: is_odd for rpr, is_odd in told.items() if is_odd or odd})


def _named(said: Said, fonts: Mapping[str, str]) -> Said:
    """The font of the theme by its name."""
    font = said.font or ""
    return said._replace(font=fonts.get(font[1:], font)) if font.startswith("+") else said


class _Run(NamedTuple):
    """A run: what formats it, its font and size in the end, and how many characters it shows."""

    properties: Element | None
    face: Said
    length: int


def _runs(body: Element, styles: Styles) -> Iterator[_Run]:
    known: dict[tuple[str, str | None, Said], Said] = {}
    for paragraph in body.iter(P):
        first = paragraph[0] if len(paragraph) else None
        named = first.find(_PSTYLE) if first is not None and first.tag == PPR else None
        style = styles.get(None if named is None else named.get(VAL))
        for run in paragraph.iter(R):
            properties: Element | None = None
            own, chosen, length = NOTHING_SAID, None, 0
            for child in run:
                tag = child.tag
                if tag == T and child.text:
                    length += len(child.text)
                elif tag == RPR:
                    properties = child
            if properties is not None:
                character = properties.find(_RSTYLE)
                chosen = None if character is None else character.get(VAL)
                own = said_of_face(properties)
            key = style.id, chosen, own
            face = known.get(key)
            if face is None:
                face = known[key] = styles.face(style, chosen, own)
            yield _Run(properties, face, length)

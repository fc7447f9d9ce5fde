"""From the bytes of a PDF to the text of its pages: lines, italics, raised figures. ``notation`` makes a draft of it.

PDFium (``pypdfium2``, the extra ``pdf``) tells of every character what it is, where it stands and in which font. Lines are
put together here by their places, since what a PDF calls a line is anything. Lengths are points (1/72 inch).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

from resolint.errors import UnreadableDraft
from resolint.frozen import NamedTuple
from resolint.regex import lazy

__all__ = ["text_of"]

_MOST_PAGES = 2000
_MOST_CHARACTERS = 8_000_000
_ITALIC_FLAG = 64
_BOLD = 600
_HYPHENS = "\x02\ufffe\u00ad"
"""What PDFium gives for a hyphen at the end of a line."""
_SPECIAL = lazy(r"[\\*^`_\[\]<>#~{}|]")
_PAGE_NUMBER = lazy(r"(?:[-–—]\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?(?:\s*[-–—])?")
_NOTE = lazy(r"(\d{1,3})\s+(?=\S)")
_FROM_THE_RIGHT = lazy("[\u0590-\u06ff\u0750-\u077f\ufb1d-\ufdff\ufe70-\ufefc]")
_EAST_ASIAN = "\u3000"
"""Characters from here on are as wide as they are high."""
_EDGE = 3
"""So many lines at the top and at the bottom of a page may belong to the page."""
_LONGEST_LABEL = 4
"""Characters before a wide gap that may be a number or note mark."""
_NAME = lazy(r"italic|oblique", re.IGNORECASE)
_BOLD_NAME = lazy(r"bold|black|heavy", re.IGNORECASE)


class _Char(NamedTuple):
    """A character, its place on the line (left, right, baseline), the size of its font, and how it is set.

    ``parted`` tells that the file itself has a blank before it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    italic: bool
    bold: bool
    parted: bool = False


class _Line(NamedTuple):
    """Characters on one baseline, from the left."""

    chars: tuple[_Char, ...]
    base: float
    size: float

    @property
    def left(self) -> float:
        return self.chars[0].left


def text_of(data: bytes, name: str) -> str:
    """The text of a PDF called ``name``: pages end with a form feed, paragraphs with a blank line where one shows.

    Italics, bold lines and raised characters are marked as in the notation. Raises UnreadableDraft with one sentence.
    """
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableDraft(
            f"{name} is a PDF: give the Word file it was made from, or let resolint read PDFs with: "
            "pip install pypdfium2"
        ) from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise UnreadableDraft(
                f"{name}: the PDF is protected by a password; give the Word file it was made from"
            ) from None
        raise UnreadableDraft(f"{name}: the PDF is damaged; give the Word file it was made from") from None
    try:
        return _whole(document, pypdfium2.raw, name)
    except pypdfium2.PdfiumError:
        raise UnreadableDraft(f"{name}: the PDF is damaged; give the Word file it was made from") from None
    finally:
        document.close()


def _whole(document: Any, raw: Any, name: str) -> str:
    if len(document) > _MOST_PAGES:
        raise UnreadableDraft(f"{name}: the PDF has more than {_MOST_PAGES} pages, which no draft has; split it")
    pages: list[list[_Line]] = []
    fonts: dict[tuple[str, int], tuple[bool, bool]] = {}
    count = 0
    for page in document:
        text_page = page.get_textpage()
        chars = list(_characters(text_page.raw, raw, fonts))
        text_page.close()
        page.close()
        count += len(chars)
        if count > _MOST_CHARACTERS:
            raise UnreadableDraft(f"{name}: the PDF holds more text than any draft; split it")
        pages.append([part for line in _lines(chars) for part in _parted(line)])
    if not any(pages):
        raise UnreadableDraft(
            f"{name}: the PDF holds pictures of pages and no text; give the Word file, or have its text recognized first"
        )
    letters = [char.text for lines in pages for line in lines for char in line.chars if char.text.isalpha()]
    if 3 * sum(_FROM_THE_RIGHT.match(letter) is not None for letter in letters) > len(letters):
        raise UnreadableDraft(
            f"{name}: the PDF is in a script that runs from the right, whose letters a PDF holds in the order of the page "
            "rather than of the words; give the Word file it was made from"
        )
    sizes = Counter(round(line.size) for lines in pages for line in lines for _ in line.chars)
    return "\n\f".join(_page(lines, sizes.most_common(1)[0][0]) for lines in _without_furniture(pages))


def _without_furniture(pages: Sequence[list[_Line]]) -> Iterator[list[_Line]]:
    """The pages without their numbers, and without running heads, which stand at one place on several of them.

    The head of the first page is its masthead and stays.
    """
    edges = [[*lines[:_EDGE], *lines[-_EDGE:]] for lines in pages]
    seen = Counter(place for lines in edges for place in {_place(line) for line in lines})
    for number, lines in enumerate(pages):
        at_edge = {id(line) for line in edges[number]}
        yield [
            line
            for line in lines
            if id(line) not in at_edge
            or not (_PAGE_NUMBER.fullmatch(_plain(line)) or (number and seen[_place(line)] > 1))
        ]


def _place(line: _Line) -> tuple[str, int]:
    """The words of a line, and how high it stands."""
    return _plain(line), round(line.base / 4)


def _plain(line: _Line) -> str:
    return "".join(char.text for char in line.chars).strip()


def _characters(page: Any, raw: Any, fonts: dict[tuple[str, int], tuple[bool, bool]]) -> Iterator[_Char]:
    """The characters of a page in the order in which the file has them, without line ends."""
    from ctypes import c_double, c_int, create_string_buffer

    x, y, box = c_double(), c_double(), raw.FS_RECTF()
    flags, buffer = c_int(), create_string_buffer(256)
    parted = False
    for at in range(raw.FPDFText_CountChars(page)):
        code = raw.FPDFText_GetUnicode(page, at)
        char = chr(code) if 0 < code < 0x110000 else ""
        if not char or 0xD800 <= code < 0xE000:
            continue
        if char.isspace():
            parted = True
            continue
        char = (
            "-" if char in _HYPHENS else unicodedata.normalize("NFKC", char) if "\ufb00" <= char <= "\ufb06" else char
        )
        if not char.isprintable():
            continue
        raw.FPDFText_GetLooseCharBox(page, at, box)
        raw.FPDFText_GetCharOrigin(page, at, x, y)
        length = raw.FPDFText_GetFontInfo(page, at, buffer, 256, flags)
        key = (buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace") if length else "", flags.value)
        if key not in fonts:
            italic = bool(_NAME.search(key[0])) or bool(key[1] & _ITALIC_FLAG)
            fonts[key] = italic, bool(_BOLD_NAME.search(key[0])) or raw.FPDFText_GetFontWeight(page, at) >= _BOLD
        size = raw.FPDFText_GetFontSize(page, at)
        yield _Char(char, box.left, box.right, y.value, size, *fonts[key], parted)
        parted = False


def _page(lines: Sequence[_Line], body: float) -> str:
    """The lines of a page from the top, with blank lines where paragraphs stand apart; most text is of the size ``body``."""
    if not lines:
        return ""
    steps = Counter(round(a.base - b.base) for a, b in pairwise(lines) if 4 < a.base - b.base < 40)
    usual = steps.most_common(1)[0][0] if steps else 14
    out: list[str] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        apart = at > 0 and _apart(lines[at - 1], line, usual)
        if apart:
            out.append("")
        goes_on = following is not None and not _apart(line, following, usual)
        indented = goes_on and following is not None and line.left > following.left + 6
        out.append("    " * indented + _marked(line, line.size < 0.93 * body))
    return "\n".join(out)


def _apart(above: _Line, below: _Line, usual: int) -> bool:
    """Whether two lines stand further apart than lines of a paragraph do, or beside one another."""
    step = above.base - below.base
    return step < 2 or step > 1.3 * max(usual, 1.05 * max(above.size, below.size)) or abs(above.size - below.size) > 1.2


def _lines(chars: Sequence[_Char]) -> Iterator[_Line]:
    """The characters by baseline, from the top; what is raised or lowered a little belongs to the line beside it."""
    rows: list[list[_Char]] = []
    for char in sorted(chars, key=lambda char: -char.base):
        row = rows[-1] if rows else None
        if row is not None and abs(max(row, key=lambda one: one.size).base - char.base) < 0.55 * max(
            char.size, row[0].size
        ):
            row.append(char)
        else:
            rows.append([char])
    for row in rows:
        size = Counter(round(char.size, 1) for char in row).most_common(1)[0][0]
        base = Counter(round(char.base, 1) for char in row if abs(char.size - size) < 0.3).most_common(1)[0][0]
        yield _Line(tuple(_spaced(sorted(row, key=lambda char: char.left))), base, size)


def _spaced(row: Sequence[_Char]) -> Iterator[_Char]:
    """A row with a blank wherever characters stand apart."""
    for before, char in pairwise((None, *row)):
        if before is not None and char is not None and _stand_apart(before, char):
            italic = before.italic and char.italic
            yield _Char(" ", before.right, char.left, char.base, char.size, italic, before.bold and char.bold)
        if char is not None:
            yield char


def _stand_apart(before: _Char, char: _Char) -> bool:
    gap, size = char.left - before.right, max(before.size, char.size)
    if before.text >= _EAST_ASIAN or char.text >= _EAST_ASIAN:
        # Chinese has no blanks; what a word processor sets beside figures and brackets is a part of its layout.
        letter = any(one.text.isalpha() and one.text < _EAST_ASIAN for one in (before, char))
        return gap > (0.25 if letter else 1.0) * size
    return gap > 0.25 * size or (char.parted and gap > 0.03 * size)


def _parted(line: _Line) -> Iterator[_Line]:
    """A line cut where columns stand beside one another."""
    start = 0
    for at, char in enumerate(line.chars):
        wide = char.text == " " and char.right - char.left > 3 * line.size
        if wide and at - start > _LONGEST_LABEL:
            yield line._replace(chars=line.chars[start:at])
            start = at + 1
    yield line._replace(chars=line.chars[start:])


def _is_bold(line: _Line) -> bool:
    """Whether words are set in bold throughout, as in headings; numbers of pages and symbols are none."""
    return all(char.bold for char in line.chars if char.text.strip()) and sum(c.text.islower() for c in line.chars) > 1


def _marked(line: _Line, small: bool) -> str:
    """A line in the notation. In ``small`` print a figure that begins it is the number of a note."""
    bold = _is_bold(line)
    out = []
    runs = [(key, list(run)) for key, run in groupby(line.chars, key=lambda char: (char.italic, _raised(char, line)))]
    for (italic, raised), run in runs:
        words = "".join(char.text for char in run)
        text = _SPECIAL.sub(lambda found: f"\\{found[0]}", words.strip())
        if raised and text:
            text = f"<sup>{words.strip()}</sup>"
        elif italic and text and not bold:
            text = f"*{text}*"
        before = words[: len(words) - len(words.lstrip())]
        after = words[len(words.rstrip()) :] if words.strip() else ""
        out.append(f"{before}{text}{after}")
    text = "".join(out)
    if small and (note := _NOTE.match(text)):
        text = f"<sup>{note[1]}</sup> {text[note.end() :]}"
    return f"**{text.strip()}**" if bold and text.strip() else text


def _raised(char: _Char, line: _Line) -> bool:
    return char.size < 0.8 * line.size and char.base > line.base + 0.15 * line.size and char.text.isalnum()

"""The masthead: the table at the top, the lines below it, running headers and footers, and what no line can carry."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from resolint.author.geometry import Geometry
from resolint.author.runs import attribute, escape, field_runs, plain_run
from resolint.author.tongues import is_organ, organ_of, printed_name
from resolint.frozen import dataclass
from resolint.lexicon import TONGUES, Lexicon, fields
from resolint.lexicon import masthead as grammar
from resolint.lexicon.sponsors import draft_label, sponsors_line
from resolint.model import Document
from resolint.regex import lazy

__all__ = ["Layout", "Masthead", "values_of"]

KEYS = ("symbol", "body", "session", "agenda_item", "sponsors", "distribution", "date", "language", "job_number")
_PLAIN_NAME = lazy(r"[A-Z][A-Za-z’' -]{1,60}")
"""Names that are read again as they are printed."""
_LONG_NAME = 20
_ROLES = ("session", "place", "body", "agenda_item", "agenda_title", "sponsors")


@dataclass(frozen=True, slots=True)
class Layout:
    """How the head of a body's documents is made up.

    ``organ`` is the large name in the masthead (empty: the body itself), ``lines`` the keys of the lines below it in
    order. ``tracking`` switches the tracking of changes on. ``notice`` are lines for the foot of every page.
    """

    geometry: str = "new-york"
    organ: str = ""
    lines: tuple[str, ...] = ("session", "agenda_item", "agenda_title", "sponsors")
    tracking: bool = False
    notice: tuple[str, ...] = ()


def values_of(document: Document) -> dict[str, str]:
    """The fields of the masthead with their values: as the front matter has them, else as they were found."""
    kept = (
        block for block in document.blocks if block.id.startswith("front/") and not block.id.startswith("front/unread-")
    )
    front = {block.id.removeprefix("front/"): block.text for block in kept}
    if document.origin.format == "markdown":
        return front
    head = document.head
    found = {key: getattr(head, key) for key in KEYS if key != "sponsors" and getattr(head, key)}
    place = head.where("sponsors")
    if place:
        found["sponsors"] = document.block(place.block).text.strip()
    found |= front
    # Out of their order none could be left to what is printed: they would all be kept as variables.
    return {key: found[key] for key in dict.fromkeys((*KEYS, *found)) if key in found}


@dataclass(frozen=True, slots=True)
class Masthead:
    """The masthead of one draft in one look."""

    values: Mapping[str, str]
    layout: Layout
    geometry: Geometry
    lexicon: Lexicon
    language: str = "en"

    @property
    def organ(self) -> str:
        """The large name; none in a draft that names no body, since what is printed is read again."""
        if self.language != "en":
            return organ_of(self.values.get("body", ""), self.language)
        return (self.layout.organ or self.values["body"]) if "body" in self.values else ""

    @property
    def symbol(self) -> str:
        """The symbol, empty if there is none yet."""
        return self.values.get("symbol", "")

    def variables(self) -> tuple[tuple[str, str], ...]:
        """The values that the printed masthead does not carry so that they are read again, by key."""
        kept = [(key, value) for key, value in self.values.items() if not self._printed(key, value)]
        order = [key for key in KEYS if key in self.values]
        order += [key for key, _ in kept if key not in KEYS]
        return tuple(kept) if list(self.values) == order else tuple(self.values.items())

    def _printed(self, key: str, value: str) -> bool:
        if self.geometry.masthead == "none":
            return False
        if key == "body":
            return value == self.organ and (self.language not in TONGUES or is_organ(value, self.language))
        if key in _ROLES and key not in self.layout.lines:
            return False
        if key == "sponsors":
            line = sponsors_line(value, 0, len(value), self.lexicon)
            return line is not None and all(_PLAIN_NAME.fullmatch(name) for name in line.names)
        return key in grammar.FIELDS and grammar.is_strict(key, value, self.lexicon)

    # -- tables ----------------------------------------------------------------------------------------------

    def table(self) -> str:
        """The masthead's table as XML, with an empty cell where the emblem belongs."""
        return self._new_york() if self.geometry.masthead == "header" else self._geneva()

    def _symbol_runs(self) -> str:
        if not self.symbol:
            return ""
        first, rest = re.fullmatch(r"([A-Za-z]*)(.*)", self.symbol, re.DOTALL).groups()  # type: ignore[union-attr]
        large = '<w:sz w:val="40"/>'
        return plain_run(first, f'<w:position w:val="-4"/>{large}') + plain_run(rest, '<w:position w:val="-4"/>')

    def _line(self, key: str) -> str:
        if self.language != "en" and key in self.values and not self._english(key):
            # What other languages print stands in the front matter as it is printed; a bare name of a language is no line.
            return "" if key == "language" and ":" not in self.values[key] else self.values[key]
        return grammar.line(key, self.values[key], self.lexicon) if key in self.values else ""

    def _details(self, style: str, before: int) -> str:
        values = self.values
        lines = [
            self._line("distribution"),
            values.get("date", ""),
            "",
            self._line("language"),
        ]
        while lines and not lines[-1]:
            lines.pop()
        spaced = f'<w:spacing w:before="{before}"/>'
        found = [_p(plain_run(line), style, spaced if n == 0 else "") for n, line in enumerate(lines)]
        return "".join(found) or _p("", style)

    def _english(self, key: str) -> bool:
        """Whether a field has the value that English files have, from which its line is made."""
        return key in grammar.FIELDS and grammar.is_strict(key, self.values[key], self.lexicon)

    def _new_york(self) -> str:
        thin, thick = _bottom(4), _bottom(12)
        name = printed_name(self.language)
        printed = _p(
            plain_run(name, '<w:b w:val="0"/><w:spacing w:val="2"/><w:w w:val="96"/>'),
            "HM",
            '<w:spacing w:after="80" w:line="300" w:lineRule="exact"/>',
            size=28,
        )
        # The Russian name would take three lines in the column of the others, and the row holds two.
        wide = len(name) > _LONG_NAME
        row_1 = (
            _cell(1267, _p("", "Header"), thin)
            + (_cell(5227, printed, thin, span=3) if wide else _cell(1872, printed, thin))
            + _cell(245, _p("", "Header"), thin)
            + _cell(3096 if wide else 6451, _p(self._symbol_runs(), "", '<w:spacing w:after="80" w:line="240" w:lineRule="auto"/>'
                                                       '<w:jc w:val="right"/>'), thin, span=1 if wide else 3)
        )  # fmt: skip
        organ = _p(plain_run(self.organ), "XLarge", '<w:spacing w:before="109"/>')
        row_2 = (
            _cell(1267, _p("", "Header"), thick, top=True)
            + _cell(5227, organ, thick, span=3, top=True)
            + _cell(245, _p("", "Header"), thick, top=True)
            + _cell(3096, self._details("Publication", 240), thick, top=True)
        )
        return _table((1267, 1872, 245, 3110, 245, 3096), ((864, row_1), (2880, row_2)))

    def _geneva(self) -> str:
        thin, thick = _bottom(4), _bottom(12)
        name = plain_run(printed_name(self.language), '<w:sz w:val="28"/>')
        row_1 = (
            _cell(1276, _p("", ""), thin)
            + _cell(2268, _p(name, "", '<w:spacing w:after="80" w:line="300" w:lineRule="exact"/>'), thin)
            + _cell(6095, _p(self._symbol_runs(), "", '<w:jc w:val="right"/>'), thin, span=2)
        )
        row_2 = (
            _cell(1276, _p("", ""), thick, top=True)
            + _cell(5529, _p(plain_run(self.organ, '<w:b/><w:sz w:val="40"/>'), "",
                             '<w:spacing w:before="120" w:line="420" w:lineRule="exact"/>'), thick, span=2, top=True)
            + _cell(2834, self._details("", 240), thick, top=True)
        )  # fmt: skip
        return _table((1276, 2268, 3261, 2834), ((1134, row_1), (2522, row_2)), _FLOATING)

    # -- lines and headers -----------------------------------------------------------------------------------

    def lines(self) -> str:
        """The lines between the table and the title."""
        if self.geometry.masthead == "none":
            return ""
        roles = self.geometry.roles
        found = []
        for key in self._keys():
            value = self.values.get(key, "")
            if key == "body" and value == self.organ:
                continue
            bare = self.language == "en" and key == "sponsors" and value and ":" not in value
            if bare and not draft_label(value, 0, self.lexicon):
                value += f": {fields.words(self.lexicon, 'label', 'draft')[0]}"
            if value:
                found.append(_p(plain_run(value), roles.get(key, roles["session"])))
        return "".join(found)

    def _keys(self) -> tuple[str, ...]:
        """The fields of these lines: a committee stands below the session where its organ's name is the large one."""
        keys = self.layout.lines
        if "body" in keys or self.language not in TONGUES:
            return keys
        after = keys.index("session") + 1 if "session" in keys else 0
        return (*keys[:after], "body", *keys[after:])

    def header(self, even: bool) -> str:
        """The running header: the symbol, on the outer side."""
        side = "" if even else '<w:jc w:val="right"/>'
        shown = plain_run(self.symbol, "<w:b/>")
        if self.geometry.masthead != "header":
            return _p(shown, "Header", side)
        left, right = (shown, "") if even else ("", shown)
        row = _cell(4920, _p(left, "Header", '<w:spacing w:after="80"/>'), _bottom(2)) + _cell(
            4920, _p(right, "Header", '<w:spacing w:after="80"/><w:jc w:val="right"/>'), _bottom(2)
        )
        return _table((4920, 4920), ((864, row),)) + _p("", "Header")

    def footer(self, even: bool) -> str:
        """The running footer: the page of how many."""
        side = "" if even else '<w:jc w:val="right"/>'
        pages = field_runs("PAGE", "2") + plain_run("/") + field_runs("NUMPAGES", "2")
        if self.geometry.masthead == "body":
            pages = field_runs("PAGE", "2")
        return self._notice() + _p(pages, "Footer", side)

    def first_footer(self) -> str:
        """The first page's footer: the job number."""
        return self._notice() + _p(plain_run(self.values.get("job_number", "")), "Footer")

    def _notice(self) -> str:
        """What stands at the foot of every page above the usual line."""
        return "".join(_p(plain_run(line), "Footer") for line in self.layout.notice)


def _p(content: str, style: str, properties: str = "", size: int = 0) -> str:
    if size:
        content = content.replace("</w:rPr>", f'<w:sz w:val="{size}"/></w:rPr>')
    named = f'<w:pStyle w:val="{attribute(style)}"/>' if style else ""
    inner = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{inner}{content}</w:p>"


def _bottom(weight: int) -> str:
    return f'<w:tcBorders><w:bottom w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/></w:tcBorders>'


def _cell(width: int, content: str, borders: str, span: int = 1, top: bool = False) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    side = "top" if top else "bottom"
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{borders}<w:vAlign w:val="{side}"/></w:tcPr>'
        f"{content}</w:tc>"
    )


def _table(columns: Sequence[int], rows: Sequence[tuple[int, str]], place: str = "") -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    lines = "".join(
        f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/>{_HEADER_ROW if n == 0 else ""}</w:trPr>{cells}</w:tr>'
        for n, (height, cells) in enumerate(rows)
    )
    return (
        f'<w:tbl><w:tblPr>{place}<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblCaption w:val="{escape("Masthead")}"/>'
        f'<w:tblDescription w:val="{escape(_DESCRIPTION)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>'
    )


_FLOATING = (
    '<w:tblpPr w:leftFromText="142" w:rightFromText="142" w:vertAnchor="page" w:horzAnchor="page" w:tblpX="1135"'
    ' w:tblpY="285"/><w:tblOverlap w:val="never"/>'
)
"""In Geneva the masthead stands at the top of the page, above the margin."""
_HEADER_ROW = "<w:tblHeader/>"
_DESCRIPTION = "Organization, emblem, symbol, organ, distribution, date and original language of the document"

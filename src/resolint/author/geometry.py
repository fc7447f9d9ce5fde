"""The looks of United Nations documents: pages, styles and list levels of the duty stations.

Measures are twips (1/1440 inch) and half points, read off issued documents: the New York template (text column
from 1267 to 1267 twips inside the margins, tab stops every 475), the same on A4 for Vienna, the Geneva ``_G`` styles
(1134 and 567), with numbers at the margin in Bonn, and a plain page for Model United Nations.
"""

from __future__ import annotations

from dataclasses import replace

from resolint.frozen import dataclass

__all__ = ["GEOMETRIES", "Geometry", "Style"]


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its id and name in the file, what it is based on, paragraph and run properties as XML."""

    id: str
    name: str
    based: str = "Normal"
    ppr: str = ""
    rpr: str = ""
    kind: str = "paragraph"
    after: str = ""


@dataclass(frozen=True, slots=True)
class Geometry:
    """One look. ``roles`` maps what a paragraph is to the id of its style, ``outlines`` gives heading styles' levels.

    ``left`` is the indent of running text, ``step`` that of a first line, ``tail`` the stop behind a number.
    ``masthead`` says where the masthead stands: in the first page's header, in the body, or nowhere. ``flush`` tells
    that the numbers of paragraphs stand at the margin, as in the decisions of the climate conferences.
    """

    name: str
    page: tuple[int, int]
    margins: tuple[int, int, int, int, int, int]
    left: int
    step: int
    masthead: str
    font: str
    size: int
    roles: dict[str, str]
    outlines: dict[str, int]
    styles: tuple[Style, ...]
    flush: bool = False

    @property
    def text_width(self) -> int:
        """How wide running text is, in twips."""
        indents = 2 * self.left if self.masthead != "none" else 0
        return self.page[0] - self.margins[1] - self.margins[3] - indents


def _tabs(start: int, step: int, count: int) -> str:
    stops = "".join(f'<w:tab w:val="left" w:pos="{start + step * n}"/>' for n in range(count))
    return f"<w:tabs>{stops}</w:tabs>"


_KEEP = "<w:keepNext/><w:keepLines/>"
_NY_TABS = _tabs(1267, 475, 11)
_NY_TITLE_TABS = '<w:tabs><w:tab w:val="right" w:pos="1022"/>' + _NY_TABS.removeprefix("<w:tabs>")
_NY_TITLE = f'{_NY_TITLE_TABS}<w:ind w:left="1267" w:right="1267" w:hanging="1267"/>'


def _notes(indent: str, line: int, size: int) -> tuple[Style, ...]:
    return (
        Style(
            "FootnoteText", "footnote text",
            ppr=f'{indent.partition("|")[0]}<w:spacing w:line="{line}" w:lineRule="exact"/>{indent.partition("|")[2]}',
            rpr=f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
        ),
        Style("FootnoteReference", "footnote reference", "DefaultParagraphFont",
              rpr='<w:vertAlign w:val="superscript"/>', kind="character"),
        Style("Hyperlink", "Hyperlink", "DefaultParagraphFont", rpr='<w:color w:val="0000FF"/>', kind="character"),
        Style("CommentText", "annotation text", rpr='<w:sz w:val="20"/>'),
        Style("CommentReference", "annotation reference", "DefaultParagraphFont",
              rpr='<w:sz w:val="16"/>', kind="character"),
    )  # fmt: skip


_NEW_YORK_STYLES = (
    Style("SingleTxt", "__Single Txt",
          ppr=f'{_NY_TABS}<w:spacing w:after="120"/><w:ind w:left="1267" w:right="1267"/><w:jc w:val="both"/>',
          rpr='<w:kern w:val="14"/>'),
    Style("H1", "_ H_1", after="SingleTxt",
          ppr=f'{_KEEP}{_NY_TITLE_TABS}<w:spacing w:before="60" w:after="120" w:line="270" w:lineRule="exact"/>'
              '<w:ind w:left="1267" w:right="1267" w:hanging="1267"/><w:outlineLvl w:val="1"/>',
          rpr='<w:b/><w:kern w:val="14"/><w:sz w:val="24"/>'),
    Style("HCh", "_ H _Ch", "H1", after="SingleTxt",
          ppr='<w:spacing w:before="240" w:line="300" w:lineRule="exact"/>', rpr='<w:spacing w:val="-2"/><w:sz w:val="28"/>'),
    Style("H23", "_ H_2/3", "H1", after="SingleTxt",
          ppr='<w:spacing w:line="240" w:lineRule="exact"/><w:outlineLvl w:val="2"/>',
          rpr='<w:spacing w:val="2"/><w:sz w:val="20"/>'),
    Style("TitleHCH", "Title_H_CH", "HCh", ppr=f'{_NY_TITLE}<w:outlineLvl w:val="0"/>', after="SingleTxt"),
    Style("TitleH1", "Title_H1", "H1",
          ppr=f'{_NY_TITLE_TABS}<w:spacing w:before="120" w:after="200"/>'
              '<w:ind w:left="1267" w:right="1267" w:hanging="1267"/><w:outlineLvl w:val="0"/>', after="SingleTxt"),
    Style("Session", "Session", ppr=_KEEP, rpr="<w:b/>"),
    Style("BodyName", "Body_Name", ppr=_KEEP, rpr="<w:b/>"),
    Style("AgendaItemNormal", "Agenda_Item_Normal", ppr=_KEEP),
    Style("AgendaTitleH2", "Agenda_Title_H2", ppr=f'{_KEEP}<w:ind w:right="5040"/>', rpr="<w:b/>"),
    Style("Sponsors", "Sponsors",
          ppr=f'{_KEEP}<w:spacing w:before="240" w:after="200"/><w:ind w:left="1267" w:right="1267"/>',
          rpr='<w:b/><w:sz w:val="24"/>'),
    Style("HM", "_ H_M", ppr='<w:spacing w:line="360" w:lineRule="exact"/>', rpr='<w:b/><w:sz w:val="34"/>'),
    Style("XLarge", "XLarge", "HM", ppr='<w:spacing w:line="390" w:lineRule="exact"/>',
          rpr='<w:spacing w:val="-4"/><w:w w:val="98"/><w:sz w:val="40"/>'),
    Style("Publication", "Publication", ppr='<w:spacing w:line="240" w:lineRule="auto"/>'),
    Style("BlockQuote", "Block Quote", "SingleTxt", ppr='<w:ind w:left="1742" w:right="1742"/>'),
    Style("Header", "header", ppr='<w:spacing w:line="240" w:lineRule="auto"/>', rpr='<w:sz w:val="17"/>'),
    Style("Footer", "footer", ppr='<w:spacing w:line="240" w:lineRule="auto"/>', rpr='<w:b/><w:sz w:val="17"/>'),
    *_notes('<w:tabs><w:tab w:val="right" w:pos="418"/></w:tabs>|<w:ind w:left="475" w:hanging="475"/>', 210, 17),
)  # fmt: skip
_NEW_YORK_ROLES = {
    "text": "SingleTxt", "title": "TitleH1", "act": "TitleHCH", "annex": "HCh", "heading": "H1", "subheading": "H23",
    "session": "Session", "body": "BodyName", "agenda_item": "AgendaItemNormal", "agenda_title": "AgendaTitleH2",
    "sponsors": "Sponsors", "quote": "BlockQuote",
}  # fmt: skip
_NEW_YORK_OUTLINES = {"TitleHCH": 0, "TitleH1": 0, "H1": 1, "HCh": 1, "H23": 2}

_G_KEEP = f'{_KEEP}<w:tabs><w:tab w:val="right" w:pos="851"/></w:tabs>'
_G_HANG = '<w:ind w:left="1134" w:right="1134" w:hanging="1134"/>'
_GENEVA_STYLES = (
    Style("SingleTxtG", "_ Single Txt_G",
          ppr='<w:spacing w:after="120"/><w:ind w:left="1134" w:right="1134"/><w:jc w:val="both"/>'),
    Style("HChG", "_ H _Ch_G", after="SingleTxtG",
          ppr=f'{_G_KEEP}<w:spacing w:before="360" w:after="240" w:line="300" w:lineRule="exact"/>{_G_HANG}'
              '<w:outlineLvl w:val="0"/>', rpr='<w:b/><w:sz w:val="28"/>'),
    Style("H1G", "_ H_1_G", after="SingleTxtG",
          ppr=f'{_G_KEEP}<w:spacing w:before="360" w:after="240" w:line="270" w:lineRule="exact"/>{_G_HANG}'
              '<w:outlineLvl w:val="1"/>', rpr='<w:b/><w:sz w:val="24"/>'),
    Style("H23G", "_ H_2/3_G", after="SingleTxtG",
          ppr=f'{_G_KEEP}<w:spacing w:before="240" w:after="120" w:line="240" w:lineRule="exact"/>{_G_HANG}'
              '<w:outlineLvl w:val="2"/>', rpr="<w:b/>"),
    Style("BodyNameG", "Body_Name_G", ppr=f'{_KEEP}<w:spacing w:before="120"/>', rpr='<w:b/><w:sz w:val="24"/>'),
    Style("SessionG", "Session_G", ppr=_KEEP, rpr="<w:b/>"),
    Style("AgendaItemG", "Agenda_Item_G", ppr=_KEEP),
    Style("AgendaTitleG", "Agenda_Title_G", ppr=f'{_KEEP}<w:ind w:right="5103"/>', rpr="<w:b/>"),
    Style("SponsorsG", "Sponsors_G",
          ppr=f'{_G_KEEP}<w:spacing w:before="360" w:after="240" w:line="270" w:lineRule="exact"/>'
              '<w:ind w:left="1134" w:right="1134"/>', rpr='<w:b/><w:sz w:val="24"/>'),
    Style("BlockQuote", "Block Quote", "SingleTxtG", ppr='<w:ind w:left="1701" w:right="1701"/>'),
    Style("Header", "header", ppr='<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="auto"/></w:pBdr>',
          rpr='<w:b/><w:sz w:val="18"/>'),
    Style("Footer", "footer", rpr='<w:sz w:val="16"/>'),
    *_notes('<w:tabs><w:tab w:val="right" w:pos="1021"/></w:tabs>|'
            '<w:ind w:left="1134" w:right="1134" w:hanging="1134"/>', 220, 18),
)  # fmt: skip
_GENEVA_ROLES = {
    "text": "SingleTxtG", "title": "HChG", "act": "HChG", "annex": "HChG", "heading": "H1G", "subheading": "H23G",
    "session": "SessionG", "body": "BodyNameG", "agenda_item": "AgendaItemG", "agenda_title": "AgendaTitleG",
    "sponsors": "SponsorsG", "quote": "BlockQuote",
}  # fmt: skip
_GENEVA_OUTLINES = {"HChG": 0, "H1G": 1, "H23G": 2}

_PLAIN_STYLES = (
    Style("Clause", "Clause", ppr='<w:spacing w:after="160"/>'),
    Style("DraftTitle", "Draft Title", after="Clause",
          ppr=f'{_KEEP}<w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
          rpr='<w:b/><w:sz w:val="28"/>'),
    Style("DraftHeading", "Draft Heading", after="Clause",
          ppr=f'{_KEEP}<w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="1"/>', rpr="<w:b/>"),
    Style("DraftSubheading", "Draft Subheading", after="Clause",
          ppr=f'{_KEEP}<w:spacing w:before="120" w:after="120"/><w:outlineLvl w:val="2"/>', rpr="<w:b/>"),
    Style("BlockQuote", "Block Quote", "Clause", ppr='<w:ind w:left="720" w:right="720"/>'),
    Style("Header", "header", rpr='<w:sz w:val="20"/>'),
    Style("Footer", "footer", rpr='<w:sz w:val="20"/>'),
    *_notes('<w:tabs><w:tab w:val="left" w:pos="360"/></w:tabs>|<w:ind w:left="360" w:hanging="360"/>', 240, 20),
)  # fmt: skip
_PLAIN_ROLES = {
    "text": "Clause", "title": "DraftTitle", "act": "DraftTitle", "annex": "DraftHeading", "heading": "DraftHeading",
    "subheading": "DraftSubheading", "session": "Clause", "body": "Clause", "agenda_item": "Clause",
    "agenda_title": "Clause", "sponsors": "Clause", "quote": "BlockQuote",
}  # fmt: skip
_PLAIN_OUTLINES = {"DraftTitle": 0, "DraftHeading": 1, "DraftSubheading": 2}

_NEW_YORK = Geometry(
    "new-york", (12240, 15840), (1440, 1200, 1728, 1200, 432, 504), 1267, 475, "header", "Times New Roman", 20,
    _NEW_YORK_ROLES, _NEW_YORK_OUTLINES, _NEW_YORK_STYLES,
)  # fmt: skip
_VIENNA = Geometry(
    "vienna", (11906, 16838), (1440, 1021, 1728, 1021, 432, 504), 1267, 475, "header", "Times New Roman", 20,
    _NEW_YORK_ROLES, _NEW_YORK_OUTLINES, _NEW_YORK_STYLES,
)  # fmt: skip
_GENEVA = Geometry(
    "geneva", (11906, 16838), (1417, 1134, 1134, 1134, 850, 567), 1134, 567, "body", "Times New Roman", 20,
    _GENEVA_ROLES, _GENEVA_OUTLINES, _GENEVA_STYLES,
)  # fmt: skip
_BONN = replace(_GENEVA, name="bonn", flush=True)
_PLAIN = Geometry(
    "plain", (11906, 16838), (1440, 1440, 1440, 1440, 720, 720), 0, 360, "none", "Times New Roman", 24,
    _PLAIN_ROLES, _PLAIN_OUTLINES, _PLAIN_STYLES,
)  # fmt: skip
GEOMETRIES: dict[str, Geometry] = {one.name: one for one in (_NEW_YORK, _VIENNA, _GENEVA, _BONN, _PLAIN)}
"""The looks by name."""

"""The parts of a Word file beside its text: styles, settings, notes, comments; and the package that holds them.

The package (relationships, content types, core properties) is python-docx's; the zip is written with fixed dates, so
that the same draft always gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from resolint.author.geometry import Geometry, Style
from resolint.author.runs import attribute
from resolint.author.tongues import Locale, locale

__all__ = ["NAMESPACES", "Pack", "fonts_xml", "footnotes_xml", "part", "settings_xml", "styles_xml"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{_W}" xmlns:r="{_R}"'
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_IMAGES = {kind: f"image/{kind}" for kind in ("png", "gif", "bmp", "tiff")} | {"jpg": "image/jpeg"}
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def part(root: str, content: str) -> bytes:
    """A part of the file: ``content`` in its root element."""
    return f"{_DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>".encode()


def styles_xml(geometry: Geometry, language: str = "en") -> bytes:
    """The part ``styles.xml`` of a look: the language of the draft, one font that every system has or replaces."""
    spoken = locale(language)
    font, size = geometry.font, geometry.size
    official = geometry.masthead != "none"
    exact = geometry.masthead == "header"
    line = "240" if official else "276"
    rule = "exact" if exact else "atLeast" if official else "auto"
    width = '<w:spacing w:val="4"/><w:w w:val="103"/>' if exact else ""
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:eastAsia="{spoken.east_font or font}" w:hAnsi="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="{spoken.latin}"'
        f' w:eastAsia="{spoken.east}" w:bidi="{spoken.complex}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    base = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:suppressAutoHyphens/><w:spacing w:line="{line}" w:lineRule="{rule}"/></w:pPr>'
        f"{f'<w:rPr>{width}</w:rPr>' if width else ''}</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )
    return part("styles", defaults + base + "".join(_style(style) for style in geometry.styles))


_BUILT_IN = frozenset(
    ("footnote text", "footnote reference", "header", "footer", "Hyperlink", "annotation text", "annotation reference")
)


def _style(style: Style) -> str:
    custom = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    following = f'<w:next w:val="{style.after}"/>' if style.after else ""
    return (
        f'<w:style w:type="{style.kind}"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based}"/>{following}<w:qFormat/>'
        f"{f'<w:pPr>{style.ppr}</w:pPr>' if style.ppr else ''}{f'<w:rPr>{style.rpr}</w:rPr>' if style.rpr else ''}"
        "</w:style>"
    )


def settings_xml(
    geometry: Geometry, tracking: bool, variables: Sequence[tuple[str, str]], language: str = "en"
) -> bytes:
    """The part ``settings.xml``; ``variables`` are kept as document variables ``resolint <key>``."""
    spoken = locale(language)
    kept = "".join(
        f'<w:docVar w:name="resolint {attribute(key)}" w:val="{attribute(value)}"/>' for key, value in variables
    )
    return part(
        "settings",
        '<w:zoom w:percent="100"/>'
        f"{'<w:trackRevisions/>' if tracking else ''}"
        f'<w:defaultTabStop w:val="{geometry.step}"/>'
        "<w:evenAndOddHeaders/>"
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat>'
        f"{f'<w:docVars>{kept}</w:docVars>' if kept else ''}"
        f'<w:themeFontLang w:val="{spoken.latin}"/><w:decimalSymbol w:val="{spoken.decimal}"/>'
        f'<w:listSeparator w:val="{"," if spoken.decimal == "." else ";"}"/>',
    )


def fonts_xml(geometry: Geometry) -> bytes:
    """The part ``fontTable.xml``: the font, and what takes its place where it is missing."""
    return part(
        "fonts",
        f'<w:font w:name="{geometry.font}"><w:altName w:val="Liberation Serif"/><w:panose1 w:val="02020603050405020304"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>',
    )


@dataclass(slots=True)
class Pack:
    """Gathers the parts of a file and their relationships, then gives its bytes."""

    parts: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    links: dict[tuple[str, str], str] = field(default_factory=dict)
    images: dict[tuple[str, bytes, str], str] = field(default_factory=dict)

    def add(self, name: str, kind: str, content: bytes) -> str:
        """Add the part ``name`` (``styles``) of ``kind`` (that of its relationship); gives the relationship's id."""
        self.parts[name] = (kind, content)
        return f"r_{name}"

    def link(self, source: str, address: str) -> str:
        """The id of the relationship of part ``source`` with an address on the web."""
        return self.links.setdefault((source, address), f"a{len(self.links) + 1}")

    def image(self, source: str, data: bytes, ending: str) -> str:
        """The id of the relationship of part ``source`` with a picture, which is kept once however often it is shown."""
        return self.images.setdefault((source, data, ending), f"i{len(self.images) + 1}")

    def save(self, main: bytes, title: str, subject: str, language: str = "en") -> bytes:
        """The bytes of the file; its core properties name a title and nobody."""
        from docx.opc.constants import RELATIONSHIP_TYPE as RT
        from docx.opc.package import OpcPackage
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.opc.parts.coreprops import CorePropertiesPart

        package: Any = OpcPackage()
        document = Part(PackURI("/word/document.xml"), _TYPE.format("document.main"), main, package)
        package.relate_to(document, RT.OFFICE_DOCUMENT)
        properties = CorePropertiesPart.default(package)
        _name(properties, title, subject, locale(language))
        package.relate_to(properties, RT.CORE_PROPERTIES)
        made = {"document": document}
        for name, (kind, content) in self.parts.items():
            made[name] = Part(PackURI(f"/word/{name}.xml"), _TYPE.format(kind), content, package)
            document.rels.add_relationship(f"{_R}/{kind}", made[name], f"r_{name}")
        for (source, address), key in self.links.items():
            made[source].rels.add_relationship(RT.HYPERLINK, address, key, is_external=True)
        kept: dict[bytes, Part] = {}
        for (source, data, ending), key in self.images.items():
            address = PackURI(f"/word/media/image{len(kept) + 1}.{ending}")
            image = kept.setdefault(data, Part(address, _IMAGES[ending], data, package))
            made[source].rels.add_relationship(f"{_R}/image", image, key)
        stream = io.BytesIO()
        package.save(stream)
        return _with_fixed_dates(stream.getvalue())


def _name(core: Any, title: str, subject: str, spoken: Locale) -> None:
    """Title, subject and language; no author, no date of today."""
    from datetime import datetime

    moment = datetime(2000, 1, 1)
    core.core_properties.title = title[:255]
    core.core_properties.subject = subject[:255]
    core.core_properties.author = ""
    core.core_properties.last_modified_by = ""
    core.core_properties.language = spoken.latin if spoken.east == "en-US" else spoken.east
    core.core_properties.revision = 1
    core.core_properties.created = core.core_properties.modified = moment


def _with_fixed_dates(data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            result.writestr(info, source.read(name))
    return target.getvalue()


def footnotes_xml(notes: Mapping[int, str]) -> bytes:
    """The part ``footnotes.xml``: separators, then the notes by id, each given by its paragraphs."""
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>'
        "<w:r><w:separator/></w:r></w:p></w:footnote>"
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/>'
        "</w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    )
    return part("footnotes", separators + "".join(f'<w:footnote w:id="{n}">{x}</w:footnote>' for n, x in notes.items()))

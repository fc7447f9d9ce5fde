"""Builds small Word files for tests, part by part, so that a test shows the very XML it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = {
    W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = f"{_TYPES}document.main+xml"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
SEPARATORS = (
    '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    '<w:{0} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:t>__________________</w:t></w:r></w:p></w:{0}>'
)


def t(text: str) -> str:
    """A ``w:t`` that keeps its spaces."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(text: str = "", rpr: str = "", inner: str = "") -> str:
    """A run: ``rpr`` is what stands in ``w:rPr``; tabs and line breaks in ``text`` become elements."""
    content = []
    for piece in _pieces(text):
        content.append("<w:tab/>" if piece == "\t" else "<w:br/>" if piece == "\n" else t(piece))
    return f"<w:r>{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}{''.join(content)}{inner}</w:r>"


def p(*runs: str, ppr: str = "") -> str:
    """A paragraph; a run that does not begin with ``<`` is plain text."""
    content = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{content}</w:p>"


def i(text: str) -> str:
    """A run in italics."""
    return r(text, "<w:i/>")


def ins(*runs: str, author: str = "Delegate A") -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="900" w:author="{author}">{"".join(x if x[:1] == "<" else r(x) for x in runs)}</w:ins>'


def dele(text: str, author: str = "Delegate A") -> str:
    """A tracked deletion of plain text."""
    return f'<w:del w:id="901" w:author="{author}"><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'


def ref(note: int, kind: str = "footnote", extra: str = "") -> str:
    """A run with a note reference."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference {extra} w:id="{note}"/></w:r>'


def note(note_id: int, *content: str, kind: str = "footnote") -> str:
    """A note as Word writes it: its mark, a space, the text. Content that is no XML is plain text."""
    body = "".join(c if c.startswith("<") else r(" " + c) for c in content)
    inner = body if body.startswith("<w:p>") else f"<w:p><w:r><w:{kind}Ref/></w:r>{body}</w:p>"
    return f'<w:{kind} w:id="{note_id}">{inner}</w:{kind}>'


def style(style_id: str, name: str = "", *, kind: str = "paragraph", based: str = "", ppr: str = "", rpr: str = "",
          default: bool = False) -> str:  # fmt: skip
    """A ``w:style``."""
    mark = ' w:default="1"' if default else ""
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}"{mark} w:styleId="{style_id}"><w:name w:val="{name or style_id}"/>{parent}'
        f"{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}</w:style>"
    )


def level(index: int, fmt: str, text: str, *, start: int = 1, extra: str = "") -> str:
    """A ``w:lvl`` of an abstract list; ``extra`` stands between format and text (``w:pStyle``, ``w:isLgl`` …)."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(list_id: int, *levels: str, extra: str = "") -> str:
    """A ``w:abstractNum``."""
    return f'<w:abstractNum w:abstractNumId="{list_id}">{extra}{"".join(levels)}</w:abstractNum>'


def num(num_id: int, list_id: int, overrides: str = "") -> str:
    """A ``w:num``."""
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{list_id}"/>{overrides}</w:num>'


def numpr(num_id: int | None, ilvl: int | None = 0) -> str:
    """A ``w:numPr``."""
    return (
        "<w:numPr>"
        + ("" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>')
        + ("" if num_id is None else f'<w:numId w:val="{num_id}"/>')
        + "</w:numPr>"
    )


def part(root: str, content: str) -> str:
    """A part with the usual namespaces."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {NAMESPACES}>{content}</w:{root}>'


def docx(
    body_xml: str | bytes,
    *,
    footnotes: str | None = None,
    endnotes: str | None = None,
    styles: str | None = None,
    numbering: str | None = None,
    settings: str | None = None,
    comments: str | None = None,
    headers: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    strict: bool = False,
    main: str = "word/document.xml",
    main_type: str = _MAIN,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """A Word file with ``body_xml`` in ``w:body``, or, given as bytes, as the whole main part.

    The other parts are given by their content without the root element; notes get their separators.
    ``headers`` maps ``header1`` or ``footer1`` to content: a sectPr refers to it by ``r:id="header1"``.
    ``links`` maps relationship ids to addresses. ``extra`` adds members as they are. Bytes are reproducible.
    """
    folder = main.rpartition("/")[0]
    prefix = f"{folder}/" if folder else ""
    wanted = {
        "footnotes": footnotes if footnotes is None else SEPARATORS.format("footnote") + footnotes,
        "endnotes": endnotes if endnotes is None else SEPARATORS.format("endnote") + endnotes,
        "styles": styles,
        "numbering": numbering,
        "settings": settings,
        "comments": comments,
    }
    members: dict[str, bytes] = {}
    relations, overrides = [], [f'<Override PartName="/{main}" ContentType="{main_type}"/>']
    for name, content in wanted.items():
        if content is not None:
            members[f"{prefix}{name}.xml"] = part(name, content).encode()
            relations.append(f'<Relationship Id="{name}" Type="{R}/{name}" Target="{name}.xml"/>')
            overrides.append(f'<Override PartName="/{prefix}{name}.xml" ContentType="{_TYPES}{name}+xml"/>')
    for name, content in (headers or {}).items():
        kind = name.rstrip("0123456789")
        members[f"{prefix}{name}.xml"] = part("hdr" if kind == "header" else "ftr", content).encode()
        relations.append(f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{name}.xml"/>')
        overrides.append(f'<Override PartName="/{prefix}{name}.xml" ContentType="{_TYPES}{kind}+xml"/>')
    for key, address in (links or {}).items():
        relations.append(
            f'<Relationship Id="{key}" Type="{R}/hyperlink" Target="{escape(address)}" TargetMode="External"/>'
        )
    document = body_xml if isinstance(body_xml, bytes) else part("document", f"<w:body>{body_xml}</w:body>").encode()
    relation_root = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    )
    everything = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f"{''.join(overrides)}</Types>"
        ).encode(),
        "_rels/.rels": relation_root.format(
            f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="{main}"/>'
        ).encode(),
        main: document,
        f"{prefix}_rels/{main.rpartition('/')[2]}.rels": relation_root.format("".join(relations)).encode(),
        **members,
    }
    if strict:
        everything = {name: _strict(data) for name, data in everything.items()}
    return archive({**everything, **(extra or {})})


def archive(members: Mapping[str, bytes]) -> bytes:
    """A zip of ``members`` with fixed dates."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
    return buffer.getvalue()


def members_of(data: bytes) -> dict[str, bytes]:
    """The members of a zip by name, to change some and build it again."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


_WORDS = [
    "cooperation",
    "river",
    "basin",
    "states",
    "water",
    "quality",
    "stations",
    "data",
    "exchange",
    "regional",
    "training",
    "network",
    "programme",
    "sediment",
    "transport",
    "monitoring",
    "framework",
    "capacity",
    "partnership",
    "review",
    "measures",
    "technical",
    "support",
    "annual",
]


def long_draft(pages: int) -> bytes:
    """An invented draft of about ``pages`` pages with the XML that Word writes for a typed text.

    Each page has ten paragraphs of five to seven runs: an opener in italics, words divided by edit sessions
    (``w:rsid…``) and languages, two thirds numbered automatically, and a footnote.
    """
    openers = ("Recalling", "Noting", "Welcoming", "Stressing", "Affirming")
    verbs = ("Invites", "Requests", "Encourages", "Calls upon", "Decides")
    plain = '<w:lang w:val="en-GB"/>'
    geometry = (
        '<w:tabs><w:tab w:val="left" w:pos="1267"/><w:tab w:val="left" w:pos="1742"/></w:tabs>'
        '<w:spacing w:after="120"/><w:ind w:left="1267" w:right="1267"/><w:jc w:val="both"/>'
    )
    paragraphs, notes = [p(i("The General Assembly"), ",", ppr=geometry)], []
    for page in range(1, pages + 1):
        for line in range(10):
            seed = page * 31 + line * 7
            words = [_WORDS[(seed * 3 + n * (1 + line % 5)) % len(_WORDS)] for n in range(54)]
            runs = [
                r((openers if line < 3 else verbs)[seed % 5], f"<w:i/>{plain}"),
                r(f" the {' '.join(words[:20])}", plain),
                ref(page) if line == 0 else "",
                r(f" {' '.join(words[20:48])} in {1990 + seed % 30}", plain),
                r(" and ", plain),
                r(" ".join(words[48:]) + ("," if line < 3 else ";"), plain),
            ]
            number = "" if line < 3 else numpr(1, 1 if line % 4 == 0 else 0)
            paragraphs.append(p(*filter(None, runs), ppr=f"{number}{geometry}"))
        notes.append(note(page, r(" See "), i("Report on Rivers"), r(f", vol. {page}, No. {page + 4000}.")))
    body = "".join(_as_word(paragraph, at) for at, paragraph in enumerate(paragraphs))
    lists = abstract(1, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")) + num(1, 1)
    return docx(body, footnotes="".join(notes), numbering=lists, styles=style("Normal", default=True))


def _as_word(paragraph: str, at: int) -> str:
    """With the marks of edit sessions that Word puts on every paragraph and run."""
    session = f"{0x00A10000 + at % 7919:08X}"
    return paragraph.replace("<w:r>", f'<w:r w:rsidRPr="{session}">').replace(
        "<w:p>", f'<w:p w:rsidR="{session}" w:rsidRPr="{session}" w:rsidRDefault="{session}" w:rsidP="{session}">', 1
    )


def _strict(data: bytes) -> bytes:
    for transitional, strict in _STRICT.items():
        data = data.replace(f'"{transitional}"'.encode(), f'"{strict}"'.encode())
        data = data.replace(f'"{transitional}/'.encode(), f'"{strict}/'.encode())
    return data


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for char in text:
        if char in "\t\n" or not pieces or pieces[-1] in ("\t", "\n"):
            pieces.append(char)
        else:
            pieces[-1] += char
    return pieces

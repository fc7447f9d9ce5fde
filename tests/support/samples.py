"""Makes the Word samples, byte for byte the same each time: ``python -m tests.support.samples``.

The samples are invented drafts in the geometry of a New York document: masthead in the first-page header, typed numbers
behind tabs, genuine notes, tracked changes.
"""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DELEGATE = 'w:author="Delegation" w:date="2026-10-09T10:00:00Z"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text: str, *formats: str) -> str:
    """A run; ``formats`` are names such as ``i`` or ``b``. A tab in the text becomes a tab."""
    props = "".join(f"<w:{name}/>" for name in formats)
    body = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in text.split("\t")
    )
    return f"<w:r>{f'<w:rPr>{props}</w:rPr>' if props else ''}{body}</w:r>"


def note(number: int) -> str:
    """A reference to a footnote."""
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def inserted(content: str, number: int) -> str:
    """Runs that the delegation put in."""
    return f'<w:ins w:id="{number}" {DELEGATE}>{content}</w:ins>'


def deleted(text: str, number: int) -> str:
    """Words that the delegation took out."""
    words = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return f'<w:del w:id="{number}" {DELEGATE}>{words}</w:del>'


def para(*content: str, style: str = "", mark: int = 0) -> str:
    """A paragraph; ``mark`` is the id of the insertion that its paragraph mark belongs to."""
    props = f'<w:pStyle w:val="{style}"/>' if style else ""
    if mark:
        props += f'<w:rPr><w:ins w:id="{mark}" {DELEGATE}/></w:rPr>'
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{''.join(content)}</w:p>"


def clause(opener: str, rest: str, *more: str, number: str = "", italic: bool = True) -> str:
    """A preambular (no number) or operative paragraph with its opening phrase in italics."""
    lead = run(f"\t{number}\t") if number else run("\t")
    return para(lead, run(opener, *(["i"] if italic else [])), run(rest), *more, style="SingleTxt")


def style(ident: str, name: str, props: str = "", runs: str = "", kind: str = "paragraph") -> str:
    """A style definition."""
    default = ' w:default="1"' if ident == "Normal" else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{ident}"><w:name w:val="{name}"/>'
        + (f"<w:pPr>{props}</w:pPr>" if props else "")
        + (f"<w:rPr>{runs}</w:rPr>" if runs else "")
        + "</w:style>"
    )


STYLES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="{
    W
}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"
 w:cs="Times New Roman"/><w:sz w:val="20"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>{
    style("Normal", "Normal")
}{style("Session", "Session", '<w:spacing w:before="120"/>', "<w:b/>")}{
    style("AgendaItemNormal", "Agenda_Item_Normal")
}{style("AgendaTitleH2", "Agenda_Title_H2", '<w:spacing w:after="240"/>', "<w:b/>")}{
    style("Sponsors", "Sponsors", '<w:spacing w:after="240"/><w:ind w:left="1267" w:right="1267"/>', "<w:b/>")
}{style("TitleH1", "Title_H1", '<w:spacing w:after="240"/><w:ind w:left="1267" w:right="1267"/>', "<w:b/>")}{
    style(
        "SingleTxt",
        "__Single Txt",
        '<w:tabs><w:tab w:val="left" w:pos="1742"/><w:tab w:val="left" w:pos="2218"/></w:tabs>'
        '<w:spacing w:after="120"/><w:ind w:left="1267" w:right="1267"/><w:jc w:val="both"/>',
    )
}{style("FootnoteText", "footnote text", runs='<w:sz w:val="17"/>')}{
    style("FootnoteReference", "footnote reference", runs='<w:vertAlign w:val="superscript"/>', kind="character")
}</w:styles>"""

HEADER = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:hdr xmlns:w="{W}"><w:tbl><w:tblPr><w:tblW w:w="9864" w:type="dxa"/><w:tblBorders><w:bottom w:val="single" w:sz="8"
 w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr>
<w:tblGrid><w:gridCol w:w="6000"/><w:gridCol w:w="3864"/></w:tblGrid>
<w:tr><w:tc><w:tcPr><w:tcW w:w="6000" w:type="dxa"/></w:tcPr>{para(run("United Nations"))}</w:tc><w:tc><w:tcPr>
<w:tcW w:w="3864" w:type="dxa"/></w:tcPr>{para(run("A"), run("/C.2/81/L.14"))}</w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:tcW w:w="6000" w:type="dxa"/></w:tcPr>{para(run("General Assembly", "b"))}</w:tc><w:tc><w:tcPr>
<w:tcW w:w="3864" w:type="dxa"/></w:tcPr>{para(run("Distr.: Limited"))}{para(run("12 October 2026"))}{para()}
{para(run("Original: English"))}</w:tc></w:tr></w:tbl>{para()}</w:hdr>"""


def footnotes(*texts: str) -> str:
    """The notes part with its two separators and the given texts, numbered from 1."""
    body = "".join(
        f'<w:footnote w:id="{number}">'
        + para(
            run("\t"),
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>',
            run(" \t" + text),
            style="FootnoteText",
        )
        + "</w:footnote>"
        for number, text in enumerate(texts, 1)
    )
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{W}">'
        f"{separators}"
        f"{body}</w:footnotes>"
    )


def package(body: str, notes: str) -> bytes:
    """The finished file."""
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{W}" xmlns:r="{R}">'
        f"<w:body>{body}<w:sectPr>"
        '<w:headerReference w:type="first" r:id="rId3"/><w:pgSz w:w="12240" w:h="15840"/>'
        '<w:pgMar w:top="1742" w:right="1195" w:bottom="1898" w:left="1195" w:header="576" w:footer="1030"'
        ' w:gutter="0"/>'
        "<w:titlePg/></w:sectPr></w:body></w:document>"
    )
    parts = {"document": ("document.main", document), "styles": ("styles", STYLES)}
    parts |= {"footnotes": ("footnotes", notes), "header1": ("header", HEADER)}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WML}.{kind}+xml"/>' for name, (kind, _) in parts.items()
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{REL}/{kind}" Target="{target}"/>'
        for n, kind, target in (
            (1, "styles", "styles.xml"),
            (2, "footnotes", "footnotes.xml"),
            (3, "header", "header1.xml"),
        )
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    members = {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{rels}"><Relationship Id="rId1" Type="{REL}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="{rels}">{links}</Relationships>',
        **{f"word/{name}.xml": text for name, (_, text) in parts.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 10, 12, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def seed_libraries() -> bytes:
    """A faulty draft resolution of the Second Committee, on the way through a delegation's tracked changes."""
    body = [
        para(run("Eighty-first session"), style="Session"),
        para(run("Second Committee")),
        para(run("Agenda item 23"), style="AgendaItemNormal"),
        para(run("Agriculture development, food security and nutrition"), style="AgendaTitleH2"),
        para(run("Peru, Mongolia, Ethiopia and the Philippines: draft resolution"), style="Sponsors"),
        para(run("Community seed libraries and the preservation of traditional crops"), style="TitleH1"),
        para(run("\t"), run("The General Assembly", "i"), run(","), style="SingleTxt"),
        clause("Recalling", " its resolution 76/222 of 17 December 2021 on agriculture development and food security,"),
        clause("Recalling also", " GA resolution 70/1,", note(1), run(" in which it adopted the 2030 Agenda;")),
        clause("Also recognizing", " that the farmers of small villages keep varieties that no catalogue knows,"),
        clause("Noting", " with appreciation the work of the UN in this field,", italic=False),
        para(
            inserted(
                run("\t") + run("Welcoming", "i") + run(" the meeting of seed keepers held on October 12th, 2025"), 11
            ),
            style="SingleTxt",
            mark=12,
        ),
        clause(
            "Invites",
            " Member States to open community seed libraries, in particular in ",
            deleted("remote ", 13),
            inserted(run("[remote and mountainous] "), 14),
            run("areas;"),
            number="1.",
        ),
        clause("Encourages", " Governments to bear at least 50 percent of the cost of such libraries;", number="2."),
        clause("Requests", " the Food and Agriculture Organization of the United Nations to advise them:", number="3."),
        para(run("\t\t(a)\tOn the storage of seeds in hot and humid climates;"), style="SingleTxt"),
        para(run("\t\t(b)\tOn the keeping of registers,"), style="SingleTxt"),
        clause("Further invites", " donors to support them;", note(2), number="5."),
        clause(
            "Requests",
            " the Secretary-General to report to it at its eighty-third session on the implementation of this"
            " resolution",
            number="6.",
        ),
    ]
    return package("".join(body), footnotes("Resolution 70/1.", "See A/80/214, chap. III"))


def main() -> None:
    """Write the samples."""
    (SAMPLES / "seed-libraries.docx").write_bytes(seed_libraries())


if __name__ == "__main__":
    main()

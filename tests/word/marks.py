"""For tests of what is written into Word files: random reports, and reading tracked changes back by code of its own."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from lxml import etree

from resolint import word
from resolint.findings import Edit, Finding, Fix, Report
from resolint.model import Block, Origin, Reading, Span
from resolint.report.findings.margin import to_annotations
from resolint.rule import Card
from resolint.word.write import reviewing

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
OURS = ("resolint",)


def finding(
    block: Block,
    start: int,
    end: int,
    *edits: Edit,
    level: str = "safe",
    rule: str = "PRE002",
    message: str = "This is wrong.",
) -> Finding:
    """A finding on these characters of a block."""
    fix = Fix("Write it so", edits, level) if edits or level == "advice" else None  # type: ignore[arg-type]
    return Finding(
        rule, "some-fault", "warning", "high", Span(block.id, start, end), "operative 1", "operative", message,
        block.text[start:end], fix, f"{block.id}{start}",
    )  # fmt: skip


def report(data: bytes, *findings: Finding, path: str = "draft.docx") -> Report:
    """A report on these bytes."""
    return Report(path, Origin(path, sha256(data).hexdigest(), "docx"), "resolution", "ga", "", findings)


def edit(block: Block, start: int, end: int, new: str, italic: bool | None = None) -> Edit:
    """An edit of these characters of a block."""
    return Edit(Span(block.id, start, end), new, block.text[start:end], italic)


def blocks_of(reading: Reading) -> list[Block]:
    """All blocks of a file, those of notes too."""
    return [*reading.blocks, *(block for note in reading.footnotes for block in note.blocks)]


def random_findings(blocks: list[Block], chance: random.Random, count: int) -> tuple[Finding, ...]:
    """So many findings on random characters, most with fixes that insert, delete, replace or change italics."""
    found = []
    for number in range(count if blocks else 0):
        block = chance.choice(blocks)
        text = block.text
        start = chance.randint(0, len(text))
        if chance.random() < 0.5:
            words = [match.span() for match in re.finditer(r"\w+", text)] or [(0, len(text))]
            start, end = chance.choice(words)
        else:
            end = min(len(text), start + chance.choice((0, 0, 1, 2, 5, 12, 40)))
        kind = chance.random()
        edits: tuple[Edit, ...] = ()
        if kind < 0.15:
            pass
        elif kind < 0.35:
            if end > start:
                edits = (edit(block, start, end, text[start:end], italic=chance.random() < 0.6),)
        else:
            new = chance.choice(
                (
                    "",
                    ",",
                    ";",
                    " of 12 May 2020",
                    "Calls upon",
                    "x\u2011y",
                    " two  ",
                    "a\tb",
                    text[start:end].upper(),
                    text[start:end] + "s",
                    text[start:end] + " also",
                    "Also " + text[start:end],
                    "“q” <&>",
                )
            )
            edits = (edit(block, start, end, new),) if new != text[start:end] else ()
            if chance.random() < 0.2 and end < len(text) - 3:
                edits += (edit(block, len(text) - 1, len(text), "."),) if text[-1:] != "." else ()
        level = chance.choice(("safe", "suggest", "advice"))
        found.append(finding(block, start, end, *edits, level=level, rule=f"TST{number:03}"))
    return tuple(found)


# -- an accept and a reject that know nothing of the code under test -----------------------------------------------


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def _pack(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as sink:
        for name, content in parts.items():
            sink.writestr(name, content)
    return target.getvalue()


def settle(data: bytes, accept: bool, author: str = "resolint") -> bytes:
    """The file with all tracked changes of ``author`` accepted or rejected, and that author's comments gone."""
    parts = _parts(data)
    for name, content in list(parts.items()):
        if name.endswith(".xml") and author.encode() in content.replace(b"\0", b""):
            root = etree.fromstring(content)
            space = STRICT if root.tag.startswith(STRICT) else W
            mine = [element for element in root.iter() if element.get(space + "author") == author]
            for element in mine:
                _settle_one(element, space, accept)
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _pack(parts)


def _settle_one(element: etree._Element, space: str, accept: bool) -> None:
    parent = element.getparent()
    kind = element.tag.removeprefix(space)
    if kind == "rPrChange" and not accept:
        parent.getparent().replace(parent, element.find(space + "rPr"))
        return
    if (kind == "ins" and accept) or (kind == "del" and not accept):
        for child in list(element):
            for text in child.iter(space + "delText"):
                text.tag = space + "t"
            element.addprevious(child)
    if kind in ("ins", "del", "rPrChange", "comment"):
        parent.remove(element)


def italics(block: Block) -> set[int]:
    """The characters that are in italics."""
    return {at for mark in block.marked("italic") for at in range(mark.start, mark.end)}


def c14n(data: bytes) -> bytes:
    """Canonical XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.tostring(etree.fromstring(data, parser).getroottree(), method="c14n", with_comments=True)


def same_file(one: bytes, other: bytes) -> list[str]:
    """The members in which two files differ: XML by its canonical form, everything else by its bytes; order too."""
    mine, theirs = _parts(one), _parts(other)
    if list(mine) != list(theirs):
        return ["order or names"]
    return [
        name
        for name in mine
        if mine[name] != theirs[name]
        and not (name.endswith((".xml", ".rels")) and c14n(mine[name]) == c14n(theirs[name]))
    ]


_RPR = "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange".split()  # noqa: SIM905


def faults(before: bytes, after: bytes) -> list[str]:
    """What is wrong with the structure of ``after`` that was not wrong with ``before``."""
    known = set(_faults(before))
    return [fault for fault in _faults(after) if fault not in known]


def _faults(data: bytes) -> list[str]:
    parts = _parts(data)
    trees = {name: etree.fromstring(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    found: list[str] = []
    comments: set[str] = set()
    for name, root in trees.items():
        space = STRICT if root.tag.startswith(STRICT) else W
        if root.tag == space + "comments":
            comments = {comment.get(space + "id") for comment in root}
            found += _twice("comment", [comment.get(space + "id") for comment in root])
        for check in (_id_faults, _run_faults, _text_faults):
            found += [f"{name}: {fault}" for fault in check(root, space)]
    for name, root in trees.items():
        space = STRICT if root.tag.startswith(STRICT) else W
        found += [f"{name}: {fault}" for fault in _anchor_faults(root, space, comments)]
        if name.endswith(".rels"):
            found += [f"{name}: {fault}" for fault in _relation_faults(name, root, parts, trees)]
    return found


def _twice(what: str, values: list) -> list[str]:
    return [f"{what} {value} twice" for value in set(values) if values.count(value) > 1]


def _id_faults(root: etree._Element, space: str) -> list[str]:
    found = _twice("id", [e.get(space + "id") for tag in ("ins", "del", "rPrChange") for e in root.iter(space + tag)])
    names = {"w14": "http://schemas.microsoft.com/office/word/2010/wordml"}
    paragraphs = [str(value) for value in root.xpath("//@w14:paraId", namespaces=names)]
    found += [f"paraId {value}" for value in paragraphs if not 0 < int(value, 16) < 0x80000000]
    return found + _twice("paraId", paragraphs)


def _run_faults(root: etree._Element, space: str) -> list[str]:
    found = []
    for properties in root.iter(space + "rPr"):
        run = properties.getparent()
        if run.tag != space + "r":
            continue
        names = [child.tag.rpartition("}")[2] for child in properties if isinstance(child.tag, str)]
        order = [_RPR.index(name) for name in names if name in _RPR]
        if order != sorted(order):
            found.append("rPr out of order")
        if run[0] is not properties and isinstance(run[0].tag, str):
            found.append("rPr not first")
    return found


def _text_faults(root: etree._Element, space: str) -> list[str]:
    found = ["w:t in w:del" for change in root.iter(space + "del") for _ in change.iter(space + "t")]
    for text in root.iter(space + "delText"):
        if not any(above.tag in (space + "del", space + "moveFrom") for above in text.iterancestors()):
            found.append("delText outside w:del")
    for text in root.iter(space + "t", space + "delText"):
        kept = text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        if text.text and text.text != text.text.strip(" \t\n\r") and not kept:
            found.append(f"white space lost at {text.text!r}")
    return found


def _anchor_faults(root: etree._Element, space: str, comments: set[str]) -> list[str]:
    found = []
    edges = {}
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        edges[tag] = [element.get(space + "id") for element in root.iter(space + tag)]
        found += _twice(tag, edges[tag])
        found += [f"{tag} {key} without comment" for key in edges[tag] if key not in comments]
    if root.tag == space + "document":
        found += [f"comment {key} is anchored nowhere" for key in comments if key not in edges["commentReference"]]
        places = {element: at for at, element in enumerate(root.iter())}
        starts = {e.get(space + "id"): places[e] for e in root.iter(space + "commentRangeStart")}
        ends = {e.get(space + "id"): places[e] for e in root.iter(space + "commentRangeEnd")}
        found += [f"comment {key} ends before it begins" for key in starts if ends.get(key, 10**9) < starts[key]]
        found += [f"comment {key} has half a range" for key in set(starts) ^ set(ends)]
    return found


def _relation_faults(name: str, root: etree._Element, parts: dict[str, bytes], trees: dict) -> list[str]:
    found = _twice("relationship", [relation.get("Id") for relation in root])
    types = trees.get("[Content_Types].xml")
    for relation in root:
        if relation.get("TargetMode") == "External" or not relation.get("Type", "").endswith("/comments"):
            continue
        target = relation.get("Target") or ""
        path = target.lstrip("/") if target.startswith("/") else name.rpartition("_rels/")[0] + target
        if path not in parts:
            found.append(f"{target} is missing")
        if types is not None and not any(part.get("PartName") == f"/{path}" for part in types):
            found.append(f"{path} has no content type")
    return found


def readable(folder) -> list:  # type: ignore[no-untyped-def]
    """The Word files below ``folder`` that resolint reads, with their bytes."""
    found = []
    for path in sorted(folder.rglob("*.docx")):
        data = path.read_bytes()
        try:
            word.read_word(data)
        except Exception:
            continue
        found.append((path, data))
    return found


def write(data: bytes, said: Report, *, cards: Mapping[str, Card] | None = None, **options: Any) -> reviewing.Written:
    """The file with a report written into it."""
    return reviewing.write(data, to_annotations(said, cards), **options)

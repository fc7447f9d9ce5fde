"""Random edits of Word files, made in the XML as people and programs make them, for tests of redlines."""

from __future__ import annotations

import random
from copy import deepcopy
from pathlib import Path

from lxml import etree

from resolint.errors import ResolintError
from resolint.pipeline.drafts import load
from tests.support.docx import W, archive, members_of

_W = f"{{{W}}}"
_WORDS = [
    "boats",
    "nets",
    "lamps",
    "ferries",
    "quays",
    "harbour",
    "tide",
    "gauge",
    "repair",
    "seasonal",
    "jointly",
    "every",
    "year",
    "of",
    "the",
    "and",
    "in",
    "with",
    "new",
]
_LARGEST = 130_000


def files(root: Path, real: Path | None) -> list[tuple[str, bytes]]:
    """The Word files that can be had and read, the largest left out: the samples, and those below ``real``."""
    paths = sorted((root / "samples").rglob("*.docx"))
    if real is not None:
        paths += sorted((real / "fixtures").rglob("*.docx")) + sorted((real / "cases").rglob("*.docx"))
    found = []
    for path in paths:
        data = path.read_bytes()
        if len(data) <= _LARGEST and "hostile" not in path.parts:
            try:
                document = load(data, name=path.name)
            except ResolintError:
                continue
            if any(block.id.startswith("document/") for block in document.blocks):
                found.append((path.name, data))
    return found


def edited(data: bytes, chance: random.Random) -> bytes:
    """The file with one to eight edits of its main part."""
    members = members_of(data)
    name = "word/document.xml"
    if name not in members:
        return data
    try:
        root = etree.fromstring(members[name])
    except etree.XMLSyntaxError:
        return data
    for _ in range(chance.randint(1, 8)):
        chance.choice(_EDITS)(root, chance)
    return archive({**members, name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)})


def _any(root: etree._Element, tag: str, chance: random.Random) -> etree._Element | None:
    found = list(root.iter(_W + tag))
    return chance.choice(found) if found else None


def _phrase(chance: random.Random) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(chance.randint(1, 6)))


def _words(root: etree._Element, chance: random.Random) -> None:
    """Takes words out, puts some in, or both."""
    text = _any(root, "t", chance)
    if text is None:
        return
    words = (text.text or "").split(" ")
    start = chance.randint(0, len(words))
    end = min(len(words), start + chance.choice((0, 0, 1, 2, 5)))
    words[start:end] = [_phrase(chance)] if chance.random() < 0.7 else []
    text.text = " ".join(words)
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _gone(tag: str):  # type: ignore[no-untyped-def]
    def edit(root: etree._Element, chance: random.Random) -> None:
        found = _any(root, tag, chance)
        parent = None if found is None else found.getparent()
        if (
            found is None
            or parent is None
            or (tag == "p" and parent.tag == _W + "tc" and len(parent.findall(_W + "p")) < 2)
        ):
            return
        if tag == "tr" and len(parent.findall(_W + "tr")) < 2:
            return
        parent.remove(found)

    return edit


def _again(tag: str):  # type: ignore[no-untyped-def]
    def edit(root: etree._Element, chance: random.Random) -> None:
        found, place = _any(root, tag, chance), _any(root, tag, chance)
        if found is None or place is None or found in list(place.iterancestors()):
            return
        if tag == "tr" and place.getparent() is not found.getparent():
            return
        copy = deepcopy(found)
        copy.tail = None
        for text in copy.iter(_W + "t"):
            if chance.random() < 0.5:
                text.text = _phrase(chance)
        place.addnext(copy)

    return edit


def _swap(root: etree._Element, chance: random.Random) -> None:
    one = _any(root, "p", chance)
    other = None if one is None else one.getnext()
    if one is not None and other is not None and other.tag == one.tag:
        other.tail, one.tail = None, None
        other.addnext(one)


def _italics(root: etree._Element, chance: random.Random) -> None:
    run = _any(root, "r", chance)
    if run is None:
        return
    properties = run.find(_W + "rPr")
    if properties is None:
        properties = etree.Element(_W + "rPr")
        run.insert(0, properties)
    mark = properties.find(_W + "i")
    if mark is not None:
        properties.remove(mark)
    else:
        properties.insert(0, etree.Element(_W + "i"))


def _tracked(root: etree._Element, chance: random.Random) -> None:
    run = _any(root, "r", chance)
    if run is None or run.getparent() is None or run.getparent().tag not in (_W + "p", _W + "hyperlink"):
        return
    kind = chance.choice(("ins", "del"))
    change = etree.Element(_W + kind, {_W + "id": str(chance.randint(5000, 9999)), _W + "author": "Delegate B"})
    run.addprevious(change)
    run_tail, run.tail = run.tail, None
    change.append(run)
    change.tail = run_tail
    if kind == "del":
        for text in run.iter(_W + "t"):
            text.tag = _W + "delText"


def _divided(root: etree._Element, chance: random.Random) -> None:
    """One paragraph becomes two."""
    found = _any(root, "p", chance)
    runs = [] if found is None else [child for child in found if child.tag == _W + "r"]
    if found is None or len(runs) < 2:
        return
    at = chance.choice(runs[1:])
    second = etree.Element(_W + "p")
    properties = found.find(_W + "pPr")
    if properties is not None and properties.find(_W + "sectPr") is None:
        second.append(deepcopy(properties))
    second.extend([at, *at.itersiblings()])
    found.addnext(second)


def _joined(root: etree._Element, chance: random.Random) -> None:
    """Somebody strikes the mark of a paragraph or puts it in, and often words at the join."""
    found = _any(root, "p", chance)
    if found is None:
        return
    properties = found.find(_W + "pPr")
    if properties is None:
        properties = etree.Element(_W + "pPr")
        found.insert(0, properties)
    of_mark = properties.find(_W + "rPr")
    if of_mark is None:
        of_mark = etree.Element(_W + "rPr")
        last = next((at for at, child in enumerate(properties) if child.tag in _LAST), len(properties))
        properties.insert(last, of_mark)
    kind = chance.choice(("del", "del", "ins"))
    if of_mark.find(_W + kind) is None:
        of_mark.insert(0 if kind == "ins" else len(of_mark.findall(_W + "ins")), _change(kind, chance))
    following = found.getnext()
    for end in (found, following):
        if end is not None and end.tag == _W + "p" and chance.random() < 0.5:
            put = _change("ins", chance)
            text = etree.SubElement(etree.SubElement(put, _W + "r"), _W + "t")
            text.text = _phrase(chance)
            if end is found:
                end.append(put)
            else:
                end.insert(1 if len(end) and end[0].tag == _W + "pPr" else 0, put)


def _change(kind: str, chance: random.Random) -> etree._Element:
    author = chance.choice(("Delegate B", "Delegate C"))
    return etree.Element(_W + kind, {_W + "id": str(chance.randint(10_000, 99_999)), _W + "author": author})


_LAST = (_W + "sectPr", _W + "pPrChange")
_EDITS = (
    _words, _words, _words, _words, _gone("p"), _again("p"), _gone("r"), _swap, _italics, _gone("tr"), _again("tr"),
    _gone("footnoteReference"), _again("r"), _tracked, _divided, _gone("drawing"), _joined,
    _joined,
)  # fmt: skip

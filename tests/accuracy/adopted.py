"""The adopted texts of the real files as drafts in the Markdown notation."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FAMILIES = {"A_RES": "ga", "A_HRC_RES": "hrc", "E_RES": "ecosoc", "S_RES": "sc", "UNEP_EA": "unea"}
PROFILES = {"UNEP_EA": "cop"}
SPECIAL = re.compile(r"([\\`*_\[\]<>^{}#~])")
WIKI_HEADING = re.compile(r"== [^=]+ ==")
LINE_START = re.compile(r"^(?:[-+>]|\(?(?!\d{1,3}\. )\w{1,6}[.)])(?=\s)")


@dataclass(frozen=True)
class Adopted:
    """An adopted text: its file name, family (of bodies), year, and the draft made of it.

    ``profile`` is given where nothing in the text shows it.
    """

    name: str
    family: str
    year: int
    data: bytes
    profile: str | None = None


def year_of(record: dict[str, Any]) -> int | None:
    """The year of adoption, from the date or the symbol; None where neither tells."""
    name = record["file"]
    if found := re.search(r"\((\d{4})\)", name):
        return int(found[1])
    if found := re.match(r"A_RES_(\d+)_", name):
        return 1945 + int(found[1])
    if found := re.match(r"E_RES_(\d{4})", name):
        return int(found[1])
    if found := re.search(r"\b(?:19|20)\d\d$", record.get("adopted") or ""):
        return int(found[0])
    return {"A_HRC_RES": 2006, "UNEP_EA": 2014}.get(record["family"])


def escaped(text: str) -> str:
    """Text that the notation reads as itself: escaped marks, no accidental label at its start but a number that was typed there."""
    flat = " ".join(text.split("\n"))
    return LINE_START.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", SPECIAL.sub(r"\\\1", flat).strip())


def notation(record: dict[str, Any]) -> str:
    """One corpus record as Markdown: its own paragraphs, numbers and headings, no labels of the silver standard."""
    head = [f'symbol = "{record["file"].replace("_", "/")}"']
    if record.get("adopted"):
        head.append(f'date = "{record["adopted"]}"')
    lost = ["italics", "notes", "masthead"]
    if not any(re.fullmatch(r"\d+\.", para.get("p", "").strip()) for para in record["paras"]):
        lost.append("labels")
    head.append(f"lost = {json.dumps(lost)}")
    lines = ["\n".join(["+++", *head, "+++"])]
    for para in record["paras"]:
        text = escaped(para["x"])
        if not text:
            continue
        prefix = para.get("p", "").strip(" \t\n\xa0\u200e\u200f")
        if para["t"] == "title":
            text = "# " + text
        elif para["t"] == "heading" or WIKI_HEADING.fullmatch(text):
            text = "## " + text.strip("= ")
        elif re.fullmatch(r"\d+\.|\([a-z]{1,5}\)", prefix):
            text = f"{'   ' * (int(para.get('l') or 1) - 1)}{prefix} {text}"
        elif prefix:
            text = f"{escaped(prefix)} {text}"
        lines.append(text)
    return "\n\n".join(lines) + "\n"


def adopted(folder: Path, since: int = 2000, families: tuple[str, ...] = tuple(FAMILIES)) -> Iterator[Adopted]:
    """The resolutions of ``families`` adopted in or after ``since`` in the corpus below ``folder``."""
    with gzip.open(folder / "fixtures" / "corpus" / "un_paragraphs_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            year = year_of(record)
            if record["family"] in families and year is not None and year >= since:
                data = notation(record).encode()
                family = record["family"]
                yield Adopted(record["file"] + ".md", FAMILIES[family], year, data, PROFILES.get(family))

"""The labelled paragraphs of real UN texts (``fixtures/corpus``) as readings, and what their labels expect.

The labels come from an older extractor and are approximate. A reading takes from them nothing but order, text and
the typed number in front of a paragraph; the labels themselves are kept for comparison.
"""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from resolint.model import Block, Reading

Record = dict[str, Any]

_LABEL = re.compile(r"\(?[0-9A-Za-z]{1,7}[.)]|\([0-9A-Za-z]{1,7}\)|[•♦*–-]")
RESOLUTIONS = ("A_RES", "A_HRC_RES", "E_RES", "S_RES", "UNEP_EA")


def records(folder: Path) -> Iterator[Record]:
    """All records of the corpus below ``folder``."""
    with gzip.open(folder / "fixtures" / "corpus" / "un_paragraphs_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def reading_of(record: Record) -> Reading:
    """The paragraphs of a record as a reader without italics, notes and styles would hand them over."""
    blocks = []
    for index, para in enumerate(record["paras"]):
        prefix = (para.get("p") or "").strip()
        text = para["x"]
        label = prefix if _LABEL.fullmatch(prefix) else ""
        if prefix and not label:
            text = f"{prefix} {text}"
        blocks.append(Block(f"document/{index}", "paragraph", text, label=label))
    return Reading(tuple(blocks), lost=("italics", "notes"))


def expected_roles(record: Record) -> dict[str, str]:
    """What the labels say of top paragraphs: *preambular* or *operative* by block id; organ lines are left out."""
    found = {}
    for index, para in enumerate(record["paras"]):
        role, level = para.get("pt"), para.get("l") or 1
        if para["t"] == "paragraph" and role in ("preambular", "operative") and level == 1 and len(para["x"]) > 60:
            found[f"document/{index}"] = role
    return found


def year_of(record: Record) -> int | None:
    """The year of adoption as symbol or date tell it, None where neither does."""
    name = record["file"]
    if found := re.search(r"\((\d{4})\)", name):
        return int(found[1])
    if found := re.match(r"A_RES_(\d+)_", name):
        return 1945 + int(found[1])
    if found := re.match(r"E_RES_(\d{4})", name):
        return int(found[1])
    if found := re.search(r"\b((?:19|20)\d\d)$", record.get("adopted") or ""):
        return int(found[1])
    return {"A_HRC_RES": 2006, "UNEP_EA": 2014}.get(record["family"])

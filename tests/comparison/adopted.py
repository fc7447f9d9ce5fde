"""Real resolutions of successive years on one subject, set as Word files in the geometry of New York."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tests.comparison.pairs import NUMBERING, STYLES
from tests.support.corpus import RESOLUTIONS, Record, records, year_of
from tests.support.docx import docx, p, r

_OPENER = re.compile(
    r"(?:Also |Further )?[A-Z][a-z]+(?:ing|ed|s)(?: upon| also| further| with (?:appreciation|concern|satisfaction))?\b"
)


def successive(folder: Path, least: int = 12) -> Iterator[tuple[Record, Record]]:
    """Pairs of resolutions of one family with the same title, each with the next later one."""
    by_title: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records(folder):
        title = " ".join((record.get("title") or "").rpartition(". ")[2].lower().split())
        if record["family"] in RESOLUTIONS and len(record["paras"]) >= least and len(title) > 15:
            by_title[record["family"], title].append(record)
    for _, found in sorted(by_title.items()):
        found.sort(key=lambda record: (year_of(record) or 0, record["file"]))
        yield from pairwise(found)


def word_file(record: Record) -> bytes:
    """The paragraphs of a record as a Word file with typed numbers and openers in italics."""
    body = []
    for para in _text(record):
        prefix, text = (para.get("p") or "").strip(), para["x"].strip()
        opener = _OPENER.match(text) if para.get("pt") in ("preambular", "operative") else None
        runs = [r(f"\t{prefix}\t")] if prefix else []
        if opener:
            runs += [r(text[: opener.end()], "<w:i/>"), r(text[opener.end() :])]
        else:
            runs.append(r(text))
        body.append(p(*runs, ppr='<w:pStyle w:val="SingleTxt"/>'))
    return docx("".join(body) + "<w:sectPr/>", styles=STYLES, numbering=NUMBERING)


def plain_text(record: Record) -> str:
    """The same as text, as one would recover it."""
    lines = [f"{(para.get('p') or '').strip()} {para['x'].strip()}".strip() for para in _text(record)]
    return "\n\n".join(lines) + "\n"


def _text(record: Record) -> list[Record]:
    return [para for para in record["paras"] if para["t"] != "frontmatter" and para["x"].strip()]

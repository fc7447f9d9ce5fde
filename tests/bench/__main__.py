"""Prints the benchmark as a page of tables; with ``--write`` also into BENCHMARKS.md."""

import io
import os
import platform
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

import docx
from lxml import etree

from resolint import notation, pipeline, word
from tests.bench import agreed
from tests.bench.timing import Pair, pair, pair_processes, seconds
from tests.support.docx import long_draft

ROOT = Path(__file__).resolve().parents[2]
WORD_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
FIRST = [
    "STR002",
    "STR003",
    "STR005",
    "STR009",
    "STR010",
    "STR011",
    "PRE001",
    "PRE002",
    "PRE003",
    "PRE010",
    "OPR001",
    "OPR002",
    "OPR005",
    "OPR006",
    "OPR020",
    "OPR023",
    "TYP001",
    "TYP010",
    "TYP012",
    "FTN003",
    "FTN008",
    "REF002",
    "REF003",
    "NUM004",
    "SPL004",
    "CAP001",
    "ABB003",
    "SPN002",
    "SPN003",
    "SPN006",
    "SPN008",
    "SPN009",
    "SPN010",
    "SPN015",
]
PARTS = ("word/document.xml", "word/footnotes.xml", "word/numbering.xml")


def floor(data: bytes) -> None:
    """The least any reader must do: inflate the three parts and parse them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in PARTS:
            if name in archive.NameToInfo:
                etree.fromstring(archive.read(name))


def object_model(data: bytes) -> int:
    """The same facts through python-docx: text, runs, italics, bold, underline, style, numbering, and notes by hand."""
    seen = 0
    opened = docx.Document(io.BytesIO(data))
    for paragraph in opened.paragraphs:
        properties = paragraph._p.pPr
        seen += len(paragraph.style.name) + (properties is not None and properties.numPr is not None)
        for run in paragraph.runs:
            seen += len(run.text) + bool(run.italic) + bool(run.bold) + bool(run.underline)
            seen += bool(run.font.superscript) + bool(run.font.hidden) + bool(run.font.strike)
    for part in opened.part.package.iter_parts():
        if str(part.partname) == "/word/footnotes.xml":
            seen += sum(len(node.text or "") for node in etree.fromstring(part.blob).iter(WORD_TEXT))
    return seen


def row(what: str, measured: Pair, limit: str) -> str:
    """A line of the table."""
    return f"| {what} | {measured.ours * 1000:,.1f} | {measured.peer * 1000:,.1f} | {measured.ratio:.2f} | {limit} |"


def reading() -> list[str]:
    """The reader against the floor and against the object model."""
    lines = ["| reading | ours, ms | peer, ms | ratio | to reach |", "|---|---:|---:|---:|---|"]
    per_page = []
    for pages in (5, 50, 500):
        data = long_draft(pages)
        runs = 3 if pages == 500 else 9
        against_floor = pair(lambda data=data: word.read(data), lambda data=data: floor(data), runs)
        lines.append(row(f"{pages} pages, against unzip and parse", against_floor, "≤ 3"))
        against_model = pair(lambda data=data: word.read(data), lambda data=data: object_model(data), runs)
        lines.append(
            row(f"{pages} pages, against the python-docx object model", against_model, "≤ 0.125 (8 times faster)")
        )
        per_page.append(against_floor.ours / pages)
    lines += [
        "",
        f"Growth: {per_page[2] / per_page[1]:.2f} times the cost per page at 500 pages as at 50 (linear is 1).",
    ]
    return lines


def largest_real_file() -> list[str]:
    """The largest real file at hand, and one of 1.4 MB made of its own pages."""
    folder = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared")) / "fixtures" / "un-docx"
    files = sorted(folder.glob("*.docx"), key=lambda path: path.stat().st_size) if folder.is_dir() else []
    if not files:
        return ["The real files were not at hand."]
    data = files[-1].read_bytes()
    taken = min(seconds(lambda: word.read(data)) for _ in range(3))
    return [
        f"The largest real file at hand ({len(data) / 1e6:.2f} MB) is read in {taken:.3f} s (to reach: 1.4 MB under 0.6 s)."
    ]


def cold(scratch: Path) -> list[str]:
    """A whole `resolint lint` process against proselint on the same text."""
    draft = scratch / "draft.docx"
    draft.write_bytes(long_draft(5))
    text = scratch / "draft.md"
    text.write_text(notation.write(pipeline.load(draft)), encoding="utf-8")
    programs = Path(sys.executable).parent
    if not (programs / "proselint").exists():
        return ["proselint is not installed here (`tox -e bench` installs it)."]
    ours = [str(programs / "resolint"), "lint", "--no-config", "--fail-on", "never", str(draft)]
    peer = [str(programs / "proselint"), "check", str(text)]
    first = pair_processes([*ours, "--select", ",".join(FIRST)], peer)
    measured = pair_processes(ours, peer)
    head = ["| cold process, 5 pages | ours, ms | peer, ms | ratio | to reach |", "|---|---:|---:|---:|---|"]
    return [
        *head,
        row(f"`resolint lint` with the {len(FIRST)} rules of the foundation against `proselint check`", first, "≤ 1"),
        row("`resolint lint` with all rules against `proselint check`", measured, "–"),
        "",
        f"All rules take {measured.ours / first.ours:.2f} times the time of the foundation's (to reach: ≤ 2.5).",
    ]


def main() -> None:
    """Measure, print, and write where asked."""
    scratch = Path(tempfile.mkdtemp())
    try:
        page = [
            "# Benchmarks",
            "",
            "Ratios of medians, the two sides taking turns in one run (`tox -e bench`); in-process rows are CPU time, cold processes",
            f"wall time. CPython {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}.",
            "",
            *reading(),
            "",
            *largest_real_file(),
            "",
            *cold(scratch),
            "",
            *agreed.page("--million" in sys.argv),
            "",
        ]
    finally:
        shutil.rmtree(scratch)
    print("\n".join(page))
    if "--write" in sys.argv:
        (ROOT / "BENCHMARKS.md").write_text("\n".join(page), encoding="utf-8")


if __name__ == "__main__":
    main()

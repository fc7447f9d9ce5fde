"""Linting: a cold process against proselint, warm in one process, and a thousand drafts in one and in two: ``python -m tests.bench.linting``.

CPU time is told, which the work of others on the machine changes little; of many drafts in two processes wall time.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from resolint import notation
from resolint.cli import collect_rarely
from tests.accuracy.adopted import adopted
from tests.bench.timing import pair_processes, seconds
from tests.support import verbs
from tests.support.docx import long_draft

MANY = 1000
WORDS, _FIVE_PAGES = 1400, 1700


def page(scratch: Path) -> list[str]:
    """The table."""
    lines = ["| linting with all rules | measured | to reach |", "|---|---:|---|"]
    return [*lines, *_cold(scratch), *_warm(), *_many(scratch)]


def _cold(scratch: Path) -> list[str]:
    """A whole process on five pages, as Word and as Markdown, against proselint on the same text."""
    programs = Path(sys.executable).parent
    if not (programs / "proselint").exists():
        return ["| proselint is not installed here (`tox -e bench` installs it) | – | |"]
    word, text = scratch / "cold.docx", scratch / "cold.md"
    word.write_bytes(long_draft(5))
    text.write_text(notation.write(verbs.load(word)), encoding="utf-8")
    lines = []
    for kind, draft in (("Word", word), ("Markdown", text)):
        ours = [str(programs / "resolint"), "lint", "--no-config", "--fail-on", "never", str(draft)]
        found = pair_processes(ours, [str(programs / "proselint"), "check", str(text)], wall=os.name != "posix")
        lines.append(
            f"| a cold process on five pages of {kind}, computing, against `proselint check` on the same text | "
            f"{found.ours * 1000:,.0f} ms against {found.peer * 1000:,.0f} ms: {found.ratio:.2f} | ≤ 0.75 |"
        )
    return lines


def texts(words: int, count: int) -> list[tuple[str, bytes]]:
    """Adopted texts nearest to so many words where they are at hand, else the invented samples."""
    root = Path(__file__).resolve().parents[2]
    folder = Path(os.environ.get("RESOLINT_FIXTURES", root.parent / "shared"))
    if (folder / "fixtures" / "corpus").is_dir():
        found = [(text.name, text.data) for text in adopted(folder)]
    else:
        found = [(path.name, path.read_bytes()) for path in sorted((root / "samples").glob("*.md"))]
    return sorted(found, key=lambda text: (abs(len(text[1].split()) - words), text[0]))[:count]


def _warm() -> list[str]:
    """CPU time for 1,400 words in a process that has linted before, with the rules on attested wordings and without.

    Garbage is collected as in the processes of the command line, the language server and the page.
    """
    collect_rarely()
    drafts = texts(WORDS, 40)
    words = sum(len(data.split()) for _, data in drafts)
    lines = []
    for kind, ignore, due in (("", ["ATT"], 20), (", attested wordings too", [], 35)):
        linter = verbs.Linter(ignore=ignore)

        def every(linter: verbs.Linter = linter) -> None:
            for name, data in drafts:
                linter.lint(data, name=name)

        every()
        taken = min(seconds(every) for _ in range(7)) / words * 1400 * 1000
        lines.append(f"| 1,400 words in a warm process, reading included{kind} | {taken:.1f} ms | ≤ {due} ms |")
    return lines


def _many(scratch: Path) -> list[str]:
    """A thousand drafts of five pages, in one process and in two."""
    drafts = itertools.cycle(texts(_FIVE_PAGES, 200))
    paths = []
    for number, (name, data) in zip(range(MANY), drafts, strict=False):
        path = scratch / f"{number}-{name}"
        path.write_bytes(data)
        paths.append(str(path))
    one, two = (_wall(paths, jobs) for jobs in (1, 2))
    return [
        f"| {MANY:,} drafts of five pages in two processes | {two:.1f} s | ≤ 12 s |",
        f"| one process against two | {one / two:.2f} times | ≥ 1.9 times |",
        _again(scratch),
    ]


def _again(scratch: Path) -> str:
    """What a second run over them computes, which has their reports from the cache."""
    command = [str(Path(sys.executable).parent / "resolint"), "lint", ".", "--cache", "-q", "-f", "concise"]
    (scratch / "resolint.toml").touch()
    taken = []
    for _ in range(4):
        before = os.times()
        subprocess.run(command, cwd=scratch, check=False, stdout=subprocess.DEVNULL)
        after = os.times()
        taken.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return f"| a second run over {MANY:,} unchanged drafts, computing | {min(taken[1:]):.2f} s | ≤ 1 s |"


def _wall(paths: Sequence[str], jobs: int) -> float:
    start = time.perf_counter()
    for outcome in verbs.lint_many(paths, verbs.Task(no_config=True), jobs=jobs):
        assert outcome.report is not None, outcome.error
    return time.perf_counter() - start


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print("\n".join(page(Path(folder))))

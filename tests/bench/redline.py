"""A redline of two drafts of 30 paragraphs with footnotes against Docxodus on the same pair: ``python -m tests.bench.redline``.

Both are called as a user calls them from Python, and as whole processes; all times are wall time, because Docxodus is a program
of its own that its Python package starts. Our figures hold the proof of what is written. Both redlines are held to the list of
edits that make one draft of the other, by a reader that knows neither program.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from resolint.pipeline.comparing import AUTHOR, redline
from tests.bench.timing import Pair, pair, pair_processes, wall_seconds
from tests.comparison.known_edits import EDITS, base, draft, word_file
from tests.comparison.shown_edits import Shown, least_struck, shown

_ABSENT = (
    "Docxodus (`python-redlines`) is not installed here (`tox -e bench` installs it), so its redline was not measured."
)
_PEER = """\
import sys
from pathlib import Path
from python_redlines import DocxodusEngine
old, new, made = map(Path, sys.argv[1:])
made.write_bytes(DocxodusEngine().run_redline("Redline", old.read_bytes(), new.read_bytes())[0])
"""


def docxodus() -> Callable[[bytes, bytes], bytes] | None:
    """Docxodus through its Python package, None where it is not installed."""
    try:
        from python_redlines import DocxodusEngine
        from python_redlines.engines import EngineNotInstalledError
    except ImportError:
        return None
    try:
        engine = DocxodusEngine()
    except (EngineNotInstalledError, OSError):
        return None
    return lambda old, new: engine.run_redline(AUTHOR, old, new)[0]


def page(scratch: Path) -> list[str]:
    """The tables, or a sentence that says why there are none."""
    peer = docxodus()
    if peer is None:
        return [_ABSENT]
    old, new = word_file(base()), word_file(draft())
    ours = partial(redline, old, new, base_name="base.docx", draft_name="draft.docx")
    called = pair(ours, lambda: peer(old, new), clock=wall_seconds)
    commands = _commands(scratch, old, new)
    started = pair_processes(*commands)
    if any(len(judged(Path(command[-1]).read_bytes()).found) < len(EDITS) // 2 for command in commands):
        raise RuntimeError("a process gave no redline")
    return [
        "| redline of two drafts of 30 paragraphs | ours, ms | Docxodus, ms | ratio | to reach |",
        "|---|---:|---:|---:|---|",
        _time("called from Python, files as bytes, proof included", called, "≤ 0.25"),
        _time("a whole process, files on disk, proof included", started, "–"),
        "",
        *_held(judged(ours()), judged(peer(old, new))),
    ]


def judged(data: bytes) -> Shown:
    """Which edits of the list a redline shows."""
    return shown(data, base(), draft(), EDITS)


def _time(what: str, measured: Pair, limit: str) -> str:
    return f"| {what} | {measured.ours * 1000:,.1f} | {measured.peer * 1000:,.1f} | {measured.ratio:.3f} | {limit} |"


def _held(ours: Shown, peer: Shown) -> list[str]:
    """Both redlines against the list of edits."""
    said = {True: "yes", False: "no"}
    rows = [
        (f"edits shown, of {len(EDITS)}", len(ours.found), len(peer.found), "no fewer"),
        ("of these, nothing else marked beside them", len(ours.exact), len(peer.exact), "–"),
        (f"characters struck ({least_struck(base(), EDITS)} must be)", ours.struck, peer.struck, "–"),
        ("rejecting all gives the base", said[ours.rejected], said[peer.rejected], "yes"),
        ("accepting all gives the draft", said[ours.accepted], said[peer.accepted], "yes"),
    ]
    lines = ["| the same redlines | ours | Docxodus | to reach |", "|---|---:|---:|---|"]
    lines += [f"| {what} | {mine} | {theirs} | {limit} |" for what, mine, theirs, limit in rows]
    missed = {
        name: [e.kind for e in EDITS if e.kind not in one.found] for name, one in (("ours", ours), ("Docxodus", peer))
    }
    return [*lines, *(f"\nNot shown by {name}: {', '.join(kinds)}." for name, kinds in missed.items() if kinds)]


def _commands(scratch: Path, old: bytes, new: bytes) -> tuple[list[str], list[str]]:
    files = [scratch / name for name in ("base.docx", "draft.docx", "ours.docx", "peer.docx")]
    files[0].write_bytes(old)
    files[1].write_bytes(new)
    names = [str(file) for file in files]
    ours = [str(Path(sys.executable).parent / "resolint"), "compare", *names[:2], "-o", names[2]]
    return ours, [sys.executable, "-c", _PEER, *names[:2], names[3]]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print("\n".join(page(Path(folder))))

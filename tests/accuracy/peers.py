"""The alarms of other linters on the same adopted excerpt; each is left out with a note where it is not at hand."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.accuracy.adopted import Adopted
from tests.accuracy.tally import Result

PACKAGES = ("write-good", "cspell", "textlint", "textlint-rule-terminology", "textlint-rule-common-misspellings")
EXCERPT_WORDS = 20_000
TIMEOUT = 300


class Absent(Exception):
    """The tool is not at hand; ``str(error)`` says why."""


def excerpt(texts: Sequence[Adopted]) -> list[Adopted]:
    """General Assembly texts of together some twenty thousand words."""
    chosen: list[Adopted] = []
    words = 0
    for text in texts:
        if text.family == "ga" and text.year >= 2015 and words < EXCERPT_WORDS:
            chosen.append(text)
            words += len(text.data.split())
    return chosen


def plain(text: Adopted) -> str:
    """The words of a text without front matter and escapes, one paragraph in a line."""
    body = text.data.decode().split("+++", 2)[-1]
    return re.sub(r"\\(?=[^\w\s])", "", re.sub(r"^#+ ", "", body, flags=re.M))


def rows(texts: Sequence[Adopted], results: Sequence[Result], node: Path | None = None) -> Iterator[str]:
    """The table."""
    chosen = excerpt(texts)
    names = {text.name for text in chosen}
    ours = [result for result in results if result.name in names]
    words = sum(result.words for result in ours)
    counts = Counter(alarm.severity for result in ours for alarm in result.alarms)
    yield f"{len(chosen)} resolutions of the General Assembly since 2015, {words:,} words, default settings of each."
    yield ""
    yield "| linter | alarms | per 1,000 words | the most frequent |"
    yield "|---|---:|---:|---|"
    common = Counter(alarm.rule for result in ours for alarm in result.alarms)
    grave = counts["error"] + counts["warning"]
    yield f"| resolint, errors and warnings | {grave} | {1000 * grave / max(words, 1):.2f} | |"
    total = sum(counts.values())
    yield f"| resolint, with info | {total} | {1000 * total / max(words, 1):.2f} | {_common(common)} |"
    notes = []
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, text in enumerate(chosen):
            path = Path(folder) / f"text-{number:03}.md"
            path.write_text(plain(text), encoding="utf-8")
            files.append(path)
        modules = node or Path(folder) / "node"
        for name, run in _TOOLS.items():
            try:
                found = run(files, modules)
            except (Absent, OSError, subprocess.SubprocessError, ValueError) as error:
                notes.append(f"{name} was left out: {' '.join(str(error).split())[:120]}.")
                continue
            count = sum(found.values())
            yield f"| {name} | {count:,} | {1000 * count / max(words, 1):.2f} | {_common(found)} |"
    if notes:
        yield ""
        yield from notes


def _common(found: Counter[str]) -> str:
    return ", ".join(f"{name} ({count})" for name, count in found.most_common(3))


def _proselint(files: Sequence[Path], _modules: Path) -> Counter[str]:
    command = [sys.executable, "-m", "proselint", "check", "--output-format", "json", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False)
    if not done.stdout.strip().startswith("{"):
        raise Absent(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "it gave no answer")
    data = json.loads(done.stdout)
    entries = data.get("result", data.get("data", {}))
    found: Counter[str] = Counter()
    for entry in entries.values() if isinstance(entries, dict) else entries:
        for alarm in entry.get("diagnostics", entry.get("errors", [])):
            found[str(alarm.get("check_path", alarm.get("check", "?")))] += 1
    return found


def _program(name: str, modules: Path) -> str:
    """The path of a Node program, installed into ``modules`` at first need."""
    program = modules / "node_modules" / ".bin" / name
    if not program.exists():
        if shutil.which("npm") is None:
            raise Absent("npm is not here")
        modules.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(modules), *PACKAGES],
            capture_output=True, text=True, timeout=TIMEOUT, check=False,
        )  # fmt: skip
        if done.returncode or not program.exists():
            raise Absent("npm could not install it")
    return str(program)


def _write_good(files: Sequence[Path], modules: Path) -> Counter[str]:
    program = _program("write-good", modules)
    found: Counter[str] = Counter()
    for path in files:
        done = subprocess.run(
            [program, "--parse", str(path)], capture_output=True, text=True, timeout=TIMEOUT, check=False
        )
        for line in done.stdout.splitlines():
            if match := re.match(r".*:\d+:\d+:(.*)", line):
                found[re.sub(r"^\"[^\"]*\" ", "", match[1].strip())] += 1
    return found


def _textlint(files: Sequence[Path], modules: Path) -> Counter[str]:
    program = _program("textlint", modules)
    command = [program, "--format", "json", "--rule", "terminology", "--rule", "common-misspellings", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False, cwd=modules)
    if not done.stdout.strip().startswith("["):
        raise Absent(done.stderr.strip()[:100] or "it gave no answer")
    return Counter(alarm["ruleId"] for entry in json.loads(done.stdout) for alarm in entry["messages"])


def _cspell(files: Sequence[Path], modules: Path) -> Counter[str]:
    program = _program("cspell", modules)
    command = [program, "--no-progress", "--no-summary", "--locale", "en-GB", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False, cwd=files[0].parent)
    words = re.findall(r"Unknown word \(([^)]*)\)", done.stdout)
    if not words and done.returncode not in (0, 1):
        raise Absent(done.stderr.strip()[:100])
    return Counter(words)


_TOOLS: dict[str, Callable[[Sequence[Path], Path], Counter[str]]] = {
    "proselint": _proselint,
    "write-good": _write_good,
    "textlint (terminology, common misspellings)": _textlint,
    "cspell (en-GB)": _cspell,
}

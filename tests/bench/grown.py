"""A corpus of 20,000 resolutions, grown from the real ones by variation: ``python -m tests.bench.grown FOLDER``.

From its second time on a text has 30 per cent of its words exchanged. The corpus is filled by ``resolint corpus add`` from JSON lines,
as a user fills it; then paragraphs with 15 per cent of their words exchanged are asked for, and it is counted how often the paragraph
they come from is found first. It takes some minutes, and goes on where it was when it is begun again with the same FOLDER; ``--ask`` asks
what has been built so far.
"""

import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from resolint.corpus import Finder
from resolint.corpus.sqlite import SqliteCorpus
from tests.accuracy.agreed import changed, texts
from tests.bench.agreed import queries, variations
from tests.bench.timing import seconds
from tests.support.words import LEXICON

RESOLUTIONS, FILES = 20_000, 10


def lines(count: int) -> Iterator[str]:
    """So many texts as JSON lines."""
    for at, text in enumerate(variations(-(-count // len(texts())))):
        if at == count:
            return
        paras = [{"t": "paragraph", "pt": one.place.partition(" ")[0], "x": one.text} for one in text.passages]
        row = {"symbol": text.symbol, "title": text.title, "adopted": text.date, "body": text.body, "paras": paras}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def grow(folder: Path, count: int) -> None:
    """Write the texts, ``FILES`` files of them, unless they are there."""
    if (folder / f"{FILES - 1}.jsonl").exists():
        return
    rows = list(lines(count))
    for at in range(FILES):
        (folder / f"{at}.jsonl").write_text("".join(rows[at::FILES]), encoding="utf-8")


def build(folder: Path, files: int) -> tuple[float, float]:
    """Add so many files one after the other; gives the seconds that passed and those of computing, over all beginnings."""
    path, notes = folder / "grown.sqlite", folder / "built.json"
    took: dict[str, list[float]] = json.loads(notes.read_text()) if notes.exists() else {}
    tool = str(Path(sys.executable).parent / "resolint")
    for at in range(files):
        name = f"{at}.jsonl"
        if name in took:
            continue
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [tool, "corpus", "add", str(folder / name), "--corpus", str(path), "-q", "--any-language"]
        subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        computing = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        took[name] = [time.perf_counter() - start, computing]
        notes.write_text(json.dumps(took))
        print(name, *(round(one, 1) for one in took[name]), flush=True)
    return sum(one[0] for one in took.values()), sum(one[1] for one in took.values())


def ask(folder: Path) -> dict[str, float]:
    """Texts and paragraphs, megabytes, milliseconds of a query (median, and within which 95 of 100 are), per cent found."""
    path = folder / "grown.sqlite"
    corpus = SqliteCorpus(path, LEXICON)
    figures = corpus.figures()
    finder = Finder((corpus,))
    asked = queries(300)
    chance = random.Random(7)
    for one in chance.sample(asked, 20):
        finder.nearest(one)
    times = [min(seconds(lambda one=one: finder.nearest(one)) for _ in range(3)) * 1000 for one in asked]
    recall = changed(finder, 0.15, 1000)
    corpus.close()
    return {
        "texts": figures["texts"],
        "paragraphs": figures["paragraphs"],
        "megabytes": path.stat().st_size / 1e6,
        "median": statistics.median(times),
        "high": statistics.quantiles(times, n=20)[-1],
        "recall": recall,
    }


if __name__ == "__main__":
    place = Path(sys.argv[1])
    place.mkdir(parents=True, exist_ok=True)
    if "--ask" not in sys.argv:
        grow(place, RESOLUTIONS)
    passed, computing = build(place, 0 if "--ask" in sys.argv else FILES)
    found = ask(place)
    print(
        f"| {found['texts']:,.0f} texts, {found['paragraphs']:,.0f} paragraphs | {computing:.0f} s of computing ({passed:.0f} s passed) | "
        f"{found['megabytes']:,.0f} MB | {found['median']:.2f} ms (95 of 100 in {found['high']:.2f} ms) | {found['recall']:.1f} % |"
    )

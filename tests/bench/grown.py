"""A corpus of 20,000 resolutions, grown from the real ones by variation: ``python -m tests.bench.grown``; it takes some minutes.

From its second time on a text has 30 per cent of its words exchanged. The corpus is filled by ``resolint corpus add`` from JSON lines,
as a user fills it; then paragraphs with 15 per cent of their words exchanged are asked for, and it is counted how often the paragraph
they come from is found first.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from resolint.corpus import Finder
from resolint.corpus.sqlite import SqliteCorpus
from tests.accuracy.agreed import changed, texts
from tests.bench.agreed import queries, variations
from tests.bench.timing import seconds
from tests.support.words import LEXICON

RESOLUTIONS = 20_000


def lines(count: int = RESOLUTIONS) -> Iterator[str]:
    """So many texts as JSON lines."""
    for at, text in enumerate(variations(-(-count // len(texts())))):
        if at == count:
            return
        paras = [{"t": "paragraph", "pt": one.place.partition(" ")[0], "x": one.text} for one in text.passages]
        row = {"symbol": text.symbol, "title": text.title, "adopted": text.date, "body": text.body, "paras": paras}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def measure(folder: Path, count: int = RESOLUTIONS) -> dict[str, float]:
    """Seconds of building, megabytes, paragraphs, milliseconds of a query (median, 95th of a hundred), per cent found."""
    source, path = folder / "grown.jsonl", folder / "grown.sqlite"
    with source.open("w", encoding="utf-8") as file:
        file.writelines(lines(count))
    command = [str(Path(sys.executable).parent / "resolint"), "corpus", "add", str(source), "--corpus", str(path), "-q"]
    start = time.perf_counter()
    subprocess.run([*command, "--any-language"], check=False)
    built = time.perf_counter() - start
    corpus = SqliteCorpus(path, LEXICON)
    figures = corpus.figures()
    finder = Finder((corpus,))
    asked = queries(300)
    for one in asked[:20]:
        finder.nearest(one)
    times = [seconds(lambda one=one: finder.nearest(one)) * 1000 for one in asked]
    recall = changed(finder, 0.15, 1000)
    corpus.close()
    return {
        "texts": figures["texts"],
        "paragraphs": figures["paragraphs"],
        "built": built,
        "megabytes": path.stat().st_size / 1e6,
        "median": statistics.median(times),
        "high": statistics.quantiles(times, n=20)[-1],
        "recall": recall,
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        found = measure(Path(scratch), int(sys.argv[1]) if len(sys.argv) > 1 else RESOLUTIONS)
    print(
        f"| {found['texts']:,.0f} texts, {found['paragraphs']:,.0f} paragraphs | {found['built']:.0f} s | "
        f"{found['megabytes']:,.0f} MB | {found['median']:.2f} ms (95 of 100 in {found['high']:.2f} ms), "
        f"{found['recall']:.1f} % found at 15 % edits |"
    )

"""Agreed language: building, asking and adding to, against rapidfuzz looking at every paragraph: ``python -m tests.bench.agreed``.

With ``--million`` also a corpus of a million paragraphs, made of the real ones by variation; that takes some minutes.
"""

import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Indel

from resolint.corpus import Finder, Passage, Text
from resolint.corpus.folding import light
from resolint.corpus.sqlite import SqliteCorpus
from tests.accuracy.agreed import build, long_enough, real_files, texts, with_words_changed
from tests.bench.timing import process as whole_process
from tests.bench.timing import seconds
from tests.support.words import LEXICON

_ASKED = 200


def queries(count: int = _ASKED) -> list[str]:
    """Paragraphs with 15 per cent of their words changed."""
    chance = random.Random(2)
    every = [passage.text for text in texts() for passage in text.passages if long_enough(passage)]
    vocabulary = [word for one in chance.sample(every, 1000) for word in one.split()]
    return [with_words_changed(one, 0.15, vocabulary, chance) for one in chance.sample(every, count)]


def median_query(corpus: SqliteCorpus, asked: Sequence[str]) -> float:
    """Median CPU seconds of finding the wordings nearest to a paragraph, the first ten uncounted."""
    finder = Finder((corpus,))
    for one in asked[:10]:
        finder.nearest(one)
    return statistics.median(seconds(lambda one=one: finder.nearest(one)) for one in asked)


def brute_force(corpus: SqliteCorpus, asked: Sequence[str]) -> float:
    """Median CPU seconds of rapidfuzz looking at every wording there is."""
    every = [light(row[0]) for row in corpus.ask("SELECT text FROM wording")]
    return statistics.median(
        seconds(lambda one=one: process.extractOne(light(one), every, scorer=Indel.normalized_similarity))
        for one in asked
    )


def draft_of(count: int, folder: Path) -> Path:
    """A draft of so many paragraphs taken from all over the corpus, some of them changed."""
    chance = random.Random(3)
    every = [passage.text for text in texts() for passage in text.passages if 40 <= len(passage.text.split()) <= 80]
    rows = ["# A draft", "*The General Assembly*,"]
    for at, one in enumerate(chance.sample(every, count)):
        rows.append(f"{at + 1}. {with_words_changed(one, 0.1, ['States', 'shall', 'the'], chance)}")
    path = folder / "draft.md"
    path.write_text("\n\n".join(rows) + "\n", encoding="utf-8")
    return path


def variations(times: int) -> Iterator[Text]:
    """Every text of the fixture so many times, from the second time on with 30 per cent of its words exchanged."""
    chance = random.Random(5)
    every = [passage.text for text in texts() for passage in text.passages]
    vocabulary = [word for one in chance.sample(every, 5000) for word in one.split()]
    yield from texts()
    for time_ in range(1, times):
        for text in texts():
            passages = tuple(
                Passage(
                    one.place, with_words_changed(one.text, 0.3, vocabulary, chance) if one.text.split() else one.text
                )
                for one in text.passages
            )
            yield Text(f"{text.symbol}/V{time_}", passages, text.title, text.date, text.body, f"{text.source}/V{time_}")


def page(million: bool = False) -> list[str]:
    """The figures as a table in Markdown."""
    if not (real_files() / "fixtures" / "corpus").is_dir():
        return ["The real texts were not at hand."]
    lines = ["| agreed language | measured | to reach |", "|---|---:|---|"]
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "corpus.sqlite"
        texts()
        start = time.perf_counter()
        corpus = build(path, texts())
        taken = time.perf_counter() - start
        corpus.close()
        corpus = SqliteCorpus(path, LEXICON, write=True)
        paragraphs = corpus.figures()["paragraphs"]
        lines.append(f"| building a corpus of {paragraphs:,} paragraphs | {taken:.1f} s | ≤ 60 s |")
        lines.append(f"| its size | {path.stat().st_size / 1e6:.0f} MB | ≤ 150 MB |")
        asked = queries()
        ours, peer = median_query(corpus, asked), brute_force(corpus, asked[:15])
        lines.append(f"| a query, median | {ours * 1000:.2f} ms | ≤ 2 ms |")
        lines.append(
            f"| rapidfuzz looking at every paragraph, median | {peer * 1000:,.0f} ms ({peer / ours:,.0f} times) | ≥ 100 times |"
        )
        adding = [time.perf_counter()]
        for at, source in enumerate(texts()[1000:1005]):
            new = Text(
                f"A/RES/99/{at}",
                tuple(Passage(one.place, one.text + " once more") for one in source.passages),
                date="2044-12-12",
            )
            corpus.add(f"new{at}", f"new{at}", [new])
            adding.append(time.perf_counter())
        steps = [b - a for a, b in itertools.pairwise(adding)]
        lines.append(f"| adding one resolution to it, median | {statistics.median(steps) * 1000:.0f} ms | ≤ 300 ms |")
        corpus.close()
        draft = draft_of(30, Path(scratch))
        command = [
            str(Path(sys.executable).parent / "resolint"),
            "agreed",
            str(draft),
            "--corpus",
            str(path),
            "--no-config",
        ]
        whole_process(command)
        cold = statistics.median(whole_process(command) for _ in range(5))
        lines.append(f"| `resolint agreed` on 30 paragraphs, a cold process | {cold:.2f} s | ≤ 0.4 s |")
        if million:
            lines += _million(Path(scratch), asked)
    return lines


def _million(folder: Path, asked: Sequence[str]) -> list[str]:
    path = folder / "million.sqlite"
    corpus = SqliteCorpus(path, LEXICON, write=True)
    start = time.perf_counter()
    corpus.add("million", "1", variations(9))
    taken = time.perf_counter() - start
    count = corpus.figures()["paragraphs"]
    median = median_query(corpus, asked)
    corpus.close()
    return [
        f"| building a corpus of {count:,} paragraphs, made by variation | {taken:.0f} s, {path.stat().st_size / 1e6:.0f} MB | |",
        f"| a query in it, median | {median * 1000:.2f} ms | ≤ 6 ms |",
    ]


if __name__ == "__main__":
    print("\n".join(page("--million" in sys.argv)))

"""How well agreed language is found on the real texts: ``python -m tests.accuracy.agreed`` (``--pairs`` makes the list of pairs anew).

Three questions. Is the true source first when words of a paragraph were changed at random? Is it first for paragraphs that a body
really took over with changes from an earlier year? And are paragraphs called new that the corpus does not have?
"""

import csv
import gzip
import os
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Indel

from resolint import cards
from resolint.corpus import Finder, Judge, Passage, Scope, Text, judge, paragraphs
from resolint.corpus.folding import digest, key, light
from resolint.corpus.jsonl import read_lines
from resolint.corpus.paragraphs import Paragraph
from resolint.corpus.series import cited
from resolint.corpus.sqlite import SqliteCorpus
from resolint.pipeline.agreeing import judge_of
from tests.support.verbs import load, walk
from tests.support.words import LEXICON

ROOT = Path(__file__).resolve().parents[2]
PAIRS = Path(__file__).with_name("agreed_pairs.csv")
OTHER_BODIES = ("ECE/", "HSP/", "TD/", "CEP/", "CD/", "ST/", "UNEP/GC", "E/CN.", "UNEP/EA.")
SHARES = ((0.05, 100.0), (0.15, 99.0), (0.30, 97.0))
WORDS = 8
"""Paragraphs with fewer words are left to the exact match."""


def real_files() -> Path:
    """The folder with the real files."""
    return Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))


@cache
def texts() -> tuple[Text, ...]:
    """Every text of the fixture corpus."""
    path = real_files() / "fixtures" / "corpus" / "un_paragraphs_dev.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return tuple(read_lines(lines, path.name, LEXICON))


def build(path: Path, kept: Sequence[Text]) -> SqliteCorpus:
    """A corpus of these texts."""
    corpus = SqliteCorpus(path, LEXICON, write=True)
    corpus.add("fixture", "1", kept)
    return corpus


def long_enough(passage: Passage) -> bool:
    """Whether a paragraph has words enough, and is no row of a table."""
    words = [word for word in passage.text.split() if any(char.isalpha() for char in word)]
    return len(words) >= WORDS


# -- words changed at random ----------------------------------------------------------------------------------


def with_words_changed(text: str, share: float, vocabulary: Sequence[str], chance: random.Random) -> str:
    """``text`` with this share of its words exchanged for others of the corpus."""
    words = text.split()
    for at in chance.sample(range(len(words)), max(1, round(share * len(words)))):
        words[at] = chance.choice(vocabulary)
    return " ".join(words)


def changed(finder: Finder, share: float, count: int = 500) -> float:
    """Per cent of paragraphs with words changed whose source, or an equally similar text, comes first."""
    chance = random.Random(round(share * 100))
    every = [passage for text in texts() for passage in text.passages if long_enough(passage)]
    vocabulary = [word for passage in chance.sample(every, 2000) for word in passage.text.split()]
    hits = 0
    for passage in chance.sample(every, count):
        asked = with_words_changed(passage.text, share, vocabulary, chance)
        found = finder.nearest(asked, limit=1)
        true = Indel.normalized_similarity(light(asked), light(passage.text))
        hits += bool(found) and (
            found[0].similarity >= true - 1e-9 or light(found[0].wording.text) == light(passage.text)
        )
    return 100 * hits / count


# -- pairs of successive years --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Pair:
    """A paragraph and the earlier one it comes from: symbols and numbers of paragraphs, and how similar they are."""

    later: str
    number: int
    earlier: str
    earlier_number: int
    similarity: float


def make_pairs(count: int = 200, seed: int = 59) -> Iterator[Pair]:
    """Pairs by the slow, exact method: of all paragraphs of earlier texts the most similar one, if of the year before.

    Identical paragraphs and those less than 65 per cent similar are no pairs.
    """
    chance = random.Random(seed)
    dated = [
        text
        for text in texts()
        if len(text.date) >= 4 and text.symbol.startswith(("A/RES/", "A/HRC/RES/", "E/RES/", "S/RES/"))
    ]
    rows = [
        (text, number, light(one.text))
        for text in dated
        for number, one in enumerate(text.passages, 1)
        if long_enough(one)
    ]
    rows.sort(key=lambda row: row[0].date)
    found = 0
    for text, number, plain in chance.sample(rows, len(rows)):
        if found == count:
            return
        year = int(text.date[:4])
        earlier = [row for row in rows if row[0].date[:4] < text.date[:4]]
        best = process.extractOne(
            plain, [row[2] for row in earlier], scorer=Indel.normalized_similarity, score_cutoff=0.65
        )
        if best is None or best[1] >= 0.999:
            continue
        source, place, _ = earlier[best[2]]
        if year - int(source.date[:4]) <= 2:
            found += 1
            yield Pair(text.symbol, number, source.symbol, place, round(best[1], 4))


def read_pairs() -> list[Pair]:
    """The pairs that were established once."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return [
            Pair(row["later"], int(row["number"]), row["earlier"], int(row["earlier_number"]), float(row["similarity"]))
            for row in csv.DictReader(file)
        ]


def paired(finder: Finder) -> float:
    """Per cent of the pairs whose source, or an equally similar text of an earlier year, comes first."""
    by_symbol = {text.symbol: text for text in texts()}
    pairs = read_pairs()
    hits = 0
    for pair in pairs:
        later, source = by_symbol[pair.later], by_symbol[pair.earlier].passages[pair.earlier_number - 1]
        asked = later.passages[pair.number - 1].text
        scope = tuple(Scope(f"{later.date[:4]}-01-01") for _ in finder.layers)
        found = finder.nearest(asked, scope, limit=1)
        true = Indel.normalized_similarity(light(asked), light(source.text))
        hits += bool(found) and (found[0].same_key or found[0].similarity >= true - 1e-9)
    return 100 * hits / len(pairs)


# -- paragraphs that are not there ----------------------------------------------------------------------------


def strangers(finder: Finder, count: int = 200) -> list[Paragraph]:
    """Paragraphs of other bodies, of Model United Nations and of the samples that the corpus does not have.

    The slow, exact method says which: no paragraph of the corpus has 60 per cent of the words in stretches, is 55 per cent
    like them, or the same but for numbers.
    """
    chance = random.Random(4)
    own = {text.symbol for layer in finder.layers for text in layer.entries()}
    found = [
        Paragraph("", " ".join(passage.text.split()), ())
        for text in texts()
        if text.symbol not in own
        for passage in text.passages
        if long_enough(passage)
    ]
    found = chance.sample(found, min(len(found), 6 * count // 10))
    folders = [real_files() / "fixtures" / "mun-docx", ROOT / "samples"]
    for path in walk([str(folder) for folder in folders]):
        try:
            drafts = paragraphs(load(path))
        except Exception:
            continue
        found += [one for one in drafts if long_enough(Passage("", one.text))]
    chance.shuffle(found)
    everything = [row[0] for layer in finder.layers for row in layer.ask("SELECT text FROM wording")]  # type: ignore[attr-defined]
    oracle = Oracle(everything, [one.text for one in found])
    kept: list[Paragraph] = []
    for one in found:
        if len(kept) == count:
            break
        if any(layer.keys([digest(key(one.text, LEXICON))]) for layer in finder.layers):
            continue
        if oracle.share(one.text) < 0.6 and oracle.likeness(one.text) < 0.55:
            kept.append(one)
    return kept


def called_new(by: Judge, unknown: Sequence[Paragraph]) -> tuple[float, list[str]]:
    """Per cent of paragraphs that are called new, and the beginnings of the others."""
    scopes = by.finder.everything()
    verdicts = [judge(one, by, scopes) for one in unknown]
    wrong = [f"{one.kind} {one.similarity:.2f}: {one.paragraph.text}" for one in verdicts if one.kind != "new"]
    return 100 * (len(verdicts) - len(wrong)) / len(verdicts), wrong


# -- the oracle that looks at every paragraph -----------------------------------------------------------------


class Oracle:
    """Every paragraph of earlier texts, word by word: how much of a text stands in one of them, in stretches of four words."""

    LONG = 4
    MANY = 5

    def __init__(self, rows: Sequence[str], asked: Sequence[str]) -> None:
        self._letters: dict[str, str] = {}
        due = {gram for one in asked for gram in self._grams(self.words(one))}
        self._holders: dict[str, list[int]] = {}
        self._rows = [self.words(row) for row in rows]
        self._cited = [found for row in rows if len(found := cited(row)) > 1]
        for at, row in enumerate(self._rows):
            for gram in set(self._grams(row)):
                if gram in due:
                    self._holders.setdefault(gram, []).append(at)

    def words(self, text: str) -> str:
        """The words of a text, a letter each, so that one text is one string of them."""
        plain = text.lower().translate(str.maketrans("’‘‑‐–", "''---"))
        letters = self._letters
        return "".join(
            letters.setdefault(word, chr(0x100 + len(letters))) for word in re.findall(r"\w+(?:['-]\w+)*", plain)
        )

    def _grams(self, words: str) -> list[str]:
        return [words[at : at + self.LONG] for at in range(len(words) - self.LONG + 1)]

    def share(self, text: str) -> float:
        """The largest share of the words of ``text`` that one paragraph has; of a list of documents, of its members."""
        references = cited(text)
        if len(references) >= self.MANY:
            return max((len(references & row) for row in self._cited), default=0) / len(references)
        words = self.words(text)
        covered: dict[int, set[int]] = {}
        for at, gram in enumerate(self._grams(words)):
            for row in self._holders.get(gram, ()):
                covered.setdefault(row, set()).update(range(at, at + self.LONG))
        return max(map(len, covered.values()), default=0) / max(1, len(words))

    def likeness(self, text: str) -> float:
        """How near the nearest paragraph is, if it is near at all."""
        found = process.extractOne(self.words(text), self._rows, scorer=Indel.normalized_similarity, score_cutoff=0.5)
        return 0.0 if found is None else float(found[1])


def held_out(count: int, since: str = "2024-10-01") -> tuple[list[Text], list[str]]:
    """Texts adopted before a day, and paragraphs of texts adopted from then on."""
    chance = random.Random(41)
    earlier = [text for text in texts() if text.date and text.date < since[: len(text.date)]]
    later = [one.text for text in texts() if text.date >= since for one in text.passages if long_enough(one)]
    return earlier, chance.sample(later, min(count, len(later)))


def contained(by: Judge, rows: Sequence[str], asked: Sequence[str]) -> tuple[list[str], list[str], int]:
    """Against the oracle: what is called new though an earlier paragraph has 60 per cent of its words; the strangers that are
    not called new; and how many strangers there are.
    """
    oracle = Oracle(rows, asked)
    scopes = by.finder.everything()
    missed, wrong, strange = [], [], 0
    for one in asked:
        text = " ".join(one.split())
        verdict = judge(Paragraph("", text, ()), by, scopes)
        share = oracle.share(text)
        if share >= 0.6:
            if verdict.kind == "new":
                missed.append(f"{share:.2f}: {text}")
        elif oracle.likeness(text) < 0.55:
            strange += 1
            if verdict.kind != "new":
                wrong.append(f"{verdict.kind} {share:.2f}: {text}")
    return missed, wrong, strange


def page() -> list[str]:
    """The figures as a table in Markdown."""
    lines = ["| agreed language | measured, % | to reach, % |", "|---|---:|---:|"]
    with tempfile.TemporaryDirectory() as scratch:
        whole = build(Path(scratch) / "whole.sqlite", texts())
        finder = Finder((whole,))
        for share, due in SHARES:
            lines.append(
                f"| 500 paragraphs, {share:.0%} of the words changed: source first | {changed(finder, share):.1f} | {due:.0f} |"
            )
        lines.append(f"| {len(read_pairs())} pairs of successive years: source first | {paired(finder):.1f} | 98 |")
        whole.close()
        kept = [text for text in texts() if not text.symbol.startswith(OTHER_BODIES)]
        part = build(Path(scratch) / "part.sqlite", kept)
        unknown = strangers(Finder((part,)))
        share, wrong = called_new(judge_of(Finder((part,)), cards.lexicon()), unknown)
        lines.append(f"| {len(unknown)} paragraphs that are not in the corpus: called new | {share:.1f} | 99.5 |")
        part.close()
        earlier, asked = held_out(400)
        before = build(Path(scratch) / "before.sqlite", earlier)
        rows = [row[0] for row in before.ask("SELECT text FROM wording")]
        missed, strange, count = contained(judge_of(Finder((before,)), cards.lexicon()), rows, asked)
        lines.append(
            f"| {len(asked)} paragraphs of later texts, 60% of the words in one earlier paragraph: called new | {len(missed)} | 0 |"
        )
        lines.append(
            f"| {count} of them are strangers by the same oracle: called new | {100 * (1 - len(strange) / max(1, count)):.1f} | 99.5 |"
        )
        wrong += [*missed, *strange]
        before.close()
    if "--wrong" in sys.argv:
        lines += ["", *wrong]
    return lines


def main() -> None:
    """Print the figures, or make the list of pairs."""
    if "--pairs" not in sys.argv:
        print("\n".join(page()))
        return
    with PAIRS.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["later", "number", "earlier", "earlier_number", "similarity"])
        for pair in make_pairs():
            out.writerow([pair.later, pair.number, pair.earlier, pair.earlier_number, pair.similarity])


if __name__ == "__main__":
    main()

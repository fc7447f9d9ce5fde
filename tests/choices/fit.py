"""Fits the weights of ``choices.bin`` on the development corpus, and sets the limits of ``choice-limits.csv`` on a part left out.

Needs numpy and numba. Every small word of every paragraph (each paragraph once) is an example, every word of ``choices.csv``,
and a part of the places where nothing stands between two words. Texts are dealt into six parts by their names; five serve the
fit, the limits are set on the sixth: a warning must be clearer than anything there, infos are told so often as ``RATES`` says.
``--limits`` sets these alone; ``--keep FOLDER`` reads the corpus as it was read the last time.
"""

import argparse
import csv
import itertools
import os
import re
import sys
from array import array
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from resolint.attested.words import row
from resolint.cards import lexicon
from resolint.checks.grm.choices import (
    BITS,
    MAGIC,
    SMALL,
    STEP,
    ZERO,
    Neighbours,
    Views,
    choice,
    classed,
    features,
    grouped,
    packed,
)  # fmt: skip
from resolint.checks.grm.choosing import proofs
from resolint.checks.grm.doubts import tokens_of
from resolint.checks.shared.counted import counts_of
from tests.attest.corpus import PARTS, part_of, texts
from tests.choices import kernel
from tests.choices.pairs import sets, write

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "rules" / "data" / "en"
LABEL = re.compile(r"^\s*(?:\(?[a-z0-9ivx]{1,4}[.)]|\d+\.\d+|[—–-])\s+")
LEFT_OUT = PARTS - 1
SHORTEST = 40
"""Shorter paragraphs are headings and fragments."""
ROUNDS, RATE, SEED, LEAST, DRAWN, HIDDEN = 2, 0.15, 1, 4, 7, 0.25
"""A feature must occur ``LEAST`` times; ``DRAWN`` other words are held against a small one; a word itself is hidden so often."""
EMPTY = 0.3
"""The share of the places with nothing that serve."""
CLOSED = len(SMALL)
WIDEST = CLOSED + 30
RATES = {
    ("p", "p"): 0.12, ("p", ""): 0.06, ("", "p"): 0.05, ("a", ""): 0.015, ("", "a"): 0.015, ("a", "a"): 0.003,
    ("", "o"): 0.03, ("o", "o"): 0.05, ("o", ""): 0.015, ("p", "o"): 0.01, ("o", "p"): 0.006, ("p", "a"): 0.003,
    ("a", "p"): 0.003, ("a", "o"): 0.003, ("o", "a"): 0.005, ("p", "w"): 0.003, ("a", "w"): 0.001, ("o", "w"): 0.003,
    ("w", "w"): 0.06, ("w", "p"): 0.003, ("w", "a"): 0.001, ("w", "o"): 0.003,
}  # fmt: skip
"""Infos per 1,000 words, by the group of what is written and of what fits: nothing, prepositions, articles, other small words, words."""
SHARES = {"3": 0.55, "2": 0.35, "1": 0.1}
"""How these are shared out, by what is counted of what fits (``choosing.proofs``)."""
EACH = 0.008
"""No word is told of oftener than this without being clearer than its group asks."""
BEYOND, RARELY = 0.5, 0.001
"""A warning must exceed the highest score among the texts left out by so much, and what this rate of infos asks of its group."""
LOWEST, LEAST_INFO, LEAST_WARNING = 2.0, 3.5, 9.0
SURE = {("p", "p"), ("p", ""), ("", "p"), ("w", "w"), ("a", ""), ("o", "o"), ("o", "")}
"""Of these alone there are warnings."""
NEVER = 99.0
FITS = -25
"""As in the library: what fits so well is not doubted."""


class Corpus:
    """The words of the corpus in columns, by place."""

    def __init__(self, folder: Path, kept: Path | None) -> None:
        if kept is None or not (kept / "read.npz").exists():
            self._read(folder)
            if kept is not None:
                np.savez(kept / "read.npz", ids=self.ids, parts=self.parts)
                (kept / "words").write_bytes(b"\n".join(self.words))
        else:
            with np.load(kept / "read.npz") as read:
                self.ids, self.parts = read["ids"], read["parts"]
            self.words = (kept / "words").read_bytes().split(b"\n")
        self.plain = [word.decode().strip() for word in self.words]
        self.ends = np.array([word in ("<s>", "</s>") for word in self.plain])[self.ids]

    def _read(self, folder: Path) -> None:
        known: dict[bytes, int] = {}
        ids, parts, seen = array("i"), array("b"), set()
        for text in texts(folder):
            part = part_of(text.name)
            for paragraph in text.paragraphs:
                if len(paragraph) < SHORTEST or paragraph in seen:
                    continue
                seen.add(paragraph)
                words = row(LABEL.sub("", paragraph)).words
                before = b""
                for word in (words[0], words[0], *words, words[-1], words[-1]):
                    lower = before in (b"<s> ", b". ") and word[:1].isupper()
                    ids.append(known.setdefault(word.lower() if lower else word, len(known)))
                    before = word
                parts.extend([part] * (len(words) + 4))
        self.ids, self.parts = np.frombuffer(ids, np.int32), np.frombuffer(parts, np.int8)
        self.words = list(known)

    def counts(self) -> tuple[Counter[str], Counter[str]]:
        """How often each word is written in small letters, and with capitals."""
        small, capitals = Counter[str](), Counter[str]()
        for word, count in zip(self.plain, np.bincount(self.ids, minlength=len(self.words)).tolist(), strict=True):
            if word.isalpha() and word.isascii():
                (small if word.islower() else capitals)[word.lower()] += count
        return small, capitals

    def columns(self, views: Views) -> tuple[np.ndarray, ...]:
        """Words, classes, lemmas, heads and verbs by place."""
        found = [views[word] for word in self.words]
        word, tag, lemma = (
            np.array([getattr(one, name) for one in found], np.uint64) for name in ("word", "tag", "lemma")
        )
        head, verb = np.empty(len(self.ids), np.uint64), np.empty(len(self.ids), np.uint64)
        bounds = [
            *np.flatnonzero(self.ends[:-2] & self.ends[1:-1] & self.ends[2:] & self._begins()[:-2]),
            len(self.ids),
        ]
        for first, last in itertools.pairwise(bounds):
            beside = Neighbours([self.words[one] for one in self.ids[first + 2 : last - 2]], views)
            head[first:last], verb[first:last] = beside.heads, beside.verbs
        return word[self.ids], tag[self.ids], lemma[self.ids], head, verb

    def _begins(self) -> np.ndarray:
        return np.array([word == "<s>" for word in self.plain])[self.ids]

    def places(self, choices: np.ndarray, among: list[int], empty: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The words on either side of every place in these parts, and what stands there."""
        inside = np.isin(self.parts, among)
        words = np.flatnonzero(inside & (choices[self.ids] > 0))
        gaps = np.flatnonzero(inside & ~self.ends & ~np.roll(self.ends, -1))
        if empty < 1:
            gaps = gaps[np.random.default_rng(SEED).random(len(gaps)) < empty]
        right = np.concatenate([choices[self.ids[words]], np.zeros(len(gaps), np.int64)])
        return np.concatenate([words - 1, gaps]), np.concatenate([words + 1, gaps + 1]), right


class Choices:
    """All choices in columns: the small words first, then the words of the table with those that each is taken for."""

    def __init__(self, table: dict[str, list[str]], views: Views) -> None:
        self.names = [*SMALL, *(word for word in table if word not in SMALL)]
        place = {name: at for at, name in enumerate(self.names)}
        lists = [[place[one] for one in table.get(name, ()) if one in place] for name in self.names]
        for at in range(CLOSED, len(lists)):
            for one in lists[at]:
                if one < CLOSED and at not in lists[one]:
                    lists[one].append(at)
        self.place = {**place, "an": place["a"]}
        self.small = np.arange(len(self.names)) < CLOSED
        self.numbers = np.array([choice(name) for name in self.names], np.uint64)
        self.tags = np.array([classed(views[f"{name} ".encode()].tag) for name in self.names], np.uint64)
        self.sizes = np.array([len(one) for one in lists], np.int64)
        self.starts = np.cumsum(np.concatenate([[0], self.sizes[:-1]]))
        self.others = np.array([one for found in lists for one in found], np.int64)
        self.lists = lists

    def of(self, corpus: Corpus) -> np.ndarray:
        """The choice that each word of the corpus is, -1 for none. Words with capitals are none, save small ones."""
        found = [self.place.get(word.lower(), -1) if word else -1 for word in corpus.plain]
        return np.array([
            one if word.islower() or (0 < one < CLOSED and len(word) > 1 and not word.isupper()) else -1
            for one, word in zip(found, corpus.plain, strict=True)
        ])  # fmt: skip

    @property
    def table(self) -> tuple[np.ndarray, ...]:
        """What the loops need."""
        return self.numbers, self.tags, self.starts, self.sizes, self.others, self.small


def fitted(columns: tuple[np.ndarray, ...], places: tuple[np.ndarray, ...], choices: Choices) -> np.ndarray:
    """The weights: fitted freely, then cut down to those that tell most, of each place in the file one, and these once more."""
    lefts, rights, right = places
    counts = np.zeros(kernel.SEEN, np.uint8)
    kernel.counted(columns, lefts, rights, counts)
    often = np.bincount(right, minlength=CLOSED)[:CLOSED] ** 0.75
    common = np.cumsum(often / often.sum())
    weights, sums = np.zeros(kernel.WEIGHTS, np.float32), np.ones(kernel.WEIGHTS, np.float32)
    kept = np.zeros(0, np.bool_)
    for turn in range(ROUNDS + 1):
        if turn == ROUNDS:
            worth = np.abs(weights) * np.sqrt(sums - 1)
            best = worth.reshape(1 << BITS, -1).argmax(axis=1)
            kept = np.zeros(kernel.WEIGHTS, np.bool_)
            kept[(np.arange(1 << BITS) << kernel.WEIGHTS.bit_length() - 1 - BITS) + best] = True
            kept &= worth > 0
            weights[~kept] = 0
        order = np.random.default_rng(SEED + turn).permutation(len(right))
        rate = RATE * (1 - 0.6 * turn / ROUNDS)
        loss = kernel.learnt(
            columns, lefts, rights, right, order, *choices.table, common, counts, LEAST, weights, sums, kept, rate,
            DRAWN, HIDDEN, SEED + turn,
        )  # fmt: skip
        print(f"round {turn + 1}: {loss:.4f} nats", flush=True)
    return np.clip(np.rint(weights / STEP), -127, 127).astype(np.int16)


def unpacked(data: bytes) -> np.ndarray:
    """The weights in the bytes of the file, by their 26 bits."""
    entries = np.frombuffer(data[len(MAGIC) :], "<u2").astype(np.int64)
    weights = np.zeros(kernel.WEIGHTS, np.int16)
    filled = entries >> 8 < 64
    places = (np.arange(len(entries)) << 6) + (entries >> 8)
    weights[places[filled]] = (entries[filled] & 0xFF) - ZERO
    return weights


def asked(corpus: Corpus, places: tuple[np.ndarray, ...]) -> tuple[np.ndarray, ...]:
    """The places of which the library asks at all: no three words around them are counted in adopted texts."""
    counts = counts_of(lexicon())
    assert counts is not None
    words, ids, letters = corpus.words, corpus.ids, np.array([word[:1].isalnum() for word in corpus.words])
    seen: dict[tuple[int, int, int], int] = {}

    def counted(at: int) -> int:
        key = int(ids[at - 1]), int(ids[at]), int(ids[at + 1])
        if key not in seen:
            seen[key] = counts.peek(b"".join(words[one] for one in key))
        return seen[key]

    lefts, rights, right = places
    chosen = [
        place
        for place, (left, behind) in enumerate(zip(lefts.tolist(), rights.tolist(), strict=True))
        if (
            not counted(left + 1)
            if behind - left > 1
            else letters[ids[left]] and letters[ids[behind]] and not counted(left) and not counted(behind)
        )
    ]
    return lefts[chosen], rights[chosen], right[chosen]


Key = tuple[str, str, str]


def doubts(corpus: Corpus, columns: tuple[np.ndarray, ...], places: tuple[np.ndarray, ...], choices: Choices, weights: np.ndarray, table: dict[str, list[str]]) -> dict[Key, list[tuple[float, str]]]:  # fmt: skip
    """How much better something else fits than what stands there, by both groups and the proof, with the word that is judged."""
    found: dict[Key, list[tuple[float, str]]] = defaultdict(list)
    counts = counts_of(lexicon())
    assert counts is not None
    written = [f"{name} ".encode() if name else b"" for name in choices.names]
    lefts, rights, right = places
    for start in range(0, len(right), 50_000):
        part = slice(start, start + 50_000)
        own = right[part]
        out = np.full((len(own), WIDEST), -30_000, np.int16)
        kernel.judged(columns, lefts[part], rights[part], own, *choices.table, CLOSED, weights, out)
        stands = out[np.arange(len(own)), np.where(own < CLOSED, own, 0)]
        better = (out - stands[:, None]) * STEP
        better[stands > FITS] = 0
        for at, turn in zip(*np.nonzero(better > LOWEST), strict=True):
            one = int(own[at])
            first = CLOSED if one < CLOSED else 1
            other = choices.lists[one][turn - first] if turn >= first else int(turn)
            told = choices.names[one], choices.names[other]
            if other >= CLOSED > one and told[1] not in table.get(told[0], ()):
                continue
            first, last = int(lefts[part][at]), int(rights[part][at])
            words = [corpus.words[place] for place in corpus.ids[first - 1 : last + 2]]
            for new, proof in proofs(words, 2, last - first + 1, (written[other],) if other else (), counts):
                if (other == 0) == (not new):
                    found[grouped(told[0]), grouped(told[1]), proof].append(
                        (float(better[at, turn]), told[0] or told[1])
                    )
        counts.forget()
    return found


def limits(found: dict[Key, list[tuple[float, str]]], size: int) -> list[tuple[str, str, str, str, float, float]]:
    """The rows of the table: groups of what is found and of what fits, proof, word (empty for all), limits of warnings and infos."""
    rows = []
    for pair, rate in RATES.items():
        for proof, portion in SHARES.items():
            key = (*pair, proof)
            scores = sorted(found.get(key, ()), reverse=True)
            by_word: dict[str, list[float]] = defaultdict(list)
            for score, word in scores:
                by_word[word].append(score)

            def at(allowed: float, scores: list[float]) -> float:
                number = int(allowed * size / 1000)
                return scores[number] if number < len(scores) else LOWEST

            every = [score for score, _ in scores]
            share = rate * portion
            told = max(at(share, every), LEAST_INFO)
            sure = max(at(min(RARELY, share / 2), every), LEAST_WARNING) if pair in SURE else NEVER
            alone = {word: at(EACH, own) for word, own in by_word.items()}
            for word, own in by_word.items():
                if own[0] + BEYOND > sure or alone[word] > told:
                    rows.append((*key, word, round(max(sure, own[0] + BEYOND), 2), round(max(alone[word], told), 2)))
            rows.append((*key, "", round(sure, 2), round(told, 2)))
            infos = sum(max(alone[word], told) < one for one, word in scores)
            print(f"{key}: warning {sure:.1f}, info {told:.1f}, {infos} infos of {len(scores)}", flush=True)
    return sorted(rows)


def same(columns: tuple[np.ndarray, ...], corpus: Corpus, views: Views) -> None:
    """Raise where the loops and the library see other features in the first paragraph."""
    last = int(np.flatnonzero(corpus._begins()[3:])[0]) + 3
    beside = Neighbours([corpus.words[one] for one in corpus.ids[2 : last - 2]], views)
    f = np.empty(kernel.FEATURES, np.uint64)
    for left in range(2, last - 5):
        kernel.features.py_func(*columns, left, left + 1, f)
        ours = [one & 0xFFFFFFFF for one in features(beside, left - 2, left - 1)]
        assert ours == [int(one) & 0xFFFFFFFF for one in f], left


def main() -> None:
    """Fit, and write the files."""
    options = argparse.ArgumentParser(prog="python -m tests.choices.fit", description=__doc__)
    options.add_argument("--limits", action="store_true", help="keep the weights, set the limits alone")
    options.add_argument("--keep", type=Path, help="a folder for the corpus in columns")
    chosen = options.parse_args()
    folder = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    if not (folder / "fixtures").is_dir():
        sys.exit("the real files are not here: set RESOLINT_FIXTURES to the folder that holds fixtures/")
    corpus = Corpus(folder, chosen.keep)
    views = Views(tokens_of(lexicon()))
    if chosen.limits:
        with (DATA / "choices.csv").open(encoding="utf-8", newline="") as lines:
            table = {line["word"]: line["others"].split() for line in csv.DictReader(lines)}
    else:
        table = sets(*corpus.counts(), DATA / "confusable-words.csv")
        write(table, DATA / "choices.csv")
    columns = corpus.columns(views)
    same(columns, corpus, views)
    choices = Choices(table, views)
    which = choices.of(corpus)
    if chosen.limits:
        weights = unpacked((DATA / "choices.bin").read_bytes())
    else:
        places = corpus.places(which, [part for part in range(PARTS) if part != LEFT_OUT], EMPTY)
        print(f"{len(table)} words, {len(places[2])} examples", flush=True)
        weights = fitted(columns, places, choices)
        filled = np.flatnonzero(weights)
        (DATA / "choices.bin").write_bytes(packed(dict(zip(filled.tolist(), weights[filled].tolist(), strict=True))))
    out = asked(corpus, corpus.places(which, [LEFT_OUT], 1.0))
    size = int(((corpus.parts == LEFT_OUT) & ~corpus.ends).sum())
    with (DATA / "choice-limits.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("found", "fits", "proof", "word", "warning", "info"))
        writer.writerows(limits(doubts(corpus, columns, out, choices, weights, table), size))


if __name__ == "__main__":
    main()

"""Agreed language against an oracle that looks at every paragraph, on real texts that come after those of the corpus."""

import random
from pathlib import Path

import pytest

from resolint import cards
from resolint.corpus import Finder
from resolint.corpus.sqlite import MEMORY, SqliteCorpus
from resolint.pipeline.agreeing import judge_of
from tests.accuracy.agreed import contained, held_out
from tests.support.words import LEXICON


@pytest.mark.deep
def test_no_reused_paragraph_is_called_new_and_strangers_are(real: Path) -> None:
    assert real.is_dir()
    earlier, asked = held_out(150)
    corpus = SqliteCorpus(MEMORY, LEXICON, write=True)
    corpus.add("earlier", "1", [text for text in earlier if text.date >= "2015"])
    rows = [row[0] for row in corpus.ask("SELECT text FROM wording")]
    missed, wrong, strange = contained(judge_of(Finder((corpus,)), cards.lexicon()), rows, asked)
    assert not missed
    assert strange > 20 and len(wrong) <= 0.005 * strange


def test_no_clause_lifted_from_an_invented_corpus_is_called_new() -> None:
    chance = random.Random(7)
    stock = [
        "wells",
        "ferries",
        "lanterns",
        "keepers",
        "harbours",
        "bread",
        "gardens",
        "walls",
        "care",
        "cost",
        "light",
        "tools",
        "schools",
        "bridges",
        "roads",
        "signs",
        "of",
        "the",
        "and",
        "to",
        "in",
        "for",
        "with",
        "by",
        "on",
        "its",
        "their",
        "all",
        "old",
        "new",
        "common",
        "shared",
    ]
    rows = [" ".join(chance.choices(stock, k=chance.randint(12, 60))) for _ in range(400)]
    from tests.corpus.texts import text

    corpus = SqliteCorpus(MEMORY, LEXICON, write=True)
    corpus.add("one", "1", [text(f"A/RES/70/{at}", row) for at, row in enumerate(rows)])
    asked = []
    for row in chance.sample(rows, 120):
        words = row.split()
        long = chance.randint(8, len(words))
        start = chance.randint(0, len(words) - long)
        lifted = words[start : start + long]
        lifted[:0] = chance.choices(stock, k=chance.randint(0, long // 3))
        asked.append(" ".join(lifted))
    missed, wrong, _ = contained(judge_of(Finder((corpus,)), cards.lexicon()), rows, asked)
    assert not missed and not wrong

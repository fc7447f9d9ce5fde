from collections.abc import Iterator
from pathlib import Path

import pytest

from resolint import cards
from resolint.corpus import Finder, Judge
from resolint.corpus.sqlite import MEMORY, SqliteCorpus
from resolint.pipeline.agreeing import judge_of
from tests.corpus.texts import ADOPTED
from tests.support.words import LEXICON


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[SqliteCorpus]:
    """A file with the invented texts, open for writing."""
    opened = SqliteCorpus(tmp_path / "corpus.sqlite", LEXICON, write=True)
    opened.add("adopted.jsonl", "1", ADOPTED)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def judge() -> Judge:
    """A judge over the invented texts, in memory."""
    opened = SqliteCorpus(MEMORY, LEXICON, write=True)
    opened.add("adopted.jsonl", "1", ADOPTED)
    return judge_of(Finder((opened,)), cards.lexicon())

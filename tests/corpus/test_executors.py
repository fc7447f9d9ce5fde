"""Bulk reading takes any executor of concurrent.futures."""

from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from resolint.cli.filling import Filled, fill, find_texts
from resolint.corpus.sqlite import MEMORY, SqliteCorpus
from tests.support.words import LEXICON


def filled(root: Path, executor: Executor | None) -> tuple[Filled, list[str]]:
    corpus = SqliteCorpus(MEMORY, LEXICON, write=True)
    done = fill(corpus, find_texts([str(root / "samples" / "adopted")]), executor=executor)
    return done, [entry.symbol for entry in corpus.entries()]


def test_threads_and_processes_give_the_same(root: Path) -> None:
    alone = filled(root, None)
    assert alone[0].added.new == 4 and not alone[0].unreadable
    with ThreadPoolExecutor(2) as threads:
        assert filled(root, threads) == alone
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        assert filled(root, processes) == alone


def test_dask_gives_the_same(root: Path) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.Client(processes=False, n_workers=1, threads_per_worker=2, dashboard_address=None) as client:
        assert filled(root, client.get_executor()) == filled(root, None)

"""The same work over many files: in order, and in several processes where that pays."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, TypeVar

from resolint.cli import collect_rarely

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["MANY", "default_jobs", "each"]

_T = TypeVar("_T")

MANY = 20
"""From this number of files on, starting processes costs less than it saves."""
_PORTION = 50
"""So many files at most are given to a process at once."""
_MOST_ON_WINDOWS = 61
"""More processes than this cannot be waited for there (``concurrent.futures``)."""


def default_jobs(files: int) -> int:
    """How many processes to use for so many files: one for few, else one for each core there is for us."""
    if files < MANY:
        return 1
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:
        cores = os.cpu_count() or 1
    return max(1, min(cores, files // 4))


def each(
    paths: Sequence[str], work: Callable[[str], _T], jobs: int | None = None, executor: Executor | None = None
) -> Iterator[_T]:
    """What ``work`` makes of each path, in their order, each as soon as it is there.

    ``jobs`` is the number of processes, by default what fits the number of files; any ``executor`` of concurrent.futures
    may do the work instead. ``work`` travels to every process once, with what it keeps for all paths.
    """
    jobs = default_jobs(len(paths)) if jobs is None else min(jobs, len(paths))
    if sys.platform == "win32":
        jobs = min(jobs, _MOST_ON_WINDOWS)
    if executor is None and jobs <= 1:
        yield from map(work, paths)
        return
    import pickle

    portion = max(1, min(_PORTION, len(paths) // (8 * max(1, jobs))))
    there = partial(_done, pickle.dumps(work))
    if executor is not None:
        yield from executor.map(there, paths, chunksize=portion)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin) as pool:
        try:
            yield from pool.map(there, paths, chunksize=portion)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _begin() -> None:
    """Make a process ready to work on drafts.

    Ctrl-C reaches every process of the terminal; only the one that the user started has to say anything.
    """
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_rarely()


@lru_cache(maxsize=1)
def _work(packed: bytes) -> Callable[[str], Any]:
    """The work that came to this process, with the session that it makes there: one for all portions of a run."""
    import pickle

    work: Callable[[str], Any] = pickle.loads(packed)
    return work


def _done(packed: bytes, path: str) -> Any:
    return _work(packed)(path)

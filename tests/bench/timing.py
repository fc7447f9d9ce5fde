"""Honest timing: the two sides take turns, the medians are compared."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    """Median seconds of ours and of the peer, and the median of the ratios run by run."""

    ours: float
    peer: float
    ratio: float


def seconds(action: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    action()
    return time.process_time() - start


def wall_seconds(action: Callable[[], object]) -> float:
    """Wall seconds of one call, what it waits for included."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def pair(
    ours: Callable[[], object],
    peer: Callable[[], object],
    runs: int = 9,
    clock: Callable[[Callable[[], object]], float] = seconds,
) -> Pair:
    """Two functions in turn, after one uncounted call of each."""
    ours(), peer()
    rows = [(clock(ours), clock(peer)) for _ in range(runs)]
    return Pair(
        statistics.median(row[0] for row in rows),
        statistics.median(row[1] for row in rows),
        statistics.median(a / b for a, b in rows),
    )


def process(command: list[str], *, wall: bool = True) -> float:
    """Seconds of one whole process, on the wall or of computing; its exit code does not matter, its failure to start does."""
    # Like an installed program, both sides keep their compiled modules between runs.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter() if wall else _computed()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=env)
    return (time.perf_counter() if wall else _computed()) - start


def _computed() -> float:
    """CPU seconds of all processes that were started here and have ended."""
    import resource  # POSIX alone has it

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def pair_processes(ours: list[str], peer: list[str], runs: int = 9, *, wall: bool = True) -> Pair:
    """Two commands in turn, each a cold process, after one uncounted run of each."""
    process(ours), process(peer)
    rows = [(process(ours, wall=wall), process(peer, wall=wall)) for _ in range(runs)]
    return Pair(
        statistics.median(row[0] for row in rows),
        statistics.median(row[1] for row in rows),
        statistics.median(a / b for a, b in rows),
    )

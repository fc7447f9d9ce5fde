"""What runs away is given up: what is linear takes a small part of the seconds that are given, what is not longer than the world will last."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Gives up on what takes so many seconds of the processor, where the system can; elsewhere the limit of the test run has to do."""
    if not hasattr(signal, "SIGPROF"):
        yield
        return

    def give_up(*_: object) -> None:
        raise TimeoutError("it does not come to an end")

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)

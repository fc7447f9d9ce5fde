"""Work for many processes: several on this machine, or the workers of a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from resolint.errors import BadConfiguration

__all__ = ["pool", "scheduler", "workers"]

_Command = TypeVar("_Command", bound=Callable[..., Any])
_PATIENCE = 10
"""Seconds to wait for a scheduler."""
_RETRIES = 3
"""So often a file is given to another worker when one is lost."""


def scheduler(command: _Command) -> _Command:
    """``--scheduler``."""
    option: Callable[[_Command], _Command] = click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Have the files read by a Dask cluster (tcp://host:8786), which finds them by the same names; needs resolint[dask].",
    )
    return option(command)


@contextmanager
def pool(jobs: int, address: str | None) -> Iterator[Any]:
    """What reads the files: this process, several on this machine, or the workers of a Dask cluster."""
    if address is not None:
        with workers(address) as executor:
            yield executor
        return
    if jobs == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield pool


@contextmanager
def workers(address: str) -> Iterator[Any]:
    """The workers of the Dask cluster whose scheduler listens at ``address``. They read the files by the same names as here."""
    try:
        import distributed
    except ImportError:
        raise BadConfiguration("--scheduler needs Dask: pip install distributed") from None
    connect: Any = distributed.Client
    try:
        client = connect(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        words = " ".join(str(error).split())
        raise BadConfiguration(f"--scheduler {address}: no Dask scheduler answers there ({words})") from None
    try:
        yield client.get_executor(pure=False, retries=_RETRIES)
    finally:
        client.close()

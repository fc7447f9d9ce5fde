"""What is too much for every run: the suite takes a fixed share of it, the deep set all."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import pytest
from _pytest.mark import ParameterSet

T = TypeVar("T")


def shares(one_in: int) -> pytest.MarkDecorator:
    """Runs a test twice, by its parameter ``one_in``: on one thing in so many with every run, on everything in the deep set."""
    return pytest.mark.parametrize(
        "one_in", [pytest.param(one_in, id=f"1-in-{one_in}"), pytest.param(1, id="all", marks=pytest.mark.deep)]
    )


def share(things: Sequence[T], one_in: int) -> list[T]:
    """Every so manieth of ``things``; it is the same in every run, so a failure can be found again."""
    return list(things[::one_in])


def sizes(name: str, usual: int, deep: int) -> pytest.MarkDecorator:
    """Runs a test twice, by its parameter ``name``: on something small with every run, on something large in the deep set."""
    return pytest.mark.parametrize(name, [pytest.param(usual), pytest.param(deep, marks=pytest.mark.deep)])


def mostly_deep(values: Iterable[object], one_in: int) -> list[ParameterSet]:
    """The values of a parameter: every so manieth is tried with every run, the others in the deep set."""
    return [pytest.param(value, marks=pytest.mark.deep if at % one_in else ()) for at, value in enumerate(values)]

"""Many rows, one test: each row is tried, and all that fail are told together."""

import functools
import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest


def try_each(table: Sequence[object], call: Callable[[Any], None], name: Callable[[Any], str] = repr) -> None:
    """Calls ``call`` with every row of ``table``, and raises together what it raised, each with the ``name`` of its row.

    A row that skips lets the others be tried, and the test counts as skipped where none of them fails.
    """
    assert table, "no rows, no test"
    faults: list[BaseException] = []
    skipped: BaseException | None = None
    for row in table:
        try:
            call(row)
        except (Exception, pytest.fail.Exception) as fault:
            fault.add_note(f"in the row {name(row)}")
            faults.append(fault)
        except pytest.skip.Exception as reason:
            skipped = reason
    if faults:
        raise BaseExceptionGroup(f"{len(faults)} of {len(table)} rows fail", faults)
    if skipped is not None:
        raise skipped


def each(names: str | Sequence[str], values: Iterable[object], *, ids: object = None) -> Callable[..., Any]:
    """Tries a test with every row of ``values``, as ``pytest.mark.parametrize`` does, in one test in place of one per row.

    For rows that take a few milliseconds: to collect, send and report a test costs as much. All rows have the same
    fixtures, so a test that writes or patches stays with parametrize. ``ids`` names rows in what is told: a function of
    one value, or a name for each row.
    """
    wanted = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    table = [(row,) if len(wanted) == 1 else tuple(row) for row in values]  # type: ignore[call-overload]

    def called(row: tuple[object, ...]) -> str:
        if isinstance(ids, Sequence):
            return str(ids[table.index(row)])
        return ", ".join(str(ids(value)) if callable(ids) else repr(value) for value in row)

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        signature = inspect.signature(test)

        @functools.wraps(test)
        def all_rows(**fixtures: object) -> None:
            try_each(table, lambda row: test(**fixtures, **dict(zip(wanted, row, strict=True))), called)

        left = [one for one in signature.parameters.values() if one.name not in wanted]
        all_rows.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return all_rows

    return decorate

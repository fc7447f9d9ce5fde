"""The best assignment: each left to at most one right, the largest total weight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

_LARGEST = 60
"""Up to so many on a side the best assignment is computed; beyond that the heaviest pairs are taken first."""


def assign(weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """The pairs of largest total weight, each index at most once on its side. Independent groups are solved alone."""
    found: dict[int, int] = {}
    for group in _groups(weights):
        left, right = sorted({i for i, _ in group}), sorted({j for _, j in group})
        if len(left) == 1 or len(right) == 1 or max(len(left), len(right)) > _LARGEST:
            found.update(_greedy(group, weights))
        else:
            found.update(_best(left, right, weights))
    return found


def _groups(weights: Mapping[tuple[int, int], float]) -> Iterator[list[tuple[int, int]]]:
    rows: dict[int, list[int]] = defaultdict(list)
    columns: dict[int, list[int]] = defaultdict(list)
    for i, j in sorted(weights):
        rows[i].append(j)
        columns[j].append(i)
    seen: set[int] = set()
    for start in rows:
        if start in seen:
            continue
        seen.add(start)
        waiting, group = [start], []
        while waiting:
            i = waiting.pop()
            for j in rows[i]:
                group.append((i, j))
                for other in columns[j]:
                    if other not in seen:
                        seen.add(other)
                        waiting.append(other)
        yield group


def _greedy(pairs: Sequence[tuple[int, int]], weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    found: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in sorted(pairs, key=lambda pair: (-weights[pair], pair)):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _best(left: Sequence[int], right: Sequence[int], weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """The Hungarian method by shortest augmenting paths, on the square of costs filled up with zeros."""
    size = max(len(left), len(right))
    cost = [
        [-weights.get((i, j), 0.0) for j in (*right, *[-1] * (size - len(right)))]
        for i in (*left, *[-1] * (size - len(left)))
    ]
    rows, columns, owner = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        _augment(row, cost, rows, columns, owner)
    found = {}
    for column in range(1, size + 1):
        row = owner[column]
        if row <= len(left) and column <= len(right) and (left[row - 1], right[column - 1]) in weights:
            found[left[row - 1]] = right[column - 1]
    return found


def _augment(
    row: int, cost: Sequence[Sequence[float]], rows: list[float], columns: list[float], owner: list[int]
) -> None:
    size = len(cost)
    owner[0], at = row, 0
    least, way, done = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
    while owner[at]:
        done[at] = True
        mine, delta, after = owner[at], float("inf"), 0
        for column in range(1, size + 1):
            if done[column]:
                continue
            value = cost[mine - 1][column - 1] - rows[mine] - columns[column]
            if value < least[column]:
                least[column], way[column] = value, at
            if least[column] < delta:
                delta, after = least[column], column
        for column in range(size + 1):
            if done[column]:
                rows[owner[column]] += delta
                columns[column] -= delta
            else:
                least[column] -= delta
        at = after
    while at:
        owner[at] = owner[way[at]]
        at = way[at]

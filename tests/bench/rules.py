"""What each rule costs: ``python -m tests.bench.rules [--drafts 40] [--rounds 5] [--most 60]``.

CPU time for 1,400 words in a process that has linted the same drafts before, rule by rule, the dearest first, with the sum so
far; what rules share (words, sentences, spelling, counts) and what is no rule (reading, looking) stand apart, above them. Of
several rounds the cheapest counts, row by row.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping, Sequence
from unittest import mock

from resolint import shared
from tests.bench.linting import WORDS, texts
from tests.support import verbs


def costs(drafts: Sequence[tuple[str, bytes]], rounds: int = 5) -> Mapping[str, float]:
    """Milliseconds for 1,400 words by row: the ids of rules, and the names of what is shared."""
    words = sum(len(data.split()) for _, data in drafts)
    linter = verbs.Linter()
    for name, data in drafts:
        linter.lint(data, name=name)
    taken = []
    # Wall time under the load of others would tell of the others.
    with mock.patch.object(shared, "perf_counter", time.thread_time):
        for _ in range(rounds):
            rows: dict[str, float] = {}
            for name, data in drafts:
                verbs.Linter(timings=rows).lint(data, name=name)
            taken.append(rows)
    return {row: min(rows.get(row, 0.0) for rows in taken) / words * WORDS * 1000 for row in taken[0]}


def table(found: Mapping[str, float], most: int) -> list[str]:
    """The lines to print: what is shared, then the ``most`` dearest rules, then what the others take together."""
    known = {card.id for card in verbs.session().cards()}
    ordered = sorted(found.items(), key=lambda row: (-row[1], row[0]))
    apart = [(row, cost) for row, cost in ordered if row not in known]
    rules = [(row, cost) for row, cost in ordered if row in known]
    lines = ["| 1,400 words | ms | so far | of all |", "|---|---:|---:|---:|"]
    total, so_far = sum(found.values()), 0.0
    for rows in (apart, rules[:most]):
        for row, cost in rows:
            so_far += cost
            lines.append(f"| {row} | {cost:.3f} | {so_far:.2f} | {so_far / total:.0%} |")
    rest = rules[most:]
    so_far += sum(cost for _, cost in rest)
    return [*lines, f"| {len(rest)} other rules | {sum(cost for _, cost in rest):.3f} | {so_far:.2f} | 100% |"]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.rules", description="What each rule costs.")
    parser.add_argument("--drafts", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--most", type=int, default=60)
    asked = parser.parse_args()
    print("\n".join(table(costs(texts(WORDS, asked.drafts), asked.rounds), asked.most)))


if __name__ == "__main__":
    main()

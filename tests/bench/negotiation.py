"""Compiling twelve copies of sixty paragraphs with proof, and carrying a text forward: ``python -m tests.bench.negotiation``."""

import random

from resolint.pipeline import Session, build, load
from resolint.pipeline.compiling import Copy, compile_copies
from resolint.pipeline.rolling import Given, roll
from tests.bench.timing import seconds
from tests.negotiation.delegations import base_rows, copy_of, text


def page() -> list[str]:
    """The figures as a table in Markdown."""
    session, chance = Session(), random.Random(60)
    rows = base_rows(60)
    made = [
        build(load(text(one).encode(), session, name="x.md"), session)
        for one in (rows, *(copy_of(rows, chance, 8) for _ in range(12)))
    ]
    copies = [Copy(f"Delegation {at}", data) for at, data in enumerate(made[1:], 1)]
    compiling = min(seconds(lambda: compile_copies(made[0], copies, session)) for _ in range(3))
    last = (
        '+++\nsymbol = "A/C.3/80/L.12"\nsession = "Eightieth session"\ndate = "27 October 2025"\n+++\n\n'
        + text(base_rows(60))
    ).encode()
    file = build(load(last, session, name="x.md"), session)
    rolling = min(seconds(lambda: roll(file, Given(82), session)) for _ in range(3))
    return [
        "| negotiation | measured | to reach |",
        "|---|---:|---:|",
        f"| `compile` of 12 copies of 60 paragraphs, 8 edits each, with proof | {compiling:.2f} s | ≤ 2 s |",
        f"| `roll` of a text of 60 paragraphs, with proof | {rolling:.2f} s | ≤ 0.5 s |",
    ]


if __name__ == "__main__":
    print("\n".join(page()))

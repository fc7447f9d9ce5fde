"""What these rules find of the faults of the blind set that no other rule finds on the spot: figures alone, no fault is shown."""

import argparse
import json
from pathlib import Path

from tests.accuracy.blind.score import planted
from tests.attest.corpus import FIGURES
from tests.attest.measure import FAMILY


def main() -> None:
    """Score the set, print the figure, and with ``--write`` keep it for ACCURACY.md."""
    options = argparse.ArgumentParser(prog="python -m tests.attest.blind", description=__doc__)
    options.add_argument("--fixtures", type=Path, required=True)
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    alone = missed = severe = 0
    for verdict in planted(chosen.fixtures, chosen.jobs):
        others = [rule for rule in verdict.rules if not rule.startswith(FAMILY)]
        if verdict.rank == "spot" and others:
            continue
        missed += 1
        if verdict.rank == "spot":
            alone += 1
            severe += verdict.severe
    print(f"{alone} of {missed} ({100 * alone / missed:.1f} %), {severe} with a warning")
    if chosen.write:
        kept = json.loads(FIGURES.read_text(encoding="utf-8"))
        FIGURES.write_text(json.dumps({**kept, "blind": [alone, missed, severe]}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Measures false alarms and recall; prints the sheet, or with ``--write`` puts it into ACCURACY.md."""

import argparse
import os
import time
from pathlib import Path

from tests.accuracy.tally import every, tally

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Run what the options ask for."""
    options = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    options.add_argument("--write", action="store_true", help="write ACCURACY.md")
    options.add_argument("--sample", type=int, default=1, metavar="N", help="take every N-th text of the corpus")
    options.add_argument("--list", metavar="WHAT", help="list the alarms of a severity or a rule instead")
    options.add_argument("--jobs", type=int, default=2, metavar="N")
    chosen = options.parse_args()
    folder = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    began = time.monotonic()
    results = list(tally(every(folder, chosen.sample), chosen.jobs))
    if chosen.list:
        for result in results:
            for alarm in result.alarms:
                if chosen.list in (alarm.severity, alarm.rule):
                    print(
                        f"{result.name}\t{alarm.rule}\t{alarm.where}\t{alarm.words}\t{alarm.message}\t{alarm.excerpt}"
                    )
        return
    print(time.monotonic() - began)


if __name__ == "__main__":
    main()

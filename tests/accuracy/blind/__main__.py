"""Scores resolint on the blind set and prints the page; ``RESOLINT_BLIND_SET=second`` (to ``tenth``) asks for a later one."""

import argparse
import os
import sys
from pathlib import Path

from tests.accuracy.blind.page import missed, page
from tests.accuracy.blind.score import clean_findings, planted, readings

ROOT = Path(__file__).resolve().parents[3]


def main() -> None:
    """Run what the options ask for."""
    options = argparse.ArgumentParser(prog="python -m tests.accuracy.blind", description=__doc__)
    options.add_argument("--missed", action="store_true", help="list the planted faults not found on the spot instead")
    options.add_argument("-o", "--output", type=Path, metavar="FILE", help="write the page to a file")
    options.add_argument("--jobs", type=int, default=2, metavar="N")
    chosen = options.parse_args()
    folder = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    if not (folder / "fixtures").is_dir():
        print("the real files are not here: faults in adopted texts are left out", file=sys.stderr)
    verdicts = planted(folder if (folder / "fixtures").is_dir() else None, chosen.jobs)
    text = "\n".join(missed(verdicts)) + "\n" if chosen.missed else page(verdicts, readings(), clean_findings())
    if chosen.output:
        chosen.output.write_text(text, encoding="utf-8", newline="\n")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()

"""Measures reading, rules and concordance in the other official languages; prints the part of ACCURACY.md, or writes it (``--write``)."""

import argparse
import sys

from tests.accuracy.tongues.page import page, put
from tests.accuracy.tongues.texts import ROOT, folder


def main() -> None:
    """Run what the options ask for."""
    options = argparse.ArgumentParser(prog="python -m tests.accuracy.tongues", description=__doc__)
    options.add_argument("--write", action="store_true", help="write the part of ACCURACY.md")
    options.add_argument("--step", type=int, default=1, metavar="N", help="take every N-th of the French texts")
    options.add_argument("--jobs", type=int, default=2, metavar="N")
    chosen = options.parse_args()
    if not (folder() / "fixtures" / "languages").is_dir():
        sys.exit("the texts are not here: set RESOLINT_FIXTURES to the folder that holds fixtures/languages")
    part = "\n".join(page(chosen.jobs, chosen.step))
    place = ROOT / "ACCURACY.md"
    if chosen.write:
        place.write_text(put(place.read_text(encoding="utf-8"), part), encoding="utf-8", newline="\n")
    else:
        print(part)


if __name__ == "__main__":
    main()

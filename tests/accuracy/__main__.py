"""Measures false alarms and recall; prints the sheet, or with ``--write`` puts it into ACCURACY.md.

How many adopted texts keep a rule is written into the table ``adopted-keeping``, which ``rules explain`` reads.
"""

import argparse
import datetime
import os
import sys
import time
from pathlib import Path

from tests.accuracy import agreed, alarms, peers, sheet
from tests.accuracy.bases import bases
from tests.accuracy.blind.page import summary
from tests.accuracy.blind.score import planted, readings
from tests.accuracy.recall import scores
from tests.accuracy.tally import Result, every, tally
from tests.accuracy.tongues.page import kept
from tests.attest import page as attested

ROOT = Path(__file__).resolve().parents[2]
KEEPING = ROOT / "rules" / "data" / "en" / "adopted-keeping.csv"


def main() -> None:
    """Run what the options ask for."""
    options = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    options.add_argument("--write", action="store_true", help="write ACCURACY.md")
    options.add_argument("--sample", type=int, default=1, metavar="N", help="take every N-th text of the corpus")
    options.add_argument("--bases", type=int, default=4, metavar="N", help="clean drafts to plant faults into")
    options.add_argument("--list", metavar="WHAT", help="list the alarms of a severity or a rule instead")
    options.add_argument("--keeping", action="store_true", help="write how many texts keep each rule, and no more")
    options.add_argument("--recall", metavar="RULES", help="measure the recall of these rules alone (A,B)")
    options.add_argument(
        "--node", type=Path, metavar="DIR", help="a folder where the Node linters are, or may be, installed"
    )
    options.add_argument("--jobs", type=int, default=2, metavar="N")
    chosen = options.parse_args()
    folder = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    if not (folder / "fixtures").is_dir():
        sys.exit("the real files are not here: set RESOLINT_FIXTURES to the folder that holds fixtures/ and seeds/")
    if chosen.recall:
        for score in scores(bases(folder, chosen.bases), chosen.recall.split(","), chosen.jobs):
            print(f"{score.rule}\t{score.found}/{score.planted}\t{'; '.join(score.missed[:5])}")
        return
    began = time.monotonic()
    texts = every(folder, chosen.sample)
    results = list(tally(texts, chosen.jobs))
    print(f"{len(texts)} texts linted in {time.monotonic() - began:.0f} s", file=sys.stderr)
    if chosen.keeping:
        KEEPING.write_text(sheet.keeping(results), encoding="utf-8", newline="\n")
        return
    if chosen.list:
        _list(results, chosen.list)
        return
    scored = scores(bases(folder, chosen.bases), jobs=chosen.jobs)
    print(f"faults planted and looked for after {time.monotonic() - began:.0f} s", file=sys.stderr)
    blind = summary(planted(folder, chosen.jobs), readings(), f"{datetime.date.today():%-d %B %Y}")
    print(f"the blind set scored after {time.monotonic() - began:.0f} s", file=sys.stderr)
    text = sheet.page(results, scored, blind, list(peers.rows(texts, results, chosen.node)), chosen.sample)
    text = text.rstrip("\n") + "\n\n## Agreed language\n\n" + "\n".join(agreed.page()) + "\n"
    text += "\n## Attested wordings\n\n" + "\n".join(attested.page()) + "\n"
    # What is measured by another command stays as it is.
    text += f"\n{kept((ROOT / 'ACCURACY.md').read_text(encoding='utf-8'))}\n"
    for rule, name in sheet.unexplained(results):
        print(f"not explained yet: {rule} on {name}", file=sys.stderr)
    if chosen.write:
        (ROOT / "ACCURACY.md").write_text(text, encoding="utf-8", newline="\n")
        alarms.TABLE.write_text(alarms.table(text), encoding="utf-8", newline="\n")
        KEEPING.write_text(sheet.keeping(results), encoding="utf-8", newline="\n")
    else:
        print(text)


def _list(results: list[Result], what: str) -> None:
    for result in results:
        for alarm in result.alarms:
            if what in (alarm.severity, alarm.rule):
                print("\t".join((result.name, alarm.rule, alarm.where, alarm.words, alarm.message, alarm.excerpt)))


if __name__ == "__main__":
    main()

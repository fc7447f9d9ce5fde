"""The section on attested wordings of ACCURACY.md, out of what was measured and judged last."""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.attest.corpus import FIGURES

JUDGED = Path(__file__).parent / "judged.csv"
"""Warnings in adopted texts left out of the counts: text, rule, severity, what a reader made of each, and whether it is still
told as one ("yes")."""
VERDICTS = {
    "slip": "a slip of the adopted text",
    "departure": "departs from the usual form; an editor would look",
    "false": "right as it stands",
}


def page() -> Iterator[str]:
    """The lines of the section."""
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    recall = figures["recall"]
    yield (
        "Measured on texts that were left out of the counts: the corpus is dealt into six parts, and each is judged by counts of the "
        "other five. Two parts serve the fit of the weights, two the thresholds, and these two the measure. Random slips are "
        "planted one at a time in paragraphs of any kind; one is found if something is told at its place. Other rules are not asked."
    )
    yield ""
    warnings, told = recall["alarms"]
    yield (
        f"On the same texts without a slip, other rules not asked: {warnings:.3f} warnings, and {told:.3f} warnings and infos, for 1,000 words "
        "(to reach: 40 % of the first 15 kinds at 0.1)."
    )
    yield ""
    yield f"| random slips in {recall['words']:,} words | slips | found as warning, % | as warning or info, % |"
    yield "|---|---:|---:|---:|"
    for name, count, warning, info in recall["kinds"]:
        yield f"| {name} | {count} | {100 * warning:.0f} | {100 * info:.0f} |"
    first, every = recall["mean of the first 15"], recall["mean"]
    yield f"| **mean of the first 15 kinds** | | **{100 * first[0]:.1f}** | **{100 * first[1]:.1f}** |"
    yield f"| mean of all kinds | | {100 * every[0]:.1f} | {100 * every[1]:.1f} |"
    yield ""
    yield "| of the sequences of three words in the paragraph are known | slips | found as warning, % | as warning or info, % |"
    yield "|---|---:|---:|---:|"
    for low, high, count, warning, info in recall["familiar"]:
        yield f"| {100 * low:.0f} to {100 * min(high, 1):.0f} % | {count} | {100 * warning:.0f} | {100 * info:.0f} |"
    yield ""
    measured = ("ATT warnings", "ATT infos", "other errors", "other warnings")[: len(figures["bodies"][0]) - 2]
    yield "| adopted texts since 2000, left out of the counts | words | " + " | ".join(measured) + " |"
    yield "|---|---:|" + "---:|" * len(measured)
    for body, words, *rates in figures["bodies"]:
        yield f"| {body} | {words:,} | " + " | ".join(f"{rate:.3f}" for rate in rates) + " |"
    yield ""
    yield "Rates are for 1,000 words. An adopted text that *is* counted attests its own slips, so that these rules say next to nothing of it."
    yield ""
    yield from _judged()


def _judged() -> Iterator[str]:
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    yield (
        "Warnings of this and of earlier weights in all six parts of the corpus were read one by one, with the whole sentence in view, where "
        "other rules are silent. A family of which more were right as they stand must be surer: what a false alarm costs is set against the "
        "slips that are found (``tests.attest.fit``). What was learnt from the reading is in ``checks/att/sureness``, which makes infos of warnings "
        "where grammar or form lets the words stand; the last row is therefore read on the texts from which that was learnt."
    )
    yield ""
    yield "| warnings that were read | | " + " | ".join(VERDICTS.values()) + " |"
    yield "|---|---:|" + "---:|" * len(VERDICTS)
    last = [row for row in rows if row["last"] == "yes"]
    groups = {rule: [row for row in rows if row["rule"] == rule] for rule in sorted({row["rule"] for row in rows})}
    for name, own in {**groups, "**all**": rows, "**all that is still a warning**": last}.items():
        counts = Counter(row["verdict"] for row in own)
        cells = [f"{counts[verdict]} ({100 * counts[verdict] / max(1, len(own)):.0f} %)" for verdict in VERDICTS]
        yield f"| {name} | {len(own)} | " + " | ".join(cells) + " |"
    alone, missed, severe = json.loads(FIGURES.read_text(encoding="utf-8"))["blind"]
    yield ""
    yield (
        f"Of the {missed} faults of the blind set that no other rule finds on the spot, these rules find {alone} "
        f"({100 * alone / missed:.1f} %), {severe} of them with a warning."
    )

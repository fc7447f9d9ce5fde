"""Lints adopted texts with counts that leave them out: what the rules say beside one another, by body, and every alarm."""

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

from resolint.pipeline import Session, lint
from tests.accuracy.adopted import adopted
from tests.attest.corpus import PARTS, ROLES, part_of

FAMILY = "ATT"


def main() -> None:
    """Lint the parts for the measure."""
    options = argparse.ArgumentParser(prog="python -m tests.attest.measure", description=__doc__)
    options.add_argument("--fixtures", type=Path, required=True)
    options.add_argument("--kept", type=Path, required=True, help="where tests.attest.collect keeps its counts")
    options.add_argument("--alarms", type=Path, help="write every alarm to this CSV file")
    options.add_argument("--every", type=int, default=1, help="take every N-th text only")
    chosen = options.parse_args()
    words: Counter[str] = Counter()
    said: Counter[tuple[str, str, str]] = Counter()
    rows = []
    for part in [part for part in range(PARTS) if ROLES[part] == "measure"]:
        place = chosen.kept / f"part-{part}.toml"
        place.write_text(f'attested = ["without-{part}.bin"]\n', encoding="utf-8")
        with Session(config=place) as session:
            for number, text in enumerate(adopted(chosen.fixtures, since=0)):
                if part_of(text.name.removesuffix(".md")) != part or number % chosen.every:
                    continue
                report = lint(text.data, session, name=text.name, profile=text.profile)
                assert not report.failures, report.failures
                words[text.family] += report.counts["words"]
                for finding in report.findings:
                    kind = FAMILY if finding.rule.startswith(FAMILY) else "others"
                    said[text.family, kind, finding.severity] += 1
                    if kind == FAMILY:
                        rows.append(
                            (text.name, finding.rule, finding.severity, finding.where, finding.excerpt, finding.message)
                        )
    total = sum(words.values())
    print(f"{total} words")
    for body in (*sorted(words), None):
        size = total if body is None else words[body]
        line = [f"{body or 'all':8} {size:8}"]
        for kind, severity in ((FAMILY, "warning"), (FAMILY, "info"), ("others", "error"), ("others", "warning")):
            count = sum(n for key, n in said.items() if key[0] in (body or key[0],) and key[1:] == (kind, severity))
            line.append(f"{kind} {severity} {1000 * count / size:.3f}")
        print("  ".join(line))
    for rule, count in sorted(Counter((row[1], row[2]) for row in rows).items()):
        print(*rule, count, f"{1000 * count / total:.4f}")
    if chosen.alarms:
        with chosen.alarms.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    sys.stdout.flush()


if __name__ == "__main__":
    main()

"""Lints adopted texts with counts that leave them out: what the rules say beside one another, by body, and every alarm."""

import argparse
import csv
import json
from collections import Counter
from pathlib import Path

from resolint.pipeline import Session, lint
from tests.accuracy.adopted import adopted
from tests.attest.corpus import FIGURES, PARTS, ROLES, part_of

FAMILY = "ATT"


def main() -> None:
    """Lint the parts for the measure."""
    options = argparse.ArgumentParser(prog="python -m tests.attest.measure", description=__doc__)
    options.add_argument("--fixtures", type=Path, required=True)
    options.add_argument("--kept", type=Path, required=True, help="where tests.attest.collect keeps its counts")
    options.add_argument("--alarms", type=Path, help="write every alarm to this CSV file")
    options.add_argument("--write", action="store_true", help="keep the figures for ACCURACY.md")
    options.add_argument("--every", type=int, default=1, help="take every N-th text only")
    chosen = options.parse_args()
    words: Counter[str] = Counter()
    said: Counter[tuple[str, str, str]] = Counter()
    rows = []
    for part in [part for part in range(PARTS) if ROLES[part] == "measure"]:
        place = chosen.kept / f"part-{part}.toml"
        place.write_text(f'attested = ["without-{part}.bin"]\n', encoding="utf-8")
        with Session(config=place) as session:
            for number, text in enumerate(adopted(chosen.fixtures)):
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
    bodies = [(body, words[body], *_rates(said, body, words[body])) for body in sorted(words)]
    total = sum(words.values())
    bodies.append(("all", total, *_rates(said, None, total)))
    for row in bodies:
        print(*row)
    rules = Counter((row[1], row[2]) for row in rows)
    by_rule = [
        (rule, *(rules[rule, level] for level in ("warning", "info"))) for rule in sorted({row[1] for row in rows})
    ]
    for line in by_rule:
        print(*line)
    if chosen.write:
        kept = json.loads(FIGURES.read_text(encoding="utf-8"))
        FIGURES.write_text(json.dumps({**kept, "bodies": bodies, "rules": by_rule}, indent=1) + "\n", encoding="utf-8")
    if chosen.alarms:
        with chosen.alarms.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)


COLUMNS = ((FAMILY, "warning"), (FAMILY, "info"), ("others", "error"), ("others", "warning"))
"""What is told of each body, for 1,000 words."""


def _rates(said: Counter[tuple[str, str, str]], body: str | None, size: int) -> list[float]:
    return [
        round(1000 * sum(n for key, n in said.items() if key[0] == (body or key[0]) and key[1:] == column) / size, 3)
        for column in COLUMNS
    ]


if __name__ == "__main__":
    main()

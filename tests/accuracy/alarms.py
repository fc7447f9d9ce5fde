"""How often each rule speaks in adopted texts, out of ACCURACY.md, as the table ``alarms`` that the cards on the page quote."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "rules" / "data" / "alarms.csv"
_RULE = re.compile(r"^\| ([A-Z]{3}\d{3}) \| [^|]+ \| [a-z]+ \| ([\d,]+) \| ([\d,]+) \|", re.MULTILINE)
_ALL = re.compile(r"^\| \*\*all adopted texts\*\* \| ([\d,]+) \|", re.MULTILINE)


def table(accuracy: str) -> str:
    """The table as CSV: rule, texts in which it speaks, how often; the row without a rule counts all texts."""
    everything = _ALL.search(accuracy)
    found: dict[str, list[int]] = {}
    part = accuracy.partition("## False alarms by rule")[2].partition("\n## ")[0]
    for match in _RULE.finditer(part):
        # A rule that some bodies rate otherwise has a row for each severity.
        row = found.setdefault(match[1], [0, 0])
        row[0] += int(match[2].replace(",", ""))
        row[1] += int(match[3].replace(",", ""))
    first = f",{everything[1].replace(',', '') if everything else 0},\n"
    return (
        "rule,texts,alarms\n" + first + "".join(f"{rule},{one},{all_}\n" for rule, (one, all_) in sorted(found.items()))
    )

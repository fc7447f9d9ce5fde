"""``resolint track``."""

import csv
from pathlib import Path

from tests.negotiation.test_merging import BASE
from tests.negotiation.test_tracking import LAST, SECOND


def test_the_command(run) -> None:
    for at, source in enumerate((BASE, SECOND, LAST), 1):
        Path(f"v{at}.md").write_text(source, encoding="utf-8")
    done = run("track", "v1.md", "second reading=v2.md", "v3.md")
    assert done.exit_code == 0 and "second reading: weaker" not in done.stdout
    assert "weaker: “Urges” → “Calls upon”" in " ".join(done.stdout.split()) and "1 weaker" in done.stdout
    assert run("track", "v1.md", "v2.md", "v3.md", "-o", "rounds.csv").exit_code == 0
    rows = list(csv.DictReader(Path("rounds.csv").read_text(encoding="utf-8").splitlines()))
    assert {row["fate"] for row in rows} >= {"first", "same", "changed", "new"}
    assert run("track", "v1.md", "v2.md", "-o", "rounds.html").exit_code == 0
    assert "<del>Urges</del><ins>Calls upon</ins>" in Path("rounds.html").read_text(encoding="utf-8")
    assert run("track", "v1.md").exit_code == 2

"""Builds the counts of the development corpus; with ``--check`` compares the sum of the file that is committed."""

import argparse
import hashlib
import os
import sys
from pathlib import Path

from resolint.attested.building import build
from tests.attest.corpus import texts

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "rules" / "data" / "en" / "attested.bin"


def main() -> None:
    """Build the file, or compare it."""
    options = argparse.ArgumentParser(prog="python -m tests.attest.build", description=__doc__)
    options.add_argument("--check", action="store_true", help="write nothing, fail where the file is another one")
    chosen = options.parse_args()
    folder = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    if not (folder / "fixtures").is_dir():
        sys.exit("the real files are not here: set RESOLINT_FIXTURES to the folder that holds fixtures/")
    data = build(text.paragraphs for text in texts(folder))
    print(f"{len(data)} bytes, SHA-256 {hashlib.sha256(data).hexdigest()}")
    if not chosen.check:
        PLACE.write_bytes(data)
    elif PLACE.read_bytes() != data:
        sys.exit(f"{PLACE.relative_to(ROOT)} is not what the corpus gives; run python -m tests.attest.build")


if __name__ == "__main__":
    main()

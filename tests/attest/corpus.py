"""The paragraphs of the development corpus, text by text, as they are counted."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

FIGURES = Path(__file__).parent / "figures.json"
"""What was measured last: by ``fit`` on random slips, by ``measure`` on adopted texts."""
COUNTED = ("paragraph", "backmatter")
PARTS = 6
ROLES = ("fit", "fit", "threshold", "threshold", "measure", "measure")
"""What each part of the corpus serves, where texts are left out of the counts."""


def part_of(name: str) -> int:
    """The part that the text of this name is in."""
    return crc32(name.encode()) % PARTS


class Text(NamedTuple):
    """A text of the corpus: its name, the family of its body, its paragraphs."""

    name: str
    family: str
    paragraphs: tuple[str, ...]


def texts(folder: Path) -> Iterator[Text]:
    """Every text of the corpus below ``folder``, in the order of the file."""
    with gzip.open(folder / "fixtures" / "corpus" / "un_paragraphs_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            found = (" ".join(para["x"].split()) for para in record["paras"] if para["t"] in COUNTED)
            yield Text(record["file"], record["family"], tuple(text for text in found if text))

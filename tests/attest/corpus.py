"""The paragraphs of the development corpus, text by text, as they are counted."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

COUNTED = ("paragraph", "backmatter")


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

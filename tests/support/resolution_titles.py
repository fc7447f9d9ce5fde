"""Builds ``rules/data/en/resolution-titles.csv``: titles of resolutions, as their own texts bear them or as two others cite them.

``python -m tests.support.resolution_titles [FOLDER]`` reads the adopted texts of the fixtures. Only numbers and titles are kept.
"""

import csv
import gzip
import json
import os
import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
DATA = ROOT / "rules" / "data" / "en" / "resolution-titles.csv"
OWN = re.compile(r"(?P<organ>A_HRC|A)_RES_(?P<session>\d{2,3}|\d)_(?P<number>\d{1,3})(?P<part>_[A-Z])?$")
CITED = re.compile(
    r"(?P<before>.{0,60})\bresolutions? (?P<number>\d{1,2}/\d{1,3}(?: [A-Z])?)(?: of \d{1,2} [A-Z][a-z]+ \d{4})?,? "
    r"(?:entitled )?“(?P<title>[^“”]{8,250}?),?”"
)
WITNESSES = 2
LONGEST = 220


def titles(folder: Path) -> list[tuple[str, str, str]]:
    """Rows of organ, number and title."""
    own: dict[tuple[str, str], str] = {}
    cited: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    with gzip.open(folder / "fixtures" / "corpus" / "un_paragraphs_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            name = OWN.match(record["file"])
            organ = {"A_HRC": "HRC", "A": "GA"}[name["organ"]] if name else ""
            if name:
                part = (name["part"] or "").replace("_", " ")
                title = own_title(record)
                if title:
                    own[organ, f"{name['session']}/{name['number']}{part}"] = title
            for para in record["paras"]:
                for found in CITED.finditer(" ".join(para["x"].split())):
                    named = organ_of(found["before"], organ)
                    if named:
                        cited[named, found["number"]][found["title"]].add(record["file"])
    rows = {(*key, title) for key, title in own.items()}
    for key, forms in cited.items():
        rows |= {(*key, title) for title, texts in forms.items() if len(texts) >= WITNESSES}
    return sorted(rows)


def own_title(record: dict[str, object]) -> str:
    """The title of a text without its number, empty where none is marked."""
    paras = record["paras"]
    assert isinstance(paras, list)
    text = next((para["x"] for para in paras if para["t"] == "title"), record.get("title") or "")
    plain = re.sub(r"^\d+/\d+\.?\s*(?:[A-Z]\.?\s+)?", "", " ".join(str(text).split()))
    return plain if 8 <= len(plain) <= LONGEST and not plain.isupper() and "esolution adopted" not in plain else ""


def organ_of(before: str, own: str) -> str:
    """The organ whose resolution is cited, empty where the words before it do not tell."""
    if "Human Rights Council" in before[-40:]:
        return "HRC"
    if "General Assembly" in before[-40:]:
        return "GA"
    return own if re.search(r"\bits (?:previous )?$", before) else ""


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    rows = titles(folder)
    with DATA.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("organ", "number", "title"))
        out.writerows(rows)
    print(len(rows), "titles")


if __name__ == "__main__":
    main()

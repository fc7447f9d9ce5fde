"""Builds the word file of ``rules/data/en/words`` from the lists of SCOWL (the Debian package ``scowl``).

``python -m tests.support.wordfile [/usr/share/dict/scowl]`` writes ``english.txt``. Nothing needs this to run, to test
or to build resolint; it says where the file comes from and lets anyone make it again.
"""

import csv
import re
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
DATA = ROOT / "rules" / "data" / "en"
SIZE = 70
COMMON = {"1": 20, "2": 40}
HEAD = "# Words for resolint, made from SCOWL by tests/support/wordfile.py; see NOTICE beside this file.\n"
AMERICAN = (
    ("or", "our"), ("er", "re"), ("ers", "res"), ("ered", "red"), ("ering", "ring"), ("ense", "ence"), ("ens", "enc"),
    ("l", "ll"), ("ll", "l"), ("p", "pp"), ("t", "tt"), ("og", "ogue"), ("e", "ae"), ("e", "oe"), ("yz", "ys"), ("oz", "os"),
    ("o", "ou"), ("gray", "grey"), ("plow", "plough"), ("sk", "sc"), ("a", "e"), ("k", "que"), ("gm", "gem"), ("f", "ph"),
    ("m", "mme"), ("k", "c"), ("s", "c"), ("c", "s"), ("bl", "eabl"), ("omb", "umb"), ("ck", "que"), ("e", ""), ("", "e"),
)  # fmt: skip
"""How American and British forms differ; a rule counts only where the British word is in the lists."""
NEUTRAL = ("judgment", "nitroglycerin")
"""Beginnings of words that the house does not hold against an author: courts write *judgment*."""
PLAIN = re.compile(r"[A-Za-z]+")


def listed(folder: Path, category: str, kind: str, size: int = SIZE) -> set[str]:
    """The words of the lists ``category-kind`` up to ``size``, without possessives and accents."""
    found: set[str] = set()
    for path in folder.glob(f"{category}-{kind}.*"):
        if int(path.suffix[1:]) <= size:
            found.update(word for word in path.read_text("latin-1").split() if PLAIN.fullmatch(word))
    return found


def british(word: str, allowed: set[str]) -> str | None:
    """The one word of ``allowed`` that differs from ``word`` as British forms do, None for none or several."""
    found = set()
    for ours, theirs in AMERICAN:
        at = word.find(ours)
        while at >= 0 and at <= len(word):
            found.add(word[:at] + theirs + word[at + len(ours) :])
            at = word.find(ours, at + 1)
    found &= allowed
    return found.pop() if len(found) == 1 else None


def with_z(word: str, allowed: set[str]) -> str | None:
    """The one word of ``allowed`` that has *z* for one *s* of ``word``."""
    found = {word[:at] + "z" + word[at + 1 :] for at, letter in enumerate(word) if letter == "s"} & allowed
    return found.pop() if len(found) == 1 else None


def entries(folder: Path, rows: Iterable[dict[str, str]]) -> dict[str, str]:
    """Every word with what follows it on its line. ``rows`` are those of the table of spellings."""
    ours = listed(folder, "english", "words") | listed(folder, "british_z", "words")
    american = listed(folder, "american", "words")
    plain_british = listed(folder, "british", "words")
    found = dict.fromkeys(ours, "")
    for category in ("english", "british_z"):
        found.update(dict.fromkeys(listed(folder, category, "upper"), ""))
        found.update(dict.fromkeys(listed(folder, category, "proper-names"), ""))
    for code, size in sorted(COMMON.items(), reverse=True):
        common = listed(folder, "english", "words", size) | listed(folder, "british_z", "words", size)
        found.update(dict.fromkeys(common, code))
    theirs = listed(folder, "british_z", "words") - american
    for word in american - ours - plain_british:
        right = british(word, theirs)
        if word.startswith(NEUTRAL):
            right = None
        code = "z" if right is not None and "yz" in word and "ys" in right else "a"
        # A word without a counterpart is no fault: "collectible", "specialty".
        found[word] = f"{code}\t{right}" if right else ""
    for word in plain_british - ours - american:
        right = with_z(word, ours)
        found[word] = f"z\t{right}" if right else ""
    for row in rows:
        if row["kind"] in ("british", "root"):
            code = "a" if row["kind"] == "british" else "z"
            found.update(dict.fromkeys(row["avoid"].split("|"), f"{code}\t{row['prefer']}"))
            found.setdefault(row["prefer"], "")
    return found


def content(found: dict[str, str]) -> bytes:
    """The word file: the words in the order of their bytes."""
    lines = sorted((word.encode(), said) for word, said in found.items())
    return HEAD.encode() + b"".join(word + (b"\t" + said.encode() if said else b"") + b"\n" for word, said in lines)


def main(folder: Path) -> None:
    """Write the word file."""
    if not (folder / "english-words.10").is_file():
        sys.exit(f"{folder}: the lists of SCOWL are not here; install the package scowl or name their folder")
    with (DATA / "spelling.csv").open(encoding="utf-8", newline="") as table:
        made = content(entries(folder, csv.DictReader(table)))
    (DATA / "words" / "english.txt").write_bytes(made)
    lines = made.count(b"\n") - 1
    print(f"{lines} words, {len(made)} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/dict/scowl"))

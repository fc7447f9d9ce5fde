"""Writes the columns of word classes in ``rules/data/en/confusable-words.csv``.

``python -m tests.support.confusables`` needs the package ``lemminflect`` (MIT). The words themselves are put there by hand; this
tells of each, and of those that may be meant for it, what it can be: n noun, p plural, v verb, t third person, d past or
participle, g form in *-ing*, a adjective, r adverb. Nothing needs it to run, to test or to build resolint.
"""

import csv

import lemminflect  # type: ignore[import-not-found,unused-ignore]

from tests.support.classes import DATA

TAGS = {"VBZ": "t", "VBD": "d", "VBN": "d", "VBG": "g"}
SURE = {
    "practise": "v", "practises": "t", "advice": "n", "advise": "v", "device": "n", "devise": "v", "licence": "n", "prophesy": "v", "prophecy": "n",
    "belief": "n", "proof": "n", "relief": "n", "grief": "n", "throne": "n", "lead": "nv", "led": "d", "loss": "n", "excess": "na",
    "access": "nv", "quite": "r", "quiet": "na", "sale": "n", "sell": "v", "choice": "n", "dairy": "na", "diary": "n", "moral": "an",
    "insight": "n", "extend": "v", "extent": "n", "success": "n", "exam": "n", "their": "x", "there": "r", "were": "x", "where": "x",
    "weather": "n", "whether": "x", "then": "ar", "than": "x", "to": "x", "too": "r", "of": "x", "off": "r", "willing": "a", "act": "nv", "proven": "da",
}  # fmt: skip
"""What the package does not know, or allows too much of."""


def classes(word: str) -> str:
    """The letters of what ``word`` can be."""
    if word in SURE:
        return SURE[word]
    found = set()
    for sort, lemmas in lemminflect.getAllLemmas(word).items():
        if sort in ("ADJ", "ADV"):
            found.add("a" if sort == "ADJ" else "r")
            continue
        for lemma in lemmas:
            if sort == "NOUN":
                found.add("n" if lemma == word else "p")
            elif lemma == word:
                found.add("v")
            forms = lemminflect.getAllInflections(lemma, "VERB") if sort == "VERB" else {}
            found |= {letter for tag, letter in TAGS.items() if word in forms.get(tag, ())}
    return "".join(sorted(found))


def main() -> None:
    path = DATA / "confusable-words.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: row["word"])
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("word", "meant", "alone", "can", "fits"))
        for row in rows:
            fits = " ".join(classes(one) or "x" for one in row["meant"].split())
            out.writerow((row["word"], row["meant"], row["alone"], classes(row["word"]), fits))


if __name__ == "__main__":
    main()

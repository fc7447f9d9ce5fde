"""Builds the word graphs of ``rules/data/<code>/words.bin`` from the hunspell dictionaries of the npm packages ``dictionary-<code>``.

``python -m tests.support.wordgraph fr FOLDER`` reads ``index.dic`` and ``index.aff`` in FOLDER. Nothing needs this to run, to test
or to build resolint; it says where the files come from and lets anyone make them again.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from resolint.spelling.graph import packed

ROOT = Path(__file__).parents[2]
HEAD = "# Forms for resolint, made by tests/support/wordgraph.py; see NOTICE beside this file. Letters: {}\n"
FOLDED = {"ru": str.maketrans("ё", "е")}


class Affix(NamedTuple):
    """One way to begin or end a word: what goes, what comes, where it may, and the flags of what it makes."""

    kind: str
    crosses: bool
    strip: str
    add: str
    condition: re.Pattern[str] | None
    flags: tuple[str, ...]


def read(folder: Path) -> tuple[dict[str, list[Affix]], Iterator[tuple[str, tuple[str, ...]]]]:
    """The affixes of a dictionary by their flags, and its words with theirs."""
    lines = (folder / "index.aff").read_text("utf-8").splitlines()
    wide = any(line.startswith("FLAG long") for line in lines)

    def flags(text: str) -> tuple[str, ...]:
        return tuple(text[at : at + 2] for at in range(0, len(text), 2)) if wide else tuple(text)

    affixes: dict[str, list[Affix]] = {}
    crossing: dict[str, bool] = {}
    for line in lines:
        cells = line.split()
        if not cells or cells[0] not in ("PFX", "SFX") or len(cells) < 4:
            continue
        if len(cells) == 4 and cells[2] in "YN":
            crossing[cells[1]] = cells[2] == "Y"
            continue
        add, _, more = cells[3].partition("/")
        rule = cells[4] if len(cells) > 4 else "."
        condition = None if rule == "." else re.compile(rule if cells[0] == "PFX" else f"{rule}$")
        nothing = {"0": ""}
        affixes.setdefault(cells[1], []).append(
            Affix(
                cells[0],
                crossing[cells[1]],
                nothing.get(cells[2], cells[2]),
                nothing.get(add, add),
                condition,
                flags(more),
            )
        )

    def words() -> Iterator[tuple[str, tuple[str, ...]]]:
        for line in (folder / "index.dic").read_text("utf-8").splitlines()[1:]:
            word, _, rest = line.split("\t")[0].partition("/")
            yield word.split()[0] if word.split() else "", flags(rest.split()[0]) if rest.split() else ()

    return affixes, words()


def begun(word: str, flags: Iterable[str], affixes: dict[str, list[Affix]], *, made: bool) -> Iterator[str]:
    """``word`` with each prefix it takes; elided words, which end with an apostrophe, are none."""
    for affix in (one for flag in flags for one in affixes.get(flag, ()) if one.kind == "PFX"):
        if (made and not affix.crosses) or affix.add.endswith("'") or not word.startswith(affix.strip):
            continue
        if affix.condition is None or affix.condition.match(word):
            yield affix.add + word[len(affix.strip) :]


def ended(word: str, flags: Iterable[str], affixes: dict[str, list[Affix]]) -> Iterator[tuple[str, Affix]]:
    """``word`` with each suffix it takes."""
    for affix in (one for flag in flags for one in affixes.get(flag, ()) if one.kind == "SFX"):
        if word.endswith(affix.strip) and (affix.condition is None or affix.condition.search(word)):
            yield word[: len(word) - len(affix.strip)] + affix.add, affix


def forms(folder: Path) -> Iterator[str]:
    """Every form of the words of a dictionary, with suffixes of two levels."""
    affixes, words = read(folder)
    for word, flags in words:
        made: list[tuple[str, tuple[str, ...]]] = [(word, flags)]
        for form, affix in ended(word, flags, affixes):
            made.append((form, (*(flags if affix.crosses else ()), *affix.flags)))
            made += [(longer, (*flags, *second.flags)) for longer, second in ended(form, affix.flags, affixes)]
        for form, own in made:
            yield form
            yield from begun(form, own, affixes, made=form != word)


def graph(words: Iterable[str]) -> tuple[str, list[int]]:
    """The letters and steps of the smallest graph of ``words``, which are sorted (Daciuk and others, 2000)."""
    rows = list(words)
    letters = "".join(sorted({letter for word in rows for letter in word}))
    number = {letter: place for place, letter in enumerate(letters)}
    steps: list[int] = []
    known: dict[tuple[tuple[int, int, bool], ...], int] = {}

    def settled(node: list[tuple[int, int, bool]]) -> int:
        key = tuple(node)
        if not key:
            return 0
        if key not in known:
            known[key] = len(order)
            order.append(key)
        return known[key]

    # Nodes are numbered as they are settled, from 1; their places in the file follow once all are known.
    order: list[tuple[tuple[int, int, bool], ...]] = [()]
    open_: list[list[tuple[int, int, bool]]] = [[]]
    whole: list[bool] = [False]
    before = ""
    for word in [*rows, ""]:
        shared = 0
        while shared < min(len(word), len(before)) and word[shared] == before[shared]:
            shared += 1
        for at in range(len(before), shared, -1):
            node, ends = open_.pop(), whole.pop()
            open_[-1].append((number[before[at - 1]], settled(node), ends))
        for _ in word[shared:]:
            open_.append([])
            whole.append(False)
        whole[-1] = bool(word)
        before = word
    root = settled(open_[0])
    places, at = {root: 1}, 1 + len(order[root])
    for place in range(1, len(order)):
        if place != root:
            places[place] = at
            at += len(order[place])
    for place in [root, *(one for one in range(1, len(order)) if one != root)]:
        node_ = order[place]
        for letter, to, ends in node_:
            steps.append(packed(letter, places[to] if to else 0, last=(letter, to, ends) == node_[-1], whole=ends))
    return letters, steps


def main(code: str, folder: Path) -> None:
    """Write the graph of one language."""
    fold = FOLDED.get(code, {})
    words = {form.translate(fold) for form in forms(folder) if form.isalpha() and form == form.lower()}
    letters, steps = graph(sorted(words))
    data = HEAD.format(letters).encode() + b"".join(step.to_bytes(4, "little") for step in steps)
    (ROOT / "rules" / "data" / code / "words.bin").write_bytes(data)
    print(code, len(words), "forms,", len(steps), "steps,", len(data), "bytes")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

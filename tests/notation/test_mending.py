"""Edits in the source of a draft: at the very characters, or not at all."""

from __future__ import annotations

import random

import pytest

from resolint import fixes, notation
from resolint.cards import load_cards
from resolint.findings import Edit
from resolint.model import Span
from resolint.notation.mending import mend
from tests.support import verbs
from tests.support.rows import each
from tests.support.share import share, shares, sizes

pytestmark = pytest.mark.slow


DRAFT = """+++
symbol = "A/C.2/81/L.14"
+++

# Seed libraries

*The General Assembly*,

*Recalling* its resolution
on **seeds** and _varieties_[^1]

1. *Encourages* [Member States](https://example.org) to open <u>libraries</u>;

   (a) In villages;

2. Also requests a report\\* on 2 < 3.

[^1]: See *Seeds*, vol. II.
"""


def blocks(source: str) -> dict:
    reading = notation.read(source, name="a.md")
    found = {block.id: block for block in reading.blocks}
    found.update((block.id, block) for note in reading.footnotes for block in note.blocks)
    return found


def block_with(source: str, words: str):
    return next(block for block in blocks(source).values() if words in block.text)


def change(source: str, words: str, new: str, italic: bool | None = None) -> tuple[str, tuple]:
    block = block_with(source, words)
    at = block.text.index(words)
    return mend(source, [[Edit(Span(block.id, at, at + len(words)), new, words, italic)]], name="a.md")


@each(
    ("words", "new", "line"),
    [
        (
            "Member States",
            "Governments",
            "1. *Encourages* [Governments](https://example.org) to open <u>libraries</u>;",
        ),
        ("seeds", "crops", "on **crops** and _varieties_[^1]"),
        ("varieties", "kinds", "on **seeds** and _kinds_[^1]"),
        ("libraries;", "libraries,", "1. *Encourages* [Member States](https://example.org) to open <u>libraries</u>,"),
        ("villages;", "villages,", "   (a) In villages,"),
        ("vol. II.", "vol. 2.", "[^1]: See *Seeds*, vol. 2."),
        ("A/C.2/81/L.14", "A/C.2/81/L.15", 'symbol = "A/C.2/81/L.15"'),
        ("report* on", "report on", "2. Also requests a report on 2 < 3."),
    ],
)
def test_words_are_changed_where_they_stand(words: str, new: str, line: str) -> None:
    done, refused = change(DRAFT, words, new)
    if not refused:
        assert line in done.split("\n")
        assert len(done.split("\n")) == len(DRAFT.split("\n"))
    else:
        assert done == DRAFT and words == "report* on"


@each(
    ("before", "at", "after"),
    [
        ("*Noting* it", 9, "*Noting* it,"),
        ("*Noting*", 6, "*Noting*,"),
        ("the *Noting*", 4, "the ,*Noting*"),
        ("Noting it[^1]", 9, "Noting it,[^1]"),
        ("Noting it[^1]", 10, "Noting it[^1],"),
        ("**bold**", 4, "**bold**,"),
    ],
)
def test_marks_are_put_outside_of_emphasis_and_before_notes(before: str, at: int, after: str) -> None:
    source = f"# T\n\n{before}\n\n[^1]: See.\n"
    block = blocks(source)["document/1"]
    done, refused = mend(source, [[Edit(Span(block.id, at, at), ",", "")]], name="a.md")
    assert not refused and done == f"# T\n\n{after}\n\n[^1]: See.\n"


@each(
    ("before", "start", "end", "italic", "after"),
    [
        ("Noting it", 0, 6, True, "*Noting* it"),
        ("*Noting* with joy it", 0, 15, True, "*Noting with joy* it"),
        ("*Noting* with it", 0, 11, True, "*Noting with* it"),
        ("*Noting with* it", 6, 11, False, "*Noting* with it"),
        ("*Noting* it", 0, 6, False, "Noting it"),
        ("_Noting_ it", 0, 6, False, "Noting it"),
    ],
)
def test_italics(before: str, start: int, end: int, italic: bool, after: str) -> None:
    source = f"# T\n\n{before}\n"
    block = blocks(source)["document/1"]
    words = block.text[start:end]
    done, refused = mend(source, [[Edit(Span(block.id, start, end), words, words, italic)]], name="a.md")
    assert not refused and done == f"# T\n\n{after}\n"


def test_a_fix_is_made_whole_or_not_at_all() -> None:
    block = block_with(DRAFT, "villages")
    good = Edit(Span(block.id, 0, 2), "Within", "In")
    stale = Edit(Span(block.id, 3, 5), "x", "no")
    done, refused = mend(DRAFT, [[good, stale], [Edit(Span(block.id, 11, 12), ",", ";")]], name="a.md")
    assert refused == ([good, stale],)
    assert "   (a) In villages," in done.split("\n")


def test_what_would_read_as_markup_is_refused() -> None:
    done, refused = change(DRAFT, "villages;", "*villages*;")
    assert refused and done == DRAFT
    done, refused = change(DRAFT, "In villages;", "one\n\ntwo")
    assert refused and done == DRAFT


@sizes("seeds", 50, 1_000)
def test_random_edits_read_as_they_should(seeds: int) -> None:
    for seed in range(seeds):
        chance = random.Random(seed)
        found = list(blocks(DRAFT).values())
        groups: list[list[Edit]] = []
        for _ in range(chance.randint(1, 4)):
            block = chance.choice(found)
            start = chance.randint(0, len(block.text))
            end = min(len(block.text), start + chance.choice((0, 1, 4)))
            words = block.text[start:end]
            edit = Edit(Span(block.id, start, end), chance.choice((",", "x y", "", ";")), words)
            if edit.replacement != words and not any(fixes.collide(edit, e) for g in groups for e in g):
                groups.append([edit])
        done, refused = mend(DRAFT, groups, name="a.md")
        made = [edit for group in groups if group not in refused for edit in group]
        for key, block in blocks(DRAFT).items():
            wanted = fixes.apply_block(block, [edit for edit in made if edit.span.block == key])
            assert blocks(done)[key].text == wanted.text, (seed, key)


@shares(6)
def test_every_example_of_a_card_can_be_mended(one_in: int) -> None:
    """The fixes of the faulty examples reach the source of every one of them."""

    linters: dict[str, verbs.Linter] = {}
    fixed = 0
    for card in share(load_cards(examples=True), one_in):
        for example in card.examples:
            profile = example.options.get("profile", "ga")
            if example.kind != "bad" or not card.fix:
                continue
            linter = linters.setdefault(
                profile,
                verbs.Linter(
                    profile=profile,
                ),
            )
            report = linter.lint(example.source.encode(), name="x.md")
            chosen = {id(edit) for edit in fixes.applicable([f.fix for f in report.findings], "suggest")}
            groups = [
                finding.fix.edits
                for finding in report.active
                if finding.fix and finding.fix.edits and all(id(edit) in chosen for edit in finding.fix.edits)
            ]
            _, refused = mend(example.source, groups, name="x.md")
            assert not refused, (card.id, refused)
            fixed += len(groups)
    assert fixed > 50 // one_in

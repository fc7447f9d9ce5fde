"""Redlines of any two drafts: random edits of Word files, and pairs of files that have nothing to do with one another.

``-m deep`` runs many more of both; it is left out of every other run.
"""

import os
import random
from itertools import permutations

import pytest

from resolint.errors import CannotWrite
from resolint.pipeline import build, redline
from resolint.pipeline.drafts import load
from tests.support.docx import archive, members_of
from tests.word.edits import edited, files

pytestmark = pytest.mark.slow
KNOWN = (
    "an equation",
    "reads in from another",
    "their reading above",
    "a drawing or another object",
    "content control",
    "a column of a table",
    "page headers",
    "hidden words",
)
"""What a tracked change cannot say; anything else would be a fault of ours."""
WORKERS = 16


def shown(data, view):
    """What a reader sees of a file, block by block, in one of the two views."""
    return [(b.label, b.text) for b in load(data, name="a.docx", view=view).blocks if b.text.strip()]


def check(base, draft):
    """Redlines two files; gives what is said to be left. Rejecting gives the base in both views of other people's changes."""
    done = redline(base, draft, base_name="a.docx", draft_name="b.docx", date="2026-11-20T10:00:00Z")
    assert all(any(known in line for known in KNOWN) for line in done.left), done.left
    assert shown(done.data, "original") == shown(base, "original")
    return done


def other_way(draft):
    """A file that says the same and is written otherwise: what no proof of ours may rest on."""
    return archive(dict(sorted(members_of(draft).items(), key=lambda item: item[0] != "[Content_Types].xml")))


@pytest.fixture(scope="module")
def known(root, pytestconfig):
    from pathlib import Path

    folder = Path(os.environ.get("RESOLINT_FIXTURES", root.parent / "shared"))
    return files(root, folder if (folder / "fixtures").is_dir() else None)


def random_edits(known, seeds):
    for seed in seeds:
        chance = random.Random(seed)
        name, data = chance.choice(known)
        draft = edited(data, chance)
        if chance.random() < 0.3:
            data = edited(data, chance)
        try:
            load(data), load(draft)
            if not shown(data, "proposed"):
                continue
        except Exception:
            continue
        try:
            check(data, draft)
        except (AssertionError, CannotWrite) as fault:
            raise AssertionError(f"seed {seed}, {name}: {fault}") from fault


def unrelated(root, known):
    """The samples in the notation as Word files, and Word files."""
    built = [(path.name, build(path.read_bytes(), name=path.name)) for path in sorted((root / "samples").glob("*.md"))]
    return (built + known)[:30]


def pairs_of(root, known):
    return list(permutations(unrelated(root, known), 2))


@pytest.mark.parametrize("part", range(4))
def test_random_edits_of_word_files_are_redlined(known, part):
    random_edits(known, range(part, 60, 4))


@pytest.mark.parametrize("part", range(3))
def test_unrelated_drafts_are_redlined(root, known, part):
    pairs = pairs_of(root, known)
    for (one, base), (other, draft) in random.Random(part).sample(pairs, min(10, len(pairs))):
        try:
            check(base, other_way(draft))
        except (AssertionError, CannotWrite) as fault:
            raise AssertionError(f"{one} and {other}: {fault}") from fault


@pytest.mark.deep
@pytest.mark.parametrize("part", range(WORKERS))
def test_twenty_thousand_random_edits_are_redlined(known, part):
    random_edits(known, range(part, 20_000, WORKERS))


@pytest.mark.deep
@pytest.mark.parametrize("part", range(WORKERS))
def test_all_pairs_of_thirty_drafts_are_redlined(root, known, part):
    for (one, base), (other, draft) in pairs_of(root, known)[part::WORKERS]:
        try:
            check(base, draft)
        except (AssertionError, CannotWrite) as fault:
            raise AssertionError(f"{one} and {other}: {fault}") from fault

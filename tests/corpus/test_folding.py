import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.corpus.folding import digest, key, light, shingles
from tests.support.rows import each
from tests.support.words import LEXICON

PARAGRAPH = "Requests the Secretary-General to report to the General Assembly at its sixty-sixth session on wells"


@each(
    ("one", "other"),
    [
        ("“The States’ wells”;", '"the states\' wells".'),
        ("the well,\ufffc and the tools;", "the well, and the tools"),
        ("the Convention,3 and its Protocol,", "the Convention, and its Protocol"),
        ("the wells; and", "the wells;"),
        ("well‑being – for all", "well-being - for all"),
        ("of 3\u00a0May\u00a02001", "of 3 May 2001"),
    ],
)
def test_typography_is_passed_over(one: str, other: str) -> None:
    assert light(one) == light(other)


@each(
    ("one", "other"),
    [
        ("at its sixty-sixth session", "at its eighty-second session"),
        ("resolution 64/911 of 18 December 2009", "resolution 70/1 of 25 September 2015"),
        ("report to the General Assembly", "report to the Human Rights Council"),
        ("document A/C.3/66/L.5/Rev.1 of 2011", "document E/2012/99 of 2012"),
        ("Requests the wells", "Also requests the wells"),
        ("Recalling further the wells", "Recalling the wells"),
        ("within three years", "within 5 years"),
        ("held on 3 and 4 May 2019 in the town", "held on 12 June 2020 in the town"),
    ],
)
def test_what_every_reuse_changes_leaves_the_key_alone(one: str, other: str) -> None:
    assert key(one, LEXICON) == key(other, LEXICON)


@each(
    ("one", "other"),
    [
        ("Urges Member States", "Invites Member States"),
        ("as appropriate", ""),
        ("all wells", "wells"),
        ("one well", "the well"),
    ],
)
def test_other_words_make_another_key(one: str, other: str) -> None:
    assert key(f"{one} to test the water", LEXICON) != key(f"{other} to test the water", LEXICON)


@pytest.mark.slow
def test_hashes_are_the_same_in_every_process() -> None:
    code = (
        "from resolint.corpus.folding import *; from tests.support.words import LEXICON; "
        f"w = key({PARAGRAPH!r}, LEXICON); print(digest(w), shingles(w))"
    )
    words = key(PARAGRAPH, LEXICON)
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONHASHSEED": seed}, check=True
        )
        assert done.stdout.split(" ", 1) == [str(digest(words)), f"{shingles(words)}\n"]


def test_short_texts_have_no_shingles() -> None:
    assert shingles(key("Further decides:", LEXICON)) == []
    assert shingles(key("Adopts the annex thereto today.", LEXICON))


@given(st.text(max_size=200))
def test_any_text_can_be_folded(text: str) -> None:
    plain = light(text)
    assert light(plain) == plain or len(light(plain)) < len(plain)
    for number in (*shingles(key(text, LEXICON)), digest(key(text, LEXICON))):
        assert -(2**63) <= number < 2**63


@given(st.lists(st.sampled_from(["well", "the", "water", "of", "States", "urges", "12", "council"]), max_size=60))
def test_shingles_of_a_longer_text_hold_those_of_its_beginning(words: list[str]) -> None:
    text = " ".join(words)
    whole, part = (
        shingles(key(text + " " + " ".join("abcdefghijklmnopqrstuvwxyz" * 2), LEXICON)),
        shingles(key(text, LEXICON)),
    )
    pairs = set(part) - set(whole)
    # A long text keeps every second shingle and no pairs, a short one all; what both keep is the same.
    assert len(set(part) & set(whole)) + len(pairs) == len(part)


def test_folding_is_linear_on_hostile_text() -> None:
    for text in ("a/" * 50_000, ". , ; " * 20_000, "1" * 100_000, "x-" * 50_000, "and " * 30_000, "'" * 100_000):
        assert isinstance(key(text, LEXICON), list)

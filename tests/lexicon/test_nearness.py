"""How far two texts are alike at both ends."""

from hypothesis import given
from hypothesis import strategies as st

from resolint.lexicon.nearness import edges
from tests.support.rows import each

WORDS = st.text("abc", max_size=8)


@each(
    ("one", "other", "expected"),
    [
        ("Council", "Counsil", (4, 2)),
        ("council", "concil", (2, 4)),
        ("aaa", "aa", (2, 0)),
        ("same", "same", (4, 0)),
        ("", "word", (0, 0)),
        (("See", " ", "to", " ", "%"), ("See", " ", "%"), (2, 1)),
    ],
)
def test_edges(one: str | tuple[str, ...], other: str | tuple[str, ...], expected: tuple[int, int]) -> None:
    assert edges(one, other) == expected


@given(WORDS, WORDS)
def test_edges_never_overlap_and_reach_as_far_as_they_can(one: str, other: str) -> None:
    head, tail = edges(one, other)
    short = min(len(one), len(other))
    assert head + tail <= short
    assert one[:head] == other[:head]
    assert one[len(one) - tail :] == other[len(other) - tail :]
    assert head == short or one[head] != other[head]
    assert head + tail == short or one[-1 - tail] != other[-1 - tail]

"""The weights of small words: what is packed comes out again, and what does not fit is told with what does."""

import pytest

from resolint.attested.words import row
from resolint.cards import lexicon
from resolint.checks.grm.choices import BITS, MAGIC, STEP, Neighbours, Views, choice, features, opened, packed, score
from resolint.checks.grm.choosing import doubts, known_of, proofs
from resolint.checks.grm.doubts import tokens_of


def _place(feature: int, number: int) -> int:
    return ((feature ^ number) * 0x9E3779B1 & 0xFFFFFFFF) >> 6


def test_a_weight_is_found_by_its_feature_and_choice_alone() -> None:
    weights = opened(packed({_place(7, 1): -90, _place(8, 1): 31}))
    assert weights is not None
    assert score(weights, (7, 8), 1) == -59
    assert score(weights, (7,), 1) == -90
    assert score(weights, (7, 8), 2) == 0


def test_of_weights_in_one_place_the_greatest_is_kept() -> None:
    first, second = 5 << 6, (5 << 6) + 1
    weights = opened(packed({first: -20, second: 10}))
    assert weights is not None
    assert weights[5] == 128 - 20
    assert weights[6] >> 8 > 63  # fits no feature


@pytest.mark.parametrize("data", [b"", MAGIC, b"x" * (len(MAGIC) + (2 << BITS))])
def test_no_weights_are_read_from_other_files(data: bytes) -> None:
    assert opened(data) is None


def test_the_word_in_the_place_is_not_asked() -> None:
    views = Views(tokens_of(lexicon()))
    seen = [
        features(Neighbours(row(f"that the guilds meet {word} the town hall").words, views), 4, 6)
        for word in ("in", "against")
    ]
    assert seen[0] == seen[1]


def test_a_word_of_the_same_kind_is_weighed_alike_wherever_it_stands() -> None:
    known = known_of(lexicon())
    assert known is not None
    beside = Neighbours(row("Decides that the guilds, in accordance the rules, shall meet;").words, known.views)
    found = features(beside, 7, 8)
    better = score(known.weights, found, choice("with")) - score(known.weights, found, choice(""))
    assert better * STEP > 3


@pytest.mark.parametrize(
    ("text", "found", "instead"),
    [
        ("Noting that the keepers of lamps help others, under request, in the repair of lamps,", "under", "upon"),
        ("Emphasizing the need of to repair the lamps of harbours", "of", ""),
        ("Decides that the lamps shall be repaired in accordance the rules of the guild of keepers", "", "with"),
        (
            "Requests the keepers to report on the repair of lamps and to disclosure the oils used",
            "disclosure",
            "disclose",
        ),
    ],
)
def test_what_does_not_fit_is_told_with_what_does(text: str, found: str, instead: str) -> None:
    known = known_of(lexicon())
    assert known is not None
    words = row(text)
    told = [*doubts(words, known)]
    assert [(b"".join(words.words[one.start : one.end]).decode().strip(), one.instead) for one in told] == [
        (found, instead)
    ]


def test_what_adopted_texts_have_beside_both_neighbours_is_not_asked() -> None:
    known = known_of(lexicon())
    assert known is not None
    words = row("in accordance with the rules").words
    assert not [*proofs(words, 3, 4, (b"to ", b"of "), known.counts)]
    assert (b"with ", "3") in [*proofs(row("in accordance to the rules").words, 3, 4, (b"with ", b"of "), known.counts)]

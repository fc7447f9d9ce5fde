"""The weights of forms: what is packed comes out again, and what is no file of weights is none."""

from resolint.attested.words import row
from resolint.cards import lexicon
from resolint.checks.grm.doubts import best, doubts, known_of, tokens_in, tokens_of
from resolint.checks.grm.neighbours import BITS, LEMMA, features
from resolint.checks.grm.weights import opened, packed, scores, total


def test_sums_lie_side_by_side() -> None:
    rows = [(0, 0, 0, 0, 0)] * (1 << BITS)
    rows[3], rows[5] = (1, -2, 3, -63, 63), (10, 20, -30, -40, 63)
    table = opened(packed(rows))
    assert table is not None
    fit = scores(total(table, (3, 5)))
    nought = scores(total(table, (0, 1)))
    assert tuple(one - zero for one, zero in zip(fit, nought, strict=True)) == (11, 18, -27, -103, 126)


def test_no_weights_are_read_from_other_files() -> None:
    assert opened(b"") is None
    assert opened(packed([(0, 0, 0, 0, 0)])) is None


def test_the_features_of_the_word_itself_change_with_the_word_alone() -> None:
    tokens = tokens_of(lexicon())
    seen = [
        features(tokens_in(row(f"that the guilds shall {verb} the fair").words, tokens), 6)
        for verb in ("govern", "abolish")
    ]
    assert {place for place, pair in enumerate(zip(*seen, strict=True)) if pair[0] != pair[1]} == set(LEMMA)


def test_a_form_is_doubted_and_the_right_one_is_not() -> None:
    known = known_of(lexicon())
    assert known is not None
    told = [*doubts(row("Decides that the guilds shall not refusing foreign apprentices;"), known)]
    assert [(one.found, one.instead) for one in told] == [("refusing", "refuse")]
    assert not [*doubts(row("Decides that the guilds shall not refuse foreign apprentices;"), known)]


def test_the_best_place_is_a_bit() -> None:
    assert best((1, 5, 3, 9, 2), 0b00111) == 2

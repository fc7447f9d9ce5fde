"""How sure a doubt is: by what is counted of what stands there and of what fits."""

from resolint.attested.words import row
from resolint.cards import lexicon
from resolint.checks.grm.choices import Neighbours
from resolint.checks.grm.known import known_of
from resolint.checks.grm.surety import around, contrast, known_share, surety_of
from resolint.checks.grm.weighing import asked, figures, fitting
from resolint.checks.shared.counted import counts_of


def test_the_table_has_a_weight_for_every_figure() -> None:
    known = known_of(lexicon())
    assert known is not None
    words = row("Noting the obligations under Geneva Conventions of lamps and on the light of the report").words
    beside = Neighbours(words, known.views)
    found = [
        len(figures(place, fit, words, known)[0])
        for place in asked(words, known)
        for fit in fitting(beside, place, known)
    ]
    assert found
    assert {*found} == {len(surety_of(lexicon())["choice"].weights)}


def test_what_is_usual_counts_more_than_what_stands_there() -> None:
    counts = counts_of(lexicon())
    assert counts is not None
    words = row("to examine, on the light of the report, the lamps").words
    found = contrast(around(words, 4, 5), b"on ", b"in ", counts)
    old, new = found[:7], found[7:14]
    assert new[3] > old[3]  # *in the light* against *on the light*


def test_a_sure_doubt_lies_beyond_its_limit_and_a_feeble_one_below() -> None:
    surety = surety_of(lexicon())["form"]
    assert surety.of([0.0] * len(surety.weights), ()) == -surety.info


def test_the_words_of_a_place_do_not_tell_whether_its_surroundings_are_known() -> None:
    assert known_share([1, 1, 0, 0, 0, 1, 1], 3, 4) == 1.0
    assert known_share([0, 0, 0, 0, 0, 0, 0], 3, 4) == 0.0
    assert known_share([], 1, 1) == 0.0

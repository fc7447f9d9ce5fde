"""Limits are set where a fault found costs no more false alarms than the price, and higher where neighbours of the kind err."""

from resolint.checks.grm.telling import rule_of
from tests.forms import limits as module
from tests.forms.limits import Tally, limits, told


def _tally(alarms: list[float], faults: list[float]) -> Tally:
    tally = Tally()
    tally.alarms, tally.faults = alarms * 2, faults * 2
    return tally


def test_a_kind_without_alarms_is_told_from_the_least_limit_on() -> None:
    kind = ("v", "m", "d", 16, 1)
    table = limits({kind: _tally([-3.0], [7.0] * 500)})
    assert table == {kind: (module.LEAST["warning"] + module.SURER["GRM002"], module.LEAST["info"])}


def test_a_limit_lies_above_the_alarms_that_cost_too_much() -> None:
    kind = ("v", "m", "d", 16, 1)
    found = limits({kind: _tally([4.0], [6.0] * 500 + [3.0] * 10)})[kind]
    assert found[1] > 4.0
    assert found[0] >= 4.0 + module.CUSHION["warning"]


def test_a_kind_that_finds_nothing_worth_its_alarms_is_left_out() -> None:
    assert limits({("v", "m", "d", 16, 1): _tally([7.0] * 50, [6.0] * 20)}) == {}


def test_what_errs_before_one_word_raises_the_limit_before_another() -> None:
    bad, good = ("v", "m", "d", 16, 1), ("v", "m", "p", 16, 1)
    table = limits({bad: _tally([5.0] * 30, [9.0] * 500), good: _tally([], [9.0] * 500)})
    assert table[good][1] > 5.0


def test_what_is_told_is_counted_by_rule() -> None:
    kind = ("v", "m", "d", 16, 1)
    row = told({kind: _tally([2.0, 9.0], [9.0, 1.0])}, {kind: (5.0, 1.8)})[rule_of("v", 16, 1)]
    assert row == [1.0, 1.0, 1.0, 2.0]

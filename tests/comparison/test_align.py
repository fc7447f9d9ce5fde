import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolint.comparison.align import align, chain
from resolint.comparison.assignment import assign
from resolint.comparison.similar import Signature


def signatures(*texts, part="operative"):
    keys: dict = {}
    return [
        Signature(keys.setdefault(t, hash(t)), tuple(map(hash, t.split())), part, f"{n}.") for n, t in enumerate(texts)
    ]


A = "urges member states to keep their lighthouses lit at night"
B = "requests the pilots to report on ferries and on harbours every year"
C = "encourages all ports to share tide tables with one another freely"
D = "welcomes new lamps that burn no oil and give more light"


def test_equal_rows_are_kept_one_by_one():
    found = align(signatures(A, B, C), signatures(A, B, C))
    assert found.kept == {0: 0, 1: 1, 2: 2} and not found.moved and not found.splits and not found.merges


def test_of_two_crossing_pairs_the_heavier_one_keeps_its_place():
    long = f"{A} {B}"
    found = align(signatures(D, long), signatures(long, D))
    assert found.kept == {1: 0} and found.moved == {0: 1}


def test_a_changed_paragraph_keeps_its_partner_though_its_number_is_anothers():
    changed = B.replace("every year", "every second year")
    found = align(signatures(A, B, C), signatures(D, A, changed, C))
    assert found.kept == {0: 1, 1: 2, 2: 3}


def test_a_split_takes_both_halves_and_a_merge_both_wholes():
    whole = f"{A} {B}"
    assert align(signatures(whole, C), signatures(A, B, C)).splits == {0: [0, 1]}
    assert align(signatures(A, B, C), signatures(whole, C)).merges == {0: [0, 1]}


def test_a_new_neighbour_is_no_part_of_a_split():
    found = align(signatures(A, C), signatures(A.replace("night", "dusk"), D, C))
    assert not found.splits and found.kept == {0: 0, 1: 2}


def test_unlike_paragraphs_are_no_pair():
    found = align(signatures(A, B), signatures(C, D))
    assert not found.kept and not found.moved


def test_preambular_and_operative_paragraphs_are_never_the_same_in_order_but_may_have_moved():
    found = align(signatures(A, part="preamble"), signatures(A))
    assert not found.kept and found.moved == {0: 0}


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)), st.integers(1, 50), max_size=25))
@settings(max_examples=150, deadline=None)
def test_the_chain_is_the_heaviest_there_is(weights):
    found = chain({pair: float(weight) for pair, weight in weights.items()})
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))
    best: dict = {}
    for i, j in sorted(weights):
        best[i, j] = weights[i, j] + max((best[k] for k in best if k[0] < i and k[1] < j), default=0)
    assert sum(weights[pair] for pair in found) == max(best.values(), default=0)


@given(st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.integers(1, 30), max_size=18))
@settings(max_examples=120, deadline=None)
def test_the_assignment_is_the_heaviest_there_is(weights):
    found = assign({pair: float(weight) for pair, weight in weights.items()})
    assert len(set(found.values())) == len(found)

    def best(rows, taken):
        if not rows:
            return 0
        row, *rest = rows
        here = [weight + best(rest, taken | {j}) for (i, j), weight in weights.items() if i == row and j not in taken]
        return max([best(rest, taken), *here])

    assert sum(weights[pair] for pair in found.items()) == best(sorted({i for i, _ in weights}), frozenset())


@pytest.mark.parametrize("size", [300, 600])
def test_the_work_grows_with_the_changes_and_not_with_the_square(size, monkeypatch):
    """Counted, not timed: how many pairs of paragraphs are held against one another."""
    from resolint.comparison import similar

    rnd = random.Random(size)
    words = [f"w{n}" for n in range(900)]
    base = [" ".join(rnd.choices(words, k=30)) for _ in range(size)]
    draft = [text if rnd.random() < 0.7 else " ".join(["new", *text.split()[3:]]) for text in base]
    count = 0
    true = similar.similarity

    def counted(*args):
        nonlocal count
        count += 1
        return true(*args)

    monkeypatch.setattr(similar, "similarity", counted)
    found = align(signatures(*base), signatures(*draft))
    assert len(found.kept) == size
    assert count < 8 * size

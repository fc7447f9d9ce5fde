"""The loops of the fit, compiled by numba; ``features`` is that of ``checks.grm.choices`` over whole columns."""

import numba
import numpy as np

U = np.uint64
ONE, TWO, THREE, FOUR = U(0x9E3779B1), U(0x85EBCA77), U(0xC2B2AE3D), U(0x27D4EB2F)
SALT, FULL, SIX = U(0x165667B1), U(0xFFFFFFFF), U(6)
FEATURES = 26
SEEN = WEIGHTS = 1 << 26
"""So many features are counted, and so many weights fitted, apart."""


@numba.njit(inline="always")  # type: ignore[untyped-decorator]
def features(word, tag, lemma, head, verb, left, right, f):  # type: ignore[no-untyped-def]
    """The features of the place between two words, into ``f``."""
    aw, bw, xw, yw = U(word[left]), U(word[left - 1]), U(word[right]), U(word[right + 1])
    a, b, c, x, y, z = (
        U(tag[left]),
        U(tag[left - 1]),
        U(tag[left - 2]),
        U(tag[right]),
        U(tag[right + 1]),
        U(tag[right + 2]),
    )
    own, own2, top, act = U(lemma[left]), U(lemma[left - 1]), U(head[right]), U(verb[left])
    if act == U(0):
        act = a
    f[0], f[1], f[2], f[3], f[4] = U(0), aw * ONE, xw * ONE, own * ONE, top * ONE
    f[5], f[6], f[7] = aw * ONE + xw * TWO, aw * ONE + bw * TWO, xw * ONE + yw * TWO
    f[8], f[9], f[10] = a * ONE + x * TWO, b * ONE + a * TWO + x * THREE, a * ONE + x * TWO + y * THREE
    f[11], f[12], f[13] = b * ONE + a * TWO + x * THREE + y * FOUR, aw * ONE + x * TWO, a * ONE + xw * TWO
    f[14], f[15], f[16] = own * ONE + top * TWO, a * ONE + top * TWO, act * ONE + a * TWO
    f[17], f[18], f[19] = bw * ONE + a * TWO + x * THREE, aw * ONE + x * TWO + y * THREE, act * ONE + top * TWO
    f[20], f[21] = bw * ONE + aw * TWO + xw * THREE, aw * ONE + xw * TWO + yw * THREE
    f[22], f[23] = c * ONE + b * TWO + a * THREE, x * ONE + y * TWO + z * THREE
    f[24], f[25] = own2 * ONE + a * TWO + top * THREE, bw * ONE + aw * TWO + x * THREE
    for i in range(FEATURES):
        f[i] += U(i + 1) * SALT


@numba.njit(inline="always")  # type: ignore[untyped-decorator]
def place(f, number):  # type: ignore[no-untyped-def]
    """The weight of a feature together with a choice, of ``WEIGHTS``."""
    return (((f ^ number) * ONE) & FULL) >> SIX


@numba.njit  # type: ignore[untyped-decorator]
def counted(columns, lefts, rights, counts):  # type: ignore[no-untyped-def]
    """Count how often each feature occurs, up to 255."""
    word, tag, lemma, head, verb = columns
    f = np.empty(FEATURES, np.uint64)
    for e in range(len(lefts)):
        features(word, tag, lemma, head, verb, lefts[e], rights[e], f)
        for i in range(FEATURES):
            k = ((f[i] * TWO) & FULL) >> SIX
            if counts[k] < 255:
                counts[k] += 1


@numba.njit  # type: ignore[untyped-decorator]
def learnt(columns, lefts, rights, right, order, numbers, tags, starts, sizes, others, small, common, counts, least, weights, sums, kept, rate, drawn, hidden, seed):  # type: ignore[no-untyped-def]  # noqa: C901  # fmt: skip
    """One round: what stands in each place is made likelier, and some of what might be taken for it less; Adagrad.

    Only the weights of ``kept`` are used; where that is empty, all are.
    """
    np.random.seed(seed)
    word, tag, lemma, head, verb = columns
    f, used = np.empty(FEATURES, np.uint64), np.empty((2, FEATURES), np.bool_)
    seen, at = np.empty(FEATURES, np.bool_), np.empty((2, FEATURES), np.int64)
    closed, loss, every = len(common), 0.0, len(kept) == 0
    for e in order:
        features(word, tag, lemma, head, verb, lefts[e], rights[e], f)
        for i in range(FEATURES):
            seen[i] = counts[((f[i] * TWO) & FULL) >> SIX] >= least
        own = right[e]
        number = drawn if small[own] else sizes[own]
        forgotten = not small[own] and np.random.random() < hidden
        for turn in range(number + 1):
            one = own
            if turn and not small[own]:
                one = others[starts[own] + turn - 1]
            elif turn == 1:
                one = 0 if own else 1 + np.random.randint(closed - 1)
            elif turn == 2 and sizes[own]:
                one = others[starts[own] + np.random.randint(sizes[own])]
            elif turn and turn <= 1 + drawn // 2:
                one = np.random.randint(closed)
            elif turn:
                one = min(np.searchsorted(common, np.random.random()), closed - 1)
            if turn and one == own:
                continue
            bare = forgotten and not small[one]
            total = 0.0
            for row in range(2):
                told = not bare if row == 0 else not small[one]
                for i in range(FEATURES):
                    used[row, i] = told and seen[i]
                    if used[row, i]:
                        k = place(f[i], numbers[one] if row == 0 else tags[one])
                        if every or kept[k]:
                            at[row, i] = k
                            total += weights[k]
                        else:
                            used[row, i] = False
            chance = 1 / (1 + np.exp(-total))
            slope = chance if turn else chance - 1
            loss -= np.log(max(1 - abs(slope), 1e-9))
            for row in range(2):
                for i in range(FEATURES):
                    if used[row, i]:
                        k = at[row, i]
                        sums[k] += slope * slope
                        weights[k] -= rate * slope / np.sqrt(sums[k])
    return loss / len(order)


@numba.njit  # type: ignore[untyped-decorator]
def judged(columns, lefts, rights, right, numbers, tags, starts, sizes, others, small, closed, weights, out):  # type: ignore[no-untyped-def]  # fmt: skip
    """How well the choices fit, row by row: all small words for a small one, and behind them the other words of its set;
    for another word its own and those of its set."""
    word, tag, lemma, head, verb = columns
    f = np.empty(FEATURES, np.uint64)
    for e in range(len(lefts)):
        features(word, tag, lemma, head, verb, lefts[e], rights[e], f)
        own = right[e]
        first = closed if small[own] else 1
        for turn in range(min(first + sizes[own], out.shape[1])):
            one = others[starts[own] + turn - first] if turn >= first else turn if small[own] else own
            total = 0
            for i in range(FEATURES):
                total += weights[place(f[i], numbers[one])]
                if not small[one]:
                    total += weights[place(f[i], tags[one])]
            out[e, turn] = total

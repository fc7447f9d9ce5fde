"""Weighs what adopted texts have between two words against what stands there: small words and words alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from resolint.attested.counts import Counts
from resolint.attested.scoring import LOGS
from resolint.checks.grm.choices import STEP, VERB, Neighbours, features, score
from resolint.checks.grm.known import OWN, Choice, Chosen, Known, written
from resolint.checks.grm.standing import may_stand
from resolint.checks.grm.surety import around, contrast, known_share
from resolint.frozen import NamedTuple

__all__ = ["Fit", "Place", "asked", "classed_as", "figures", "fitting", "judged"]

_FITS = -25
"""What fits so well, in units of ``STEP``, is not held against anything else for a warning."""
_LOOSE = 1.5
"""So much clearer than its limit must *of* be, for a preposition that has no article behind it."""
_BOUND = frozenset((b"the ", b"a ", b"an ", b"its ", b"their "))


class Place(NamedTuple):
    """Words ``start`` to ``end`` of a row that may be another, or none: the choice that stands there, and what may fit."""

    start: int
    end: int
    own: Choice
    fits: tuple[bytes, ...]


def asked(words: Sequence[bytes], known: Known) -> Iterator[Place]:
    """The places that are looked at, with what adopted texts write there: between just these neighbours, and far more often.

    The first word is not asked. What is told of a gap must have been counted with both of its neighbours.
    """
    counts, choices = known.counts, known.choices
    threes = counts.threes(words)
    for place in range(1, len(words) - 2):
        word, left, right = words[place], words[place - 1], words[place + 1]
        here = threes[place - 1]
        own = choices[word] if place > 1 else None
        if (
            own is not None
            and own[0].group == OWN
            and left == b"to "
            and right in _BOUND
            and known.views[word].role & VERB
        ):
            own = None  # *to teach the*: any verb may stand there
        if own is not None and (not here or (own[0].group == "p" and not (threes[place - 2] and threes[place]))):
            fits = _between(left, right, own[1], LOGS[here], counts)
            if word in known.small and LOGS[counts[left + right]] > (LOGS[here] + _CONTRAST if here else 0.0):
                fits = (*fits, b"")
            if fits:
                yield Place(place, place + 1, own[0], fits)
        if not here and not threes[place] and word[:1].isalnum() and right[:1].isalnum():
            fits = _between(word, right, known.small, LOGS[counts[word + right]], counts)
            if fits:
                yield Place(place + 1, place + 1, known.nothing, fits)


def _between(left: bytes, right: bytes, others: tuple[bytes, ...], often: float, counts: Counts) -> tuple[bytes, ...]:
    """Which of ``others`` adopted texts have between two words, several times as often as what stands there."""
    fits = counts.behind(left, others)
    if not fits:
        return ()
    ahead, least = counts.ahead(right, others), often + _CONTRAST if often else 0.0
    return tuple([one for one in fits if one in ahead and LOGS[counts[left + one + right]] > least])


class Fit(NamedTuple):
    """A choice that fits a place better by ``better``; ``stands`` and ``score`` tell how well both fit, in units of ``STEP``."""

    better: float
    stands: int
    score: int
    other: Choice


def fitting(beside: Neighbours, place: Place, known: Known) -> list[Fit]:
    """What fits a place clearly better than what stands there, the best first; no more than two."""
    found, weights = features(beside, place.start - 1, place.end), known.weights
    own = place.own
    stands = score(weights, found, own.number) + (score(weights, found, own.tag) if own.tag else 0)
    if stands > _STANDS:
        return []
    fits = []
    for one in place.fits:
        other = known.every[one] if one else known.nothing
        if other is own:
            continue
        fit = score(weights, found, other.number) + (score(weights, found, other.tag) if other.tag else 0)
        if (fit - stands) * STEP >= _LEAST_BETTER:
            fits.append(Fit((fit - stands) * STEP, stands, fit, other))
    return sorted(fits, key=_BETTER, reverse=True)[:2]


def figures(place: Place, fit: Fit, words: Sequence[bytes], known: Known) -> tuple[list[float], str]:
    """What tells how sure a doubt is, and how well its proof is (``proofs``), empty for none."""
    counts, start, end, other = known.counts, place.start, place.end, fit.other
    own, better = place.own, fit.better
    spelled = written(other.word) if other.word else b""
    beside = around(words, start, end)
    found = contrast(beside, words[start] if start < end else b"", spelled, counts)
    old, new = found[:7], found[7:14]
    known_on_both = new[2] and (not beside.behind or new[3])
    proof = ("3" if known_on_both else "2") if spelled else "3" if new[2] or new[3] else "1"
    blocked = start < end and old[0] and old[1]
    limit = min(_limit(place, other, proof, known)[1], _FARTHEST)
    share = known_share(counts.threes(words), start, end)
    values = [
        1.0,
        better,
        max(0.0, better - 3),
        max(0.0, better - 6),
        min(fit.stands, 40) / 20,
        max(fit.stands, -80) / 40,
        fit.score / 40,
        *found,
        share,
        share * better,
        max(-6.0, min(3.0, better - limit)),
        1.0 if proof == "3" else 0.0,
        *[better if own.group == group else 0.0 for group in ("", "p", "a", "o", "w")],
    ]
    proven = not blocked and not old[4] and fit.stands <= _FITS
    return values, proof if proven else ""


def _limit(place: Place, other: Choice, proof: str, known: Known) -> tuple[float, float]:
    key = place.own.group, other.group, proof
    return known.limits.get((*key, place.own.word or other.word)) or known.limits.get((*key, ""), _NEVER)


def classed_as(place: Place, fit: Fit) -> tuple[str, ...]:
    """The names under which a doubt has weights of its own."""
    own, other = place.own, fit.other
    group = f"{own.group}>{other.group}"
    if own.group == OWN or other.group == OWN:
        return (group,)
    return group, f"{own.word} > {other.word}", f"{own.word} >", f"> {other.word}"


def judged(beside: Neighbours, place: Place, words: Sequence[bytes], known: Known) -> Chosen | None:
    """What the weights say of a place: what is surest beyond its limit."""
    start, end, own = place.start, place.end, place.own
    best: tuple[float, Fit, str] | None = None
    if known.surety is None:
        return None
    for fit in fitting(beside, place, known):
        values, proof = figures(place, fit, words, known)
        sure = known.surety.of(values, classed_as(place, fit))
        if sure > 0 and (best is None or sure > best[0]):
            best = sure, fit, proof
    if best is None:
        return None
    _, fit, proof = best
    other = fit.other
    if may_stand(words, start, end, own.group, own.word, other.word):
        return None
    # Behind a noun an adjunct may stand as well as what belongs to it: *signs and forms in large type*.
    loose = own.group == "p" and other.word == "of" and words[end] not in _BOUND
    firm = bool(proof) and fit.better > _limit(place, other, proof, known)[0] + (_LOOSE if loose else 0)
    return Chosen(start, end, other.word, own.group, other.group, firm, fit.better)


_BETTER = itemgetter(0)
_CONTRAST = 1.5
"""So much greater must the logarithm of a count be where what stands there was counted too."""
_STANDS, _LEAST_BETTER = 0, 2.0
"""What fits so well, in units of ``STEP``, is not doubted; nor is anything that does not fit better by so much."""
_FARTHEST = 20.0
_NEVER = (99.0, 99.0)

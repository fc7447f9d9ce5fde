"""Contractions, shortened Latin and wrong plurals."""

from tests.accuracy.drafts import Draft
from tests.accuracy.faults import Planted, fault, replaced


@fault("SPL006")
def contraction(draft: Draft, pick: int) -> Planted | None:
    new = ("that don’t fail", "that can't fail", "that won’t fail", "that aren’t lit")[pick % 4]
    return replaced(draft, r"(?<=keepers of lighthouses)(?=,)", f" {new}", 0, "preamble")


@fault("SPL008")
def latin(draft: Draft, pick: int) -> Planted | None:
    new = (", etc.", ", e.g. at night", ", i.e. at night", " etc.")[pick % 4]
    return replaced(draft, r"(?<=keepers of lighthouses)(?=,)", new, 0, "preamble")


@fault("SPL014")
def plural(draft: Draft, pick: int) -> Planted | None:
    return replaced(
        draft, r"(?<=keepers of lighthouses)(?=,)", (" and informations", " and advices")[pick % 2], 0, "preamble"
    )

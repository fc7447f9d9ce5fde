"""Which rule tells of a form of a word that does not fit."""

from __future__ import annotations

from resolint.checks.grm.forms import BARE, ING, WITH_S

__all__ = ["rule_of"]


def rule_of(group: str, old: int, new: int) -> str:
    """The rule that tells of a doubt, empty where none does."""
    if group in ("nv", "u") and (old, new) == (WITH_S, ING):
        return ""  # *with ramps and counters* has two nouns
    if group in ("v", "nv", "u", "have", "do"):
        return _RULES[group] if {old, new} == _NUMBER else "GRM002"
    if group == "be":
        return "GRM001" if {old, new} == _OF_BE else "GRM002"
    if group == "its" and new == 4:
        return ""  # *its* is rather *his* nowhere
    return _RULES.get(group, "")


_RULES = {
    "be": "GRM001", "have": "GRM001", "do": "GRM001", "v": "GRM001", "nv": "GRM003", "u": "GRM003", "n": "GRM003", "N": "GRM003",
    "its": "GRM004", "it": "GRM004", "itself": "GRM004", "this": "GRM004", "r": "GRM007",
    "who": "GRM008", "many": "GRM008", "few": "GRM008", "fewer": "GRM008", "than": "GRM008",
}  # fmt: skip
_NUMBER, _OF_BE = {BARE, WITH_S}, {2, 4}

"""The sentences of the concordance in the language of the user."""

from __future__ import annotations

from resolint.concordance.model import HERE, THERE, Remark
from resolint.regex import lazy
from resolint.report.spoken import Spoken

__all__ = ["said"]

_MARKS = {HERE: "‹here›", THERE: "‹there›"}
_PLACE = lazy(r"\b(?:preambular|operative|annex|footnote|heading|body|item|act) [\dIVX]+(?: \([a-z]+\))*")
_QUOTED = lazy("“([^”]*)”")


def said(remark: Remark, say: Spoken, here: str = "here", there: str = "there") -> str:
    """The sentence of a remark with these words for the two versions, which are in the language already."""
    if say.words is None:
        return remark.said(here, there)
    sentence = _in_own_words(remark)
    for token, mark in _MARKS.items():
        sentence = sentence.replace(token, mark)
    # Lists of words are of any length, and only their joint is ours.
    joint = say("or")
    sentence = sentence.replace("” or “", f"” {joint} “")
    told = _PLACE.sub(lambda found: say(found[0]), say(sentence))
    if say.words.language == "fr":
        told = _QUOTED.sub("«\u00a0\\1\u00a0»", told.replace(f"” {joint} “", f"\u00a0» {joint} «\u00a0"))
    return told.replace(_MARKS[HERE], here).replace(_MARKS[THERE], there)


def _in_own_words(remark: Remark) -> str:
    """The sentence of a remark, with the openings as they stand in the texts; English verbs help the reader of English alone."""
    head, mark, _ = remark.sentence.partition(": ")
    here, there = remark.openings
    return f"{head}: “{here}” {HERE}, “{there}” {THERE}." if mark and here and there else remark.sentence

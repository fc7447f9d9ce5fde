"""Holds a version against the first one: aligned, and said what is missing, doubled or different."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio

from resolint.concordance.align import align
from resolint.concordance.figures import Difference, differences
from resolint.concordance.model import Concordance, Paragraph, Remark, Row

__all__ = ["hold"]

_PARTS = ("preambular", "operative", "subparagraph", "annexed")
_SAME = 90
_WORDS = {
    "symbol": "Symbols",
    "reference": "Numbers of resolutions and the like",
    "date": "Months",
    "number": "Numbers",
}


def hold(
    here: Sequence[Paragraph], there: Sequence[Paragraph], names: tuple[str, str], languages: tuple[str, str]
) -> Concordance:
    """The concordance of two versions, given as their paragraphs, with their names and the codes of their languages."""
    rows = []
    for one, other in align(here, there, languages):
        if one is not None and other is not None:
            rows.append(Row(one, other, tuple(_differing(one, other))))
        else:
            lone, side = (one, here) if one is not None else (other, there)
            assert lone is not None
            rows.append(Row(one, other, (_alone(lone, side, one is not None, names),)))
    return Concordance(*names, *languages, tuple(rows))


def _differing(one: Paragraph, other: Paragraph) -> Iterator[Remark]:
    for found in differences(one.figures, other.figures):
        severity = "warning" if found.sure else "info"
        yield Remark(found.kind, severity, _sentence(found), found.here, found.there)  # type: ignore[arg-type]
    if one.role in ("operative", "subparagraph") and one.number and other.number and one.number != other.number:
        yield Remark(
            "numbering",
            "warning",
            f"The number of the paragraph is {one.number} here and {other.number} there.",
            (one.number,),
            (other.number,),
        )
    if one.verbs and other.verbs and not one.verbs & other.verbs:
        left, right = _listed(one.verbs), _listed(other.verbs)
        message = f"The opening does not correspond: {left} here, a word for {right} there."
        yield Remark("opening", "info", message, (left,), (right,))


def _sentence(found: Difference) -> str:
    what = _WORDS[found.kind]
    if found.sure:
        return f"{what} differ: {', '.join(found.here)} here, {', '.join(found.there)} there."
    if found.here:
        return f"{what} only here: {', '.join(found.here)}."
    return f"{what} only there: {', '.join(found.there)}."


def _listed(verbs: frozenset[str]) -> str:
    return " or ".join(f"“{verb}”" for verb in sorted(verbs))


def _alone(lone: Paragraph, side: Sequence[Paragraph], first: bool, names: tuple[str, str]) -> Remark:
    """What is said of a paragraph without a partner: another beside it says the same, or the other version has it not."""
    at = next(index for index, paragraph in enumerate(side) if paragraph is lone)
    beside = [side[index] for index in (at - 1, at + 1) if 0 <= index < len(side)]
    if len(lone.text) > 8 and any(ratio(lone.text, other.text) > _SAME for other in beside):
        return Remark("doubled", "error", f"{lone.where or 'This'} stands twice in {names[not first]}.")
    severity = "error" if lone.role in _PARTS else "info"
    return Remark("missing", severity, f"{lone.where or 'This'} is missing in {names[first]}.")  # type: ignore[arg-type]

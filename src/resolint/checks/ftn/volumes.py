"""A check on volume and registration number of a treaty in a note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.nearness import one_edit_apart
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_CITED = lazy(r"\bvols?\.[ \xa0](?P<volume>\d{1,4}),[ \xa0]Nos?\.[ \xa0](?P<number>\d{1,5})(?!\d)")


_SAME_DAY = 10


@per_lexicon
def _volumes(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """The volumes in which the treaty with a registration number stands."""
    found: dict[str, set[str]] = {}
    for row in lexicon.rows("instruments"):
        for number in re.findall(r"\d{2,5}", row["registration"]) if row["volume"] else ():
            found.setdefault(number, set()).update(re.findall(r"\d{1,4}", row["volume"]))
    return {number: frozenset(volumes) for number, volumes in found.items()}


@check("FTN029")
def treaty_volume_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """*Vol. 1883, No. 31363* where No. 31363 stands in volume 1833.

    A protocol or an amendment is registered under the number of its treaty and stands in a later volume: of later ones only
    those are told that are one figure off.
    """
    known = _volumes(context.lexicon)
    for note in document.footnotes:
        for block in note.blocks:
            for match in _CITED.finditer(block.text):
                volumes = known.get(match["number"], frozenset())
                if volumes and match["volume"] not in volumes:
                    if _later(match["volume"], volumes):
                        continue
                    right = " or ".join(sorted(volumes))
                    span = block.span(*match.span("volume"))
                    edit = Edit(span, right, match["volume"])
                    fix = Fix(f"Write “{right}”", (edit,), "suggest") if len(volumes) == 1 else None
                    yield Hit(span, {"number": match["number"], "right": right, "found": match["volume"]}, fix)
                elif not volumes and (meant := _meant(match["volume"], match["number"], known)):
                    span = block.span(*match.span("number"))
                    fix = Fix(f"Write “{meant}”", (Edit(span, meant, match["number"]),), "suggest")
                    yield Hit(span, {"number": meant, "right": match["volume"], "found": match["number"]}, fix)


def _later(volume: str, volumes: frozenset[str]) -> bool:
    """Whether a volume came after those of a treaty and is not one of them with a slip."""
    slips = any(one_edit_apart(volume, one) or sorted(volume) == sorted(one) for one in volumes)
    return int(volume) > max(map(int, volumes)) and not slips


def _meant(volume: str, number: str, known: Mapping[str, frozenset[str]]) -> str:
    """The number of a treaty in a volume that another one is but for a figure, or for two that changed places; else empty."""
    there = [one for one, volumes in known.items() if volume in volumes]
    # What was registered on the same day stands side by side: *Nos. 8638 to 8640*.
    there = [one for one in there if abs(int(one) - int(number)) > _SAME_DAY]
    near = [one for one in there if one_edit_apart(one, number) or sorted(one) == sorted(number)]
    return near[0] if len(near) == 1 else ""

"""A check on the volume of the Treaty Series that a note names beside a registration number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_CITED = lazy(r"\bvols?\.[ \xa0](?P<volume>\d{1,4}),[ \xa0]Nos?\.[ \xa0](?P<number>\d{1,5})(?!\d)")


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
    """*Vol. 1883, No. 31363* where No. 31363 stands in volume 1833."""
    known = _volumes(context.lexicon)
    for note in document.footnotes:
        for block in note.blocks:
            for match in _CITED.finditer(block.text):
                volumes = known.get(match["number"], frozenset())
                if volumes and match["volume"] not in volumes:
                    right = " or ".join(sorted(volumes))
                    span = block.span(*match.span("volume"))
                    edit = Edit(span, right, match["volume"])
                    fix = Fix(f"Write “{right}”", (edit,), "suggest") if len(volumes) == 1 else None
                    yield Hit(span, {"number": match["number"], "right": right, "found": match["volume"]}, fix)

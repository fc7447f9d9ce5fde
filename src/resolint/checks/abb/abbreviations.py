"""Checks on abbreviations: is each one explained before it is used?"""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import inside, prose, quotations
from resolint.findings import Hit
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_CAPITALS = lazy(r"(?<![\w/.‑-])(?<![A-Z]:)(?P<short>[A-Z][A-Z&]{2,11})(?P<many>s?)(?![\w/]|:[A-Z]|[-‑]\d|\.[A-Z\d])")
_DEFINED = lazy(r"\((?:the |“|hereinafter |“the )*(?P<short>[A-Z][A-Z&-]{1,11})[”)s,;]")
_SPELT = "spell out"
"""How the table marks an abbreviation that resolutions do not use ..."""
_EXPLAINED = "explain"
"""... and one that they use once it is explained."""
_ROMAN = lazy(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")


@check("ABB002")
def undefined(document: Document, context: Context) -> Iterator[Hit]:
    """Abbreviations in capitals that no table knows and nothing in the text explains, each at its first place.

    One that the table knows is looked for as it stands there by another rule; a plural that it has not is looked for here. With
    the option ``spelt`` those of the table are looked at as well that the United Nations spells out.
    """
    rows = context.tables.get("abbreviations", ())
    spelt = context.options.get("spelt", False)
    named = {row["abbreviation"] for row in rows if row["use"] == "name"}
    asked = (_EXPLAINED, _SPELT) if spelt else (_EXPLAINED,)
    known = {short for row in rows if row["use"] not in asked for short in row["abbreviation"].split("/")}
    known |= {row["avoid"] for row in context.tables.get("country-names", ())}
    blocks = list(prose(document))
    defined = {match["short"] for block in blocks for match in _DEFINED.finditer(block.text)}
    titles = {act.title.block: act.title.start for act in document.acts if act.title is not None}
    seen: set[str] = set()
    for block in blocks:
        if block.text.isupper():
            continue
        ranges = quotations(block.text)
        for match in _CAPITALS.finditer(block.text, max(block.lead, titles.get(block.id, 0))):
            short = match["short"]
            passed = short in known and (not match["many"] or short in named or f"{short}s" in known)
            if short in seen or passed or short in defined or _ROMAN.fullmatch(short):
                continue
            if not inside(ranges, *match.span()):
                seen.add(short)
                end = match.end("many") if short in known else match.end("short")
                yield Hit(block.span(match.start("short"), end), {"found": block.text[match.start("short") : end]})

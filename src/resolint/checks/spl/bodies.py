"""A check on verbs beside subjects whose number is fixed: *a number of*, *one of the*, bodies in the singular, the police."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.classes import classes_of
from resolint.checks.shared.counting import in_texts
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.rule import Context, per_rule

_TO_MANY = {"has": "have", "is": "are", "was": "were"}
_TO_ONE = {plural: single for single, plural in _TO_MANY.items()}


@per_rule
def _subjects(context: Context) -> re.Pattern[str]:
    bodies = "|".join(context.options["bodies"])
    crowds = "|".join(context.options["crowds"])
    many = r"(?:[a-z-]{3,16} )?"
    size = "(?:large |small |growing |significant |considerable |great )?"
    behind = r"(?= (?:been|not|also|already|a|an|the|to|in|[a-z]{3,14}(?:ed|en))\b)"
    return regex.compiled(
        rf"\b[Aa] {size}number of {many}(?P<noun>[a-z]{{3,16}}s) (?P<many>has|is|was)\b"
        rf"|\bone of the (?:[a-z-]{{3,16}} ){{0,2}}(?P<noun2>[a-z]{{3,16}}s) (?P<one>are|were|have)\b"
        rf"|\b(?:that|where|when|which) the (?:United Nations )?(?:{bodies}) "
        rf"(?P<one2>have|are|were){behind}"
        rf"|\b(?:that|where) (?:the )?(?:{crowds}) (?P<many2>is|was|has)\b"
        rf"|\b(?:that|where) (?:the|most|a) (?:vast |great )?majority of (?:the )?{many}"
        rf"(?P<noun3>[a-z]{{3,16}}s) (?P<many3>has|is|was)\b"
    )


@check("SPL035")
def number_of_fixed_subject(document: Document, context: Context) -> Iterator[Hit]:
    """*A number of bells has*, *one of the bells are*, *that the Secretary-General have*, *the police is*."""
    classes = classes_of(context.lexicon)
    for block, match in in_texts(document, _subjects(context), having=(" of ", "that ", "where ", "when ")):
        noun = match["noun"] or match["noun2"] or match["noun3"]
        if noun and noun not in classes.singulars:
            continue
        group = next(name for name in ("many", "one", "one2", "many2", "many3") if match[name])
        found = match[group]
        right = _TO_MANY.get(found) or _TO_ONE[found]
        span = block.span(*match.span(group))
        fix = Fix(f"Write “{right}”", (Edit(span, right, found),), "suggest")
        before = block.text[match.start() : match.start(group)].strip()
        yield Hit(span, {"found": found, "instead": right, "before": before}, fix)

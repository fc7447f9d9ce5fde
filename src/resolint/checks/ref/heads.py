"""A check on who heads a body of the system: each has one title for its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.counting import BLANK, in_texts, longest_first
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.rule import Context, per_rule


@per_rule
def _bodies(context: Context) -> Mapping[str, str]:
    """The title of the head of each body (option ``heads``)."""
    return {body: title for title, bodies in context.options["heads"].items() for body in bodies}


@per_rule
def _headed(context: Context) -> re.Pattern[str]:
    titles = longest_first([*context.options["heads"], *context.options["others"]]).replace(r"\ ", BLANK)
    bodies = longest_first(_bodies(context)).replace(r"\ ", BLANK)
    return regex.compiled(
        rf"(?<!eputy{BLANK})(?<!ssistant{BLANK})(?<!ssociate{BLANK})\b(?P<title>{titles}){BLANK}of{BLANK}(?:the{BLANK})?(?P<body>{bodies})(?![\w’-])"
    )


@check("REF051")
def head_mistaken(document: Document, context: Context) -> Iterator[Hit]:
    """An Executive Director of a body that has a Director-General."""
    for block, match in in_texts(document, _headed(context), having=tuple(context.options["having"])):
        title, body = (" ".join(match[name].split()) for name in ("title", "body"))
        right = _bodies(context)[body]
        if title != right and title.replace("-", " ") != right.replace("-", " "):
            span = block.span(*match.span("title"))
            fix = Fix(f"Write “{right}”", (Edit(span, right, match["title"]),), "suggest")
            yield Hit(span, {"found": title, "right": right, "body": body}, fix)

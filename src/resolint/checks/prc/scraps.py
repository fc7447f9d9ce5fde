"""Checks on what came along when words were pasted: addresses of pages and of mail, words divided at the end of a line."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import prose
from resolint.checks.shared.texts import word_list
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context
from resolint.scan import scan

_ADDRESS = lazy(
    r"\(?(?:(?:see|at|source|link|contact|e-?mail):?[ \xa0]+)?(?:https?://|www\.)[^\s)\]]+\)?"
    r"|(?<![\w.])[\w.+-]{2,40}@[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}",
    0,
)
_CLOSES = ".,;:"


@check("PRC010")
def address_in_text(document: Document, context: Context) -> Iterator[Hit]:
    """The address of a page or of mail in a paragraph of the text; notes are let pass."""
    for block, match in scan(document, prose(document), _ADDRESS, having=("://", "www.", "@")):
        if block.kind == "cell":
            continue
        found = match.group().rstrip(_CLOSES)
        if found.endswith(")") and not found.startswith("("):
            found = found[:-1]
        yield Hit(block.span(match.start(), match.start() + len(found)), {"found": found})


_DIVIDED = lazy(r"(?<![\w-])(?P<first>[A-Za-z]{2,14})-[ \xa0]+(?P<rest>[a-z]{2,14})(?![\w-])")
_PREFIXES = frozenset(("non", "self", "anti", "ex", "vice"))
"""What keeps its hyphen before most words."""
_JOINS = frozenset(("and", "or", "to", "nor", "as", "but", "versus"))
"""Words between two parts that share the rest: *short- and long-term*."""


@check("PRC011")
def word_divided(document: Document, context: Context) -> Iterator[Hit]:
    """*Imple- mentation*: a word that was divided at the end of a line where it was copied from."""
    words = word_list(context.lexicon)
    for block, match in scan(document, prose(document), _DIVIDED, having=("- ", "-\xa0")):
        first, rest = match["first"], match["rest"]
        if rest in _JOINS or not words.knows((first + rest).lower()):
            continue
        span = block.span(*match.span())
        whole = f"{first}-{rest}" if first.lower() in _PREFIXES else first + rest
        yield Hit(
            span,
            {"found": match.group(), "right": whole},
            Fix(f"Write “{whole}”", (Edit(span, whole, match.group()),), "suggest"),
        )

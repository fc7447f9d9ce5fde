"""The check on possessives of abbreviations and of countries."""

from __future__ import annotations

from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import matches
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Document
from resolint.rule import Context

_POSSESSIVE = regex.compiled(
    r"(?<![^\W\d_])(?P<last>[A-Z\u00c0-\u00de][^\W\d_]{1,60}+(?:-[^\W\d_]{1,20})?)(?:['\u2019]s\b|(?<=s)['\u2019](?=\s))"
)
_SHORT = regex.compiled(r"[A-Z]{2,}[A-Z0-9]*(?:-[A-Z][a-z]+)?")


@check("SPL010")
def possessive(document: Document, context: Context) -> Iterator[Hit]:
    """*UNODC's programmes*, *Brazil's Government*."""
    names = _names(context.lexicon)
    for block, match in matches(document, _POSSESSIVE):
        last = match["last"]
        short = _SHORT.fullmatch(last) is not None
        name = last if short else _ending(block.text, match.end("last"), names.get(last, ()))
        if name and not block.text.isupper():
            start = match.end("last") - len(name)
            yield Hit(block.span(start, match.end()), {"text": block.text[start : match.end()], "name": name})


def _ending(text: str, end: int, names: tuple[str, ...]) -> str:
    """The longest of ``names`` that ends at ``end``, empty if none does."""
    return max((name for name in names if text.endswith(name, 0, end)), key=len, default="")


@per_lexicon
def _names(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The names of Member States by their last words."""
    found: dict[str, tuple[str, ...]] = {}
    for row in lexicon.rows("member-states"):
        name = row["running_form"] or row["official_short_name"]
        last = name.split()[-1]
        found[last] = (*found.get(last, ()), name)
    return found

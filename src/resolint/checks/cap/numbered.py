"""Checks on capitals that depend on what follows a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import matches
from resolint.checks.shared.notes import parts
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_OWN = 3
"""What an annex writes so often is its own way."""
_WORDS = ("Paragraph", "Section", "Annex", "Resolution", "Decision")
_OF_NAME = lazy(r"(?:\d{1,4}|[IVX]{1,6})(?: [A-Z])?,? (?:of|to) the [A-Z]")


@per_lexicon
def _words(lexicon: Lexicon) -> tuple[str, ...]:
    """The words that have small letters before a number, as they stand with a capital."""
    occasions = lexicon.grammar.occasions
    return (*_WORDS, f"{occasions.agenda.capitalize()} {occasions.item}")


@per_lexicon
def _numbered(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"(?<=[a-z,][ \xa0])(?P<word>{'|'.join(_words(lexicon))})s?[ \xa0](?=\d{{1,4}}\b(?!\.\d)|[IVX]{{1,6}}\b)"
    )


@check("CAP006")
def numbered_capital(document: Document, context: Context) -> Iterator[Hit]:
    """*Paragraph 5*, *Annex II* with a capital inside a sentence; parts of a named instrument are let pass.

    So is a word that a text set out in an annex always writes so: it has its own ways.
    """
    found = list(matches(document, _numbered(context.lexicon), having=_words(context.lexicon)))
    part_of = parts(document) if found else {}
    own = Counter(match["word"] for block, match in found if part_of.get(block.id) == "annex")
    for block, match in found:
        if _OF_NAME.match(block.text, match.end()) or match.start() < block.lead:
            continue
        if part_of.get(block.id) == "annex" and own[match["word"]] >= _OWN:
            continue
        span = block.span(match.start(), match.start() + 1)
        letter = block.text[match.start()]
        fix = Fix("Write a small letter", (Edit(span, letter.lower(), letter),), "suggest")
        yield Hit(
            block.span(match.start(), match.end("word")),
            {"found": match["word"], "instead": match["word"].lower()},
            fix,
        )

"""One word that a draft writes with a hyphen here and without there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from resolint.checks import check
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.texts import texts
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Document, Span
from resolint.regex import lazy
from resolint.rule import Context
from resolint.tokens import words_of

_WORD = lazy(r"(?<![\w.@/’'-])[a-z]{2,20}(?:[-\u2011][a-z]{2,20})?(?![\w@/-]|\.\w)")


@check("SPL024")
def hyphen_two_ways(document: Document, context: Context) -> Iterator[Hit]:
    """A compound that stands in one word and with a hyphen in one draft; the form that is rarer is marked."""
    wanted = _two_ways(document)
    if not wanted:
        return
    closed, hyphened = _forms(document, wanted)
    settled = _settled(context.lexicon)
    for word, parted in hyphened.items():
        whole = word.replace("-", "")
        joined = closed.get(whole)
        if joined is None or word in settled or whole in settled:
            continue
        prefer, rarer = (whole, parted) if len(joined) >= len(parted) else (word, joined)
        for span in rarer:
            words = document.text(span)
            fix = Fix(f"Write “{prefer}” as elsewhere", (Edit(span, prefer, words),), "suggest")
            yield Hit(span, {"found": words, "prefer": prefer}, fix)


def _two_ways(document: Document) -> frozenset[str]:
    """What may stand both with a hyphen and without, both forms; some too many rather than one too few."""
    words = words_of(document)
    # Levelled words have no soft hyphens any more, at which words end here.
    soft = "\u00ad" in words.text
    written = {word.replace("\u2011", "-") for word in _WORD.findall(words.text)} if soft else words.all
    pairs = {
        (first, second)
        for word in written
        if "-" in word
        for first, second in pairwise(word.replace("'", "-").split("-"))
        if first + second in words.text
    }
    return frozenset(form for first, second in pairs for form in (first + second, f"{first}-{second}"))


def _forms(document: Document, wanted: frozenset[str]) -> tuple[dict[str, list[Span]], dict[str, list[Span]]]:
    """Those of the ``wanted`` words that stand there without and with a hyphen, each with its places outside of quotations."""
    closed: dict[str, list[Span]] = {}
    hyphened: dict[str, list[Span]] = {}
    for block in texts(document):
        ranges = quotations(block.text)
        for match in _WORD.finditer(block.text, block.lead):
            word = match.group().replace("\u2011", "-")
            if word in wanted and not inside(ranges, *match.span()):
                (hyphened if "-" in word else closed).setdefault(word, []).append(block.span(*match.span()))
    return closed, hyphened


@per_lexicon
def _settled(lexicon: Lexicon) -> frozenset[str]:
    """Words whose form other rules prescribe."""
    rows = lexicon.rows("spelling")
    return frozenset(word.lower() for row in rows for key in ("avoid", "prefer") for word in row[key].split("|"))

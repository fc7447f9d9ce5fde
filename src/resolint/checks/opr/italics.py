"""The check on second verbs in italics."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import ClauseStart
from resolint.checks.shared.italics import NEUTRAL, italics, tops
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon
from resolint.lexicon.phrases import verb_of
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_SECOND = lazy(r"[A-Za-z]+(?:[ \xa0][a-z]+){0,3}")


@check("OPR010")
def second_verb_italics(document: Document, context: Context) -> Iterator[Hit]:
    """Second verbs of a paragraph (*and invites*) in italics, as if they opened it."""
    for _, found in tops(document, context.lexicon):
        text = found.block.text
        for low, high in italics(found.block):
            if low < found.start + found.opening.end or text[:low].rstrip(NEUTRAL[:3]).endswith(","):
                # Right behind a comma stands the verb to which a clause leads: *Acting* on the proposal, *recalling* …
                continue
            words = text[low:high].strip(NEUTRAL)
            match = _SECOND.fullmatch(words)
            if match and words.islower() and any(_finite(word, found, context.lexicon) for word in words.split()):
                start = text.index(words, low)
                edit = Edit(found.block.span(start, start + len(words)), words, words, italic=False)
                yield Hit(edit.span, {"found": words}, Fix("Set upright", (edit,), "safe"))


def _finite(word: str, found: ClauseStart, lexicon: Lexicon) -> bool:
    base, form = verb_of(word, lexicon)
    return bool(base) and form == found.opening.form

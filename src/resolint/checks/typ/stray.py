"""A check on ordinary words in italics inside a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.clauses import head
from resolint.checks.shared.italics import NEUTRAL, italics
from resolint.checks.typ.signs import FOREIGN
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.openings import parse
from resolint.model import Block, Clause, Document
from resolint.rule import Context

_TEXTS = 100
_MOST = 6
"""Longer stretches are titles, or a paragraph that somebody set in italics on purpose."""


@check("TYP061")
def italics_stray(document: Document, context: Context) -> Iterator[Hit]:
    """Ordinary English words in small letters that stand in italics by themselves, behind the opening."""
    for _, clause in document.clauses():
        block = document.block(clause.body.block)
        stretches = italics(block)
        if not stretches:
            continue
        begins = _behind_opening(document, block, clause, context.lexicon)
        for low, high in stretches:
            words = block.text[low:high].strip(NEUTRAL)
            if low > begins and words and _are_ordinary(words, context.lexicon):
                start = block.text.index(words, low)
                edit = Edit(block.span(start, start + len(words)), words, words, italic=False)
                yield Hit(edit.span, {"found": words}, Fix("Set upright", (edit,), "safe"))


def _behind_opening(document: Document, block: Block, clause: Clause, lexicon: Lexicon) -> int:
    """Where the words behind the opening of a clause begin; the first word of one that has none is let pass too."""
    found = head(document, clause, lexicon)
    return clause.body.start if found is None else found.start + found.opening.most


def _are_ordinary(words: str, lexicon: Lexicon) -> bool:
    """Whether ``words`` are a few English ones, and no verb that might open a paragraph, which another rule looks at."""
    parts = words.split()
    opening = parse(words.capitalize(), lexicon)
    opens = opening is not None and opening.form != "unknown"
    if not words.islower() or len(parts) > _MOST or opens or FOREIGN.search(words):
        return False
    classes, common = classes_of(lexicon), _common(lexicon)
    return all(part in common or _is_classed(part, classes) for part in parts)


def _is_classed(word: str, classes: Classes) -> bool:
    forms = (classes.bases, classes.thirds, classes.participles, classes.ings, classes.adjectives, classes.adverbs)
    return classes.is_noun(word) or any(word in known for known in forms)


@per_lexicon
def _common(lexicon: Lexicon) -> frozenset[str]:
    """The words that so many adopted texts write that they are English by now, whatever they were."""
    return frozenset(word for word, texts in lexicon.columns("word-counts", "word", "texts") if int(texts) >= _TEXTS)

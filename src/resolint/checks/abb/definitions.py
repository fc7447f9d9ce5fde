"""Checks on abbreviations that the draft explains: once, in one way, before their use, and to be used."""

from __future__ import annotations

from collections.abc import Iterator

from resolint import consistency
from resolint.checks import check
from resolint.consistency import Definition
from resolint.findings import Hit
from resolint.lexicon.labels import roman_value
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_IN_NAME = lazy(r"[”\"]?\)[ \xa0][A-Z]")
"""What follows an abbreviation that is a part of a name: *(SAMOA) Pathway*."""


def _plain(words: str) -> str:
    """Words of a definition without what their place in the sentence adds."""
    return words.lower().removesuffix("’s").removesuffix("'s")


def _explained(document: Document) -> tuple[Definition, ...]:
    """Definitions whose words were found; *(A)* and *(II)* are labels."""
    return tuple(
        one
        for one in document.kept(consistency.definitions)
        if one.words
        and roman_value(one.short) is None
        and not _IN_NAME.match(document.block(one.span.block).text, one.span.end)
    )


@check("ABB006")
def defined_twice(document: Document, context: Context) -> Iterator[Hit]:
    """An abbreviation that brackets explain a second time in the same act, in the same or in other words."""
    first: dict[str, Definition] = {}
    for one in _explained(document):
        known = first.setdefault(one.short, one)
        if known is not one and len(document.acts) < 2:
            same = _plain(known.words) == _plain(one.words)
            how = "is explained already" if same else f"is explained as “{known.words}” before"
            yield Hit(one.span, {"found": one.short, "how": how}, related=(known.span,))


@check("ABB007")
def never_used(document: Document, context: Context) -> Iterator[Hit]:
    """An abbreviation that is explained, and occurs nowhere else in the draft."""
    used = document.kept(consistency.uses)
    texts = " ".join(block.text for block in document.blocks)
    for one in _explained(document):
        places = [span for span in used.get(one.short, ()) if span != one.span]
        if not places and texts.count(one.short) < 2:
            yield Hit(one.span, {"found": one.short})


@check("ABB008")
def used_before(document: Document, context: Context) -> Iterator[Hit]:
    """An abbreviation that is used in the text before the place where it is explained."""
    order = {block.id: place for place, block in enumerate(document.blocks)}
    used = document.kept(consistency.uses)
    seen = {
        short
        for row in context.lexicon.rows("abbreviations")
        if row["use"] == "name"
        for short in row["abbreviation"].split("/")
    }
    for one in _explained(document):
        if one.short in seen or one.span.block not in order:
            continue
        seen.add(one.short)
        here = (order[one.span.block], one.span.start)
        for span in used.get(one.short, ()):
            if span.block in order and (order[span.block], span.start) < here:
                yield Hit(span, {"found": one.short}, related=(one.span,))
                break

"""``consistent``: one thing, one word; of several forms the one that prevails in the draft is kept throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from resolint.cards.kinds.scope import Scope
from resolint.cards.kinds.swap import in_the_case_of
from resolint.cards.kinds.terms import cells, holds, rows
from resolint.cards.tables import TableRow
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document, Span
from resolint.rule import Context, per_rule
from resolint.tokens import Phrase, phrase, words_of

__all__ = ["consistent", "groups"]


def consistent(document: Document, context: Context) -> Iterator[Hit]:
    """A hit for every form that is not the prevailing one of its group: the most frequent, the first if equal.

    The message may use ``{text}``, ``{prefer}``, ``{count}`` (how often the prevailing form stands) and
    ``{others}`` (how often the others do).
    """
    scope = Scope(document, context.options)
    for row, group in _groups(context):
        if row is not None and not holds(row, context.edition):
            continue
        yield from _group(document, group, scope, match_case=bool(context.options.get("match_case")))


def groups(context: Context) -> list[Phrase]:
    """The forms of every group, those of every edition."""
    return [form for _, group in _groups(context) for form in group]


@per_rule
def _groups(context: Context) -> tuple[tuple[TableRow | None, tuple[Phrase, ...]], ...]:
    options = context.options
    exact = bool(options.get("match_case"))
    groups: list[tuple[TableRow | None, Sequence[str]]] = [
        (None, group) for group in options.get("groups", {}).values()
    ]
    groups += [(row, cells(row, options["column"], options)) for row in rows(context)]
    return tuple((row, tuple(phrase(text, match_case=exact) for text in group)) for row, group in groups)


def _group(document: Document, group: Sequence[Phrase], scope: Scope, *, match_case: bool) -> Iterator[Hit]:
    words = words_of(document)
    found: list[tuple[Span, str, str]] = []
    for number, start, end, wanted in words.longest(group):
        block = words.blocks[number]
        if scope.admits(block, start, end):
            found.append((block.span(start, end), block.text[start:end], wanted.text))
    counts = Counter(form for _, _, form in found)
    if len(counts) < 2:
        return
    # Counter keeps the order of first use, and max takes the first of equals.
    prevailing = max(counts, key=lambda form: counts[form])
    first = next(span for span, _, form in found if form == prevailing)
    values = {"count": str(counts[prevailing]), "others": str(len(found) - counts[prevailing])}
    for span, text, form in found:
        if form != prevailing:
            prefer = prevailing if match_case else in_the_case_of(text, prevailing)
            fix = Fix(f"write “{prefer}” as elsewhere in the draft", (Edit(span, prefer, text),), "safe")
            yield Hit(span, {"text": text, "prefer": prefer, **values}, fix, related=(first,))

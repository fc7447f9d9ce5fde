"""Letters and figures of Arabic drafts: words that a typesetter stretched, figures of two scripts."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.texts import texts
from resolint.findings import Edit, Fix, Hit
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

__all__ = ["mixed_figures"]

_STRETCHED = lazy("[\u0621-\u0652]{0,20}[\u0621-\u0652]\u0640{1,20}(?=[\u0621-\u0652])(?!ز)[\u0621-\u0652\u0640]{1,20}")
"""A word with a tatweel inside; before *ز* it keeps two letters apart that run into one another."""
_FIGURE = lazy("[0-9\u0660-\u0669]{1,12}(?:[.,/\u066b\u066c][0-9\u0660-\u0669]{1,9}){0,3}")
_RUN = lazy("[0-9]{1,12}|[\u0660-\u0669]{1,12}")
_NUMBER = lazy("\\s{0,4}[0-9\u0660-\u0669]{1,3} ?[-–.]")


@check("TYP022 draft")
def stretched(document: Document, context: Context) -> Iterator[Hit]:
    """Words that are drawn out with tatweels, told once: what a typesetter did is found in no search."""
    found = [(block, word) for block in texts(document) for word in _STRETCHED.finditer(block.text)]
    for block, word in found[:1]:
        bare = word[0].replace("\u0640", "")
        edits = tuple(
            Edit(block.span(one.start(), one.end()), one[0].replace("\u0640", ""), one[0]) for block, one in found
        )
        fix = Fix(f"write “{bare}”", edits, "suggest")
        yield Hit(block.span(word.start(), word.end()), {"word": word[0], "bare": bare}, fix)


def mixed_figures(document: Document) -> Iterator[Hit]:
    """A number with figures of two scripts, and the first number in the figures that the draft uses less."""
    arabic: list[tuple[Block, int, str]] = []
    european: list[tuple[Block, int, str]] = []
    for block in texts(document):
        number = _NUMBER.match(block.text)
        start = max(block.lead, number.end() if number is not None else 0)
        for found in _FIGURE.finditer(block.text, start):
            place, runs = (block, found.start(), found[0]), _RUN.findall(found[0])
            if len({run.isascii() for run in runs}) == 2:
                yield _figures(place, next(run for run in runs if run.isascii() != runs[0].isascii()), unsure=False)
            else:
                (european if runs[0].isascii() else arabic).append(place)
    if arabic and european:
        fewer, others = (arabic, european) if len(arabic) <= len(european) else (european, arabic)
        yield _figures(fewer[0], others[0][2], unsure=True)


def _figures(place: tuple[Block, int, str], others: str, *, unsure: bool) -> Hit:
    block, start, text = place
    return Hit(block.span(start, start + len(text)), {"word": text, "letters": others}, unsure=unsure)

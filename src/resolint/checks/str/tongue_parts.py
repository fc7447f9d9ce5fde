"""Chinese openings that stand in the wrong part, and numbers without their sign."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from resolint.checks.shared.tongues import heads, tongue_of
from resolint.findings import Hit
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_BARE_NUMBER = lazy(r"(?P<number>\d{1,2})[ \u00a0]{1,3}(?=[^\W\d_])")
_BARE_LETTER = lazy(r"\(?(?P<letter>[b-z])[ \u00a0]{1,3}(?=[^\W\d_])")


def han_opening_of_other_part(document: Document, context: Context) -> Iterator[Hit]:
    """Verbs that adopted texts have in one part alone; most Chinese verbs open both."""
    tongue = tongue_of(context)
    for head in heads(document, context):
        preambular = head.role == "preambular"
        found = tongue.says("finite" if preambular else "of preamble", head.words)
        if found is None:
            continue
        span = head.block.span(head.start, head.start + found.end())
        yield (
            Hit(span, {"found": found[0], "said": "opens operative paragraphs alone, and this paragraph is preambular"})
            if preambular
            else Hit(
                span, {"found": found[0], "said": "opens preambular paragraphs alone, and this paragraph is operative"}
            )
        )


def unsigned_numbers(document: Document, context: Context) -> Iterator[Hit]:
    """Paragraphs whose number, or items whose letter, has lost the sign behind it, so that they belong to nothing."""
    tongue = tongue_of(context)
    clauses = [node for act in document.acts for clause in act.operative for node in clause.walk()]
    numbers = {block: node.number for node in clauses for block in node.blocks}
    letters = ""
    for before, block in pairwise(document.blocks):
        known = numbers.get(before.id, "")
        letters = known if len(known) == 1 and known.isalpha() else "" if known.isdecimal() else letters
        if block.id in numbers or before.id not in numbers:
            continue
        found = _BARE_NUMBER.match(block.text)
        if found is not None and tongue.opening(block.text[found.end() :])[1] in ("operative", "both"):
            right = f"{found['number']} -" if tongue.code == "ar" else f"{found['number']}."
            span = block.span(*found.span("number"))
            yield Hit(span, {"found": f"“{found['number']}”", "expected": right})
        letter = _BARE_LETTER.match(block.text)
        if letter is not None and letters == chr(ord(letter["letter"]) - 1):
            span = block.span(*letter.span("letter"))
            yield Hit(span, {"found": f"“{letter['letter']}”", "expected": f"{letter['letter']})"})

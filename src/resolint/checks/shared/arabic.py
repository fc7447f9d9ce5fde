"""What Arabic drafts alone have: preambular paragraphs joined by *wa*."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks.shared.tongues import heads
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document, Span
from resolint.rule import Context

__all__ = ["unjoined"]

_FIRST, _LATER = "إذ", "وإذ"


def unjoined(document: Document, context: Context) -> Iterator[Hit]:
    """Paragraphs of the preamble behind the first that open with *إذ* alone; the first one with *وإذ* is a doubt.

    Adopted texts of 2015: of 74 paragraphs behind the first 73 are joined.
    """
    first = {id(act.preamble[0]): act.organ_line is not None for act in document.acts if act.preamble}
    for head in heads(document, context):
        if head.role != "preambular":
            continue
        word = head.words.split(" ")[0]
        leads = first.get(id(head.clause))
        if word == _FIRST and leads is None:
            said = "joins no paragraph to the one before; write “وإذ”"
            yield _hit(head.block.span(head.start, head.start + len(word)), word, _LATER, said)
        elif word == _LATER and leads:
            said = "joins the first paragraph to nothing; write “إذ”"
            yield _hit(head.block.span(head.start, head.start + len(word)), word, _FIRST, said, unsure=True)


def _hit(span: Span, word: str, right: str, said: str, *, unsure: bool = False) -> Hit:
    fix = Fix(f"write “{right}”", (Edit(span, right, word),), "suggest")
    return Hit(span, {"found": word, "said": said}, fix, unsure=unsure)

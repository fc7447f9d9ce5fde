"""What negotiations leave at the head of a paragraph in the other official languages: its label, two openings to choose from."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.tongues import heads, running, tongue_of
from resolint.findings import Hit
from resolint.lexicon.tongues import Tongue
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_LABEL = lazy(
    r"[ \t\[(]{0,3}(?P<label>(?:PP|OP|DP|PD|ПП|ОП|ПС|ف ?[دم]|فقرة (?:الديباجة|المنطوق)|(?:序言|执行)(?:部分|段)?第?)"
    r"[. №]{0,2}\d{1,2}"
    r"(?:段| ?(?:bis|ter|alt|бис|тер))?[.:：)]?)(?=[ \t\u00a0*]|[\u4e00-\u9fff]|\Z)"
)
_CHOICE = lazy(r"\W{0,3}(?P<first>[^\W\d_]+(?: [^\W\d_]+){0,3}?)\*? ?[/|\\] ?\*?(?P<second>[^\W\d_]+)")
"""A stroke between words: *Exige/Demande*, *Prend note/Se félicite*."""
_WORD = lazy(r"[^\W\d_]+")
_SHORTEST = 4


@check("PRC027")
def left_at_head(document: Document, context: Context) -> Iterator[Hit]:
    """A label of the negotiation before a paragraph, and an opening with another one behind a stroke."""
    tongue = tongue_of(context)
    # A label may hide what a paragraph is, so all of the text is looked at.
    for block in running(document):
        found = _LABEL.match(block.text)
        if found is None and block.lead:
            found = _LABEL.match(block.text, block.lead)
        if found is not None:
            yield Hit(block.span(*found.span("label")), {"text": found["label"]})
    for head in heads(document, context):
        found = _CHOICE.match(head.words)
        if (
            found is not None
            and _opens(found["first"], tongue)
            and _like(found["first"], head.words[found.start("second") :], tongue)
        ):
            known = tongue.opening(head.words[found.start("second") :])[0]
            end = found.end("second") if known is None or tongue.code != "zh" else found.start("second") + known.end
            span = head.block.span(head.start + found.start("first"), head.start + end)
            yield Hit(span, {"text": document.text(span)})


def _like(first: str, rest: str, tongue: Tongue) -> bool:
    """Whether what stands behind the stroke opens paragraphs too, or is a verb in the same form as the first one."""
    second = found[0] if (found := _WORD.match(rest)) is not None else ""
    if _opens(rest, tongue):
        return True
    same = second[:1] == first[:1] if tongue.code == "ar" else second[-2:] == first[-2:]
    return len(second) >= _SHORTEST and same


def _opens(words: str, tongue: Tongue) -> bool:
    """Whether words open paragraphs, or may: in the languages that write verbs apart, the first is a known verb."""
    return tongue.opening(words)[0] is not None or tongue.opening(f"{words} ")[1] in ("operative", "preambular", "both")

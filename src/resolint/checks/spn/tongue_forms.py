"""Checks on the lines of mastheads in the other official languages that are nearly what the masthead prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import normalize

from rapidfuzz.distance import OSA

from resolint.checks import check
from resolint.checks.spn.tongue_lines import odd_lines
from resolint.findings import Edit, Fix, Hit
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_ACCENTS = lazy("[\u0300-\u036f]")
_AROUND_COLON = lazy(r" {0,2}[:：] {0,2}")
_FAR, _SHARE = 3, 4
"""So many letters may differ, and one in so many at most."""
_LONGEST = 90
_AROUND = " \u00a0*\ufffc"
"""Stars send the reader to a note on who sponsors for others."""


@check("SPN024 draft")
def masthead_form(document: Document, context: Context) -> Iterator[Hit]:
    """A line that is all but one of those that the masthead prints, or ends so behind the sponsors."""
    yield from odd_lines(document, context)
    lines = [*context.options["lines"], *context.lexicon.column("organs", "name")]
    known = [document.block(block) for block in document.head.blocks]
    titles = {act.title.block for act in document.acts if act.title is not None}
    for block in known:
        text = block.text.strip()
        if not text or block.id in titles or block.id.endswith("/agenda_title"):
            continue
        if text.rstrip("*")[-1:] in _CLAUSE_ENDS:
            continue  # an organ line, with the wrong mark: STR003 tells it
        whole = list(_nearly(block, block.text.index(text), text, lines)) if len(text) <= _LONGEST else []
        yield from whole
        before, colon, behind = text.replace("：", ":").rpartition(":")
        if not whole and colon and before and text not in lines:
            at = block.text.index(text) + len(text) - len(behind.lstrip(_AROUND))
            yield from _nearly(block, at, behind.strip(_AROUND), context.options["tails"])


_CLAUSE_ENDS = frozenset(";，；。؛،")


def _nearly(block: Block, at: int, text: str, forms: Sequence[str]) -> Iterator[Hit]:
    level = _level(text)
    if not text or any(level == _level(form) for form in forms):
        return
    bare = _bare(text)
    score, right = min(((OSA.distance(bare, _bare(form)), form) for form in forms), key=lambda one: one[0])
    if score <= _FAR and score * _SHARE <= len(bare):
        span = block.span(at, at + len(text))
        yield Hit(span, {"text": text, "right": right}, Fix(f"write “{right}”", (Edit(span, right, text),), "suggest"))


def _level(text: str) -> str:
    plain = normalize("NFC", text).replace("\u00a0", " ").replace("\u202f", " ").replace("'", "’")
    return plain.rstrip(",，،")


def _bare(text: str) -> str:
    return _AROUND_COLON.sub(":", _ACCENTS.sub("", normalize("NFD", _level(text).lower())))

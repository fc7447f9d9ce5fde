"""What resolint cannot check in a draft, so that silence is never taken for approval."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.findings import Hit
from resolint.lexicon import LANGUAGES, TONGUES
from resolint.lexicon.languages import languages
from resolint.lexicon.tongues import Tongue
from resolint.model import Block, Document
from resolint.rule import Context

_OUTSIDE = ("header", "footer", "frame", "note")
_LONG = 120
"""Shorter lines of a masthead are names and titles."""
_ACTS = ("resolution", "decision", "declaration")


@check("RES004")
def language_unchecked(document: Document, context: Context) -> Iterator[Hit]:
    """A draft in a language that no rule is written for; one hit, at its first words."""
    block = _first(document)
    if document.language in LANGUAGES or block is None:
        return
    known = languages(context.lexicon)
    read = document.language in TONGUES
    done = (
        "only the rules that know this language were run, and they are fewer than for English"
        if read
        else "resolint cannot check this language: nothing in it was checked"
    )
    yield Hit(block.span(), {"language": known.name(document.language), "done": done}, unsure=read)


@check("RES005")
def no_act_found(document: Document, context: Context) -> Iterator[Hit]:
    """A draft in which nothing was found that opens a resolution, and that is no report, letter or amendment either."""
    block = _first(document)
    unknown = document.kind in _ACTS or (document.kind == "other" and not document.has_block("front/kind"))
    if not document.acts and unknown and block is not None:
        yield Hit(block.span(), unsure=_excerpt(document, context))


def _excerpt(document: Document, context: Context) -> bool:
    """Whether a text in another language is a paragraph that was taken out of one."""
    if document.language not in TONGUES:
        return False
    tongue = context.lexicon.kept(Tongue)
    return any(tongue.opening(block.text[block.lead :])[0] is not None for block in document.blocks)


@check("RES040")
def language_mixed(document: Document, context: Context) -> Iterator[Hit]:
    """Paragraphs in another language than most of the draft; one hit, at the first of them."""
    known = languages(context.lexicon)
    masthead = frozenset(document.head.blocks)
    # A draft that is half in another language has paragraphs of it above the first that is known.
    blocks = [
        block
        for block in document.blocks
        if block.kind not in _OUTSIDE
        and (block.id not in masthead or (len(block.text) > _LONG and not block.id.startswith("front/")))
    ]
    other = [(block, found) for block in blocks if (found := known.other_than(document.language, block.text))]
    if other:
        block, found = other[0]
        more = f", and so {'is' if len(other) == 2 else 'are'} {len(other) - 1} more" if len(other) > 1 else ""
        yield Hit(
            block.span(block.lead), {"language": known.name(found), "own": known.name(document.language), "more": more}
        )


def _first(document: Document) -> Block | None:
    """The first block of the text with words in it, else the first block of any kind."""
    words = [block for block in document.blocks if block.kind not in _OUTSIDE and block.text.strip()]
    return next(iter((*words, *document.blocks)), None)

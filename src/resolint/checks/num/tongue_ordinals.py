"""Ordinals of sessions in French, Spanish and Russian that are nearly those of the table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from unicodedata import normalize

from rapidfuzz.distance import OSA

from resolint.checks import check
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.ordinals import session_words
from resolint.model import Block, Document
from resolint.regex import compiled, lazy
from resolint.rule import Context

_ACCENTS = lazy("[\u0300-\u036f]")
_FAR = 4
"""So many letters may differ: a cardinal for the ordinal, another gender, a blank for a hyphen, a missing accent."""


@check("NUM054")
def session_ordinal(document: Document, context: Context) -> Iterator[Hit]:
    """Words before the one for *session* that begin as an ordinal does and are none of the table.

    The option ``words`` finds them with the word that is counted (group ``noun``), ``noun`` is the right word for it, ``no`` one
    that sessions are not called by, ``read`` what stands for the words of other numbers, ``cases`` for the forms of the noun the
    endings of ordinals with those that they have there.
    """
    words = compiled(context.options["words"])
    for block in (*document.blocks, *(block for note in document.footnotes for block in note.blocks)):
        if any(noun in block.text.lower() for noun in context.options["having"]):
            for found in words.finditer(block.text, block.lead):
                yield from _judged(block, found.span("words"), found.span("noun"), context)


def _judged(block: Block, span: tuple[int, int], noun: tuple[int, int], context: Context) -> Iterator[Hit]:
    text, called = block.text[slice(*span)], block.text[slice(*noun)]
    known, right = _known(context.lexicon), str(context.options["noun"])
    if "cases" in context.options:
        right, known = called, _declined(known, context.options["cases"].get(called.lower(), ()))
    plain = text.replace("\u00a0", " ").replace("\u2011", "-")
    wrong_noun = called.lower() in context.options["no"]
    if plain.lower() in known.values() and not wrong_noun:
        return
    read = context.options["read"]
    folded = " ".join(filter(None, (read.get(word, word) for word in _folded(text).split(" "))))
    score, word = min((OSA.distance(folded, one), word) for one, word in known.items())
    if score > _FAR:
        return
    instead = word[:1].upper() + word[1:] if text[:1].isupper() else word
    end, put = (noun[1], f"{instead} {right}") if wrong_noun else (span[1], instead)
    place = block.span(span[0], end)
    said = block.text[span[0] : end]
    # Behind another noun the article has another gender, which the author mends.
    fix = Fix(f"write “{put}”", () if wrong_noun else (Edit(place, put, said),), "advice" if wrong_noun else "suggest")
    yield Hit(place, {"found": said, "right": put}, fix)


@per_lexicon
def _known(lexicon: Lexicon) -> dict[str, str]:
    return {_folded(words): words for words in session_words(lexicon).values()}


def _declined(known: Mapping[str, str], endings: Sequence[Sequence[str]]) -> dict[str, str]:
    """The ordinals in the case of the noun behind them, in which the last word alone is declined."""
    found = {}
    for words in known.values():
        ending = next(((old, new) for old, new in endings if words.endswith(old)), ("", ""))
        one = f"{words.removesuffix(ending[0])}{ending[1]}"
        found[_folded(one)] = one
    return found


def _folded(text: str) -> str:
    return (
        _ACCENTS.sub("", normalize("NFD", text.lower())).replace("-", " ").replace("\u2011", " ").replace("\u00a0", " ")
    )

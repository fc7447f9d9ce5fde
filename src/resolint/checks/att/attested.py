"""Checks on wordings that adopted texts hardly ever have, although they often have one that a small change gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.attested.counts import Counts
from resolint.attested.evidence import Evidence, evidence, remedy, round_figure
from resolint.attested.reading import paragraph
from resolint.attested.scoring import MARGINS, Weights, weights
from resolint.attested.search import Doubt, Paragraph, doubts
from resolint.attested.view import FAMILIES, Small, small_words
from resolint.attested.vocabulary import Vocabulary
from resolint.checks import check
from resolint.checks.att.sureness import stands
from resolint.checks.shared.classes import classes_of
from resolint.checks.shared.counted import counts_of, row_of
from resolint.checks.shared.running import running
from resolint.checks.shared.texts import word_list
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Block, Document
from resolint.rule import Context
from resolint.shared import per_document, timed

_ROW = "attested"
"""What this takes is shared by the rules of the family, and told apart from them."""


_LETTERS = FAMILIES.index("letters")
_COMMONER = 3
"""So many times commoner must be what adopted texts nearly always write."""


class Attested(NamedTuple):
    """What the search needs: counts, the closed classes of words, the weights of the families."""

    counts: Counts
    small: Small
    scales: tuple[Weights | None, ...]


class Told(NamedTuple):
    """A doubt in its block."""

    block: Block
    paragraph: Paragraph
    doubt: Doubt


@per_lexicon
def attested(lexicon: Lexicon) -> Attested | None:
    """What is known of the language of adopted texts; None where there are no counts."""
    counts = counts_of(lexicon)
    if counts is None:
        return None
    return Attested(
        counts,
        small_words(lexicon.rows("small-words"), lambda: _vocabulary(lexicon)),
        weights(lexicon.rows("attested-weights")),
    )


@per_lexicon
def _vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The words of adopted texts, in small letters."""
    return Vocabulary(lexicon.column("word-counts", "word"))


def _told(document: Document, context: Context) -> Mapping[int, list[Told]]:
    """What is told of a document, by family; found once for all rules of ours."""
    known = attested(context.lexicon)
    kept = _kept(document)
    if known is None:
        return {}
    margin = MARGINS.get(context.profile, 0.0)
    key = id(known), margin
    if key not in kept:
        kept[key] = timed(_ROW, lambda: _find(document, known, margin))
    return kept[key]


@per_document(_ROW)
def _kept(_document: Document) -> dict[tuple[int, float], Mapping[int, list[Told]]]:
    return {}


def _find(document: Document, known: Attested, margin: float) -> Mapping[int, list[Told]]:
    blocks = running(document)
    paragraphs = [paragraph(block.text, block.lead, found=row_of(document, block)) for block in blocks]
    found: dict[int, list[Told]] = {}
    for doubt in doubts(paragraphs, known.counts, known.small, known.scales, margin):
        told = Told(blocks[doubt.paragraph], paragraphs[doubt.paragraph], doubt)
        found.setdefault(doubt.change.family, []).append(told)
    return found


def _of(document: Document, context: Context, family: int) -> Iterator[Hit]:
    for told in _told(document, context).get(family, ()):
        if (hit := _hit(told, context)) is not None:
            yield hit


def _hit(told: Told, context: Context) -> Hit | None:
    """The finding, None where no phrase shows that the other wording is clearly commoner."""
    block, change = told.block, told.doubt.change
    known = attested(context.lexicon)
    assert known is not None
    word = told.paragraph.row.words[change.start]
    rare = change.family == _LETTERS and not known.counts[word] and word_list(context.lexicon).knows(word[:-1].decode())
    doubted = not told.doubt.firm or rare or stands(told.paragraph.row.words, change, classes_of(context.lexicon))
    if doubted and not told.doubt.worth:
        return None
    proof = evidence(told.paragraph.row, change, block.text, known.counts)
    if proof.new_count < _COMMONER * max(proof.old_count, 1) and change.family != FAMILIES.index("words joined"):
        return None
    made = remedy(told.paragraph.row, change, block.text)
    span = block.span(made.low, made.high)
    values = {
        "found": proof.old,
        "instead": proof.new,
        "often": round_figure(proof.new_count),
        "seldom": round_figure(proof.old_count),
        "where": _where(proof, context),
    }
    if doubted:
        return Hit(span, values, unsure=True)
    at = block.span(made.start, made.end)
    edit = Edit(at, made.new, block.text[made.start : made.end])
    return Hit(span, values, Fix(f"Write “{proof.new}”", (edit,), "suggest"))


def _where(proof: Evidence, context: Context) -> str:
    """The latest adopted text that has the wording, if a corpus is at hand."""
    if context.corpus is None:
        return ""
    phrase = proof.new.replace('"', " ")
    for layer in context.corpus.finder.layers:
        for entry, place, _ in layer.find(f'"{phrase}"', 1):
            return f", last in {entry.shown}, {place}"
    return ""


@check("ATT001")
def preposition_swapped(document: Document, context: Context) -> Iterator[Hit]:
    """*In accordance to* for *in accordance with*."""
    yield from _of(document, context, 0)


@check("ATT002")
def preposition_needless(document: Document, context: Context) -> Iterator[Hit]:
    """*Emphasizes on the need*."""
    yield from _of(document, context, 1)


@check("ATT003")
def preposition_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*With a view strengthening*."""
    yield from _of(document, context, 2)


@check("ATT004")
def article_needless(document: Document, context: Context) -> Iterator[Hit]:
    """*In the accordance with*."""
    yield from _of(document, context, 3)


@check("ATT005")
def article_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*In light of*, where adopted texts have *in the light of*."""
    yield from _of(document, context, 4)


@check("ATT006")
def small_word_swapped(document: Document, context: Context) -> Iterator[Hit]:
    """*As well that* for *as well as*."""
    yield from _of(document, context, 5)


@check("ATT007")
def small_word_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*As well the Secretary-General*."""
    yield from _of(document, context, 6)


@check("ATT008")
def words_joined(document: Document, context: Context) -> Iterator[Hit]:
    """Words in one that stand apart, or the reverse; a word twice."""
    yield from _of(document, context, 7)


@check("ATT009")
def letters(document: Document, context: Context) -> Iterator[Hit]:
    """A word that is one letter away from the one that belongs there."""
    yield from _of(document, context, 8)


@check("ATT010")
def inflection(document: Document, context: Context) -> Iterator[Hit]:
    """*International human right law*."""
    yield from _of(document, context, 9)


@check("ATT011")
def capitals(document: Document, context: Context) -> Iterator[Hit]:
    """*sustainable development goals*."""
    yield from _of(document, context, 10)


@check("ATT012")
def capital(document: Document, context: Context) -> Iterator[Hit]:
    """*member States* with a small letter."""
    yield from _of(document, context, 11)


@check("ATT013")
def mark(document: Document, context: Context) -> Iterator[Hit]:
    """A comma that parts what belongs together, or another mark than the usual one."""
    yield from _of(document, context, 12)


@check("ATT014")
def hyphen(document: Document, context: Context) -> Iterator[Hit]:
    """*Long term* for *long-term*, or the reverse."""
    yield from _of(document, context, 13)

"""The grammar of opening phrases: how preambular and operative paragraphs and those of declarations begin.

*Noting with concern also* is a verb, its colour and an adverb of sequence; *Expresses its deep regret* a verb with what
it owns. The phrases are those of the tables ``preambular-openings``, ``operative-openings`` and ``verb-strength``; a verb
that stands in one of them is known in all its moods. Around a phrase may stand what a drafter always adds: adverbs
before and behind it, a colour (*with deep concern*) or a noun with its owner, from the table ``opening-nouns``. Readers,
checks, templates and comparisons all ask ``parse``. Source: Editorial Manual, resolutions and other formal decisions;
openings of adopted texts.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from resolint.lexicon import Lexicon, english, per_lexicon
from resolint.lexicon.parser import Mood, Opening, read_opening
from resolint.lexicon.phrases import WORD, grammar
from resolint.regex import lazy

__all__ = ["Mood", "Opening", "after_clause", "after_we", "known", "parse", "seems"]

_LEADING = lazy(r"[\s\[({“\"‘'\xad\ufffc]*")
_COMMA = lazy(r"[,\u201d][ \u00a0]+(?=[a-z])")
_CLAUSE_SEEN = 700
_LOOKED_AT = 200
_KEPT = 16384
"""Openings that are kept: those of the longest draft that is looked at, for many rules ask for all of them in turn, and of a
smaller store each would find none."""


def parse(text: str, lexicon: Lexicon, part: str | None = None) -> Opening | None:
    """The opening phrase of ``text``, None where it begins with no word.

    Opening brackets and quotation marks before it are passed over; the phrase ends at the first punctuation mark. With
    ``part``, only a phrase that the tables know and that has the mood of that part is given; in a paragraph of a
    declaration it may stand after *We*.
    """
    text = text[:_LOOKED_AT]
    read = _reader(lexicon)
    found = read(text)
    if part is None or _belongs(found, part):
        return found
    if part != "paragraph" or not (shift := after_we(text)):
        return None
    found = read(text[shift:])
    return _moved(found, shift) if found is not None and _belongs(found, part) else None


def _belongs(found: Opening | None, part: str) -> bool:
    return found is not None and found.listed and found.part == part


def known(text: str, lexicon: Lexicon) -> Opening | None:
    """The opening phrase of ``text`` where the tables know it, of whatever mood; else None."""
    found = _reader(lexicon)(text[:_LOOKED_AT])
    return found if found is not None and found.listed and found.mood else None


def after_clause(text: str, lexicon: Lexicon) -> Opening | None:
    """The verb of an operative paragraph that begins with a clause (*Acting under Chapter VII …, authorizes*), else None.

    The verb stands in the third person right behind a comma; before it stands no other.
    """
    text = text[:_CLAUSE_SEEN]
    for comma in _COMMA.finditer(text):
        found = known(text[comma.end() :], lexicon)
        if found is not None and found.form == "third":
            return _moved(found, comma.end()) if text[comma.end()].islower() else None
    return None


def _moved(opening: Opening, shift: int) -> Opening:
    adverb = (opening.adverb_start + shift, opening.adverb_end + shift) if opening.adverb else (-1, -1)
    return opening._replace(
        start=opening.start + shift,
        end=opening.end + shift,
        italic_end=opening.italic_end + shift,
        least=opening.least + shift,
        most=opening.most + shift,
        adverb_start=adverb[0],
        adverb_end=adverb[1],
    )


def after_we(text: str) -> int:
    """Where the words after a leading *We* begin, 0 if the text does not begin with it."""
    lead = _LEADING.match(text)
    start = lead.end() if lead else 0
    if text[start : start + 2] == "We" and text[start + 2 : start + 3] in (" ", "\xa0", "\t"):
        return start + 3
    return 0


def seems(text: str) -> str:
    """What the first word of a text that opens with no known phrase looks like: ``participle``, ``third``, or nothing.

    Only a capital begins a paragraph; one adverb before the word is passed over.
    """
    lead = _LEADING.match(text)
    first = WORD.match(text, lead.end() if lead else 0)
    if first is None or not first[0][0].isupper():
        return ""
    if english.is_adverb(first[0].lower()) and text[first.end() : first.end() + 1] == " ":
        first = WORD.match(text, first.end() + 1) or first
    return english.seems(first[0].lower())


@per_lexicon
def _reader(lexicon: Lexicon) -> Callable[[str], Opening | None]:
    """Reads openings with the grammar of ``lexicon``; the last texts are kept, since structure and many checks ask."""
    known = grammar(lexicon)

    @lru_cache(maxsize=_KEPT)
    def read(text: str) -> Opening | None:
        lead = _LEADING.match(text)
        start = lead.end() if lead else 0
        first = WORD.match(text, start)
        if first is None:
            return None
        if not known.begins(first[0]):
            end, word = first.end(), first[0].lower()
            return Opening(start, end, end, end, end, "unknown", "", word, word, False)
        return read_opening(text, start, known)

    return read

"""The lines of a masthead that no list can hold in the other official languages: the session and the item of the agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from resolint.checks.shared.masthead import field_place
from resolint.findings import Hit
from resolint.model import Document, Span
from resolint.rule import Context

__all__ = ["odd_lines"]

_SHARE = 4
"""One letter in so many may be another one."""
_LONGEST = 90
_LETTER = re.compile(r"\d ?\(?([a-z\u0621-\u064a])(?![^\W\d_])")
_SHOWN_LETTER = re.compile(r"(?<=\d) ?\(?([a-z\u0621-\u064a])\)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def odd_lines(document: Document, context: Context) -> Iterator[Hit]:
    """A session whose word is misspelt or left out, and an item of the agenda in another form than the language gives it."""
    session = field_place(document, "session")
    if session is not None:
        yield from _session(document, session, context)
    item = field_place(document, "agenda_item")
    if item is not None:
        yield from _item(document, item, context)


def _session(document: Document, span: Span, context: Context) -> Iterator[Hit]:
    text = document.text(span).strip(" *\ufffc")
    forms: Sequence[str] = context.options["session_words"]
    level = text.lower().replace("\u00a0", " ")
    if len(text) > _LONGEST or not text:
        return
    if not any(form.lower() in level for form in forms):
        nearest = [(_nearest(level, form.lower(), context), form) for form in forms]
        found, form = min(nearest, key=lambda one: one[0][0])
        if found[0] * _SHARE <= len(form):
            at = span.start + document.text(span).lower().replace("\u00a0", " ").index(found[1])
            yield Hit(Span(span.block, at, at + len(found[1])), {"text": found[1], "right": form})
        return
    year = _YEAR.search(text)
    of_year = str(context.options["session_of_year"]).format(year=year[0]) if year else ""
    if year and text != of_year and _left_out(level, of_year.lower(), context):
        yield Hit(span, {"text": text, "right": of_year})


def _nearest(text: str, form: str, context: Context) -> tuple[int, str]:
    """How far the words of a line are from ``form`` where they are nearest, and these words."""
    if context.lexicon.language == "zh":
        pieces = [text[at : at + len(form)] for at in range(max(1, len(text) - len(form) + 1))]
    else:
        words, many = text.split(), form.count(" ") + 1
        pieces = [" ".join(words[at : at + many]) for at in range(max(1, len(words) - many + 1))]
    return min((OSA.distance(piece, form), piece) for piece in pieces)


def _left_out(text: str, right: str, context: Context) -> bool:
    """Whether a line is the right one but for words (in Chinese a character) that are left out."""
    if context.lexicon.language == "zh":
        return len(right) == len(text) + 1 and OSA.distance(text, right) == 1
    return set(text.split()) < set(right.split())


def _item(document: Document, span: Span, context: Context) -> Iterator[Hit]:
    text = document.text(span).replace("\u00a0", " ").strip(" *\ufffc")
    figures = re.findall(r"\d{1,3}", text)
    if not figures or len(text) > _LONGEST or "[" in text:
        return
    if re.fullmatch(context.options["item"], text) is None:
        shown = str(context.options["item_shown"]).replace("18", figures[0])
        letter = _LETTER.search(text)
        right = _SHOWN_LETTER.sub(lambda one: one[0].replace(one[1], letter[1]) if letter else "", shown)
        yield Hit(span, {"text": document.text(span), "right": right})

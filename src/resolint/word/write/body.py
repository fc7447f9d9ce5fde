"""The paragraphs of a comment in their order: what is wrong, why it matters, what to write, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from resolint.regex import lazy
from resolint.writing import Annotation, FormattedText, Words

_BARE = lazy(r"\d|(?:foot|end)note .")


def body_of(annotation: Annotation, where: str, done: bool, why_not: str = "") -> Sequence[FormattedText]:
    """The paragraphs of the comment that ``annotation`` becomes.

    ``where`` is said first if the comment cannot hang on the words it is about; ``done`` tells that the fix stands
    beside it as a tracked change, ``why_not`` why it does not although it should.
    """
    said = annotation.said
    text = f"{_lead(where, said)} {annotation.text}" if where else annotation.text
    if where and annotation.excerpt.strip():
        quoted = said(f"“{' '.join(annotation.excerpt.split())}”")
        text = f"{text} ({quoted})"
    paragraphs: list[FormattedText] = [(Words(text),), *annotation.paragraphs]
    if annotation.fix is not None and annotation.fix.title:
        todo = f"{annotation.labels[not done]}: {_lower(annotation.fix.title)}."
        paragraphs.append((Words(f"{todo} {said(f'Not tracked here: {said(why_not)}.')}" if why_not else todo),))
    elif annotation.instead:
        paragraphs.append(annotation.instead)
    if annotation.source:
        paragraphs.append((Words(annotation.source),))
    return paragraphs


def _lead(where: str, said: Callable[[str], str]) -> str:
    """Names the place before a sentence: “In footnote 2:”; other languages say the place alone."""
    if said is str:
        return f"In {_with_article(where)}:"
    place = ", ".join(map(said, where.split(", ")))
    return f"{place[:1].upper()}{place[1:]}{said(':')}"


def _with_article(where: str) -> str:
    """A place inside a sentence: “the masthead”, but “footnote 2” and “operative 3”."""
    return where if _BARE.search(where) else f"the {where}"


def _lower(title: str) -> str:
    """A title inside a sentence: its first letter small unless the word is a name or in capitals."""
    title = title.rstrip(".")
    return title[:1].lower() + title[1:] if title[1:2].islower() or title[1:2] == " " else title

"""What a comment says: what is wrong, why it matters, what to write, and the rule that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resolint.findings import Finding
from resolint.regex import lazy
from resolint.rule import Card

_SENTENCE = lazy(r"(?<=[.!?])\s+(?=[A-Z“‘])")
_MARKUP = lazy(r"\\(.)|`([^`]*)`|(\*)")
_BARE = lazy(r"\d|(?:foot|end)note .")
_LONGEST = 280
"""Characters of a reason; what is longer nobody reads in a margin."""


class Words(NamedTuple):
    """Words of a comment that are set alike."""

    text: str
    italic: bool = False


Line = tuple[Words, ...]
"""A paragraph of a comment."""


def body_of(finding: Finding, card: Card | None, where: str, done: bool, why_not: str = "") -> Sequence[Line]:
    """The paragraphs of the comment on ``finding``.

    ``where`` is said first if the comment cannot hang on the words it is about; ``done`` tells that the fix stands
    beside it as a tracked change, ``why_not`` why it does not although it should. Words that the card sets in italics,
    because they are an example or are spoken of, are in italics in the comment as well.
    """
    message = f"In {_with_article(where)}: {finding.message}" if where else finding.message
    if where and finding.excerpt.strip():
        message = f"{message} (“{' '.join(finding.excerpt.split())}”)"
    lines: list[Line] = [(Words(message),)]
    if card is not None and (why := _short(card.prose.get("Why it matters", ""))):
        lines.append((Words("Why: "), *why))
    if finding.fix is not None and finding.fix.title:
        todo = f"{'Changed' if done else 'To do'}: {_lower(finding.fix.title)}."
        lines.append((Words(f"{todo} Not tracked here: {why_not}." if why_not else todo),))
    elif card is not None and (what := _short(card.prose.get("What to write", ""))):
        lines.append((Words("What to write: "), *what))
    lines.append((Words(f"resolint {finding.rule} {finding.name}"),))
    return lines


def _with_article(where: str) -> str:
    """A place inside a sentence: “the masthead”, but “footnote 2” and “operative 3”."""
    return where if _BARE.search(where) else f"the {where}"


def _short(prose: str) -> Line:
    """The first sentences of the first paragraph of ``prose``, with its italics and without other markup."""
    words = tuple(_words(" ".join(prose.strip().split("\n\n", 1)[0].split())))
    text = "".join(found.text for found in words)
    if len(text) <= _LONGEST:
        return words
    end = 0
    for blank in _SENTENCE.finditer(text):
        if end and blank.start() >= _LONGEST:
            break
        end = blank.start()
    return _until(words, end or len(text))


def _words(prose: str) -> Iterator[Words]:
    """``prose`` in Markdown as stretches of upright words and words in italics."""
    text, at, italic = "", 0, False
    for mark in _MARKUP.finditer(prose):
        text += prose[at : mark.start()] + (mark[1] or mark[2] or "")
        at = mark.end()
        if mark[3]:
            if text:
                yield Words(text, italic)
            text, italic = "", not italic
    if text := text + prose[at:]:
        yield Words(text, italic)


def _until(words: Sequence[Words], end: int) -> Line:
    """The first ``end`` characters of ``words``."""
    kept: list[Words] = []
    for found in words:
        if end <= 0:
            break
        kept.append(Words(found.text[:end], found.italic))
        end -= len(found.text)
    return tuple(kept)


def _lower(title: str) -> str:
    """A title inside a sentence: its first letter small unless the word is a name or in capitals."""
    title = title.rstrip(".")
    return title[:1].lower() + title[1:] if title[1:2].islower() or title[1:2] == " " else title

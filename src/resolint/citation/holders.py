"""Whose session a text speaks of: *the sixtieth session of the Council*, *the Commission at its 2027 session*."""

from __future__ import annotations

from collections import deque

from resolint import regex
from resolint.lexicon import Lexicon, organs
from resolint.model import Citation

__all__ = ["holder", "last_named", "same_organ"]

_LONGEST_SENTENCE, _LONGEST_NAME, _JOINT = 2000, 160, 40
_BEFORE_SESSION = regex.compiled(
    r"[,\ufffc]*\s+(?:at|during|on|in|by|for|from|since|before|until|of|to|after|throughout|following)"
    r"(?:\s+(?:the|its))?\s*\Z"
)
"""What stands between a body and its session: *at*, *during the*, *, at its*."""
_NAME = regex.compiled(r"(?:[A-Z][\w’'-]*(?:,?\s+(?:(?:of|on|the|and|for|to|against|in)\s+)*)?)+\Z")
"""Words with capitals that end where the text ends, with the small words between them."""


def holder(text: str, citation: Citation, own: str, lexicon: Lexicon) -> str | None:
    """The organ whose session ``citation`` names in a text of the organ ``own``: its code, or the name of a body without one.

    It stands behind the session (*of the Council*), or before it (*the Commission at its*); None where neither tells.
    """
    if citation.organ is not None:
        return own if same_organ(citation.organ, own, lexicon) else citation.organ
    start = citation.span.start
    before = _BEFORE_SESSION.search(text, max(0, start - _JOINT), start)
    return _named_until(text, before.start(), own, lexicon) if before is not None else None


def _named_until(text: str, end: int, own: str, lexicon: Lexicon) -> str | None:
    """The body whose name ends at ``end`` of ``text``, None if no name of a body does."""
    named = organs.before(text, end, lexicon)
    if named is not None:
        return own if same_organ(named.organ, own, lexicon) else named.organ
    found = _NAME.search(text, max(0, end - _LONGEST_NAME), end)
    nouns = (*lexicon.grammar.organ_nouns, *lexicon.grammar.body_nouns)
    if found is None or not any(word.lower().endswith(noun.lower()) for word in found[0].split() for noun in nouns):
        return None
    return found[0].strip()


def last_named(text: str, before: int, lexicon: Lexicon) -> str | None:
    """The body that is named last in the sentence before a place; None if the sentence names none until there."""
    low = max(0, before - _LONGEST_SENTENCE)
    low = max(low, text.rfind(". ", low, before) + 1, text.rfind("; ", low, before) + 1)
    found = deque(organs.named_bodies(lexicon).finditer(text, low, before), maxlen=1)
    if not found:
        return None
    named = organs.before(text, found[0].end(), lexicon)
    return named.organ if named is not None else found[0][0]


def same_organ(name: str, own: str, lexicon: Lexicon) -> bool:
    """Whether a code, a name or a short form (*the Council*) in a text of the organ ``own`` means that organ."""
    if name == own:
        return True
    organ = next((one for one in organs.organs(lexicon) if one.code == own), None)
    if organ is None:
        return False
    wanted = name.lower().removeprefix("the ")
    known = (
        one.lower().removeprefix("the ") for one in (organ.name, organ.short, *organ.aliases, *organ.abbreviations)
    )
    return wanted in known

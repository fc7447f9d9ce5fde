"""The line of sponsors: *Alpha, Beta and Gamma: revised draft resolution*.

Source: Editorial Manual, mastheads; practice of all bodies. Names that hold *and* are kept whole.
"""

from __future__ import annotations

import re

from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.fields import either, words
from resolint.lexicon.masthead import EDGE
from resolint.regex import lazy

__all__ = ["AND", "BEHALF", "OFFICE", "SPONSORED", "SponsorsLine", "announced", "draft_label", "names", "sponsors_line"]

SPONSORED = lazy(
    r"(?:(?:revised )?draft (?:resolution|decision) )?(?:submitted|proposed|sponsored|presented) by\s*:?\s*"
    r"|(?:co-?)?sponsors?\s*:\s*",
    re.I,
)
"""Words that announce the names."""
AND = lazy(r"\s(?:and|&)\s")
"""What joins the last two names."""
BEHALF = ("on behalf of", ", on behalf of")
"""What may stand behind a name."""
OFFICE = lazy(
    r"\b(?:chair(?:man|woman|person|s)?|president|vice-\w+|bureau|committee|rapporteur|facilitators?|secretariat)\b",
    re.I,
)
"""Offices and bodies that submit a text instead of States."""
_BRACKETED = lazy(r"\[[^\[\]]*\]|\([^()]*\)")
_LONGEST_LINE = 12_000
_LONGEST_LABEL = 320
_MASK = "\x00"


class SponsorsLine(NamedTuple):
    """The names, where they end (before the colon), and where the words after the colon stand."""

    names: tuple[str, ...]
    end: int
    label: tuple[int, int]


class _Patterns(NamedTuple):
    label: re.Pattern[str]
    draft: re.Pattern[str]
    amendment: re.Pattern[str]
    announced: re.Pattern[str]
    joint: str
    split: re.Pattern[str]


@per_lexicon
def _patterns(lexicon: Lexicon) -> _Patterns:
    lead, noun = either(words(lexicon, "label", "lead")), either(words(lexicon, "label", "noun"))
    to = either(words(lexicon, "label", "to"))
    joint = either(words(lexicon, "sponsors", "joint"))
    label = rf"(?:(?:{lead})\s){{0,2}}(?:{noun})(?:\s(?:{to})\b.*)?".replace("[ ]", r"\s")
    return _Patterns(
        lazy(rf"{label}\s*\Z", re.IGNORECASE | re.DOTALL),
        lazy(
            rf"\b((?:{either(words(lexicon, 'label', 'revised'))})\s+)?(?:{either(words(lexicon, 'label', 'draft'))})\b".replace(
                "[ ]", r"\s+"
            ),
            re.IGNORECASE,
        ),
        lazy(rf"\b(?:{either(words(lexicon, 'label', 'amendment'))})\b", re.IGNORECASE),
        lazy(
            rf"(?:(?:(?:{lead})\s){{0,2}}(?:{noun})\s)?(?:{either(words(lexicon, 'label', 'announce'))})\b.+".replace(
                "[ ]", r"\s"
            ),
            re.IGNORECASE | re.DOTALL,
        ),
        joint,
        lazy(rf",\s*(?:{joint})\s+|;\s*(?:{joint})\s+|,|;|\s+(?:{joint})\s+"),
    )


@per_lexicon
def _kept(lexicon: Lexicon) -> re.Pattern[str]:
    """Names that hold the word which joins the last two of a list."""
    rows = [*lexicon.rows("member-states"), *lexicon.rows("observers")]
    listed = {row.get("official_short_name") or row.get("name", "") for row in rows}
    joint = _patterns(lexicon).joint
    names = (*listed, *words(lexicon, "sponsors", "kept"))
    return lazy(either(tuple(name for name in names if re.search(rf"\s(?:{joint})\s", name))), re.IGNORECASE)


def sponsors_line(text: str, start: int, end: int, lexicon: Lexicon) -> SponsorsLine | None:
    """The line of sponsors between ``start`` and ``end`` of ``text``, None if it is none."""
    if end - start > _LONGEST_LINE:
        return None
    colon = text.rfind(":", start, end)
    while colon > start and end - colon < _LONGEST_LABEL:
        behind = text[colon + 1 : end].lstrip(EDGE)
        if _patterns(lexicon).label.match(behind.rstrip(EDGE + ".")):
            first = end - len(behind)
            return SponsorsLine(names(text[start:colon], lexicon), colon, (first, end))
        colon = text.rfind(":", start, colon)
    return None


def announced(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a line says in words who proposes the draft: *Draft resolution submitted by the Chair*."""
    if end - start > _LONGEST_LINE or not any(
        word in text[start:end].lower() for word in words(lexicon, "label", "announce")
    ):
        return False
    return _patterns(lexicon).announced.fullmatch(text, start, end) is not None


def draft_label(text: str, start: int, lexicon: Lexicon) -> re.Match[str] | None:
    """The first *draft resolution* or *draft decision* after ``start``; group 1 is *revised* before it, if it is there.

    None where there is none, or where the line speaks of an amendment to one.
    """
    found = _patterns(lexicon).draft.search(text, start)
    return None if found is None or _patterns(lexicon).amendment.search(text, 0, found.start()) else found


def names(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The names of a list; commas inside of brackets and an *and* inside of a name do not part it."""
    patterns = _patterns(lexicon)
    masked = _kept(lexicon).sub(
        lambda name: re.sub(rf"(?<=\s)(?:{patterns.joint})(?=\s)", lambda m: _MASK * len(m[0]), name[0]),
        text[:_LONGEST_LINE],
    )
    masked = _BRACKETED.sub(lambda found: _MASK * len(found[0]), masked)
    found, at = [], 0
    for part in (*patterns.split.finditer(masked), None):
        stop = part.start() if part else len(text)
        name = text[at:stop].strip(" \t\n\u00a0*.•-")
        at = part.end() if part else stop
        if name:
            found.append(name)
    return tuple(found)

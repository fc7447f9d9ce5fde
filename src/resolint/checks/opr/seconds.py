"""A check on the second verb of an operative paragraph: *Takes note of the report, and requesting the Office to print it*."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.opr.patterns import opened
from resolint.checks.shared.sentences import Sentence, swapped
from resolint.findings import Hit
from resolint.lexicon import english
from resolint.model import Document
from resolint.rule import Context

_LEADING = frozenset(("also", "further", "strongly", "again", "urgently"))
_LEADS_ON = frozenset(
    (
        "to",
        "that",
        "should",
        "shall",
        "must",
        "may",
        "can",
        "could",
        "will",
        "would",
        "which",
        "who",
        "let",
        "as",
        "how",
    )
)
"""Words behind which a bare verb may be joined to another one."""
_OBJECTS = frozenset(
    (
        "the",
        "a",
        "an",
        "its",
        "their",
        "all",
        "any",
        "this",
        "these",
        "those",
        "that",
        "upon",
        "on",
        "note",
        "other",
        "others",
    )
)
"""Words with which what a second verb acts on may begin."""
_VERBS = (
    "request", "urge", "encourage", "invite", "call", "welcome", "recommend", "decide", "express", "reaffirm", "reiterate",
    "emphasize", "stress", "commend", "recall", "take", "note", "recognize", "acknowledge", "appeal", "condemn", "endorse",
)  # fmt: skip
_SAYING = frozenset(("stress", "emphasize", "reaffirm", "reiterate", "recall"))
"""Verbs that are the organ's own before *that*: told behind a comma whatever stands before."""
_SECONDS = {form: english.third(verb) for verb in _VERBS for form in (verb, english.participle(verb))}
"""The third person to the other forms of verbs that an organ alone does."""
_NO_VERBS = frozenset(("during", "following", "meeting", "concerning", "regarding", "building", "training"))
"""Words in *-ing* that are no participles here."""


@check("OPR048")
def second_verb(document: Document, context: Context) -> Iterator[Hit]:
    """A participle or a bare verb behind *and*, where the first verb of the paragraph is in the third person."""
    for clause, text, after, _ in opened(document, context.lexicon):
        if clause.role != "operative" or not any(word.endswith("s") for word in text.lower[:after]):
            continue
        for place in range(after + 1, len(text.lower) - 1):
            if text.lower[place] != "and":
                continue
            at = place + 2 if text.at(place + 1) in _LEADING else place + 1
            word = text.at(at)
            if word not in _SECONDS or not text.run(place, at + 1) or not text.written[at][0].islower():
                continue
            if _acts(text, place, at, after):
                yield swapped(text, at, _SECONDS[word], before=text.written[place])


def _acts(text: Sentence, place: int, at: int, after: int) -> bool:
    """Whether the word at ``at``, behind *and* at ``place``, goes on with what the organ does."""
    earlier = text.lower[after:place]
    following = text.at(at + 1)
    addressed = (
        following in _OBJECTS or text.written[at + 1][0].isupper() or following in ("member", "states", "others")
    )
    if text.lower[at].endswith("ing"):
        return addressed and not any(word.endswith("ing") and word not in _NO_VERBS for word in earlier)
    alone = (text.lower[at] in _SAYING and following == "that") or _LEADS_ON.isdisjoint(earlier)
    return addressed and not text.joined[place] and alone

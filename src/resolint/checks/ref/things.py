"""What REF028 finds of things without capitals: *the handbook*, where the draft speaks of a manual alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from resolint.checks.shared.counting import in_texts
from resolint.checks.shared.sentences import words_in
from resolint.frozen import NamedTuple
from resolint.model import Document, Span
from resolint.regex import lazy

__all__ = ["Unintroduced", "unintroduced"]

_KINDS = (
    ("manual", "handbook", "guidebook", "toolkit", "guide"),
    ("panel discussion", "expert meeting", "workshop", "seminar", "symposium", "round table",
     "interactive dialogue", "study day", "training course"),
    ("register", "registry", "database", "repository"),
    ("award", "prize", "medal"),
    ("network", "platform", "alliance"),
    ("questionnaire", "checklist"),
)  # fmt: skip
"""Things of one kind: a draft that creates one of them, and then speaks of another, means the first."""
_KIND = {noun: kind for kind in _KINDS for noun in kind}
_NOUNS = "|".join(noun.replace(" ", r"[ \xa0]") for noun in sorted(_KIND, key=len, reverse=True))
_THINGS = lazy(
    rf"(?P<noun>{_NOUNS})(?P<many>s?)(?![\w-])"
    r"(?P<more>[ \xa0](?:of|on|for|in|to|held|entitled|organized|established|prepared|by|between|among)\b)?"
)
_BEFORE = lazy(
    r"(?:(?P<the>\b[Tt]he|\b[Tt]hat|\b[Tt]his)[ \xa0](?:(?:said|expert|annual|regional|half-day|one-day)[ \xa0])?"
    r"|(?P<a>\b(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive))[ \xa0](?:[a-z-]+[ \xa0]){0,3})$"
)
_BACK = 60
_HAVING = tuple(noun.partition(" ")[0] for noun in _KIND)


class Unintroduced(NamedTuple):
    """A thing that is called by another noun than elsewhere: where, by which, and how the draft calls it otherwise."""

    span: Span
    found: str
    other: str


class _Seen(NamedTuple):
    span: Span
    definite: bool
    created: bool


def unintroduced(document: Document) -> Iterator[Unintroduced]:
    """*The expert meeting*, once and without more, in a draft that convenes a panel discussion and no expert meeting."""
    if not any(sum(_is_there(noun, words_in(document)) for noun in kind) > 1 for kind in _KINDS):
        return
    seen: dict[str, list[_Seen]] = defaultdict(list)
    for block, match in in_texts(document, _THINGS, having=_HAVING, quoted=True):
        if block.text[match.start() - 1 : match.start()].isalpha():
            continue
        span = block.span(match.start("noun"), match.end("many"))
        before = _BEFORE.search(block.text, max(0, match.start() - _BACK), match.start())
        noun = match["noun"].replace("\xa0", " ")
        bare = before is not None and bool(before["the"]) and not match["more"] and not match["many"]
        seen[noun].append(_Seen(span, bare, before is not None and bool(before["a"])))
    for noun, places in seen.items():
        others = [other for other in _KIND[noun] if other != noun and other in seen]
        created = [other for other in others if any(one.created for one in seen[other])]
        others = created if len(created) == 1 else others
        if len(others) != 1:
            continue
        there = seen[others[0]]
        first = places[0]
        meant = first.definite and any(one.created for one in there)
        known = first.created and len(there) > 1 and all(one.definite for one in there)
        if len(places) == 1 and (meant or known):
            yield Unintroduced(first.span, noun, others[0])


def _is_there(noun: str, words: Collection[str]) -> bool:
    """Whether a draft has every word of a noun, the last one in either number."""
    *first, last = noun.split()
    return (last in words or f"{last}s" in words) and all(word in words for word in first)

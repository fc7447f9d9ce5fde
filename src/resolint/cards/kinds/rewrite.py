"""``rewrite``: patterns for which something else is written that is made of what they found."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from unicodedata import normalize

from resolint.cards.kinds.patterns import compiled
from resolint.cards.kinds.scope import Scope
from resolint.cards.kinds.terms import holds
from resolint.findings import DESCRIBED, Applicability, Edit, Fix, Hit
from resolint.fixes import changes_words
from resolint.lexicon import TONGUES, Lexicon
from resolint.lexicon.languages import languages
from resolint.lexicon.ordinals import session_words
from resolint.lexicon.written import written_day
from resolint.model import Block, Document
from resolint.rule import Context
from resolint.scan import scan

__all__ = ["rewrite"]

_SHOWN, _SIGNS, _HAN = 24, 3, 12
_JOINING = frozenset("的和与及或在对了向为把被从以将于是其由有")
"""Chinese signs that are words of their own, before and behind which others end."""
_TELLING = 2
"""From so many signs on, what is put in tells by itself what is meant."""
_ORDINAL, _DAY = "ordinal", "day"
_CASES: Mapping[str, Callable[[str], str]] = {
    "": str,
    "lower": str.lower,
    "title": lambda text: text[:1].upper() + text[1:],
    "narrow": lambda text: normalize("NFKC", text),
}


def rewrite(document: Document, context: Context) -> Iterator[Hit]:
    """A hit for every match of a ``find``; ``put`` is the right form and may take up groups (``\\1``).

    Where a match has a group called ``fault``, the hit is there and ``put`` comes in its place alone; ``case`` writes it in
    small letters (``lower``), with a capital (``title``), a figure as the words of an ordinal (``ordinal``, ``ordinal
    title``), full-width signs as narrow ones (``narrow``), or day, month and year in figures as running text writes the day
    (``day``). An entry without ``put`` tells of a fault that the author has to mend, and ``say`` the words to write,
    ``tell`` what they are. More hits of one entry than the option ``many`` says are one: the draft writes so throughout.
    The message may use ``{text}`` and ``{prefer}``.
    """
    found: dict[str, list[Hit]] = {}
    for entry, hit in _hits(document, context):
        found.setdefault(entry["find"], []).append(hit)
    many = context.options.get("many", 0)
    for hits in found.values():
        # What a draft writes throughout is one finding.
        yield from hits[:1] if many and len(hits) > many else hits


def _hits(document: Document, context: Context) -> Iterator[tuple[Mapping[str, Any], Hit]]:
    scope = Scope(document, context.options)
    entries = [
        entry
        for entry in context.options["rewrites"]
        if holds(entry, context.edition) and context.profile not in entry.get("apart", "").split()
    ]
    blocks = tuple(scope.blocks())
    if document.origin.format == "docx":
        # What a file says of itself besides is judged where the draft prints it.
        printed = {block.text for block in blocks if not block.id.startswith("front/")}
        blocks = tuple(block for block in blocks if not block.id.startswith("front/") or block.text not in printed)
    matches = [(entry, found) for entry in entries if (found := _matches(entry, document, blocks, context.lexicon))]
    own = context.lexicon.language
    for block in blocks if matches else ():
        # A paragraph in another language keeps the rules of that one.
        told = any(block.id in found for _, found in matches) and own in TONGUES
        if told and languages(context.lexicon).other_than(own, block.text):
            continue
        taken: list[tuple[int, int]] = []
        for entry, found in matches:
            for start, end, put in found.get(block.id, ()):
                # The first entry that speaks of a place is the one that knows it best.
                if scope.admits(block, start, end) and _is_free(taken, start, end):
                    insort(taken, (start, end))
                    yield entry, _hit(entry, block, start, end, put)


def _is_free(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a place lies on none of those in ``taken``, which are in order and lie apart."""
    at = bisect_right(taken, (start, end))
    return not any(start < last and first < end for first, last in taken[max(0, at - 1) : at + 1])


def _matches(
    entry: Mapping[str, Any], document: Document, blocks: Sequence[Block], lexicon: Lexicon
) -> Mapping[str, list[tuple[int, int, str | None]]]:
    """The places that an entry speaks of, with what it puts there, by the ids of the blocks."""
    pattern = compiled(entry["find"])
    group = "fault" if "fault" in pattern.groupindex else 0
    places: dict[str, list[tuple[int, int, str | None]]] = {}
    for block, found in scan(document, blocks, pattern):
        put = _put(entry, found.expand(entry["put"]), lexicon) if "put" in entry else None
        if put != found[group]:
            places.setdefault(block.id, []).append((found.start(group), found.end(group), put))
    return places


def _put(entry: Mapping[str, Any], text: str, lexicon: Lexicon) -> str | None:
    """What an entry puts in, as its ``case`` asks; None for a figure that the table ``ordinals`` has no words for."""
    case = entry.get("case", "")
    if case == _DAY:
        day, month, year = map(int, text.split())
        return written_day(day, month, year, lexicon)
    if not case.startswith(_ORDINAL):
        return _CASES[case](text)
    words = session_words(lexicon).get(int(text))
    return _CASES["title"](words) if words is not None and case != _ORDINAL else words


def _hit(entry: Mapping[str, Any], block: Block, start: int, end: int, put: str | None) -> Hit:
    text, span = block.text[start:end], block.span(start, end)
    before, after = _around(block.text, start, end)
    fix = None
    if put is not None:
        edit = Edit(span, put, text)
        level: Applicability = entry.get("level") or ("suggest" if changes_words(edit) else "safe")
        # A blank or a single letter tells nothing to who reads the fix alone: whole words are said.
        whole = f"{before}{put}{after}" if len(put.strip()) < _TELLING or not text.strip() else put
        title = f"write “{whole}”" if put or not text.strip() else f"leave out “{text}”"
        fix = Fix(title, (edit,) if level != "advice" else (), level)
    values = {"text": f"{before}{text}{after}"}
    if put is None and "tell" in entry:
        values |= {"prefer": entry["tell"], DESCRIBED: "prefer"}
    else:
        values["prefer"] = f"{before}{put}{after}" if put is not None else entry.get("say", "")
    return Hit(span, values, fix, unsure=entry.get("severity") == "info")


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The rest of the words that a fault is a piece of, so that the message shows more than a letter or a blank."""
    first, last = start, end
    # Of a script without blanks the fault alone is shown, where it tells something: more would be torn out of words.
    signs = 0 if len(text[start:end].strip()) > _SIGNS else _HAN
    while first > 0 and (start - first < _most(text[first - 1], signs) or _in_number(text, first - 1)):
        first -= 1
    while last < len(text) and (last - end < _most(text[last], signs) or _in_number(text, last)):
        last += 1
    if start == end == last and last < len(text):
        last += 1  # what is missing is missing before this mark
    return text[first:start], text[end:last]


def _in_number(text: str, at: int) -> bool:
    """Whether the mark at a place parts the figures of one number (*62.5*, *70/1*)."""
    return text[at] in ".,/" and text[at - 1 : at].isdecimal() and text[at + 1 : at + 2].isdecimal()


def _most(char: str, signs: int) -> int:
    """How many letters like this one are shown beside a fault: words are, without blanks the signs up to a joining one."""
    if not char.isalnum() or char in _JOINING:
        return 0
    return signs if char >= "\u3000" else _SHOWN

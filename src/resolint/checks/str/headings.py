"""Headings: no mark ends them, a capital begins them, and in them as in titles only names have further capitals."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.attested.counts import STEPS, Counts
from resolint.checks import check
from resolint.checks.shared.counted import counts_of
from resolint.checks.str.order import ends_in_abbreviation
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon.english import word_set
from resolint.lexicon.lines import NAMING
from resolint.model import Document, Span
from resolint.regex import lazy
from resolint.rule import Context

_WORD = lazy(r"[A-Za-z][A-Za-z’'-]*")
_MARKS = {".": "full stop", ":": "colon", ",": "comma"}
_NAMELY = lazy(r"[/(&]|\b(?:Part|Chapter|Section)\b")
"""A path through an organization, or the number of a part in words."""
_SHOUTED = 6
"""A heading of so many letters in capitals is no abbreviation and no number."""
_COMMON, _RARER = 60, 2
"""So often must adopted texts write a word small, and so many times oftener than with a capital."""
_SHORTEST = 4
_MANY = 5
_JOINING = word_set("a an and as at by for from in into of on or over per the to towards under upon with")


def _headings(document: Document) -> Iterator[Span]:
    """The headings of sections, and the titles and headings of annexes, without blanks at their ends."""
    for act in document.acts:
        parts = (*act.headings, *(one for annex in act.annexes for one in annex.headings))
        for span in (*(one.span for one in parts), *(one.title for one in act.annexes)):
            if span is not None and (words := document.text(span)).strip():
                start = span.start + len(words) - len(words.lstrip())
                yield Span(span.block, start, start + len(words.strip()))


@check("STR060")
def heading_misformed(document: Document, context: Context) -> Iterator[Hit]:
    """A heading that ends with a mark, begins with a small letter or stands in capitals."""
    for span in _headings(document):
        words = document.text(span)
        if words[-1] in _MARKS and _stopped(words):
            name = _MARKS[words[-1]]
            here = Span(span.block, span.end - 1, span.end)
            fix = Fix(f"Leave out the {name}", (Edit(here, "", words[-1]),), "safe")
            yield Hit(here, {"fault": f"no {name} ends it"}, fix)
        elif words[:1].islower():
            yield Hit(Span(span.block, span.start, span.start + 1), {"fault": "it begins with a capital letter"})
        elif words.isupper() and sum(map(str.isalpha, words)) >= _SHOUTED and " " in words:
            yield Hit(span, {"fault": "only its first word and names have capitals"})


def _stopped(words: str) -> bool:
    """Whether the mark at the end of a heading ends a heading, and no sentence, abbreviation or number."""
    body = words[:-1]
    return (
        len(words.split()) > 1
        and not ends_in_abbreviation(words)
        and not any(sign in body for sign in ",;")
        and body.count(".") <= 1
        and not body[-2:].isdigit()
        and not words.endswith("..")
    )


@check("STR006")
def title_capitalized(document: Document, context: Context) -> Iterator[Hit]:
    """Capital letters in a title or heading that adopted texts do not write there."""
    counts = counts_of(context.lexicon)
    if counts is None or context.profile in context.options.get("capitals", ()):
        return
    titles = [act.title for act in document.acts if act.title is not None and act.kind == "resolution"]
    for span in (*titles, *_headings(document)):
        words = document.text(span)
        if words.isupper() or NAMING.search(words) or _NAMELY.search(words):
            continue
        found = list(_needless(words, counts))
        if span in titles and _headline(words):
            yield Hit(span)  # which of its words are names only its author can say
        elif found:
            edits = tuple(
                Edit(Span(span.block, span.start + at, span.start + at + 1), words[at].lower(), words[at])
                for at, _ in found
            )
            here = Span(span.block, span.start + found[0][0], span.start + found[-1][1])
            yield Hit(here, fix=Fix("Write small letters", edits, "suggest"))


def _headline(words: str) -> bool:
    """Whether all longer words have capitals, so many that not all can be names."""
    longer = [word for word in _WORD.findall(words) if word.lower() not in _JOINING]
    return len(longer) >= _MANY and all(word[0].isupper() for word in longer)


def _needless(words: str, counts: Counts) -> Iterator[tuple[int, int]]:
    """The words behind the first whose capital is that of no name that adopted texts write."""
    found = list(_WORD.finditer(words))
    for number, match in enumerate(found):
        word = match.group()
        if number == 0 or words[found[number - 1].end() : match.start()].strip():
            continue
        if word.istitle() and word.lower() in _JOINING:
            yield match.span()
        if len(word) < _SHORTEST or not (word[0].isupper() and word[1:].islower()):
            continue
        last = found[number - 1].group()
        if last == "The" or last.isupper():
            continue  # *The Area* is a name, and behind a number or an abbreviation a heading may begin
        before, here, small = (f"{one} ".encode() for one in (last, word, word.lower()))
        following = found[number + 1] if number + 1 < len(found) else None
        beside = following is not None and not words[match.end() : following.start()].strip()
        behind = f"{following.group()} ".encode() if following is not None and beside else b""
        common = STEPS[counts[small]]
        if common < _COMMON or common < _RARER * STEPS[counts[here]]:
            continue
        if not counts[before + here] and not (behind and counts[here + behind]):
            yield match.span()

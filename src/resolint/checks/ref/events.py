"""A check on meetings that one draft calls by two nouns: *the Forum on Street Food*, *the Conference on Street Food*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.texts import texts
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.model import Document, Span
from resolint.rule import Context, per_rule


@per_rule
def _event(context: Context) -> re.Pattern[str]:
    """A meeting by its noun, with what stands before it and what it is on."""
    nouns = "|".join(map(re.escape, context.options["nouns"]))
    return regex.compiled(
        rf"\b(?P<the>[Tt]he[ \xa0])?(?P<before>(?:[A-Z][\w’-]+[ \xa0]){{0,4}})(?P<noun>{nouns})\b"
        rf"(?P<on>[ \xa0](?:on|for|against)[ \xa0](?:the[ \xa0])?[A-Z][\w’-]*"
        rf"(?:(?:[ \xa0](?:and|of|of[ \xa0]the|in|for))?[ \xa0](?!(?:{nouns})\b)[A-Z][\w’-]*){{0,8}})?"
    )


class _Mention(NamedTuple):
    """A meeting as it is called: what stands before the noun, the noun, what it is on, and where the noun stands."""

    before: str
    noun: str
    on: str
    span: Span


@check("REF039")
def event_called_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """A meeting that has its name in one place and another noun in another one.

    The option ``nouns`` holds what meetings are called, ``leads`` the words with a capital before a name that are no part of it.
    """
    mentions = list(_mentions(document, context))
    by_subject: dict[tuple[str, str], list[_Mention]] = defaultdict(list)
    for one in mentions:
        if one.on:
            by_subject[one.before, one.on].append(one)
    for group in by_subject.values():
        nouns = [one.noun for one in group]
        for one in group:
            if len(set(nouns)) == 2 and one.noun != nouns[0]:
                yield Hit(one.span, {"found": one.noun, "other": nouns[0]}, related=(group[0].span,))
    full = {(one.before, one.noun) for one in mentions if one.on}
    for one in mentions:
        if one.on or not one.before or (one.before, one.noun) in full:
            continue
        others = {noun for before, noun in full if before == one.before}
        if len(others) == 1:
            yield Hit(one.span, {"found": one.noun, "other": others.pop()})


def _mentions(document: Document, context: Context) -> Iterator[_Mention]:
    event, leads = _event(context), frozenset(context.options["leads"])
    for block in texts(document):
        quoted = None
        for match in event.finditer(block.text, block.lead):
            quoted = quotations(block.text) if quoted is None else quoted
            words = [word for word in match["before"].split() if word not in leads]
            if not inside(quoted, *match.span()) and (match["the"] or match["on"]):
                on = " ".join((match["on"] or "").split())
                yield _Mention(" ".join(words), match["noun"], on, block.span(*match.span("noun")))

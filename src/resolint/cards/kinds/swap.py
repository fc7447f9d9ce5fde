"""``swap``: words for which others are to be written."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from resolint.cards.kinds.patterns import compiled
from resolint.cards.kinds.scope import Scope
from resolint.cards.kinds.terms import cell, cells, holds, rows
from resolint.cards.tables import LANGUAGE, TableRow
from resolint.errors import BadCard
from resolint.findings import Applicability, Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon.grammar import Grammar
from resolint.model import NOTE_MARK, Block, Document
from resolint.rule import Context, per_rule
from resolint.tokens import Phrase, phrase, words_of

__all__ = ["avoided", "in_the_case_of", "plain", "section", "swap"]

_AROUND = 80
"""So many characters on either side are looked at for what makes a word less sure."""
_LEVELS: dict[str, Applicability] = {"safe": "safe", "suggest": "suggest", "advice": "advice"}


class _Swap(NamedTuple):
    """What is preferred, one text or several to choose from, and how far the change may be made for the author."""

    prefer: tuple[str, ...]
    level: Applicability


_Entry = tuple[int, tuple[Any, ...], tuple[str, ...], Applicability, str, str]
"""A pair in plain values: its number, the phrase, what is preferred, how far the change may be made, since and until when."""


def swap(document: Document, context: Context) -> Iterator[Hit]:
    """A hit for every word to avoid, with the preferred one as the fix.

    The preferred word takes over the letter case, except where the rule tells cases apart (``match_case``).

    An article that the right form brings is not written twice where one stands in front (*the this resolution*). Where the
    words are ``names``, an article in front of one goes with it if the right form takes none (*the Czech Republic*); where
    that article may belong to a noun behind the name, there is no fix.

    The message may use ``{text}`` and ``{prefer}``. Where several words are preferred the choice is the
    author's, so the fix is advice. The engine holds every fix to the level of the card. What a pattern of the option
    ``doubtful_patterns`` holds is less sure, and an info; with the option ``once`` so is all but the first of the same words,
    which whoever mends the first will mend too.
    """
    words = words_of(document)
    found = _swaps(context, words.all)
    if not found:
        return
    exact = bool(context.options.get("match_case"))
    scope = Scope(document, context.options)
    seen: set[str] = set()
    for number, start, end, wanted in words.longest(found):
        block = words.blocks[number]
        text = block.text[start:end]
        choice = found[wanted]
        offered = choice.prefer if exact else tuple(in_the_case_of(text, prefer) for prefer in choice.prefer)
        if text in offered or not scope.admits(block, start, end):
            continue
        named = bool(context.options.get("names"))
        placed = _with_article(block, start, end, offered[0], context.lexicon.grammar, named=named)
        whole = not (named and _half(block.text[block.lead : start], text, offered[0]))
        single = len(offered) == 1 and choice.level != "advice" and NOTE_MARK not in text and whole
        fix = Fix(
            title=f"write “{' or '.join(offered)}”" if any(offered) else f"leave out “{text}”",
            edits=(_edit(block, placed[0], end, placed[1]),) if single and placed else (),
            applicability=choice.level if single and placed else "advice",
        )
        doubtful = any(
            match.start() <= start and end <= match.end()
            for pattern in context.options.get("doubtful_patterns", ())
            for match in compiled(pattern).finditer(block.text, max(0, start - _AROUND), end + _AROUND)
        )
        again = text in seen and bool(context.options.get("once"))
        seen.add(text)
        yield Hit(block.span(start, end), {"text": text, "prefer": " or ".join(offered)}, fix, unsure=doubtful or again)


def in_the_case_of(text: str, prefer: str) -> str:
    """``prefer`` with the letter case of ``text``: all capitals stay so, a first capital stays one."""
    letters = [character for character in text if character.isalpha()]
    if len(letters) > 1 and all(character.isupper() for character in letters) and prefer.islower():
        return prefer.upper()
    if text[:1].isupper() and prefer[:1].islower():
        return prefer[:1].upper() + prefer[1:]
    return prefer


def _with_article(
    block: Block, start: int, end: int, prefer: str, grammar: Grammar, *, named: bool
) -> tuple[int, str] | None:
    """Where a change begins and what is written, the article in front considered; None if that cannot be told.

    Only in front of a name (``named``) is the article one that goes with it.
    """
    text = block.text
    article = next((one for one in grammar.article if text.endswith(one, block.lead, start)), "")
    at = start - len(article)
    if not article or (at > block.lead and text[at - 1].isalnum()):
        return start, prefer
    own = next((one for one in grammar.article if prefer.startswith(one)), "")
    if own or not named:
        return start, prefer[len(own) :]
    behind = text[end:].split(maxsplit=1)
    next_word = behind[0] if behind and text[end] in " \u00a0" else ""
    links = {grammar.and_, grammar.or_, grammar.of, grammar.to, *grammar.organ_links}
    if next_word[:1].isalnum() and next_word.rstrip(",;:.") not in links:
        return None
    return at, prefer


def _half(before: str, name: str, prefer: str) -> bool:
    """Whether the words of the right form that lead to a name stand in front of it: *the Republic of Iran*."""
    lead = prefer.partition(name)[0].split()
    return name in prefer and len(lead) > 1 and before.rsplit(maxsplit=2)[-2:] == lead[-2:]


def _edit(block: Block, start: int, end: int, replacement: str) -> Edit:
    """The edit; where words are left out, one of the blanks around them goes with them."""
    text = block.text
    if not replacement:
        if start > block.lead and text[start - 1] == " " and text[end : end + 1] in ("", *" ,.;:)"):
            start -= 1
        elif start == block.lead and text[end : end + 1] == " ":
            end += 1
    return Edit(block.span(start, end), replacement, text[start:end])


def _swaps(context: Context, there: frozenset[str]) -> dict[Phrase, _Swap]:
    """What is preferred to each phrase in the edition, of those that may stand in a draft with the words ``there``."""
    by_word = _by_word(context)
    entries = sorted(
        entry for word in by_word.keys() & there for entry in by_word[word] if there.issuperset(entry[1][1])
    )
    return {
        Phrase(*one): _Swap(prefer, level)
        for _, one, prefer, level, since, until in entries
        if holds({"since": since, "until": until}, context.edition)
    }


@per_rule
def _by_word(context: Context) -> Mapping[str, Sequence[_Entry]]:
    """The pairs by the longest word of each phrase."""
    options = repr(context.options)
    ready = context.lexicon.ready(section(options)) if context.lexicon.language == LANGUAGE else None
    return ready[1] if ready is not None and ready[0] == options else plain(context)[1]


def section(options: str) -> str:
    """The section of the index that holds the pairs of a rule with these ``options``, written as Python does."""
    return f"swap {zlib.crc32(options.encode('utf-8', 'surrogatepass')):08x}"


def plain(context: Context) -> tuple[str, dict[str, list[_Entry]]]:
    """The options and the pairs by the longest word of each phrase, in plain values that the index can hold."""
    found: dict[str, list[_Entry]] = {}
    for number, (row, one, choice) in enumerate(_pairs(context)):
        if one.words:
            times = ("", "") if row is None else (row.get("since", ""), row.get("until", ""))
            found.setdefault(max(one.words, key=len), []).append((number, tuple(one), *choice, *times))
    return repr(context.options), found


def avoided(context: Context) -> list[Phrase]:
    """The words to avoid, those of every edition."""
    return [one for _, one, _ in _pairs(context)]


@per_rule
def _pairs(context: Context) -> tuple[tuple[TableRow | None, Phrase, _Swap], ...]:
    options = context.options
    exact = bool(options.get("match_case"))
    found: list[tuple[TableRow | None, Phrase, _Swap]] = []
    for avoid, prefer in options.get("pairs", {}).items():
        found.append((None, phrase(avoid, match_case=exact), _Swap((prefer,), "safe")))
    for row in rows(context):
        choice = _Swap(cells(row, options["prefer"], options), _level(row, options.get("level")))
        if choice.prefer:
            found += [(row, phrase(one, match_case=exact), choice) for one in cells(row, options["avoid"], options)]
    return tuple(found)


def _level(row: TableRow, column: str | None) -> Applicability:
    """How far this row's change may be made for the author; the strongest where the table does not say."""
    written = cell(row, column) if column is not None else ""
    if written and written not in _LEVELS:
        raise BadCard(f"column {column}: '{written}' is not allowed; write {', '.join(_LEVELS)} or nothing")
    return _LEVELS.get(written, "safe")

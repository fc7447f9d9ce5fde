"""Words that look like one of another language and say something else in English: *actual* for *current*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile

from resolint.checks import check
from resolint.checks.shared.sentences import Sentence, places_of, plurals_of
from resolint.findings import Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Document
from resolint.rule import Context

_BEHIND, _FRONT, _AROUND = 6, 4, 6
"""How many words on either side are looked at."""
_PERSONS = "@persons"

_Words = frozenset[str]


class _Friend(NamedTuple):
    """What has to stand around a word for it to be none that English means; an empty set asks for nothing."""

    before: _Words
    next: _Words
    behind: _Words
    front: _Words
    unless: _Words
    prefer: str

    def fits(self, text: Sentence, place: int) -> bool:
        """Whether the word at ``place`` stands so."""
        if (self.before and text.at(place - 1) not in self.before) or (
            self.next and text.at(place + 1) not in self.next
        ):
            return False
        if self.behind and self.behind.isdisjoint(_behind(text, place)):
            return False
        first = max(0, place - _FRONT)
        if self.front and self.front.isdisjoint(text.lower[first:place]):
            return False
        return self.unless.isdisjoint(text.lower[max(0, place - _AROUND) : place + _AROUND + 1])


def _behind(text: Sentence, place: int) -> Iterator[str]:
    """The words behind one, up to the end of its clause."""
    last = min(place + _BEHIND, len(text.lower) - 1)
    between = takewhile(lambda at: _goes_on(text, at), range(place + 1, last + 1))
    return (text.lower[at] for at in between)


def _goes_on(text: Sentence, place: int) -> bool:
    return text.joined[place] or not {".", ";", ":"} & set(text.block.text[text.end(place - 1) : text.start(place)])


class _Friends:
    """The rows of the table by each form of their word; a row is only read where its word stands in a draft."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._read: dict[str, tuple[_Friend, ...]] = {}
        self.rows: dict[str, list[tuple[str, ...]]] = {}
        for row in lexicon.columns("false-friends", "word", "before", "next", "behind", "front", "unless", "prefer"):
            for form in row[0].split():
                self.rows.setdefault(form, []).append(row)

    def of(self, form: str) -> tuple[_Friend, ...]:
        """What the table says of a word."""
        if form not in self._read:
            self._read[form] = tuple(self._friend(row) for row in self.rows[form])
        return self._read[form]

    def _friend(self, row: tuple[str, ...]) -> _Friend:
        before, following, behind, front, unless = (frozenset(words.split()) for words in row[1:-1])
        return _Friend(
            before, following, behind | self._persons if _PERSONS in behind else behind, front, unless, row[-1]
        )

    @cached_property
    def _persons(self) -> _Words:
        plurals = plurals_of(self._lexicon)
        singles = self._lexicon.column("persons", "person")
        return frozenset([*singles, *(plurals[one] for one in singles if one in plurals)])


@per_lexicon
def _friends(lexicon: Lexicon) -> _Friends:
    return _Friends(lexicon)


@check("SPL059")
def false_friend(document: Document, context: Context) -> Iterator[Hit]:
    """A word of English that stands where one of another language that looks alike is meant, by the words around it."""
    friends = _friends(context.lexicon)
    for text, place, word in places_of(document, friends.rows.keys()):
        found = next((friend for friend in friends.of(word) if friend.fits(text, place)), None)
        if found is not None and text.run(place, place):
            span = text.block.span(text.start(place), text.end(place))
            written = text.block.text[span.start : span.end]
            fix = Fix(f"Write “{found.prefer}”", (), "advice")
            yield Hit(span, {"text": written, "prefer": found.prefer}, fix)

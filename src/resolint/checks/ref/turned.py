"""What REF028 finds besides small slips: a name of the draft in another order, or with another word for one of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from resolint.checks.shared.names import named
from resolint.consistency import Form, Thing
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon
from resolint.lexicon.labels import roman_value
from resolint.lexicon.names import names
from resolint.lexicon.nearness import one_edit_apart, other_order
from resolint.lexicon.ordinals import ordinal_value
from resolint.lexicon.runs import JOINING
from resolint.model import Document, Span

__all__ = ["Otherwise", "misspelt_names", "otherwise"]

_LEAST = 3
"""So many words of weight a name has that is told from another by one of them."""
_KEY = 4
_USUAL = 2
"""So often a draft writes the form that is taken for the right one."""


class Otherwise(NamedTuple):
    """A form that is written once, and the name that the draft writes otherwise."""

    form: Form
    name: str


class _Name(NamedTuple):
    thing: Thing
    words: tuple[str, ...]
    weighty: tuple[str, ...]


def otherwise(things: Sequence[Thing], lexicon: Lexicon) -> Iterator[Otherwise]:
    """Names written once that are another name of the draft in another order, or but for one word."""
    listed = [_Name(thing, words, _weighty(words)) for thing in things for words in [_words(thing.text)]]
    by_key: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
    for name in listed:
        if len(name.weighty) > 1:
            by_key[tuple(sorted(word[:_KEY] for word in name.weighty))].append(name)
    known = names(lexicon)
    for group in by_key.values():
        for one in group if len(group) > 1 else ():
            for other in group:
                if one is not other and _less(one, other) and _turned(one, other):
                    yield from (Otherwise(form, other.thing.text) for form in one.thing.forms)
    for one, other in _but_for_one(listed):
        if _once_and_usual(one, other) and not known.lets_pass(one.thing.text) and _plain(one, other, lexicon):
            yield from (Otherwise(form, other.thing.text) for form in one.thing.forms)


def _words(text: str) -> tuple[str, ...]:
    plain = text.lower().replace("-", " ").replace("’s ", " ").replace("’ ", " ").replace("' ", " ")
    return tuple(plain.split())


def _weighty(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in JOINING)


def _less(one: _Name, other: _Name) -> bool:
    """Whether the first of two names is written no oftener; where both are written once, nobody can tell which is right."""
    return one.thing.total < other.thing.total or one.thing.total == other.thing.total == 1


def _turned(one: _Name, other: _Name) -> bool:
    if one.weighty == other.weighty:
        return len(one.weighty) >= _LEAST and one.words != other.words
    long_enough = len(one.weighty) >= _LEAST or other.thing.total >= _USUAL
    return long_enough and other_order(one.words, other.words)


def _once_and_usual(one: _Name, other: _Name) -> bool:
    """Whether one name is written once and the other oftener, or once as well where it is long."""
    return one.thing.total == 1 and (
        other.thing.total >= _USUAL or (other.thing.total == 1 and len(one.weighty) > _LEAST)
    )


def _but_for_one(listed: Sequence[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Pairs of names of as many words that differ in one word of weight."""
    rows: dict[tuple[object, ...], list[_Name]] = defaultdict(list)
    for name in listed:
        if len(name.weighty) < _LEAST:
            continue
        for at, word in enumerate(name.words):
            # *Any State Party*, *each State Party*; *the Peoples of Ukraine*, *the Peoples of Crimea*
            inner = at and name.words[at - 1] not in JOINING
            if word not in JOINING and (inner or word in _WORLDWIDE):
                rows[len(name.words), at, name.words[:at] + name.words[at + 1 :]].append(name)
        # *The President of the Council*, *the Bureau of the Council*: of names that differ in their first word both are right.
        for at in range(1, len(name.weighty) if len(name.weighty) > _LEAST and not name.thing.text.isupper() else 0):
            rows["weighty", at, name.weighty[:at] + name.weighty[at + 1 :]].append(name)
    for row in rows.values():
        if len(row) == _USUAL:
            yield row[0], row[1]
            yield row[1], row[0]


_WORLDWIDE = frozenset(("international", "world", "global", "universal", "regional", "national"))


def _plain(one: _Name, other: _Name, lexicon: Lexicon) -> bool:
    """Whether the odd words are no numbers, and neither is the other's plural: those are other things."""
    same = len(one.words) == len(other.words)
    rows = (one.words, other.words) if same else (one.weighty, other.weighty)
    odd = [pair for pair in zip(*rows, strict=True) if pair[0] != pair[1]]
    pair = next((pair for pair in odd if not {*pair} & JOINING), ("", ""))
    if any(roman_value(word.upper()) or ordinal_value(word, lexicon) or not word.isalpha() for word in pair):
        return False
    return pair[0].rstrip("s") != pair[1].rstrip("s")


_SHORTEST = 6


def misspelt_names(
    document: Document, known: Callable[[str], bool], counted: Callable[[str], bool]
) -> Iterator[tuple[Span, str, str]]:
    """*Columbo* once in a draft on Colombo: words with a capital that no list holds, one letter apart."""
    places: dict[str, list[Span]] = defaultdict(list)
    for text in named(document):
        for token in text.tokens[1:]:
            word = token.text
            if token.capital and len(word) >= _SHORTEST and word.isalpha() and word[1:].islower():
                places[word].append(text.block.span(token.start, token.end))
    beside: dict[str, list[str]] = defaultdict(list)
    for word in places:
        beside[word[:2]].append(word)
    alone = [word for word, spans in places.items() if len(spans) == 1 and len(beside[word[:2]]) > 1]
    odd = [word for word in alone if not counted(word) and not known(word.lower())]
    for word in odd[:_MOST_ODD]:
        for other in beside[word[:2]]:
            if (
                other != word
                and other[:2] == word[:2]
                and one_edit_apart(word, other)
                and other.rstrip("s") != word.rstrip("s")
            ):
                yield places[word][0], word, other
                break


_MOST_ODD = 60

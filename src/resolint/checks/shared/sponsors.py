"""The line of sponsors taken apart: ``Chile, Ghana and Thailand: draft resolution``.

Names hold *and* themselves (*Antigua and Barbuda*), carry brackets (*on behalf of …*), asterisks and at times an
article, so the line is read with the tables of Member States and observers at hand. Every check of the family
then sees the same names at the same places.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from resolint.checks.shared.masthead import field_place
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.masthead import labelled
from resolint.lexicon.sponsors import AND, BEHALF, OFFICE, SPONSORED
from resolint.model import Document, Span
from resolint.rule import Context

TableRow = Mapping[str, str]

_MARKS = "*\u2020\ufffc"
_LONGEST_NAME = 80
_LONGEST_LINE = 12_000
"""All 193 names take 2,400 characters; what is far longer is no line of sponsors."""


class Sponsor(NamedTuple):
    """One name, ``start`` to ``end`` in the block's text.

    ``entry`` is where article, name and brackets stand together; ``article`` the length of a leading *the* with
    its blank; ``mark`` the place of an asterisk directly after the name, None without one.
    """

    text: str
    start: int
    end: int
    entry: tuple[int, int]
    article: int = 0
    mark: tuple[int, int] | None = None


class SponsorLine(NamedTuple):
    """The line in one block: names, the separators between them, and the label after the colon.

    ``field`` tells *signatories* from sponsors.
    ``prefix`` counts the characters of words that announce the names (*Submitted by:*). ``colon`` and ``label``
    are None where the line has none.
    """

    block: str
    text: str
    start: int
    end: int
    names: tuple[Sponsor, ...]
    separators: tuple[tuple[int, int], ...]
    colon: int | None
    label: tuple[int, int] | None
    prefix: int = 0
    field: str = "sponsors"

    def span(self, start: int, end: int) -> Span:
        """The place of these characters of the line's block."""
        return Span(self.block, start, end)


class Names(NamedTuple):
    """Member States and observers by every folded way of writing them; ``official`` by the right one alone."""

    states: Mapping[str, TableRow]
    official: Mapping[str, TableRow]
    observers: Mapping[str, TableRow]

    def known(self, folded: str) -> bool:
        """Whether the tables know this folded name, right or wrong."""
        return folded in self.states or folded in self.observers


def fold(text: str) -> str:
    """``text`` in small letters without accents, with straight apostrophes and plain blanks; its length stays."""
    if text.isascii():
        return text.lower().replace("\n", " ").replace("\t", " ")
    return "".join(_fold_character(character) for character in text)


def _fold_character(character: str) -> str:
    if character in "\u2019\u02bc\u2018`":
        return "'"
    if character in "\u2010\u2011\u2012\u2013":
        return "-"
    if character.isspace():
        return " "
    small = unicodedata.normalize("NFD", character)[0].lower()
    return small if len(small) == 1 else character


def plain(text: str) -> str:
    """``text`` with straight apostrophes, plain hyphens and single blanks, so that only real differences remain."""
    text = text.replace("\u2019", "'").replace("\u2011", "-").replace("\u2010", "-")
    return " ".join(text.split())


@per_lexicon
def names_of(lexicon: Lexicon) -> Names:
    """The names that the tables ``member-states`` and ``observers`` know."""
    states: dict[str, TableRow] = {}
    official: dict[str, TableRow] = {}
    for row in lexicon.rows("member-states"):
        official[fold(row["official_short_name"])] = row
        for written in (row["avoid"], row["avoid_in_lists"], row["former"]):
            for name in written.split("|"):
                states.setdefault(fold(name), row)
    states.update(official)
    states.pop("", None)
    observers = {fold(row["name"]): row for row in lexicon.rows("observers")}
    return Names(states, official, observers)


def line_of(document: Document, context: Context) -> tuple[SponsorLine, Names] | None:
    """The line of sponsors taken apart, and the names by which it was.

    None where there is no line or where it names a Chair, a Bureau or a committee.
    """
    span = field_place(document, "sponsors")
    if span is None or not document.has_block(span.block):
        return None
    text = document.block(span.block).text
    end = span.end
    if text[end:].lstrip().startswith(":"):  # the masthead may give the names alone: the label follows
        end = len(text)
    start = span.start
    opening = SPONSORED.match(text[: span.start].lstrip())
    if opening is not None and opening.end() == len(text[: span.start].lstrip()):
        start = span.start - opening.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if not 0 < end - start < _LONGEST_LINE:
        return None
    names = names_of(context.lexicon)
    line = _split(span.block, text, start, end, names)
    return None if line is None else (line, names)


def label_lines(document: Document, context: Context) -> Iterator[SponsorLine]:
    """The names on the label lines of a Model United Nations draft (*Sponsors: …*, *Signatories: …*)."""
    names = names_of(context.lexicon)
    for block_id in document.head.blocks:
        text = document.block(block_id).text if document.has_block(block_id) else ""
        found = labelled(text, 0, len(text.rstrip()), context.lexicon) if ":" in text[:_LONGEST_NAME] else None
        if found is not None and found.field in ("sponsors", "signatories") and found.end - found.start < _LONGEST_LINE:
            end = found.end
            sponsors, separators = _list(text, fold(text), found.start, end, names)
            yield SponsorLine(block_id, text, found.start, end, sponsors, separators, None, None, field=found.field)


def _split(block: str, text: str, start: int, end: int, names: Names) -> SponsorLine | None:
    opening = SPONSORED.match(text, start, end)
    prefix = opening.end() - start if opening else 0
    colon = _colon(text, start + prefix, end)
    stop = end if colon is None else colon
    folded = fold(text[:stop])
    if OFFICE.search(text, start, stop) and not _known_end(folded, start + prefix, names):
        return None
    sponsors, separators = _list(text, folded, start + prefix, stop, names)
    label = None
    if colon is not None:
        first = colon + 1
        while first < end and text[first].isspace():
            first += 1
        label = (first, end)
    return SponsorLine(block, text, start, end, sponsors, separators, colon, label, prefix)


def _colon(text: str, start: int, end: int) -> int | None:
    """The colon before the label: the first outside brackets."""
    depth = 0
    for index in range(start, end):
        depth += (text[index] in "([") - (text[index] in ")]")
        if text[index] == ":" and depth <= 0:
            return index
    return None


def _known_end(folded: str, position: int, names: Names) -> int:
    """The end of the longest known name that stands at ``position``, 0 if none does."""
    for end in range(min(len(folded), position + _LONGEST_NAME), position, -1):
        whole = end == len(folded) or not (folded[end].isalnum() or folded[end] in "-'")
        if whole and names.known(folded[position:end]):
            return end
    return 0


def _list(
    text: str, folded: str, start: int, end: int, names: Names
) -> tuple[tuple[Sponsor, ...], tuple[tuple[int, int], ...]]:
    sponsors: list[Sponsor] = []
    separators: list[tuple[int, int]] = []
    position = start
    while position < end:
        sponsor, position = _one(text, folded, position, end, names)
        if sponsor is not None:
            sponsors.append(sponsor)
        stop = _separator_end(text, position, end)
        separators.append((position, stop))
        position = max(stop, position + 1)
    return tuple(sponsors), tuple(separators[: max(0, len(sponsors) - 1)])


def _one(text: str, folded: str, position: int, end: int, names: Names) -> tuple[Sponsor | None, int]:
    """The name that starts at ``position``, and where the separator after it begins."""
    article = 4 if folded.startswith("the ", position) and not _known_end(folded, position, names) else 0
    begin = position + article
    stop = _known_end(folded, begin, names) or _joint(text, begin, end)
    name_end = stop
    while name_end > begin and text[name_end - 1].isspace():
        name_end -= 1
    stop = _brackets_end(text, stop, end)
    entry = (position, stop)
    first = stop
    while stop < end and text[stop] in _MARKS:
        stop += 1
    mark = (first, stop) if stop > first else None
    if name_end == begin:
        return None, stop
    return Sponsor(text[begin:name_end], begin, name_end, entry, article, mark), stop


def _brackets_end(text: str, stop: int, end: int) -> int:
    """Where words in brackets after a name, or ``on behalf of …``, end; ``stop`` if there are none."""
    first = stop
    while first < end and text[first].isspace():
        first += 1
    if text.startswith(BEHALF, first):
        return end
    if first >= end or text[first] not in "([":
        return stop
    depth = 0
    for index in range(first, end):
        depth += (text[index] in "([") - (text[index] in ")]")
        if depth == 0:
            return index + 1
    return end


def _joint(text: str, start: int, end: int) -> int:
    """Where an unknown name ends: at a comma, a semicolon, *and*, a bracket or a mark."""
    for index in range(start, end):
        if text[index] in ",;([\n" or text[index] in _MARKS or AND.match(text, index, end):
            return index
    return end


def _separator_end(text: str, start: int, end: int) -> int:
    """Where the mixture of commas, semicolons, marks and *and* that begins at ``start`` ends."""
    index = start
    while index < end:
        if text[index] in ",;" or text[index] in _MARKS or text[index].isspace():
            index += 1
        elif text.startswith(("and ", "and\xa0", "and\n"), index):
            index += 4
        elif text.startswith("& ", index):
            index += 2
        else:
            break
    return index

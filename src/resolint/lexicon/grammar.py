"""What a language has besides its tables: the small words that join, and how numbers are put together."""

from __future__ import annotations

from collections.abc import Callable

from resolint.frozen import NamedTuple

__all__ = ["Grammar", "Occasions", "any_case"]


def any_case(word: str) -> str:
    """A pattern of a word in small letters, with a capital, and in capitals."""
    return f"(?:[{word[0].upper()}{word[0]}]{word[1:]}|{word.upper()})"


class Occasions(NamedTuple):
    """The words for what is counted and held: sessions, meetings, items of an agenda; in small letters, in the singular.

    ``adjectives`` may stand beside the ordinal, ``again`` are those that come before it (*the resumed sixtieth session*).
    """

    session: str
    meeting: str
    year: str
    agenda: str
    item: str
    special: str
    emergency: str
    again: tuple[str, ...]
    adjectives: frozenset[str]


class Grammar(NamedTuple):
    """The small words of a language, and what is told by the form of a word; one value per language.

    Dates: ``until`` are the words between the first and the last day of a span, ``ambiguous_months`` names that are also
    other words. Numbers: ``ordinal_endings`` may follow the figure of an ordinal, ``ordinal_figure`` writes one (*63rd*);
    ``compound`` joins a word for tens and one for units (*sixty-three*), ``hundreds`` the words that count hundreds, the
    word for hundred and what is below it (*two hundred and three*), of which the first and the last may be empty.

    Organs: ``organ_nouns`` stand for an organ named before (*the Council*), ``body_nouns`` are others by which a body is
    known, ``acting_nouns`` those of bodies that *its resolution* may be of, ``meeting_nouns`` those of bodies that are
    spoken of with their sessions (*at its fifth session, the Board*), ``drafting_bodies`` those in which a text is only
    prepared; ``organ_links`` are the small words inside a name, ``organ_leads`` words with a capital that open a sentence
    and belong to no name; ``opens`` says the same of a word by its form (*Recalling*). ``article`` are the words before
    a name, ``possessive`` its endings.

    ``original`` stands before the language in which a text was first written.
    """

    and_: str
    or_: str
    of: str
    to: str
    until: tuple[str, ...]
    ambiguous_months: frozenset[str]
    ordinal_endings: tuple[str, ...]
    ordinal_figure: Callable[[int], str]
    compound: Callable[[str, str], str]
    hundreds: Callable[[str, str, str], str]
    organ_nouns: tuple[str, ...]
    body_nouns: tuple[str, ...]
    acting_nouns: tuple[str, ...]
    meeting_nouns: tuple[str, ...]
    drafting_bodies: tuple[str, ...]
    organ_links: frozenset[str]
    organ_leads: frozenset[str]
    opens: Callable[[str], bool]
    article: tuple[str, ...]
    occasions: Occasions
    original: str
    possessive: tuple[str, ...]

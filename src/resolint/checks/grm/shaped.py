"""How constructions are looked for in the shape of a draft: patterns of letters, and what is asked of the words where one fits.

They belong to the rule on doubtful constructions. The modules ``agreeing``, ``relating``, ``aligning``, ``joining`` and ``usage``
hold the mechanisms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from resolint.attested.counts import Counts
from resolint.checks.grm.forms import BARE, ING, PARTICIPLE, WITH_S, Tokens
from resolint.checks.grm.shapes import Shape
from resolint.checks.shared.classes import Classes
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counted import row_of
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon.english import word_set
from resolint.model import Document

__all__ = [
    "CHAIN", "CLAUSE", "DET", "FLAT", "FREE", "INSERTED", "LEAD", "MOD", "OPENS", "PHRASE", "SERIES",
    "Judge", "Look", "Mechanism", "Told", "of_table", "told_of", "waking",
]  # fmt: skip

DET = "[DATZ#1]{0,3}"
MOD = "[Jja#KLxeRnyNzZ1G]"
"""What may stand before the head of a group of nouns, and the head itself."""
FLAT = f"{DET}(?:[Jja#KLxeRnyNzgGZ1]{{0,6}}[nNyzKLjGgx#1]|m)"
"""A group of nouns."""
PHRASE = f"(?:[eJ]?(?:[Io]|t(?=[DATJ#KLNnZ])){FLAT}(?:(?:,{FLAT}){{0,4}},?[&|]{FLAT})?|eS#)"
"""A preposition with its group or groups, behind a participle or an adjective."""
CHAIN = f"{PHRASE}{{0,5}}"
LEAD = "(?:,?[SI][^;.:<>,]{2,80},)?"
"""An insertion right behind what opens a clause."""
SERIES = f"(?:{FLAT},?[&,|]){{0,4}}"
OPENS = f"[QSH]{LEAD}(?:[DI]{{0,2}}(?:#In|T)o|Do)?"
"""What opens a clause, and a share before its subject."""
INSERTED = "(?:,[SIWHQegRJ|][^;.:<>,]{2,60},)?"
"""An insertion between subject and verb."""
FREE = "(?![^,;.:<>SWHQ(&]{0,60}[BEMsvP])"
"""No other finite verb follows in the clause."""
CLAUSE = "[^,;.:<>QSWH]"
"""Anything within a clause."""


class Look(NamedTuple):
    """What the mechanisms ask: words, the counts of adopted texts, what words are, who are persons."""

    words: Sequence[bytes]
    counts: Counts
    classes: Classes
    tokens: Tokens
    persons: frozenset[str]
    written: Callable[[int], str]
    """The word at a place as it stands in the draft, since figures are all alike where they are counted."""

    def word(self, place: int) -> str:
        """The word at a place in small letters."""
        return self.words[place].decode().rstrip().lower()

    def before(self, place: int, many: int) -> frozenset[bytes]:
        """The words before a place."""
        return frozenset(self.words[max(0, place - many) : place])

    def counted(self, *words: bytes | str) -> int:
        """How often adopted texts write the words in a row."""
        return self.counts.count(
            b"".join([one if isinstance(one, bytes) else f"{one} ".encode() for one in words]).lower()
        )

    def form(self, place: int, kind: int) -> str:
        """A form of the verb at a place, empty where it has none."""
        paradigm = self.tokens[f"{self.word(place)} ".encode()].paradigm
        forms = {} if paradigm is None else paradigm.forms
        return next((form for form, places in forms.items() if places & kind), "")

    def base(self, place: int) -> str:
        """The verb of which the word at a place is a form, the word itself where it is of none."""
        return self.form(place, BARE) or self.word(place)

    def ing(self, place: int) -> str:
        """The form in *-ing* of the verb at a place."""
        return self.form(place, ING)

    def participle(self, place: int) -> str:
        """The participle of the verb at a place."""
        return self.form(place, PARTICIPLE)

    def other_number(self, place: int) -> str:
        """The verb at a place in the other number."""
        word = self.word(place)
        if word in _NUMBERS:
            return _NUMBERS[word]
        bare, third = self.form(place, BARE), self.form(place, WITH_S)
        return bare if word == third else third

    def surely_person(self, place: int) -> bool:
        """Whether the noun at a place names persons: by the table, or because adopted texts say *who* of it."""
        word = self.word(place)
        one = self.classes.singulars.get(word, word) if word in self.classes.singulars else word
        known = one in self.persons or word in _PERSONS
        if known or self.counted(word, "who") or self.counted(word, ",", "who"):
            return True
        thing = self.counted(word, "which") or self.counted(word, ",", "which") or self.counted(word, "that")
        return one != word and one.endswith(("er", "or", "ist", "ian")) and not thing

    def person(self, place: int) -> bool:
        """Whether the noun at a place may name persons: it surely does, or its ending says so and no adopted text *which* of it."""
        if self.surely_person(place):
            return True
        word = self.word(place)
        one = self.classes.singulars.get(word, word) if word in self.classes.singulars else word
        thing = self.counted(word, "which") or self.counted(word, ",", "which") or self.counted(word, "that")
        return one.endswith(_ACTING) and not thing


_SEVERAL = {"is": "are", "was": "were", "has": "have", "does": "do"}
_NUMBERS = _SEVERAL | {several: one for one, several in _SEVERAL.items()}
_PERSONS = word_set(
    "those people he she anyone everyone someone persons children women men girls boys others all youth peoples crew crews staff "
    "family families team teams group groups community communities household households couple couples"
)
_ACTING = ("er", "or", "ist", "ant", "ee", "ian", "man", "men", "eer", "ent")


class Told(NamedTuple):
    """What is told of the words from ``first`` to before ``end``: what is usual; ``fix`` offers it in their place."""

    first: int
    end: int
    instead: str
    fix: bool = False


Judge = Callable[[Look, "re.Match[str]"], Told | None]


class Mechanism(NamedTuple):
    """A pattern of letters, and what judges the words where it fits; one of ``words`` must occur in the draft, if there are any."""

    pattern: re.Pattern[str]
    judge: Judge
    words: frozenset[bytes] = frozenset()


def waking(words: str) -> frozenset[bytes]:
    """Words as they are counted."""
    return frozenset(f"{word} ".encode() for word in words.split())


def of_table(table: Iterable[tuple[re.Pattern[str], Judge, str]]) -> Iterator[Mechanism]:
    """The mechanisms of rows of patterns, their judges, and words of which one must be in the draft (none where all may speak)."""
    return (Mechanism(pattern, judge, waking(words)) for pattern, judge, words in table)


def told_of(document: Document, shape: Shape, look: Look, mechanisms: Sequence[Mechanism]) -> Iterator[Hit]:
    """What the mechanisms tell, each place once."""
    done: set[int] = set()
    there = frozenset(shape.words)
    for pattern, judge, words in mechanisms:
        if words and words.isdisjoint(there):
            continue
        for match in pattern.finditer(shape.text):
            told = judge(look, match)
            if told is not None and told.first not in done:
                done.add(told.first)
                if (hit := _hit(document, shape, told)) is not None:
                    yield hit


def _hit(document: Document, shape: Shape, told: Told) -> Hit | None:
    block, first = shape.at(told.first)
    places = row_of(document, block).places
    start, end = places[first][0], places[first + told.end - told.first - 1][1]
    if inside(quotations(block.text), start, end):
        return None
    span, found = block.span(start, end), block.text[start:end]
    if not told.fix:
        return Hit(span, {"found": found, "instead": told.instead})
    instead = told.instead[0].upper() + told.instead[1:] if found[:1].isupper() else told.instead
    fix = Fix(f"Write “{instead}”", (Edit(span, instead, found),), "suggest")
    return Hit(span, {"found": found, "instead": f"“{instead}”"}, fix)

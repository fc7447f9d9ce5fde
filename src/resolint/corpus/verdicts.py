"""What is said of a paragraph that was held against agreed language."""

from __future__ import annotations

from typing import Literal

from resolint.corpus.paragraphs import Paragraph
from resolint.corpus.values import Entry, Use
from resolint.frozen import dataclass
from resolint.wording import Change

__all__ = [
    "KINDS",
    "Agreement",
    "Changed",
    "Item",
    "Pedigree",
    "Precedent",
    "Qualifier",
    "Share",
    "Suggestion",
    "Verb",
    "Verdict",
]

Kind = Literal["verbatim", "adapted", "departs", "part", "combined", "new"]
KINDS: tuple[Kind, ...] = ("verbatim", "adapted", "departs", "part", "combined", "new")


@dataclass(frozen=True, slots=True)
class Precedent:
    """An adopted paragraph: its text, its place there, its words, and the stretch of the draft's paragraph it covers."""

    entry: Entry
    place: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Changed:
    """Where a wording changed last: in the text ``entry``, from ``old`` (last used in ``before``) to ``new``."""

    before: Entry
    entry: Entry
    place: str
    old: str
    new: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Pedigree:
    """The history of a wording, dates, figures and organs aside: who used it first and last, how many did.

    ``series`` are the texts of the draft's own series that have it, by date.
    """

    first: Entry
    first_place: str
    latest: Entry
    latest_place: str
    texts: int
    bodies: tuple[str, ...]
    years: tuple[str, ...]
    changed: Changed | None = None
    series: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A qualifier that was dropped from, added to or moved in a wording, and what it does where it stands."""

    phrase: str
    fate: Literal["dropped", "added", "moved"]
    effect: str


@dataclass(frozen=True, slots=True)
class Verb:
    """The opening of the source and that of the draft; ``direction`` is empty where the two stand on no common scale."""

    old: str
    new: str
    direction: Literal["stronger", "weaker", "equal", ""]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of one paragraph. ``changes`` lead from the words of the first source to those of the draft.

    ``similarity`` is the share of words in common, from 0 to 1; ``share`` that of the words of the draft which stand in
    the first source in stretches of four or more, and ``taken`` are these stretches. ``left_out`` is what the source has
    between and around them. A new paragraph may have a source too: the nearest.
    """

    kind: Kind
    paragraph: Paragraph
    similarity: float = 0.0
    sources: tuple[Precedent, ...] = ()
    changes: tuple[Change, ...] = ()
    pedigree: Pedigree | None = None
    verb: Verb | None = None
    qualifiers: tuple[Qualifier, ...] = ()
    share: float = 0.0
    taken: tuple[tuple[int, int], ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A verdict with the place of its paragraph in words (``operative 7 (b)``) and the part it stands in."""

    where: str
    part: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a draft comes from one source: paragraphs and words, and the words as a share of all."""

    entry: Entry
    paragraphs: int
    words: int
    share: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """What is said of a whole draft. ``date`` bounds what it was held against, None if it bears none.

    ``corpora`` are the names of the corpora that were asked, in order; ``texts`` counts their texts, and ``limits`` says in
    words which of them counted.
    """

    path: str
    symbol: str
    date: str | None
    corpora: tuple[str, ...]
    texts: int
    items: tuple[Item, ...]
    limits: str = ""

    def counts(self) -> dict[str, int]:
        """How many paragraphs there are of each kind."""
        found: dict[str, int] = dict.fromkeys(KINDS, 0)
        for item in self.items:
            found[item.verdict.kind] += 1
        return found

    @property
    def words(self) -> int:
        """The words of all paragraphs."""
        return sum(len(item.verdict.paragraph.text.split()) for item in self.items)

    def coverage(self) -> tuple[Share, ...]:
        """What each source gave to the draft, the largest share first.

        A departing paragraph and a part count with the words they share, a combined one with those of each of its parts.
        """
        total = max(1, self.words)
        found: dict[tuple[str, int], tuple[Entry, int, int]] = {}
        for item in self.items:
            verdict = item.verdict
            if verdict.kind == "new":
                continue
            seen = set()
            for source in verdict.sources:
                count = len(verdict.paragraph.text[source.start : source.end].split())
                if verdict.kind in ("departs", "part"):
                    count = min(count, round(count * max(verdict.similarity, verdict.share)))
                where = (source.entry.corpus, source.entry.id)
                _, paragraphs, words = found.get(where, (source.entry, 0, 0))
                found[where] = (source.entry, paragraphs + (where not in seen), words + count)
                seen.add(where)
        shares = [Share(entry, paragraphs, words, words / total) for entry, paragraphs, words in found.values()]
        return tuple(sorted(shares, key=lambda share: (-share.words, share.entry.date, share.entry.shown)))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An adopted wording near to a text: how near (0 to 1), its words, and where it was used, the latest first."""

    similarity: float
    text: str
    uses: tuple[Use, ...]

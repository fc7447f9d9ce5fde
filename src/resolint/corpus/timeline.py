"""A paragraph through the years: every version that was adopted, and what each changed in the one before."""

from __future__ import annotations

from collections.abc import Sequence

from resolint import wording
from resolint.corpus.folding import light
from resolint.corpus.judge import FAR, PART, Judge, Look, words_of
from resolint.corpus.paragraphs import Paragraph
from resolint.corpus.series import Series, cited
from resolint.corpus.values import Entry, Scope, Use
from resolint.frozen import dataclass
from resolint.wording import Change

__all__ = ["Timeline", "Version", "timeline"]

_KIN = 0.75


@dataclass(frozen=True, slots=True)
class Version:
    """A paragraph as a text has it. ``changes`` lead from the version before; ``entry`` is None for the draft itself."""

    entry: Entry | None
    place: str
    text: str
    changes: tuple[Change, ...] = ()
    first: bool = False

    @property
    def same(self) -> bool:
        """Whether it says what the version before said, typography aside."""
        return not self.first and all(light(change.old) == light(change.new) for change in self.changes)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All versions of a paragraph of a draft, the earliest first and the draft last; ``series`` tells that they are of one."""

    path: str
    where: str
    title: str
    series: bool
    versions: tuple[Version, ...]


def timeline(
    paragraph: Paragraph, where: str, by: Judge, scopes: Sequence[Scope], series: Series
) -> tuple[bool, tuple[Version, ...]]:
    """The versions of ``paragraph``, one for each text, and whether they are of the draft's own series.

    Those of the series, if there are two; else those of all texts that are near. A paragraph that cites something is a version of
    one in another series only where that one cites some of it too.
    """
    refers = cited(paragraph.text)
    near = [
        one
        for one in _near(paragraph, by, scopes)
        if not refers or series.holds(one[0].entry) or refers & cited(one[1])
    ]
    kin = [one for one in near if series.holds(one[0].entry)]
    own = len({one[0].entry.shown for one in kin}) > 1
    best: dict[tuple[str, str], tuple[float, Use, str]] = {}
    for use, text, alike in kin if own else [one for one in near if one[2] >= _KIN] or near:
        name = use.entry.date, use.entry.shown
        if name not in best or alike > best[name][0]:
            best[name] = alike, use, text
    found: list[Version] = []
    for _, (_, use, text) in sorted(best.items(), key=lambda pair: pair[0]):
        found.append(_version(found, use.entry, use.place, text))
    found.append(_version(found, None, where, paragraph.text))
    return own, tuple(found)


def _version(before: Sequence[Version], entry: Entry | None, place: str, text: str) -> Version:
    plain = " ".join(text.split())
    if not before:
        return Version(entry, place, plain, (), True)
    return Version(entry, place, plain, wording.changes(before[-1].text, plain))


def _near(paragraph: Paragraph, by: Judge, scopes: Sequence[Scope]) -> list[tuple[Use, str, float]]:
    """Every dated use of a wording that is a version of the paragraph, with its words and how near they are."""
    words = words_of(paragraph.text)
    finder = by.finder
    found: dict[tuple[str, str, str], tuple[Use, str, float]] = {}
    for match in (*finder.nearest(paragraph.text, scopes), *finder.holding(paragraph.text, scopes)):
        look = Look(match, words)
        alike = max(look.similarity, look.share if look.share >= PART else 0.0)
        if not match.same_key and alike < FAR:
            continue
        for use, text in finder.history(match.wording.text, scopes):
            name = use.entry.date, use.entry.shown, use.place
            if use.entry.date and (name not in found or found[name][2] < alike):
                found[name] = use, text, alike
    return list(found.values())

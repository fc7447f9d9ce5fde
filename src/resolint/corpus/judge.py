"""Holds the paragraphs of a draft against agreed language and says what each is: verbatim, adapted, departing, combined or new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from resolint import regex, wording
from resolint.corpus.folding import SHORTEST, key, light
from resolint.corpus.paragraphs import Paragraph, paragraphs
from resolint.corpus.pedigree import pedigree
from resolint.corpus.qualifiers import fates
from resolint.corpus.query import Finder, Match
from resolint.corpus.values import Passage, Scope, Text, Use, prepared
from resolint.corpus.verdicts import Precedent, Verb, Verdict
from resolint.frozen import dataclass
from resolint.model import Document

__all__ = ["Judge", "judge"]

DEPARTS = 0.75
"""A paragraph that shares so many words with a source departs from it; one that shares fewer is new."""
_PART = 0.85
"""So much of a paragraph taken over in long stretches makes it a part of its source, however long the source is."""
_RUN = 5
"""Words in a row that count as taken over when a paragraph is put together from parts."""
_LOOKED_AT = 6
_GAIN = 0.2
_COVERED = 0.85
_PIECES = 4

_WORD = regex.compiled(r"\w+(?:['-]\w+)*")
_ALIKE = str.maketrans("’‘‑‐–", "''---")

VerbChange = Callable[[str, str], Verb | None]
"""Given the words of the source and of the draft, what became of the opening."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Everything a verdict rests on besides the draft.

    The corpora, the qualifiers (phrase to effect), what says how an opening changed, and what tells the date of a draft.
    """

    finder: Finder
    qualifiers: Mapping[str, str]
    verb: VerbChange
    dated: Callable[[Document], str | None] = lambda _: None

    def document(self, document: Document, date: str | None = None) -> tuple[Verdict, ...]:
        """The verdict on every paragraph of ``document``, held against what was adopted before ``date`` (ISO).

        Without a date it is that of the document as ``dated`` tells it; a document without any date is held against all.
        """
        date = date or self.dated(document)
        found = paragraphs(document)
        whole = prepared(Text("", tuple(Passage("", one.text) for one in found)), self.finder.lexicon).digest
        scopes = self.finder.scopes(date, document.head.symbol or "", whole)
        return tuple(judge(one, self, scopes) for one in found)


def judge(paragraph: Paragraph, by: Judge, scopes: Sequence[Scope]) -> Verdict:
    """The verdict on one paragraph."""
    matches = by.finder.nearest(paragraph.text, scopes)
    if matches and matches[0].same_key:
        return _same(paragraph, matches, by, scopes)
    if not matches or len(key(paragraph.text, by.finder.lexicon)) < SHORTEST:
        return Verdict("new", paragraph)
    words = _words(paragraph.text)
    looks = [_Look(match, words) for match in matches[:_LOOKED_AT]]
    best = max(looks, key=lambda look: look.similarity)
    if best.similarity < 0.95 and (pieces := _pieces(paragraph, looks, by, scopes)):
        return _combined(paragraph, best, pieces, by, scopes)
    if best.similarity >= DEPARTS or best.covered >= _PART:
        return _departs(paragraph, best, matches, by, scopes)
    nearest = _with_source(
        Verdict("new", paragraph, best.similarity), _use_of(best.match, by, scopes), best.match.wording.text
    )
    return replace(nearest, changes=())


class _Look:
    """A match looked at word by word: the share of words in common, and the long stretches taken over."""

    def __init__(self, match: Match, words: Sequence[str]) -> None:
        from rapidfuzz.distance import Indel

        self.match = match
        ours = _words(match.wording.text)
        self.similarity = Indel.normalized_similarity(ours, words)
        self.blocks = [
            (op.dest_start, op.dest_end)
            for op in Indel.opcodes(ours, words)
            if op.tag == "equal" and op.dest_end - op.dest_start >= _RUN
        ]
        self.covered = sum(end - start for start, end in self.blocks) / max(1, len(words))
        """The share of the draft's words that stand in long stretches of the source."""


def _words(text: str) -> list[str]:
    """The words of ``text``, typography aside, as ``_places`` counts them."""
    return _WORD.findall(text.translate(_ALIKE).lower())


def _places(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _WORD.finditer(text.translate(_ALIKE))]


def _same(paragraph: Paragraph, matches: Sequence[Match], by: Judge, scopes: Sequence[Scope]) -> Verdict:
    """A wording that differs in nothing, or only in what every reuse changes; its source is the latest use."""
    plain, match = light(paragraph.text), matches[0]
    history = by.finder.history(match.wording.text, scopes)
    exact = [(use, text) for use, text in history if light(text) == plain]
    use, text = _latest(exact or history)
    verdict = _with_source(Verdict("verbatim" if exact else "adapted", paragraph, 1.0), use, text)
    return replace(verdict, pedigree=pedigree(match, history, matches, by.finder, scopes))


def _departs(
    paragraph: Paragraph, best: _Look, matches: Sequence[Match], by: Judge, scopes: Sequence[Scope]
) -> Verdict:
    words = best.match.wording.text
    history = by.finder.history(words, scopes)
    verdict = _with_source(Verdict("departs", paragraph, best.similarity), _use_of(best.match, by, scopes), words)
    source = verdict.sources[0].text
    return replace(
        verdict,
        pedigree=pedigree(best.match, history, matches, by.finder, scopes),
        verb=by.verb(source, paragraph.text),
        qualifiers=fates(source, paragraph.text, verdict.changes, by.qualifiers),
    )


def _with_source(verdict: Verdict, use: Use, words: str) -> Verdict:
    """The verdict with a use of a wording as its source, and the changes from its words."""
    source, text = " ".join(words.split()), verdict.paragraph.text
    return replace(
        verdict,
        sources=(Precedent(use.entry, use.place, source, 0, len(text)),),
        changes=wording.changes(source, text),
    )


def _latest(uses: Iterable[tuple[Use, str]]) -> tuple[Use, str]:
    """The latest dated use; an undated one only where there is no other."""
    return max(uses, key=lambda one: (one[0].entry.date, -one[0].entry.id, -one[0].number))


def _use_of(match: Match, by: Judge, scopes: Sequence[Scope]) -> Use:
    return _latest((use, "") for use in by.finder.uses(match, scopes))[0]


def _pieces(
    paragraph: Paragraph, looks: Sequence[_Look], by: Judge, scopes: Sequence[Scope]
) -> list[tuple[Match, int, int]]:
    """The sources that a paragraph is put together from, with the words each covers; empty where it is not."""
    words = _words(paragraph.text)
    first = max(looks, key=lambda look: look.covered)
    if len(words) < 4 * _RUN or not first.blocks or first.covered > 1 - _GAIN:
        return []
    free = [True] * len(words)
    taken: list[tuple[Match, int, int]] = []
    _take(first, free, taken)
    for _ in range(_PIECES - 1):
        stretch = _longest_free(free)
        if stretch is None:
            break
        rest = " ".join(words[slice(*stretch)])
        found = [_Look(match, words) for match in by.finder.nearest(rest, scopes)[:_LOOKED_AT]]
        gains = [(sum(free[at] for start, end in look.blocks for at in range(start, end)), look) for look in found]
        gain, look = max(gains, key=lambda pair: pair[0], default=(0, None))
        if look is None or gain < 2 * _RUN - 2:
            break
        _take(look, free, taken)
    covered = 1 - sum(free) / len(words)
    if len({match.wording.key for match, _, _ in taken}) < 2 or covered < _COVERED or covered - first.covered < _GAIN:
        return []
    return sorted(taken, key=lambda piece: piece[1])


def _take(look: _Look, free: list[bool], taken: list[tuple[Match, int, int]]) -> None:
    """Give a source the stretch from the first to the last of its words that no other has."""
    places = [at for start, end in look.blocks for at in range(start, end) if free[at]]
    if places:
        taken.append((look.match, places[0], places[-1] + 1))
        for at in places:
            free[at] = False


def _longest_free(free: Sequence[bool]) -> tuple[int, int] | None:
    best, start = (0, 0), None
    for at, one in enumerate([*free, False]):
        if one and start is None:
            start = at
        elif not one and start is not None:
            best = max(best, (start, at), key=lambda pair: pair[1] - pair[0])
            start = None
    return best if best[1] - best[0] >= _RUN else None


def _combined(
    paragraph: Paragraph, best: _Look, pieces: Sequence[tuple[Match, int, int]], by: Judge, scopes: Sequence[Scope]
) -> Verdict:
    places = _places(paragraph.text)
    sources = []
    for match, start, end in pieces:
        use = _use_of(match, by, scopes)
        words = " ".join(match.wording.text.split())
        sources.append(Precedent(use.entry, use.place, words, places[start][0], places[end - 1][1]))
    return Verdict("combined", paragraph, best.similarity, tuple(sources))

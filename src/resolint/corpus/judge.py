"""Holds the paragraphs of a draft against agreed language and says what each is.

Verbatim, adapted, departing, part of a longer paragraph, combined from several, or new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from resolint import regex, wording
from resolint.corpus.address import shown
from resolint.corpus.folding import SHORTEST, key, light
from resolint.corpus.paragraphs import Paragraph, paragraphs
from resolint.corpus.pedigree import pedigree
from resolint.corpus.qualifiers import fates
from resolint.corpus.query import Finder, Match
from resolint.corpus.series import NO_SERIES, Series, cited, series_of
from resolint.corpus.values import BadCorpus, Passage, Scope, Text, Use, prepared
from resolint.corpus.verdicts import Pedigree, Precedent, Verb, Verdict
from resolint.frozen import dataclass
from resolint.model import Document

__all__ = ["FAR", "PART", "Judge", "Look", "judge", "words_of"]

DEPARTS = 0.75
"""A paragraph that shares so many words with a source departs from it."""
FAR = 0.55
"""So does one that shares so many, if enough of them stand in stretches; a new one is shown against its nearest from here on."""
PART = 0.6
"""So much of a paragraph in stretches of one source makes it a part of agreed language, however long the source is."""
STRETCH = 4
"""Words in a row that count as taken from a source."""
_SETTLED = 0.4
_SERIES = 0.1
"""The latest text of the same series is the source even if another one is nearer by so much."""
_RUN = 5
"""Words in a row that count as taken over when a paragraph is put together from parts."""
_LOOKED_AT = 6
_GAIN = 0.2
_COVERED = 0.85
_PIECES = 4

_WORD = regex.compiled(r"\w+(?:['-]\w+)*")
_ALIKE = str.maketrans("’‘‑‐–", "''---")

_UNBOUND = Scope()

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

    def document(
        self, document: Document, date: str | None = None, limits: Scope = _UNBOUND, without: Sequence[str] = ()
    ) -> tuple[Verdict, ...]:
        """The verdict on every paragraph of ``document``, held against what was adopted before ``date`` (ISO).

        Without a date it is that of the document as ``dated`` tells it; a document without any date is held against all.
        ``limits`` and ``without`` (symbols) leave out further texts.
        """
        found = paragraphs(document)
        scopes = self.scopes(document, date, limits, without)
        series = self.series(document)
        return tuple(judge(one, self, scopes, series) for one in found)

    def scopes(
        self, document: Document, date: str | None = None, limits: Scope = _UNBOUND, without: Sequence[str] = ()
    ) -> tuple[Scope, ...]:
        """Which adopted texts count for a draft, by layer of the finder."""
        date = date or self.dated(document)
        found = paragraphs(document)
        whole = prepared(Text("", tuple(Passage("", one.text) for one in found)), self.finder.lexicon).digest
        return self.finder.scopes(date, document.head.symbol or "", whole, limits, without)

    def series(self, document: Document) -> Series:
        """The series to which a draft belongs by its title."""
        title = next((document.text(act.title) for act in document.acts if act.title is not None), "")
        return series_of(title, self.finder.lexicon)


def judge(paragraph: Paragraph, by: Judge, scopes: Sequence[Scope], series: Series = NO_SERIES) -> Verdict:
    """The verdict on one paragraph of a text of ``series``."""
    matches = by.finder.nearest(paragraph.text, scopes)
    asked = _Asked(paragraph, by, scopes, series, matches)
    if matches and matches[0].same_key:
        if (same := _same(asked)) is not None:
            return same
        matches = tuple(match for match in matches if not match.same_key)
    if len(key(paragraph.text, by.finder.lexicon)) < SHORTEST:
        return Verdict("new", paragraph)
    looks = [Look(match, asked.words) for match in matches[:_LOOKED_AT]]
    best = _best(looks, asked)
    if best is not None and best.similarity >= 0.95:
        return _departs(best, asked)
    if best is not None and (pieces := _pieces(paragraph, looks, by, scopes)):
        return _combined(paragraph, best, pieces, by, scopes)
    if best is not None and best.similarity >= DEPARTS:
        return _departs(best, asked)
    return _little_in_common(best, looks, asked)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A paragraph with all that a verdict on it is made of."""

    paragraph: Paragraph
    by: Judge
    scopes: Sequence[Scope]
    series: Series
    matches: Sequence[Match]

    @property
    def words(self) -> list[str]:
        return words_of(self.paragraph.text)

    def history(self, match: Match) -> list[tuple[Use, str]]:
        """The uses of a wording that was found. Raises BadCorpus where there are none: its rows belong to nothing."""
        found = self.by.finder.history(match.wording.text, self.scopes)
        if not found:
            raise BadCorpus(
                f"{shown(self.by.finder.layers[match.layer].name)}: the corpus is damaged; 'resolint corpus verify' says more; "
                "make it anew from its texts"
            )
        return found

    def source_of(self, match: Match) -> tuple[Use, str]:
        """The use that is named as the source of a wording, with its words there.

        It is one of the same series if there is any, then one with the most references in common, then the latest.
        """
        history = self.history(match)
        uses = self.series.of(history) or history
        if references := cited(self.paragraph.text):
            shared = [len(references & cited(words)) for _, words in uses]
            uses = [one for one, count in zip(uses, shared, strict=True) if count == max(shared)]
        return _latest(uses)


def _little_in_common(best: Look | None, looks: Sequence[Look], asked: _Asked) -> Verdict:
    """The verdict where no paragraph is much like this one: part of a longer one, far from one, or new."""
    words = asked.words
    held = [*looks, *(Look(match, words) for match in asked.by.finder.holding(asked.paragraph.text, asked.scopes))]
    if not held:
        return Verdict("new", asked.paragraph)
    holder = _holder(held, asked)
    if holder.share >= PART:
        return _part(holder, asked)
    if best is not None and best.similarity >= FAR and best.share >= _SETTLED:
        return _departs(best, asked)
    nearest = max(held, key=lambda look: (look.taken_words, look.common, look.similarity))
    verdict = _with_source(
        Verdict("new", asked.paragraph, nearest.similarity, share=nearest.share, taken=_characters(nearest, asked)),
        *asked.source_of(nearest.match),
    )
    return verdict if nearest.similarity >= FAR else replace(verdict, changes=())


def _holder(held: Sequence[Look], asked: _Asked) -> Look:
    """The wording that holds most of the paragraph, or almost as much and stands in a text of the same series."""
    ranked = sorted(held, key=lambda look: (-look.share, -look.similarity, look.match.wording.text))
    close = [look for look in ranked[:_LOOKED_AT] if look.share >= max(PART, ranked[0].share - _SERIES)]
    return next((one for one in close if asked.series.holds(asked.source_of(one.match)[0].entry)), ranked[0])


def _best(looks: Sequence[Look], asked: _Asked) -> Look | None:
    """The nearest wording, or one almost as near that the latest text of the same series has."""
    if not looks:
        return None
    nearest = max(looks, key=lambda look: look.similarity)
    close = [look for look in looks if look.similarity >= max(DEPARTS, nearest.similarity - _SERIES)]
    kin = [(use, look) for look in close if asked.series.holds((use := asked.source_of(look.match)[0]).entry)]
    return max(kin, key=lambda pair: (pair[0].entry.date, pair[1].similarity))[1] if kin else nearest


class Look:
    """A match looked at word by word: the share of words in common, and the long stretches taken over."""

    def __init__(self, match: Match, words: Sequence[str]) -> None:
        from rapidfuzz.distance import Indel

        self.match = match
        ours = words_of(match.wording.text)
        self.similarity = Indel.normalized_similarity(ours, words)
        self.common = (len(ours) + len(words) - Indel.distance(ours, words)) // 2
        self.taken = stretches(words, ours)
        self.taken_words = sum(self.taken)
        self.share = self.taken_words / max(1, len(words))
        """The share of the draft's words that stand in the source in stretches, in whatever order."""
        self.blocks = [
            (op.dest_start, op.dest_end)
            for op in Indel.opcodes(ours, words)
            if op.tag == "equal" and op.dest_end - op.dest_start >= _RUN
        ]
        self.covered = sum(end - start for start, end in self.blocks) / max(1, len(words))
        """The share of the draft's words that stand in long stretches of the source."""
        self._both = ours, words

    def left_out(self) -> list[bool]:
        """Which words of the source stand in no stretch of the draft."""
        return [not one for one in stretches(*self._both)]


def stretches(words: Sequence[str], source: Sequence[str]) -> list[bool]:
    """Which of ``words`` stand in ``source`` too, with so many of their neighbours in a row as make a stretch."""
    long = min(STRETCH, len(words))
    theirs = {tuple(source[at : at + long]) for at in range(len(source) - long + 1)}
    found = [False] * len(words)
    for at in range(len(words) - long + 1):
        if long and tuple(words[at : at + long]) in theirs:
            found[at : at + long] = [True] * long
    return found


def words_of(text: str) -> list[str]:
    """The words of ``text``, typography aside, as ``_places`` counts them."""
    return _WORD.findall(text.translate(_ALIKE).lower())


def _places(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _WORD.finditer(text.translate(_ALIKE))]


def _same(asked: _Asked) -> Verdict | None:
    """A wording that differs in nothing, or only in what every reuse changes.

    Its source is the latest use in the same series, else the one with most references in common, else the latest. A list of
    documents that has none in common with any use of the same form, nor a text of its series, is none of them: None.
    """
    text, match = asked.paragraph.text, asked.matches[0]
    plain = light(text)
    history = asked.history(match)
    exact = [(use, words) for use, words in history if light(words) == plain]
    wide = exact or history
    uses = asked.series.of(wide) or wide
    references = cited(text)
    if not exact and references:
        shared = {id(one): len(references & cited(one[1])) for one in wide}
        most = max(shared.values())
        if not most and len(references) > 1 and not asked.series.of(wide):
            return None
        # A list belongs to the one that it carries on, though a shorter one of its series shares all of its members too.
        uses = [one for one in wide if most and shared[id(one)] == most] or uses
        uses = asked.series.of(uses) or uses
    use, words = _latest(uses)
    verdict = _with_source(Verdict("verbatim" if exact else "adapted", asked.paragraph, 1.0, share=1.0), use, words)
    return replace(verdict, pedigree=_pedigree(match, history, asked))


def _pedigree(match: Match, history: Sequence[tuple[Use, str]], asked: _Asked) -> Pedigree | None:
    return pedigree(match, history, asked.matches, asked.by.finder, asked.scopes, asked.series, asked.paragraph.text)


def _departs(best: Look, asked: _Asked) -> Verdict:
    text = asked.paragraph.text
    verdict = _with_source(
        Verdict("departs", asked.paragraph, best.similarity, share=best.share), *asked.source_of(best.match)
    )
    source = verdict.sources[0].text
    return replace(
        verdict,
        pedigree=_pedigree(best.match, asked.history(best.match), asked),
        verb=asked.by.verb(source, text),
        qualifiers=fates(source, text, verdict.changes, asked.by.qualifiers),
    )


def _part(holder: Look, asked: _Asked) -> Verdict:
    """A paragraph most of whose words stand in one that is longer or otherwise put together."""
    match = holder.match
    use, found = asked.source_of(match)
    latest = Look(replace(match, wording=replace(match.wording, text=found)), asked.words)
    if latest.share < holder.share:
        uses = [(one, match.wording.text) for one in asked.by.finder.uses(match, asked.scopes)]
        use, found = _latest(asked.series.of(uses) or uses)
    else:
        holder = latest
    source = " ".join(found.split())
    return Verdict(
        "part",
        asked.paragraph,
        holder.similarity,
        (Precedent(use.entry, use.place, source, 0, len(asked.paragraph.text)),),
        pedigree=_pedigree(match, asked.history(match), asked),
        verb=asked.by.verb(source, asked.paragraph.text),
        share=holder.share,
        taken=_characters(holder, asked),
        left_out=tuple(source[start:end] for start, end in _runs(_places(source), holder.left_out())),
    )


def _characters(look: Look, asked: _Asked) -> tuple[tuple[int, int], ...]:
    """The stretches of the paragraph that stand in the source, in characters."""
    return tuple(_runs(_places(asked.paragraph.text), look.taken))


def _runs(places: Sequence[tuple[int, int]], flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The stretches of words that are flagged, from the first character to the end of the last one."""
    start = None
    for at, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = at
        elif not flag and start is not None:
            yield places[start][0], places[at - 1][1]
            start = None


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
    return max(uses, key=lambda one: (one[0].entry.date, one[0].entry.symbol, one[0].entry.digest, -one[0].number))


def _use_of(match: Match, by: Judge, scopes: Sequence[Scope]) -> Use:
    return _latest((use, "") for use in by.finder.uses(match, scopes))[0]


def _pieces(
    paragraph: Paragraph, looks: Sequence[Look], by: Judge, scopes: Sequence[Scope]
) -> list[tuple[Match, int, int]]:
    """The sources that a paragraph is put together from, with the words each covers; empty where it is not."""
    words = words_of(paragraph.text)
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
        found = [Look(match, words) for match in by.finder.nearest(rest, scopes)[:_LOOKED_AT]]
        gains = [(sum(free[at] for start, end in look.blocks for at in range(start, end)), look) for look in found]
        gain, look = max(gains, key=lambda pair: pair[0], default=(0, None))
        if look is None or gain < 2 * _RUN - 2:
            break
        _take(look, free, taken)
    covered = 1 - sum(free) / len(words)
    if len({match.wording.key for match, _, _ in taken}) < 2 or covered < _COVERED or covered - first.covered < _GAIN:
        return []
    return sorted(taken, key=lambda piece: piece[1])


def _take(look: Look, free: list[bool], taken: list[tuple[Match, int, int]]) -> None:
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
    paragraph: Paragraph, best: Look, pieces: Sequence[tuple[Match, int, int]], by: Judge, scopes: Sequence[Scope]
) -> Verdict:
    places = _places(paragraph.text)
    sources = []
    for match, start, end in pieces:
        use = _use_of(match, by, scopes)
        words = " ".join(match.wording.text.split())
        sources.append(Precedent(use.entry, use.place, words, places[start][0], places[end - 1][1]))
    return Verdict("combined", paragraph, best.similarity, tuple(sources))
